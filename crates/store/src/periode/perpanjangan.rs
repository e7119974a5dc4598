//! More time for one unit after its phase was closed, as rows: until which local day, why, by whom, and when it was ended.
//! F01 and F02 ask one function, [`harus_terbuka_lokus`]; moving the dates for all units is [`super::ubah`] or a reopening,
//! and many chosen units are given time in `banyak`.

mod banyak;

pub use banyak::{BANYAK_MAKS, perpanjang_banyak, perpanjangan_lokus};

use super::{Penanya, harus_terbuka};
use crate::{
    Hasil, Store, StoreError, Waktu, audit,
    hak::{Pelaku, PenyelenggaraLokus},
    id::{LokusId, PerpanjanganId},
    kueri::Kueri,
    lokus::Lokus,
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
    peristiwa,
};
use jiff::{ToSpan as _, civil::Date};
use pekppp::Fase;
use sea_orm::{ConnectionTrait, FromQueryResult};

/// The longest extension, counted from the day it is given.
const HARI_MAKS: i32 = 90;

#[derive(Debug, Clone, FromQueryResult)]
pub struct Perpanjangan {
    pub id: PerpanjanganId,
    pub fase: String,
    /// Local day, ISO.
    pub sampai: String,
    pub alasan: String,
    pub pada: Waktu,
    pub nama: String,
    /// When it was ended before its time.
    pub akhir: Option<Waktu>,
}

impl Perpanjangan {
    /// Whether it still gives time on this local day.
    #[must_use]
    pub fn berlaku(&self, hari: Date) -> bool {
        self.akhir.is_none() && self.sampai.parse::<Date>().is_ok_and(|s| hari <= s)
    }
}

/// Every extension of a lokus, newest first.
pub async fn daftar<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<Perpanjangan>> {
    c.semua(
        "SELECT p.id, p.fase, p.sampai, p.alasan, p.pada, a.nama, x.pada AS akhir FROM perpanjangan p JOIN akun a ON a.id = p.oleh
         LEFT JOIN perpanjangan_akhir x ON x.perpanjangan_id = p.id WHERE p.lokus_id = $1 ORDER BY p.id DESC LIMIT 100",
        nilai![lokus],
    )
    .await
}

/// The phase is open, or this unit has been given time until today or later. `kini` is the server's clock.
///
/// # Errors
/// `Keadaan("fase-…-ditutup")`.
pub async fn harus_terbuka_lokus<C: Penanya>(c: &C, lokus: &Lokus, fase: Fase, kini: Waktu) -> Hasil<()> {
    let tutup = match harus_terbuka(c, lokus.periode_id, fase).await {
        Err(e @ StoreError::Keadaan(_)) => e,
        lain => return lain,
    };
    let n = c
        .angka(
            "SELECT COUNT(*) AS n FROM perpanjangan p LEFT JOIN perpanjangan_akhir x ON x.perpanjangan_id = p.id
             WHERE p.lokus_id = $1 AND p.fase = $2 AND p.sampai >= $3 AND x.perpanjangan_id IS NULL",
            nilai![lokus.id, fase.kunci(), kini.hari(&lokus.zona).to_string()],
        )
        .await?;
    if n > 0 { Ok(()) } else { Err(tutup) }
}

/// Gives one unit time until the end of the local day `sampai`, for F01 and F02. The same id twice is one extension.
///
/// # Errors
/// `Keadaan` for a day that is over or too far away, an empty reason, or a frozen result.
pub async fn perpanjang(store: &Store, hak: &PenyelenggaraLokus, id: PerpanjanganId, sampai: Date, alasan: &str) -> Hasil<()> {
    let tx = store.mulai().await?;
    crate::f01::kunci(&tx, hak.lokus.id).await?;
    beri(&tx, hak.pelaku(), &hak.lokus, id, sampai, alasan).await?;
    tx.commit().await
}

/// The row, its audit event and the news, inside a transaction that holds the lokus.
async fn beri(tx: &crate::Tx, oleh: &Pelaku, lokus: &Lokus, id: PerpanjanganId, sampai: Date, alasan: &str) -> Hasil<()> {
    let fase = Fase::Pelaksanaan;
    if alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("perpanjangan-alasan-wajib"));
    }
    let hari = tx.pada.hari(&lokus.zona);
    if sampai < hari || hari.checked_add(HARI_MAKS.days()).is_ok_and(|batas| sampai > batas) {
        return Err(StoreError::Keadaan("perpanjangan-tanggal"));
    }
    if crate::lokus::beku(&**tx, lokus.id).await? {
        return Err(StoreError::Keadaan("perpanjangan-dibekukan"));
    }
    let n = tx
        .jalankan(
            "INSERT INTO perpanjangan (id, lokus_id, fase, sampai, alasan, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (id) DO NOTHING",
            nilai![id, lokus.id, fase.kunci(), sampai.to_string(), alasan.trim(), tx.pada, oleh.akun],
        )
        .await?;
    if n > 0 {
        let rincian = serde_json::json!({ "fase": fase.kunci(), "sampai": sampai.to_string(), "alasan": tx.kunci.ringkas(alasan.trim()) });
        catat(tx, oleh, lokus, "perpanjangan.beri", id, rincian).await?;
        let kabar = Pemberitahuan {
            jenis: "perpanjangan-unit",
            kepada: &[Kepada::Operator(lokus.id), Kepada::Kepala(lokus.id), Kepada::Evaluator(lokus.id)],
            kecuali: Some(oleh.akun),
            periode: Some(lokus.periode_id),
            lokus: Some(lokus.id),
            tautan: &format!("/lokus/{}", lokus.id),
            isi: &serde_json::json!({ "unit": lokus.unit, "sampai": sampai.to_string() }),
            sekali: &format!("perpanjangan-unit/{id}"),
        };
        beri_tahu(tx, &kabar).await?;
    }
    Ok(())
}

/// Ends an extension before its day. A second time does nothing.
///
/// # Errors
/// `TidakDitemukan` for one of another lokus.
pub async fn akhiri(store: &Store, hak: &PenyelenggaraLokus, id: PerpanjanganId) -> Hasil<()> {
    let tx = store.mulai().await?;
    crate::f01::kunci(&tx, hak.lokus.id).await?;
    if tx.angka("SELECT COUNT(*) AS n FROM perpanjangan WHERE id = $1 AND lokus_id = $2", nilai![id, hak.lokus.id]).await? == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    let n = tx
        .jalankan(
            "INSERT INTO perpanjangan_akhir (perpanjangan_id, pada, oleh) VALUES ($1, $2, $3) ON CONFLICT (perpanjangan_id) DO NOTHING",
            nilai![id, tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        catat(&tx, hak.pelaku(), &hak.lokus, "perpanjangan.akhiri", id, serde_json::json!({})).await?;
    }
    tx.commit().await
}

async fn catat(tx: &crate::Tx, oleh: &Pelaku, lokus: &Lokus, aksi: &str, id: PerpanjanganId, rincian: serde_json::Value) -> Hasil<()> {
    let k = audit::Kejadian::baru(aksi, "perpanjangan", id).instansi(lokus.instansi_id).rincian(rincian);
    audit::catat(tx, oleh, k).await?;
    peristiwa::siarkan(tx, &crate::f01::topik(lokus.id), &serde_json::json!({ "aksi": aksi })).await
}
