//! Checks of one indicator: its fields are unique and its conditions refer to what is there.
//!
//! Lives here: everything a condition may get wrong after it parsed. Must not live here: sums.

use std::{collections::BTreeSet, slice};

use crate::{
    edisi::{Bidang, Edisi, Indikator, JenisBidang},
    rubrik::Aturan,
    syarat::{Angka, Rujukan, Syarat},
};

/// Key below the indicator, what is wrong, what is expected.
type Salah = (String, String, &'static str);

/// What a condition at one place may refer to.
struct Ruang<'a> {
    edisi: &'a Edisi,
    indikator: &'a Indikator,
    isian: &'a [Bidang],
    /// Whether fields of other indicators may be named.
    lain: bool,
    kunci: String,
    salah: &'a mut Vec<Salah>,
}

pub(super) fn periksa(edisi: &Edisi, i: &Indikator) -> Vec<Salah> {
    let mut salah = Vec::new();
    let mut uji = |kunci: String, isian: &[Bidang], lain: bool, syarat: &Syarat| {
        Ruang { edisi, indikator: i, isian, lain, kunci, salah: &mut salah }.syarat(syarat);
    };
    for (di, bidang) in i.isian.iter().enumerate() {
        if let Some(syarat) = &bidang.tampil_jika {
            // Only earlier fields of the same indicator, so that visibility can never turn in a circle.
            uji(format!("isian[{}].tampil_jika", di + 1), &i.isian[..di], false, syarat);
        }
    }
    for (nama, isi) in [("celah", &i.celah), ("janggal", &i.janggal)] {
        for (di, celah) in isi.iter().enumerate() {
            uji(format!("{nama}[{}].jika", di + 1), &i.isian, true, &celah.jika);
        }
    }
    for (di, syarat) in i.aturan.syarat().into_iter().enumerate() {
        let kunci = match i.aturan {
            Aturan::Tangga { .. } => "aturan.langkah".to_owned(),
            Aturan::Tabel { .. } => format!("aturan.baris[{}].jika", di + 1),
            _ => "aturan.nol_jika".to_owned(),
        };
        uji(kunci, &i.isian, true, syarat);
    }
    if let Aturan::Hitung { jumlah, .. } = &i.aturan {
        let kunci = "aturan.bidang".to_owned();
        Ruang { edisi, indikator: i, isian: &i.isian, lain: true, kunci, salah: &mut salah }.angka(jumlah);
    }
    if i.rubrik.is_none() && !matches!(i.aturan, Aturan::Tidak { .. }) {
        salah.push(("rubrik".into(), "ada aturan tanpa rubrik".into(), "rubrik dengan 6 tingkat"));
    }
    let asing = |id: &&String| !edisi.f03.pernyataan.iter().any(|p| p.id == **id);
    for id in i.f03_terkait.iter().filter(asing) {
        let uraian = format!("pernyataan F03 \"{id}\" tidak ada");
        salah.push(("f03_terkait".into(), uraian, "id pernyataan edisi ini"));
    }
    unik(i, &mut salah);
    salah
}

fn unik(i: &Indikator, salah: &mut Vec<Salah>) {
    let mut ganda = |jalur: &str, kunci: Vec<&str>| {
        let mut sudah = BTreeSet::new();
        for (di, satu) in kunci.into_iter().enumerate().filter(|(_, k)| !sudah.insert(*k)) {
            let kunci = format!("{jalur}[{}].kunci", di + 1);
            salah.push((kunci, format!("\"{satu}\" ada dua kali"), "kunci yang unik"));
        }
    };
    ganda("isian", i.isian.iter().map(|b| b.kunci.as_str()).collect());
    ganda("celah", i.celah.iter().map(|c| c.kunci.as_str()).collect());
    ganda("janggal", i.janggal.iter().map(|c| c.kunci.as_str()).collect());
    for (di, bidang) in i.isian.iter().enumerate() {
        let jalur = format!("isian[{}].opsi", di + 1);
        ganda(&jalur, bidang.opsi().iter().map(|o| o.kunci.as_str()).collect());
    }
}

impl<'a> Ruang<'a> {
    fn catat(&mut self, salah: String, harap: &'static str) {
        self.salah.push((self.kunci.clone(), salah, harap));
    }

    fn syarat(&mut self, s: &Syarat) {
        match s {
            Syarat::Dan(isi) | Syarat::Atau(isi) => {
                for s in isi {
                    self.syarat(s);
                }
            }
            Syarat::Bukan(s) => self.syarat(s),
            Syarat::Terisi(r) => {
                self.rujukan(r);
            }
            Syarat::Adalah(r, opsi) => self.adalah(r, opsi),
            Syarat::Memuat(r, opsi) => self.ganda(r, slice::from_ref(opsi)),
            Syarat::Banding(kiri, _, kanan) => {
                self.angka(kiri);
                self.angka(kanan);
            }
        }
    }

    fn adalah(&mut self, r: &Rujukan, opsi: &str) {
        let Some(bidang) = self.rujukan(r) else {
            return;
        };
        let benar = match &bidang.jenis {
            JenisBidang::YaTidak => opsi == "ya" || opsi == "tidak",
            JenisBidang::Pilihan { .. } => bidang.label_opsi(opsi).is_some(),
            _ => false,
        };
        if !benar {
            let salah = format!("\"{opsi}\" bukan jawaban dari \"{}\"", r.bidang);
            self.catat(salah, "ya, tidak, atau kunci opsi dari bidang itu");
        }
    }

    fn angka(&mut self, angka: &Angka) {
        match angka {
            Angka::Tetap(_) => {}
            Angka::Bidang(r) => self.bernilai(r),
            Angka::Jumlah { bidang, tanpa } => self.ganda(bidang, tanpa),
            Angka::Persen { bagian, seluruh } => {
                self.bernilai(bagian);
                self.bernilai(seluruh);
            }
        }
    }

    fn bernilai(&mut self, r: &Rujukan) {
        use JenisBidang::{Bulat, Desimal, Persen};
        let Some(bidang) = self.rujukan(r) else {
            return;
        };
        if !matches!(bidang.jenis, Bulat { .. } | Desimal { .. } | Persen) {
            let salah = format!("\"{}\" bukan bidang angka", r.bidang);
            self.catat(salah, "bidang bulat, desimal atau persen");
        }
    }

    fn ganda(&mut self, r: &Rujukan, opsi: &[String]) {
        let Some(bidang) = self.rujukan(r) else {
            return;
        };
        if !matches!(bidang.jenis, JenisBidang::Ganda { .. }) {
            self.catat(format!("\"{}\" bukan pilihan ganda", r.bidang), "bidang berjenis ganda");
            return;
        }
        for o in opsi.iter().filter(|o| bidang.label_opsi(o).is_none()) {
            let salah = format!("opsi \"{o}\" tidak ada pada \"{}\"", r.bidang);
            self.catat(salah, "kunci opsi dari bidang itu");
        }
    }

    fn rujukan(&mut self, r: &Rujukan) -> Option<&'a Bidang> {
        let hasil = match &r.kode {
            None => self.isian.iter().find(|b| b.kunci == r.bidang),
            Some(kode) if self.lain => self.edisi.cari_indikator(kode).and_then(|lain| lain.bidang(&r.bidang)),
            Some(_) => None,
        };
        if hasil.is_none() {
            let kode = r.kode.as_deref().unwrap_or(&self.indikator.kode);
            let salah = format!("bidang \"{}\" tidak ada pada {kode}", r.bidang);
            self.catat(salah, "bidang isian yang ada (untuk tampil_jika: yang lebih dahulu)");
        }
        hasil
    }
}
