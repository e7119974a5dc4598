//! The search over services: what citizens type finds what offices wrote.

#![cfg(test)]

use layanan::cari::{Indeks, Temuan};
use proptest::prelude::*;

const CONTOH: [(&str, &str); 7] = [
    ("Penerbitan Kutipan Akta Kelahiran", "Surat keterangan lahir dari bidan, kartu keluarga, KTP orang tua"),
    ("Perekaman dan Pencetakan KTP-el", "Fotokopi kartu keluarga, berusia 17 tahun"),
    ("Pendaftaran Pasien Rawat Jalan", "Kartu BPJS, rujukan puskesmas"),
    ("Rekomendasi Bantuan Sosial", "Surat keterangan tidak mampu dari desa"),
    ("Surat Pengantar Nikah", "KTP calon pengantin, akta kelahiran"),
    ("Kartu Keluarga", "Surat nikah, surat pindah"),
    ("Dinas Sosial", "Sangatta"),
];

fn indeks() -> Indeks {
    Indeks::susun(CONTOH.iter().map(|(nama, syarat)| vec![(*nama, 10), (*syarat, 2)]))
}

#[track_caller]
fn pertama(tanya: &str) -> &'static str {
    indeks().cari(tanya, 10).first().map_or("-", |t| CONTOH[t.dokumen].0)
}

#[test]
fn what_is_sought_comes_first() {
    for (tanya, nama) in [
        ("akta lahir", CONTOH[0].0),
        ("mengurus akta kelahiran anak", CONTOH[0].0),
        ("akte kelahirn", CONTOH[0].0),
        ("ktp", CONTOH[1].0),
        ("rekam ktp", CONTOH[1].0),
        ("daftar pasien", CONTOH[2].0),
        ("rawat jaln", CONTOH[2].0),
        ("pendaftran", CONTOH[2].0),
        ("bantuan", CONTOH[3].0),
        ("sktm", CONTOH[3].0),
        ("menikah", CONTOH[4].0),
        ("kk", CONTOH[5].0),
        ("dinas sosial", CONTOH[6].0),
        ("dinsa sosial", CONTOH[6].0),
    ] {
        assert_eq!(pertama(tanya), nama, "{tanya}: {:?}", indeks().cari(tanya, 3));
    }
}

/// Short names of offices, and both halves of `KTP-el`, wherever the long words stand.
#[test]
fn short_names_find_the_long_ones() {
    let isi = [
        ("Akta kelahiran", "Dinas Kependudukan dan Pencatatan Sipil"),
        ("KTP elektronik baru", "Dinas Kependudukan dan Pencatatan Sipil"),
        ("Perekaman KTP-el", "Kecamatan"),
        ("Peralihan hak", "Kantor Pertanahan"),
    ];
    let indeks = Indeks::susun(isi.iter().map(|(nama, tempat)| vec![(*nama, 10), (*tempat, 3)]));
    let cari = |tanya: &str| {
        let mut n: Vec<usize> = indeks.cari(tanya, 10).iter().map(|t| t.dokumen).collect();
        n.sort_unstable();
        n
    };
    assert_eq!(
        (cari("dukcapil"), cari("disdukcapil"), cari("kependudukan"), cari("capil")),
        (vec![0, 1], vec![0, 1], vec![0, 1], vec![0, 1])
    );
    assert_eq!((cari("ktp-el"), cari("BPN")), (vec![1, 2], vec![3]));
}

#[test]
fn requirements_are_found_too_and_nonsense_is_not() {
    let rujukan = indeks().cari("rujukan puskesmas", 10);
    assert_eq!(rujukan.iter().map(|t| t.dokumen).collect::<Vec<_>>(), [2]);
    // Two errors in a long word are forgiven, three are not; none in a word of three letters, which would be another word.
    for tanya in ["", "   ", "xyzzyqw", "<script>", "…", "yang untuk", "pendufterun", "kjs"] {
        assert!(indeks().cari(tanya, 10).is_empty(), "{tanya}");
    }
    assert!(Indeks::susun([]).cari("akta", 5).is_empty());
}

