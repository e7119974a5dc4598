//! Awards of a period: their conditions as data, candidates that the program proposes, decisions that people record, the
//! announcement, certificates.
//!
//! Nothing here gives an award: [`calon`] proposes with reasons, [`putusan`] records who decided and by which decree. How a
//! condition is judged is `pekppp::penghargaan`.

pub mod calon;
pub mod cetak;
pub mod keputusan;
pub mod kini;
pub mod logo;
pub mod milik;
pub mod putusan;
pub mod syarat;
pub(crate) mod tanda;
pub mod umum;

pub use syarat::{Isi, hapus, simpan, tambah};

use crate::{
    Hasil, Store, StoreError, Waktu,
    hak::PembacaPeriode,
    id::{AkunId, PenghargaanId, PeriodeId},
    kueri::Kueri,
    nilai,
};
use pekppp::penghargaan::Syarat;
use sea_orm::{ConnectionTrait, FromQueryResult};

/// Forms of an award (PermenPANRB 29/2022 names them), and to whom it goes.
pub const BENTUK: [&str; 3] = ["piagam", "piala", "lain"];
pub const SASARAN: [&str; 3] = ["unit", "penyelenggara", "pembina"];
/// As in the edition files.
pub const KEPASTIAN: [&str; 3] = ["tinggi", "sedang", "rendah"];

/// An award of a period with its conditions.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Penghargaan {
    pub id: PenghargaanId,
    pub periode_id: PeriodeId,
    pub nama: String,
    /// One of [`BENTUK`].
    pub bentuk: String,
    pub bentuk_lain: String,
    /// One of [`SASARAN`].
    pub sasaran: String,
    pub kategori_layanan: Option<String>,
    /// One of [`crate::nasional::JENIS_KELOMPOK`].
    pub jenis_instansi: Option<String>,
    pub peringkat_maks: Option<i64>,
    pub kategori_min: Option<String>,
    pub ipp_min: Option<i64>,
    pub naik_min: Option<i64>,
    pub tahun_beruntun: Option<i64>,
    pub sumber: String,
    pub kepastian: String,
    pub versi: i64,
    pub pada: Waktu,
    pub oleh: Option<String>,
    pub oleh_id: AkunId,
    /// Live decisions that give it, and those that pass somebody over.
    pub diberi: i64,
    pub dilewati: i64,
    /// All decisions there ever were, withdrawn ones too.
    pub pernah: i64,
}

impl Penghargaan {
    #[must_use]
    pub fn syarat(&self) -> Syarat {
        let kecil = |n: Option<i64>| n.and_then(|n| u32::try_from(n).ok());
        Syarat {
            peringkat_maks: kecil(self.peringkat_maks),
            kategori_min: self.kategori_min.clone(),
            ipp_min: self.ipp_min,
            naik_min: self.naik_min,
            tahun_beruntun: kecil(self.tahun_beruntun),
        }
    }

    /// Conditions cannot change any more once somebody was given it or passed over.
    #[must_use]
    pub fn diputus(&self) -> bool {
        self.diberi + self.dilewati > 0
    }

    /// Whether this says what the signatures over decisions cover, which a withdrawn decision keeps: the name, the form and the target.
    #[must_use]
    pub fn sebutan_sama(&self, b: &Isi<'_>) -> bool {
        let lain = if b.bentuk == "lain" { b.bentuk_lain.trim() } else { "" };
        [&self.nama, &self.bentuk, &self.bentuk_lain, &self.sasaran] == [b.nama.trim(), b.bentuk, lain, b.sasaran]
    }
}

const PILIH: &str =
    "SELECT g.id, g.periode_id, g.nama, g.bentuk, g.bentuk_lain, g.sasaran, g.kategori_layanan, g.jenis_instansi, g.peringkat_maks,
    g.kategori_min, g.ipp_min, g.naik_min, g.tahun_beruntun, g.sumber, g.kepastian, g.versi, g.dibuat AS pada, a.nama AS oleh, g.oleh AS oleh_id,
    (SELECT COUNT(*) FROM penghargaan_putusan d WHERE d.penghargaan_id = g.id AND d.jenis = 'beri'
       AND NOT EXISTS (SELECT 1 FROM penghargaan_tarik t WHERE t.putusan_id = d.id)) AS diberi,
    (SELECT COUNT(*) FROM penghargaan_putusan d WHERE d.penghargaan_id = g.id AND d.jenis = 'lewati'
       AND NOT EXISTS (SELECT 1 FROM penghargaan_tarik t WHERE t.putusan_id = d.id)) AS dilewati,
    (SELECT COUNT(*) FROM penghargaan_putusan d WHERE d.penghargaan_id = g.id) AS pernah
    FROM penghargaan g LEFT JOIN akun a ON a.id = g.oleh
    WHERE NOT EXISTS (SELECT 1 FROM penghargaan_hapus x WHERE x.penghargaan_id = g.id)";

/// Awards of a period in the order in which they were made, at most 200.
pub async fn daftar(store: &Store, hak: &PembacaPeriode) -> Hasil<Vec<Penghargaan>> {
    store.baca().semua(&format!("{PILIH} AND g.periode_id = $1 ORDER BY g.id LIMIT 200"), nilai![hak.periode.id]).await
}

/// # Errors
/// `TidakDitemukan` also for one of another period, and one that was taken off the list.
pub async fn satu(store: &Store, hak: &PembacaPeriode, id: PenghargaanId) -> Hasil<Penghargaan> {
    dalam(store.baca(), hak.periode.id, id).await
}

pub(crate) async fn dalam<C: ConnectionTrait>(c: &C, periode: PeriodeId, id: PenghargaanId) -> Hasil<Penghargaan> {
    let g: Option<Penghargaan> = c.mungkin(&format!("{PILIH} AND g.id = $1 AND g.periode_id = $2"), nilai![id, periode]).await?;
    g.ok_or(StoreError::TidakDitemukan)
}
