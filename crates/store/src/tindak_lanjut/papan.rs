//! The board of a period: each unit with its counts, what is overdue, and its deadline.

use super::{
    asal::asal_periode,
    baca::{Butir, daftar_asal, daftar_periode},
    batas::batas,
    status::{Hitungan, hitung},
};
use crate::{
    Hasil, Store, Waktu,
    hak::PembacaPeriode,
    id::LokusId,
    kueri::Kueri,
    lokus::{self, Lokus},
    nilai, periode,
};
use jiff::civil::Date;
use pekppp::fase::BatasTindakLanjut;
use sea_orm::FromQueryResult;
use std::collections::{HashMap, HashSet};

/// One unit of the board.
#[derive(Debug, Clone)]
pub struct BarisPapan {
    pub lokus: Lokus,
    pub butir: Vec<Butir>,
    pub hitungan: Hitungan,
    /// The report was delivered to the unit.
    pub lhe_disampaikan: bool,
    /// Its local day.
    pub sampai: Option<Date>,
    /// The unit's follow-up report was delivered.
    pub laporan_disampaikan: bool,
}

impl BarisPapan {
    /// Something is late on this day: a plan past its last day, or no report after a deadline that was not over already when the unit got
    /// the report of its evaluation.
    #[must_use]
    pub fn terlambat(&self, batas: Option<&BatasTindakLanjut>, hari: Date) -> bool {
        self.hitungan.lewat > 0
            || (self.lhe_disampaikan
                && !self.laporan_disampaikan
                && batas.is_some_and(|b| b.batas < hari && self.sampai.is_none_or(|s| s < b.batas)))
    }
}

#[derive(FromQueryResult)]
struct Kirim {
    lokus_id: LokusId,
    dokumen: String,
    pada: Waktu,
}

/// All lokus of a period by unit name, and the deadline that they share. A monitoring period shows the recommendations that it
/// checks, those of the lokus before; it has no report and no deadline of its own.
pub async fn papan(store: &Store, hak: &PembacaPeriode, hari: Date) -> Hasil<(Vec<BarisPapan>, Option<BatasTindakLanjut>)> {
    let c = store.baca();
    let semua = lokus::milik_periode(c, hak.periode.id).await?;
    let dinilai = periode::aturan(&hak.periode.skema)?.dinilai;
    let batas = match semua.first() {
        Some(l) if dinilai => batas(c, l).await?,
        _ => None,
    };
    let (asal, isi) = if dinilai {
        (HashMap::new(), daftar_periode(c, hak.periode.id).await?)
    } else {
        (asal_periode(c, hak.periode.id).await?, daftar_asal(c, hak.periode.id).await?)
    };
    let mut per_lokus: HashMap<LokusId, Vec<Butir>> = HashMap::new();
    for b in isi {
        per_lokus.entry(b.rekomendasi.lokus_id).or_default().push(b);
    }
    let kirim: Vec<Kirim> = c
        .semua(
            "SELECT p.lokus_id, p.dokumen, MIN(p.pada) AS pada FROM penyampaian p JOIN lokus l ON l.id = p.lokus_id
             LEFT JOIN lhe e ON e.id = p.lhe_id LEFT JOIN hasil_batal b ON b.hasil_id = e.hasil_id
             WHERE l.periode_id = $1 AND p.dokumen <> 'jadwal' AND b.hasil_id IS NULL
             GROUP BY p.lokus_id, p.dokumen ORDER BY p.lokus_id, p.dokumen LIMIT 20000",
            nilai![hak.periode.id],
        )
        .await?;
    let terkirim = |dokumen: &str| -> HashSet<LokusId> { kirim.iter().filter(|k| k.dokumen == dokumen).map(|k| k.lokus_id).collect() };
    let (lhe, laporan) = (terkirim("lhe"), terkirim("tindak-lanjut"));
    let sampai: HashMap<LokusId, Waktu> = kirim.iter().filter(|k| k.dokumen == "lhe").map(|k| (k.lokus_id, k.pada)).collect();
    let baris = semua.into_iter().map(|l| {
        let butir = per_lokus.remove(asal.get(&l.id).unwrap_or(&l.id)).unwrap_or_default();
        BarisPapan {
            hitungan: hitung(&butir, hari),
            lhe_disampaikan: lhe.contains(&l.id),
            sampai: sampai.get(&l.id).map(|w| w.hari(&l.zona)),
            laporan_disampaikan: laporan.contains(&l.id),
            butir,
            lokus: l,
        }
    });
    Ok((baris.collect(), batas))
}
