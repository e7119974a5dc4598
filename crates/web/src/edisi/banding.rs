//! `/edisi/{edisi}/banding?dengan=`: what differs from another edition, with exact weights before and after.

use askama::Template;
use axum::extract::{Query, State};
use pekppp::{
    Bobot, Edisi, Pecahan,
    edisi::banding::{Banding, BedaIndikator, BedaKepala, banding},
};
use serde::Deserialize;

use super::{kata, naskah};
use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil},
};

pub fn rute(d: &mut Daftar) {
    d.get("/edisi/{edisi}/banding", Akses::Masuk, lihat);
}

#[derive(Deserialize)]
struct Kueri {
    #[serde(default)]
    dengan: String,
}

#[derive(Template)]
#[template(path = "edisi/banding.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    dulu: &'a Edisi,
    kini: &'a Edisi,
    b: Banding,
}

impl Halaman<'_> {
    fn bobot(&self, b: Option<&Bobot>) -> String {
        kata::bobot(self.k, b)
    }

    fn dalam(&self, p: Option<&Pecahan>) -> String {
        p.map_or_else(|| "–".to_owned(), |p| format!("{} %", kata::persen(self.k, p)))
    }

    fn kepala(&self) -> Vec<String> {
        let kunci = |x: &BedaKepala| match x {
            BedaKepala::Bentuk => "edisi-beda-bentuk",
            BedaKepala::Porsi => "edisi-beda-porsi",
            BedaKepala::AgregasiF03 => "edisi-beda-agregasi",
            BedaKepala::Responden => "edisi-beda-responden",
            BedaKepala::Kategori => "edisi-beda-kategori",
        };
        self.b.kepala.iter().map(|x| self.k.s(kunci(x))).collect()
    }

    fn bagian(&self, i: &BedaIndikator) -> String {
        if i.ditambah() {
            return self.k.s("edisi-ditambah");
        }
        if i.dihapus() {
            return self.k.s("edisi-dihapus");
        }
        i.bagian.iter().map(|b| self.k.s(kata::bagian(*b))).collect::<Vec<_>>().join(", ")
    }

    fn sama(&self) -> bool {
        self.b == Banding::default()
    }

    fn nama<'b>(&self, i: &'b BedaIndikator) -> &'b str {
        i.nama.1.as_deref().or(i.nama.0.as_deref()).unwrap_or(&i.kode)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(kode): Jalur<String>, Query(q): Query<Kueri>) -> Hasil {
    let kini = naskah::cari(&app, &pelaku, &kode).await?;
    if q.dengan.is_empty() {
        return Alih::ke(format!("/edisi/{kode}")).into();
    }
    let dulu = naskah::cari(&app, &pelaku, &q.dengan).await?;
    let k = k.bantuan("edisi");
    tampil(&Halaman { k: &k, dulu: &dulu.edisi, kini: &kini.edisi, b: banding(&dulu.edisi, &kini.edisi) })
}
