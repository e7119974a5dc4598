//! The verdict in words. Which verdict it is comes from `skm::periksa`.

use skm::{
    Bobot, Edisi, Pecahan,
    periksa::{Cara, Kekeliruan, Periksa, Putusan},
};

use super::isian::Isian;
use crate::{komponen::Nada, konteks::Konteks};

/// Tone, heading and one sentence.
pub fn putusan(k: &Konteks, p: &Periksa) -> (Nada, String, String) {
    let (nada, judul, isi) = match p.putusan {
        Putusan::Cocok => (Nada::Baik, "hasilskm-periksa-cocok", "hasilskm-periksa-cocok-isi"),
        Putusan::DalamPembulatan => (Nada::Baik, "hasilskm-periksa-bulat", "hasilskm-periksa-bulat-isi"),
        Putusan::CocokDenganVarian { .. } => (Nada::Perhatian, "hasilskm-periksa-varian", "hasilskm-periksa-varian-isi"),
        Putusan::Salah { .. } => (Nada::Bahaya, "hasilskm-periksa-salah", "hasilskm-periksa-salah-isi"),
        Putusan::TidakBisaDiperiksa => (Nada::Info, "hasilskm-periksa-tidak-bisa", "hasilskm-periksa-tidak-bisa-isi"),
    };
    (nada, k.s(judul), k.s(isi))
}

/// One named error.
pub fn kekeliruan(k: &Konteks, edisi: &Edisi, i: &Isian, x: &Kekeliruan) -> String {
    let dua = |p: &Pecahan| k.angka(p.tampil(2));
    let cetak = |a: &skm::periksa::AngkaTercetak| k.angka(a.to_string());
    let unsur = |urutan: usize| i.nama(k, edisi, urutan.saturating_sub(1));
    match x {
        Kekeliruan::MenyalinUnsur { urutan, nilai } => {
            k.a("hasilskm-keliru-menyalin", [("unsur", unsur(*urutan).into()), ("nilai", cetak(nilai).into())])
        }
        Kekeliruan::PembagiSalah { dipakai, seharusnya } => {
            k.a("hasilskm-keliru-pembagi", [("dipakai", dipakai.to_string().into()), ("seharusnya", seharusnya.to_string().into())])
        }
        Kekeliruan::DiLuarUnsur { terbit, min, maks } => {
            k.a("hasilskm-keliru-luar-unsur", [("terbit", cetak(terbit).into()), ("min", dua(min).into()), ("maks", dua(maks).into())])
        }
        Kekeliruan::KonversiTidakCocok { indeks, terbit, seharusnya } => k.a(
            "hasilskm-keliru-konversi",
            [("indeks", cetak(indeks).into()), ("terbit", cetak(terbit).into()), ("seharusnya", k.angka(seharusnya.desimal()).into())],
        ),
        Kekeliruan::SalahKetik { terbit, seharusnya } => {
            k.a("hasilskm-keliru-ketik", [("terbit", cetak(terbit).into()), ("seharusnya", k.angka(seharusnya).into())])
        }
        Kekeliruan::BobotTidakSepertiDisebut { disebut, dipakai } => {
            k.a("hasilskm-keliru-bobot", [("disebut", cetak(disebut).into()), ("dipakai", bobot_teks(k, dipakai).into())])
        }
        Kekeliruan::MutuAmbangLama { mutu, edisi, seharusnya } => k.a(
            "hasilskm-keliru-ambang",
            [("mutu", mutu.as_str().into()), ("edisi", nama_edisi(edisi).into()), ("seharusnya", seharusnya.as_str().into())],
        ),
        Kekeliruan::MutuDariAngkaLain { mutu, dari, seharusnya } => k.a(
            "hasilskm-keliru-mutu-lain",
            [("mutu", mutu.as_str().into()), ("dari", dua(dari).into()), ("seharusnya", seharusnya.as_str().into())],
        ),
        Kekeliruan::MutuTidakSesuai { mutu, seharusnya } => {
            k.a("hasilskm-keliru-mutu", [("mutu", mutu.as_str().into()), ("seharusnya", seharusnya.as_str().into())])
        }
        Kekeliruan::TotalTidakSesuai { terbit, seharusnya } => {
            k.a("hasilskm-keliru-total", [("terbit", cetak(terbit).into()), ("seharusnya", dua(seharusnya).into())])
        }
        Kekeliruan::IndeksTidakSesuai { terbit, seharusnya } => {
            k.a("hasilskm-keliru-indeks", [("terbit", cetak(terbit).into()), ("seharusnya", k.angka(seharusnya.tampil(4)).into())])
        }
        Kekeliruan::UnsurLuarSkala { urutan, nilai } => {
            k.a("hasilskm-keliru-skala", [("unsur", unsur(*urutan).into()), ("nilai", cetak(nilai).into())])
        }
        Kekeliruan::IkmLuarSkala { terbit } => k.n("hasilskm-keliru-ikm-skala", "terbit", cetak(terbit)),
    }
}

/// A weight as people write it: `1/9`, `0,111`.
fn bobot_teks(k: &Konteks, bobot: &str) -> String {
    if bobot.contains('/') || bobot.len() > 8 { bobot.to_owned() } else { k.angka(bobot) }
}

fn nama_edisi(id: &str) -> String {
    skm::bawaan(id).map_or_else(|| id.to_owned(), |e| e.0.nama.clone())
}

/// How a variant strays from the rule, one sentence each.
pub fn cara(k: &Konteks, c: Cara, banyak: Option<usize>) -> Vec<String> {
    let mut hasil = Vec::new();
    if let Bobot::Desimal(_) = c.bobot {
        let kali = i64::try_from(banyak.unwrap_or(9)).unwrap_or(9);
        let (nilai, persis) = (k.angka(c.bobot.nilai(kali).desimal()), format!("1/{kali}"));
        hasil.push(k.a("hasilskm-cara-varian-bobot", [("nilai", nilai.into()), ("persis", persis.into())]));
    }
    if let Some(d) = c.tertimbang_desimal {
        hasil.push(k.n("hasilskm-cara-varian-tertimbang", "desimal", d));
    }
    if let Some(d) = c.indeks_desimal {
        hasil.push(k.n("hasilskm-cara-varian-indeks", "desimal", d));
    }
    if c.nrr_utuh {
        hasil.push(k.s("hasilskm-cara-varian-utuh"));
    }
    hasil
}
