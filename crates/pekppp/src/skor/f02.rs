//! F02: settled scores, weighted into aspects and the F02 index.
//!
//! `aspek = sum(bobot/100 * nilai)`, `F02 = sum(bobot_aspek/100 * aspek)`; nothing is rounded.

use super::{HasilAspek, HasilF02, HasilIndikator, Masukan, NilaiPenilai};
use crate::{
    edisi::{Aspek, CaraPenilai, Edisi, Indikator},
    nilai::Nilai,
    pecahan::Pecahan,
};

pub(super) fn hitung(edisi: &Edisi, masukan: &Masukan, cara: CaraPenilai) -> HasilF02 {
    let aspek: Vec<HasilAspek> = edisi.aspek.iter().map(|a| hitung_aspek(a, masukan, cara)).collect();
    let kurang = aspek.iter().flat_map(|a| &a.indikator).filter(|i| i.nilai.is_none()).map(|i| i.kode.clone()).collect();
    let dinilai = |i: &&Indikator| masukan.f02.iter().any(|l| l.nilai.contains_key(&i.kode));
    HasilF02 {
        nilai: aspek.iter().map(|a| a.sumbangan.clone()).sum(),
        tambahan: edisi.tambahan.iter().filter(dinilai).map(|i| hitung_indikator(i, masukan, cara)).collect(),
        aspek,
        kurang,
    }
}

fn hitung_aspek(aspek: &Aspek, masukan: &Masukan, cara: CaraPenilai) -> HasilAspek {
    let indikator: Vec<HasilIndikator> = aspek.indikator.iter().map(|i| hitung_indikator(i, masukan, cara)).collect();
    let nilai: Option<Pecahan> = indikator.iter().map(|i| i.sumbangan.clone()).sum();
    HasilAspek {
        kunci: aspek.kunci.clone(),
        nama: aspek.nama.clone(),
        bobot: aspek.bobot.clone(),
        sumbangan: nilai.as_ref().map(|n| &aspek.bobot.bagian() * n),
        nilai,
        indikator,
    }
}

fn hitung_indikator(indikator: &Indikator, masukan: &Masukan, cara: CaraPenilai) -> HasilIndikator {
    let kode = &indikator.kode;
    let penilai: Vec<NilaiPenilai> =
        masukan.f02.iter().map(|l| NilaiPenilai { evaluator: l.evaluator.clone(), nilai: l.nilai.get(kode).copied() }).collect();
    // A code that any evaluator lacks is missing, whatever the others or the consensus say.
    let semua: Option<Vec<Pecahan>> = penilai.iter().map(|p| p.nilai.map(Nilai::pecahan)).collect();
    let sepakat = masukan.sepakat(kode);
    let konsensus =
        masukan.nilai_konsensus.get(kode).copied().filter(|_| cara == CaraPenilai::Konsensus && sepakat.is_none() && semua.is_some());
    let nilai = match cara {
        CaraPenilai::RataRata => semua.as_ref().and_then(Pecahan::rata_rata),
        CaraPenilai::Konsensus => sepakat.or(konsensus).map(Nilai::pecahan),
    };
    let sumbangan = nilai.as_ref().zip(indikator.bobot.as_ref()).map(|(nilai, bobot)| &bobot.bagian() * nilai);
    HasilIndikator { kode: kode.clone(), bobot: indikator.bobot.clone(), penilai, konsensus, nilai, sumbangan }
}
