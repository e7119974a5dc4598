//! The frozen result as documents print it: in Indonesian whatever the reader's language, figures with a decimal comma.
//!
//! Shared by minutes and report. Layout is in `dokumen`, arithmetic in `pekppp`; here values only get their printed form.

use dokumen::{
    Kepala,
    masukan::{Angka, AspekNilai, IndikatorNilai, NilaiAkhir, Periode, UnitLokus, Verifikasi},
};
use pekppp::{Pecahan, Status, skor::HasilIndikator};
use store::{
    Waktu,
    f02::{Catatan, Sepakat},
    instansi,
    lokus::Lokus,
    verifikasi,
};

use super::muat::Muatan;
use crate::{
    AppState,
    bahasa::Bahasa,
    error::Hasil,
    format::{self, Zona},
    kata::kunci_skema,
    periode::kunci_cakupan,
};

/// Time zone of the instansi, and whether every page says ILUSTRASI.
pub struct Cetak {
    pub zona: Zona,
    pub ilustrasi: bool,
    pub instansi: String,
    pub kode_unit: String,
    pub alamat_unit: Option<String>,
    pub alamat: String,
}

impl Cetak {
    /// # Errors
    /// When the store fails.
    pub async fn baru(app: &AppState, lokus: &Lokus) -> Hasil<Self> {
        let unit = instansi::unit(&app.store, lokus.unit_id).await?;
        Ok(Self {
            zona: Zona::dari_nama(&lokus.zona).unwrap_or_default(),
            ilustrasi: app.ilustrasi || lokus.ilustrasi == 1,
            instansi: instansi::dari_id(&app.store, lokus.penyelenggara_id).await?.nama,
            kode_unit: unit.kode,
            alamat_unit: Some(unit.alamat).filter(|a| !a.is_empty()),
            alamat: app.konfig.alamat.clone(),
        })
    }

    #[must_use]
    pub fn waktu(&self, w: Waktu) -> String {
        format::waktu(Bahasa::Id, w.timestamp(), self.zona)
    }

    #[must_use]
    pub fn kepala(&self, kode: &str, nomor: Option<String>, pada: Waktu) -> Kepala {
        let url = format!("{}/verifikasi/{kode}", self.alamat);
        Kepala {
            instansi: self.instansi.clone(),
            perangkat: None,
            nomor,
            dibuat: pada.timestamp(),
            dibuat_teks: self.waktu(pada),
            ilustrasi: self.ilustrasi,
            verifikasi: Some(Verifikasi { url_pendek: Some(format::alamat_pendek(&url)), url, kode: Some(verifikasi::tampil(kode)) }),
        }
    }

    /// For what is hung up or handed out: without a code to check.
    #[must_use]
    pub fn kepala_lepas(&self, pada: Waktu) -> Kepala {
        Kepala { verifikasi: None, ..self.kepala("", None, pada) }
    }

    #[must_use]
    pub fn unit(&self, l: &Lokus) -> UnitLokus {
        UnitLokus {
            nama: l.unit.clone(),
            kode: self.kode_unit.clone(),
            alamat: self.alamat_unit.clone(),
            formulir: Bahasa::Id.s(if l.formulir == "B" { "hasil-cetak-formulir-b" } else { "hasil-cetak-formulir-a" }),
            lingkup: Some(Bahasa::Id.s(kunci_cakupan(&l.cakupan))),
            kategori_pemeringkatan: Some(l.kategori.clone()),
        }
    }
}

#[must_use]
pub fn periode(l: &Lokus, edisi: &pekppp::Edisi) -> Periode {
    let skema = Bahasa::Id.s(kunci_skema(&l.skema));
    Periode { nama: l.periode.clone(), tahun: l.tahun.to_string(), skema, edisi: format!("{} ({})", edisi.nama, edisi.id) }
}

/// Printed with a number of decimals, exact beside it.
#[must_use]
pub fn angka(p: &Pecahan, desimal: u32) -> Angka {
    Angka::new(format::angka(Bahasa::Id, &p.tampil(desimal)), p.desimal())
}

/// Printed as it is.
fn tepat(p: &Pecahan) -> Angka {
    Angka::apa_adanya(p.desimal())
}

fn nol() -> Angka {
    Angka::apa_adanya("0")
}

