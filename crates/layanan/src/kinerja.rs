//! The figures of a mall's performance report, each with one definition (DESIGN section 6): published reports of malls count
//! "kunjungan" without saying of what, so here it is said: a visit is one ticket that was served to its end.
//!
//! Input are facts about tickets; nothing is stored here and no clock is read. Middle and ninth tenth are by nearest rank:
//! a figure that some citizen really had, never a mean of two.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp, civil::Date};

use crate::kunci::berkunci;

berkunci! {
    /// How a ticket ended, as far as the report tells apart.
    pub enum Akhir {
        /// Served to the end.
        Selesai = "selesai",
        /// Called and not there.
        TidakHadir = "tidak-hadir",
        /// Cancelled by the citizen or an officer.
        Batal = "batal",
        /// The hall closed before its turn.
        TakTerlayani = "tak-terlayani",
        /// Not over yet.
        Berjalan = "berjalan",
    }
}

/// What is known of one ticket. Times in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kunjungan {
    /// Local day of the hall.
    pub tanggal: Date,
    pub gerai: u128,
    pub layanan: u128,
    pub akhir: Akhir,
    /// Took the way for kelompok rentan.
    pub rentan: bool,
    /// Had a booked time.
    pub dipesan: bool,
    /// See [`tunggu`]; none was called without it.
    pub tunggu: Option<u32>,
    /// From the beginning of service to its end.
    pub layan: Option<u32>,
}

/// From taking the number to the first call. For a booking from the booked time on, 0 if called sooner: who comes early does not wait for
/// the office until then.
#[must_use]
pub fn tunggu(terbit: Timestamp, slot: Option<Timestamp>, dipanggil: Timestamp) -> SignedDuration {
    let sejak = slot.map_or(terbit, |s| s.max(terbit));
    dipanggil.duration_since(sejak).max(SignedDuration::ZERO)
}

/// Middle and ninth tenth of some times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sebaran {
    /// How many times there are.
    pub banyak: usize,
    pub tengah: u32,
    /// Nine of ten were no longer.
    pub sembilan_puluh: u32,
    pub terlama: u32,
}

impl Sebaran {
    /// `None` without any.
    #[must_use]
    pub fn dari(mut detik: Vec<u32>) -> Option<Self> {
        detik.sort_unstable();
        let n = detik.len();
        let ke = |persen: usize| detik.get((n * persen).div_ceil(100).saturating_sub(1)).copied();
        Some(Self { banyak: n, tengah: ke(50)?, sembilan_puluh: ke(90)?, terlama: *detik.last()? })
    }
}

/// Counts of a group of tickets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Angka {
    /// Numbers taken.
    pub nomor: u32,
    /// Served to the end: the visits.
    pub kunjungan: u32,
    pub tidak_hadir: u32,
    pub batal: u32,
    pub tak_terlayani: u32,
    pub berjalan: u32,
    /// Of the numbers taken.
    pub rentan: u32,
    pub dipesan: u32,
    pub tunggu: Option<Sebaran>,
    pub layan: Option<Sebaran>,
}

/// Counts by group; `kunci` names the group of a ticket.
#[must_use]
pub fn kelompokkan<K: Ord>(semua: &[Kunjungan], kunci: impl Fn(&Kunjungan) -> K) -> BTreeMap<K, Angka> {
    let mut kelompok: BTreeMap<K, (Angka, Vec<u32>, Vec<u32>)> = BTreeMap::new();
    for k in semua {
        let (a, tunggu, layan) = kelompok.entry(kunci(k)).or_default();
        a.nomor += 1;
        match k.akhir {
            Akhir::Selesai => a.kunjungan += 1,
            Akhir::TidakHadir => a.tidak_hadir += 1,
            Akhir::Batal => a.batal += 1,
            Akhir::TakTerlayani => a.tak_terlayani += 1,
            Akhir::Berjalan => a.berjalan += 1,
        }
        a.rentan += u32::from(k.rentan);
        a.dipesan += u32::from(k.dipesan);
        tunggu.extend(k.tunggu);
        layan.extend(k.layan);
    }
    let susun = |(a, tunggu, layan): (Angka, Vec<u32>, Vec<u32>)| Angka { tunggu: Sebaran::dari(tunggu), layan: Sebaran::dari(layan), ..a };
    kelompok.into_iter().map(|(k, isi)| (k, susun(isi))).collect()
}

/// Counts of all of them.
#[must_use]
pub fn ringkas(semua: &[Kunjungan]) -> Angka {
    kelompokkan(semua, |_| ()).remove(&()).unwrap_or_default()
}

/// One local day on which somebody was served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HariLayan {
    /// Of those served, first called between 12.00 and 13.00.
    pub siang: u32,
    /// By the calendar of the office.
    pub hari_kerja: bool,
}

/// Hours beyond the usual ones, as visits show them. Thresholds are this program's, not of a regulation; whoever prints a
/// conclusion prints them with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct JamLebih {
    /// Days of work on which somebody was served, and those with a first call between 12.00 and 13.00.
    pub hari_kerja: usize,
    pub siang: usize,
    /// Days that are not worked, on which somebody was served.
    pub hari_libur: usize,
}

