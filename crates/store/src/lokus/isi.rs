//! Choosing the unit lokus of a period: add, change, remove. Preparation work, so it needs phase Persiapan open; a lokus
//! goes away only while nothing was entered for it.

use super::{Lokus, dari_id};
use crate::{
    Hasil, Store, StoreError, Tx, audit,
    hak::{Pelaku, PenyelenggaraLokus, PenyelenggaraPeriode},
    id::{LokusId, PeriodeId, UnitId},
    instansi::{self, Unit},
    kueri::Kueri,
    nilai, periode, peristiwa,
    versi::bentrok,
};
use pekppp::Fase;
use sea_orm::FromQueryResult;

/// `formulir`: A or B; `cakupan`: administratif, barang or jasa; `kategori`: ranking category, free text.
#[derive(Debug, Clone, Copy)]
pub struct LokusIsi<'a> {
    pub formulir: &'a str,
    pub cakupan: &'a str,
    pub kategori: &'a str,
}

#[derive(FromQueryResult)]
struct Kode {
    kode: String,
}

/// Adds a unit. `id` is made when the form is shown, so that pressing twice adds one.
///
/// # Errors
/// `TidakDitemukan` for a unit outside the organiser's reach, `SudahAda("unit")`, `Keadaan("edisi-formulir-…-tidak-ada")`.
pub async fn tambah(store: &Store, hak: &PenyelenggaraPeriode, id: LokusId, unit: UnitId, isi: LokusIsi<'_>) -> Hasil<LokusId> {
    let p = &hak.periode;
    let u = instansi::unit(store, unit).await?;
    let dijangkau = instansi::unit_terjangkau(store, p, Some(unit)).await?;
    if dijangkau == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    let tx = store.mulai().await?;
    periode::kunci(&tx, p.id).await?;
    periode::harus_terbuka(&*tx, p.id, Fase::Persiapan).await?;
    if let Some(ada) = tx.mungkin::<Lokus>(&format!("{} WHERE l.id = $1", super::PILIH), nilai![id]).await? {
        return if ada.unit_id == unit && ada.periode_id == p.id { Ok(id) } else { Err(StoreError::OperasiLain) };
    }
    if periode::aturan(&p.skema)?.unit_terdahulu {
        let sql = format!("SELECT COUNT(*) AS n FROM unit u WHERE u.id = $1 AND {}", super::terdahulu("u.id", "$2", "$3"));
        if tx.angka(&sql, nilai![unit, p.id, p.tahun]).await? == 0 {
            return Err(StoreError::Keadaan("lokus-belum-pernah"));
        }
    }
    let kategori = super::seragam(&*tx, p.id, None, isi.kategori).await?;
    sisip(&tx, hak.pelaku(), p.id, id, &u, LokusIsi { kategori: &kategori, ..isi }).await?;
    tx.commit().await?;
    Ok(id)
}

/// The row of a unit in a period, with its event, in the caller's transaction. The caller has checked that it may.
pub(crate) async fn sisip(tx: &Tx, pelaku: &Pelaku, p: PeriodeId, id: LokusId, u: &Unit, isi: LokusIsi<'_>) -> Hasil<()> {
    punya_edisi(tx, p, isi.formulir).await?;
    let kode = kode_baru(tx, p, &u.kode).await?;
    tx.jalankan(
        "INSERT INTO lokus (id, kode, periode_id, unit_id, formulir, cakupan, kategori, versi, dibuat, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9)",
        nilai![id, kode, p, u.id, isi.formulir, isi.cakupan, isi.kategori.trim(), tx.pada, pelaku.akun],
    )
    .await
    .map_err(|e| if matches!(e, StoreError::SudahAda(_)) { StoreError::SudahAda("unit") } else { e })?;
    let rincian = serde_json::json!({ "periode": p, "unit": u.id, "formulir": isi.formulir, "cakupan": isi.cakupan });
    audit::catat(tx, pelaku, audit::Kejadian::baru("lokus.tambah", "lokus", id).instansi(u.instansi_id).rincian(rincian)).await?;
    peristiwa::siarkan(tx, &format!("periode:{p}"), &serde_json::json!({ "lokus": id })).await?;
    Ok(())
}

/// `64.08-2023-mandiri` and `64.08-rsud-kudungga` make `64.08-2023-mandiri-rsud-kudungga`: the instansi's code, with which
/// both usually begin, is said once, unless another unit has taken the short code.
pub(crate) async fn kode_baru(tx: &Tx, periode: crate::id::PeriodeId, unit: &str) -> Hasil<String> {
    let sql = "SELECT p.kode || '-' AS kode FROM periode p WHERE p.id = $1";
    let depan = tx.satu::<Kode>(sql, nilai![periode]).await?.kode;
    let sql = "SELECT i.kode || '-' AS kode FROM periode p JOIN instansi i ON i.id = p.instansi_id WHERE p.id = $1";
    let instansi = tx.satu::<Kode>(sql, nilai![periode]).await?.kode;
    if let Some(sisa) = unit.strip_prefix(&instansi).filter(|s| !s.is_empty()) {
        let pendek = format!("{depan}{sisa}");
        if tx.angka("SELECT COUNT(*) AS n FROM lokus WHERE kode = $1", nilai![pendek.as_str()]).await? == 0 {
            return Ok(pendek);
        }
    }
    Ok(format!("{depan}{unit}"))
}

