//! `/periode/{periode}/kegiatan`: the sessions of a period; one of them with agenda, materials and attendance is `rinci`.

mod berkas;
mod rinci;

use askama::Template;
use axum::extract::State;
use store::{
    hak,
    id::PeriodeId,
    periode::Periode,
    persiapan::{
        jadwal::{self, Jenis},
        kegiatan::{self, Kegiatan},
    },
};

use super::jadwal::{Baris, baris};
use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/kegiatan", Akses::Masuk, lihat);
    rinci::rute(d);
    berkas::rute(d);
}

/// The public address of a session's attendance page.
pub(crate) fn alamat(app: &AppState, k: &Kegiatan) -> String {
    format!("{}/hadir/{}", app.konfig.alamat, k.token)
}

#[derive(Template)]
#[template(path = "periode/kegiatan/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    p: &'a Periode,
    tab: &'static str,
    kelola: bool,
    /// With how many came; `None` while no session was prepared.
    baris: Vec<(Baris, Option<i64>)>,
}

impl Halaman<'_> {
    fn tambah(&self) -> String {
        format!("/periode/{}/jadwal/baru", self.p.id)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let k = super::konteks(&app, k, &akses.periode, "persiapan").await?;
    let baca = akses.pembaca();
    let mut semua = Vec::new();
    for j in jadwal::milik_periode(&app.store, &baca).await? {
        if j.batal.is_some() || !Jenis::dari_kunci(&j.jenis).is_some_and(Jenis::bersidang) {
            continue;
        }
        let hadir = match kegiatan::milik(&app.store, &baca, j.id).await? {
            Some(_) => Some(kegiatan::jumlah_hadir(&app.store, j.id).await?),
            None => None,
        };
        semua.push((baris(&k, j)?, hadir));
    }
    tampil(&Halaman { kelola: akses.penyelenggara().is_ok(), p: &akses.periode, tab: "persiapan", k: &k, baris: semua })
}
