//! `/cari?q=`: services, units and references in one box. Without a question: all units, in pages.

use askama::Template;
use axum::extract::{Query, State};
use layanan::cari::pokok::kata;
use store::layanan::{Ditemukan, Jawab, Katalog, MalTerbit, Terbit, UnitTerbit, katalog};

use super::{biaya, konteks, rujukan, waktu};
use crate::{
    AppState,
    error::Hasil,
    konteks::Konteks,
    lembar::{BATAS as UNIT, Lembar, kueri, lewati},
    rute::{Akses, Daftar},
    tampil::{Alih, segar},
};

/// Results on the page.
const BATAS: usize = 20;

pub fn rute(d: &mut Daftar) {
    d.get("/cari", Akses::Publik, lihat);
}

#[derive(serde::Deserialize)]
struct Kueri {
    #[serde(default)]
    q: String,
    /// Page of the units.
    h: Option<i64>,
}

#[derive(Template)]
#[template(path = "publik/pelayanan/cari.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    q: &'a str,
    temuan: Vec<Ditemukan<'a>>,
    /// Words of the question that nothing has.
    tiada: Vec<String>,
    /// What was found has all the other words.
    lengkap: bool,
    /// It has the words only in passing.
    sekadar: bool,
    unit: Vec<&'a UnitTerbit>,
    /// Where there are more units than one page shows.
    lembar: Option<Lembar>,
}

impl Halaman<'_> {
    fn bernomor(&self) -> bool {
        bernomor(self.q)
    }

    /// What was not asked for after all, that nothing is named so, or that nothing has every word; `None` where all is as it was asked.
    fn kurang(&self) -> Option<String> {
        match () {
            () if self.bernomor() => None,
            () if !self.tiada.is_empty() => {
                Some(self.k.n("cari-tiada", "kata", self.tiada.iter().map(|t| format!("“{t}”")).collect::<Vec<_>>().join(", ")))
            }
            () if self.sekadar => Some(self.k.n("cari-sekadar", "kata", self.q)),
            () if self.lengkap => None,
            () => Some(self.k.s("cari-terdekat")),
        }
    }

    fn waktu(&self, t: &Terbit) -> String {
        waktu(self.k, t)
    }

    /// The page of a mall; of one without a page, its place in the list of its province.
    fn ke_mal(&self, m: &MalTerbit) -> String {
        match (&m.kode, m.wilayah.as_deref().and_then(|w| w.split('.').next())) {
            (Some(kode), _) => format!("/mal/{kode}"),
            (None, Some(provinsi)) => format!("/mal?provinsi={provinsi}#daftar"),
            (None, None) => "/mal#daftar".to_owned(),
        }
    }

    /// Service points of a mall whose names have a word of the question: why the mall was found.
    fn titik<'t>(&self, m: &'t MalTerbit) -> Vec<&'t str> {
        let tanya: Vec<String> = kata(self.q).filter(|k| k.len() > 3).collect();
        let kena = |t: &&String| kata(t).any(|k| tanya.contains(&k));
        m.titik.iter().filter(kena).map(String::as_str).take(3).collect()
    }

    fn biaya<'t>(&self, t: &'t Terbit) -> &'t str {
        biaya(t)
    }
}

/// Looks like the number of something: letters or the year, a hyphen, and the rest; or the form of a code, right or wrong.
fn bernomor(q: &str) -> bool {
    let Some((awal, sisa)) = q.split_once('-').filter(|_| !q.contains(char::is_whitespace)) else { return false };
    let huruf = (1..=3).contains(&awal.len()) && awal.bytes().all(|b| b.is_ascii_alphabetic());
    let tahun = awal.len() == 4 && awal.bytes().all(|b| b.is_ascii_digit());
    store::kode::rapikan(q).is_some() || (huruf || tahun) && sisa.bytes().any(|b| b.is_ascii_digit())
}

/// A service that is called by a letter (`SIM A`), or a mall with such a gerai, is no answer to the number `A-012`; a service whose name
/// holds it (`AK-1`) is.
fn menjawab(t: &Ditemukan<'_>, q: &str) -> bool {
    match t {
        _ if !bernomor(q) => true,
        Ditemukan::Layanan(t) => t.isi.nama.to_lowercase().contains(&q.to_lowercase()),
        _ => false,
    }
}

/// Units by name on page `h`.
fn semua_unit<'a>(k: &Konteks, isi: &'a Katalog, q: &str, h: Option<i64>) -> (Vec<&'a UnitTerbit>, Option<Lembar>) {
    let angka = |n: i64| usize::try_from(n).unwrap_or_default();
    let unit: Vec<&UnitTerbit> = isi.unit.iter().skip(angka(lewati(h))).take(angka(UNIT)).collect();
    let dari = i64::try_from(isi.unit.len()).unwrap_or(i64::MAX);
    let lembar = (dari > UNIT).then(|| k.lembar(h, unit.len(), dari, &kueri([("q", q)])));
    (unit, lembar)
}

async fn lihat(State(app): State<AppState>, k: Konteks, Query(q): Query<Kueri>) -> Hasil {
    let h = q.h;
    let q: String = q.q.trim().chars().take(layanan::cari::TANYA_MAKS).collect();
    if let Some(ke) = rujukan::alamat(&app, &q).await? {
        return Alih::ke(ke).into();
    }
    let isi: std::sync::Arc<Katalog> = katalog(&app.store).await?;
    let Jawab { mut temuan, tiada, lengkap, sekadar } = isi.jawab(&q, BATAS);
    temuan.retain(|t| menjawab(t, &q));
    let ilustrasi = isi.layanan.iter().any(|t| t.layanan.ilustrasi == 1);
    let k = konteks(k, ilustrasi, app.konfig.zona.nama());
    let (unit, lembar) = semua_unit(&k, &isi, &q, h);
    segar(&k, &Halaman { k: &k, q: &q, temuan, tiada, lengkap, sekadar, unit, lembar })
}
