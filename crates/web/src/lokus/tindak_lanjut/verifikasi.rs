//! `POST /lokus/{lokus}/tindak-lanjut/{rekomendasi}/verifikasi`: what the evaluator finds.

use axum::extract::State;
use store::{
    StoreError, hak,
    id::{LokusId, RekomendasiId},
    tindak_lanjut::{self, Putusan},
};

use super::satu::halaman;
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    lokus::lanjutan,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.post("/lokus/{lokus}/tindak-lanjut/{rekomendasi}/verifikasi", Akses::Masuk, putuskan);
}

async fn putuskan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, rek)): Jalur<(LokusId, RekomendasiId)>,
    mut f: Formulir,
) -> Hasil {
    let akses = hak::lokus(&app.store, &pelaku, id).await?;
    let hak = akses.evaluator()?;
    let op = f.nilai("op").parse().unwrap_or_else(|_| store::id::baru());
    let putusan = Putusan::dari_kunci(f.nilai("putusan"));
    if putusan.is_none() {
        f.salahkan("putusan", "tindaklanjut-salah-putusan");
    }
    if let (Some(p), true) = (putusan, f.sah()) {
        match tindak_lanjut::verifikasi(&app.store, &hak, rek, op, p, f.nilai("alasan")).await {
            Ok(()) => return Alih::ke(format!("/lokus/{id}/tindak-lanjut")).pesan("tindaklanjut-putusan-tersimpan").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan("alasan", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    let k = lanjutan::konteks(k, &akses.lokus);
    tampil_salah(&halaman(&app, &k, &akses, rek, Some(f)).await?)
}
