//! Cases: every way through the steps, the clock, forms and letters.

use std::collections::BTreeMap;

use jiff::{
    ToSpan,
    civil::{Date, date},
};
use layanan::{
    Kalender,
    permohonan::{
        Bayar, Formulir, Jam, JenisMedan, Keadaan, Langkah, Medan, Oleh, Peristiwa, Permohonan, SalahFormulir, SalahJawaban, SalahLangkah,
        kunci_dari, surat,
    },
    tambah_hari_kerja,
};
use proptest::prelude::*;

fn jalan(langkah: &[(i8, Langkah)]) -> Result<Permohonan, SalahLangkah> {
    Permohonan::lipat(date(2026, 3, 2), Some(3), langkah.iter().map(|(h, l)| Peristiwa { tanggal: date(2026, 3, *h), langkah: *l }))
}

#[test]
fn the_whole_way_with_a_correction() {
    use Langkah as L;
    let mut p = jalan(&[
        (2, L::Periksa),
        (3, L::MintaPerbaikan),
        (9, L::Perbaiki),
        (9, L::Periksa),
        (10, L::Proses),
        (10, L::Alihkan),
        (11, L::Setujui),
    ])
    .unwrap();
    let siap = Peristiwa { tanggal: date(2026, 3, 12), langkah: L::Siap };
    assert_eq!(p.terapkan(siap, Bayar::Menunggu), Err(SalahLangkah::BelumLunas));
    assert_eq!(p.keadaan(), Keadaan::Disetujui, "refused: nothing changed");
    p.terapkan(siap, Bayar::Lunas).unwrap();
    let serah = Peristiwa { tanggal: date(2026, 3, 12), langkah: L::Serahkan };
    assert_eq!(p.terapkan(serah, Bayar::Menunggu), Err(SalahLangkah::BelumLunas), "its payment was taken back");
    assert!(!p.langkah(Bayar::Menunggu).any(|l| l == L::Serahkan) && p.langkah(Bayar::Lunas).any(|l| l == L::Serahkan));
    let jam = p.jam(&Kalender::bawaan()).unwrap();
    let Jam::Tuntas { pada, tenggat } = &jam else { unreachable!("{jam:?}") };
    assert_eq!((*pada, tenggat.jatuh), (date(2026, 3, 12), date(2026, 3, 11)));
    assert!(jam.lewat(date(2026, 3, 12)), "a day late, and it stays late");
    for l in [L::Serahkan, L::Arsipkan] {
        p.terapkan(Peristiwa { tanggal: date(2026, 3, 13), langkah: l }, Bayar::Lunas).unwrap();
    }
    assert_eq!((p.keadaan(), p.langkah(Bayar::Lunas).count()), (Keadaan::Diarsipkan, 0));
}

#[test]
fn what_may_not_be() {
    use Langkah as L;
    let salah = |l: &[(i8, L)]| jalan(l).unwrap_err();
    assert_eq!(salah(&[(2, L::Setujui)]), SalahLangkah::TidakDapat { langkah: L::Setujui, keadaan: Keadaan::Diterima });
    assert_eq!(salah(&[(3, L::Periksa), (2, L::Proses)]), SalahLangkah::Mundur(date(2026, 3, 2), date(2026, 3, 3)));
    let p = jalan(&[(2, L::Periksa), (2, L::Proses)]).unwrap();
    assert_eq!(p.ke(L::Batalkan, Bayar::Lunas), Err(SalahLangkah::SudahBayar));
    assert_eq!(p.ke(L::Batalkan, Bayar::Menunggu), Ok(Keadaan::Dibatalkan));
    assert!(!L::Setujui.boleh(Oleh::Pemohon) && L::Perbaiki.boleh(Oleh::Pemohon) && !L::Batalkan.boleh(Oleh::Petugas));
    for k in Keadaan::SEMUA {
        assert_eq!(Keadaan::dari_kunci(k.kunci()), Some(*k));
    }
}

