//! `/mpp/usulan/{jalan}/penanggap`: who of other ministries may read this proposal and comment; named by the ministry.

use askama::Template;
use axum::extract::State;
use store::{
    hak::AksesJalan,
    id::JalanId,
    peran::Peran,
    perjalanan::{
        Jalan,
        penanggap::{self, Penanggap},
    },
};
use uuid::Uuid;

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    mpp::umum::di_medan,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const PUSAT: Akses = Akses::Peran(&[Peran::Nasional]);

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/usulan/{jalan}/penanggap", PUSAT, lihat);
    d.post("/mpp/usulan/{jalan}/penanggap", PUSAT, ubah);
}

#[derive(Template)]
#[template(path = "mpp/usulan/penanggap.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    j: &'a Jalan,
    daftar: Vec<Penanggap>,
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesJalan, f: Formulir) -> Hasil<Halaman<'a>> {
    Ok(Halaman { k, f, j: &akses.jalan, daftar: penanggap::daftar(app.store.baca(), akses.jalan.id).await? })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<JalanId>) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    akses.kementerian()?;
    tampil(&halaman(&app, &k, &akses, Formulir::kosong()).await?)
}

async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<JalanId>, mut f: Formulir) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let h = akses.kementerian()?;
    let ke = Alih::ke(format!("/mpp/usulan/{id}/penanggap")).pesan("mpp-pesan-simpan");
    if let Ok(satu) = f.aksi().parse::<Uuid>() {
        penanggap::cabut(&app.store, &h, satu).await?;
        return ke.into();
    }
    let surel = f.wajib("surel", "mpp-penanggap-surel-wajib");
    let kementerian = f.wajib("kementerian", "mpp-forum-isi");
    f.batasi("kementerian", 200);
    if let (Some(surel), Some(kementerian), true) = (surel, kementerian, f.sah()) {
        match penanggap::tunjuk(&app.store, &h, &surel, &kementerian).await {
            Ok(()) => return ke.into(),
            Err(e) => di_medan(&mut f, e, "surel")?,
        }
    }
    tampil_salah(&halaman(&app, &k, &akses, f).await?)
}
