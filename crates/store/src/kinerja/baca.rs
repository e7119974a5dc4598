//! Reading the facts of a range: tickets in one scan, services in another, and the counts of cases.

use super::{
    Baris, Berkas, HARI_MAKS, Laporan, Pembanding, per_bulan,
    survei::{self, Survei},
};
use crate::{
    Hasil, Store, StoreError, Waktu,
    hak::{KepalaMpp, PembacaMpp},
    id::{AkunId, GeraiId, LayananId, UnitId},
    instansi,
    kueri::Kueri,
    mpp, nilai, pengaduan,
    skm::terbit::{self, SaringTerbit},
};
use jiff::civil::Date;
use layanan::{
    kinerja::{Akhir, Angka, Kunjungan, Sebaran, kelompokkan, ringkas, tunggu},
    pengaduan::Ukuran,
};
use sea_orm::FromQueryResult;
use std::collections::{BTreeMap, BTreeSet};

#[derive(FromQueryResult)]
struct Tiket {
    tanggal: String,
    gerai: GeraiId,
    layanan: LayananId,
    keadaan: String,
    alasan: Option<String>,
    prioritas: String,
    slot_mulai: Option<Waktu>,
    terbit: Waktu,
    pertama_dipanggil: Option<Waktu>,
    layan: Option<i64>,
}

impl Tiket {
    fn kunjungan(&self) -> Option<Kunjungan> {
        let akhir = match (self.keadaan.as_str(), self.alasan.as_deref()) {
            ("selesai", _) => Akhir::Selesai,
            ("tidak-hadir", _) => Akhir::TidakHadir,
            ("batal", Some("tutup-hari")) => Akhir::TakTerlayani,
            ("batal", _) => Akhir::Batal,
            _ => Akhir::Berjalan,
        };
        let menunggu = |p: Waktu| tunggu(self.terbit.timestamp(), self.slot_mulai.map(Waktu::timestamp), p.timestamp()).as_secs();
        Some(Kunjungan {
            tanggal: self.tanggal.parse().ok()?,
            gerai: self.gerai.0.as_u128(),
            layanan: self.layanan.0.as_u128(),
            akhir,
            rentan: self.prioritas == "rentan",
            dipesan: self.slot_mulai.is_some(),
            tunggu: self.pertama_dipanggil.map(|p| u32::try_from(menunggu(p)).unwrap_or(u32::MAX)),
            layan: self.layan.filter(|_| akhir == Akhir::Selesai).map(|d| u32::try_from(d).unwrap_or(0)),
        })
    }
}

/// Tickets of a mall.
const SEMUA: &str = "t.mpp_id = $1";

/// Tickets of a unit `$1`: of its mall, of the services that it gives in any mall, and of the gerai where it is the tenant.
pub(crate) const MILIK_UNIT: &str =
    "t.di_gerai IN (SELECT g.id FROM gerai g JOIN tenan n ON n.id = g.tenan_id WHERE g.mpp_id = $1 OR n.unit_id = $1
      UNION SELECT p.gerai_id FROM gerai_layanan p JOIN layanan l ON l.id = p.layanan_id WHERE l.unit_id = $1)
    AND (t.mpp_id = $1 OR t.di_layanan IN (SELECT id FROM layanan WHERE unit_id = $1)
      OR t.di_gerai IN (SELECT g.id FROM gerai g JOIN tenan n ON n.id = g.tenan_id WHERE n.unit_id = $1))";

/// Tickets of a range, month by month: rows of a database take ten times the memory of what is kept of them.
async fn kunjungan(store: &Store, milik: &str, mpp: UnitId, dari: Date, sampai: Date) -> Hasil<Vec<Kunjungan>> {
    // Times are looked up ticket by ticket: those of other malls are never read.
    let sql = format!(
        "SELECT t.tanggal, t.di_gerai AS gerai, t.di_layanan AS layanan, t.keadaan, t.alasan, t.prioritas, t.slot_mulai, t.terbit,
          t.pertama_dipanggil, (SELECT CAST(SUM(w.dilayani_detik) AS bigint) FROM antrean_waktu w WHERE w.tiket_id = t.id) AS layan
        FROM tiket t WHERE {milik} AND t.tanggal >= $2 AND t.tanggal <= $3 ORDER BY t.tanggal, t.id LIMIT 2000000"
    );
    let mut semua = Vec::new();
    for (awal, akhir) in per_bulan(dari, sampai) {
        let baris: Vec<Tiket> = store.baca().semua(&sql, nilai![mpp, awal.to_string(), akhir.to_string()]).await?;
        for t in baris {
            semua.push(t.kunjungan().ok_or_else(|| StoreError::Rusak(format!("day of a ticket: {}", t.tanggal)))?);
        }
    }
    Ok(semua)
}

#[derive(FromQueryResult)]
struct BarisBerkas {
    masuk: i64,
    tuntas: Option<i64>,
    tepat: Option<i64>,
    lewat: Option<i64>,
}

