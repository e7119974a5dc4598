//! What the services of one gerai share: its officers. Their time is sold once, whichever service it is booked for; the rule is
//! `layanan::slot::Bersama`.

use super::{
    jam::{baca_pukul, baca_tanggal},
    tempat::Tempat,
    tugas::DITEMPATKAN,
};
use crate::{
    Hasil, StoreError, Tx, Waktu,
    id::{AkunId, GeraiId, PenempatanId, PesananId},
    kueri::Kueri,
    nilai,
};
use ::layanan::slot::PesananLain;
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::BTreeMap;

#[derive(FromQueryResult)]
struct Baris {
    id: PesananId,
    tanggal: String,
    mulai: String,
    selesai: String,
    per_petugas: i64,
    petugas: AkunId,
    dibuat: Waktu,
    pindah: Option<Waktu>,
    terdampak: i64,
}

/// Bookings of the other services of the gerai from `sejak` to `sampai`, each with the officers on duty for it. One without any of them
/// takes nobody's time and is not named.
pub(super) async fn lain<C: ConnectionTrait>(c: &C, t: &Tempat, (sejak, sampai): (Date, Date)) -> Hasil<Vec<PesananLain>> {
    let sql = format!(
        "SELECT p.id, p.tanggal, p.mulai, p.selesai, t.akun_id AS petugas, p.dibuat,
         (SELECT MAX(x.pada) FROM pesanan_pindah x WHERE x.pesanan_id = p.id) AS pindah,
         CAST(CASE WHEN EXISTS (SELECT 1 FROM pesanan_terdampak d LEFT JOIN pesanan_terdampak_usai u ON u.terdampak_id = d.id
             WHERE d.pesanan_id = p.id AND u.terdampak_id IS NULL) THEN 1 ELSE 0 END AS bigint) AS terdampak,
         COALESCE((SELECT a.per_petugas FROM pesan_aturan a LEFT JOIN pesan_aturan_batal ab ON ab.aturan_id = a.id
             WHERE a.gerai_layanan_id = p.gerai_layanan_id AND ab.aturan_id IS NULL AND a.mulai <= p.tanggal
             ORDER BY a.mulai DESC, a.id DESC LIMIT 1), 1) AS per_petugas
         FROM gerai_layanan gl JOIN pesanan p ON p.gerai_layanan_id = gl.id LEFT JOIN pesanan_batal b ON b.pesanan_id = p.id
         JOIN pesan_tugas t ON t.gerai_layanan_id = gl.id AND t.tanggal = p.tanggal AND t.mulai <= p.mulai AND t.selesai >= p.selesai
         LEFT JOIN pesan_tugas_hapus h ON h.tugas_id = t.id
         WHERE gl.gerai_id = $1 AND gl.id <> $2 AND p.tanggal >= $3 AND p.tanggal <= $4 AND b.pesanan_id IS NULL AND h.tugas_id IS NULL
         AND {DITEMPATKAN} ORDER BY p.id, t.akun_id LIMIT 200000"
    );
    let baris: Vec<Baris> = c.semua(&sql, nilai![t.gerai_id, t.id, sejak.to_string(), sampai.to_string()]).await?;
    let mut semua: BTreeMap<PesananId, PesananLain> = BTreeMap::new();
    for b in baris {
        let petugas = b.petugas.0.as_u128();
        if let Some(p) = semua.get_mut(&b.id) {
            p.petugas.insert(petugas);
            continue;
        }
        let (tanggal, mulai, selesai) = (baca_tanggal(&b.tanggal)?, baca_pukul(&b.mulai)?, baca_pukul(&b.selesai)?);
        let per_petugas = b.per_petugas.try_into().map_err(|_| StoreError::Rusak(format!("slot rule beside booking {}", b.id)))?;
        let (sejak, terdampak) = (t.lokal(b.pindah.unwrap_or(b.dibuat)), b.terdampak == 1);
        semua.insert(b.id, PesananLain { tanggal, mulai, selesai, per_petugas, petugas: [petugas].into(), sejak, terdampak });
    }
    Ok(semua.into_values().collect())
}

#[derive(FromQueryResult)]
struct Satu {
    id: PenempatanId,
}

/// The placement whose day stands for the gerai's when somebody books: the oldest one.
pub(super) async fn pintu(tx: &Tx, gerai: GeraiId) -> Hasil<PenempatanId> {
    let sql = "SELECT id FROM gerai_layanan WHERE gerai_id = $1 ORDER BY dibuat, id LIMIT 1";
    Ok(tx.satu::<Satu>(sql, nilai![gerai]).await?.id)
}

/// Another service of the gerai whose roster names the same officers.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Serumah {
    pub id: PenempatanId,
    pub layanan: String,
}

/// Services of the gerai that share an officer with this one from a day on, by name.
pub async fn serumah<C: ConnectionTrait>(c: &C, t: &Tempat, sejak: Date) -> Hasil<Vec<Serumah>> {
    let sql = "SELECT gl.id, l.nama AS layanan FROM gerai_layanan gl JOIN layanan l ON l.id = gl.layanan_id
        WHERE gl.gerai_id = $1 AND gl.id <> $2 AND EXISTS (SELECT 1 FROM pesan_tugas t LEFT JOIN pesan_tugas_hapus h ON h.tugas_id = t.id
        JOIN pesan_tugas s ON s.akun_id = t.akun_id AND s.tanggal = t.tanggal AND s.gerai_layanan_id = $2
        LEFT JOIN pesan_tugas_hapus sh ON sh.tugas_id = s.id
        WHERE t.gerai_layanan_id = gl.id AND t.tanggal >= $3 AND h.tugas_id IS NULL AND sh.tugas_id IS NULL
        AND t.mulai < s.selesai AND s.mulai < t.selesai) ORDER BY l.nama, gl.id LIMIT 200";
    c.semua(sql, nilai![t.gerai_id, t.id, sejak.to_string()]).await
}
