//! The same as `bersih` where objects lie in an object store. There nothing can be moved aside and looked at again in one step, so
//! an object that nothing refers to is put under another name first, where it is still found, and removed a week later.

use super::{
    Dibuang,
    bersih::{UMUR, hapus, punya_baris},
};
use crate::{Hasil, Jam, Store, StoreError, Waktu, gudang::Gudang, objek, utas::di_utas};
use std::time::Duration;

/// How long what was put aside can be taken back.
const TENGGANG: Duration = Duration::from_hours(7 * 24);

/// By the clock of the machine, as the object store counts; the store's own time may be another one in tests.
pub(super) fn batas(umur: Duration) -> Waktu {
    Jam::default().sekarang().tambah_detik(-i64::try_from(umur.as_secs()).unwrap_or(i64::MAX))
}

pub(super) async fn bersihkan(store: &Store, d: &mut Dibuang) -> Hasil<()> {
    let Some(g) = store.gudang() else { return Ok(()) };
    tuntaskan(store, g, d).await?;
    let mut lanjut = None;
    loop {
        let (halaman, l) = minta(g, move |g| g.daftar(lanjut)).await?;
        for t in halaman {
            if t.diubah > batas(UMUR) || punya_baris(store, &t.sidik).await? {
                continue;
            }
            let sidik = t.sidik.clone();
            minta(g, move |g| g.singkirkan(&sidik)).await?;
            hapus(&objek::jalur(store, &t.sidik))?;
            hapus(&objek::jalur_kecil(store, &t.sidik))?;
            d.berkas += 1;
            d.bita += t.ukuran;
        }
        lanjut = l;
        if lanjut.is_none() {
            return Ok(());
        }
    }
}

/// What was put aside: back where a row needs it after all, else away once its time is over.
async fn tuntaskan(store: &Store, g: &Gudang, d: &mut Dibuang) -> Hasil<()> {
    let mut lanjut = None;
    loop {
        let (halaman, l) = minta(g, move |g| g.daftar_buang(lanjut)).await?;
        for t in halaman {
            let sidik = t.sidik.clone();
            if punya_baris(store, &t.sidik).await? {
                minta(g, move |g| g.kembalikan(&sidik)).await?;
                d.dikembalikan += 1;
            } else if t.diubah <= batas(TENGGANG) {
                minta(g, move |g| g.buang(&sidik)).await?;
            }
        }
        lanjut = l;
        if lanjut.is_none() {
            return Ok(());
        }
    }
}

/// Waits for the network off the async threads.
async fn minta<T: Send + 'static>(g: &Gudang, f: impl FnOnce(&Gudang) -> Result<T, StoreError> + Send + 'static) -> Hasil<T> {
    let g = g.clone();
    di_utas(move || f(&g)).await
}
