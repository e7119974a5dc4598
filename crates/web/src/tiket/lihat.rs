//! The page of a number.

use askama::Template;
use axum::extract::State;
use store::{
    antrean::{Tiket, buka},
    gerbang::Perkara,
    id::OperasiId,
    kode,
    mpp::Mpp,
};

use super::panel::Panel;
use crate::{
    AppState,
    antrean::siaran,
    error::Hasil,
    gerbang::kartu::kartu,
    jalur::Jalur,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/tiket/{kode}", Akses::Publik, lihat);
}

#[derive(Template)]
#[template(path = "tiket/lihat.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Mpp,
    t: &'a Tiket,
    panel: Panel<'a>,
    layanan: (String, String),
    op: OperasiId,
    /// The number is of another day.
    lewat: bool,
    /// The card for short messages.
    kabar: String,
}

impl Halaman<'_> {
    fn kode(&self) -> String {
        kode::tampil(&self.t.kode)
    }

    /// The page follows the number: it is of today, and not over or it may be opened again.
    fn ikut(&self) -> bool {
        !self.lewat && (!self.t.berakhir() || self.panel.bisa_dibuka())
    }

    fn hari(&self) -> String {
        self.k.hari(&self.t.tanggal)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let (t, m, k) = super::buka(&app, k, &kode).await?;
    let lewat = t.tanggal != app.store.sekarang().hari(&m.zona).to_string();
    let garis = if lewat || t.berakhir() { None } else { siaran::kini(&app, &t).await };
    let layanan = store::layanan::dari_id(app.store.baca(), t.layanan_id).await?;
    // Read anew: the line may not have heard yet that the hall was closed.
    let pintu = if lewat { None } else { Some(buka::keadaan(app.store.baca(), &m, app.store.sekarang()).await?) };
    let panel = Panel::baru(&app, &k, &t, (garis.as_ref(), pintu.as_ref())).await?;
    let kabar = if lewat || t.berakhir() { String::new() } else { kartu(&app, &k, Perkara::Tiket, t.id.0, &t.kode).await? };
    tampil(&Halaman { kabar, k: &k, m: &m, t: &t, panel, layanan: (layanan.nama, layanan.kode), op: OperasiId::baru(), lewat })
}
