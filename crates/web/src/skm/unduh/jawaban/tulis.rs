//! Answers as CSV or JSON, a page at a time.

use std::fmt::Write as _;

use dokumen::{csv::satu_baris, xlsx::SelRingkas};
use store::ronde::Jawaban;

use super::Lajur;

/// Writes a file in pieces.
pub trait Penulis: Send {
    fn awal(&mut self) -> Vec<u8>;
    fn halaman(&mut self, isi: &[Jawaban]) -> Vec<u8>;
    fn akhir(&mut self) -> Vec<u8>;
}

pub struct TulisCsv {
    lajur: Lajur,
    excel: bool,
    pemisah: char,
}

impl TulisCsv {
    pub fn baru(lajur: Lajur, excel: bool) -> Self {
        Self { lajur, excel, pemisah: if excel { ';' } else { ',' } }
    }
}

impl Penulis for TulisCsv {
    fn awal(&mut self) -> Vec<u8> {
        let mut teks = String::new();
        if self.excel {
            teks.push('\u{feff}');
        }
        let judul = if self.excel { &self.lajur.kata } else { &self.lajur.kunci };
        satu_baris(&mut teks, judul.iter().map(String::as_str), self.pemisah);
        teks.into_bytes()
    }

    fn halaman(&mut self, isi: &[Jawaban]) -> Vec<u8> {
        let mut teks = String::with_capacity(isi.len() * 160);
        for j in isi {
            let mut pertama = true;
            self.lajur.sel(j, self.excel, |s| {
                if !pertama {
                    teks.push(self.pemisah);
                }
                pertama = false;
                match s {
                    SelRingkas::Kosong => {}
                    SelRingkas::Teks(t) => dokumen::csv::satu_sel(&mut teks, t, self.pemisah),
                    SelRingkas::Bulat(n) => {
                        let _ = write!(teks, "{n}");
                    }
                }
            });
            teks.push_str("\r\n");
        }
        teks.into_bytes()
    }

    fn akhir(&mut self) -> Vec<u8> {
        Vec::new()
    }
}

pub struct TulisJson {
    lajur: Lajur,
    pertama: bool,
}

impl TulisJson {
    pub fn baru(lajur: Lajur) -> Self {
        Self { lajur, pertama: true }
    }
}

impl Penulis for TulisJson {
    fn awal(&mut self) -> Vec<u8> {
        // The head as an object that stays open for the answers.
        let mut kepala = self.lajur.judul.to_string();
        kepala.pop();
        kepala.push_str(",\"jawaban\":[");
        kepala.into_bytes()
    }

    fn halaman(&mut self, isi: &[Jawaban]) -> Vec<u8> {
        let mut teks = String::with_capacity(isi.len() * 240);
        for j in isi {
            teks.push_str(if self.pertama { "\n{" } else { ",\n{" });
            self.pertama = false;
            let mut kunci = self.lajur.kunci.iter();
            let mut pertama = true;
            self.lajur.sel(j, false, |s| {
                let Some(nama) = kunci.next() else { return };
                let nilai = match s {
                    SelRingkas::Kosong => return,
                    SelRingkas::Teks(t) => serde_json::Value::from(t).to_string(),
                    SelRingkas::Bulat(n) => n.to_string(),
                };
                if !pertama {
                    teks.push(',');
                }
                pertama = false;
                teks.extend(["\"", nama, "\":", &nilai]);
            });
            teks.push('}');
        }
        teks.into_bytes()
    }

    fn akhir(&mut self) -> Vec<u8> {
        b"\n]}\n".to_vec()
    }
}
