//! `/lapangan`: the units of an evaluator, each to be prepared for a day without a line.

use askama::Template;
use axum::extract::{Query, State};
use store::{f02, f02::Keterbukaan, lokus, lokus::Lokus, peran::Peran};

use crate::{
    app::AppState,
    error::Hasil,
    komponen::Nada,
    konteks::Konteks,
    lembar::{BATAS, Lembar, lewati},
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/lapangan", Akses::Peran(&[Peran::Evaluator]), lihat);
}

#[derive(serde::Deserialize)]
struct Kueri {
    h: Option<i64>,
}

struct Unit {
    lokus: Lokus,
    nada: Nada,
    keadaan: &'static str,
    dapat: bool,
    /// He has to declare first whether there is a conflict of interest.
    nyatakan: bool,
}

#[derive(Template)]
#[template(path = "lapangan/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    unit: Vec<Unit>,
    /// Where he was replaced and left a sheet.
    ditinggalkan: Vec<f02::Ditinggalkan>,
    akun: String,
    lembar: Lembar,
}

impl Halaman<'_> {
    /// For the script to fill in.
    fn berkas_maju(&self) -> String {
        self.k.a("lapangan-berkas-maju", [("n", "{n}".into()), ("dari", "{dari}".into())])
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Kueri>) -> Hasil {
    let mut unit = Vec::new();
    let (semua, n) = lokus::lapangan(&app.store, &pelaku, lewati(q.h), BATAS).await?;
    let siap = f02::kesiapan(&app.store, pelaku.akun, &semua, app.store.sekarang()).await?;
    for l in semua {
        let Some(s) = siap.get(&l.id) else { continue };
        let (mut nada, mut keadaan, mut dapat) = match s.buka {
            Keterbukaan::Terbuka => (Nada::Baik, "lapangan-unit-terbuka", true),
            Keterbukaan::BelumDikirim => (Nada::Netral, "f02-tutup-belum-dikirim-judul", false),
            Keterbukaan::FaseTertutup => (Nada::Netral, "f02-tutup-fase-judul", false),
            Keterbukaan::Dibekukan => (Nada::Netral, "f02-tutup-dibekukan-judul", false),
        };
        let tertahan = s.tertahan.filter(|_| dapat);
        if let Some(kunci) = tertahan {
            let lencana = if kunci == "benturan-ada" { "benturan-tertahan" } else { "benturan-belum-nyata" };
            (nada, keadaan, dapat) = (Nada::Perhatian, lencana, false);
        }
        unit.push(Unit { lokus: l, nada, keadaan, dapat, nyatakan: tertahan == Some("benturan-belum") });
    }
    unit.sort_by_key(|u| !(u.dapat || u.nyatakan));
    let k = k.ilustrasi(unit.iter().any(|u| u.lokus.ilustrasi == 1)).bantuan("lapangan");
    let ditinggalkan = f02::ditinggalkan(app.store.baca(), pelaku.akun).await?;
    tampil(&Halaman { ditinggalkan, lembar: k.lembar(q.h, unit.len(), n, ""), k: &k, unit, akun: pelaku.akun.to_string() })
}
