//! Lists of SKM rounds with how many answers count, a page at a time: of a person, a unit, an instansi, a region.

use super::{Baris, DARI, DITUTUP, KOLOM, KeadaanRonde, RondeSkm, TERBIT};
use crate::{
    Hasil, Store, Waktu,
    hak::Pelaku,
    id::{RondeId, UnitId},
    kueri::{self, Kueri},
    lokus::daftar::memuat,
    nilai,
    peran::{Lingkup, Peran},
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use std::collections::HashMap;

/// What a list is narrowed to; empty means "all".
#[derive(Debug, Clone, Default)]
pub struct SaringRonde {
    /// Part of the name of the round or of the unit.
    pub cari: String,
    pub keadaan: Option<KeadaanRonde>,
    /// Year of the last day.
    pub tahun: Option<i16>,
    pub terbit: Option<bool>,
}

/// A round in a list.
#[derive(Debug, Clone)]
pub struct BarisRonde {
    pub ronde: RondeSkm,
    /// Answers that count.
    pub n: i64,
    pub keadaan: KeadaanRonde,
    pub terbit: bool,
}

/// Rounds of a unit and of the units below it, newest first; and how many fit.
pub async fn milik_unit(store: &Store, unit: UnitId, s: &SaringRonde, lewati: i64, batas: i64) -> Hasil<(Vec<BarisRonde>, i64)> {
    halaman(store, "(u.id = $1 OR u.induk_id = $1)", nilai![unit], s, lewati, batas).await
}

/// Rounds that the person may read, by any role.
pub async fn milik(store: &Store, pelaku: &Pelaku, s: &SaringRonde, lewati: i64, batas: i64) -> Hasil<(Vec<BarisRonde>, i64)> {
    let (syarat, v) = jangkauan(pelaku);
    halaman(store, &syarat, v, s, lewati, batas).await
}

/// Roles that read neither rounds nor services by their scope.
const TANPA_SURVEI: [Peran; 6] = [Peran::Evaluator, Peran::PihakLain, Peran::Admin, Peran::Pelaksana, Peran::Kasir, Peran::Penghubung];

/// The scope of a person as SQL; one who has none gets what never holds.
pub(crate) fn jangkauan(pelaku: &Pelaku) -> (String, Vec<Value>) {
    let (mut atau, mut v): (Vec<String>, Vec<Value>) = (vec!["1 = 0".into()], Vec::new());
    for p in pelaku.peran.iter().filter(|p| !TANPA_SURVEI.contains(&p.peran)) {
        let n = v.len() + 1;
        match &p.lingkup {
            Lingkup::Instalasi => atau.push("1 = 1".into()),
            Lingkup::Instansi(i) => {
                v.push((*i).into());
                atau.push(format!("u.instansi_id = ${n}"));
            }
            Lingkup::Wilayah(w) => {
                v.push(w.as_str().into());
                atau.push(format!("i.wilayah = ${n} OR i.wilayah LIKE ${n} || '.%'"));
            }
            Lingkup::Unit { unit, .. } => {
                v.push((*unit).into());
                atau.push(format!("u.id = ${n} OR u.induk_id = ${n}"));
            }
            Lingkup::Periode(_) => {}
        }
    }
    (format!("({})", atau.join(" OR ")), v)
}

#[derive(FromQueryResult)]
struct Tambahan {
    id: RondeId,
    ditutup: i64,
    terbit: i64,
    n: i64,
}

async fn halaman(
    store: &Store,
    cakupan: &str,
    mut v: Vec<Value>,
    s: &SaringRonde,
    lewati: i64,
    batas: i64,
) -> Hasil<(Vec<BarisRonde>, i64)> {
    let c = store.baca();
    let pada = store.sekarang();
    let syarat = format!("{cakupan}{}", syarat(s, pada, &mut v));
    let n = c.angka(&format!("SELECT COUNT(*) AS n {DARI} WHERE {syarat}"), v.clone()).await?;
    let (a, b) = (v.len() + 1, v.len() + 2);
    v.extend([Value::from(batas), Value::from(lewati)]);
    let sql = format!("SELECT {KOLOM} {DARI} WHERE {syarat} ORDER BY k.sampai DESC, u.nama, r.id LIMIT ${a} OFFSET ${b}");
    let ronde: Vec<RondeSkm> = c.semua::<Baris>(&sql, v).await?.into_iter().map(TryInto::try_into).collect::<Hasil<_>>()?;
    Ok((lengkapi(c, ronde, pada).await?, n))
}

/// Adds counts and states: one query however many rounds there are.
pub(crate) async fn lengkapi<C: ConnectionTrait>(c: &C, ronde: Vec<RondeSkm>, pada: Waktu) -> Hasil<Vec<BarisRonde>> {
    if ronde.is_empty() {
        return Ok(Vec::new());
    }
    let tempat = kueri::tempat(1..=ronde.len());
    let v: Vec<Value> = ronde.iter().map(|r| r.id.into()).collect();
    let sql = format!(
        "SELECT r.id, CAST(CASE WHEN {DITUTUP} THEN 1 ELSE 0 END AS bigint) AS ditutup,
         CAST(CASE WHEN {TERBIT} THEN 1 ELSE 0 END AS bigint) AS terbit,
         CAST(COALESCE((SELECT SUM(q.n) FROM jawaban_kubus q WHERE q.ronde_id = r.id AND q.tingkat = 0 AND q.keadaan = 'pakai'), 0) AS bigint) AS n
         FROM ronde r WHERE r.id IN ({tempat}) ORDER BY r.id"
    );
    let mut lain: HashMap<RondeId, Tambahan> = c.semua::<Tambahan>(&sql, v).await?.into_iter().map(|t| (t.id, t)).collect();
    Ok(ronde
        .into_iter()
        .filter_map(|r| {
            let t = lain.remove(&r.id)?;
            let keadaan = r.keadaan(pada.hari(&r.zona), t.ditutup == 1);
            Some(BarisRonde { keadaan, n: t.n, terbit: t.terbit == 1, ronde: r })
        })
        .collect())
}

fn syarat(s: &SaringRonde, pada: Waktu, v: &mut Vec<Value>) -> String {
    let mut dan: Vec<String> = vec![String::new()];
    if !s.cari.trim().is_empty() {
        v.push(memuat(&s.cari).into());
        let n = v.len();
        dan.push(format!("(LOWER(k.nama) LIKE ${n} ESCAPE '\\' OR LOWER(u.nama) LIKE ${n} ESCAPE '\\' OR k.kode LIKE ${n} ESCAPE '\\')"));
    }
    if let Some(tahun) = s.tahun {
        v.push(format!("{tahun:04}-%").into());
        dan.push(format!("k.sampai LIKE ${}", v.len()));
    }
    if let Some(t) = s.terbit {
        dan.push(format!("{}{TERBIT}", if t { "" } else { "NOT " }));
    }
    if let Some(keadaan) = s.keadaan {
        // The local day differs by time zone of the instansi.
        let n = v.len();
        v.extend(["WITA", "WIT", "WIB"].map(|z| Value::from(pada.hari(z).to_string())));
        let hari = format!("CASE i.zona WHEN 'WITA' THEN ${} WHEN 'WIT' THEN ${} ELSE ${} END", n + 1, n + 2, n + 3);
        dan.push(match keadaan {
            KeadaanRonde::Ditutup => {
                v.truncate(n);
                DITUTUP.to_owned()
            }
            KeadaanRonde::Dijadwalkan => format!("NOT {DITUTUP} AND k.mulai > {hari}"),
            KeadaanRonde::Selesai => format!("NOT {DITUTUP} AND k.sampai < {hari}"),
            KeadaanRonde::Berjalan => {
                let hari2 = hari.clone();
                format!("NOT {DITUTUP} AND k.mulai <= {hari} AND k.sampai >= {hari2}")
            }
        });
    }
    dan.join(" AND ")
}

/// A unit in which the person may open a round, with its instansi.
#[derive(Debug, Clone, FromQueryResult)]
pub struct UnitSaya {
    pub id: UnitId,
    pub nama: String,
    pub instansi: String,
}

/// Units in which the person may open rounds, by name, at most 1,000.
pub async fn unit_saya(store: &Store, pelaku: &Pelaku) -> Hasil<Vec<UnitSaya>> {
    let bekerja = |p: Peran| matches!(p, Peran::UnitOperator | Peran::UnitKepala | Peran::Penyelenggara);
    let sempit = Pelaku {
        peran: pelaku
            .peran
            .iter()
            .filter(|p| bekerja(p.peran) && matches!(p.lingkup, Lingkup::Unit { .. } | Lingkup::Instansi(_)))
            .cloned()
            .collect(),
        ..pelaku.clone()
    };
    unit_dari(store, &sempit).await
}

/// Units in the scope of a person's roles, by name, at most 1,000.
pub(crate) async fn unit_dari(store: &Store, pelaku: &Pelaku) -> Hasil<Vec<UnitSaya>> {
    let (syarat, v) = jangkauan(pelaku);
    let sql = format!(
        "SELECT u.id, u.nama, i.nama AS instansi FROM unit u JOIN instansi i ON i.id = u.instansi_id WHERE {syarat} ORDER BY u.nama, u.id LIMIT 1000"
    );
    store.baca().semua(&sql, v).await
}
