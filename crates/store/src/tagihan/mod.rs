//! Bills of cases, proofs of payment, and the daily reconciliation. The program keeps a bill and a proof, never money.
//!
//! Only a `layanan::bayar::BuktiBayar` becomes a row of `pembayaran`, and only a cashier's word or a call whose signature holds makes one. Whoever
//! worked on the case is no cashier of its bill, and its cashier takes no step of it. A payment recorded wrongly is taken back by `balik`.

mod balik;
mod harian;
pub mod qris;
mod tulis;

pub use balik::{BayarBatal, Pembatal, batalkan_bayar, bayar_batal};
pub use harian::{BarisHarian, Harian, Hitungan, Jumlah, catat_harian, harian};
pub use tulis::{Perubahan, batalkan, buat_lain, lunasi};

pub(crate) use tulis::{ikut_batal, tambah};

use crate::{
    Hasil, StoreError, Waktu,
    id::{AkunId, PermohonanId, TagihanId, UnitId},
    kode,
    kueri::Kueri,
    nilai,
};
use ::layanan::permohonan::Bayar;
use sea_orm::{ConnectionTrait, FromQueryResult};

/// A bill with what a page about it shows. Amounts are whole rupiah.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Tagihan {
    pub id: TagihanId,
    pub permohonan_id: PermohonanId,
    pub mpp_id: UnitId,
    pub mpp: String,
    pub zona: String,
    pub kode: String,
    pub layanan: String,
    /// Code of the case.
    pub permohonan: String,
    pub nominal: i64,
    pub ilustrasi: i64,
    pub pada: Waktu,
    /// Who made it.
    pub oleh: AkunId,
    pub batal: Option<Waktu>,
    pub batal_alasan: Option<String>,
    /// When the program learned that it is paid.
    pub lunas: Option<Waktu>,
    /// `loket` or `qris`.
    pub cara: Option<String>,
    pub kuitansi: Option<String>,
    pub transaksi: Option<String>,
}

impl Tagihan {
    /// Still to be paid.
    #[must_use]
    pub fn terbuka(&self) -> bool {
        self.batal.is_none() && self.lunas.is_none()
    }
}

pub(crate) const PILIH: &str =
    "SELECT t.id, t.permohonan_id, t.mpp_id, m.nama AS mpp, i.zona, t.kode, l.nama AS layanan, p.kode AS permohonan,
    t.nominal, p.ilustrasi, t.pada, t.oleh, b.pada AS batal, b.alasan AS batal_alasan, y.pada AS lunas, y.cara, y.kuitansi, y.transaksi
    FROM tagihan t JOIN permohonan p ON p.id = t.permohonan_id JOIN layanan l ON l.id = p.layanan_id JOIN unit m ON m.id = t.mpp_id
    JOIN instansi i ON i.id = m.instansi_id LEFT JOIN tagihan_batal b ON b.tagihan_id = t.id LEFT JOIN pembayaran y ON y.tagihan_id = t.id";

/// # Errors
/// `TidakDitemukan`.
pub async fn dari_id<C: ConnectionTrait>(c: &C, id: TagihanId) -> Hasil<Tagihan> {
    c.satu(&format!("{PILIH} WHERE t.id = $1"), nilai![id]).await
}

/// By its code as people type it.
///
/// # Errors
/// `TidakDitemukan`.
pub async fn dari_kode<C: ConnectionTrait>(c: &C, teks: &str) -> Hasil<Tagihan> {
    let (_, kode) = kode::rapikan(teks).filter(|(j, _)| *j == kode::Jenis::Tagihan).ok_or(StoreError::TidakDitemukan)?;
    c.satu(&format!("{PILIH} WHERE t.kode = $1"), nilai![kode]).await
}

/// Every bill of a case, the newest first.
pub async fn milik<C: ConnectionTrait>(c: &C, id: PermohonanId) -> Hasil<Vec<Tagihan>> {
    c.semua(&format!("{PILIH} WHERE t.permohonan_id = $1 ORDER BY t.id DESC LIMIT 100"), nilai![id]).await
}

