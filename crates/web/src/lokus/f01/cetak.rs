//! `/lokus/{lokus}/f01/cetak`: the whole F01 to read or print, for everyone who may see the lokus.

use askama::Template;
use axum::extract::State;
use pekppp::Indikator;
use store::id::LokusId;

use super::{muatan::Muatan, tampilan::Tampilan};
use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/f01/cetak", Akses::Masuk, lihat);
}

#[derive(Template)]
#[template(path = "lokus/f01/cetak.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Muatan,
    bagian: Vec<(String, Vec<(&'a Indikator, Tampilan<'a>)>)>,
    keadaan: String,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let k = m.konteks(k);
    let tampilan = |i| (i, Tampilan::baru(&k, id, i, m.f01.get(&i.kode), &m.bukti));
    let bagian = m
        .bagian(&k)
        .into_iter()
        .map(|b| (if b.nomor.is_empty() { b.nama } else { format!("{}. {}", b.nomor, b.nama) }, b.indikator.iter().map(tampilan).collect()))
        .collect();
    let keadaan = match m.keadaan.pengiriman() {
        Some(p) => {
            k.a("f01-dikirim", [("nomor", p.nomor.to_string().into()), ("nama", p.nama.clone().into()), ("pada", k.waktu(&p.pada).into())])
        }
        None => k.s("f01-cetak-draf"),
    };
    tampil(&Halaman { k: &k, m: &m, bagian, keadaan })
}
