//! What an estimate rests on: the gerai's own times of the last weeks, how often kelompok rentan come, and how often those who booked
//! do. The estimate itself is the rules' (`layanan::antrean::perkirakan`).

use super::{baris::Tiket, garis::Potret};
use crate::{
    Hasil, Waktu,
    id::{GeraiId, LayananId, TiketId},
    kueri::Kueri,
    nilai,
    pesanan::kedatangan,
};
use ::layanan::antrean::{
    self as aturan, AturanGiliran, Ditunggu, Garis, LoketBuka, Menunggu, Penyela, Perkiraan, Prioritas, WaktuLayanan, perkirakan,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::BTreeMap;

/// Observations of a service that are read, newest first.
const CONTOH: i64 = 200;
/// How far back they may lie, in days.
const HARI: i64 = 90;
/// Days that say how often kelompok rentan come.
const HARI_PENYELA: i64 = 14;
/// Seconds from the first number of a day to its last that make it one of them.
const HARI_MINIMUM: i64 = 3600;
/// A call that kept a counter longer was forgotten, not served.
const DETIK_MAKS: i64 = 4 * 3600;

/// Slow to change: read anew every few minutes, not for each call.
#[derive(Debug, Clone)]
pub struct Bahan {
    waktu: BTreeMap<aturan::LayananId, WaktuLayanan>,
    penyela: Penyela,
    /// As [`Ditunggu::datang_persen`].
    datang_persen: u32,
}

/// What can be said of a line now.
#[derive(Debug, Clone, Default)]
pub struct Hitungan {
    /// For each who waits, in the order of the line; who booked and came before his time has none till then.
    pub tiket: Vec<(TiketId, Perkiraan)>,
    /// For an ordinary person who took a number now; `None` where the gerai gives no service.
    pub berikut: Option<Perkiraan>,
}

#[derive(FromQueryResult)]
struct BarisLayanan {
    layanan_id: LayananId,
    menit: Option<i64>,
}

#[derive(FromQueryResult)]
struct Detik {
    detik: i64,
}

#[derive(FromQueryResult)]
struct HariLalu {
    rentan: i64,
    dari: Waktu,
    sampai: Waktu,
}

/// Reads what estimates of this gerai rest on.
pub async fn bahan<C: ConnectionTrait>(c: &C, gerai: GeraiId, pada: Waktu) -> Hasil<Bahan> {
    let sejak = pada.tambah_detik(-HARI * 86_400);
    // Services that are placed here, and those whose tickets were transferred here.
    let sql = "SELECT layanan_id, MAX(menit) AS menit FROM (SELECT layanan_id, menit FROM gerai_layanan WHERE gerai_id = $1
         UNION ALL SELECT DISTINCT layanan_id, CAST(NULL AS bigint) AS menit FROM antrean_waktu WHERE gerai_id = $1 AND saat >= $2) t
         GROUP BY layanan_id ORDER BY layanan_id LIMIT 1000";
    let layanan: Vec<BarisLayanan> = c.semua(sql, nilai![gerai, sejak]).await?;
    let mut waktu = BTreeMap::new();
    for l in layanan {
        let sql = format!(
            "SELECT detik FROM antrean_waktu WHERE gerai_id = $1 AND layanan_id = $2 AND saat >= $3 AND detik <= {DETIK_MAKS}
             ORDER BY saat DESC LIMIT {CONTOH}"
        );
        let contoh: Vec<Detik> = c.semua(&sql, nilai![gerai, l.layanan_id, sejak]).await?;
        let contoh = contoh.iter().filter_map(|d| u32::try_from(d.detik).ok()).collect();
        let baku = l.menit.and_then(|m| u32::try_from(m.saturating_mul(60)).ok());
        waktu.insert(aturan::LayananId(l.layanan_id.0.as_u128()), WaktuLayanan { contoh, baku });
    }
    let (gerai_ini, mpp) = kedatangan::lalu(c, gerai, pada).await?;
    Ok(Bahan { waktu, penyela: penyela(c, gerai, pada).await?, datang_persen: aturan::datang_persen(gerai_ini, mpp) })
}

