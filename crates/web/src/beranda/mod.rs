//! The start page: for a signed-in person what waits for each of his roles, for anyone else what Prima is and the way in.

mod aduan;
mod atur;
mod data_pribadi;
mod dengar;
mod izin;
mod kabar;
mod kelola;
mod mal;
pub mod menu;
mod nasional;
mod pantau;
mod pihak;
mod survei;
mod terbanyak;
mod terima;
mod tugas;
mod tunggu;
mod usulan;

pub(crate) use tunggu::{belum_mulai, kerjakan};

use askama::Template;
use axum::extract::State;
use store::layanan::pengumuman::{self, Pengumuman};

use crate::{
    AppState,
    error::Hasil,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil},
};

pub fn rute(d: &mut Daftar) {
    d.get("/", Akses::Publik, beranda);
}

#[derive(Template)]
#[template(path = "beranda/umum.html")]
struct Umum<'a> {
    k: &'a Konteks,
    pengumuman: Vec<Pengumuman>,
}

async fn beranda(State(app): State<AppState>, k: Konteks) -> Hasil {
    if let Some(pelaku) = k.pelaku.clone() {
        if pelaku.kurang_faktor {
            return Alih::ke("/akun/dua-langkah").into();
        }
        return Box::pin(tugas::lihat(&app, k, &pelaku)).await;
    }
    let pengumuman = pengumuman::kini(&app.store, None, 3).await?;
    let k = k.ilustrasi(pengumuman.iter().any(|p| p.ilustrasi == 1));
    tampil(&Umum { k: &k, pengumuman })
}
