//! `/aduan/eskalasi`: overdue reports that were raised, for the head of the unit, the liaison officer, and those above them.

use askama::Template;
use axum::extract::{Query, State};
use store::{
    hak,
    pengaduan::{self, BarisNaik},
    peran::Peran,
};

use super::{kata, tab::Tab};
use crate::{
    AppState,
    error::Hasil,
    komponen::Nada,
    konteks::Konteks,
    lembar::{BATAS, Lembar, lewati},
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub(super) const PEMBACA: [Peran; 4] = [Peran::Penghubung, Peran::UnitKepala, Peran::Penyelenggara, Peran::Pembina];

pub fn rute(d: &mut Daftar) {
    d.get("/aduan/eskalasi", Akses::Peran(&PEMBACA), lihat);
}

#[derive(serde::Deserialize)]
struct Kueri {
    h: Option<i64>,
}

#[derive(Template)]
#[template(path = "aduan/eskalasi.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    tab: Tab<'a>,
    daftar: Vec<BarisNaik>,
    lembar: Lembar,
}

impl Halaman<'_> {
    fn hari(&self, iso: &str) -> String {
        self.k.hari(iso)
    }

    fn keadaan(&self, b: &BarisNaik) -> (Nada, &'static str) {
        (kata::nada(&b.keadaan), kata::keadaan(&b.keadaan))
    }

    fn jeda(&self) -> String {
        crate::publik::pengaduan::batas(self.k, layanan::pengaduan::ESKALASI_ATAS.batas)
    }
}

/// To whom it was raised: the words for [`pengaduan::Naik::kepada`].
pub fn kepada(kunci: &str) -> &'static str {
    match kunci {
        "instansi" => "aduan-naik-instansi",
        "penghubung" => "aduan-naik-penghubung",
        "pembaca" => "aduan-naik-pembaca",
        _ => "aduan-naik-unit",
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Kueri>) -> Hasil {
    let kotak = hak::kotak_eskalasi(&app.store, &pelaku).await?;
    let (daftar, n) = pengaduan::daftar_eskalasi(&app.store, &kotak, lewati(q.h), BATAS).await?;
    let k = k.ilustrasi(daftar.iter().any(|b| b.ilustrasi == 1)).zona(&kotak.zona).bantuan("pengaduan");
    let lembar = k.lembar(q.h, daftar.len(), n, "");
    tampil(&Halaman { k: &k, tab: Tab::atas(&k, "eskalasi"), daftar, lembar })
}
