//! Typed ids: UUIDv7, so that insert order is key order, also when the clock of the machine is set back: what is newest decides how
//! a thing stands. A secret is never made from one.

use sea_orm::DeriveValueType;
use serde::{Deserialize, Serialize};
use std::{
    fmt,
    str::FromStr,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, SystemTime},
};
use uuid::{ContextV7, Timestamp, Uuid};

/// The last moment and the counter inside it. It never goes back while the program runs; over a restart [`sesudah`] carries it.
static URUTAN: Mutex<ContextV7> = Mutex::new(ContextV7::new());

fn urutan() -> MutexGuard<'static, ContextV7> {
    URUTAN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// An id after all that this process made or saw.
#[must_use]
pub fn baru() -> Uuid {
    let kini = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO);
    Uuid::new_v7(Timestamp::from_unix(&*urutan(), kini.as_secs(), kini.subsec_nanos()))
}

/// From now on ids come after this one, which is the newest that is stored: the clock may have been set back while the program stood.
pub(crate) fn sesudah(id: Uuid) {
    if let Some(t) = id.get_timestamp() {
        let (detik, nano) = t.to_unix();
        let lewat = Duration::new(detik, nano) + Duration::from_secs(1);
        let _ = Timestamp::from_unix(&*urutan(), lewat.as_secs(), lewat.subsec_nanos());
    }
}

macro_rules! id {
    ($($(#[$doc:meta])* $nama:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, DeriveValueType)]
        #[serde(transparent)]
        pub struct $nama(pub Uuid);

        impl $nama {
            #[must_use]
            pub fn baru() -> Self {
                Self(baru())
            }
        }

        impl fmt::Display for $nama {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $nama {
            type Err = uuid::Error;
            fn from_str(s: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(s).map(Self)
            }
        }
    )*};
}

id! {
    InstansiId, UnitId, AkunId, PeranId, SesiId, PeriodeId, LokusId,
    PenugasanId, SkId, UnggahanId, BuktiId, PengirimanId, RondeId, BundelId,
    JawabanId, HasilId, BeritaAcaraId, TandaTanganId, LheId, RekomendasiId, KemajuanId,
    PenyampaianId, AuditId, PekerjaanId, PemberitahuanId, KalenderHariId, KondisiId, SanggahBukaId,
    SanggahanId, JadwalId, JadwalSampaiId, KalenderId, AnggaranId, RealisasiId, BahanId,
    HadirId, CatatanId, TitipanId, PerpanjanganId, SerahId, EdisiId, KunciInstalasiId,
    TokenApiId, TerimaId, TteId, PenghargaanId, PutusanId, PembinaanId, LayananId, StandarId, MaklumatId,
    TenanId, GeraiId, LoketId, PenempatanId, PelaksanaId, PengumumanId,
    AturanSlotId, UndanganId, TugasId, PesananId, TerdampakId, TiketId,
    LoketBukaId, FormulirId, PermohonanId, TagihanId, PedagangId, JalanId,
    LangkahId, ForumId, MasukanId, TitikId, PerjanjianId, KehadiranId,
    KompetensiId, TenanTokenId, PengaduanId, KonsultasiId,
    KaitId, KaitKirimId,
    /// Made by the client; the same id twice is the same write.
    OperasiId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_comes_after_a_stored_one_of_a_clock_that_was_ahead() {
        let depan = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap() + Duration::from_hours(2);
        let tersimpan = Uuid::new_v7(Timestamp::from_unix(uuid::NoContext, depan.as_secs(), depan.subsec_nanos()));
        assert!(baru() < tersimpan);
        sesudah(tersimpan);
        let semua: Vec<Uuid> = (0..1000).map(|_| baru()).collect();
        assert!(tersimpan < semua[0] && semua.is_sorted());
        // An older one changes nothing.
        sesudah(Uuid::now_v7());
        assert!(baru() > semua[999]);
    }
}
