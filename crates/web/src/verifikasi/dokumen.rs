//! `/verifikasi/{kode}`: what a document is and whether it holds; `POST` compares a PDF with it, which is not stored.

use askama::Template;
use axum::{
    extract::{Multipart, State},
    response::Response,
};
use sha2::{Digest as _, Sha256};
use store::{
    KunciLama, Milik, StoreError,
    berita_acara::{BeritaAcara, HarusTanda, Keadaan, TandaTangan, elektronik},
    verifikasi::{self, Dokumen, Temuan},
};

use super::cari::tidak_ada;
use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::tampil,
};

const BATAS: usize = 25 * 1024 * 1024;

pub fn rute(d: &mut Daftar) {
    d.get("/verifikasi/{kode}", Akses::Publik, lihat);
    d.post_besar("/verifikasi/{kode}", Akses::Publik, BATAS, bandingkan);
}

/// What comparing a file came to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Banding {
    Belum,
    Sama,
    /// The electronically signed copy of minutes.
    Salinan,
    Beda,
    Kosong,
}

#[derive(Template)]
#[template(path = "verifikasi/dokumen.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    t: Temuan,
    kode: String,
    jenis: &'static str,
    keadaan: (Nada, &'static str),
    /// Whether every digital signature on it holds, in words.
    periksa: (Nada, &'static str, &'static str),
    tanda: Vec<(HarusTanda, Option<TandaTangan>)>,
    /// SHA-256 of the PDF (minutes, report).
    sidik: Option<String>,
    /// Value and category, only of published results.
    nilai: Option<(String, String)>,
    /// Why it was published without signed minutes.
    tanpa_ba: Option<String>,
    banding: Banding,
    lama: Option<KunciLama>,
}

impl Halaman<'_> {
    fn pihak(&self, h: &HarusTanda) -> &'static str {
        crate::lokus::berita_acara::rincian::pihak(h.pihak)
    }

    fn dibuat(&self) -> String {
        self.k.waktu(&match &self.t.dokumen {
            Dokumen::BeritaAcara(b, _) => b.pada,
            Dokumen::Lhe(e) => e.pada,
            Dokumen::Hasil(h) => h.pada,
            Dokumen::TindakLanjut(p) => p.pada,
        })
    }

    fn nomor(&self) -> Option<&str> {
        if let Dokumen::BeritaAcara(b, _) = &self.t.dokumen { Some(&b.nomor) } else { None }
    }

    fn segel(&self) -> Option<String> {
        if let Dokumen::BeritaAcara(b, _) = &self.t.dokumen { b.segel.map(|s| self.k.waktu(&s)) } else { None }
    }

    /// The key that signed it, when it is not the present one.
    fn kunci_lama(&self) -> Option<String> {
        self.lama.as_ref().map(|l| {
            let kunci = if l.dicabut { "verifikasi-kunci-dicabut" } else { "verifikasi-kunci-diganti" };
            let isi = [("kunci", l.publik.id().into()), ("sampai", self.k.waktu(&l.sampai).into()), ("alasan", l.alasan.as_str().into())];
            self.k.a(kunci, isi)
        })
    }

    fn hasil_sidik(&self) -> Option<&str> {
        match &self.t.dokumen {
            Dokumen::Lhe(e) => Some(&e.hasil_sidik),
            Dokumen::Hasil(h) => Some(&h.sidik),
            Dokumen::BeritaAcara(..) | Dokumen::TindakLanjut(_) => None,
        }
    }

    fn banding(&self) -> Option<(Nada, &'static str, &'static str)> {
        match self.banding {
            Banding::Belum => None,
            Banding::Sama => Some((Nada::Baik, "verifikasi-sama", "verifikasi-sama-isi")),
            Banding::Salinan => Some((Nada::Baik, "tte-salinan", "tte-salinan-isi")),
            Banding::Beda => Some((Nada::Bahaya, "verifikasi-beda", "verifikasi-beda-isi")),
            Banding::Kosong => Some((Nada::Perhatian, "verifikasi-pilih", "verifikasi-pilih-isi")),
        }
    }
}

