//! `/gerai/{gerai}/antrean`: the officer's one screen: his counter, whom he serves, the line, and everything he may do. Front
//! desk and head read it.

mod halaman;
mod langkah;
mod langsung;
mod loket;
mod panggilan;
mod tiket;

use store::{
    hak::{self, AksesGerai, Pelaku},
    id::{GeraiId, OperasiId},
    peran::Peran,
};

use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    konteks::Konteks,
    rute::{Akses, Daftar},
};

/// Who reads the screen, and who acts on it.
const BACA: Akses = Akses::Peran(&[Peran::Pelaksana, Peran::MppDepan, Peran::MppKepala]);
const TULIS: Akses = Akses::Peran(&[Peran::Pelaksana]);

pub fn rute(d: &mut Daftar) {
    halaman::rute(d);
    langsung::rute(d);
    loket::rute(d);
    panggilan::rute(d);
    langkah::rute(d);
    tiket::rute(d);
}

/// The gerai with what the person may do there; 404 outside the scope.
async fn buka(app: &AppState, k: Konteks, pelaku: &Pelaku, id: GeraiId) -> Hasil<(AksesGerai, Konteks)> {
    let akses = hak::gerai(&app.store, pelaku, id).await?;
    let m = &akses.mpp.mpp;
    let k = k.ilustrasi(m.ilustrasi == 1).zona(&m.zona).bantuan("antrean");
    Ok((akses, k))
}

/// The operation id of a form; the same form sent twice is one act.
fn operasi(f: &Formulir) -> Hasil<OperasiId> {
    f.nilai("op").parse().map_err(|_| Error::Rusak("no operation id".into()))
}

fn alamat(id: GeraiId) -> String {
    format!("/gerai/{id}/antrean")
}
