//! Choosing from the board: one edition, and within it a category, a group of instansi, a region. Ranks are those within the
//! choice; a search by name only shows fewer of them.

use super::{
    papan::{Baris, Papan, RataInstansi},
    sisi::Dulu,
};
use crate::lokus::akar_kategori;
use pekppp::peringkat::{Gerak, gerak};
use std::collections::HashMap;

/// What to rank, and which page of it. An empty text chooses all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Saring {
    /// SHA-256 of the edition or its beginning; the edition with most units when it names none.
    pub edisi: String,
    /// Ranking category of services.
    pub kategori: String,
    /// One of [`super::JENIS_KELOMPOK`].
    pub jenis: String,
    /// Region code: of a province with all in it, or of one kabupaten or kota.
    pub wilayah: String,
    /// Part of the name of a unit or instansi.
    pub cari: String,
    /// From 1.
    pub hal: usize,
}

/// One place in the chosen ranking.
#[derive(Debug, Clone, Copy)]
pub struct Letak<'a> {
    pub baris: &'a Baris,
    pub peringkat: usize,
    /// Best and worst rank that the intervals of F03 allow; `None` where the interval of this unit is not known.
    pub pita: Option<(usize, usize)>,
    /// Shows the same two decimals as a neighbour, but has another value.
    pub mirip: bool,
    /// Has exactly the value of a neighbour.
    pub seri: bool,
}

/// The same of an instansi's mean.
#[derive(Debug, Clone, Copy)]
pub struct LetakInstansi<'a> {
    pub rata: &'a RataInstansi,
    pub peringkat: usize,
    pub mirip: bool,
    pub seri: bool,
}

#[derive(Debug, Clone)]
pub struct Halaman<T> {
    pub isi: Vec<T>,
    /// Ranked in the choice.
    pub jumlah: usize,
    /// Of these found by the search.
    pub cocok: usize,
    pub hal: usize,
    pub hal_akhir: usize,
    /// How many have each category of the edition, in its order.
    pub mutu: Vec<(String, usize)>,
    /// Units without an interval: taken as exact in the bands of the others.
    pub tanpa_rentang: usize,
}

/// Ten-thousandths from 0 to 5.
const TINGKAT_RENTANG: usize = 50_001;

/// Whether a region code lies in another: `64` holds `64.08`, but `6` does not hold `64`.
fn dalam(luas: &str, sempit: Option<&str>) -> bool {
    luas.is_empty() || sempit.is_some_and(|s| s.strip_prefix(luas).is_some_and(|sisa| sisa.is_empty() || sisa.starts_with('.')))
}

impl Papan {
    /// The edition that is ranked: the one asked for, otherwise the one with most units. `None` on an empty board.
    #[must_use]
    pub fn edisi_pilihan(&self, s: &Saring) -> Option<usize> {
        let diminta = self.edisi.iter().position(|e| s.edisi.len() >= 8 && e.sidik.starts_with(&s.edisi));
        diminta.or_else(|| (0..self.edisi.len()).max_by_key(|n| (self.edisi[*n].unit, std::cmp::Reverse(*n))))
    }

    /// Which instansi the choice holds.
    fn instansi_pilihan(&self, s: &Saring) -> Vec<bool> {
        self.instansi.iter().map(|i| (s.jenis.is_empty() || i.jenis == s.jenis) && dalam(&s.wilayah, i.wilayah.as_deref())).collect()
    }

    /// Indices of the chosen units, highest first.
    fn unit_pilihan(&self, s: &Saring) -> Vec<u32> {
        let Some(edisi) = self.edisi_pilihan(s) else { return Vec::new() };
        let kategori = if s.kategori.is_empty() {
            None
        } else {
            let Some(n) = self.kategori.iter().position(|k| akar_kategori(k) == akar_kategori(&s.kategori)) else { return Vec::new() };
            Some(n)
        };
        let instansi = self.instansi_pilihan(s);
        let ikut = |b: &Baris| {
            b.edisi as usize == edisi
                && kategori.is_none_or(|k| b.kategori as usize == k)
                && instansi.get(b.instansi as usize) == Some(&true)
        };
        (0_u32..).zip(&self.baris).filter(|(_, b)| ikut(b)).map(|(n, _)| n).collect()
    }

