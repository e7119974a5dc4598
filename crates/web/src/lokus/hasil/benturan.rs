//! Sheets that count although their evaluators declared a conflict of interest after they were done: the question that is asked before
//! freezing, and what a frozen result and its minutes say about the answer.

use jiff::Timestamp;
use store::{
    Waktu,
    hasil::{BenturanBundel, TetapDihitung},
};

use super::muat::Muatan;
use crate::{bahasa::Bahasa, komponen::Opsi, konteks::Konteks};

fn kunci(t: TetapDihitung) -> &'static str {
    match t {
        TetapDihitung::TimbulSesudah => "hasil-benturan-timbul",
        TetapDihitung::Disepakati => "hasil-benturan-disepakati",
        TetapDihitung::TidakMemengaruhi => "hasil-benturan-tidak-memengaruhi",
    }
}

/// The reasons to choose from.
pub(super) fn opsi(k: &Konteks) -> Vec<Opsi> {
    TetapDihitung::SEMUA.map(|t| Opsi::baru(t.kunci(), k.s(kunci(t)))).into()
}

/// When it was declared; `None` for a text that no program of ours wrote.
fn pada(b: &BenturanBundel) -> Option<Waktu> {
    Some(Waktu(b.dinyatakan.parse::<Timestamp>().ok()?.as_microsecond()))
}

/// What the frozen result says, a sentence each. `waktu` writes a time as the reader or the document does.
pub(crate) fn kalimat(bahasa: Bahasa, m: &Muatan, waktu: impl Fn(Waktu) -> String) -> Vec<String> {
    let Some((_, isi)) = &m.beku else { return Vec::new() };
    let satu = |b: &BenturanBundel| {
        let nama = m.penilai.iter().find(|(id, _)| *id == b.evaluator).map(|(_, n)| n.clone()).unwrap_or_default();
        let waktu = pada(b).map_or_else(|| b.dinyatakan.clone(), &waktu);
        bahasa.a("hasil-benturan-tetap", [("nama", nama.into()), ("waktu", waktu.into()), ("alasan", bahasa.s(kunci(b.tetap)).into())])
    };
    isi.benturan.iter().map(satu).collect()
}
