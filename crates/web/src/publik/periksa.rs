//! `/periksa` and `/hasil/{periode}/{lokus}/periksa`: checking a signed result file in the visitor's own browser. The check is a
//! script that is independent of the program (`assets/js/periksa.js`); this page only gives it the file and the words. Nothing
//! that is checked comes here.

use askama::Template;
use axum::extract::State;
use store::{hasil::EdisiDikenal, peringkat};

use super::hasil::{Terbuka, buka};
use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::segar,
};

pub fn rute(d: &mut Daftar) {
    d.get("/periksa", Akses::Publik, lihat);
    d.get("/hasil/{periode}/{lokus}/periksa", Akses::Publik, satu);
}

#[derive(Template)]
#[template(path = "publik/periksa.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    unit: Option<Unit>,
    /// Ids of the editions that are known here with the SHA-256 of their texts, as JSON.
    dikenal: String,
}

/// The published result that the page begins with.
pub(super) struct Unit {
    pub nama: String,
    pub periode: String,
    /// Address of the result; its file is under `/bundel`.
    pub dasar: String,
    /// Address of the derivation.
    pub turunan: String,
    /// The page above, and its name.
    pub atas: (&'static str, &'static str),
}

/// What a line of the check is called, and what it says when it holds or cannot be checked here, and when it does not hold.
const BUTIR: [(&str, &str, &str, &str); 13] = [
    ("berkas", "periksa-berkas", "periksa-berkas-arti", "periksa-berkas-gagal"),
    ("isi", "periksa-isi", "periksa-isi-arti", "periksa-isi-gagal"),
    ("kunci", "periksa-kunci", "periksa-kunci-arti", "periksa-kunci-gagal"),
    ("tanda", "periksa-tanda", "periksa-tanda-arti", "periksa-tanda-gagal"),
    ("pemilik", "periksa-pemilik", "periksa-pemilik-arti", "periksa-pemilik-gagal"),
    ("edisi", "periksa-edisi", "periksa-edisi-arti", "periksa-edisi-gagal"),
    ("terbit", "periksa-terbit", "periksa-terbit-arti", "periksa-terbit-gagal"),
    ("f03", "periksa-f03", "periksa-f03-arti", "periksa-f03-gagal"),
    ("angka", "periksa-angka", "periksa-angka-arti", "periksa-angka-gagal"),
    ("daftar", "periksa-zip-daftar", "periksa-zip-daftar-arti", "periksa-zip-daftar-gagal"),
    ("lampiran", "periksa-zip-lampiran", "periksa-zip-lampiran-arti", "periksa-zip-lampiran-gagal"),
    ("baris", "periksa-zip-baris", "periksa-zip-baris-arti", "periksa-zip-baris-gagal"),
    ("peringkat", "periksa-zip-peringkat", "periksa-zip-peringkat-arti", "periksa-zip-peringkat-gagal"),
];

impl Halaman<'_> {
    fn butir(&self) -> [(&'static str, String, String, String); 13] {
        BUTIR.map(|(apa, judul, arti, gagal)| (apa, self.k.s(judul), self.k.s(arti), self.k.s(gagal)))
    }
}

async fn dikenal(app: &AppState) -> Hasil<String> {
    Ok(serde_json::json!(EdisiDikenal::instalasi(&app.store).await?.semua()).to_string())
}

async fn lihat(State(app): State<AppState>, k: Konteks) -> Hasil {
    let k = k.bantuan("periksa");
    segar(&k, &Halaman { k: &k, unit: None, dikenal: dikenal(&app).await? })
}

async fn satu(State(app): State<AppState>, k: Konteks, Jalur((periode, lokus)): Jalur<(String, String)>) -> Hasil {
    let (t, k) = match buka(&app, k, &periode).await? {
        Terbuka::Terbit(t, k) => (t, k),
        Terbuka::Ditarik(response) => return Ok(response),
    };
    let b = peringkat::satu(&app.store, &t, &lokus).await?;
    let kode = b.sidik.as_deref().and_then(|s| s.get(..16)).unwrap_or_default().to_owned();
    let unit = Unit {
        nama: b.unit.into(),
        periode: t.periode.nama.clone(),
        dasar: format!("/hasil/{periode}/{lokus}"),
        turunan: format!("/verifikasi/{kode}/turunan"),
        atas: ("/hasil", "publik-hasil-judul"),
    };
    tampilkan(&app, k.bantuan("periksa"), unit).await
}

pub(super) async fn tampilkan(app: &AppState, k: Konteks, unit: Unit) -> Hasil {
    segar(&k, &Halaman { k: &k, unit: Some(unit), dikenal: dikenal(app).await? })
}