    /// The ranking of units, by pages of `sehalaman`.
    #[must_use]
    pub fn unit(&self, s: &Saring, sehalaman: usize) -> Halaman<Letak<'_>> {
        let pilih = self.unit_pilihan(s);
        let baris = |n: usize| pilih.get(n).and_then(|i| self.baris.get(*i as usize));
        let cari = s.cari.to_lowercase();
        let instansi: Vec<bool> = self.instansi.iter().map(|i| !cari.is_empty() && i.cari.contains(&cari)).collect();
        let cocok = |b: &Baris| cari.is_empty() || b.cari.contains(&cari) || instansi.get(b.instansi as usize) == Some(&true);
        let mut mutu = vec![0; self.edisi_pilihan(s).and_then(|e| self.edisi.get(e)).map_or(0, |e| e.kategori.len())];
        let (mut lolos, mut peringkat, mut urut, mut tanpa) = (Vec::new(), 0, 0, 0);
        let mut sebelum = None;
        for n in 0..pilih.len() {
            let Some(b) = baris(n) else { continue };
            urut += 1;
            if sebelum != Some(b.tingkat) {
                (peringkat, sebelum) = (urut, Some(b.tingkat));
            }
            if let Some(m) = mutu.get_mut(b.mutu as usize) {
                *m += 1;
            }
            tanpa += usize::from(b.rentang.is_none());
            if cocok(b) {
                lolos.push((n, peringkat));
            }
        }
        let (hal, hal_akhir) = halaman(s.hal, lolos.len(), sehalaman);
        let pita = Pita::baru(pilih.iter().filter_map(|i| self.baris.get(*i as usize)));
        let letak = |&(n, peringkat): &(usize, usize)| {
            let b = baris(n)?;
            let tetangga = [n.checked_sub(1).and_then(baris), baris(n + 1)];
            let ada = |f: fn(&Baris, &Baris) -> bool| tetangga.iter().flatten().any(|t| f(b, t));
            let mirip = ada(|a, b| a.tingkat != b.tingkat && a.tampil == b.tampil);
            Some(Letak { baris: b, peringkat, pita: pita.satu(b), mirip, seri: ada(|a, b| a.tingkat == b.tingkat) })
        };
        let isi = lolos.iter().skip((hal - 1) * sehalaman).take(sehalaman).filter_map(letak).collect();
        let kode = self.edisi_pilihan(s).and_then(|e| self.edisi.get(e)).map(|e| e.kategori.clone()).unwrap_or_default();
        let mutu = kode.into_iter().zip(mutu).collect();
        Halaman { isi, jumlah: pilih.len(), cocok: lolos.len(), hal, hal_akhir, mutu, tanpa_rentang: tanpa }
    }

    /// The ranking of instansi by the mean of all their units; the category of services does not narrow it.
    #[must_use]
    pub fn per_instansi(&self, s: &Saring, sehalaman: usize) -> Halaman<LetakInstansi<'_>> {
        let edisi = self.edisi_pilihan(s);
        let ikut = self.instansi_pilihan(s);
        let pilih: Vec<&RataInstansi> =
            self.rata.iter().filter(|r| Some(r.edisi as usize) == edisi && ikut.get(r.instansi as usize) == Some(&true)).collect();
        let cari = s.cari.to_lowercase();
        let cocok = |r: &RataInstansi| self.instansi.get(r.instansi as usize).is_some_and(|i| i.cari.contains(&cari));
        let (mut lolos, mut peringkat) = (Vec::new(), 0);
        let kode = edisi.and_then(|e| self.edisi.get(e)).map(|e| e.kategori.clone()).unwrap_or_default();
        let mut mutu: Vec<(String, usize)> = kode.into_iter().map(|k| (k, 0)).collect();
        for (n, r) in pilih.iter().enumerate() {
            if n == 0 || pilih[n - 1].hasil.hasil.ipp != r.hasil.hasil.ipp {
                peringkat = n + 1;
            }
            if let Some(m) = mutu.iter_mut().find(|m| m.0 == r.hasil.hasil.kategori) {
                m.1 += 1;
            }
            if cari.is_empty() || cocok(r) {
                lolos.push((n, peringkat));
            }
        }
        let (hal, hal_akhir) = halaman(s.hal, lolos.len(), sehalaman);
        let letak = |&(n, peringkat): &(usize, usize)| {
            let a = &pilih[n].hasil.hasil;
            let tetangga = [n.checked_sub(1).and_then(|m| pilih.get(m)), pilih.get(n + 1)];
            let mut lain = tetangga.iter().flatten().map(|t| &t.hasil.hasil);
            let seri = lain.clone().any(|b| a.ipp == b.ipp);
            LetakInstansi { rata: pilih[n], peringkat, mirip: lain.any(|b| a.ipp != b.ipp && a.tampil == b.tampil), seri }
        };
        let isi = lolos.iter().skip((hal - 1) * sehalaman).take(sehalaman).map(letak).collect();
        Halaman { isi, jumlah: pilih.len(), cocok: lolos.len(), hal, hal_akhir, mutu, tanpa_rentang: 0 }
    }

    /// How these units moved since an earlier board, each board narrowed by its own choice.
    #[must_use]
    pub fn gerak(&self, s: &Saring, lalu: &Self, sl: &Saring, unit: &[crate::id::UnitId]) -> Vec<Option<Dulu>> {
        let isi = |p: &Self, s: &Saring| {
            let baris = p.unit_pilihan(s).into_iter().filter_map(|i| p.baris.get(i as usize));
            baris.map(|b| (b.unit_id, b.tingkat, b.tampil)).collect::<Vec<_>>()
        };
        let (kini, dulu) = (isi(self, s), isi(lalu, sl));
        let urut = |isi: &[(crate::id::UnitId, u32, u16)]| isi.iter().map(|(u, t, _)| (*u, *t)).collect::<Vec<_>>();
        let letak: HashMap<_, _> = unit.iter().enumerate().map(|(n, u)| (*u, n)).collect();
        let mut hasil: Vec<Option<Gerak>> = vec![None; unit.len()];
        for ((u, ..), g) in kini.iter().zip(gerak(&urut(&kini), &urut(&dulu))) {
            if let Some(n) = letak.get(u) {
                hasil[*n] = g;
            }
        }
        let tampil: HashMap<_, _> = dulu.iter().filter(|(u, ..)| letak.contains_key(u)).map(|(u, _, t)| (*u, *t)).collect();
        unit.iter().zip(hasil).map(|(u, g)| Some(Dulu { gerak: g?, tampil: *tampil.get(u)? })).collect()
    }
}

