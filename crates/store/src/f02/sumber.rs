//! Where an evaluator took a score from: ways of collecting (PermenPANRB 29/2022: document check, interview, observation)
//! and free words.
//!
//! Kept as one readable text, `dokumen, wawancara; arsip lantai 2`, so that a report can print it as it is.

use std::{collections::BTreeSet, fmt};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cara {
    Dokumen,
    Wawancara,
    Observasi,
}

impl Cara {
    pub const SEMUA: [Self; 3] = [Self::Dokumen, Self::Wawancara, Self::Observasi];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Dokumen => "dokumen",
            Self::Wawancara => "wawancara",
            Self::Observasi => "observasi",
        }
    }

    #[must_use]
    pub fn dari_kunci(s: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|c| c.kunci() == s)
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sumber {
    pub cara: BTreeSet<Cara>,
    pub keterangan: String,
}

impl Sumber {
    /// Never fails: words before the first `;` that are no way of collecting make the whole text free words.
    #[must_use]
    pub fn baca(teks: &str) -> Self {
        let (depan, keterangan) = teks.split_once(';').unwrap_or((teks, ""));
        let cara: Option<BTreeSet<Cara>> = depan.split(',').map(|c| Cara::dari_kunci(c.trim())).collect();
        match cara {
            Some(cara) => Self { cara, keterangan: keterangan.trim().to_owned() },
            None => Self { cara: BTreeSet::new(), keterangan: teks.trim().trim_start_matches(';').trim().to_owned() },
        }
    }
}

impl fmt::Display for Sumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cara: Vec<&str> = self.cara.iter().map(|c| c.kunci()).collect();
        f.write_str(&cara.join(", "))?;
        match (cara.is_empty(), self.keterangan.is_empty()) {
            (_, true) => Ok(()),
            (true, false) => f.write_str(&self.keterangan),
            (false, false) => write!(f, "; {}", self.keterangan),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_reads_back() {
        for teks in ["", "dokumen", "dokumen, observasi", "dokumen, wawancara; arsip lantai 2; map biru", "arsip; lantai 2"] {
            assert_eq!(Sumber::baca(teks).to_string(), teks);
        }
        assert_eq!(Sumber::baca("wawancara; petugas").cara, BTreeSet::from([Cara::Wawancara]));
        assert_eq!(Sumber::baca("dinding, pintu").keterangan, "dinding, pintu");
    }
}
