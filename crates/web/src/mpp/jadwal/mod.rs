//! `/mpp/{mpp}/jadwal`: which services take bookings, with their hours, slot rules, rosters and invitation days.

mod aturan;
mod isian;
mod petugas;
mod undangan;

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    hak::{self, AksesMpp, Pelaku},
    id::{PenempatanId, UnitId},
    mpp::Mpp,
    pesanan::{self, Ringkas, Tempat},
};

use super::{rangka::Tab, ringkasan::khusus_mendatang};
use crate::{AppState, error::Hasil, jalur::Jalur, konteks::Konteks, pelaku::Orang, rute::Daftar, tampil::tampil};

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/{mpp}/jadwal", super::PEMBACA, lihat);
    aturan::rute(d);
    petugas::rute(d);
    undangan::rute(d);
}

#[derive(Template)]
#[template(path = "mpp/jadwal/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Mpp,
    tab: Tab<'a>,
    daftar: Vec<Ringkas>,
    /// Coming days with other hours.
    khusus: Vec<(String, String)>,
    /// The person may open the working calendar of the office.
    kalender: bool,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    akses.pembaca()?;
    let k = k.bantuan("pesanan");
    let daftar = pesanan::penempatan_mpp(app.store.baca(), id, app.store.sekarang().hari(&akses.mpp.zona)).await?;
    let kalender = hak::instansi(&app.store, &pelaku, akses.mpp.instansi_id).await.is_ok();
    let khusus = khusus_mendatang(&app, &k, &akses.mpp).await?;
    tampil(&Halaman { k: &k, m: &akses.mpp, tab: Tab::baru(&k, &akses, "jadwal"), daftar, khusus, kalender })
}

/// A placement of this hall with what the person may do there; 404 for one of another hall.
async fn buka(app: &AppState, k: Konteks, pelaku: &Pelaku, mpp: UnitId, id: PenempatanId) -> Hasil<(AksesMpp, Tempat, Konteks)> {
    let (akses, k) = super::buka(app, k, pelaku, mpp).await?;
    akses.pembaca()?;
    let t = pesanan::tempat(app.store.baca(), id).await?;
    if t.mpp_id != mpp {
        return Err(StoreError::TidakDitemukan.into());
    }
    Ok((akses, t, k.bantuan("pesanan")))
}
