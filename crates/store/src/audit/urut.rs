//! Which events a filter takes, newest first, out of a log of any length. The log has one index in reading order for each kind of object, and
//! one for each kind in a chain. A filter that spans several of them reads the newest of each and merges: some thousand entries, not the log.

use super::daftar::{Saring, rantai};
use crate::{
    Hasil, Store, Waktu,
    hak::PembacaAudit,
    id::AuditId,
    kueri::{self, Kueri, Value},
    nilai,
};
use sea_orm::FromQueryResult;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Runs of an index that one statement reads.
const SEPERNYATAAN: usize = 100;
/// Runs that are merged at most; who may read more chains reads the runs of all of them, and leaves out what is not his.
const PALING: usize = 400;

/// Where an event stands: by its time, and within one moment by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, FromQueryResult)]
pub(super) struct Tempat {
    pub pada: Waktu,
    pub id: AuditId,
}

/// A stretch of the log that an index holds in reading order.
#[derive(FromQueryResult)]
struct Ruas {
    rantai: Option<String>,
    objek: String,
}

/// The first `batas` of a filter, newest first.
pub(super) async fn terbaru(store: &Store, hak: &PembacaAudit, s: &Saring, batas: i64) -> Hasil<Vec<Tempat>> {
    let boleh = rantai(store, hak).await?;
    if boleh.as_ref().is_some_and(BTreeSet::is_empty) {
        return Ok(Vec::new());
    }
    let batasan = Batasan::dari(store, s, batas).await?;
    let mut semua = if s.objek_id.is_empty() {
        let dalam_ruas = match &boleh {
            Some(r) if r.len() <= PALING => ruas_rantai(store, r, &s.objek).await?,
            _ => None,
        };
        match dalam_ruas {
            Some(ruas) => batasan.gabung(store, &ruas, None).await?,
            None => batasan.gabung(store, &jenis(store, &s.objek).await?, boleh.as_ref()).await?,
        }
    } else {
        batasan.satu(store, &jenis(store, &s.objek).await?, &s.objek_id, boleh.as_ref()).await?
    };
    semua.sort_unstable_by(|a, b| b.cmp(a));
    semua.truncate(usize::try_from(batas).unwrap_or(usize::MAX));
    Ok(semua)
}

/// The kinds that the log holds, by steps along the index; or the one that is asked for.
async fn jenis(store: &Store, objek: &str) -> Hasil<Vec<Ruas>> {
    if !objek.is_empty() {
        return Ok(vec![Ruas { rantai: None, objek: objek.to_owned() }]);
    }
    let sql = "WITH RECURSIVE j(objek) AS (SELECT MIN(a.objek) FROM audit a
           UNION ALL SELECT (SELECT MIN(a.objek) FROM audit a WHERE a.objek > j.objek) FROM j WHERE j.objek IS NOT NULL)
         SELECT CAST(NULL AS text) AS rantai, j.objek FROM j WHERE j.objek IS NOT NULL ORDER BY j.objek LIMIT 1000";
    store.baca().semua(sql, nilai![]).await
}

/// The kinds that each of these chains holds. `None` when there are more than [`PALING`] of them.
async fn ruas_rantai(store: &Store, rantai: &BTreeSet<String>, objek: &str) -> Hasil<Option<Vec<Ruas>>> {
    if !objek.is_empty() {
        return Ok(Some(rantai.iter().map(|r| Ruas { rantai: Some(r.clone()), objek: objek.to_owned() }).collect()));
    }
    let benih = (1..=rantai.len()).map(|n| format!("SELECT CAST(${n} AS text)")).collect::<Vec<_>>().join(" UNION ALL ");
    let sql = format!(
        "WITH RECURSIVE r(rantai) AS ({benih}), j(rantai, objek) AS (
           SELECT r.rantai, (SELECT MIN(a.objek) FROM audit a WHERE a.rantai = r.rantai) FROM r
           UNION ALL SELECT j.rantai, (SELECT MIN(a.objek) FROM audit a WHERE a.rantai = j.rantai AND a.objek > j.objek) FROM j WHERE j.objek IS NOT NULL)
         SELECT j.rantai, j.objek FROM j WHERE j.objek IS NOT NULL ORDER BY j.rantai, j.objek LIMIT {}",
        PALING + 1
    );
    let semua: Vec<Ruas> = store.baca().semua(&sql, rantai.iter().map(|r| Value::from(r.as_str())).collect()).await?;
    Ok((semua.len() <= PALING).then_some(semua))
}

