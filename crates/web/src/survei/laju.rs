//! How many answers one source may send to one round. A source is an address (IPv6: its /64) under a keyed digest that
//! lives as long as the process; the address itself is kept nowhere. A waiting room behind one line is served: many answers
//! in a minute are marked, only far beyond that they are refused. The tables have a fixed size, whoever asks.

use std::{
    collections::hash_map::RandomState,
    hash::{BuildHasher as _, Hash},
    net::IpAddr,
    sync::{
        Mutex,
        atomic::{AtomicI64, Ordering},
    },
};

use store::{Waktu, id::RondeId};

use super::serangan::{self, Serangan};
use crate::{app::Konfig, middleware::alamat::kelompok};

/// Shards, sets in each, and slots in a set: 131,072 slots, 3 MB.
const PECAHAN: usize = 1024;
const RAK: usize = 16;
const LUBANG: usize = 8;
const JAM: i64 = 3_600_000_000;
const MENIT: i64 = 60_000_000;
/// While a round is under attack, a source without proof of work gets this part of the answers.
const KETAT: i64 = 20;

/// What a source may do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Putusan {
    Boleh,
    /// Taken, and marked: many answers from one source within minutes.
    Beruntun,
    /// Not now; again after so many seconds.
    Nanti(u64),
}

#[derive(Clone, Copy, Default)]
struct Lubang {
    kunci: u64,
    /// Two buckets as the time at which each will be full again (GCRA), in microseconds.
    jam: i64,
    menit: i64,
}

/// What is counted, so that two kinds never share a slot.
#[derive(Hash)]
enum Hitung {
    Stempel,
    Kerja,
    Saran,
    Tolak,
}

type Lemari = [[Lubang; LUBANG]; RAK];

/// Buckets for sources, and counts of stamps and suggestions.
pub struct Laju {
    acak: RandomState,
    sumber: Box<[Mutex<Lemari>]>,
    hitung: Box<[Mutex<Lemari>]>,
    per_jam: i64,
    per_menit: i64,
    serangan: Serangan,
    /// No single source is a bad one from this time on, so that the ordinary request reads one number.
    buruk_sampai: AtomicI64,
}

impl Laju {
    #[must_use]
    pub fn baru(konfig: &Konfig) -> Self {
        let lemari = || (0..PECAHAN).map(|_| Mutex::new([[Lubang::default(); LUBANG]; RAK])).collect();
        Self {
            acak: RandomState::new(),
            sumber: lemari(),
            hitung: lemari(),
            per_jam: konfig.survei_per_jam.into(),
            per_menit: konfig.survei_per_menit.into(),
            serangan: Serangan::default(),
            buruk_sampai: AtomicI64::new(0),
        }
    }

    /// Takes one answer of the source out of its buckets. `ketat`: the round is under attack and no work was proven.
    #[must_use]
    pub fn ambil(&self, ronde: RondeId, alamat: IpAddr, kini: Waktu, ketat: bool) -> Putusan {
        if self.per_jam == 0 {
            return Putusan::Boleh;
        }
        let per_jam = if ketat { (self.per_jam / KETAT).max(1) } else { self.per_jam };
        self.pakai(&self.sumber, (ronde, kelompok(alamat)), |l| {
            if let Err(tunggu) = ember(&mut l.jam, kini.0, JAM / per_jam, JAM) {
                return Putusan::Nanti(u64::try_from(tunggu / 1_000_000).unwrap_or(0) + 1);
            }
            let beruntun = self.per_menit > 0 && ember(&mut l.menit, kini.0, MENIT / self.per_menit, MENIT).is_err();
            if beruntun { Putusan::Beruntun } else { Putusan::Boleh }
        })
    }

    /// Counts one more answer under a stamp, and says the how many-th it is. A stamp that was not used for long may be
    /// forgotten when very many others are.
    #[must_use]
    pub fn pakai_stempel(&self, ronde: RondeId, acak: u64, kini: Waktu) -> i64 {
        self.ke_berapa((Hitung::Stempel, ronde, acak), kini)
    }

