//! An invented national report: two instruments, gaps, a second version; and the proof that it was received.

use dokumen::masukan::{
    AngkaKunci, BarisKategori, BarisKelompok, BarisTindakLanjutNasional, BarisWilayah, BelumTerbit, ButirMetode, DariLain, EdisiNasional,
    Kekurangan, Kepastian, LaporanNasional, PenandaTangan, PeranTandaTangan, PetakProvinsi, Rata, Sumber, TandaTerima,
};

use super::{angka, kepala};

fn t(s: &str) -> String {
    s.to_owned()
}

fn rata(persen: u64, kategori: &str) -> Rata {
    Rata { nilai: angka(persen, 2), kategori: t(kategori), nama: t("Baik") }
}

fn kunci(label: &str, nilai: &str, bawah: &str) -> AngkaKunci {
    AngkaKunci { label: t(label), nilai: t(nilai), bawah: t(bawah) }
}

fn wilayah(nama: &str, jasa: u64, nilai: Option<Rata>) -> BarisWilayah {
    BarisWilayah { nama: t(nama), instansi: 11, administratif: 40, barang: 38, jasa, beku: 110, terbit: 96, rata: nilai }
}

fn edisi(nama: &str, gerak: bool) -> EdisiNasional {
    let kategori = |kode: &str, rentang: &str, unit| BarisKategori {
        kategori: t(kode),
        nama: t("Sangat Baik"),
        rentang: t(rentang),
        unit,
        persen: angka(unit, 1),
    };
    let petak = |nama: &str, kolom, baris, rata| PetakProvinsi { nama: t(nama), kolom, baris, rata };
    EdisiNasional {
        nama: t(nama),
        hash: "3f".repeat(32),
        unit: 1000,
        rata: Some(rata(387, "B")),
        kategori: vec![kategori("A", "4,51–5,00", 120), kategori("A-", "4,01–4,50", 380), kategori("B", "3,51–4,00", 500)],
        kelompok: vec![BarisKelompok { nama: t("Kabupaten"), instansi: 415, unit: 700, tertinggi: Some(angka(471, 2)), terendah: None }],
        wilayah: vec![wilayah("Aceh", 40, Some(rata(412, "A-"))), wilayah("Kalimantan Timur", 0, None), wilayah("Tanpa wilayah", 7, None)],
        petak: vec![
            petak("Aceh", 0, 0, Some(rata(412, "A-"))),
            petak("Kaltim", 6, 2, None),
            petak("P. Selatan", 13, 3, Some(rata(241, "C-"))),
        ],
        gerak: t("640 unit dinilai dengan instrumen yang sama pada tahun 2022 dan 2023."),
        gerak_angka: if gerak {
            vec![kunci("Naik", "400", "nilainya"), kunci("Turun", "200", "nilainya"), kunci("Tetap", "40", "nilainya")]
        } else {
            Vec::new()
        },
    }
}

pub fn laporan_nasional() -> LaporanNasional {
    LaporanNasional {
        kepala: kepala(),
        tahun: t("2023"),
        skema: t("Nasional"),
        versi: 2,
        alasan: Some(t("Hasil tiga kabupaten diterbitkan sesudah versi pertama.")),
        tempat_tanggal: t("Jakarta, 31 Juli 2023"),
        pendahuluan: vec![t("Laporan ini disusun berdasarkan hasil evaluasi tahun 2023."), t("Isinya karangan.")],
        simpulan: vec![t("Kinerja pelayanan publik membaik.")],
        saran: Vec::new(),
        angka: vec![
            kunci("Unit dievaluasi", "1240", "dari 574 instansi"),
            kunci("Hasil dibekukan", "1180", "60 belum"),
            kunci("Hasil terbit", "1000", "180 belum"),
            kunci("Provinsi", "36", "dari 38 mempunyai unit"),
        ],
        edisi: vec![edisi("PEKPPP 2022 formulir A (pekppp-2022-a)", true), edisi("PEKPPP 2022 formulir B", false)],
        tindak_lanjut: vec![
            BarisTindakLanjutNasional { nama: t("Aceh"), rekomendasi: 120, direncanakan: 100, diterima: 60, lewat: 4 },
            BarisTindakLanjutNasional { nama: t("Seluruhnya"), rekomendasi: 120, direncanakan: 100, diterima: 60, lewat: 4 },
        ],
        dari_lain: vec![DariLain {
            instansi: t("Kota Contoh"),
            periode: t("PEKPPP Mandiri 2023"),
            versi: 2,
            unit: 12,
            dinilai: 11,
            kategori: t("A 1, A- 4, B 6"),
            tertinggi: Some(dokumen::Angka::new("4,73", "4.73")),
            terendah: Some(dokumen::Angka::new("3,02", "3.02")),
            sidik: "5e".repeat(32),
        }],
        kurang: vec![Kekurangan { perihal: t("Belum terbit"), jumlah: 180, arti: t("Hasil sudah dibekukan tetapi belum diterbitkan.") }],
        belum_terbit: vec![BelumTerbit {
            instansi: t("Kabupaten Contoh"),
            periode: t("PEKPPP 2023"),
            unit: 3,
            beku: 1,
            keadaan: t("belum terbit"),
        }],
        metode: vec![ButirMetode { judul: t("Rata-rata"), isi: t("Rata-rata nilai unit sebelum pembulatan.") }],
        sumber: vec![Sumber { butir: t("IPP nasional"), sumber: t("Cara resmi belum ditemukan."), kepastian: Kepastian::TidakDitemukan }],
        sementara: Some(t("120 hasil menunggu validasi kementerian.")),
        penanda_tangan: vec![orang("Contoh Deputi", "Deputi Bidang Pelayanan Publik")],
    }
}

fn orang(nama: &str, jabatan: &str) -> PenandaTangan {
    PenandaTangan { peran: PeranTandaTangan::WakilPenanggungjawab, nama: t(nama), jabatan: t(jabatan), nip: None }
}

pub fn tanda_terima() -> TandaTerima {
    TandaTerima {
        kepala: kepala(),
        judul: t("Tanda Terima Laporan Nasional PEKPPP"),
        butir: vec![(t("Laporan"), t("Laporan Nasional 2023, skema Nasional, versi 2")), (t("Diterima oleh"), t("Contoh Menteri"))],
        hash: vec![(t("SHA-256 berkas PDF"), "ab".repeat(32)), (t("SHA-256 berkas XLSX"), "0c".repeat(32))],
        tempat_tanggal: t("2 Agustus 2023"),
        penanda_tangan: vec![orang("Contoh Deputi", "yang menyerahkan"), orang("Contoh Menteri", "Menteri PANRB")],
    }
}