/// Not a figure for the record (that is a release build): five thousand services answer well within a page's time even here.
#[test]
fn five_thousand_services_are_searched_quickly() {
    let nama: Vec<String> = (0..5_000).map(|n| format!("{} wilayah {} nomor {n}", CONTOH[n % 7].0, n % 97)).collect();
    let i = Indeks::susun(nama.iter().zip(CONTOH.iter().cycle()).map(|(n, (_, s))| vec![(n.as_str(), 10), (*s, 2)]));
    let mulai = std::time::Instant::now();
    assert_eq!(i.cari("akte kelahirn wilayah", 20).len(), 20);
    assert!(mulai.elapsed().as_millis() < 1_000, "{:?}", mulai.elapsed());
}

proptest! {
    #[test]
    fn any_question_gets_an_answer_in_order(tanya in ".{0,300}") {
        let t = indeks().cari(&tanya, 5);
        prop_assert!(t.len() <= 5);
        // By value; where some have all the words, these first.
        let urut = |b: &[Temuan]| b.windows(2).all(|w| w[0].nilai >= w[1].nilai);
        let penuh = t.iter().take_while(|x| x.cocok == t[0].cocok).count();
        prop_assert!(urut(&t) || urut(&t[..penuh]) && urut(&t[penuh..]), "{:?}", t);
    }

    #[test]
    fn one_swapped_pair_is_forgiven(i in 1_usize..8) {
        let mut huruf: Vec<char> = "kelahiran".chars().collect();
        huruf.swap(i - 1, i);
        let tanya: String = huruf.into_iter().collect();
        prop_assert!(indeks().cari(&tanya, 5).iter().any(|t| t.dokumen == 0), "{}", tanya);
    }
}

/// The fee or the hours of something are asked for by its name, which is what is sought.
#[test]
fn what_is_asked_about_something_finds_it() {
    let isi = ["KTP elektronik baru", "Legalisasi SKTM biaya ringan", "Paspor baru", "Penggantian paspor lama waktu", "Perubahan alamat"];
    let indeks = Indeks::susun(isi.iter().enumerate().map(|(n, nama)| {
        let mut d = vec![(*nama, 10)];
        if n == 1 {
            d.push(("KTP pemohon", 2));
        }
        d
    }));
    let cari = |tanya: &str| indeks.cari(tanya, 10).iter().map(|t| t.dokumen).collect::<Vec<_>>();
    for (tanya, harap) in [
        ("berapa biaya paspor", vec![2, 3]),
        ("biaya ktp", vec![0, 1]),
        ("berapa biaya ktp", vec![0, 1]),
        ("alamat", vec![4]),
        ("ubah alamat", vec![4]),
    ] {
        let mut n = cari(tanya);
        n.sort_unstable();
        assert_eq!(n, harap, "{tanya}");
    }
    assert_eq!((cari("biaya ktp")[0], cari("berapa biaya ktp")[0]), (0, 0), "the word for the fee lifts nothing above the name");
}

