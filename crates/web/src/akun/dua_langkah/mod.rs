//! `/akun/dua-langkah`: the second step of signing in, as its owner sees it: what is set up, and the way to set it up. Setting up an app
//! is `aplikasi`, new recovery codes are `kode_pulih`.

mod aplikasi;
mod kode_pulih;

use askama::Template;
use axum::extract::State;
use store::{
    akun::{self, Masuk, SandiBenar},
    faktor::{
        self, Keadaan,
        kunci_sandi::{self, KunciSandi},
    },
    hak::Pelaku,
};

use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/akun/dua-langkah", Akses::Masuk, lihat);
    aplikasi::rute(d);
    kode_pulih::rute(d);
}

#[derive(Template)]
#[template(path = "akun/dua_langkah/rincian.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    punya: Keadaan,
    kunci: Vec<KunciSandi>,
    /// The address of this installation is one for which browsers have passkeys.
    bisa_kunci: bool,
    /// A role of the person needs a second step that is not set up.
    kurang: bool,
}

/// Ten recovery codes, shown this once.
#[derive(Template)]
#[template(path = "akun/dua_langkah/kode.html")]
pub(super) struct Kode<'a> {
    pub k: &'a Konteks,
    pub kode: Vec<String>,
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, pelaku: &Pelaku, f: Formulir) -> Hasil<Halaman<'a>> {
    let punya = faktor::milik(app.store.baca(), pelaku.akun).await?;
    let kunci = kunci_sandi::milik(app.store.baca(), pelaku.akun).await?;
    Ok(Halaman { k, f, kurang: pelaku.kurang_faktor && !punya.ada(), punya, kunci, bisa_kunci: app.pihak.is_some() })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let k = k.bantuan("dua-langkah");
    tampil(&halaman(&app, &k, &pelaku, Formulir::kosong()).await?)
}

/// The page with the faults of one of its forms.
pub(super) async fn salah(app: &AppState, k: Konteks, pelaku: &Pelaku, f: Formulir) -> Hasil {
    let k = k.bantuan("dua-langkah");
    tampil_salah(&halaman(app, &k, pelaku, f).await?)
}

/// The own password through the throttled check; `None` after a fault was put on the field.
async fn sandi(app: &AppState, k: &Konteks, pelaku: &Pelaku, f: &mut Formulir, medan: &'static str) -> Result<Option<SandiBenar>, Error> {
    if f.nilai(medan).is_empty() {
        f.salahkan(medan, "masuk-sandi-wajib");
        return Ok(None);
    }
    match akun::masuk(&app.store, &pelaku.surel, f.nilai(medan).to_owned(), &k.permintaan.alamat().to_string()).await? {
        Masuk::Berhasil(s) if s.akun() == pelaku.akun => return Ok(Some(s)),
        Masuk::Berhasil(_) | Masuk::Salah => f.salahkan(medan, "akun-sandi-lama-salah"),
        Masuk::Tahan(detik) => f.salahkan_dengan(medan, "masuk-tahan", vec![("menit", ((detik + 59) / 60).to_string())]),
    }
    // A password is never sent back to the page.
    f.ganti(medan, "");
    Ok(None)
}
