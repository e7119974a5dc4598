//! Who is next at a counter. Deterministic and total: the same line gives the same answer on every server, and while
//! somebody waits whom the counter can serve there is an answer.
//!
//! The order inside a class is the place in line ([`super::Tiket::tempat`]), then booked before walk-in, then number.
//! A booked time is kept: from the start of its slot a booking ([`Penunggu::dipesan`]) goes before those who walked in
//! earlier, bookings among themselves by slot. For each booking that a counter called past somebody, it next calls whoever
//! of that class stands first by place: half of the calls stay with those who walked in.
//! Kelompok rentan go first, but a counter that called [`AturanGiliran::rentan_beruntun`] of them in a row past waiting
//! others calls one of those next. So of a class each second call goes by place, and an ordinary person with k ahead by
//! place is called after at most `2k + 1 + (2k + 2) * rentan_beruntun` calls of a counter that serves them all (without
//! bookings `k + (k + 1) * rentan_beruntun`): nobody starves.
//! Who comes later stands behind, except a booking whose slot began and a transfer, which bring their place along.

use jiff::Timestamp;

use super::{
    nomor::{GeraiId, LayananId, Nomor, TiketId},
    tiket::{Prioritas, Tiket},
};

/// A ticket in line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Penunggu {
    pub id: TiketId,
    pub nomor: Nomor,
    pub gerai: GeraiId,
    pub layanan: LayananId,
    pub prioritas: Prioritas,
    pub tempat: Timestamp,
    /// Its booked time has begun, and it waits for it still: see [`Tiket::janji`].
    pub dipesan: bool,
}

impl Penunggu {
    /// As it stands at a moment; `None` when the ticket does not stand in line.
    #[must_use]
    pub fn dari(id: TiketId, t: &Tiket, kini: Timestamp) -> Option<Self> {
        let (gerai, layanan, prioritas, tempat) = (t.gerai, t.layanan, t.prioritas, t.tempat);
        t.keadaan.antre().then_some(Self { id, nomor: t.nomor, gerai, layanan, prioritas, tempat, dipesan: t.janji(kini) })
    }

    fn urut(&self) -> impl Ord + use<> {
        (self.tempat, !self.dipesan, self.nomor.urut, self.nomor, self.id)
    }
}

/// What a counter serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayananLoket {
    pub gerai: GeraiId,
    pub layanan: Vec<LayananId>,
}

impl LayananLoket {
    #[must_use]
    pub fn melayani(&self, p: &Penunggu) -> bool {
        p.gerai == self.gerai && self.layanan.contains(&p.layanan)
    }
}

/// The office's rule. There is no regulation for the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AturanGiliran {
    /// How many of kelompok rentan a counter calls in a row past waiting others; 0 gives no priority.
    pub rentan_beruntun: u32,
}

impl Default for AturanGiliran {
    /// Two of kelompok rentan, then one of the others.
    fn default() -> Self {
        Self { rentan_beruntun: 2 }
    }
}

/// What a counter has to remember between two calls.
///
/// It is the counter's own and not the gerai's: were it shared, calls for one service could keep another waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Giliran {
    /// Calls of kelompok rentan in a row past waiting others.
    beruntun: u32,
    /// The last call of this class was a booking that went past somebody.
    biasa_didahului: bool,
    rentan_didahului: bool,
}

/// What [`Giliran::nilai`] adds to the row for each class that has a booking to make up for; a row is far below.
const BIASA_DIDAHULUI: u32 = 1 << 16;
const RENTAN_DIDAHULUI: u32 = 1 << 17;

impl Giliran {
    /// As kept by the store: what [`Self::nilai`] gave.
    #[must_use]
    pub fn dari(nilai: u32) -> Self {
        Self {
            beruntun: nilai % BIASA_DIDAHULUI,
            biasa_didahului: nilai & BIASA_DIDAHULUI != 0,
            rentan_didahului: nilai & RENTAN_DIDAHULUI != 0,
        }
    }

