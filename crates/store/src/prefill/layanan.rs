//! Proposals from the services of a unit: standards in force with their decrees and components, reviews, the pledge, how often what
//! citizens read was renewed. Fields are found by their keys. What Prima does not know (a board in the hall, a brochure, who was
//! asked) is not answered, and that something is missing here never becomes a "no".

use super::{Asal, BuktiUsulan, Usulan};
use crate::{
    Hasil, Store, Waktu,
    id::UnitId,
    instansi,
    kueri::Kueri,
    layanan::{self, KOMPONEN, maklumat},
    lokus::Lokus,
    nilai,
};
use ::layanan::standar::irama;
use jiff::civil::Date;
use pekppp::{Edisi, Indikator, Jawaban, JawabanIndikator};
use sea_orm::FromQueryResult;

/// What is known of the services of a unit on a day.
#[derive(Debug, Clone)]
pub struct BahanLayanan {
    /// Services that are given, with or without a standard in force.
    pub jenis: i64,
    pub satu: Vec<SatuLayanan>,
    pub maklumat: Option<maklumat::Maklumat>,
    /// Local days on which something that citizens read was renewed.
    pub diperbarui: Vec<Date>,
}

/// A service with a standard in force.
#[derive(Debug, Clone)]
pub struct SatuLayanan {
    pub nama: String,
    pub kode: String,
    pub sk_nomor: String,
    pub sk_tanggal: String,
    /// Of the fourteen.
    pub lengkap: usize,
    /// Last day on which it was reviewed, or replaced by a newer version.
    pub ditinjau: Option<Date>,
}

impl BahanLayanan {
    /// Whether the standard of every service that is given has all components.
    #[must_use]
    pub fn semua_lengkap(&self) -> bool {
        i64::try_from(self.satu.len()) == Ok(self.jenis) && self.satu.iter().all(|s| s.lengkap == KOMPONEN.len())
    }
}

#[derive(FromQueryResult)]
struct Tinjau {
    kode: String,
    ditinjau: Option<Waktu>,
    diganti: Option<Waktu>,
}

#[derive(FromQueryResult)]
struct Saat {
    pada: Waktu,
}

pub(super) async fn ada(store: &Store, l: &Lokus) -> Hasil<bool> {
    let sql = "SELECT COUNT(*) AS n FROM (SELECT 1 AS satu FROM layanan l JOIN standar s ON s.layanan_id = l.id
        JOIN standar_berlaku b ON b.standar_id = s.id WHERE l.unit_id = $1 LIMIT 1) x";
    Ok(store.baca().angka(sql, nilai![l.unit_id]).await? > 0)
}