/// Days, page and length of what is asked for, as conditions on `audit a`.
struct Batasan {
    syarat: String,
    nilai: Vec<Value>,
    /// Number of the placeholder that holds the length.
    batas: usize,
}

impl Batasan {
    async fn dari(store: &Store, s: &Saring, batas: i64) -> Hasil<Self> {
        let (mut syarat, mut nilai) = (String::new(), nilai![batas]);
        if let Some(w) = s.dari {
            nilai.push(w.into());
            let _ = write!(syarat, " AND a.pada >= ${}", nilai.len());
        }
        if let Some(w) = s.sampai {
            nilai.push(w.into());
            let _ = write!(syarat, " AND a.pada < ${}", nilai.len());
        }
        if let Some(id) = s.sebelum {
            let t: Option<Tempat> = store.baca().mungkin("SELECT pada, id FROM audit WHERE id = $1", nilai![id]).await?;
            if let Some(t) = t {
                nilai.extend(nilai![t.pada, t.id]);
                let n = nilai.len();
                let _ = write!(syarat, " AND a.pada <= ${0} AND (a.pada < ${0} OR a.id < ${n})", n - 1);
            }
        }
        Ok(Self { syarat, nilai, batas: 1 })
    }

    /// Condition on the chain that no index is chosen for: these rows are read in the order of their kind.
    fn hanya(v: &mut Vec<Value>, boleh: Option<&BTreeSet<String>>) -> String {
        let Some(boleh) = boleh else { return String::new() };
        let mulai = v.len();
        v.extend(boleh.iter().map(|r| Value::from(r.as_str())));
        format!(" AND (a.rantai || '') IN ({})", kueri::tempat(mulai + 1..=v.len()))
    }

    /// The newest of each run.
    async fn gabung(&self, store: &Store, ruas: &[Ruas], boleh: Option<&BTreeSet<String>>) -> Hasil<Vec<Tempat>> {
        let mut semua = Vec::new();
        for sekali in ruas.chunks(SEPERNYATAAN) {
            let mut v = self.nilai.clone();
            let hanya = Self::hanya(&mut v, boleh);
            let mut lengan = Vec::with_capacity(sekali.len());
            for r in sekali {
                v.push(r.objek.as_str().into());
                let mut milik = format!("a.objek = ${}", v.len());
                if let Some(rantai) = &r.rantai {
                    v.push(rantai.as_str().into());
                    let _ = write!(milik, " AND a.rantai = ${}", v.len());
                }
                lengan.push(format!(
                    "SELECT * FROM (SELECT a.pada, a.id FROM audit a WHERE {milik}{}{hanya} ORDER BY a.pada DESC, a.id DESC LIMIT ${}) t",
                    self.syarat, self.batas
                ));
            }
            if !lengan.is_empty() {
                semua.extend(store.baca().semua::<Tempat>(&lengan.join(" UNION ALL "), v).await?);
            }
        }
        Ok(semua)
    }

    /// Events of one object, of which there are few: found by it, then put in order.
    async fn satu(&self, store: &Store, jenis: &[Ruas], id: &str, boleh: Option<&BTreeSet<String>>) -> Hasil<Vec<Tempat>> {
        if jenis.is_empty() {
            return Ok(Vec::new());
        }
        let mut v = self.nilai.clone();
        let hanya = Self::hanya(&mut v, boleh);
        v.push(id.into());
        let objek_id = v.len();
        v.extend(jenis.iter().map(|r| Value::from(r.objek.as_str())));
        let tempat = kueri::tempat(objek_id + 1..=v.len());
        // Not by `a.pada` alone: the index of the kind in time order must not be chosen, it would be read to its end.
        let sql = format!(
            "SELECT a.pada, a.id FROM audit a WHERE a.objek IN ({tempat}) AND a.objek_id = ${objek_id}{}{hanya}
             ORDER BY a.pada + 0 DESC, a.id DESC LIMIT ${}",
            self.syarat, self.batas
        );
        store.baca().semua(&sql, v).await
    }
}
