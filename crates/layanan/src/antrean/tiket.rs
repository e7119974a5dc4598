//! A ticket as the fold of its events: its state, its place in line, and the times that are measured.

use jiff::Timestamp;

use super::{
    nomor::{GeraiId, LayananId, LoketId, Nomor, Zona},
    peristiwa::{AlasanBatal, Langkah, Peristiwa, SalahLangkah},
};
use crate::kunci::berkunci;

berkunci! {
    /// Priority for kelompok rentan (PermenPANRB 11/2024, one source). There is deliberately no field for a reason:
    /// nobody is asked for a diagnosis.
    pub enum Prioritas {
        Biasa = "biasa",
        Rentan = "rentan",
    }
}

/// What a ticket is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keadaan {
    Menunggu,
    Dipanggil {
        loket: LoketId,
    },
    Dilayani {
        loket: LoketId,
    },
    Selesai,
    Dilewati,
    Ditahan,
    /// Waits in another line with the place it had.
    Dialihkan,
    TidakHadir,
    /// Waits again after it was over.
    DibukaLagi,
    Batal {
        alasan: AlasanBatal,
    },
}

impl Keadaan {
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Menunggu => "menunggu",
            Self::Dipanggil { .. } => "dipanggil",
            Self::Dilayani { .. } => "dilayani",
            Self::Selesai => "selesai",
            Self::Dilewati => "dilewati",
            Self::Ditahan => "ditahan",
            Self::Dialihkan => "dialihkan",
            Self::TidakHadir => "tidak-hadir",
            Self::DibukaLagi => "dibuka-lagi",
            Self::Batal { .. } => "batal",
        }
    }

    /// Stands in a line and can be the next.
    #[must_use]
    pub fn antre(self) -> bool {
        matches!(self, Self::Menunggu | Self::Dialihkan | Self::DibukaLagi)
    }

    /// Over, unless it is taken up again.
    #[must_use]
    pub fn berakhir(self) -> bool {
        matches!(self, Self::Selesai | Self::TidakHadir | Self::Batal { .. })
    }

    /// The counter it is at.
    #[must_use]
    pub fn loket(self) -> Option<LoketId> {
        match self {
            Self::Dipanggil { loket } | Self::Dilayani { loket } => Some(loket),
            _ => None,
        }
    }
}

/// The booked time of a ticket, start included, end not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SlotPesanan {
    pub mulai: Timestamp,
    pub selesai: Timestamp,
}

/// One stretch of service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dilayani {
    pub gerai: GeraiId,
    pub layanan: LayananId,
    pub loket: LoketId,
    pub mulai: Timestamp,
    /// `None` while it lasts.
    pub selesai: Option<Timestamp>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tiket {
    pub nomor: Nomor,
    pub prioritas: Prioritas,
    pub slot: Option<SlotPesanan>,
    /// Where it waits now; differs from `nomor` after a transfer.
    pub gerai: GeraiId,
    pub layanan: LayananId,
    pub keadaan: Keadaan,
    /// Its place in line: lower is earlier. See [`Tiket::terbit`] and [`Langkah::Kembali`].
    pub tempat: Timestamp,
    pub terbit: Timestamp,
    pub terakhir: Timestamp,
    /// How often it was called, calls again included.
    pub panggilan: u32,
    pub pertama_dipanggil: Option<Timestamp>,
    pub layanan_diterima: Vec<Dilayani>,
    zona: Zona,
}

impl Tiket {
    /// A ticket as it is issued, or for a booking as its owner arrives.
    ///
    /// The place of a booking is the start of its slot; how its time is kept is said in `giliran`. Who arrives after the
    /// end of the slot has the place of a walk-in.
    #[must_use]
    pub fn terbit(nomor: Nomor, zona: Zona, prioritas: Prioritas, slot: Option<SlotPesanan>, saat: Timestamp) -> Self {
        let slot = slot.filter(|s| saat < s.selesai);
        Self {
            nomor,
            prioritas,
            slot,
            gerai: nomor.gerai,
            layanan: nomor.layanan,
            keadaan: Keadaan::Menunggu,
            tempat: slot.map_or(saat, |s| s.mulai),
            terbit: saat,
            terakhir: saat,
            panggilan: 0,
            pertama_dipanggil: None,
            layanan_diterima: Vec::new(),
            zona,
        }
    }

    /// Whether its booked time has begun and is still owed: who missed a call, was taken up again or was sent to another
    /// gerai, where no time was set aside, waits like a walk-in.
    #[must_use]
    pub fn janji(&self, kini: Timestamp) -> bool {
        self.slot.is_some_and(|s| s.mulai <= kini && self.tempat == s.mulai) && self.gerai == self.nomor.gerai
    }

    /// All events in order. The error names the index of the event that cannot be.
    ///
    /// # Errors
    /// The index from 0 and its [`SalahLangkah`].
    pub fn lipat(mut self, peristiwa: &[Peristiwa]) -> Result<Self, (usize, SalahLangkah)> {
        for (n, p) in peristiwa.iter().enumerate() {
            self.terapkan(*p).map_err(|e| (n, e))?;
        }
        Ok(self)
    }

