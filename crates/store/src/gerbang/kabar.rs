//! What a gateway tells us: that a message arrived or not, and what a person answered. Whether it is really the gateway is the pages' to
//! check.

use super::sidik;
use crate::{
    Hasil, Store, StoreError,
    audit::{self, Kejadian},
    hak::Admin,
    kueri::Kueri,
    nilai,
};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// What became of a message that the gateway took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sampai {
    Terkirim,
    Sampai,
    Dibaca,
    Gagal,
}

impl Sampai {
    pub const SEMUA: [Self; 4] = [Self::Terkirim, Self::Sampai, Self::Dibaca, Self::Gagal];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Terkirim => "terkirim",
            Self::Sampai => "sampai",
            Self::Dibaca => "dibaca",
            Self::Gagal => "gagal",
        }
    }
}

#[derive(FromQueryResult)]
struct Id {
    id: Uuid,
}

/// Records a state of the message that the gateway calls `nomor`, or that carries our own id. The same again changes nothing. `false`: no
/// message is known by it.
///
/// # Errors
/// When the store fails.
pub async fn sampai(store: &Store, nomor: &str, keadaan: Sampai) -> Hasil<bool> {
    if nomor.is_empty() {
        return Ok(false);
    }
    let sql = "SELECT kirim_id AS id FROM gerbang_akhir WHERE (nomor = $1 OR kirim_id = $2) ORDER BY pada DESC, kirim_id LIMIT 1";
    let sendiri = Uuid::parse_str(nomor).unwrap_or_else(|_| Uuid::nil());
    let tx = store.mulai().await?;
    let Some(k) = tx.mungkin::<Id>(sql, nilai![nomor, sendiri]).await? else { return Ok(false) };
    let sql = "INSERT INTO gerbang_sampai (kirim_id, keadaan, pada) VALUES ($1, $2, $3) ON CONFLICT (kirim_id, keadaan) DO NOTHING";
    tx.jalankan(sql, nilai![k.id, keadaan.kunci(), tx.pada]).await?;
    tx.commit().await?;
    Ok(true)
}

/// The owner of a number answered with the stop word: all numbers kept for him are removed and none is kept again. What is no number
/// changes nothing.
///
/// # Errors
/// When the store fails.
pub async fn henti(store: &Store, teks: &str) -> Hasil<bool> {
    let Some(n) = super::nomor(teks) else { return Ok(false) };
    let tx = store.mulai().await?;
    let s = sidik(&tx.kunci, &n)?;
    tx.jalankan("DELETE FROM gerbang_kontak WHERE sidik = $1", nilai![s]).await?;
    let sql = "INSERT INTO gerbang_henti (sidik, pada) VALUES ($1, $2) ON CONFLICT (sidik) DO NOTHING";
    if tx.jalankan(sql, nilai![s, tx.pada]).await? > 0 {
        audit::catat_oleh(&tx, None, Kejadian::baru("gerbang.henti", "gerbang", s)).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// Lets a number be used again whose owner asked for it in person.
///
/// # Errors
/// `Keadaan("gerbang-nomor")`; `Keadaan("gerbang-tidak-berhenti")` for a number that nobody stopped.
pub async fn buka_lagi(store: &Store, hak: &Admin, teks: &str) -> Hasil<()> {
    let n = super::nomor(teks).ok_or(StoreError::Keadaan("gerbang-nomor"))?;
    let tx = store.mulai().await?;
    let s = sidik(&tx.kunci, &n)?;
    if tx.jalankan("DELETE FROM gerbang_henti WHERE sidik = $1", nilai![s]).await? == 0 {
        return Err(StoreError::Keadaan("gerbang-tidak-berhenti"));
    }
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("gerbang.buka-lagi", "gerbang", s)).await?;
    tx.commit().await
}
