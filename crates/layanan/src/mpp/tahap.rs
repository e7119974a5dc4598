//! The 13 stages and the ways between them, as data.

use crate::{Batas, KepastianSumber as Yakin, Sumber, kunci::berkunci};

berkunci! {
    pub enum Pelaku {
        /// Penyelenggara MPP: the local government through its DPMPTSP.
        Pemda = "pemda",
        /// Bupati or walikota.
        KepalaDaerah = "kepala-daerah",
        /// The ministry (PANRB), with other ministries in the rapat koordinasi.
        Kementerian = "kementerian",
        Menteri = "menteri",
    }
}

berkunci! {
    /// The stages in order; [`Tahap::nomor`] counts from 1.
    pub enum Tahap {
        Kajian = "kajian",
        UsulanDiajukan = "usulan-diajukan",
        UsulanLengkap = "usulan-lengkap",
        /// Administrative, then factual.
        Verifikasi = "verifikasi",
        /// Approved, or given back.
        Keputusan = "keputusan",
        Persiapan = "persiapan",
        TeknisPelayanan = "teknis-pelayanan",
        SaranaPrasarana = "sarana-prasarana",
        UjiCoba = "uji-coba",
        Perbaikan = "perbaikan",
        UsulPeresmian = "usul-peresmian",
        Beroperasi = "beroperasi",
        PenambahanPelayanan = "penambahan-pelayanan",
    }
}

berkunci! {
    /// The day from which the limit of a stage counts.
    pub enum MulaiBatas {
        UsulanLengkap = "usulan-lengkap",
        PembangunanSelesai = "pembangunan-selesai",
    }
}

/// A limit by which a stage must be over (verification) or begun (trial).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BatasTahap {
    pub batas: Batas,
    pub mulai: MulaiBatas,
    pub sumber: Sumber,
}

/// What is known about a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Uraian {
    pub nama: &'static str,
    /// Who acts in it.
    pub oleh: Pelaku,
    pub kewajiban: &'static str,
    pub batas: Option<BatasTahap>,
    pub sumber: Sumber,
}

const PERMEN: Sumber = Sumber::baru("PermenPANRB 92/2021 (ringkasan)", Yakin::Kuat);
const TIGA_PULUH: BatasTahap = BatasTahap {
    batas: Batas::hari(30),
    mulai: MulaiBatas::UsulanLengkap,
    sumber: Sumber::baru("PermenPANRB 92/2021: 30 hari (bukan hari kerja) sejak usulan lengkap", Yakin::Kuat),
};
const TIGA_BULAN: BatasTahap = BatasTahap {
    batas: Batas::bulan(3),
    mulai: MulaiBatas::PembangunanSelesai,
    sumber: Sumber::baru("PermenPANRB 92/2021: uji coba dalam 3 bulan sejak pembangunan selesai", Yakin::Kuat),
};

impl Tahap {
    /// 1 to 13.
    #[must_use]
    pub fn nomor(self) -> usize {
        Self::SEMUA.iter().position(|t| *t == self).map_or(0, |n| n + 1)
    }

