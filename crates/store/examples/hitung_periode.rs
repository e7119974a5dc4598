//! Recomputes every result of a period from what is stored, and prints how long it took (see `bench/`).
//!
//! `hitung_periode FOLDER PERIODE [postgres://…]`

use std::{error::Error, path::Path, time::Instant};

use store::{Jam, Store, Sumber, hasil, id::PeriodeId};

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
    let semua = hasil::hitung_periode(store, periode).await?;
    let lengkap = semua.iter().filter(|h| h.hasil.ipp.is_some()).count();
    Ok((semua.len(), lengkap))
}
