//! A table of the report: what a page shows of it at once, and what it folds. Files have all of it, in the order of its making.

/// Gerai that a table shows whether or not anybody came.
const MUAT_GERAI: usize = 12;
/// A table of more rows than this is folded; so many of it stand open.
const PANJANG: usize = 15;
const MUKA: usize = 10;

/// A table of texts; the first column is a name.
pub struct Tabel {
    pub kunci: &'static str,
    pub judul: String,
    pub kosong: String,
    pub kolom: Vec<String>,
    pub baris: Vec<Vec<String>>,
    /// The first column that holds words again after those with figures.
    pub kata_dari: usize,
}

/// Rows of a table that stand together on a page.
pub struct Bagian<'a> {
    pub baris: Vec<&'a Vec<String>>,
    /// They are unfolded by who wants them.
    pub lipat: bool,
    /// Others stand open before them.
    pub lanjutan: bool,
}

impl Tabel {
    /// The rows that a page shows: in a long table of gerai those without a number are named above it, and stand in the files.
    fn tampak(&self) -> impl Iterator<Item = &Vec<String>> {
        let nol = |b: &Vec<String>| b.iter().skip(1).take(2).all(|t| t == "0");
        let lipat = self.kunci == "gerai" && self.baris.len() > MUAT_GERAI && !self.baris.iter().all(nol);
        self.baris.iter().filter(move |b| !(lipat && nol(b)))
    }

    /// Rows that stand open, and those that are unfolded. Of gerai and services the busiest stand open, of days none; people are not put
    /// into an order of what they did.
    pub fn bagian(&self) -> Vec<Bagian<'_>> {
        let mut semua: Vec<&Vec<String>> = self.tampak().collect();
        if semua.len() <= PANJANG {
            return vec![Bagian { baris: semua, lipat: false, lanjutan: false }];
        }
        if self.diurutkan() {
            semua.sort_by_key(|b| std::cmp::Reverse(b.get(1).and_then(|n| n.parse::<u64>().ok()).unwrap_or(0)));
        }
        if matches!(self.kunci, "hari" | "bulan") {
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
        let baris = (0..banyak).map(|n| vec![format!("nama {n}"), ((n * 7) % 40 + 1).to_string(), "1".to_owned()]).collect();
        let kolom = vec![String::new(); 3];
        Tabel { kunci, judul: String::new(), kosong: String::new(), kolom, baris, kata_dari: usize::MAX }
    }

    #[test]
    fn a_long_table_opens_with_the_busiest_and_loses_nothing() {
        for (kunci, banyak, muka) in [("gerai", 15, 15), ("gerai", 23, 10), ("layanan", 300, 10), ("hari", 22, 0), ("petugas", 40, 10)] {
            let t = tabel(kunci, banyak);
            let bagian = t.bagian();
            let terbuka: usize = bagian.iter().filter(|b| !b.lipat).map(|b| b.baris.len()).sum();
            let mut semua: Vec<&str> = bagian.iter().flat_map(|b| &b.baris).map(|b| b[0].as_str()).collect();
            assert_eq!((terbuka, semua.len()), (muka, banyak), "{kunci} {banyak}");
            semua.sort_unstable();
            semua.dedup();
            assert_eq!(semua.len(), banyak);
        }
        let t = tabel("layanan", 23);
        let kunjungan = t.bagian().iter().map(|b| b.baris.iter().map(|b| b[1].parse::<u32>().unwrap()).collect()).collect::<Vec<Vec<_>>>();
        assert!(kunjungan[0].iter().min() >= kunjungan[1].iter().max(), "{kunjungan:?}");
        assert_eq!(tabel("petugas", 40).bagian()[0].baris[0][0], "nama 0", "people keep the order of their names");
    }

    #[test]
    fn gerai_without_a_number_are_left_to_the_files() {
        let mut t = tabel("gerai", 20);
        for b in t.baris.iter_mut().take(6) {
            b[1] = "0".to_owned();
            b[2] = "0".to_owned();
        }
        assert_eq!(t.bagian().iter().map(|b| b.baris.len()).collect::<Vec<_>>(), [14]);
    }
}
