//! Opening hours, roster and rules of one service at one gerai, and the slots of a day that follow from them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{
    SignedDuration,
    civil::{Date, Time, Weekday},
};

use crate::{Alasan, Kalender};

/// A window of a weekday; `selesai` is no longer open. A break is the gap between two windows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JamBuka {
    pub hari: Weekday,
    pub mulai: Time,
    pub selesai: Time,
}

/// An officer's duty on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tugas {
    /// By the 128 bits of the account's id.
    pub petugas: u128,
    pub tanggal: Date,
    pub mulai: Time,
    pub selesai: Time,
}

/// The office's rules; no regulation sets the numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AturanSlot {
    /// Length of a slot in minutes, at least 1.
    pub lama_menit: u16,
    /// People an officer serves in one slot, at least 1.
    pub per_petugas: u16,
    /// Percent of the places kept for walk-ins, 0 to 100, rounded up in their favour.
    pub untuk_datang_langsung: u8,
    /// A slot can be booked until so many minutes before its start.
    pub jeda_menit: u16,
    /// Not more than so many days ahead.
    pub paling_jauh_hari: u16,
}

/// Presence at the gerai: by schedule or by invitation, set by the operator (PermenPANRB 92/2021).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kehadiran {
    Jadwal,
    /// Only on these days.
    Undangan(BTreeSet<Date>),
}

/// What can be booked; places left are the bookings' matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    pub tanggal: Date,
    pub mulai: Time,
    pub selesai: Time,
    /// At least 1.
    pub kapasitas: u32,
}

/// Why a day has no slot.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AlasanTutup {
    #[error("hari libur")]
    Libur(Alasan),
    #[error("tidak buka pada hari itu")]
    TidakBuka,
    #[error("petugas hadir menurut undangan, bukan pada hari itu")]
    BukanUndangan,
    #[error("belum ada petugas yang bertugas")]
    TanpaPetugas,
    /// The head of the hall set other hours for this day, which leave none of its slots: his reason. Said by whoever knows of the
    /// decision; a schedule knows its roster only.
    #[error("buka dengan jam lain pada hari itu: {0}")]
    JamKhusus(String),
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SalahJadwal {
    #[error("jam {mulai} sampai {selesai}: selesai harus sesudah mulai")]
    JamTerbalik { mulai: Time, selesai: Time },
    #[error("jam {kedua} tumpang tindih dengan jam {pertama} pada hari yang sama")]
    TumpangTindih { pertama: Time, kedua: Time },
    #[error("lama slot dan jumlah orang per petugas paling sedikit 1")]
    Nol,
    #[error("bagian untuk yang datang langsung {0} persen; paling banyak 100")]
    Bagian(u8),
}

/// Checked hours and rules, which may change from a day on (the short hours of Ramadan, and back).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jadwal {
    awal: Versi,
    /// By first day; the last one that has begun holds.
    kelak: BTreeMap<Date, Versi>,
    kehadiran: Kehadiran,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Versi {
    jam: Vec<JamBuka>,
    aturan: AturanSlot,
}

impl Jadwal {
    /// # Errors
    /// See [`SalahJadwal`].
    pub fn baru(jam: Vec<JamBuka>, aturan: AturanSlot, kehadiran: Kehadiran) -> Result<Self, SalahJadwal> {
        Ok(Self { awal: Versi::baru(jam, aturan)?, kelak: BTreeMap::new(), kehadiran })
    }

    /// The same with other hours and rules from `mulai` on.
    ///
    /// # Errors
    /// See [`SalahJadwal`].
    pub fn sejak(mut self, mulai: Date, jam: Vec<JamBuka>, aturan: AturanSlot) -> Result<Self, SalahJadwal> {
        self.kelak.insert(mulai, Versi::baru(jam, aturan)?);
        Ok(self)
    }

    fn versi(&self, tanggal: Date) -> &Versi {
        self.kelak.range(..=tanggal).next_back().map_or(&self.awal, |(_, v)| v)
    }

    /// The rule of a day.
    #[must_use]
    pub fn aturan(&self, tanggal: Date) -> &AturanSlot {
        &self.versi(tanggal).aturan
    }