/// The time between two of kelompok rentan, over the days from the first ticket to the last.
async fn penyela<C: ConnectionTrait>(c: &C, gerai: GeraiId, pada: Waktu) -> Hasil<Penyela> {
    let hari = pada.timestamp().to_zoned(jiff::tz::TimeZone::UTC).date();
    let (dari, sampai) = (hari.saturating_sub(jiff::Span::new().days(HARI_PENYELA)), hari.saturating_add(jiff::Span::new().days(1)));
    let sql =
        "SELECT CAST(SUM(CASE WHEN prioritas = 'rentan' THEN 1 ELSE 0 END) AS bigint) AS rentan, MIN(terbit) AS dari, MAX(terbit) AS sampai
         FROM tiket WHERE di_gerai = $1 AND tanggal >= $2 AND tanggal <= $3 GROUP BY tanggal ORDER BY tanggal LIMIT 100";
    let hari: Vec<HariLalu> = c.semua(sql, nilai![gerai, dari.to_string(), sampai.to_string()]).await?;
    // A day that has only begun says nothing about how often they come.
    let lama = |h: &HariLalu| (h.sampai.0 - h.dari.0) / 1_000_000;
    let rentan: i64 = hari.iter().filter(|h| lama(h) >= HARI_MINIMUM).map(|h| h.rentan).sum();
    let detik: i64 = hari.iter().map(lama).filter(|d| *d >= HARI_MINIMUM).sum();
    let jarak_detik = detik.checked_div(rentan).and_then(|d| u32::try_from(d.max(1)).ok());
    Ok(Penyela { jarak_detik, beruntun: AturanGiliran::default().rentan_beruntun })
}

/// Takes milliseconds of computing: see [`perkirakan`].
#[must_use]
pub fn hitung(p: &Potret, bahan: &Bahan) -> Hitungan {
    // Who booked and is here before his time is called from then on, as if he came then.
    let awal = |t: &Tiket| t.pesanan().filter(|s| *s > p.pada);
    let garis: Vec<&Tiket> = p.antrean().filter(|t| awal(t).is_none()).collect();
    let mut antrean: Vec<Menunggu> = garis
        .iter()
        .map(|t| Menunggu {
            layanan: aturan::LayananId(t.layanan_id.0.as_u128()),
            prioritas: if t.rentan() { Prioritas::Rentan } else { Prioritas::Biasa },
            dipesan: t.janji(p.pada),
        })
        .collect();
    // A counter serves every service of its gerai.
    let mut layanan: Vec<aturan::LayananId> = bahan.waktu.keys().copied().chain(antrean.iter().map(|m| m.layanan)).collect();
    layanan.sort_unstable();
    layanan.dedup();
    // Whoever comes next stands behind all of them, and what he comes for changes nothing before his turn.
    antrean.extend(layanan.first().map(|l| Menunggu { layanan: *l, prioritas: Prioritas::Biasa, dipesan: false }));
    let loket: Vec<LoketBuka> = p
        .terbuka()
        .map(|l| {
            let sedang = p.di_loket(l.id).map(|t| {
                let sejak = t.dipanggil.unwrap_or(t.terakhir);
                let lama = u32::try_from((p.pada.0 - sejak.0).max(0) / 1_000_000).unwrap_or(u32::MAX);
                (aturan::LayananId(t.layanan_id.0.as_u128()), lama)
            });
            LoketBuka { layanan: layanan.clone(), sedang }
        })
        .collect();
    let lagi = |mulai: Waktu| u32::try_from((mulai.0 - p.pada.0).max(0) / 1_000_000).unwrap_or(u32::MAX);
    let datang = p.antrean().filter_map(|t| Some((t.layanan_id, awal(t)?, 100)));
    let mut pesanan: Vec<Ditunggu> = p
        .pesanan
        .iter()
        .map(|d| (d.layanan_id, d.mulai, bahan.datang_persen))
        .chain(datang)
        .map(|(l, mulai, datang_persen)| Ditunggu { layanan: aturan::LayananId(l.0.as_u128()), detik: lagi(mulai), datang_persen })
        .collect();
    pesanan.sort_unstable_by_key(|d| d.detik);
    let semua = Garis { antrean: &antrean, loket: &loket, penyela: bahan.penyela, pesanan: &pesanan, waktu: &bahan.waktu };
    let mut kira = perkirakan(&semua);
    let berikut = if kira.len() > garis.len() { kira.pop() } else { None };
    Hitungan { tiket: garis.iter().map(|t| t.id).zip(kira).collect(), berikut }
}
