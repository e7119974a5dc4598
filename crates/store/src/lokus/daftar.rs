//! The table of lokus of a period, with its filters, a page at a time; and the lokus that wait for one person.

use super::{Lokus, PILIH, syarat::Capaian};
use crate::{
    Hasil, Store,
    hak::{Pelaku, PembacaPeriode},
    id::{LokusId, PeriodeId},
    kueri::{self, Kueri},
    nilai,
    peran::{Lingkup, Peran},
};
use pekppp::Skema;
use sea_orm::Value;

/// What the table is narrowed to; empty texts mean "all".
#[derive(Debug, Clone, Default)]
pub struct Saring {
    /// Part of the unit's name or code.
    pub cari: String,
    pub formulir: String,
    pub kategori: String,
    pub tahap: Option<Tahap>,
    /// Only those without a live frozen result.
    pub tanpa_hasil: bool,
}

/// Which work is still open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tahap {
    TanpaEvaluator,
    BelumKirim,
    Dinilai,
    BerHasil,
    /// A frozen result whose minutes are not sealed yet.
    BelumBersegel,
}

impl Tahap {
    pub const SEMUA: [Self; 5] = [Self::TanpaEvaluator, Self::BelumKirim, Self::Dinilai, Self::BerHasil, Self::BelumBersegel];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::TanpaEvaluator => "tanpa-evaluator",
            Self::BelumKirim => "belum-kirim",
            Self::Dinilai => "dinilai",
            Self::BerHasil => "ber-hasil",
            Self::BelumBersegel => "belum-bersegel",
        }
    }

    #[must_use]
    pub fn dari_kunci(k: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|t| t.kunci() == k)
    }

    fn syarat(self) -> String {
        let (evaluator, kirim, hasil) = (Capaian::Evaluator.sql(), Capaian::Terkirim.sql(), Capaian::Hasil.sql());
        match self {
            Self::TanpaEvaluator => format!("NOT {evaluator}"),
            Self::BelumKirim => format!("NOT {kirim}"),
            Self::Dinilai => format!("{kirim} AND NOT {hasil}"),
            Self::BerHasil => hasil,
            Self::BelumBersegel => format!("{hasil} AND NOT {}", Capaian::Bersegel.sql()),
        }
    }
}

/// The condition on `l` (lokus) and `u` (unit) with its values; `$1` is the period.
fn syarat(hak: &PembacaPeriode, saring: &Saring) -> (String, Vec<Value>) {
    let (mut syarat, mut v): (Vec<String>, Vec<Value>) = (vec!["l.periode_id = $1".into()], nilai![hak.periode.id]);
    let mut tambah = |sql: &str, isi: Value| {
        v.push(isi);
        syarat.push(sql.replace("$n", &format!("${}", v.len())));
    };
    if !saring.cari.trim().is_empty() {
        tambah("(LOWER(u.nama) LIKE $n ESCAPE '\\' OR u.kode LIKE $n ESCAPE '\\')", memuat(&saring.cari).into());
    }
    if !saring.formulir.is_empty() {
        tambah("l.formulir = $n", saring.formulir.as_str().into());
    }
    if !saring.kategori.is_empty() {
        tambah("l.kategori = $n", saring.kategori.as_str().into());
    }
    syarat.extend(saring.tahap.map(Tahap::syarat));
    if saring.tanpa_hasil {
        syarat.push(format!("NOT {}", Capaian::Hasil.sql()));
    }
    (syarat.join(" AND "), v)
}

const DARI: &str = "FROM lokus l JOIN unit u ON u.id = l.unit_id";

/// A page of the table and how many rows fit the filter. Only names are sorted; the rows of the page are read afterwards, since a period
/// may have a hundred thousand lokus.
pub async fn halaman(store: &Store, hak: &PembacaPeriode, saring: &Saring, lewati: i64, batas: i64) -> Hasil<(Vec<Lokus>, i64)> {
    let (syarat, mut v) = syarat(hak, saring);
    // A search reads names; nothing else of the filter does.
    let dari = if saring.cari.trim().is_empty() { "FROM lokus l" } else { DARI };
    let n = store.baca().angka(&format!("SELECT COUNT(*) AS n {dari} WHERE {syarat}"), v.clone()).await?;
    let (a, b) = (v.len() + 1, v.len() + 2);
    v.extend([Value::from(batas), Value::from(lewati)]);
    let sql = format!(
        "{PILIH} WHERE l.id IN (SELECT l.id {DARI} WHERE {syarat} ORDER BY u.nama, l.id LIMIT ${a} OFFSET ${b}) ORDER BY u.nama, l.id"
    );
    Ok((store.baca().semua(&sql, v).await?, n))
}

#[derive(sea_orm::FromQueryResult)]
struct Id {
    id: LokusId,
}

/// Those that fit, by unit name, at most `maks`: for "all that are shown by this filter".
pub async fn cocok(store: &Store, hak: &PembacaPeriode, saring: &Saring, maks: usize) -> Hasil<Vec<LokusId>> {
    let (syarat, v) = syarat(hak, saring);
    let sql = format!("SELECT l.id {DARI} WHERE {syarat} ORDER BY u.nama, l.id LIMIT {maks}");
    Ok(store.baca().semua::<Id>(&sql, v).await?.into_iter().map(|b| b.id).collect())
}

