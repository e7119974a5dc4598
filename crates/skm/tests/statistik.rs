//! Intervals, certainty of the class, trend, level above, quality: figures from an independent computation on the demo answers.

#![cfg(test)]

use skm::{
    Bobot, Edisi, Hitungan, Jawaban, KepastianMutu, Perkiraan, PutusanTren, Ringkasan, Susunan, bawaan, hitung, kalimat, kepastian_mutu,
    kualitas::{lurus, ulangan},
    sampel, sel, selang, selang_unsur,
    tingkat::{UnitTingkat, tingkat},
    tren,
};

const CONTOH: &str = include_str!("../../../data/skm-jawaban-contoh.csv");

fn edisi() -> &'static Edisi {
    bawaan("skm-2017").unwrap().0
}

/// The 45 demo answers (demo data, no published statistic); `u1`..`u9` read as questionnaire order.
fn contoh(susunan: &Susunan) -> Vec<Jawaban> {
    let mut r = csv::Reader::from_reader(CONTOH.as_bytes());
    let satu = |b: csv::StringRecord| Jawaban::baca(susunan, &b.iter().skip(9).map(|v| v.parse().ok()).collect::<Vec<_>>()).unwrap();
    r.records().map(|b| satu(b.unwrap())).collect()
}

fn angka(p: &Perkiraan) -> [String; 3] {
    let Perkiraan::Ada(s) = p else { panic!("{p:?}") };
    [s.rata.tampil(2), s.bawah.tampil(2), s.atas.tampil(2)]
}

fn selang_ikm(susunan: &Susunan, h: &Hitungan, populasi: Option<i64>) -> Option<Perkiraan> {
    Ringkasan::ikm(susunan, h, populasi).map(|r| selang(&r))
}

#[test]
fn the_interval_of_the_demo_answers() {
    let susunan = edisi().lengkap();
    let h = Hitungan::dari_jawaban(&susunan, &contoh(&susunan));
    assert_eq!(h.n, 45);
    let p = selang_ikm(&susunan, &h, None).unwrap();
    assert_eq!(angka(&p), ["85.86", "82.94", "88.79"]);
    let unsur = selang_unsur(&susunan, &h, None);
    let (_, waktu) = unsur.iter().find(|(k, _)| k == "waktu").unwrap();
    assert_eq!(angka(waktu), ["3.22", "2.98", "3.47"]);
    // Of 200 users served: half the width is 2.578 instead of 2.928.
    let Perkiraan::Ada(s) = selang_ikm(&susunan, &h, Some(200)).unwrap() else { panic!() };
    assert_eq!((s.setengah.tampil(2).as_str(), s.populasi, s.kasar), ("2.58", Some(200), false));

    let hasil = hitung(&susunan, &h, Bobot::Persis).unwrap();
    let pasti = kepastian_mutu(edisi(), &hasil.ikm, &p);
    assert_eq!(pasti, KepastianMutu::BisaJadi { mutu: "B".into(), lain: vec!["A".into()] });
    let k = kalimat::mutu(&pasti);
    assert_eq!((k.kunci, k.param), ("skm-kalimat-mutu-bisa-jadi", vec![("mutu", "B".into()), ("lain", "A".into())]));
    let k = kalimat::selang(&hasil, &p);
    assert_eq!(k.kunci, "skm-kalimat-selang");
    assert_eq!(k.param[..3], [("ikm", "85.86".into()), ("bawah", "82.94".into()), ("atas", "88.79".into())]);
}

