//! What the front desk gives a number for: found by words, and without any the services that are asked for most. Searched on the server,
//! so that it works without a script.

use std::collections::BTreeSet;

use layanan::cari::{Indeks, TANYA_MAKS};
use store::{
    antrean::hari,
    id::GeraiId,
    mpp::{Mpp, Penempatan},
};

use crate::{
    AppState,
    antrean::{
        pilihan::{Arah, per_gerai},
        susun::jumlah_temuan,
    },
    error::Hasil,
    konteks::Konteks,
};

/// Services that are offered without a question, and those found by one.
const SERING: usize = 8;
const TEMUAN: usize = 12;

/// The choice as the page shows it.
pub(super) struct Pilihan {
    /// What was asked.
    pub cari: String,
    /// Found, or asked for often.
    pub tawaran: Vec<Penempatan>,
    /// Services that fit what was asked, also those that are not shown.
    cocok: usize,
    /// All that people come to: who gets a number for an electronic gerai would wait where nobody is.
    pub semua: Vec<Penempatan>,
    arah: Arah,
    /// Gerai with a line longer than the day.
    penuh: BTreeSet<GeraiId>,
}

impl Pilihan {
    pub(super) async fn baru(app: &AppState, m: &Mpp, mut semua: Vec<Penempatan>, (cari, penuh): (&str, BTreeSet<GeraiId>)) -> Hasil<Self> {
        let arah = Arah::baru(&app.store, m, &semua).await?;
        semua.retain(|p| arah.didatangi(p));
        let cari: String = cari.trim().chars().take(TANYA_MAKS).collect();
        let (tawaran, cocok) = if cari.is_empty() { (sering(app, m, &semua).await?, 0) } else { temuan(&semua, &cari) };
        Ok(Self { cari, tawaran, cocok, semua, arah, penuh })
    }

    /// How many were found; where not all of them are shown, that and how to come to the others.
    pub(super) fn temuan(&self, k: &Konteks) -> String {
        jumlah_temuan(k, ("antrean-depan-temuan", "antrean-depan-potong"), self.tawaran.len(), self.cocok)
    }

    /// All of them by gerai, in the order of the hall.
    pub(super) fn kelompok(&self) -> Vec<(&str, &[Penempatan])> {
        let semua = per_gerai(&self.semua, |p| p.gerai_id);
        semua.into_iter().filter_map(|isi| Some((isi.first()?.gerai.as_str(), isi))).collect()
    }

    /// Key of what is said of a service for which nobody is there now, or whose line is longer than the day.
    pub(super) fn catatan(&self, p: &Penempatan) -> Option<&'static str> {
        match () {
            () if self.arah.absen(p) => Some("antrean-absen"),
            () if !self.arah.berpetugas(p) => Some("antrean-belum-ada-loket"),
            () if self.penuh.contains(&p.gerai_id) => Some("antrean-tak-sempat-judul"),
            () => None,
        }
    }
}

/// Those asked for most in the last weeks, filled up in the order of the hall.
async fn sering(app: &AppState, m: &Mpp, semua: &[Penempatan]) -> Hasil<Vec<Penempatan>> {
    // More than are shown: what is no longer given falls out.
    let sering = hari::sering(app.store.baca(), m.unit_id, app.store.sekarang(), 50).await?;
    let satu = |id| semua.iter().find(|p| p.id == id);
    let dulu: Vec<&Penempatan> = sering.iter().filter_map(|id| satu(*id)).take(SERING).collect();
    let sisa = semua.iter().filter(|p| !dulu.iter().any(|d| d.id == p.id));
    Ok(dulu.iter().copied().chain(sisa).take(SERING).cloned().collect())
}

/// The letter of a service finds it as well as words of its name and of its gerai. The best of them, and how many there are.
fn temuan(semua: &[Penempatan], cari: &str) -> (Vec<Penempatan>, usize) {
    let huruf = semua.iter().filter(|p| p.awalan.eq_ignore_ascii_case(cari));
    let indeks = Indeks::susun(semua.iter().map(|p| vec![(p.layanan.as_str(), 10), (p.gerai.as_str(), 3)]));
    let kata = indeks.cari(cari, semua.len()).into_iter().filter_map(|t| semua.get(t.dokumen));
    let mut hasil: Vec<&Penempatan> = Vec::new();
    for p in huruf.chain(kata) {
        if !hasil.iter().any(|h| h.id == p.id) {
            hasil.push(p);
        }
    }
    (hasil.iter().take(TEMUAN).copied().cloned().collect(), hasil.len())
}
