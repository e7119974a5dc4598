//! Properties of results and counters over arbitrary answers.

#![cfg(test)]

use proptest::prelude::*;
use skm::{
    Bobot, Edisi, Hitungan, Jawaban, Pecahan, Perkiraan, PutusanTren, Ringkasan, Susunan, bawaan, hitung,
    periksa::{Putusan, Terbitan, periksa},
    sel, selang, selang_unsur, semua_bawaan, tren,
};

fn edisi(di: usize) -> &'static Edisi {
    semua_bawaan().nth(di).unwrap()
}

/// An embedded edition and answers for all its questions.
fn ronde(paling_sedikit: usize) -> impl Strategy<Value = (&'static Edisi, Vec<Vec<i64>>)> {
    (0..6_usize).prop_flat_map(move |di| {
        let e = edisi(di);
        let nilai = i64::from(e.skala.min)..=i64::from(e.skala.maks);
        let satu = prop::collection::vec(nilai, e.lengkap().pertanyaan().len());
        (Just(e), prop::collection::vec(satu, paling_sedikit..40))
    })
}

fn baca(susunan: &Susunan, baris: &[Vec<i64>]) -> Vec<Jawaban> {
    baris.iter().map(|b| Jawaban::baca(susunan, &b.iter().copied().map(Some).collect::<Vec<_>>()).unwrap()).collect()
}

/// How many hidden cells the row and column totals determine, by elimination: a cell is determined when the totals
/// leave no freedom that moves it.
fn ditentukan(tutup: &[Vec<bool>]) -> usize {
    let sel: Vec<(usize, usize)> = (0..tutup.len()).flat_map(|b| (0..4).map(move |k| (b, k))).filter(|&(b, k)| tutup[b][k]).collect();
    let garis = |g: usize| {
        sel.iter().map(|&(b, k)| Pecahan::bulat(i64::from(if g < tutup.len() { b == g } else { k == g - tutup.len() }))).collect()
    };
    let mut m: Vec<Vec<Pecahan>> = (0..tutup.len() + 4).map(garis).collect();
    let mut pangkat = 0;
    for c in 0..sel.len() {
        let Some(p) = (pangkat..m.len()).find(|&r| !m[r][c].adalah_nol()) else { continue };
        m.swap(pangkat, p);
        let poros = m[pangkat].clone();
        for (_, baris) in m.iter_mut().enumerate().filter(|(r, _)| *r != pangkat) {
            let kali = &baris[c] / &poros[c];
            for (x, y) in baris.iter_mut().zip(&poros) {
                *x = &*x - &(&kali * y);
            }
        }
        pangkat += 1;
    }
    // A reduced row with a single entry says the value of its cell.
    m.iter().filter(|b| b.iter().filter(|x| !x.adalah_nol()).count() == 1).count()
}

