//! Phases that are over and not closed: one line a period.

use store::beranda::telat;

use super::super::tugas::Butir;
use crate::{komponen::Nada, konteks::Konteks, periode::kunci_fase};

/// The periods as they came (the latest first), within each its phases in the order of the year.
fn berurut(mut fase: Vec<telat::FaseTelat>) -> Vec<telat::FaseTelat> {
    let periode: Vec<_> = fase.iter().map(|f| f.periode_id).collect();
    fase.sort_by_cached_key(|f| (periode.iter().position(|p| *p == f.periode_id), f.selesai.clone()));
    fase
}

/// The same, a list for each period.
pub(super) fn per_periode(fase: Vec<telat::FaseTelat>) -> Vec<Vec<telat::FaseTelat>> {
    let mut semua: Vec<Vec<telat::FaseTelat>> = Vec::new();
    for f in berurut(fase) {
        match semua.last_mut().filter(|p| p.first().is_some_and(|x| x.periode_id == f.periode_id)) {
            Some(p) => p.push(f),
            None => semua.push(vec![f]),
        }
    }
    semua
}

/// One line of a period, with all its phases that are late.
pub(super) fn baris(k: &Konteks, semua: Vec<telat::FaseTelat>) -> Option<Butir> {
    let isi = |kunci: &str, f: &telat::FaseTelat| {
        let nama = pekppp::Fase::dari_kunci(&f.fase).map(|f| k.s(kunci_fase(f))).unwrap_or_default();
        k.a(kunci, [("fase", nama.into()), ("tanggal", k.hari(&f.selesai).into())])
    };
    let keterangan = match semua.as_slice() {
        [satu] => isi("beranda-telat-fase", satu),
        semua => {
            let nama = semua.iter().map(|f| isi("beranda-telat-fase-satu", f)).collect::<Vec<_>>().join(", ");
            k.a("beranda-telat-fase-beberapa", [("jumlah", semua.len().into()), ("fase", nama.into())])
        }
    };
    let f = semua.into_iter().next()?;
    Some(Butir {
        keterangan,
        judul: f.periode,
        jalur: format!("/periode/{}", f.periode_id),
        lencana: Some((Nada::Bahaya, "beranda-telat")),
    })
}

#[cfg(test)]
mod tests;
