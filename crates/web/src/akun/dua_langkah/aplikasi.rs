//! `/akun/dua-langkah/aplikasi`: an app that makes codes is set up in two forms: the proof (`_aksi=mulai`), then the first code of the
//! app (`_aksi=nyalakan`), and taken off with a proof (`_aksi=matikan`).

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    faktor::{
        self,
        totp::{self, Calon},
    },
    hak::Pelaku,
};

use super::{Bukti, Kode, ULANG, salah, sandi};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const JALUR: &str = "/akun/dua-langkah/aplikasi";

pub fn rute(d: &mut Daftar) {
    d.get(JALUR, Akses::Masuk, lihat);
    d.post(JALUR, Akses::Masuk, ubah);
}

#[derive(Template)]
#[template(path = "akun/dua_langkah/aplikasi.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    qr: String,
    tautan: String,
    teks: String,
}

fn halaman<'a>(app: &AppState, k: &'a Konteks, pelaku: &Pelaku, calon: &Calon, f: Formulir) -> Halaman<'a> {
    let inang = app.konfig.alamat.split("://").nth(1).and_then(|a| a.split([':', '/']).next()).unwrap_or_default();
    let tautan = calon.tautan(&format!("Prima {inang}"), &pelaku.surel);
    let qr = dokumen::qr_svg(&tautan, &k.s("langkah-qr")).unwrap_or_default();
    Halaman { k, f, qr, teks: calon.teks(), tautan }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let k = k.bantuan("dua-langkah");
    match totp::calon(&app.store, &pelaku).await? {
        Some(calon) => tampil(&halaman(&app, &k, &pelaku, &calon, Formulir::kosong())),
        None => Alih::ke("/akun/dua-langkah").into(),
    }
}

async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, mut f: Formulir) -> Hasil {
    match f.aksi() {
        "nyalakan" => nyalakan(&app, k, &pelaku, f).await,
        "matikan" => match sandi(&app, &k, &pelaku, &mut f, "sandi-matikan").await? {
            Bukti::Benar(s) => match totp::matikan(&app.store, &pelaku, s).await {
                Ok(()) => Alih::ke("/akun/dua-langkah").pesan("langkah-dimatikan").into(),
                Err(StoreError::Keadaan(kunci)) => {
                    f.ganti("sandi-matikan", "");
                    f.salahkan("sandi-matikan", kunci);
                    salah(&app, k, &pelaku, f).await
                }
                Err(e) => Err(e.into()),
            },
            Bukti::Salah => salah(&app, k, &pelaku, f).await,
            Bukti::Lain => Alih::ke(ULANG).into(),
        },
        _ => match sandi(&app, &k, &pelaku, &mut f, "sandi").await? {
            Bukti::Benar(s) => {
                totp::mulai(&app.store, s).await?;
                Alih::ke(JALUR).into()
            }
            Bukti::Salah => salah(&app, k, &pelaku, f).await,
            Bukti::Lain => Alih::ke(ULANG).into(),
        },
    }
}

async fn nyalakan(app: &AppState, k: Konteks, pelaku: &Pelaku, mut f: Formulir) -> Hasil {
    let k = k.bantuan("dua-langkah");
    let Some(calon) = totp::calon(&app.store, pelaku).await? else {
        // The page with the recovery codes, loaded again: the step is on, and the codes are shown only once.
        let sudah = faktor::milik(&app.store, pelaku.akun).await?.totp.is_some();
        return Alih::ke("/akun/dua-langkah").pesan(if sudah { "langkah-sudah-nyala" } else { "langkah-calon-habis" }).into();
    };
    if let Some(kode) = f.wajib("kode-masuk", "masuk-kode-wajib") {
        match totp::nyalakan(&app.store, pelaku, &kode).await? {
            Some(kode) => return tampil(&Kode { k: &k, kode }),
            None => f.salahkan("kode-masuk", "langkah-kode-salah"),
        }
    }
    f.ganti("kode-masuk", "");
    tampil_salah(&halaman(app, &k, pelaku, &calon, f))
}
