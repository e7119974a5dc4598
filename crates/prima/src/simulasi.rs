//! `prima simulate`: fills an empty installation with invented data for load tests.

use std::process::ExitCode;

use clap::Args;
use store::{
    StoreError, akun, audit, sandi,
    simulasi::{self, Ukuran},
};

use crate::tempat::{Galat, Tempat, cetak_json, jalankan};

#[derive(Args)]
pub struct Simulate {
    /// Banyaknya unit
    #[arg(long)]
    units: u32,
    /// Banyaknya jawaban survei, dibagi rata ke semua unit (kini jawaban F03)
    #[arg(long)]
    skm_responses: u32,
    /// Data yang sama untuk benih yang sama
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[command(flatten)]
    tempat: Tempat,
}

impl Simulate {
    pub fn jalankan(&self) -> ExitCode {
        jalankan(self.isi())
    }

    async fn isi(&self) -> Result<ExitCode, Galat> {
        if !(1..=100_000).contains(&self.units) {
            return Err(Galat::Masukan(format!("--units {}: diharapkan 1 sampai 100000", self.units)));
        }
        let store = self.tempat.buat().await?;
        // Everybody shares one password, drawn anew each time: the data is invented, the door is not open.
        let kata = akun::rahasia_baru();
        let ukuran = Ukuran { unit: self.units, jawaban: self.skm_responses, seed: self.seed };
        let phc = sandi::buat(kata.clone()).await?;
        let hasil = simulasi::isi(&store, ukuran, &phc).await.map_err(|e| match e {
            StoreError::Keadaan("simulasi-tidak-kosong") => {
                Galat::Masukan(format!("{}: sudah berisi data; simulasi hanya ke instalasi yang kosong", self.tempat.data.display()))
            }
            lain => Galat::Store(lain),
        })?;
        audit::segel(&store).await?;
        store.tutup().await?;
        eprintln!("prima: ILUSTRASI: semua data ini karangan");
        let akun: serde_json::Map<String, serde_json::Value> = hasil.akun.into_iter().map(|(p, s)| (p, s.into())).collect();
        cetak_json(&serde_json::json!({
            "units": hasil.unit, "periods": hasil.periode, "lokus": hasil.lokus, "f02_scores": hasil.skor_f02,
            "f03_answers": hasil.jawaban_f03, "accounts": akun, "password": kata, "lokus_example": hasil.contoh,
            "f03_token": hasil.token_f03,
        }))?;
        Ok(ExitCode::SUCCESS)
    }
}
