//! The report of an invented SKM round: figures of the published case V14 (sums over 28 respondents, all sums known).

use dokumen::masukan::{
    Angka, AturanCetak, BarisHitung, BarisProfilCetak, BidangCetak, ButirMetode, HasilCetak, KategoriCetak, Kepastian, LaporanSkm,
    LembarSkm, PenandaTangan, PeranTandaTangan, PertanyaanCetak, RencanaSkm, RondeCetak, RtlCetak, RtlSebelum, Sumber, TitikCetak,
    UnsurCetak,
};

fn angka(teks: &str) -> Angka {
    Angka::apa_adanya(teks)
}

fn butir(judul: &str, isi: &str) -> ButirMetode {
    ButirMetode { judul: judul.into(), isi: isi.into() }
}

fn ronde() -> RondeCetak {
    RondeCetak {
        unit: "Dinas Kependudukan dan Pencatatan Sipil".into(),
        unit_kode: "disdukcapil".into(),
        nama: "SKM Semester II 2023".into(),
        kurun: "1 Juli 2023 – 31 Desember 2023".into(),
        edisi: "SKM PermenPANRB 14/2017 (skm-2017)".into(),
    }
}

/// Name, counts of the values 1 to 4, NRR, converted, class: 28 respondents, sums 107, 97, 95, 98, 99, 94, 100, 102, 99.
const UNSUR: [(&str, [u64; 4], &str, &str, &str); 9] = [
    ("Persyaratan", [0, 0, 5, 23], "3.821", "95.53", "A"),
    ("Sistem, mekanisme, dan prosedur", [0, 2, 11, 15], "3.464", "86.60", "B"),
    ("Waktu penyelesaian", [0, 4, 9, 15], "3.393", "84.83", "B"),
    ("Biaya/tarif", [0, 2, 10, 16], "3.500", "87.50", "B"),
    ("Produk spesifikasi jenis pelayanan", [0, 1, 11, 16], "3.536", "88.40", "A"),
    ("Kompetensi pelaksana", [1, 3, 9, 15], "3.357", "83.93", "B"),
    ("Perilaku pelaksana", [0, 1, 10, 17], "3.571", "89.28", "A"),
    ("Penanganan pengaduan, saran, dan masukan", [0, 0, 10, 18], "3.643", "91.08", "A"),
    ("Sarana dan prasarana", [0, 1, 11, 16], "3.536", "88.40", "A"),
];

fn unsur() -> Vec<UnsurCetak> {
    let jawaban = ["Tidak baik", "Kurang baik", "Baik", "Sangat baik"];
    let satu = |(i, (nama, hitung, nrr, konversi, mutu)): (usize, &(&str, [u64; 4], &str, &str, &str))| UnsurCetak {
        kode: format!("U{}", i + 1),
        nama: (*nama).into(),
        nrr: angka(nrr),
        tertimbang: angka("0.3929"),
        konversi: angka(konversi),
        mutu: (*mutu).into(),
        kinerja: if *mutu == "A" { "Sangat Baik" } else { "Baik" }.into(),
        rentang: Some((angka("80.12"), angka("93.40"))),
        terendah: [1, 2, 5].contains(&i),
        pertanyaan: vec![PertanyaanCetak {
            teks: format!("Bagaimana pendapat Saudara tentang {}?", nama.to_lowercase()),
            jawaban: jawaban.iter().zip(hitung).map(|(j, n)| ((*j).to_owned(), *n)).collect(),
        }],
    };
    UNSUR.iter().enumerate().map(satu).collect()
}

fn kategori() -> Vec<KategoriCetak> {
    [
        ("A", "Sangat Baik", "88.31", "100.00"),
        ("B", "Baik", "76.61", "88.30"),
        ("C", "Kurang Baik", "65.00", "76.60"),
        ("D", "Tidak Baik", "25.00", "64.99"),
    ]
    .map(|(mutu, kinerja, dari, sampai)| KategoriCetak {
        mutu: mutu.into(),
        kinerja: kinerja.into(),
        interval: "–".into(),
        konversi: format!("{dari} – {sampai}").replace('.', ","),
        dari: angka(dari),
    })
    .into()
}

fn rtl(keadaan: &str) -> RtlCetak {
    RtlCetak {
        unsur: "Kompetensi pelaksana".into(),
        kegiatan: "Pelatihan petugas loket setiap triwulan".into(),
        keluaran: "Daftar hadir dan bahan pelatihan".into(),
        tenggat: "31 Maret 2024".into(),
        jangka: "Jangka pendek (kurang dari 12 bulan)".into(),
        penanggung_jawab: "Kepala Bidang Pelayanan Pendaftaran Penduduk".into(),
        keadaan: keadaan.into(),
        penyelesaian: (keadaan == "selesai").then(|| "20 Maret 2024: 14 petugas dilatih".into()),
    }
}

