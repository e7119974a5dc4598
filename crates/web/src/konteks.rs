//! What every template needs, under the name `k`: the language, who is signed in, where we are, the office's time zone.
//! Made by an extractor that never fails; a handler takes `k: Konteks` and passes it on.

use std::{convert::Infallible, sync::Arc};

use axum::{extract::FromRequestParts, http::request::Parts};
use jiff::civil::Date;
use pekppp::Pecahan;

use store::{Waktu, hak::Pelaku, instansi::Instansi, peran::Peran};

use crate::{
    app::{AppState, Pintu},
    bahasa::{Arg, Bahasa},
    beranda::menu::{self, Butir},
    format::{self, Zona},
    middleware::permintaan::Permintaan,
};

pub struct Konteks {
    pub bahasa: Bahasa,
    pub pelaku: Option<Arc<Pelaku>>,
    pub permintaan: Permintaan,
    pub menu: Vec<Butir>,
    pub zona: Zona,
    /// When the page was asked for: everything it shows is at least this new.
    pub pada: Waktu,
    /// Whether the page holds invented data and must say so. Set by the installation, or by [`Konteks::ilustrasi`].
    pub ilustrasi: bool,
    /// Notices that the signed-in person has not seen, `store::pemberitahuan::baca::LONCENG_MAKS` at most.
    pub lonceng: i64,
    /// Anchor in the guide (`/bantuan#…`) for this page.
    pub bantuan: String,
    /// What people are told while nothing can be written (maintenance mode); may be empty.
    pub pemeliharaan: Option<Arc<str>>,
    /// Whether what the page shows is held by a ministry. Set by [`Konteks::milik`].
    pub kementerian: bool,
    /// Ways in besides the password, and whether uploads are looked at.
    pub pintu: Arc<Pintu>,
}

impl Konteks {
    #[must_use]
    pub fn baru(app: &AppState, permintaan: &Permintaan) -> Self {
        let pelaku = permintaan.pelaku();
        Self {
            bahasa: permintaan.bahasa(),
            menu: menu::menu(permintaan.bahasa(), pelaku.as_deref(), permintaan.jalur()),
            pelaku,
            zona: app.konfig.zona,
            pada: app.store.sekarang(),
            ilustrasi: app.ilustrasi,
            lonceng: 0,
            bantuan: menu::bagian(permintaan.jalur()).to_owned(),
            permintaan: permintaan.clone(),
            pemeliharaan: app.pemeliharaan.pesan(),
            kementerian: false,
            pintu: Arc::clone(&app.pintu),
        }
    }

    /// Whether the bell follows what happens: not for a visitor, nor for one who has to set up the second step first.
    #[must_use]
    pub fn mendengar(&self) -> bool {
        self.pelaku.as_ref().is_some_and(|p| !p.kurang_faktor)
    }

    /// For a page about what an instansi holds: its time zone, and whether it is a ministry.
    #[must_use]
    pub fn milik(mut self, i: &Instansi) -> Self {
        self.kementerian = i.jenis == "kementerian";
        self.zona(&i.zona)
    }

    /// For a page that shows example data although the installation as a whole is real.
    #[must_use]
    pub fn ilustrasi(mut self, ya: bool) -> Self {
        self.ilustrasi |= ya;
        self
    }

    /// The place in the guide that this page's help link leads to; the default is the first part of the path.
    #[must_use]
    pub fn bantuan(mut self, jangkar: &str) -> Self {
        jangkar.clone_into(&mut self.bantuan);
        self
    }

    /// Times of this page are shown in the zone of the instansi concerned (`WIB`, `WITA`, `WIT`).
    #[must_use]
    pub fn zona(mut self, nama: &str) -> Self {
        self.zona = Zona::dari_nama(nama).unwrap_or(self.zona);
        self
    }

