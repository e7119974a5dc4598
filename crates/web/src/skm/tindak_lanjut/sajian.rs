//! A plan as pages and documents show it.

use jiff::civil::Date;
use skm::Edisi;
use store::skm::{
    RondeSkm,
    rtl::{self, Butir, Kemajuan, Tenggat},
};

use crate::{
    komponen::{self, Nada},
    konteks::Konteks,
};

/// One activity with the names of things.
pub struct Baris {
    pub b: Butir,
    pub unsur: String,
    pub tenggat: String,
    pub jangka: String,
    pub keadaan: (Nada, &'static str),
}

/// The name of an unsur; its key where the edition does not know it.
#[must_use]
pub fn nama_unsur(edisi: &Edisi, kunci: &str) -> String {
    edisi.cari_unsur(kunci).map_or_else(|| kunci.to_owned(), |u| u.nama.clone())
}

/// The rows of a plan on a local day.
#[must_use]
pub fn susun(k: &Konteks, edisi: &Edisi, r: &RondeSkm, butir: Vec<Butir>, kini: Date) -> Vec<Baris> {
    let satu = |b: Butir| Baris {
        unsur: nama_unsur(edisi, &b.unsur),
        tenggat: k.hari(&b.tenggat),
        jangka: b.tenggat.parse().ok().and_then(|t| rtl::jangka(edisi, r, t)).map(|j| j.nama.clone()).unwrap_or_default(),
        keadaan: match b.tenggat(kini) {
            Tenggat::Selesai => (Nada::Baik, "laporanskm-rtl-selesai"),
            Tenggat::Lewat => (Nada::Bahaya, "laporanskm-rtl-lewat"),
            Tenggat::Dekat => (Nada::Perhatian, "laporanskm-rtl-dekat"),
            Tenggat::Jauh => (Nada::Netral, "laporanskm-rtl-berjalan"),
        },
        b,
    };
    butir.into_iter().map(satu).collect()
}

/// "3 dari 5 selesai" as a bar.
#[must_use]
pub fn kemajuan(k: &Konteks, n: Kemajuan) -> komponen::Kemajuan {
    k.kemajuan(k.s("laporanskm-rtl-kemajuan"), n.selesai, n.semua)
}