/// Read from what is published; `None` when the unit has no standard in force.
///
/// # Errors
/// When the store fails.
pub async fn bahan(store: &Store, unit: UnitId, kini: Date) -> Hasil<Option<BahanLayanan>> {
    let u = instansi::unit(store, unit).await?;
    let zona = instansi::dari_id(store, u.instansi_id).await?.zona;
    let katalog = layanan::katalog(store).await?;
    let Some(terbit) = katalog.unit(&u.kode) else { return Ok(None) };
    let c = store.baca();
    let tinjau: Vec<Tinjau> = c
        .semua(
            "SELECT l.kode, CAST(MAX(t.pada) AS bigint) AS ditinjau, CAST(MAX(CASE WHEN s.nomor > 1 THEN b.pada END) AS bigint) AS diganti
             FROM layanan l JOIN standar s ON s.layanan_id = l.id JOIN standar_berlaku b ON b.standar_id = s.id
             LEFT JOIN standar_tinjauan t ON t.standar_id = s.id WHERE l.unit_id = $1 GROUP BY l.kode ORDER BY l.kode LIMIT 5000",
            nilai![unit],
        )
        .await?;
    let saat: Vec<Saat> = c
        .semua(
            "SELECT b.pada FROM standar_berlaku b JOIN standar s ON s.id = b.standar_id JOIN layanan l ON l.id = s.layanan_id WHERE l.unit_id = $1
             UNION ALL SELECT t.pada FROM standar_tinjauan t JOIN standar s ON s.id = t.standar_id JOIN layanan l ON l.id = s.layanan_id
               WHERE l.unit_id = $1
             UNION ALL SELECT pada FROM pengumuman WHERE unit_id = $1 UNION ALL SELECT pada FROM maklumat WHERE unit_id = $1
             ORDER BY pada DESC LIMIT 2000",
            nilai![unit],
        )
        .await?;
    let hari_tinjau = |kode: &str| {
        let t = tinjau.iter().find(|t| t.kode == kode)?;
        t.ditinjau.max(t.diganti).map(|w| w.hari(&zona))
    };
    let satu = terbit.layanan.iter().filter_map(|n| katalog.layanan.get(*n)).map(|t| SatuLayanan {
        nama: t.isi.nama.clone(),
        kode: t.layanan.kode.clone(),
        sk_nomor: t.sk_nomor.clone(),
        sk_tanggal: t.sk_tanggal.clone(),
        lengkap: t.isi.lengkap(),
        ditinjau: hari_tinjau(&t.layanan.kode),
    });
    let jenis = "SELECT COUNT(*) AS n FROM layanan l LEFT JOIN layanan_tutup x ON x.layanan_id = l.id WHERE l.unit_id = $1 AND x.layanan_id IS NULL";
    Ok(Some(BahanLayanan {
        satu: satu.collect(),
        jenis: c.angka(jenis, nilai![unit]).await?,
        maklumat: maklumat::berlaku(c, unit, kini).await?,
        diperbarui: saat.into_iter().map(|s| s.pada.hari(&zona)).collect(),
    }))
}

pub(super) async fn usulan(store: &Store, l: &Lokus, e: &Edisi) -> Hasil<Vec<Usulan>> {
    let unit = instansi::unit(store, l.unit_id).await?;
    let kini = store.sekarang().hari(&instansi::dari_id(store, unit.instansi_id).await?.zona);
    let Some(b) = bahan(store, l.unit_id, kini).await? else { return Ok(Vec::new()) };
    let satu = |i: &Indikator| {
        let mut jawaban = jawab(&b, i, kini)?;
        jawaban.retain(|kunci, j| i.isian.iter().any(|x| x.kunci == *kunci && super::skm::cocok(x, j)));
        let asal = Asal { tautan: format!("/pelayanan/unit/{}", unit.kode), nama: unit.nama.clone() };
        let bukti = BuktiUsulan::StandarLayanan { unit: l.unit_id, nama: unit.nama.clone(), pada: kini };
        (!jawaban.is_empty()).then(|| Usulan {
            indikator: i.kode.clone(),
            jawaban,
            asal: vec![asal],
            bukti: vec![bukti],
            kurun: Some((kini, kini)),
        })
    };
    Ok(e.semua_indikator().filter_map(satu).collect())
}

fn ya(kunci: &str) -> (String, Jawaban) {
    (kunci.to_owned(), Jawaban::YaTidak(true))
}

fn ganda(kunci: &str, pilihan: &str) -> (String, Jawaban) {
    (kunci.to_owned(), Jawaban::Ganda([pilihan.to_owned()].into()))
}

