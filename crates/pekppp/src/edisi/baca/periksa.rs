//! Checks over a whole edition that a key-by-key reader cannot make.
//!
//! Lives here: sums, uniqueness, cover of the categories; conditions of one indicator are `indikator`.
//! Must not live here: reading.

mod indikator;

use std::collections::BTreeSet;

use naskah::Pembaca;

use super::Kesalahan;
use crate::{edisi::Edisi, pecahan::Pecahan};

struct Pemeriksa<'a> {
    edisi: &'a Edisi,
    pembaca: &'a Pembaca,
    salah: Vec<Kesalahan>,
}

/// What could not be read (a fault of `pembaca`) is not checked a second time.
pub(super) fn periksa(edisi: &Edisi, pembaca: &Pembaca) -> Vec<Kesalahan> {
    let terbaca = |cocok: fn(&str) -> bool| !pembaca.salah.iter().any(|k| cocok(&k.kunci));
    let mut p = Pemeriksa { edisi, pembaca, salah: Vec::new() };
    if terbaca(|k| k.ends_with("].bobot") && k.matches('.').count() == 1) && !edisi.aspek.is_empty() {
        p.bobot_aspek();
    }
    p.bobot_indikator();
    p.porsi();
    p.unik();
    if terbaca(|k| k.starts_with("kategori")) {
        p.kategori();
    }
    p.pernyataan();
    for i in edisi.semua_indikator() {
        for (kunci, salah, harap) in indikator::periksa(edisi, i) {
            p.catat(&format!("indikator {}", i.kode), &kunci, salah, harap.to_owned());
        }
    }
    p.salah
}

impl Pemeriksa<'_> {
    /// Notes a fault at a key of a named part; the line is that of the nearest key that was read.
    fn catat(&mut self, bagian: &str, kunci: &str, salah: String, harap: String) {
        self.salah.push(self.pembaca.salah_pada(bagian, kunci, salah, harap));
    }

    fn bobot_aspek(&mut self) {
        let jumlah: Pecahan = self.edisi.aspek.iter().map(|a| a.bobot.persen().clone()).sum();
        if jumlah != Pecahan::bulat(100) {
            self.catat("", "aspek", format!("jumlah bobot aspek {jumlah}"), "100".into());
        }
    }

    fn bobot_indikator(&mut self) {
        for aspek in &self.edisi.aspek {
            let bobot: Option<Vec<Pecahan>> = aspek.indikator.iter().map(|i| Some(i.bobot.as_ref()?.persen().clone())).collect();
            // Unknown weights cannot be summed; `dapat_dipakai` keeps such an edition out of use.
            let Some(bobot) = bobot else { continue };
            let jumlah: Pecahan = bobot.into_iter().sum();
            let harap = aspek.jumlah_bobot_tercetak.clone().unwrap_or_else(|| Pecahan::bulat(100));
            if jumlah != harap {
                let harap = match aspek.jumlah_bobot_tercetak {
                    Some(_) => format!("{harap} menurut jumlah_bobot_tercetak"),
                    None => "100 (atau jumlah_bobot_tercetak bila memang tercetak begitu)".into(),
                };
                let salah = format!("jumlah bobot indikator {jumlah}");
                self.catat(&format!("aspek {}", aspek.kunci), "indikator", salah, harap);
            }
        }
    }

    fn porsi(&mut self) {
        let r = &self.edisi.rumus;
        let jumlah = &r.porsi_f02 + &r.porsi_f03;
        let negatif = r.porsi_f02.adalah_negatif() || r.porsi_f03.adalah_negatif();
        if jumlah != Pecahan::bulat(1) || negatif {
            let salah = format!("porsi_f02 {} dan porsi_f03 {}", r.porsi_f02, r.porsi_f03);
            self.catat("", "rumus", salah, "dua bagian dari 0 sampai 1 yang berjumlah 1".into());
        }
    }

    fn unik(&mut self) {
        let e = self.edisi;
        self.unik_dari("aspek", "kunci", e.aspek.iter().map(|a| a.kunci.as_str()));
        self.unik_dari("indikator", "kode", e.semua_indikator().map(|i| i.kode.as_str()));
        self.unik_dari("pernyataan", "id", e.f03.pernyataan.iter().map(|p| p.id.as_str()));
        self.unik_dari("kategori", "kode", e.kategori.iter().map(|k| k.kode.as_str()));
    }

    fn unik_dari<'a>(&mut self, nama: &str, kunci: &str, isi: impl Iterator<Item = &'a str>) {
        let mut sudah = BTreeSet::new();
        for satu in isi.filter(|s| !s.is_empty()) {
            if !sudah.insert(satu) {
                let salah = format!("\"{satu}\" dipakai lebih dari sekali");
                self.catat(&format!("{nama} {satu}"), kunci, salah, "kode yang unik".into());
            }
        }
    }

    /// On two decimals the categories cover 0.00 to 5.00, each value once.
    fn kategori(&mut self) {
        let ratusan = |p: &Pecahan| p.skala(2).filter(|n| Pecahan::baru(*n, 100).as_ref() == Some(p));
        let mut isi = Vec::new();
        for k in &self.edisi.kategori {
            match (ratusan(&k.dari), ratusan(&k.sampai)) {
                (Some(dari), Some(sampai)) if dari <= sampai => isi.push((dari, sampai, &k.kode)),
                _ => {
                    let salah = format!("{} sampai {}", k.dari, k.sampai);
                    let harap = "batas dengan dua desimal, dari <= sampai".into();
                    self.catat(&format!("kategori {}", k.kode), "dari", salah, harap);
                }
            }
        }
        isi.sort_unstable();
        let tulis = |n: i64| Pecahan::baru(n, 100).map(|p| p.tampil(2)).unwrap_or_default();
        let mut berikut = 0;
        for (dari, sampai, kode) in isi {
            if dari != berikut {
                let salah = if dari > berikut { "ada celah" } else { "tumpang tindih" };
                let salah = format!("{salah}: mulai {}", tulis(dari));
                self.catat(&format!("kategori {kode}"), "dari", salah, tulis(berikut));
            }
            berikut = berikut.max(sampai + 1);
        }
        if berikut != 501 {
            let salah = format!("kategori tertinggi berakhir pada {}", tulis(berikut - 1));
            self.catat("", "kategori", salah, "5.00".into());
        }
    }

    fn pernyataan(&mut self) {
        for p in &self.edisi.f03.pernyataan {
            if !self.edisi.aspek.iter().any(|a| a.kunci == p.aspek) {
                let salah = format!("aspek \"{}\" tidak ada", p.aspek);
                self.catat(&format!("pernyataan {}", p.id), "aspek", salah, "kunci aspek edisi ini".into());
            }
        }
    }
}
