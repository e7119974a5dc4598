//! Reading the audit log a page at a time. Events hold ids; names are looked up here when they are shown, so that an
//! erased person has no name any more while the chain still holds.

use super::urut::{self, Tempat};
use crate::{
    Hasil, Store, Waktu,
    hak::PembacaAudit,
    id::{AkunId, AuditId, InstansiId},
    kueri::{self, Kueri},
    nilai,
    peran::Lingkup,
};
use sea_orm::{FromQueryResult, Value};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// Events that one statement reads.
const SEKALI: usize = 500;

/// Empty texts and `None` mean "all".
#[derive(Debug, Clone, Default)]
pub struct Saring {
    pub objek: String,
    /// Id of the object, whole.
    pub objek_id: String,
    pub dari: Option<Waktu>,
    pub sampai: Option<Waktu>,
    /// Only events older than this one (the last of the page before).
    pub sebelum: Option<AuditId>,
}

/// An event with names as they are today.
#[derive(Debug, Clone)]
pub struct Tampil {
    pub id: AuditId,
    pub pada: Waktu,
    pub oleh: Option<String>,
    pub aksi: String,
    pub objek: String,
    pub objek_id: String,
    pub nama_objek: Option<String>,
    pub rincian: String,
    /// Number in its chain; `None` while it is not sealed.
    pub nomor: Option<i64>,
}

#[derive(FromQueryResult)]
struct Baris {
    id: AuditId,
    pada: Waktu,
    akun_id: Option<AkunId>,
    oleh: Option<String>,
    aksi: String,
    objek: String,
    objek_id: String,
    rincian: String,
    nomor: Option<i64>,
}

/// Newest first, at most `batas`.
pub async fn daftar(store: &Store, hak: &PembacaAudit, s: &Saring, batas: i64) -> Hasil<Vec<Tampil>> {
    let mut tampil = Vec::new();
    for tempat in urut::terbaru(store, hak, s, batas).await?.chunks(SEKALI) {
        tampil.extend(halaman(store, tempat).await?);
    }
    Ok(tampil)
}

/// These events, in this order.
async fn halaman(store: &Store, tempat: &[Tempat]) -> Hasil<Vec<Tampil>> {
    let sql = format!(
        "SELECT a.id, a.pada, a.akun_id, k.nama AS oleh, a.aksi, a.objek, a.objek_id, a.rincian, m.nomor FROM audit a
         LEFT JOIN akun k ON k.id = a.akun_id LEFT JOIN audit_mata m ON m.audit_id = a.id WHERE a.id IN ({})
         ORDER BY a.pada DESC, a.id DESC LIMIT {SEKALI}",
        kueri::tempat(1..=tempat.len())
    );
    let baris: Vec<Baris> = store.baca().semua(&sql, tempat.iter().map(|t| t.id.into()).collect()).await?;
    let nama = nama(store, &baris).await?;
    let tampil = |b: Baris| Tampil {
        id: b.id,
        pada: b.pada,
        oleh: b.oleh.or_else(|| b.akun_id.map(|a| a.to_string())),
        nama_objek: nama.get(&(b.objek.clone(), b.objek_id.clone())).cloned(),
        aksi: b.aksi,
        objek: b.objek,
        objek_id: b.objek_id,
        rincian: b.rincian,
        nomor: b.nomor,
    };
    Ok(baris.into_iter().map(tampil).collect())
}

#[derive(FromQueryResult)]
struct Id {
    id: InstansiId,
}

/// Ids of the chains that the reader may see; `None` for all.
pub(super) async fn rantai(store: &Store, hak: &PembacaAudit) -> Hasil<Option<BTreeSet<String>>> {
    let Some(lingkup) = &hak.lingkup else { return Ok(None) };
    let mut boleh = BTreeSet::new();
    for l in lingkup {
        match l {
            Lingkup::Instansi(i) => {
                boleh.insert(i.to_string());
            }
            Lingkup::Wilayah(w) => {
                let sql = "SELECT id FROM instansi WHERE wilayah = $1 OR wilayah LIKE $2 ORDER BY id LIMIT 2000";
                let id: Vec<Id> = store.baca().semua(sql, nilai![w.as_str(), format!("{w}.%")]).await?;
                boleh.extend(id.into_iter().map(|i| i.id.to_string()));
            }
            _ => {}
        }
    }
    Ok(Some(boleh))
}

/// The same as a condition on `a.rantai`, with its values.
async fn syarat_rantai(store: &Store, hak: &PembacaAudit) -> Hasil<(String, Vec<Value>)> {
    let Some(boleh) = rantai(store, hak).await? else { return Ok(("1 = 1".into(), Vec::new())) };
    if boleh.is_empty() {
        return Ok(("1 = 0".into(), Vec::new()));
    }
    let tempat = kueri::tempat(1..=boleh.len());
    Ok((format!("a.rantai IN ({tempat})"), boleh.into_iter().map(Value::from).collect()))
}

