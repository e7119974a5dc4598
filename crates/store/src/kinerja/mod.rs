//! The performance report of a mall: figures read from tickets, cases, complaints and surveys of a range of local days, and
//! counted by `layanan::kinerja`. Nothing is kept: the same rows always give the same report.

mod baca;
mod pembanding;
mod survei;

pub(crate) use baca::MILIK_UNIT;
pub use baca::{Petugas, hitung, pembanding, petugas, publik, survei_kepala, unit};
pub use pembanding::Pembanding;
pub use survei::{KeadaanSurvei, Nilai, Survei};

use crate::{
    id::{GeraiId, LayananId},
    pengaduan::UkuranTenan,
    skm::terbit::IsiTerbit,
};
use jiff::{ToSpan as _, civil::Date};
use layanan::{kinerja::Angka, pengaduan::Ukuran};

/// Most days of one report: two years, so that a year can be compared.
pub const HARI_MAKS: i32 = 740;

/// A range in parts of a month at most: what is read for one is let go before the next. Ends on the last day of the calendar too.
fn per_bulan(dari: Date, sampai: Date) -> impl Iterator<Item = (Date, Date)> {
    let awal = std::iter::successors(Some(dari), |d| d.last_of_month().checked_add(1.day()).ok());
    awal.take_while(move |d| *d <= sampai).map(move |d| (d, d.last_of_month().min(sampai)))
}

/// Cases received in the range, as they stand now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Berkas {
    pub masuk: i64,
    /// The office was done with.
    pub tuntas: i64,
    /// Of those, by the promised day.
    pub tepat: i64,
    /// Open beyond the promised day.
    pub lewat: i64,
}

/// A gerai or a service with its figures.
#[derive(Debug, Clone)]
pub struct Baris<I> {
    pub id: I,
    /// Code or prefix on the board.
    pub kode: String,
    pub nama: String,
    pub angka: Angka,
}

/// One range of days.
#[derive(Debug, Clone)]
pub struct Laporan {
    pub dari: Date,
    pub sampai: Date,
    pub angka: Angka,
    /// Most visits first, then by code; also those without a visit.
    pub gerai: Vec<Baris<GeraiId>>,
    /// Most visits first; only those with a number taken.
    pub layanan: Vec<Baris<LayananId>>,
    /// Days with a number taken.
    pub hari: Vec<(Date, Angka)>,
    /// Months with a number taken, by their first day.
    pub bulan: Vec<(Date, Angka)>,
    pub berkas: Berkas,
    /// Complaints about the mall and its tenants, and of whom.
    pub pengaduan: Ukuran,
    pub aduan: Vec<UkuranTenan>,
    /// Latest published survey of the mall's own unit.
    pub skm: Option<IsiTerbit>,
    /// Surveys that took answers in these days.
    pub survei: Vec<Survei>,
    /// Organisations with an open gerai, and services, that are there now.
    pub tenan: usize,
    pub layanan_ada: usize,
}

impl Laporan {
    /// Whether nothing at all is recorded of these days.
    #[must_use]
    pub fn kosong(&self) -> bool {
        self.angka.nomor == 0 && self.berkas.masuk == 0 && self.pengaduan.masuk == 0 && self.survei.iter().all(|s| s.semua.n == 0)
    }

    /// Gerai in the hall to which nobody came: no number was taken there.
    #[must_use]
    pub fn sepi(&self) -> Vec<&Baris<GeraiId>> {
        self.gerai.iter().filter(|g| g.angka.kunjungan == 0 && g.angka.nomor == 0).collect()
    }
}
