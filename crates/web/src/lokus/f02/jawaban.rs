//! What the unit declared for one indicator, in words: its F01 answers and its evidence.

use pekppp::{Bidang, Edisi, Indikator, Jawaban, JawabanIndikator, f01};
use store::{bukti::Bukti, prefill::Usulan};

use crate::{
    konteks::Konteks,
    lokus::{bukti::kecil::bergambar, f01::usulan::kata_kurun},
};

/// A question with its answer; several lines for several choices, none when it was not answered.
pub struct Tanya {
    pub tanya: String,
    pub isi: Vec<String>,
    /// What Prima measured itself, where it did.
    pub diukur: Vec<String>,
    /// When it was measured.
    pub pada: String,
}

impl Tanya {
    /// What was measured, and when.
    #[must_use]
    pub fn diukur(&self, k: &Konteks) -> String {
        k.a("f02-diukur", [("isi", self.diukur.join(", ").into()), ("pada", self.pada.as_str().into())])
    }
}

pub struct BuktiTampil {
    pub nama: String,
    pub keterangan: String,
    pub jalur: String,
    pub gambar: bool,
    /// A link that leads outside Prima and is not frozen.
    pub luar: bool,
}

/// The questions that the form showed for these answers.
pub fn tanya(k: &Konteks, i: &Indikator, jawaban: &JawabanIndikator) -> Vec<Tanya> {
    f01::terlihat(i, jawaban)
        .map(|b| Tanya {
            tanya: b.pertanyaan.clone(),
            isi: jawaban.get(&b.kunci).map(|j| kata(k, b, j)).unwrap_or_default(),
            diukur: Vec::new(),
            pada: String::new(),
        })
        .collect()
}

/// Puts what Prima measured beside what was declared, also where the unit declared nothing.
pub fn ukur(k: &Konteks, i: &Indikator, semua: &mut Vec<Tanya>, u: &Usulan) {
    let pada = u.kurun.map(|x| kata_kurun(k, x)).unwrap_or_default();
    let diukur = &u.jawaban;
    for (b, j) in i.isian.iter().filter_map(|b| Some((b, diukur.get(&b.kunci)?))) {
        let diukur = kata(k, b, j);
        match semua.iter_mut().find(|t| t.tanya == b.pertanyaan) {
            Some(t) => (t.diukur, t.pada) = (diukur, pada.clone()),
            None => semua.push(Tanya { tanya: b.pertanyaan.clone(), isi: Vec::new(), diukur, pada: pada.clone() }),
        }
    }
}

fn kata(k: &Konteks, b: &Bidang, j: &Jawaban) -> Vec<String> {
    let label = |kunci: &str| b.opsi().iter().find(|o| o.kunci == kunci).map_or_else(|| kunci.to_owned(), |o| o.label.clone());
    match j {
        Jawaban::YaTidak(true) => vec![k.s("f02-ya")],
        Jawaban::YaTidak(false) => vec![k.s("f02-tidak")],
        Jawaban::Bulat(n) => vec![k.angka(n.to_string())],
        Jawaban::Desimal(p) => vec![k.angka(p.desimal())],
        Jawaban::Persen(p) => vec![format!("{} %", k.angka(p.desimal()))],
        Jawaban::Teks(t) => vec![t.clone()],
        Jawaban::Tanggal(t) => vec![k.tanggal(t)],
        Jawaban::Pilihan(o) => vec![label(o)],
        Jawaban::Ganda(o) => o.iter().map(|o| label(o)).collect(),
    }
}

pub fn bukti(semua: &[Bukti], kode: &str) -> Vec<BuktiTampil> {
    let satu = |b: &Bukti| BuktiTampil {
        nama: b.nama.clone(),
        keterangan: b.keterangan.clone(),
        jalur: b.tautan.clone().unwrap_or_else(|| format!("/lokus/{}/bukti/{}", b.lokus_id, b.id)),
        gambar: bergambar(b.tipe()),
        luar: b.tautan.is_some(),
    };
    semua.iter().filter(|b| b.indikator == kode).map(satu).collect()
}

/// The question behind `KODE/kunci`, as the rubric engine names a missing answer.
pub fn nama_bidang(edisi: &Edisi, rujukan: &str) -> String {
    let cari = || {
        let (kode, kunci) = rujukan.split_once('/')?;
        edisi.cari_indikator(kode)?.bidang(kunci).map(|b| b.pertanyaan.clone())
    };
    cari().unwrap_or_else(|| rujukan.to_owned())
}