/// Characters of a search that are looked for; no name is longer, and SQLite refuses a pattern above 50,000 bytes.
const CARI_MAKS: usize = 200;

/// `LIKE` pattern for "contains", case folded, with its wildcards escaped by a backslash; of a long text its beginning.
pub(crate) fn memuat(cari: &str) -> String {
    let mut p = String::from("%");
    for h in cari.trim().to_lowercase().chars().take(CARI_MAKS) {
        if matches!(h, '%' | '_' | '\\') {
            p.push('\\');
        }
        p.push(h);
    }
    p.push('%');
    p
}

#[derive(sea_orm::FromQueryResult)]
struct Kategori {
    kategori: String,
}

/// Ranking categories in use in a period.
pub async fn kategori(store: &Store, id: PeriodeId) -> Hasil<Vec<String>> {
    let b: Vec<Kategori> =
        store.baca().semua("SELECT DISTINCT kategori FROM lokus WHERE periode_id = $1 ORDER BY kategori LIMIT 200", nilai![id]).await?;
    let mut semua: Vec<String> = b.into_iter().map(|k| k.kategori).collect();
    super::urutkan_kategori(&mut semua);
    Ok(semua)
}

/// Lokus that a start page holds of one person; [`lapangan`] has the others.
pub const SAYA_MAKS: usize = 100;

/// Lokus that the person evaluates by a decree that holds, newest period first, at most [`SAYA_MAKS`].
pub async fn sebagai_evaluator(store: &Store, pelaku: &Pelaku) -> Hasil<Vec<Lokus>> {
    if !pelaku.punya(Peran::Evaluator) {
        return Ok(Vec::new());
    }
    let sql = format!(
        "{PILIH} JOIN penugasan g ON g.lokus_id = l.id JOIN penetapan t ON t.penugasan_id = g.id LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id
         WHERE g.akun_id = $1 AND x.penugasan_id IS NULL ORDER BY p.tahun DESC, u.nama, l.id LIMIT {SAYA_MAKS}"
    );
    store.baca().semua(&sql, nilai![pelaku.akun]).await
}

/// The scored ones among them, a page of them with how many there are: those without a frozen result first, then as
/// [`sebagai_evaluator`].
pub async fn lapangan(store: &Store, pelaku: &Pelaku, lewati: i64, batas: i64) -> Hasil<(Vec<Lokus>, i64)> {
    if !pelaku.punya(Peran::Evaluator) {
        return Ok((Vec::new(), 0));
    }
    let skema: Vec<String> = Skema::SEMUA.into_iter().filter(|s| s.aturan().dinilai).map(|s| format!("'{}'", s.kunci())).collect();
    let skema = skema.join(", ");
    let bertugas = "EXISTS (SELECT 1 FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id
        LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id WHERE g.lokus_id = l.id AND g.akun_id = $1 AND x.penugasan_id IS NULL)";
    let milik = format!("l.id IN (SELECT g.lokus_id FROM penugasan g WHERE g.akun_id = $1) AND {bertugas} AND p.skema IN ({skema})");
    let hitung = format!("SELECT COUNT(*) AS n FROM lokus l JOIN periode p ON p.id = l.periode_id WHERE {milik}");
    let n = store.baca().angka(&hitung, nilai![pelaku.akun]).await?;
    let sql = format!(
        "{PILIH} WHERE {milik} ORDER BY CASE WHEN {} THEN 1 ELSE 0 END, p.tahun DESC, u.nama, l.id LIMIT $2 OFFSET $3",
        Capaian::Hasil.sql()
    );
    Ok((store.baca().semua(&sql, nilai![pelaku.akun, batas, lewati]).await?, n))
}

/// Lokus of the units where the person serves as operator or head.
pub async fn sebagai_unit(store: &Store, pelaku: &Pelaku) -> Hasil<Vec<Lokus>> {
    let unit: Vec<Value> = pelaku
        .peran
        .iter()
        .filter_map(|p| match &p.lingkup {
            Lingkup::Unit { unit, .. } => Some((*unit).into()),
            _ => None,
        })
        .collect();
    if unit.is_empty() {
        return Ok(Vec::new());
    }
    let tempat = kueri::tempat(1..=unit.len());
    let sql = format!("{PILIH} WHERE l.unit_id IN ({tempat}) OR u.induk_id IN ({tempat}) ORDER BY p.tahun DESC, u.nama, l.id LIMIT 100");
    store.baca().semua(&sql, unit).await
}

/// Lokus of the periods where the person is an outside party, who collects their survey; those that are scored only.
pub async fn sebagai_pihak(store: &Store, pelaku: &Pelaku) -> Hasil<Vec<Lokus>> {
    let periode: Vec<Value> = pelaku
        .peran
        .iter()
        .filter_map(|p| match (&p.peran, &p.lingkup) {
            (Peran::PihakLain, Lingkup::Periode(id)) => Some((*id).into()),
            _ => None,
        })
        .collect();
    if periode.is_empty() {
        return Ok(Vec::new());
    }
    let tempat = kueri::tempat(1..=periode.len());
    let sql = format!("{PILIH} WHERE l.periode_id IN ({tempat}) ORDER BY p.tahun DESC, u.nama, l.id LIMIT 100");
    let semua: Vec<Lokus> = store.baca().semua(&sql, periode).await?;
    Ok(semua.into_iter().filter(|l| l.aturan().is_ok_and(|a| a.dinilai)).collect())
}
