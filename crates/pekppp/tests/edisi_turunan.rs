//! Derived editions and the comparison of two editions.

use std::collections::BTreeMap;

use pekppp::{
    Bentuk, Edisi, Pecahan, bawaan,
    edisi::{
        banding::{Bagian, banding},
        turunan::{SalahTurunan, Turunan, skalakan, turunkan},
    },
};

/// Sulawesi Barat 2023 (seed 004): 24 indicators with their weights, by the codes of form A.
const SULBAR: [(&str, i64); 24] = [
    ("1.a.Ak", 25),
    ("3.a.T", 5),
    ("5.a.K", 20),
    ("6.a.B", 25),
    ("7.a.T", 25),
    ("10.b.As", 10),
    ("11.b.K", 20),
    ("12.b.Ak", 20),
    ("13.b.K", 20),
    ("14.b.K", 30),
    ("15.c.K", 15),
    ("16.c.As", 23),
    ("17.c.As", 20),
    ("18.c.K", 20),
    ("19.c.As", 11),
    ("20.c.B", 11),
    ("21.d.T", 30),
    ("23.d.As", 30),
    ("24.d.T", 40),
    ("25.e.P", 20),
    ("26.e.P", 25),
    ("27.e.Ak", 25),
    ("28.e.Ak", 30),
    ("29.f.B", 100),
];

fn turunan(indikator: BTreeMap<String, Pecahan>) -> Turunan<'static> {
    Turunan { id: "sulbar-24", nama: "Sulawesi Barat 24", alasan: "Kepgub 308/2023.", indikator, f03: None }
}

fn sulbar() -> BTreeMap<String, Pecahan> {
    SULBAR.iter().map(|(k, b)| ((*k).to_owned(), Pecahan::bulat(*b))).collect()
}

#[test]
fn sulawesi_barat_is_derived_and_reads_back() {
    let (induk, teks) = bawaan("pekppp-2022-a").unwrap();
    let hasil = turunkan(teks, &turunan(sulbar())).unwrap();
    let e = Edisi::baca(&hasil).unwrap();
    assert_eq!(e.indikator().count(), 24);
    assert!(e.dapat_dipakai().is_ok());
    assert_eq!(e.f03, induk.f03);
    assert!(e.keterangan.starts_with("Turunan dari PEKPPP 2022, formulir A (luring) (pekppp-2022-a) dengan 24"), "{}", e.keterangan);
    // The embedded edition of the same document weighs alike.
    let (tercetak, _) = bawaan("pekppp-reduced-24").unwrap();
    for (a, b) in e.indikator().zip(tercetak.indikator()) {
        assert_eq!(a.bobot, b.bobot, "{} {}", a.kode, b.kode);
    }
    // The same wish twice gives the same text, so the same hash.
    assert_eq!(hasil, turunkan(teks, &turunan(sulbar())).unwrap());
}

#[test]
fn every_indicator_alone_can_be_left_out_with_exact_weights() {
    let (induk, teks) = bawaan("pekppp-2022-a").unwrap();
    for luar in induk.indikator() {
        let mut pilih = BTreeMap::new();
        for a in &induk.aspek {
            let sisa: Vec<_> = a.indikator.iter().filter(|i| i.kode != luar.kode).collect();
            let bobot: Vec<Pecahan> = sisa.iter().map(|i| i.bobot.as_ref().unwrap().persen().clone()).collect();
            pilih.extend(sisa.iter().map(|i| i.kode.clone()).zip(skalakan(&bobot)));
        }
        let e = Edisi::baca(&turunkan(teks, &turunan(pilih)).unwrap()).unwrap();
        assert_eq!(e.indikator().count(), 29, "without {}", luar.kode);
    }
}

