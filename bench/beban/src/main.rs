//! `beban http://127.0.0.1:PORT/skm/TOKEN --cara post|kunjungan|putus --sambungan 64 --detik 10 [--pid PID]`
//!
//! Answers a public survey as fast as the server takes it, over keep-alive connections, with as little work of its own as it
//! can. Every answer has an id of its own and comes from another source (`X-Forwarded-For`, so the server must trust
//! 127.0.0.1 as a proxy); stamps are fetched from real pages before, and each is used a few times as a page kept on a phone
//! would be. Bounded: at most 1,024 connections and 120 seconds; loopback only.

mod acak;
mod formulir;
mod klien;
mod putus;
mod ukur;

use std::{
    io,
    net::SocketAddr,
    process::ExitCode,
    sync::Arc,
    time::{Duration, Instant},
};

use acak::Acak;
use formulir::Formulir;
use klien::Klien;
use ukur::Catatan;

/// Answers under one stamp; the server marks an answer from the twenty-first on.
const PAKAI: usize = 15;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Cara {
    Post,
    Kunjungan,
    Putus,
}

struct Tugas {
    alamat: SocketAddr,
    jalur: String,
    cara: Cara,
    sambungan: usize,
    lama: Duration,
    pid: Option<u32>,
}

fn tugas() -> Option<Tugas> {
    let mut args = std::env::args().skip(1);
    let url = args.next()?;
    let sisa = url.strip_prefix("http://")?;
    let (tuan, jalur) = sisa.split_at(sisa.find('/')?);
    let alamat: SocketAddr = tuan.parse().ok()?;
    let mut t = Tugas { alamat, jalur: jalur.to_owned(), cara: Cara::Post, sambungan: 64, lama: Duration::from_secs(10), pid: None };
    while let Some(nama) = args.next() {
        let nilai = args.next()?;
        match nama.as_str() {
            "--cara" => {
                t.cara = match nilai.as_str() {
                    "post" => Cara::Post,
                    "kunjungan" => Cara::Kunjungan,
                    "putus" => Cara::Putus,
                    _ => return None,
                }
            }
            "--sambungan" => t.sambungan = nilai.parse().ok()?,
            "--detik" => t.lama = Duration::from_secs(nilai.parse().ok()?),
            "--pid" => t.pid = nilai.parse().ok(),
            _ => return None,
        }
    }
    (alamat.ip().is_loopback() && (1..=1024).contains(&t.sambungan) && t.lama <= Duration::from_mins(2)).then_some(t)
}

fn main() -> ExitCode {
    let Some(tugas) = tugas() else {
        eprintln!("beban http://127.0.0.1:PORT/skm/TOKEN [--cara post|kunjungan|putus] [--sambungan 1..1024] [--detik 1..120] [--pid PID]");
        return ExitCode::from(2);
    };
    let hasil =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().and_then(|r| r.block_on(jalankan(tugas)));
    match hasil {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("beban: {e}");
            ExitCode::FAILURE
        }
    }
}

async fn jalankan(t: Tugas) -> io::Result<()> {
    if t.cara == Cara::Putus {
        return putus::putus(t.alamat, &t.jalur, t.sambungan, t.pid).await;
    }
    let mut satu = Klien::sambung(t.alamat).await?;
    let formulir = Arc::new(Formulir::baca(&satu.halaman_polos(&t.jalur).await?).ok_or_else(|| io::Error::other("no form on the page"))?);
    let jalur = Arc::new(t.jalur);
    let mut kerja = Vec::new();
    for no in 0..t.sambungan {
        let (formulir, jalur) = (Arc::clone(&formulir), Arc::clone(&jalur));
        let klien = Klien::sambung(t.alamat).await?;
        kerja.push((no, klien, formulir, jalur));
    }
    // Stamps for as many answers as might be sent, fetched before the clock starts; a connection that runs out fetches more.
    let stempel =
        if t.cara == Cara::Post { persediaan(t.alamat, &jalur, 40_000 * t.lama.as_secs() / PAKAI as u64).await? } else { Vec::new() };
    let stempel = Arc::new(stempel);
    let awal = Instant::now();
    let sampai = awal + t.lama;
    let mut tunggu = tokio::task::JoinSet::new();
    for (no, klien, formulir, jalur) in kerja {
        let stempel = Arc::clone(&stempel);
        let langkah = t.sambungan;
        match t.cara {
            Cara::Kunjungan => tunggu.spawn(kunjungi(klien, formulir, jalur, sampai)),
            _ => tunggu.spawn(kirimi(klien, formulir, jalur, sampai, stempel, no, langkah)),
        };
    }
    let mut semua = Catatan::default();
    while let Some(satu) = tunggu.join_next().await {
        semua.gabung(satu.map_err(io::Error::other)??);
    }
    semua.cetak(awal.elapsed(), t.sambungan, t.pid);
    Ok(())
}

/// Stamps from as many pages, over 16 connections.
async fn persediaan(alamat: SocketAddr, jalur: &Arc<String>, banyak: u64) -> io::Result<Vec<[u8; 38]>> {
    let mut tunggu = tokio::task::JoinSet::new();
    for _ in 0..16 {
        let jalur = Arc::clone(jalur);
        tunggu.spawn(async move {
            let mut klien = Klien::sambung(alamat).await?;
            let (mut acak, mut hasil) = (Acak::baru(), Vec::new());
            for _ in 0..banyak / 16 {
                hasil.push(klien.halaman(&jalur, &mut acak).await?.stempel);
            }
            Ok::<_, io::Error>(hasil)
        });
    }
    let mut semua = Vec::new();
    while let Some(satu) = tunggu.join_next().await {
        semua.extend(satu.map_err(io::Error::other)??);
    }
    Ok(semua)
}

async fn kirimi(
    mut klien: Klien,
    formulir: Arc<Formulir>,
    jalur: Arc<String>,
    sampai: Instant,
    stempel: Arc<Vec<[u8; 38]>>,
    no: usize,
    langkah: usize,
) -> io::Result<Catatan> {
    let (mut catatan, mut acak) = (Catatan::default(), Acak::baru());
    let mut milik = stempel.iter().skip(no).step_by(langkah);
    while Instant::now() < sampai {
        let satu = match milik.next() {
            Some(satu) => *satu,
            None => klien.halaman(&jalur, &mut acak).await?.stempel,
        };
        for _ in 0..PAKAI {
            let awal = Instant::now();
            if awal >= sampai {
                break;
            }
            let status = klien.kirim(&formulir, &satu, None, &mut acak).await?;
            catatan.catat(status, awal.elapsed());
        }
    }
    Ok(catatan)
}

/// The page as it travels (gzip), then the answer with the page's own id and stamp.
async fn kunjungi(mut klien: Klien, formulir: Arc<Formulir>, jalur: Arc<String>, sampai: Instant) -> io::Result<Catatan> {
    let (mut catatan, mut acak) = (Catatan::default(), Acak::baru());
    while Instant::now() < sampai {
        let awal = Instant::now();
        let halaman = klien.halaman(&jalur, &mut acak).await?;
        let status = klien.kirim(&formulir, &halaman.stempel, Some(&halaman.id), &mut acak).await?;
        catatan.byte_halaman = halaman.byte;
        catatan.catat(status, awal.elapsed());
    }
    Ok(catatan)
}
