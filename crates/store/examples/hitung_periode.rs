//! Recomputes every result of a period from what is stored, and prints how long it took (see `bench/`).
//!
//! `hitung_periode FOLDER PERIODE [postgres://…]`

use std::{error::Error, path::Path, time::Instant};

use pekppp::Masukan;
use store::{Jam, Store, Sumber, edisi, f02, id::PeriodeId, lokus, ronde};

const KALI: usize = 5;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arg: Vec<String> = std::env::args().collect();
    let [_, folder, periode, url @ ..] = arg.as_slice() else { return Err("usage: hitung_periode FOLDER PERIODE [URL]".into()) };
    let sumber = url.first().map_or(Sumber::Sqlite, |u| Sumber::Postgres(u.clone()));
    let store = Store::buka(Path::new(folder), &sumber, Jam::default()).await?;
    let periode: PeriodeId = periode.parse()?;
    let (mut terlama, mut lengkap, mut banyak) = (0, 0, 0);
    for _ in 0..KALI {
        let awal = Instant::now();
        let (n, l) = hitung(&store, periode).await?;
        (banyak, lengkap) = (n, l);
        terlama = terlama.max(awal.elapsed().as_millis());
    }
    println!("{}", serde_json::json!({ "lokus": banyak, "lengkap": lengkap, "kali": KALI, "terlama_ms": u64::try_from(terlama)? }));
    store.tutup().await?;
    Ok(())
}

/// Number of lokus, and how many of them have an IPP.
async fn hitung(store: &Store, periode: PeriodeId) -> Result<(usize, usize), Box<dyn Error>> {
    let semua = lokus::milik_periode(store.baca(), periode).await?;
    let mut lengkap = 0;
    for l in &semua {
        let sidik = l.edisi()?;
        let edisi = edisi::dapat(store, sidik).await?;
        let lembar = f02::lembar_semua(store.baca(), l.id).await?.iter().map(|x| x.nilai(&edisi)).collect();
        let f03 = ronde::ringkas_f03(store, l.id, sidik).await?.f03;
        let hasil = pekppp::hitung(&edisi, &Masukan::baru(lembar, f03)).map_err(|e| format!("{}: {e:?}", l.kode))?;
        lengkap += usize::from(hasil.ipp.is_some());
    }
    Ok((semua.len(), lengkap))
}
