//! `/survei/{ronde}/penutupan`: closes a round before its last day, or opens it again, with a reason that visitors see.

use askama::Template;
use axum::extract::State;
use store::{
    hak,
    id::RondeId,
    skm::{self, Penutupan, RondeSkm},
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}/penutupan", super::PENGELOLA, lihat);
    d.post("/survei/{ronde}/penutupan", super::PENGELOLA, ubah);
}

#[derive(Template)]
#[template(path = "skm/penutupan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    ronde: &'a RondeSkm,
    /// Set while the round is closed by hand.
    ditutup: Option<Penutupan>,
    terbit: bool,
    /// Its last day is over: opening it by hand does not make it take answers.
    lewat: bool,
}

impl Halaman<'_> {
    fn ke_penerbitan(&self) -> String {
        format!("/survei/{}/penerbitan", self.ronde.id)
    }
}

async fn muat<'a>(app: &AppState, k: &'a Konteks, ronde: &'a RondeSkm, f: Formulir) -> Hasil<Halaman<'a>> {
    let c = app.store.baca();
    let ditutup = skm::penutupan_akhir(c, ronde.id).await?.filter(|p| p.jenis == "tutup");
    let lewat = super::hari_ini(app, ronde).to_string() > ronde.sampai;
    Ok(Halaman { k, f, ronde, ditutup, terbit: skm::terbit(c, ronde.id).await?, lewat })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>) -> Hasil {
    let hak = hak::ronde_skm(&app.store, &pelaku, id).await?.pengelola()?;
    let k = super::konteks(k, &hak.ronde);
    tampil(&muat(&app, &k, &hak.ronde, Formulir::kosong()).await?)
}

async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>, mut f: Formulir) -> Hasil {
    let hak = hak::ronde_skm(&app.store, &pelaku, id).await?.pengelola()?;
    let k = super::konteks(k, &hak.ronde);
    f.batasi("alasan", 500);
    let Some(alasan) = f.wajib("alasan", "skm-alasan-wajib").filter(|_| f.sah()) else {
        return tampil_salah(&muat(&app, &k, &hak.ronde, f).await?);
    };
    let pesan = if f.aksi() == "buka-lagi" {
        skm::buka_lagi(&app.store, &hak, &alasan).await?;
        "skm-dibuka-lagi"
    } else {
        skm::tutup(&app.store, &hak, &alasan).await?;
        "skm-sudah-ditutup"
    };
    app.survei.lupakan(id);
    Alih::ke(format!("/survei/{id}")).pesan(pesan).into()
}
