//! A correction sent again: whether what it holds is what was received the first time.

use super::{ISI, Permohonan, pemohon::Kirim};
use crate::{Hasil, Store, Waktu, kueri::Kueri, nilai};
use sea_orm::FromQueryResult;

#[derive(FromQueryResult)]
struct Diterima {
    pada: Waktu,
}

/// Whether the correction of version `versi` is what is sent now: answers, name and contact where they are sent, and files. `p`: the case
/// with that correction; `jawaban`: the answers that are sent, as JSON. How files are called is not asked.
///
/// # Errors
/// `Rusak` for what cannot be opened.
pub(super) async fn sama(store: &Store, p: &Permohonan, versi: i64, jawaban: &str, k: &Kirim<'_>) -> Hasil<bool> {
    let kunci = store.kunci();
    let beda = |kini: Option<String>, dulu: Option<String>| kini.is_some() && kini != dulu;
    if p.isi.buka(kunci, ISI.di(p.id))? != jawaban || beda(k.nama(), p.nama(kunci)?) || beda(k.kontak(), p.kontak(kunci)?) {
        return Ok(false);
    }
    let sql = "SELECT pada FROM permohonan_isi_lama WHERE permohonan_id = $1 AND versi = $2";
    let Some(Diterima { pada }) = store.baca().mungkin(sql, nilai![p.id, versi]).await? else { return Ok(false) };
    super::ulang::berkas_sama(store, p.id, pada, &k.lampiran).await
}
