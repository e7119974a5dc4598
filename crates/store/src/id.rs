//! Typed ids: UUIDv7, so that insert order is key order, also when the clock of the machine is set back: what is newest decides how
//! a thing stands. A secret is never made from one.

use sea_orm::DeriveValueType;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
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
    let kini = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO);
    if let Some(t) = id.get_timestamp() {
        let (detik, nano) = t.to_unix();
        if let Some(lewat) = lewat(kini, Duration::new(detik, nano)) {
            let _ = Timestamp::from_unix(&*urutan(), lewat.as_secs(), lewat.subsec_nanos());
        }
    }
}

/// Where ids go on after a stored one: nowhere else than the clock, unless that is behind. Ids ahead of the clock would be newer than what other
/// processes write in the meantime, so a process goes ahead by no more than it must.
fn lewat(kini: Duration, tersimpan: Duration) -> Option<Duration> {
    const SATU: Duration = Duration::from_millis(1);
    (tersimpan + SATU > kini).then_some(tersimpan + SATU)
}

/// Who sends a form again is answered as its sender, so what he must know is not what is stored.
fn samar(rahasia: Uuid) -> Uuid {
    let sidik = Sha256::new().chain_update(b"prima/rahasia-formulir").chain_update(rahasia.as_bytes()).finalize();
    let mut isi = [0; 16];
    isi.copy_from_slice(&sidik[..16]);
    uuid::Builder::from_custom_bytes(isi).into_uuid()
}

/// The id that a form brought, where the newest row is the one that holds. One that this program cannot have made by now would stay
/// the newest for good, so a new one takes its place.
#[must_use]
pub fn dari_formulir(teks: &str) -> Uuid {
    let kini = baru();
    let detik = |id: Uuid| id.get_timestamp().filter(|_| id.get_version_num() == 7).map(|t| t.to_unix().0);
    let terakhir = detik(kini).unwrap_or(0) + SELISIH_NODE;
    Uuid::parse_str(teks).ok().filter(|id| detik(*id).is_some_and(|t| t <= terakhir)).unwrap_or(kini)
}

/// Seconds that the clocks of two nodes may differ.
const SELISIH_NODE: u64 = 5;

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

            /// The id of the row that a form makes, from the random secret (UUIDv4) in the form. The same form again is the same
            /// row; the id, which the log and addresses of officers hold, does not lead back to the secret.
            #[must_use]
            pub fn dari_rahasia(rahasia: Uuid) -> Self {
                Self(samar(rahasia))
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
    SanggahanId, JadwalId, JadwalSampaiId, JadwalPjId, KalenderId, AnggaranId, RealisasiId, BahanId,
    HadirId, CatatanId, TitipanId, PerpanjanganId, SerahId, SuratId, EdisiId, KunciInstalasiId,
    TokenApiId, TerimaId, TteId, PenghargaanId, PutusanId, PembinaanId, LayananId, StandarId, MaklumatId,
    TenanId, GeraiId, LoketId, PenempatanId, IzinId, PelaksanaId, PengumumanId,
    AturanSlotId, UndanganId, TugasId, PesananId, TerdampakId, TiketId,
    LoketBukaId, FormulirId, PermohonanId, TagihanId, PedagangId, JalanId,
    LangkahId, ForumId, MasukanId, TitikId, PerjanjianId, KehadiranId,
    KompetensiId, TenanTokenId, PengaduanId, KonsultasiId,
    KaitId, KaitKirimId, KunciSandiId, SsoPetaId, SsoDomainId,
    /// Made by the client; the same id twice is the same write.
    OperasiId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secret_of_a_form_is_not_the_id_of_its_row() {
        let rahasia = Uuid::new_v4();
        let id = PermohonanId::dari_rahasia(rahasia);
        assert_eq!(id, PermohonanId::dari_rahasia(rahasia));
        assert_ne!(id.0, rahasia);
        assert_ne!(PermohonanId::dari_rahasia(id.0), id, "the id sent as a secret makes another row");
    }

    #[test]
    fn an_id_from_a_form_is_never_newer_than_now() {
        let baik = baru();
        assert_eq!(dari_formulir(&baik.to_string()), baik);
        for palsu in ["ffffffff-ffff-7fff-bfff-ffffffffffff", "ffffffff-ffff-4fff-bfff-ffffffffffff", "x", "", &Uuid::new_v4().to_string()]
        {
            let id = dari_formulir(palsu);
            assert!(id < baru() && id.to_string() != palsu, "{palsu}");
        }
        let depan = Uuid::new_v7(Timestamp::from_unix(
            uuid::NoContext,
            SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs() + 86_400,
            0,
        ));
        assert_ne!(dari_formulir(&depan.to_string()), depan);
    }

    /// Commands one after the other, each a process of its own, do not run ahead of the clock, nor of a server beside them.
    #[test]
    fn many_starts_do_not_run_ahead_of_the_clock() {
        let ms = Duration::from_millis;
        assert_eq!(lewat(ms(10_030), ms(10_000)), None);
        assert_eq!(lewat(ms(10_000), ms(10_000)), Some(ms(10_001)));
        let mut terakhir = ms(10_000);
        for n in 1..=13 {
            let kini = ms(10_000 + 40 * n);
            terakhir = lewat(kini, terakhir).unwrap_or(kini);
            assert_eq!(terakhir, kini);
        }
        assert_eq!(lewat(ms(10_000), ms(20_000)), Some(ms(20_001)), "the clock was set back");
    }

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
