//! Proposals from what a unit served in malls: numbers taken and how, visits at noon and on days off, courses of its officers, and
//! what the electronic service holds. Fields are found by their keys. Only what was measured is answered: whether a screen or a
//! machine stands in the hall, and what the policy on hours says, is the unit's to say.

use super::{Asal, BuktiUsulan, Usulan};
use crate::{Hasil, Store, Waktu, id::UnitId, instansi, kalender, kinerja::MILIK_UNIT, kueri::Kueri, lokus::Lokus, mpp::PERNAH, nilai};
use ::layanan::kinerja::{HariLayan, JamLebih};
use jiff::{ToSpan as _, civil::Date};
use pekppp::{Edisi, Indikator, Jawaban, JawabanIndikator};
use sea_orm::FromQueryResult;
use std::collections::BTreeMap;

/// What malls show of a unit over some days.
#[derive(Debug, Clone)]
pub struct BahanMal {
    /// Local days, both included: the year up to yesterday.
    pub dari: Date,
    pub sampai: Date,
    pub cara: CaraNomor,
    pub jam: JamLebih,
    pub pelatihan: Vec<Pelatihan>,
    pub sistem: Sistem,
}

/// Numbers taken, by the way they were.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CaraNomor {
    pub nomor: i64,
    /// On the citizen's own phone or computer.
    pub daring: i64,
    /// Booked before.
    pub dipesan: i64,
    pub kios: i64,
    /// At the front desk.
    pub depan: i64,
    /// By the officer at the gerai.
    pub petugas: i64,
    pub selesai: i64,
    /// On the way for kelompok rentan.
    pub rentan: i64,
}

/// A course or certificate, with how many officers have it.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Pelatihan {
    pub nama: String,
    pub penyelenggara: String,
    /// Local ISO day.
    pub tanggal: String,
    pub petugas: i64,
}

/// What stands in the electronic service of the unit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sistem {
    /// Standards in force that anyone can read.
    pub standar: i64,
    /// Reports with a number of SP4N-LAPOR!.
    pub lapor: i64,
    /// Rounds of the satisfaction survey that were open in these days.
    pub skm: i64,
}

#[derive(FromQueryResult)]
struct Hari {
    tanggal: String,
    saluran: String,
    nomor: i64,
    selesai: i64,
    rentan: i64,
    siang: i64,
}

/// Whether the unit has a mall, or a place in one.
pub(super) async fn ada(store: &Store, l: &Lokus) -> Hasil<bool> {
    let sql = format!(
        "SELECT COUNT(*) AS n FROM (SELECT 1 AS satu FROM gerai g JOIN tenan n ON n.id = g.tenan_id WHERE g.mpp_id = $1 OR n.unit_id = $1
        UNION ALL SELECT 1 FROM gerai_layanan p JOIN layanan y ON y.id = p.layanan_id WHERE y.unit_id = $1 AND {PERNAH} LIMIT 1) x"
    );
    Ok(store.baca().angka(&sql, nilai![l.unit_id]).await? > 0)
}

/// The year up to the day before `kini`, so that one day gives one document.
#[must_use]
pub fn kurun(kini: Date) -> (Date, Date) {
    (kini.saturating_sub(1.year()), kini.saturating_sub(1.day()))
}

/// What is known of the unit in the year that is evaluated, as far as it has passed; where malls show nothing of it then, in the
/// year up to yesterday: [`Usulan::sesudah`] tells the two apart.
async fn yang_dievaluasi(store: &Store, l: &Lokus, kini: Date) -> Hasil<BahanMal> {
    let tahun = i16::try_from(l.tahun).ok().filter(|t| *t < kini.year());
    let tahun = tahun.and_then(|t| Some((Date::new(t, 1, 1).ok()?, Date::new(t, 12, 31).ok()?)));
    let kurun = match tahun {
        Some(tahun) if terlihat(store, l.unit_id, tahun).await? => tahun,
        _ => kurun(kini),
    };
    bahan(store, l.unit_id, kurun).await
}

