//! How many survey answers the store takes in a second, each durable before its sender goes on.
//!
//! `cargo run --release -p store --example serap -- sqlite|postgres://… [clients] [seconds]`. Profiles, values and ids are
//! random; counters and their recount are compared at the end.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};
use store::{
    Hasil, Jam, Store, Sumber,
    id::{InstansiId, RondeId, UnitId},
    kueri::Kueri,
    nilai,
    ronde::{Bentuk, Kelompok, Masukan, Profil, kubus},
};
use uuid::Uuid;

const BENTUK: Bentuk = Bentuk { pertanyaan: 9, min: 1, maks: 4 };
/// Options of each dimension: services, sex, age, education, occupation.
const OPSI: [u8; 5] = [4, 2, 6, 7, 7];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    tokio::runtime::Runtime::new()?.block_on(jalan())
}

async fn jalan() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let sumber = match args.next().as_deref() {
        None | Some("sqlite") => Sumber::Sqlite,
        Some(url) => Sumber::Postgres(url.to_owned()),
    };
    let klien: usize = args.next().map_or(Ok(256), |a| a.parse())?;
    let detik: u64 = args.next().map_or(Ok(10), |a| a.parse())?;
    let folder = tempfile::tempdir()?;
    let store = Store::buka(folder.path(), &sumber, Jam::default()).await?;
    let ronde = ronde(&store).await?;
    let (henti, mulai) = (Arc::new(AtomicBool::new(false)), Instant::now());
    let tugas: Vec<_> = (0..klien).map(|_| tokio::spawn(klien_jalan(store.clone(), ronde, Arc::clone(&henti)))).collect();
    tokio::time::sleep(Duration::from_secs(detik)).await;
    henti.store(true, Ordering::Relaxed);
    let mut tunda = Vec::new();
    for t in tugas {
        tunda.extend(t.await?);
    }
    let lama = mulai.elapsed().as_secs_f64();
    tunda.sort_unstable();
    let di = |p: usize| tunda.get(tunda.len() * p / 1000).copied().unwrap_or_default();
    #[expect(clippy::cast_precision_loss, reason = "a rate to show")]
    let laju = tunda.len() as f64 / lama;
    println!("{klien} clients: {laju:.0} answers/s; p50 {:?}, p99 {:?}, p99.9 {:?}", di(500), di(990), di(999));
    let log = std::fs::metadata(folder.path().join("prima.db-wal")).map_or(0, |m| m.len() >> 20);
    let ulang = Instant::now();
    let beda = kubus::hitung_ulang(&store, ronde).await?;
    println!("{} answers; log {log} MB; recount {:?}, differences: {}", tunda.len(), ulang.elapsed(), beda.len());
    store.tutup().await?;
    Ok(())
}

/// Answers one after the other until told to stop; how long each waited.
async fn klien_jalan(store: Store, ronde: RondeId, henti: Arc<AtomicBool>) -> Vec<Duration> {
    let (mut tunda, hari) = (Vec::new(), store.sekarang().hari("WIB"));
    while !henti.load(Ordering::Relaxed) {
        let acak: [u8; 16] = rand::random();
        let m = Masukan {
            ronde,
            bentuk: BENTUK,
            id: Uuid::new_v4(),
            kelompok: Kelompok::Daring,
            hari,
            nilai: acak[..9].iter().map(|b| 1 + b % 4).collect(),
            profil: Profil(std::array::from_fn(|d| acak[9 + d] % OPSI[d])),
            tanda: u32::from(acak[15] < 10),
            saran: None,
            tautan: None,
        };
        let mulai = Instant::now();
        match store.penulis().terima(m).await {
            Ok(_) => tunda.push(mulai.elapsed()),
            Err(e) => eprintln!("{e}"),
        }
    }
    tunda
}

async fn ronde(store: &Store) -> Hasil<RondeId> {
    let tx = store.mulai().await?;
    let (i, u, r) = (InstansiId::baru(), UnitId::baru(), RondeId::baru());
    let akhir = i.to_string();
    let i = store::instansi::InstansiBaru { kode: &akhir, nama: "Uji", jenis: "kabupaten", wilayah: None, zona: "WIB" };
    let i = store::instansi::tambah(&tx, None, i).await?;
    let unit = store::instansi::UnitBaru { kode: &u.to_string(), instansi: i, induk: None, nama: "Uji", jenis: "unit", alamat: "" };
    let unit = store::instansi::tambah_unit(&tx, None, unit).await?;
    let (e, teks) = pekppp::bawaan("pekppp-2022-a").ok_or(store::StoreError::TidakDitemukan)?;
    let edisi = store::edisi::simpan(&tx, &e.id, teks).await?;
    tx.jalankan(
        "INSERT INTO ronde (id, jenis, unit_id, lokus_id, edisi, token, dibuat, oleh) VALUES ($1, 'skm', $2, NULL, $3, $4, $5, $6)",
        nilai![r, unit, edisi, akhir.as_str(), tx.pada, Uuid::nil()],
    )
    .await?;
    let hari = |n: i64| tx.pada.tambah_detik(n * 86_400).hari("WIB").to_string();
    tx.jalankan(
        "INSERT INTO skm_ronde (ronde_id, kode, nama, mulai, sampai, target, unsur, ilustrasi, versi) VALUES ($1, $2, 'Uji', $3, $4, 100, '[]', 1, 1)",
        nilai![r, akhir.as_str(), hari(-1), hari(1)],
    )
    .await?;
    tx.commit().await?;
    Ok(r)
}