#[must_use]
pub fn nilai(m: &Muatan) -> NilaiAkhir {
    let h = &m.hasil;
    let persen = |p: &Pecahan| tepat(&(p * &Pecahan::bulat(100)));
    let kurang = (h.status == Status::F03Kurang).then(|| {
        let args = [("ada", h.f03.dipakai.to_string().into()), ("min", m.edisi.f03.responden_min.to_string().into())];
        Bahasa::Id.a("hasil-f03-kurang-isi", args)
    });
    NilaiAkhir {
        f02: h.f02.nilai.as_ref().map_or_else(nol, |n| angka(n, 4)),
        bagian_f02: persen(&h.porsi_f02),
        f03: h.f03.nilai.as_ref().map(|n| angka(n, 4)),
        bagian_f03: persen(&h.porsi_f03),
        ipp: h.ipp.as_ref().map(|i| angka(i.ipp.pecahan(), 2)),
        kategori: h.ipp.as_ref().map(|i| i.kategori.clone()),
        kategori_nama: h.ipp.as_ref().map(|i| i.nama_kategori.clone()),
        keterangan: kurang,
    }
}

#[must_use]
pub fn aspek(m: &Muatan) -> Vec<AspekNilai> {
    let satu = |a: &pekppp::skor::HasilAspek| AspekNilai {
        kode: a.kunci.clone(),
        nama: a.nama.clone(),
        nama_pendek: a.nama.clone(),
        bobot: tepat(a.bobot.persen()),
        nilai: a.nilai.as_ref().map_or_else(nol, |n| angka(n, 2)),
        kontribusi: a.sumbangan.as_ref().map_or_else(nol, |n| angka(n, 4)),
    };
    m.hasil.f02.aspek.iter().map(satu).collect()
}

/// Weighted indicators in form order. A mean that is no whole score is said in the note.
#[must_use]
pub fn indikator(m: &Muatan) -> Vec<IndikatorNilai> {
    let per_aspek = m.hasil.f02.aspek.iter().flat_map(|a| a.indikator.iter().map(move |i| (a.kunci.as_str(), i)));
    per_aspek.map(|(aspek, i)| satu_indikator(m, aspek, i)).collect()
}

fn satu_indikator(m: &Muatan, aspek: &str, i: &HasilIndikator) -> IndikatorNilai {
    let skor = i.nilai.as_ref().filter(|n| n.angka_desimal() == Some(0)).and_then(|n| n.skala(0)).and_then(|n| u8::try_from(n).ok());
    let rata = i.nilai.as_ref().filter(|_| skor.is_none()).map(|n| format!("Skor rata-rata {}.", angka(n, 2).teks));
    let catatan: Vec<String> = rata.into_iter().chain(catatan(m, i)).collect();
    IndikatorNilai {
        aspek: aspek.to_owned(),
        kode: i.kode.clone(),
        nama: m.edisi.cari_indikator(&i.kode).map(|x| x.nama.clone()).unwrap_or_default(),
        bobot: i.bobot.as_ref().map_or_else(nol, |b| tepat(b.persen())),
        skor,
        kontribusi: i.sumbangan.as_ref().map_or_else(nol, |n| angka(n, 4)),
        catatan: gabung(catatan),
        rekomendasi: gabung(rekomendasi(m, &i.kode)),
    }
}

/// What stands beside the score used: the reason of a settlement, or what the only evaluator wrote. What several evaluators
/// noted, each beside a score of his own, is not for the report.
fn catatan(m: &Muatan, i: &HasilIndikator) -> Vec<String> {
    let alasan = |s: &Sepakat| Some(s.alasan.trim().to_owned()).filter(|a| !a.is_empty());
    match i.konsensus {
        Some(_) => m.sepakat.iter().find(|s| s.indikator == i.kode).and_then(alasan).into_iter().collect(),
        None if m.penilai.len() == 1 => unik(m, &i.kode, |c| Some(&c.catatan)),
        None => Vec::new(),
    }
}

/// What is recommended, never against the score used: the rule that makes the rows of a frozen result.
#[must_use]
pub fn rekomendasi(m: &Muatan, kode: &str) -> Vec<String> {
    let mut semua = m.hasil.f02.aspek.iter().flat_map(|a| &a.indikator).chain(&m.hasil.f02.tambahan);
    let i = semua.find(|i| i.kode == kode);
    i.map(|i| store::rekomendasi::saran(&m.edisi, i, &m.catatan, &m.sepakat)).unwrap_or_default()
}

/// Each sentence once.
fn unik(m: &Muatan, kode: &str, ambil: impl Fn(&Catatan) -> Option<&String>) -> Vec<String> {
    let mut hasil: Vec<String> = Vec::new();
    for teks in m.catatan.iter().filter(|c| c.indikator == kode).filter_map(|c| ambil(c).map(|t| t.trim())) {
        if !teks.is_empty() && !hasil.iter().any(|h| h == teks) {
            hasil.push(teks.to_owned());
        }
    }
    hasil
}

