//! The words of keys that the store gives: states, steps, classes, kinds, ways. Used by officers' and citizens' pages alike.

use crate::komponen::Nada;

/// Name of a state.
#[must_use]
pub fn keadaan(kunci: &str) -> &'static str {
    match kunci {
        "diterima" => "pengaduan-keadaan-diterima",
        "belum-lengkap" => "pengaduan-keadaan-belum-lengkap",
        "diverifikasi" => "pengaduan-keadaan-diverifikasi",
        "ditolak-bukan-kewenangan" => "pengaduan-keadaan-bukan-kewenangan",
        "ditolak-spam" => "pengaduan-keadaan-spam",
        "digabung" => "pengaduan-keadaan-digabung",
        "diteruskan" => "pengaduan-keadaan-diteruskan",
        "diproses" => "pengaduan-keadaan-diproses",
        "dijawab" => "pengaduan-keadaan-dijawab",
        "ditanggapi" => "pengaduan-keadaan-ditanggapi",
        "selesai-pelapor" => "pengaduan-keadaan-selesai",
        "selesai-otomatis" => "pengaduan-keadaan-selesai-otomatis",
        "dibuka-kembali" => "pengaduan-keadaan-dibuka",
        "eskalasi" => "pengaduan-keadaan-eskalasi",
        "dicabut" => "pengaduan-keadaan-dicabut",
        _ => "pengaduan-keadaan-dianggap-dicabut",
    }
}

#[must_use]
pub fn nada(kunci: &str) -> Nada {
    match kunci {
        "selesai-pelapor" | "selesai-otomatis" => Nada::Baik,
        "belum-lengkap" | "ditanggapi" | "dibuka-kembali" => Nada::Perhatian,
        "eskalasi" => Nada::Bahaya,
        "ditolak-bukan-kewenangan" | "ditolak-spam" | "digabung" | "dicabut" | "dianggap-dicabut" => Nada::Netral,
        _ => Nada::Info,
    }
}

/// What happened, as a heading of the history.
#[must_use]
pub fn langkah(kunci: &str) -> &'static str {
    match kunci {
        "minta-lengkapi" => "pengaduan-langkah-minta-lengkapi",
        "dilengkapi" => "pengaduan-langkah-dilengkapi",
        "verifikasi" => "pengaduan-langkah-verifikasi",
        "tolak" => "pengaduan-langkah-tolak",
        "teruskan" => "pengaduan-langkah-teruskan",
        "proses" => "pengaduan-langkah-proses",
        "jawab" => "pengaduan-langkah-jawab",
        "tanggapi" => "pengaduan-langkah-tanggapi",
        "selesai" => "pengaduan-langkah-selesai",
        "tutup-otomatis" => "pengaduan-langkah-tutup-otomatis",
        "anggap-dicabut" => "pengaduan-langkah-anggap-dicabut",
        "cabut" => "pengaduan-langkah-cabut",
        "buka-kembali" => "pengaduan-langkah-buka-kembali",
        _ => "pengaduan-langkah-eskalasi",
    }
}

#[must_use]
pub fn kelas(kunci: &str) -> &'static str {
    match kunci {
        "berkadar-pengawasan" => "pengaduan-kelas-pengawasan",
        "tidak-berkadar-pengawasan" => "pengaduan-kelas-biasa",
        "permintaan-informasi" => "pengaduan-kelas-informasi",
        _ => "pengaduan-kelas-aspirasi",
    }
}

#[must_use]
pub fn jenis(kunci: &str) -> &'static str {
    match kunci {
        "aspirasi" => "pengaduan-jenis-aspirasi",
        "permintaan-informasi" => "pengaduan-jenis-informasi",
        _ => "pengaduan-jenis-pengaduan",
    }
}

#[must_use]
pub fn kanal(kunci: &str) -> &'static str {
    match kunci {
        "loket" => "aduan-kanal-loket",
        "telepon" => "aduan-kanal-telepon",
        "surat" => "aduan-kanal-surat",
        "lapor" => "aduan-kanal-lapor",
        _ => "aduan-kanal-web",
    }
}

#[must_use]
pub fn giliran(kunci: &str) -> &'static str {
    match kunci {
        "penghubung" => "pengaduan-giliran-penghubung",
        "unit" => "pengaduan-giliran-unit",
        "pelapor" => "pengaduan-giliran-pelapor",
        _ => "pengaduan-giliran-selesai",
    }
}

/// Why a report was refused, or who escalated it.
#[must_use]
pub fn alasan(kunci: &str) -> &'static str {
    match kunci {
        "bukan-kewenangan" => "pengaduan-keadaan-bukan-kewenangan",
        "spam" => "pengaduan-keadaan-spam",
        "duplikat" => "pengaduan-keadaan-digabung",
        "pelapor" => "pengaduan-eskalasi-pelapor",
        "pejabat" => "pengaduan-eskalasi-pejabat",
        _ => "pengaduan-eskalasi-waktu",
    }
}

/// State of a consultation.
#[must_use]
pub fn konsultasi(kunci: &str) -> (Nada, &'static str) {
    match kunci {
        "menunggu-unit" => (Nada::Perhatian, "konsultasi-keadaan-unit"),
        "menunggu-pemohon" => (Nada::Info, "konsultasi-keadaan-pemohon"),
        "disepakati" => (Nada::Info, "konsultasi-keadaan-disepakati"),
        "selesai" => (Nada::Baik, "konsultasi-keadaan-selesai"),
        "batal" => (Nada::Netral, "konsultasi-keadaan-batal"),
        _ => (Nada::Netral, "konsultasi-keadaan-tidak-hadir"),
    }
}

#[must_use]
pub fn langkah_konsultasi(kunci: &str) -> &'static str {
    match kunci {
        "pesan" => "konsultasi-langkah-pesan",
        "usul" => "konsultasi-langkah-usul",
        "sepakati" => "konsultasi-langkah-sepakati",
        "selesai" => "konsultasi-langkah-selesai",
        "batal" => "konsultasi-langkah-batal",
        "buka-kembali" => "konsultasi-langkah-buka-kembali",
        _ => "konsultasi-langkah-tidak-hadir",
    }
}
