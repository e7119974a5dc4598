//! `/aduan/{aduan}/lampiran/{lampiran}`: a file of a report, for whoever may read the report.

use axum::extract::State;
use store::{hak, id::PengaduanId, pengaduan};
use uuid::Uuid;

use crate::{AppState, berkas::kirim_lampiran, error::Hasil, jalur::Jalur, pelaku::Orang, rute::Daftar};

pub fn rute(d: &mut Daftar) {
    d.get("/aduan/{aduan}/lampiran/{lampiran}", super::PEMBACA, unduh);
}

async fn unduh(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, l)): Jalur<(PengaduanId, Uuid)>) -> Hasil {
    let akses = hak::aduan(&app.store, &pelaku, id).await?;
    super::rinci::catat(&app, &pelaku, &akses).await?;
    let l = pengaduan::lampiran(&app.store, &akses.aduan, l).await?;
    kirim_lampiran(&app, l).await
}
