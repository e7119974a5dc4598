//! F03 of a lokus as sums over the counters: never a scan of the answers.

use crate::{
    Hasil, Store, StoreError, edisi,
    id::{BundelId, LokusId, RondeId},
    kueri::Kueri,
    nilai,
    ronde::{
        self,
        kubus::{Keadaan, Sel, lipat::SEMUA},
        masukan::Kelompok,
    },
};
use pekppp::{Edisi, F03Ringkas, Pecahan};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::{BTreeMap, BTreeSet};

/// What stands behind the F03 of a lokus. Rejected paper is outside `f03`.
#[derive(Debug, Clone)]
pub struct RingkasanF03 {
    /// The input of `pekppp::hitung`.
    pub f03: F03Ringkas,
    /// Respondents that came online, complete or not.
    pub daring: u64,
    /// Respondents on paper that were not rejected, complete or not.
    pub kertas: u64,
    pub kertas_ditolak: u64,
    /// Of `kertas` those that count: every statement has an answer.
    pub kertas_dipakai: u64,
    /// Sheets with a gap by bundle that was not rejected.
    pub bundel_kurang: BTreeMap<String, u64>,
    /// Per statement how many respondents gave 0, 1, …, 5.
    pub sebaran: Vec<[u64; 6]>,
}

impl RingkasanF03 {
    /// Share of paper among the respondents that count, 0..100; `None` without respondents.
    #[must_use]
    pub fn porsi_kertas(&self) -> Option<Pecahan> {
        Pecahan::baru(i64::try_from(self.kertas_dipakai).ok()?.checked_mul(100)?, i64::try_from(self.f03.dipakai).ok()?)
    }

    /// Of `daring` those that count.
    #[must_use]
    pub fn daring_dipakai(&self) -> u64 {
        self.f03.dipakai.saturating_sub(self.kertas_dipakai)
    }

    /// Sheets with a gap, over all bundles that were not rejected.
    #[must_use]
    pub fn kertas_kurang(&self) -> u64 {
        self.bundel_kurang.values().sum()
    }

    /// Online answers with a gap.
    #[must_use]
    pub fn daring_kurang(&self) -> u64 {
        self.f03.dibuang.saturating_sub(self.kertas_kurang())
    }
}

#[derive(FromQueryResult)]
struct Hitungan {
    keadaan: String,
    kelompok: String,
    n: i64,
    hitung: Vec<u8>,
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
        kertas_dipakai: 0,
        bundel_kurang: BTreeMap::new(),
        sebaran: vec![[0; 6]; edisi.f03.pernyataan.len()],
    };
    let Some(ronde) = ronde::dari_lokus(c, lokus).await? else { return Ok(r) };
    let tolak = ditolak(c, ronde.id).await?;
    let hitungan: Vec<Hitungan> = c
        .semua(
            "SELECT keadaan, kelompok, n, hitung FROM jawaban_kubus WHERE ronde_id = $1 AND tingkat = $2 ORDER BY keadaan, kelompok LIMIT 100000",
            nilai![ronde.id, i64::from(SEMUA)],
        )
        .await?;
    for h in hitungan {
        tambah(&mut r, &h, tolak.contains(&h.kelompok))?;
    }
    Ok(r)
}

/// Groups of a round that are rejected paper.
pub(crate) async fn ditolak<C: ConnectionTrait>(c: &C, ronde: RondeId) -> Hasil<BTreeSet<String>> {
    let baris: Vec<Ditolak> = c
        .semua(
            "SELECT t.bundel_id FROM bundel_tolak t JOIN bundel_kertas b ON b.id = t.bundel_id WHERE b.ronde_id = $1 ORDER BY t.bundel_id LIMIT 100000",
            nilai![ronde],
        )
        .await?;
    Ok(baris.into_iter().map(|b| b.bundel_id.to_string()).collect())
}

fn tambah(r: &mut RingkasanF03, h: &Hitungan, ditolak: bool) -> Hasil<()> {
    let sel = Sel::dari(h.n, 0, 0, &h.hitung)?;
    let (pakai, kurang) = (h.keadaan == Keadaan::Pakai.kunci(), h.keadaan == Keadaan::Kurang.kunci());
    match (h.kelompok == Kelompok::Daring.to_string(), ditolak) {
        (true, _) => r.daring += sel.n,
        (false, true) => r.kertas_ditolak += sel.n,
        (false, false) => {
            r.kertas += sel.n;
            r.kertas_dipakai += if pakai { sel.n } else { 0 };
            if kurang && sel.n > 0 {
                *r.bundel_kurang.entry(h.kelompok.clone()).or_default() += sel.n;
            }
        }
    }
    if ditolak {
        return Ok(());
    }
    masukkan(&mut r.f03, &h.keadaan, &sel)?;
    if pakai {
        for (s, n) in r.sebaran.iter_mut().zip(sel.hitung.chunks(6)) {
            s.iter_mut().zip(n).for_each(|(a, b)| *a += u64::from(*b));
        }
    }
    Ok(())
}

/// Adds a cell of level 0 to the input of the computation. What an analyst left out is in no figure.
pub(crate) fn masukkan(f03: &mut F03Ringkas, keadaan: &str, sel: &Sel) -> Hasil<()> {
    if keadaan == Keadaan::Kecuali.kunci() || sel.n == 0 {
        return Ok(());
    }
    f03.responden += sel.n;
    if keadaan == Keadaan::Kurang.kunci() {
        f03.dibuang += sel.n;
        return Ok(());
    }
    f03.dipakai += sel.n;
    // Six values, 0 to 5, for each statement.
    if sel.hitung.len() != 6 * f03.jumlah_per_pernyataan.len() {
        return Err(StoreError::Rusak("counters of F03 do not fit the statements of the edition".into()));
    }
    for (jumlah, n) in f03.jumlah_per_pernyataan.iter_mut().zip(sel.hitung.chunks(6)) {
        *jumlah += n.iter().zip(0_u64..).map(|(n, v)| u64::from(*n) * v).sum::<u64>();
    }
    Ok(())
}
