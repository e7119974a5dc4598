//! The drawings of a round. Each is followed on its page by a table with the same figures.

use dokumen::{
    Angka,
    grafik::{BatangRentang, Bingkai, Lebar, Skala, TitikRentang, Tumpuk, batang_rentang, garis_rentang, tumpuk},
};
use skm::Edisi;

use super::Sajian;
use crate::{Error, error::Hasil, konteks::Konteks};

/// The scale of the IKM with the classes of the edition.
///
/// # Errors
/// Never for an edition that was checked.
pub fn skala(edisi: &Edisi) -> Result<Skala, Error> {
    let ujung = |v: u8| (&skm::Pecahan::bulat(v.into()) * &edisi.penilaian.faktor).tampil(4);
    let kelas: Vec<(String, String)> = edisi.kategori.iter().rev().map(|x| (x.mutu.clone(), x.konversi_dari.tampil(4))).collect();
    let kelas: Vec<(&str, &str)> = kelas.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    Ok(Skala::baru(&ujung(edisi.skala.min), &ujung(edisi.skala.maks), &kelas)?)
}

/// The class of the style sheet for a letter.
#[must_use]
pub fn kelas_mutu(mutu: &str) -> &'static str {
    match mutu {
        "A" => "mutu-a",
        "B" => "mutu-b",
        "C" => "mutu-c",
        _ => "mutu-d",
    }
}

impl Sajian<'_> {
    /// Every unsur on the scale of the IKM, with its interval; empty without answers.
    ///
    /// # Errors
    /// Never for figures that crate `skm` made.
    pub fn gambar_unsur(&self) -> Hasil<String> {
        if self.unsur.is_empty() {
            return Ok(String::new());
        }
        let angka = |s: &String| Angka::apa_adanya(s.clone());
        let bahan: Vec<_> = self
            .unsur
            .iter()
            .map(|u| {
                let nilai = Angka::new(u.konversi.clone(), u.konversi_eksak.clone());
                (u, nilai, u.rentang_konversi.as_ref().map(|(a, b)| (angka(a), angka(b))))
            })
            .collect();
        let tanda = self.k.s("hasilskm-tanda-rendah");
        let batang: Vec<BatangRentang<'_>> = bahan
            .iter()
            .map(|(u, nilai, rentang)| BatangRentang {
                label: &u.nama,
                nilai: Some(nilai),
                rentang: rentang.as_ref().map(|(a, b)| (a, b)),
                huruf: &u.mutu,
                kelas: kelas_mutu(&u.mutu),
                tanda: u.terendah.map(|_| tanda.as_str()),
                kosong: "",
            })
            .collect();
        let deskripsi = self.unsur.iter().map(|u| format!("{}: {} {}", u.nama, u.konversi, u.mutu)).collect::<Vec<_>>().join("; ");
        let judul = self.k.s("hasilskm-unsur-gambar");
        let bingkai = Bingkai { id: "gambar-unsur", judul: &judul, deskripsi: &deskripsi };
        Ok(batang_rentang(bingkai, Lebar::Penuh, &skala(self.bahan.edisi)?, &batang)?)
    }

    /// How the answers to each unsur are shared among the values.
    #[must_use]
    pub fn gambar_sebaran(&self) -> String {
        let bahan: Vec<(&str, Vec<u64>, Vec<String>)> = self.unsur.iter().map(|u| (u.nama.as_str(), u.cacah(), u.nama_jawaban())).collect();
        let isi: Vec<Tumpuk<'_>> = bahan.iter().map(|(label, hitung, nama)| Tumpuk { label, hitung, nama }).collect();
        let (judul, deskripsi) = (self.k.s("hasilskm-sebaran-gambar"), self.k.s("hasilskm-sebaran-deskripsi"));
        let bingkai = Bingkai { id: "gambar-sebaran", judul: &judul, deskripsi: &deskripsi };
        tumpuk(bingkai, Lebar::Penuh, self.bahan.edisi.skala.min, &isi)
    }
}

/// One round in the line over time.
pub struct TitikRonde {
    pub label: String,
    pub keterangan: String,
    /// Exact IKM and ends of its interval; `None` without answers.
    pub ikm: Option<(String, Option<(String, String)>)>,
}

/// Rounds of a unit in order of time; empty when fewer than two have a figure.
///
/// # Errors
/// Never for figures that crate `skm` made.
pub fn garis(k: &Konteks, edisi: &Edisi, judul: &str, titik: &[TitikRonde]) -> Hasil<String> {
    if titik.iter().filter(|t| t.ikm.is_some()).count() < 2 {
        return Ok(String::new());
    }
    let angka = |s: &String| Angka::new(k.angka(s), s.clone());
    let bahan: Vec<_> = titik
        .iter()
        .map(|t| {
            let nilai = t.ikm.as_ref().map(|(n, _)| angka(n));
            let rentang = t.ikm.as_ref().and_then(|(_, r)| r.as_ref()).map(|(a, b)| (angka(a), angka(b)));
            (t, nilai, rentang)
        })
        .collect();
    let isi: Vec<TitikRentang<'_>> = bahan
        .iter()
        .map(|(t, nilai, rentang)| TitikRentang {
            label: &t.label,
            nilai: nilai.as_ref(),
            rentang: rentang.as_ref().map(|(a, b)| (a, b)),
            keterangan: &t.keterangan,
        })
        .collect();
    let deskripsi = titik.iter().map(|t| t.keterangan.as_str()).collect::<Vec<_>>().join("; ");
    Ok(garis_rentang(Bingkai { id: "gambar-garis", judul, deskripsi: &deskripsi }, Lebar::Penuh, &skala(edisi)?, &isi)?)
}
