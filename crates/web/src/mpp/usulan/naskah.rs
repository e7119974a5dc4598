//! `/mpp/usulan/{jalan}/naskah`: texts made from templates for one journey: study, verification forms, agreements; editing one,
//! and printing it (`…/pdf`).

use askama::Template;
use axum::extract::State;
use dokumen::{BarisNaskah, Kepala, NaskahMpp};
use layanan::mpp::templat::{self, Baris};
use store::{
    StoreError,
    hak::AksesJalan,
    id::JalanId,
    perjalanan::{
        Jalan,
        naskah::{self, Naskah, TEKS_MAKS},
    },
};

use super::{BERTINDAK, Kedua, kunci_sisi};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    mpp::umum::di_medan,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, pdf, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/usulan/{jalan}/naskah", super::PEMBACA, daftar);
    d.get("/mpp/usulan/{jalan}/naskah/{kunci}", super::PEMBACA, lihat);
    d.post("/mpp/usulan/{jalan}/naskah/{kunci}", BERTINDAK, simpan);
    d.get("/mpp/usulan/{jalan}/naskah/{kunci}/pdf", super::PEMBACA, cetak);
}

struct Sebaris {
    kunci: &'static str,
    nama: &'static str,
    versi: i64,
    pihak: &'static str,
}

#[derive(Template)]
#[template(path = "mpp/usulan/naskah.html")]
struct Daftarnya<'a> {
    k: &'a Konteks,
    j: &'a Jalan,
    daftar: Vec<Sebaris>,
}

async fn daftar(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<JalanId>) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let ada = naskah::semua(app.store.baca(), id).await?;
    let satu = |t: &templat::Templat| Sebaris {
        kunci: t.kunci,
        nama: t.nama,
        versi: ada.iter().find(|n| n.kunci == t.kunci).map_or(0, |n| n.versi),
        pihak: kunci_sisi(t.jenis.pihak()),
    };
    tampil(&Daftarnya { k: &k, j: &akses.jalan, daftar: templat::BAWAAN.iter().map(satu).collect() })
}

#[derive(Template)]
#[template(path = "mpp/usulan/naskah-rinci.html")]
pub struct Halaman<'a> {
    pub k: &'a Konteks,
    pub f: Formulir,
    /// `None` for a template.
    pub j: Option<&'a Jalan>,
    pub kunci: &'static str,
    pub nama: &'static str,
    pub sisa: Vec<String>,
    pub menulis: bool,
}

impl Halaman<'_> {
    /// Places of a template: those that a proposal fills by itself, and those that the writer does.
    fn tempat(&self) -> (String, String) {
        let (sendiri, penyusun): (Vec<&str>, Vec<&str>) = self.sisa.iter().map(String::as_str).partition(|t| templat::SENDIRI.contains(t));
        (sendiri.join(", "), penyusun.join(", "))
    }
}

fn halaman<'a>(k: &'a Konteks, akses: &'a AksesJalan, t: &templat::Templat, f: Formulir) -> Halaman<'a> {
    let j = &akses.jalan;
    let kedua = Kedua::dari(akses);
    let menulis = j.akhir.is_none() && kedua.untuk(t.jenis.pihak()).is_some();
    let sisa = templat::tempat(f.nilai("isi")).into_iter().map(str::to_owned).collect();
    Halaman { k, f, j: Some(j), kunci: t.kunci, nama: t.nama, sisa, menulis }
}

fn formulir(n: &Naskah) -> Formulir {
    Formulir::isi([("versi", n.versi.to_string()), ("isi", n.isi.clone()), ("sumber", n.sumber.clone())])
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, kunci)): Jalur<(JalanId, String)>) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let t = templat::cari(&kunci).ok_or(Error::TidakAda)?;
    let n = naskah::satu(&app.store, &akses.jalan, t.kunci).await?;
    tampil(&halaman(&k, &akses, t, formulir(&n)))
}

async fn simpan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, kunci)): Jalur<(JalanId, String)>,
    mut f: Formulir,
) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let t = templat::cari(&kunci).ok_or(Error::TidakAda)?;
    let dasar = f.nilai("versi").parse().unwrap_or(0);
    f.batasi("isi", TEKS_MAKS);
    if f.sah() {
        let kedua = Kedua::dari(&akses);
        let pihak = kedua.untuk(t.jenis.pihak()).ok_or(StoreError::Ditolak("mpp-pihak"))?;
        let isi = f.nilai("isi").replace("\r\n", "\n");
        match naskah::simpan(&app.store, pihak, t.kunci, dasar, &isi).await {
            Ok(_) => return Alih::ke(format!("/mpp/usulan/{id}/naskah/{kunci}")).pesan("mpp-pesan-simpan").into(),
            Err(e) => di_medan(&mut f, e, "isi")?,
        }
    }
    let n = naskah::satu(&app.store, &akses.jalan, t.kunci).await?;
    f.ganti("sumber", n.sumber);
    tampil_salah(&halaman(&k, &akses, t, f))
}

async fn cetak(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, kunci)): Jalur<(JalanId, String)>) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let t = templat::cari(&kunci).ok_or(Error::TidakAda)?;
    let n = naskah::satu(&app.store, &akses.jalan, t.kunci).await?;
    // A place that is not filled is a line to write on.
    let kosong: Vec<(&str, &str)> = templat::tempat(&n.isi).into_iter().map(|t| (t, "……………………")).collect();
    let teks = templat::isi(&n.isi, &kosong);
    let (judul, baris) = templat::cetak(&teks);
    let satu = |b: Baris<'_>| match b {
        Baris::Judul(t) => BarisNaskah::Judul(t.to_owned()),
        Baris::Butir(t) => BarisNaskah::Butir(t.to_owned()),
        Baris::Petunjuk(t) | Baris::Alinea(t) => BarisNaskah::Alinea(t.to_owned()),
    };
    let catatan = if n.sumber.is_empty() { k.s("mpp-contoh-cetak") } else { k.n("mpp-naskah-sumber", "sumber", &n.sumber) };
    let isi = NaskahMpp {
        kepala: Kepala {
            instansi: akses.jalan.instansi.clone(),
            perangkat: None,
            nomor: None,
            dibuat: n.pada.timestamp(),
            dibuat_teks: k.waktu(&n.pada),
            ilustrasi: k.ilustrasi,
            verifikasi: None,
        },
        judul: judul.unwrap_or(t.nama).to_owned(),
        catatan: Some(catatan),
        isi: baris.into_iter().map(satu).collect(),
        tanda_tangan: Vec::new(),
    };
    Ok(pdf(app.pencetak.cetak(isi).await?, &format!("{}.pdf", t.kunci)))
}
