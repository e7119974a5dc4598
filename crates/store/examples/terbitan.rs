//! Writes the publication of a period as one file, checks it again, and prints size, times and the most memory used (see `bench/`).
//!
//! `terbitan FOLDER KODE-PERIODE [postgres://…]`

use std::{error::Error, fs::File, path::Path, time::Instant};

use store::{
    Jam, Store, Sumber,
    penerbitan::{
        self, Publik,
        bundel::{self, Bahan},
    },
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arg: Vec<String> = std::env::args().collect();
    let [_, folder, kode, url @ ..] = arg.as_slice() else { return Err("usage: terbitan FOLDER PERIOD-CODE [URL]".into()) };
    let sumber = url.first().map_or(Sumber::Sqlite, |u| Sumber::Postgres(u.clone()));
    let store = Store::buka(Path::new(folder), &sumber, Jam::default()).await?;
    let Publik::Terbit(t) = penerbitan::publik(&store, kode).await? else { return Err("the period is not public".into()) };
    let berkas = tempfile::NamedTempFile::new()?;
    let awal = Instant::now();
    let b = Bahan { terbitan: &t, nomor: 1, alasan: "", sebelumnya: None, lampiran: &[] };
    let (isi, sidik) = bundel::tulis(&store, &b, berkas.reopen()?).await?;
    let tulis = awal.elapsed();
    store.tutup().await?;
    let awal = Instant::now();
    let l = bundel::periksa(File::open(berkas.path())?, None)?;
    let periksa = awal.elapsed();
    println!(
        "{}",
        serde_json::json!({
            "hasil": isi.hasil.baris, "byte": berkas.as_file().metadata()?.len(), "tulis_ms": u64::try_from(tulis.as_millis())?,
            "periksa_ms": u64::try_from(periksa.as_millis())?, "sah": l.sah() && l.sidik == sidik, "memori_puncak_kb": puncak(),
        })
    );
    Ok(())
}

/// The most memory this process held, in kB; `None` where the system does not tell.
fn puncak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|b| b.strip_prefix("VmHWM:"))?.trim().strip_suffix(" kB")?.trim().parse().ok()
}
