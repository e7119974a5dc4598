//! Choosing unit lokus from the register: what the organiser may choose from, what is known of each unit from earlier
//! periods, and adding many in one operation. One unit at a time is `lokus::tambah`.

use super::super::lokus::{kode_baru, punya_edisi};
use crate::{
    Hasil, Store, StoreError, Tx, audit,
    hak::{PembacaPeriode, PenyelenggaraPeriode},
    id::{InstansiId, LokusId, UnitId},
    instansi::{self, jangkauan},
    kueri::{self, Kueri},
    lokus::{self, LokusIsi, daftar::memuat, terdahulu},
    nilai,
    periode::{self, Fase, Periode},
    peristiwa,
};
use sea_orm::{FromQueryResult, Value};
use std::collections::HashMap;

/// Most units of one operation.
pub const BANYAK_MAKS: usize = 1000;

/// What the register is narrowed to; empty texts and `None` mean "all".
#[derive(Debug, Clone, Default)]
pub struct Saring {
    /// Part of the unit's name or code.
    pub cari: String,
    /// Kind of unit as the register has it.
    pub jenis: String,
    pub induk: Option<UnitId>,
    pub instansi: Option<InstansiId>,
    /// Scope in the period in which the unit was evaluated last.
    pub cakupan: String,
    pub terakhir: Option<Terakhir>,
}

/// When a unit was evaluated last, seen from the year of the period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Terakhir {
    BelumPernah,
    /// In the year before, or later.
    TahunLalu,
    /// Two years ago or longer.
    Lama,
}

impl Terakhir {
    pub const SEMUA: [Self; 3] = [Self::BelumPernah, Self::TahunLalu, Self::Lama];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::BelumPernah => "belum",
            Self::TahunLalu => "lalu",
            Self::Lama => "lama",
        }
    }

    #[must_use]
    pub fn dari_kunci(k: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|t| t.kunci() == k)
    }
}

/// A unit that may be chosen, with its last evaluation.
#[derive(Debug, Clone)]
pub struct Calon {
    pub unit: CalonUnit,
    pub terakhir: Option<Evaluasi>,
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct CalonUnit {
    pub id: UnitId,
    pub kode: String,
    pub nama: String,
    pub jenis: String,
    pub instansi: String,
    pub induk: Option<String>,
}

/// A frozen result of another period that the organiser may know: of its own periods, or published.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Evaluasi {
    unit_id: UnitId,
    pub tahun: i64,
    pub skema: String,
    pub cakupan: String,
    /// IPP as printed; none when F03 was not enough.
    pub ipp: Option<String>,
    pub kategori: Option<String>,
}

/// A lokus `m` of a period `q` with a result that holds, by the organiser `$1` itself or published.
const DIEVALUASI: &str = "FROM lokus m JOIN periode q ON q.id = m.periode_id JOIN hasil h ON h.lokus_id = m.id
    LEFT JOIN hasil_batal hb ON hb.hasil_id = h.id
    WHERE hb.hasil_id IS NULL AND (q.instansi_id = $1 OR 'terbit' = (SELECT t.jenis FROM penerbitan t WHERE t.periode_id = q.id ORDER BY t.id DESC LIMIT 1))";