/// Page shown and last page, both from 1.
fn halaman(diminta: usize, jumlah: usize, sehalaman: usize) -> (usize, usize) {
    let akhir = jumlah.div_ceil(sehalaman.max(1)).max(1);
    (diminta.clamp(1, akhir), akhir)
}

/// Counts of bounds by value: the rule of [`pekppp::pita_peringkat`] in whole numbers, one pass for any number of units.
struct Pita {
    /// How many lower bounds lie above a value, and how many upper ones.
    bawah: Vec<u32>,
    atas: Vec<u32>,
}

impl Pita {
    fn baru<'a>(semua: impl Iterator<Item = &'a Baris>) -> Self {
        let mut p = Self { bawah: vec![0; TINGKAT_RENTANG], atas: vec![0; TINGKAT_RENTANG] };
        for b in semua {
            let (bawah, atas) = batas(b);
            p.bawah[bawah] += 1;
            p.atas[atas] += 1;
        }
        for m in [&mut p.bawah, &mut p.atas] {
            let mut di_atas = 0;
            for n in m.iter_mut().rev() {
                di_atas += std::mem::replace(n, di_atas);
            }
        }
        p
    }

    fn satu(&self, b: &Baris) -> Option<(usize, usize)> {
        b.rentang?;
        let (bawah, atas) = batas(b);
        let diri = usize::from(atas > bawah);
        Some((1 + self.bawah[atas] as usize, 1 + self.atas[bawah] as usize - diri))
    }
}

/// The interval, or the value itself (cut to four decimals) where none is known.
pub(super) fn batas(b: &Baris) -> (usize, usize) {
    let titik = u16::try_from(b.skala / 1_000_000).unwrap_or(u16::MAX);
    let (bawah, atas) = b.rentang.unwrap_or((titik, titik));
    (usize::from(bawah).min(TINGKAT_RENTANG - 1), usize::from(atas).min(TINGKAT_RENTANG - 1))
}

#[cfg(test)]
#[path = "pilih_uji.rs"]
mod uji;
