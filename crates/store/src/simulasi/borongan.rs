//! Rows of several tables by multi-row inserts, parents before what refers to them.

use super::jejak;
use crate::{Hasil, Kunci, StoreError, Tx, kueri::Kueri};
use sea_orm::Value;

/// Values kept back before all tables are written; below the limits of both databases.
const PENUH: usize = 8000;
/// Rows of one statement.
const SEPERNYATAAN: usize = 50;

struct Tabel {
    nama: &'static str,
    kolom: &'static str,
    lebar: usize,
    /// The statement for [`SEPERNYATAAN`] rows.
    penuh: String,
    nilai: Vec<Value>,
}

fn pernyataan(nama: &str, kolom: &str, baris: usize) -> String {
    let lebar = kolom.split(',').count();
    let baris = (0..baris).map(|b| format!("({})", (1..=lebar).map(|k| format!("${}", b * lebar + k)).collect::<Vec<_>>().join(",")));
    format!("INSERT INTO {nama} ({kolom}) VALUES {}", baris.collect::<Vec<_>>().join(","))
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
        let tabel = tabel.iter().map(|(nama, kolom)| {
            let penuh = pernyataan(nama, kolom, SEPERNYATAAN);
            Tabel { nama, kolom, lebar: kolom.split(',').count(), penuh, nilai: Vec::new() }
        });
        Self { tx, tabel: tabel.collect(), tunggu: 0 }
    }

    /// The same with the audit log behind them.
    pub(super) fn dengan_jejak(tx: &'a Tx, tabel: &[(&'static str, &'static str)]) -> Self {
        Self::baru(tx, &[tabel, &jejak::TABEL].concat())
    }

    /// The key of the installation, which signs the heads of the log.
    pub(super) fn kunci(&self) -> &'a Kunci {
        &self.tx.kunci
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
            let mut nilai = std::mem::take(&mut t.nilai).into_iter();
            while nilai.len() > 0 {
                // Full statements all read alike, so that the database prepares them once.
                let baris = (nilai.len() / t.lebar).min(SEPERNYATAAN);
                let lain = (baris < SEPERNYATAAN).then(|| pernyataan(t.nama, t.kolom, baris));
                self.tx.jalankan(lain.as_ref().unwrap_or(&t.penuh), nilai.by_ref().take(baris * t.lebar).collect()).await?;
            }
        }
        Ok(())
    }

    pub(super) async fn selesai(mut self) -> Hasil<()> {
        self.kirim().await
    }
}
