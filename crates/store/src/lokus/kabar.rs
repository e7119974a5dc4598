//! What people are told about one unit in a period: the same arguments, link and scope for every kind.

use super::Lokus;
use crate::{
    Hasil, Tx,
    hak::Pelaku,
    id::BeritaAcaraId,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
};

/// Tells of a change of the lokus. `sub`: the part of its page, for example `"/f01"`, or a whole path from the root. `kejadian`
/// names the occasion: the id of what was made.
pub(crate) async fn kabari(
    tx: &Tx,
    l: &Lokus,
    oleh: &Pelaku,
    jenis: &'static str,
    kepada: &[Kepada],
    sub: &str,
    kejadian: impl std::fmt::Display,
) -> Hasil<()> {
    let tautan = if sub.starts_with("/berita-acara/") { sub.to_owned() } else { format!("/lokus/{}{sub}", l.id) };
    let isi = serde_json::json!({ "unit": l.unit, "periode": l.periode });
    kirim(tx, l, oleh, (jenis, kepada), (&tautan, &format!("{jenis}/{kejadian}")), &isi).await
}

/// Tells of minutes of the lokus, once a kind of notice and minutes. `ba`: which, and of which kind as stored, since a unit has both.
pub(crate) async fn kabari_ba(
    tx: &Tx,
    l: &Lokus,
    oleh: &Pelaku,
    jenis: &'static str,
    kepada: &[Kepada],
    (id, ba): (BeritaAcaraId, &str),
) -> Hasil<()> {
    let isi = serde_json::json!({ "unit": l.unit, "periode": l.periode, "ba": ba });
    kirim(tx, l, oleh, (jenis, kepada), (&format!("/berita-acara/{id}"), &format!("{jenis}/{id}")), &isi).await
}

async fn kirim(
    tx: &Tx,
    l: &Lokus,
    oleh: &Pelaku,
    (jenis, kepada): (&'static str, &[Kepada]),
    (tautan, sekali): (&str, &str),
    isi: &serde_json::Value,
) -> Hasil<()> {
    let (kecuali, periode, lokus) = (Some(oleh.akun), Some(l.periode_id), Some(l.id));
    beri_tahu(tx, &Pemberitahuan { jenis, kepada, kecuali, periode, lokus, tautan, isi, sekali }).await.map(drop)
}
