//! UnitLokus: one unit in one period, with its form, scope and ranking category.

pub(crate) mod daftar;
mod isi;
pub(crate) mod kabar;
mod kategori;
pub mod keadaan;
mod lalu;
pub mod syarat;

pub use daftar::{SAYA_MAKS, Saring, Tahap, cocok, halaman, kategori, lapangan, sebagai_evaluator, sebagai_pihak, sebagai_unit};
pub(crate) use isi::sisip;
pub use isi::{LokusIsi, hapus, tambah, ubah};
pub(crate) use isi::{kode_baru, punya_edisi};
pub(crate) use kategori::{Ejaan, akar as akar_kategori, seragam};
pub use kategori::{beda_ejaan, judul as judul_kategori, samakan, urutkan as urutkan_kategori};
pub use lalu::{Lalu, lalu};

use crate::{
    Hasil, StoreError,
    id::{InstansiId, LokusId, PeriodeId, UnitId},
    kueri::Kueri,
    nilai,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// A lokus with the names that every page about it shows.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Lokus {
    pub id: LokusId,
    pub kode: String,
    pub periode_id: PeriodeId,
    pub unit_id: UnitId,
    pub formulir: String,
    pub cakupan: String,
    pub kategori: String,
    pub versi: i64,
    pub unit: String,
    pub unit_induk: Option<UnitId>,
    /// The instansi that the unit belongs to.
    pub instansi_id: InstansiId,
    pub instansi: String,
    pub wilayah: Option<String>,
    pub zona: String,
    pub periode: String,
    pub tahun: i64,
    pub skema: String,
    pub penyatuan: String,
    pub ilustrasi: i64,
    /// The organiser's instansi.
    pub penyelenggara_id: InstansiId,
    /// Kind of the organiser's instansi.
    pub penyelenggara_jenis: String,
    pub edisi_a: Option<String>,
    pub edisi_b: Option<String>,
}

pub const PILIH: &str = "SELECT l.id, l.kode, l.periode_id, l.unit_id, l.formulir, l.cakupan, l.kategori, l.versi,
    u.nama AS unit, u.induk_id AS unit_induk, u.instansi_id, i.nama AS instansi, i.wilayah, i.zona,
    p.nama AS periode, p.tahun, p.skema, p.penyatuan, p.ilustrasi, p.instansi_id AS penyelenggara_id, o.jenis AS penyelenggara_jenis, p.edisi_a, p.edisi_b
    FROM lokus l JOIN unit u ON u.id = l.unit_id JOIN instansi i ON i.id = u.instansi_id JOIN periode p ON p.id = l.periode_id
    JOIN instansi o ON o.id = p.instansi_id";

impl Lokus {
    /// What the scheme of its period does.
    ///
    /// # Errors
    /// `Rusak` for a scheme that this program does not know.
    pub fn aturan(&self) -> Hasil<&'static pekppp::skema::Aturan> {
        crate::periode::aturan(&self.skema)
    }

    /// Hash of the edition text that this lokus is evaluated with.
    ///
    /// # Errors
    /// `Rusak` if the period has no edition for the form.
    pub fn edisi(&self) -> Hasil<&str> {
        let e = if self.formulir == "B" { &self.edisi_b } else { &self.edisi_a };
        e.as_deref().ok_or_else(|| StoreError::Rusak(format!("period {} has no edition for form {}", self.periode_id, self.formulir)))
    }
}

/// The condition that the unit was a lokus of another period, of that year or before, whose scheme scores.
pub(crate) fn terdahulu(unit: &str, periode: &str, tahun: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM lokus tl JOIN periode tp ON tp.id = tl.periode_id WHERE tl.unit_id = {unit} AND tp.id <> {periode}
         AND tp.skema <> 'pemantauan' AND tp.tahun <= {tahun})"
    )
}

pub async fn dari_id<C: ConnectionTrait>(c: &C, id: LokusId) -> Hasil<Lokus> {
    c.satu(&format!("{PILIH} WHERE l.id = $1"), nilai![id]).await
}

/// Lokus of a period by unit name: all of them, so never for a page that a person opens often ([`halaman`]).
pub async fn milik_periode<C: ConnectionTrait>(c: &C, id: PeriodeId) -> Hasil<Vec<Lokus>> {
    c.semua(&format!("{PILIH} WHERE l.periode_id = $1 ORDER BY u.nama, l.id LIMIT 200000"), nilai![id]).await
}

/// How many lokus a period has.
pub async fn banyak<C: ConnectionTrait>(c: &C, id: PeriodeId) -> Hasil<i64> {
    c.angka("SELECT COUNT(*) AS n FROM lokus WHERE periode_id = $1", nilai![id]).await
}

/// Whether a frozen result stands: then F01, F02 and F03 of the lokus take no more writes.
pub async fn beku<C: ConnectionTrait>(c: &C, id: LokusId) -> Hasil<bool> {
    let n = c
        .angka(
            "SELECT COUNT(*) AS n FROM hasil h LEFT JOIN hasil_batal b ON b.hasil_id = h.id WHERE h.lokus_id = $1 AND b.hasil_id IS NULL",
            nilai![id],
        )
        .await?;
    Ok(n > 0)
}
