//! Numbers of documents that are made together: a text before the running number, the running number, a text behind it. Each is given
//! once by an office.

use super::Dokumen;
use crate::{
    Hasil, Store, StoreError, Tx,
    hak::PenyelenggaraPeriode,
    id::{InstansiId, LokusId, PeriodeId},
    kueri::Kueri,
    lokus::Lokus,
    nilai, periode,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::{Deserialize, Serialize};

/// What the organiser decides about all of them. The number of each is `depan`, the running number, `belakang`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pola {
    pub depan: String,
    pub mulai: i64,
    pub belakang: String,
    /// Local day, ISO; empty where the document bears the day of its making.
    pub tanggal: String,
    pub tempat: String,
}

impl Pola {
    /// The number of the unit at this place, from 0; `None` for a pattern without any text, whose documents bear no number.
    #[must_use]
    pub fn nomor(&self, ke: usize) -> Option<String> {
        let urut = self.mulai.saturating_add(i64::try_from(ke).unwrap_or(i64::MAX));
        (!self.tanpa()).then(|| format!("{}{urut}{}", self.depan, self.belakang))
    }

    /// No numbers are given.
    #[must_use]
    pub fn tanpa(&self) -> bool {
        self.depan.is_empty() && self.belakang.is_empty()
    }

    /// The running number that this number has in the pattern.
    fn urut(&self, nomor: &str) -> Option<i64> {
        nomor.strip_prefix(&self.depan)?.strip_suffix(&self.belakang)?.parse().ok()
    }

    /// The pattern that two numbers have in common, if they differ in one whole number only.
    fn dari(a: &str, b: &str) -> Option<Self> {
        let sama = |(x, y): &(char, char)| x == y;
        let depan: String = a.chars().zip(b.chars()).take_while(sama).map(|(x, _)| x).collect();
        let depan = depan.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
        let (sisa_a, sisa_b) = (a.strip_prefix(&depan)?, b.strip_prefix(&depan)?);
        let belakang: String = sisa_a.chars().rev().zip(sisa_b.chars().rev()).take_while(sama).map(|(x, _)| x).collect();
        let belakang: String = belakang.chars().rev().collect();
        let belakang = belakang.trim_start_matches(|c: char| c.is_ascii_digit()).to_owned();
        let p = Self { depan, belakang, ..Self::default() };
        (!p.tanpa() && p.urut(a)? != p.urut(b)?).then_some(p)
    }
}

#[derive(FromQueryResult)]
struct Nomor {
    nomor: String,
}

/// Running numbers of this pattern on documents of the office, annulled ones too: their numbers were given.
pub(super) async fn terpakai<C: ConnectionTrait>(c: &C, instansi: InstansiId, d: Dokumen, pola: &Pola) -> Hasil<Vec<i64>> {
    let Some(dari) = d.nomor().filter(|_| !pola.tanpa()) else { return Ok(Vec::new()) };
    let sql = format!("{dari} AND SUBSTR(d.nomor, 1, LENGTH(CAST($2 AS text))) = $2 ORDER BY d.id LIMIT 200000");
    let semua: Vec<Nomor> = c.semua(&sql, nilai![instansi, pola.depan.as_str()]).await?;
    Ok(semua.iter().filter_map(|n| pola.urut(&n.nomor)).collect())
}

/// Whose document bears a number.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Pemakai {
    pub unit: String,
    pub periode: String,
}

