//! The minutes of the invented case, and their signature sheet.

use dokumen::masukan::{
    BeritaAcaraHasil, BeritaAcaraPelaksanaan, BuktiTercatat, Hadir, HakJawabTercatat, KepalaAudit, LembarTandaTangan, SanggahanTercatat,
    Segel, StatusF01, TandaTanganTercatat,
};

use super::{aspek, indikator, kepala, nilai, penanda_tangan, periode, unit};

const HASH: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

fn bukti(indikator: &str, nama: &str, rincian: &str, hash: Option<&str>) -> BuktiTercatat {
    BuktiTercatat { indikator: indikator.into(), nama: nama.into(), rincian: rincian.into(), hash: hash.map(str::to_owned) }
}

pub fn berita_acara_pelaksanaan() -> BeritaAcaraPelaksanaan {
    let hadir = |nama: &str, jabatan: &str, mewakili: &str| Hadir { nama: nama.into(), jabatan: jabatan.into(), mewakili: mewakili.into() };
    BeritaAcaraPelaksanaan {
        kepala: kepala(),
        periode: periode(),
        unit: unit(),
        tanggal: "Rabu, 12 Juli 2023".into(),
        tempat: "ruang rapat RSUD Kudungga, Sangatta".into(),
        hadir: vec![
            hadir("Contoh Evaluator, S.STP., M.AP.", "Analis Kebijakan Ahli Muda", "Evaluator"),
            hadir("dr. Contoh Direktur, Sp.PD.", "Direktur RSUD Kudungga", "Unit Lokus"),
            hadir("Contoh Operator, A.Md.", "Pengelola Data Pelayanan", "Unit Lokus"),
            hadir("Contoh Kabag, S.E., M.Si.", "Kepala Bagian Organisasi Sekretariat Daerah", "Penanggungjawab"),
        ],
        f01: StatusF01 {
            status: "Diajukan dan diterima".into(),
            kelengkapan: "30 dari 31 indikator terisi".into(),
            versi: Some("3".into()),
            diajukan: Some("dr. Contoh Direktur, 3 Juli 2023 pukul 09.12 WITA".into()),
        },
        bukti: vec![
            bukti("1.a.Ak", "SK_Penetapan_Standar_Pelayanan_RSUD_Kudungga_Tahun_2023_final_rev3.pdf", "PDF, 1,2 MB", Some(HASH)),
            bukti("2.a.P", "Berita acara Forum Konsultasi Publik 14 Februari 2023", "PDF, 840 kB", Some(HASH)),
            bukti("6.a.B", "Laporan SKM semester II 2022", "PDF, 3,4 MB", Some(HASH)),
            bukti("16.c.As", "Foto ruang tunggu poliklinik", "JPEG, 2,1 MB", Some(HASH)),
            bukti("29.f.B", "Video inovasi antar obat", "tautan video", None),
        ],
        catatan: vec![
            "Gedung lama belum memiliki jalur pemandu; unit menyanggupi perbaikan pada anggaran perubahan.".into(),
            "Dua dokumen pada indikator 12 diminta dilengkapi sampai 19 Juli 2023.".into(),
        ],
        penanda_tangan: penanda_tangan(),
        kepala_audit: Some(KepalaAudit {
            hash: HASH.into(),
            urutan: "1.284".into(),
            disegel_pada: Some("12 Juli 2023 pukul 14.02.11 WITA".into()),
        }),
    }
}

pub fn berita_acara_hasil() -> BeritaAcaraHasil {
    BeritaAcaraHasil {
        pelaksanaan: berita_acara_pelaksanaan(),
        nilai: nilai(),
        aspek: aspek(),
        indikator: indikator(),
        hash_hasil: HASH.into(),
        sementara: true,
        hak_jawab: Some(HakJawabTercatat {
            bukaan: vec!["Nilai sementara dibuka kepada unit pada 13 Juli 2023, sanggahan diterima sampai 20 Juli 2023.".into()],
            sanggahan: vec![SanggahanTercatat {
                indikator: "1.a.Ak".into(),
                sanggahan: "Standar pelayanan sudah ditetapkan sebelum observasi.".into(),
                oleh: "Operator contoh, 14 Juli 2023".into(),
                bukti: "sk-standar.pdf".into(),
                putusan: "Nilai tetap 4".into(),
                jawaban: "SK berlaku mulai tahun berikutnya.".into(),
                penjawab: "Evaluator contoh, 17 Juli 2023".into(),
            }],
        }),
    }
}

pub fn lembar_tanda_tangan() -> LembarTandaTangan {
    let tanda_tangan = penanda_tangan().into_iter().zip(["10.15.07", "10.17.42", "13.05.19"]);
    LembarTandaTangan {
        kepala: kepala(),
        judul_dokumen: "Berita Acara Hasil PEKPPP".into(),
        unit: unit(),
        hash_pdf: HASH.into(),
        ukuran_pdf: Some("143.210 bita".into()),
        tanda_tangan: tanda_tangan
            .map(|(penanda_tangan, jam)| TandaTanganTercatat {
                penanda_tangan,
                pada: format!("31 Juli 2023 pukul {jam} WITA"),
                dari: "jaringan 10.20.0.0/16".into(),
                cara: Some("kata sandi dan kode TOTP".into()),
            })
            .collect(),
        segel: Some(Segel {
            kunci_id: "prima-demo-2023-01".into(),
            tanda: HASH.repeat(2),
            atas: "SHA-256 berkas PDF dan ketiga tanda tangan".into(),
            pada: "31 Juli 2023 pukul 13.05.20 WITA".into(),
        }),
    }
}
