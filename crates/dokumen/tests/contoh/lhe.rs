//! The report of the invented case.

use dokumen::masukan::{
    AgregasiF03, Angka, ButirMetode, Hadir, Kepastian, Lhe, PenandaTangan, Rekomendasi, RerataPernyataan, RingkasanF03, SeriAspek, Sorotan,
    Sumber, TitikTahun,
};

use super::{angka, aspek, indikator, kepala, nilai, penanda_tangan, periode, pernyataan, unit};

fn sorotan(pilih: impl Fn(u8) -> bool, banyak: usize) -> Vec<Sorotan> {
    indikator()
        .into_iter()
        .filter(|satu| satu.skor.is_some_and(&pilih))
        .take(banyak)
        .map(|satu| Sorotan { kode: satu.kode, nama: satu.nama, skor: satu.skor.unwrap_or_default().to_string(), uraian: satu.catatan })
        .collect()
}

pub fn lhe() -> Lhe {
    let rekomendasi = indikator().into_iter().filter_map(|satu| {
        let keluaran = (satu.kode == "18.c.K").then(|| "foto sarana dan berita acara serah terima".to_owned());
        Some(Rekomendasi { kode: satu.kode, nama: satu.nama, isi: satu.rekomendasi?, keluaran })
    });
    let titik =
        |tahun, eksak: &str, keterangan: &str| TitikTahun { tahun, nilai: Angka::apa_adanya(eksak), keterangan: Some(keterangan.into()) };
    Lhe {
        kepala: kepala(),
        periode: periode(),
        unit: unit(),
        tempat_tanggal: "Sangatta, 31 Juli 2023".into(),
        nilai: nilai(),
        aspek: aspek(),
        pembanding: vec![SeriAspek {
            nama: "Rerata tiga unit lokus".into(),
            nilai: ["3.91", "4.02", "3.55", "3.4", "4.1", "2.9"].map(|nilai| Some(Angka::apa_adanya(nilai))).to_vec(),
        }],
        indikator: indikator(),
        kekuatan: sorotan(|skor| skor >= 4, 6),
        kelemahan: sorotan(|skor| skor <= 3, 8),
        rekomendasi: rekomendasi.collect(),
        f03: RingkasanF03 {
            responden: 20,
            digunakan: 19,
            dibuang: 1,
            kertas: 4,
            ketentuan: Some("10 sampai 20 responden per unit (kepastian sedang)".into()),
            agregasi: Some(AgregasiF03::Aspek),
            pernyataan: pernyataan()
                .into_iter()
                .zip(0..)
                .map(|(satu, i)| RerataPernyataan {
                    aspek: satu.kelompok,
                    kode: satu.kode,
                    teks: satu.teks,
                    rerata: Some(angka(405 + i * 7 % 60, 2)),
                })
                .collect(),
        },
        peringkat: Some("1 dari 3 unit lokus pada kategori rumah sakit".into()),
        riwayat: vec![titik(2021, "3.62", "B"), titik(2022, "3.97", "B"), titik(2023, "4.19", "A-")],
        tim: berita_acara_tim(),
        metode: metode(),
        sumber: sumber(),
        batas_tindak_lanjut: Some(
            "Laporan tindak lanjut paling lambat 30 April 2024, tiga bulan sebelum periode berikutnya mulai (30 Juli 2024).".into(),
        ),
        hash_hasil: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
        sementara: true,
        penanda_tangan: vec![PenandaTangan {
            jabatan: "Sekretaris Daerah Kabupaten Kutai Timur".into(),
            nama: "Contoh Sekda, S.Sos., M.Si.".into(),
            ..penanda_tangan().remove(0)
        }],
    }
}

fn berita_acara_tim() -> Vec<Hadir> {
    super::berita_acara_pelaksanaan().hadir.into_iter().take(1).collect()
}

fn metode() -> Vec<ButirMetode> {
    let butir = |judul: &str, isi: &str| ButirMetode { judul: judul.into(), isi: isi.into() };
    vec![
        butir(
            "Cara menghitung",
            "Nilai aspek adalah jumlah bobot indikator dikali skor. Nilai F02 adalah jumlah bobot aspek dikali nilai aspek. \
             IPP adalah 75% nilai F02 ditambah 25% nilai F03. Pembulatan ke dua desimal dilakukan sekali, pada langkah terakhir.",
        ),
        butir("Evaluator", "Dua evaluator menilai sendiri-sendiri; perbedaan skor diselesaikan dengan konsensus per indikator."),
    ]
}

fn sumber() -> Vec<Sumber> {
    let butir = |butir: &str, sumber: &str, kepastian| Sumber { butir: butir.into(), sumber: sumber.into(), kepastian };
    vec![
        butir("Enam aspek dan bobotnya", "Paparan Kementerian PANRB 3 September 2025; aplikasi Jawa Timur", Kepastian::Tinggi),
        butir("Bagian F02 75% dan F03 25%", "Dua aplikasi daerah yang tidak saling bergantung", Kepastian::Sedang),
        butir("Pembulatan sebelum kategori", "Disusun ulang dari batas kategori berdesimal dua", Kepastian::Rendah),
        butir("Cara merata-ratakan F03", "Tidak ada dalam naskah resmi yang terbaca", Kepastian::TidakDitemukan),
    ]
}
