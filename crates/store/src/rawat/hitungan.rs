//! F03 counters against a recount of the answers, round by round.

use super::Laporan;
use crate::{
    Hasil,
    id::RondeId,
    kueri::Kueri,
    nilai,
    ronde::jawaban::{KOSONG, RESPONDEN},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::BTreeMap;
use uuid::Uuid;

#[derive(FromQueryResult)]
struct Ronde {
    id: RondeId,
}

#[derive(FromQueryResult)]
struct Jawaban {
    id: Uuid,
    kelompok: String,
    nilai: Vec<u8>,
}

#[derive(FromQueryResult)]
struct Hitung {
    kelompok: String,
    pernyataan: i64,
    nilai: i64,
    jumlah: i64,
}

/// (group, statement, value) -> number.
type Kubus = BTreeMap<(String, i64, i64), i64>;

pub(super) async fn periksa<C: ConnectionTrait>(c: &C, l: &mut Laporan) -> Hasil<()> {
    let mut setelah = Uuid::nil();
    loop {
        let ronde: Vec<Ronde> = c.semua("SELECT id FROM ronde WHERE id > $1 ORDER BY id LIMIT 500", nilai![setelah]).await?;
        let Some(akhir) = ronde.last() else { return Ok(()) };
        setelah = akhir.id.0;
        for r in ronde {
            satu(c, l, r.id).await?;
        }
    }
}

async fn satu<C: ConnectionTrait>(c: &C, l: &mut Laporan, ronde: RondeId) -> Hasil<()> {
    let ulang = hitung_ulang(c, l, ronde).await?;
    let tercatat: Vec<Hitung> = c
        .semua(
            "SELECT kelompok, pernyataan, nilai, jumlah FROM jawaban_hitung WHERE ronde_id = $1 AND jumlah <> 0
             ORDER BY kelompok, pernyataan, nilai LIMIT 1000000",
            nilai![ronde],
        )
        .await?;
    let tercatat: Kubus = tercatat.into_iter().map(|h| ((h.kelompok, h.pernyataan, h.nilai), h.jumlah)).collect();
    for kunci in ulang.keys().chain(tercatat.keys().filter(|k| !ulang.contains_key(*k))) {
        let (benar, ada) = (ulang.get(kunci).copied().unwrap_or(0), tercatat.get(kunci).copied().unwrap_or(0));
        if benar != ada {
            let (kelompok, pernyataan, nilai) = kunci;
            let di = format!("round {ronde}, group {kelompok}, statement {pernyataan}, value {nilai}");
            l.temukan("f03", format!("{di}: counter says {ada}, the answers {benar}"));
        }
    }
    Ok(())
}

async fn hitung_ulang<C: ConnectionTrait>(c: &C, l: &mut Laporan, ronde: RondeId) -> Hasil<Kubus> {
    let (mut kubus, mut setelah) = (Kubus::new(), Uuid::nil());
    loop {
        let halaman: Vec<Jawaban> = c
            .semua("SELECT id, kelompok, nilai FROM jawaban WHERE ronde_id = $1 AND id > $2 ORDER BY id LIMIT 5000", nilai![ronde, setelah])
            .await?;
        let Some(akhir) = halaman.last() else { return Ok(kubus) };
        setelah = akhir.id;
        l.hitung("f03", halaman.len());
        for j in halaman {
            if let Some(b) = j.nilai.iter().find(|b| **b > 5 && **b != KOSONG) {
                l.temukan("f03", format!("answer {}: holds the byte {b}", j.id));
            }
            let lengkap = !j.nilai.contains(&KOSONG);
            *kubus.entry((j.kelompok.clone(), RESPONDEN, i64::from(lengkap))).or_default() += 1;
            for (n, b) in j.nilai.iter().enumerate().filter(|_| lengkap) {
                *kubus.entry((j.kelompok.clone(), i64::try_from(n).unwrap_or(i64::MAX), i64::from(*b))).or_default() += 1;
            }
        }
    }
}
