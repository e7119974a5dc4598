//! The national report to the minister: made once with its figures and files, then submitted and received, each a row that says who
//! and when. What the report says is built by the caller from the board and the recap.

use super::rekap::Nasional;
use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    kueri::Kueri,
    nilai,
    objek::{self, Tersimpan},
};
use sea_orm::FromQueryResult;
use uuid::Uuid;

#[derive(Debug, Clone, FromQueryResult)]
pub struct Laporan {
    pub id: Uuid,
    pub kode: String,
    pub tahun: i64,
    pub skema: String,
    /// SHA-256 of the edition it reports.
    pub edisi: String,
    pub pdf: String,
    pub xlsx: String,
    pub pada: Waktu,
    pub oleh: String,
    pub kirim_nomor: Option<String>,
    pub kirim_tanggal: Option<String>,
    pub terima_nama: Option<String>,
    pub terima_jabatan: Option<String>,
    pub terima_tanggal: Option<String>,
}

#[derive(Debug)]
pub struct LaporanBaru<'a> {
    pub id: Uuid,
    pub kode: &'a str,
    pub tahun: i64,
    pub skema: &'a str,
    pub edisi: &'a str,
    /// The figures as JSON.
    pub isi: &'a str,
    pub pdf: &'a Tersimpan,
    pub xlsx: &'a Tersimpan,
}

const TIPE_XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const PILIH: &str = "SELECT l.id, l.kode, l.tahun, l.skema, l.edisi, l.pdf, l.xlsx, l.pada, a.nama AS oleh, k.nomor AS kirim_nomor,
    k.tanggal AS kirim_tanggal, t.nama AS terima_nama, t.jabatan AS terima_jabatan, t.tanggal AS terima_tanggal
    FROM laporan_nasional l JOIN akun a ON a.id = l.oleh LEFT JOIN laporan_nasional_kirim k ON k.laporan_id = l.id
    LEFT JOIN laporan_nasional_terima t ON t.laporan_id = l.id";

/// Newest first.
pub async fn daftar(store: &Store, _: &Nasional) -> Hasil<Vec<Laporan>> {
    store.baca().semua(&format!("{PILIH} ORDER BY l.id DESC LIMIT 200"), nilai![]).await
}

pub async fn dari_id(store: &Store, _: &Nasional, id: Uuid) -> Hasil<Laporan> {
    store.baca().satu(&format!("{PILIH} WHERE l.id = $1"), nilai![id]).await
}

/// Keeps a report; the same id again is the same report.
pub async fn tambah(store: &Store, hak: &Nasional, b: LaporanBaru<'_>) -> Hasil<()> {
    let tx = store.mulai().await?;
    objek::catat(&tx, b.pdf, "application/pdf").await?;
    objek::catat(&tx, b.xlsx, TIPE_XLSX).await?;
    let n = tx
        .jalankan(
            "INSERT INTO laporan_nasional (id, kode, tahun, skema, edisi, isi, pdf, xlsx, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             ON CONFLICT (id) DO NOTHING",
            nilai![b.id, b.kode, b.tahun, b.skema, b.edisi, b.isi, b.pdf.sidik.as_str(), b.xlsx.sidik.as_str(), tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        let rincian = serde_json::json!({ "pdf": b.pdf.sidik, "xlsx": b.xlsx.sidik, "tahun": b.tahun, "skema": b.skema });
        audit::catat(&tx, hak.pelaku(), Kejadian::baru("laporan-nasional.buat", "laporan-nasional", b.id).rincian(rincian)).await?;
    }
    tx.commit().await
}

/// Writes down that the report went to the minister; `nomor` of the letter, `tanggal` ISO.
///
/// # Errors
/// `Keadaan("laporan-sudah-dikirim")`.
pub async fn kirim(store: &Store, hak: &Nasional, id: Uuid, nomor: &str, tanggal: &str) -> Hasil<()> {
    dari_id(store, hak, id).await?;
    let tx = store.mulai().await?;
    let n = tx
        .jalankan(
            "INSERT INTO laporan_nasional_kirim (laporan_id, nomor, tanggal, pada, oleh) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (laporan_id) DO NOTHING",
            nilai![id, nomor, tanggal, tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n == 0 {
        return Err(StoreError::Keadaan("laporan-sudah-dikirim"));
    }
    let k = Kejadian::baru("laporan-nasional.kirim", "laporan-nasional", id).rincian(serde_json::json!({ "tanggal": tanggal }));
    audit::catat(&tx, hak.pelaku(), k).await?;
    tx.commit().await
}

/// Writes down who received it.
///
/// # Errors
/// `Keadaan`: `laporan-belum-dikirim`, `laporan-sudah-diterima`.
pub async fn terima(store: &Store, hak: &Nasional, id: Uuid, penerima: (&str, &str), tanggal: &str) -> Hasil<()> {
    let l = dari_id(store, hak, id).await?;
    if l.kirim_tanggal.is_none() {
        return Err(StoreError::Keadaan("laporan-belum-dikirim"));
    }
    let tx = store.mulai().await?;
    let n = tx
        .jalankan(
            "INSERT INTO laporan_nasional_terima (laporan_id, nama, jabatan, tanggal, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (laporan_id) DO NOTHING",
            nilai![id, penerima.0, penerima.1, tanggal, tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n == 0 {
        return Err(StoreError::Keadaan("laporan-sudah-diterima"));
    }
    // The name stands in the row; the log holds its keyed digest.
    let rincian = serde_json::json!({ "tanggal": tanggal, "penerima": tx.kunci.ringkas(penerima.0) });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("laporan-nasional.terima", "laporan-nasional", id).rincian(rincian)).await?;
    tx.commit().await
}
