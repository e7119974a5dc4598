//! `/aduan`: the queue by the day that is due.

use askama::Template;
use axum::extract::{Query, State};
use store::{
    hak,
    pengaduan::{self, Baris, Jumlah, Saring},
};

use super::{kata, riwayat, tab::Tab};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    komponen::Nada,
    konteks::Konteks,
    lembar::{BATAS, Lembar, lewati, persen},
    pelaku::Orang,
    rute::Daftar,
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/aduan", super::PEMBACA, lihat);
}

#[derive(serde::Deserialize)]
struct Kueri {
    h: Option<i64>,
    #[serde(default)]
    saring: String,
    #[serde(default)]
    cari: String,
}

const SARING: [(&str, Saring, &str); 5] = [
    ("giliran", Saring::Giliran, "aduan-saring-giliran"),
    ("lewat", Saring::Lewat, "aduan-saring-lewat"),
    ("menunggu", Saring::Menunggu, "aduan-saring-menunggu"),
    ("selesai", Saring::Selesai, "aduan-saring-selesai"),
    ("semua", Saring::Semua, "aduan-saring-semua"),
];

#[derive(Template)]
#[template(path = "aduan/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    tab: Tab<'a>,
    daftar: Vec<Baris>,
    jumlah: Jumlah,
    saring: &'static str,
    lembar: Lembar,
    hari_ini: String,
    penghubung: bool,
}

impl Halaman<'_> {
    fn saringan(&self) -> [(&'static str, &'static str, i64); 5] {
        let j = &self.jumlah;
        let n = [j.giliran, j.lewat, j.menunggu, j.selesai, j.semua];
        let mut i = 0;
        SARING.map(|(kunci, _, nama)| {
            let satu = (kunci, nama, n[i]);
            i += 1;
            satu
        })
    }

    fn keadaan(&self, b: &Baris) -> (Nada, &'static str) {
        (kata::nada(&b.keadaan), kata::keadaan(&b.keadaan))
    }

    fn hari(&self, iso: &str) -> String {
        self.k.hari(iso)
    }

    fn tenggat(&self, b: &Baris) -> Option<String> {
        riwayat::tenggat(self.k, b.tenggat.as_deref(), &b.tahun)
    }

    /// An officer's turn and the day is over.
    fn lewat(&self, b: &Baris) -> bool {
        matches!(b.giliran.as_str(), "penghubung" | "unit") && b.tenggat.as_deref().is_some_and(|t| *t < *self.hari_ini)
    }

    fn unit(&self, b: &Baris) -> String {
        b.penangan.clone().or_else(|| b.unit.clone()).unwrap_or_else(|| "–".into())
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Kueri>) -> Hasil {
    let kotak = hak::kotak_aduan(&app.store, &pelaku).await?;
    let (kunci, saring, _) = SARING.into_iter().find(|(kunci, ..)| *kunci == q.saring).unwrap_or(SARING[0]);
    let (daftar, jumlah) = pengaduan::kotak(&app.store, &kotak, saring, &q.cari, lewati(q.h), BATAS).await?;
    // Somebody without a role here sees it only when he is named for a report.
    if kotak.instansi.is_empty() && kotak.unit.is_empty() && jumlah.semua == 0 && q.cari.is_empty() {
        return Err(Error::TidakBerhak("aduan"));
    }
    let k = k.ilustrasi(daftar.iter().any(|b| b.ilustrasi == 1)).zona(&kotak.zona).bantuan("pengaduan");
    let n = match saring {
        Saring::Giliran => jumlah.giliran,
        Saring::Lewat => jumlah.lewat,
        Saring::Menunggu => jumlah.menunggu,
        Saring::Selesai => jumlah.selesai,
        Saring::Semua => jumlah.semua,
    };
    let lembar = k.lembar(q.h, daftar.len(), n, &format!("&saring={kunci}&cari={}", persen(&q.cari)));
    let hari_ini = app.store.sekarang().hari(&kotak.zona).to_string();
    let (tab, penghubung) = (Tab::baru(&k, &kotak, "laporan"), !kotak.instansi.is_empty());
    tampil(&Halaman { k: &k, f: Formulir::isi([("cari", q.cari)]), tab, daftar, jumlah, saring: kunci, lembar, hari_ini, penghubung })
}
