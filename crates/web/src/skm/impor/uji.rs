//! Reading files of answers: columns by key and by number in both orders, the faults, the limits.

#![cfg(test)]

use jiff::civil::date;
use store::{Waktu, id::*, skm::RondeSkm};

use super::{baris::Bacaan, kolom::Kolom, urai_isi};
use crate::tabel::Salah;

/// Not written as one word, because a test takes such words for keys of the catalogue.
const BAWAAN: &str = concat!("skm", "-2017");

fn ronde() -> RondeSkm {
    let (edisi, _) = ::skm::bawaan(BAWAAN).unwrap();
    RondeSkm {
        id: RondeId::baru(),
        kode: String::new(),
        nama: String::new(),
        unit_id: UnitId::baru(),
        unit: String::new(),
        unit_kode: String::new(),
        unit_induk: None,
        instansi_id: InstansiId::baru(),
        instansi: String::new(),
        wilayah: None,
        zona: "WIB".into(),
        edisi: String::new(),
        token: String::new(),
        mulai: "2026-01-01".into(),
        sampai: "2026-06-30".into(),
        populasi: None,
        target: 1,
        unsur: edisi.unsur.iter().map(|u| u.kunci.clone()).collect(),
        ilustrasi: false,
        versi: 1,
        dibuat: Waktu(0),
        ditutup: None,
    }
}

fn baca(isi: &str, urutan: Option<&str>) -> Result<(Kolom, Bacaan), Salah> {
    let (edisi, _) = ::skm::bawaan(BAWAAN).unwrap();
    let layanan = [(0, "KTP elektronik".to_owned()), (3, "Akta kelahiran".to_owned())];
    urai_isi(edisi, &ronde(), &layanan, date(2026, 3, 2), isi.as_bytes(), urutan).unwrap()
}

fn kunci(isi: &str, urutan: Option<&str>) -> (&'static str, String) {
    let Salah(kunci, apa) = baca(isi, urutan).unwrap_err();
    (kunci, apa)
}

const U: &str = "u1;u2;u3;u4;u5;u6;u7;u8;u9";

#[test]
fn numbers_follow_the_order_that_was_named() {
    let isi = format!("{U}\n1;2;3;4;1;2;3;4;1\n");
    // The form asks sarana 8th and pengaduan 9th; the regulation lists them the other way round.
    assert_eq!(baca(&isi, Some("kuesioner")).unwrap().1.baik[0].1.nilai, [1, 2, 3, 4, 1, 2, 3, 4, 1]);
    assert_eq!(baca(&isi, Some("peraturan")).unwrap().1.baik[0].1.nilai, [1, 2, 3, 4, 1, 2, 3, 1, 4]);
    assert_eq!(kunci(&isi, None).0, "skm-impor-urutan-wajib");
}

#[test]
fn keys_words_and_profile_are_understood() {
    let isi = "Judul laporan\n\nPersyaratan,prosedur,waktu,biaya,produk,kompetensi,perilaku,sarana,pengaduan,Umur,JK,Pendidikan,Profesi,Layanan,Tgl,Catatan petugas\n\
        sangat sesuai,3,3.0,gratis,3,3,3,4,4,34,wanita,SMA,Tukang ojek,akta  kelahiran,31/1/2026,x\n";
    let (kolom, b) = baca(isi, None).unwrap();
    let (hari, l) = &b.baik[0];
    assert_eq!(l.nilai, [4, 3, 3, 4, 3, 3, 3, 4, 4]);
    assert_eq!(l.profil.0, [3, 1, 2, 2, 7], "service 3, P, 30-39, SMA, lainnya");
    assert_eq!((hari.unwrap(), b.ditolak, kolom.diabaikan), (date(2026, 1, 31), 0, vec!["Catatan petugas".to_owned()]));
}

#[test]
fn faults_are_named_row_by_row_and_good_rows_stay() {
    let isi = format!("{U};usia;tanggal\n4;4;4;4;4;4;4;4;4;20;\n5;;x;4;4;4;4;4;4;tua;2027-01-01\n\n3;3;3;3;3;3;3;3;3;;45000\n");
    let b = baca(&isi, Some("peraturan")).unwrap().1;
    assert_eq!((b.baik.len(), b.ditolak), (2, 1));
    let salah: Vec<_> = b.salah.iter().map(|s| (s.baris, s.kolom.as_str(), s.nilai.as_str(), s.kunci)).collect();
    let harap = [
        (3, "u1", "5", "skm-impor-salah-nilai"),
        (3, "u2", "", "skm-impor-salah-kosong"),
        (3, "u3", "x", "skm-impor-salah-nilai"),
        (3, "usia", "tua", "skm-impor-salah-pilihan"),
        (3, "tanggal", "2027-01-01", "skm-impor-salah-tanggal"),
    ];
    assert_eq!(salah, harap);
    assert_eq!(b.baik[1].0, Some(date(2023, 3, 15)), "the day number of a spreadsheet");
    assert_eq!((b.baik[0].0, b.tanpa_hari()), (None, 1), "no day is invented");
    assert!(b.pada(None).is_none());
    let hari: Vec<_> = b.pada(Some(date(2026, 2, 1))).unwrap().into_iter().map(|(hari, _)| hari).collect();
    assert_eq!(hari, [date(2026, 2, 1), date(2023, 3, 15)], "a day is given to rows without one only");
}

#[test]
fn a_file_that_cannot_be_is_refused_as_a_whole() {
    assert_eq!(kunci("a,b\n1,2\n", None).0, "skm-impor-tanpa-unsur");
    assert_eq!(kunci("", None).0, "skm-impor-tanpa-unsur");
    assert_eq!(
        kunci("persyaratan,prosedur\n1,2\n", None),
        ("skm-impor-kolom-hilang", "waktu, biaya, produk, kompetensi, perilaku, sarana, pengaduan".into())
    );
    assert_eq!(kunci(&format!("{U};u1\n"), Some("peraturan")), ("skm-impor-kolom-ganda", "u1".into()));
    assert_eq!(kunci(&format!("{U};NIK;No HP;Nama\n"), Some("peraturan")), ("skm-impor-kolom-pribadi", "NIK, No HP, Nama".into()));
    let lebar = vec!["x"; 10_000].join(",");
    assert_eq!(kunci(&lebar, None), ("skm-impor-banyak-kolom", "10000".into()));
    let panjang = format!("{U}\n{}", "4;4;4;4;4;4;4;4;4\n".repeat(50_020));
    assert_eq!(kunci(&panjang, Some("peraturan")), ("skm-impor-banyak-baris", "50000".into()));
}
