//! A service for citizens (ILUSTRASI).

use dokumen::{LembarLayanan, PosterLayanan, masukan::BagianLayanan};

use super::kepala;

pub fn lembar() -> LembarLayanan {
    let bagian = |judul: &str, butir: &[&str]| BagianLayanan { judul: judul.into(), butir: butir.iter().map(|b| (*b).into()).collect() };
    LembarLayanan {
        kepala: kepala(),
        nama: "Penerbitan kutipan akta kelahiran".into(),
        ringkas: "Bagi anak yang belum memiliki akta.".into(),
        dasar: "Ditetapkan dengan SK 065/01 tanggal 2 Mei 2023.".into(),
        bagian: vec![
            bagian("Persyaratan", &["Surat keterangan lahir", "Kartu keluarga", "KTP orang tua"]),
            bagian("Jangka waktu penyelesaian", &["3 hari kerja"]),
            bagian("Biaya atau tarif", &["Gratis"]),
        ],
    }
}

pub fn poster() -> PosterLayanan {
    PosterLayanan {
        kepala: kepala(),
        nama: "Penerbitan kutipan akta kelahiran".into(),
        unit: "Dinas Kependudukan dan Pencatatan Sipil".into(),
        url: "https://prima.example/pelayanan/akta-kelahiran".into(),
        url_pendek: "prima.example/pelayanan/akta-kelahiran".into(),
        waktu: "3 hari kerja".into(),
        biaya: "Gratis".into(),
        jam: "Senin–Jumat 08.00–14.00".into(),
    }
}