#[test]
fn scaling_is_exact() {
    let p = |n| Pecahan::bulat(n);
    assert_eq!(skalakan(&[p(17), p(14), p(7)]), ["850/19", "700/19", "350/19"].map(|t| t.parse().unwrap()));
    assert_eq!(skalakan(&[p(17), p(14), p(7)]).into_iter().sum::<Pecahan>(), p(100));
    assert!(skalakan(&[]).is_empty() && skalakan(&[Pecahan::nol()]).is_empty());
}

#[test]
fn what_does_not_fit_is_named() {
    let (_, teks) = bawaan("pekppp-2022-a").unwrap();
    let mut salah = sulbar();
    salah.insert("1.a.Ak".into(), Pecahan::bulat(24));
    salah.insert("99.x".into(), Pecahan::bulat(1));
    salah.insert("10.b.As".into(), Pecahan::nol());
    salah.remove("29.f.B");
    let salah = turunkan(teks, &turunan(salah)).unwrap_err();
    for harap in [
        SalahTurunan::TakDikenal("99.x".into()),
        SalahTurunan::BobotTakSah("10.b.As".into()),
        SalahTurunan::BukanSeratus { aspek: "I".into(), jumlah: Pecahan::bulat(99) },
        SalahTurunan::AspekKosong("VI".into()),
    ] {
        assert!(salah.contains(&harap), "{harap:?} not in {salah:?}");
    }
}

#[test]
fn another_f03_form_can_be_chosen() {
    let (_, teks) = bawaan("pekppp-2022-a").unwrap();
    let (b, _) = bawaan("pekppp-2022-b").unwrap();
    assert_eq!(b.bentuk, Bentuk::B);
    let e = Edisi::baca(&turunkan(teks, &Turunan { f03: Some(b), ..turunan(sulbar()) }).unwrap()).unwrap();
    assert_eq!(e.f03, b.f03);
    assert!(e.semua_indikator().all(|i| i.f03_terkait.iter().all(|x| b.f03.pernyataan.iter().any(|p| p.id == *x))));
}

#[test]
fn comparison_names_what_changed() {
    let (a, teks) = bawaan("pekppp-2022-a").unwrap();
    assert_eq!(banding(a, a), pekppp::edisi::banding::Banding::default());
    let e = Edisi::baca(&turunkan(teks, &turunan(sulbar())).unwrap()).unwrap();
    let b = banding(a, &e);
    assert_eq!(b.indikator.iter().filter(|i| i.dihapus()).count(), 6);
    assert_eq!(b.indikator.iter().filter(|i| i.ditambah()).count(), 0);
    let sp = b.indikator.iter().find(|i| i.kode == "1.a.Ak").unwrap();
    assert!(sp.bagian.contains(&Bagian::Bobot));
    let dalam = (sp.dalam_f02.0.as_ref().unwrap().desimal(), sp.dalam_f02.1.as_ref().unwrap().desimal());
    assert_eq!(dalam, ("4.08".to_owned(), "6".to_owned()));
    assert!(b.aspek.is_empty() && b.f03.is_empty() && b.kepala.is_empty());
    // The removed ones stand behind the one they stood behind.
    let urutan: Vec<&str> = b.indikator.iter().map(|i| i.kode.as_str()).collect();
    assert_eq!(urutan[..3], ["1.a.Ak", "2.a.P", "3.a.T"]);
    // An aspect and a statement are compared with those of their own key.
    let mut lain = a.clone();
    lain.aspek[1].nama = "Nama lain".into();
    lain.f03.pernyataan[1].teks = "Pernyataan lain".into();
    let b = banding(a, &lain);
    assert_eq!(b.aspek.len(), 1);
    assert_eq!((&b.aspek[0].kunci, &b.aspek[0].nama), (&a.aspek[1].kunci, &(Some(a.aspek[1].nama.clone()), Some("Nama lain".into()))));
    let p = &a.f03.pernyataan[1];
    assert_eq!(b.f03.len(), 1);
    assert_eq!((&b.f03[0].id, &b.f03[0].teks), (&p.id, &(Some(p.teks.clone()), Some("Pernyataan lain".into()))));
}
