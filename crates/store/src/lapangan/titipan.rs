//! Field work that came back after the phase had closed or the evaluator had been replaced: kept as a note for the organiser, word
//! for word as the device sent it. It is never read as a score.

use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::{PenyelenggaraLokus, PernahEvaluator},
    id::{AkunId, TitipanId},
    kueri::Kueri,
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
    sidik_hex,
};
use sea_orm::FromQueryResult;

/// Bytes of the JSON text.
pub const ISI_MAKS: usize = 256 * 1024;
/// Notes one evaluator may leave for one unit.
const MAKS: i64 = 20;

#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Titipan {
    pub id: TitipanId,
    pub alasan: String,
    /// JSON as the device made it.
    pub isi: String,
    pub pada: Waktu,
    pub oleh: AkunId,
    pub nama: String,
}

/// Hands a note in. `alasan` is the catalogue key of why the server did not take it. The same id again is the same note.
///
/// # Errors
/// `Keadaan` when it is too long, no JSON, or there are too many; `OperasiLain` for an id of another note.
pub async fn titipkan(store: &Store, hak: &PernahEvaluator, id: TitipanId, alasan: &str, isi: &str) -> Hasil<()> {
    if isi.len() > ISI_MAKS || serde_json::from_str::<serde_json::Value>(isi).is_err() {
        return Err(StoreError::Keadaan("lapangan-titipan-tak-sah"));
    }
    let (lokus, akun) = (hak.lokus.id, hak.pelaku().akun);
    let alasan: String = alasan.chars().filter(|c| !c.is_control()).take(120).collect();
    let tx = store.mulai().await?;
    let n = tx
        .angka("SELECT COUNT(*) AS n FROM titipan_lapangan WHERE lokus_id = $1 AND oleh = $2 AND id <> $3", nilai![lokus, akun, id])
        .await?;
    if n >= MAKS {
        return Err(StoreError::Keadaan("lapangan-terlalu-banyak"));
    }
    let baru = tx
        .jalankan(
            "INSERT INTO titipan_lapangan (id, lokus_id, alasan, isi, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING",
            nilai![id, lokus, alasan, isi, tx.pada, akun],
        )
        .await?;
    if baru == 0 {
        let sama = "SELECT COUNT(*) AS n FROM titipan_lapangan WHERE id = $1 AND lokus_id = $2 AND oleh = $3 AND isi = $4";
        return if tx.angka(sama, nilai![id, lokus, akun, isi]).await? > 0 { Ok(()) } else { Err(StoreError::OperasiLain) };
    }
    let rincian = serde_json::json!({ "sidik": sidik_hex(isi.as_bytes()) });
    let k = Kejadian::baru("lapangan.titip", "titipan_lapangan", id).instansi(hak.lokus.instansi_id).rincian(rincian);
    audit::catat(&tx, hak.pelaku(), k).await?;
    let kabar = Pemberitahuan {
        jenis: "titipan-lapangan",
        kepada: &[Kepada::Penyelenggara(hak.lokus.periode_id)],
        kecuali: Some(akun),
        periode: Some(hak.lokus.periode_id),
        lokus: Some(lokus),
        tautan: &format!("/lokus/{lokus}/titipan"),
        isi: &serde_json::json!({ "unit": hak.lokus.unit }),
        sekali: &format!("titipan-lapangan/{id}"),
    };
    beri_tahu(&tx, &kabar).await?;
    tx.commit().await
}

/// What was handed in for a lokus, newest first.
pub async fn titipan(store: &Store, hak: &PenyelenggaraLokus) -> Hasil<Vec<Titipan>> {
    store
        .baca()
        .semua(
            "SELECT t.id, t.alasan, t.isi, t.pada, t.oleh, a.nama FROM titipan_lapangan t JOIN akun a ON a.id = t.oleh
             WHERE t.lokus_id = $1 ORDER BY t.pada DESC, t.id LIMIT 200",
            nilai![hak.lokus.id],
        )
        .await
}
