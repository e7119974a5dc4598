//! Who is next at a counter. Deterministic and total: the same line gives the same answer on every server, and while
//! somebody waits whom the counter can serve there is an answer.
//!
//! The order inside a class is the place in line ([`super::Tiket::tempat`]), then booked before walk-in, then number.
//! Kelompok rentan go first, but a counter that called [`AturanGiliran::rentan_beruntun`] of them in a row past waiting
//! others calls one of those next. So a person with k ordinary people ahead is called after at most
//! `k + (k + 1) * rentan_beruntun` calls of a counter that serves them all: nobody starves.
//! Who comes later stands behind, except a booking whose slot began before and a transfer, which bring their place along.

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
    pub dipesan: bool,
}

impl Penunggu {
    /// `None` when the ticket does not stand in line.
    #[must_use]
    pub fn dari(id: TiketId, t: &Tiket) -> Option<Self> {
        let (gerai, layanan, prioritas, tempat) = (t.gerai, t.layanan, t.prioritas, t.tempat);
        t.keadaan.antre().then_some(Self { id, nomor: t.nomor, gerai, layanan, prioritas, tempat, dipesan: t.slot.is_some() })
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
    beruntun: u32,
}

impl Giliran {
    /// As kept by the store.
    #[must_use]
    pub fn dari(beruntun: u32) -> Self {
        Self { beruntun }
    }

    #[must_use]
    pub fn beruntun(self) -> u32 {
        self.beruntun
    }

    /// After calling `dipanggil` out of this line (the line as it was before the call).
    #[must_use]
    pub fn sesudah(self, dipanggil: &Penunggu, antrean: &[Penunggu], loket: &LayananLoket) -> Self {
        let lain_menunggu = antrean.iter().any(|p| p.prioritas == Prioritas::Biasa && p.id != dipanggil.id && loket.melayani(p));
        match dipanggil.prioritas {
            Prioritas::Rentan if lain_menunggu => Self { beruntun: self.beruntun.saturating_add(1) },
            _ => Self::default(),
        }
    }
}

/// Who is next at this counter; `None` when nobody waits whom it can serve.
#[must_use]
pub fn berikut<'a>(antrean: &'a [Penunggu], loket: &LayananLoket, aturan: AturanGiliran, giliran: Giliran) -> Option<&'a Penunggu> {
    let kepala = |kelas| antrean.iter().filter(|p| p.prioritas == kelas && loket.melayani(p)).min_by_key(|p| p.urut());
    match (kepala(Prioritas::Rentan), kepala(Prioritas::Biasa)) {
        (Some(rentan), Some(biasa)) => {
            // Without any priority the earlier one goes first; with it, whoever is due.
            let rentan_dulu =
                if aturan.rentan_beruntun == 0 { rentan.urut() < biasa.urut() } else { giliran.beruntun < aturan.rentan_beruntun };
            Some(if rentan_dulu { rentan } else { biasa })
        }
        (rentan, biasa) => rentan.or(biasa),
    }
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
