//! `/lokus/{lokus}/bukti/{bukti}/penghapusan`: asks (`GET`) and deletes (`POST`) one piece of evidence.

use askama::Template;
use axum::extract::State;
use store::{
    bukti::{self, Bukti},
    id::{BuktiId, LokusId},
    peran::Peran,
};

use super::{baris::Baris, keterangan::kembali};
use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    lokus::f01::Muatan,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil},
};

const OPERATOR: Akses = Akses::Peran(&[Peran::UnitOperator]);

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/bukti/{bukti}/penghapusan", OPERATOR, tanya);
    d.post("/lokus/{lokus}/bukti/{bukti}/penghapusan", OPERATOR, hapus);
}

#[derive(Template)]
#[template(path = "lokus/bukti/penghapusan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Muatan,
    b: &'a Bukti,
    baris: Baris<'a>,
    kembali: String,
}

async fn tanya(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, bukti)): Jalur<(LokusId, BuktiId)>) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    m.akses.operator()?;
    let b = bukti::dari_id(app.store.baca(), id, bukti).await?;
    let k = m.konteks(k);
    tampil(&Halaman { k: &k, m: &m, baris: Baris::baru(&k, id, b.clone(), false), b: &b, kembali: kembali(&m, &b)? })
}

async fn hapus(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, bukti)): Jalur<(LokusId, BuktiId)>) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let hak = m.akses.operator()?;
    let ke = match m.bukti.iter().find(|b| b.id == bukti) {
        Some(b) => kembali(&m, b)?,
        None => format!("/lokus/{id}/f01"),
    };
    bukti::hapus(&app.store, &hak, bukti).await?;
    Alih::ke(ke).pesan("bukti-terhapus").into()
}
