//! `/mpp/{mpp}/laporan`: the report on the screen, with the officers for the head.

use askama::Template;
use axum::extract::{Query, State};
use jiff::civil::Date;
use store::{hak::AksesMpp, id::UnitId, kinerja, mpp::Mpp};

use super::{
    kurun::{Kueri, Kurun, pilihan},
    sajian::{Sajian, susun},
};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    mpp::{PEMBACA, buka, rangka::Tab},
    pelaku::Orang,
    rute::Daftar,
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/{mpp}/laporan", PEMBACA, lihat);
}

#[derive(Template)]
#[template(path = "mpp/laporan/lihat.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Mpp,
    tab: Tab<'a>,
    f: Formulir,
    s: Sajian,
    kurun: Kurun,
    pilihan: [(&'static str, Kurun); 5],
    dasar: String,
}

pub(super) async fn sajian(app: &AppState, k: &Konteks, akses: &AksesMpp, kurun: Kurun) -> Hasil<Sajian> {
    let mut kini = kinerja::hitung(&app.store, &akses.pembaca()?, kurun.dari, kurun.sampai).await?;
    let dulu = kurun.tahun_lalu();
    let dulu = kinerja::pembanding(&app.store, akses.mpp.unit_id, dulu.dari, dulu.sampai).await?;
    let petugas = match akses.kepala() {
        Ok(hak) => {
            kini.survei = kinerja::survei_kepala(&app.store, &hak, kurun.dari, kurun.sampai).await?;
            Some(kinerja::petugas(&app.store, &hak, kurun.dari, kurun.sampai).await?)
        }
        Err(_) => None,
    };
    Ok(susun(k, &akses.mpp, kurun, &kini, &dulu, petugas.as_deref()))
}

/// The days that are shown; those that were asked for, with the reason, where they are none.
pub(super) fn formulir(kurun: Kurun, q: &Kueri) -> Formulir {
    let Some(salah) = Kurun::salah(q) else {
        return Formulir::isi([("dari", kurun.dari.to_string()), ("sampai", kurun.sampai.to_string())]);
    };
    let mut f = Formulir::isi([("dari", q.dari.clone()), ("sampai", q.sampai.clone())]);
    f.salahkan("sampai", salah);
    f
}

pub(super) fn kini(app: &AppState, m: &Mpp) -> Date {
    app.store.sekarang().hari(&m.zona)
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, Query(q): Query<Kueri>) -> Hasil {
    let (akses, k) = buka(&app, k, &pelaku, id).await?;
    let k = k.bantuan("kinerja");
    let hari = kini(&app, &akses.mpp);
    let kurun = Kurun::dari(&q, hari);
    let s = sajian(&app, &k, &akses, kurun).await?;
    let tab = Tab::baru(&k, &akses, "laporan");
    let dasar = format!("/mpp/{id}/laporan");
    tampil(&Halaman { k: &k, m: &akses.mpp, tab, f: formulir(kurun, &q), s, kurun, pilihan: pilihan(hari), dasar })
}
