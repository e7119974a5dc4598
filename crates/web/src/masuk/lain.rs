//! The ways besides the password, below its form: a passkey, and the agency's own sign-in. The same on the page to sign in, on that of the
//! second step, and where somebody proves once more who it is.

use askama::{Template, filters::HtmlSafe};

use super::tertahan::Tertahan;
use crate::konteks::Konteks;

/// What they open here.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Guna {
    Masuk,
    /// After the password.
    Kode,
    /// Once more in a session.
    Ulang,
}

#[derive(Template)]
#[template(path = "masuk/lain.html")]
pub(super) struct Lain<'a> {
    k: &'a Konteks,
    guna: Guna,
    kembali: &'a str,
    tertahan: Option<&'a Tertahan>,
    kunci: bool,
    /// What stands on the button of the agency's own sign-in.
    sso: Option<&'a str>,
    /// Something can be typed above it.
    atau: bool,
}

impl HtmlSafe for Lain<'_> {}

impl<'a> Lain<'a> {
    /// `kunci`, `sso`: whether the person has them; what this installation does not offer is left out.
    pub fn baru(k: &'a Konteks, guna: Guna, (kembali, tertahan): (&'a str, &'a Option<Tertahan>), (kunci, sso): (bool, bool)) -> Self {
        let nama = k.pintu.sso.as_deref().filter(|_| sso);
        Self { k, guna, kembali, tertahan: tertahan.as_ref(), kunci: kunci && k.pintu.kunci_sandi, sso: nama, atau: true }
    }

    /// Where nothing stands above it.
    pub fn sendirian(self) -> Self {
        Self { atau: false, ..self }
    }

    /// Where the form with the passkey's answer goes, and what gives the challenge.
    fn jalan(&self) -> (&'static str, &'static str) {
        match self.guna {
            Guna::Ulang => ("/masuk/ulang", "/akun/kunci-sandi/tantangan"),
            Guna::Masuk | Guna::Kode => ("/masuk/kunci-sandi", "/masuk/kunci-sandi/tantangan"),
        }
    }

    fn ulang(&self) -> bool {
        self.guna == Guna::Ulang
    }

    fn teks_kunci(&self) -> &'static str {
        if self.guna == Guna::Masuk { "masuk-ks" } else { "masuk-ks-pakai" }
    }

    fn teks_sso(&self) -> &'static str {
        if self.ulang() { "masuk-sso-ulang" } else { "masuk-sso" }
    }

    fn jalan_sso(&self) -> &'static str {
        if self.ulang() { "/masuk/sso/ulang" } else { "/masuk/sso" }
    }

    /// Where the provider's way ends: with a form that waits here, in the window that was opened for it.
    fn ujung(&self) -> &str {
        if self.ulang() && self.tertahan.is_some() { "/akun/sesi" } else { self.kembali }
    }

    /// Where the form that waits is asked for afterwards.
    fn lanjut(&self) -> &'static str {
        if self.ulang() { "/masuk/ulang" } else { "/masuk" }
    }
}
