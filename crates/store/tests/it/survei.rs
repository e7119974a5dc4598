//! A small world for the tests of surveys: an open SKM round of nine questions, and answers to it.

#![cfg(test)]

use crate::ruang::{KINI, Ruang};
use store::{
    Store,
    id::{AkunId, RondeId, UnitId},
    instansi::{self, InstansiBaru, UnitBaru},
    kueri::Kueri,
    nilai,
    ronde::{Bentuk, Kelompok, Masukan, Profil},
};
use uuid::Uuid;

pub const BENTUK: Bentuk = Bentuk { pertanyaan: 9, min: 1, maks: 4 };

pub async fn unit(s: &Store) -> UnitId {
    let tx = s.mulai().await.unwrap();
    let i = InstansiBaru { kode: "64.08", nama: "Kabupaten", jenis: "kabupaten", wilayah: Some("64.08"), zona: "WITA" };
    let i = instansi::tambah(&tx, None, i).await.unwrap();
    let u = UnitBaru { kode: "64.08-rsud", instansi: i, induk: None, nama: "RSUD", jenis: "rsud", alamat: "" };
    let u = instansi::tambah_unit(&tx, None, u).await.unwrap();
    let (e, teks) = pekppp::bawaan("pekppp-2022-a").unwrap();
    store::edisi::simpan(&tx, &e.id, teks).await.unwrap();
    tx.commit().await.unwrap();
    u
}

/// A round that takes answers from the day before the stopped clock to the day after.
pub async fn skm(s: &Store, unit: UnitId) -> RondeId {
    let id = RondeId::baru();
    let tx = s.mulai().await.unwrap();
    let sql = "INSERT INTO ronde (id, jenis, unit_id, lokus_id, edisi, token, dibuat, oleh)
        SELECT $1, 'skm', $2, NULL, MIN(sidik), $3, 1, $4 FROM edisi";
    tx.jalankan(sql, nilai![id, unit, id.to_string(), Uuid::nil()]).await.unwrap();
    let sql = "INSERT INTO skm_ronde (ronde_id, kode, nama, mulai, sampai, target, unsur, ilustrasi, versi)
        VALUES ($1, $2, 'SKM', '2026-03-01', '2026-03-03', 100, '[]', 1, 1)";
    tx.jalankan(sql, nilai![id, id.to_string()]).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// One round in a world of its own.
pub async fn dunia(r: &Ruang) -> RondeId {
    assert_eq!(r.store.sekarang().0, KINI, "the round is open on this day");
    skm(&r.store, unit(&r.store).await).await
}

/// An answer made from a number: the same number gives the same values, the id is new.
pub fn jawab(ronde: RondeId, n: u8) -> Masukan {
    Masukan {
        ronde,
        bentuk: BENTUK,
        id: Uuid::new_v4(),
        kelompok: Kelompok::Daring,
        hari: jiff::civil::date(2026, 3, 2),
        nilai: (0..9).map(|q| 1 + (n.wrapping_mul(7).wrapping_add(q)) % 4).collect(),
        profil: Profil([n % 3, n % 2, n % 6, n % 7, 255]),
        tanda: 0,
        saran: None,
        tautan: None,
    }
}

pub async fn tautan(s: &Store, ronde: RondeId, sidik: [u8; 32], sampai: &str) {
    let tx = s.mulai().await.unwrap();
    let sql = "INSERT INTO survei_tautan (sidik, ronde_id, sampai) VALUES ($1, $2, $3)";
    tx.jalankan(sql, nilai![sidik.to_vec(), ronde, sampai]).await.unwrap();
    tx.commit().await.unwrap();
}

/// Closes or opens the round by hand.
pub async fn tutup(s: &Store, ronde: RondeId, jenis: &str) {
    let tx = s.mulai().await.unwrap();
    // The lock that a closing takes.
    let sql = format!("SELECT id FROM ronde WHERE id = $1{}", tx.kunci_baris());
    tx.jalankan(&sql, nilai![ronde]).await.unwrap();
    let sql = "INSERT INTO ronde_tutup (id, ronde_id, jenis, alasan, pada, oleh) VALUES ($1, $2, $3, 'x', 1, $4)";
    tx.jalankan(sql, nilai![store::id::baru(), ronde, jenis, AkunId(Uuid::nil())]).await.unwrap();
    tx.commit().await.unwrap();
}

pub async fn banyak(s: &Store, ronde: RondeId) -> i64 {
    s.baca().angka("SELECT COUNT(*) AS n FROM jawaban WHERE ronde_id = $1", nilai![ronde]).await.unwrap()
}
