//! Evaluators in lists: of a period a page at a time, of a few lokus, and what waits for a decree. It only reads.

use crate::{
    Hasil, Store, Waktu,
    hak::PembacaPeriode,
    id::{AkunId, InstansiId, LokusId, PenugasanId, PeriodeId, SkId},
    kueri::{self, Kueri},
    lokus::daftar::memuat,
    nilai,
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

/// One evaluator of one lokus, with where it stands.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Penugasan {
    pub id: PenugasanId,
    pub lokus_id: LokusId,
    pub unit: String,
    pub akun_id: AkunId,
    pub nama: String,
    pub jabatan: String,
    pub pada: Waktu,
    pub sk_id: Option<SkId>,
    pub nomor: Option<String>,
    pub tanggal: Option<String>,
    pub akhir: Option<Waktu>,
    pub alasan: Option<String>,
    /// What he last declared about conflicts of interest with the unit: `ada`, `tidak`, or nothing.
    pub benturan: Option<String>,
}

impl Penugasan {
    /// In office, and kept from working by the conflict of interest that he declared: somebody else has to be appointed.
    #[must_use]
    pub fn berbenturan(&self) -> bool {
        self.akhir.is_none() && self.sk_id.is_some() && self.benturan.as_deref() == Some("ada")
    }
}

const PILIH: &str = "SELECT g.id, g.lokus_id, u.nama AS unit, g.akun_id, a.nama, a.jabatan, g.pada, s.id AS sk_id, s.nomor, s.tanggal,
    x.pada AS akhir, x.alasan,
    (SELECT b.jawaban FROM benturan b WHERE b.lokus_id = g.lokus_id AND b.akun_id = g.akun_id ORDER BY b.id DESC LIMIT 1) AS benturan
    FROM penugasan g JOIN lokus l ON l.id = g.lokus_id JOIN unit u ON u.id = l.unit_id JOIN akun a ON a.id = g.akun_id
    LEFT JOIN penetapan t ON t.penugasan_id = g.id LEFT JOIN sk s ON s.id = t.sk_id LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id";

/// A proposal `g` that no decree covers yet: a condition in SQL.
pub(crate) const DIUSULKAN: &str = "NOT EXISTS (SELECT 1 FROM penetapan d WHERE d.penugasan_id = g.id)";

/// All of a period by unit name, for a document; a page shows [`halaman`].
pub async fn milik_periode(store: &Store, hak: &PembacaPeriode) -> Hasil<Vec<Penugasan>> {
    store.baca().semua(&format!("{PILIH} WHERE l.periode_id = $1 ORDER BY u.nama, g.id LIMIT 500000"), nilai![hak.periode.id]).await
}

/// A page of those whose unit or evaluator has `cari` in its name, and how many there are. Only names are sorted; the rows of the page are
/// read afterwards.
pub async fn halaman(store: &Store, hak: &PembacaPeriode, cari: &str, lewati: i64, batas: i64) -> Hasil<(Vec<Penugasan>, i64)> {
    let (mut syarat, mut v) = ("l.periode_id = $1".to_owned(), nilai![hak.periode.id]);
    let mut dari = "FROM lokus l JOIN penugasan g ON g.lokus_id = l.id".to_owned();
    let unit = " JOIN unit u ON u.id = l.unit_id";
    if !cari.trim().is_empty() {
        dari.push_str(unit);
        dari.push_str(" JOIN akun a ON a.id = g.akun_id");
        syarat.push_str(" AND (LOWER(u.nama) LIKE $2 ESCAPE '\\' OR LOWER(a.nama) LIKE $2 ESCAPE '\\')");
        v.push(memuat(cari).into());
    }
    let n = store.baca().angka(&format!("SELECT COUNT(*) AS n {dari} WHERE {syarat}"), v.clone()).await?;
    if cari.trim().is_empty() {
        dari.push_str(unit);
    }
    let (a, b) = (v.len() + 1, v.len() + 2);
    v.extend([Value::from(batas), Value::from(lewati)]);
    let sql = format!(
        "{PILIH} WHERE g.id IN (SELECT g.id {dari} WHERE {syarat} ORDER BY u.nama, g.id LIMIT ${a} OFFSET ${b}) ORDER BY u.nama, g.id"
    );
    Ok((store.baca().semua(&sql, v).await?, n))
}

