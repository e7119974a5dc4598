//! `/admin/data-pribadi/permintaan`: what people ask about their data, with the time that is left; and one of them with its decision.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    pdp::permintaan::{self, Permintaan, Putusan},
};
use uuid::Uuid;

use super::{ADMIN, kata};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    masuk,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

const SINI: &str = "/admin/data-pribadi/permintaan";

pub fn rute(d: &mut Daftar) {
    d.get("/admin/data-pribadi/permintaan", ADMIN, daftar);
    d.get("/admin/data-pribadi/permintaan/{permintaan}", ADMIN, lihat);
    d.post("/admin/data-pribadi/permintaan/{permintaan}", ADMIN, putuskan);
}

/// Badge of a request.
pub(crate) fn lencana(p: &Permintaan, k: &Konteks) -> (Nada, &'static str) {
    match p.putusan.as_deref() {
        Some("kabul") => (Nada::Baik, "pdp-putusan-kabul"),
        Some(_) => (Nada::Netral, "pdp-putusan-tolak"),
        None if p.lewat(k.pada) => (Nada::Bahaya, "pdp-lewat"),
        None => (Nada::Perhatian, "pdp-menunggu"),
    }
}

#[derive(Template)]
#[template(path = "admin/data_pribadi/permintaan.html")]
struct Semua<'a> {
    k: &'a Konteks,
    daftar: Vec<Permintaan>,
}

#[derive(Template)]
#[template(path = "admin/data_pribadi/permintaan_satu.html")]
struct Satu<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: Permintaan,
    pilihan: [Opsi; 2],
}

impl Semua<'_> {
    fn lencana(&self, p: &Permintaan) -> (Nada, &'static str) {
        lencana(p, self.k)
    }
}

impl Satu<'_> {
    fn lencana(&self) -> (Nada, &'static str) {
        lencana(&self.p, self.k)
    }

    fn hapus(&self) -> bool {
        self.p.jenis == "hapus"
    }
}

fn pilihan(k: &Konteks) -> [Opsi; 2] {
    [Opsi::baru("kabul", k.s("pdp-kabulkan")), Opsi::baru("tolak", k.s("pdp-tolak"))]
}

async fn daftar(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let daftar = permintaan::daftar(&app.store, &pelaku.admin()?).await?;
    tampil(&Semua { k: &k.bantuan("data-pribadi"), daftar })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<Uuid>) -> Hasil {
    let p = permintaan::satu(&app.store, &pelaku.admin()?, id).await?;
    tampil(&Satu { pilihan: pilihan(&k), k: &k.bantuan("data-pribadi"), f: Formulir::kosong(), p })
}

async fn putuskan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<Uuid>, mut f: Formulir) -> Hasil {
    let hak = pelaku.admin()?;
    // An erasure cannot be taken back.
    if !pelaku.segar(app.store.sekarang()) {
        return masuk::ulang::minta(&app, &k, &f).await;
    }
    f.batasi("dasar", 500);
    f.batasi("alasan", 2000);
    let putusan = f.wajib("putusan", "pdp-putusan-wajib");
    let (dasar, alasan) = (f.wajib("dasar", "pdp-dasar-wajib"), f.wajib("alasan", "alasan-wajib"));
    if let (Some(p), Some(dasar), Some(alasan), true) = (putusan, dasar, alasan, f.sah()) {
        match permintaan::putuskan(&app.store, &hak, id, Putusan { kabul: p == "kabul", dasar: &dasar, alasan: &alasan }).await {
            Ok(()) => return Alih::ke(SINI).pesan("pdp-pesan-diputus").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan("putusan", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    let p = permintaan::satu(&app.store, &hak, id).await?;
    tampil_salah(&Satu { pilihan: pilihan(&k), k: &k.bantuan("data-pribadi"), f, p })
}
