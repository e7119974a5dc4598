//! The board of a period: each unit with its counts, what is overdue, and its deadline.

use super::{
    asal::asal_periode,
    baca::{Butir, daftar_asal, daftar_periode},
    batas::awal_periode,
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
    /// Its own deadline: a later one than the others' where it got its report after theirs.
    pub batas: Option<BatasTindakLanjut>,
}

impl BarisPapan {
    /// Something is late on this day: a plan past its last day, or no report after the unit's deadline. [`super::lewat()`] finds the
    /// same without reading the board.
    #[must_use]
    pub fn terlambat(&self, hari: Date) -> bool {
        self.hitungan.lewat > 0
            || (self.lhe_disampaikan && !self.laporan_disampaikan && self.batas.as_ref().is_some_and(|b| b.batas < hari))
    }
}

#[derive(FromQueryResult)]
struct Kirim {
    lokus_id: LokusId,
    dokumen: String,
    pada: Waktu,
}

/// All lokus of a period by unit name, and the first deadline among those that have their report. A monitoring period shows the recommendations that it
/// checks, those of the lokus before; it has no report and no deadline of its own.
pub async fn papan(store: &Store, hak: &PembacaPeriode, hari: Date) -> Hasil<(Vec<BarisPapan>, Option<BatasTindakLanjut>)> {
    let c = store.baca();
    let semua = lokus::milik_periode(c, hak.periode.id).await?;
    let dinilai = periode::aturan(&hak.periode.skema)?.dinilai;
    let p = &hak.periode;
    let awal = if dinilai { awal_periode(c, p.id, p.instansi_id, &p.skema).await? } else { None };
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
        let sampai = sampai.get(&l.id).map(|w| w.hari(&l.zona));
        BarisPapan {
            hitungan: hitung(&butir, hari),
            lhe_disampaikan: lhe.contains(&l.id),
            sampai,
            laporan_disampaikan: laporan.contains(&l.id),
            batas: awal.as_ref().and_then(|a| a.batas(sampai)),
            butir,
            lokus: l,
        }
    });
    let baris: Vec<BarisPapan> = baris.collect();
    let pertama = baris.iter().filter(|b| b.lhe_disampaikan).filter_map(|b| b.batas).min_by_key(|b| b.batas);
    Ok((baris, pertama.or_else(|| awal?.batas(None))))
}
