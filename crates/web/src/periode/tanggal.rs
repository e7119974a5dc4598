//! What is said about the dates of a period, in words and without forbidding anything: phases outside its year, and a period whose
//! last phase is over before it began. Which days are meant is the organiser's to say.

use std::collections::HashMap;

use jiff::civil::Date;
use pekppp::{Fase, fase::di_luar_tahun};
use store::periode::FasePeriode;

use crate::{formulir::Formulir, konteks::Konteks};

/// Phases outside the year among what was typed, as far as it can be read.
pub(super) fn di_luar(f: &Formulir) -> Vec<(Fase, Date, Date)> {
    let Ok(tahun) = f.nilai("tahun").trim().parse::<i64>() else { return Vec::new() };
    let hari = |fase: Fase, ujung: &str| f.nilai(&format!("{}_{ujung}", fase.kunci())).trim().parse::<Date>().ok();
    let rentang = |fase| Some((fase, hari(fase, "mulai")?, hari(fase, "selesai")?));
    Fase::SEMUA.into_iter().filter_map(rentang).filter(|(x, a, b)| di_luar_tahun(tahun, *x, *a, *b)).collect()
}

/// The same in words, for the place of each phase.
pub(super) fn luar(k: &Konteks, f: &Formulir) -> HashMap<Fase, String> {
    let tahun = f.nilai("tahun").trim();
    di_luar(f).into_iter().map(|(fase, ..)| (fase, k.n("periode-luar-fase", "tahun", tahun))).collect()
}

fn satu(k: &Konteks, fase: Fase, a: Date, b: Date, tahun: &str) -> String {
    let nilai = [
        ("fase", k.s(super::kunci_fase(fase)).into()),
        ("mulai", k.tanggal(&a).into()),
        ("selesai", k.tanggal(&b).into()),
        ("tahun", tahun.into()),
    ];
    k.a("periode-luar-satu", nilai)
}

/// What the page of a period that is still being prepared says about its stored dates; empty when there is nothing to say.
pub(super) fn tersimpan(k: &Konteks, tahun: i64, fase: &[FasePeriode], hari: Date) -> Vec<String> {
    let luar = fase.iter().filter(|x| di_luar_tahun(tahun, x.fase, x.mulai, x.selesai));
    let mut kata: Vec<String> = luar.map(|x| satu(k, x.fase, x.mulai, x.selesai, &tahun.to_string())).collect();
    let akhir = fase.iter().map(|x| x.selesai).max().filter(|akhir| *akhir < hari);
    kata.extend(akhir.map(|akhir| k.n("periode-lewat-semua", "tanggal", k.tanggal(&akhir))));
    kata
}