type Lencana = (Nada, &'static str);
type Pemeriksaan = (Nada, &'static str, &'static str);
type Tanda = Vec<(HarusTanda, Option<TandaTangan>)>;

fn ba(app: &AppState, b: &BeritaAcara, tanda: &[TandaTangan], cocok: bool) -> Hasil<(Lencana, Pemeriksaan, Tanda)> {
    let keadaan = match b.keadaan() {
        Keadaan::Dibatalkan => (Nada::Bahaya, "ba-keadaan-batal"),
        Keadaan::Bersegel => (Nada::Baik, "ba-keadaan-segel"),
        Keadaan::Sebagian => (Nada::Info, "ba-keadaan-sebagian"),
        Keadaan::BelumDitandatangani => (Nada::Perhatian, "ba-keadaan-belum"),
    };
    let utuh = cocok && tanda.iter().all(|t| t.objek == b.objek && t.sah(&app.store)) && (b.segel.is_none() || b.segel_sah(&app.store));
    let periksa = match (utuh, tanda.is_empty(), b.batal.is_some()) {
        (false, ..) => RUSAK,
        (true, _, true) => (Nada::Bahaya, "verifikasi-batal", "verifikasi-batal-isi"),
        (true, true, _) => (Nada::Perhatian, "verifikasi-tanpa-tanda", "verifikasi-tanpa-tanda-isi"),
        (true, false, _) => (Nada::Baik, "verifikasi-utuh", "verifikasi-utuh-isi"),
    };
    let harus = b.penanda()?.into_iter().map(|h| (h.clone(), tanda.iter().find(|t| t.milik(&h)).cloned())).collect();
    Ok((keadaan, periksa, harus))
}

const RUSAK: (Nada, &str, &str) = (Nada::Bahaya, "verifikasi-rusak", "verifikasi-rusak-isi");

async fn halaman<'a>(app: &AppState, k: &'a Konteks, t: Temuan, kode: String, banding: Banding) -> Hasil<Halaman<'a>> {
    let batal = (Nada::Bahaya, "verifikasi-batal", "verifikasi-batal-isi");
    let (jenis, keadaan, periksa, tanda, sidik) = match &t.dokumen {
        Dokumen::BeritaAcara(b, tanda) => {
            let (keadaan, periksa, harus) = ba(app, b, tanda, t.cocok)?;
            let jenis = if b.jenis == "hasil" { "ba-jenis-hasil" } else { "ba-jenis-pelaksanaan" };
            (jenis, keadaan, periksa, harus, Some(b.objek.clone()))
        }
        Dokumen::Lhe(e) => {
            let (keadaan, periksa) = match e.hasil_batal {
                _ if !t.cocok => ((Nada::Bahaya, RUSAK.1), RUSAK),
                Some(_) => ((Nada::Bahaya, "verifikasi-keadaan-batal"), batal),
                None => ((Nada::Baik, "verifikasi-keadaan-berlaku"), (Nada::Baik, "verifikasi-tercatat", "verifikasi-tercatat-isi")),
            };
            ("verifikasi-lhe", keadaan, periksa, Vec::new(), Some(e.pdf.clone()))
        }
        Dokumen::Hasil(h) => {
            let keadaan =
                if h.batal.is_some() { (Nada::Bahaya, "verifikasi-keadaan-batal") } else { (Nada::Baik, "verifikasi-keadaan-beku") };
            let periksa = match (t.cocok && h.tanda_sah(&app.store), h.batal) {
                (false, _) => RUSAK,
                (true, Some(_)) => batal,
                (true, None) => (Nada::Baik, "verifikasi-utuh", "verifikasi-utuh-hasil"),
            };
            ("verifikasi-hasil", keadaan, periksa, Vec::new(), None)
        }
        Dokumen::TindakLanjut(p) => {
            let periksa = (Nada::Baik, "verifikasi-tercatat", "verifikasi-tercatat-isi");
            ("verifikasi-tindak-lanjut", (Nada::Baik, "verifikasi-keadaan-disampaikan"), periksa, Vec::new(), p.objek.clone())
        }
    };
    let nilai = match &t.dokumen {
        // From the signed text, never from the columns beside it.
        Dokumen::Hasil(h) if h.batal.is_none() && super::turunan::terbit(app, &t).await? => h.ipp_bertanda(&app.store),
        _ => None,
    };
    let tanpa_ba = match &t.dokumen {
        Dokumen::Hasil(h) if nilai.is_some() => store::penerbitan::alasan_satu(&app.store, t.lokus.periode_id, h.id).await?,
        _ => None,
    };
    let lama = penanda(app, &t);
    let periksa = match &lama {
        Some(l) if l.dicabut && periksa.0 == Nada::Baik => (Nada::Perhatian, "verifikasi-dicabut", "verifikasi-dicabut-isi"),
        _ => periksa,
    };
    Ok(Halaman { k, t, kode, jenis, keadaan, periksa, tanda, sidik, nilai, tanpa_ba, banding, lama })
}