/// What people of Sangatta typed into the box, with what they came for: a question is answered by the name in it.
#[test]
fn questions_of_citizens_find_what_they_name() {
    let isi = [
        ("Paspor baru", "Kantor Imigrasi"),
        ("Penggantian paspor", "Kantor Imigrasi waktu lama biaya"),
        ("KTP elektronik baru", "Dinas Kependudukan dan Pencatatan Sipil"),
        ("Legalisasi SKTM", "Syarat KTP, biaya ringan, berapa lembar"),
        ("Pendaftaran peserta JKN", "BPJS Kesehatan"),
        ("MPP Kutai Timur", "mal pelayanan publik MPP, Jalan Yos Sudarso"),
        ("MPP Berau", "mal pelayanan publik MPP"),
        ("MPP Bontang", "mal pelayanan publik MPP Pojok Loktuan Jalan Slamet Riyadi"),
    ];
    let indeks = Indeks::susun(isi.iter().map(|(nama, lain)| vec![(*nama, 10), (*lain, 3)]));
    for (tanya, harap) in [
        ("berapa biaya paspor", &[0, 1][..]),
        ("berapa biayanya paspor baru?", &[0]),
        ("berapa lama paspor", &[0, 1]),
        ("biaya ktp", &[2, 3]),
        ("apa syaratnya ktp", &[2, 3]),
        ("apakah ktp gratis", &[2, 3]),
        ("alamat mpp", &[5, 6, 7]),
        ("jam buka mpp", &[5, 6, 7]),
        ("di mana mpp berau", &[6]),
        ("mpp berau", &[6]),
        ("pojok loktuan", &[7]),
        ("dukcapil", &[2]),
        ("bpjs", &[4]),
        ("how much is a passport paspor", &[0, 1]),
    ] {
        let mut n: Vec<usize> = indeks.cari(tanya, 10).iter().map(|t| t.dokumen).collect();
        n.sort_unstable();
        assert_eq!(n, harap, "{tanya}");
    }
}

/// Spellings that sound alike, short forms with an error or an ending, a blank left out, letters swapped in a short word.
#[test]
fn ways_of_writing_one_thing_find_it() {
    let isi = [
        ("Pengecekan sertipikat tanah", "Kantor Pertanahan"),
        ("Sertifikat laik fungsi bangunan", "Dinas Pekerjaan Umum"),
        ("Izin praktik dokter", "Dinas Kesehatan"),
        ("Legalisasi ijazah", "Dinas Pendidikan"),
        ("KTP elektronik baru", "Dinas Kependudukan dan Pencatatan Sipil"),
        ("Kartu keluarga", "Dinas Kependudukan dan Pencatatan Sipil"),
        ("Surat keterangan sehat", "Puskesmas"),
        ("Jaminan kesehatan daerah", "Surat pengantar Dinas Kesehatan"),
    ];
    let indeks = Indeks::susun(isi.iter().map(|(nama, lain)| vec![(*nama, 10), (*lain, 3)]));
    for (tanya, harap) in [
        ("sertifikat tanah", &[0][..]),
        ("sertipikat laik fungsi", &[1]),
        ("perijinan", &[2]),
        ("ijin praktek doktr", &[2]),
        ("ijasah", &[3]),
        ("dukcapl", &[4, 5]),
        ("dukcapul", &[4, 5]),
        ("dukcapi", &[4, 5]),
        ("e-KTP", &[4]),
        ("ktpel", &[4]),
        ("kpt", &[4]),
        ("ktpnya", &[4]),
        ("kartukeluarga", &[5]),
        ("soerat sehat", &[6, 7]),
    ] {
        let mut n: Vec<usize> = indeks.cari(tanya, 10).iter().map(|t| t.dokumen).collect();
        n.sort_unstable();
        assert_eq!(n, harap, "{tanya}");
    }
    assert_eq!(indeks.cari("soerat sehat", 1)[0].dokumen, 6, "the word itself before another of its root");
}

/// One word that stands nowhere, or in other services only, does not hide what the others name.
#[test]
fn what_comes_nearest_is_shown_and_what_was_not_found_is_said() {
    let isi =
        ["SKCK baru", "Perpanjangan SKCK", "Jaminan kecelakaan kerja", "Paspor baru", "Rekomendasi umrah", "Surat tanah", "Surat kerja"];
    let indeks = Indeks::susun(isi.iter().map(|nama| vec![(*nama, 10)]));
    let jawab = |tanya: &str| {
        let j = indeks.jawab(tanya, 10);
        (j.temuan.iter().map(|t| t.dokumen).collect::<Vec<_>>(), j.tiada, j.lengkap)
    };
    assert_eq!(jawab("SKCK baru"), (vec![0], vec![], true), "what has all words needs nothing beside it");
    let (temuan, tiada, lengkap) = jawab("SKCK buat kerja");
    assert_eq!((&temuan[..2], tiada.len(), lengkap), (&[0, 1][..], 0, false));
    let (temuan, tiada, lengkap) = jawab("paspor xyzzy umroh");
    assert_eq!((&temuan[..], tiada, lengkap), (&[3][..], vec!["xyzzy".to_owned()], false));
    assert_eq!(jawab("xyzzy qwrtp"), (vec![], vec!["xyzzy".to_owned(), "qwrtp".to_owned()], false));
    // `kerja` stands somewhere, and `tanah` does; the word mistyped into another still finds what it was meant for.
    let dua = Indeks::susun(["Surat pindah", "Kartu pintar", "Pindar kerja"].iter().map(|nama| vec![(*nama, 10)]));
    assert_eq!(dua.jawab("surat pindar", 1).temuan.first().map(|t| t.dokumen), Some(0));
}