proptest! {
    #[test]
    fn bounds_and_classes((e, baris) in ronde(1)) {
        let susunan = e.lengkap();
        let hasil = hitung(&susunan, &Hitungan::dari_jawaban(&susunan, &baca(&susunan, &baris)), Bobot::Persis).unwrap();
        let terendah = (&e.penilaian.faktor * &Pecahan::bulat(e.skala.min.into())).dibulatkan(2);
        prop_assert!(hasil.ikm >= terendah && hasil.ikm <= Pecahan::bulat(100));
        prop_assert_eq!(&hasil.mutu, &e.kategori(&hasil.ikm).unwrap().mutu);
        let (min, maks) = (hasil.unsur.iter().map(|u| &u.konversi).min().unwrap(), hasil.unsur.iter().map(|u| &u.konversi).max().unwrap());
        prop_assert!(*min <= hasil.ikm && hasil.ikm <= *maks);
        // NRR to 3 decimals keep the IKM within 0.0125 (on four values) of the respondents' own mean.
        let rata = Ringkasan::ikm(&susunan, &Hitungan::dari_jawaban(&susunan, &baca(&susunan, &baris)), None).unwrap().rata;
        let batas = &(&e.penilaian.faktor * &Pecahan::baru(1, 2000).unwrap()) + &Pecahan::baru(1, 200).unwrap();
        prop_assert!((&hasil.ikm - &rata).mutlak() <= batas);
    }

    #[test]
    fn order_and_joining_do_not_matter((e, baris) in ronde(1), potong in 0..40_usize) {
        let susunan = e.lengkap();
        let mut semua = baca(&susunan, &baris);
        let utuh = Hitungan::dari_jawaban(&susunan, &semua);
        utuh.periksa(&susunan).unwrap();
        let (a, b) = semua.split_at(potong.min(semua.len()));
        let mut dua = Hitungan::dari_jawaban(&susunan, a);
        dua.gabung(&Hitungan::dari_jawaban(&susunan, b)).unwrap();
        prop_assert_eq!(&dua, &utuh);
        semua.reverse();
        prop_assert_eq!(&Hitungan::dari_jawaban(&susunan, &semua), &utuh);
    }

    #[test]
    fn taking_away_equals_a_recount((e, baris) in ronde(2)) {
        let susunan = e.lengkap();
        let semua = baca(&susunan, &baris);
        let mut h = Hitungan::dari_jawaban(&susunan, &semua);
        h.kurangi(&susunan, &semua[0]);
        prop_assert_eq!(&h, &Hitungan::dari_jawaban(&susunan, &semua[1..]));
    }

    #[test]
    fn counters_equal_a_recount_from_the_answers((e, baris) in ronde(1)) {
        let susunan = e.lengkap();
        let semua = baca(&susunan, &baris);
        let h = Hitungan::dari_jawaban(&susunan, &semua);
        let n = i64::try_from(semua.len()).unwrap();
        for (di, u) in susunan.unsur().iter().enumerate() {
            let jumlah: i64 = semua.iter().map(|j| j.per_unsur(&susunan)[di]).sum();
            prop_assert_eq!(h.jumlah_unsur(&susunan, u), jumlah);
            let nrr = (&Pecahan::bulat(jumlah) / &Pecahan::bulat(n * u.banyak())).dibulatkan(3);
            prop_assert_eq!(&hitung(&susunan, &h, Bobot::Persis).unwrap().unsur[di].nrr, &nrr);
        }
        let rata = Pecahan::rata_rata(&semua.iter().map(|j| j.ikm(&susunan)).collect::<Vec<_>>()).unwrap();
        prop_assert_eq!(Ringkasan::ikm(&susunan, &h, None).unwrap().rata, rata);
    }

    #[test]
    fn a_better_answer_never_lowers_the_index((e, baris) in ronde(1), orang in 0..40_usize, di in 0..30_usize) {
        let susunan = e.lengkap();
        let ikm = |baris: &[Vec<i64>]| {
            hitung(&susunan, &Hitungan::dari_jawaban(&susunan, &baca(&susunan, baris)), Bobot::Persis).unwrap().ikm
        };
        let sebelum = ikm(&baris);
        let mut naik = baris;
        let orang = orang % naik.len();
        let di = di % naik[orang].len();
        naik[orang][di] = (naik[orang][di] + 1).min(e.skala.maks.into());
        prop_assert!(ikm(&naik) >= sebelum);
    }

    #[test]
    fn intervals_hold_the_mean_and_shrink_with_the_population((e, baris) in ronde(3), lebih in 1..1000_i64) {
        let susunan = e.lengkap();
        let h = Hitungan::dari_jawaban(&susunan, &baca(&susunan, &baris));
        let mut semua = selang_unsur(&susunan, &h, None);
        let ikm = |populasi| selang(&Ringkasan::ikm(&susunan, &h, populasi).unwrap());
        semua.push((String::new(), ikm(None)));
        for (_, p) in semua {
            if let Perkiraan::Ada(s) = p {
                prop_assert!(s.bawah <= s.rata && s.rata <= s.atas);
            }
        }
        let lebar = |populasi| match ikm(populasi) {
            Perkiraan::Ada(s) => Some(s.setengah.clone()),
            _ => None,
        };
        if let (Some(luas), Some(sempit)) = (lebar(None), lebar(Some(h.n + lebih))) {
            prop_assert!(sempit <= luas);
        }
    }

    #[test]
    fn a_trend_turned_round_is_the_opposite((e, a) in ronde(2), geser in 0..5_usize) {
        let susunan = e.lengkap();
        let mut b = a.clone();
        b.truncate(a.len().saturating_sub(geser).max(2));
        let r = |baris: &[Vec<i64>]| Ringkasan::ikm(&susunan, &Hitungan::dari_jawaban(&susunan, &baca(&susunan, baris)), None).unwrap();
        let (maju, mundur) = (tren(&r(&a), &r(&b)), tren(&r(&b), &r(&a)));
        prop_assert_eq!(maju.derajat, mundur.derajat);
        let balik = match maju.putusan {
            PutusanTren::Naik => PutusanTren::Turun,
            PutusanTren::Turun => PutusanTren::Naik,
            tetap => tetap,
        };
        prop_assert_eq!(mundur.putusan, balik);
        if let Some((bawah, atas)) = &maju.selang {
            // The verdict without a root agrees with the printed interval, up to its last place.
            let tipis = Pecahan::baru(1, 10_000).unwrap();
            match maju.putusan {
                PutusanTren::Naik => prop_assert!(*bawah > &Pecahan::nol() - &tipis),
                PutusanTren::Turun => prop_assert!(*atas < tipis),
                _ => prop_assert!(*bawah <= tipis && *atas >= &Pecahan::nol() - &tipis),
            }
        }
    }

    #[test]
    fn a_right_report_is_found_right_and_a_wrong_one_is_not(nrr in prop::collection::vec(1000..=4000_i64, 9), geser in 300..5000_i64) {
        let e = bawaan("skm-2017").unwrap().0;
        let angka = |p: &Pecahan, d| p.tampil(d).parse().unwrap();
        let nilai: Vec<Pecahan> = nrr.iter().map(|n| Pecahan::baru(*n, 1000).unwrap()).collect();
        let unsur = nilai.iter().map(|x| angka(x, 3)).collect();
        let rata = Pecahan::rata_rata(&nilai).unwrap();
        let ikm = &rata * &Pecahan::bulat(25);
        let mutu = Some(e.kategori(&ikm).unwrap().mutu.clone());
        let t = Terbitan { unsur, ikm: Some(angka(&ikm, 2)), indeks: Some(angka(&rata, 3)), mutu, ..Terbitan::default() };
        prop_assert_eq!(&periksa(e, &[], &t).putusan, &Putusan::Cocok);
        // Three points off is beyond every variant (the weight 0.11 takes one per cent).
        let salah = &ikm + &Pecahan::baru(geser, 100).unwrap();
        let t = Terbitan { ikm: Some(angka(&salah, 2)), ..t };
        let putusan = periksa(e, &[], &t).putusan;
        prop_assert!(matches!(putusan, Putusan::Salah { .. }), "{putusan:?}");
    }

    #[test]
    fn hidden_cells_cannot_be_computed(cacah in prop::collection::vec(prop::collection::vec(0..15_i64, 4), 1..6), lantai in 1..8_i64) {
        let tutup = sel::tutup_tabel(&cacah, lantai);
        let mut garis: Vec<Vec<(i64, bool)>> = cacah.iter().zip(&tutup).map(|(c, t)| c.iter().copied().zip(t.iter().copied()).collect()).collect();
        for k in 0..4 {
            garis.push(cacah.iter().zip(&tutup).map(|(c, t)| (c[k], t[k])).collect());
        }
        // Worked out from all totals together: only where every cell that is not empty is hidden already.
        if cacah.iter().zip(&tutup).any(|(c, t)| c.iter().zip(t).any(|(n, t)| *n > 0 && !t)) {
            prop_assert_eq!(ditentukan(&tutup), 0);
        }
        for g in garis {
            prop_assert!(g.iter().all(|(n, t)| *t || *n == 0 || *n >= lantai));
            prop_assert!(g.iter().all(|(n, t)| !*t || *n > 0));
            let tertutup: Vec<i64> = g.iter().filter(|(_, t)| *t).map(|(n, _)| *n).collect();
            let terbuka = g.iter().filter(|(n, t)| !*t && *n > 0).count();
            // Alone or below the floor only where nothing is left to hide with.
            prop_assert!(tertutup.is_empty() || terbuka == 0 || (tertutup.len() >= 2 && tertutup.iter().sum::<i64>() >= lantai));
        }
    }
}