/// The former key of this installation that signed a document; `None` for the present one.
fn penanda(app: &AppState, t: &Temuan) -> Option<KunciLama> {
    let kunci = match &t.dokumen {
        Dokumen::BeritaAcara(b, _) => b.segel_kunci.clone()?,
        Dokumen::Hasil(h) => h.bundel().ok()?.instalasi.kunci,
        Dokumen::Lhe(_) | Dokumen::TindakLanjut(_) => return None,
    };
    match app.store.kunci().milik(&kunci)? {
        Milik::Lama(l) => Some(*l),
        Milik::Kini => None,
    }
}

fn konteks(k: Konteks, t: &Temuan) -> Konteks {
    k.ilustrasi(t.lokus.ilustrasi == 1).zona(&t.lokus.zona).bantuan("verifikasi")
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil<Response> {
    match verifikasi::cari(&app.store, &kode).await {
        Err(StoreError::TidakDitemukan) => lain(&app, k, &kode, None).await,
        t => {
            let t = t?;
            let k = konteks(k, &t);
            tampil(&halaman(&app, &k, t, verifikasi::rapikan(&kode), Banding::Belum).await?)
        }
    }
}

async fn bandingkan(
    State(app): State<AppState>,
    k: Konteks,
    Jalur(kode): Jalur<String>,
    isian: Result<Multipart, axum::extract::multipart::MultipartRejection>,
) -> Hasil<Response> {
    let sidik = sidik_kiriman(isian?).await?;
    let t = match verifikasi::cari(&app.store, &kode).await {
        Err(StoreError::TidakDitemukan) => return lain(&app, k, &kode, Some(&sidik)).await,
        t => t?,
    };
    let banding = if sidik.is_empty() { Banding::Kosong } else { banding_berkas(&app, &t, &sidik).await? };
    let k = konteks(k, &t);
    tampil(&halaman(&app, &k, t, verifikasi::rapikan(&kode), banding).await?)
}

/// SHA-256 of the file that was sent, in 64 hex digits; empty without one. The file is not held: anybody may send one.
async fn sidik_kiriman(mut isian: Multipart) -> Hasil<String> {
    let mut sidik = String::new();
    while let Some(mut medan) = isian.next_field().await? {
        if medan.name() != Some("berkas") {
            continue;
        }
        let (mut hitung, mut ada) = (Sha256::new(), false);
        while let Some(potong) = medan.chunk().await? {
            ada |= !potong.is_empty();
            hitung.update(&potong);
        }
        if ada {
            sidik = hex::encode(hitung.finalize());
        }
    }
    Ok(sidik)
}

async fn banding_berkas(app: &AppState, t: &Temuan, sidik: &str) -> Hasil<Banding> {
    let (harap, salinan) = match &t.dokumen {
        Dokumen::BeritaAcara(b, _) => {
            let semua = elektronik::daftar(app.store.baca(), b.id).await?;
            (Some(&b.objek), semua.iter().any(|x| x.objek() == Some(sidik)))
        }
        Dokumen::Lhe(e) => (Some(&e.pdf), false),
        Dokumen::TindakLanjut(p) => (p.objek.as_ref(), false),
        Dokumen::Hasil(_) => (None, false),
    };
    Ok(match harap {
        Some(h) if h == sidik => Banding::Sama,
        _ if salinan => Banding::Salinan,
        _ => Banding::Beda,
    })
}

/// A document of a survey round, a national report, a letter of a case, a certificate, or none at all. `sidik`: hash of a file to compare
/// with it, empty where none was chosen.
async fn lain(app: &AppState, k: Konteks, kode: &str, sidik: Option<&str>) -> Hasil<Response> {
    match verifikasi::cari_skm(&app.store, kode).await {
        Err(StoreError::TidakDitemukan) => {}
        d => return super::skm::halaman(k, kode, d?, sidik),
    }
    match store::nasional::laporan::dari_kode(&app.store, kode).await {
        Err(StoreError::TidakDitemukan) => {}
        l => return super::nasional::halaman(app, k, &l?, sidik).await,
    }
    match store::permohonan::dokumen::dari_kode(app.store.baca(), kode).await {
        Err(StoreError::TidakDitemukan) => {}
        d => return super::permohonan::halaman(k, d?, sidik),
    }
    match verifikasi::cari_piagam(&app.store, kode).await {
        Err(StoreError::TidakDitemukan) => tidak_ada(&k, kode),
        d => super::piagam::halaman(app, k, d?, sidik).await,
    }
}
