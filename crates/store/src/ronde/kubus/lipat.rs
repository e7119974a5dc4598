//! Folding answers into cells in memory: which cells an answer belongs to, and what it adds there.

use super::{Keadaan, Sel};
use crate::{
    Hasil, StoreError,
    id::RondeId,
    ronde::masukan::{Bentuk, KOSONG, Kelompok, Masukan, Profil},
};
use std::collections::{BTreeMap, HashMap};

/// Everything of a round.
pub(crate) const SEMUA: u8 = 0;
/// One cell a quality flag.
pub(crate) const TANDA: u8 = 8;
/// One cell a whole profile.
pub(crate) const PENUH: u8 = 9;
pub(crate) const DIMENSI: std::ops::RangeInclusive<u8> = 1..=5;

/// Key of a cell. `sel`: see [`Kunci::teks`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Kunci<K = Kelompok> {
    pub ronde: RondeId,
    pub tingkat: u8,
    pub keadaan: Keadaan,
    pub kelompok: K,
    pub sel: Profil,
}

impl<K> Kunci<K> {
    /// The cell as the table names it.
    pub(crate) fn teks(&self) -> String {
        let satu = |b: u8| if b == KOSONG { "-".to_owned() } else { b.to_string() };
        match self.tingkat {
            SEMUA => String::new(),
            PENUH => self.sel.0.map(satu).join("."),
            _ => satu(self.sel.0[0]),
        }
    }
}

/// One answer as the fold needs it.
#[derive(Debug, Clone)]
pub(crate) struct Butir<'a, K> {
    pub ronde: RondeId,
    pub bentuk: Bentuk,
    pub kelompok: K,
    pub nilai: &'a [u8],
    /// `None` where the round asks no profile.
    pub profil: Option<Profil>,
    pub tanda: u32,
}

impl<'a> Butir<'a, Kelompok> {
    pub(crate) fn dari(m: &'a Masukan, berprofil: bool) -> Self {
        let profil = berprofil.then_some(m.profil);
        Self { ronde: m.ronde, bentuk: m.bentuk, kelompok: m.kelompok, nilai: &m.nilai, profil, tanda: m.tanda }
    }
}

impl<K> Butir<'_, K> {
    /// `Kurang` holds every answer with a gap, left out by an analyst or not: it counts nowhere else.
    pub(crate) fn keadaan(&self, dikecualikan: bool) -> Keadaan {
        match (self.nilai.contains(&KOSONG), dikecualikan) {
            (true, _) => Keadaan::Kurang,
            (false, true) => Keadaan::Kecuali,
            (false, false) => Keadaan::Pakai,
        }
    }
}

/// Cells and what is to be added to each; `K` names the group.
#[derive(Debug, Clone)]
pub(crate) struct Lipatan<K: Ord = Kelompok> {
    pub sel: BTreeMap<Kunci<K>, Ubah>,
    bentuk: HashMap<RondeId, Bentuk>,
}

/// What changes in a cell; negative when answers leave it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Ubah {
    pub n: i64,
    pub jumlah: i64,
    pub kuadrat: i64,
    pub hitung: Vec<i64>,
}

impl<K: Ord> Default for Lipatan<K> {
    fn default() -> Self {
        Self { sel: BTreeMap::new(), bentuk: HashMap::new() }
    }
}

impl<K: Ord + Clone> Lipatan<K> {
    /// Adds (`kali` 1) or takes away (-1) one answer in the state `keadaan`.
    ///
    /// # Errors
    /// `Rusak` when answers of one round differ in shape.
    pub(crate) fn tambah(&mut self, b: &Butir<'_, K>, keadaan: Keadaan, kali: i64) -> Hasil<()> {
        if *self.bentuk.entry(b.ronde).or_insert(b.bentuk) != b.bentuk {
            return Err(StoreError::Rusak(format!("answers of round {} differ in their questions", b.ronde)));
        }
        let jumlah: i64 = b.nilai.iter().filter(|v| **v != KOSONG).map(|v| i64::from(*v)).sum();
        // The total of an incomplete answer means nothing.
        let jumlah = if keadaan == Keadaan::Kurang { 0 } else { jumlah };
        let mut isi = |tingkat: u8, sel: Profil| {
            let kunci = Kunci { ronde: b.ronde, tingkat, keadaan, kelompok: b.kelompok.clone(), sel };
            let u = self.sel.entry(kunci).or_insert_with(|| Ubah { hitung: vec![0; b.bentuk.hitungan()], ..Ubah::default() });
            u.n += kali;
            u.jumlah += kali * jumlah;
            u.kuadrat += kali * jumlah * jumlah;
            for (no, v) in b.nilai.iter().enumerate().filter(|(_, v)| **v != KOSONG) {
                let letak = no * b.bentuk.lebar() + usize::from(v.saturating_sub(b.bentuk.min));
                if let Some(h) = u.hitung.get_mut(letak) {
                    *h += kali;
                }
            }
        };
        isi(SEMUA, Profil::KOSONG);
        if let Some(p) = b.profil {
            for (d, v) in DIMENSI.zip(p.0) {
                isi(d, satu(v));
            }
            isi(PENUH, p);
        }
        for bit in (0..32).filter(|bit| b.tanda >> bit & 1 == 1) {
            isi(TANDA, satu(bit));
        }
        Ok(())
    }
}

/// A cell that one byte names.
pub(crate) fn satu(v: u8) -> Profil {
    let mut p = Profil::KOSONG;
    p.0[0] = v;
    p
}

impl Ubah {
    /// The cell after this change.
    ///
    /// # Errors
    /// `Rusak` if a counter would fall below zero or the cell has another shape.
    pub(crate) fn pada(&self, lama: Option<&Sel>) -> Hasil<Sel> {
        let rusak = || StoreError::Rusak("a survey counter does not fit its answers".into());
        let kosong = Sel { hitung: vec![0; self.hitung.len()], ..Sel::default() };
        let lama = lama.filter(|s| !s.hitung.is_empty()).unwrap_or(&kosong);
        if lama.hitung.len() != self.hitung.len() {
            return Err(rusak());
        }
        let hitung = lama.hitung.iter().zip(&self.hitung).map(|(a, b)| u32::try_from(i64::from(*a) + b).map_err(|_| rusak()));
        Ok(Sel {
            n: lama.n.checked_add_signed(self.n).ok_or_else(rusak)?,
            jumlah: lama.jumlah.checked_add_signed(self.jumlah).ok_or_else(rusak)?,
            kuadrat: lama.kuadrat.checked_add_signed(self.kuadrat).ok_or_else(rusak)?,
            hitung: hitung.collect::<Hasil<_>>()?,
        })
    }
}