    /// One number to keep: the row, and above it a bit for each class.
    #[must_use]
    pub fn nilai(self) -> u32 {
        let bit = |ada: bool, bit: u32| if ada { bit } else { 0 };
        self.beruntun.min(BIASA_DIDAHULUI - 1) + bit(self.biasa_didahului, BIASA_DIDAHULUI) + bit(self.rentan_didahului, RENTAN_DIDAHULUI)
    }

    /// Calls of kelompok rentan in a row past waiting others.
    #[must_use]
    pub fn beruntun(self) -> u32 {
        self.beruntun
    }

    /// Of several counters the one that is furthest, in each respect: by it the line is shown to everybody.
    #[must_use]
    pub fn terjauh(self, lain: Self) -> Self {
        Self {
            beruntun: self.beruntun.max(lain.beruntun),
            biasa_didahului: self.biasa_didahului || lain.biasa_didahului,
            rentan_didahului: self.rentan_didahului || lain.rentan_didahului,
        }
    }

    fn didahului(self, kelas: Prioritas) -> bool {
        match kelas {
            Prioritas::Biasa => self.biasa_didahului,
            Prioritas::Rentan => self.rentan_didahului,
        }
    }

    /// After calling `dipanggil` out of this line (the line as it was before the call).
    #[must_use]
    pub fn sesudah(self, dipanggil: &Penunggu, antrean: &[Penunggu], loket: &LayananLoket) -> Self {
        let kelas = dipanggil.prioritas;
        let sisa = || antrean.iter().filter(|p| p.id != dipanggil.id && loket.melayani(p));
        let lain_menunggu = kelas == Prioritas::Rentan && sisa().any(|p| p.prioritas == Prioritas::Biasa);
        let mendahului = dipanggil.dipesan && sisa().any(|p| p.prioritas == kelas && p.urut() < dipanggil.urut());
        let beruntun = if lain_menunggu { self.beruntun.saturating_add(1) } else { 0 };
        match kelas {
            Prioritas::Biasa => Self { beruntun, biasa_didahului: mendahului, ..self },
            Prioritas::Rentan => Self { beruntun, rentan_didahului: mendahului, ..self },
        }
    }
}

/// Who is next at this counter; `None` when nobody waits whom it can serve.
#[must_use]
pub fn berikut<'a>(antrean: &'a [Penunggu], loket: &LayananLoket, aturan: AturanGiliran, giliran: Giliran) -> Option<&'a Penunggu> {
    let kelas = |kelas| antrean.iter().filter(move |p| p.prioritas == kelas && loket.melayani(p));
    let terdepan = |k| kelas(k).min_by_key(|p| p.urut());
    let dulu = match (terdepan(Prioritas::Rentan), terdepan(Prioritas::Biasa)) {
        // Without any priority the class of the earlier one; with it, whichever is due.
        (Some(rentan), Some(biasa)) if aturan.rentan_beruntun == 0 => {
            if rentan.urut() < biasa.urut() {
                rentan
            } else {
                biasa
            }
        }
        (Some(rentan), Some(biasa)) => {
            if giliran.beruntun < aturan.rentan_beruntun {
                rentan
            } else {
                biasa
            }
        }
        (rentan, biasa) => rentan.or(biasa)?,
    };
    let janji = || kelas(dulu.prioritas).filter(|p| p.dipesan).min_by_key(|p| p.urut());
    if giliran.didahului(dulu.prioritas) { Some(dulu) } else { janji().or(Some(dulu)) }
}

/// The whole line in the order in which this counter alone would call it. The index is the number of people ahead.
#[must_use]
pub fn urutan(antrean: &[Penunggu], loket: &LayananLoket, aturan: AturanGiliran, mut giliran: Giliran) -> Vec<TiketId> {
    let mut sisa: Vec<Penunggu> = antrean.iter().filter(|p| loket.melayani(p)).copied().collect();
    sisa.sort_unstable_by_key(Penunggu::urut);
    let mut hasil = Vec::with_capacity(sisa.len());
    while let Some(p) = berikut(&sisa, loket, aturan, giliran).copied() {
        giliran = giliran.sesudah(&p, &sisa, loket);
        hasil.push(p.id);
        sisa.retain(|q| q.id != p.id);
    }
    hasil
}
