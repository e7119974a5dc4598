//! Checks over a whole edition that a key-by-key reader cannot make.
//!
//! Lives here: sums, uniqueness, references, cover of the categories. Must not live here: reading.

use std::collections::{BTreeMap, BTreeSet};

use super::Kesalahan;
use crate::{
    edisi::{Bidang, Edisi, Indikator, JenisBidang},
    pecahan::Pecahan,
    rubrik::Aturan,
    syarat::{Angka, Rujukan, Syarat},
};

type Letak = BTreeMap<String, (usize, String)>;

struct Pemeriksa<'a> {
    edisi: &'a Edisi,
    letak: &'a Letak,
    salah: Vec<Kesalahan>,
}

pub(super) fn periksa(edisi: &Edisi, letak: &Letak) -> Vec<Kesalahan> {
    let mut p = Pemeriksa { edisi, letak, salah: Vec::new() };
    p.bobot_aspek();
    p.bobot_indikator();
    p.porsi();
    p.unik();
    p.kategori();
    p.pernyataan();
    for indikator in edisi.semua_indikator() {
        p.indikator(indikator);
    }
    p.salah
}

impl Pemeriksa<'_> {
    fn catat(&mut self, letak: &str, kunci: &str, salah: String, harap: String) {
        let (baris, jalur) = self.letak.get(letak).cloned().unwrap_or((1, String::new()));
        let kunci = if jalur.is_empty() { kunci.to_owned() } else { format!("{jalur}.{kunci}") };
        self.salah.push(Kesalahan { baris, kunci, salah, harap });
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
        for satu in isi {
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

    fn indikator(&mut self, i: &Indikator) {
        let mut sudah = BTreeSet::new();
        for (di, bidang) in i.isian.iter().enumerate() {
            let kunci = format!("isian[{}]", di + 1);
            if !sudah.insert(&bidang.kunci) {
                self.di(i, &kunci, format!("bidang \"{}\" ada dua kali", bidang.kunci), "kunci unik");
            }
            self.opsi_unik(i, &kunci, bidang);
            if let Some(syarat) = &bidang.tampil_jika {
                // Only earlier fields of the same indicator, so that visibility can never turn in a circle.
                self.syarat(i, &format!("{kunci}.tampil_jika"), syarat, &i.isian[..di], false);
            }
        }
        for (nama, isi) in [("celah", &i.celah), ("janggal", &i.janggal)] {
            let mut sudah = BTreeSet::new();
            for (di, celah) in isi.iter().enumerate() {
                let kunci = format!("{nama}[{}]", di + 1);
                if !sudah.insert(&celah.kunci) {
                    self.di(i, &kunci, format!("\"{}\" ada dua kali", celah.kunci), "kunci unik");
                }
                self.syarat(i, &format!("{kunci}.jika"), &celah.jika, &i.isian, true);
            }
        }
        for (di, syarat) in i.aturan.syarat().into_iter().enumerate() {
            self.syarat(i, &format!("aturan[{}]", di + 1), syarat, &i.isian, true);
        }
        if let Aturan::Hitung { jumlah, .. } = &i.aturan {
            self.angka(i, "aturan.bidang", jumlah, &i.isian, true);
        }
        if matches!(i.aturan, Aturan::Tidak { .. }) || i.rubrik.is_some() {
            return;
        }
        self.di(i, "rubrik", "ada aturan tanpa rubrik".into(), "rubrik dengan 6 tingkat");
    }

    fn di(&mut self, i: &Indikator, kunci: &str, salah: String, harap: &str) {
        self.catat(&format!("indikator {}", i.kode), kunci, salah, harap.to_owned());
    }

    fn opsi_unik(&mut self, i: &Indikator, kunci: &str, bidang: &Bidang) {
        let mut sudah = BTreeSet::new();
        for opsi in bidang.opsi().iter().filter(|o| !sudah.insert(&o.kunci)) {
            let salah = format!("opsi \"{}\" ada dua kali", opsi.kunci);
            self.catat(&format!("indikator {}", i.kode), &format!("{kunci}.opsi"), salah, "kunci unik".into());
        }
    }

    fn syarat(&mut self, i: &Indikator, kunci: &str, s: &Syarat, isian: &[Bidang], lain: bool) {
        match s {
            Syarat::Dan(isi) | Syarat::Atau(isi) => {
                isi.iter().for_each(|s| self.syarat(i, kunci, s, isian, lain));
            }
            Syarat::Bukan(s) => self.syarat(i, kunci, s, isian, lain),
            Syarat::Terisi(r) => {
                self.rujukan(i, kunci, r, isian, lain);
            }
            Syarat::Adalah(r, opsi) => {
                let Some(bidang) = self.rujukan(i, kunci, r, isian, lain) else { return };
                let benar = match &bidang.jenis {
                    JenisBidang::YaTidak => opsi == "ya" || opsi == "tidak",
                    JenisBidang::Pilihan { .. } => bidang.label_opsi(opsi).is_some(),
                    _ => false,
                };
                if !benar {
                    let salah = format!("\"{opsi}\" bukan jawaban dari \"{}\"", r.bidang);
                    self.di(i, kunci, salah, "ya, tidak, atau kunci opsi dari bidang itu");
                }
            }
            Syarat::Memuat(r, opsi) => {
                let Some(bidang) = self.rujukan(i, kunci, r, isian, lain) else { return };
                self.opsi_ganda(i, kunci, bidang, std::slice::from_ref(opsi));
            }
            Syarat::Banding(kiri, _, kanan) => {
                self.angka(i, kunci, kiri, isian, lain);
                self.angka(i, kunci, kanan, isian, lain);
            }
        }
    }

    fn angka(&mut self, i: &Indikator, kunci: &str, angka: &Angka, isian: &[Bidang], lain: bool) {
        let bernilai = |b: &Bidang| matches!(b.jenis, JenisBidang::Bulat { .. } | JenisBidang::Desimal { .. } | JenisBidang::Persen);
        let dirujuk: Vec<&Rujukan> = match angka {
            Angka::Tetap(_) => Vec::new(),
            Angka::Bidang(r) => vec![r],
            Angka::Persen { bagian, seluruh } => vec![bagian, seluruh],
            Angka::Jumlah { bidang, tanpa } => {
                if let Some(b) = self.rujukan(i, kunci, bidang, isian, lain) {
                    self.opsi_ganda(i, kunci, b, tanpa);
                }
                return;
            }
        };
        for r in dirujuk {
            if let Some(b) = self.rujukan(i, kunci, r, isian, lain)
                && !bernilai(b)
            {
                self.di(i, kunci, format!("\"{}\" bukan bidang angka", r.bidang), "bidang bulat, desimal atau persen");
            }
        }
    }

    fn opsi_ganda(&mut self, i: &Indikator, kunci: &str, bidang: &Bidang, opsi: &[String]) {
        if !matches!(bidang.jenis, JenisBidang::Ganda { .. }) {
            self.di(i, kunci, format!("\"{}\" bukan pilihan ganda", bidang.kunci), "bidang berjenis ganda");
            return;
        }
        for o in opsi.iter().filter(|o| bidang.label_opsi(o).is_none()) {
            let salah = format!("opsi \"{o}\" tidak ada pada \"{}\"", bidang.kunci);
            self.di(i, kunci, salah, "kunci opsi dari bidang itu");
        }
    }

    fn rujukan<'b>(&mut self, i: &Indikator, kunci: &str, r: &Rujukan, isian: &'b [Bidang], lain: bool) -> Option<&'b Bidang>
    where
        Self: 'b,
    {
        let edisi = self.edisi;
        let hasil = match &r.kode {
            None => isian.iter().find(|b| b.kunci == r.bidang),
            Some(kode) if lain => edisi.cari_indikator(kode).and_then(|l| l.bidang(&r.bidang)),
            Some(_) => None,
        };
        if hasil.is_none() {
            let kode = r.kode.as_deref().unwrap_or(&i.kode);
            let salah = format!("bidang \"{}\" tidak ada pada {kode}", r.bidang);
            self.di(i, kunci, salah, "bidang isian yang ada (tampil_jika: yang lebih dahulu)");
        }
        hasil
    }
}