    /// The hours of a day, whether or not it is worked, in order.
    pub fn jam(&self, tanggal: Date) -> impl Iterator<Item = &JamBuka> {
        self.versi(tanggal).jam.iter().filter(move |j| j.hari == tanggal.weekday())
    }

    /// The slots of a day in order; each fits whole into a window. Never empty: a day without slots has its reason.
    ///
    /// # Errors
    /// See [`AlasanTutup`].
    pub fn slot(&self, tanggal: Date, tugas: &[Tugas], kalender: &Kalender) -> Result<Vec<Slot>, AlasanTutup> {
        if let Some(alasan) = kalender.libur(tanggal) {
            return Err(AlasanTutup::Libur(alasan));
        }
        if matches!(&self.kehadiran, Kehadiran::Undangan(hari) if !hari.contains(&tanggal)) {
            return Err(AlasanTutup::BukanUndangan);
        }
        let aturan = self.aturan(tanggal);
        let waktu: Vec<(Time, Time)> = self.jam(tanggal).flat_map(|j| aturan.bagi(j)).collect();
        if waktu.is_empty() {
            return Err(AlasanTutup::TidakBuka);
        }
        let hari_ini: Vec<Tugas> = tugas.iter().filter(|t| t.tanggal == tanggal).copied().collect();
        let semua = waktu.into_iter().map(|(mulai, selesai)| Slot {
            tanggal,
            mulai,
            selesai,
            kapasitas: aturan.kapasitas(mulai, selesai, &hari_ini),
        });
        let slot: Vec<Slot> = semua.filter(|s| s.kapasitas > 0).collect();
        if slot.is_empty() { Err(AlasanTutup::TanpaPetugas) } else { Ok(slot) }
    }
}

impl Versi {
    fn baru(mut jam: Vec<JamBuka>, aturan: AturanSlot) -> Result<Self, SalahJadwal> {
        if aturan.lama_menit == 0 || aturan.per_petugas == 0 {
            return Err(SalahJadwal::Nol);
        }
        if aturan.untuk_datang_langsung > 100 {
            return Err(SalahJadwal::Bagian(aturan.untuk_datang_langsung));
        }
        jam.sort_by_key(|j| (j.hari.to_monday_zero_offset(), j.mulai));
        if let Some(j) = jam.iter().find(|j| j.selesai <= j.mulai) {
            return Err(SalahJadwal::JamTerbalik { mulai: j.mulai, selesai: j.selesai });
        }
        let tumpang = jam.iter().zip(jam.iter().skip(1)).find(|(a, b)| a.hari == b.hari && b.mulai < a.selesai);
        match tumpang {
            Some((a, b)) => Err(SalahJadwal::TumpangTindih { pertama: a.mulai, kedua: b.mulai }),
            None => Ok(Self { jam, aturan }),
        }
    }
}

impl AturanSlot {
    fn bagi(&self, j: &JamBuka) -> impl Iterator<Item = (Time, Time)> + use<> {
        let (lama, tutup) = (SignedDuration::from_mins(self.lama_menit.into()), j.selesai);
        // `checked_add` ends the row at midnight, where a `Time` would begin again.
        let satu = move |m: &Time| m.checked_add(lama).ok().filter(|s| *s <= tutup);
        std::iter::successors(Some(j.mulai), satu).filter_map(move |m| satu(&m).map(|s| (m, s)))
    }

    /// Officers on duty for the whole slot; one who is named twice counts once.
    fn kapasitas(&self, mulai: Time, selesai: Time, tugas: &[Tugas]) -> u32 {
        let hadir: BTreeSet<u128> = tugas.iter().filter(|t| t.mulai <= mulai && selesai <= t.selesai).map(|t| t.petugas).collect();
        self.dapat_dipesan(hadir.len())
    }

    /// Places that so many officers have for bookings; the part for walk-ins is kept.
    pub(super) fn dapat_dipesan(&self, petugas: usize) -> u32 {
        let tempat = u32::try_from(petugas).unwrap_or(u32::MAX).saturating_mul(self.per_petugas.into());
        let dapat_dipesan = u64::from(tempat) * u64::from(100_u8.saturating_sub(self.untuk_datang_langsung)) / 100;
        u32::try_from(dapat_dipesan).unwrap_or(u32::MAX)
    }
}
