//! Consultations: a time is agreed by both sides, messages do not undo it, an end is an end.
#![cfg(test)]

use jiff::civil::{DateTime, datetime};
use layanan::konsultasi::{Cara, Keadaan, Konsultasi, Langkah as L, Pihak, SalahLangkah};

const BESOK: DateTime = datetime(2026, 3, 3, 9, 0, 0, 0);
const LUSA: DateTime = datetime(2026, 3, 4, 9, 0, 0, 0);
const KINI: Option<DateTime> = Some(datetime(2026, 3, 2, 8, 0, 0, 0));

#[test]
fn a_time_is_agreed_by_the_other_side() {
    let mut k = Konsultasi::baru(Cara::Temu, Some(BESOK));
    assert_eq!(k.terapkan(L::Sepakati(Pihak::Pemohon), KINI), Err(SalahLangkah::TanpaUsul), "nobody accepts his own wish");
    k.terapkan(L::Usul(Pihak::Petugas, LUSA), KINI).unwrap();
    assert_eq!((k.keadaan, k.sepakat), (Keadaan::MenungguPemohon, None));
    k.terapkan(L::Sepakati(Pihak::Pemohon), KINI).unwrap();
    k.terapkan(L::Pesan(Pihak::Pemohon), KINI).unwrap();
    assert_eq!((k.keadaan, k.sepakat), (Keadaan::Disepakati, Some(LUSA)), "a message does not undo it");
    assert_eq!(k.terapkan(L::TidakHadir, KINI), Err(SalahLangkah::BelumLewat));
    k.terapkan(L::TidakHadir, Some(datetime(2026, 3, 4, 10, 0, 0, 0))).unwrap();
    assert_eq!(k.terapkan(L::Pesan(Pihak::Pemohon), KINI), Err(SalahLangkah::Berakhir));
}

#[test]
fn what_is_over_is_not_proposed_and_a_thread_has_no_time() {
    let mut k = Konsultasi::baru(Cara::Temu, Some(BESOK));
    assert_eq!(k.terapkan(L::Usul(Pihak::Petugas, BESOK), Some(BESOK)), Err(SalahLangkah::SudahLewat));
    assert_eq!(k.terapkan(L::Sepakati(Pihak::Petugas), Some(LUSA)), Err(SalahLangkah::SudahLewat));
    k.terapkan(L::Sepakati(Pihak::Petugas), None).unwrap();
    let mut p = Konsultasi::baru(Cara::Pesan, Some(BESOK));
    assert_eq!((p.usul, p.keadaan), (None, Keadaan::MenungguUnit));
    assert_eq!(p.terapkan(L::Usul(Pihak::Petugas, BESOK), KINI), Err(SalahLangkah::BukanTemu));
    p.terapkan(L::Pesan(Pihak::Petugas), KINI).unwrap();
    assert_eq!(p.keadaan, Keadaan::MenungguPemohon);
    p.terapkan(L::Selesai(Pihak::Pemohon), KINI).unwrap();
    assert!(p.keadaan.berakhir());
}

/// The one who asked goes on after the end; a time that was agreed is over, and nothing is reopened before it ended.
#[test]
fn an_end_can_be_taken_up_again() {
    let mut k = Konsultasi::baru(Cara::Temu, Some(BESOK));
    assert_eq!(k.terapkan(L::BukaKembali, KINI), Err(SalahLangkah::BelumBerakhir));
    k.terapkan(L::Sepakati(Pihak::Petugas), KINI).unwrap();
    k.terapkan(L::Selesai(Pihak::Petugas), KINI).unwrap();
    k.terapkan(L::BukaKembali, KINI).unwrap();
    assert_eq!((k.keadaan, k.sepakat, k.usul), (Keadaan::MenungguUnit, None, None));
    k.terapkan(L::Pesan(Pihak::Petugas), KINI).unwrap();
    assert_eq!(k.keadaan, Keadaan::MenungguPemohon);
}