/// Proposals of a period that wait for a decree, by unit name.
pub async fn usulan(store: &Store, hak: &PembacaPeriode) -> Hasil<Vec<Penugasan>> {
    let sql = format!("{PILIH} WHERE l.periode_id = $1 AND {DIUSULKAN} ORDER BY u.nama, g.id LIMIT 500000");
    store.baca().semua(&sql, nilai![hak.periode.id]).await
}

/// How many [`usulan`] there are.
pub async fn jumlah_usulan(store: &Store, hak: &PembacaPeriode) -> Hasil<i64> {
    let sql = format!("SELECT COUNT(*) AS n FROM lokus l JOIN penugasan g ON g.lokus_id = l.id WHERE l.periode_id = $1 AND {DIUSULKAN}");
    store.baca().angka(&sql, nilai![hak.periode.id]).await
}

/// One of a period.
///
/// # Errors
/// `TidakDitemukan` for an unknown one and one of another period.
pub async fn satu(store: &Store, hak: &PembacaPeriode, id: PenugasanId) -> Hasil<Penugasan> {
    store.baca().satu(&format!("{PILIH} WHERE g.id = $1 AND l.periode_id = $2"), nilai![id, hak.periode.id]).await
}

pub async fn milik_lokus(store: &Store, id: LokusId) -> Hasil<Vec<Penugasan>> {
    store.baca().semua(&format!("{PILIH} WHERE g.lokus_id = $1 ORDER BY g.id LIMIT 100"), nilai![id]).await
}

/// Proposed or in office for these lokus.
pub async fn hidup(store: &Store, lokus: &[LokusId]) -> Hasil<Vec<Penugasan>> {
    if lokus.is_empty() {
        return Ok(Vec::new());
    }
    let tempat = kueri::tempat(1..=lokus.len());
    let sql = format!("{PILIH} WHERE g.lokus_id IN ({tempat}) AND x.penugasan_id IS NULL ORDER BY u.nama, g.id LIMIT 5000");
    store.baca().semua(&sql, lokus.iter().map(|l| (*l).into()).collect()).await
}

/// A period that waits for a decree.
#[derive(Debug, Clone, FromQueryResult)]
pub struct MenungguSk {
    pub periode_id: PeriodeId,
    pub periode: String,
    /// Proposals of evaluators, or units, that it is to name.
    pub jumlah: i64,
}

/// Periods of these instansi with proposals that wait for a decree.
pub async fn menunggu(store: &Store, instansi: &[InstansiId]) -> Hasil<Vec<MenungguSk>> {
    if instansi.is_empty() {
        return Ok(Vec::new());
    }
    let tempat = kueri::tempat(1..=instansi.len());
    let v: Vec<Value> = instansi.iter().map(|i| (*i).into()).collect();
    let sql = format!(
        "SELECT p.id AS periode_id, p.nama AS periode, COUNT(*) AS jumlah FROM penugasan g JOIN lokus l ON l.id = g.lokus_id
         JOIN periode p ON p.id = l.periode_id WHERE p.instansi_id IN ({tempat}) AND {DIUSULKAN}
         GROUP BY p.id, p.nama ORDER BY p.id DESC LIMIT 50"
    );
    store.baca().semua(&sql, v).await
}

/// Somebody who evaluates the lokus by decree, or did so and has a sheet: who was replaced midway is named too.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Pernah {
    pub akun_id: AkunId,
    pub nama: String,
    pub jabatan: String,
    /// When he was replaced; `None` while he is in office.
    pub akhir: Option<Waktu>,
}

/// Evaluators in office, then those who were replaced and left a sheet, by name.
pub async fn bertugas_pernah<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<Pernah>> {
    let semua: Vec<Pernah> = c
        .semua(
            "SELECT g.akun_id, a.nama, a.jabatan, x.pada AS akhir FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id
             JOIN akun a ON a.id = g.akun_id LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id WHERE g.lokus_id = $1
             AND (x.penugasan_id IS NULL OR EXISTS (SELECT 1 FROM f02_lembar m WHERE m.lokus_id = $1 AND m.akun_id = g.akun_id))
             ORDER BY CASE WHEN x.pada IS NULL THEN 0 ELSE 1 END, a.nama, g.id LIMIT 100",
            nilai![lokus],
        )
        .await?;
    let mut satu: Vec<Pernah> = Vec::with_capacity(semua.len());
    for p in semua {
        // Somebody who came back is named once, as he is now.
        if !satu.iter().any(|s| s.akun_id == p.akun_id) {
            satu.push(p);
        }
    }
    Ok(satu)
}
