//! F03: answers of service users, kept as counters, aggregated exactly.
//!
//! Both aggregations depend only on the number of used respondents and the sum per statement, because
//! a used respondent answered every statement. So counters and rows give the identical value.

use serde::{Deserialize, Serialize};

use super::{AspekF03, HasilF03, PernyataanF03, SalahMasukan};
use crate::{
    edisi::{AgregasiF03, Edisi},
    nilai::Nilai,
    pecahan::Pecahan,
};

/// F03 of one unit as counters.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct F03Ringkas {
    /// Everyone who handed in a form: `dipakai + dibuang`.
    pub responden: u64,
    /// Respondents who answered every statement.
    pub dipakai: u64,
    /// Respondents with an answer missing; a missing answer is never a 0.
    pub dibuang: u64,
    /// Sum of the used respondents' answers per statement, in questionnaire order.
    pub jumlah_per_pernyataan: Vec<u64>,
}

impl F03Ringkas {
    /// No respondent yet.
    #[must_use]
    pub fn kosong(edisi: &Edisi) -> Self {
        Self { jumlah_per_pernyataan: vec![0; edisi.f03.pernyataan.len()], ..Self::default() }
    }

    /// Counts rows, one per respondent in questionnaire order; `None` is "not answered".
    ///
    /// # Errors
    /// A row whose number of answers is not the edition's; all such rows are listed.
    pub fn dari_baris(edisi: &Edisi, baris: &[Vec<Option<Nilai>>]) -> Result<Self, Vec<SalahMasukan>> {
        let harap = edisi.f03.pernyataan.len();
        let mut ringkas = Self::kosong(edisi);
        let mut salah = Vec::new();
        for (nomor, jawaban) in baris.iter().enumerate() {
            if jawaban.len() != harap {
                let ada = jawaban.len();
                salah.push(SalahMasukan::JumlahJawaban { baris: nomor, ada, harap });
                continue;
            }
            ringkas.tambah(jawaban);
        }
        if salah.is_empty() { Ok(ringkas) } else { Err(salah) }
    }

    /// Adds one respondent; `jawaban` has one entry per statement.
    pub fn tambah(&mut self, jawaban: &[Option<Nilai>]) {
        self.responden += 1;
        let lengkap: Option<Vec<Nilai>> = jawaban.iter().copied().collect();
        let Some(lengkap) = lengkap else {
            self.dibuang += 1;
            return;
        };
        self.dipakai += 1;
        for (jumlah, nilai) in self.jumlah_per_pernyataan.iter_mut().zip(lengkap) {
            *jumlah += u64::from(nilai.angka());
        }
    }

    pub(super) fn periksa(&self, edisi: &Edisi, salah: &mut Vec<SalahMasukan>) {
        let (responden, dipakai, dibuang) = (self.responden, self.dipakai, self.dibuang);
        if dipakai.checked_add(dibuang) != Some(responden) {
            salah.push(SalahMasukan::ResponsTakCocok { responden, dipakai, dibuang });
        }
        let (ada, harap) = (self.jumlah_per_pernyataan.len(), edisi.f03.pernyataan.len());
        if ada != harap {
            salah.push(SalahMasukan::JumlahPernyataan { ada, harap });
        }
        let maks = dipakai.saturating_mul(Nilai::MAKS.angka().into());
        for (p, &jumlah) in edisi.f03.pernyataan.iter().zip(&self.jumlah_per_pernyataan) {
            if jumlah > maks {
                let pernyataan = p.id.clone();
                salah.push(SalahMasukan::JumlahMustahil { pernyataan, jumlah, maks, dipakai });
            }
        }
    }
}

pub(super) fn hitung(edisi: &Edisi, f03: &F03Ringkas, agregasi: AgregasiF03) -> HasilF03 {
    let pernyataan: Vec<PernyataanF03> = edisi
        .f03
        .pernyataan
        .iter()
        .zip(&f03.jumlah_per_pernyataan)
        .map(|(p, &jumlah)| PernyataanF03 { id: p.id.clone(), aspek: p.aspek.clone(), jumlah, rata_rata: pecahan(jumlah, f03.dipakai) })
        .collect();
    let aspek: Vec<AspekF03> = edisi
        .aspek
        .iter()
        .filter(|a| pernyataan.iter().any(|p| p.aspek == a.kunci))
        .map(|a| AspekF03 {
            kunci: a.kunci.clone(),
            rata_rata: rata(pernyataan.iter().filter(|p| p.aspek == a.kunci).map(|p| &p.rata_rata)),
        })
        .collect();
    let nilai = match agregasi {
        AgregasiF03::AspectMean => rata(aspek.iter().map(|a| &a.rata_rata)),
        AgregasiF03::PlainMean => rata(pernyataan.iter().map(|p| &p.rata_rata)),
    };
    HasilF03 { nilai, responden: f03.responden, dipakai: f03.dipakai, dibuang: f03.dibuang, pernyataan, aspek }
}

fn rata<'a>(nilai: impl Iterator<Item = &'a Option<Pecahan>>) -> Option<Pecahan> {
    let semua: Option<Vec<&Pecahan>> = nilai.map(Option::as_ref).collect();
    Pecahan::rata_rata(semua?)
}

fn pecahan(jumlah: u64, dipakai: u64) -> Option<Pecahan> {
    Pecahan::baru(i64::try_from(jumlah).ok()?, i64::try_from(dipakai).ok()?)
}