/// Condition and its values: `$1` organiser, `$2` scheme, `$3` period, `$4` year, then the filters.
fn syarat(hak: &PenyelenggaraPeriode, s: &Saring) -> (String, Vec<Value>) {
    let p = &hak.periode;
    let (jangkau, mut v) = jangkauan(p, 1);
    v.extend([Value::from(p.id), Value::from(p.tahun - 1)]);
    let mut syarat = vec![jangkau, "NOT EXISTS (SELECT 1 FROM lokus l WHERE l.unit_id = u.id AND l.periode_id = $3)".to_owned()];
    let mut tambah = |sql: &str, isi: Value| {
        v.push(isi);
        syarat.push(sql.replace("$n", &format!("${}", v.len())));
    };
    if !s.cari.trim().is_empty() {
        tambah("(LOWER(u.nama) LIKE $n ESCAPE '\\' OR u.kode LIKE $n ESCAPE '\\')", memuat(&s.cari).into());
    }
    if !s.jenis.is_empty() {
        tambah("u.jenis = $n", s.jenis.as_str().into());
    }
    if let Some(i) = s.induk {
        tambah("u.induk_id = $n", i.into());
    }
    if let Some(i) = s.instansi {
        tambah("u.instansi_id = $n", i.into());
    }
    let milik = format!("{DIEVALUASI} AND m.unit_id = u.id AND q.id <> $3");
    if !s.cakupan.is_empty() {
        tambah(&format!("$n = (SELECT m.cakupan {milik} ORDER BY q.tahun DESC, q.id DESC LIMIT 1)"), s.cakupan.as_str().into());
    }
    if pekppp::Skema::dari_kunci(&p.skema).is_some_and(|s| s.aturan().unit_terdahulu) {
        tambah(&terdahulu("u.id", "$3", "$n"), p.tahun.into());
    }
    match s.terakhir {
        Some(Terakhir::BelumPernah) => syarat.push(format!("NOT EXISTS (SELECT 1 {milik})")),
        Some(Terakhir::TahunLalu) => syarat.push(format!("EXISTS (SELECT 1 {milik} AND q.tahun >= $4)")),
        Some(Terakhir::Lama) => syarat.push(format!("EXISTS (SELECT 1 {milik}) AND NOT EXISTS (SELECT 1 {milik} AND q.tahun >= $4)")),
        None => {}
    }
    // PostgreSQL wants to know the type of each value, so all are named even where no filter needs the year.
    syarat.push("CAST($4 AS bigint) > 0".to_owned());
    (syarat.join(" AND "), v)
}

/// A page of the units that fit, by name, and how many there are.
pub async fn halaman(store: &Store, hak: &PenyelenggaraPeriode, s: &Saring, lewati: i64, batas: i64) -> Hasil<(Vec<Calon>, i64)> {
    let (syarat, mut v) = syarat(hak, s);
    let dari = format!("FROM unit u JOIN instansi i ON i.id = u.instansi_id LEFT JOIN unit d ON d.id = u.induk_id WHERE {syarat}");
    let n = store.baca().angka(&format!("SELECT COUNT(*) AS n {dari}"), v.clone()).await?;
    let (a, b) = (v.len() + 1, v.len() + 2);
    v.extend([Value::from(batas), Value::from(lewati)]);
    let sql = format!(
        "SELECT u.id, u.kode, u.nama, u.jenis, i.nama AS instansi, d.nama AS induk {dari} ORDER BY u.nama, u.id LIMIT ${a} OFFSET ${b}"
    );
    let unit: Vec<CalonUnit> = store.baca().semua(&sql, v).await?;
    let mut lama = terakhir(store, hak, &unit.iter().map(|u| u.id).collect::<Vec<_>>()).await?;
    let calon = unit.into_iter().map(|u| {
        let n = lama.iter().position(|e| e.unit_id == u.id);
        Calon { terakhir: n.map(|n| lama.swap_remove(n)), unit: u }
    });
    Ok((calon.collect(), n))
}

/// The newest evaluation of each of these units.
async fn terakhir(store: &Store, hak: &PenyelenggaraPeriode, unit: &[UnitId]) -> Hasil<Vec<Evaluasi>> {
    if unit.is_empty() {
        return Ok(Vec::new());
    }
    let mut v = nilai![hak.periode.instansi_id, hak.periode.id];
    v.extend(unit.iter().map(|u| Value::from(*u)));
    let tempat = kueri::tempat(3..unit.len() + 3);
    let sql = format!(
        "SELECT m.unit_id, q.tahun, q.skema, m.cakupan, h.tampil AS ipp, h.kategori {DIEVALUASI} AND q.id <> $2 AND m.unit_id IN ({tempat})
         ORDER BY m.unit_id, q.tahun DESC, q.id DESC LIMIT 20000"
    );
    let mut semua: Vec<Evaluasi> = store.baca().semua(&sql, v).await?;
    semua.dedup_by_key(|e| e.unit_id);
    Ok(semua)
}

/// What the filters offer.
#[derive(Debug, Clone, Default)]
pub struct Pilihan {
    pub jenis: Vec<String>,
    pub induk: Vec<Nama<UnitId>>,
    pub instansi: Vec<Nama<InstansiId>>,
}

/// Something with a name, for a list to choose from.
#[derive(Debug, Clone)]
pub struct Nama<T> {
    pub id: T,
    pub nama: String,
}

