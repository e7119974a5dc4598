//! The first administrator: a page behind the one-time link that `prima serve` prints while there is no account.

use askama::Template;
use axum::{extract::State, http::HeaderMap};
use store::{
    Tx,
    akun::{self, AkunBaru, JenisTautan},
    id::AkunId,
    peran::{self, Lingkup, Peran},
};

use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    rute::{Akses, Daftar},
    sandi::tautan,
    tampil::{tampil, tampil_salah},
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
    let kata = super::sandi::urai_baru(&app, &mut f, &[&milik[0], &milik[1]]).await?;
    let (Some(nama), Some(surel), Some(kata), true) = (nama, surel, kata, f.sah()) else {
        return tampil_salah(&Halaman { k: &k, f });
    };
    let baru = AkunBaru { nama: &nama, surel: &surel, jabatan: &jabatan, sandi: None };
    tautan::setel((&app, &k, &headers), kata, "masuk-selamat-datang", async |tx| buat(tx, &token, baru).await).await
}

/// The link is used up, the account made and the role given together.
async fn buat(tx: &Tx, token: &str, baru: AkunBaru<'_>) -> Hasil<AkunId> {
    akun::pakai_tautan_pertama(tx, token).await?;
    let id = akun::tambah(tx, None, baru).await?;
    peran::beri(tx, None, id, Peran::Admin, &Lingkup::Instalasi).await?;
    Ok(id)
}

/// Only while the link holds and there is no account yet.
async fn berlaku(app: &AppState, token: &str) -> Hasil<()> {
    let ada = akun::ada(&app.store).await?;
    tautan::berlaku(app, JenisTautan::AdminPertama, token).await?.filter(|_| !ada).map(|_| ()).ok_or(Error::TidakAda)
}
