//! Coaching and sanctions that follow an evaluation, beside the awards: recorded by the organiser, decided by the Penanggungjawab,
//! ended or taken back with a reason.
//!
//! No document found lists kinds of sanctions for PEKPPP, so the kind is one of two words and its form and legal basis are free text
//! that must be given. The unit, the organiser and the head of the instansi see it from the start; the public only what was decided
//! as public.

mod tulis;

pub use tulis::{Isi, Keputusan, akhiri, catat, putuskan};

use crate::{
    Hasil, Store, Waktu,
    hak::{PembacaPenghargaan, PembacaPeriode},
    id::{InstansiId, LokusId, PembinaanId, PeriodeId},
    kueri::{self, Kueri},
    nilai,
    penerbitan::Terbitan,
    penghargaan,
};
use sea_orm::FromQueryResult;

pub const JENIS: [&str; 2] = ["pembinaan", "sanksi"];

#[derive(Debug, Clone, FromQueryResult)]
pub struct Pembinaan {
    pub id: PembinaanId,
    pub periode_id: PeriodeId,
    pub periode: String,
    pub ilustrasi: i64,
    pub lokus_id: Option<LokusId>,
    pub unit: Option<String>,
    pub instansi_id: InstansiId,
    pub instansi: String,
    /// One of [`JENIS`].
    pub jenis: String,
    pub bentuk: String,
    pub alasan: String,
    pub dasar: String,
    /// ISO dates.
    pub dari: String,
    pub sampai: Option<String>,
    pub pada: Waktu,
    pub oleh: Option<String>,
    pub nomor: Option<String>,
    pub tanggal: Option<String>,
    pub pejabat: Option<String>,
    /// `umum` or `terbatas`; `None` while it is not decided.
    pub keterbukaan: Option<String>,
    pub putus_pada: Option<Waktu>,
    pub putus_oleh: Option<String>,
    /// `selesai` or `cabut`.
    pub akhir: Option<String>,
    pub akhir_alasan: Option<String>,
    pub akhir_pada: Option<Waktu>,
    pub akhir_oleh: Option<String>,
}

const PILIH: &str = "SELECT m.id, m.periode_id, p.nama AS periode, p.ilustrasi, m.lokus_id, u.nama AS unit, m.instansi_id, i.nama AS instansi, m.jenis,
    m.bentuk, m.alasan, m.dasar, m.dari, m.sampai, m.pada, a.nama AS oleh, k.nomor, k.tanggal, k.pejabat, k.keterbukaan, k.pada AS putus_pada,
    b.nama AS putus_oleh, x.jenis AS akhir, x.alasan AS akhir_alasan, x.pada AS akhir_pada, c.nama AS akhir_oleh
    FROM pembinaan m JOIN periode p ON p.id = m.periode_id JOIN instansi i ON i.id = m.instansi_id LEFT JOIN lokus l ON l.id = m.lokus_id
    LEFT JOIN unit u ON u.id = l.unit_id LEFT JOIN akun a ON a.id = m.oleh LEFT JOIN pembinaan_putusan k ON k.pembinaan_id = m.id
    LEFT JOIN akun b ON b.id = k.oleh LEFT JOIN pembinaan_akhir x ON x.pembinaan_id = m.id LEFT JOIN akun c ON c.id = x.oleh";

/// Of a period, newest first, at most 1,000.
pub async fn periode(store: &Store, hak: &PembacaPeriode) -> Hasil<Vec<Pembinaan>> {
    store.baca().semua(&format!("{PILIH} WHERE m.periode_id = $1 ORDER BY m.id DESC LIMIT 1000"), nilai![hak.periode.id]).await
}

/// # Errors
/// `TidakDitemukan` also for one of another period.
pub async fn satu(store: &Store, hak: &PembacaPeriode, id: PembinaanId) -> Hasil<Pembinaan> {
    store.baca().satu(&format!("{PILIH} WHERE m.id = $1 AND m.periode_id = $2"), nilai![id, hak.periode.id]).await
}

/// Those that concern the reader, newest first, at most 1,000.
pub async fn milik(store: &Store, hak: &PembacaPenghargaan) -> Hasil<Vec<Pembinaan>> {
    let (syarat, v) = penghargaan::milik::lingkup(hak, 1);
    store.baca().semua(&format!("{PILIH} WHERE {syarat} ORDER BY m.id DESC LIMIT 1000"), v).await
}

/// What was decided as public and was not taken back, of a period that is public, newest first, at most 1,000.
pub async fn publik(store: &Store, t: &Terbitan) -> Hasil<Vec<Pembinaan>> {
    let sql = format!(
        "{PILIH} WHERE m.periode_id = $1 AND k.keterbukaan = 'umum' AND (x.jenis IS NULL OR x.jenis = 'selesai') ORDER BY m.id DESC LIMIT 1000"
    );
    store.baca().semua(&sql, nilai![t.periode.id]).await
}

/// A period with so many records that wait for the decision of who answers for the evaluation.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Menunggu {
    pub periode_id: PeriodeId,
    pub periode: String,
    pub jumlah: i64,
}

/// Records that are neither decided nor ended, by period of these instansi, the newest first, at most 50.
pub async fn menunggu(store: &Store, instansi: &[InstansiId]) -> Hasil<Vec<Menunggu>> {
    if instansi.is_empty() {
        return Ok(Vec::new());
    }
    let tempat = kueri::tempat(1..=instansi.len());
    let sql = format!(
        "SELECT p.id AS periode_id, p.nama AS periode, COUNT(*) AS jumlah FROM periode p JOIN pembinaan m ON m.periode_id = p.id
         WHERE p.instansi_id IN ({tempat}) AND NOT EXISTS (SELECT 1 FROM pembinaan_putusan k WHERE k.pembinaan_id = m.id)
           AND NOT EXISTS (SELECT 1 FROM pembinaan_akhir x WHERE x.pembinaan_id = m.id)
         GROUP BY p.id, p.nama ORDER BY p.id DESC LIMIT 50"
    );
    store.baca().semua(&sql, instansi.iter().map(|i| (*i).into()).collect()).await
}
