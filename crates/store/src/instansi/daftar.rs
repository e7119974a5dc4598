//! Searching the register: instansi, units, and the units that an organiser may choose as lokus.

use super::{Instansi, PILIH_INSTANSI};
use crate::{
    Hasil, Store,
    hak::{Admin, PenyelenggaraPeriode},
    id::{InstansiId, UnitId},
    kueri::Kueri,
    lokus::daftar::memuat,
    nilai,
    periode::Periode,
};
use sea_orm::{FromQueryResult, Value};

/// A unit with the names of what it belongs to.
#[derive(Debug, Clone, FromQueryResult)]
pub struct UnitTampil {
    pub id: UnitId,
    pub kode: String,
    pub nama: String,
    pub jenis: String,
    pub instansi_id: InstansiId,
    pub instansi: String,
    pub induk: Option<String>,
}

const UNIT: &str = "SELECT u.id, u.kode, u.nama, u.jenis, u.instansi_id, i.nama AS instansi, d.nama AS induk
    FROM unit u JOIN instansi i ON i.id = u.instansi_id LEFT JOIN unit d ON d.id = u.induk_id";

/// Instansi whose name or code contains `teks`, by name, and how many fit.
pub async fn cari(store: &Store, _hak: &Admin, teks: &str, lewati: i64, batas: i64) -> Hasil<(Vec<Instansi>, i64)> {
    const SYARAT: &str = "LOWER(nama) LIKE $1 ESCAPE '\\' OR kode LIKE $1 ESCAPE '\\'";
    let n = store.baca().angka(&format!("SELECT COUNT(*) AS n FROM instansi WHERE {SYARAT}"), nilai![memuat(teks)]).await?;
    let sql = format!("{PILIH_INSTANSI} WHERE {SYARAT} ORDER BY nama, id LIMIT $2 OFFSET $3");
    Ok((store.baca().semua(&sql, nilai![memuat(teks), batas, lewati]).await?, n))
}

/// The same for units, of one instansi or of all.
pub async fn cari_unit(
    store: &Store,
    _hak: &Admin,
    instansi: Option<InstansiId>,
    teks: &str,
    lewati: i64,
    batas: i64,
) -> Hasil<(Vec<UnitTampil>, i64)> {
    let mut syarat = "(LOWER(u.nama) LIKE $1 ESCAPE '\\' OR u.kode LIKE $1 ESCAPE '\\')".to_owned();
    let mut v: Vec<Value> = nilai![memuat(teks)];
    if let Some(i) = instansi {
        syarat.push_str(" AND u.instansi_id = $2");
        v.push(i.into());
    }
    let n = store.baca().angka(&format!("SELECT COUNT(*) AS n FROM unit u WHERE {syarat}"), v.clone()).await?;
    let (a, b) = (v.len() + 1, v.len() + 2);
    v.extend([Value::from(batas), Value::from(lewati)]);
    Ok((store.baca().semua(&format!("{UNIT} WHERE {syarat} ORDER BY u.nama, u.id LIMIT ${a} OFFSET ${b}"), v).await?, n))
}

/// Which units the organiser of a period may evaluate: those of its instansi and of instansi in its region; a
/// kementerian reaches all in a scheme that it holds for the nation.
pub(crate) fn jangkauan(p: &Periode, dari: usize) -> (String, Vec<Value>) {
    let n = dari;
    let syarat = format!(
        "EXISTS (SELECT 1 FROM instansi o WHERE o.id = ${n} AND (o.id = i.id OR i.wilayah = o.wilayah OR i.wilayah LIKE o.wilayah || '.%'
         OR (o.jenis = 'kementerian' AND ${} = 'ya')))",
        n + 1
    );
    let luas = pekppp::Skema::dari_kunci(&p.skema).is_some_and(|s| s.aturan().pengatur != pekppp::skema::Pengatur::Instansi);
    (syarat, vec![p.instansi_id.into(), if luas { "ya" } else { "tidak" }.into()])
}

/// How many units are in reach, or whether this one is.
pub(crate) async fn unit_terjangkau(store: &Store, p: &Periode, unit: Option<UnitId>) -> Hasil<i64> {
    let (mut syarat, mut v) = jangkauan(p, 1);
    if let Some(u) = unit {
        syarat.push_str(" AND u.id = $3");
        v.push(u.into());
    }
    store.baca().angka(&format!("SELECT COUNT(*) AS n FROM unit u JOIN instansi i ON i.id = u.instansi_id WHERE {syarat}"), v).await
}

/// Units in reach that are not lokus of the period yet, by name, at most 20; and how many fit.
pub async fn unit_untuk_lokus(store: &Store, hak: &PenyelenggaraPeriode, teks: &str) -> Hasil<(Vec<UnitTampil>, i64)> {
    let (jangkau, mut v) = jangkauan(&hak.periode, 1);
    v.extend([Value::from(memuat(teks)), Value::from(hak.periode.id)]);
    let terdahulu = if crate::periode::aturan(&hak.periode.skema)?.unit_terdahulu {
        v.push(hak.periode.tahun.into());
        format!("AND {}", crate::lokus::terdahulu("u.id", "$4", "$5"))
    } else {
        String::new()
    };
    let syarat = format!(
        "{jangkau} {terdahulu} AND (LOWER(u.nama) LIKE $3 ESCAPE '\\' OR u.kode LIKE $3 ESCAPE '\\')
         AND NOT EXISTS (SELECT 1 FROM lokus l WHERE l.unit_id = u.id AND l.periode_id = $4)"
    );
    let n = store
        .baca()
        .angka(&format!("SELECT COUNT(*) AS n FROM unit u JOIN instansi i ON i.id = u.instansi_id WHERE {syarat}"), v.clone())
        .await?;
    Ok((store.baca().semua(&format!("{UNIT} WHERE {syarat} ORDER BY u.nama, u.id LIMIT 20"), v).await?, n))
}
