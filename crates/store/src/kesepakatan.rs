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
    for l in semua {
        let lembar = f02::lembar_semua(c, l.id).await?;
        if lembar.is_empty() || lembar.iter().any(|x| x.selesai.is_none()) {
            continue;
        }
        let Some(h) = hasil.remove(&l.id) else { continue };
        let f01 = match f01::pengiriman_hidup(c, l.id).await? {
            Some(p) => Beku::baca(&p.isi).ok().map(|b| b.isian.into_iter().map(|(kode, i)| (kode, i.jawaban)).collect()),
            None => None,
        };
        jadi.push(LokusDinilai {
            edisi: edisi::dapat(store, l.edisi()?).await?,
            lokus_id: l.id,
            unit: l.unit,
            lembar: lembar.into_iter().map(|x| (x.akun_id, x.nama, x.skor)).collect(),
            f01,
            hasil: h,
        });
    }
    Ok(jadi)
}
