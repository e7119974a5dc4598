//! `/masuk/ulang`: proving once more that it is you, before an act of weight, when the last proof is older than ten minutes. The form that
//! was sent waits inside the page, as with a session that ended (`tertahan`), and is shown again to be sent.

use askama::Template;
use axum::{
    extract::{Query, State},
    http::{HeaderMap, StatusCode},
    response::IntoResponse as _,
};
use serde::Deserialize;
use store::faktor::{self, Periksa, kunci_sandi};

use super::{
    BATAS,
    lain::{Guna, Lain},
    tertahan::Tertahan,
};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    komponen::Nada,
    konteks::Konteks,
    kuki,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/masuk/ulang", Akses::Masuk, lihat);
    d.post_besar("/masuk/ulang", Akses::Masuk, BATAS, periksa);
}

#[derive(Template)]
#[template(path = "masuk/ulang.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    kembali: String,
    tertahan: Option<Tertahan>,
    punya: Punya,
}

/// By what the signed-in person can prove it.
#[derive(Default, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "what a person has, each for itself")]
struct Punya {
    /// None where the agency's provider opened the account.
    sandi: bool,
    /// An app, so its code is taken too.
    kode: bool,
    /// Passkeys that work here.
    kunci: bool,
    /// Tied to the agency's own sign-in.
    sso: bool,
}

impl Halaman<'_> {
    fn lain(&self) -> Lain<'_> {
        let lain = Lain::baru(self.k, Guna::Ulang, (&self.kembali, &self.tertahan), (self.punya.kunci, self.punya.sso));
        if self.label().is_some() { lain } else { lain.sendirian() }
    }

    /// What is typed; `None`: nothing can be.
    fn label(&self) -> Option<&'static str> {
        match (self.punya.sandi, self.punya.kode) {
            (true, true) => Some("masuk-ulang-sandi-kode"),
            (true, false) => Some("masuk-ulang-sandi"),
            (false, true) => Some("masuk-ulang-kode"),
            (false, false) => None,
        }
    }

    fn buntu(&self) -> bool {
        self.label().is_none() && !self.punya.kunci && !self.punya.sso
    }
}

#[derive(Deserialize)]
struct Kueri {
    #[serde(default)]
    kembali: String,
}

async fn punya(app: &AppState, k: &Konteks) -> Result<Punya, Error> {
    let Some(p) = k.pelaku.as_ref() else { return Ok(Punya::default()) };
    let punya = faktor::milik(&app.store, p.akun).await?;
    let sso = match &app.sso {
        Some(s) => store::sso::tertaut(&app.store, &s.konfig.penerbit, p.akun).await?,
        None => false,
    };
    let sandi = faktor::bersandi(&app.store, p.akun).await?;
    Ok(Punya { sandi, kode: punya.totp.is_some(), kunci: punya.kunci > 0 && app.pihak.is_some(), sso })
}

/// Whether the person can prove it without a typed secret.
pub(crate) async fn tanpa_ketik(app: &AppState, k: &Konteks) -> Result<bool, Error> {
    let p = punya(app, k).await?;
    Ok(p.kunci || p.sso)
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, f: Formulir, kembali: &str, tertahan: Option<Tertahan>) -> Hasil<Halaman<'a>> {
    let punya = punya(app, k).await?;
    Ok(Halaman { k, f, punya, kembali: kuki::jalur_sendiri(kembali).unwrap_or("/").to_owned(), tertahan })
}

/// Asks for a proof instead of doing what the form `f` wants; 401.
pub(crate) async fn minta(app: &AppState, k: &Konteks, f: &Formulir) -> Hasil {
    let ke = k.permintaan.jalur_lengkap();
    let tertahan = Tertahan::dari(&ke, f);
    Ok((StatusCode::UNAUTHORIZED, tampil(&halaman(app, k, Formulir::kosong(), "/", tertahan).await?)?).into_response())
}

async fn lihat(State(app): State<AppState>, k: Konteks, Query(kueri): Query<Kueri>) -> Hasil {
    tampil(&halaman(&app, &k, Formulir::kosong(), &kueri.kembali, None).await?)
}

async fn periksa(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, headers: HeaderMap, mut f: Formulir) -> Hasil {
    let tertahan = Tertahan::dari_formulir(&f);
    let kembali = f.nilai("kembali").to_owned();
    let bukti = f.nilai("sandi-ulang").to_owned();
    let alamat = k.permintaan.alamat().to_string();
    let lain = if f.aksi() == "sudah" {
        // Proved in another window, through the agency's provider.
        Some(if pelaku.segar(app.store.sekarang()) { Periksa::Benar(faktor::Cara::Sso) } else { Periksa::Salah })
    } else if let Some((p, d)) = app.pihak.as_ref().zip(super::kunci_sandi::pernyataan(&f)) {
        Some(kunci_sandi::buktikan(&app.store, &pelaku, p, &super::kunci_sandi::tiket(&app, &headers), &d).await?)
    } else {
        None
    };
    if lain.is_none() && bukti.is_empty() {
        f.salahkan("sandi-ulang", "masuk-ulang-wajib");
    } else {
        let hasil = match lain {
            Some(hasil) => hasil,
            None => faktor::buktikan(&app.store, &pelaku, &bukti, &alamat).await?,
        };
        match hasil {
            Periksa::Benar(_) => {
                return match tertahan {
                    Some(t) => t.tampil_ulang(&app, &k).await,
                    None => Alih::ke(kuki::jalur_sendiri(&kembali).unwrap_or("/")).pesan("masuk-ulang-terbukti").into(),
                };
            }
            Periksa::Salah => f.salahkan("sandi-ulang", "masuk-ulang-salah"),
            Periksa::Tahan(detik) => f.salahkan_dengan("sandi-ulang", "masuk-tahan", vec![("menit", ((detik + 59) / 60).to_string())]),
        }
    }
    f.ganti("sandi-ulang", "");
    tampil_salah(&halaman(&app, &k, f, &kembali, tertahan).await?)
}
