//! `/periode/{periode}/kegiatan`: the sessions of a period; one of them with agenda, materials and attendance is `rinci`.

mod berkas;
mod rinci;

use askama::Template;
use axum::extract::{Query, State};
use store::{
    hak,
    id::PeriodeId,
    periode::Periode,
    persiapan::{
        jadwal,
        kegiatan::{self, Kegiatan},
    },
};

use super::jadwal::{Baris, baris};
use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    lembar::{BATAS, Lembar, lewati},
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
    lembar: Lembar,
}

#[derive(serde::Deserialize)]
struct Kueri {
    h: Option<i64>,
}

impl Halaman<'_> {
    fn tambah(&self) -> String {
        format!("/periode/{}/jadwal/baru", self.p.id)
    }
}

async fn lihat(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<PeriodeId>,
    Query(q): Query<Kueri>,
) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let k = super::konteks(&app, k, &akses.periode, "persiapan").await?;
    let (semua, n) = jadwal::bersidang(&app.store, &akses.pembaca(), lewati(q.h), BATAS).await?;
    let hadir = kegiatan::jumlah_hadir_beberapa(&app.store, &semua.iter().map(|j| j.id).collect::<Vec<_>>()).await?;
    let satu = |j: jadwal::Jadwal| {
        let n = hadir.get(&j.id).copied();
        Hasil::Ok((baris(&k, j)?, n))
    };
    let lembar = k.lembar(q.h, semua.len(), n, "");
    let baris = semua.into_iter().map(satu).collect::<Result<_, _>>()?;
    tampil(&Halaman { kelola: akses.penyelenggara().is_ok(), p: &akses.periode, tab: "persiapan", k: &k, baris, lembar })
}
