//! `/admin/data-pribadi/pembacaan`: who opened sensitive records, for administrators and, in their scope, auditors.

use askama::Template;
use axum::extract::{Query, State};
use store::{
    Waktu,
    pdp::baca::{self, Baris, Jenis, Saring},
};

use super::{PEMBACA, kata};
use crate::{AppState, error::Hasil, formulir::Formulir, komponen::Opsi, konteks::Konteks, pelaku::Orang, rute::Daftar, tampil::tampil};

const BATAS: i64 = 50;

pub fn rute(d: &mut Daftar) {
    d.get("/admin/data-pribadi/pembacaan", PEMBACA, lihat);
}

#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct Kueri {
    jenis: String,
    id: String,
    sebelum: Option<i64>,
}

#[derive(Template)]
#[template(path = "admin/data_pribadi/pembacaan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    jenis: Vec<Opsi>,
    daftar: Vec<Baris>,
    berikut: Option<String>,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Kueri>) -> Hasil {
    let hak = pelaku.pembaca_audit()?;
    let jenis = [Jenis::Permohonan, Jenis::Pengaduan, Jenis::Konsultasi];
    let dipilih = jenis.iter().find(|j| j.kunci() == q.jenis).map(|j| j.kunci()).unwrap_or_default();
    let id = q.id.trim().parse().ok();
    let saring = Saring { jenis: dipilih.to_owned(), id, sebelum: q.sebelum.map(Waktu) };
    let daftar = baca::daftar(&app.store, &hak, &saring, BATAS).await?;
    let penuh = i64::try_from(daftar.len()).is_ok_and(|n| n == BATAS);
    let id = id.map(|i| i.to_string()).unwrap_or_default();
    let lama = |b: &Baris| format!("/admin/data-pribadi/pembacaan?jenis={dipilih}&id={id}&sebelum={}", b.pada.0);
    let berikut = daftar.last().filter(|_| penuh).map(lama);
    let k = k.bantuan("data-pribadi");
    let opsi = jenis.iter().map(|j| Opsi::baru(j.kunci(), k.s(kata::jenis_baca(j.kunci())))).collect();
    let f = Formulir::isi([("jenis", dipilih.to_owned()), ("id", q.id)]);
    tampil(&Halaman { k: &k, f, jenis: opsi, daftar, berikut })
}
