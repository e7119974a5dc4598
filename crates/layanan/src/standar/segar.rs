//! Freshness: how often information was renewed (indicator 24 of the 2022 edition looks at five publications in a row).

use jiff::civil::Date;

use crate::{KepastianSumber as Yakin, Sumber, kunci::berkunci};

berkunci! {
    /// How often, with the keys of the answer in F01. `harian` there also asks for detail, which dates cannot show.
    pub enum Irama {
        Harian = "harian",
        Mingguan = "mingguan",
        Bulanan = "bulanan",
        Semesteran = "semesteran",
        Tahunan = "tahunan",
    }
}

/// So many publications in a row are looked at.
pub const SEDIKITNYA: usize = 5;

/// The longest gap in days that still counts as the rhythm; the rubric names the rhythms, not the days.
pub const BATAS_IRAMA: ([(Irama, i32); 5], Sumber) = (
    [(Irama::Harian, 1), (Irama::Mingguan, 7), (Irama::Bulanan, 31), (Irama::Semesteran, 184), (Irama::Tahunan, 366)],
    Sumber::baru("rubrik indikator 24 menyebut irama; batas harinya usulan program", Yakin::Usulan),
);

/// The rhythm of the last five publications up to `pada`, by the longest gap, the one until `pada` included. The days may
/// come in any order; several on one day count once. `None`: fewer than five, or a gap above a year.
#[must_use]
pub fn irama(terbit: &[Date], pada: Date) -> Option<Irama> {
    let mut hari: Vec<Date> = terbit.iter().copied().filter(|h| *h <= pada).collect();
    hari.sort_unstable();
    hari.dedup();
    let akhir = hari.get(hari.len().checked_sub(SEDIKITNYA)?..)?;
    let lalu = akhir.iter().copied().chain([pada]);
    let jeda = lalu.clone().zip(lalu.skip(1)).map(|(a, b)| (b - a).get_days()).max()?;
    BATAS_IRAMA.0.iter().find(|(_, batas)| jeda <= *batas).map(|(i, _)| *i)
}
