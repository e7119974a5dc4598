//! Rows of several tables by multi-row inserts, parents before what refers to them.

use crate::{Hasil, StoreError, Tx, kueri::Kueri};
use sea_orm::Value;

/// Values kept back before all tables are written; below the limits of both databases.
const PENUH: usize = 8000;

struct Tabel {
    nama: &'static str,
    kolom: &'static str,
    lebar: usize,
    nilai: Vec<Value>,
}

pub(super) struct Borongan<'a> {
    tx: &'a Tx,
    /// In an order that satisfies their references.
    tabel: Vec<Tabel>,
    tunggu: usize,
}

impl<'a> Borongan<'a> {
    /// Names and comma-separated columns, parents first.
    pub(super) fn baru(tx: &'a Tx, tabel: &[(&'static str, &'static str)]) -> Self {
        let tabel = tabel.iter().map(|(nama, kolom)| Tabel { nama, kolom, lebar: kolom.split(',').count(), nilai: Vec::new() });
        Self { tx, tabel: tabel.collect(), tunggu: 0 }
    }

    pub(super) async fn tambah(&mut self, nama: &str, mut baris: Vec<Value>) -> Hasil<()> {
        let t = self.tabel.iter_mut().find(|t| t.nama == nama && t.lebar == baris.len());
        let t = t.ok_or_else(|| StoreError::Rusak(format!("simulation: a row does not fit {nama}")))?;
        self.tunggu += baris.len();
        t.nilai.append(&mut baris);
        if self.tunggu >= PENUH { self.kirim().await } else { Ok(()) }
    }

    async fn kirim(&mut self) -> Hasil<()> {
        self.tunggu = 0;
        for t in self.tabel.iter_mut().filter(|t| !t.nilai.is_empty()) {
            let lebar = t.lebar;
            let baris = (0..t.nilai.len() / lebar)
                .map(|b| format!("({})", (1..=lebar).map(|k| format!("${}", b * lebar + k)).collect::<Vec<_>>().join(",")));
            let sql = format!("INSERT INTO {} ({}) VALUES {}", t.nama, t.kolom, baris.collect::<Vec<_>>().join(","));
            self.tx.jalankan(&sql, std::mem::take(&mut t.nilai)).await?;
        }
        Ok(())
    }

    pub(super) async fn selesai(mut self) -> Hasil<()> {
        self.kirim().await
    }
}