#[derive(FromQueryResult)]
struct BarisNama {
    id: uuid::Uuid,
    nama: String,
}

#[derive(FromQueryResult)]
struct BarisJenis {
    jenis: String,
}

/// Kinds, parents and instansi in reach, at most 600 each.
pub async fn pilihan(store: &Store, hak: &PenyelenggaraPeriode) -> Hasil<Pilihan> {
    let (j, v) = jangkauan(&hak.periode, 1);
    let dari = format!("FROM unit u JOIN instansi i ON i.id = u.instansi_id WHERE {j}");
    let b = store.baca();
    let jenis: Vec<BarisJenis> = b.semua(&format!("SELECT DISTINCT u.jenis {dari} ORDER BY u.jenis LIMIT 600"), v.clone()).await?;
    let sql = format!(
        "SELECT d.id, d.nama FROM unit d WHERE d.id IN (SELECT u.induk_id {dari} AND u.induk_id IS NOT NULL) ORDER BY d.nama, d.id LIMIT 600"
    );
    let induk: Vec<BarisNama> = b.semua(&sql, v.clone()).await?;
    let sql = format!("SELECT i.id, i.nama FROM instansi i WHERE {j} ORDER BY i.nama, i.id LIMIT 600");
    let instansi: Vec<BarisNama> = b.semua(&sql, v).await?;
    Ok(Pilihan {
        jenis: jenis.into_iter().map(|b| b.jenis).collect(),
        induk: induk.into_iter().map(|b| Nama { id: UnitId(b.id), nama: b.nama }).collect(),
        instansi: instansi.into_iter().map(|b| Nama { id: InstansiId(b.id), nama: b.nama }).collect(),
    })
}

/// Lokus of a period by scope.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cakupan {
    pub administratif: i64,
    pub barang: i64,
    pub jasa: i64,
}

#[derive(FromQueryResult)]
struct BarisCakupan {
    cakupan: String,
    n: i64,
}

pub async fn cakupan(store: &Store, hak: &PembacaPeriode) -> Hasil<Cakupan> {
    let sql = "SELECT cakupan, COUNT(*) AS n FROM lokus WHERE periode_id = $1 GROUP BY cakupan ORDER BY cakupan LIMIT 10";
    let mut c = Cakupan::default();
    for b in store.baca().semua::<BarisCakupan>(sql, nilai![hak.periode.id]).await? {
        match b.cakupan.as_str() {
            "barang" => c.barang = b.n,
            "jasa" => c.jasa = b.n,
            _ => c.administratif = b.n,
        }
    }
    Ok(c)
}

/// Ids of all units that fit, at most [`BANYAK_MAKS`]: for "add all that are shown by this filter".
pub async fn semua(store: &Store, hak: &PenyelenggaraPeriode, s: &Saring) -> Hasil<Vec<UnitId>> {
    let (syarat, v) = syarat(hak, s);
    let sql = format!(
        "SELECT u.id, u.nama FROM unit u JOIN instansi i ON i.id = u.instansi_id WHERE {syarat} ORDER BY u.nama, u.id LIMIT {BANYAK_MAKS}"
    );
    Ok(store.baca().semua::<BarisNama>(&sql, v).await?.into_iter().map(|b| UnitId(b.id)).collect())
}