/// Whether malls show anything of a unit in these days: a number taken or a course. The first row found is enough.
async fn terlihat(store: &Store, unit: UnitId, (dari, sampai): (Date, Date)) -> Hasil<bool> {
    let sql = format!(
        "SELECT COUNT(*) AS n FROM (SELECT 1 AS satu FROM tiket t WHERE {MILIK_UNIT} AND t.tanggal >= $2 AND t.tanggal <= $3 LIMIT 1) x"
    );
    let ada = store.baca().angka(&sql, nilai![unit, dari.to_string(), sampai.to_string()]).await? > 0;
    Ok(ada || !pelatihan(store, unit, dari, sampai).await?.is_empty())
}

/// What is known of a unit for these days.
///
/// # Errors
/// When the store fails.
pub async fn bahan(store: &Store, unit: UnitId, (dari, sampai): (Date, Date)) -> Hasil<BahanMal> {
    let u = instansi::unit(store, unit).await?;
    let rumah = instansi::dari_id(store, u.instansi_id).await?;
    let c = store.baca();
    let kalender = kalender::kalender(c, u.instansi_id).await?;
    let zona = crate::zona_waktu(&rumah.zona);
    let geser = i64::from(zona.to_offset(Waktu(0).timestamp()).seconds()) * 1_000_000;
    let sql = format!(
        "SELECT t.tanggal, t.saluran, COUNT(*) AS nomor, CAST(SUM(CASE WHEN t.keadaan = 'selesai' THEN 1 ELSE 0 END) AS bigint) AS selesai,
           CAST(SUM(CASE WHEN t.prioritas = 'rentan' THEN 1 ELSE 0 END) AS bigint) AS rentan,
           CAST(SUM(CASE WHEN t.keadaan = 'selesai' AND ((t.pertama_dipanggil + $4) / 3600000000) % 24 = 12 THEN 1 ELSE 0 END) AS bigint) AS siang
         FROM tiket t WHERE {MILIK_UNIT} AND t.tanggal >= $2 AND t.tanggal <= $3 GROUP BY t.tanggal, t.saluran ORDER BY t.tanggal, t.saluran LIMIT 4000"
    );
    let semua: Vec<Hari> = c.semua(&sql, nilai![unit, dari.to_string(), sampai.to_string(), geser]).await?;
    let mut cara = CaraNomor::default();
    let mut hari: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
    for h in &semua {
        cara.nomor += h.nomor;
        cara.selesai += h.selesai;
        cara.rentan += h.rentan;
        match h.saluran.as_str() {
            "warga" => cara.daring += h.nomor,
            "pesanan" => cara.dipesan += h.nomor,
            "kios" => cara.kios += h.nomor,
            "depan" => cara.depan += h.nomor,
            _ => cara.petugas += h.nomor,
        }
        let x = hari.entry(&h.tanggal).or_default();
        *x = (x.0 + h.selesai, x.1 + h.siang);
    }
    let satu = |(tanggal, (selesai, siang)): (&str, (i64, i64))| {
        let tanggal: Date = tanggal.parse().ok().filter(|_| selesai > 0)?;
        Some(HariLayan { siang: u32::try_from(siang).unwrap_or(0), hari_kerja: kalender.hari_kerja(tanggal) })
    };
    Ok(BahanMal {
        dari,
        sampai,
        cara,
        jam: JamLebih::dari(hari.into_iter().filter_map(satu)),
        pelatihan: pelatihan(store, unit, dari, sampai).await?,
        sistem: sistem(store, unit, dari, sampai).await?,
    })
}

