//! A number as printed: its value and how many decimals it was printed with, so that rounding can be judged.

use std::{fmt, str::FromStr};

use pecahan::{BukanAngka, Pecahan};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// `"90,56"` or `"90.56"`: value 90.56, two decimals. Serialised as the text with a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AngkaTercetak {
    pub nilai: Pecahan,
    pub desimal: u32,
}

impl AngkaTercetak {
    /// Half a unit of the last printed place.
    #[must_use]
    pub fn setengah(&self) -> Pecahan {
        let satuan = (0..self.desimal).fold(Pecahan::bulat(2), |n, _| &n * &Pecahan::bulat(10));
        &Pecahan::bulat(1) / &satuan
    }

    /// What was rounded to this: both ends.
    #[must_use]
    pub fn rentang(&self) -> (Pecahan, Pecahan) {
        (&self.nilai - &self.setengah(), &self.nilai + &self.setengah())
    }

    /// Whether an exact value, rounded half-up to the printed decimals, gives this number.
    #[must_use]
    pub fn dari(&self, tepat: &Pecahan) -> bool {
        tepat.dibulatkan(self.desimal) == self.nilai
    }
}

impl FromStr for AngkaTercetak {
    type Err = BukanAngka;

    /// A plain decimal with a point or a comma, at most 12 decimals; no thousands separators.
    fn from_str(teks: &str) -> Result<Self, BukanAngka> {
        let rapi = teks.trim().replace(',', ".");
        let desimal = rapi.split_once('.').map_or(0, |(_, d)| d.len());
        let desimal = u32::try_from(desimal).ok().filter(|d| *d <= 12 && !rapi.contains('/'));
        let desimal = desimal.ok_or_else(|| BukanAngka(teks.chars().take(40).collect()))?;
        Ok(Self { nilai: rapi.parse()?, desimal })
    }
}

impl fmt::Display for AngkaTercetak {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.nilai.tampil(self.desimal))
    }
}

impl Serialize for AngkaTercetak {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for AngkaTercetak {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(de::Error::custom)
    }
}