#[test]
fn a_clock_that_stands_and_one_that_never_was() {
    let p = jalan(&[(2, Langkah::Periksa), (3, Langkah::MintaPerbaikan)]).unwrap();
    assert_eq!(p.jam(&Kalender::bawaan()).unwrap(), Jam::Berhenti { sisa: 2 });
    let p = jalan(&[(2, Langkah::Periksa), (20, Langkah::MintaPerbaikan)]).unwrap();
    assert_eq!(p.jam(&Kalender::bawaan()).unwrap(), Jam::Berhenti { sisa: 0 }, "asked after the last day");
    assert_eq!(Permohonan::terima(date(2026, 3, 2), None).jam(&Kalender::bawaan()).unwrap(), Jam::TanpaJanji);
    let p = Permohonan::terima(date(2031, 12, 29), Some(5));
    let Jam::Berjalan(t) = p.jam(&Kalender::bawaan()).unwrap() else { unreachable!() };
    assert_eq!(t.tanpa_daftar, [2031, 2032], "years without a calendar are named");
}

fn langkah() -> impl Strategy<Value = Vec<(u8, Langkah)>> {
    prop::collection::vec((0..6_u8, prop::sample::select(Langkah::SEMUA)), 0..40)
}

proptest! {
    /// Whatever is tried: what is refused changes nothing, what is taken folds to the same, what has ended stays ended.
    #[test]
    fn any_steps(coba in langkah(), hari_kerja in prop::option::of(0..40_u32)) {
        let mulai = date(2026, 1, 5);
        let (mut p, mut hari, mut diambil) = (Permohonan::terima(mulai, hari_kerja), mulai, Vec::new());
        for (maju, l) in coba {
            hari = hari.saturating_add(i64::from(maju).days());
            let sebelum = p.clone();
            let peristiwa = Peristiwa { tanggal: hari, langkah: l };
            if p.terapkan(peristiwa, Bayar::Tidak).is_ok() {
                diambil.push(peristiwa);
            } else {
                prop_assert_eq!(&p, &sebelum);
            }
            if sebelum.keadaan().berakhir() {
                prop_assert!(p.keadaan().berakhir() && p.langkah(Bayar::Tidak).all(|l| l == Langkah::Arsipkan));
            }
        }
        prop_assert_eq!(Permohonan::lipat(mulai, hari_kerja, diambil).unwrap(), p.clone());
        prop_assert!(p.jam(&Kalender::bawaan()).is_ok());
    }

    /// Without a correction the promise is the plain deadline; with one it is later by the working days that were the applicant's.
    #[test]
    fn the_clock(n in 1..30_u32, tanya in 0..20_i64, lama in 0..40_i64) {
        let (k, mulai) = (Kalender::bawaan(), date(2026, 2, 2));
        let polos = tambah_hari_kerja(mulai, n, &k).unwrap().jatuh;
        let p = Permohonan::terima(mulai, Some(n));
        let jatuh = |p: &Permohonan| match p.jam(&k).unwrap() { Jam::Berjalan(t) => t.jatuh, lain => unreachable!("{lain:?}") };
        prop_assert_eq!(jatuh(&p), polos);
        let tanya = mulai.saturating_add(tanya.days());
        prop_assume!(tanya < polos);
        let jawab = tanya.saturating_add(lama.days());
        let satu = |tanggal: Date, langkah| Peristiwa { tanggal, langkah };
        let p = Permohonan::lipat(mulai, Some(n), [satu(mulai, Langkah::Periksa), satu(tanya, Langkah::MintaPerbaikan), satu(jawab, Langkah::Perbaiki)]).unwrap();
        let milik = layanan::hari_kerja_antara(tanya, jawab, &k);
        prop_assert_eq!(jatuh(&p), tambah_hari_kerja(mulai, n + milik, &k).unwrap().jatuh);
    }

    /// Words of an applicant never become a place of the letter.
    #[test]
    fn letters(nama in ".{0,40}") {
        let nilai = BTreeMap::from([("nama".to_owned(), nama.clone()), ("nomor".to_owned(), "RAHASIA".to_owned())]);
        let teks = surat::isi("Kepada {nama}.", &nilai).unwrap();
        let harap = if nama.trim().is_empty() { "–" } else { &nama };
        prop_assert_eq!(teks, format!("Kepada {harap}."));
    }
}

fn medan(kunci: &str, jenis: JenisMedan, wajib: bool, opsi: &[&str]) -> Medan {
    let opsi = opsi.iter().map(|o| (*o).to_owned()).collect();
    Medan { kunci: kunci.into(), label: kunci.into(), bantu: String::new(), jenis, wajib, opsi }
}