#[test]
fn what_is_kept_reads_back_to_the_same() {
    fn bolak_balik<T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug>(isi: &T) -> String {
        let teks = serde_json::to_string(isi).unwrap();
        assert_eq!(&serde_json::from_str::<T>(&teks).unwrap(), isi);
        teks
    }
    let susunan = edisi().lengkap();
    let h = Hitungan::dari_jawaban(&susunan, &contoh(&susunan));
    bolak_balik(&h);
    let teks = bolak_balik(&hitung(&susunan, &h, Bobot::Desimal(3)).unwrap());
    assert!(teks.contains(r#""bobot":{"desimal":3}"#) && teks.contains(r#""nrr":"3.667""#), "{teks}");
    let teks = bolak_balik(&selang_ikm(&susunan, &h, Some(200)).unwrap());
    assert!(teks.starts_with(r#"{"jenis":"ada","n":45,"#), "{teks}");
    let r = Ringkasan::ikm(&susunan, &h, None).unwrap();
    bolak_balik(&r);
    bolak_balik(&tren(&r, &r));
}

#[test]
fn where_there_is_no_interval_it_says_why() {
    let susunan = edisi().lengkap();
    let semua = contoh(&susunan);
    let dari = |j: &[Jawaban], populasi| selang_ikm(&susunan, &Hitungan::dari_jawaban(&susunan, j), populasi);
    assert_eq!(dari(&[], None), None);
    assert_eq!(dari(&semua[..1], None), Some(Perkiraan::TerlaluSedikit { n: 1 }));
    assert_eq!(dari(&[semua[0].clone(), semua[0].clone()], None), Some(Perkiraan::TanpaRagam { n: 2 }));
    assert_eq!(dari(&semua, Some(45)), Some(Perkiraan::Sensus { n: 45 }));
    // Fewer users than answers cannot be: the figure is left aside and said to be.
    let Some(Perkiraan::Ada(s)) = dari(&semua, Some(40)) else { panic!() };
    assert_eq!((s.populasi, s.populasi_diabaikan, s.setengah.tampil(2).as_str()), (None, true, "2.93"));
    let k = |p: &Perkiraan| kepastian_mutu(edisi(), &"90".parse().unwrap(), p);
    assert_eq!(k(&Perkiraan::Sensus { n: 3 }), KepastianMutu::Pasti { mutu: "A".into() });
    assert_eq!(k(&Perkiraan::TanpaRagam { n: 3 }), KepastianMutu::TidakDiketahui { mutu: "A".into() });
}

#[test]
fn two_rounds_without_any_variance_cannot_be_compared() {
    let susunan = edisi().lengkap();
    let semua_sama = |n| {
        let j = vec![Jawaban::baca(&susunan, &[Some(n); 9]).unwrap(); 5];
        Ringkasan::ikm(&susunan, &Hitungan::dari_jawaban(&susunan, &j), None).unwrap()
    };
    let t = tren(&semua_sama(3), &semua_sama(4));
    assert_eq!((t.putusan, t.selang, t.selisih), (PutusanTren::TidakDapatDiuji, None, skm::Pecahan::bulat(25)));
}

#[test]
fn trends_of_parts_of_the_demo_answers() {
    let susunan = edisi().lengkap();
    let semua = contoh(&susunan);
    let r = |j: &[Jawaban]| Ringkasan::ikm(&susunan, &Hitungan::dari_jawaban(&susunan, j), None).unwrap();
    let t = tren(&r(&semua[..20]), &r(&semua[20..]));
    assert_eq!((t.selisih.tampil(2).as_str(), t.derajat, t.putusan), ("-4.69", Some(42), PutusanTren::TidakBerbeda));
    let (bawah, atas) = t.selang.clone().unwrap();
    assert_eq!([bawah.tampil(2), atas.tampil(2)], ["-10.40", "1.02"]);
    assert_eq!(kalimat::tren(&t).param[..2], [("selisih", "4.69".into()), ("arah", "turun".into())]);

    let t = tren(&r(&semua[..30]), &r(&semua[30..]));
    assert_eq!((t.selisih.tampil(2).as_str(), t.derajat, t.putusan, t.sebanding), ("-7.41", Some(20), PutusanTren::Turun, true));
    assert_eq!(tren(&r(&semua[..1]), &r(&semua)).putusan, PutusanTren::TidakDapatDiuji);

    let tanpa = edisi().susunan(&["biaya"]).unwrap();
    let j = Jawaban::dari_kunci(&tanpa, |_| Some(3)).unwrap();
    let lain = Ringkasan::ikm(&tanpa, &Hitungan::dari_jawaban(&tanpa, [&j, &j]), None).unwrap();
    assert!(!tren(&r(&semua), &lain).sebanding);
}

#[test]
fn a_census_needs_no_test() {
    let susunan = edisi().lengkap();
    let semua = contoh(&susunan);
    let r = |j: &[Jawaban]| {
        let h = Hitungan::dari_jawaban(&susunan, j);
        Ringkasan::ikm(&susunan, &h, Some(h.n)).unwrap()
    };
    assert_eq!(tren(&r(&semua[..20]), &r(&semua[20..])).putusan, PutusanTren::Turun);
    assert_eq!(selang(&r(&semua)), Perkiraan::Sensus { n: 45 });
}

#[test]
fn the_level_above_in_three_ways() {
    let susunan = edisi().lengkap();
    let semua = contoh(&susunan);
    let bagian: Vec<Hitungan> = [&semua[..30], &semua[30..]].map(|j| Hitungan::dari_jawaban(&susunan, j)).into();
    let ikm = |h| hitung(&susunan, h, Bobot::Persis).unwrap().ikm;
    let unit: Vec<UnitTingkat> = bagian.iter().map(|h| UnitTingkat { n: h.n, ikm: ikm(h), hitungan: Some(h) }).collect();
    assert_eq!([unit[0].ikm.tampil(2), unit[1].ikm.tampil(2)], ["88.33", "80.93"]);
    let t = tingkat(edisi(), Some(&susunan), &unit).unwrap();
    assert_eq!((t.unit, t.responden), (2, 45));
    assert_eq!((t.polos.ikm.tampil(2).as_str(), t.polos.mutu.as_str()), ("84.63", "B"));
    assert_eq!([t.tertimbang.unwrap().ikm.tampil(2), t.gabungan.unwrap().ikm.tampil(2)], ["85.86", "85.86"]);
    assert!(tingkat(edisi(), None, &[]).is_none());
    let tanpa_hitungan = [UnitTingkat { hitungan: None, ..unit[0].clone() }];
    assert!(tingkat(edisi(), Some(&susunan), &tanpa_hitungan).unwrap().gabungan.is_none());
}

#[test]
fn cells_below_the_floor_and_their_neighbours() {
    assert_eq!(sel::tutup(&[10, 3, 7], 5), [false, true, true]);
    assert_eq!(sel::tutup(&[10, 3, 4, 9], 5), [false, true, true, false]);
    assert_eq!(sel::tutup(&[10, 1, 1, 9], 5), [false, true, true, true]);
    assert_eq!(sel::tutup(&[10, 0, 9], 5), [false, false, false]);
    assert_eq!(sel::tutup(&[0, 3, 0], 5), [false, true, false]);
    assert!(sel::tutup(&[], 5).is_empty());
    // One small cell takes three others with it, so that neither its row nor its column gives it away.
    let tutup = sel::tutup_tabel(&[vec![2, 9, 20], vec![8, 7, 20], vec![20, 20, 20]], 5);
    assert_eq!(tutup, [[true, true, false], [true, true, false], [false, false, false]]);
}

#[test]
fn signs_in_the_values_alone() {
    let semua = edisi().lengkap();
    assert!(lurus(Jawaban::baca(&semua, &[Some(4); 9]).unwrap().nilai()));
    assert!(!lurus(contoh(&semua)[1].nilai()));
    for (nilai, harap) in [(&[4_u8; 5][..], true), (&[4; 4], false), (&[4, 4, 4, 4, 3], false), (&[3, 4, 4, 4, 4], false), (&[], false)] {
        assert_eq!(lurus(nilai), harap, "{nilai:?}");
    }
    assert_eq!(ulangan(["a", "b", "a", "a"]), 2);
}

#[test]
fn progress_in_a_sentence() {
    let k = |populasi, masuk| kalimat::sampel(&sampel::kemajuan(&edisi().sampel, populasi, masuk).unwrap()).kunci;
    assert_eq!(
        [k(1000, 277), k(1000, 278), k(10, 11)],
        ["skm-kalimat-sampel-kurang", "skm-kalimat-sampel-cukup", "skm-kalimat-populasi-diragukan"]
    );
}

#[test]
fn counters_that_do_not_fit_are_refused() {
    let susunan = edisi().lengkap();
    let baik = Hitungan::dari_jawaban(&susunan, &contoh(&susunan));
    let salah = |ubah: fn(&mut Hitungan)| {
        let mut h = baik.clone();
        ubah(&mut h);
        hitung(&susunan, &h, Bobot::Persis).unwrap_err().to_string()
    };
    assert_eq!(salah(|h| h.n = 44), "persyaratan: cacah berjumlah 45; diharapkan n = 44");
    assert_eq!(salah(|h| h.jumlah += 1), "jumlah total responden 1392; dari cacah per unsur 1391");
    assert!(salah(|h| h.kuadrat = 1).starts_with("jumlah kuadrat 1 tidak mungkin"));
    assert!(salah(|h| h.unsur.swap(0, 1)).starts_with("unsur dalam hitungan"));
    assert!(salah(|h| h.unsur[2].cacah.push(0)).starts_with("waktu: 5 sel"));
    assert_eq!(
        salah(|h| *h = Hitungan {
            n: 0,
            jumlah: 0,
            kuadrat: 0,
            unsur: h.unsur.iter().map(|u| skm::HitunganUnsur { cacah: vec![0; 4], ..u.clone() }).collect()
        }),
        "belum ada jawaban"
    );
    let tanpa = edisi().susunan(&["biaya"]).unwrap();
    assert!(baik.clone().gabung(&Hitungan::kosong(&tanpa)).is_err());
}

/// By hand: nine respondents give one unsur of two questions the means 2; 2.5; 3 five times; 3.5; 4, and everything else 3.
/// Mean 3, s² = 2.5/8 = 0.3125. Without a population s²/9 = 0.034722, root 0.186339, times t(8) = 2.306: 0.4297.
/// Of 36 users the variance is three quarters of that: 0.3721. The IKM of a respondent is 25 (8 · 3 + m) / 9: s = 25/9 of the
/// unsur's, so half the width is 1.1936.
#[test]
fn an_unsur_of_several_questions_has_the_interval_of_the_respondents_means() {
    let (banyak, _) = bawaan("skm-contoh-banyak-pertanyaan").unwrap();
    let susunan = banyak.lengkap();
    assert_eq!(susunan.k(), 9);
    let milik = |no: usize| susunan.unsur()[susunan.pertanyaan()[no].0].kunci.as_str();
    let satu = |a: i64, b: i64| {
        let mut berikut = [a, b].into_iter();
        let nilai: Vec<Option<i64>> =
            (0..susunan.pertanyaan().len()).map(|no| if milik(no) == "biaya" { berikut.next() } else { Some(3) }).collect();
        assert!(berikut.next().is_none(), "two questions ask about the cost");
        Jawaban::baca(&susunan, &nilai).unwrap()
    };
    let jawaban: Vec<Jawaban> =
        [(1, 3), (2, 3), (3, 3), (2, 4), (4, 2), (3, 3), (3, 3), (3, 4), (4, 4)].into_iter().map(|(a, b)| satu(a, b)).collect();
    let h = Hitungan::dari_jawaban(&susunan, &jawaban);
    let biaya = |populasi| selang_unsur(&susunan, &h, populasi).into_iter().find(|(k, _)| k == "biaya").unwrap().1;
    assert_eq!(angka(&biaya(None)), ["3.00", "2.57", "3.43"]);
    assert_eq!(angka(&biaya(Some(36))), ["3.00", "2.63", "3.37"]);
    let Some(Perkiraan::Ada(s)) = selang_ikm(&susunan, &h, None) else { panic!() };
    assert_eq!((s.rata.tampil(2), s.setengah.tampil(2)), ("75.00".to_owned(), "1.19".to_owned()));
    let r = Ringkasan::ikm(&susunan, &h, None).unwrap();
    assert_eq!(r.ragam.unwrap().tampil(4), "2.4113", "(25/9)² · 0.3125");
}
