//! Figures in plain sentences: what the interval says, how sure the class is, whether the figure moved since the last round,
//! and how all of it was computed. The choice of a sentence follows crate `skm`; the words are in the catalogue.

use skm::{KepastianMutu, Pecahan, PutusanTren, Tren, tren};

use super::{Angka, Sajian};
use crate::konteks::Konteks;

impl Sajian<'_> {
    /// "Dengan 120 responden dari 900 yang dilayani, …"; empty without answers.
    #[must_use]
    pub fn kalimat_selang(&self) -> String {
        self.angka.as_ref().map(|a| selang(self.k, a)).unwrap_or_default()
    }

    /// "Mutu B; bisa jadi A." Empty without answers or without an interval to judge from.
    #[must_use]
    pub fn kalimat_mutu(&self) -> String {
        let Some(kepastian) = self.angka.as_ref().and_then(|a| a.kepastian(self.bahan.edisi)) else { return String::new() };
        match kepastian {
            KepastianMutu::Pasti { mutu } => self.k.n("hasilskm-mutu-pasti", "mutu", mutu),
            KepastianMutu::BisaJadi { mutu, lain } => {
                let atau = format!(" {} ", self.k.s("hasilskm-atau"));
                self.k.a("hasilskm-mutu-bisa-jadi", [("mutu", mutu.into()), ("lain", lain.join(&atau).into())])
            }
            KepastianMutu::TidakDiketahui { mutu } => self.k.n("hasilskm-mutu-tidak-diketahui", "mutu", mutu),
        }
    }

    /// Why the figure is to be read with care; empty when there is nothing to say.
    #[must_use]
    pub fn peringatan(&self) -> Vec<String> {
        let mut hasil = Vec::new();
        let Some(a) = &self.angka else { return hasil };
        let n = i64::try_from(self.n()).unwrap_or(i64::MAX);
        if n < 30 {
            hasil.push(self.k.jumlah("hasilskm-sedikit", n));
        }
        if a.perkiraan.is_none() {
            hasil.push(self.k.s("hasilskm-tanpa-ragam-kubus"));
        }
        if self.bahan.populasi.is_some_and(|p| p < n) {
            hasil.push(self.k.s("hasilskm-populasi-diragukan"));
        }
        hasil
    }

    /// How the figure was computed, one sentence each.
    #[must_use]
    pub fn cara(&self) -> Vec<String> {
        let e = self.bahan.edisi;
        let kn = self.susunan.k();
        let mut hasil = vec![self.k.a(
            "hasilskm-cara-bobot",
            [("k", kn.to_string().into()), ("faktor", self.k.angka(e.penilaian.faktor.tampil(2).trim_end_matches(".00")).into())],
        )];
        if self.susunan.unsur().iter().any(|u| u.pertanyaan.len() > 1) {
            hasil.push(self.k.s("hasilskm-cara-banyak"));
        }
        if self.susunan.unsur().len() < e.unsur.len() {
            let tanpa = e.unsur.iter().filter(|u| !self.bahan.unsur.contains(&u.kunci)).map(|u| u.nama.as_str());
            hasil.push(self.k.n("hasilskm-cara-tanpa", "unsur", tanpa.collect::<Vec<_>>().join("; ")));
        }
        hasil.push(self.k.a(
            "hasilskm-cara-bulat",
            [("nrr", e.penilaian.nrr_desimal.to_string().into()), ("ikm", e.penilaian.ikm_desimal.to_string().into())],
        ));
        hasil.push(self.k.s("hasilskm-cara-selang"));
        hasil.push(self.k.s("hasilskm-cara-lengkap"));
        hasil
    }
}

/// What the answers say about the true figure.
fn selang(k: &Konteks, a: &Angka) -> String {
    let n = k.angka(a.hasil.n.to_string());
    match &a.perkiraan {
        Some(skm::Perkiraan::Ada(s)) => {
            let (bawah, atas) = (k.angka(s.bawah.tampil(2)), k.angka(s.atas.tampil(2)));
            match s.populasi {
                Some(p) => k.a(
                    "hasilskm-selang-populasi",
                    [("n", n.into()), ("populasi", k.angka(p.to_string()).into()), ("bawah", bawah.into()), ("atas", atas.into())],
                ),
                None => k.a("hasilskm-selang", [("n", n.into()), ("bawah", bawah.into()), ("atas", atas.into())]),
            }
        }
        Some(skm::Perkiraan::Sensus { .. }) => k.n("hasilskm-sensus", "n", n),
        Some(skm::Perkiraan::TanpaRagam { .. }) => k.n("hasilskm-tanpa-ragam", "n", n),
        Some(skm::Perkiraan::TerlaluSedikit { .. }) | None => k.n("hasilskm-terlalu-sedikit", "n", n),
    }
}

/// A step from an earlier round to a later one, in words.
pub struct Langkah {
    /// `naik`, `turun`, `tetap`, for the mark beside the words.
    pub arah: &'static str,
    pub kalimat: String,
    /// The two rounds asked different unsur.
    pub tidak_sebanding: bool,
}

/// Compares two rounds; `None` where one has no figure or the scales differ.
#[must_use]
pub fn langkah(k: &Konteks, lama: Option<&Angka>, baru: Option<&Angka>) -> Option<Langkah> {
    let tercetak = &baru?.hasil.ikm - &lama?.hasil.ikm;
    let (lama, baru) = (lama?.ringkasan.as_ref()?, baru?.ringkasan.as_ref()?);
    if (&lama.min, &lama.maks) != (&baru.min, &baru.maks) {
        return None;
    }
    let t = tren(lama, baru);
    Some(Langkah { arah: arah(&t), kalimat: kalimat(k, &t, &tercetak), tidak_sebanding: !t.sebanding })
}

fn arah(t: &Tren) -> &'static str {
    match t.putusan {
        PutusanTren::Naik => "naik",
        PutusanTren::Turun => "turun",
        PutusanTren::TidakBerbeda | PutusanTren::TidakDapatDiuji => "tetap",
    }
}

/// The difference is that of the two printed figures, so that a reader who subtracts them finds the same; the test behind
/// the verdict and the interval is on unrounded means, which differ from them by 0.02 at most.
fn kalimat(k: &Konteks, t: &Tren, tercetak: &Pecahan) -> String {
    let selisih = k.angka(tercetak.mutlak().tampil(2));
    let naik = k.s(match (tercetak.adalah_nol(), tercetak.adalah_negatif()) {
        (true, _) => "hasilskm-arah-tetap",
        (_, true) => "hasilskm-arah-turun",
        _ => "hasilskm-arah-naik",
    });
    let (bawah, atas) = t.selang.as_ref().map(|(a, b)| (k.angka(a.tampil(2)), k.angka(b.tampil(2)))).unwrap_or_default();
    match t.putusan {
        PutusanTren::Naik => k.a("hasilskm-tren-naik", [("selisih", selisih.into()), ("bawah", bawah.into()), ("atas", atas.into())]),
        PutusanTren::Turun => k.a("hasilskm-tren-turun", [("selisih", selisih.into()), ("bawah", bawah.into()), ("atas", atas.into())]),
        PutusanTren::TidakBerbeda => k.a(
            "hasilskm-tren-tidak-berbeda",
            [("arah", naik.into()), ("selisih", selisih.into()), ("bawah", bawah.into()), ("atas", atas.into())],
        ),
        PutusanTren::TidakDapatDiuji => k.a("hasilskm-tren-tidak-dapat-diuji", [("arah", naik.into()), ("selisih", selisih.into())]),
    }
}
