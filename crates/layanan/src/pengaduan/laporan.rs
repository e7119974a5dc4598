//! A report as the fold of its steps: state, unit, and the rounds in which an answer is owed.

use jiff::civil::Date;

use super::{
    aturan::{Aturan, BatasLangkah, Kelas, MulaiHitung},
    peristiwa::{AlasanTolak, Langkah, OlehEskalasi, Peristiwa, SalahLangkah, UnitId},
};
use crate::{Kalender, SalahTenggat, Tenggat, kunci::berkunci};

/// What a report is doing (domain notes 3.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keadaan {
    Diterima,
    BelumLengkap,
    Diverifikasi,
    Ditolak(AlasanTolak),
    Diteruskan,
    Diproses,
    Dijawab,
    /// The complainant reacted; an answer is owed again.
    Ditanggapi,
    SelesaiPelapor,
    SelesaiOtomatis,
    DibukaKembali,
    Eskalasi,
    Dicabut,
    DianggapDicabut,
}

impl Keadaan {
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Diterima => "diterima",
            Self::BelumLengkap => "belum-lengkap",
            Self::Diverifikasi => "diverifikasi",
            Self::Ditolak(AlasanTolak::BukanKewenangan) => "ditolak-bukan-kewenangan",
            Self::Ditolak(AlasanTolak::Spam) => "ditolak-spam",
            Self::Ditolak(AlasanTolak::Duplikat { .. }) => "digabung",
            Self::Diteruskan => "diteruskan",
            Self::Diproses => "diproses",
            Self::Dijawab => "dijawab",
            Self::Ditanggapi => "ditanggapi",
            Self::SelesaiPelapor => "selesai-pelapor",
            Self::SelesaiOtomatis => "selesai-otomatis",
            Self::DibukaKembali => "dibuka-kembali",
            Self::Eskalasi => "eskalasi",
            Self::Dicabut => "dicabut",
            Self::DianggapDicabut => "dianggap-dicabut",
        }
    }

    #[must_use]
    pub fn selesai(self) -> bool {
        matches!(self, Self::SelesaiPelapor | Self::SelesaiOtomatis)
    }

    /// Withdrawn or not taken up: no answer is owed and no measure counts it as owed.
    #[must_use]
    pub fn gugur(self) -> bool {
        matches!(self, Self::Ditolak(_) | Self::Dicabut | Self::DianggapDicabut)
    }

    /// A unit works on it or should.
    #[must_use]
    pub fn ditangani(self) -> bool {
        matches!(self, Self::Diteruskan | Self::Diproses | Self::Ditanggapi | Self::DibukaKembali | Self::Eskalasi)
    }
}

berkunci! {
    /// Whose turn it is.
    pub enum Giliran {
        /// Pejabat penghubung: to verify, to forward.
        Penghubung = "penghubung",
        /// The unit that answers.
        Unit = "unit",
        /// The complainant: to complete, to react to the answer.
        Pelapor = "pelapor",
        /// Nobody: it is over.
        Selesai = "selesai",
    }
}

berkunci! {
    pub enum SebabPutaran {
        Awal = "awal",
        /// After a reaction; that the class limit counts again is this program's proposal.
        Tanggapan = "tanggapan",
        /// After reopening; the same.
        BukaKembali = "buka-kembali",
    }
}

/// A stretch in which an answer is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Putaran {
    pub sebab: SebabPutaran,
    pub mulai: Date,
    /// The first answer of the round.
    pub dijawab: Option<Date>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Laporan {
    pub diterima: Date,
    /// The last time it became complete; `diterima` when nothing was asked for.
    pub lengkap: Date,
    pub kelas: Option<Kelas>,
    pub unit: Option<UnitId>,
    pub keadaan: Keadaan,
    pub terakhir: Date,
    /// Later rounds; the first one is [`Laporan::putaran`]'s first element.
    lanjutan: Vec<Putaran>,
    jawaban_pertama: Option<Date>,
    pub diteruskan: u32,
    pub eskalasi: u32,
    /// In the round under way: by the complainant, and by anybody.
    pub eskalasi_pelapor: bool,
    pub dieskalasi: bool,
    /// After an end with an answer.
    pub dibuka_kembali: u32,
    /// Whether it was ever closed with an answer.
    pub pernah_selesai: bool,
}

