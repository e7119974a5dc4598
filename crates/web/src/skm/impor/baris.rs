//! The rows of a file as answers, and what is wrong with those that are none: row, column, what is written, why.

use ::skm::Susunan;
use ::skm::edisi::{BidangProfil, JenisProfil, Pertanyaan};
use jiff::{ToSpan as _, civil::Date};
use store::{
    ronde::{KOSONG, Profil, id_jawaban},
    skm::kertas::Lembar,
};

use super::kolom::{Kolom, rapikan};
use crate::{skm::profil::Bidang, tabel::Tabel};

/// A fault in a cell; the catalogue key says what is expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salah {
    /// As the person sees it in the file, from 1.
    pub baris: usize,
    pub kolom: String,
    pub nilai: String,
    pub kunci: &'static str,
    /// What is expected, for the sentence.
    pub harap: String,
}

#[derive(Debug, Default)]
pub struct Bacaan {
    /// With the day that the row names; `None` where it names none.
    pub baik: Vec<(Option<Date>, Lembar)>,
    pub salah: Vec<Salah>,
    pub ditolak: usize,
}

impl Bacaan {
    /// Good rows without a day of their own.
    #[must_use]
    pub fn tanpa_hari(&self) -> usize {
        self.baik.iter().filter(|(hari, _)| hari.is_none()).count()
    }

    /// The good rows, those without a day on the one that a person named; `None` while nobody has.
    #[must_use]
    pub fn pada(&self, hari: Option<Date>) -> Option<Vec<(Date, Lembar)>> {
        self.baik.iter().map(|(sendiri, l)| Some((sendiri.or(hari)?, l.clone()))).collect()
    }
}

/// What rows are read against.
pub struct Acuan<'a> {
    pub susunan: &'a Susunan<'a>,
    pub bidang: &'a [Bidang],
    /// Today in the zone of the round: the last day that is believed.
    pub hari: Date,
}

/// Every row below the header that holds anything.
#[must_use]
pub fn baca(t: &Tabel, k: &Kolom, a: &Acuan<'_>) -> Bacaan {
    let mut hasil = Bacaan::default();
    for (i, b) in t.baris.iter().enumerate().skip(k.kepala + 1) {
        if b.iter().all(|s| s.trim().is_empty()) {
            continue;
        }
        let sebelum = hasil.salah.len();
        let lembar = satu(i + 1, b, k, a, &mut hasil.salah);
        if hasil.salah.len() == sebelum {
            hasil.baik.push(lembar);
        } else {
            hasil.ditolak += 1;
        }
    }
    hasil
}

fn satu(nomor: usize, b: &[String], k: &Kolom, a: &Acuan<'_>, semua: &mut Vec<Salah>) -> (Option<Date>, Lembar) {
    let isi = |kolom: usize| b.get(kolom).map_or("", |s| s.trim());
    let mut salah = |kolom: usize, kunci: &'static str, harap: String| {
        semua.push(Salah { baris: nomor, kolom: k.nama[kolom].clone(), nilai: isi(kolom).to_owned(), kunci, harap });
    };
    let skala = a.susunan.edisi().skala;
    let mut nilai = Vec::with_capacity(k.pertanyaan.len());
    for ((_, p), kolom) in a.susunan.pertanyaan().iter().zip(&k.pertanyaan) {
        let satu = angka(isi(*kolom)).filter(|n| skala.memuat(*n)).or_else(|| kata(p, isi(*kolom), skala.min));
        if satu.is_none() {
            let kunci = if isi(*kolom).is_empty() { "skm-impor-salah-kosong" } else { "skm-impor-salah-nilai" };
            salah(*kolom, kunci, format!("{}–{}", skala.min, skala.maks));
        }
        nilai.push(satu.and_then(|n| u8::try_from(n).ok()).unwrap_or(KOSONG));
    }
    let mut profil = Profil::KOSONG;
    for d in a.bidang {
        let Some(kolom) = k.profil[d.dimensi] else {
            // With one service there is nothing to say.
            if d.jenis == JenisProfil::Layanan && d.opsi.len() == 1 {
                profil.0[d.dimensi] = d.opsi[0].0;
            }
            continue;
        };
        if isi(kolom).is_empty() {
            continue;
        }
        match pilihan(d, a.susunan.edisi().cari_profil(d.kunci), isi(kolom)) {
            Some(n) => profil.0[d.dimensi] = n,
            None => salah(kolom, "skm-impor-salah-pilihan", d.opsi.iter().map(|(_, o)| o.as_str()).collect::<Vec<_>>().join(", ")),
        }
    }
    let mut hari = None;
    if let Some(kolom) = k.tanggal.filter(|c| !isi(*c).is_empty()) {
        match tanggal(isi(kolom)).filter(|d| *d <= a.hari) {
            Some(d) => hari = Some(d),
            None => salah(kolom, "skm-impor-salah-tanggal", String::new()),
        }
    }
    let saran = k.saran.map(|c| isi(c).to_owned()).filter(|s| !s.is_empty());
    if saran.as_ref().is_some_and(|s| s.chars().count() > 1000) {
        salah(k.saran.unwrap_or(0), "skm-impor-salah-saran", String::new());
    }
    (hari, Lembar { id: id_jawaban(), nilai, profil, saran })
}

