//! Figures as documents print them. Nothing is computed here: text and exact value both come from the caller.

use serde::{Deserialize, Serialize};

use crate::Error;

/// A figure twice: as printed (`4,29`) and exact with a decimal point (`4.2896`), for charts and spreadsheet cells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Angka {
    pub teks: String,
    pub eksak: String,
}

impl Angka {
    #[must_use]
    pub fn new(teks: impl Into<String>, eksak: impl Into<String>) -> Self {
        Self { teks: teks.into(), eksak: eksak.into() }
    }

    /// Prints the exact value as it is, with a decimal comma.
    #[must_use]
    pub fn apa_adanya(eksak: impl Into<String>) -> Self {
        let eksak = eksak.into();
        Self { teks: eksak.replace('.', ","), eksak }
    }

    /// The exact sum of decimals, for the cell that shows a total to readers that do not recompute; `None` when one of them
    /// is no plain decimal.
    pub fn jumlah<'a>(semua: impl Iterator<Item = &'a Self> + Clone) -> Option<Self> {
        let pecah = |a: &'a Self| a.eksak.split_once('.').unwrap_or((&a.eksak, ""));
        let desimal = semua.clone().map(|a| pecah(a).1.len()).max().unwrap_or(0);
        let satu = |a| {
            let (bulat, pecahan) = pecah(a);
            format!("{bulat}{pecahan:0<desimal$}").parse::<i128>().ok()
        };
        let digit = format!("{:0>lebar$}", semua.map(satu).sum::<Option<i128>>()?, lebar = desimal + 1);
        let (bulat, pecahan) = digit.split_at_checked(digit.len() - desimal)?;
        Some(Self::apa_adanya(if desimal == 0 { bulat.to_owned() } else { format!("{bulat}.{pecahan}") }))
    }

    /// For drawing and for spreadsheet cells only, which hold binary fractions by their nature.
    ///
    /// # Errors
    /// [`Error::BukanAngka`] when `eksak` is no finite decimal.
    pub fn untuk_gambar(&self) -> Result<f64, Error> {
        self.eksak.parse::<f64>().ok().filter(|nilai| nilai.is_finite()).ok_or_else(|| Error::BukanAngka(self.eksak.clone()))
    }
}

/// The frozen figures of one unit. `ipp` is `None` while F02 or F03 is not enough.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NilaiAkhir {
    pub f02: Angka,
    /// Share in percent, e.g. `75`.
    pub bagian_f02: Angka,
    pub f03: Option<Angka>,
    pub bagian_f03: Angka,
    pub ipp: Option<Angka>,
    /// Category code, e.g. `A-`; `None` together with `ipp`.
    pub kategori: Option<String>,
    /// Category name, e.g. `Sangat Baik`.
    pub kategori_nama: Option<String>,
    /// Why there is no IPP, or any remark to print beside it.
    pub keterangan: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AspekNilai {
    /// `I` .. `VI`.
    pub kode: String,
    pub nama: String,
    /// Short name for the radar's axis, e.g. `Sarana Prasarana`.
    pub nama_pendek: String,
    /// Percent.
    pub bobot: Angka,
    /// 0..5.
    pub nilai: Angka,
    /// Weighted share in F02: weight/100 x value.
    pub kontribusi: Angka,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndikatorNilai {
    /// Code of the aspect, as in [`AspekNilai::kode`]; any other text puts the indicator last, as unweighted extra.
    pub aspek: String,
    /// e.g. `1.a.Ak`.
    pub kode: String,
    pub nama: String,
    /// Percent within the aspect; `0` for the unweighted one.
    pub bobot: Angka,
    /// 0..5; `None` when not scored.
    pub skor: Option<u8>,
    /// Share in the aspect value: weight/100 x score.
    pub kontribusi: Angka,
    pub catatan: Option<String>,
    pub rekomendasi: Option<String>,
}

/// One polygon of the radar, in the order of the aspects. `None` where there is no value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriAspek {
    /// Legend, e.g. `Rerata instansi`.
    pub nama: String,
    pub nilai: Vec<Option<Angka>>,
}

/// One published value in the history of a unit or an instansi.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TitikTahun {
    pub tahun: i16,
    pub nilai: Angka,
    /// e.g. category and scheme; goes into the point's title.
    pub keterangan: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::Angka;

    #[test]
    fn decimals_are_summed_exactly() {
        let jumlah = |semua: &[&str]| {
            let semua: Vec<Angka> = semua.iter().map(|s| Angka::apa_adanya(*s)).collect();
            Angka::jumlah(semua.iter()).map(|a| a.eksak)
        };
        assert_eq!(jumlah(&["24", "23.5", "0.05", "52.45"]).as_deref(), Some("100.00"));
        assert_eq!(jumlah(&["0.1", "0.2"]).as_deref(), Some("0.3"));
        assert_eq!(jumlah(&["30", "70"]).as_deref(), Some("100"));
        assert_eq!(jumlah(&["1/3"]), None);
    }
}
