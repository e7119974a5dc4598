//! To whom a report or a question goes: a service, a unit or an instansi by its public code.

use store::{
    StoreError,
    instansi::{self, Instansi, Unit},
    layanan::{self, Ditemukan, Katalog},
    pengaduan::{self, Tujuan},
};

use crate::{AppState, Error, error::Hasil};

/// The query of the pages.
#[derive(Debug, Clone, Default, serde::Deserialize)]
pub struct Kueri {
    #[serde(default)]
    pub layanan: String,
    #[serde(default)]
    pub unit: String,
    #[serde(default)]
    pub instansi: String,
    #[serde(default)]
    pub q: String,
    /// Where it happened, as the page from which the visitor came knows it; he may change it.
    #[serde(default)]
    pub tempat: String,
}

/// Where it goes, with names.
pub struct Sasaran {
    pub tujuan: Tujuan,
    pub instansi: Instansi,
    pub unit: Option<Unit>,
    /// Code and name.
    pub layanan: Option<(String, String)>,
    /// Somebody reads reports there.
    pub dibaca: bool,
}

/// `None` when the query names nothing.
///
/// # Errors
/// 404 for a code that nothing has.
pub async fn cari(app: &AppState, q: &Kueri) -> Hasil<Option<Sasaran>> {
    let s = &app.store;
    let (instansi, unit, layanan) = if !q.layanan.is_empty() {
        let t = layanan::dari_kode(s, &q.layanan).await?;
        let unit = instansi::unit(s, t.layanan.unit_id).await?;
        (instansi::dari_id(s, t.layanan.instansi_id).await?, Some(unit), Some((t.layanan.id, t.layanan.kode, t.isi.nama)))
    } else if !q.unit.is_empty() {
        let unit = instansi::unit_dari_kode(s, &q.unit).await?;
        (instansi::dari_id(s, unit.instansi_id).await?, Some(unit), None)
    } else if !q.instansi.is_empty() {
        (instansi::dari_kode(s, &q.instansi).await?, None, None)
    } else {
        return Ok(None);
    };
    let tujuan = Tujuan { instansi: instansi.id, unit: unit.as_ref().map(|u| u.id), layanan: layanan.as_ref().map(|l| l.0) };
    let dibaca = pengaduan::punya_penghubung(s, instansi.id).await?;
    Ok(Some(Sasaran { tujuan, instansi, unit, layanan: layanan.map(|(_, kode, nama)| (kode, nama)), dibaca }))
}

/// The same, where the page makes no sense without it.
///
/// # Errors
/// 404 without a target.
pub async fn wajib(app: &AppState, q: &Kueri) -> Hasil<Sasaran> {
    cari(app, q).await?.ok_or(Error::from(StoreError::TidakDitemukan))
}

/// Address, name and what it belongs to of what a search found.
pub fn temuan(isi: &Katalog, q: &str, dasar: &str) -> Vec<(String, String, String)> {
    let satu = |t: Ditemukan<'_>| match t {
        Ditemukan::Layanan(t) => {
            let ke = format!("{dasar}?layanan={}", t.layanan.kode);
            Some((ke, t.isi.nama.clone(), format!("{} · {}", t.layanan.unit, t.layanan.instansi)))
        }
        Ditemukan::Unit(u) => Some((format!("{dasar}?unit={}", u.kode), u.nama.clone(), u.instansi.clone())),
        // A mall is found as the unit that it is.
        Ditemukan::Mal(_) | Ditemukan::Forum(_) => None,
    };
    isi.cari(q, 12).into_iter().filter_map(satu).collect()
}