    /// One step; refused, the ticket is unchanged.
    ///
    /// # Errors
    /// See [`SalahLangkah`].
    pub fn terapkan(&mut self, p: Peristiwa) -> Result<(), SalahLangkah> {
        let keadaan = self.sesudah(p)?;
        if let Some(terbuka) = self.layanan_diterima.last_mut().filter(|d| d.selesai.is_none()) {
            terbuka.selesai = Some(p.saat);
        }
        match p.langkah {
            Langkah::Panggil { .. } | Langkah::PanggilUlang { .. } => {
                self.panggilan = self.panggilan.saturating_add(1);
                self.pertama_dipanggil.get_or_insert(p.saat);
            }
            Langkah::Layani { loket } => {
                self.layanan_diterima.push(Dilayani { gerai: self.gerai, layanan: self.layanan, loket, mulai: p.saat, selesai: None });
            }
            // Who was held keeps the place; who missed the call stands at the end, unless a counter calls them straight away.
            Langkah::Kembali if self.keadaan == Keadaan::Dilewati => self.tempat = self.tempat.max(p.saat),
            Langkah::BukaLagi => self.tempat = self.tempat.max(p.saat),
            Langkah::Utamakan { ke } => self.prioritas = ke,
            Langkah::Alihkan { gerai, layanan } => (self.gerai, self.layanan) = (gerai, layanan),
            _ => {}
        }
        (self.keadaan, self.terakhir) = (keadaan, p.saat);
        Ok(())
    }

    /// The time to write for a step taken now: never before the last one, should two servers' clocks differ.
    #[must_use]
    pub fn tidak_mundur(&self, kini: Timestamp) -> Timestamp {
        kini.max(self.terakhir)
    }

    fn sesudah(&self, p: Peristiwa) -> Result<Keadaan, SalahLangkah> {
        use Keadaan as K;
        use Langkah as L;
        if p.saat < self.terakhir {
            return Err(SalahLangkah::WaktuMundur { terakhir: self.terakhir, sekarang: p.saat });
        }
        let kini = self.keadaan;
        match (p.langkah, kini) {
            (L::Panggil { loket }, K::Dilewati | K::Ditahan) => Ok(K::Dipanggil { loket }),
            (L::Panggil { loket }, _) if kini.antre() => Ok(K::Dipanggil { loket }),
            (L::Panggil { loket }, K::Dipanggil { loket: dia }) if dia != loket => Err(SalahLangkah::SudahDipanggil { loket: dia }),
            (L::PanggilUlang { loket }, K::Dipanggil { loket: dia }) => di_loket(loket, dia, kini),
            (L::Layani { loket }, K::Dipanggil { loket: dia }) => di_loket(loket, dia, K::Dilayani { loket }),
            (L::Selesai { loket }, K::Dilayani { loket: dia }) => di_loket(loket, dia, K::Selesai),
            (L::Lewati { loket }, K::Dipanggil { loket: dia }) => di_loket(loket, dia, K::Dilewati),
            (L::Tahan { loket: Some(loket) }, K::Dipanggil { loket: dia } | K::Dilayani { loket: dia }) => di_loket(loket, dia, K::Ditahan),
            (L::Tahan { loket: None }, _) if kini.antre() => Ok(K::Ditahan),
            (L::Utamakan { .. }, _) if kini.antre() => Ok(kini),
            (L::Kembali, K::Dilewati | K::Ditahan) => Ok(K::Menunggu),
            (L::Alihkan { gerai, layanan }, _) if !kini.berakhir() => {
                if (gerai, layanan) == (self.gerai, self.layanan) {
                    Err(SalahLangkah::TujuanSama)
                } else {
                    Ok(K::Dialihkan)
                }
            }
            (L::TidakHadir, K::Dipanggil { .. } | K::Dilewati | K::Ditahan) => Ok(K::TidakHadir),
            (L::BukaLagi, _) if kini.berakhir() => {
                let sekarang = self.zona.tanggal(p.saat);
                let hari_lain = SalahLangkah::HariLain { tiket: self.nomor.tanggal, sekarang };
                if sekarang == self.nomor.tanggal { Ok(K::DibukaLagi) } else { Err(hari_lain) }
            }
            (L::Batal { alasan }, _) if !kini.berakhir() && !matches!(kini, K::Dilayani { .. }) => Ok(K::Batal { alasan }),
            (langkah, keadaan) => Err(SalahLangkah::TakBoleh { langkah: langkah.jenis(), keadaan }),
        }
    }
}

fn di_loket(loket: LoketId, dia: LoketId, ke: Keadaan) -> Result<Keadaan, SalahLangkah> {
    if loket == dia { Ok(ke) } else { Err(SalahLangkah::LoketLain { loket: dia }) }
}
