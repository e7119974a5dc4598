//! SKM rounds for officers (`/survei`): opening, sharing, watching, paper, import, quality. The citizen's page is
//! `crate::survei`; what a result means is computed by the crate `skm`.

pub mod banding;
pub mod hasil;
pub mod rekap;
pub mod sajian;
pub mod silang;
pub mod unduh;

use jiff::civil::Date;
use store::{
    peran::Peran,
    skm::{KeadaanRonde, RondeSkm},
};

use crate::{
    komponen::Nada,
    konteks::Konteks,
    rute::{Akses, Daftar},
};

/// Who reads rounds in their scope.
pub const PEMBACA: Akses = Akses::Peran(&[
    Peran::UnitOperator,
    Peran::UnitKepala,
    Peran::Penyelenggara,
    Peran::Penanggungjawab,
    Peran::Pembina,
    Peran::Nasional,
    Peran::Auditor,
]);

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    banding::rute(d);
    hasil::rute(d);
    rekap::rute(d);
    silang::rute(d);
    unduh::rute(d);
}

/// What every page about a round sets: ILUSTRASI, the office's time zone, the place in the guide.
#[must_use]
pub fn konteks(k: Konteks, r: &RondeSkm) -> Konteks {
    k.ilustrasi(r.ilustrasi).zona(&r.zona).bantuan("survei")
}

/// Colour and catalogue key of a state.
#[must_use]
pub fn lencana(keadaan: KeadaanRonde) -> (Nada, &'static str) {
    match keadaan {
        KeadaanRonde::Dijadwalkan => (Nada::Info, "skm-keadaan-dijadwalkan"),
        KeadaanRonde::Berjalan => (Nada::Baik, "skm-keadaan-berjalan"),
        KeadaanRonde::Selesai => (Nada::Netral, "skm-keadaan-selesai"),
        KeadaanRonde::Ditutup => (Nada::Perhatian, "skm-keadaan-ditutup"),
    }
}

/// A stored day (`2026-01-31`) as people read it.
#[must_use]
pub fn hari(k: &Konteks, iso: &str) -> String {
    iso.parse::<Date>().map_or_else(|_| iso.to_owned(), |d| k.tanggal(&d))
}

/// `1 Januari 2026 – 30 Juni 2026`.
#[must_use]
pub fn kurun(k: &Konteks, r: &RondeSkm) -> String {
    k.a("skm-kurun", [("mulai", hari(k, &r.mulai).into()), ("sampai", hari(k, &r.sampai).into())])
}
