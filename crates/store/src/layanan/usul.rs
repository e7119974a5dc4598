//! Handing a draft to the head of the unit: a row that names the version handed over, so that a later change is seen.

use super::tulis::{buka, pada_versi};
use crate::{
    Hasil, Store, Waktu,
    audit::{self, Kejadian},
    hak::PengelolaLayanan,
    id::{LayananId, StandarId},
    kueri::Kueri,
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// The last time a draft was handed over.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Usul {
    /// Version of the draft at that time.
    pub versi: i64,
    pub pada: Waktu,
    pub oleh: String,
}

pub async fn usulan<C: ConnectionTrait>(c: &C, standar: StandarId) -> Hasil<Option<Usul>> {
    let sql = "SELECT p.versi, p.pada, a.nama AS oleh FROM standar_usul p JOIN akun a ON a.id = p.oleh WHERE p.standar_id = $1
        ORDER BY p.id DESC LIMIT 1";
    c.mungkin(sql, nilai![standar]).await
}

/// Tells the head that the draft is ready. The same version twice is once.
///
/// # Errors
/// `Bentrok` when the draft changed, `Keadaan` when there is none.
pub async fn usulkan(store: &Store, hak: &PengelolaLayanan, id: LayananId, versi: i64) -> Hasil<()> {
    let tx = store.mulai().await?;
    let l = buka(&tx, hak.unit.id, id).await?;
    let r = pada_versi(&tx, id, versi).await?;
    if usulan(&*tx, r.id).await?.is_some_and(|u| u.versi == versi) {
        return Ok(());
    }
    tx.jalankan(
        "INSERT INTO standar_usul (id, standar_id, versi, pada, oleh) VALUES ($1, $2, $3, $4, $5)",
        nilai![crate::id::baru(), r.id, versi, tx.pada, hak.pelaku().akun],
    )
    .await?;
    let k = Kejadian::baru("standar.usulkan", "layanan", id).instansi(hak.instansi.id).rincian(serde_json::json!({ "versi": versi }));
    audit::catat(&tx, hak.pelaku(), k).await?;
    let isi = serde_json::json!({ "layanan": r.isi.nama, "unit": l.unit });
    let (tautan, sekali) = (format!("/layanan/{id}"), format!("standar-usul/{}/{versi}", r.id));
    let kepada = [Kepada::KepalaUnit(hak.unit.id)];
    let p = Pemberitahuan {
        jenis: "standar-usul",
        kepada: &kepada,
        kecuali: Some(hak.pelaku().akun),
        periode: None,
        lokus: None,
        tautan: &tautan,
        isi: &isi,
        sekali: &sekali,
    };
    beri_tahu(&tx, &p).await?;
    tx.commit().await
}
