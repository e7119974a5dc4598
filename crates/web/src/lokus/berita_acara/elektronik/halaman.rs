//! `/berita-acara/{id}/elektronik`: who signed electronically and how each call ended; `…/pdf` gives the newest signed file, `…/
//! pemeriksaan` asks the service about it.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError, Waktu,
    berita_acara::{
        self, BeritaAcara, HarusTanda,
        elektronik::{self, Keadaan, Tte},
    },
    hak::AksesLokus,
    id::{BeritaAcaraId, TteId},
    lokus::Lokus,
    objek, sidik_hex,
};

use super::super::rincian::{akses, konteks, pihak, sebagai};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{pdf, tampil},
    tte::Pemeriksaan,
};

pub fn rute(d: &mut Daftar) {
    d.get("/berita-acara/{id}/elektronik", Akses::Masuk, lihat);
    d.get("/berita-acara/{id}/elektronik/pdf", Akses::Masuk, berkas);
    d.post("/berita-acara/{id}/elektronik/pemeriksaan", Akses::Masuk, periksa);
}

/// What the service said about the newest file.
pub(super) enum Jawaban {
    Ada(Pemeriksaan),
    Tidak,
}

#[derive(Template)]
#[template(path = "lokus/berita_acara/elektronik.html")]
pub(super) struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    lokus: &'a Lokus,
    b: BeritaAcara,
    hidup: bool,
    harus: Vec<HarusTanda>,
    semua: Vec<Tte>,
    kini: Waktu,
    /// Why the signed-in person cannot sign now; `Some("")`: he is none of those who are printed.
    halangan: Option<&'static str>,
    memutuskan: bool,
    op: String,
    jawaban: Option<Jawaban>,
}

impl Halaman<'_> {
    fn pihak(&self, h: &HarusTanda) -> &'static str {
        pihak(h.pihak)
    }

    fn keadaan(&self, t: &Tte) -> Keadaan {
        t.keadaan(self.kini)
    }

    fn lencana(&self, t: &Tte) -> (Nada, &'static str) {
        match self.keadaan(t) {
            Keadaan::Menunggu => (Nada::Info, "tte-keadaan-menunggu"),
            Keadaan::Ditandatangani => (Nada::Baik, "tte-keadaan-ditandatangani"),
            Keadaan::TidakDitandatangani => (Nada::Netral, "tte-keadaan-ditolak"),
            Keadaan::TakDiketahui => (Nada::Bahaya, "tte-keadaan-tak-diketahui"),
        }
    }

    /// What a code means, in words.
    fn sebab(&self, t: &Tte) -> Option<String> {
        let kode = t.kode.as_deref().filter(|k| !k.is_empty())?;
        Some(match kode {
            "tak-terhubung" => self.k.s("tte-sebab-tak-terhubung"),
            "2011" => self.k.s("tte-sebab-2011"),
            "2021" => self.k.s("tte-sebab-2021"),
            "2031" => self.k.s("tte-sebab-2031"),
            "http-401" | "401" | "http-403" => self.k.s("tte-sebab-401"),
            "waktu-habis" => self.k.n("tte-sebab-waktu-habis", "detik", t.batas.to_string()),
            "sambungan-putus" => self.k.s("tte-sebab-sambungan-putus"),
            _ => self.k.n("tte-sebab-lain", "kode", kode),
        })
    }

    fn milik(&self, h: &HarusTanda) -> Vec<&Tte> {
        self.semua.iter().filter(|t| t.milik(h)).collect()
    }

    fn menunggu(&self) -> bool {
        self.semua.iter().any(|t| self.keadaan(t) == Keadaan::Menunggu)
    }

    fn tak_diketahui(&self) -> Option<&Tte> {
        self.semua.iter().find(|t| self.keadaan(t) == Keadaan::TakDiketahui)
    }

    fn berkas(&self) -> &str {
        elektronik::berkas(&self.b, &self.semua)
    }

    fn bertanda(&self) -> bool {
        self.berkas() != self.b.objek
    }

    fn opsi_putusan(&self) -> Vec<crate::komponen::Opsi> {
        [("ya", "tte-putusan-ya"), ("tidak", "tte-putusan-tidak")]
            .map(|(nilai, label)| crate::komponen::Opsi::baru(nilai, self.k.s(label)))
            .into()
    }
}