/// `4`, `4.0`, `4,0`.
fn angka(teks: &str) -> Option<i64> {
    let utuh = teks.strip_suffix(".0").or_else(|| teks.strip_suffix(",0")).unwrap_or(teks);
    utuh.parse().ok()
}

/// The answer in the words of the form.
fn kata(p: &Pertanyaan, teks: &str, min: u8) -> Option<i64> {
    let ke = p.jawaban.iter().position(|j| !teks.is_empty() && rapikan(j) == rapikan(teks))?;
    i64::try_from(ke).ok().map(|n| n + i64::from(min))
}

/// Value of a field by key, label, age in years or number of a service; an occupation that the form does not name is
/// `lainnya` where the edition has that.
fn pilihan(d: &Bidang, asli: Option<&BidangProfil>, teks: &str) -> Option<u8> {
    let rapi = rapikan(teks);
    let ke = |n: usize| d.opsi.get(n).map(|(v, _)| *v);
    if let Some(n) =
        d.opsi.iter().position(|(_, label)| rapikan(label) == rapi).or_else(|| d.kunci_opsi.iter().position(|o| rapikan(o) == rapi))
    {
        return ke(n);
    }
    match d.jenis {
        JenisProfil::Layanan => None,
        JenisProfil::Usia => {
            let tahun = angka(teks).and_then(|n| u32::try_from(n).ok()).filter(|n| *n <= 120)?;
            let pita = asli?.kelompok_usia(tahun)?;
            d.kunci_opsi.iter().position(|o| *o == pita.kunci).and_then(ke)
        }
        JenisProfil::Pilihan => {
            let sama = |kunci: &str| d.kunci_opsi.iter().position(|o| o.eq_ignore_ascii_case(kunci)).and_then(ke);
            match (d.kunci, rapi.as_str()) {
                ("jenis_kelamin", "pria" | "lk" | "laki" | "laki2") => sama("L"),
                ("jenis_kelamin", "wanita" | "pr") => sama("P"),
                ("pekerjaan", _) => sama("lainnya"),
                _ => None,
            }
        }
    }
}

/// `2026-01-31`, `31/1/2026`, `31-01-2026`, or the day number of a spreadsheet.
fn tanggal(teks: &str) -> Option<Date> {
    let teks = teks.split([' ', 'T']).next().unwrap_or(teks);
    if let Ok(d) = teks.parse::<Date>() {
        return Some(d);
    }
    if let Some(n) = teks.split(['.', ',']).next().and_then(|t| t.parse::<i32>().ok()).filter(|n| (36_526..73_050).contains(n)) {
        return jiff::civil::date(1899, 12, 30).checked_add(n.days()).ok();
    }
    let mut bagian = teks.split(['/', '-', '.']);
    let (hari, bulan, tahun) = (bagian.next()?.parse().ok()?, bagian.next()?.parse().ok()?, bagian.next()?.parse().ok()?);
    Date::new(tahun, bulan, hari).ok().filter(|_| bagian.next().is_none())
}
