//! Fills every table of the database with a few rows that its constraints accept, knowing none by name.

#![cfg(test)]

use sea_orm::{ConnectionTrait, Value};
use store::{
    Store,
    kueri::Kueri,
    skema::{self, Jenis, Kolom, Tabel},
};
use uuid::Uuid;

/// Three rows in every table, except those that are there already or that hold one row.
pub async fn isi_semua(store: &Store) {
    let tx = store.mulai().await.unwrap();
    isi_tabel(&*tx, skema::sekarang().unwrap()).await;
    tx.commit().await.unwrap();
}

/// The same for the tables of an earlier schema.
pub async fn isi_tabel<C: ConnectionTrait>(tx: &C, tabel: Vec<Tabel>) {
    let teks: String = store::migrasi::DAFTAR.iter().map(|(_, t)| *t).collect::<Vec<_>>().join("\n");
    let mut induk: Vec<(String, Vec<Vec<Value>>, Tabel)> = Vec::new();
    for t in tabel {
        let mut semua = Vec::new();
        for n in 0..3_u8 {
            let nilai: Vec<Value> = t.kolom.iter().map(|k| nilai_kolom(&teks, &t, k, n, &induk, &semua)).collect();
            let tempat: Vec<String> = (1..=nilai.len()).map(|i| format!("${i}")).collect();
            let sql = format!("INSERT INTO {} ({}) VALUES ({})", t.nama, t.daftar_kolom(), tempat.join(", "));
            tx.jalankan(&sql, nilai.clone()).await.unwrap_or_else(|e| panic!("{}: {e}", t.nama));
            semua.push(nilai);
        }
        induk.push((t.nama.clone(), semua, t));
    }
}

fn nilai_kolom(teks: &str, t: &Tabel, k: &Kolom, n: u8, induk: &[(String, Vec<Vec<Value>>, Tabel)], sendiri: &[Vec<Value>]) -> Value {
    if let Some((acuan, kolom)) = &k.acuan {
        if *acuan == t.nama {
            let tempat = t.kolom.iter().position(|x| x.nama == *kolom).unwrap();
            return sendiri.last().map_or(None::<Uuid>.into(), |b| b[tempat].clone());
        }
        let (_, baris, tabel) = induk.iter().find(|(nama, ..)| nama == acuan).unwrap();
        let tempat = tabel.kolom.iter().position(|x| x.nama == *kolom).unwrap();
        return baris[usize::from(n)][tempat].clone();
    }
    if let Some(v) = dari_check(teks, t, k) {
        return v;
    }
    match k.jenis {
        Jenis::Uuid => Uuid::from_bytes([n.wrapping_mul(77).wrapping_add(9); 16]).into(),
        Jenis::Teks => format!("{}-{n} \"kutip\" \u{1F332} é\n\\", k.nama).into(),
        Jenis::Bigint => (i64::MAX - i64::from(n)).into(),
        Jenis::Bytea => vec![n, 0, 255, 10, 39].into(),
    }
}

/// A value that a CHECK of this column allows.
fn dari_check(teks: &str, t: &Tabel, k: &Kolom) -> Option<Value> {
    let badan = teks.split_once(&format!("CREATE TABLE {} (", t.nama))?.1.split(';').next()?;
    let baris = badan.lines().find(|b| b.trim_start().starts_with(&format!("{} ", k.nama)))?;
    if baris.contains("BETWEEN") {
        return Some(5_i64.into());
    }
    let pilihan = baris.split_once(" IN (")?.1.split('\'').nth(1)?;
    Some(pilihan.to_owned().into())
}
