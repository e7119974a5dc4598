//! The page behind a one-time link (from the mail, or handed over by an administrator): a new password, then signed in.
//! Looking at the page does not use the link up, so a mail program that opens links does no harm.

use askama::Template;
use axum::{extract::State, http::HeaderMap};
use store::akun::{self, Akun, JenisTautan};

use super::tautan;
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::{tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/sandi/setel/{token}", Akses::Publik, lihat);
    d.post("/sandi/setel/{token}", Akses::Publik, setel);
}

#[derive(Template)]
#[template(path = "sandi/setel.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    /// `None`: the link is used up or too old.
    akun: Option<&'a Akun>,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(token): Jalur<String>) -> Hasil {
    let akun = pemilik(&app, &token).await?;
    tampil(&Halaman { k: &k, f: Formulir::kosong(), akun: akun.as_ref() })
}

async fn setel(State(app): State<AppState>, k: Konteks, Jalur(token): Jalur<String>, headers: HeaderMap, mut f: Formulir) -> Hasil {
    let Some(akun) = pemilik(&app, &token).await? else {
        return tampil_salah(&Halaman { k: &k, f, akun: None });
    };
    let Some(kata) = super::urai_baru(&app, &mut f, &[&akun.nama, &akun.surel]).await? else {
        return tampil_salah(&Halaman { k: &k, f, akun: Some(&akun) });
    };
    tautan::setel((&app, &k, &headers), kata, "akun-sandi-tersimpan", async |tx| {
        let milik = akun::pakai_tautan(tx, JenisTautan::SetelSandi, &token).await?;
        milik.filter(|id| *id == akun.id).ok_or(Error::TidakAda)
    })
    .await
}

/// Whose password the link may set, while it holds.
async fn pemilik(app: &AppState, token: &str) -> Hasil<Option<Akun>> {
    match tautan::berlaku(app, JenisTautan::SetelSandi, token).await?.flatten() {
        Some(id) => Ok(Some(akun::dari_id(&app.store, id).await?).filter(|a| a.nonaktif.is_none())),
        None => Ok(None),
    }
}
