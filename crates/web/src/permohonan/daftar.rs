//! `/berkas`: every case that the officer may read; `/gerai/{gerai}/permohonan`: those of one gerai. Late ones on top.

use askama::Template;
use axum::extract::{Query, State};
use layanan::permohonan::Keadaan;
use store::{
    hak::{self, Pelaku},
    id::GeraiId,
    kode,
    mpp::Gerai,
    permohonan::{self, Baris, Jumlah, Saring},
};

use super::kata;
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    lembar::{BATAS, Lembar, lewati, persen},
    pelaku::Orang,
    rute::Daftar,
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/berkas", super::PETUGAS, semua);
    d.get("/gerai/{gerai}/permohonan", super::PETUGAS, di_gerai);
}

#[derive(serde::Deserialize)]
struct Kueri {
    h: Option<i64>,
    #[serde(default)]
    cari: String,
    #[serde(default)]
    keadaan: String,
    #[serde(default)]
    lewat: String,
}

#[derive(Template)]
#[template(path = "permohonan/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    gerai: Option<&'a Gerai>,
    keadaan: Vec<Opsi>,
    jumlah: Vec<Jumlah>,
    daftar: Vec<Baris>,
    nama: Vec<Option<String>>,
    lembar: Lembar,
    tersaring: bool,
}

impl Halaman<'_> {
    fn lencana(&self, b: &Baris) -> (Nada, &'static str) {
        b.permohonan.keadaan().map_or((Nada::Bahaya, "permohonan-keadaan-diarsipkan"), kata::keadaan)
    }

    fn tenggat(&self, b: &Baris) -> String {
        kata::tenggat(self.k, &b.permohonan, self.k.pada)
    }

    fn kode(&self, b: &Baris) -> String {
        kode::tampil(&b.permohonan.kode)
    }

    fn nama(&self, urut: &usize) -> Option<&str> {
        self.nama.get(*urut).and_then(Option::as_deref)
    }

    fn terlambat(&self) -> i64 {
        self.jumlah.iter().map(|j| j.lewat).sum()
    }

    fn sini(&self) -> String {
        self.gerai.map_or_else(|| "/berkas".to_owned(), |g| format!("/gerai/{}/permohonan", g.id))
    }
}

async fn semua(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Kueri>) -> Hasil {
    halaman(&app, k, &pelaku, None, q).await
}

async fn di_gerai(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<GeraiId>,
    Query(q): Query<Kueri>,
) -> Hasil {
    let akses = hak::gerai(&app.store, &pelaku, id).await?;
    akses.pembaca()?;
    let k = k.zona(&akses.mpp.mpp.zona);
    halaman(&app, k, &pelaku, Some(&akses.gerai), q).await
}

async fn halaman(app: &AppState, k: Konteks, pelaku: &Pelaku, gerai: Option<&Gerai>, q: Kueri) -> Hasil {
    let id: Option<GeraiId> = gerai.map(|g| g.id);
    let saring = Saring {
        gerai: id,
        keadaan: Keadaan::dari_kunci(&q.keadaan),
        lewat: !q.lewat.is_empty(),
        cari: q.cari.chars().take(100).collect(),
    };
    let (daftar, n) = permohonan::daftar(&app.store, pelaku, &saring, lewati(q.h), BATAS).await?;
    let jumlah = permohonan::jumlah(&app.store, pelaku, id).await?;
    let k = k.ilustrasi(daftar.iter().any(|b| b.permohonan.ilustrasi == 1)).bantuan("permohonan");
    let kueri = format!("&cari={}&keadaan={}&lewat={}", persen(&q.cari), persen(&q.keadaan), persen(&q.lewat));
    let lembar = k.lembar(q.h, daftar.len(), n, &kueri);
    let keadaan = Keadaan::SEMUA.iter().map(|x| Opsi::baru(x.kunci(), k.s(kata::keadaan(*x).1))).collect();
    let tersaring = saring.keadaan.is_some() || saring.lewat || !saring.cari.trim().is_empty();
    let f = Formulir::isi([("cari", q.cari), ("keadaan", q.keadaan), ("lewat", q.lewat)]);
    let nama = daftar.iter().map(|b| b.permohonan.nama(app.store.kunci())).collect::<Result<_, _>>()?;
    tampil(&Halaman { k: &k, f, gerai, keadaan, jumlah, daftar, nama, lembar, tersaring })
}