impl Laporan {
    #[must_use]
    pub fn terima(tanggal: Date) -> Self {
        Self {
            diterima: tanggal,
            lengkap: tanggal,
            kelas: None,
            unit: None,
            keadaan: Keadaan::Diterima,
            terakhir: tanggal,
            lanjutan: Vec::new(),
            jawaban_pertama: None,
            diteruskan: 0,
            eskalasi: 0,
            eskalasi_pelapor: false,
            dieskalasi: false,
            dibuka_kembali: 0,
            pernah_selesai: false,
        }
    }

    /// All steps in order. The error names the index of the step that cannot be.
    ///
    /// # Errors
    /// The index from 0 and its [`SalahLangkah`].
    pub fn lipat(mut self, p: &[Peristiwa], aturan: &Aturan, kalender: &Kalender) -> Result<Self, (usize, SalahLangkah)> {
        for (n, p) in p.iter().enumerate() {
            self.terapkan(*p, aturan, kalender).map_err(|e| (n, e))?;
        }
        Ok(self)
    }

    /// The same for steps that were accepted in their time: limits are not looked at again, since the office's calendar may have
    /// got another day meanwhile. The order of the steps still must hold.
    ///
    /// # Errors
    /// As [`Laporan::lipat`].
    pub fn lipat_tercatat(mut self, p: &[Peristiwa]) -> Result<Self, (usize, SalahLangkah)> {
        for (n, p) in p.iter().enumerate() {
            self.jalankan(*p, None).map_err(|e| (n, e))?;
        }
        Ok(self)
    }

    /// One step; refused, the report is unchanged.
    ///
    /// # Errors
    /// See [`SalahLangkah`].
    pub fn terapkan(&mut self, p: Peristiwa, aturan: &Aturan, kalender: &Kalender) -> Result<(), SalahLangkah> {
        self.jalankan(p, Some((aturan, kalender)))
    }

    /// `batas`: the limits to be kept; `None` for a step that was accepted in its time.
    fn jalankan(&mut self, p: Peristiwa, batas: Option<(&Aturan, &Kalender)>) -> Result<(), SalahLangkah> {
        let keadaan = self.sesudah(p, batas)?;
        match p.langkah {
            Langkah::Dilengkapi => self.lengkap = p.tanggal,
            Langkah::Verifikasi { kelas } => self.kelas = Some(kelas),
            Langkah::Teruskan { unit } => {
                self.unit = Some(unit);
                self.diteruskan = self.diteruskan.saturating_add(1);
            }
            Langkah::Jawab => _ = self.putaran_kini().get_or_insert(p.tanggal),
            Langkah::Tanggapi => self.putaran_baru(SebabPutaran::Tanggapan, p.tanggal),
            // A refusal that is taken back begins anew: nothing had been answered.
            Langkah::BukaKembali if self.keadaan.selesai() => {
                self.dibuka_kembali = self.dibuka_kembali.saturating_add(1);
                self.putaran_baru(SebabPutaran::BukaKembali, p.tanggal);
            }
            Langkah::Eskalasi { oleh } => {
                self.eskalasi = self.eskalasi.saturating_add(1);
                self.dieskalasi = true;
                self.eskalasi_pelapor |= oleh == OlehEskalasi::Pelapor;
            }
            _ => {}
        }
        self.pernah_selesai |= keadaan.selesai();
        (self.keadaan, self.terakhir) = (keadaan, p.tanggal);
        Ok(())
    }

    fn putaran_baru(&mut self, sebab: SebabPutaran, mulai: Date) {
        self.lanjutan.push(Putaran { sebab, mulai, dijawab: None });
        (self.dieskalasi, self.eskalasi_pelapor) = (false, false);
    }

    fn putaran_kini(&mut self) -> &mut Option<Date> {
        match self.lanjutan.last_mut() {
            Some(p) => &mut p.dijawab,
            None => &mut self.jawaban_pertama,
        }
    }

