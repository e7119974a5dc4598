//! A case sent again from the same form: whether what it holds is what was received the first time.

use super::{BerkasMasuk, ISI, ISI_LAMA, Permohonan, berkas, dari_id, formulir, pemohon::Lampiran, surel, terima::Baru};
use crate::{
    Hasil, Store, StoreError, Waktu,
    id::PermohonanId,
    identitas::{Tersegel, lampiran},
    kueri::Kueri,
    nilai,
};
use sea_orm::FromQueryResult;

#[derive(FromQueryResult)]
struct Lama {
    isi: Tersegel,
}

/// The case as it stands, when it is what is sent now.
///
/// # Errors
/// `Keadaan("permohonan-sudah-sampai")` when it was sent with something else; that stands.
pub(super) async fn sama(store: &Store, b: &Baru<'_>) -> Hasil<Permohonan> {
    let p = dari_id(store.baca(), b.id).await?;
    let sama = p.formulir_id == b.formulir
        && p.gerai_id == b.gerai
        && isi_sama(store, &p, b).await?
        && berkas_sama(store, p.id, p.pada, &b.kirim.lampiran).await?;
    if sama { Ok(p) } else { Err(StoreError::Keadaan("permohonan-sudah-sampai")) }
}

/// Name, contact, address and answers; a correction since then keeps the first answers apart.
async fn isi_sama(store: &Store, p: &Permohonan, b: &Baru<'_>) -> Hasil<bool> {
    let (c, kunci) = (store.baca(), store.kunci());
    let surat = b.kirim.surel.trim().to_lowercase();
    let alamat = surel::milik(store, p.id).await?.map(|(alamat, _)| alamat).unwrap_or_default();
    if p.nama(kunci)? != b.kirim.nama() || p.kontak(kunci)? != b.kirim.kontak() || alamat != surat {
        return Ok(false);
    }
    let sql = "SELECT isi FROM permohonan_isi_lama WHERE permohonan_id = $1 ORDER BY versi LIMIT 1";
    let pertama = match c.mungkin::<Lama>(sql, nilai![p.id]).await? {
        Some(lama) => lama.isi.buka(kunci, ISI_LAMA.di(p.id))?,
        None => p.isi.buka(kunci, ISI.di(p.id))?,
    };
    Ok(b.kirim.baca(&formulir::dari_id(c, p.formulir_id).await?.isi, |_| false)? == pertama)
}

/// Whether these files came with what was sent at `pada`: with the case, or with a correction.
pub(super) async fn berkas_sama(store: &Store, id: PermohonanId, pada: Waktu, kirim: &[Lampiran<'_>]) -> Hasil<bool> {
    let dulu = berkas(store, id).await?.into_iter().filter(|f| f.pada == pada);
    let lama = dulu.map(|f| (f.medan.clone(), f)).collect();
    let kirim: Vec<_> = kirim.iter().map(|l| (l.medan, l.berkas)).collect();
    let s = store.clone();
    lampiran::sama(lama, move |f: &BerkasMasuk| f.isi(&s), &kirim).await
}
