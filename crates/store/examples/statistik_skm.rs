//! How long the store takes for the figures of one large SKM round: totals, breakdowns, an export, a full recount.
//!
//! `cargo run --release -p store --example statistik_skm -- FOLDER [postgres://…] [answers]`; an empty folder is filled first.

use std::{future::Future, path::PathBuf, time::Instant};
use store::{
    Jam, Store, Sumber,
    id::RondeId,
    kueri::Kueri,
    nilai,
    ronde::{
        SaringJawaban, halaman,
        kubus::{self, Keadaan},
    },
    simulasi::{self, Ukuran},
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    tokio::runtime::Runtime::new()?.block_on(jalan())
}

#[derive(sea_orm::FromQueryResult)]
struct Ronde {
    id: RondeId,
}

async fn waktu<T, E>(nama: &str, f: impl Future<Output = Result<T, E>>) -> Result<T, E> {
    let mulai = Instant::now();
    let t = f.await?;
    println!("{nama:<28} {:>9.1} ms", mulai.elapsed().as_secs_f64() * 1000.0);
    Ok(t)
}

async fn jalan() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let folder = PathBuf::from(args.next().ok_or("folder?")?);
    let (mut sumber, mut jawaban) = (Sumber::Sqlite, 1_000_000);
    for a in args {
        if a.starts_with("postgres") { sumber = Sumber::Postgres(a) } else { jawaban = a.parse()? }
    }
    let s = Store::buka(&folder, &sumber, Jam::default()).await?;
    if s.baca().angka("SELECT COUNT(*) AS n FROM instansi", vec![]).await? == 0 {
        let ukuran = Ukuran { unit: 1, f03: 20, skm: jawaban, tiket: 0, nasional: false, seed: 1 };
        waktu("simulate", simulasi::isi(&s, ukuran, "")).await?;
    }
    let r: Ronde = s.baca().satu("SELECT id FROM ronde WHERE jenis = $1 ORDER BY id LIMIT 1", nilai!["skm"]).await?;
    let (c, pakai) = (s.baca(), Keadaan::Pakai);
    for _ in 0..2 {
        let n = waktu("totals", kubus::seluruh(c, r.id, pakai)).await?.n;
        println!("{n} complete answers");
        waktu("one dimension", kubus::per_dimensi(c, r.id, 3, pakai)).await?;
        let silang = waktu("two dimensions", kubus::silang(c, r.id, 3, 5, pakai)).await?;
        println!("{} cells", silang.len());
        waktu("flags", kubus::tanda(c, r.id, pakai)).await?;
    }
    let ekspor = async {
        let (mut setelah, mut banyak) = (None, 0);
        while banyak < 100_000 {
            let h = halaman(c, r.id, setelah, 5000, &SaringJawaban::default()).await?;
            let Some(akhir) = h.last() else { break };
            setelah = Some(akhir.id);
            banyak += h.len();
        }
        store::Hasil::Ok(())
    };
    waktu("100,000 answers read", ekspor).await?;
    let beda = waktu("recount", kubus::hitung_ulang(&s, r.id)).await?;
    println!("{} differences", beda.len());
    s.tutup().await?;
    Ok(())
}