/// Adds units with the same form and scope, all or none. Those that are lokus of the period already stay as they are, so
/// a second press adds nothing. An empty category means the kind of each unit. A scheme that does not score has no use for any of it:
/// there each unit keeps what it had when it was last evaluated, and `isi` is not asked. Returns how many came in.
///
/// # Errors
/// `TidakDitemukan` for a unit outside the organiser's reach, `Keadaan("lokus-pilih-banyak")`, `Keadaan("lokus-belum-pernah")` in a
/// scheme that looks back, `Keadaan("edisi-formulir-…-tidak-ada")`.
pub async fn tambah(store: &Store, hak: &PenyelenggaraPeriode, unit: &[UnitId], isi: LokusIsi<'_>) -> Hasil<usize> {
    let p = &hak.periode;
    if unit.is_empty() || unit.len() > BANYAK_MAKS {
        return Err(StoreError::Keadaan("lokus-pilih-banyak"));
    }
    let tx = store.mulai().await?;
    periode::kunci(&tx, p.id).await?;
    periode::harus_terbuka(&*tx, p.id, Fase::Persiapan).await?;
    let aturan = periode::aturan(&p.skema)?;
    if aturan.dinilai {
        punya_edisi(&tx, p.id, isi.formulir).await?;
    }
    let (jangkau, awal) = jangkauan(p, 1);
    let sql =
        format!("{} WHERE id = $3 AND EXISTS (SELECT 1 FROM instansi i WHERE i.id = instansi_id AND {jangkau})", instansi::PILIH_UNIT);
    let lalu = format!("SELECT COUNT(*) AS n FROM unit u WHERE u.id = $1 AND {}", terdahulu("u.id", "$2", "$3"));
    let mut baru = 0;
    let mut ejaan: HashMap<String, String> = HashMap::new();
    for id in unit {
        let mut v = awal.clone();
        v.push((*id).into());
        let u: instansi::Unit = tx.satu(&sql, v).await?;
        let ada = tx.angka("SELECT COUNT(*) AS n FROM lokus WHERE periode_id = $1 AND unit_id = $2", nilai![p.id, u.id]).await?;
        if ada > 0 {
            continue;
        }
        if aturan.unit_terdahulu && tx.angka(&lalu, nilai![u.id, p.id, p.tahun]).await? == 0 {
            return Err(StoreError::Keadaan("lokus-belum-pernah"));
        }
        let (l, kode) = (LokusId::baru(), kode_baru(&tx, p.id, &u.kode).await?);
        let lama = if aturan.dinilai { None } else { lama(&tx, &u, p).await? };
        let isi = lama.as_ref().map_or(isi, Lama::isi);
        let ketik = if isi.kategori.trim().is_empty() { instansi::tampil_jenis(&u.jenis) } else { isi.kategori.to_owned() };
        let kategori = match ejaan.get(&ketik) {
            Some(k) => k.clone(),
            None => ejaan.entry(ketik.clone()).or_insert(lokus::seragam(&*tx, p.id, None, &ketik).await?).clone(),
        };
        tx.jalankan(
            "INSERT INTO lokus (id, kode, periode_id, unit_id, formulir, cakupan, kategori, versi, dibuat, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9)",
            nilai![l, kode, p.id, u.id, isi.formulir, isi.cakupan, kategori, tx.pada, hak.pelaku().akun],
        )
        .await?;
        let rincian = serde_json::json!({ "periode": p.id, "unit": u.id, "formulir": isi.formulir, "cakupan": isi.cakupan });
        audit::catat(&tx, hak.pelaku(), audit::Kejadian::baru("lokus.tambah", "lokus", l).instansi(u.instansi_id).rincian(rincian)).await?;
        baru += 1;
    }
    if baru > 0 {
        peristiwa::siarkan(&tx, &format!("periode:{}", p.id), &serde_json::json!({ "lokus": baru })).await?;
    }
    tx.commit().await?;
    Ok(baru)
}

/// How a unit was evaluated last.
#[derive(FromQueryResult)]
struct Lama {
    formulir: String,
    cakupan: String,
    kategori: String,
}

impl Lama {
    fn isi(&self) -> LokusIsi<'_> {
        LokusIsi { formulir: &self.formulir, cakupan: &self.cakupan, kategori: &self.kategori }
    }
}

/// With the form that the period has an edition of.
async fn lama(tx: &Tx, u: &instansi::Unit, p: &Periode) -> Hasil<Option<Lama>> {
    let sql = "SELECT l.formulir, l.cakupan, l.kategori FROM lokus l JOIN periode p ON p.id = l.periode_id
        WHERE l.unit_id = $1 AND p.id <> $2 AND p.tahun <= $3 ORDER BY p.tahun DESC, l.id DESC LIMIT 1";
    let lama: Option<Lama> = tx.mungkin(sql, nilai![u.id, p.id, p.tahun]).await?;
    Ok(lama.map(|l| match (l.formulir.as_str(), &p.edisi_a, &p.edisi_b) {
        ("A", None, Some(_)) => Lama { formulir: "B".into(), ..l },
        ("B", Some(_), None) => Lama { formulir: "A".into(), ..l },
        _ => l,
    }))
}
