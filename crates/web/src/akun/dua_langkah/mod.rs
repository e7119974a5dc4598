//! `/akun/dua-langkah`: the second step of signing in, as its owner sees it: what is set up, and the way to set it up. Setting up an app
//! is `aplikasi`, new recovery codes are `kode_pulih`.

mod aplikasi;
mod kode_pulih;

use askama::Template;
use axum::extract::State;
use store::{
    akun::{self, Masuk},
    faktor::{
        self, Keadaan, Terbukti,
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
    /// The account came from the agency's provider and never had a password: none is asked for.
    tanpa_sandi: bool,
}

/// Ten recovery codes, shown this once.
#[derive(Template)]
#[template(path = "akun/dua_langkah/kode.html")]
pub(super) struct Kode<'a> {
    pub k: &'a Konteks,
    pub kode: Vec<String>,
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, pelaku: &Pelaku, f: Formulir) -> Hasil<Halaman<'a>> {
    let punya = faktor::milik(&app.store, pelaku.akun).await?;
    let kunci = kunci_sandi::milik(app.store.baca(), pelaku.akun).await?;
    let tanpa_sandi = !faktor::bersandi(&app.store, pelaku.akun).await?;
    Ok(Halaman { k, f, tanpa_sandi, kurang: pelaku.kurang_faktor && !punya.ada(), punya, kunci, bisa_kunci: app.pihak.is_some() })
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

/// What the owner's proof came to.
pub(super) enum Bukti {
    Benar(Terbukti),
    /// A fault was put on the field.
    Salah,
    /// Without a password: proved in another way first, on the page at [`ULANG`].
    Lain,
}

/// Where somebody without a password proves to be it, and comes back from.
pub(super) const ULANG: &str = "/masuk/ulang?kembali=/akun/dua-langkah";

/// The own password through the throttled check; for an account that has none, a proof of these minutes in this session.
async fn sandi(app: &AppState, k: &Konteks, pelaku: &Pelaku, f: &mut Formulir, medan: &'static str) -> Result<Bukti, Error> {
    if !faktor::bersandi(&app.store, pelaku.akun).await? {
        return Ok(Terbukti::tanpa_sandi(&app.store, pelaku).await?.map_or(Bukti::Lain, Bukti::Benar));
    }
    if f.nilai(medan).is_empty() {
        f.salahkan(medan, "masuk-sandi-wajib");
        return Ok(Bukti::Salah);
    }
    match akun::masuk(&app.store, &pelaku.surel, f.nilai(medan).to_owned(), &k.permintaan.alamat().to_string()).await? {
        Masuk::Berhasil(s) if s.akun() == pelaku.akun => return Ok(Bukti::Benar(Terbukti::from(&s))),
        Masuk::Berhasil(_) | Masuk::Salah => f.salahkan(medan, "akun-sandi-lama-salah"),
        Masuk::Tahan(detik) => f.salahkan_dengan(medan, "masuk-tahan", vec![("menit", ((detik + 59) / 60).to_string())]),
    }
    // A password is never sent back to the page.
    f.ganti(medan, "");
    Ok(Bukti::Salah)
}
