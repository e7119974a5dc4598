//! What the public reads of reports: summaries without names by the liaison officer, never the report; of secret ones and of wrongdoing none.

use crate::{
    Hasil, Store, StoreError,
    audit::{self, Kejadian},
    hak::{PembacaAduan, PenghubungAduan},
    kueri::Kueri,
    nilai,
};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// A public summary.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Umum {
    pub id: Uuid,
    pub judul: String,
    pub ringkas: String,
    pub jawaban: String,
    pub unit: Option<String>,
    pub instansi: String,
    /// Local day of receipt.
    pub tanggal: String,
    pub keadaan: String,
    pub ilustrasi: i64,
}

#[derive(Debug, Clone, Copy)]
pub struct UmumBaru<'a> {
    pub id: Uuid,
    pub judul: &'a str,
    pub ringkas: &'a str,
    pub jawaban: &'a str,
}

const PILIH: &str = "SELECT m.id, m.judul, m.ringkas, m.jawaban, u.nama AS unit, i.nama AS instansi, p.tanggal, k.keadaan, p.ilustrasi
    FROM pengaduan_umum m JOIN pengaduan p ON p.id = m.pengaduan_id JOIN pengaduan_kini k ON k.pengaduan_id = p.id
    JOIN instansi i ON i.id = p.instansi_id LEFT JOIN unit u ON u.id = k.unit_id LEFT JOIN pengaduan_umum_tarik x ON x.umum_id = m.id
    WHERE x.umum_id IS NULL AND p.rahasia = 0 AND p.pelanggaran = 0";

/// The newest public summaries.
pub async fn terbaru(store: &Store, batas: i64) -> Hasil<Vec<Umum>> {
    store.baca().semua(&format!("{PILIH} ORDER BY m.id DESC LIMIT $1"), nilai![batas]).await
}

/// The public summary of a report, where it has one.
pub async fn milik_umum(store: &Store, hak: &PembacaAduan) -> Hasil<Option<Umum>> {
    store.baca().mungkin(&format!("{PILIH} AND m.pengaduan_id = $1 ORDER BY m.id DESC LIMIT 1"), nilai![hak.aduan.id]).await
}

/// Puts a summary on the public pages. The same `id` again does nothing.
///
/// # Errors
/// `Keadaan` for a secret report, one that is not answered, one that has a summary, and for missing or too long words.
pub async fn muat_umum(store: &Store, hak: &PenghubungAduan, u: UmumBaru<'_>) -> Hasil<()> {
    let tx = store.mulai().await?;
    let a = super::dari_id(&*tx, hak.aduan.id).await?;
    let panjang = u.judul.chars().count() > 200 || [u.ringkas, u.jawaban].iter().any(|t| t.chars().count() > 2_000);
    let ada = "SELECT COUNT(*) AS n FROM pengaduan_umum m LEFT JOIN pengaduan_umum_tarik x ON x.umum_id = m.id
        WHERE m.pengaduan_id = $1 AND x.umum_id IS NULL AND m.id <> $2";
    let alasan = match () {
        () if a.rahasia == 1 || a.pelanggaran == 1 => Some("aduan-rahasia"),
        () if !matches!(a.keadaan.as_str(), "dijawab" | "selesai-pelapor" | "selesai-otomatis") => Some("aduan-belum-dijawab"),
        () if [u.judul, u.ringkas, u.jawaban].iter().any(|t| t.is_empty()) => Some("aduan-teks-wajib"),
        () if panjang => Some("aduan-panjang"),
        () if tx.angka(ada, nilai![a.id, u.id]).await? > 0 => Some("aduan-sudah-umum"),
        () => None,
    };
    if let Some(alasan) = alasan {
        return Err(StoreError::Keadaan(alasan));
    }
    let n = tx
        .jalankan(
            "INSERT INTO pengaduan_umum (id, pengaduan_id, judul, ringkas, jawaban, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (id) DO NOTHING",
            nilai![u.id, a.id, u.judul, u.ringkas, u.jawaban, tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        audit::catat(&tx, hak.pelaku(), Kejadian::baru("pengaduan.umum", "pengaduan", a.id).instansi(a.instansi_id)).await?;
    }
    tx.commit().await
}

/// Takes the summary back; a second time does nothing.
pub async fn tarik_umum(store: &Store, hak: &PenghubungAduan) -> Hasil<()> {
    let tx = store.mulai().await?;
    let n = tx
        .jalankan(
            "INSERT INTO pengaduan_umum_tarik (umum_id, pada, oleh) SELECT m.id, $2, $3 FROM pengaduan_umum m WHERE m.pengaduan_id = $1
             AND NOT EXISTS (SELECT 1 FROM pengaduan_umum_tarik x WHERE x.umum_id = m.id)",
            nilai![hak.aduan.id, tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        let k = Kejadian::baru("pengaduan.umum-tarik", "pengaduan", hak.aduan.id).instansi(hak.aduan.instansi_id);
        audit::catat(&tx, hak.pelaku(), k).await?;
    }
    tx.commit().await
}
