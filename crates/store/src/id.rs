//! Typed ids: UUIDv7, so that insert order is key order. A secret is never made from one.

use sea_orm::DeriveValueType;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! id {
    ($($(#[$doc:meta])* $nama:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, DeriveValueType)]
        #[serde(transparent)]
        pub struct $nama(pub Uuid);

        impl $nama {
            #[must_use]
            pub fn baru() -> Self {
                Self(Uuid::now_v7())
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
    TenanId, GeraiId, LoketId, PenempatanId, PelaksanaId, TiketId, LoketBukaId,
    PengumumanId,
    AturanSlotId, UndanganId, TugasId, PesananId, TerdampakId,
    /// Made by the client; the same id twice is the same write.
    OperasiId,
}
