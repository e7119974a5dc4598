//! Bookings of one service at one gerai. No slot ever takes more than its capacity, nor the time of an officer that another service
//! of the gerai has sold; a change that fails leaves the old booking as it was.

use std::{collections::BTreeMap, sync::Arc};

use jiff::{
    ToSpan,
    civil::{Date, DateTime, Time},
};

use super::{
    bersama::Bersama,
    jadwal::{AlasanTutup, Jadwal, Slot, Tugas},
};
use crate::Kalender;

/// A booking, by the 128 bits of its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PesananId(pub u128);

/// A person as far as needed to see a second booking: an account or a keyed digest of a phone number, never a NIK.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PemesanId(pub u128);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permintaan {
    pub id: PesananId,
    pub pemesan: PemesanId,
    pub tanggal: Date,
    pub mulai: Time,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pesanan {
    pub id: PesananId,
    pub pemesan: PemesanId,
    pub tanggal: Date,
    pub mulai: Time,
    pub selesai: Time,
    /// When it was made, not when it was changed: who came first stays first.
    pub dibuat: DateTime,
    /// When it took this time: made, or moved to it last. Beside other services who had the time first keeps it.
    pub sejak: DateTime,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SalahPesan {
    #[error(transparent)]
    Tutup(#[from] AlasanTutup),
    #[error("tidak ada slot yang mulai {0}")]
    SlotTakAda(Time),
    #[error("slot sudah penuh: {0} tempat")]
    Penuh(u32),
    #[error("sudah ada pesanan untuk layanan ini pada {0}")]
    SudahPesan(Date),
    #[error("paling jauh {0}")]
    TerlaluJauh(Date),
    #[error("slot dapat dipesan atau diubah sampai {0}")]
    SudahLewat(DateTime),
    #[error("pesanan tidak ada")]
    TakDikenal,
    #[error("nomor pesanan sudah dipakai")]
    IdGanda,
}

/// The bookings that stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Buku {
    pesanan: BTreeMap<PesananId, Pesanan>,
    bersama: Option<Arc<Bersama>>,
}

impl Buku {
    /// As kept by the store; they are taken as they are, whatever the rules are now.
    #[must_use]
    pub fn dari(pesanan: impl IntoIterator<Item = Pesanan>) -> Self {
        Self { pesanan: pesanan.into_iter().map(|p| (p.id, p)).collect(), bersama: None }
    }

    /// The same beside the other services of the gerai. What was booked before stays booked.
    #[must_use]
    pub fn bersama(self, bersama: Bersama) -> Self {
        Self { bersama: Some(Arc::new(bersama)), ..self }
    }

    /// Other bookings beside the same services.
    pub(super) fn ganti(&self, pesanan: impl IntoIterator<Item = Pesanan>) -> Self {
        Self { bersama: self.bersama.clone(), ..Self::dari(pesanan) }
    }

    /// In order of their id.
    pub fn semua(&self) -> impl Iterator<Item = &Pesanan> {
        self.pesanan.values()
    }

    /// Places left of a slot.
    #[must_use]
    pub fn sisa(&self, s: &Slot) -> u32 {
        self.sisa_tanpa(s, None)
    }

    /// Whether a booking finds an officer in its slot beside `sendiri` of this service and those of other services that came before it.
    pub(super) fn muat(&self, s: &Slot, sendiri: u32, p: &Pesanan) -> bool {
        self.bersama.as_ref().is_none_or(|b| b.muat(s, sendiri, p))
    }

    fn sisa_tanpa(&self, s: &Slot, kecuali: Option<PesananId>) -> u32 {
        let bentrok = |p: &&Pesanan| p.tanggal == s.tanggal && p.mulai < s.selesai && s.mulai < p.selesai && Some(p.id) != kecuali;
        let sendiri = u32::try_from(self.semua().filter(bentrok).count()).unwrap_or(u32::MAX);
        let bersama = self.bersama.as_ref().map_or(u32::MAX, |b| b.sisa(s, sendiri));
        s.kapasitas.saturating_sub(sendiri).min(bersama)
    }

    /// # Errors
    /// See [`SalahPesan`].
    pub fn pesan(
        &mut self,
        m: Permintaan,
        jadwal: &Jadwal,
        tugas: &[Tugas],
        kalender: &Kalender,
        kini: DateTime,
    ) -> Result<Pesanan, SalahPesan> {
        if self.pesanan.contains_key(&m.id) {
            return Err(SalahPesan::IdGanda);
        }
        let s = self.periksa(&m, None, jadwal, tugas, kalender, kini)?;
        let p = Pesanan { id: m.id, pemesan: m.pemesan, tanggal: s.tanggal, mulai: s.mulai, selesai: s.selesai, dibuat: kini, sejak: kini };
        self.pesanan.insert(p.id, p);
        Ok(p)
    }

    /// To another slot. The old one is given up only when the new one is had.
    ///
    /// # Errors
    /// See [`SalahPesan`].
    pub fn ubah(
        &mut self,
        id: PesananId,
        (tanggal, mulai): (Date, Time),
        jadwal: &Jadwal,
        tugas: &[Tugas],
        kalender: &Kalender,
        kini: DateTime,
    ) -> Result<Pesanan, SalahPesan> {
        let lama = *self.pesanan.get(&id).ok_or(SalahPesan::TakDikenal)?;
        belum_mulai(&lama, kini)?;
        let m = Permintaan { id, pemesan: lama.pemesan, tanggal, mulai };
        let s = self.periksa(&m, Some(id), jadwal, tugas, kalender, kini)?;
        let baru = Pesanan { tanggal: s.tanggal, mulai: s.mulai, selesai: s.selesai, sejak: kini, ..lama };
        self.pesanan.insert(id, baru);
        Ok(baru)
    }

    /// # Errors
    /// [`SalahPesan::TakDikenal`] also when it was cancelled before; [`SalahPesan::SudahLewat`] once the slot began.
    pub fn batal(&mut self, id: PesananId, kini: DateTime) -> Result<Pesanan, SalahPesan> {
        let p = *self.pesanan.get(&id).ok_or(SalahPesan::TakDikenal)?;
        belum_mulai(&p, kini)?;
        self.pesanan.remove(&id);
        Ok(p)
    }

    fn periksa(
        &self,
        m: &Permintaan,
        kecuali: Option<PesananId>,
        jadwal: &Jadwal,
        tugas: &[Tugas],
        kalender: &Kalender,
        kini: DateTime,
    ) -> Result<Slot, SalahPesan> {
        dalam_jangka(m.tanggal, m.mulai, jadwal, kini)?;
        let slot = jadwal.slot(m.tanggal, tugas, kalender)?;
        let s = slot.into_iter().find(|s| s.mulai == m.mulai).ok_or(SalahPesan::SlotTakAda(m.mulai))?;
        if self.semua().any(|p| p.pemesan == m.pemesan && p.tanggal == m.tanggal && Some(p.id) != kecuali) {
            return Err(SalahPesan::SudahPesan(m.tanggal));
        }
        if self.sisa_tanpa(&s, kecuali) == 0 { Err(SalahPesan::Penuh(s.kapasitas)) } else { Ok(s) }
    }
}

/// Neither too late nor too far ahead.
pub(super) fn dalam_jangka(tanggal: Date, mulai: Time, jadwal: &Jadwal, kini: DateTime) -> Result<(), SalahPesan> {
    let paling_lambat = tanggal.to_datetime(mulai).saturating_sub(i64::from(jadwal.aturan(tanggal).jeda_menit).minutes());
    if kini > paling_lambat {
        return Err(SalahPesan::SudahLewat(paling_lambat));
    }
    let paling_jauh = kini.date().saturating_add(i64::from(jadwal.aturan(kini.date()).paling_jauh_hari).days());
    if tanggal > paling_jauh { Err(SalahPesan::TerlaluJauh(paling_jauh)) } else { Ok(()) }
}

fn belum_mulai(p: &Pesanan, kini: DateTime) -> Result<(), SalahPesan> {
    let mulai = p.tanggal.to_datetime(p.mulai);
    if kini < mulai { Ok(()) } else { Err(SalahPesan::SudahLewat(mulai)) }
}
