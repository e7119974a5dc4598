//! One cell as it travels in a form: field names carry the number of the indicator (`skor-3`), so that one form holds a
//! whole aspect. `cap` is a fingerprint of the content: a field group that still has the fingerprint it was rendered
//! with was not touched and is not saved.

use std::collections::BTreeSet;

use store::{
    f02::{Cara, Isian, Sumber},
    sidik_hex,
};

use crate::formulir::Formulir;

/// The longest text of a cell, in characters.
pub const TEKS_MAKS: usize = 4000;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sel {
    pub skor: Option<u8>,
    pub sumber: Sumber,
    pub catatan: String,
    pub rekomendasi: String,
}

impl Sel {
    pub fn dari_isian(i: &Isian) -> Self {
        Self {
            skor: i.skor.and_then(|s| u8::try_from(s).ok()),
            sumber: Sumber::baca(&i.sumber),
            catatan: i.catatan.clone(),
            rekomendasi: i.rekomendasi.clone(),
        }
    }

    pub fn cap(&self) -> String {
        let teks = serde_json::json!([self.skor, self.sumber.to_string(), self.catatan, self.rekomendasi]).to_string();
        sidik_hex(teks.as_bytes()).chars().take(16).collect()
    }

    /// The fields of a form that show this cell.
    pub fn medan(&self, nomor: u32) -> Vec<(String, String)> {
        let mut m = vec![
            (format!("skor-{nomor}"), self.skor.map(|s| s.to_string()).unwrap_or_default()),
            (format!("sumber-{nomor}"), self.sumber.keterangan.clone()),
            (format!("catatan-{nomor}"), self.catatan.clone()),
            (format!("rekomendasi-{nomor}"), self.rekomendasi.clone()),
        ];
        m.extend(self.sumber.cara.iter().map(|c| (format!("cara-{nomor}"), c.kunci().to_owned())));
        m
    }

    /// Reads the cell of one indicator; faults are noted at its fields.
    pub fn dari_formulir(f: &mut Formulir, nomor: u32) -> Self {
        let nama = |m: &str| format!("{m}-{nomor}");
        let skor = f.nilai(&nama("skor")).to_owned();
        let skor = match skor.parse::<u8>() {
            Ok(n) if n <= 5 => Some(n),
            _ if skor.is_empty() => None,
            _ => {
                f.salahkan(&nama("skor"), "f02-skor-di-luar");
                None
            }
        };
        let cara: BTreeSet<Cara> = f.semua(&nama("cara")).filter_map(Cara::dari_kunci).collect();
        let mut teks = |m: &str| {
            f.batasi(&nama(m), TEKS_MAKS);
            bersih(f.nilai(&nama(m)))
        };
        let keterangan = teks("sumber");
        Self { skor, sumber: Sumber { cara, keterangan }, catatan: teks("catatan"), rekomendasi: teks("rekomendasi") }
    }
}

/// As `Formulir` cleans a value: browsers send CRLF, PostgreSQL's text holds no NUL.
pub fn bersih(teks: &str) -> String {
    teks.trim().replace("\r\n", "\n").replace('\0', "")
}
