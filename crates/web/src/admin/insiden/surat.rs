//! `/admin/insiden/{insiden}/surat/{kepada}`: the written notice, to print or to copy: what happened to which data, when and how, and
//! what is done (article 46 of UU 27/2022).

use askama::Template;
use axum::extract::State;
use store::insiden::{self, Insiden, Kepada};
use uuid::Uuid;

use super::{ADMIN, satu};
use crate::{AppState, Error, error::Hasil, jalur::Jalur, konteks::Konteks, pelaku::Orang, rute::Daftar, tampil::tampil};

pub fn rute(d: &mut Daftar) {
    d.get("/admin/insiden/{insiden}/surat/{kepada}", ADMIN, lihat);
}

#[derive(Template)]
#[template(path = "admin/insiden/surat.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    i: Insiden,
    kepada: &'static str,
    instalasi: String,
}

impl Halaman<'_> {
    fn banyak(&self) -> String {
        self.i.isi.jumlah.map_or_else(|| self.k.s("insiden-jumlah-belum"), |n| self.k.jumlah("insiden-jumlah-orang", n))
    }

    fn isi<'t>(&self, teks: &'t str) -> std::borrow::Cow<'t, str> {
        if teks.is_empty() { self.k.s("insiden-belum-diketahui").into() } else { teks.into() }
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, siapa)): Jalur<(Uuid, String)>) -> Hasil {
    let hak = pelaku.admin()?;
    let siapa = Kepada::dari_kunci(&siapa).ok_or(Error::TidakAda)?;
    let i = insiden::satu(&app.store, &hak, id).await?;
    let instalasi = store::kunci_instalasi::milik(&app.store).await?.0.nama;
    tampil(&Halaman { k: &k.bantuan("insiden"), i, kepada: satu::kepada(siapa.kunci()), instalasi })
}