pub(super) async fn halaman<'a>(
    app: &AppState,
    k: &'a Konteks,
    akses: &'a AksesLokus,
    b: BeritaAcara,
    f: Formulir,
    jawaban: Option<Jawaban>,
) -> Hasil<Halaman<'a>> {
    let semua = elektronik::daftar(app.store.baca(), b.id).await?;
    let kini = app.store.sekarang();
    let tutup = store::periode::alasan_tertutup(&app.store, akses.lokus.periode_id, pekppp::Fase::Penyampaian).await?;
    let harus = b.penanda()?;
    let sendiri: Vec<HarusTanda> = harus.iter().filter(|h| k.pelaku.as_ref().is_some_and(|p| p.akun == h.akun)).cloned().collect();
    let sudah = berita_acara::tanda_tangan(app.store.baca(), b.id).await?;
    let keadaan = |t: &Tte| t.keadaan(kini);
    let halangan = if app.tte.is_none() || sendiri.first().is_none_or(|h| sebagai(akses, &sendiri, h.akun).is_none()) {
        Some("")
    } else if b.batal.is_some() {
        Some("ba-dibatalkan")
    } else if semua.iter().any(|t| keadaan(t) == Keadaan::Ditandatangani && sendiri.iter().any(|h| t.milik(h))) {
        Some("tte-sudah")
    } else if !sudah.iter().any(|t| sendiri.iter().any(|h| t.milik(h))) {
        Some("tte-tanda-dulu")
    } else if semua.iter().any(|t| keadaan(t) == Keadaan::Menunggu) {
        Some("tte-menunggu")
    } else if semua.iter().any(|t| keadaan(t) == Keadaan::TakDiketahui) {
        Some("tte-belum-diputus")
    } else {
        tutup
    };
    Ok(Halaman {
        hidup: app.tte.is_some(),
        memutuskan: akses.penyelenggara().is_ok(),
        op: TteId::baru().to_string(),
        lokus: &akses.lokus,
        k,
        f,
        b,
        harus,
        semua,
        kini,
        halangan,
        jawaban,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<BeritaAcaraId>) -> Hasil {
    let b = berita_acara::dari_id(app.store.baca(), id).await?;
    let akses = akses(&app, &pelaku, &b).await?;
    let k = konteks(k, &akses.lokus);
    tampil(&halaman(&app, &k, &akses, b, Formulir::kosong(), None).await?)
}

/// The newest file and the lokus that it belongs to.
async fn isi(app: &AppState, akses: &AksesLokus, b: &BeritaAcara) -> Hasil<(Vec<u8>, String)> {
    let semua = elektronik::daftar(app.store.baca(), b.id).await?;
    let sidik = elektronik::berkas(b, &semua);
    if sidik == b.objek {
        return Err(Error::TidakAda);
    }
    // It came from the service, or an organiser uploaded it.
    store::pindai::boleh(&app.store, sidik).await?;
    let isi = objek::baca(&app.store, sidik)?;
    if sidik_hex(&isi) != sidik {
        return Err(StoreError::Rusak(format!("the signed file {sidik} was changed")).into());
    }
    Ok((isi, format!("berita-acara-{}-{}-tte.pdf", b.jenis, akses.lokus.kode)))
}

async fn berkas(State(app): State<AppState>, Orang(pelaku): Orang, Jalur(id): Jalur<BeritaAcaraId>) -> Hasil {
    let b = berita_acara::dari_id(app.store.baca(), id).await?;
    let akses = store::hak::lokus(&app.store, &pelaku, b.lokus_id).await?;
    let (isi, nama) = isi(&app, &akses, &b).await?;
    Ok(pdf(isi, &nama))
}

async fn periksa(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<BeritaAcaraId>) -> Hasil {
    let b = berita_acara::dari_id(app.store.baca(), id).await?;
    let akses = akses(&app, &pelaku, &b).await?;
    let (isi, _) = isi(&app, &akses, &b).await?;
    let layanan = app.tte.as_ref().ok_or(Error::Bentrok("tte-mati"))?;
    // Below the time limit of a page.
    let jawaban = match tokio::time::timeout(std::time::Duration::from_secs(25), layanan.periksa(&isi)).await {
        Ok(Ok(p)) => Jawaban::Ada(p),
        Ok(Err(e)) => {
            tracing::warn!(service = layanan.layanan(), cause = e.0, "the signing service gave no word about a file");
            Jawaban::Tidak
        }
        Err(_) => Jawaban::Tidak,
    };
    let k = konteks(k, &akses.lokus);
    tampil(&halaman(&app, &k, &akses, b, Formulir::kosong(), Some(jawaban)).await?)
}
