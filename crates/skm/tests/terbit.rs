//! Every published result that was collected (`data/skm-hasil-terbit.csv`), with the verdict it must get.

#![cfg(test)]

use std::collections::BTreeMap;

use skm::{
    Edisi, bawaan_tahun,
    periksa::{JenisNilai, Kekeliruan, Periksa, Putusan, Terbitan, periksa},
    semua_bawaan,
};

const TERBIT: &str = include_str!("../../../data/skm-hasil-terbit.csv");

type Baris = BTreeMap<String, String>;

fn baris() -> Vec<Baris> {
    let mut r = csv::Reader::from_reader(TERBIT.as_bytes());
    let kepala = r.headers().unwrap().clone();
    r.records().map(|b| kepala.iter().map(str::to_owned).zip(b.unwrap().iter().map(str::to_owned)).collect()).collect()
}

/// The edition in force in the first year that the period names.
fn edisi(b: &Baris) -> &'static Edisi {
    let tahun = b["period"].split(|c: char| !c.is_ascii_digit()).filter(|t| t.len() == 4).find_map(|t| t.parse().ok());
    bawaan_tahun(tahun.unwrap_or(2017)).unwrap()
}

fn terbitan(b: &Baris) -> Terbitan {
    let ada = |kunci: &str| Some(b[kunci].clone()).filter(|t| !t.is_empty());
    let angka = |kunci: &str| ada(kunci).map(|t| t.parse().unwrap());
    Terbitan {
        unsur: (1..=14).filter_map(|i| angka(&format!("u{i}"))).collect(),
        jenis: match b["unsur_value_type"].as_str() {
            "sum" => JenisNilai::Jumlah,
            "conversion" => JenisNilai::Konversi,
            _ => JenisNilai::Nrr,
        },
        n: ada("n").map(|n| n.parse().unwrap()),
        indeks: angka("published_index"),
        ikm: angka("published_ikm"),
        mutu: ada("published_mutu"),
        bobot: None,
    }
}

fn putus(b: &Baris) -> Periksa {
    let semua: Vec<&Edisi> = semua_bawaan().collect();
    periksa(edisi(b), &semua, &terbitan(b))
}

/// The verdict in short: the errors by key, a variant by its parts.
fn ringkas(p: &Periksa) -> String {
    match &p.putusan {
        Putusan::Cocok => "cocok".into(),
        Putusan::DalamPembulatan => "pembulatan".into(),
        Putusan::TidakBisaDiperiksa => "tidak bisa".into(),
        Putusan::CocokDenganVarian { cara } => {
            let bagian = [format!("{:?}", cara.bobot), format!("{:?}", cara.tertimbang_desimal), format!("{:?}", cara.indeks_desimal)];
            format!("varian {} utuh={}", bagian.join(" "), cara.nrr_utuh)
        }
        Putusan::Salah { kekeliruan } => {
            let kunci: Vec<&str> = kekeliruan.iter().map(|k| k.kunci().trim_start_matches("skm-periksa-")).collect();
            format!("salah: {}", kunci.join(", "))
        }
    }
}

#[test]
fn every_row_gets_the_verdict_it_deserves() {
    let harap = |id: &str| match id {
        // 955 / 29 x 0.11 = 3.62241: this report did not round its NRR either.
        "V01" => "varian Desimal(2) None None utuh=true",
        "V10" => "varian Desimal(2) None None utuh=false",
        "V13" => "varian Desimal(3) None Some(3) utuh=false",
        "V05" | "T03" => "pembulatan",
        "V06" => "salah: menyalin-unsur, konversi-tidak-cocok",
        "V07" => "salah: konversi-tidak-cocok, salah-ketik, mutu-dari-angka-lain",
        "V08" => "salah: pembagi-salah",
        "V17" => "tidak bisa",
        "T02" => "salah: konversi-tidak-cocok, salah-ketik",
        "T06" => "salah: mutu-ambang-lama",
        _ => "cocok",
    };
    let semua = baris();
    assert_eq!(semua.len(), 48);
    for b in &semua {
        assert_eq!(ringkas(&putus(b)), harap(&b["id"]), "{}: {:?}", b["id"], putus(b));
    }
}

