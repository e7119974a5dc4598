//! What a visitor types from a report, and its parsing: each field optional, each fault at its place.

use skm::{
    Edisi, Pecahan, Urutan,
    periksa::{AngkaTercetak, JenisNilai, Terbitan},
};

use super::nama_urut;
use crate::{formulir::Formulir, konteks::Konteks};

/// Values of unsur that the page takes: nine, and five more for the unsur of old reports.
pub const BANYAK: usize = 14;

pub struct Isian {
    pub terbitan: Terbitan,
    pub urutan: Option<Urutan>,
}

/// A field for one value.
pub struct Medan {
    pub nama: String,
    pub label: String,
    pub nilai: String,
    pub salah: bool,
}

impl Isian {
    /// `None` when a field does not parse; the faults are in the form.
    pub fn urai(f: &mut Formulir) -> Option<Self> {
        let mut unsur = Vec::new();
        for di in 1..=BANYAK {
            if let Some(a) = angka(f, &format!("u{di}")) {
                unsur.push(a);
            }
        }
        let jenis = match f.nilai("jenis") {
            "jumlah" => JenisNilai::Jumlah,
            "konversi" => JenisNilai::Konversi,
            _ => JenisNilai::Nrr,
        };
        let n = f.urai_opsional::<i64>("n", "hasilskm-periksa-n-salah").filter(|n| *n > 0);
        if jenis == JenisNilai::Jumlah && n.is_none() && !unsur.is_empty() && f.sah() {
            f.salahkan("n", "hasilskm-periksa-n-perlu");
        }
        let (indeks, ikm, bobot) = (angka(f, "indeks"), angka(f, "ikm"), angka(f, "bobot"));
        let mutu = f.opsional("mutu");
        let urutan = match f.nilai("urutan") {
            "peraturan" => Some(Urutan::Peraturan),
            "kuesioner" => Some(Urutan::Kuesioner),
            _ => None,
        };
        f.sah().then_some(Self { terbitan: Terbitan { unsur, jenis, n, indeks, ikm, mutu, bobot }, urutan })
    }

    /// What the value at a place (from 0) is about.
    pub fn nama(&self, k: &Konteks, edisi: &Edisi, di: usize) -> String {
        let nama = self.urutan.and_then(|u| nama_urut(edisi, u).into_iter().nth(di));
        nama.filter(|_| self.terbitan.unsur.len() == edisi.unsur.len()).unwrap_or_else(|| k.n("hasilskm-periksa-ke", "nomor", di + 1))
    }

    /// The means behind the values.
    pub fn nrr(&self, edisi: &Edisi) -> Vec<Pecahan> {
        let pembagi = match self.terbitan.jenis {
            JenisNilai::Nrr => Pecahan::bulat(1),
            JenisNilai::Jumlah => Pecahan::bulat(self.terbitan.n.unwrap_or(1).max(1)),
            JenisNilai::Konversi => edisi.penilaian.faktor.clone(),
        };
        self.terbitan.unsur.iter().map(|u| &u.nilai / &pembagi).collect()
    }
}

fn angka(f: &mut Formulir, medan: &str) -> Option<AngkaTercetak> {
    f.urai_opsional::<AngkaTercetak>(medan, "hasilskm-periksa-bukan-angka")
}

/// Fields of the values, by name in the order of the regulation where it was not said otherwise.
pub fn medan(k: &Konteks, edisi: &Edisi, f: &Formulir) -> Vec<Medan> {
    let satu = |di: usize| {
        let nama = format!("u{di}");
        let label = if di <= edisi.unsur.len() { format!("U{di}") } else { k.n("hasilskm-periksa-ke", "nomor", di) };
        Medan { nilai: f.nilai(&nama).to_owned(), salah: f.semua_salah().iter().any(|s| s.medan == nama), label, nama }
    };
    (1..=BANYAK).map(satu).collect()
}
