//! `/layanan`: the services that the person may read, with completeness and the day of review.

use askama::Template;
use axum::extract::{Query, State};
use jiff::{ToSpan, civil::Date};
use store::{
    layanan::{self, Baris, Saring},
    mpp::izin::{self, Keadaan},
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    komponen::Nada,
    konteks::Konteks,
    lembar::{BATAS, Cari, Lembar, lewati},
    pelaku::Orang,
    rute::Daftar,
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/layanan", super::PEMBACA, lihat);
}

#[derive(Template)]
#[template(path = "layanan/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    daftar: Vec<Baris>,
    lembar: Lembar,
    /// Units in which the person drafts: a new service, the pledge.
    unit: Vec<(String, String)>,
    tersaring: bool,
    kini: Date,
    /// Requests of malls of other governments: all, and those that wait.
    izin: (usize, usize),
}

impl Halaman<'_> {
    fn keadaan(&self, b: &Baris) -> Vec<(Nada, &'static str)> {
        if b.layanan.tutup.is_some() {
            return vec![(Nada::Netral, "layanan-keadaan-tutup")];
        }
        let berlaku = b.mulai.as_ref().map(|_| (Nada::Baik, "layanan-keadaan-berlaku"));
        let rancangan = b.rancangan.then_some((Nada::Info, "layanan-keadaan-rancangan"));
        berlaku.into_iter().chain(rancangan).collect()
    }

    fn lengkap(&self, b: &Baris) -> String {
        self.k.n("layanan-lengkap", "n", b.lengkap)
    }

    fn tinjau(&self, b: &Baris) -> Option<(String, Option<(Nada, &'static str)>)> {
        let teks = b.tinjau.as_ref().filter(|_| b.layanan.tutup.is_none())?;
        Some((self.k.hari(teks), tinjau(teks, self.kini)))
    }
}

/// Whether the day of review is near or over.
pub(super) fn tinjau(teks: &str, kini: Date) -> Option<(Nada, &'static str)> {
    let hari: Date = teks.parse().ok()?;
    match hari {
        h if h < kini => Some((Nada::Bahaya, "layanan-tinjau-lewat")),
        h if h <= kini.saturating_add(30.days()) => Some((Nada::Perhatian, "layanan-tinjau-dekat")),
        _ => None,
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Cari>) -> Hasil {
    let saring = Saring { cari: q.cari.trim().to_owned() };
    let (daftar, n) = layanan::milik(&app.store, &pelaku, &saring, lewati(q.h), BATAS).await?;
    let unit = layanan::unit_saya(&app.store, &pelaku).await?;
    let unit = unit.into_iter().map(|u| (u.id.to_string(), u.nama)).collect();
    let k = k.ilustrasi(daftar.iter().any(|b| b.layanan.ilustrasi == 1)).bantuan("layanan");
    let lembar = k.lembar(q.h, daftar.len(), n, &q.kueri());
    let kini = app.store.sekarang().hari(k.zona.nama());
    let tersaring = !saring.cari.is_empty();
    let izin = izin::milik(&app.store, &pelaku).await?;
    let izin = (izin.len(), izin.iter().filter(|z| z.keadaan() == Keadaan::Ditunggu).count());
    tampil(&Halaman { k: &k, f: Formulir::isi([("cari", q.cari)]), daftar, lembar, unit, tersaring, kini, izin })
}