/// Bills of a mall that are still to be paid, the oldest first; and how many they are.
pub async fn terbuka<C: ConnectionTrait>(c: &C, mpp: UnitId, lewati: i64, batas: i64) -> Hasil<(Vec<Tagihan>, i64)> {
    let syarat = "t.mpp_id = $1 AND b.tagihan_id IS NULL AND y.tagihan_id IS NULL";
    let n = c
        .angka(
            "SELECT COUNT(*) AS n FROM tagihan t LEFT JOIN tagihan_batal b ON b.tagihan_id = t.id LEFT JOIN pembayaran y ON y.tagihan_id = t.id
             WHERE t.mpp_id = $1 AND b.tagihan_id IS NULL AND y.tagihan_id IS NULL",
            nilai![mpp],
        )
        .await?;
    let sql = format!("{PILIH} WHERE {syarat} ORDER BY t.id LIMIT $2 OFFSET $3");
    Ok((c.semua(&sql, nilai![mpp, batas, lewati]).await?, n))
}

/// What is to be paid for a case.
pub(crate) async fn bayar<C: ConnectionTrait>(c: &C, id: PermohonanId) -> Hasil<Bayar> {
    let semua = milik(c, id).await?;
    Ok(match (semua.iter().any(Tagihan::terbuka), semua.iter().any(|t| t.lunas.is_some())) {
        (true, _) => Bayar::Menunggu,
        (false, true) => Bayar::Lunas,
        (false, false) => Bayar::Tidak,
    })
}

#[derive(FromQueryResult)]
struct Orang {
    oleh: AkunId,
}

async fn orang<C: ConnectionTrait>(c: &C, sql: &str, id: PermohonanId) -> Hasil<Vec<AkunId>> {
    Ok(c.semua::<Orang>(sql, nilai![id]).await?.into_iter().map(|o| o.oleh).collect())
}

/// Cashiers who confirmed a payment of the case, and who took one back.
pub(crate) async fn kasir_permohonan<C: ConnectionTrait>(c: &C, id: PermohonanId) -> Hasil<Vec<AkunId>> {
    let sql = "SELECT y.oleh FROM pembayaran y JOIN tagihan t ON t.id = y.tagihan_id WHERE t.permohonan_id = $1 AND y.oleh IS NOT NULL
        UNION SELECT b.bayar_oleh FROM pembayaran_batal b JOIN tagihan t ON t.id = b.tagihan_id WHERE t.permohonan_id = $1
        UNION SELECT b.oleh FROM pembayaran_batal b JOIN tagihan t ON t.id = b.tagihan_id WHERE t.permohonan_id = $1 LIMIT 100";
    orang(c, sql, id).await
}

/// Whether a person recorded a payment of the case or took one back, and so works on it no more.
pub async fn ikut_kasir<C: ConnectionTrait>(c: &C, id: PermohonanId, akun: AkunId) -> Hasil<bool> {
    Ok(kasir_permohonan(c, id).await?.contains(&akun))
}

/// Everybody who worked on the case: steps, bills, letters.
pub(crate) async fn pelaksana_permohonan<C: ConnectionTrait>(c: &C, id: PermohonanId) -> Hasil<Vec<AkunId>> {
    let sql = "SELECT oleh FROM permohonan_peristiwa WHERE permohonan_id = $1 AND oleh IS NOT NULL
        UNION SELECT oleh FROM tagihan WHERE permohonan_id = $1 UNION SELECT oleh FROM permohonan_dokumen WHERE permohonan_id = $1 LIMIT 1000";
    orang(c, sql, id).await
}

/// Whether a person worked on the case of a bill, so that another cashier has to confirm its payment.
pub async fn ikut_mengolah<C: ConnectionTrait>(c: &C, t: &Tagihan, akun: AkunId) -> Hasil<bool> {
    Ok(pelaksana_permohonan(c, t.permohonan_id).await?.contains(&akun))
}
