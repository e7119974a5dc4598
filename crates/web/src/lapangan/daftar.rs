//! `/lapangan`: the units of an evaluator, each to be prepared for a day without a line.

use askama::Template;
use axum::extract::State;
use store::{f02, f02::Keterbukaan, lokus, lokus::Lokus, peran::Peran};

use crate::{
    app::AppState,
    error::Hasil,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/lapangan", Akses::Peran(&[Peran::Evaluator]), lihat);
}

struct Unit {
    lokus: Lokus,
    nada: Nada,
    keadaan: &'static str,
    dapat: bool,
}

#[derive(Template)]
#[template(path = "lapangan/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    unit: Vec<Unit>,
    akun: String,
}

impl Halaman<'_> {
    /// For the script to fill in.
    fn berkas_maju(&self) -> String {
        self.k.a("lapangan-berkas-maju", [("n", "{n}".into()), ("dari", "{dari}".into())])
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let mut unit = Vec::new();
    for l in lokus::sebagai_evaluator(&app.store, &pelaku).await? {
        let (nada, keadaan, dapat) = match f02::keterbukaan(app.store.baca(), &l, app.store.sekarang()).await? {
            Keterbukaan::Terbuka => (Nada::Baik, "lapangan-unit-terbuka", true),
            Keterbukaan::BelumDikirim => (Nada::Netral, "f02-tutup-belum-dikirim-judul", false),
            Keterbukaan::FaseTertutup => (Nada::Netral, "f02-tutup-fase-judul", false),
            Keterbukaan::Dibekukan => (Nada::Netral, "f02-tutup-dibekukan-judul", false),
        };
        unit.push(Unit { lokus: l, nada, keadaan, dapat });
    }
    unit.sort_by_key(|u| !u.dapat);
    let k = k.ilustrasi(unit.iter().any(|u| u.lokus.ilustrasi == 1)).bantuan("lapangan");
    tampil(&Halaman { k: &k, unit, akun: pelaku.akun.to_string() })
}
