//! A ticket as its row says it: where it stands now, without folding. Names of gerai and services are joined by the pages.

use crate::{
    Hasil, StoreError, Waktu,
    id::{AkunId, GeraiId, LayananId, LoketId, TiketId, UnitId},
    kode,
    kueri::Kueri,
    nilai,
};
use ::layanan::antrean::{self as aturan, AlasanBatal, Keadaan, Penunggu, Prioritas, SlotPesanan, Zona};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};

/// How a ticket was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saluran {
    /// On the citizen's own phone.
    Warga,
    Kios,
    /// At the front desk.
    Depan,
    /// By an officer of a gerai.
    Petugas,
    /// A booking whose owner arrived.
    Pesanan,
}

impl Saluran {
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Warga => "warga",
            Self::Kios => "kios",
            Self::Depan => "depan",
            Self::Petugas => "petugas",
            Self::Pesanan => "pesanan",
        }
    }
}

/// A ticket now.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Tiket {
    pub id: TiketId,
    /// The secret of its holder, as in `/tiket/{kode}`.
    pub kode: String,
    pub mpp_id: UnitId,
    /// Where it was issued.
    pub asal_gerai: GeraiId,
    pub asal_layanan: LayananId,
    /// Local day.
    pub tanggal: String,
    pub urut: i64,
    /// As on the board: `A-023`.
    pub nomor: String,
    pub awalan: String,
    pub prioritas_awal: String,
    pub slot_mulai: Option<Waktu>,
    pub slot_selesai: Option<Waktu>,
    pub saluran: String,
    pub terbit: Waktu,
    pub oleh: Option<AkunId>,
    /// Where it waits now.
    pub gerai_id: GeraiId,
    pub layanan_id: LayananId,
    pub prioritas: String,
    /// Key of [`Keadaan`].
    pub keadaan: String,
    pub alasan: Option<String>,
    /// The counter that called or serves it.
    pub loket_id: Option<LoketId>,
    pub tempat: Waktu,
    pub terakhir: Waktu,
    pub panggilan: i64,
    /// The last call, and the first.
    pub dipanggil: Option<Waktu>,
    pub pertama_dipanggil: Option<Waktu>,
    /// How many steps it took.
    pub langkah: i64,
}

pub(super) const PILIH: &str = "SELECT id, kode, mpp_id, gerai_id AS asal_gerai, layanan_id AS asal_layanan, tanggal, urut, nomor, awalan,
    prioritas_awal, slot_mulai, slot_selesai, saluran, terbit, oleh, di_gerai AS gerai_id, di_layanan AS layanan_id, prioritas, keadaan,
    alasan, loket_id, tempat, terakhir, panggilan, dipanggil, pertama_dipanggil, langkah FROM tiket";

/// SQL list of the states in which a ticket stands in line ([`Keadaan::antre`]), and of those in which it is not over
/// ([`Keadaan::berakhir`]); named one by one, because an index answers that.
pub(crate) const ANTRE: &str = "('menunggu', 'dialihkan', 'dibuka-lagi')";
pub(crate) const BERJALAN: &str = "('menunggu', 'dialihkan', 'dibuka-lagi', 'dipanggil', 'dilayani', 'dilewati', 'ditahan')";

/// # Errors
/// `TidakDitemukan`.
pub async fn dari_id<C: ConnectionTrait>(c: &C, id: TiketId) -> Hasil<Tiket> {
    c.satu(&format!("{PILIH} WHERE id = $1"), nilai![id]).await
}

/// The ticket behind a code, however it was typed.
///
/// # Errors
/// `TidakDitemukan`.
pub async fn dari_kode<C: ConnectionTrait>(c: &C, kode: &str) -> Hasil<Tiket> {
    let Some((kode::Jenis::Tiket, kode)) = kode::rapikan(kode) else { return Err(StoreError::TidakDitemukan) };
    c.satu(&format!("{PILIH} WHERE kode = $1"), nilai![kode]).await
}

