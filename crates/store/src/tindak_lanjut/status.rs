//! Where a recommendation stands, derived from its rows; no SQL here.

use super::baca::Butir;
use jiff::{ToSpan, civil::Date};

/// Days before the last day from which a plan is "soon due".
const DEKAT_HARI: i64 = 30;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Nothing is planned.
    BelumAdaRencana,
    Direncanakan,
    /// Progress was reported.
    Berjalan,
    /// The unit says it is done; the evaluator has not looked yet.
    Diajukan,
    /// The evaluator found it not done, or only in part.
    Dikembalikan,
    Diterima,
}

impl Status {
    pub const SEMUA: [Status; 6] =
        [Self::BelumAdaRencana, Self::Direncanakan, Self::Berjalan, Self::Diajukan, Self::Dikembalikan, Self::Diterima];

    /// Stable key for addresses and catalogues.
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::BelumAdaRencana => "belum",
            Self::Direncanakan => "direncanakan",
            Self::Berjalan => "berjalan",
            Self::Diajukan => "diajukan",
            Self::Dikembalikan => "dikembalikan",
            Self::Diterima => "diterima",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tenggat {
    /// Done, reported as done, gone on with by a later period, or nothing planned.
    Tiada,
    Lewat,
    /// Within thirty days.
    Dekat,
    Jauh,
}

impl Butir {
    #[must_use]
    pub fn status(&self) -> Status {
        let putusan = self.verifikasi.first();
        let diajukan = self.kemajuan.iter().find(|k| k.selesai).map(|k| k.urut);
        match (putusan, diajukan) {
            (Some(v), Some(d)) if d > v.urut => Status::Diajukan,
            (Some(v), _) if v.putusan == "diterima" => Status::Diterima,
            (Some(_), _) => Status::Dikembalikan,
            (None, Some(_)) => Status::Diajukan,
            (None, None) if !self.kemajuan.is_empty() => Status::Berjalan,
            (None, None) if self.rencana.is_some() => Status::Direncanakan,
            (None, None) => Status::BelumAdaRencana,
        }
    }

    /// How its own last day stands on a local day.
    #[must_use]
    pub fn tenggat(&self, hari: Date) -> Tenggat {
        if self.dilanjutkan || matches!(self.status(), Status::Diterima | Status::Diajukan) {
            return Tenggat::Tiada;
        }
        match self.rencana.as_ref().and_then(|r| r.tenggat.parse::<Date>().ok()) {
            Some(b) if b < hari => Tenggat::Lewat,
            Some(b) if b <= hari.saturating_add(DEKAT_HARI.days()) => Tenggat::Dekat,
            Some(_) => Tenggat::Jauh,
            None => Tenggat::Tiada,
        }
    }
}

/// Counts of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hitungan {
    pub semua: usize,
    /// In the order of [`Status::SEMUA`].
    pub per_status: [usize; 6],
    /// Plans past their last day.
    pub lewat: usize,
}

impl Hitungan {
    #[must_use]
    pub fn dari(&self, s: Status) -> usize {
        Status::SEMUA.iter().position(|x| *x == s).map_or(0, |i| self.per_status[i])
    }
}

#[must_use]
pub fn hitung(butir: &[Butir], hari: Date) -> Hitungan {
    let mut h = Hitungan { semua: butir.len(), ..Hitungan::default() };
    for b in butir {
        let s = b.status();
        for (n, lain) in h.per_status.iter_mut().zip(Status::SEMUA) {
            *n += usize::from(lain == s);
        }
        h.lewat += usize::from(b.tenggat(hari) == Tenggat::Lewat);
    }
    h
}
