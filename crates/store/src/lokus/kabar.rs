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
    let isi = serde_json::json!({ "unit": l.unit, "periode": l.periode });
    kirim(tx, l, Some(oleh), (jenis, kepada), (sub, kejadian), &isi).await.map(drop)
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
    kirim(tx, l, Some(oleh), (jenis, kepada), (&format!("/berita-acara/{id}"), id), &isi).await.map(drop)
}

/// The same with other arguments of the text (`isi`), also where nobody did it (`oleh`); to how many it was news. An occasion is told once a
/// kind of notice, however often this is called.
pub(crate) async fn kirim(
    tx: &Tx,
    l: &Lokus,
    oleh: Option<&Pelaku>,
    (jenis, kepada): (&'static str, &[Kepada]),
    (sub, kejadian): (&str, impl std::fmt::Display),
    isi: &serde_json::Value,
) -> Hasil<u64> {
    let tautan = if sub.starts_with("/berita-acara/") { sub.to_owned() } else { format!("/lokus/{}{sub}", l.id) };
    let sekali = format!("{jenis}/{kejadian}");
    let (kecuali, periode, lokus) = (oleh.map(|o| o.akun), Some(l.periode_id), Some(l.id));
    beri_tahu(tx, &Pemberitahuan { jenis, kepada, kecuali, periode, lokus, tautan: &tautan, isi, sekali: &sekali }).await
}
