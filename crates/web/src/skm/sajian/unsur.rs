//! One row for each unsur: NRR, class, interval, how the answers are shared, and whether it is among the lowest.

use skm::{Pecahan, Perkiraan, Susunan, selang_unsur};
use store::skm::agregat::Agregat;

use super::Angka;
use crate::{error::Hasil, konteks::Konteks};

/// An unsur as tables and drawings show it. Figures as printed; `…_eksak` with a point, for drawings and files.
pub struct BarisUnsur {
    pub kunci: String,
    pub nama: String,
    /// Place in the list of the regulation, and in the questionnaire: two numberings are in use.
    pub nomor: u32,
    pub pertanyaan: u32,
    pub nrr: String,
    pub konversi: String,
    pub konversi_eksak: String,
    pub mutu: String,
    pub kinerja: String,
    /// On the scale of the answers; `None` where it cannot be judged.
    pub rentang: Option<(String, String)>,
    /// The same exact, four decimals.
    pub rentang_eksak: Option<(String, String)>,
    /// The same on the scale of the IKM, exact.
    pub rentang_konversi: Option<(String, String)>,
    /// 1 for the lowest, up to the number that the follow-up plan takes; ties share.
    pub terendah: Option<usize>,
    /// One list a question, lowest value first.
    pub jawaban: Vec<Vec<Jawab>>,
}

/// How often one value was given.
pub struct Jawab {
    pub nilai: u8,
    pub teks: String,
    pub n: u64,
}

/// Rows in the order of the regulation; empty without answers.
pub(super) fn susun(k: &Konteks, s: &Susunan, a: &Agregat, populasi: Option<i64>, angka: Option<&Angka>) -> Hasil<Vec<BarisUnsur>> {
    let Some(angka) = angka else { return Ok(Vec::new()) };
    let h = a.pakai.hitungan(s)?;
    let rentang = if h.ragam_unsur { selang_unsur(s, &h.hitungan, populasi) } else { Vec::new() };
    let banyak = usize::try_from(s.edisi().tindak_lanjut.unsur_terendah).unwrap_or(3);
    let rendah: Vec<&Pecahan> = angka.hasil.terendah(banyak).into_iter().map(|u| &u.nrr).collect();
    let peringkat = |nrr: &Pecahan| rendah.iter().position(|r| *r == nrr).map(|n| n + 1);
    let faktor = &s.edisi().penilaian.faktor;
    let baris = s.unsur().iter().zip(&angka.hasil.unsur).enumerate().map(|(i, (u, b))| {
        let selang = rentang.iter().find(|r| r.0 == u.kunci).and_then(|r| match &r.1 {
            Perkiraan::Ada(s) => Some((&s.bawah, &s.atas)),
            _ => None,
        });
        BarisUnsur {
            kunci: u.kunci.clone(),
            nama: u.nama.clone(),
            nomor: u.urutan_peraturan,
            pertanyaan: u.urutan_kuesioner,
            nrr: k.angka(b.nrr.tampil(3)),
            konversi: k.angka(b.konversi.tampil(2)),
            konversi_eksak: b.konversi.desimal(),
            mutu: b.mutu.clone(),
            kinerja: b.kinerja.clone(),
            rentang: selang.map(|(a, b)| (k.angka(a.tampil(2)), k.angka(b.tampil(2)))),
            rentang_eksak: selang.map(|(a, b)| (a.tampil(4), b.tampil(4))),
            rentang_konversi: selang.map(|(a, b)| ((a * faktor).tampil(4), (b * faktor).tampil(4))),
            terendah: peringkat(&b.nrr),
            jawaban: jawaban(k, s, a, i),
        }
    });
    Ok(baris.collect())
}

fn jawaban(k: &Konteks, s: &Susunan, a: &Agregat, unsur: usize) -> Vec<Vec<Jawab>> {
    let milik = s.pertanyaan().iter().enumerate().filter(|(_, p)| p.0 == unsur);
    let satu = |no: usize, teks: &[String]| {
        let hitung = a.pakai.pertanyaan(s, no);
        let nilai = s.edisi().skala.nilai().zip(teks).zip(hitung);
        nilai.map(|((nilai, teks), n)| Jawab { nilai, teks: teks.clone(), n: u64::from(*n) }).collect()
    };
    milik.map(|(no, (_, p))| satu(no, p.dalam(k.bahasa.kode()).1)).collect()
}

impl BarisUnsur {
    /// Sum of the answers to all its questions by value: what the stacked drawing shows.
    #[must_use]
    pub fn cacah(&self) -> Vec<u64> {
        let lebar = self.jawaban.first().map_or(0, Vec::len);
        (0..lebar).map(|v| self.jawaban.iter().filter_map(|j| j.get(v)).map(|j| j.n).sum()).collect()
    }

    /// What each value is called, in words of its first question.
    #[must_use]
    pub fn nama_jawaban(&self) -> Vec<String> {
        self.jawaban.first().map(|j| j.iter().map(|x| x.teks.clone()).collect()).unwrap_or_default()
    }

    /// Its number; both of them where the two numberings differ.
    #[must_use]
    pub fn nomor(&self, k: &Konteks) -> String {
        if self.nomor == self.pertanyaan {
            return k.n("hasilskm-nomor", "nomor", self.nomor);
        }
        k.a("hasilskm-nomor-dua", [("peraturan", self.nomor.to_string().into()), ("kuesioner", self.pertanyaan.to_string().into())])
    }

    /// "3,21–3,38", or a dash.
    #[must_use]
    pub fn selang(&self) -> String {
        self.rentang.as_ref().map_or_else(|| "–".to_owned(), |(a, b)| format!("{a}–{b}"))
    }
}
