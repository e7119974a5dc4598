//! The live result of one lokus: sheets, consensus and counters as they are now, and what is still missing.

use super::benturan;
use crate::{
    Hasil, Store, StoreError, Waktu, edisi,
    f01::{self, Beku, BuktiBeku, Pengiriman},
    f02::{self, Catatan, Lembar, Sepakat},
    lokus::Lokus,
    persiapan::benturan::Berbenturan,
    ronde::{RingkasanF03, ringkas},
    sanggah,
};
use jiff::civil::Date;
use pekppp::{CaraPenilai, Edisi, F03Ringkas, HasilIpp, LembarF02, Masukan, Nilai};
use sea_orm::ConnectionTrait;
use std::{collections::BTreeMap, sync::Arc};

/// What a result still lacks, with whom to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kurang {
    /// The head of the unit has not submitted F01.
    BelumDikirim,
    TanpaEvaluator,
    /// A sheet that its evaluator has not marked done.
    Lembar {
        nama: String,
        terisi: usize,
        perlu: usize,
    },
    /// Evaluators differ and nobody wrote down what they agreed.
    Sepakat {
        kode: String,
        nama: String,
        skor: Vec<(String, u8)>,
    },
    /// The unit was not shown its draft scores yet.
    HakJawabBelum,
    /// The unit may still object, until the end of this day.
    HakJawabBerjalan {
        tenggat: Date,
    },
    /// An objection that nobody answered.
    Sanggahan {
        kode: String,
        nama: String,
    },
    /// The score is not the one that the unit was shown, and no objection asked for the change: it is shown again.
    HakJawabUlang {
        kode: String,
        nama: String,
    },
    /// A sheet counts although its evaluator declared a conflict of interest since: with a reason, unless nobody else scored.
    Benturan {
        nama: String,
        pada: Waktu,
        sendiri: bool,
    },
    /// Too few respondents: the result can be frozen, but has no IPP.
    Responden {
        dipakai: u64,
        min: u32,
    },
}

impl Kurang {
    /// Whether the result cannot be frozen before this is settled.
    #[must_use]
    pub fn menghalangi(&self) -> bool {
        !matches!(self, Self::Responden { .. } | Self::Benturan { sendiri: false, .. })
    }

    /// Whether it is about the right of reply, and not about the scores themselves.
    #[must_use]
    pub fn hak_jawab(&self) -> bool {
        matches!(self, Self::HakJawabBelum | Self::HakJawabBerjalan { .. } | Self::Sanggahan { .. } | Self::HakJawabUlang { .. })
    }
}

/// Everything that a result is made of. Shows all scores: ask [`f02::pandangan`] before a page shows it.
#[derive(Debug, Clone)]
pub struct HasilSementara {
    pub edisi: Arc<Edisi>,
    /// The full trace. `evaluator` in it is the account id.
    pub hasil: HasilIpp,
    pub masukan: Masukan,
    /// One an appointed evaluator.
    pub lembar: Vec<Lembar>,
    pub catatan: Vec<Catatan>,
    pub sepakat: Vec<Sepakat>,
    pub f03: RingkasanF03,
    pub pengiriman: Option<Pengiriman>,
    /// Evidence of the live submission.
    pub bukti: Vec<BuktiBeku>,
    pub kurang: Vec<Kurang>,
    /// Those whose sheets count although they declared a conflict of interest since.
    pub benturan: Vec<Berbenturan>,
}

/// Computes the result of a lokus from what is stored now.
pub async fn hitung(store: &Store, lokus: &Lokus) -> Hasil<HasilSementara> {
    let edisi = edisi::dapat(store, lokus.edisi()?).await?;
    hitung_di(store.baca(), edisi, lokus, store.sekarang()).await
}