async fn berkas(store: &Store, mpp: UnitId, dari: Date, sampai: Date, kini: Date) -> Hasil<Berkas> {
    let sql = "SELECT COUNT(*) AS masuk, CAST(SUM(CASE WHEN tuntas IS NOT NULL THEN 1 ELSE 0 END) AS bigint) AS tuntas,
          CAST(SUM(CASE WHEN tuntas IS NOT NULL AND (tenggat IS NULL OR tuntas <= tenggat) THEN 1 ELSE 0 END) AS bigint) AS tepat,
          CAST(SUM(CASE WHEN tuntas IS NULL AND tenggat < $4 THEN 1 ELSE 0 END) AS bigint) AS lewat
        FROM permohonan WHERE mpp_id = $1 AND diterima >= $2 AND diterima <= $3";
    let b: BarisBerkas = store.baca().satu(sql, nilai![mpp, dari.to_string(), sampai.to_string(), kini.to_string()]).await?;
    let n = Option::unwrap_or_default;
    Ok(Berkas { masuk: b.masuk, tuntas: n(b.tuntas), tepat: n(b.tepat), lewat: n(b.lewat) })
}

fn periksa(dari: Date, sampai: Date) -> Hasil<()> {
    let rentang = (sampai - dari).get_days();
    if (0..=HARI_MAKS).contains(&rentang) { Ok(()) } else { Err(StoreError::Keadaan("kinerja-rentang")) }
}

/// Only the counts of a range, for comparing with it.
///
/// # Errors
/// As [`hitung`].
pub async fn pembanding(store: &Store, mpp: UnitId, dari: Date, sampai: Date) -> Hasil<Pembanding> {
    periksa(dari, sampai)?;
    let semua = kunjungan(store, SEMUA, mpp, dari, sampai).await?;
    let mut p = Pembanding { angka: ringkas(&semua), ..Pembanding::default() };
    for k in semua.iter().filter(|k| k.akhir == Akhir::Selesai) {
        *p.gerai.entry(k.gerai).or_default() += 1;
        *p.layanan.entry(k.layanan).or_default() += 1;
    }
    Ok(p)
}

/// Counts of what a unit served in malls: in its own, with its services, and at gerai where it is the tenant; all of it, and by
/// service (those with a number taken, most visits first).
///
/// # Errors
/// As [`hitung`].
pub async fn unit(store: &Store, unit: UnitId, dari: Date, sampai: Date) -> Hasil<(Angka, Vec<Baris<LayananId>>)> {
    periksa(dari, sampai)?;
    let semua = kunjungan(store, MILIK_UNIT, unit, dari, sampai).await?;
    let mut per = kelompokkan(&semua, |k| k.layanan);
    let sql = "SELECT id, kode, nama FROM layanan WHERE id IN (SELECT p.layanan_id FROM gerai_layanan p JOIN gerai g ON g.id = p.gerai_id
        JOIN tenan n ON n.id = g.tenan_id JOIN layanan l ON l.id = p.layanan_id WHERE p.mpp_id = $1 OR n.unit_id = $1 OR l.unit_id = $1)
        ORDER BY nama, id LIMIT 50000";
    let nama: Vec<Nama> = store.baca().semua(sql, nilai![unit]).await?;
    Ok((ringkas(&semua), terurut(nama, &mut per)))
}

/// The report of a mall from `dari` to `sampai` (local days, both included).
///
/// # Errors
/// `Keadaan("kinerja-rentang")` for days the wrong way round or more than [`HARI_MAKS`].
pub async fn hitung(store: &Store, hak: &PembacaMpp, dari: Date, sampai: Date) -> Hasil<Laporan> {
    let mut l = publik(store, &hak.mpp, dari, sampai).await?;
    let sendiri = survei::sendiri(store, hak.mpp.unit_id, dari, sampai).await?;
    l.survei.splice(0..0, sendiri.into_iter().map(Survei::tertutup));
    Ok(l)
}

/// The surveys of a report with the figures of those that still run: for the head only, as the figures of officers are.
///
/// # Errors
/// When the store fails.
pub async fn survei_kepala(store: &Store, hak: &KepalaMpp, dari: Date, sampai: Date) -> Hasil<Vec<Survei>> {
    let mut semua = survei::sendiri(store, hak.mpp.unit_id, dari, sampai).await?;
    semua.extend(survei::terbitan(store, hak.mpp.unit_id, dari, sampai).await?);
    Ok(semua)
}

