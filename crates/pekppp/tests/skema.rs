//! The switches of the schemes, as they hang together.

#![cfg(test)]

use pekppp::{
    Skema,
    skema::{Angka, Pengatur},
};

#[test]
fn what_scores_nothing_follows_units_of_an_earlier_period() {
    for s in Skema::SEMUA {
        let (a, pemantauan) = (s.aturan(), s == Skema::Pemantauan);
        assert_eq!((a.dinilai, a.unit_terdahulu, a.angka == Angka::TidakAda), (!pemantauan, pemantauan, pemantauan), "{}", s.kunci());
        assert_eq!(Skema::dari_kunci(s.kunci()), Some(s));
    }
}

/// A figure of the nation comes from the ministry on its own edition; what a region gives itself is local until the ministry validated it.
#[test]
fn who_runs_a_scheme_decides_whose_figure_it_is() {
    for s in Skema::SEMUA {
        let a = s.aturan();
        assert_eq!(a.angka == Angka::Nasional, a.pengatur == Pengatur::Nasional, "{}", s.kunci());
        assert_eq!(a.edisi_turunan, a.pengatur != Pengatur::Nasional, "{}", s.kunci());
        assert_eq!(a.divalidasi_nasional, a.angka == Angka::Lokal, "{}", s.kunci());
    }
}