    /// Class of the menu's "more", if it is needed.
    #[must_use]
    pub fn menu_lainnya(&self) -> Option<&'static str> {
        menu::lainnya(&self.menu)
    }

    /// What stands beside the program's name: services and evaluation are two halves, and each page belongs to one.
    #[must_use]
    pub fn slogan(&self) -> String {
        self.s(if menu::pelayanan(self.permintaan.jalur()) { "umum-slogan-layanan" } else { "umum-slogan" })
    }

    /// What is invented on a page that says so.
    #[must_use]
    pub fn ilustrasi_isi(&self) -> String {
        self.s(if menu::pelayanan(self.permintaan.jalur()) { "umum-ilustrasi-layanan" } else { "umum-ilustrasi-isi" })
    }

    /// The text of a key.
    #[must_use]
    pub fn s(&self, kunci: &str) -> String {
        self.bahasa.s(kunci)
    }

    /// The text of a key with values: `k.a("f01-sisa", [("jumlah", sisa.into())])`.
    #[must_use]
    pub fn a<const N: usize>(&self, kunci: &str, args: [(&'static str, Arg<'_>); N]) -> String {
        self.bahasa.a(kunci, args)
    }

    /// As [`Self::a`] with one value, which templates can write: `{{ k.n("f01-sisa", "jumlah", sisa) }}`.
    #[must_use]
    pub fn n(&self, kunci: &str, nama: &'static str, nilai: impl ToString) -> String {
        self.bahasa.a(kunci, [(nama, nilai.to_string().into())])
    }

    /// As [`Self::n`] for a count, so that the catalogue can choose singular or plural (`$jumlah`).
    #[must_use]
    pub fn jumlah(&self, kunci: &str, jumlah: impl Hitungan) -> String {
        self.bahasa.a(kunci, [("jumlah", jumlah.hitungan().into())])
    }

    /// `November 2026`.
    #[must_use]
    pub fn bulan(&self, tanggal: &Date) -> String {
        format::bulan(self.bahasa, *tanggal)
    }

    /// `21 November 2026`.
    #[must_use]
    pub fn tanggal(&self, tanggal: &Date) -> String {
        format::tanggal(self.bahasa, *tanggal)
    }

    /// The same for a stored day (`2026-11-21`).
    #[must_use]
    pub fn hari(&self, iso: &str) -> String {
        format::hari(self.bahasa, iso)
    }

    /// `21 November 2026 pukul 15.30 WITA`, in the office's time zone.
    #[must_use]
    pub fn waktu(&self, saat: &Waktu) -> String {
        format::waktu(self.bahasa, saat.timestamp(), self.zona)
    }

    /// A decimal in the language's form: `4.29` becomes `4,29` in Indonesian.
    #[must_use]
    pub fn angka(&self, desimal: impl AsRef<str>) -> String {
        format::angka(self.bahasa, desimal.as_ref())
    }

    /// A count: `3.000`.
    #[must_use]
    pub fn bulat(&self, n: impl Hitungan) -> String {
        self.angka(n.hitungan().to_string())
    }

    /// `Rp1.250.000`.
    #[must_use]
    pub fn rupiah(&self, n: i64) -> String {
        let angka = self.angka(n.unsigned_abs().to_string());
        if n < 0 { format!("-Rp{angka}") } else { format!("Rp{angka}") }
    }

    /// The name of a role.
    #[must_use]
    pub fn peran(&self, peran: Peran) -> String {
        self.s(match peran {
            Peran::Admin => "umum-peran-admin",
            Peran::Nasional => "umum-peran-nasional",
            Peran::Penyelenggara => "umum-peran-penyelenggara",
            Peran::Penanggungjawab => "umum-peran-penanggungjawab",
            Peran::Pembina => "umum-peran-pembina",
            Peran::Evaluator => "umum-peran-evaluator",
            Peran::UnitOperator => "umum-peran-unit-operator",
            Peran::UnitKepala => "umum-peran-unit-kepala",
            Peran::PihakLain => "umum-peran-pihak-lain",
            Peran::Auditor => "umum-peran-auditor",
            Peran::MppKepala => "umum-peran-mpp-kepala",
            Peran::MppDepan => "umum-peran-mpp-depan",
            Peran::Pelaksana => "umum-peran-pelaksana",
            Peran::Kasir => "umum-peran-kasir",
            Peran::Penghubung => "umum-peran-penghubung",
        })
    }

    /// Whether the reader is an outside party and nothing else: he is led to his surveys only.
    #[must_use]
    pub fn pihak_lain_saja(&self) -> bool {
        self.pelaku.as_ref().is_some_and(|p| !p.peran.is_empty() && p.peran.iter().all(|r| r.peran == Peran::PihakLain))
    }

    /// A share as per cent in the language's form, without the sign: `0.125` becomes `12,5`.
    #[must_use]
    pub fn persen(&self, bagian: &Pecahan) -> String {
        self.angka((bagian * &Pecahan::bulat(100)).desimal())
    }

    /// The position of the signed-in person.
    #[must_use]
    pub fn jabatan(&self) -> String {
        self.pelaku.as_ref().map(|p| p.jabatan.clone()).unwrap_or_default()
    }

    /// The message that the previous answer left for this page.
    #[must_use]
    pub fn pesan(&self) -> Option<String> {
        self.permintaan.pesan().filter(|kunci| Bahasa::punya(kunci)).map(|kunci| self.s(kunci))
    }
}

/// What can be counted: the integers, and references to them, because templates hand over fields by reference.
pub trait Hitungan {
    fn hitungan(&self) -> i64;
}

macro_rules! hitungan {
    ($($t:ty),*) => {$(
        impl Hitungan for $t {
            fn hitungan(&self) -> i64 {
                i64::try_from(*self).unwrap_or(i64::MAX)
            }
        }
    )*};
}

hitungan!(usize, u32, u64, i32, i64);

impl<T: Hitungan> Hitungan for &T {
    fn hitungan(&self) -> i64 {
        (**self).hitungan()
    }
}

impl FromRequestParts<AppState> for Konteks {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Infallible> {
        let mut k = Self::baru(app, &Permintaan::dari(&parts.extensions));
        if let Some(p) = &k.pelaku {
            // A page without its bell is better than no page.
            k.lonceng = store::pemberitahuan::baca::belum_dilihat(&app.store, p.akun).await.unwrap_or_else(|e| {
                tracing::warn!(error = %e, "unseen notices could not be counted");
                0
            });
        }
        Ok(k)
    }
}
