//! Papers of a mall (ILUSTRASI).

use dokumen::{BarisNaskah as B, NaskahMpp, PosterMal, PosterUnit};

use super::kepala;

pub fn naskah() -> NaskahMpp {
    let t = |s: &str| s.to_owned();
    NaskahMpp {
        kepala: kepala(),
        judul: t("Berita acara forum konsultasi publik"),
        catatan: Some(t("Rancangan untuk ditandatangani.")),
        isi: vec![
            B::Judul(t("Undangan")),
            B::Butir(t("Forum Warga (masyarakat sipil)")),
            B::Alinea(t("Dihadiri 40 orang. #set text(red)")),
            B::Tabel {
                kolom: vec![t("No"), t("Dari"), t("Masukan"), t("Jawaban")],
                baris: vec![vec![t("1"), t("Warga"), t("Buka sore"), t("Ya")]],
            },
        ],
        tanda_tangan: vec![t("Pimpinan forum"), t("Wakil peserta")],
    }
}

pub fn poster() -> PosterMal {
    PosterMal {
        kepala: kepala(),
        nama: "MPP Kutai Timur".into(),
        alamat: "Jalan Contoh 1, Sangatta".into(),
        url: "https://prima.example/mal/kutai-timur".into(),
        url_pendek: "prima.example/mal/kutai-timur".into(),
        jam: "Senin–Kamis 08.00–15.00".into(),
        gerai: "8 gerai".into(),
        layanan: "25 layanan".into(),
    }
}

pub fn poster_unit() -> PosterUnit {
    PosterUnit {
        kepala: kepala(),
        nama: "Dinas Sosial".into(),
        alamat: String::new(),
        url: "https://prima.example/pelayanan/unit/64.08-dinas-sosial".into(),
        url_pendek: "prima.example/pelayanan/unit/64.08-dinas-sosial".into(),
        layanan: "4 layanan".into(),
    }
}
