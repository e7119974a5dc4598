//! Who is affected when a holiday, the roster or the hours change after people booked; each is offered other slots.

use jiff::{
    ToSpan,
    civil::{Date, DateTime, Time},
};

use super::{
    buku::{Buku, Pesanan, dalam_jangka},
    jadwal::{AlasanTutup, Jadwal, Slot, Tugas},
};
use crate::Kalender;

/// So many other slots are offered.
pub const TAWARAN_MAKS: usize = 3;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sebab {
    /// The whole day has no slot any more.
    Tutup(AlasanTutup),
    /// The hours no longer hold this slot.
    SlotHilang,
    /// Fewer officers: those who booked last give way.
    KapasitasKurang { kapasitas: u32 },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terdampak {
    pub pesanan: Pesanan,
    pub sebab: Sebab,
    /// Slots with a place left, those after the lost one first. The first offers of all affected people fit together; nothing is
    /// booked for anybody.
    pub tawaran: Vec<Slot>,
}

impl Buku {
    /// Bookings that lie ahead and no longer hold, in the order in which they were made. Where officers are shared with other services of
    /// the gerai, who had the time of an officer first keeps it; nothing that is booked later takes it away.
    #[must_use]
    pub fn terdampak(&self, jadwal: &Jadwal, tugas: &[Tugas], kalender: &Kalender, kini: DateTime) -> Vec<Terdampak> {
        let mut depan: Vec<&Pesanan> = self.semua().filter(|p| p.tanggal.to_datetime(p.mulai) > kini).collect();
        depan.sort_by_key(|p| (p.dibuat, p.id));
        let (mut tetap, mut kena): (Vec<Pesanan>, Vec<(Pesanan, Sebab)>) = (Vec::new(), Vec::new());
        for p in depan {
            match masih(p, &tetap, jadwal.slot(p.tanggal, tugas, kalender), |s, sendiri| self.muat(s, sendiri, p)) {
                None => tetap.push(*p),
                Some(sebab) => kena.push((*p, sebab)),
            }
        }
        // A first offer takes its place for those after.
        let mut terisi = self.ganti(tetap);
        let satu = |(pesanan, sebab): (Pesanan, Sebab)| {
            let bebas = |s: &Slot| terisi.sisa(s) > 0 && !terisi.semua().any(|q| q.pemesan == pesanan.pemesan && q.tanggal == s.tanggal);
            let tawaran: Vec<Slot> = slot_depan(jadwal, tugas, kalender, kini, pesanan.tanggal).filter(bebas).take(TAWARAN_MAKS).collect();
            if let Some(s) = tawaran.first() {
                terisi.tahan(&pesanan, s);
            }
            Terdampak { pesanan, sebab, tawaran }
        };
        kena.into_iter().map(satu).collect()
    }

    fn tahan(&mut self, p: &Pesanan, s: &Slot) {
        let semua = self.semua().copied().chain([Pesanan { tanggal: s.tanggal, mulai: s.mulai, selesai: s.selesai, ..*p }]);
        *self = self.ganti(semua.collect::<Vec<_>>());
    }
}

/// Why the booking does not hold beside those that were made before it; `None` when it does. `muat`: whether it finds an officer in a slot
/// beside so many of its own service.
fn masih(p: &Pesanan, tetap: &[Pesanan], slot: Result<Vec<Slot>, AlasanTutup>, muat: impl Fn(&Slot, u32) -> bool) -> Option<Sebab> {
    let slot = match slot {
        Ok(s) => s,
        Err(alasan) => return Some(Sebab::Tutup(alasan)),
    };
    let sama = |mulai: Time, selesai: Time| (mulai, selesai) == (p.mulai, p.selesai);
    let Some(s) = slot.into_iter().find(|s| sama(s.mulai, s.selesai)) else { return Some(Sebab::SlotHilang) };
    let lain = tetap.iter().filter(|q| q.tanggal == p.tanggal && sama(q.mulai, q.selesai)).count();
    let bentrok = tetap.iter().filter(|q| q.tanggal == p.tanggal && q.mulai < s.selesai && s.mulai < q.selesai).count();
    let penuh = lain >= usize::try_from(s.kapasitas).unwrap_or(usize::MAX) || !muat(&s, u32::try_from(bentrok).unwrap_or(u32::MAX));
    penuh.then_some(Sebab::KapasitasKurang { kapasitas: s.kapasitas })
}

/// Slots that can be booked: from the day of the lost booking on, then the days before it.
fn slot_depan<'a>(
    jadwal: &'a Jadwal,
    tugas: &'a [Tugas],
    kalender: &'a Kalender,
    kini: DateTime,
    sejak: Date,
) -> impl Iterator<Item = Slot> + 'a {
    let hari = move |banyak: u16| kini.date().saturating_add(i64::from(banyak).days());
    let semua = (0..=jadwal.aturan(kini.date()).paling_jauh_hari).map(hari);
    let urut = semua.clone().filter(move |h| *h >= sejak).chain(semua.filter(move |h| *h < sejak));
    let slot = urut.flat_map(|h| jadwal.slot(h, tugas, kalender).unwrap_or_default());
    slot.filter(move |s| dalam_jangka(s.tanggal, s.mulai, jadwal, kini).is_ok())
}
