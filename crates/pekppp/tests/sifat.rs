//! Properties that hold for every input: monotone, bounded, all-k gives k, order does not matter,
//! counters equal rows, storage is exact.

#![cfg(test)]

mod dukungan;

use dukungan::edisi;
use pekppp::{
    AgregasiF03, F03Ringkas, HasilIpp, Ipp, LembarF02, Masukan, Nilai, NilaiTersimpan, Pecahan, hitung, hitung_instansi,
    kesepakatan::selisih_penilai,
};
use proptest::{collection::vec, prelude::*, sample::Index};

fn nilai() -> impl Strategy<Value = Nilai> {
    (0_i64..=5).prop_map(|n| Nilai::baru(n).unwrap())
}

fn lembar() -> impl Strategy<Value = Vec<Vec<Nilai>>> {
    vec(vec(nilai(), 30), 1..5)
}

fn responden() -> impl Strategy<Value = Vec<Vec<Option<Nilai>>>> {
    vec(vec(prop::option::weighted(0.98, nilai()), 14), 0..30)
}

fn agregasi() -> impl Strategy<Value = AgregasiF03> {
    prop_oneof![Just(AgregasiF03::AspectMean), Just(AgregasiF03::PlainMean)]
}

fn masukan(lembar: &[Vec<Nilai>], baris: &[Vec<Option<Nilai>>], agregasi: AgregasiF03) -> Masukan {
    let edisi = edisi("pekppp-2022-a");
    let lembar = lembar.iter().enumerate().map(|(di, nilai)| LembarF02 {
        evaluator: format!("E{di}"),
        nilai: edisi.indikator().map(|i| i.kode.clone()).zip(nilai.iter().copied()).collect(),
    });
    let f03 = F03Ringkas::dari_baris(edisi, baris).unwrap();
    Masukan { agregasi_f03: Some(agregasi), ..Masukan::baru(lembar.collect(), f03) }
}

fn hasil(lembar: &[Vec<Nilai>], baris: &[Vec<Option<Nilai>>], agregasi: AgregasiF03) -> HasilIpp {
    hitung(edisi("pekppp-2022-a"), &masukan(lembar, baris, agregasi)).unwrap()
}

/// The aggregation as it is defined, respondent by respondent.
fn dari_definisi(baris: &[Vec<Option<Nilai>>], agregasi: AgregasiF03) -> Option<Pecahan> {
    let edisi = edisi("pekppp-2022-a");
    let penuh: Vec<Vec<Pecahan>> = baris.iter().filter_map(|b| b.iter().map(|n| n.map(Nilai::pecahan)).collect()).collect();
    let per_responden: Vec<Pecahan> = penuh
        .iter()
        .map(|jawaban| match agregasi {
            AgregasiF03::PlainMean => Pecahan::rata_rata(jawaban).unwrap(),
            AgregasiF03::AspectMean => {
                let aspek: Vec<Pecahan> = edisi
                    .aspek
                    .iter()
                    .filter_map(|a| {
                        let milik = edisi.f03.pernyataan.iter().zip(jawaban);
                        Pecahan::rata_rata(milik.filter(|(p, _)| p.aspek == a.kunci).map(|(_, n)| n))
                    })
                    .collect();
                Pecahan::rata_rata(&aspek).unwrap()
            }
        })
        .collect();
    Pecahan::rata_rata(&per_responden)
}

