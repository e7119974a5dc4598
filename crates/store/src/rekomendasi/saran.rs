//! Which of the evaluators' words are the recommendation of an indicator, and whether they still apply to its score. Reads nothing.

use crate::f02::{Catatan, Sepakat};
use pekppp::{Edisi, Nilai, Pecahan, pustaka::pustaka, skor::HasilIndikator};

/// What F02 recommends for an indicator, each sentence once: the words of the consensus; otherwise, where a consensus stands, those
/// of who gave that score (none at the top); otherwise those of everybody whose next level lies above the score used. Words that
/// lead to a level which the score has reached are left out ([`berlaku`]).
#[must_use]
pub fn saran(edisi: &Edisi, i: &HasilIndikator, catatan: &[Catatan], sepakat: &[Sepakat]) -> Vec<String> {
    let masih = |teks: &str| i.nilai.as_ref().is_none_or(|n| berlaku(edisi, &i.kode, teks, n));
    let bersama = sepakat.iter().find(|s| s.indikator == i.kode).map(|s| s.rekomendasi.trim()).filter(|r| !r.is_empty());
    if let (Some(_), Some(teks)) = (i.konsensus, bersama) {
        return masih(teks).then(|| teks.to_owned()).into_iter().collect();
    }
    if i.konsensus == Some(Nilai::MAKS) {
        return Vec::new();
    }
    let searah = |c: &Catatan| match (i.konsensus, c.skor, &i.nilai) {
        (Some(n), ..) => i.penilai.iter().any(|p| p.evaluator == c.akun_id.to_string() && p.nilai == Some(n)),
        // A mean: who gave less than it asks for a level that is reached already.
        (None, Some(skor), Some(nilai)) => Pecahan::bulat(skor + 1) > *nilai,
        _ => true,
    };
    let mut teks: Vec<String> = Vec::new();
    for t in catatan.iter().filter(|c| c.indikator == i.kode && searah(c)).map(|c| c.rekomendasi.trim()) {
        if !t.is_empty() && masih(t) && !teks.iter().any(|x| x == t) {
            teks.push(t.to_owned());
        }
    }
    teks
}

/// Whether a recommendation still asks for something at this score, as far as its words are those of the library or the rubric.
#[must_use]
pub fn berlaku(edisi: &Edisi, kode: &str, teks: &str, nilai: &Pecahan) -> bool {
    pustaka().is_none_or(|p| p.berlaku(edisi, kode, teks, nilai))
}
