//! `/cari?q=`: services, units and references in one box. Without a question: all units.

use askama::Template;
use axum::extract::{Query, State};
use store::layanan::{Ditemukan, Katalog, Terbit, UnitTerbit, katalog};

use super::{biaya, konteks, rujukan, waktu};
use crate::{
    AppState,
    error::Hasil,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::{Alih, segar},
};

/// Results on the page.
const BATAS: usize = 20;
/// Units on the page.
const UNIT: usize = 60;

pub fn rute(d: &mut Daftar) {
    d.get("/cari", Akses::Publik, lihat);
}

#[derive(serde::Deserialize)]
struct Kueri {
    #[serde(default)]
    q: String,
}

#[derive(Template)]
#[template(path = "publik/pelayanan/cari.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    q: &'a str,
    temuan: Vec<Ditemukan<'a>>,
    unit: &'a [UnitTerbit],
}

impl Halaman<'_> {
    /// Looks like the number of something: letters or the year, a hyphen, and the rest; or the form of a code, right or wrong.
    fn bernomor(&self) -> bool {
        let Some((awal, sisa)) = self.q.split_once('-').filter(|_| !self.q.contains(char::is_whitespace)) else { return false };
        let huruf = (1..=3).contains(&awal.len()) && awal.bytes().all(|b| b.is_ascii_alphabetic());
        let tahun = awal.len() == 4 && awal.bytes().all(|b| b.is_ascii_digit());
        store::kode::rapikan(self.q).is_some() || (huruf || tahun) && sisa.bytes().any(|b| b.is_ascii_digit())
    }

    fn waktu(&self, t: &Terbit) -> String {
        waktu(self.k, t)
    }

    fn biaya<'t>(&self, t: &'t Terbit) -> &'t str {
        biaya(t)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Query(q): Query<Kueri>) -> Hasil {
    let q: String = q.q.trim().chars().take(layanan::cari::TANYA_MAKS).collect();
    if let Some(ke) = rujukan::alamat(&app, &q).await? {
        return Alih::ke(ke).into();
    }
    let isi: std::sync::Arc<Katalog> = katalog(&app.store).await?;
    let temuan = isi.cari(&q, BATAS);
    let ilustrasi = isi.layanan.iter().any(|t| t.layanan.ilustrasi == 1);
    let k = konteks(k, ilustrasi, app.konfig.zona.nama());
    let unit = &isi.unit[..isi.unit.len().min(UNIT)];
    segar(&k, &Halaman { k: &k, q: &q, temuan, unit })
}