#[test]
fn recomputed_totals_are_those_of_the_table() {
    let mut dihitung = 0;
    for b in baris().iter().filter(|b| !b["recomputed_ikm_printed"].is_empty()) {
        let p = putus(b);
        let u = p.hitung_ulang.unwrap();
        let harap: skm::Pecahan = b["recomputed_ikm_printed"].parse().unwrap();
        // The table averages printed or summed values without rounding NRR first, which moves an IKM by 0.0125 at most.
        let beda = (&(&u.indeks * &edisi(b).penilaian.faktor) - &harap).mutlak();
        assert!(beda < "0.0126".parse().unwrap(), "{}: {} {}", b["id"], u.ikm, harap);
        let kelas = &b["recomputed_mutu_exact"];
        assert_eq!(&u.mutu, kelas, "{}", b["id"]);
        dihitung += 1;
    }
    assert_eq!(dihitung, 14);
}

#[test]
fn the_errors_say_what_happened() {
    let cari = |id: &str| {
        let b = baris().into_iter().find(|b| b["id"] == id).unwrap();
        let Putusan::Salah { kekeliruan } = putus(&b).putusan else { panic!("{id}") };
        kekeliruan
    };
    assert!(matches!(cari("V06")[0], Kekeliruan::MenyalinUnsur { urutan: 9, .. }));
    assert!(matches!(cari("V08")[0], Kekeliruan::PembagiSalah { dipakai: 10, seharusnya: 9 }));
    assert_eq!(cari("V07")[1].to_string(), "87.40 tampaknya salah ketik dari 88.40");
    assert_eq!(cari("V07")[2].to_string(), "mutu A adalah mutu 88.4, bukan mutu angka di sebelahnya; seharusnya B");
    assert_eq!(cari("T02")[0].to_string(), "indeks 3.003 menjadi 75.075, bukan 75.0075");
    assert_eq!(cari("T06")[0].to_string(), "mutu B memakai ambang lama (skm-2014); seharusnya C");
}

#[test]
fn a_weight_that_is_named_but_not_used_is_an_error() {
    let b = baris().into_iter().find(|b| b["id"] == "V01").unwrap();
    let semua: Vec<&Edisi> = semua_bawaan().collect();
    let t = Terbitan { bobot: Some("0.1111".parse().unwrap()), ..terbitan(&b) };
    let p = periksa(edisi(&b), &semua, &t);
    assert_eq!(ringkas(&p), "salah: bobot-tidak-seperti-disebut");
    assert!(p.varian.is_some());
    // The other number of the same document is the right one.
    let t = Terbitan { ikm: Some("91,48".parse().unwrap()), indeks: None, ..t };
    assert_eq!(ringkas(&periksa(edisi(&b), &semua, &t)), "cocok");
}

#[test]
fn totals_alone_and_nothing_at_all() {
    let e = bawaan_tahun(2024).unwrap();
    let t = |ikm: &str, mutu: &str| Terbitan {
        ikm: ikm.parse().ok(),
        mutu: Some(mutu.into()).filter(|m: &String| !m.is_empty()),
        ..Terbitan::default()
    };
    let kata = |t: &Terbitan| ringkas(&periksa(e, &[], t));
    assert_eq!(kata(&Terbitan::default()), "tidak bisa");
    assert_eq!(kata(&t("80", "")), "tidak bisa");
    assert_eq!(kata(&t("104.2", "")), "salah: ikm-luar-skala");
    assert_eq!(kata(&t("76,605", "Baik")), "cocok");
    assert_eq!(kata(&t("76.60", "B")), "salah: mutu-tidak-sesuai");
    assert_eq!(kata(&t("88", "A")), "pembulatan");
    assert_eq!(kata(&t("70.1", "Cukup")), "cocok");
}