    fn sesudah(&self, p: Peristiwa, batas: Option<(&Aturan, &Kalender)>) -> Result<Keadaan, SalahLangkah> {
        use Keadaan as K;
        use Langkah as L;
        let (kini, hari) = (self.keadaan, p.tanggal);
        if hari < self.terakhir {
            return Err(SalahLangkah::TanggalMundur { terakhir: self.terakhir, tanggal: hari });
        }
        // The last day of a limit that runs since the last step; `None`: there is none to keep.
        let jatuh = |pilih: fn(&Aturan) -> Option<BatasLangkah>| -> Result<Option<Date>, SalahTenggat> {
            let Some((b, kalender)) = batas.and_then(|(a, k)| Some((pilih(a)?, k))) else { return Ok(None) };
            b.batas.jatuh(self.terakhir, kalender).map(|t| Some(t.jatuh))
        };
        match (p.langkah, kini) {
            (L::MintaLengkapi, K::Diterima) => Ok(K::BelumLengkap),
            (L::Dilengkapi, K::BelumLengkap) => Ok(K::Diterima),
            (L::AnggapDicabut, K::BelumLengkap) => sesudah_jatuh(hari, jatuh(|a| Some(a.melengkapi))?, K::DianggapDicabut),
            (L::Verifikasi { .. }, K::Diterima) => Ok(K::Diverifikasi),
            // That it is a duplicate may be found later; the other reasons belong to verification.
            (L::Tolak { alasan }, K::Diterima | K::BelumLengkap)
            | (L::Tolak { alasan: alasan @ AlasanTolak::Duplikat { .. } }, K::Diverifikasi | K::Diteruskan) => Ok(K::Ditolak(alasan)),
            (L::Teruskan { unit }, _) if kini.ditangani() && self.unit == Some(unit) && kini != K::DibukaKembali => {
                Err(SalahLangkah::UnitSama)
            }
            (L::Teruskan { .. }, _) if kini.ditangani() || kini == K::Diverifikasi => Ok(K::Diteruskan),
            (L::Proses, _) if (kini.ditangani() || kini == K::Diverifikasi) && kini != K::Diproses => Ok(K::Diproses),
            (L::Jawab, _) if kini.ditangani() || kini == K::Diverifikasi => Ok(K::Dijawab),
            (L::Tanggapi, K::Dijawab) => sampai_jatuh(hari, jatuh(|a| Some(a.tanggapan))?, K::Ditanggapi),
            (L::TutupOtomatis, K::Dijawab) => sesudah_jatuh(hari, jatuh(|a| Some(a.tanggapan))?, K::SelesaiOtomatis),
            (L::Selesai, K::Dijawab | K::Ditanggapi) => Ok(K::SelesaiPelapor),
            (L::Cabut, _) if !kini.gugur() && !kini.selesai() => Ok(K::Dicabut),
            (L::BukaKembali, _) if kini.selesai() || matches!(kini, K::Ditolak(_)) => {
                let ke = if kini.selesai() { K::DibukaKembali } else { K::Diterima };
                sampai_jatuh(hari, jatuh(|a| a.buka_kembali)?, ke)
            }
            (L::Eskalasi { oleh }, _) if (kini.ditangani() || kini == K::Diverifikasi) && !self.sudah_eskalasi(oleh) => {
                let jatuh = match batas {
                    Some((a, k)) if oleh != OlehEskalasi::Pejabat => Some(self.tenggat(a, k)?.map_or(self.terakhir, |t| t.jatuh)),
                    _ => None,
                };
                sesudah_jatuh(hari, jatuh, K::Eskalasi)
            }
            (langkah, keadaan) => Err(SalahLangkah::TakBoleh { langkah: langkah.jenis(), keadaan }),
        }
    }

    /// Once a round by the complainant; by time only when nobody did it before.
    fn sudah_eskalasi(&self, oleh: OlehEskalasi) -> bool {
        match oleh {
            OlehEskalasi::Pelapor => self.eskalasi_pelapor,
            OlehEskalasi::Waktu => self.dieskalasi,
            OlehEskalasi::Pejabat => false,
        }
    }

