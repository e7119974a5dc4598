//! The tables as the migrations declare them: names, column types, keys and references.
//!
//! Backup, restore and the checks are generic code over this list, so a new table needs no change there. It reads
//! the few forms that `migrations/*.sql` uses; a test compares it with what both databases really hold.

use crate::{Hasil, StoreError};

/// The four portable column types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jenis {
    Uuid,
    Teks,
    Bigint,
    Bytea,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kolom {
    pub nama: String,
    pub jenis: Jenis,
    /// Table and column that a value must exist in.
    pub acuan: Option<(String, String)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tabel {
    pub nama: String,
    pub kolom: Vec<Kolom>,
    /// Places of the primary key in `kolom`, in key order.
    pub kunci: Vec<usize>,
}

impl Tabel {
    /// Column names, comma-separated, in declared order.
    #[must_use]
    pub fn daftar_kolom(&self) -> String {
        self.kolom.iter().map(|k| k.nama.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// The same for the primary key.
    #[must_use]
    pub fn daftar_kunci(&self) -> String {
        self.kunci.iter().map(|&i| self.kolom[i].nama.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// Columns that point into their own table, such as a parent unit.
    pub fn acuan_diri(&self) -> impl Iterator<Item = usize> {
        self.kolom.iter().enumerate().filter(|(_, k)| k.acuan.as_ref().is_some_and(|(t, _)| *t == self.nama)).map(|(i, _)| i)
    }
}

/// Tables in the order of their creation, which is an order that satisfies every reference.
///
/// # Errors
/// `Rusak` names a statement that this reader does not understand.
pub fn tabel<'a>(migrasi: impl IntoIterator<Item = &'a str>) -> Hasil<Vec<Tabel>> {
    let mut semua: Vec<Tabel> = Vec::new();
    for teks in migrasi {
        let polos: String = teks.lines().map(|b| b.split("--").next().unwrap_or_default()).collect::<Vec<_>>().join("\n");
        for p in polos.split(';').map(str::trim).filter(|p| !p.is_empty()) {
            pernyataan(p, &mut semua)?;
        }
    }
    Ok(semua)
}

/// The tables of this program version.
pub fn sekarang() -> Hasil<Vec<Tabel>> {
    tabel(crate::migrasi::DAFTAR.iter().map(|(_, teks)| *teks))
}

fn pernyataan(p: &str, semua: &mut Vec<Tabel>) -> Hasil<()> {
    let kata: Vec<&str> = p.split_whitespace().collect();
    match kata.as_slice() {
        ["CREATE", "TABLE", nama, ..] => semua.push(buat_tabel(nama.trim_end_matches('('), p)?),
        ["ALTER", "TABLE", nama, "ADD", "COLUMN", ..] => {
            let kolom = p.split_once("ADD COLUMN").map(|(_, k)| kolom(k)).ok_or_else(|| asing(p))??;
            let t = semua.iter_mut().find(|t| t.nama == *nama).ok_or_else(|| asing(p))?;
            t.kolom.push(kolom);
        }
        ["DROP", "TABLE", nama] => semua.retain(|t| t.nama != *nama),
        ["CREATE", "INDEX" | "UNIQUE", ..] | ["DROP", "INDEX", ..] | ["INSERT" | "UPDATE" | "DELETE", ..] => {}
        _ => return Err(asing(p)),
    }
    Ok(())
}

fn asing(p: &str) -> StoreError {
    StoreError::Rusak(format!("migration statement in a form that backup does not read: {p}"))
}

fn buat_tabel(nama: &str, p: &str) -> Hasil<Tabel> {
    let isi = p.split_once('(').and_then(|(_, i)| i.rsplit_once(')')).map(|(i, _)| i).ok_or_else(|| asing(p))?;
    let (mut kolom_, mut kunci_nama) = (Vec::new(), Vec::new());
    for butir in belah(isi) {
        if let Some(k) = butir.strip_prefix("PRIMARY KEY") {
            kunci_nama = k.trim().trim_matches(['(', ')']).split(',').map(|n| n.trim().to_owned()).collect();
        } else if butir.starts_with("UNIQUE") || butir.starts_with("CHECK") || butir.starts_with("FOREIGN") {
            return Err(asing(butir));
        } else {
            let k = kolom(butir)?;
            if butir.contains("PRIMARY KEY") {
                kunci_nama = vec![k.nama.clone()];
            }
            kolom_.push(k);
        }
    }
    let kunci: Vec<usize> = kunci_nama.iter().filter_map(|n| kolom_.iter().position(|k: &Kolom| k.nama == *n)).collect();
    if kunci.is_empty() || kunci.len() != kunci_nama.len() {
        return Err(asing(p));
    }
    Ok(Tabel { nama: nama.to_owned(), kolom: kolom_, kunci })
}

fn kolom(butir: &str) -> Hasil<Kolom> {
    let mut kata = butir.split_whitespace();
    let (Some(nama), Some(jenis)) = (kata.next(), kata.next()) else { return Err(asing(butir)) };
    let jenis = match jenis {
        "uuid" => Jenis::Uuid,
        "text" => Jenis::Teks,
        "bigint" => Jenis::Bigint,
        "bytea" => Jenis::Bytea,
        _ => return Err(asing(butir)),
    };
    let acuan = butir.split_once("REFERENCES").and_then(|(_, a)| {
        let (t, k) = a.trim().split_once('(')?;
        Some((t.trim().to_owned(), k.split(')').next()?.trim().to_owned()))
    });
    Ok(Kolom { nama: nama.to_owned(), jenis, acuan })
}

/// Splits at commas that are outside brackets.
fn belah(isi: &str) -> Vec<&str> {
    let (mut dalam, mut awal, mut bagian) = (0_usize, 0, Vec::new());
    for (i, h) in isi.char_indices() {
        match h {
            '(' => dalam += 1,
            ')' => dalam = dalam.saturating_sub(1),
            ',' if dalam == 0 => {
                bagian.push(isi[awal..i].trim());
                awal = i + 1;
            }
            _ => {}
        }
    }
    bagian.push(isi[awal..].trim());
    bagian.retain(|b| !b.is_empty());
    bagian
}
