//! Parser of the condition language; see the grammar in the parent module.
//!
//! Lives here: text to tree. Must not live here: whether the fields exist (the edition reader checks).

use super::{Angka, Pembanding, Rujukan, Syarat};

/// Nesting beyond this is refused, so that a file cannot exhaust the stack.
const DALAM_MAKS: usize = 32;

/// Reads a condition; the error says what was expected where.
pub(crate) fn urai(teks: &str) -> Result<Syarat, String> {
    let kata = pecah(teks)?;
    let mut p = Pengurai { kata: &kata, di: 0, dalam: 0 };
    let hasil = p.atau()?;
    match p.lihat() {
        None => Ok(hasil),
        Some(k) => Err(format!("\"{k}\" tidak diharapkan setelah syarat selesai")),
    }
}

fn pecah(teks: &str) -> Result<Vec<String>, String> {
    let mut hasil = Vec::new();
    let mut sisa = teks.trim_start();
    while let Some(huruf) = sisa.chars().next() {
        let panjang = match huruf {
            '(' | ')' | ',' | '=' => 1,
            '[' => sisa.find(']').map(|i| i + 1).ok_or("kurung siku \"[\" tidak ditutup \"]\"")?,
            '<' | '>' | '!' => 1 + usize::from(sisa[1..].starts_with('=')),
            c if c.is_ascii_alphanumeric() || c == '_' => {
                sisa.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-'))).unwrap_or(sisa.len())
            }
            c => return Err(format!("huruf \"{c}\" tidak dikenal dalam syarat")),
        };
        hasil.push(sisa[..panjang].to_owned());
        sisa = sisa[panjang..].trim_start();
    }
    Ok(hasil)
}

struct Pengurai<'a> {
    kata: &'a [String],
    di: usize,
    dalam: usize,
}

impl Pengurai<'_> {
    fn lihat(&self) -> Option<&str> {
        self.kata.get(self.di).map(String::as_str)
    }

    fn ambil(&mut self, harap: &str) -> Result<String, String> {
        let kata = self.lihat().ok_or_else(|| format!("syarat berakhir, diharapkan {harap}"))?;
        let kata = kata.to_owned();
        self.di += 1;
        Ok(kata)
    }

    fn ambil_jika(&mut self, kata: &str) -> bool {
        let cocok = self.lihat() == Some(kata);
        self.di += usize::from(cocok);
        cocok
    }

    fn wajib(&mut self, kata: &str) -> Result<(), String> {
        let ada = self.ambil(&format!("\"{kata}\""))?;
        if ada == kata { Ok(()) } else { Err(format!("\"{ada}\" di tempat \"{kata}\"")) }
    }

    fn atau(&mut self) -> Result<Syarat, String> {
        self.dalam += 1;
        if self.dalam > DALAM_MAKS {
            return Err("kurung bersarang terlalu dalam".into());
        }
        let mut isi = vec![self.dan()?];
        while self.ambil_jika("atau") {
            isi.push(self.dan()?);
        }
        self.dalam -= 1;
        Ok(satu_atau(isi, Syarat::Atau))
    }

    fn dan(&mut self) -> Result<Syarat, String> {
        let mut isi = vec![self.bukan()?];
        while self.ambil_jika("dan") {
            isi.push(self.bukan()?);
        }
        Ok(satu_atau(isi, Syarat::Dan))
    }

    fn bukan(&mut self) -> Result<Syarat, String> {
        if self.ambil_jika("bukan") {
            // "bukan bukan bukan …" must not exhaust the stack either.
            if self.lihat() == Some("bukan") {
                return Err("\"bukan\" dua kali berturut-turut".into());
            }
            return Ok(Syarat::Bukan(Box::new(self.bukan()?)));
        }
        if self.ambil_jika("(") {
            let isi = self.atau()?;
            self.wajib(")")?;
            return Ok(isi);
        }
        self.predikat()
    }

    fn predikat(&mut self) -> Result<Syarat, String> {
        if self.ambil_jika("terisi") {
            self.wajib("(")?;
            let bidang = self.rujukan()?;
            self.wajib(")")?;
            return Ok(Syarat::Terisi(bidang));
        }
        let kiri = self.angka()?;
        let tanda = self.ambil("\"=\", \"memuat\" atau pembanding")?;
        if tanda == "memuat" {
            let Angka::Bidang(bidang) = kiri else {
                return Err("\"memuat\" hanya untuk bidang pilihan ganda".into());
            };
            return Ok(Syarat::Memuat(bidang, self.ambil("kunci opsi")?));
        }
        let banding = pembanding(&tanda)?;
        if let (Angka::Bidang(bidang), Pembanding::Sama | Pembanding::TidakSama) = (&kiri, banding)
            && let Some(kata) = self.lihat()
            && kata.starts_with(|c: char| c.is_ascii_alphabetic())
            && !matches!(kata, "jumlah" | "persen")
        {
            let sama = Syarat::Adalah(bidang.clone(), kata.to_owned());
            self.di += 1;
            let positif = banding == Pembanding::Sama;
            return Ok(if positif { sama } else { Syarat::Bukan(Box::new(sama)) });
        }
        Ok(Syarat::Banding(kiri, banding, self.angka()?))
    }

    fn angka(&mut self) -> Result<Angka, String> {
        match self.lihat() {
            Some(k) if k.starts_with(|c: char| c.is_ascii_digit()) => {
                let kata = self.ambil("angka")?;
                kata.parse().map(Angka::Tetap).map_err(|e: crate::pecahan::BukanAngka| e.to_string())
            }
            Some("jumlah") => self.jumlah(),
            Some("persen") => {
                self.di += 1;
                self.wajib("(")?;
                let bagian = self.rujukan()?;
                self.wajib(",")?;
                let seluruh = self.rujukan()?;
                self.wajib(")")?;
                Ok(Angka::Persen { bagian, seluruh })
            }
            _ => self.rujukan().map(Angka::Bidang),
        }
    }

    fn jumlah(&mut self) -> Result<Angka, String> {
        self.di += 1;
        self.wajib("(")?;
        let bidang = self.rujukan()?;
        let mut tanpa = Vec::new();
        if self.ambil_jika("tanpa") {
            tanpa.push(self.ambil("kunci opsi")?);
            while self.ambil_jika(",") {
                tanpa.push(self.ambil("kunci opsi")?);
            }
        }
        self.wajib(")")?;
        Ok(Angka::Jumlah { bidang, tanpa })
    }

    fn rujukan(&mut self) -> Result<Rujukan, String> {
        let kata = self.ambil("nama bidang")?;
        let kode = kata.strip_prefix('[').and_then(|k| k.strip_suffix(']')).map(str::to_owned);
        let bidang = if kode.is_some() { self.ambil("nama bidang")? } else { kata };
        if bidang.starts_with(|c: char| c.is_ascii_lowercase()) {
            Ok(Rujukan { kode, bidang })
        } else {
            Err(format!("\"{bidang}\" bukan nama bidang"))
        }
    }
}