/// Courses in these days of officers who are placed at gerai of the unit.
async fn pelatihan(store: &Store, unit: UnitId, dari: Date, sampai: Date) -> Hasil<Vec<Pelatihan>> {
    let sql = "SELECT k.nama, k.penyelenggara, k.tanggal, CAST(COUNT(DISTINCT k.akun_id) AS bigint) AS petugas FROM pelaksana_kompetensi k
         LEFT JOIN pelaksana_kompetensi_hapus x ON x.kompetensi_id = k.id
         WHERE x.kompetensi_id IS NULL AND k.tanggal >= $2 AND k.tanggal <= $3 AND EXISTS (SELECT 1 FROM pelaksana p JOIN gerai g ON g.id = p.gerai_id
           JOIN tenan n ON n.id = g.tenan_id WHERE p.akun_id = k.akun_id AND g.mpp_id = k.mpp_id AND (g.mpp_id = $1 OR n.unit_id = $1))
         GROUP BY k.nama, k.penyelenggara, k.tanggal ORDER BY k.tanggal DESC, k.nama, k.penyelenggara LIMIT 200";
    store.baca().semua(sql, nilai![unit, dari.to_string(), sampai.to_string()]).await
}

async fn sistem(store: &Store, unit: UnitId, dari: Date, sampai: Date) -> Hasil<Sistem> {
    let c = store.baca();
    let kode = instansi::unit(store, unit).await?.kode;
    let standar = crate::layanan::katalog(store).await?.unit(&kode).map_or(0, |u| u.layanan.len());
    let kurun = || nilai![unit, dari.to_string(), sampai.to_string()];
    let lapor = "SELECT COUNT(*) AS n FROM pengaduan p JOIN pengaduan_kini k ON k.pengaduan_id = p.id
        WHERE COALESCE(k.unit_id, p.unit_id) = $1 AND p.tanggal >= $2 AND p.tanggal <= $3
          AND EXISTS (SELECT 1 FROM pengaduan_lapor l WHERE l.pengaduan_id = p.id)";
    let skm =
        "SELECT COUNT(*) AS n FROM skm_ronde k JOIN ronde r ON r.id = k.ronde_id WHERE r.unit_id = $1 AND k.sampai >= $2 AND k.mulai <= $3";
    Ok(Sistem {
        standar: i64::try_from(standar).unwrap_or(i64::MAX),
        lapor: c.angka(lapor, kurun()).await?,
        skm: c.angka(skm, kurun()).await?,
    })
}

pub(super) async fn usulan(store: &Store, l: &Lokus, e: &Edisi) -> Hasil<Vec<Usulan>> {
    if !ada(store, l).await? {
        return Ok(Vec::new());
    }
    let unit = instansi::unit(store, l.unit_id).await?;
    let kini = store.sekarang().hari(&instansi::dari_id(store, unit.instansi_id).await?.zona);
    let b = yang_dievaluasi(store, l, kini).await?;
    let asal: Vec<Asal> = tempat(store, l.unit_id, &b).await?;
    let satu = |i: &Indikator| {
        let mut jawaban = jawab(&b, i)?;
        jawaban.retain(|kunci, j| i.isian.iter().any(|x| x.kunci == *kunci && super::skm::cocok(x, j)));
        let bukti = BuktiUsulan::PelayananMal { unit: l.unit_id, nama: unit.nama.clone(), dari: b.dari, sampai: b.sampai };
        (!jawaban.is_empty()).then(|| Usulan {
            indikator: i.kode.clone(),
            jawaban,
            asal: asal.clone(),
            bukti: vec![bukti],
            kurun: Some((b.dari, b.sampai)),
        })
    };
    Ok(e.semua_indikator().filter_map(satu).collect())
}

#[derive(FromQueryResult)]
struct Mal {
    kode: String,
    nama: String,
}

