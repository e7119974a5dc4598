//! Agreement of evaluators over a whole period: the finished sheets, F01 and results that `pekppp::kesepakatan` judges.
//!
//! Only lokus whose sheets are all done are in it, so that nobody sees a score before it is given; for organisers and
//! the Penanggungjawab. Nothing here computes a figure or changes one.

use crate::{
    Hasil, Store, edisi,
    f01::{self, Beku},
    f02,
    hak::PenyelenggaraPeriode,
    hasil,
    id::{AkunId, LokusId},
    lokus,
};
use pekppp::{Edisi, F01, HasilIpp};
use std::{collections::HashMap, sync::Arc};

/// Lokus that are read with one query a table: the contents of their F01 lie in memory together.
const SEKALI: usize = 200;

/// One lokus with finished sheets.
#[derive(Debug, Clone)]
pub struct LokusDinilai {
    pub lokus_id: LokusId,
    pub unit: String,
    pub edisi: Arc<Edisi>,
    /// Account, name and scores in the order of `Edisi::semua_indikator`.
    pub lembar: Vec<(AkunId, String, Vec<Option<u8>>)>,
    /// What the unit declared, from the submission that stands.
    pub f01: Option<F01>,
    pub hasil: HasilIpp,
}

/// The lokus of a period by unit name, without those that are still being scored.
pub async fn bahan(store: &Store, hak: &PenyelenggaraPeriode) -> Hasil<Vec<LokusDinilai>> {
    let c = store.baca();
    let semua = lokus::milik_periode(c, hak.periode.id).await?;
    let hasil = hasil::hitung_periode(store, hak.periode.id).await?;
    let mut hasil: HashMap<LokusId, HasilIpp> = hasil.into_iter().map(|h| (h.lokus_id, h.hasil)).collect();
    let mut jadi = Vec::new();
    for bagian in semua.chunks(SEKALI) {
        let id: Vec<LokusId> = bagian.iter().map(|l| l.id).collect();
        let mut lembar = f02::lembar_beberapa(c, &id).await?;
        lembar.retain(|_, x| x.iter().all(|y| y.selesai.is_some()));
        let dinilai: Vec<LokusId> = id.into_iter().filter(|l| lembar.contains_key(l) && hasil.contains_key(l)).collect();
        let f01 = f01::pengiriman_beberapa(c, &dinilai).await?;
        for l in bagian {
            let (Some(lembar), Some(h)) = (lembar.remove(&l.id), hasil.remove(&l.id)) else { continue };
            let isian =
                |p: &f01::Pengiriman| Beku::baca(&p.isi).ok().map(|b| b.isian.into_iter().map(|(kode, i)| (kode, i.jawaban)).collect());
            jadi.push(LokusDinilai {
                edisi: edisi::dapat(store, l.edisi()?).await?,
                lokus_id: l.id,
                unit: l.unit.clone(),
                lembar: lembar.into_iter().map(|x| (x.akun_id, x.nama, x.skor)).collect(),
                f01: f01.get(&l.id).and_then(isian),
                hasil: h,
            });
        }
    }
    Ok(jadi)
}
