//! What citizens will be asked: the questions in the order of the form, and what leaving an unsur out does to the index.

use ::skm::{Edisi, Pecahan};

use crate::konteks::Konteks;

/// An unsur of the form with its questions.
pub struct Butir {
    pub nama: String,
    pub peraturan: u32,
    /// Question and answers, lowest value first.
    pub pertanyaan: Vec<(String, String)>,
}

pub struct Pratinjau {
    pub butir: Vec<Butir>,
    /// Label and options of the profile.
    pub profil: Vec<(String, String)>,
    pub lama: String,
    /// How the index is weighed.
    pub bobot: String,
    pub berkurang: bool,
}

impl Pratinjau {
    /// `None` when the edition does not let these unsur go.
    #[must_use]
    pub fn baru(k: &Konteks, edisi: &Edisi, tanpa: &[&str]) -> Option<Self> {
        let susunan = edisi.susunan(tanpa).ok()?;
        let bahasa = k.bahasa.kode();
        let mut butir: Vec<Butir> = Vec::new();
        for (u, p) in susunan.pertanyaan() {
            let unsur = susunan.unsur().get(*u)?;
            let (teks, jawaban) = p.dalam(bahasa);
            let satu = (teks.to_owned(), jawaban.join(" · "));
            match butir.last_mut().filter(|b| b.nama == unsur.nama) {
                Some(b) => b.pertanyaan.push(satu),
                None => butir.push(Butir { nama: unsur.nama.clone(), peraturan: unsur.urutan_peraturan, pertanyaan: vec![satu] }),
            }
        }
        let profil = edisi.profil.iter().map(|b| {
            let opsi: Vec<&str> = b.opsi.iter().map(|o| o.dalam(bahasa)).collect();
            let opsi = if opsi.is_empty() { k.s("skm-pratinjau-layanan") } else { opsi.join(" · ") };
            (b.label.clone(), opsi)
        });
        let satu = Pecahan::baru(1, susunan.k()).unwrap_or_else(Pecahan::nol);
        let bobot = k.a("skm-pratinjau-bobot", [("k", susunan.k().to_string().into()), ("bobot", k.angka(satu.tampil(3)).into())]);
        Some(Self {
            lama: super::lama(k, susunan.pertanyaan().len()),
            butir,
            profil: profil.collect(),
            bobot,
            berkurang: susunan.unsur().len() < edisi.unsur.len(),
        })
    }
}
