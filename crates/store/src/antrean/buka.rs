//! Whether a hall gives numbers now: its hours, the calendar of its instansi, and what its head decided for a single day. The
//! rule is `layanan::antrean::pintu`; the deciding is in `super::hari_khusus`, what it would meet in `super::akibat`.

pub use super::akibat::{Akibat, akibat, akibat_tarik};
pub use super::hari_khusus::{tarik, tetapkan};
use crate::{Hasil, Store, StoreError, Waktu, id::UnitId, kalender, kueri::Kueri, mpp::Mpp, nilai, pesanan::baca_jam, zona_waktu};
use ::layanan::{
    Kalender,
    antrean::{HariKhusus, Pintu, pintu},
    slot::JamBuka,
};
use jiff::{
    ToSpan as _,
    civil::{Date, Time},
    tz::TimeZone,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::BTreeMap;

/// A decision of the head for one day.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Khusus {
    /// Both empty: closed.
    pub mulai: Option<String>,
    pub selesai: Option<String>,
    pub alasan: String,
    pub pada: Waktu,
    pub nama: String,
}

impl Khusus {
    /// As the rules take it.
    pub(crate) fn aturan(&self) -> HariKhusus {
        match (waktu(self.mulai.as_deref()), waktu(self.selesai.as_deref())) {
            (Some(mulai), Some(selesai)) => HariKhusus::Buka { mulai, selesai },
            _ => HariKhusus::Tutup,
        }
    }

    /// Whether it leaves some of a time of its day without anybody who receives people.
    pub(crate) fn meniadakan(&self, dari: Time, sampai: Time) -> bool {
        match self.aturan() {
            HariKhusus::Tutup => true,
            HariKhusus::Buka { mulai, selesai } => dari < mulai || selesai < sampai,
        }
    }
}

/// The door now, and the decision that made it so.
#[derive(Debug, Clone)]
pub struct Keadaan {
    pub pintu: Pintu,
    pub khusus: Option<Khusus>,
    /// See [`Pintu::sisa_menit`].
    pub sisa_menit: Option<u32>,
}

/// Of the decisions for one day the newest, unless it was taken back. `h` is the decision.
pub(super) const BERLAKU: &str =
    "NOT EXISTS (SELECT 1 FROM antrean_hari n WHERE n.mpp_id = h.mpp_id AND n.tanggal = h.tanggal AND n.id > h.id)
    AND NOT EXISTS (SELECT 1 FROM antrean_hari_tarik t WHERE t.hari_id = h.id)";

/// The decision that holds for a local day.
pub async fn khusus<C: ConnectionTrait>(c: &C, mpp: &Mpp, hari: Date) -> Hasil<Option<Khusus>> {
    let sql = format!(
        "SELECT h.mulai, h.selesai, h.alasan, h.pada, a.nama FROM antrean_hari h JOIN akun a ON a.id = h.oleh
         WHERE h.mpp_id = $1 AND h.tanggal = $2 AND {BERLAKU} ORDER BY h.id DESC LIMIT 1"
    );
    c.mungkin(&sql, nilai![mpp.unit_id, hari.to_string()]).await
}

#[derive(FromQueryResult)]
struct Bertanggal {
    tanggal: String,
    #[sea_orm(nested)]
    khusus: Khusus,
}

/// The decisions that hold for single days of a hall, by day.
///
/// # Errors
/// `Rusak` when a stored day cannot be read.
pub(crate) async fn khusus_antara<C: ConnectionTrait>(c: &C, mpp: UnitId, (sejak, sampai): (Date, Date)) -> Hasil<BTreeMap<Date, Khusus>> {
    let sql = format!(
        "SELECT h.mulai, h.selesai, h.alasan, h.pada, a.nama, h.tanggal FROM antrean_hari h JOIN akun a ON a.id = h.oleh
         WHERE h.mpp_id = $1 AND h.tanggal >= $2 AND h.tanggal <= $3 AND {BERLAKU} ORDER BY h.id LIMIT 10000"
    );
    let v = nilai![mpp, sejak.to_string(), sampai.to_string()];
    let semua: Vec<Bertanggal> = c.semua(&sql, v).await?;
    let hari = |b: &Bertanggal| b.tanggal.parse::<Date>().map_err(|_| StoreError::Rusak(format!("a special day of a hall: {}", b.tanggal)));
    semua.into_iter().map(|b| Ok((hari(&b)?, b.khusus))).collect()
}

/// The decisions for the days of a year after `hari`.
///
/// # Errors
/// `Rusak` when a stored day cannot be read.
pub async fn khusus_mendatang<C: ConnectionTrait>(c: &C, mpp: &Mpp, hari: Date) -> Hasil<BTreeMap<Date, Khusus>> {
    khusus_antara(c, mpp.unit_id, (hari.saturating_add(1.day()), hari.saturating_add(1.year()))).await
}

/// The door of a hall at a moment.
///
/// # Errors
/// `Rusak` when the stored hours cannot be read.
pub async fn keadaan<C: ConnectionTrait>(c: &C, mpp: &Mpp, pada: Waktu) -> Hasil<Keadaan> {
    Ok(dasar(c, mpp, pada).await?.pada(pada))
}

/// What the door of a hall on one day rests on: read once, asked at any moment of that day.
#[derive(Debug, Clone)]
pub struct Dasar {
    zona: TimeZone,
    jam: Vec<JamBuka>,
    kalender: Kalender,
    khusus: Option<Khusus>,
}

impl Dasar {
    /// The door at a moment.
    #[must_use]
    pub fn pada(&self, pada: Waktu) -> Keadaan {
        let lokal = pada.timestamp().to_zoned(self.zona.clone()).datetime();
        let khusus = self.khusus.as_ref().map(Khusus::aturan);
        let pintu = pintu(&self.jam, &self.kalender, khusus, lokal);
        let sisa_menit = pintu.sisa_menit(lokal.time());
        Keadaan { pintu, khusus: self.khusus.clone(), sisa_menit }
    }
}

/// Reads it for the local day of a moment.
///
/// # Errors
/// `Rusak` when the stored hours cannot be read.
pub async fn dasar<C: ConnectionTrait>(c: &C, mpp: &Mpp, pada: Waktu) -> Hasil<Dasar> {
    let zona = zona_waktu(&mpp.zona);
    let hari = pada.timestamp().to_zoned(zona.clone()).date();
    Ok(Dasar {
        zona,
        jam: baca_jam(&mpp.jam_json)?,
        kalender: kalender::kalender(c, mpp.instansi_id).await?,
        khusus: khusus(c, mpp, hari).await?,
    })
}

/// # Errors
/// `Keadaan("antrean-tutup")` when no numbers are given now.
pub(super) async fn harus_menerima(store: &Store, mpp: &Mpp) -> Hasil<()> {
    let k = keadaan(store.baca(), mpp, store.sekarang()).await?;
    if k.pintu.terbuka() { Ok(()) } else { Err(StoreError::Keadaan("antrean-tutup")) }
}

fn waktu(teks: Option<&str>) -> Option<Time> {
    teks?.parse().ok()
}
