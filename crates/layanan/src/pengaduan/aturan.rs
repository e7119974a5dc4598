//! Classes and limits as data. An office may keep its own [`Aturan`] with its own source; the one here is the default.

use crate::{Batas, KepastianSumber as Yakin, Sumber, kunci::berkunci};

berkunci! {
    /// Classes of PermenPANRB 62/2018.
    pub enum Kelas {
        BerkadarPengawasan = "berkadar-pengawasan",
        TidakBerkadar = "tidak-berkadar-pengawasan",
        PermintaanInformasi = "permintaan-informasi",
        Aspirasi = "aspirasi",
    }
}

berkunci! {
    /// From which day a limit counts; the day after it is day 1.
    pub enum MulaiHitung {
        Diterima = "diterima",
        /// The day the report was complete: the day of receipt unless something was asked for.
        Lengkap = "lengkap",
    }
}

/// The limit of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AturanKelas {
    pub kelas: Kelas,
    pub batas: Batas,
    pub sumber: Sumber,
    pub mulai: MulaiHitung,
    pub sumber_mulai: Sumber,
}

/// Another limit with its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BatasLangkah {
    pub batas: Batas,
    pub sumber: Sumber,
}

/// All limits that the steps of a report use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aturan {
    pub kelas: [AturanKelas; 4],
    /// To check, and to hand on or to keep, from receipt.
    pub verifikasi: BatasLangkah,
    /// For the complainant to complete the report, otherwise it is taken as withdrawn.
    pub melengkapi: BatasLangkah,
    /// For the complainant to react to an answer, otherwise the report closes by itself.
    pub tanggapan: BatasLangkah,
    /// To reopen after the end; `None`: at any time. No rule was found.
    pub buka_kembali: Option<BatasLangkah>,
}

/// Working days after the head of the unit was told of an overdue report until the head of the instansi and its organisers are.
pub const ESKALASI_ATAS: BatasLangkah =
    BatasLangkah { batas: Batas::hari_kerja(5), sumber: Sumber::baru("usulan program ini; aturan tidak menyebut lamanya", Yakin::Usulan) };

/// Why an office may not set a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SalahBatas {
    #[error("batas paling sedikit 1 hari kerja")]
    Nol,
    #[error("batas lebih lama daripada aturan ({aturan} hari kerja)")]
    LebihLama { aturan: u32 },
}

const KETETAPAN: Sumber = Sumber::baru("ketetapan instansi, tidak lebih lama daripada PermenPANRB 62/2018", Yakin::Kuat);

const PERMEN_62: Sumber = Sumber::baru("PermenPANRB 62/2018 (batas menurut kelas)", Yakin::Kuat);
const MULAI: Sumber =
    Sumber::baru("hari mulai dalam PermenPANRB 62/2018 tidak terbaca; Perpres 76/2013 menghitung sejak berkas lengkap", Yakin::Usulan);

const fn kelas(kelas: Kelas, hari_kerja: u32) -> AturanKelas {
    AturanKelas { kelas, batas: Batas::hari_kerja(hari_kerja), sumber: PERMEN_62, mulai: MulaiHitung::Lengkap, sumber_mulai: MULAI }
}

impl Aturan {
    /// The limits of the domain notes 3.1 to 3.3.
    #[must_use]
    pub const fn bawaan() -> Self {
        Self {
            kelas: BATAS_KELAS,
            verifikasi: BatasLangkah {
                batas: Batas::hari_kerja(3),
                sumber: Sumber::baru(
                    "contoh daerah lain (Mas Gress, Kabupaten Magelang): 3 hari; hari kerja atau kalender belum pasti",
                    Yakin::SatuSumber,
                ),
            },
            melengkapi: BatasLangkah {
                batas: Batas::hari(30),
                sumber: Sumber::baru("UU 25/2009: 30 hari, selebihnya dianggap dicabut", Yakin::Ingatan),
            },
            tanggapan: BatasLangkah {
                batas: Batas::hari(10),
                sumber: Sumber::baru(
                    "contoh daerah lain (Mas Gress, Kabupaten Magelang): pelapor menanggapi dalam 10 hari, lalu tertutup sendiri",
                    Yakin::SatuSumber,
                ),
            },
            buka_kembali: None,
        }
    }

    /// With the limit of a class as an office set it, in working days: never longer than the regulation's.
    ///
    /// # Errors
    /// [`SalahBatas`].
    pub fn tetapkan(mut self, kelas: Kelas, hari_kerja: u32) -> Result<Self, SalahBatas> {
        let aturan = Self::bawaan().untuk(kelas).batas.jumlah;
        match hari_kerja {
            0 => Err(SalahBatas::Nol),
            n if n > aturan => Err(SalahBatas::LebihLama { aturan }),
            n => {
                for a in self.kelas.iter_mut().filter(|a| a.kelas == kelas) {
                    (a.batas, a.sumber) = (Batas::hari_kerja(n), if n == aturan { PERMEN_62 } else { KETETAPAN });
                }
                Ok(self)
            }
        }
    }

    #[must_use]
    pub fn untuk(&self, kelas: Kelas) -> &AturanKelas {
        let [pertama, lain @ ..] = &self.kelas;
        lain.iter().find(|a| a.kelas == kelas).unwrap_or(pertama)
    }
}

/// The four classes with their limits.
pub const BATAS_KELAS: [AturanKelas; 4] = [
    kelas(Kelas::BerkadarPengawasan, 60),
    kelas(Kelas::TidakBerkadar, 14),
    kelas(Kelas::PermintaanInformasi, 5),
    kelas(Kelas::Aspirasi, 5),
];

/// A limit that is known but that no step uses by itself; a page shows it, an office may choose it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BatasLain {
    pub hal: &'static str,
    pub batas: Batas,
    pub sumber: Sumber,
}

/// Limits of other texts; they differ in unit on purpose.
pub const BATAS_LAIN: [BatasLain; 5] = [
    BatasLain { hal: "penyelesaian sejak berkas lengkap", batas: Batas::hari(60), sumber: Sumber::baru("Perpres 76/2013", Yakin::Kuat) },
    BatasLain { hal: "tanggapan pertama atas kelengkapan", batas: Batas::hari(14), sumber: Sumber::baru("UU 25/2009", Yakin::Ingatan) },
    BatasLain {
        hal: "tindak lanjut setelah diteruskan",
        batas: Batas::hari(5),
        sumber: Sumber::baru("halaman muka LAPOR!", Yakin::Ingatan),
    },
    BatasLain { hal: "pengaduan normatif", batas: Batas::hari_kerja(5), sumber: Sumber::baru("aturan setempat", Yakin::SatuSumber) },
    BatasLain {
        hal: "pengaduan ringan",
        batas: Batas::hari_kerja(2),
        sumber: Sumber::baru("aturan setempat; ada yang 3 jam", Yakin::SatuSumber),
    },
];
