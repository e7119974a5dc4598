//! A service for citizens (ILUSTRASI).

use dokumen::{
    LembarLayanan, Lembaran, PosterLayanan, SuratLayanan,
    masukan::{BagianLayanan, BagianLembaran, TabelLembaran},
};

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

pub fn surat() -> SuratLayanan {
    let baris = |b: &[&str]| b.iter().map(|t| (*t).to_owned()).collect();
    SuratLayanan {
        kepala: kepala(),
        judul: "Surat keterangan usaha".into(),
        paragraf: vec![
            baris(&["Yang bertanda tangan di bawah ini menerangkan bahwa:"]),
            baris(&["Nama: Sari #strong[Dewi] $x$", "Usaha: Warung kopi"]),
        ],
        tempat_tanggal: "Sangatta, 5 Desember 2026".into(),
        penanda: "Camat Sangatta Utara".into(),
    }
}

/// Long words, markup in a text, an empty table.
pub fn aduan() -> Lembaran {
    let teks = |t: &[&str]| t.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>();
    let bagian = |judul: &str, paragraf: &[&str], tabel| BagianLembaran { judul: judul.into(), paragraf: teks(paragraf), tabel };
    let baris = vec![teks(&["Laporan pertama", "27 Maret 2026", "30 Maret 2026", "Terlambat"])];
    Lembaran {
        kepala: lembar().kepala,
        judul: "Berkas bukti laporan 2026-0001".into(),
        ringkas: vec![("Judul".into(), "Antrean #lama *sekali*".into()), ("Unit".into(), "RSUD Kudungga".into())],
        penting: Some("Tenggat menjawab terlewat satu kali.".into()),
        bagian: vec![
            bagian("Isi laporan", &["Saya menunggu empat jam.", &"a".repeat(120)], None),
            bagian("Tenggat", &[], Some(TabelLembaran { kolom: teks(&["Putaran", "Tenggat", "Dijawab", "Keterangan"]), baris })),
            bagian("Kosong", &[], Some(TabelLembaran { kolom: teks(&["A"]), baris: Vec::new() })),
        ],
        penutup: teks(&["Ombudsman menerima laporan yang sudah lebih dahulu disampaikan ke instansi."]),
    }
}