    /// Whose turn it is.
    #[must_use]
    pub fn giliran(&self) -> Giliran {
        match self.keadaan {
            Keadaan::BelumLengkap | Keadaan::Dijawab => Giliran::Pelapor,
            Keadaan::Diterima | Keadaan::Diverifikasi => Giliran::Penghubung,
            k if k.ditangani() && self.unit.is_some() => Giliran::Unit,
            k if k.ditangani() => Giliran::Penghubung,
            _ => Giliran::Selesai,
        }
    }

    /// The last day of whoever's turn it is: to verify, to answer, to complete, to react. `None` when it is over.
    ///
    /// # Errors
    /// See [`SalahTenggat`].
    pub fn batas_kini(&self, aturan: &Aturan, kalender: &Kalender) -> Result<Option<Tenggat>, SalahTenggat> {
        let sejak = |b: &BatasLangkah| b.batas.jatuh(self.terakhir, kalender).map(Some);
        match self.keadaan {
            Keadaan::BelumLengkap => sejak(&aturan.melengkapi),
            Keadaan::Dijawab => sejak(&aturan.tanggapan),
            Keadaan::Diterima => self.tenggat_verifikasi(aturan, kalender),
            _ => self.tenggat(aturan, kalender),
        }
    }

    /// The rounds so far, the first one first. Handing on changes none of them.
    #[must_use]
    pub fn putaran(&self, aturan: &Aturan) -> Vec<Putaran> {
        let mulai = match self.kelas.map(|k| aturan.untuk(k).mulai) {
            Some(MulaiHitung::Diterima) => self.diterima,
            _ => self.lengkap,
        };
        let awal = Putaran { sebab: SebabPutaran::Awal, mulai, dijawab: self.jawaban_pertama };
        std::iter::once(awal).chain(self.lanjutan.iter().copied()).collect()
    }

    /// Each round with its limit: what was owed and when it was answered. Empty before the class is known.
    ///
    /// # Errors
    /// See [`SalahTenggat`].
    pub fn tenggat_putaran(&self, aturan: &Aturan, kalender: &Kalender) -> Result<Vec<(Putaran, Tenggat)>, SalahTenggat> {
        let Some(kelas) = self.kelas else { return Ok(Vec::new()) };
        let batas = aturan.untuk(kelas).batas;
        self.putaran(aturan).into_iter().map(|p| batas.jatuh(p.mulai, kalender).map(|t| (p, t))).collect()
    }

    /// The last day to answer in the round under way; `None` when no answer is owed (answered, over, class not known).
    ///
    /// # Errors
    /// See [`SalahTenggat`].
    pub fn tenggat(&self, aturan: &Aturan, kalender: &Kalender) -> Result<Option<Tenggat>, SalahTenggat> {
        if self.keadaan.gugur() || self.keadaan.selesai() {
            return Ok(None);
        }
        Ok(self.tenggat_putaran(aturan, kalender)?.pop().filter(|(p, _)| p.dijawab.is_none()).map(|(_, t)| t))
    }

    /// The last day to check a new report, and to hand it on or to keep it; `None` once it was checked: a report that the liaison officer
    /// keeps has its limit to answer, by its class.
    ///
    /// # Errors
    /// See [`SalahTenggat`].
    pub fn tenggat_verifikasi(&self, aturan: &Aturan, kalender: &Kalender) -> Result<Option<Tenggat>, SalahTenggat> {
        let terbuka = self.keadaan == Keadaan::Diterima;
        terbuka.then(|| aturan.verifikasi.batas.jatuh(self.lengkap, kalender)).transpose()
    }
}

fn sesudah_jatuh(hari: Date, jatuh: Option<Date>, ke: Keadaan) -> Result<Keadaan, SalahLangkah> {
    jatuh.filter(|j| hari <= *j).map_or(Ok(ke), |jatuh| Err(SalahLangkah::BelumLewat { jatuh }))
}

fn sampai_jatuh(hari: Date, jatuh: Option<Date>, ke: Keadaan) -> Result<Keadaan, SalahLangkah> {
    jatuh.filter(|j| hari > *j).map_or(Ok(ke), |jatuh| Err(SalahLangkah::SudahLewat { jatuh }))
}
