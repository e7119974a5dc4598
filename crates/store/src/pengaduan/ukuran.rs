//! Measures of reports by unit and days of receipt, counted by `layanan::pengaduan::ukur` from the steps themselves.

use super::{
    DARI, KOLOM, Pengaduan,
    baca::{LANGKAH, Tercatat, lipat},
    batas,
};
use crate::{
    Hasil, Store, StoreError,
    id::{InstansiId, PengaduanId, UnitId},
    instansi, kalender,
    kueri::Kueri,
    nilai,
};
use ::layanan::pengaduan::{Aturan, Laporan, Ukuran, ukur_masing};
use jiff::civil::Date;
use sea_orm::FromQueryResult;
use std::collections::{BTreeMap, BTreeSet};

/// Most reports counted at once.
const MAKS: i64 = 200_000;

/// Counts of one unit. A report belongs to the unit that answers it; before it is forwarded, to the one it names.
#[derive(Debug, Clone, Default)]
pub struct UkuranUnit {
    /// `None`: no unit is named and none answers.
    pub unit_id: Option<UnitId>,
    pub unit: String,
    pub ukuran: Ukuran,
    /// Of those that did not fall away: with a number of SP4N-LAPOR!, and closed.
    pub lapor_masuk: u32,
    pub lapor_selesai: u32,
    /// Public summaries.
    pub umum: u32,
}

/// Of one unit, reports received from `dari` to `sampai` (local days, both included), as they stand today.
///
/// # Errors
/// `Keadaan` when a limit lies outside the calendar.
pub async fn ukuran(store: &Store, unit: UnitId, dari: Date, sampai: Date) -> Hasil<UkuranUnit> {
    let u = instansi::unit(store, unit).await?;
    let semua = hitung(store, u.instansi_id, Some(unit), dari, sampai).await?;
    Ok(semua.into_iter().next().unwrap_or_else(|| UkuranUnit { unit_id: Some(unit), unit: u.nama, ..UkuranUnit::default() }))
}

/// Of all units of an instansi that have reports, by name; those without a unit last.
///
/// # Errors
/// As [`ukuran`].
pub async fn ukuran_instansi(store: &Store, instansi: InstansiId, dari: Date, sampai: Date) -> Hasil<Vec<UkuranUnit>> {
    hitung(store, instansi, None, dari, sampai).await
}

#[derive(FromQueryResult)]
struct BarisLangkah {
    pengaduan_id: PengaduanId,
}

#[derive(FromQueryResult)]
struct BarisUmum {
    pengaduan_id: PengaduanId,
}

/// Those without a unit last, then by name.
type Kunci = (bool, String, Option<UnitId>);

struct Satu(PengaduanId, Tercatat);

impl FromQueryResult for Satu {
    fn from_query_result(r: &sea_orm::QueryResult, p: &str) -> Result<Self, sea_orm::DbErr> {
        Ok(Self(BarisLangkah::from_query_result(r, p)?.pengaduan_id, Tercatat::from_query_result(r, p)?))
    }
}

async fn hitung(store: &Store, instansi: InstansiId, unit: Option<UnitId>, dari: Date, sampai: Date) -> Hasil<Vec<UkuranUnit>> {
    let c = store.baca();
    let mut v = nilai![instansi, dari.to_string(), sampai.to_string()];
    let saring = unit.map_or("", |u| {
        v.push(u.into());
        " AND COALESCE(k.unit_id, p.unit_id) = $4"
    });
    let syarat = format!("p.instansi_id = $1 AND p.tanggal >= $2 AND p.tanggal <= $3{saring}");
    let aduan: Vec<Pengaduan> = c.semua(&format!("SELECT {KOLOM} {DARI} WHERE {syarat} ORDER BY p.id LIMIT {MAKS}"), v.clone()).await?;
    let milik = "FROM pengaduan p JOIN pengaduan_kini k ON k.pengaduan_id = p.id";
    let sql = format!(
        "{} JOIN pengaduan p ON p.id = s.pengaduan_id JOIN pengaduan_kini k ON k.pengaduan_id = p.id WHERE {syarat} ORDER BY s.pengaduan_id, s.urut",
        LANGKAH.replacen("SELECT ", "SELECT s.pengaduan_id, ", 1)
    );
    let mut langkah: BTreeMap<PengaduanId, Vec<Tercatat>> = BTreeMap::new();
    for Satu(id, l) in c.semua::<Satu>(&sql, v.clone()).await? {
        langkah.entry(id).or_default().push(l);
    }
    let sql = format!(
        "SELECT m.pengaduan_id {milik} JOIN pengaduan_umum m ON m.pengaduan_id = p.id LEFT JOIN pengaduan_umum_tarik x ON x.umum_id = m.id
         WHERE {syarat} AND x.umum_id IS NULL"
    );
    let umum: BTreeSet<PengaduanId> = c.semua::<BarisUmum>(&sql, v).await?.into_iter().map(|m| m.pengaduan_id).collect();
    let mut kelompok: BTreeMap<Kunci, (Vec<(Laporan, Aturan)>, UkuranUnit)> = BTreeMap::new();
    let riwayat = batas::riwayat(c, instansi).await?;
    for a in aduan {
        let l = lipat(&a.tanggal, langkah.get(&a.id).map_or(&[][..], Vec::as_slice))?;
        let (id, nama) = if a.penangan_id.is_some() { (a.penangan_id, a.penangan) } else { (a.unit_id, a.unit) };
        let nama = nama.unwrap_or_default();
        let (semua, u) = kelompok.entry((id.is_none(), nama.clone(), id)).or_default();
        (u.unit_id, u.unit) = (id, nama);
        if a.lapor.is_some() && !l.keadaan.gugur() {
            u.lapor_masuk += 1;
            u.lapor_selesai += u32::from(l.keadaan.selesai());
        }
        u.umum += u32::from(umum.contains(&a.id));
        semua.push((l, riwayat.pada(&a.tanggal)?));
    }
    let kalender = kalender::kalender(c, instansi).await?;
    let pada = store.sekarang().hari(&instansi::dari_id(store, instansi).await?.zona);
    let satu = |(semua, mut u): (Vec<(Laporan, Aturan)>, UkuranUnit)| {
        u.ukuran = ukur_masing(semua.iter().map(|(l, a)| (l, a)), pada, &kalender).map_err(|_| StoreError::Keadaan("aduan-tenggat"))?;
        Ok(u)
    };
    kelompok.into_values().map(satu).collect()
}