/// The same inside a transaction that locked what it reads; `pada` decides whether the time of the unit to object is over.
pub(crate) async fn hitung_di<C: ConnectionTrait>(c: &C, edisi: Arc<Edisi>, lokus: &Lokus, pada: Waktu) -> Hasil<HasilSementara> {
    let lembar = f02::lembar_semua(c, lokus.id).await?;
    let sepakat = f02::sepakat_berlaku(c, lokus.id).await?;
    let f03 = ringkas::ringkas(c, &edisi, lokus.id).await?;
    let pengiriman = f01::pengiriman_hidup(c, lokus.id).await?;
    let bukti = pengiriman.as_ref().map(|p| Beku::baca(&p.isi)).transpose()?.map(|b| b.bukti).unwrap_or_default();
    let disepakati: BTreeMap<String, i64> = sepakat.iter().map(|s| (s.indikator.clone(), s.skor)).collect();
    let sheets = lembar.iter().map(|l| l.nilai(&edisi)).collect();
    let masukan = masukan(&lokus.penyatuan, sheets, disepakati, f03.f03.clone())?;
    let hasil = pekppp_hitung(&edisi, &masukan)?;
    let mut kurang = kurang(&edisi, lokus, &lembar, &hasil, pengiriman.is_some());
    // The unit is heard about scores that are complete; before that there is nothing to show.
    if !kurang.iter().any(Kurang::menghalangi) {
        kurang.extend(sanggah::kurang(c, &edisi, lokus, &hasil, pada).await?);
    }
    let benturan = benturan::di_antara(c, lokus.id, &lembar).await?;
    let sendiri = benturan.len() == lembar.len();
    kurang.extend(benturan.iter().map(|b| Kurang::Benturan { nama: b.nama.clone(), pada: b.pada, sendiri }));
    let catatan = f02::catatan(c, lokus.id).await?;
    Ok(HasilSementara { edisi, hasil, masukan, lembar, catatan, sepakat, f03, pengiriman, bukti, kurang, benturan })
}

/// The input of the computation: settled scores count only where the period settles differences by consensus.
pub(super) fn masukan(penyatuan: &str, f02: Vec<LembarF02>, sepakat: BTreeMap<String, i64>, f03: F03Ringkas) -> Hasil<Masukan> {
    let cara = if penyatuan == "konsensus" { CaraPenilai::Konsensus } else { CaraPenilai::RataRata };
    let mut nilai_konsensus = BTreeMap::new();
    if cara == CaraPenilai::Konsensus {
        for (kode, skor) in sepakat {
            let skor = Nilai::baru(skor).map_err(|e| StoreError::Rusak(format!("f02_sepakat {kode}: {e}")))?;
            nilai_konsensus.insert(kode, skor);
        }
    }
    Ok(Masukan { f02, cara_penilai: Some(cara), nilai_konsensus, f03, agregasi_f03: None })
}

pub(super) fn pekppp_hitung(edisi: &Edisi, masukan: &Masukan) -> Hasil<HasilIpp> {
    pekppp::hitung(edisi, masukan).map_err(|salah| {
        let salah: Vec<String> = salah.iter().map(ToString::to_string).collect();
        StoreError::Rusak(format!("result: {}", salah.join("; ")))
    })
}

fn kurang(edisi: &Edisi, lokus: &Lokus, lembar: &[Lembar], hasil: &HasilIpp, terkirim: bool) -> Vec<Kurang> {
    let perlu = edisi.indikator().count();
    let mut kurang = Vec::new();
    if !terkirim {
        kurang.push(Kurang::BelumDikirim);
    }
    if lembar.is_empty() {
        kurang.push(Kurang::TanpaEvaluator);
    }
    let terbuka = lembar.iter().filter(|l| l.selesai.is_none());
    kurang.extend(terbuka.map(|l| Kurang::Lembar { nama: l.nama.clone(), terisi: l.skor.iter().take(perlu).flatten().count(), perlu }));
    // Differences can be settled only once every sheet is done.
    if lokus.penyatuan == "konsensus" && lembar.iter().all(|l| l.selesai.is_some()) {
        kurang.extend(hasil.f02.kurang.iter().filter_map(|kode| belum_sepakat(edisi, lembar, kode)));
    }
    let (dipakai, min) = (hasil.f03.dipakai, edisi.f03.responden_min);
    if dipakai < u64::from(min) {
        kurang.push(Kurang::Responden { dipakai, min });
    }
    kurang
}

fn belum_sepakat(edisi: &Edisi, lembar: &[Lembar], kode: &str) -> Option<Kurang> {
    let letak = edisi.semua_indikator().position(|i| i.kode == kode)?;
    let nama = edisi.cari_indikator(kode)?.nama.clone();
    let skor = lembar.iter().filter_map(|l| Some((l.nama.clone(), (*l.skor.get(letak)?)?))).collect();
    Some(Kurang::Sepakat { kode: kode.to_owned(), nama, skor })
}
