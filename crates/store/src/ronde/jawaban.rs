//! Answers of citizens: stored once by the id that the client made, counters in the same transaction.
//!
//! No name, no time finer than the local day. A citizen's answer is no audit event (DESIGN section 8); paper bundles are.

use crate::{
    Hasil, Store, StoreError, Tx,
    id::RondeId,
    kueri::Kueri,
    nilai, peristiwa,
    ronde::{self, Ronde},
};
use pekppp::Nilai;
use uuid::Uuid;

/// Group of answers in the counters that came over the public page; a paper bundle's group is its id.
pub const DARING: &str = "daring";
/// Packed byte for "not answered".
pub const KOSONG: u8 = 255;
/// Counter row of respondents: value 1 complete, 0 incomplete.
pub const RESPONDEN: i64 = -1;

/// What became of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Terima {
    Baru,
    /// The same id was stored before: pressed twice, or sent again after a cut line.
    SudahAda,
}

/// Takes one answer from the public page. `isi` has one value per statement of the edition, in its order.
///
/// # Errors
/// `Keadaan` when the round is closed or an answer is missing; `OperasiLain` when the id belongs to another answer.
pub async fn terima(store: &Store, r: &Ronde, id: Uuid, isi: &[Option<Nilai>]) -> Hasil<Terima> {
    if isi.iter().any(Option::is_none) {
        return Err(StoreError::Keadaan("f03-belum-lengkap"));
    }
    let tx = store.mulai().await?;
    ronde::kunci_bagi(&tx, r.id).await?;
    if let Some(t) = ronde::tertutup(&*tx, r).await? {
        if sama(&tx, r.id, id, isi).await? {
            return Ok(Terima::SudahAda);
        }
        return Err(t.into());
    }
    let hasil = simpan(&tx, r, id, DARING, isi).await?;
    if hasil == Terima::Baru {
        peristiwa::siarkan(&tx, &super::topik(r.lokus_id), &serde_json::json!({})).await?;
    }
    tx.commit().await?;
    Ok(hasil)
}

/// Inserts one answer and counts it. The caller has checked that the round is open.
pub(super) async fn simpan(tx: &Tx, r: &Ronde, id: Uuid, kelompok: &str, isi: &[Option<Nilai>]) -> Hasil<Terima> {
    let n = tx
        .jalankan(
            "INSERT INTO jawaban (id, ronde_id, kelompok, hari, nilai) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING",
            nilai![id, r.id, kelompok, tx.pada.hari(&r.zona).to_string(), kemas(isi)],
        )
        .await?;
    if n == 0 {
        return if sama(tx, r.id, id, isi).await? { Ok(Terima::SudahAda) } else { Err(StoreError::OperasiLain) };
    }
    let lengkap = isi.iter().all(Option::is_some);
    hitung(tx, r.id, kelompok, RESPONDEN, i64::from(lengkap)).await?;
    if lengkap {
        for (no, n) in isi.iter().flatten().enumerate() {
            hitung(tx, r.id, kelompok, i64::try_from(no).unwrap_or(i64::MAX), i64::from(n.angka())).await?;
        }
    }
    Ok(Terima::Baru)
}

async fn sama(tx: &Tx, ronde: RondeId, id: Uuid, isi: &[Option<Nilai>]) -> Hasil<bool> {
    let n =
        tx.angka("SELECT COUNT(*) AS n FROM jawaban WHERE id = $1 AND ronde_id = $2 AND nilai = $3", nilai![id, ronde, kemas(isi)]).await?;
    Ok(n == 1)
}

async fn hitung(tx: &Tx, ronde: RondeId, kelompok: &str, pernyataan: i64, n: i64) -> Hasil<()> {
    tx.jalankan(
        "INSERT INTO jawaban_hitung (ronde_id, kelompok, pernyataan, nilai, jumlah) VALUES ($1, $2, $3, $4, 1)
         ON CONFLICT (ronde_id, kelompok, pernyataan, nilai) DO UPDATE SET jumlah = jawaban_hitung.jumlah + 1",
        nilai![ronde, kelompok, pernyataan, n],
    )
    .await?;
    Ok(())
}

/// One byte a statement.
#[must_use]
pub fn kemas(isi: &[Option<Nilai>]) -> Vec<u8> {
    isi.iter().map(|n| n.map_or(KOSONG, Nilai::angka)).collect()
}
