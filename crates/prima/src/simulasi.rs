//! `prima simulate`: fills an empty installation with invented data for load tests.

use std::process::ExitCode;

use clap::Args;
use store::{
    Store, StoreError, akun, audit,
    hak::{self, Pelaku},
    lokus, penerbitan,
    peran::Peran,
    periode, sandi, sesi,
    simulasi::{self, Ringkas, Ukuran},
};

use crate::tempat::{Galat, Tempat, cetak_json, jalankan};

/// More units than one kabupaten has.
const NASIONAL_SEJAK: u32 = 5000;

#[derive(Args)]
pub struct Simulate {
    /// Banyaknya unit
    #[arg(long)]
    units: u32,
    /// Banyaknya jawaban SKM, dibagi rata ke semua unit
    #[arg(long)]
    skm_responses: u32,
    /// Banyaknya jawaban F03, dibagi rata ke semua unit; bila tidak disebut, 20 untuk tiap unit
    #[arg(long)]
    f03_responses: Option<u32>,
    /// Banyaknya nomor antrean dalam setahun di Mal Pelayanan Publik, 60.000 untuk tiap mal
    #[arg(long, default_value_t = 0)]
    tickets: u32,
    /// Unit dari semua provinsi, kabupaten, dan kota dalam satu periode nasional; dengan sendirinya sejak 5.000 unit
    #[arg(long)]
    nasional: bool,
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
        let f03 = self.f03_responses.unwrap_or(self.units * 20);
        let ukuran = Ukuran {
            unit: self.units,
            f03,
            skm: self.skm_responses,
            tiket: self.tickets,
            nasional: self.nasional || self.units >= NASIONAL_SEJAK,
            seed: self.seed,
        };
        let phc = sandi::buat(kata.clone()).await?;
        let data = simulasi::isi(&store, ukuran, &phc).await.map_err(|e| match e {
            StoreError::Keadaan("simulasi-tidak-kosong") => {
                Galat::Masukan(format!("{}: sudah berisi data; simulasi hanya ke instalasi yang kosong", self.tempat.data.display()))
            }
            lain => Galat::Store(lain),
        })?;
        let beku = bekukan(&store, &data).await?;
        let contoh = lokus::dari_id(store.baca(), data.contoh).await?;
        let kode_periode = periode::dari_id(store.baca(), contoh.periode_id).await?.kode;
        while audit::segel(&store).await? > 0 {}
        store.tutup().await?;
        eprintln!("prima: ILUSTRASI: semua data ini karangan");
        let akun: serde_json::Map<String, serde_json::Value> = data.akun.into_iter().map(|(p, s)| (p, s.into())).collect();
        cetak_json(&serde_json::json!({
            "units": data.unit, "periods": data.periode, "lokus": data.lokus, "f02_scores": data.skor_f02,
            "f03_answers": data.jawaban_f03, "skm_answers": data.jawaban_skm, "tickets": data.tiket, "frozen": beku, "period_code": kode_periode, "lokus_code": contoh.kode, "accounts": akun, "password": kata, "lokus_example": data.contoh,
            "f03_token": data.token_f03, "skm_token": data.token_skm, "skm_round": data.ronde_skm,
        }))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Freezes the results of the newest period and publishes them, so that rankings and public pages have what to show.
async fn bekukan(store: &Store, r: &Ringkas) -> store::Hasil<u32> {
    let Some(periode) = r.periode.last() else { return Ok(0) };
    let (biro, sekda) = (masuk(store, r, Peran::Penyelenggara).await?, masuk(store, r, Peran::Penanggungjawab).await?);
    let beku = simulasi::bekukan(store, &hak::periode(store, &biro, *periode).await?.penyelenggara()?).await?;
    if beku > 0 {
        penerbitan::terbitkan(store, &hak::periode(store, &sekda, *periode).await?.penanggungjawab()?, "Simulasi tanpa berita acara.")
            .await?;
    }
    Ok(beku)
}

/// The simulated person with this role.
async fn masuk(store: &Store, r: &Ringkas, peran: Peran) -> store::Hasil<Pelaku> {
    let surel = r.akun.iter().find(|(p, _)| p == peran.kunci()).map(|(_, s)| s.as_str()).unwrap_or_default();
    let akun = akun::dari_surel(store, surel).await?.ok_or(StoreError::TidakDitemukan)?;
    let token = sesi::buka(store, akun.id, "127.0.0.1", "prima simulate").await?;
    let pelaku = sesi::pelaku(store, &token, "127.0.0.1", "prima simulate").await?.ok_or(StoreError::TidakDitemukan)?;
    sesi::tutup(store, &token).await?;
    Ok(pelaku)
}