impl JamLebih {
    /// Fewest days from which a habit is read.
    pub const HARI_SEDIKITNYA: usize = 20;
    /// Days off on which people were served, from which it is routine.
    pub const LIBUR_RUTIN: usize = 12;

    #[must_use]
    pub fn dari(hari: impl IntoIterator<Item = HariLayan>) -> Self {
        hari.into_iter().fold(Self::default(), |mut j, h| {
            if h.hari_kerja {
                j.hari_kerja += 1;
                j.siang += usize::from(h.siang > 0);
            } else {
                j.hari_libur += 1;
            }
            j
        })
    }

    /// Served through noon on four of five days of work at least.
    #[must_use]
    pub fn tanpa_jeda(&self) -> bool {
        self.hari_kerja >= Self::HARI_SEDIKITNYA && self.siang * 5 >= self.hari_kerja * 4
    }

    /// `Some(true)`: served on days off as a routine; `Some(false)`: now and then.
    #[must_use]
    pub fn hari_libur_rutin(&self) -> Option<bool> {
        (self.hari_libur > 0).then_some(self.hari_libur >= Self::LIBUR_RUTIN)
    }
}

/// Change against an earlier period in whole per cent, away from zero at the half; `None` when there was nothing before.
#[must_use]
pub fn ubah_persen(kini: u32, dulu: u32) -> Option<i64> {
    let (kini, dulu) = (i64::from(kini), i64::from(dulu));
    if dulu == 0 {
        return None;
    }
    let beda = (kini - dulu) * 100;
    Some((beda.abs() * 2 + dulu) / (2 * dulu) * beda.signum())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn k(gerai: u128, akhir: Akhir, tunggu: Option<u32>) -> Kunjungan {
        Kunjungan { tanggal: date(2026, 11, 2), gerai, layanan: 1, akhir, rentan: gerai == 2, dipesan: false, tunggu, layan: None }
    }

    #[test]
    fn ranks_are_times_that_somebody_had() {
        assert_eq!(Sebaran::dari(vec![]), None);
        let satu = Sebaran::dari(vec![7]).unwrap();
        assert_eq!((satu.tengah, satu.sembilan_puluh, satu.terlama), (7, 7, 7));
        let s = Sebaran::dari((1..=10).rev().map(|n| n * 60).collect()).unwrap();
        assert_eq!((s.banyak, s.tengah, s.sembilan_puluh, s.terlama), (10, 300, 540, 600));
        assert_eq!(Sebaran::dari(vec![1, 2, 3]).unwrap().tengah, 2);
    }

    #[test]
    fn coming_early_is_no_waiting() {
        let pukul = |menit| Timestamp::UNIX_EPOCH + SignedDuration::from_mins(menit);
        let menit = |terbit, slot: Option<i64>, dipanggil| tunggu(pukul(terbit), slot.map(pukul), pukul(dipanggil)).as_mins();
        assert_eq!((menit(0, None, 7), menit(10, Some(30), 40), menit(45, Some(30), 50)), (7, 10, 5));
        assert_eq!(menit(10, Some(30), 20), 0, "called before the booked time");
    }

    #[test]
    fn every_ticket_is_counted_once() {
        let semua = [
            k(1, Akhir::Selesai, Some(60)),
            k(1, Akhir::TidakHadir, Some(120)),
            k(2, Akhir::Selesai, Some(30)),
            k(2, Akhir::Batal, None),
            k(2, Akhir::TakTerlayani, None),
            k(2, Akhir::Berjalan, None),
        ];
        let a = ringkas(&semua);
        assert_eq!(a.nomor, a.kunjungan + a.tidak_hadir + a.batal + a.tak_terlayani + a.berjalan);
        assert_eq!((a.nomor, a.kunjungan, a.rentan), (6, 2, 4));
        assert_eq!(a.tunggu.unwrap().banyak, 3);
        let g = kelompokkan(&semua, |k| k.gerai);
        assert_eq!((g[&1].nomor, g[&2].nomor), (2, 4));
        assert_eq!(ringkas(&[]), Angka::default());
    }

    #[test]
    fn habits_need_enough_days() {
        let hari = |n: usize, siang: u32, hari_kerja: bool| std::iter::repeat_n(HariLayan { siang, hari_kerja }, n);
        let jam = |a: usize, b: usize, libur: usize| JamLebih::dari(hari(a, 3, true).chain(hari(b, 0, true)).chain(hari(libur, 1, false)));
        assert!(jam(16, 4, 0).tanpa_jeda());
        assert!(!jam(15, 5, 0).tanpa_jeda(), "three of four days");
        assert!(!jam(19, 0, 30).tanpa_jeda(), "days off say nothing about the break");
        assert_eq!(jam(20, 0, 0).hari_libur_rutin(), None);
        assert_eq!((jam(0, 0, 11).hari_libur_rutin(), jam(0, 0, 12).hari_libur_rutin()), (Some(false), Some(true)));
    }

    #[test]
    fn change_is_told_only_against_something() {
        assert_eq!(ubah_persen(120, 100), Some(20));
        assert_eq!(ubah_persen(0, 3), Some(-100));
        assert_eq!(ubah_persen(2, 3), Some(-33));
        assert_eq!(ubah_persen(5, 0), None);
        assert_eq!(ubah_persen(1005, 1000), Some(1));
        assert_eq!(ubah_persen(995, 1000), Some(-1));
    }
}
