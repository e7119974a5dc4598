//! One MPP on its way: the fold of what happened, and why a step is refused.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    dokumen::{JenisDokumen, Keharusan},
    tahap::{MulaiBatas, Panah, Pelaku, Tahap},
};
use crate::{Kalender, SalahTenggat, Tenggat, kunci::berkunci};

berkunci! {
    pub enum Keputusan {
        Disetujui = "disetujui",
        /// A proposal of this program: no text read names a refusal.
        Dikembalikan = "dikembalikan",
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Langkah {
    /// A document is there; again, it is renewed. It may be filed before its stage, by whomever the store lets.
    Dokumen {
        jenis: JenisDokumen,
    },
    /// From administrative to factual verification.
    VerifikasiFaktual,
    Putuskan {
        keputusan: Keputusan,
    },
    /// The end of the build, from which the three months to the trial count.
    PembangunanSelesai,
    Maju {
        ke: Tahap,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peristiwa {
    pub tanggal: Date,
    pub oleh: Pelaku,
    pub langkah: Langkah,
}

/// Why a step is refused; nothing changes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SalahLangkah {
    #[error("dari tahap {dari} tidak ada jalan ke tahap {ke}")]
    TanpaJalan { dari: Tahap, ke: Tahap },
    #[error("langkah ini hanya pada tahap {0}")]
    BukanTahapnya(Tahap),
    #[error("langkah ini dilakukan oleh {0}")]
    BukanPelaku(Pelaku),
    #[error("dokumen belum ada: {}", .0.iter().map(|d| d.kunci()).collect::<Vec<_>>().join(", "))]
    DokumenKurang(Vec<JenisDokumen>),
    #[error("verifikasi faktual belum dilakukan")]
    BelumFaktual,
    #[error("Menteri belum memutuskan")]
    BelumDiputuskan,
    #[error("keputusan: {0}")]
    MenurutKeputusan(Keputusan),
    #[error("selesainya pembangunan belum dicatat")]
    BelumSelesaiDibangun,
    #[error("sudah dicatat pada {0}")]
    SudahDicatat(Date),
    #[error("tanggal {tanggal} lebih awal dari langkah terakhir ({terakhir})")]
    TanggalMundur { terakhir: Date, tanggal: Date },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Perjalanan {
    tahap: Tahap,
    sejak: Date,
    terakhir: Date,
    dokumen: BTreeMap<JenisDokumen, Date>,
    lengkap: Option<Date>,
    faktual: Option<Date>,
    keputusan: Option<Keputusan>,
    selesai_dibangun: Option<Date>,
    jejak: Vec<(Tahap, Date)>,
}

impl Perjalanan {
    /// Begins with the study.
    #[must_use]
    pub fn mulai(tanggal: Date) -> Self {
        Self::pada_tahap(Tahap::Kajian, tanggal)
    }

    /// One that operated before anything was recorded (Perpres 89/2021 lets malls that exist adapt).
    #[must_use]
    pub fn sudah_beroperasi(tanggal: Date) -> Self {
        Self::pada_tahap(Tahap::Beroperasi, tanggal)
    }

    fn pada_tahap(tahap: Tahap, tanggal: Date) -> Self {
        Self {
            tahap,
            sejak: tanggal,
            terakhir: tanggal,
            dokumen: BTreeMap::new(),
            lengkap: None,
            faktual: None,
            keputusan: None,
            selesai_dibangun: None,
            jejak: vec![(tahap, tanggal)],
        }
    }

    /// # Errors
    /// The index from 0 of the step that cannot be, and its [`SalahLangkah`].
    pub fn lipat(mut self, p: &[Peristiwa]) -> Result<Self, (usize, SalahLangkah)> {
        for (n, p) in p.iter().enumerate() {
            self.terapkan(*p).map_err(|e| (n, e))?;
        }
        Ok(self)
    }

    /// # Errors
    /// See [`SalahLangkah`].
    pub fn terapkan(&mut self, p: Peristiwa) -> Result<(), SalahLangkah> {
        if p.tanggal < self.terakhir {
            return Err(SalahLangkah::TanggalMundur { terakhir: self.terakhir, tanggal: p.tanggal });
        }
        match p.langkah {
            Langkah::Dokumen { jenis } => _ = self.dokumen.insert(jenis, p.tanggal),
            Langkah::VerifikasiFaktual => {
                self.pada(Tahap::Verifikasi, p.oleh, Pelaku::Kementerian)?;
                catat(&mut self.faktual, p.tanggal)?;
            }
            Langkah::PembangunanSelesai => {
                self.pada(Tahap::SaranaPrasarana, p.oleh, Pelaku::Pemda)?;
                catat(&mut self.selesai_dibangun, p.tanggal)?;
            }
            Langkah::Putuskan { keputusan } => {
                self.pada(Tahap::Keputusan, p.oleh, Pelaku::Menteri)?;
                if let Some(k) = self.keputusan {
                    return Err(SalahLangkah::MenurutKeputusan(k));
                }
                self.keputusan = Some(keputusan);
            }
            Langkah::Maju { ke } => self.maju(ke, p.oleh, p.tanggal)?,
        }
        self.terakhir = p.tanggal;
        Ok(())
    }

    fn pada(&self, tahap: Tahap, oleh: Pelaku, harus: Pelaku) -> Result<(), SalahLangkah> {
        if self.tahap != tahap {
            return Err(SalahLangkah::BukanTahapnya(tahap));
        }
        if oleh == harus { Ok(()) } else { Err(SalahLangkah::BukanPelaku(harus)) }
    }

    fn maju(&mut self, ke: Tahap, oleh: Pelaku, tanggal: Date) -> Result<(), SalahLangkah> {
        let jalan: &Panah = self.tahap.lanjut().find(|p| p.ke == ke).ok_or(SalahLangkah::TanpaJalan { dari: self.tahap, ke })?;
        if jalan.oleh != oleh {
            return Err(SalahLangkah::BukanPelaku(jalan.oleh));
        }
        self.boleh(ke)?;
        let kurang = self.dokumen_kurang();
        if !kurang.is_empty() && ke != Tahap::Kajian {
            return Err(SalahLangkah::DokumenKurang(kurang));
        }
        match ke {
            Tahap::UsulanLengkap => self.lengkap = Some(tanggal),
            // Given back: the proposal is made anew; the study stays as its base.
            Tahap::Kajian => {
                self.dokumen.retain(|j, _| matches!(j, JenisDokumen::Kajian | JenisDokumen::BeritaAcaraForum));
                (self.lengkap, self.faktual, self.keputusan) = (None, None, None);
            }
            // Each addition and each trial has papers of its own.
            Tahap::PenambahanPelayanan => {
                self.dokumen.retain(|j, _| !matches!(j, JenisDokumen::PenetapanTambahan | JenisDokumen::PemberitahuanMenteri));
            }
            Tahap::Perbaikan => _ = self.dokumen.remove(&JenisDokumen::DaftarPerbaikan),
            _ => {}
        }
        (self.tahap, self.sejak) = (ke, tanggal);
        self.jejak.push((ke, tanggal));
        Ok(())
    }

    /// Conditions beside documents.
    fn boleh(&self, ke: Tahap) -> Result<(), SalahLangkah> {
        match (self.tahap, self.keputusan) {
            (Tahap::Verifikasi, _) if self.faktual.is_none() => Err(SalahLangkah::BelumFaktual),
            (Tahap::SaranaPrasarana, _) if self.selesai_dibangun.is_none() => Err(SalahLangkah::BelumSelesaiDibangun),
            (Tahap::Keputusan, None) => Err(SalahLangkah::BelumDiputuskan),
            (Tahap::Keputusan, Some(k)) if (k == Keputusan::Disetujui) != (ke == Tahap::Persiapan) => {
                Err(SalahLangkah::MenurutKeputusan(k))
            }
            _ => Ok(()),
        }
    }

    /// Compulsory documents of this stage that are missing.
    #[must_use]
    pub fn dokumen_kurang(&self) -> Vec<JenisDokumen> {
        let wajib = self.tahap.dokumen().filter(|d| d.keharusan == Keharusan::Wajib);
        wajib.map(|d| d.jenis).filter(|j| !self.dokumen.contains_key(j)).collect()
    }

    /// The limit that runs now: the end of verification, or the beginning of the trial.
    ///
    /// # Errors
    /// See [`SalahTenggat`].
    pub fn tenggat(&self, kalender: &Kalender) -> Result<Option<Tenggat>, SalahTenggat> {
        let tahap = match self.tahap {
            Tahap::UsulanLengkap | Tahap::Verifikasi => Tahap::Verifikasi,
            Tahap::SaranaPrasarana => Tahap::UjiCoba,
            _ => return Ok(None),
        };
        let Some(b) = tahap.uraian().batas else { return Ok(None) };
        let mulai = match b.mulai {
            MulaiBatas::UsulanLengkap => self.lengkap,
            MulaiBatas::PembangunanSelesai => self.selesai_dibangun,
        };
        mulai.map(|m| b.batas.jatuh(m, kalender)).transpose()
    }

    #[must_use]
    pub fn tahap(&self) -> Tahap {
        self.tahap
    }

    /// The day this stage began.
    #[must_use]
    pub fn sejak(&self) -> Date {
        self.sejak
    }

    #[must_use]
    pub fn keputusan(&self) -> Option<Keputusan> {
        self.keputusan
    }

    /// The day of the factual verification of this proposal.
    #[must_use]
    pub fn faktual(&self) -> Option<Date> {
        self.faktual
    }

    /// The day the build ended.
    #[must_use]
    pub fn selesai_dibangun(&self) -> Option<Date> {
        self.selesai_dibangun
    }

    /// The day of the last step; none may be earlier.
    #[must_use]
    pub fn terakhir(&self) -> Date {
        self.terakhir
    }

    /// Documents that are there, with their day.
    #[must_use]
    pub fn dokumen(&self) -> &BTreeMap<JenisDokumen, Date> {
        &self.dokumen
    }

    /// Every stage entered, in order.
    #[must_use]
    pub fn jejak(&self) -> &[(Tahap, Date)] {
        &self.jejak
    }
}

fn catat(tempat: &mut Option<Date>, tanggal: Date) -> Result<(), SalahLangkah> {
    if let Some(lama) = *tempat {
        return Err(SalahLangkah::SudahDicatat(lama));
    }
    *tempat = Some(tanggal);
    Ok(())
}
