//! Checks over a whole edition that a key-by-key reader cannot make.
//!
//! Lives here: uniqueness, the two orders, cover of the categories, answers against the scale, bands, sample table.
//! Must not live here: reading.

use std::collections::BTreeSet;

use naskah::{Kesalahan, Pembaca};
use pecahan::Pecahan;

use crate::edisi::{Edisi, JenisProfil, Unsur};

/// Largest total of one respondent; its square summed over a nation's answers stays inside 64 bits.
const TOTAL_MAKS: i64 = 100_000;
/// The form is anonymous (annex of PermenPANRB 14/2017), and an edition cannot change that.
const TERLARANG: [&str; 8] = ["nama", "nik", "telepon", "hp", "email", "alamat", "ktp", "nip"];

struct Pemeriksa<'a> {
    e: &'a Edisi,
    pembaca: &'a Pembaca,
    salah: Vec<Kesalahan>,
}

/// What could not be read (a fault of `pembaca`) is not checked a second time.
pub(super) fn periksa(e: &Edisi, pembaca: &Pembaca) -> Vec<Kesalahan> {
    let terbaca = |awal: &str| !pembaca.salah.iter().any(|k| k.kunci.starts_with(awal));
    let mut p = Pemeriksa { e, pembaca, salah: Vec::new() };
    p.unik();
    if terbaca("unsur") {
        p.urutan("urutan_peraturan", |u| u.urutan_peraturan);
        p.urutan("urutan_kuesioner", |u| u.urutan_kuesioner);
    }
    if terbaca("skala") {
        p.jawaban();
        if terbaca("penilaian") {
            p.faktor();
            if terbaca("kategori") {
                p.kategori();
            }
        }
        if terbaca("unsur") {
            p.besar();
        }
    }
    p.profil();
    if terbaca("sampel") {
        p.sampel();
    }
    p.salah
}

