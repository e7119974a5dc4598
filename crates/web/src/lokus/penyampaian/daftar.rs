//! `/lokus/{lokus}/penyampaian`: everything sent, who has it, and the forms to send (`POST`).

use askama::Template;
use axum::extract::State;
use pekppp::Fase;
use store::{
    hak::{self, AksesLokus},
    id::LokusId,
    lhe,
    lokus::Lokus,
    penyampaian::{self, Dokumen, Penerima, Penyampaian},
    periode,
    persiapan::jadwal,
    rekomendasi,
};

use super::kirim::kirim;
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    lokus::lanjutan::{self, Tab},
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/penyampaian", Akses::Masuk, lihat);
    d.post("/lokus/{lokus}/penyampaian", Akses::Masuk, ubah);
}

/// One sending to one recipient.
struct Baris {
    p: Penyampaian,
    dokumen: &'static str,
    kepada: &'static str,
    keadaan: (Nada, &'static str),
    /// The reader is the one it was sent to.
    milik: bool,
}

#[derive(Template)]
#[template(path = "lokus/penyampaian/daftar.html")]
#[expect(clippy::struct_excessive_bools, reason = "each says what one reader may do or what was done")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    lokus: &'a Lokus,
    baris: Vec<Baris>,
    penyelenggara: bool,
    /// May send the follow-up report: organiser or head, once there is something to follow up.
    pelapor: bool,
    /// What the unit and the Penanggungjawab were told from the schedule of the period; then it is told from there only.
    diumumkan: Option<jadwal::Sampai>,
    pj: Option<jadwal::pj::SampaiPj>,
    /// The reader sees the pages of the period.
    membaca_periode: bool,
    /// Versions of the LHE on the result that stands.
    lhe: Vec<Opsi>,
    /// The newest of them was delivered; so was a follow-up report.
    lhe_sudah: bool,
    tl_sudah: bool,
    op: String,
}

impl Halaman<'_> {
    /// What is delivered already is folded away, unless it was just asked for with a fault.
    fn lhe_lipat(&self) -> bool {
        self.lhe_sudah && self.f.salah("lhe").is_none()
    }

    /// Whether the scheme has a report to send.
    fn dinilai(&self) -> bool {
        self.lokus.aturan().is_ok_and(|a| a.dinilai)
    }
}

pub(super) fn kunci_dokumen(d: Dokumen) -> &'static str {
    match d {
        Dokumen::Jadwal => "penyampaian-jadwal",
        Dokumen::Lhe => "penyampaian-lhe",
        Dokumen::TindakLanjut => "penyampaian-tl",
    }
}

pub(super) fn kunci_penerima(p: Penerima) -> &'static str {
    match p {
        Penerima::Unit => "penyampaian-kepada-unit",
        Penerima::Penanggungjawab => "penyampaian-kepada-pj",
        Penerima::Penyelenggara => "penyampaian-kepada-penyelenggara",
    }
}

pub(super) fn keadaan(p: &Penyampaian) -> (Nada, &'static str) {
    match p {
        p if p.gugur => (Nada::Bahaya, "penyampaian-gugur"),
        p if p.terima.iter().any(|t| t.jenis == "rapat") => (Nada::Baik, "penyampaian-rapat"),
        p if p.diterima() => (Nada::Baik, "penyampaian-dikonfirmasi"),
        p if p.dibuka() => (Nada::Info, "penyampaian-dibuka"),
        _ => (Nada::Perhatian, "penyampaian-terkirim"),
    }
}

