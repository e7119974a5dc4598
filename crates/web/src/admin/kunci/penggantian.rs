//! `/admin/kunci/penggantian`: replacing the key of this installation. What the old key signed holds, unless it leaked; who checks
//! our files must be told, so the answer leads to the public list.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    hasil::KunciTepercaya,
    kunci_instalasi::{self, Ganti},
};

use super::ADMIN;
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    komponen::Opsi,
    konteks::Konteks,
    masuk,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/admin/kunci/penggantian", ADMIN, lihat);
    d.post("/admin/kunci/penggantian", ADMIN, ganti);
}

#[derive(Template)]
#[template(path = "admin/kunci/penggantian.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    milik: KunciTepercaya,
    jenis: Vec<Opsi>,
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, f: Formulir) -> Hasil<Halaman<'a>> {
    let opsi = |nilai, label, bantu| Opsi::baru(nilai, k.s(label)).bantu(k.s(bantu));
    let jenis =
        vec![opsi("biasa", "kunci-ganti-biasa", "kunci-ganti-biasa-bantu"), opsi("bocor", "kunci-ganti-bocor", "kunci-ganti-bocor-bantu")];
    Ok(Halaman { k, f, milik: kunci_instalasi::milik(&app.store).await?.0, jenis })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    pelaku.admin()?;
    let k = k.bantuan("ganti-kunci");
    tampil(&halaman(&app, &k, Formulir::kosong()).await?)
}

async fn ganti(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, mut f: Formulir) -> Hasil {
    let hak = pelaku.admin()?;
    if !pelaku.segar(app.store.sekarang()) {
        return masuk::ulang::minta(&app, &k, &f).await;
    }
    f.batasi("alasan", 1000);
    let jenis = f.wajib("jenis", "kunci-salah-jenis").filter(|j| ["biasa", "bocor"].contains(&j.as_str()));
    let alasan = f.wajib("alasan", "alasan-wajib");
    if let (Some(jenis), Some(alasan), true) = (jenis, alasan, f.sah()) {
        match kunci_instalasi::ganti(&app.store, Some(&hak), Ganti { alasan: &alasan, bocor: jenis == "bocor" }).await {
            Ok(_) => return Alih::ke("/kunci").pesan("kunci-pesan-diganti").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan("alasan", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    let k = k.bantuan("ganti-kunci");
    tampil_salah(&halaman(&app, &k, f).await?)
}