#[test]
fn answers_are_read_by_the_form() {
    use JenisMedan as J;
    let f = Formulir {
        nama: true,
        kontak: true,
        medan: vec![
            medan("anak", J::Teks, true, &[]),
            medan("lahir", J::Tanggal, true, &[]),
            medan("berat", J::Angka, false, &[]),
            medan("kelamin", J::Pilihan, true, &["Laki-laki", "Perempuan"]),
            medan("salinan", J::BanyakPilihan, false, &["Kertas", "Surel"]),
            medan("kembar", J::YaTidak, false, &[]),
            medan("kk", J::Berkas, true, &[]),
        ],
    };
    f.periksa().unwrap();
    let isi = |m: &str| match m {
        "anak" => vec!["  Sari\r\nDewi "],
        "lahir" => vec!["2026-02-30"],
        "berat" => vec!["3,25"],
        "kelamin" => vec!["Lain"],
        "salinan" => vec!["Surel", "Kertas"],
        _ => vec![],
    };
    let salah = f.baca(isi, |_| false).unwrap_err();
    let harap = [("lahir", SalahJawaban::BukanTanggal), ("kelamin", SalahJawaban::BukanPilihan), ("kk", SalahJawaban::Kosong)];
    assert_eq!(salah, harap.map(|(m, s)| (m.to_owned(), s)));
    let isi = |m: &str| match m {
        "lahir" => vec!["2026-02-28"],
        "kelamin" => vec!["Perempuan"],
        m => isi(m),
    };
    let baik = f.baca(isi, |m| m == "kk").unwrap();
    assert_eq!(baik["anak"], ["Sari\nDewi"]);
    assert_eq!((baik["berat"].as_slice(), baik["salinan"].as_slice()), (&["3.25".to_owned()][..], &["Kertas".into(), "Surel".into()][..]));
    assert!(!baik.contains_key("kembar") && !baik.contains_key("kk"));
    let teks = serde_json(&f);
    assert!(teks.contains("banyak-pilihan"));
}

/// Without a JSON crate of its own: the words of the kinds are those that are kept.
fn serde_json(f: &Formulir) -> String {
    f.medan.iter().map(|m| JenisMedan::dari_kunci(m.jenis.kunci()).map_or("", JenisMedan::kunci)).collect::<Vec<_>>().join(" ")
}

#[test]
fn forms_and_templates_are_checked() {
    use JenisMedan as J;
    let satu = |m: Medan| Formulir { nama: false, kontak: false, medan: vec![m] }.periksa();
    assert_eq!(Formulir::default().periksa(), Err(SalahFormulir::Kosong));
    assert_eq!(satu(medan("Nama", J::Teks, true, &[])), Err(SalahFormulir::Kunci(0)));
    assert_eq!(satu(medan("nama", J::Teks, true, &["a", "b"])), Err(SalahFormulir::Opsi(0)));
    assert_eq!(satu(medan("nama", J::Pilihan, true, &["a", "a"])), Err(SalahFormulir::Opsi(0)));
    let dua = Formulir { medan: vec![medan("a", J::Teks, true, &[]), medan("a", J::Teks, true, &[])], ..Formulir::default() };
    assert_eq!(dua.periksa(), Err(SalahFormulir::Ganda(1)));
    assert_eq!(kunci_dari("Nama anak?", &["nama-anak".into()]), "nama-anak-2");
    assert_eq!(kunci_dari("???", &[]), "isian");
    assert_eq!(surat::periksa("{nama} {isian:kk}", ["kk"].into_iter()), Ok(()));
    assert_eq!(surat::periksa("{rahasia}", [].into_iter()), Err(surat::SalahSurat::Asing("rahasia".into())));
    assert_eq!(surat::periksa("{nama", [].into_iter()), Err(surat::SalahSurat::Kurung));
    assert_eq!(surat::periksa("nama}", [].into_iter()), Err(surat::SalahSurat::Kurung));
    let sisa = |teks| surat::tersisa(teks, ["kk"].into_iter());
    assert_eq!(
        [sisa("a { b } {c} }{"), sisa("{x {nama}"), sisa("{isian:kk}"), sisa("{isian:lain}")],
        [None, Some("nama"), Some("isian:kk"), None]
    );
}
