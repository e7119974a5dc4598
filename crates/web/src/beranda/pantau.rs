//! Units of a scheme that gives no score, on the start page of their people: no step of scoring, only what became of the
//! recommendations of the evaluation before.

use std::collections::HashSet;

use store::{
    id::LokusId,
    lokus::Lokus,
    tindak_lanjut::{self, Status},
};

use super::tugas::Butir;
use crate::{AppState, error::Hasil, komponen::Nada, konteks::Konteks};

/// Units whose recommendations are counted; further ones are named without.
const DIHITUNG: usize = 25;

/// `unit`: for who works on the recommendations, and not for who checks them; `benturan`: where he declared a conflict of interest.
pub(super) async fn butir(app: &AppState, k: &Konteks, daftar: Vec<Lokus>, unit: bool, benturan: &HashSet<LokusId>) -> Hasil<Vec<Butir>> {
    let (diganti, daftar): (Vec<_>, Vec<_>) = daftar.into_iter().partition(|l| benturan.contains(&l.id));
    let mut semua: Vec<Butir> = diganti.into_iter().map(|l| super::tunggu::diganti(k, l)).collect();
    for (n, l) in daftar.into_iter().enumerate() {
        let sisa = if n < DIHITUNG { tindak_lanjut::sisa(app.store.baca(), &l).await? } else { Vec::new() };
        let menunggu = sisa.iter().filter(|s| (s.status == Status::Diajukan) != unit).count();
        let tindakan = match (menunggu, unit) {
            (0, _) if sisa.is_empty() => k.s("beranda-pantau-semua"),
            (0, true) => k.s("beranda-pantau-diperiksa"),
            (0, false) => k.s("beranda-pantau-unit"),
            (n, true) => k.jumlah("beranda-pantau-kerjakan", n),
            (n, false) => k.jumlah("beranda-pantau-periksa", n),
        };
        semua.push(Butir {
            keterangan: format!("{} · {tindakan}", l.periode),
            judul: l.unit,
            jalur: format!("/lokus/{}/pemantauan", l.id),
            lencana: (menunggu > 0).then_some((Nada::Perhatian, "beranda-giliran")),
        });
    }
    Ok(semua)
}
