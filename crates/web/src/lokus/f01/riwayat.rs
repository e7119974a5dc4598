//! `/lokus/{lokus}/f01/riwayat/{kode}`: who saved what in one indicator, newest first.

use askama::Template;
use axum::extract::State;
use pekppp::Indikator;
use store::{
    f01::{self, Ubah},
    id::LokusId,
};

use super::{
    aspek::kode_aspek,
    muatan::Muatan,
    tampilan::{Butir, butir},
};
use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/f01/riwayat/{kode}", Akses::Masuk, lihat);
}

#[derive(Template)]
#[template(path = "lokus/f01/riwayat.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Muatan,
    i: &'a Indikator,
    aspek: &'a str,
    riwayat: Vec<(Ubah, Vec<Butir>)>,
}

impl Halaman<'_> {
    fn kapan(&self, u: &Ubah) -> String {
        self.k.a("f01-disimpan", [("pada", self.k.waktu(&u.pada).into()), ("nama", u.nama.clone().into())])
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, kode)): Jalur<(LokusId, String)>) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let i = m.edisi.cari_indikator(&kode).ok_or(Error::TidakAda)?;
    let k = m.konteks(k);
    let riwayat = f01::riwayat(app.store.baca(), id, &kode).await?;
    let riwayat = riwayat.into_iter().map(|u| (butir(&k, i, &u.jawaban), u)).map(|(b, u)| (u, b)).collect();
    tampil(&Halaman { k: &k, m: &m, i, aspek: kode_aspek(&m, &kode)?, riwayat })
}