    /// The same for the proof of work under a stamp.
    #[must_use]
    pub fn pakai_kerja(&self, ronde: RondeId, acak: u64, kini: Waktu) -> i64 {
        self.ke_berapa((Hitung::Kerja, ronde, acak), kini)
    }

    /// The same for a suggestion, whatever its case and spaces. Only its digest is kept.
    #[must_use]
    pub fn pakai_saran(&self, ronde: RondeId, saran: &str, kini: Waktu) -> i64 {
        let rata: String = saran.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        self.ke_berapa((Hitung::Saran, ronde, rata), kini)
    }

    /// Counts a refusal: for the round as a whole, and for the source alone.
    pub fn tolak(&self, ronde: RondeId, alamat: IpAddr, kini: Waktu) {
        let sumber = kelompok(alamat);
        let buruk = self.pakai(&self.hitung, (Hitung::Tolak, ronde, sumber), |l| {
            // `jam`: when the count began, and once the source is a bad one the end of that.
            if kini.0 >= l.jam + serangan::MENIT {
                (l.jam, l.menit) = (kini.0, 0);
            }
            l.menit += 1;
            let buruk = l.menit >= i64::from(serangan::BATAS);
            if buruk {
                l.jam = kini.0 + serangan::LAMA;
            }
            buruk
        });
        if buruk {
            self.buruk_sampai.fetch_max(kini.0 + serangan::LAMA, Ordering::Relaxed);
        }
        self.serangan.catat(ronde, self.acak.hash_one((ronde, sumber)).max(1), kini);
    }

    /// Whether this source must prove work for an answer to the round: all must, or it alone was refused too often.
    #[must_use]
    pub fn diserang(&self, ronde: RondeId, alamat: IpAddr, kini: Waktu) -> bool {
        if self.serangan.berlangsung(ronde, kini) {
            return true;
        }
        if self.buruk_sampai.load(Ordering::Relaxed) <= kini.0 {
            return false;
        }
        self.lihat(&self.hitung, (Hitung::Tolak, ronde, kelompok(alamat)))
            .is_some_and(|l| l.menit >= i64::from(serangan::BATAS) && l.jam > kini.0)
    }

    fn ke_berapa(&self, kunci: impl Hash, kini: Waktu) -> i64 {
        self.pakai(&self.hitung, kunci, |l| {
            l.jam = kini.0;
            l.menit += 1;
            l.menit
        })
    }

    /// The slot of a key as it is; none is made.
    fn lihat(&self, tabel: &[Mutex<Lemari>], kunci: impl Hash) -> Option<Lubang> {
        let (kunci, pecahan, rak) = self.tempat(kunci);
        let lemari = tabel[pecahan].lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        lemari[rak].iter().find(|l| l.kunci == kunci).copied()
    }

    /// Digest of a key, its shard and its set. 0 is an empty slot.
    fn tempat(&self, kunci: impl Hash) -> (u64, usize, usize) {
        let kunci = self.acak.hash_one(kunci).max(1);
        (kunci, usize::try_from(kunci % 1024).unwrap_or(0), usize::try_from((kunci >> 10) % 16).unwrap_or(0))
    }

    /// Gives `kerja` the slot of a key; a new key takes the place of the one that has rested longest.
    fn pakai<T>(&self, tabel: &[Mutex<Lemari>], kunci: impl Hash, kerja: impl FnOnce(&mut Lubang) -> T) -> T {
        let (kunci, pecahan, rak) = self.tempat(kunci);
        // A panic while the lock was held leaves a slot at worst half written, which costs nobody an answer.
        let mut lemari = tabel[pecahan].lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let rak = &mut lemari[rak];
        let no = rak.iter().position(|l| l.kunci == kunci).unwrap_or_else(|| {
            let tertua = rak.iter().enumerate().min_by_key(|(_, l)| l.jam).map_or(0, |(no, _)| no);
            rak[tertua] = Lubang { kunci, ..Lubang::default() };
            tertua
        });
        kerja(&mut rak[no])
    }
}

