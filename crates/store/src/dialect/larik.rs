//! Many rows as one relation inside a statement: arrays on PostgreSQL, `VALUES` on SQLite.
//!
//! The text depends on the number of rows only on SQLite, where it is rounded up (the last row is repeated), so that
//! prepared statements are used again. A statement must therefore mean the same when a row comes twice.

use crate::skema::Jenis;
use sea_orm::{DbBackend, Value, sea_query::ArrayType};
use std::fmt::Write as _;

pub(crate) type Kolom = (&'static str, Jenis);

/// Most rows that one statement may have: SQLite takes 32,766 values, and no relation here is wider than 12.
pub(crate) const PENUH: usize = 2048;

#[derive(Debug)]
pub(crate) struct Larik {
    kolom: &'static [Kolom],
    /// Row by row.
    nilai: Vec<Value>,
}

impl Larik {
    pub(crate) fn baru(kolom: &'static [Kolom]) -> Self {
        Self { kolom, nilai: Vec::new() }
    }

    /// Values in the order of the columns; none may be NULL, since arrays cannot say it.
    pub(crate) fn tambah<const N: usize>(&mut self, baris: [Value; N]) {
        debug_assert_eq!(N, self.kolom.len(), "a row has one value a column");
        self.nilai.extend(baris);
    }

    fn baris(&self) -> usize {
        self.nilai.len() / self.kolom.len().max(1)
    }

    /// The relation as text, its columns in their order. On PostgreSQL a `SELECT` that may be followed by more.
    pub(crate) fn teks(&self, backend: DbBackend) -> String {
        if backend == DbBackend::Postgres {
            let larik: Vec<String> = self.kolom.iter().enumerate().map(|(n, (_, j))| format!("${}::{}[]", n + 1, jenis(*j))).collect();
            return format!("SELECT * FROM UNNEST({})", larik.join(", "));
        }
        let satu = format!("({})", vec!["?"; self.kolom.len()].join(","));
        let mut s = String::with_capacity(8 + (satu.len() + 1) * bulatkan(self.baris()));
        s.push_str("VALUES ");
        for n in 0..bulatkan(self.baris()) {
            let koma = if n == 0 { "" } else { "," };
            let _ = write!(s, "{koma}{satu}");
        }
        s
    }

    /// What the placeholders of [`Self::teks`] stand for.
    pub(crate) fn nilai(self, backend: DbBackend) -> Vec<Value> {
        let (lebar, baris) = (self.kolom.len(), self.baris());
        if backend == DbBackend::Postgres {
            let mut larik: Vec<Vec<Value>> = self.kolom.iter().map(|_| Vec::with_capacity(baris)).collect();
            for (n, v) in self.nilai.into_iter().enumerate() {
                larik[n % lebar].push(v);
            }
            return larik.into_iter().zip(self.kolom).map(|(v, (_, j))| Value::Array(jenis_larik(*j), Some(Box::new(v)))).collect();
        }
        let mut nilai = self.nilai;
        let akhir = nilai.len().saturating_sub(lebar)..nilai.len();
        for _ in baris..bulatkan(baris) {
            nilai.extend_from_within(akhir.clone());
        }
        nilai
    }

    /// Column names, comma-separated.
    pub(crate) fn nama(&self) -> String {
        self.kolom.iter().map(|(n, _)| *n).collect::<Vec<_>>().join(", ")
    }
}

/// 1, 2, 3, 4, 6, 8, 12, 16, 24, …: at most half as many again.
fn bulatkan(n: usize) -> usize {
    let dua = n.max(1).next_power_of_two();
    if n > 2 && n <= dua / 4 * 3 { dua / 4 * 3 } else { dua }
}

fn jenis(j: Jenis) -> &'static str {
    match j {
        Jenis::Uuid => "uuid",
        Jenis::Teks => "text",
        Jenis::Bigint => "bigint",
        Jenis::Bytea => "bytea",
    }
}

fn jenis_larik(j: Jenis) -> ArrayType {
    match j {
        Jenis::Uuid => ArrayType::Uuid,
        Jenis::Teks => ArrayType::String,
        Jenis::Bigint => ArrayType::BigInt,
        Jenis::Bytea => ArrayType::Bytes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_never_loses_a_row() {
        for n in 1..=PENUH {
            let b = bulatkan(n);
            assert!(b >= n && b <= PENUH && b * 2 <= n * 3, "{n} -> {b}");
        }
    }

    #[test]
    fn the_last_row_is_repeated() {
        const K: &[Kolom] = &[("a", Jenis::Bigint), ("b", Jenis::Teks)];
        let mut l = Larik::baru(K);
        for n in 0..5_i64 {
            l.tambah([n.into(), "x".into()]);
        }
        assert_eq!(l.teks(DbBackend::Sqlite).matches("(?,?)").count(), 6);
        assert_eq!(l.teks(DbBackend::Postgres), "SELECT * FROM UNNEST($1::bigint[], $2::text[])");
        let v = l.nilai(DbBackend::Sqlite);
        assert_eq!((v.len(), &v[8], &v[10]), (12, &Value::from(4_i64), &Value::from(4_i64)));
    }
}
