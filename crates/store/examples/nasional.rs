//! The national figures of `docs/PERFORMANCE.md`: fills FOLDER with a simulated nation if it is empty, then times the recomputation of
//! the national period, the making of the board and choices from it.
//!
//! `nasional FOLDER [UNITS]`

use std::{error::Error, path::Path, time::Instant};

use store::{
    Jam, Store, Sumber, akun, audit,
    hak::{self, Pelaku},
    hasil,
    id::PeriodeId,
    nasional::{self, Saring},
    penerbitan, sandi, sesi,
    simulasi::{self, Ukuran},
};

type Hasil<T> = Result<T, Box<dyn Error>>;

#[tokio::main]
async fn main() -> Hasil<()> {
    let arg: Vec<String> = std::env::args().collect();
    let [_, folder, unit @ ..] = arg.as_slice() else { return Err("usage: nasional FOLDER [UNITS]".into()) };
    let store = Store::buka(Path::new(folder), &Sumber::Sqlite, Jam::default()).await?;
    let pilihan = nasional::pilihan(&store).await?;
    let periode = if pilihan.is_empty() {
        let unit = unit.first().map_or(Ok(100_000), |u| u.parse())?;
        isi(&store, unit).await?
    } else {
        let ada = penerbitan::semua(&store).await?;
        ada.first().ok_or("nothing is published")?.periode.id
    };
    for _ in 0..3 {
        let awal = Instant::now();
        let semua = hasil::olah_periode(&store, periode, |l, h| (l.id, h.ipp.map(|i| i.ipp))).await?;
        let lengkap = semua.iter().filter(|s| s.1.is_some()).count();
        println!("recomputation of {} lokus, {lengkap} with an IPP: {} ms", semua.len(), awal.elapsed().as_millis());
    }
    let Some(p) = nasional::pilihan(&store).await?.into_iter().next() else { return Ok(()) };
    let awal = Instant::now();
    let papan = nasional::papan(&store, p.tahun, &p.skema).await?;
    println!("board of {} units, first time: {} ms", papan.baris.len(), awal.elapsed().as_millis());
    let wilayah = |kode: &str| Saring { wilayah: kode.into(), ..Saring::default() };
    let pilih = [
        ("all", Saring::default()),
        ("last page", Saring { hal: 9999, ..Saring::default() }),
        ("a province", wilayah("35")),
        ("a kabupaten", wilayah("64.08")),
        ("a category", Saring { kategori: papan.kategori.first().cloned().unwrap_or_default(), ..Saring::default() }),
        ("kota", Saring { jenis: "kota".into(), ..Saring::default() }),
        ("a name", Saring { cari: "simulasi 0421".into(), ..Saring::default() }),
    ];
    for (nama, s) in pilih {
        let awal = Instant::now();
        let n = papan.unit(&s, 50).jumlah;
        println!("{nama}: {n} units, {} µs", awal.elapsed().as_micros());
    }
    store.tutup().await?;
    Ok(())
}

async fn isi(store: &Store, unit: u32) -> Hasil<PeriodeId> {
    let awal = Instant::now();
    let lama = |apa: &str| println!("{apa}: {} s", awal.elapsed().as_secs());
    let ukuran = Ukuran { unit, f03: unit * 20, skm: 0, tiket: 0, nasional: true, seed: 1 };
    let r = simulasi::isi(store, ukuran, &sandi::buat(akun::rahasia_baru()).await?).await?;
    lama("filled");
    let periode = *r.periode.last().ok_or("no period")?;
    let (biro, sekda) = (masuk(store, &r, "penyelenggara").await?, masuk(store, &r, "penanggungjawab").await?);
    let beku = simulasi::bekukan(store, &hak::periode(store, &biro, periode).await?.penyelenggara()?).await?;
    lama(&format!("{beku} frozen"));
    penerbitan::terbitkan(store, &hak::periode(store, &sekda, periode).await?.penanggungjawab()?, "Simulasi tanpa berita acara.").await?;
    lama("published");
    while audit::segel(store).await? > 0 {}
    lama("audit sealed");
    Ok(periode)
}

async fn masuk(store: &Store, r: &simulasi::Ringkas, peran: &str) -> Hasil<Pelaku> {
    let surel = r.akun.iter().find(|(p, _)| p == peran).map(|(_, s)| s.as_str()).ok_or("no such account")?;
    let akun = akun::dari_surel(store, surel).await?.ok_or("no such account")?;
    let token = sesi::buka(store, akun.id, "127.0.0.1", "nasional").await?;
    Ok(sesi::pelaku(store, &token, "127.0.0.1", "nasional").await?.ok_or("no session")?)
}