fn profil() -> Vec<BidangCetak> {
    let baris = |label: &str, n: &str, persen: &str, ikm: Option<&str>| BarisProfilCetak {
        label: label.into(),
        n: angka(n),
        persen: angka(persen),
        ikm: ikm.map(|x| (angka(x), "A".to_owned())),
        tutup: "kurang dari 10".into(),
    };
    vec![
        BidangCetak {
            judul: "Jenis kelamin".into(),
            baris: vec![baris("Laki-laki", "15", "53.6", Some("89.10")), baris("Perempuan", "13", "46.4", Some("88.31"))],
        },
        BidangCetak {
            judul: "Pendidikan".into(),
            baris: vec![baris("SMA", "17", "60.7", None), baris("S1", "7", "25.0", None), baris("S2 ke atas", "4", "14.3", None)],
        },
    ]
}

pub fn laporan_skm() -> LaporanSkm {
    let titik = |label: &str, ikm: &str, mutu: &str| TitikCetak {
        label: label.into(),
        kurun: "enam bulan".into(),
        ikm: angka(ikm),
        mutu: mutu.into(),
        n: angka("28"),
        rentang: Some((angka("82.00"), angka("92.00"))),
    };
    LaporanSkm {
        kepala: super::kepala(),
        ronde: ronde(),
        tempat_tanggal: "Sangatta, 15 Januari 2024".into(),
        dasar_hukum: vec!["Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik".into(), "PermenPANRB Nomor 14 Tahun 2017".into()],
        pendahuluan: vec![butir("Latar belakang", "Setiap penyelenggara melakukan survei kepuasan sedikitnya sekali setahun.")],
        metode: vec![butir("Pelaksana", "Tim SKM unit."), butir("Bobot", "Tiap unsur berbobot tepat 1/9.")],
        sumber: vec![Sumber {
            butir: "Pembulatan".into(),
            sumber: "Disimpulkan dari laporan terbit.".into(),
            kepastian: Kepastian::Sedang,
        }],
        layanan: vec!["KTP elektronik".into(), "Kartu keluarga".into()],
        saluran: vec![BarisHitung { label: "Lewat tautan atau QR".into(), n: angka("28"), catatan: "100,0%".into() }],
        hasil: HasilCetak {
            ikm: angka("88.39"),
            mutu: "A".into(),
            kinerja: "Sangat Baik".into(),
            indeks: angka("3.5357"),
            responden: angka("28"),
            target: angka("80"),
            populasi: Some(angka("100")),
            kalimat: vec![
                "Dengan 28 responden, IKM sebenarnya kemungkinan besar (95%) antara 84,10 dan 92,70.".into(),
                "Mutu A, bisa jadi B.".into(),
            ],
            aturan: AturanCetak { min: 1, maks: 4, faktor: (25, 1), nrr_desimal: 3, ikm_desimal: 2 },
        },
        kategori: kategori(),
        unsur: unsur(),
        profil: profil(),
        analisis: vec![butir("Unsur terendah", "Kompetensi pelaksana, waktu penyelesaian, prosedur.")],
        riwayat: vec![titik("Sem. I 2023", "85.20", "B"), titik("Sem. II 2023", "88.39", "A")],
        kualitas: vec![BarisHitung { label: "Dihitung".into(), n: angka("28"), catatan: String::new() }],
        saran: vec!["Loket ditambah pada jam makan siang. 🙏".into()],
        saran_semua: "1 dari 6 saran dimuat, dipilih penganalisis.".into(),
        rtl: vec![rtl("berjalan")],
        rtl_sebelum: Some(RtlSebelum {
            ronde: "SKM Semester I 2023".into(),
            kalimat: "1 dari 1 kegiatan selesai.".into(),
            baris: vec![rtl("selesai")],
        }),
        kesimpulan: vec!["Mutu pelayanan A (Sangat Baik).".into()],
        penanda_tangan: vec![PenandaTangan {
            peran: PeranTandaTangan::WakilUnitLokus,
            nama: "....................".into(),
            jabatan: "Kepala Dinas".into(),
            nip: None,
        }],
        hash_sumber: "ab".repeat(32),
    }
}

pub fn rencana_skm() -> RencanaSkm {
    let l = laporan_skm();
    RencanaSkm {
        kepala: l.kepala,
        ronde: l.ronde,
        dasar: "IKM 88,39 (A) dari 28 responden".into(),
        kemajuan: "0 dari 1 kegiatan selesai".into(),
        rtl: l.rtl,
        sebelum: l.rtl_sebelum,
        kepastian: "dari ingatan, naskah belum dibaca".into(),
        penanda_tangan: l.penanda_tangan,
    }
}

pub fn lembar_skm() -> LembarSkm {
    let l = laporan_skm();
    LembarSkm {
        kepala: l.kepala,
        ronde: l.ronde,
        ikm: l.hasil.ikm,
        mutu: l.hasil.mutu,
        kinerja: l.hasil.kinerja,
        responden: l.hasil.responden,
        layanan: l.layanan,
        profil: l.profil,
        kalimat: l.hasil.kalimat,
    }
}
