//! `POST /gerai/{gerai}/antrean/langkah`: any other act on a number; the pressed button says which (`_aksi`).

use axum::extract::State;
use layanan::antrean::Prioritas;
use store::{
    antrean::langkah::{self, Aksi},
    id::{GeraiId, TiketId},
};

use crate::{AppState, Error, error::Hasil, formulir::Formulir, jalur::Jalur, konteks::Konteks, pelaku::Orang, rute::Daftar};

pub fn rute(d: &mut Daftar) {
    d.post("/gerai/{gerai}/antrean/langkah", super::TULIS, kirim);
}

fn aksi(f: &Formulir) -> Hasil<Aksi> {
    Ok(match f.aksi() {
        "ulang" => Aksi::PanggilUlang,
        "layani" => Aksi::Layani,
        "selesai" => Aksi::Selesai,
        "lewati" => Aksi::Lewati,
        "tahan" => Aksi::Tahan,
        "kembali" => Aksi::Kembali,
        "alihkan" => Aksi::Alihkan(f.nilai("ke").parse().map_err(|_| Error::TidakAda)?),
        "utamakan" => Aksi::Utamakan(Prioritas::Rentan),
        "biasa" => Aksi::Utamakan(Prioritas::Biasa),
        "tidak-hadir" => Aksi::TidakHadir,
        "buka-lagi" => Aksi::BukaLagi,
        "batal" => Aksi::Batal,
        lain => return Err(Error::Rusak(format!("no such act: {lain}"))),
    })
}

async fn kirim(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<GeraiId>, f: Formulir) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let (hak, op) = (akses.pelaksana()?, super::operasi(&f)?);
    let tiket: TiketId = f.nilai("tiket").parse().map_err(|_| Error::TidakAda)?;
    let hasil = langkah::lakukan(&app.store, &hak, op, tiket, aksi(&f)?).await;
    super::halaman::jawab(&app, &k, &akses, hasil).await
}
