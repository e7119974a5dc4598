//! `/periode`: the periods that the person may read.

use askama::Template;
use axum::extract::{Query, State};
use store::periode::{self, Ringkas};

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

pub fn rute(d: &mut Daftar) {
    d.get("/periode", Akses::Masuk, lihat);
}

#[derive(serde::Deserialize)]
struct Kueri {
    h: Option<i64>,
}

#[derive(Template)]
#[template(path = "periode/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    daftar: Vec<Ringkas>,
    lembar: Lembar,
    boleh_buka: bool,
}

impl Halaman<'_> {
    fn skema(&self, p: &Ringkas) -> String {
        self.k.s(crate::kata::kunci_skema(&p.skema))
    }

    /// Most names end with their year already.
    fn tahun_tersendiri(&self, p: &Ringkas) -> bool {
        !p.nama.contains(&p.tahun.to_string())
    }

    /// How many of its units have it; a dash where the scheme has no such step.
    fn bernilai(&self, sudah: &i64, p: &Ringkas) -> String {
        if periode::aturan(&p.skema).is_ok_and(|a| a.dinilai) { self.dari(sudah, p) } else { "–".to_owned() }
    }

    fn dari(&self, sudah: &i64, p: &Ringkas) -> String {
        self.k.a("periode-x-dari-y", [("x", sudah.to_string().into()), ("y", p.lokus.to_string().into())])
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Kueri>) -> Hasil {
    let (daftar, n) = periode::daftar(&app.store, &pelaku, lewati(q.h), BATAS).await?;
    let k = k.ilustrasi(daftar.iter().any(|p| p.ilustrasi == 1)).bantuan("periode");
    let lembar = k.lembar(q.h, daftar.len(), n, "");
    tampil(&Halaman { k: &k, daftar, lembar, boleh_buka: super::dapat_membuka(&pelaku) })
}
