//! Words that pages and mails about bookings share: days, times, and why something cannot be.

use jiff::civil::{Date, Time, Weekday};
use layanan::{
    Alasan, JenisHari,
    slot::{AlasanTutup, SalahPesan},
};
use store::pesanan::{Keadaan, Lihat, Tempat};

use crate::{bahasa::Bahasa, format, komponen::Nada};

/// `08.00`, in English `08:00`.
#[must_use]
pub(crate) fn pukul(bahasa: Bahasa, t: Time) -> String {
    let titik = if bahasa == Bahasa::Id { '.' } else { ':' };
    format!("{:02}{titik}{:02}", t.hour(), t.minute())
}

#[must_use]
pub(crate) fn nama_hari(bahasa: Bahasa, hari: Weekday) -> String {
    bahasa.s(match hari {
        Weekday::Monday => "ba-hari-senin",
        Weekday::Tuesday => "ba-hari-selasa",
        Weekday::Wednesday => "ba-hari-rabu",
        Weekday::Thursday => "ba-hari-kamis",
        Weekday::Friday => "ba-hari-jumat",
        Weekday::Saturday => "ba-hari-sabtu",
        Weekday::Sunday => "ba-hari-minggu",
    })
}

/// `Selasa, 3 Maret 2026`.
#[must_use]
pub(crate) fn hari(bahasa: Bahasa, h: Date) -> String {
    format!("{}, {}", nama_hari(bahasa, h.weekday()), format::tanggal(bahasa, h))
}

/// `08.00–08.30 WITA`.
#[must_use]
pub(crate) fn rentang(bahasa: Bahasa, t: &Tempat, mulai: Time, selesai: Time) -> String {
    format!("{}–{} {}", pukul(bahasa, mulai), pukul(bahasa, selesai), t.zona)
}

/// `Selasa, 3 Maret 2026, 08.00–08.30 WITA`.
#[must_use]
pub(crate) fn kapan(bahasa: Bahasa, l: &Lihat) -> String {
    format!("{}, {}", hari(bahasa, l.tanggal), rentang(bahasa, &l.tempat, l.mulai, l.selesai))
}

/// Why a day is closed.
#[must_use]
pub(crate) fn tutup(bahasa: Bahasa, a: &AlasanTutup) -> String {
    match a {
        AlasanTutup::Libur(Alasan::Hari(JenisHari::Putusan, alasan)) => ditutup(bahasa, alasan),
        AlasanTutup::JamKhusus(alasan) => jam_lain(bahasa, alasan),
        AlasanTutup::Libur(Alasan::Hari(_, nama)) if !nama.is_empty() => bahasa.a("pesanan-tutup-libur", [("nama", nama.as_str().into())]),
        AlasanTutup::Libur(Alasan::AkhirPekan) => bahasa.s("pesanan-tutup-pekan"),
        AlasanTutup::Libur(Alasan::Hari(..)) => bahasa.s("pesanan-tutup-hari-libur"),
        AlasanTutup::TidakBuka => bahasa.s("pesanan-tutup-tidak-buka"),
        AlasanTutup::BukanUndangan => bahasa.s("pesanan-tutup-undangan"),
        AlasanTutup::TanpaPetugas => bahasa.s("pesanan-tutup-petugas"),
    }
}

/// The head closed the day.
pub(super) fn ditutup(bahasa: Bahasa, alasan: &str) -> String {
    bahasa.a("pesanan-tutup-putusan", [("alasan", alasan.into())])
}

/// The head set other hours for the day.
pub(super) fn jam_lain(bahasa: Bahasa, alasan: &str) -> String {
    bahasa.a("pesanan-tutup-jam", [("alasan", alasan.into())])
}

/// The field and the key of what the rules refused.
#[must_use]
pub(crate) fn salah(e: &SalahPesan) -> (&'static str, &'static str) {
    match e {
        SalahPesan::Penuh(_) => ("mulai", "pesanan-salah-penuh"),
        SalahPesan::SudahPesan(_) => ("surel", "pesanan-salah-ganda"),
        SalahPesan::SudahLewat(_) => ("mulai", "pesanan-salah-lewat"),
        SalahPesan::TerlaluJauh(_) => ("mulai", "pesanan-salah-jauh"),
        SalahPesan::Tutup(_) | SalahPesan::SlotTakAda(_) | SalahPesan::TakDikenal | SalahPesan::IdGanda => ("mulai", "pesanan-salah-slot"),
    }
}

#[must_use]
pub(crate) fn keadaan(x: Keadaan) -> (Nada, &'static str) {
    match x {
        Keadaan::Dipesan => (Nada::Info, "pesanan-keadaan-dipesan"),
        Keadaan::Terdampak => (Nada::Bahaya, "pesanan-keadaan-terdampak"),
        Keadaan::Hadir => (Nada::Baik, "pesanan-keadaan-hadir"),
        Keadaan::TidakHadir => (Nada::Perhatian, "pesanan-keadaan-tidak-hadir"),
        Keadaan::Batal => (Nada::Netral, "pesanan-keadaan-batal"),
        Keadaan::Lewat => (Nada::Netral, "pesanan-keadaan-lewat"),
    }
}
