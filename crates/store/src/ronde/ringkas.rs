//! F03 of a lokus as sums over the counters: never a scan of the answers.

use crate::{
    Hasil, Store, StoreError, edisi,
    id::{BundelId, LokusId, RondeId},
    kueri::Kueri,
    nilai,
    ronde::{self, jawaban},
};
use pekppp::{Edisi, F03Ringkas, Pecahan};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::BTreeSet;

/// What stands behind the F03 of a lokus. Rejected paper is outside `f03`.
#[derive(Debug, Clone)]
pub struct RingkasanF03 {
    /// The input of `pekppp::hitung`.
    pub f03: F03Ringkas,
    /// Respondents that came online, complete or not.
    pub daring: u64,
    /// Respondents on paper that were not rejected.
    pub kertas: u64,
    pub kertas_ditolak: u64,
    /// Per statement how many respondents gave 0, 1, …, 5.
    pub sebaran: Vec<[u64; 6]>,
}

impl RingkasanF03 {
    /// Share of paper among the respondents that count, 0..100; `None` without respondents.
    #[must_use]
    pub fn porsi_kertas(&self) -> Option<Pecahan> {
        let kertas = i64::try_from(self.kertas).ok()?;
        Pecahan::baru(kertas.checked_mul(100)?, i64::try_from(self.daring).ok()?.checked_add(kertas)?)
    }
}

#[derive(FromQueryResult)]
struct Hitungan {
    kelompok: String,
    pernyataan: i64,
    nilai: i64,
    jumlah: i64,
}

#[derive(FromQueryResult)]
struct Ditolak {
    bundel_id: BundelId,
}

/// Sums the counters of the F03 of a lokus; all zero while it was never opened.
pub async fn ringkas_f03(store: &Store, lokus: LokusId, sidik_edisi: &str) -> Hasil<RingkasanF03> {
    ringkas(store.baca(), &*edisi::dapat(store, sidik_edisi).await?, lokus).await
}

/// The same on a given connection, so that a freezing reads inside its own transaction.
pub(crate) async fn ringkas<C: ConnectionTrait>(c: &C, edisi: &Edisi, lokus: LokusId) -> Hasil<RingkasanF03> {
    let mut r = RingkasanF03 {
        f03: F03Ringkas::kosong(edisi),
        daring: 0,
        kertas: 0,
        kertas_ditolak: 0,
        sebaran: vec![[0; 6]; edisi.f03.pernyataan.len()],
    };
    let Some(ronde) = ronde::dari_lokus(c, lokus).await? else { return Ok(r) };
    let tolak = ditolak(c, ronde.id).await?;
    let hitungan: Vec<Hitungan> = c
        .semua(
            "SELECT kelompok, pernyataan, nilai, jumlah FROM jawaban_hitung WHERE ronde_id = $1 ORDER BY kelompok, pernyataan, nilai LIMIT 100000",
            nilai![ronde.id],
        )
        .await?;
    for h in hitungan {
        tambah(&mut r, &h, tolak.contains(&h.kelompok))?;
    }
    Ok(r)
}

async fn ditolak<C: ConnectionTrait>(c: &C, ronde: RondeId) -> Hasil<BTreeSet<String>> {
    let baris: Vec<Ditolak> = c
        .semua(
            "SELECT t.bundel_id FROM bundel_tolak t JOIN bundel_kertas b ON b.id = t.bundel_id WHERE b.ronde_id = $1 ORDER BY t.bundel_id LIMIT 1000",
            nilai![ronde],
        )
        .await?;
    Ok(baris.into_iter().map(|b| b.bundel_id.to_string()).collect())
}

fn tambah(r: &mut RingkasanF03, h: &Hitungan, ditolak: bool) -> Hasil<()> {
    let rusak = || StoreError::Rusak(format!("counter of statement {} value {}", h.pernyataan, h.nilai));
    let jumlah = u64::try_from(h.jumlah).map_err(|_| rusak())?;
    if h.pernyataan == jawaban::RESPONDEN {
        match (h.kelompok == jawaban::DARING, ditolak) {
            (true, _) => r.daring += jumlah,
            (false, false) => r.kertas += jumlah,
            (false, true) => r.kertas_ditolak += jumlah,
        }
        if !ditolak {
            r.f03.responden += jumlah;
            if h.nilai == 1 { r.f03.dipakai += jumlah } else { r.f03.dibuang += jumlah }
        }
        return Ok(());
    }
    if ditolak {
        return Ok(());
    }
    let no = usize::try_from(h.pernyataan).map_err(|_| rusak())?;
    let n = usize::try_from(h.nilai).map_err(|_| rusak())?;
    *r.sebaran.get_mut(no).and_then(|s| s.get_mut(n)).ok_or_else(rusak)? += jumlah;
    *r.f03.jumlah_per_pernyataan.get_mut(no).ok_or_else(rusak)? += jumlah * (n as u64);
    Ok(())
}
