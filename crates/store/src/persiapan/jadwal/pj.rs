//! The schedule of a whole period as the Penanggungjawab was told it, and his receipt (PermenPANRB 29/2022: what is sent to a unit goes to
//! who answers for the evaluation as well). One row an announcement, however many units there are; what each of them was told is `sampai`'s.

use super::susunan::Susunan;
use crate::{
    Hasil, Store, StoreError, Waktu, audit,
    hak::{PenanggungjawabPeriode, PenyelenggaraPeriode},
    id::{JadwalPjId, PeriodeId},
    kueri::Kueri,
    lokus, nilai,
    pemberitahuan::{self, Kepada, Pemberitahuan},
    periode::{self, Fase},
};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// The newest announcement to the Penanggungjawab of a period.
#[derive(Debug, Clone, FromQueryResult)]
pub struct SampaiPj {
    pub id: JadwalPjId,
    /// SHA-256 over the live events.
    pub sidik: String,
    /// How many live events and units there were.
    pub acara: i64,
    pub unit: i64,
    pub pada: Waktu,
    pub oleh_nama: String,
    pub terima: Option<Waktu>,
    pub terima_nama: Option<String>,
}

/// What he was told last; `None` while nothing was.
///
/// # Errors
/// Those of the database.
pub async fn terakhir<C: ConnectionTrait>(c: &C, p: PeriodeId) -> Hasil<Option<SampaiPj>> {
    c.mungkin(
        "SELECT s.id, s.sidik, s.acara, s.unit, s.pada, o.nama AS oleh_nama, t.pada AS terima, a.nama AS terima_nama FROM jadwal_pj s
         JOIN akun o ON o.id = s.oleh LEFT JOIN jadwal_pj_terima t ON t.sampai_id = s.id LEFT JOIN akun a ON a.id = t.oleh
         WHERE s.periode_id = $1 ORDER BY s.id DESC LIMIT 1",
        nilai![p],
    )
    .await
}

/// Tells him the schedule as it stands, unless he knows it. Returns whether he was told.
///
/// # Errors
/// `Keadaan` once phase pelaksanaan is closed.
pub async fn sampaikan(store: &Store, hak: &PenyelenggaraPeriode) -> Hasil<bool> {
    let p = &hak.periode;
    let tx = store.mulai().await?;
    // Pressed twice at once: the second waits, and finds that he was told.
    periode::kunci(&tx, p.id).await?;
    periode::harus_terbuka(&*tx, p.id, Fase::Pelaksanaan).await?;
    let susunan = Susunan::baca(&*tx, p.id).await?;
    let Some(sidik) = susunan.sidik()? else { return Ok(false) };
    if terakhir(&*tx, p.id).await?.is_some_and(|s| s.sidik == sidik) {
        return Ok(false);
    }
    let (id, acara) = (JadwalPjId::baru(), susunan.banyak());
    let unit = lokus::banyak(&*tx, p.id).await?;
    tx.jalankan(
        "INSERT INTO jadwal_pj (id, periode_id, sidik, acara, unit, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        nilai![id, p.id, sidik.as_str(), acara, unit, tx.pada, hak.pelaku().akun],
    )
    .await?;
    let k = audit::Kejadian::baru("jadwal.sampaikan-pj", "periode", p.id).instansi(p.instansi_id);
    audit::catat(&tx, hak.pelaku(), k.rincian(serde_json::json!({ "sampai": id, "isi": sidik, "acara": acara, "unit": unit }))).await?;
    let kabar = Pemberitahuan {
        jenis: "jadwal-pj",
        kepada: &[Kepada::Penanggungjawab(p.id)],
        kecuali: Some(hak.pelaku().akun),
        periode: Some(p.id),
        lokus: None,
        tautan: &format!("/periode/{}/jadwal#penanggungjawab", p.id),
        isi: &serde_json::json!({ "periode": p.nama }),
        sekali: &format!("jadwal-pj/{id}"),
    };
    pemberitahuan::beri_tahu(&tx, &kabar).await?;
    tx.commit().await?;
    Ok(true)
}

/// His receipt for what he was told last. A second time changes nothing.
///
/// # Errors
/// `Keadaan("jadwal-sudah-baru")` when he was told something newer meanwhile; `TidakDitemukan` while nothing was told.
pub async fn terima(store: &Store, hak: &PenanggungjawabPeriode, id: JadwalPjId) -> Hasil<()> {
    let tx = store.mulai().await?;
    let kini = terakhir(&*tx, hak.periode.id).await?.ok_or(StoreError::TidakDitemukan)?;
    if kini.id != id {
        return Err(StoreError::Keadaan("jadwal-sudah-baru"));
    }
    let n = tx
        .jalankan(
            "INSERT INTO jadwal_pj_terima (sampai_id, pada, oleh) VALUES ($1, $2, $3) ON CONFLICT (sampai_id) DO NOTHING",
            nilai![id, tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        let k = audit::Kejadian::baru("jadwal.terima-pj", "periode", hak.periode.id).instansi(hak.periode.instansi_id);
        audit::catat(&tx, hak.pelaku(), k.rincian(serde_json::json!({ "sampai": id }))).await?;
    }
    tx.commit().await
}
