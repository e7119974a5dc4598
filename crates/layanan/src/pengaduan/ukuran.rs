//! Measures of the reports of a period, exact. Each share names what it divides.

use jiff::civil::Date;
use pecahan::Pecahan;

use super::{
    aturan::Aturan,
    laporan::{Keadaan, Laporan},
};
use crate::{Kalender, SalahTenggat};

/// Counts on a day. Withdrawn, refused and joined reports are in `masuk` and `gugur` only.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ukuran {
    pub masuk: u32,
    pub gugur: u32,
    /// Not yet verified: no class and so no limit.
    pub belum_diverifikasi: u32,
    /// First answer by the last day of the limit.
    pub tepat_waktu: u32,
    /// First answer later.
    pub terlambat: u32,
    /// No answer and the limit is over.
    pub lewat_belum_dijawab: u32,
    /// No answer and the limit is not over.
    pub berjalan: u32,
    /// Closed now.
    pub selesai: u32,
    /// Closed at some time with an answer, now open again or not.
    pub pernah_selesai: u32,
    /// Of those, reopened at least once.
    pub dibuka_kembali: u32,
    /// Taken up and not closed: somebody works on it or its answer awaits a reaction.
    pub dalam_proses: u32,
}

impl std::ops::AddAssign for Ukuran {
    fn add_assign(&mut self, x: Self) {
        self.masuk += x.masuk;
        self.gugur += x.gugur;
        self.belum_diverifikasi += x.belum_diverifikasi;
        self.tepat_waktu += x.tepat_waktu;
        self.terlambat += x.terlambat;
        self.lewat_belum_dijawab += x.lewat_belum_dijawab;
        self.berjalan += x.berjalan;
        self.selesai += x.selesai;
        self.pernah_selesai += x.pernah_selesai;
        self.dibuka_kembali += x.dibuka_kembali;
        self.dalam_proses += x.dalam_proses;
    }
}

/// Counts these reports as they stood with their steps so far, on `pada`.
///
/// # Errors
/// See [`SalahTenggat`].
pub fn ukur<'a>(
    laporan: impl IntoIterator<Item = &'a Laporan>,
    pada: Date,
    aturan: &Aturan,
    kalender: &Kalender,
) -> Result<Ukuran, SalahTenggat> {
    ukur_masing(laporan.into_iter().map(|l| (l, aturan)), pada, kalender)
}

/// The same where each report has limits of its own: those of the day on which it was received.
///
/// # Errors
/// See [`SalahTenggat`].
pub fn ukur_masing<'a>(
    laporan: impl IntoIterator<Item = (&'a Laporan, &'a Aturan)>,
    pada: Date,
    kalender: &Kalender,
) -> Result<Ukuran, SalahTenggat> {
    let mut u = Ukuran::default();
    for (l, aturan) in laporan {
        u.masuk += 1;
        if l.keadaan.gugur() {
            u.gugur += 1;
            continue;
        }
        match l.tenggat_putaran(aturan, kalender)?.first() {
            None => u.belum_diverifikasi += 1,
            Some((p, t)) => match p.dijawab {
                Some(hari) if hari <= t.jatuh => u.tepat_waktu += 1,
                Some(_) => u.terlambat += 1,
                None if pada > t.jatuh => u.lewat_belum_dijawab += 1,
                None => u.berjalan += 1,
            },
        }
        u.selesai += u32::from(l.keadaan.selesai());
        u.pernah_selesai += u32::from(l.pernah_selesai);
        u.dibuka_kembali += u32::from(l.dibuka_kembali > 0);
        u.dalam_proses += u32::from(l.keadaan.ditangani() || matches!(l.keadaan, Keadaan::Dijawab | Keadaan::Diverifikasi));
    }
    Ok(u)
}

impl Ukuran {
    /// Answered in time, of those whose limit is over or that are answered. `None` when there are none.
    #[must_use]
    pub fn bagian_tepat_waktu(&self) -> Option<Pecahan> {
        bagian(self.tepat_waktu, self.tepat_waktu + self.terlambat + self.lewat_belum_dijawab)
    }

    /// Closed now, of those received that did not fall away.
    #[must_use]
    pub fn bagian_selesai(&self) -> Option<Pecahan> {
        bagian(self.selesai, self.masuk - self.gugur)
    }

    /// Reopened, of those ever closed.
    #[must_use]
    pub fn bagian_dibuka_kembali(&self) -> Option<Pecahan> {
        bagian(self.dibuka_kembali, self.pernah_selesai)
    }
}

fn bagian(atas: u32, bawah: u32) -> Option<Pecahan> {
    Pecahan::baru(atas.into(), bawah.into())
}