/// Changes form, scope or category. The form stays once something was entered, since F01 is made from its edition.
pub async fn ubah(store: &Store, hak: &PenyelenggaraLokus, versi: i64, isi: LokusIsi<'_>) -> Hasil<()> {
    let l = &hak.lokus;
    let tx = store.mulai().await?;
    let kini = kunci(&tx, l).await?;
    if kini.versi != versi {
        return Err(bentrok(&tx, "lokus", &l.id.to_string(), kini.versi).await?);
    }
    if kini.formulir != isi.formulir {
        if terisi(&tx, l.id).await? {
            return Err(StoreError::Keadaan("lokus-sudah-terisi"));
        }
        punya_edisi(&tx, l.periode_id, isi.formulir).await?;
    }
    let kategori = super::seragam(&*tx, l.periode_id, Some(l.id), isi.kategori).await?;
    tx.jalankan(
        "UPDATE lokus SET formulir = $2, cakupan = $3, kategori = $4, versi = versi + 1 WHERE id = $1",
        nilai![l.id, isi.formulir, isi.cakupan, kategori],
    )
    .await?;
    let rincian = serde_json::json!({ "formulir": isi.formulir, "cakupan": isi.cakupan });
    audit::catat(&tx, hak.pelaku(), audit::Kejadian::baru("lokus.ubah", "lokus", l.id).instansi(l.instansi_id).rincian(rincian)).await?;
    tx.commit().await
}

/// Takes a lokus out of the period, with the proposals for it.
///
/// # Errors
/// `Keadaan("lokus-sudah-terisi")` once an evaluator was appointed or anything was entered.
pub async fn hapus(store: &Store, hak: &PenyelenggaraLokus) -> Hasil<()> {
    let l = &hak.lokus;
    let tx = store.mulai().await?;
    kunci(&tx, l).await?;
    if terisi(&tx, l.id).await? {
        return Err(StoreError::Keadaan("lokus-sudah-terisi"));
    }
    tx.jalankan("DELETE FROM penugasan WHERE lokus_id = $1", nilai![l.id]).await?;
    tx.jalankan("DELETE FROM lokus_metode WHERE lokus_id = $1", nilai![l.id]).await?;
    tx.jalankan("DELETE FROM lokus WHERE id = $1", nilai![l.id]).await?;
    let rincian = serde_json::json!({ "periode": l.periode_id, "unit": l.unit_id });
    audit::catat(&tx, hak.pelaku(), audit::Kejadian::baru("lokus.hapus", "lokus", l.id).instansi(l.instansi_id).rincian(rincian)).await?;
    tx.commit().await
}

async fn kunci(tx: &Tx, l: &Lokus) -> Hasil<Lokus> {
    periode::harus_terbuka(&**tx, l.periode_id, Fase::Persiapan).await?;
    tx.satu::<Kode>(&format!("SELECT kode FROM lokus WHERE id = $1{}", tx.kunci_baris()), nilai![l.id]).await?;
    dari_id(&**tx, l.id).await
}

/// Whether any work was done for a lokus: then it stays.
async fn terisi(tx: &Tx, id: LokusId) -> Hasil<bool> {
    const TABEL: [&str; 12] = [
        "f01",
        "f01_ubah",
        "f01_siap",
        "bukti",
        "unggahan",
        "f02_lembar",
        "ronde",
        "berita_acara",
        "jadwal",
        "jadwal_sampai",
        "sk_lokus_unit",
        "benturan",
    ];
    for t in TABEL {
        if tx.angka(&format!("SELECT COUNT(*) AS n FROM (SELECT 1 AS satu FROM {t} WHERE lokus_id = $1 LIMIT 1) x"), nilai![id]).await? > 0
        {
            return Ok(true);
        }
    }
    let sql = "SELECT COUNT(*) AS n FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id WHERE g.lokus_id = $1";
    Ok(tx.angka(sql, nilai![id]).await? > 0)
}

pub(crate) async fn punya_edisi(tx: &Tx, p: crate::id::PeriodeId, formulir: &str) -> Hasil<()> {
    let p = periode::dari_id(&**tx, p).await?;
    match formulir {
        "A" if p.edisi_a.is_none() => Err(StoreError::Keadaan("edisi-formulir-a-tidak-ada")),
        "B" if p.edisi_b.is_none() => Err(StoreError::Keadaan("edisi-formulir-b-tidak-ada")),
        _ => Ok(()),
    }
}
