//! A new period from an earlier one: the structure is copied, never what was done in it.
//!
//! Copied: chosen units with form, scope and category (in one spelling), and how each is evaluated (its newest method). Not copied: evaluators (they
//! are appointed anew), answers, evidence, scores, results, closed phases. Old evidence is offered beside F01 (`bukti::lama`);
//! recommendations that nobody accepted as done are the new period's to begin with (`tindak_lanjut::sisa`).

use super::{PeriodeIsi, dari_id};
use crate::{
    Hasil, Store, StoreError, audit,
    hak::{PembacaPeriode, PenyelenggaraInstansi},
    id::{LokusId, PeriodeId, UnitId},
    instansi,
    kueri::Kueri,
    lokus::{self, Lokus, LokusIsi},
    nilai,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::HashMap;

/// Where a period was copied from.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Asal {
    pub id: PeriodeId,
    pub nama: String,
    pub tahun: i64,
}

/// The period that this one was copied from, if any.
pub async fn asal<C: ConnectionTrait>(c: &C, id: PeriodeId) -> Hasil<Option<Asal>> {
    let sql = "SELECT p.id, p.nama, p.tahun FROM periode_asal a JOIN periode p ON p.id = a.dari_id WHERE a.periode_id = $1";
    c.mungkin(sql, nilai![id]).await
}

/// Opens a period with the units of `dari` that are named. All or nothing; twice with the same id opens one.
///
/// # Errors
/// Those of [`super::buka`]; `Keadaan("salin-instansi-lain")` for a period of another organiser, `Keadaan("salin-tanpa-unit")`;
/// `TidakDitemukan` for a unit that was not in it.
pub async fn salin(
    store: &Store,
    hak: &PenyelenggaraInstansi,
    dari: &PembacaPeriode,
    id: PeriodeId,
    isi: PeriodeIsi<'_>,
    unit: &[UnitId],
) -> Hasil<PeriodeId> {
    if dari.periode.instansi_id != hak.instansi.id {
        return Err(StoreError::Keadaan("salin-instansi-lain"));
    }
    if unit.is_empty() {
        return Err(StoreError::Keadaan("salin-tanpa-unit"));
    }
    let ilustrasi = isi.ilustrasi || store.ilustrasi().await?;
    let lama: HashMap<UnitId, Lokus> =
        lokus::milik_periode(store.baca(), dari.periode.id).await?.into_iter().map(|l| (l.unit_id, l)).collect();
    let mut terpilih = Vec::new();
    for u in unit {
        let l = lama.get(u).ok_or(StoreError::TidakDitemukan)?;
        terpilih.push((l, instansi::unit(store, *u).await?));
    }
    let tx = store.mulai().await?;
    if !super::isi::buka_di(&tx, hak, id, PeriodeIsi { ilustrasi, ..isi }).await? {
        return Ok(id);
    }
    tx.jalankan(
        "INSERT INTO periode_asal (periode_id, dari_id, pada, oleh) VALUES ($1, $2, $3, $4)",
        nilai![id, dari.periode.id, tx.pada, hak.pelaku().akun],
    )
    .await?;
    let baru = dari_id(&*tx, id).await?;
    let ejaan = lokus::Ejaan::dari(terpilih.iter().map(|(l, _)| l.kategori.as_str()));
    for (l, u) in terpilih {
        let ada = if l.formulir == "B" { baru.edisi_b.is_some() } else { baru.edisi_a.is_some() };
        if !ada {
            return Err(StoreError::Keadaan(if l.formulir == "B" { "edisi-formulir-b-tidak-ada" } else { "edisi-formulir-a-tidak-ada" }));
        }
        let isi = LokusIsi { formulir: &l.formulir, cakupan: &l.cakupan, kategori: ejaan.tulis(&l.kategori) };
        let lokus = LokusId::baru();
        lokus::sisip(&tx, hak.pelaku(), id, lokus, &u, isi).await?;
        tx.jalankan(
            "INSERT INTO lokus_metode (id, lokus_id, dokumen, wawancara, catatan, pada, oleh)
             SELECT $1, $2, m.dokumen, m.wawancara, m.catatan, $3, $4 FROM lokus_metode m WHERE m.lokus_id = $5 ORDER BY m.id DESC LIMIT 1",
            nilai![crate::id::baru(), lokus, tx.pada, hak.pelaku().akun, l.id],
        )
        .await?;
    }
    let rincian = serde_json::json!({ "dari": dari.periode.id, "unit": unit.len() });
    audit::catat(&tx, hak.pelaku(), audit::Kejadian::baru("periode.salin", "periode", id).instansi(hak.instansi.id).rincian(rincian))
        .await?;
    tx.commit().await?;
    Ok(id)
}
