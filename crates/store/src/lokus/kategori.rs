//! The ranking category of a lokus: free text, but one spelling in a period. Units are ranked within it; "rsud" and "RSUD" are one group,
//! except in publications from before `penerbitan_satu_ejaan`, which stay as they were signed. Periods from before the rule of one spelling
//! may hold several; [`samakan`] mends one, and a copy is mended as it is made.

use crate::{
    Hasil, Store,
    audit::{self, Kejadian},
    hak::PenyelenggaraPeriode,
    id::{InstansiId, LokusId, PeriodeId},
    kueri::Kueri,
    nilai,
    periode::{self, Fase},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::{BTreeMap, HashMap};

#[derive(FromQueryResult)]
struct Ada {
    kategori: String,
}

/// What was typed, as the period already writes it; without superfluous blanks where it is new. The lokus that is being changed does
/// not count, so that the spelling of a category with one unit can be corrected.
pub(crate) async fn seragam<C: ConnectionTrait>(c: &C, periode: PeriodeId, kecuali: Option<LokusId>, ketik: &str) -> Hasil<String> {
    let rapi = rapi(ketik);
    let sql = "SELECT kategori FROM lokus WHERE periode_id = $1 AND LOWER(kategori) = $2 AND id <> $3 ORDER BY id LIMIT 1";
    let kecuali = kecuali.unwrap_or(LokusId(uuid::Uuid::nil()));
    let ada: Option<Ada> = c.mungkin(sql, nilai![periode, rapi.to_lowercase(), kecuali]).await?;
    Ok(ada.map_or(rapi, |a| a.kategori))
}

fn rapi(ketik: &str) -> String {
    ketik.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What spellings of one category have in common.
pub(crate) fn akar(kategori: &str) -> String {
    rapi(kategori).to_lowercase()
}

/// One spelling for each category of these units.
#[derive(Debug, Default)]
pub(crate) struct Ejaan(HashMap<String, String>);

impl Ejaan {
    /// The one that most units have; of as many, the one that came first.
    pub(crate) fn dari<'a>(semua: impl IntoIterator<Item = &'a str>) -> Self {
        let mut hitung: HashMap<String, Vec<(String, usize)>> = HashMap::new();
        for k in semua {
            let (akar, rapi) = (akar(k), rapi(k));
            let ada = hitung.entry(akar).or_default();
            match ada.iter_mut().find(|(e, _)| *e == rapi) {
                Some((_, n)) => *n += 1,
                None => ada.push((rapi, 1)),
            }
        }
        let satu = |(akar, ejaan): (String, Vec<(String, usize)>)| {
            let terbanyak = ejaan.into_iter().rev().max_by_key(|(_, n)| *n)?;
            Some((akar, terbanyak.0))
        };
        Self(hitung.into_iter().filter_map(satu).collect())
    }

    /// `kategori` in the common spelling.
    pub(crate) fn tulis<'a>(&'a self, kategori: &'a str) -> &'a str {
        self.0.get(&akar(kategori)).map_or(kategori, String::as_str)
    }
}

/// In the order of people: capitals make no difference.
pub fn urutkan(semua: &mut [String]) {
    semua.sort_by_cached_key(|k| (akar(k), k.clone()));
}

/// A category as a heading. It is free text, and often typed in small letters; where the list has it in another spelling too, each
/// stays as it was typed: an old publication ranks them apart.
#[must_use]
pub fn judul<'a>(kategori: &str, semua: impl IntoIterator<Item = &'a str>) -> String {
    let kembar = semua.into_iter().any(|k| k != kategori && akar(k) == akar(kategori));
    let mut huruf = kategori.chars();
    match huruf.next() {
        Some(h) if h.is_lowercase() && !kembar => h.to_uppercase().chain(huruf).collect(),
        _ => kategori.to_owned(),
    }
}

/// Spellings that stand for the same category, group by group; empty when each has one.
#[must_use]
pub fn beda_ejaan(semua: &[String]) -> Vec<Vec<String>> {
    let mut kelompok: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for k in semua {
        kelompok.entry(akar(k)).or_default().push(k.clone());
    }
    kelompok.into_values().filter(|e| e.len() > 1).collect()
}

#[derive(FromQueryResult)]
struct Baris {
    id: LokusId,
    instansi_id: InstansiId,
    kategori: String,
}

/// Gives each category of a period the spelling that most of its units have. Returns how many units were changed.
///
/// # Errors
/// `Keadaan` once phase persiapan is closed, as for any change of a unit.
pub async fn samakan(store: &Store, hak: &PenyelenggaraPeriode) -> Hasil<usize> {
    let p = hak.periode.id;
    let tx = store.mulai().await?;
    periode::kunci(&tx, p).await?;
    periode::harus_terbuka(&*tx, p, Fase::Persiapan).await?;
    let sql = "SELECT l.id, u.instansi_id, l.kategori FROM lokus l JOIN unit u ON u.id = l.unit_id WHERE l.periode_id = $1 ORDER BY l.id
        LIMIT 200000";
    let semua: Vec<Baris> = tx.semua(sql, nilai![p]).await?;
    let ejaan = Ejaan::dari(semua.iter().map(|b| b.kategori.as_str()));
    let mut banyak = 0;
    for b in &semua {
        let baru = ejaan.tulis(&b.kategori);
        if baru == b.kategori {
            continue;
        }
        tx.jalankan("UPDATE lokus SET kategori = $2, versi = versi + 1 WHERE id = $1", nilai![b.id, baru]).await?;
        let k = Kejadian::baru("lokus.ubah", "lokus", b.id).instansi(b.instansi_id);
        audit::catat(&tx, hak.pelaku(), k.rincian(serde_json::json!({ "kategori": "ejaan" }))).await?;
        banyak += 1;
    }
    tx.commit().await?;
    Ok(banyak)
}

#[cfg(test)]
mod tests {
    use super::{Ejaan, beda_ejaan, judul, urutkan};

    #[test]
    fn the_spelling_of_most_units_wins() {
        let e = Ejaan::dari(["rsud", "RSUD", "Dinas", "RSUD ", "dinas"]);
        assert_eq!((e.tulis("rsud"), e.tulis("RSUD "), e.tulis("dinas"), e.tulis("Lain")), ("RSUD", "RSUD", "Dinas", "Lain"));
    }

    #[test]
    fn a_heading_begins_with_a_capital_and_capitals_do_not_order() {
        let mut semua = ["Kecamatan", "dinas", "RSUD", "rsud"].map(str::to_owned);
        urutkan(&mut semua);
        assert_eq!(semua, ["dinas", "Kecamatan", "RSUD", "rsud"]);
        let sebut = |k| judul(k, semua.iter().map(String::as_str));
        assert_eq!([sebut("dinas"), sebut("RSUD"), sebut("rsud")], ["Dinas", "RSUD", "rsud"]);
    }

    #[test]
    fn one_spelling_is_no_difference() {
        let semua = ["Dinas", "RSUD", "rsud"].map(str::to_owned);
        assert_eq!(beda_ejaan(&semua), [["RSUD", "rsud"]]);
        assert!(beda_ejaan(&semua[..2]).is_empty());
    }
}