proptest! {
    #[test]
    fn bounded_and_consistent(l in lembar(), r in responden(), a in agregasi()) {
        let h = hasil(&l, &r, a);
        let lima = Pecahan::bulat(5);
        let dalam = |p: &Pecahan| !p.adalah_negatif() && *p <= lima;
        prop_assert!(h.f02.nilai.as_ref().is_some_and(dalam));
        prop_assert!(h.f03.nilai.as_ref().is_none_or(dalam));
        prop_assert_eq!(h.f03.responden, h.f03.dipakai + h.f03.dibuang);
        prop_assert_eq!(h.ipp.is_some(), h.f03.dipakai >= 10);
        let jumlah: Pecahan = h.f02.aspek.iter().map(|x| x.sumbangan.clone().unwrap()).sum();
        prop_assert_eq!(Some(jumlah), h.f02.nilai.clone());
        // The trace goes through JSON without losing anything.
        let teks = serde_json::to_string(&h).unwrap();
        prop_assert_eq!(serde_json::from_str::<HasilIpp>(&teks).unwrap(), h);
    }

    #[test]
    fn counters_equal_rows(r in responden(), a in agregasi()) {
        prop_assert_eq!(hasil(&[], &r, a).f03.nilai, dari_definisi(&r, a));
    }

    #[test]
    fn a_higher_score_never_lowers_the_index(
        mut l in lembar(), r in vec(vec(nilai().prop_map(Some), 14), 10..15), a in agregasi(),
        siapa in any::<Index>(), mana in any::<Index>(), f03 in any::<bool>(), ke in nilai(),
    ) {
        let sebelum = hasil(&l, &r, a).ipp.unwrap().ipp;
        let mut r = r;
        if f03 {
            let sel = mana.get_mut(siapa.get_mut(&mut r[..]).as_mut_slice());
            *sel = (*sel).max(Some(ke));
        } else {
            let sel = mana.get_mut(siapa.get_mut(&mut l[..]).as_mut_slice());
            *sel = (*sel).max(ke);
        }
        prop_assert!(hasil(&l, &r, a).ipp.unwrap().ipp >= sebelum);
    }

    #[test]
    fn all_k_gives_k(k in nilai(), penilai in 1_usize..5, responden in 10_usize..25, a in agregasi()) {
        for id in ["pekppp-2022-a", "pekppp-reduced-24"] {
            let edisi = edisi(id);
            let lembar = (0..penilai).map(|di| LembarF02 {
                evaluator: di.to_string(),
                nilai: edisi.indikator().map(|i| (i.kode.clone(), k)).collect(),
            }).collect();
            let f03 = F03Ringkas::dari_baris(edisi, &vec![vec![Some(k); 14]; responden]).unwrap();
            let m = Masukan { agregasi_f03: Some(a), ..Masukan::baru(lembar, f03) };
            let ipp = hitung(edisi, &m).unwrap().ipp.unwrap();
            prop_assert_eq!(ipp.ipp.pecahan(), &k.pecahan());
        }
    }

    #[test]
    fn order_of_people_does_not_matter(l in lembar(), r in responden(), a in agregasi(), putar in 0_usize..30) {
        let (mut l2, mut r2) = (l.clone(), r.clone());
        l2.rotate_left(putar % l.len());
        if !r.is_empty() {
            r2.rotate_left(putar % r.len());
            r2.reverse();
        }
        let (x, y) = (hasil(&l, &r, a), hasil(&l2, &r2, a));
        prop_assert_eq!((&x.ipp, &x.f02.nilai, &x.f03), (&y.ipp, &y.f02.nilai, &y.f03));
        let edisi = edisi("pekppp-2022-a");
        let (x, y) = (masukan(&l, &r, a), masukan(&l2, &r, a));
        prop_assert_eq!(selisih_penilai(edisi, &x.f02), selisih_penilai(edisi, &y.f02));
    }

    #[test]
    fn a_discarded_respondent_changes_no_value(r in responden(), a in agregasi()) {
        let mut lebih = r.clone();
        lebih.push(vec![None; 14]);
        let (x, y) = (hasil(&[], &r, a).f03, hasil(&[], &lebih, a).f03);
        prop_assert_eq!((x.nilai, x.dipakai, x.dibuang + 1), (y.nilai, y.dipakai, y.dibuang));
    }

    #[test]
    fn fractions_read_back_and_storage_sorts(a in 0_i64..5_000, b in 1_i64..1_000, c in 0_i64..5_000, d in 1_i64..1_000) {
        let (x, y) = (Pecahan::baru(a, b).unwrap(), Pecahan::baru(c, d).unwrap());
        prop_assert_eq!(x.to_string().parse::<Pecahan>().unwrap(), x.clone());
        let (sx, sy) = (NilaiTersimpan::dari(&x), NilaiTersimpan::dari(&y));
        prop_assert_eq!(sx.pecahan.parse::<Pecahan>().unwrap(), x.clone());
        // Denominators below 1000 differ by at least 1e-6, far above the 1e-10 of `skala`.
        prop_assert_eq!(sx.skala.cmp(&sy.skala), x.cmp(&y));
    }

    #[test]
    fn an_instansi_lies_between_its_units(a in vec((0_i64..=5000, 1_i64..1000), 1..70)) {
        let unit: Vec<Ipp> = a.iter().map(|(n, d)| {
            Ipp::baru(Pecahan::baru(*n, 1000 * d).unwrap()).unwrap()
        }).collect();
        let hasil = hitung_instansi(edisi("pekppp-2022-a"), &unit).unwrap().hasil.ipp;
        prop_assert!(unit.iter().min().unwrap() <= &hasil && &hasil <= unit.iter().max().unwrap());
    }

    #[test]
    fn rounding_is_half_up(n in 0_i64..=500_000) {
        let p = Pecahan::baru(n, 100_000).unwrap();
        let ratusan = (n + 500) / 1000;
        prop_assert_eq!(p.skala(2), Some(ratusan));
        prop_assert_eq!(p.tampil(2), format!("{}.{:02}", ratusan / 100, ratusan % 100));
    }

    #[test]
    fn no_text_makes_the_readers_panic(t in ".{0,60}") {
        let _ = t.parse::<Pecahan>();
        let _ = pekppp::Edisi::baca(&t);
        let teks = format!("[[aspek]]\n[[aspek.indikator]]\ntampil_jika = '{t}'\n[[aspek.indikator.celah]]\njika = '{t}'");
        prop_assert!(pekppp::Edisi::baca(&teks).is_err());
    }
}
