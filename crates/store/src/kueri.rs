//! SQL as text, once for both databases: placeholders `$1`, `$2`, …; every integer is a bigint.
//!
//! Sums must be cast (`CAST(SUM(x) AS bigint)`), because PostgreSQL widens them to numeric. Every list has
//! a total order and a limit.

use crate::{Hasil, StoreError};
pub use sea_orm::Value;
use sea_orm::{ConnectionTrait, FromQueryResult, Statement};
use std::cell::Cell;

/// Values for `$1..$n`: `nilai![id, nama.as_str(), 3_i64]`.
#[macro_export]
macro_rules! nilai {
    ($($v:expr),* $(,)?) => { vec![$($crate::kueri::Value::from($v)),*] };
}

/// The five ways to ask. Implemented for connections and transactions alike.
pub trait Kueri: ConnectionTrait {
    /// All rows of a `SELECT`.
    fn semua<T: FromQueryResult + Send>(&self, sql: &str, nilai: Vec<Value>) -> impl Future<Output = Hasil<Vec<T>>> + Send {
        let p = pernyataan(self, sql, nilai);
        async move {
            let baris = self.query_all_raw(p).await?;
            baris.iter().map(|b| Ok(T::from_query_result(b, "")?)).collect()
        }
    }

    /// At most one row.
    fn mungkin<T: FromQueryResult + Send>(&self, sql: &str, nilai: Vec<Value>) -> impl Future<Output = Hasil<Option<T>>> + Send {
        let p = pernyataan(self, sql, nilai);
        async move {
            let baris = self.query_one_raw(p).await?;
            baris.map(|b| Ok(T::from_query_result(&b, "")?)).transpose()
        }
    }

    /// One row, or `TidakDitemukan`.
    fn satu<T: FromQueryResult + Send>(&self, sql: &str, nilai: Vec<Value>) -> impl Future<Output = Hasil<T>> + Send {
        let hasil = self.mungkin(sql, nilai);
        async move { hasil.await?.ok_or(StoreError::TidakDitemukan) }
    }

    /// One number, for counts: the `SELECT` names its only column `n`.
    fn angka(&self, sql: &str, nilai: Vec<Value>) -> impl Future<Output = Hasil<i64>> + Send {
        let p = pernyataan(self, sql, nilai);
        async move {
            let baris = self.query_one_raw(p).await?;
            Ok(baris.map(|b| b.try_get::<Option<i64>>("", "n")).transpose()?.flatten().unwrap_or(0))
        }
    }

    /// One text: the `SELECT` names its only column `teks`.
    fn teks(&self, sql: &str) -> impl Future<Output = Hasil<String>> + Send {
        let p = pernyataan(self, sql, vec![]);
        async move {
            let baris = self.query_one_raw(p).await?.ok_or(StoreError::TidakDitemukan)?;
            Ok(baris.try_get::<String>("", "teks")?)
        }
    }

    /// `INSERT`, `UPDATE`, `DELETE`; returns the number of rows touched.
    fn jalankan(&self, sql: &str, nilai: Vec<Value>) -> impl Future<Output = Hasil<u64>> + Send {
        let p = pernyataan(self, sql, nilai);
        async move { Ok(self.execute_raw(p).await?.rows_affected()) }
    }
}

impl<C: ConnectionTrait> Kueri for C {}

tokio::task_local! {
    static BANYAK: Cell<u32>;
}

/// Runs `f` and says how many statements it asked, those of tasks that it spawned left out: a page must not ask more of them because
/// there is more to show.
pub async fn terhitung<F: Future>(f: F) -> (F::Output, u32) {
    BANYAK
        .scope(Cell::new(0), async {
            let hasil = f.await;
            (hasil, BANYAK.with(Cell::get))
        })
        .await
}

/// Places of the values of a list, by their numbers: `tempat(2..=4)` is `$2, $3, $4`.
pub(crate) fn tempat(nomor: impl Iterator<Item = usize>) -> String {
    nomor.map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")
}

/// Rows of placeholders for one `INSERT` of many: `deret(2, 2)` is `($1, $2), ($3, $4)`. A database takes about thirty thousand values at
/// once; callers cut their rows into pieces.
#[must_use]
pub fn deret(baris: usize, kolom: usize) -> String {
    let satu = |b: usize| tempat((1..=kolom).map(|k| b * kolom + k));
    (0..baris).map(|b| format!("({})", satu(b))).collect::<Vec<_>>().join(", ")
}

fn pernyataan<C: ConnectionTrait + ?Sized>(c: &C, sql: &str, nilai: Vec<Value>) -> Statement {
    // Nobody counts but a test.
    let _ = BANYAK.try_with(|n| n.set(n.get().saturating_add(1)));
    Statement::from_sql_and_values(c.get_database_backend(), sql, nilai)
}
