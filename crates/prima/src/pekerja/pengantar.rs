//! What the background asks of the pages: to send, to print, to scan. A serving program can; the tests put lists in its place.

use std::future::Future;

use store::{
    id::PekerjaanId,
    massal::Dokumen,
    pekerjaan::{Pekerjaan, SUREL, Surel},
    pemberitahuan::surel,
    penerbitan::versi::TERBITAN,
    penghargaan::cetak::PIAGAM,
    permohonan::surel::SURAT as PERMOHONAN,
    pesanan::surel::PESANAN,
};
use tracing::{Instrument as _, Span};
use web::skm::ekspor::Jadi;

/// Sends one mail; the pages' sender in a serving program, a list in tests.
pub trait Pengantar: Send + Sync + 'static {
    /// The job's id names the mail. The error is a sentence for the administrator.
    fn antar(&self, id: PekerjaanId, surel: Surel) -> impl Future<Output = Result<(), String>> + Send;

    /// Sends notices by mail ([`surel::KABAR`]), and mails to people who booked, applied, reported or asked; only a serving program can.
    fn kabar(&self, _p: &Pekerjaan) -> impl Future<Output = Result<(), String>> + Send {
        async { Err("no pages here".to_owned()) }
    }

    /// Sends one piece of news to another program; only a serving program can.
    fn kait(&self, _p: &Pekerjaan) -> impl Future<Output = Result<(), String>> + Send {
        async { Err("no pages here".to_owned()) }
    }

    /// Asks the virus scanner about uploads that wait; only a serving program can.
    fn pindai(&self) -> impl Future<Output = Result<(), String>> + Send {
        async { Ok(()) }
    }

    /// Asks the virus scanner about files that were there before it, behind the one named; the last that it asked about, `None` at the end.
    fn pindai_lama(&self, _mulai: &str) -> impl Future<Output = Result<Option<String>, String>> + Send {
        async { Ok(None) }
    }

    /// Sends one short message; only a serving program can.
    fn singkat(&self, _p: &Pekerjaan) -> impl Future<Output = Result<(), String>> + Send {
        async { Err("no pages here".to_owned()) }
    }

    /// Reads what mail servers report of mails that came back; only a serving program can.
    fn pental(&self) -> impl Future<Output = Result<usize, String>> + Send {
        async { Ok(0) }
    }

    /// The time zone of the installation while mail can leave; `None`: no digests.
    fn zona_surel(&self) -> Option<&'static str> {
        None
    }

    /// Makes the file of a publication, an export or certificates, or removes the latter two; makes minutes or reports of a period and conveys them; only a serving program can.
    fn ekspor(&self, _p: &Pekerjaan) -> impl Future<Output = Result<Jadi, String>> + Send {
        async { Err("no pages here".to_owned()) }
    }
}

/// A job as a trace of its own: its kind and the number of the try.
fn rentang(p: &Pekerjaan) -> Span {
    tracing::info_span!("job", kind = p.jenis, attempt = p.coba)
}

impl Pengantar for web::AppState {
    async fn antar(&self, id: PekerjaanId, s: Surel) -> Result<(), String> {
        self.kirim_surat(id, &s.kepada, &s.judul, s.isi).instrument(tracing::info_span!("job", kind = SUREL)).await
    }

    async fn kabar(&self, p: &Pekerjaan) -> Result<(), String> {
        let kirim = async {
            match p.jenis.as_str() {
                surel::KABAR => web::pemberitahuan::surel::kirim(self, p).await,
                PESANAN => web::publik::pesan::surel::kirim(self, p).await,
                PERMOHONAN => web::publik::permohonan::surel::kirim(self, p).await,
                _ => web::aduan::surat::kirim(self, p).await,
            }
        };
        kirim.instrument(rentang(p)).await
    }

    async fn kait(&self, p: &Pekerjaan) -> Result<(), String> {
        web::kait::kerjakan(self, p).instrument(rentang(p)).await
    }

    async fn pindai(&self) -> Result<(), String> {
        web::pindai::putaran(self).await.map_err(|e| e.to_string())
    }

    async fn pindai_lama(&self, mulai: &str) -> Result<Option<String>, String> {
        web::pindai::putaran_lama(self, mulai).await.map_err(|e| e.to_string())
    }

    async fn singkat(&self, p: &Pekerjaan) -> Result<(), String> {
        web::gerbang::kerjakan(self, p).instrument(rentang(p)).await
    }

    async fn pental(&self) -> Result<usize, String> {
        web::pental::baca(self).await
    }

    fn zona_surel(&self) -> Option<&'static str> {
        self.surat.hidup().then(|| self.konfig.zona.nama())
    }

    async fn ekspor(&self, p: &Pekerjaan) -> Result<Jadi, String> {
        let rentang = rentang(p);
        if p.jenis == TERBITAN {
            return web::publik::terbitan::kerjakan(self, p).instrument(rentang).await.map(|()| Jadi::Usai);
        }
        if Dokumen::dari_jenis(&p.jenis).is_some() {
            return web::periode::massal(self, p).instrument(rentang).await;
        }
        if p.jenis == PIAGAM {
            return web::periode::piagam(self, p).instrument(rentang).await;
        }
        web::skm::ekspor::kerjakan(self, p).instrument(rentang).await
    }
}