fn gabung(teks: Vec<String>) -> Option<String> {
    (!teks.is_empty()).then(|| teks.join(" "))
}

#[cfg(test)]
mod tests {
    use pekppp::{CaraPenilai, LembarF02, Masukan, Nilai, bawaan, skor::F03Ringkas};
    use store::id::AkunId;

    use super::*;

    /// Two evaluators gave 2 and 4 on the first indicator and each recommends; `disepakati` is what they settled on.
    fn muatan(disepakati: Option<i64>, bersama: &str) -> (Muatan, String) {
        let (edisi, _) = bawaan("pekppp-2022-a").unwrap();
        let kode = edisi.indikator().next().unwrap().kode.clone();
        let orang = [(AkunId::baru(), 2), (AkunId::baru(), 4)];
        let f02 = orang.iter().map(|(id, n)| LembarF02 {
            evaluator: id.to_string(),
            nilai: edisi.indikator().map(|i| (i.kode.clone(), Nilai::baru(if i.kode == kode { *n } else { 3 }).unwrap())).collect(),
        });
        let masukan = Masukan {
            f02: f02.collect(),
            cara_penilai: Some(if disepakati.is_some() { CaraPenilai::Konsensus } else { CaraPenilai::RataRata }),
            nilai_konsensus: disepakati.iter().map(|n| (kode.clone(), Nilai::baru(*n).unwrap())).collect(),
            f03: F03Ringkas::kosong(edisi),
            agregasi_f03: None,
        };
        let catatan = orang.iter().map(|(id, n)| Catatan {
            indikator: kode.clone(),
            akun_id: *id,
            nama: String::new(),
            skor: Some(*n),
            sumber: String::new(),
            catatan: format!("catatan nilai {n}"),
            rekomendasi: format!("saran nilai {n}"),
        });
        let sepakat = disepakati.iter().map(|skor| Sepakat {
            indikator: kode.clone(),
            versi: 1,
            skor: *skor,
            alasan: "a".into(),
            rekomendasi: bersama.into(),
            dasar: String::new(),
            pada: Waktu(0),
            oleh: orang[0].0,
            nama: String::new(),
        });
        let m = Muatan {
            hasil: pekppp::hitung(edisi, &masukan).unwrap(),
            edisi: std::sync::Arc::new(edisi.clone()),
            beku: None,
            penilai: orang.iter().map(|(id, _)| (id.to_string(), String::new())).collect(),
            catatan: catatan.collect(),
            sepakat: sepakat.collect(),
            bukti: Vec::new(),
            kertas: 0,
            kertas_ditolak: 0,
            kurang: Vec::new(),
            divalidasi: false,
        };
        (m, kode)
    }

    #[test]
    fn notes_of_several_evaluators_stay_with_them() {
        let baris = |m: &Muatan, kode: &str| indikator(m).into_iter().find(|i| i.kode == kode).unwrap().catatan;
        let (m, kode) = muatan(Some(4), "bersama");
        assert_eq!(baris(&m, &kode).as_deref(), Some("a"), "the reason of the settlement");
        let (m, kode) = muatan(None, "");
        assert_eq!(baris(&m, &kode), None, "a mean of 3 is a whole score; each note speaks of another one");
        // The only evaluator: his note.
        let (mut m, kode) = muatan(None, "");
        m.penilai.truncate(1);
        m.catatan.truncate(1);
        assert_eq!(baris(&m, &kode).as_deref(), Some("catatan nilai 2"));
    }

    #[test]
    fn a_recommendation_never_speaks_against_the_settled_score() {
        let semua = |disepakati, bersama| {
            let (m, kode) = muatan(disepakati, bersama);
            let baris = indikator(&m).into_iter().find(|i| i.kode == kode).unwrap();
            assert_eq!(baris.rekomendasi.unwrap_or_default(), rekomendasi(&m, &kode).join(" "));
            rekomendasi(&m, &kode)
        };
        assert_eq!(semua(None, ""), ["saran nilai 4"], "the mean is 3: who gave 2 asks for what is reached");
        assert_eq!(semua(Some(4), " bersama "), ["bersama"]);
        assert_eq!(semua(Some(4), ""), ["saran nilai 4"], "only who gave the settled score");
        assert!(semua(Some(3), "").is_empty(), "nobody gave it");
        assert!(semua(Some(5), "").is_empty(), "nothing is left to do");
        assert_eq!(semua(Some(5), "pertahankan"), ["pertahankan"]);
    }
}
