//! Bookings of a day whose owners are not there yet: what the estimate of a line has to reckon with.

use super::jam::{baca_pukul, baca_tanggal};
use crate::{
    Hasil, StoreError, Waktu,
    id::{GeraiId, LayananId},
    kueri::Kueri,
    nilai,
    waktu::zona_waktu,
};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};

/// A booking that may still become a ticket in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ditunggu {
    pub layanan_id: LayananId,
    pub mulai: Waktu,
}

#[derive(FromQueryResult)]
struct Baris {
    layanan_id: LayananId,
    tanggal: String,
    mulai: String,
    selesai: String,
}

/// Those of a gerai on a local day of its hall, by the start of their slots: neither cancelled nor dealt with, and the slot not over.
///
/// # Errors
/// `Rusak` when a stored time cannot be read.
pub(crate) async fn pada<C: ConnectionTrait>(c: &C, gerai: GeraiId, zona: &str, (hari, kini): (Date, Waktu)) -> Hasil<Vec<Ditunggu>> {
    let sql = "SELECT gl.layanan_id, p.tanggal, p.mulai, p.selesai FROM gerai_layanan gl JOIN pesanan p ON p.gerai_layanan_id = gl.id
         LEFT JOIN pesanan_batal b ON b.pesanan_id = p.id LEFT JOIN pesanan_hadir h ON h.pesanan_id = p.id
         LEFT JOIN pesanan_tidak_hadir x ON x.pesanan_id = p.id WHERE gl.gerai_id = $1 AND p.tanggal = $2
         AND b.pesanan_id IS NULL AND h.pesanan_id IS NULL AND x.pesanan_id IS NULL ORDER BY p.mulai, p.id LIMIT 2000";
    let zona = zona_waktu(zona);
    let pukul = |hari: &str, teks: &str| {
        let saat = baca_tanggal(hari)?.to_datetime(baca_pukul(teks)?).to_zoned(zona.clone());
        saat.map(|z| Waktu(z.timestamp().as_microsecond())).map_err(|e| StoreError::Rusak(format!("time of a booking: {e}")))
    };
    let mut hasil = Vec::new();
    for b in c.semua::<Baris>(sql, nilai![gerai, hari.to_string()]).await? {
        if pukul(&b.tanggal, &b.selesai)? > kini {
            hasil.push(Ditunggu { layanan_id: b.layanan_id, mulai: pukul(&b.tanggal, &b.mulai)? });
        }
    }
    Ok(hasil)
}