impl Pemeriksa<'_> {
    fn catat(&mut self, bagian: &str, kunci: &str, salah: impl Into<String>, harap: impl Into<String>) {
        self.salah.push(self.pembaca.salah_pada(bagian, kunci, salah.into(), harap.into()));
    }

    fn unik(&mut self) {
        let e = self.e;
        self.unik_dari("unsur", "kunci", e.unsur.iter().map(|u| u.kunci.as_str()));
        self.unik_dari("pertanyaan", "kunci", e.unsur.iter().flat_map(|u| &u.pertanyaan).map(|q| q.kunci.as_str()));
        self.unik_dari("profil", "kunci", e.profil.iter().map(|b| b.kunci.as_str()));
        self.unik_dari("kategori", "mutu", e.kategori.iter().map(|k| k.mutu.as_str()));
        self.unik_dari("varian", "kunci", e.penilaian.varian.iter().map(|v| v.kunci.as_str()));
    }

    fn unik_dari<'b>(&mut self, nama: &str, kunci: &str, isi: impl Iterator<Item = &'b str>) {
        let mut sudah = BTreeSet::new();
        for satu in isi.filter(|s| !s.is_empty()) {
            if !sudah.insert(satu) {
                self.catat(&format!("{nama} {satu}"), kunci, format!("\"{satu}\" dipakai lebih dari sekali"), "kunci yang unik");
            }
        }
    }

    /// Each order is 1, 2, … k, each place once.
    fn urutan(&mut self, kunci: &str, ambil: fn(&Unsur) -> u32) {
        let mut ada: Vec<u32> = self.e.unsur.iter().map(ambil).collect();
        ada.sort_unstable();
        let harap: Vec<u32> = (1..).take(ada.len()).collect();
        if ada != harap {
            self.catat("", "unsur", format!("{kunci} berisi {ada:?}"), format!("setiap bilangan 1 sampai {} satu kali", ada.len()));
        }
    }

    fn jawaban(&mut self) {
        let perlu = usize::from(self.e.skala.maks - self.e.skala.min) + 1;
        for q in self.e.unsur.iter().flat_map(|u| &u.pertanyaan) {
            let bagian = format!("pertanyaan {}", q.kunci);
            let daftar = std::iter::once(&q.jawaban).chain(q.terjemahan.iter().map(|t| &t.jawaban));
            for ada in daftar.map(Vec::len).filter(|n| *n != perlu) {
                self.catat(&bagian, "jawaban", format!("{ada} teks jawaban"), format!("{perlu}, satu untuk tiap nilai skala"));
            }
        }
    }

    /// Only `100 / max` gives a perfect score 100.00.
    fn faktor(&mut self) {
        let maks = Pecahan::bulat(self.e.skala.maks.into());
        if &self.e.penilaian.faktor * &maks != Pecahan::bulat(100) {
            let harap = (&Pecahan::bulat(100) / &maks).to_string();
            self.catat("", "penilaian.faktor", self.e.penilaian.faktor.to_string(), format!("100 / nilai tertinggi = {harap}"));
        }
    }

    /// Best class first; on the decimals of the IKM the classes cover everything from the lowest score to 100, once.
    fn kategori(&mut self) {
        let e = self.e;
        let langkah = &Pecahan::bulat(1) / &sepuluh(e.penilaian.ikm_desimal);
        // Not by the printed factor, which may be the fault that was told already.
        let terendah = &Pecahan::bulat(100 * i64::from(e.skala.min)) / &Pecahan::bulat(e.skala.maks.into());
        let mut harap_atas = Pecahan::bulat(100);
        for k in &e.kategori {
            let bagian = format!("kategori {}", k.mutu);
            if k.konversi_sampai != harap_atas {
                self.catat(&bagian, "konversi_sampai", k.konversi_sampai.tampil(2), harap_atas.tampil(2));
            }
            if k.konversi_dari > k.konversi_sampai || k.interval_dari > k.interval_sampai {
                let salah = format!("{} sampai {}", k.konversi_dari, k.konversi_sampai);
                self.catat(&bagian, "konversi_dari", salah, "batas bawah tidak melebihi batas atas");
            }
            harap_atas = &k.konversi_dari - &langkah;
        }
        if let Some(akhir) = e.kategori.last().filter(|k| k.konversi_dari.dibulatkan(2) != terendah.dibulatkan(2)) {
            self.catat(&format!("kategori {}", akhir.mutu), "konversi_dari", akhir.konversi_dari.tampil(2), terendah.tampil(2));
        }
    }

    fn besar(&mut self) {
        let susunan = self.e.lengkap();
        if susunan.penyebut().saturating_mul(self.e.skala.maks.into()) > TOTAL_MAKS || self.e.unsur.len() > 60 {
            self.catat("", "unsur", "terlalu banyak unsur atau pertanyaan", format!("jumlah jawaban berbobot sampai {TOTAL_MAKS}"));
        }
    }

    fn profil(&mut self) {
        for b in &self.e.profil {
            let bagian = format!("profil {}", b.kunci);
            if TERLARANG.iter().any(|t| b.kunci.split('_').any(|k| k == *t)) {
                self.catat(&bagian, "kunci", format!("\"{}\"", b.kunci), "isian tanpa identitas: survei tidak menanyakan siapa orangnya");
            }
            if (b.jenis == JenisProfil::Layanan) != b.opsi.is_empty() {
                self.catat(&bagian, "opsi", format!("{} opsi", b.opsi.len()), "opsi untuk pilihan dan usia, tanpa opsi untuk layanan");
            }
            let mut sudah = BTreeSet::new();
            if let Some(o) = b.opsi.iter().find(|o| !sudah.insert(&o.kunci)) {
                self.catat(&bagian, "opsi", format!("\"{}\" dipakai lebih dari sekali", o.kunci), "kunci yang unik");
            }
            if b.jenis == JenisProfil::Usia {
                let celah = b.opsi.windows(2).any(|w| w[0].sampai.map(|s| s + 1) != w[1].dari);
                let ujung = b.opsi.last().is_some_and(|o| o.sampai.is_some());
                if celah || ujung {
                    self.catat(
                        &bagian,
                        "opsi",
                        "kelompok usia berlubang atau tumpang tindih",
                        "kelompok yang bersambung, terakhir terbuka",
                    );
                }
            }
        }
    }

    fn sampel(&mut self) {
        let s = &self.e.sampel;
        let (nol, satu) = (Pecahan::nol(), Pecahan::bulat(1));
        if s.lambda2 <= nol || s.p <= nol || s.p >= satu || s.d <= nol || s.d >= satu {
            self.catat("", "sampel", "tetapan di luar batas", "lambda2 > 0, p dan d antara 0 dan 1");
        }
        let naik = s.tabel.windows(2).all(|w| w[0].0 < w[1].0 && w[0].1 <= w[1].1);
        if !naik || s.tabel.iter().any(|(n, s)| *s < 1 || s > n) {
            self.catat("", "sampel.tabel", "baris tidak menaik atau sampel melebihi populasi", "populasi menaik, 1 <= sampel <= populasi");
        }
    }
}

fn sepuluh(angka: u32) -> Pecahan {
    (0..angka).fold(Pecahan::bulat(1), |n, _| &n * &Pecahan::bulat(10))
}
