//! Answers to a form: read from what was typed, each fault at its field. Files are named by their field only.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::formulir::{Formulir, JenisMedan, Medan};

/// Characters of one text.
pub const TEKS_MAKS: usize = 4_000;

/// Answers by field: one value, or several for a choice of many. A field that was not answered is absent.
pub type Jawaban = BTreeMap<String, Vec<String>>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SalahJawaban {
    #[error("belum diisi")]
    Kosong,
    #[error("bukan angka")]
    BukanAngka,
    #[error("bukan tanggal")]
    BukanTanggal,
    #[error("bukan salah satu pilihan")]
    BukanPilihan,
    #[error("lebih dari {TEKS_MAKS} huruf")]
    TerlaluPanjang,
}

impl Formulir {
    /// Reads what was typed. `mentah` gives the raw values of a field; `berkas` whether a file of that field is there (now or from
    /// before).
    ///
    /// # Errors
    /// Every fault with the name of its field, in the order of the form.
    pub fn baca<'a>(
        &self,
        mentah: impl Fn(&str) -> Vec<&'a str>,
        berkas: impl Fn(&str) -> bool,
    ) -> Result<Jawaban, Vec<(String, SalahJawaban)>> {
        let (mut jawaban, mut salah) = (Jawaban::new(), Vec::new());
        for m in &self.medan {
            let baca = if m.jenis == JenisMedan::Berkas {
                if m.wajib && !berkas(&m.kunci) { Err(SalahJawaban::Kosong) } else { Ok(Vec::new()) }
            } else {
                m.baca(&mentah(&m.kunci))
            };
            match baca {
                Ok(isi) if !isi.is_empty() => {
                    jawaban.insert(m.kunci.clone(), isi);
                }
                Ok(_) => {}
                Err(e) => salah.push((m.kunci.clone(), e)),
            }
        }
        if salah.is_empty() { Ok(jawaban) } else { Err(salah) }
    }
}

impl Medan {
    fn baca(&self, mentah: &[&str]) -> Result<Vec<String>, SalahJawaban> {
        let isi: Vec<&str> = mentah.iter().map(|t| t.trim()).filter(|t| !t.is_empty()).collect();
        let Some(satu) = isi.first() else {
            return if self.wajib { Err(SalahJawaban::Kosong) } else { Ok(Vec::new()) };
        };
        if isi.iter().any(|t| t.chars().count() > TEKS_MAKS) {
            return Err(SalahJawaban::TerlaluPanjang);
        }
        let baik = |t: &str| vec![t.to_owned()];
        match self.jenis {
            JenisMedan::Teks => Ok(baik(&satu.replace("\r\n", "\n"))),
            JenisMedan::YaTidak => {
                if ["ya", "tidak"].contains(satu) {
                    Ok(baik(satu))
                } else {
                    Err(SalahJawaban::BukanPilihan)
                }
            }
            JenisMedan::Tanggal => satu.parse::<Date>().map(|d| baik(&d.to_string())).map_err(|_| SalahJawaban::BukanTanggal),
            JenisMedan::Angka => angka(satu).map(|t| baik(&t)).ok_or(SalahJawaban::BukanAngka),
            JenisMedan::Pilihan => {
                if self.opsi.iter().any(|o| o == satu) {
                    Ok(baik(satu))
                } else {
                    Err(SalahJawaban::BukanPilihan)
                }
            }
            JenisMedan::BanyakPilihan => {
                let dipilih: Vec<String> = self.opsi.iter().filter(|o| isi.contains(&o.as_str())).cloned().collect();
                if isi.iter().all(|t| self.opsi.iter().any(|o| o == t)) { Ok(dipilih) } else { Err(SalahJawaban::BukanPilihan) }
            }
            JenisMedan::Berkas => Ok(Vec::new()),
        }
    }
}

/// Digits with at most one decimal sign, comma or point, as text: nothing is rounded. At most 18 digits.
fn angka(teks: &str) -> Option<String> {
    let teks = teks.replace(',', ".");
    let (tanda, polos) = teks.strip_prefix('-').map_or(("", teks.as_str()), |p| ("-", p));
    let (bulat, pecahan) = polos.split_once('.').unwrap_or((polos, "0"));
    let digit = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    let pendek = bulat.len() + pecahan.len() <= 18;
    (digit(bulat) && digit(pecahan) && pendek).then(|| format!("{tanda}{polos}"))
}