/// Takes one from a bucket that holds `penuh / jarak` and gains one every `jarak` microseconds, or says how long to wait.
fn ember(isi: &mut i64, kini: i64, jarak: i64, penuh: i64) -> Result<(), i64> {
    let baru = (*isi).max(kini) + jarak;
    let lebih = baru - kini - penuh;
    if lebih > 0 {
        return Err(lebih);
    }
    *isi = baru;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINI: Waktu = Waktu(1_772_409_600_000_000);

    fn laju(per_jam: u32, per_menit: u32) -> Laju {
        Laju::baru(&Konfig { survei_per_jam: per_jam, survei_per_menit: per_menit, ..Konfig::default() })
    }

    #[test]
    fn many_in_a_minute_are_marked_and_far_more_are_refused() {
        let (l, ronde, ip) = (laju(20, 5), RondeId::baru(), "192.0.2.1".parse().unwrap());
        let putusan: Vec<_> = (0..22).map(|_| l.ambil(ronde, ip, KINI, false)).collect();
        assert!(putusan[..5].iter().all(|p| *p == Putusan::Boleh));
        assert!(putusan[5..20].iter().all(|p| *p == Putusan::Beruntun));
        assert_eq!(putusan[20..], [Putusan::Nanti(181), Putusan::Nanti(181)]);
        assert_eq!(l.ambil(RondeId::baru(), ip, KINI, false), Putusan::Boleh, "another round");
        assert_eq!(l.ambil(ronde, "192.0.2.2".parse().unwrap(), KINI, false), Putusan::Boleh, "another source");
        assert_eq!(l.ambil(ronde, ip, KINI.tambah_detik(180), false), Putusan::Boleh, "the bucket fills again");
    }

    #[test]
    fn a_home_with_ipv6_is_one_source() {
        let (l, ronde) = (laju(1, 0), RondeId::baru());
        assert_eq!(l.ambil(ronde, "2001:db8::1".parse().unwrap(), KINI, false), Putusan::Boleh);
        assert!(matches!(l.ambil(ronde, "2001:db8::2".parse().unwrap(), KINI, false), Putusan::Nanti(_)));
        assert_eq!(l.ambil(ronde, "2001:db8:0:1::1".parse().unwrap(), KINI, false), Putusan::Boleh);
    }

    #[test]
    fn under_attack_the_bucket_is_small_without_work() {
        let (l, ronde, ip) = (laju(100, 0), RondeId::baru(), "192.0.2.1".parse().unwrap());
        let boleh = (0..100).filter(|_| l.ambil(ronde, ip, KINI, true) == Putusan::Boleh).count();
        assert_eq!(boleh, 5);
        assert_eq!(l.ambil(ronde, ip, KINI, false), Putusan::Nanti(37), "what was taken strictly weighs more");
    }

    #[test]
    fn stamps_are_counted_and_zero_switches_the_limit_off() {
        let (l, ronde) = (laju(0, 0), RondeId::baru());
        assert_eq!([1, 1, 2].map(|acak| l.pakai_stempel(ronde, acak, KINI)), [1, 2, 1]);
        assert!((0..1000).all(|_| l.ambil(ronde, "::1".parse().unwrap(), KINI, true) == Putusan::Boleh));
    }

    #[test]
    fn a_single_bad_source_works_alone_and_is_forgiven() {
        let (l, ronde) = (laju(240, 0), RondeId::baru());
        let (buruk, lain): (IpAddr, IpAddr) = ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
        for _ in 0..serangan::BATAS - 1 {
            l.tolak(ronde, buruk, KINI);
        }
        assert!(!l.diserang(ronde, buruk, KINI), "a few mistakes are none");
        for _ in 0..1000 {
            l.tolak(ronde, buruk, KINI);
        }
        assert!(l.diserang(ronde, buruk, KINI));
        assert!(!l.diserang(ronde, lain, KINI), "nobody else has to work");
        assert!(!l.diserang(RondeId::baru(), buruk, KINI), "nor in another round");
        assert!(l.diserang(ronde, buruk, KINI.tambah_detik(599)) && !l.diserang(ronde, buruk, KINI.tambah_detik(600)));
        for n in 0..200 {
            l.tolak(ronde, lain, KINI.tambah_detik(n * 2));
            assert!(!l.diserang(ronde, lain, KINI.tambah_detik(n * 2)), "one in two seconds is none");
        }
    }
}
