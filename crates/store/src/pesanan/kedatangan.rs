//! Whether those who booked came: what the estimate of a line learns from the weeks before.

use crate::{Hasil, Waktu, id::GeraiId, kueri::Kueri, nilai};
use ::layanan::antrean::Kedatangan;
use sea_orm::{ConnectionTrait, FromQueryResult};

/// Days that are looked back.
const HARI: i64 = 60;

#[derive(FromQueryResult)]
struct Baris {
    gerai_id: GeraiId,
    janji: i64,
    datang: i64,
}

/// Of a gerai and of its whole hall, over the last [`HARI`] days before today: bookings that were neither cancelled nor lost to a change of
/// hours or rosters, and those of them whose owners were there before the slot was over.
pub(crate) async fn lalu<C: ConnectionTrait>(c: &C, gerai: GeraiId, pada: Waktu) -> Hasil<(Kedatangan, Kedatangan)> {
    let hari = pada.timestamp().to_zoned(jiff::tz::TimeZone::UTC).date();
    let sejak = hari.saturating_sub(jiff::Span::new().days(HARI));
    let sql = "SELECT gl.gerai_id, COUNT(*) AS janji, COUNT(CASE WHEN t.terbit < t.slot_selesai THEN 1 END) AS datang
         FROM gerai_layanan gl JOIN pesanan p ON p.gerai_layanan_id = gl.id LEFT JOIN pesanan_batal b ON b.pesanan_id = p.id
         LEFT JOIN pesanan_hadir h ON h.pesanan_id = p.id LEFT JOIN tiket t ON t.id = h.tiket_id
         WHERE gl.mpp_id = (SELECT g.mpp_id FROM gerai g WHERE g.id = $1) AND p.tanggal >= $2 AND p.tanggal < $3 AND b.pesanan_id IS NULL
         AND NOT EXISTS (SELECT 1 FROM pesanan_terdampak d LEFT JOIN pesanan_terdampak_usai u ON u.terdampak_id = d.id
            WHERE d.pesanan_id = p.id AND u.terdampak_id IS NULL)
         GROUP BY gl.gerai_id ORDER BY gl.gerai_id LIMIT 1000";
    let angka = |n: i64| u32::try_from(n).unwrap_or(u32::MAX);
    let mut hasil = (Kedatangan::default(), Kedatangan::default());
    for b in c.semua::<Baris>(sql, nilai![gerai, sejak.to_string(), hari.to_string()]).await? {
        let ini = Kedatangan { janji: angka(b.janji), datang: angka(b.datang) };
        if b.gerai_id == gerai {
            hasil.0 = ini;
        }
        let mpp = hasil.1;
        hasil.1 = Kedatangan { janji: mpp.janji.saturating_add(ini.janji), datang: mpp.datang.saturating_add(ini.datang) };
    }
    Ok(hasil)
}