/// Which document of the office that runs the period bears this number already, capitals and blanks aside. Annulled minutes keep theirs, but
/// leave it to the ones that replace them for the same unit, as an older version of a report does.
pub async fn pemakai<C: ConnectionTrait>(c: &C, d: Dokumen, l: (PeriodeId, LokusId), nomor: &str) -> Hasil<Option<Pemakai>> {
    let (nomor, Some(dari)) = (nomor.trim().to_lowercase(), d.nomor()) else { return Ok(None) };
    if nomor.is_empty() {
        return Ok(None);
    }
    let kantor = periode::dari_id(c, l.0).await?.instansi_id;
    let sql = format!(
        "SELECT u.nama AS unit, p.nama AS periode FROM ({dari} AND LOWER(TRIM(d.nomor)) = $2 AND NOT ({})) x JOIN {tabel} d ON d.id = x.id
         JOIN lokus l ON l.id = d.lokus_id JOIN unit u ON u.id = l.unit_id JOIN periode p ON p.id = l.periode_id ORDER BY d.id LIMIT 1",
        d.melepas(),
        tabel = d.tabel(),
    );
    c.mungkin(&sql, nilai![kantor, nomor, l.1]).await
}

/// Inside the write of a document: nobody else of the office gives a number meanwhile, and this one was not given before.
///
/// # Errors
/// `Keadaan("dokumen-nomor-dipakai")`.
pub(crate) async fn harus_bebas(tx: &Tx, d: Dokumen, l: &Lokus, nomor: &str) -> Hasil<()> {
    kunci(tx, periode::dari_id(&**tx, l.periode_id).await?.instansi_id).await?;
    match pemakai(&**tx, d, (l.periode_id, l.id), nomor).await? {
        Some(_) => Err(StoreError::Keadaan("dokumen-nomor-dipakai")),
        None => Ok(()),
    }
}

/// Those who give numbers of one office take turns.
pub(super) async fn kunci(tx: &Tx, kantor: InstansiId) -> Hasil<()> {
    tx.angka(&format!("SELECT versi AS n FROM instansi WHERE id = $1{}", tx.kunci_isi()), nilai![kantor]).await.map(drop)
}

/// The running number after the highest that documents of the office bear in this pattern; 1 where none does.
pub async fn nomor_bebas(store: &Store, hak: &PenyelenggaraPeriode, d: Dokumen, pola: &Pola) -> Hasil<i64> {
    let semua = terpakai(store.baca(), hak.periode.instansi_id, d, pola).await?;
    Ok(semua.into_iter().max().unwrap_or(0).saturating_add(1))
}

/// The pattern of the two newest numbers in the period, for who asks again after the report of the last job has gone.
pub async fn pola_lalu(store: &Store, hak: &PenyelenggaraPeriode, d: Dokumen) -> Hasil<Option<Pola>> {
    let Some(dari) = d.nomor() else { return Ok(None) };
    let (p, sql) = (&hak.periode, format!("{dari} AND p.id = $2 ORDER BY d.id DESC LIMIT 2"));
    let semua: Vec<Nomor> = store.baca().semua(&sql, nilai![p.instansi_id, p.id]).await?;
    Ok(match semua.as_slice() {
        [a, b] => Pola::dari(&a.nomor, &b.nomor),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::Pola;

    #[test]
    fn two_numbers_show_their_pattern() {
        for (a, b, harap) in [
            ("065/9/BA/2026", "065/10/BA/2026", Some(("065/", "/BA/2026"))),
            ("065/11/BA/2026", "065/12/BA/2026", Some(("065/", "/BA/2026"))),
            ("065/1/BA/2025", "065/1/BA/2026", Some(("065/1/BA/", ""))),
            ("065/7/BA/2025", "065/8/BA/2026", None),
            ("7", "8", None),
            ("065/7/BA", "065/7/BA", None),
            ("BA-é-3", "BA-é-21", Some(("BA-é-", ""))),
        ] {
            let p = Pola::dari(a, b);
            assert_eq!(p.as_ref().map(|p| (p.depan.as_str(), p.belakang.as_str())), harap, "{a} {b}");
        }
    }

    #[test]
    fn without_a_text_there_is_no_number() {
        let p = Pola { mulai: 3, ..Pola::default() };
        assert_eq!(p.nomor(0), None);
        assert_eq!(Pola { belakang: "/LHE".into(), ..p }.nomor(2).as_deref(), Some("5/LHE"));
    }
}
