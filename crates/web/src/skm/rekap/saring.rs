//! What the recap is narrowed to, from the address and back into it.

use jiff::civil::{Date, date};
use store::skm::{
    KeadaanRonde,
    rekap::{RondeRingkas, SaringRekap},
};

use crate::lembar::persen;

/// Parts of a year: key, catalogue key, first and last month.
const BAGIAN: [(&str, &str, i8, i8); 7] = [
    ("", "hasilskm-setahun", 1, 12),
    ("s1", "hasilskm-semester-1", 1, 6),
    ("s2", "hasilskm-semester-2", 7, 12),
    ("tw1", "hasilskm-triwulan-1", 1, 3),
    ("tw2", "hasilskm-triwulan-2", 4, 6),
    ("tw3", "hasilskm-triwulan-3", 7, 9),
    ("tw4", "hasilskm-triwulan-4", 10, 12),
];

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Saring {
    /// 0: all years.
    pub tahun: i16,
    pub bagian: String,
    /// Key of a state, `terbit`, or empty.
    pub keadaan: String,
    pub instansi: String,
    pub wilayah: String,
    pub urut: String,
    pub cari: String,
    pub hal: usize,
    tahun_ini: i16,
}

impl Saring {
    #[must_use]
    pub fn dari(q: &[(String, String)], tahun_ini: i16) -> Self {
        let s = |nama: &str| q.iter().find(|(n, _)| n == nama).map(|(_, v)| v.trim().to_owned());
        let isi = |nama: &str| s(nama).unwrap_or_default();
        let tahun = s("tahun").map_or(tahun_ini, |t| t.parse().unwrap_or(0));
        let hal = isi("h").parse().unwrap_or(1);
        let (bagian, keadaan, urut) = (isi("bagian"), isi("keadaan"), isi("urut"));
        Self { tahun, bagian, keadaan, instansi: isi("instansi"), wilayah: isi("wilayah"), urut, cari: isi("cari"), hal, tahun_ini }
    }

    /// The part that the store filters by. An unknown id narrows to nothing rather than to everything.
    #[must_use]
    pub fn store(&self) -> SaringRekap {
        let (_, _, awal, akhir) = BAGIAN.iter().find(|b| b.0 == self.bagian).unwrap_or(&BAGIAN[0]);
        let tahun = (1900..=9998).contains(&self.tahun).then_some(self.tahun);
        SaringRekap {
            dari: tahun.map(|t| date(t, *awal, 1)),
            sampai: tahun.map(|t| akhir_bulan(t, *akhir)),
            instansi: (!self.instansi.is_empty()).then(|| self.instansi.parse().unwrap_or(store::id::InstansiId(uuid::Uuid::nil()))),
            wilayah: (!self.wilayah.is_empty()).then(|| self.wilayah.clone()),
        }
    }

    /// Leaves one round a unit (the newest that fits) and what the state and the search leave.
    pub fn saring(&self, ronde: &mut Vec<RondeRingkas>) {
        let kecil = self.cari.to_lowercase();
        let keadaan = KeadaanRonde::dari_kunci(&self.keadaan);
        ronde.retain(|r| {
            let nama = kecil.is_empty() || r.ronde.unit.to_lowercase().contains(&kecil) || r.ronde.instansi.to_lowercase().contains(&kecil);
            nama && keadaan.is_none_or(|k| r.keadaan == k) && (self.keadaan != "terbit" || r.terbit)
        });
        let mut ada = std::collections::HashSet::new();
        ronde.retain(|r| ada.insert(r.ronde.unit_id));
    }

    /// The filters as a query, some of them replaced; the page number only where it is given.
    #[must_use]
    pub fn kueri(&self, ganti: &[(&str, String)]) -> String {
        let tahun = self.tahun.to_string();
        let semua: [(&str, &str); 7] = [
            ("tahun", &tahun),
            ("bagian", &self.bagian),
            ("keadaan", &self.keadaan),
            ("wilayah", &self.wilayah),
            ("instansi", &self.instansi),
            ("urut", &self.urut),
            ("cari", &self.cari),
        ];
        let tetap = semua.iter().filter(|(n, _)| !ganti.iter().any(|(g, _)| g == n)).map(|(n, v)| (*n, (*v).to_owned()));
        let bagian: Vec<String> =
            tetap.chain(ganti.iter().cloned()).filter(|(_, v)| !v.is_empty()).map(|(n, v)| format!("{n}={}", persen(&v))).collect();
        format!("?{}", bagian.join("&"))
    }

    /// Years to choose from; 0 stands for all.
    #[must_use]
    pub fn pilihan_tahun(&self) -> Vec<(i16, bool)> {
        let mut tahun: Vec<i16> = (self.tahun_ini - 6..=self.tahun_ini + 1).rev().collect();
        if self.tahun != 0 && !tahun.contains(&self.tahun) {
            tahun.push(self.tahun);
        }
        tahun.into_iter().map(|t| (t, t == self.tahun)).collect()
    }

    /// Parts of the year: key, catalogue key, whether chosen.
    #[must_use]
    pub fn pilihan_bagian(&self) -> Vec<(&'static str, &'static str, bool)> {
        BAGIAN.iter().map(|b| (b.0, b.1, b.0 == self.bagian)).collect()
    }

    #[must_use]
    pub fn pilihan_keadaan(&self) -> Vec<(&'static str, &'static str, bool)> {
        let semua = [("", "hasilskm-semua"), ("terbit", "hasilskm-sudah-terbit")];
        let keadaan = KeadaanRonde::SEMUA.map(|x| (x.kunci(), super::super::lencana(x).1));
        semua.into_iter().chain(keadaan).map(|(n, kunci)| (n, kunci, n == self.keadaan)).collect()
    }

    #[must_use]
    pub fn pilihan_urut(&self) -> Vec<(&'static str, &'static str, bool)> {
        let semua = [("", "hasilskm-urut-nama"), ("tinggi", "hasilskm-urut-tinggi"), ("rendah", "hasilskm-urut-rendah")];
        semua.into_iter().map(|(n, kunci)| (n, kunci, n == self.urut)).collect()
    }
}

fn akhir_bulan(tahun: i16, bulan: i8) -> Date {
    date(tahun, bulan, 1).last_of_month()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn q(isi: &[(&str, &str)]) -> Saring {
        Saring::dari(&isi.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect::<Vec<_>>(), 2026)
    }

    #[test]
    fn a_period_is_whole_months() {
        let s = q(&[("tahun", "2025"), ("bagian", "s1")]).store();
        assert_eq!((s.dari, s.sampai), (Some(date(2025, 1, 1)), Some(date(2025, 6, 30))));
        assert_eq!(q(&[]).store().dari, Some(date(2026, 1, 1)), "this year unless said otherwise");
        assert_eq!(q(&[("tahun", "0")]).store().dari, None);
    }

    #[test]
    fn an_unknown_instansi_is_not_everything() {
        assert!(q(&[("instansi", "x")]).store().instansi.is_some());
    }

    #[test]
    fn the_address_keeps_the_filters() {
        let s = q(&[("tahun", "2025"), ("wilayah", "64"), ("cari", "a b")]);
        assert_eq!(s.kueri(&[("wilayah", "64.08".into())]), "?tahun=2025&cari=a%20b&wilayah=64.08");
    }
}
