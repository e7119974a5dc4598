//! One-use links, for a ticket or a case. Only the hash of the secret is kept, and redeeming deletes it in the
//! transaction that stores the answer: no key, order or time joins the two. Not here: redeeming (the writer of answers).

use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    hak::PengelolaRondeSkm,
    id::RondeId,
    kueri::Kueri,
    nilai, skm,
};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};
use sha2::{Digest, Sha256};

/// Most links of one sheet.
pub const BANYAK_MAKS: usize = 1000;

/// What `Masukan::tautan` holds for a secret.
#[must_use]
pub fn sidik(rahasia: &str) -> [u8; 32] {
    Sha256::digest(rahasia.as_bytes()).into()
}

/// A link in the caller's transaction: for a ticket that is being served. Returns the secret, which is kept nowhere.
/// `sampai`: last local day on which it is good.
pub async fn tautan_sekali(tx: &Tx, ronde: RondeId, sampai: Date) -> Hasil<String> {
    let rahasia = crate::ronde::token_baru();
    simpan(tx, ronde, &rahasia, sampai, None).await?;
    Ok(rahasia)
}

/// Keeps the hash of a secret that the caller made. `layanan`: number of the service in the round, where it is known.
pub(crate) async fn simpan(tx: &Tx, ronde: RondeId, rahasia: &str, sampai: Date, layanan: Option<i64>) -> Hasil<()> {
    let sql = "INSERT INTO survei_tautan (sidik, ronde_id, sampai, layanan) VALUES ($1, $2, $3, $4)";
    tx.jalankan(sql, nilai![sidik(rahasia).to_vec(), ronde, sampai.to_string(), layanan]).await?;
    Ok(())
}

/// A sheet of links, good to the last day of the round.
///
/// # Errors
/// `Keadaan` when none or more than [`BANYAK_MAKS`] are asked for, the round is over, or its result is published.
pub async fn lembar(store: &Store, hak: &PengelolaRondeSkm, banyak: usize) -> Hasil<Vec<String>> {
    if !(1..=BANYAK_MAKS).contains(&banyak) {
        return Err(StoreError::Keadaan("skm-tautan-banyak"));
    }
    let tx = store.mulai().await?;
    let r = skm::isi::kunci(&tx, hak.ronde.id).await?;
    let sampai: Date = r.sampai.parse().map_err(|_| StoreError::Rusak(format!("last day of round {}", r.id)))?;
    if tx.pada.hari(&r.zona) > sampai {
        return Err(StoreError::Keadaan("skm-sudah-lewat"));
    }
    let mut rahasia = Vec::with_capacity(banyak);
    for _ in 0..banyak {
        rahasia.push(tautan_sekali(&tx, r.id, sampai).await?);
    }
    let k = Kejadian::baru("skm.tautan", "ronde", r.id).instansi(r.instansi_id).rincian(serde_json::json!({ "banyak": banyak }));
    audit::catat(&tx, hak.pelaku(), k).await?;
    tx.commit().await?;
    Ok(rahasia)
}

/// A link that still opens the questionnaire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromQueryResult)]
pub struct Berlaku {
    /// Number, in the round, of the service that the person came for; `None`: the page asks.
    pub layanan: Option<i64>,
}

/// The link behind a secret, if it is still good on a local day.
///
/// # Errors
/// When the store fails.
pub async fn berlaku<C: ConnectionTrait>(c: &C, ronde: RondeId, sidik: &[u8; 32], hari: Date) -> Hasil<Option<Berlaku>> {
    let sql = "SELECT layanan FROM survei_tautan WHERE sidik = $1 AND ronde_id = $2 AND sampai >= $3";
    c.mungkin(sql, nilai![sidik.to_vec(), ronde, hari.to_string()]).await
}

/// Links given out and not yet used.
pub async fn sisa<C: ConnectionTrait>(c: &C, ronde: RondeId) -> Hasil<i64> {
    c.angka("SELECT COUNT(*) AS n FROM survei_tautan WHERE ronde_id = $1", nilai![ronde]).await
}
