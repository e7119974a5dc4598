//! Reading published values: ranking per year, scheme and group; the values of one instansi; who has values at all.

use super::Riwayat;
use crate::{
    Hasil, Store,
    id::InstansiId,
    instansi::{Instansi, PILIH_INSTANSI},
    kueri::Kueri,
    nilai,
};
use pekppp::peringkat::Peringkat;
use sea_orm::FromQueryResult;

pub(super) const KOLOM: &str = "id, tingkat, kelompok, skema, tahun, instansi_id, instansi, slug, unit, ipp, konversi, kategori,
    kategori_tabel, kepastian, catatan, sumber";

/// A ranking that can be shown, with how many instansi it holds.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Pilihan {
    pub tahun: i64,
    pub skema: String,
    pub kelompok: String,
    pub jumlah: i64,
}

/// Newest year first.
pub async fn pilihan(store: &Store) -> Hasil<Vec<Pilihan>> {
    store
        .baca()
        .semua(
            "SELECT tahun, skema, kelompok, COUNT(DISTINCT slug) AS jumlah FROM riwayat_ipp WHERE tingkat = 'instansi'
             GROUP BY tahun, skema, kelompok ORDER BY tahun DESC, skema DESC, kelompok LIMIT 1000",
            nilai![],
        )
        .await
}

/// Ranks by the two decimals that were published: equal values share a rank, although the official order may know more.
#[derive(Debug, Clone)]
pub struct PeringkatRiwayat {
    pub urutan: Vec<Peringkat<Riwayat>>,
    /// Sources give the same instansi different values for the year: not ranked.
    pub bertentangan: Vec<Riwayat>,
}

impl PeringkatRiwayat {
    /// Whether some rank is held by more than one.
    #[must_use]
    pub fn ada_sama(&self) -> bool {
        self.urutan.windows(2).any(|w| matches!(w, [a, b] if a.peringkat == b.peringkat))
    }
}

pub async fn peringkat(store: &Store, tahun: i64, skema: &str, kelompok: &str) -> Hasil<PeringkatRiwayat> {
    let sql = format!(
        "SELECT {KOLOM} FROM riwayat_ipp WHERE tahun = $1 AND skema = $2 AND kelompok = $3 AND tingkat = 'instansi'
         ORDER BY slug, ipp_urut DESC, id LIMIT 2000"
    );
    let semua: Vec<Riwayat> = store.baca().semua(&sql, nilai![tahun, skema, kelompok]).await?;
    let (mut tunggal, mut bertentangan) = (Vec::new(), Vec::new());
    for kelompok in semua.chunk_by(|a, b| a.slug == b.slug) {
        let [pertama, lain @ ..] = kelompok else { continue };
        if lain.iter().all(|l| l.ipp == pertama.ipp) {
            tunggal.push((pertama.clone(), pertama.nilai()?));
        } else {
            bertentangan.extend(kelompok.iter().cloned());
        }
    }
    Ok(PeringkatRiwayat { urutan: pekppp::peringkat::peringkat(tunggal), bertentangan })
}

/// Published means over many instansi (national, groups) of a year.
pub async fn acuan(store: &Store, tahun: i64, skema: &str) -> Hasil<Vec<Riwayat>> {
    let sql = format!(
        "SELECT {KOLOM} FROM riwayat_ipp WHERE tahun = $1 AND skema = $2 AND tingkat IN ('nasional', 'kelompok')
         ORDER BY tingkat DESC, instansi, id LIMIT 100"
    );
    store.baca().semua(&sql, nilai![tahun, skema]).await
}

/// Everything published about a registered instansi and its units, newest first.
pub async fn milik(store: &Store, id: InstansiId) -> Hasil<Vec<Riwayat>> {
    let sql =
        format!("SELECT {KOLOM} FROM riwayat_ipp WHERE instansi_id = $1 ORDER BY tahun DESC, skema DESC, ipp_urut DESC, id LIMIT 1000");
    store.baca().semua(&sql, nilai![id]).await
}

/// Everything published under a page address; means over many instansi have no page.
pub async fn dari_slug(store: &Store, slug: &str) -> Hasil<Vec<Riwayat>> {
    let sql = format!(
        "SELECT {KOLOM} FROM riwayat_ipp WHERE slug = $1 AND tingkat IN ('instansi', 'unit')
         ORDER BY tahun DESC, skema DESC, ipp_urut DESC, id LIMIT 1000"
    );
    store.baca().semua(&sql, nilai![slug]).await
}

/// An instansi that has published values.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Ringkas {
    pub slug: String,
    pub instansi: String,
    pub instansi_id: Option<InstansiId>,
    pub kelompok: String,
    pub dari: i64,
    pub sampai: i64,
}

pub async fn semua_instansi(store: &Store) -> Hasil<Vec<Ringkas>> {
    store
        .baca()
        .semua(
            "SELECT slug, MIN(instansi) AS instansi, instansi_id, kelompok, MIN(tahun) AS dari, MAX(tahun) AS sampai FROM riwayat_ipp
             WHERE tingkat IN ('instansi', 'unit') GROUP BY slug, instansi_id, kelompok ORDER BY instansi, slug LIMIT 2000",
            nilai![],
        )
        .await
}

/// Registered instansi for public lists, by name: their names and codes are public.
pub async fn terdaftar(store: &Store) -> Hasil<Vec<Instansi>> {
    store.baca().semua(&format!("{PILIH_INSTANSI} ORDER BY nama, id LIMIT 5000"), nilai![]).await
}
