//! The decrees of an award, and the signed file of each. The decree is recorded with the decision ([`super::putusan`]); its file often
//! comes later, so it may be added when the phase is closed. A newer file stands in front of the earlier ones.

use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::{PembacaPeriode, PenyelenggaraPeriode},
    id::PenghargaanId,
    kueri::Kueri,
    nilai,
    objek::{self, Tersimpan},
    periode,
};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// One decree with its newest file.
#[derive(Debug, Clone, FromQueryResult)]
pub struct KeputusanSk {
    pub id: Uuid,
    pub nomor: String,
    /// ISO date.
    pub tanggal: String,
    pub jabatan: String,
    pub nama: String,
    /// Those whom it gives the award, without withdrawn decisions.
    pub penerima: i64,
    /// SHA-256 of the file.
    pub objek: Option<String>,
    pub nama_berkas: Option<String>,
    pub berkas_pada: Option<Waktu>,
    pub berkas_oleh: Option<String>,
}

const PILIH: &str = "SELECT s.id, s.nomor, s.tanggal, s.jabatan, s.nama,
    (SELECT COUNT(*) FROM penghargaan_putusan d WHERE d.sk_id = s.id AND d.jenis = 'beri'
       AND NOT EXISTS (SELECT 1 FROM penghargaan_tarik t WHERE t.putusan_id = d.id)) AS penerima,
    b.objek, b.nama_berkas, b.pada AS berkas_pada, a.nama AS berkas_oleh
    FROM penghargaan_sk s JOIN penghargaan g ON g.id = s.penghargaan_id
    LEFT JOIN penghargaan_sk_berkas b ON b.sk_id = s.id
      AND b.id = (SELECT y.id FROM penghargaan_sk_berkas y WHERE y.sk_id = s.id ORDER BY y.id DESC LIMIT 1)
    LEFT JOIN akun a ON a.id = b.oleh WHERE g.periode_id = $1 AND g.id = $2";

/// Decrees of an award, oldest first, at most 200.
pub async fn daftar(store: &Store, hak: &PembacaPeriode, g: PenghargaanId) -> Hasil<Vec<KeputusanSk>> {
    store.baca().semua(&format!("{PILIH} ORDER BY s.id LIMIT 200"), nilai![hak.periode.id, g]).await
}

/// # Errors
/// `TidakDitemukan` also for one of another award or period.
pub async fn satu(store: &Store, hak: &PembacaPeriode, g: PenghargaanId, sk: Uuid) -> Hasil<KeputusanSk> {
    store.baca().satu(&format!("{PILIH} AND s.id = $3"), nilai![hak.periode.id, g, sk]).await
}

/// Adds the file of a decree, a PDF whose content was checked and which is on disk. The same file again changes nothing.
///
/// # Errors
/// `TidakDitemukan` as [`satu`].
pub async fn lampirkan(
    store: &Store,
    hak: &PenyelenggaraPeriode,
    (g, sk): (PenghargaanId, Uuid),
    berkas: &Tersimpan,
    nama: &str,
) -> Hasil<()> {
    let p = &hak.periode;
    let tx = store.mulai().await?;
    periode::kunci(&tx, p.id).await?;
    let ada: Option<KeputusanSk> = tx.mungkin(&format!("{PILIH} AND s.id = $3"), nilai![p.id, g, sk]).await?;
    let ada = ada.ok_or(StoreError::TidakDitemukan)?;
    if ada.objek.as_deref() == Some(berkas.sidik.as_str()) {
        return Ok(());
    }
    objek::catat(&tx, berkas, "application/pdf").await?;
    tx.jalankan(
        "INSERT INTO penghargaan_sk_berkas (id, sk_id, objek, nama_berkas, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6)",
        nilai![crate::id::baru(), sk, berkas.sidik.as_str(), nama, tx.pada, hak.pelaku().akun],
    )
    .await?;
    let rincian = serde_json::json!({ "sk": sk, "objek": berkas.sidik });
    let k = Kejadian::baru("penghargaan.berkas-sk", "penghargaan", g).instansi(p.instansi_id).rincian(rincian);
    audit::catat(&tx, hak.pelaku(), k).await?;
    tx.commit().await
}