/// The same figures for anyone: they hold no person.
///
/// # Errors
/// As [`hitung`].
pub async fn publik(store: &Store, m: &mpp::Mpp, dari: Date, sampai: Date) -> Hasil<Laporan> {
    periksa(dari, sampai)?;
    let (c, id) = (store.baca(), m.unit_id);
    let semua = kunjungan(store, SEMUA, id, dari, sampai).await?;
    let per_gerai = kelompokkan(&semua, |k| k.gerai);
    let per_layanan = kelompokkan(&semua, |k| k.layanan);
    let semua_gerai = mpp::gerai_mpp(c, id).await?;
    let tenan = semua_gerai.iter().filter(|g| g.tutup.is_none()).map(|g| g.tenan_id).collect::<BTreeSet<_>>().len();
    let gerai = semua_gerai.into_iter().map(|g| (g.tutup, per_gerai.get(&g.id.0.as_u128()).copied().unwrap_or_default(), g));
    // One that is closed by now is told of when it was visited then.
    let mut gerai: Vec<Baris<GeraiId>> = gerai
        .filter(|(tutup, a, _)| tutup.is_none() || a.nomor > 0)
        .map(|(_, angka, g)| Baris { id: g.id, kode: g.kode, nama: g.nama, angka })
        .collect();
    // By code until here, so equals stay in that order.
    gerai.sort_by_key(|g| std::cmp::Reverse(g.angka.kunjungan));
    let unit = instansi::unit(store, id).await?;
    let saring = SaringTerbit { cari: "", instansi: "", unit_kode: &unit.kode };
    let skm = terbit::cari(store, &saring, 0, 1).await?.0.into_iter().next().filter(|t| t.sah).map(|t| t.isi);
    let aduan = pengaduan::ukuran_mal(store, id, dari, sampai).await?;
    let mut semua_aduan = Ukuran::default();
    for a in &aduan {
        semua_aduan += a.ukuran.clone();
    }
    Ok(Laporan {
        dari,
        sampai,
        angka: ringkas(&semua),
        gerai,
        layanan: layanan_bernama(store, id, per_layanan).await?,
        hari: kelompokkan(&semua, |k| k.tanggal).into_iter().collect(),
        bulan: kelompokkan(&semua, |k| k.tanggal.first_of_month()).into_iter().collect(),
        berkas: berkas(store, id, dari, sampai, store.sekarang().hari(&m.zona)).await?,
        pengaduan: semua_aduan,
        aduan,
        skm,
        survei: survei::terbitan(store, id, dari, sampai).await?,
        tenan,
        layanan_ada: mpp::penempatan_mpp(c, id).await?.len(),
    })
}

#[derive(FromQueryResult)]
struct Nama {
    id: LayananId,
    kode: String,
    nama: String,
}

async fn layanan_bernama(store: &Store, mpp: UnitId, mut angka: BTreeMap<u128, Angka>) -> Hasil<Vec<Baris<LayananId>>> {
    let sql = "SELECT id, kode, nama FROM layanan WHERE id IN (SELECT layanan_id FROM gerai_layanan WHERE mpp_id = $1) ORDER BY nama, id LIMIT 50000";
    let nama: Vec<Nama> = store.baca().semua(sql, nilai![mpp]).await?;
    Ok(terurut(nama, &mut angka))
}

/// Most visits first.
fn terurut(nama: Vec<Nama>, angka: &mut BTreeMap<u128, Angka>) -> Vec<Baris<LayananId>> {
    let satu = |n: Nama| angka.remove(&n.id.0.as_u128()).map(|angka| Baris { id: n.id, kode: n.kode, nama: n.nama, angka });
    let mut semua: Vec<Baris<LayananId>> = nama.into_iter().filter_map(satu).collect();
    semua.sort_by(|a, b| b.angka.kunjungan.cmp(&a.angka.kunjungan).then_with(|| a.nama.cmp(&b.nama)));
    semua
}

/// What one officer did.
#[derive(Debug, Clone)]
pub struct Petugas {
    pub akun: AkunId,
    pub nama: String,
    /// Visits that ended with him.
    pub kunjungan: usize,
    pub layan: Option<Sebaran>,
}

#[derive(FromQueryResult)]
struct Selesai {
    akun: AkunId,
    nama: String,
    detik: i64,
}

/// Officers of a mall by name, for its head only.
///
/// # Errors
/// As [`hitung`].
pub async fn petugas(store: &Store, hak: &KepalaMpp, dari: Date, sampai: Date) -> Hasil<Vec<Petugas>> {
    let sql = "SELECT a.id AS akun, a.nama, w.dilayani_detik AS detik FROM antrean_waktu w JOIN tiket t ON t.id = w.tiket_id
          JOIN tiket_peristiwa p ON p.tiket_id = w.tiket_id AND p.ke = w.ke JOIN akun a ON a.id = p.oleh
        WHERE t.mpp_id = $1 AND t.tanggal >= $2 AND t.tanggal <= $3 AND w.akhir = 'selesai' ORDER BY a.nama, a.id LIMIT 2000000";
    let mut per: BTreeMap<(String, AkunId), Vec<u32>> = BTreeMap::new();
    for (awal, akhir) in per_bulan(dari, sampai) {
        let semua: Vec<Selesai> = store.baca().semua(sql, nilai![hak.mpp.unit_id, awal.to_string(), akhir.to_string()]).await?;
        for s in semua {
            per.entry((s.nama, s.akun)).or_default().push(u32::try_from(s.detik).unwrap_or(0));
        }
    }
    let susun =
        |((nama, akun), detik): ((String, AkunId), Vec<u32>)| Petugas { akun, nama, kunjungan: detik.len(), layan: Sebaran::dari(detik) };
    Ok(per.into_iter().map(susun).collect())
}
