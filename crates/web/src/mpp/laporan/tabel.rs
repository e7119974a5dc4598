//! A table of the report: what a page shows of it at once, and what it folds. Files have all of it, in the order of its making.

/// Gerai that a table shows whether or not anybody came.
const MUAT_GERAI: usize = 12;
/// A table of more rows than this is folded, and one of a survey of more than stand open: its rows are high on a phone.
const PANJANG: usize = 10;
/// Rows of a folded table that stand open.
const MUKA: usize = 5;

/// A cell: as it reads, and what stands in a file instead where that is no number.
pub struct Petak {
    pub teks: String,
    pub nilai: Nilai,
}

pub enum Nilai {
    /// The text, which may be a number.
    Teks,
    Kosong,
    Bulat(u32),
    Detik(u32),
}

impl From<String> for Petak {
    fn from(teks: String) -> Self {
        Self { teks, nilai: Nilai::Teks }
    }
}

impl std::fmt::Display for Petak {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.teks)
    }
}

/// A table; the first column is a name.
pub struct Tabel {
    pub kunci: &'static str,
    pub judul: String,
    pub kosong: String,
    pub kolom: Vec<String>,
    pub baris: Vec<Vec<Petak>>,
    /// Columns of durations: minutes in a file.
    pub lama: &'static [usize],
    /// The first column that holds words again after those with figures.
    pub kata_dari: usize,
}

/// Rows of a table that stand together on a page.
pub struct Bagian<'a> {
    pub baris: Vec<&'a Vec<Petak>>,
    /// They are unfolded by who wants them.
    pub lipat: bool,
    /// Others stand open before them.
    pub lanjutan: bool,
}

impl Tabel {
    /// The rows that a page shows: in a long table of gerai those without a number are named above it, and stand in the files.
    fn tampak(&self) -> impl Iterator<Item = &Vec<Petak>> {
        let nol = |b: &Vec<Petak>| b.iter().skip(1).take(2).all(|t| t.teks == "0");
        let lipat = self.kunci == "gerai" && self.baris.len() > MUAT_GERAI && !self.baris.iter().all(nol);
        self.baris.iter().filter(move |b| !(lipat && nol(b)))
    }

    /// Rows that stand open, and those that are unfolded. Of gerai and services the busiest stand open, of days and of unsur, which are read
    /// as a whole, none; people are not put into an order of what they did.
    pub fn bagian(&self) -> Vec<Bagian<'_>> {
        let mut semua: Vec<&Vec<Petak>> = self.tampak().collect();
        let muat = if self.kunci.starts_with("survei") { MUKA } else { PANJANG };
        if semua.len() <= muat {
            return vec![Bagian { baris: semua, lipat: false, lanjutan: false }];
        }
        if self.diurutkan() {
            semua.sort_by_key(|b| std::cmp::Reverse(b.get(1).and_then(|n| n.teks.parse::<u64>().ok()).unwrap_or(0)));
        }
        if matches!(self.kunci, "hari" | "bulan" | "survei_unsur") {
            return vec![Bagian { baris: semua, lipat: true, lanjutan: false }];
        }
        let sisa = semua.split_off(MUKA);
        vec![Bagian { baris: semua, lipat: false, lanjutan: false }, Bagian { baris: sisa, lipat: true, lanjutan: true }]
    }

    /// Whether the page begins with those that had most visits: a folded table of gerai or of services.
    pub fn diurutkan(&self) -> bool {
        matches!(self.kunci, "gerai" | "layanan") && self.tampak().count() > PANJANG
    }

    /// The columns are those of numbers and waiting.
    pub fn antrean(&self) -> bool {
        matches!(self.kunci, "gerai" | "layanan" | "hari" | "bulan")
    }

    /// Whether a column holds figures.
    pub fn bilangan(&self, kolom: &usize) -> bool {
        (1..self.kata_dari).contains(kolom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tabel(kunci: &'static str, banyak: usize) -> Tabel {
        let teks = |n: usize| [format!("nama {n}"), ((n * 7) % 40 + 1).to_string(), "1".to_owned()];
        let baris = (0..banyak).map(|n| teks(n).map(Petak::from).into()).collect();
        let kolom = vec![String::new(); 3];
        Tabel { kunci, judul: String::new(), kosong: String::new(), kolom, baris, lama: &[], kata_dari: usize::MAX }
    }

    #[test]
    fn a_long_table_opens_with_the_busiest_and_loses_nothing() {
        for (kunci, banyak, muka) in [
            ("gerai", 10, 10),
            ("gerai", 23, 5),
            ("layanan", 300, 5),
            ("hari", 22, 0),
            ("petugas", 40, 5),
            ("survei-layanan", 8, 5),
            ("survei_unsur", 9, 0),
        ] {
            let t = tabel(kunci, banyak);
            let bagian = t.bagian();
            let terbuka: usize = bagian.iter().filter(|b| !b.lipat).map(|b| b.baris.len()).sum();
            let mut semua: Vec<&str> = bagian.iter().flat_map(|b| &b.baris).map(|b| b[0].teks.as_str()).collect();
            assert_eq!((terbuka, semua.len()), (muka, banyak), "{kunci} {banyak}");
            semua.sort_unstable();
            semua.dedup();
            assert_eq!(semua.len(), banyak);
        }
        let t = tabel("layanan", 23);
        let kunjungan =
            t.bagian().iter().map(|b| b.baris.iter().map(|b| b[1].teks.parse::<u32>().unwrap()).collect()).collect::<Vec<Vec<_>>>();
        assert!(kunjungan[0].iter().min() >= kunjungan[1].iter().max(), "{kunjungan:?}");
        assert_eq!(tabel("petugas", 40).bagian()[0].baris[0][0].teks, "nama 0", "people keep the order of their names");
    }

    #[test]
    fn gerai_without_a_number_are_left_to_the_files() {
        let mut t = tabel("gerai", 20);
        for b in t.baris.iter_mut().take(6) {
            b[1] = "0".to_owned().into();
            b[2] = "0".to_owned().into();
        }
        assert_eq!(t.bagian().iter().map(|b| b.baris.len()).collect::<Vec<_>>(), [5, 9]);
    }
}
