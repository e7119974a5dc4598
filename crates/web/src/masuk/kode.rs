//! `/masuk/kode`: the second step of signing in, after the password: a code of the app, or a recovery code. That the password was right
//! travels sealed in the form, so nothing is kept here, and the page works without scripts.

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use store::{
    akun::SandiBenar,
    faktor::{self, Cara, Keadaan, Periksa},
};

use super::{
    BATAS,
    lain::{Guna, Lain},
    tertahan::Tertahan,
};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    komponen::Nada,
    konteks::Konteks,
    kuki,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.post_besar("/masuk/kode", Akses::Publik, BATAS, periksa);
}

#[derive(Template)]
#[template(path = "masuk/kode.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    /// The sealed proof of the first step.
    tunda: String,
    kembali: String,
    tertahan: Option<Tertahan>,
    pesan: Option<String>,
    punya: Keadaan,
}

impl Halaman<'_> {
    fn lain(&self) -> Lain<'_> {
        Lain::baru(self.k, Guna::Kode, (&self.kembali, &self.tertahan), (self.punya.kunci > 0, false))
    }

    fn pembuka(&self) -> String {
        self.k.s(match (&self.punya.totp, self.punya.hilang) {
            (_, true) => "masuk-kode-isi-hilang",
            (Some(_), false) => "masuk-kode-isi",
            (None, false) => "masuk-kode-isi-kunci",
        })
    }

    /// What can be typed.
    fn bantu(&self) -> &'static str {
        if self.punya.totp.is_some() { "masuk-kode-bantu" } else { "masuk-kode-bantu-kunci" }
    }
}

/// The page that asks for the second step.
pub(super) async fn minta(app: &AppState, k: &Konteks, sandi: &SandiBenar, kembali: &str, tertahan: Option<Tertahan>) -> Hasil {
    let kembali = kuki::jalur_sendiri(kembali).unwrap_or("/").to_owned();
    let punya = faktor::milik(&app.store, sandi.akun()).await?;
    let (f, tunda) = (Formulir::kosong(), sandi.tunda(&app.store)?);
    tampil(&Halaman { k, f, tunda, kembali, tertahan, pesan: None, punya })
}

async fn periksa(State(app): State<AppState>, k: Konteks, headers: HeaderMap, mut f: Formulir) -> Hasil {
    let tertahan = Tertahan::dari_formulir(&f);
    let Some(sandi) = SandiBenar::lanjut(&app.store, f.nilai("_tunda")).await? else {
        let f = Formulir::isi([("kembali", f.nilai("kembali"))]);
        return super::gagal(&k, f, tertahan, StatusCode::UNPROCESSABLE_ENTITY, Some(k.s("masuk-kode-basi")));
    };
    let Some(kode) = f.wajib("kode-masuk", "masuk-kode-wajib") else {
        return gagal((&app, &k), &sandi, f, tertahan, StatusCode::UNPROCESSABLE_ENTITY, None).await;
    };
    let alamat = k.permintaan.alamat().to_string();
    match faktor::periksa(&app.store, sandi.akun(), &kode, &alamat).await? {
        Periksa::Benar(faktor) => {
            let pesan = (faktor.cara() == Cara::Pulih).then_some("masuk-pulih-dipakai");
            super::selesai(&app, &k, &headers, (&sandi, Some(&faktor)), (&f, tertahan), pesan).await
        }
        Periksa::Salah => {
            let pesan = Some(k.s("masuk-kode-salah"));
            gagal((&app, &k), &sandi, f, tertahan, StatusCode::UNPROCESSABLE_ENTITY, pesan).await
        }
        Periksa::Tahan(detik) => {
            let pesan = k.n("masuk-tahan", "menit", (detik + 59) / 60);
            let mut response = gagal((&app, &k), &sandi, f, tertahan, StatusCode::TOO_MANY_REQUESTS, Some(pesan)).await?;
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(detik));
            Ok(response)
        }
    }
}

async fn gagal(
    (app, k): (&AppState, &Konteks),
    sandi: &SandiBenar,
    mut f: Formulir,
    tertahan: Option<Tertahan>,
    status: StatusCode,
    pesan: Option<String>,
) -> Hasil<Response> {
    let punya = faktor::milik(&app.store, sandi.akun()).await?;
    let (tunda, kembali) = (f.nilai("_tunda").to_owned(), kuki::jalur_sendiri(f.nilai("kembali")).unwrap_or("/").to_owned());
    // A code is not sent back to the page.
    f.ganti("kode-masuk", "");
    let halaman = Halaman { k, f, tunda, kembali, tertahan, pesan, punya };
    Ok((status, tampil(&halaman)?).into_response())
}
