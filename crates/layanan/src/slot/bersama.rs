//! Officers of one gerai serve several of its services: the time of an officer that a booking of one service took is not sold again by
//! another. Each service keeps its own rule; how many places the others took is measured in that rule.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, DateTime, Time};

use super::{
    buku::Pesanan,
    jadwal::{Jadwal, Slot, Tugas},
};

/// So many groups of officers are looked at; a gerai has one or two.
const KELOMPOK_MAKS: usize = 128;

/// A booking of another service of the gerai.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PesananLain {
    pub tanggal: Date,
    pub mulai: Time,
    pub selesai: Time,
    /// People whom an officer serves in one slot of that service, at least 1.
    pub per_petugas: u16,
    /// Officers who are on duty for it: any of them may serve it. Without any it takes nobody's time.
    pub petugas: BTreeSet<u128>,
    /// When it took this time: made, or moved to it last.
    pub sejak: DateTime,
    /// Its holder was told that it cannot be kept.
    pub terdampak: bool,
}

/// What the services of a gerai share, seen from one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bersama {
    jadwal: Jadwal,
    tugas: Vec<Tugas>,
    lain: BTreeMap<Date, Vec<PesananLain>>,
}

impl Bersama {
    /// Rules and roster of the service, and the bookings of the others.
    #[must_use]
    pub fn baru(jadwal: Jadwal, tugas: Vec<Tugas>, lain: impl IntoIterator<Item = PesananLain>) -> Self {
        let mut hari: BTreeMap<Date, Vec<PesananLain>> = BTreeMap::new();
        for p in lain.into_iter().filter(|p| !p.petugas.is_empty()) {
            hari.entry(p.tanggal).or_default().push(p);
        }
        Self { jadwal, tugas, lain: hari }
    }

    /// Places left of a slot of which `sendiri` are taken by the service itself. Nobody's time is sold twice when, for each group of
    /// officers that holds those of this slot, the bookings that only the group can serve fit into its time.
    pub(super) fn sisa(&self, s: &Slot, sendiri: u32) -> u32 {
        self.sisa_di_samping(s, sendiri, |_| true)
    }

    /// Whether a booking that was made still finds an officer in its slot, beside `sendiri` of its own service and what the others had
    /// taken before it and keep. With the roster with which it was made it does.
    pub(super) fn muat(&self, s: &Slot, sendiri: u32, p: &Pesanan) -> bool {
        self.sisa_di_samping(s, sendiri, |q| !q.terdampak && q.sejak < p.sejak) > 0
    }

    fn sisa_di_samping(&self, s: &Slot, sendiri: u32, ikut: impl Fn(&PesananLain) -> bool) -> u32 {
        let semua = self.lain.get(&s.tanggal).map_or(&[][..], Vec::as_slice);
        let lain: Vec<&PesananLain> = semua.iter().filter(|p| p.mulai < s.selesai && s.mulai < p.selesai && ikut(p)).collect();
        let aturan = self.jadwal.aturan(s.tanggal);
        let sisa = |kelompok: &BTreeSet<u128>| {
            let terambil = aturan.tempat_terambil(s, lain.iter().filter(|p| p.petugas.is_subset(kelompok)).copied());
            aturan.dapat_dipesan(kelompok.len()).saturating_sub(terambil).saturating_sub(sendiri)
        };
        let hari_ini = self.tugas.iter().filter(|t| t.tanggal == s.tanggal);
        let petugas = hari_ini.filter(|t| t.mulai <= s.mulai && s.selesai <= t.selesai).map(|t| t.petugas).collect();
        kelompok(petugas, &lain).iter().map(sisa).min().unwrap_or(s.kapasitas)
    }
}

/// The officers of a slot, and with them those who share the bookings of the others, step by step.
fn kelompok(petugas: BTreeSet<u128>, lain: &[&PesananLain]) -> Vec<BTreeSet<u128>> {
    let beda: BTreeSet<&BTreeSet<u128>> = lain.iter().map(|p| &p.petugas).collect();
    let mut semua = vec![petugas];
    let mut ke = 0;
    while let Some(dasar) = semua.get(ke).cloned() {
        for b in beda.iter().filter(|b| !b.is_disjoint(&dasar) && !b.is_subset(&dasar)) {
            let gabung: BTreeSet<u128> = dasar.union(b).copied().collect();
            if semua.len() < KELOMPOK_MAKS && !semua.contains(&gabung) {
                semua.push(gabung);
            }
        }
        ke += 1;
    }
    semua
}

impl super::AturanSlot {
    /// Places of this rule that the bookings of others take of a slot, by the officer's minutes that they need in it; begun places
    /// count whole.
    fn tempat_terambil<'a>(&self, s: &Slot, lain: impl Iterator<Item = &'a PesananLain>) -> u32 {
        // Millionths of a minute: thirds and sevenths of many bookings do not add up to one more place.
        const TELITI: u64 = 1_000_000;
        let menit = |a: Time, b: Time| u64::try_from(b.duration_since(a).as_mins()).unwrap_or(0);
        let satu = |p: &PesananLain| menit(p.mulai.max(s.mulai), p.selesai.min(s.selesai)) * TELITI / u64::from(p.per_petugas.max(1));
        let perlu: u64 = lain.map(satu).sum::<u64>() * u64::from(self.per_petugas);
        let tempat = (menit(s.mulai, s.selesai) * TELITI).max(1);
        u32::try_from(perlu.div_ceil(tempat)).unwrap_or(u32::MAX)
    }
}
