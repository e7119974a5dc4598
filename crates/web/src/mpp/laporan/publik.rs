//! `/mal/{kode}/kinerja`: the same figures for anyone; they hold no person, and no officer.

use askama::Template;
use axum::extract::{Query, State};
use store::{
    kinerja,
    mpp::{self, Mpp},
    skm::{self, KabarHasil},
};

use super::{
    kurun::{Kueri, Kurun, pilihan},
    lihat::{formulir, kini},
    sajian::{Sajian, susun},
};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::segar,
};

pub fn rute(d: &mut Daftar) {
    d.get("/mal/{kode}/kinerja", Akses::Publik, lihat);
}

#[derive(Template)]
#[template(path = "mpp/laporan/publik.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Mpp,
    f: Formulir,
    s: Sajian,
    kurun: Kurun,
    pilihan: [(&'static str, Kurun); 5],
    dasar: String,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>, Query(q): Query<Kueri>) -> Hasil {
    let m = mpp::dari_kode(app.store.baca(), &kode).await?;
    let k = k.ilustrasi(m.ilustrasi == 1).zona(&m.zona).bantuan("kinerja");
    let hari = kini(&app, &m);
    let kurun = Kurun::dari(&q, hari);
    let l = kinerja::publik(&app.store, &m, kurun.dari, kurun.sampai).await?;
    let dulu = kurun.tahun_lalu();
    let dulu = kinerja::pembanding(&app.store, m.unit_id, dulu.dari, dulu.sampai).await?;
    let mut s = susun(&k, &m, kurun, &l, &dulu, None);
    // Only published figures are read here: an empty table does not mean that nobody asks.
    if skm::kabar_hasil(app.store.baca(), m.unit_id, hari).await? == KabarHasil::Berjalan {
        for t in s.tabel.iter_mut().filter(|t| t.kunci == "survei") {
            t.kosong = k.s("kinerja-survei-belum-umum");
        }
    }
    let dasar = format!("/mal/{kode}/kinerja");
    segar(&k, &Halaman { k: &k, m: &m, f: formulir(kurun, &q), s, kurun, pilihan: pilihan(hari), dasar })
}
