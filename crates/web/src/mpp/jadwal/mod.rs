//! `/mpp/{mpp}/jadwal`: which services take bookings, with their hours, slot rules, rosters and invitation days.

mod aturan;
mod isian;
mod petugas;
mod undangan;

use askama::Template;
use axum::extract::{Query, State};
use store::{
    StoreError,
    hak::{self, AksesMpp, Pelaku},
    id::{PenempatanId, UnitId},
    mpp::Mpp,
    pesanan::{self, Ringkas, Tempat},
};

use super::{rangka::Tab, ringkasan::khusus_mendatang};
use crate::{
    AppState,
    antrean::pilihan::per_gerai,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    lembar::{BATAS, Cari, Lembar},
    pelaku::Orang,
    rute::Daftar,
    tampil::tampil,
};

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
    f: Formulir,
    daftar: Vec<Ringkas>,
    /// Coming days with other hours.
    khusus: Vec<(String, String)>,
    lembar: Lembar,
    tersaring: bool,
    /// More services than one page shows: they can be searched.
    panjang: bool,
    /// The person may open the working calendar of the office.
    kalender: bool,
}

/// Lists of at most so many services stand open; longer ones open by gerai.
const PENDEK: usize = 6;

impl Halaman<'_> {
    /// The services by gerai, in the order of the list.
    fn kelompok(&self) -> Vec<&[Ringkas]> {
        per_gerai(&self.daftar, |r| r.tempat.gerai_id)
    }

    fn terbuka(&self) -> bool {
        self.tersaring || self.daftar.len() <= PENDEK
    }
}

/// Whether each word is in the name of the service or of its gerai, or is its code.
fn cocok(r: &Ringkas, cari: &str) -> bool {
    let isi = format!("{} {} {}", r.tempat.layanan, r.tempat.gerai_kode, r.tempat.gerai).to_lowercase();
    cari.to_lowercase().split_whitespace().all(|kata| isi.contains(kata))
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, Query(q): Query<Cari>) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    akses.pembaca()?;
    let k = k.bantuan("pesanan");
    let semua = pesanan::penempatan_mpp(app.store.baca(), id, app.store.sekarang().hari(&akses.mpp.zona)).await?;
    let panjang = semua.len() > usize::try_from(BATAS).unwrap_or_default();
    let cocok: Vec<Ringkas> = semua.into_iter().filter(|r| cocok(r, &q.cari)).collect();
    // Whoever opens a gerai finds all its services there.
    let (daftar, lembar) = k.lembar_utuh(q.h, cocok, |r| r.tempat.gerai_id, &q.kueri());
    let tersaring = !q.cari.trim().is_empty();
    let kalender = hak::instansi(&app.store, &pelaku, akses.mpp.instansi_id).await.is_ok();
    let khusus = khusus_mendatang(&app, &k, &akses.mpp).await?;
    let f = Formulir::isi([("cari", q.cari)]);
    tampil(&Halaman { k: &k, m: &akses.mpp, tab: Tab::baru(&k, &akses, "jadwal"), f, daftar, lembar, tersaring, panjang, khusus, kalender })
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