fn satu_atau(mut isi: Vec<Syarat>, gabung: fn(Vec<Syarat>) -> Syarat) -> Syarat {
    match (isi.len(), isi.pop()) {
        (1, Some(satu)) => satu,
        (_, akhir) => {
            isi.extend(akhir);
            gabung(isi)
        }
    }
}

fn pembanding(tanda: &str) -> Result<Pembanding, String> {
    Ok(match tanda {
        "=" => Pembanding::Sama,
        "!=" => Pembanding::TidakSama,
        "<" => Pembanding::Kurang,
        "<=" => Pembanding::KurangSama,
        ">" => Pembanding::Lebih,
        ">=" => Pembanding::LebihSama,
        lain => return Err(format!("\"{lain}\" bukan pembanding")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_whole_grammar() {
        for teks in [
            "a = ya",
            "a != tidak dan b memuat c-1",
            "bukan (a = ya atau b = x) dan jumlah(m tanpa x, y) >= 2",
            "persen(s, t) < 50.5",
            "[1.a.Ak]jumlah_sp < jumlah_jenis",
            "terisi(a)",
        ] {
            assert!(urai(teks).is_ok(), "{teks}: {:?}", urai(teks));
        }
    }

    #[test]
    fn says_what_is_wrong() {
        for (teks, bagian) in [
            ("a =", "berakhir"),
            ("a", "berakhir"),
            ("a = ya dan", "berakhir"),
            ("a = ya)", "tidak diharapkan"),
            ("jumlah(a > 2", "di tempat"),
            ("a & b", "tidak dikenal"),
            ("[1.a b = 2", "tidak ditutup"),
            ("a == 2", "bukan nama bidang"),
            ("", "berakhir"),
        ] {
            let salah = urai(teks).unwrap_err();
            assert!(salah.contains(bagian), "{teks}: {salah}");
        }
    }

    #[test]
    fn deep_nesting_is_refused_not_crashed() {
        assert!(urai(&"(".repeat(100_000)).is_err());
        assert!(urai(&"bukan ".repeat(100_000)).is_err());
    }
}