#[derive(FromQueryResult)]
struct Nama {
    id: Uuid,
    nama: String,
}

/// One query for each kind of object on the page.
async fn nama(store: &Store, baris: &[Baris]) -> Hasil<HashMap<(String, String), String>> {
    const SUMBER: [(&str, &str); 5] = [
        ("akun", "SELECT id, nama FROM akun WHERE id IN"),
        ("instansi", "SELECT id, nama FROM instansi WHERE id IN"),
        ("unit", "SELECT id, nama FROM unit WHERE id IN"),
        ("periode", "SELECT id, nama FROM periode WHERE id IN"),
        ("lokus", "SELECT l.id, u.nama FROM lokus l JOIN unit u ON u.id = l.unit_id WHERE l.id IN"),
    ];
    let mut hasil = HashMap::new();
    for (objek, sql) in SUMBER {
        let id: BTreeSet<Uuid> = baris.iter().filter(|b| b.objek == objek).filter_map(|b| b.objek_id.parse().ok()).collect();
        if id.is_empty() {
            continue;
        }
        let tempat = kueri::tempat(1..=id.len());
        let n: Vec<Nama> =
            store.baca().semua(&format!("{sql} ({tempat}) ORDER BY 1 LIMIT 1000"), id.into_iter().map(Value::from).collect()).await?;
        hasil.extend(n.into_iter().map(|n| ((objek.to_owned(), n.id.to_string()), n.nama)));
    }
    Ok(hasil)
}

/// How far one chain is sealed.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Segel {
    /// Id of the instansi whose chain it is, or `-` for the installation.
    pub rantai: String,
    /// When the newest signed head was made, and how many events it covers.
    pub sampai: Option<Waktu>,
    pub mata: i64,
    /// Events that wait for the sealer.
    pub menunggu: i64,
    pub nama: Option<String>,
}

/// The chains in the reader's scope by name, the installation's first, at most `batas`.
pub async fn segel_rantai(store: &Store, hak: &PembacaAudit, batas: i64) -> Hasil<Vec<Segel>> {
    let (syarat, mut v) = syarat_rantai(store, hak).await?;
    v.push(batas.into());
    // The distinct chains by steps along the index, since a log is long and its chains are few; what waits is read from the queue, which
    // is short (`CROSS JOIN` keeps SQLite from beginning with the log).
    let sql = format!(
        "WITH RECURSIVE a(rantai) AS (SELECT MIN(s.rantai) FROM audit s
           UNION ALL SELECT (SELECT MIN(s.rantai) FROM audit s WHERE s.rantai > a.rantai) FROM a WHERE a.rantai IS NOT NULL)
         SELECT a.rantai, (SELECT k.pada FROM audit_kepala k WHERE k.rantai = a.rantai ORDER BY k.nomor DESC LIMIT 1) AS sampai,
           COALESCE((SELECT MAX(m.nomor) FROM audit_mata m WHERE m.rantai = a.rantai), 0) AS mata,
           COALESCE(q.n, 0) AS menunggu, CAST(NULL AS text) AS nama
         FROM a LEFT JOIN (SELECT w.rantai, COUNT(*) AS n FROM audit_antre t CROSS JOIN audit w WHERE w.id = t.audit_id GROUP BY w.rantai) q ON q.rantai = a.rantai
         WHERE a.rantai IS NOT NULL AND {syarat} ORDER BY a.rantai LIMIT ${}",
        v.len()
    );
    let mut semua: Vec<Segel> = store.baca().semua(&sql, v).await?;
    let id: BTreeSet<Uuid> = semua.iter().filter_map(|s| s.rantai.parse().ok()).collect();
    if !id.is_empty() {
        let tempat = kueri::tempat(1..=id.len());
        let sql = format!("SELECT id, nama FROM instansi WHERE id IN ({tempat}) ORDER BY id LIMIT 5000");
        let nama: Vec<Nama> = store.baca().semua(&sql, id.into_iter().map(Value::from).collect()).await?;
        for s in &mut semua {
            s.nama = nama.iter().find(|n| n.id.to_string() == s.rantai).map(|n| n.nama.clone());
        }
    }
    Ok(semua)
}

/// How many events fit a filter (without its page), counted no further than `batas`.
pub async fn jumlah(store: &Store, hak: &PembacaAudit, s: &Saring, batas: i64) -> Hasil<i64> {
    let semua = urut::terbaru(store, hak, &Saring { sebelum: None, ..s.clone() }, batas).await?;
    Ok(i64::try_from(semua.len()).unwrap_or(i64::MAX))
}
