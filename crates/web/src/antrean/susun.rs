//! How the services of a hall stand on a page to choose from. A small hall shows all of them; one with more than fit is chosen from by
//! what is asked for often, by gerai, or by words.

use layanan::cari::{Indeks, TANYA_MAKS};
use serde::Deserialize;
use store::{
    Store,
    antrean::hari,
    mpp::{Mpp, Penempatan},
};

use super::pilihan::{self, Kelompok};
use crate::{error::Hasil, konteks::Konteks};

/// Services that a page shows without a question.
pub const MUAT: usize = 40;
/// Those offered first, and those found by words.
const SERING: usize = 6;
const TEMUAN: usize = 24;

/// What a visitor chose so far; nothing at first.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Tanya {
    /// Code of a gerai.
    pub gerai: String,
    pub cari: String,
    /// A number was asked for a service that ended meanwhile.
    pub berhenti: String,
}

/// A service with the name of its gerai.
pub struct Tawaran {
    pub layanan: Penempatan,
    pub gerai: String,
    pub kode: String,
}

/// The choice as a page shows it.
pub struct Susunan {
    /// Gerai with their services.
    pub kelompok: Vec<Kelompok>,
    /// Gerai to open one of; empty where all services are shown.
    pub pintu: Vec<Kelompok>,
    /// Asked for often, or found.
    pub tawaran: Vec<Tawaran>,
    pub cari: String,
    /// Services that fit what was looked for, also those that are not shown.
    cocok: usize,
    /// The hall has more services than a page shows.
    pub besar: bool,
    /// Something was chosen: a way back is offered.
    pub dipilih: bool,
}

impl Susunan {
    /// # Errors
    /// Of the store.
    pub async fn baru(store: &Store, m: &Mpp, q: &Tanya) -> Hasil<Self> {
        let semua = pilihan::semua(store, m).await?;
        let cari: String = q.cari.trim().chars().take(TANYA_MAKS).collect();
        let kosong = Self { kelompok: Vec::new(), pintu: Vec::new(), tawaran: Vec::new(), cari, cocok: 0, besar: true, dipilih: true };
        if semua.iter().map(|g| g.layanan.len()).sum::<usize>() <= MUAT {
            return Ok(Self { kelompok: semua, besar: false, dipilih: false, cari: String::new(), ..kosong });
        }
        if let Some(n) = semua.iter().position(|g| g.gerai.kode.eq_ignore_ascii_case(q.gerai.trim())) {
            return Ok(Self { kelompok: semua.into_iter().skip(n).take(1).collect(), cari: String::new(), ..kosong });
        }
        if !kosong.cari.is_empty() {
            let (tawaran, cocok) = temuan(&semua, &kosong.cari);
            return Ok(Self { tawaran, cocok, ..kosong });
        }
        let sering = hari::sering(store.baca(), m.unit_id, store.sekarang(), 50).await?;
        let tawaran = sering.into_iter().filter_map(|id| tiap(&semua).find(|(_, l)| l.id == id).map(tawaran)).take(SERING).collect();
        Ok(Self { tawaran, pintu: semua, dipilih: false, ..kosong })
    }

    /// How many were found; where not all of them are shown, that and how to come to the others.
    pub fn temuan(&self, k: &Konteks) -> String {
        jumlah_temuan(k, ("antrean-cari-temuan", "antrean-cari-potong"), self.tawaran.len(), self.cocok)
    }
}

/// Keys: all that fit are shown, or the first of them.
pub fn jumlah_temuan(k: &Konteks, (semua, potong): (&str, &str), tampil: usize, cocok: usize) -> String {
    if tampil == cocok {
        return k.jumlah(semua, tampil);
    }
    k.a(potong, [("tampil", tampil.into()), ("jumlah", cocok.into())])
}

/// Every service with its gerai.
fn tiap(semua: &[Kelompok]) -> impl Iterator<Item = (&Kelompok, &Penempatan)> {
    semua.iter().flat_map(|g| g.layanan.iter().map(move |l| (g, l)))
}

fn tawaran((g, l): (&Kelompok, &Penempatan)) -> Tawaran {
    Tawaran { layanan: l.clone(), gerai: g.gerai.nama.clone(), kode: g.gerai.kode.clone() }
}

/// By words of its name and of its gerai; the letters of its numbers find it as well. The best of them, and how many there are.
fn temuan(semua: &[Kelompok], cari: &str) -> (Vec<Tawaran>, usize) {
    let isi: Vec<_> = tiap(semua).collect();
    let indeks =
        Indeks::susun(isi.iter().map(|(g, l)| vec![(l.layanan.as_str(), 10), (g.gerai.nama.as_str(), 3), (g.gerai.kode.as_str(), 1)]));
    let mut urut: Vec<usize> = (0..isi.len()).filter(|n| isi[*n].1.awalan.eq_ignore_ascii_case(cari)).collect();
    for t in indeks.cari(cari, isi.len()) {
        if !urut.contains(&t.dokumen) {
            urut.push(t.dokumen);
        }
    }
    let cocok = urut.len();
    (urut.into_iter().take(TEMUAN).filter_map(|n| isi.get(n).copied().map(tawaran)).collect(), cocok)
}