/// A short form finds what is written in full, and the full name finds what is written short.
#[test]
fn short_forms_and_full_names_find_one_another() {
    let isi = [
        "Pembayaran PBB perdesaan dan perkotaan",
        "Validasi SSP pajak penghasilan pengalihan tanah dan bangunan",
        "SKCK baru",
        "Persetujuan bangunan gedung",
        "Surat izin praktik dokter umum",
        "Kartu keluarga baru atau berubah",
        "KTP elektronik baru",
        "Pendaftaran NPWP orang pribadi",
        "Validasi BPHTB",
        "Perpanjangan SIM motor",
        "Surat keterangan sehat",
        "Pendampingan nomor induk berusaha",
        "Laporan gangguan listrik",
        "Laporan lampu lalu lintas mati",
        "Pendampingan SPT tahunan",
        "Pemeriksaan mutu air rumah",
    ];
    let indeks = Indeks::susun(isi.iter().map(|nama| vec![(*nama, 10)]));
    for (tanya, harap) in [
        ("pbb", 0),
        ("pajak bumi dan bangunan", 0),
        ("bayar pajak bumi bangunan", 0),
        ("skck", 2),
        ("surat kelakuan baik", 2),
        ("surat keterangan catatan kepolisian", 2),
        ("imb", 3),
        ("izin mendirikan bangunan", 3),
        ("pbg", 3),
        ("kk", 5),
        ("kartu tanda penduduk", 6),
        ("nomor pokok wajib pajak", 7),
        ("bea perolehan hak atas tanah dan bangunan", 8),
        ("surat izin mengemudi", 9),
        ("nib", 11),
        ("izin bangun rumah", 3),
        ("membangun rumah izin", 3),
        ("mati lampu", 12),
        ("listrik mati", 12),
        ("lampu lalu lintas mati", 13),
        ("lapor pajak", 14),
    ] {
        let j = indeks.jawab(tanya, 3);
        assert_eq!(j.temuan.first().map(|t| t.dokumen), Some(harap), "{tanya}: {j:?}");
        if tanya != "bayar pajak bumi bangunan" {
            assert!(j.tiada.is_empty(), "{tanya}: {j:?}");
        }
    }
}

/// Taking a prefix off can leave another word: who died does not ask for a place to live.
#[test]
fn a_stem_of_another_meaning_is_none() {
    let isi =
        [("Perpanjangan izin tinggal", "Paspor"), ("Akta kematian", "Surat nikah bila suami atau istri"), ("Rumah tinggal", "KTP suami")];
    let indeks = Indeks::susun(isi.iter().map(|(nama, syarat)| vec![(*nama, 10), (*syarat, 2)]));
    let temuan = |tanya: &str| indeks.cari(tanya, 10).iter().map(|t| t.dokumen).collect::<Vec<_>>();
    assert_eq!((temuan("suami meninggal")[0], temuan("meninggal")), (1, vec![1]));
    assert_eq!(temuan("izin tinggal")[0], 0);
}