fn jawab(b: &BahanLayanan, i: &Indikator, kini: Date) -> Option<JawabanIndikator> {
    let tanya = |kunci: &str| i.isian.iter().any(|x| x.kunci == kunci);
    if tanya("sp_14_komponen") && tanya("jumlah_sp") {
        let banyak = i64::try_from(b.satu.len()).unwrap_or(i64::MAX);
        let mut j: JawabanIndikator = [
            ya("sp_dibuat"),
            ya("sp_ditetapkan"),
            ("jumlah_jenis_pelayanan".to_owned(), Jawaban::Bulat(b.jenis)),
            ("jumlah_sp".to_owned(), Jawaban::Bulat(banyak)),
        ]
        .into();
        if b.semua_lengkap() {
            j.extend([ya("sp_14_komponen")]);
        }
        return Some(j);
    }
    if tanya("semua_6_komponen") && tanya("media_publikasi") {
        // A standard without the six is never in force.
        return Some([ya("sp_dipublikasikan"), ya("semua_6_komponen"), ganda("media_publikasi", "website")].into());
    }
    if tanya("frekuensi_dan_cakupan") {
        let pilihan = tinjauan(b, kini)?;
        return Some([("frekuensi_dan_cakupan".to_owned(), Jawaban::Pilihan(pilihan.to_owned()))].into());
    }
    if tanya("maklumat_ada") && tanya("maklumat_ditetapkan") {
        b.maklumat.as_ref()?;
        return Some([ya("maklumat_ada"), ya("maklumat_ditetapkan"), ya("dipublikasikan"), ganda("media", "elektronik")].into());
    }
    if tanya("ada_sipp") && tanya("elektronik") {
        return Some([ya("ada_sipp"), ganda("jenis", "elektronik"), ganda("elektronik", "daring")].into());
    }
    if tanya("ada_pemutakhiran") && tanya("jangka_waktu") {
        let irama = irama(&b.diperbarui, kini)?;
        return Some([ya("ada_pemutakhiran"), ("jangka_waktu".to_owned(), Jawaban::Pilihan(irama.kunci().to_owned()))].into());
    }
    None
}

/// How often and how much was reviewed, with the keys of the answer; `None` when nothing was: that is the unit's to say.
fn tinjauan(b: &BahanLayanan, kini: Date) -> Option<&'static str> {
    let dalam = |hari: i32| b.satu.iter().filter(|s| s.ditinjau.is_some_and(|d| (kini - d).get_days() <= hari)).count();
    let (satu, dua, tiga, semua) = (dalam(366), dalam(731), dalam(1_096), b.satu.len());
    let seluruh = |n: usize| n == semua && i64::try_from(semua) == Ok(b.jenis);
    match () {
        () if seluruh(satu) => Some("satu_tahun_seluruh"),
        () if satu > 0 => Some("satu_tahun_sebagian"),
        () if seluruh(dua) => Some("dua_tahun_seluruh"),
        () if dua > 0 => Some("dua_tahun_sebagian"),
        () if seluruh(tiga) => Some("tiga_tahun_seluruh"),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::{ToSpan, civil::date};

    fn bahan(hari: &[Option<i64>], jenis: i64) -> BahanLayanan {
        let kini = date(2026, 11, 22);
        let satu = |h: &Option<i64>| SatuLayanan {
            nama: String::new(),
            kode: String::new(),
            sk_nomor: String::new(),
            sk_tanggal: String::new(),
            lengkap: 14,
            ditinjau: h.map(|h| kini.saturating_sub(h.days())),
        };
        BahanLayanan { jenis, satu: hari.iter().map(satu).collect(), maklumat: None, diperbarui: Vec::new() }
    }

    #[test]
    fn a_review_counts_for_what_it_covered() {
        let t = |hari: &[Option<i64>], jenis| tinjauan(&bahan(hari, jenis), date(2026, 11, 22));
        assert_eq!(t(&[Some(10), Some(300)], 2), Some("satu_tahun_seluruh"));
        assert_eq!(t(&[Some(10), Some(300)], 3), Some("satu_tahun_sebagian"));
        assert_eq!(t(&[Some(10), None], 2), Some("satu_tahun_sebagian"));
        assert_eq!(t(&[Some(500), Some(600)], 2), Some("dua_tahun_seluruh"));
        assert_eq!(t(&[Some(500), None], 2), Some("dua_tahun_sebagian"));
        assert_eq!(t(&[Some(1000)], 1), Some("tiga_tahun_seluruh"));
        assert_eq!(t(&[Some(2000)], 1), None);
        assert_eq!(t(&[None], 1), None);
    }

    #[test]
    fn all_components_of_all_services_or_nothing_is_said() {
        assert!(bahan(&[None, None], 2).semua_lengkap());
        assert!(!bahan(&[None], 2).semua_lengkap());
        let mut b = bahan(&[None], 1);
        b.satu[0].lengkap = 13;
        assert!(!b.semua_lengkap());
    }
}
