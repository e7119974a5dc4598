//! Measures of reports by unit and days of receipt, counted by `layanan::pengaduan::ukur` from the steps themselves. Read month by
//! month and without texts, so that a year takes no more memory than a month.

use super::{
    DARI,
    baca::{Tercatat, lipat},
    batas,
};
use crate::{
    Hasil, Store, StoreError,
    id::{InstansiId, LayananId, PengaduanId, UnitId},
    instansi, kalender,
    kueri::Kueri,
    nilai,
};
use ::layanan::pengaduan::{Aturan, Laporan, Ukuran, ukur_masing};
use jiff::civil::Date;
use sea_orm::{FromQueryResult, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Most reports of a month.
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
    let saring = ("COALESCE(k.unit_id, p.unit_id) = $4", nilai![unit]);
    let semua = hitung(store, u.instansi_id, (dari, sampai), saring, |_| Some(())).await?;
    let ini = semua.into_values().next().unwrap_or_default();
    Ok(UkuranUnit { unit_id: Some(unit), unit: u.nama, ..ini })
}

/// Of all units of an instansi that have reports, by name; those without a unit last.
///
/// # Errors
/// As [`ukuran`].
pub async fn ukuran_instansi(store: &Store, instansi: InstansiId, dari: Date, sampai: Date) -> Hasil<Vec<UkuranUnit>> {
    let semua = hitung(store, instansi, (dari, sampai), ("1 = 1", Vec::new()), |a| {
        let (unit, nama) = a.milik();
        Some((unit.is_none(), nama.to_owned(), unit))
    });
    Ok(semua.await?.into_iter().map(|((_, unit, unit_id), u)| UkuranUnit { unit_id, unit, ..u }).collect())
}

/// A report as far as counting needs it.
#[derive(FromQueryResult)]
pub(super) struct Ringkas {
    id: PengaduanId,
    tanggal: String,
    unit_id: Option<UnitId>,
    unit: Option<String>,
    penangan_id: Option<UnitId>,
    penangan: Option<String>,
    pub layanan_id: Option<LayananId>,
    lapor: Option<String>,
}

impl Ringkas {
    /// The unit to which it belongs, and its name.
    pub(super) fn milik(&self) -> (Option<UnitId>, &str) {
        let (id, nama) = if self.penangan_id.is_some() { (self.penangan_id, &self.penangan) } else { (self.unit_id, &self.unit) };
        (id, nama.as_deref().unwrap_or_default())
    }
}

#[derive(FromQueryResult)]
struct Id {
    pengaduan_id: PengaduanId,
}

#[derive(FromQueryResult)]
struct Bulan {
    bulan: String,
}

struct Satu(PengaduanId, Tercatat);

impl FromQueryResult for Satu {
    fn from_query_result(r: &sea_orm::QueryResult, p: &str) -> Result<Self, sea_orm::DbErr> {
        Ok(Self(Id::from_query_result(r, p)?.pengaduan_id, Tercatat::from_query_result(r, p)?))
    }
}

/// Steps without what people wrote and who they are.
const LANGKAH: &str = "SELECT s.pengaduan_id, s.id, s.urut, s.jenis, s.tanggal, s.pihak, s.kelas, s.unit_id, CAST(NULL AS text) AS unit,
    s.induk_id, s.alasan, '' AS teks, '' AS catatan, s.pada, CAST(NULL AS text) AS oleh
    FROM pengaduan_langkah s JOIN pengaduan p ON p.id = s.pengaduan_id JOIN pengaduan_kini k ON k.pengaduan_id = p.id";

/// Counts of the reports of an instansi for which the condition holds (`p`, `k`; values from `$4` on), by the group that each is in.
pub(super) async fn hitung<K: Ord + Clone>(
    store: &Store,
    instansi: InstansiId,
    (dari, sampai): (Date, Date),
    (saring, v): (&str, Vec<Value>),
    kelompok: impl Fn(&Ringkas) -> Option<K>,
) -> Hasil<BTreeMap<K, UkuranUnit>> {
    let c = store.baca();
    let syarat = format!("p.instansi_id = $1 AND p.tanggal >= $2 AND p.tanggal <= $3 AND {saring}");
    let aduan = format!(
        "SELECT p.id, p.tanggal, p.unit_id, u.nama AS unit, k.unit_id AS penangan_id, h.nama AS penangan, p.layanan_id, x.nomor AS lapor {DARI}
         WHERE {syarat} ORDER BY p.id LIMIT {MAKS}"
    );
    let tercatat = format!("{LANGKAH} WHERE {syarat} ORDER BY s.pengaduan_id, s.urut");
    let umum = format!(
        "SELECT m.pengaduan_id FROM pengaduan p JOIN pengaduan_kini k ON k.pengaduan_id = p.id JOIN pengaduan_umum m ON m.pengaduan_id = p.id
         LEFT JOIN pengaduan_umum_tarik x ON x.umum_id = m.id WHERE {syarat} AND x.umum_id IS NULL"
    );
    let (riwayat, kalender) = (batas::riwayat(c, instansi).await?, kalender::kalender(c, instansi).await?);
    let pada = store.sekarang().hari(&instansi::dari_id(store, instansi).await?.zona);
    let nilai = |awal: Date, akhir: Date| nilai![instansi, awal.to_string(), akhir.to_string()].into_iter().chain(v.iter().cloned());
    let bulan = format!(
        "SELECT DISTINCT SUBSTR(p.tanggal, 1, 7) AS bulan FROM pengaduan p JOIN pengaduan_kini k ON k.pengaduan_id = p.id WHERE {syarat} ORDER BY bulan"
    );
    let mut hasil: BTreeMap<K, UkuranUnit> = BTreeMap::new();
    for b in c.semua::<Bulan>(&bulan, nilai(dari, sampai).collect()).await? {
        let awal: Date = format!("{}-01", b.bulan).parse().map_err(|_| StoreError::Rusak(format!("month of reports: {}", b.bulan)))?;
        let v_bulan: Vec<Value> = nilai(awal.max(dari), awal.last_of_month().min(sampai)).collect();
        let semua: Vec<Ringkas> = c.semua(&aduan, v_bulan.clone()).await?;
        let mut langkah: BTreeMap<PengaduanId, Vec<Tercatat>> = BTreeMap::new();
        for Satu(id, l) in c.semua::<Satu>(&tercatat, v_bulan.clone()).await? {
            langkah.entry(id).or_default().push(l);
        }
        let umum: BTreeSet<PengaduanId> = c.semua::<Id>(&umum, v_bulan).await?.into_iter().map(|m| m.pengaduan_id).collect();
        let mut per: BTreeMap<K, Vec<(Laporan, Aturan)>> = BTreeMap::new();
        for a in semua {
            let Some(kunci) = kelompok(&a) else { continue };
            let l = lipat(&a.tanggal, langkah.get(&a.id).map_or(&[][..], Vec::as_slice))?;
            let u = hasil.entry(kunci.clone()).or_default();
            if a.lapor.is_some() && !l.keadaan.gugur() {
                u.lapor_masuk += 1;
                u.lapor_selesai += u32::from(l.keadaan.selesai());
            }
            u.umum += u32::from(umum.contains(&a.id));
            per.entry(kunci).or_default().push((l, riwayat.pada(&a.tanggal)?));
        }
        for (kunci, semua) in per {
            let bulan = ukur_masing(semua.iter().map(|(l, a)| (l, a)), pada, &kalender);
            hasil.entry(kunci).or_default().ukuran += bulan.map_err(|_| StoreError::Keadaan("aduan-tenggat"))?;
        }
    }
    Ok(hasil)
}
