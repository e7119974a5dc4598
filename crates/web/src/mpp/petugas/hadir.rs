//! `POST /mpp/{mpp}/petugas/{pelaksana}/kehadiran`: an officer came, or (`_aksi=pulang`) left. The officer records his own, the
//! front desk everybody's.

use axum::extract::State;
use store::{
    StoreError, hak,
    id::{KehadiranId, PelaksanaId, UnitId},
    petugas::{self, Pencatat},
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::Alih,
};
use store::peran::Peran;

pub fn rute(d: &mut Daftar) {
    let boleh = Akses::Peran(&[Peran::MppKepala, Peran::MppDepan, Peran::Pelaksana]);
    d.post("/mpp/{mpp}/petugas/{pelaksana}/kehadiran", boleh, catat);
}

async fn catat(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, p)): Jalur<(UnitId, PelaksanaId)>,
    f: Formulir,
) -> Hasil {
    let (akses, k) = crate::mpp::buka(&app, k, &pelaku, id).await?;
    let pulang = f.aksi() == "pulang";
    let hadir = f.nilai("hadir").parse::<KehadiranId>().ok();
    // His placement says at which gerai he serves.
    let semua = petugas::hari(app.store.baca(), id, app.store.sekarang().hari(k.zona.nama())).await?;
    let gerai = semua.iter().find(|h| h.pelaksana_id == p).ok_or(StoreError::TidakDitemukan)?.gerai_id;
    if let Ok(depan) = akses.depan() {
        jalankan(&app, Pencatat::Depan(&depan), p, hadir.filter(|_| pulang)).await?;
    } else {
        let hak = hak::gerai(&app.store, &pelaku, gerai).await?.pelaksana()?;
        jalankan(&app, Pencatat::Sendiri(&hak), p, hadir.filter(|_| pulang)).await?;
    }
    // From the officer's own screen he goes back to it.
    let ke = if f.nilai("ke") == "loket" { format!("/gerai/{gerai}/antrean") } else { format!("/mpp/{id}/petugas") };
    Alih::ke(ke).pesan(if pulang { "mpp-pesan-pulang" } else { "mpp-pesan-hadir" }).into()
}

async fn jalankan(app: &AppState, oleh: Pencatat<'_>, p: PelaksanaId, pulang: Option<KehadiranId>) -> Result<(), StoreError> {
    match pulang {
        Some(h) => petugas::pulang(&app.store, oleh, h).await,
        None => petugas::masuk(&app.store, oleh, p).await,
    }
}
