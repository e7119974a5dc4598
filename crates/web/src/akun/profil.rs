//! `/akun`: name, position and language of one's own account, one's roles, and the way to password and sessions.

use askama::Template;
use axum::{
    extract::State,
    http::header,
    response::{AppendHeaders, IntoResponse as _},
};
use store::{
    StoreError,
    akun::{self, Akun, kelola},
    pental,
};

use crate::{
    AppState, Error,
    admin::pengguna::sebutan,
    bahasa::{Bahasa, KUKI},
    error::Hasil,
    formulir::Formulir,
    komponen::Opsi,
    konteks::Konteks,
    kuki,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/akun", Akses::Masuk, lihat);
    d.post("/akun", Akses::Masuk, simpan);
}

#[derive(Template)]
#[template(path = "akun/profil.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    akun: &'a Akun,
    bahasa: [Opsi; 2],
    /// Each with where it holds, and until when or in whose place.
    peran: Vec<(String, Option<String>)>,
    /// Mail to the address comes back.
    pental: Option<String>,
}

impl<'a> Halaman<'a> {
    async fn baru(app: &AppState, k: &'a Konteks, akun: &'a Akun, f: Formulir, orang: &Orang) -> Hasil<Self> {
        let bahasa = [Opsi::baru("id", k.s("akun-bahasa-id")), Opsi::baru("en", k.s("akun-bahasa-en"))];
        let peran = kelola::peran_sendiri(&app.store, &orang.0).await?.iter().map(|p| sebutan(k, p)).collect();
        Ok(Self { k, f, akun, bahasa, peran, pental: None })
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, orang: Orang) -> Hasil {
    let akun = akun::dari_id(&app.store, orang.0.akun).await?;
    let isi = [
        ("nama", akun.nama.clone()),
        ("jabatan", akun.jabatan.clone()),
        ("bahasa", akun.bahasa.clone()),
        ("versi", akun.versi.to_string()),
    ];
    let pental = pental::milik(&app.store, &orang.0).await?;
    let pental = pental.map(|w| k.a("surat-pental-milik-isi", [("waktu", k.waktu(&w).into()), ("surel", akun.surel.as_str().into())]));
    tampil(&Halaman { pental, ..Halaman::baru(&app, &k, &akun, Formulir::isi(isi), &orang).await? })
}

async fn simpan(State(app): State<AppState>, k: Konteks, orang: Orang, mut f: Formulir) -> Hasil {
    let nama = f.wajib("nama", "akun-nama-wajib");
    let jabatan = f.opsional("jabatan").unwrap_or_default();
    f.batasi("nama", 200);
    f.batasi("jabatan", 200);
    let bahasa = Bahasa::dari_kode(f.nilai("bahasa"));
    if bahasa.is_none() {
        f.salahkan("bahasa", "akun-bahasa-wajib");
    }
    let versi: Option<i64> = f.urai("versi", "umum-409-versi");
    let (Some(nama), Some(bahasa), Some(versi), true) = (nama, bahasa, versi, f.sah()) else {
        let akun = akun::dari_id(&app.store, orang.0.akun).await?;
        return tampil_salah(&Halaman::baru(&app, &k, &akun, f, &orang).await?);
    };
    let tx = app.store.mulai().await?;
    match akun::ubah(&tx, &orang.0, orang.0.akun, versi, &nama, &jabatan, bahasa.kode()).await {
        Err(StoreError::Bentrok { .. }) => {
            drop(tx);
            f.salahkan("nama", "umum-409-versi");
            let akun = akun::dari_id(&app.store, orang.0.akun).await?;
            f.ganti("versi", akun.versi.to_string());
            return tampil_salah(&Halaman::baru(&app, &k, &akun, f, &orang).await?);
        }
        hasil => hasil?,
    }
    tx.commit().await?;
    // The account's language counts from now on, not an older choice of this browser.
    let hapus = kuki::tulis(KUKI, "", Some(0), app.https()).ok_or_else(|| Error::Dalam("language cookie".into()))?;
    Ok((AppendHeaders([(header::SET_COOKIE, hapus)]), Alih::ke("/akun").pesan("akun-tersimpan")).into_response())
}