/// Public figures of the malls where the unit serves.
async fn tempat(store: &Store, unit: UnitId, b: &BahanMal) -> Hasil<Vec<Asal>> {
    let sql = format!(
        "SELECT m.kode, u.nama FROM mpp m JOIN unit u ON u.id = m.unit_id WHERE m.unit_id IN (
          SELECT g.mpp_id FROM gerai g JOIN tenan n ON n.id = g.tenan_id WHERE g.mpp_id = $1 OR n.unit_id = $1
          UNION SELECT p.mpp_id FROM gerai_layanan p JOIN layanan l ON l.id = p.layanan_id WHERE l.unit_id = $1 AND {PERNAH})
        ORDER BY u.nama, m.kode LIMIT 20"
    );
    let semua: Vec<Mal> = store.baca().semua(&sql, nilai![unit]).await?;
    let asal = |m: Mal| Asal { tautan: format!("/mal/{}/kinerja?dari={}&sampai={}", m.kode, b.dari, b.sampai), nama: m.nama };
    Ok(semua.into_iter().map(asal).collect())
}

fn ganda(pilihan: &[(bool, &str)]) -> Option<Jawaban> {
    let ada: std::collections::BTreeSet<String> = pilihan.iter().filter(|(ya, _)| *ya).map(|(_, k)| (*k).to_owned()).collect();
    (!ada.is_empty()).then_some(Jawaban::Ganda(ada))
}

fn jawab(b: &BahanMal, i: &Indikator) -> Option<JawabanIndikator> {
    let tanya = |kunci: &str| i.isian.iter().any(|x| x.kunci == kunci);
    let opsi = |kunci: &str, o: &str| i.isian.iter().any(|x| x.kunci == kunci && x.label_opsi(o).is_some());
    let c = &b.cara;
    if opsi("fasilitas", "pendaftaran") && opsi("fasilitas", "nomor") {
        let isi = ganda(&[(c.daring + c.dipesan > 0, "pendaftaran"), (c.nomor > 0, "nomor")])?;
        return Some([("fasilitas".to_owned(), isi)].into());
    }
    if opsi("fasilitas", "petugas") && opsi("fasilitas", "layar") {
        return Some([("fasilitas".to_owned(), ganda(&[(c.depan > 0, "petugas")])?)].into());
    }
    if tanya("waktu_memudahkan") && tanya("bentuk") {
        let libur = b.jam.hari_libur_rutin();
        let isi = ganda(&[
            (b.jam.tanpa_jeda(), "tanpa_jeda"),
            (libur == Some(false), "tambahan_libur_tertentu"),
            (libur == Some(true), "tambahan_libur_rutin"),
        ])?;
        return Some([("waktu_memudahkan".to_owned(), Jawaban::YaTidak(true)), ("bentuk".to_owned(), isi)].into());
    }
    if opsi("mekanisme", "diklat") {
        return Some([("mekanisme".to_owned(), ganda(&[(!b.pelatihan.is_empty(), "diklat")])?)].into());
    }
    if opsi("unsur", "data_sp") && opsi("unsur", "skm") {
        let s = &b.sistem;
        let isi = ganda(&[(s.standar > 0, "data_sp"), (s.lapor > 0, "lapor"), (s.skm > 0, "skm"), (c.selesai > 0, "kinerja")])?;
        return Some([("unsur".to_owned(), isi)].into());
    }
    if tanya("punya_sipp_elektronik") {
        return (b.sistem.standar > 0).then(|| [("punya_sipp_elektronik".to_owned(), Jawaban::YaTidak(true))].into());
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_year_ends_yesterday() {
        assert_eq!(kurun(date(2026, 11, 22)), (date(2025, 11, 22), date(2026, 11, 21)));
        assert_eq!(kurun(date(2024, 2, 29)), (date(2023, 2, 28), date(2024, 2, 28)));
    }

    #[test]
    fn nothing_measured_is_no_answer() {
        assert_eq!(ganda(&[(false, "nomor"), (false, "pendaftaran")]), None);
        assert_eq!(ganda(&[(true, "nomor"), (false, "monitor")]), Some(Jawaban::Ganda(["nomor".to_owned()].into())));
    }
}
