//! Fills an empty folder with a mall of 25 gerai, two services each, and 60 officers with a counter and a session each, for
//! `bench/antrean.mjs`. Everything is invented.
//!
//! `cargo run --release -p store --example antrean -- FOLDER [postgres://…]` prints what was made as JSON. The sessions are
//! good in this folder only.

use serde_json::json;
use std::path::PathBuf;
use store::{
    Hasil, Jam as Waktu, Store, Sumber, akun,
    hak::{self, KepalaMpp, Pelaku},
    id::{GeraiId, InstansiId, LayananId, LoketId, PelaksanaId, PenempatanId, TenanId, UnitId},
    instansi::{self, InstansiBaru, UnitBaru},
    layanan::{self, Isi},
    mpp::{self, GeraiIsi, Jam, MppIsi, PenempatanIsi, TenanIsi},
    peran::{self, Lingkup, Peran},
    sesi,
};

const GERAI: usize = 25;
const PETUGAS: usize = 60;
const KODE: &str = "mal-ukur";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let folder = PathBuf::from(args.next().ok_or("the folder is missing")?);
    let sumber = args.next().map_or(Sumber::Sqlite, Sumber::Postgres);
    tokio::runtime::Runtime::new()?.block_on(async {
        let store = Store::buka(&folder, &sumber, Waktu::default()).await?;
        let hasil = isi(&store).await?;
        println!("{hasil}");
        store.tutup().await
    })?;
    Ok(())
}

async fn orang(store: &Store, surel: &str, peran: Peran, lingkup: Lingkup) -> Hasil<(Pelaku, String)> {
    let tx = store.mulai().await?;
    let id = akun::tambah(&tx, None, akun::AkunBaru { nama: surel, surel, jabatan: "", sandi: None }).await?;
    peran::beri(&tx, None, id, peran, &lingkup).await?;
    tx.commit().await?;
    let token = sesi::buka(store, id, "127.0.0.1", "ukur").await?;
    let pelaku = sesi::pelaku(store, &token, "127.0.0.1", "ukur").await?.ok_or(store::StoreError::TidakDitemukan)?;
    Ok((pelaku, token))
}

async fn balai(store: &Store) -> Hasil<(InstansiId, UnitId, KepalaMpp)> {
    let tx = store.mulai().await?;
    let kab = InstansiBaru { kode: "99.99", nama: "Kabupaten Ukur", jenis: "kabupaten", wilayah: Some("99.99"), zona: "WITA" };
    let kab = instansi::tambah(&tx, None, kab).await?;
    let u = UnitBaru { kode: "99.99-mpp", instansi: kab, induk: None, nama: "MPP Ukur", jenis: "mpp", alamat: "" };
    let unit = instansi::tambah_unit(&tx, None, u).await?;
    tx.commit().await?;
    let (biro, _) = orang(store, "biro@ukur.example", Peran::Penyelenggara, Lingkup::Instansi(kab)).await?;
    let hak = hak::instansi(store, &biro, kab).await?.penyelenggara()?;
    let jam: Vec<Jam> = (1..=7).map(|hari| Jam { hari, mulai: "00:00".into(), selesai: "23:59".into() }).collect();
    mpp::buat(store, &hak, unit, KODE, &MppIsi { ringkas: "", jam: &jam, letak: None }, true).await?;
    let (kepala, _) = orang(store, "kepala@ukur.example", Peran::MppKepala, Lingkup::Unit { unit, instansi: kab }).await?;
    Ok((kab, unit, hak::mpp(store, &kepala, unit).await?.kepala()?))
}

async fn isi(store: &Store) -> Hasil<serde_json::Value> {
    let (kab, unit, kepala) = balai(store).await?;
    let lingkup = || Lingkup::Unit { unit, instansi: kab };
    let (operator, _) = orang(store, "operator@ukur.example", Peran::UnitOperator, lingkup()).await?;
    let operator = hak::unit(store, &operator, unit).await?.pengelola_layanan()?;
    let (mut penempatan, mut semua) = (Vec::new(), Vec::new());
    let huruf = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
    for g in 0..GERAI {
        let (tenan, gerai, kode) = (TenanId::baru(), GeraiId::baru(), format!("G{:02}", g + 1));
        let nama = format!("Gerai {}", g + 1);
        mpp::tambah_tenan(store, &kepala, tenan, &TenanIsi { nama: &nama, jenis: "pemda", unit: None, sendiri: false }).await?;
        mpp::tambah_gerai(store, &kepala, gerai, tenan, &GeraiIsi { kode: &kode, nama: &nama, letak: "", tautan: None }).await?;
        semua.push(gerai);
        for l in 0..2 {
            let isi = Isi { nama: format!("Layanan {}-{}", g + 1, l + 1), ..Isi::default() };
            let id = layanan::buat(store, &operator, LayananId::baru(), &isi, true).await?;
            let awalan = format!("{}{}", huruf(g), huruf(l));
            let isi = PenempatanIsi { awalan: &awalan, menit: Some(5), undangan: false };
            penempatan.push(mpp::tempatkan(store, &kepala, PenempatanId::baru(), (gerai, id), &isi).await?);
        }
    }
    let mut petugas = Vec::new();
    let hari = store.sekarang().hari("WITA");
    for n in 0..PETUGAS {
        let (gerai, loket) = (semua[n % GERAI], LoketId::baru());
        mpp::tambah_loket(store, &kepala, loket, gerai, &(n / GERAI + 1).to_string()).await?;
        let (p, token) = orang(store, &format!("p{n}@ukur.example"), Peran::Pelaksana, lingkup()).await?;
        mpp::tugaskan(store, &kepala, PelaksanaId::baru(), (gerai, p.akun), (hari, None)).await?;
        petugas.push(json!({ "gerai": gerai, "loket": loket, "sesi": token }));
    }
    Ok(json!({ "mpp": KODE, "penempatan": penempatan, "petugas": petugas }))
}