/// The schedule as it is proposed: what was planned in persiapan for the unit and the whole period, or else the phases.
async fn jadwal(app: &AppState, k: &Konteks, akses: &AksesLokus) -> Hasil<String> {
    let semua = jadwal::milik_lokus(&app.store, &akses.pembaca()).await?;
    let mut baris = Vec::new();
    for j in semua.iter().filter(|j| j.batal.is_none()) {
        let b = crate::periode::jadwal::baris(k, j.clone())?;
        baris.push(
            [b.j.judul.as_str(), b.kapan.as_str(), b.j.tempat.as_str()]
                .into_iter()
                .filter(|x| !x.is_empty())
                .collect::<Vec<_>>()
                .join(", "),
        );
    }
    if !baris.is_empty() {
        return Ok(baris.join("\n"));
    }
    let fase = periode::fase_semua(app.store.baca(), akses.lokus.periode_id).await?;
    let satu = |f: periode::FasePeriode| {
        let nama = k.s(match f.fase {
            Fase::Persiapan => "periode-fase-persiapan",
            Fase::Pelaksanaan => "periode-fase-pelaksanaan",
            Fase::Penyampaian => "periode-fase-penyampaian",
            Fase::Pemeringkatan => "periode-fase-pemeringkatan",
        });
        format!("{nama}: {} – {}", k.tanggal(&f.mulai), k.tanggal(&f.selesai))
    };
    Ok(fase.into_iter().map(satu).collect::<Vec<_>>().join("\n"))
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesLokus, f: Option<Formulir>) -> Hasil<Halaman<'a>> {
    let (c, l) = (app.store.baca(), &akses.lokus);
    let penyelenggara = akses.penyelenggara().is_ok();
    let versi: Vec<_> = lhe::daftar(c, l.id).await?.into_iter().filter(|e| e.hasil_batal.is_none()).collect();
    let terbaru = versi.iter().max_by_key(|e| e.pada).map(|e| e.id);
    let lhe: Vec<Opsi> = versi.iter().map(|e| Opsi::baru(e.id.to_string(), format!("{}, {}", k.waktu(&e.pada), e.oleh_nama))).collect();
    let f = match f {
        Some(f) => f,
        None if penyelenggara => {
            let mut f = Formulir::isi([("jadwal", jadwal(app, k, akses).await?)]);
            // Where there is one there is nothing to choose.
            if let [satu] = lhe.as_slice() {
                f.ganti("lhe", &satu.nilai);
            }
            f
        }
        None => Formulir::kosong(),
    };
    let satu = |p: Penyampaian| Baris {
        dokumen: kunci_dokumen(p.dokumen),
        kepada: kunci_penerima(p.kepada),
        keadaan: keadaan(&p),
        milik: akses.penerima(p.kepada).is_ok(),
        p,
    };
    let baris: Vec<Baris> = penyampaian::daftar(c, l.id).await?.into_iter().map(satu).collect();
    Ok(Halaman {
        lhe_sudah: terbaru.is_some_and(|e| baris.iter().any(|b| b.p.lhe_id == Some(e))),
        tl_sudah: baris.iter().any(|b| b.p.dokumen == Dokumen::TindakLanjut),
        baris,
        pelapor: (penyelenggara || akses.kepala().is_ok()) && rekomendasi::tersampaikan(c, l.id).await?,
        lhe,
        diumumkan: jadwal::terakhir(c, l.id).await?,
        pj: jadwal::pj::terakhir(c, l.periode_id).await?,
        membaca_periode: match k.pelaku.as_ref() {
            Some(p) => hak::periode(&app.store, p, l.periode_id).await.is_ok(),
            None => false,
        },
        op: f.nilai("op").parse().unwrap_or_else(|_| store::id::baru()).to_string(),
        lokus: l,
        penyelenggara,
        k,
        f,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let akses = hak::lokus(&app.store, &pelaku, id).await?;
    let k = lanjutan::konteks(k, &akses.lokus);
    tampil(&halaman(&app, &k, &akses, None).await?)
}

async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, mut f: Formulir) -> Hasil {
    let akses = hak::lokus(&app.store, &pelaku, id).await?;
    let k = lanjutan::konteks(k, &akses.lokus);
    let medan = match f.nilai("dokumen") {
        "jadwal" => "jadwal",
        "lhe" => "lhe",
        _ => "catatan",
    };
    match kirim(&app, &k, &akses, &f).await {
        Ok(()) => return Alih::ke(format!("/lokus/{id}/penyampaian")).pesan("penyampaian-dikirim").into(),
        Err(Error::Bentrok(kunci)) => f.salahkan(medan, kunci),
        Err(e) => return Err(e),
    }
    tampil_salah(&halaman(&app, &k, &akses, Some(f)).await?)
}
