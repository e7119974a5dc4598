//! `/admin/pengguna`: finding accounts.

use askama::Template;
use axum::extract::{Query, State};
use store::{
    akun::kelola::{self, AkunRingkas, PeranTampil},
    id::AkunId,
};

use super::{ADMIN, kunci_peran, nama_lingkup};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    komponen::Nada,
    konteks::Konteks,
    lembar::{BATAS, Cari, Lembar, lewati},
    pelaku::Orang,
    rute::Daftar,
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/admin/pengguna", ADMIN, lihat);
}

#[derive(Template)]
#[template(path = "admin/pengguna/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    daftar: Vec<(AkunRingkas, Vec<PeranTampil>)>,
    lembar: Lembar,
}

impl Halaman<'_> {
    fn peran(&self, p: &PeranTampil) -> String {
        let nama = self.k.s(kunci_peran(&p.peran));
        match nama_lingkup(self.k, p).as_str() {
            "" => nama,
            lingkup => format!("{nama}: {lingkup}"),
        }
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Cari>) -> Hasil {
    let hak = pelaku.admin()?;
    let (akun, n) = kelola::cari(&app.store, &hak, &q.cari, lewati(q.h), BATAS).await?;
    let id: Vec<AkunId> = akun.iter().map(|a| a.id).collect();
    let peran = kelola::peran_dari(&app.store, &hak, &id).await?;
    let daftar: Vec<_> = akun.into_iter().map(|a| (a.clone(), peran.iter().filter(|p| p.akun_id == a.id).cloned().collect())).collect();
    let k = k.bantuan("pengguna");
    let lembar = k.lembar(q.h, daftar.len(), n, &q.kueri());
    tampil(&Halaman { k: &k, f: Formulir::isi([("cari", q.cari)]), daftar, lembar })
}