impl Tiket {
    #[must_use]
    pub fn keadaan(&self) -> Keadaan {
        let loket = self.loket_id.map(|l| aturan::LoketId(l.0.as_u128()));
        match (self.keadaan.as_str(), loket) {
            ("dipanggil", Some(loket)) => Keadaan::Dipanggil { loket },
            ("dilayani", Some(loket)) => Keadaan::Dilayani { loket },
            ("selesai", _) => Keadaan::Selesai,
            ("dilewati", _) => Keadaan::Dilewati,
            ("ditahan", _) => Keadaan::Ditahan,
            ("dialihkan", _) => Keadaan::Dialihkan,
            ("tidak-hadir", _) => Keadaan::TidakHadir,
            ("dibuka-lagi", _) => Keadaan::DibukaLagi,
            ("batal", _) => {
                let alasan = self.alasan.as_deref().and_then(AlasanBatal::dari_kunci);
                Keadaan::Batal { alasan: alasan.unwrap_or(AlasanBatal::Petugas) }
            }
            _ => Keadaan::Menunggu,
        }
    }

    /// Stands in the line.
    #[must_use]
    pub fn antre(&self) -> bool {
        self.keadaan().antre()
    }

    #[must_use]
    pub fn berakhir(&self) -> bool {
        self.keadaan().berakhir()
    }

    #[must_use]
    pub fn rentan(&self) -> bool {
        self.prioritas == Prioritas::Rentan.kunci()
    }

    /// The ticket in line at a moment as the rules see it; `None` when it does not stand there.
    #[must_use]
    pub fn penunggu(&self, kini: Waktu) -> Option<Penunggu> {
        let p = Penunggu {
            id: aturan::TiketId(self.id.0.as_u128()),
            nomor: self.nomor_aturan()?,
            gerai: aturan::GeraiId(self.gerai_id.0.as_u128()),
            layanan: aturan::LayananId(self.layanan_id.0.as_u128()),
            prioritas: Prioritas::dari_kunci(&self.prioritas)?,
            tempat: self.tempat.timestamp(),
            dipesan: self.janji(kini),
        };
        self.antre().then_some(p)
    }

    /// As [`aturan::Tiket::janji`].
    #[must_use]
    pub fn janji(&self, kini: Waktu) -> bool {
        self.pesanan().is_some_and(|mulai| mulai <= kini)
    }

    /// The start of the booked time that is kept for it, from then on or already.
    #[must_use]
    pub fn pesanan(&self) -> Option<Waktu> {
        let berlaku = self.slot_berlaku().is_some() && self.gerai_id == self.asal_gerai;
        self.slot_mulai.filter(|s| berlaku && *s == self.tempat)
    }

    /// The booked time, unless its owner came after the end of it.
    fn slot_berlaku(&self) -> Option<SlotPesanan> {
        let slot = SlotPesanan { mulai: self.slot_mulai?.timestamp(), selesai: self.slot_selesai?.timestamp() };
        (self.terbit.timestamp() < slot.selesai).then_some(slot)
    }

    fn nomor_aturan(&self) -> Option<aturan::Nomor> {
        Some(aturan::Nomor {
            gerai: aturan::GeraiId(self.asal_gerai.0.as_u128()),
            layanan: aturan::LayananId(self.asal_layanan.0.as_u128()),
            tanggal: self.tanggal.parse::<Date>().ok()?,
            urut: u32::try_from(self.urut).ok()?,
        })
    }

    /// The ticket as it was issued, before any step.
    pub(super) fn awal(&self, zona: Zona) -> Hasil<aturan::Tiket> {
        let rusak = || StoreError::Rusak(format!("ticket {}", self.id));
        let prioritas = Prioritas::dari_kunci(&self.prioritas_awal).ok_or_else(rusak)?;
        let nomor = self.nomor_aturan().ok_or_else(rusak)?;
        Ok(aturan::Tiket::terbit(nomor, zona, prioritas, self.slot_berlaku(), self.terbit.timestamp()))
    }
}

#[cfg(test)]
mod tests {
    use super::{ANTRE, BERJALAN, Keadaan};
    use layanan::antrean::{AlasanBatal, LoketId};

    #[test]
    fn lists_in_sql_are_those_of_the_rules() {
        let loket = LoketId(1);
        let alasan = AlasanBatal::Warga;
        let semua = [
            Keadaan::Menunggu,
            Keadaan::Dipanggil { loket },
            Keadaan::Dilayani { loket },
            Keadaan::Selesai,
            Keadaan::Dilewati,
            Keadaan::Ditahan,
            Keadaan::Dialihkan,
            Keadaan::TidakHadir,
            Keadaan::DibukaLagi,
            Keadaan::Batal { alasan },
        ];
        for k in semua {
            let di = |daftar: &str| daftar.contains(&format!("'{}'", k.kunci()));
            assert_eq!((di(ANTRE), di(BERJALAN)), (k.antre(), !k.berakhir()), "{}", k.kunci());
        }
    }
}
