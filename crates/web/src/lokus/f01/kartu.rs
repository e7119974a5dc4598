//! One indicator on the page of its aspect: why it is asked, rubric, hints, the form (or the read-only answers), evidence.

use askama::{Template, filters::HtmlSafe};
use pekppp::{Indikator, f01::Kelengkapan};
use store::{f01::Isian, id::LokusId, pra::Catatan};
use uuid::Uuid;

use super::{
    medan::{self, MedanF01},
    muatan::Muatan,
    tampilan::Tampilan,
};
use crate::{formulir::Formulir, konteks::Konteks, lokus::bukti::formulir::TambahBukti, rujukan};

/// What a handler puts in the place of the stored answers of one indicator: what was typed, with its faults, and what
/// somebody else saved meanwhile.
pub struct Pengganti {
    pub kode: String,
    pub f: Formulir,
    pub bentrok: Option<Isian>,
}

/// What somebody else saved, beside what was typed.
pub struct Bentrok {
    pub judul: String,
    /// Question, theirs, mine; only where they differ.
    pub beda: Vec<[String; 3]>,
}

#[derive(Template)]
#[template(path = "lokus/f01/kartu.html")]
pub struct Kartu<'a> {
    k: &'a Konteks,
    lokus: LokusId,
    aspek: &'a str,
    i: &'a Indikator,
    /// How sure the edition is of weight and rubric.
    kepastian_bobot: String,
    kepastian_rubrik: String,
    /// Empty when this person cannot fill now.
    medan: Vec<MedanF01>,
    mengisi: bool,
    versi: i64,
    op: Uuid,
    kelengkapan: Kelengkapan,
    tersimpan: Option<String>,
    petunjuk: Vec<String>,
    bentrok: Option<Bentrok>,
    tampilan: Tampilan<'a>,
    bukti: TambahBukti<'a>,
    berubah: bool,
    /// Prima can propose answers.
    usulan: bool,
    /// What the team asks to repair here.
    diminta: Option<&'a Catatan>,
}

impl HtmlSafe for Kartu<'_> {}

impl<'a> Kartu<'a> {
    pub fn baru(k: &'a Konteks, m: &'a Muatan, i: &'a Indikator, ganti: Option<&Pengganti>) -> Self {
        let isian = m.isian.get(&i.kode);
        let jawaban = isian.map(|s| &s.jawaban);
        let ganti = ganti.filter(|g| g.kode == i.kode);
        // A form that came back from an upload carries no answers: those on the page stay as stored.
        let diketik = ganti.filter(|g| g.f.pasangan().iter().any(|(n, _)| n == "versi"));
        let f = diketik.map_or_else(|| medan::isi(i, jawaban), |g| g.f.clone());
        let mengisi = m.mengisi();
        let petunjuk = m.petunjuk().into_iter().filter(|(p, _)| p.kode == i.kode).map(|(_, teks)| teks).collect();
        Self {
            k,
            lokus: m.lokus().id,
            aspek: super::aspek::kode_aspek(m, &i.kode).unwrap_or_default(),
            i,
            kepastian_bobot: rujukan::terbaca(&m.edisi, &i.kepastian_bobot),
            kepastian_rubrik: rujukan::terbaca(&m.edisi, &i.kepastian_rubrik),
            medan: if mengisi { medan::semua(k, i, &f) } else { Vec::new() },
            mengisi,
            versi: diketik
                .filter(|g| g.bentrok.is_none())
                .and_then(|g| g.f.nilai("versi").parse().ok())
                .unwrap_or(isian.map_or(0, |s| s.versi)),
            op: Uuid::new_v4(),
            kelengkapan: m.kelengkapan([i]),
            tersimpan: isian.map(|s| k.a("f01-disimpan", [("pada", k.waktu(&s.pada).into()), ("nama", s.nama.clone().into())])),
            petunjuk,
            bentrok: diketik.and_then(|g| g.bentrok.as_ref().map(|b| bentrok(k, i, &g.f, b))),
            tampilan: Tampilan::baru(k, m.lokus().id, i, jawaban, &[]),
            bukti: TambahBukti::baru(
                k,
                m.lokus().id,
                i,
                m.bukti_indikator(&i.kode),
                mengisi,
                ganti.filter(|_| diketik.is_none()).map(|g| &g.f),
            ),
            berubah: diketik.is_some(),
            usulan: m.usulan.contains(&i.kode),
            diminta: m.diminta(&i.kode),
        }
    }

    /// "1, bobot 17" in words; the weight only where it is known.
    fn bobot(&self) -> Option<String> {
        self.i.bobot.as_ref().map(|b| self.k.n("f01-bobot", "bobot", self.k.angka(b.to_string())))
    }

    fn status_isi(&self) -> String {
        let k = &self.kelengkapan;
        if k.lengkap() {
            return self.k.s("f01-indikator-lengkap");
        }
        self.k.a("f01-terisi", [("terisi", k.terisi.to_string().into()), ("perlu", k.perlu.to_string().into())])
    }
}

/// Where the typed answers differ from those that stand.
pub fn bentrok(k: &Konteks, i: &Indikator, f: &Formulir, mereka: &Isian) -> Bentrok {
    let (saya, _) = pekppp::f01::baca_isian(i, &medan::mentah(&i.kode, f));
    let kata = |j: &pekppp::JawabanIndikator, b: &pekppp::Bidang| {
        j.get(&b.kunci).map_or_else(|| k.s("f01-belum-dijawab"), |j| super::tampilan::dalam_kata(k, b, j))
    };
    let beda = i
        .isian
        .iter()
        .filter(|b| saya.get(&b.kunci) != mereka.jawaban.get(&b.kunci))
        .map(|b| [b.pertanyaan.clone(), kata(&mereka.jawaban, b), kata(&saya, b)])
        .collect();
    let judul = k.a("f01-bentrok", [("nama", mereka.nama.clone().into()), ("pada", k.waktu(&mereka.pada).into())]);
    Bentrok { judul, beda }
}
