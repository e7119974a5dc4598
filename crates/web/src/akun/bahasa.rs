//! The choice of the language, for anyone: a page with a form (`GET`), and its change (`POST`), kept in a cookie.
//! Also the exemplar that `README.md` walks through: show, parse, fault, change, way on.

use askama::Template;
use axum::{
    extract::State,
    http::header,
    response::{AppendHeaders, IntoResponse as _},
};

use crate::{
    AppState, Error,
    bahasa::{Bahasa, KUKI},
    error::Hasil,
    formulir::Formulir,
    komponen::Opsi,
    konteks::Konteks,
    kuki,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const SETAHUN: u64 = 365 * 24 * 3600;

pub fn rute(d: &mut Daftar) {
    d.get("/bahasa", Akses::Publik, lihat);
    d.post("/bahasa", Akses::Publik, simpan);
}

#[derive(Template)]
#[template(path = "akun/bahasa.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    opsi: [Opsi; 2],
}

impl<'a> Halaman<'a> {
    fn baru(k: &'a Konteks, f: Formulir) -> Self {
        let opsi = [Opsi::baru("id", k.s("akun-bahasa-id")), Opsi::baru("en", k.s("akun-bahasa-en"))];
        Self { k, f, opsi }
    }
}

async fn lihat(k: Konteks) -> Hasil {
    let f = Formulir::isi([("bahasa", k.bahasa.kode())]);
    tampil(&Halaman::baru(&k, f))
}

async fn simpan(State(app): State<AppState>, k: Konteks, mut f: Formulir) -> Hasil {
    let Some(pilihan) = urai(&mut f) else {
        return tampil_salah(&Halaman::baru(&k, f));
    };
    let cookie = kuki::tulis(KUKI, pilihan.kode(), Some(SETAHUN), app.https()).ok_or_else(|| Error::Dalam("language cookie".into()))?;
    let ke = kuki::jalur_sendiri(f.nilai("kembali")).unwrap_or("/bahasa");
    Ok((AppendHeaders([(header::SET_COOKIE, cookie)]), Alih::ke(ke)).into_response())
}

fn urai(f: &mut Formulir) -> Option<Bahasa> {
    let kode = f.wajib("bahasa", "akun-bahasa-wajib")?;
    let bahasa = Bahasa::dari_kode(&kode);
    if bahasa.is_none() {
        f.salahkan("bahasa", "akun-bahasa-wajib");
    }
    bahasa
}