/// What only stands among requirements is shown, and that nothing is named so is said.
#[test]
fn what_is_only_mentioned_is_said() {
    let isi = [("Uji kendaraan", "STNK"), ("Pajak kendaraan", "STNK asli, KTP pemilik"), ("KTP baru", "Kartu keluarga")];
    let indeks = Indeks::susun(isi.iter().map(|(nama, syarat)| vec![(*nama, 10), (*syarat, 2)]));
    let sekadar = |tanya: &str| {
        let j = indeks.jawab(tanya, 10);
        (j.temuan.len(), j.sekadar)
    };
    assert_eq!((sekadar("stnk"), sekadar("stnk asli")), ((2, true), (1, true)));
    assert_eq!((sekadar("ktp").1, sekadar("stnk kendaraan").1, sekadar("kendaran").1, sekadar("xyzzy")), (false, false, false, (0, false)));
}

/// What people call a matter finds the service that has another name, also where a word of it only asks about something elsewhere.
#[test]
fn everyday_words_find_the_name_of_the_office() {
    let isi = [
        ("Pendampingan nomor induk berusaha (NIB)", "KTP pelaku usaha"),
        ("Izin operasional apotek", "NIB, rencana usaha"),
        ("Pasang baru listrik usaha", "KTP"),
        ("Pendaftaran peserta JKN", "Kartu keluarga, KTP"),
        ("Beasiswa anak peserta", "Kartu BPJS, kartu keluarga, KTP"),
        ("Surat pengantar pindah", "Kartu keluarga, KTP"),
        ("Pindah letak meteran", "KTP pelanggan, alamat rumah"),
        ("Kartu keluarga baru atau berubah", "Surat nikah"),
        ("Balik nama pelanggan air", "Kartu keluarga, KTP"),
        ("Konsultasi keluarga", "Buku nikah"),
        ("Pembayaran PBB", "SPPT"),
        ("Pemeriksaan instalasi rumah", "KTP"),
        ("KTP hilang atau rusak", "Surat kehilangan"),
        ("Penggantian paspor", "KTP"),
    ];
    let indeks = Indeks::susun(isi.iter().map(|(nama, syarat)| vec![(*nama, 10), (*syarat, 2)]));
    for (tanya, harap) in [
        ("izin usaha", 0),
        ("ijin usaha", 0),
        ("buka usaha", 0),
        ("buka warung kopi", 0),
        ("izin usaha apotek", 1),
        ("daftar bpjs anak", 3),
        ("bikin bpjs", 3),
        ("kis", 3),
        ("pindah alamat meteran", 6),
        ("pindah meteran", 6),
        ("ganti nama di kk", 7),
        ("tambah anggota keluarga", 7),
        ("pajak rumah", 10),
        ("ganti ktp", 12),
    ] {
        let j = indeks.jawab(tanya, 5);
        assert_eq!((j.temuan.first().map(|t| t.dokumen), j.sekadar), (Some(harap), false), "{tanya}: {j:?}");
    }
    for tanya in ["pindah rumah", "pindah domisili", "pindah alamat", "ganti alamat"] {
        let mut dua: Vec<usize> = indeks.cari(tanya, 2).iter().map(|t| t.dokumen).collect();
        dua.sort_unstable();
        assert_eq!(dua, [5, 7], "{tanya}");
    }
}

/// A word that many services have is asked alone: what most people mean by it comes first, wherever it stands in the list.
#[test]
fn a_word_alone_means_what_most_people_mean() {
    let isi = [
        ("Pindah letak meteran", "KTP pelanggan"),
        ("Pindah kelas", "Surat madrasah asal"),
        ("Surat pengantar pindah", "Kartu keluarga"),
        ("Kartu keluarga baru", "Surat pindah"),
    ];
    let indeks = Indeks::susun(isi.iter().map(|(nama, syarat)| vec![(*nama, 10), (*syarat, 2)]));
    let pertama = |tanya: &str| indeks.cari(tanya, 5).first().map(|t| t.dokumen);
    for tanya in ["pindah", "mau pindah", "biaya pindah"] {
        assert_eq!(pertama(tanya), Some(2), "{tanya}");
    }
    assert_eq!((pertama("pindah meteran"), pertama("pindah kelas")), (Some(0), Some(1)));
}
