//! Rows in the portable form: one JSON array a line, in declared column order.
//!
//! uuid and text are strings, bigint a number, bytea base64, absent values null; the same row gives the same line on
//! SQLite and on PostgreSQL. Pages are read by key, so memory does not grow with the table.

use crate::{
    Hasil, StoreError,
    skema::{Jenis, Tabel},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use sea_orm::{ConnectionTrait, QueryResult, Statement, Value};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A page aims at this many bytes, whatever the rows weigh.
const SASARAN: usize = 1 << 20;

/// Hash of a set of rows that does not depend on their order, since the databases sort text differently:
/// the sum of the rows' SHA-256, as four lanes of 64 bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SidikSet([u64; 4]);

impl SidikSet {
    pub fn tambah(&mut self, baris: &[u8]) {
        let h = Sha256::digest(baris);
        for (lajur, potong) in self.0.iter_mut().zip(h.chunks_exact(8)) {
            *lajur = lajur.wrapping_add(potong.iter().fold(0, |a, b| (a << 8) | u64::from(*b)));
        }
    }

    #[must_use]
    pub fn hex(self) -> String {
        let [a, b, c, d] = self.0;
        format!("{a:016x}{b:016x}{c:016x}{d:016x}")
    }
}

/// Reads one table page by page in key order.
pub struct Pembaca<'a> {
    tabel: &'a Tabel,
    setelah: Option<Vec<Value>>,
    batas: u64,
}

/// Lines of one page, each ended by a line feed.
pub struct Halaman {
    pub isi: Vec<u8>,
    pub baris: u64,
}

impl<'a> Pembaca<'a> {
    #[must_use]
    pub fn baru(tabel: &'a Tabel) -> Self {
        Self { tabel, setelah: None, batas: 256 }
    }

    /// The next page, or `None` after the last.
    pub async fn lanjut<C: ConnectionTrait>(&mut self, c: &C) -> Hasil<Option<Halaman>> {
        let (t, kunci) = (self.tabel, self.tabel.daftar_kunci());
        let (saring, nilai) = match self.setelah.take() {
            None => (String::new(), vec![]),
            Some(v) => {
                let tempat = crate::kueri::tempat(1..=v.len());
                (format!("WHERE ({kunci}) > ({tempat})"), v)
            }
        };
        let sql = format!("SELECT {} FROM {} {saring} ORDER BY {kunci} LIMIT {}", t.daftar_kolom(), t.nama, self.batas);
        let hasil = c.query_all_raw(Statement::from_sql_and_values(c.get_database_backend(), sql, nilai)).await?;
        let Some(akhir) = hasil.last() else { return Ok(None) };
        self.setelah = Some(t.kunci.iter().map(|&i| baca(t, i, akhir)).collect::<Hasil<_>>()?);
        let mut isi = Vec::with_capacity(SASARAN);
        for b in &hasil {
            let medan = (0..t.kolom.len()).map(|i| Ok(ke_json(&baca(t, i, b)?))).collect::<Hasil<Vec<Json>>>()?;
            isi.extend_from_slice(Json::Array(medan).to_string().as_bytes());
            isi.push(b'\n');
        }
        let baris = hasil.len() as u64;
        let rata = (isi.len() / hasil.len()).max(1);
        self.batas = ((SASARAN / rata) as u64).clamp(16, 4096);
        Ok(Some(Halaman { isi, baris }))
    }
}

fn baca(t: &Tabel, i: usize, b: &QueryResult) -> Hasil<Value> {
    let k = &t.kolom[i];
    let nama = k.nama.as_str();
    Ok(match k.jenis {
        Jenis::Uuid => b.try_get::<Option<Uuid>>("", nama)?.into(),
        Jenis::Teks => b.try_get::<Option<String>>("", nama)?.into(),
        Jenis::Bigint => b.try_get::<Option<i64>>("", nama)?.into(),
        Jenis::Bytea => b.try_get::<Option<Vec<u8>>>("", nama)?.into(),
    })
}

fn ke_json(v: &Value) -> Json {
    match v {
        Value::Uuid(Some(u)) => Json::String(u.to_string()),
        Value::String(Some(s)) => Json::String(s.clone()),
        Value::BigInt(Some(n)) => Json::from(*n),
        Value::Bytes(Some(b)) => Json::String(STANDARD.encode(b)),
        _ => Json::Null,
    }
}

/// One line back into the values of its columns.
///
/// # Errors
/// `Rusak` if the line does not fit the table.
pub fn dari_baris(t: &Tabel, baris: &[u8]) -> Hasil<Vec<Value>> {
    let rusak = || StoreError::Rusak(format!("backup: a row does not fit table {}", t.nama));
    let medan: Vec<Json> = serde_json::from_slice(baris).map_err(|_| rusak())?;
    if medan.len() != t.kolom.len() {
        return Err(rusak());
    }
    t.kolom.iter().zip(medan).map(|(k, m)| dari_json(k.jenis, m).ok_or_else(rusak)).collect()
}

fn dari_json(jenis: Jenis, m: Json) -> Option<Value> {
    Some(match (jenis, m) {
        (Jenis::Uuid, Json::Null) => None::<Uuid>.into(),
        (Jenis::Teks, Json::Null) => None::<String>.into(),
        (Jenis::Bigint, Json::Null) => None::<i64>.into(),
        (Jenis::Bytea, Json::Null) => None::<Vec<u8>>.into(),
        (Jenis::Uuid, Json::String(s)) => Some(Uuid::parse_str(&s).ok()?).into(),
        (Jenis::Teks, Json::String(s)) => Some(s).into(),
        (Jenis::Bigint, Json::Number(n)) => Some(n.as_i64()?).into(),
        (Jenis::Bytea, Json::String(s)) => Some(STANDARD.decode(s).ok()?).into(),
        _ => return None,
    })
}
