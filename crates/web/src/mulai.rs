//! The first administrator: a page behind the one-time link that `prima serve` prints while there is no account.

use askama::Template;
use axum::{extract::State, http::HeaderMap};
use store::{
    StoreError,
    akun::{self, AkunBaru, JenisTautan, SandiBenar},
    peran::{self, Lingkup, Peran},
    sandi,
};

use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    masuk,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/mulai/{token}", Akses::Publik, lihat);
    d.post("/mulai/{token}", Akses::Publik, mulai);
}

#[derive(Template)]
#[template(path = "mulai/mulai.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(token): Jalur<String>) -> Hasil {
    berlaku(&app, &token).await?;
    tampil(&Halaman { k: &k, f: Formulir::kosong() })
}

async fn mulai(State(app): State<AppState>, k: Konteks, Jalur(token): Jalur<String>, headers: HeaderMap, mut f: Formulir) -> Hasil {
    berlaku(&app, &token).await?;
    let nama = f.wajib("nama", "akun-nama-wajib");
    let surel = f.wajib("surel", "masuk-surel-wajib");
    let jabatan = f.opsional("jabatan").unwrap_or_default();
    f.batasi("nama", 200);
    f.batasi("jabatan", 200);
    let milik = [f.nilai("nama").to_owned(), f.nilai("surel").to_owned()];
    let kata = super::sandi::urai_baru(&mut f, &[&milik[0], &milik[1]]);
    let (Some(nama), Some(surel), Some(kata), true) = (nama, surel, kata, f.sah()) else {
        return tampil_salah(&Halaman { k: &k, f });
    };
    let baru = AkunBaru { nama: &nama, surel: &surel, jabatan: &jabatan, sandi: None };
    let sandi = buat(&app, &token, baru, sandi::buat(kata).await?).await?;
    masuk::masukkan(&app, &k, &headers, &sandi, Alih::ke("/").pesan("masuk-selamat-datang")).await
}

/// The link is used up, the account made and the role given together.
async fn buat(app: &AppState, token: &str, baru: AkunBaru<'_>, phc: String) -> Hasil<SandiBenar> {
    let tx = app.store.mulai().await?;
    akun::pakai_tautan_pertama(&tx, token).await?;
    let id = akun::tambah(&tx, None, baru).await?;
    peran::beri(&tx, None, id, Peran::Admin, &Lingkup::Instalasi).await?;
    let sandi = akun::ganti_sandi(&tx, Some(id), id, phc).await?;
    tx.commit().await?;
    Ok(sandi)
}

/// Only while the link holds and there is no account yet.
async fn berlaku(app: &AppState, token: &str) -> Hasil<()> {
    let ada = akun::ada(&app.store).await?;
    match akun::lihat_tautan(&app.store, JenisTautan::AdminPertama, token).await {
        Ok(_) if !ada => Ok(()),
        Ok(_) | Err(StoreError::TidakDitemukan) => Err(Error::TidakAda),
        Err(e) => Err(e.into()),
    }
}
