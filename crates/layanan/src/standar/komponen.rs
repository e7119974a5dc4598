//! The 14 components in the regulation's order.

use crate::{KepastianSumber as Yakin, Sumber, kunci::berkunci};

berkunci! {
    /// The two parts of a Standar Pelayanan.
    pub enum Bagian {
        /// Service delivery: six, published.
        Penyampaian = "penyampaian",
        /// Manufacturing: eight, kept inside the office.
        Pengelolaan = "pengelolaan",
    }
}

berkunci! {
    pub enum Komponen {
        Persyaratan = "persyaratan",
        Prosedur = "prosedur",
        JangkaWaktu = "jangka-waktu",
        Biaya = "biaya",
        Produk = "produk",
        Pengaduan = "pengaduan",
        DasarHukum = "dasar-hukum",
        Sarana = "sarana",
        Kompetensi = "kompetensi",
        Pengawasan = "pengawasan",
        JumlahPelaksana = "jumlah-pelaksana",
        JaminanPelayanan = "jaminan-pelayanan",
        JaminanKeamanan = "jaminan-keamanan",
        EvaluasiKinerja = "evaluasi-kinerja",
    }
}

/// Six components, printed by several offices.
pub const SUMBER_PENYAMPAIAN: Sumber = Sumber::baru("PermenPANRB 15/2014, komponen service delivery", Yakin::Kuat);
const SUMBER_PENGELOLAAN: Sumber = Sumber::baru("PermenPANRB 15/2014, komponen manufacturing", Yakin::Kuat);
const SUMBER_TIGA_AKHIR: Sumber = Sumber::baru("PermenPANRB 15/2014, komponen manufacturing (nama tidak terbaca)", Yakin::Ingatan);

impl Komponen {
    /// As the regulation names it.
    #[must_use]
    pub fn nama(self) -> &'static str {
        match self {
            Self::Persyaratan => "Persyaratan",
            Self::Prosedur => "Sistem, mekanisme, dan prosedur",
            Self::JangkaWaktu => "Jangka waktu pelayanan",
            Self::Biaya => "Biaya/tarif",
            Self::Produk => "Produk pelayanan",
            Self::Pengaduan => "Penanganan pengaduan, saran, dan masukan",
            Self::DasarHukum => "Dasar hukum",
            Self::Sarana => "Sarana, prasarana, dan/atau fasilitas",
            Self::Kompetensi => "Kompetensi pelaksana",
            Self::Pengawasan => "Pengawasan internal",
            Self::JumlahPelaksana => "Jumlah pelaksana",
            Self::JaminanPelayanan => "Jaminan pelayanan",
            Self::JaminanKeamanan => "Jaminan keamanan dan keselamatan pelayanan",
            Self::EvaluasiKinerja => "Evaluasi kinerja pelaksana",
        }
    }

    #[must_use]
    pub fn bagian(self) -> Bagian {
        if self <= Self::Pengaduan { Bagian::Penyampaian } else { Bagian::Pengelolaan }
    }

    #[must_use]
    pub fn sumber(self) -> Sumber {
        match self {
            k if k.bagian() == Bagian::Penyampaian => SUMBER_PENYAMPAIAN,
            Self::JaminanPelayanan | Self::JaminanKeamanan | Self::EvaluasiKinerja => SUMBER_TIGA_AKHIR,
            _ => SUMBER_PENGELOLAAN,
        }
    }

    /// The six that are published.
    pub fn penyampaian() -> impl Iterator<Item = Self> {
        Self::SEMUA.iter().copied().filter(|k| k.bagian() == Bagian::Penyampaian)
    }
}
