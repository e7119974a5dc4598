//! What was written down wrongly at a meeting, put right before it is published: an invitation or an input taken out, minutes taken
//! back. Nothing is erased: what went stays in its row, or in the table of what was replaced.
//!
//! Signed minutes close a forum to new and removed words, so that what is published is what was signed.

use super::{
    Jalan, Pihak, catat,
    forum::{Rinci, buka},
};
use crate::{
    Hasil, Store, StoreError, Tx,
    id::{ForumId, MasukanId},
    kueri::Kueri,
    nilai,
};
use uuid::Uuid;

/// The words of a forum whose minutes are signed stay as they are.
pub(super) fn belum_diteken(r: &Rinci) -> Hasil<()> {
    if !r.forum.rapat() && r.forum.acara_tanggal.is_some() { Err(StoreError::Keadaan("mpp-forum-ada-ba")) } else { Ok(()) }
}

async fn usai(tx: Tx, hak: Pihak<'_>, j: &Jalan, n: u64, aksi: &str, rincian: serde_json::Value) -> Hasil<()> {
    if n > 0 {
        catat(&tx, hak.pelaku(), j, aksi, rincian).await?;
    }
    tx.commit().await
}

/// Takes an invitation out. A second time changes nothing.
///
/// # Errors
/// `Keadaan`: `mpp-forum-ada-ba`, `mpp-forum-terbit`, `mpp-bukan-pihak`; `TidakDitemukan` for one of another meeting.
pub async fn hapus_undangan(store: &Store, hak: Pihak<'_>, forum: ForumId, undangan: Uuid) -> Hasil<()> {
    let (tx, j, r) = buka(store, hak, forum).await?;
    belum_diteken(&r)?;
    let ada = "SELECT COUNT(*) AS n FROM mpp_undangan WHERE id = $1 AND forum_id = $2";
    if tx.angka(ada, nilai![undangan, forum]).await? == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    let sql = "INSERT INTO mpp_undangan_hapus (undangan_id, pada, oleh) VALUES ($1, $2, $3) ON CONFLICT (undangan_id) DO NOTHING";
    let n = tx.jalankan(sql, nilai![undangan, tx.pada, hak.pelaku().akun]).await?;
    usai(tx, hak, &j, n, "mpp.undang-hapus", serde_json::json!({ "forum": forum, "undangan": undangan })).await
}

/// Takes an input out, with its answer. One of a rapat that was answered stays: its ministry was told.
///
/// # Errors
/// `Keadaan`: `mpp-forum-ada-ba`, `mpp-forum-terbit`, `mpp-masukan-terjawab`, `mpp-bukan-pihak`; `TidakDitemukan` for one of another meeting.
pub async fn hapus_masukan(store: &Store, hak: Pihak<'_>, forum: ForumId, masukan: MasukanId) -> Hasil<()> {
    let (tx, j, r) = buka(store, hak, forum).await?;
    belum_diteken(&r)?;
    if r.forum.rapat() && r.masukan.iter().any(|m| m.id == masukan && m.jawaban.is_some()) {
        return Err(StoreError::Keadaan("mpp-masukan-terjawab"));
    }
    let ada = "SELECT COUNT(*) AS n FROM mpp_masukan WHERE id = $1 AND forum_id = $2";
    if tx.angka(ada, nilai![masukan, forum]).await? == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    let sql = "INSERT INTO mpp_masukan_hapus (masukan_id, pada, oleh) VALUES ($1, $2, $3) ON CONFLICT (masukan_id) DO NOTHING";
    let n = tx.jalankan(sql, nilai![masukan, tx.pada, hak.pelaku().akun]).await?;
    usai(tx, hak, &j, n, "mpp.masukan-hapus", serde_json::json!({ "forum": forum, "masukan": masukan })).await
}

/// Another answer in place of one that was given, in the caller's transaction.
pub(super) async fn ganti_jawaban(tx: &Tx, hak: Pihak<'_>, masukan: MasukanId, isi: &str) -> Hasil<()> {
    let akun = hak.pelaku().akun;
    tx.jalankan(
        "INSERT INTO mpp_jawaban_lama (id, masukan_id, isi, pada, oleh, diganti, diganti_oleh)
         SELECT $1, masukan_id, isi, pada, oleh, $3, $4 FROM mpp_jawaban WHERE masukan_id = $2",
        nilai![crate::id::baru(), masukan, tx.pada, akun],
    )
    .await?;
    let sql = "UPDATE mpp_jawaban SET isi = $2, pada = $3, oleh = $4 WHERE masukan_id = $1";
    tx.jalankan(sql, nilai![masukan, isi, tx.pada, akun]).await.map(drop)
}

/// Takes the minutes back, so that others can be filed: the wrong file, or words that changed. Without minutes nothing happens.
///
/// # Errors
/// `Keadaan`: `mpp-forum-terbit`, `mpp-bukan-pihak`.
pub async fn cabut_acara(store: &Store, hak: Pihak<'_>, forum: ForumId) -> Hasil<()> {
    let (tx, j, _) = buka(store, hak, forum).await?;
    let n = tx
        .jalankan(
            "INSERT INTO mpp_forum_acara_lama (id, forum_id, nomor, tanggal, berkas, objek, pada, oleh, diganti, diganti_oleh)
             SELECT $1, forum_id, nomor, tanggal, berkas, objek, pada, oleh, $3, $4 FROM mpp_forum_acara WHERE forum_id = $2",
            nilai![crate::id::baru(), forum, tx.pada, hak.pelaku().akun],
        )
        .await?;
    tx.jalankan("DELETE FROM mpp_forum_acara WHERE forum_id = $1", nilai![forum]).await?;
    usai(tx, hak, &j, n, "mpp.forum-acara-cabut", serde_json::json!({ "forum": forum })).await
}