    #[must_use]
    pub fn uraian(self) -> Uraian {
        let tanpa_batas = |nama, oleh, kewajiban| Uraian { nama, oleh, kewajiban, batas: None, sumber: PERMEN };
        let batas = |u: Uraian, b| Uraian { batas: Some(b), ..u };
        match self {
            Self::Kajian => tanpa_batas("Kajian", Pelaku::Pemda, "Kajian urgensi dan kelayakan; forum konsultasi publik"),
            Self::UsulanDiajukan => tanpa_batas("Usulan diajukan", Pelaku::KepalaDaerah, "Surat permohonan dengan tiga lampiran"),
            Self::UsulanLengkap => tanpa_batas("Usulan lengkap", Pelaku::Kementerian, "Kelengkapan memulai hitungan 30 hari"),
            Self::Verifikasi => batas(
                tanpa_batas("Verifikasi administratif, lalu faktual", Pelaku::Kementerian, "Rapat koordinasi dengan kementerian terkait"),
                TIGA_PULUH,
            ),
            Self::Keputusan => tanpa_batas("Disetujui atau dikembalikan", Pelaku::Menteri, "Keputusan persetujuan"),
            Self::Persiapan => {
                tanpa_batas("Persiapan", Pelaku::Pemda, "Tim pelaksana; kesepakatan bersama, perjanjian kerja sama, sinergi")
            }
            Self::TeknisPelayanan => {
                tanpa_batas("Teknis pelayanan", Pelaku::Pemda, "Proses bisnis, sistem informasi terintegrasi, tata laksana")
            }
            Self::SaranaPrasarana => tanpa_batas("Sarana dan prasarana", Pelaku::Pemda, "Gedung atau kantor, prasarana dan sarana"),
            Self::UjiCoba => batas(tanpa_batas("Uji coba", Pelaku::Pemda, "Uji coba pelayanan"), TIGA_BULAN),
            Self::Perbaikan => tanpa_batas("Perbaikan", Pelaku::Pemda, "Daftar perbaikan hasil uji coba"),
            Self::UsulPeresmian => tanpa_batas("Usul peresmian", Pelaku::KepalaDaerah, "Surat kepada Menteri; surat persetujuan"),
            Self::Beroperasi => tanpa_batas("Beroperasi", Pelaku::Pemda, "Peraturan bupati/wali kota tentang penyelenggaraan"),
            Self::PenambahanPelayanan => tanpa_batas(
                "Penambahan pelayanan",
                Pelaku::KepalaDaerah,
                "Penetapan kepala daerah dan pemberitahuan tertulis kepada Menteri",
            ),
        }
    }

    /// The ways on from here.
    pub fn lanjut(self) -> impl Iterator<Item = &'static Panah> {
        PANAH.iter().filter(move |p| p.dari == self)
    }
}

/// A way from one stage to another and who takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Panah {
    pub dari: Tahap,
    pub ke: Tahap,
    pub oleh: Pelaku,
    pub sumber: Sumber,
}

const fn panah(dari: Tahap, ke: Tahap, oleh: Pelaku) -> Panah {
    Panah { dari, ke, oleh, sumber: PERMEN }
}

const fn usulan(dari: Tahap, ke: Tahap, oleh: Pelaku, teks: &'static str) -> Panah {
    Panah { dari, ke, oleh, sumber: Sumber::baru(teks, Yakin::Usulan) }
}

/// All ways. From [`Tahap::Keputusan`] the decision says which.
pub const PANAH: [Panah; 16] = [
    panah(Tahap::Kajian, Tahap::UsulanDiajukan, Pelaku::KepalaDaerah),
    panah(Tahap::UsulanDiajukan, Tahap::UsulanLengkap, Pelaku::Kementerian),
    panah(Tahap::UsulanLengkap, Tahap::Verifikasi, Pelaku::Kementerian),
    panah(Tahap::Verifikasi, Tahap::Keputusan, Pelaku::Menteri),
    panah(Tahap::Keputusan, Tahap::Persiapan, Pelaku::Pemda),
    usulan(Tahap::Keputusan, Tahap::Kajian, Pelaku::Pemda, "peraturan tidak menyebut langkah sesudah usulan dikembalikan"),
    panah(Tahap::Persiapan, Tahap::TeknisPelayanan, Pelaku::Pemda),
    panah(Tahap::TeknisPelayanan, Tahap::SaranaPrasarana, Pelaku::Pemda),
    panah(Tahap::SaranaPrasarana, Tahap::UjiCoba, Pelaku::Pemda),
    panah(Tahap::UjiCoba, Tahap::Perbaikan, Pelaku::Pemda),
    usulan(Tahap::Perbaikan, Tahap::UjiCoba, Pelaku::Pemda, "diuji coba lagi sesudah perbaikan"),
    panah(Tahap::Perbaikan, Tahap::UsulPeresmian, Pelaku::KepalaDaerah),
    usulan(Tahap::UjiCoba, Tahap::UsulPeresmian, Pelaku::KepalaDaerah, "tanpa perbaikan bila uji coba tidak menemukan kekurangan"),
    panah(Tahap::UsulPeresmian, Tahap::Beroperasi, Pelaku::Pemda),
    panah(Tahap::Beroperasi, Tahap::PenambahanPelayanan, Pelaku::KepalaDaerah),
    usulan(Tahap::PenambahanPelayanan, Tahap::Beroperasi, Pelaku::Pemda, "sesudah penambahan MPP tetap beroperasi"),
];
