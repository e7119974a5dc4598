//! Reading consultations: one with its steps, the list of an officer, and how many of a unit were brought to an end.

use super::{DARI, KOLOM, Konsultasi, ditolak};
use crate::{
    Hasil, Kunci, Store, StoreError, Waktu,
    hak::KotakAduan,
    id::{KonsultasiId, UnitId},
    identitas::{Milik, Tersegel},
    kalender,
    kueri::Kueri,
    nilai, pengaduan,
    waktu::zona_waktu,
};
use ::layanan::konsultasi::{Cara, Konsultasi as Aturan, Langkah, Pihak};
use jiff::{
    ToSpan as _,
    civil::{Date, DateTime},
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use std::ops::Deref;
use uuid::Uuid;

/// # Errors
/// `TidakDitemukan`.
pub async fn dari_id<C: ConnectionTrait>(c: &C, id: KonsultasiId) -> Hasil<Konsultasi> {
    c.satu(&format!("SELECT {KOLOM} {DARI} WHERE q.id = $1"), nilai![id]).await
}

/// For whoever holds the code.
///
/// # Errors
/// `TidakDitemukan`.
pub async fn dari_kode<C: ConnectionTrait>(c: &C, kode: &str) -> Hasil<Konsultasi> {
    c.satu(&format!("SELECT {KOLOM} {DARI} WHERE q.kode = $1"), nilai![kode]).await
}

/// One step as it is stored.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Tercatat {
    pub id: Uuid,
    pub urut: i64,
    /// `pesan`, `usul`, `sepakati`, `selesai`, `batal`, `tidak-hadir` or `buka-kembali`.
    pub jenis: String,
    /// `pemohon` or `petugas`.
    pub pihak: String,
    pub waktu: Option<String>,
    teks: Tersegel,
    pub pada: Waktu,
    pub oleh: Option<String>,
}

impl Tercatat {
    fn langkah(&self) -> Option<Langkah> {
        let p = Pihak::dari_kunci(&self.pihak)?;
        Some(match self.jenis.as_str() {
            "pesan" => Langkah::Pesan(p),
            "usul" => Langkah::Usul(p, self.waktu.as_deref()?.parse().ok()?),
            "sepakati" => Langkah::Sepakati(p),
            "selesai" => Langkah::Selesai(p),
            "batal" => Langkah::Batal(p),
            "tidak-hadir" => Langkah::TidakHadir,
            "buka-kembali" => Langkah::BukaKembali,
            _ => return None,
        })
    }
}

/// A consultation with its steps and how it stands.
#[derive(Debug, Clone)]
pub struct Muatan {
    pub konsultasi: Konsultasi,
    /// Topic and question, opened.
    pub topik: String,
    pub isi: String,
    pub langkah: Vec<Tercatat>,
    /// What was written at each step, opened, in the same order.
    pub teks: Vec<String>,
    pub aturan: Aturan,
    /// Local now.
    pub kini: DateTime,
    /// It ended, and the one who asked can still go on with it, by the limit that the instansi has for reopening a report.
    pub lanjut: bool,
}

impl Muatan {
    /// Whether the rules take this step now.
    #[must_use]
    pub fn boleh(&self, l: Langkah) -> bool {
        self.aturan.clone().terapkan(l, Some(self.kini)).is_ok()
    }
}

/// # Errors
/// When the store fails, or what is stored holds no consultation.
pub async fn muat<C: ConnectionTrait>(c: &C, kunci: &Kunci, konsultasi: Konsultasi, kini: Waktu) -> Hasil<Muatan> {
    let sql = "SELECT s.id, s.urut, s.jenis, s.pihak, s.waktu, s.teks, s.pada, a.nama AS oleh FROM konsultasi_langkah s
        LEFT JOIN akun a ON a.id = s.oleh WHERE s.konsultasi_id = $1 ORDER BY s.urut LIMIT 2000";
    let langkah: Vec<Tercatat> = c.semua(sql, nilai![konsultasi.id]).await?;
    let rusak = || StoreError::Rusak(format!("steps of consultation {}", konsultasi.id));
    let cara = Cara::dari_kunci(&konsultasi.cara).ok_or_else(rusak)?;
    let mut aturan = Aturan::baru(cara, konsultasi.waktu.as_deref().and_then(|w| w.parse().ok()));
    for l in &langkah {
        aturan.terapkan(l.langkah().ok_or_else(rusak)?, None).map_err(ditolak)?;
    }
    let kini = kini.timestamp().to_zoned(zona_waktu(&konsultasi.zona)).datetime();
    let lanjut = aturan.keadaan.berakhir() && belum_lewat(c, &konsultasi, kini.date()).await?;
    let topik = konsultasi.topik.buka(kunci, Milik(super::TOPIK, konsultasi.id.0))?;
    let isi = konsultasi.isi.buka(kunci, Milik(super::ISI, konsultasi.id.0))?;
    let teks = langkah.iter().map(|l| l.teks.buka(kunci, Milik(super::TEKS, l.id))).collect::<Hasil<_>>()?;
    Ok(Muatan { konsultasi, topik, isi, langkah, teks, aturan, kini, lanjut })
}

/// Whether a consultation that ended may still be reopened on a local day: as reports of its instansi, from the day of its end.
async fn belum_lewat<C: ConnectionTrait>(c: &C, k: &Konsultasi, hari: Date) -> Hasil<bool> {
    let akhir = k.terakhir.hari(&k.zona);
    let Some(b) = pengaduan::aturan(c, k.instansi_id, &akhir.to_string()).await?.buka_kembali else { return Ok(true) };
    let jatuh = b.batas.jatuh(akhir, &kalender::kalender(c, k.instansi_id).await?);
    Ok(hari <= jatuh.map_err(|_| StoreError::Keadaan("aduan-tenggat"))?.jatuh)
}

/// A consultation in a list, with its topic opened.
#[derive(Debug, Clone)]
pub struct Baris {
    pub topik: String,
    konsultasi: Konsultasi,
}

impl Deref for Baris {
    type Target = Konsultasi;

    fn deref(&self) -> &Konsultasi {
        &self.konsultasi
    }
}

/// SQL that holds for consultations of a person's units or instansi, with its values.
fn jangkauan(kotak: &KotakAduan) -> (String, Vec<Value>) {
    let mut v: Vec<Value> = Vec::new();
    let mut syarat = vec!["1 = 0".to_owned()];
    for i in &kotak.instansi {
        v.push((*i).into());
        syarat.push(format!("q.instansi_id = ${}", v.len()));
    }
    for u in &kotak.unit {
        v.push((*u).into());
        syarat.push(format!("(q.unit_id = ${0} OR u.induk_id = ${0})", v.len()));
    }
    (syarat.join(" OR "), v)
}

/// How many consultations of a person's units or instansi wait for the unit.
pub async fn menunggu(store: &Store, kotak: &KotakAduan) -> Hasil<i64> {
    let (syarat, v) = jangkauan(kotak);
    store.baca().angka(&format!("SELECT COUNT(*) AS n {DARI} WHERE ({syarat}) AND k.keadaan = 'menunggu-unit'"), v).await
}

/// Consultations of a person's units or instansi: those that wait for an answer first. `selesai`: those that are over.
pub async fn daftar(store: &Store, kotak: &KotakAduan, selesai: bool, lewati: i64, batas: i64) -> Hasil<(Vec<Baris>, i64)> {
    let (syarat, mut v) = jangkauan(kotak);
    let keadaan = if selesai { "IN" } else { "NOT IN" };
    let syarat = format!("({syarat}) AND k.keadaan {keadaan} ('selesai', 'batal', 'tidak-hadir')");
    let c = store.baca();
    let n = c.angka(&format!("SELECT COUNT(*) AS n {DARI} WHERE {syarat}"), v.clone()).await?;
    let (a, b) = (v.len() + 1, v.len() + 2);
    v.extend([batas.into(), lewati.into()]);
    let sql = format!(
        "SELECT {KOLOM} {DARI} WHERE {syarat} ORDER BY CASE k.keadaan WHEN 'menunggu-unit' THEN 0 WHEN 'disepakati' THEN 1 ELSE 2 END,
         k.pada, q.id LIMIT ${a} OFFSET ${b}"
    );
    let semua: Vec<Konsultasi> = c.semua(&sql, v).await?;
    let buka = |konsultasi: Konsultasi| -> Hasil<Baris> {
        let topik = konsultasi.topik.buka(store.kunci(), Milik(super::TOPIK, konsultasi.id.0))?;
        Ok(Baris { topik, konsultasi })
    };
    Ok((semua.into_iter().map(buka).collect::<Hasil<_>>()?, n))
}

#[derive(FromQueryResult)]
struct Hitungan {
    pada: Waktu,
    keadaan: String,
    zona: String,
}

/// Consultations of a unit asked for from `dari` to `sampai` (local days), and of these the ones that were finished. Cancelled ones
/// and those to which nobody came are in neither.
pub async fn hitung_selesai(store: &Store, unit: UnitId, dari: Date, sampai: Date) -> Hasil<(u32, u32)> {
    let sql = "SELECT q.pada, k.keadaan, i.zona FROM konsultasi q JOIN konsultasi_kini k ON k.konsultasi_id = q.id
        JOIN instansi i ON i.id = q.instansi_id WHERE k.unit_id = $1 AND q.pada >= $2 AND q.pada < $3 ORDER BY q.id LIMIT 200000";
    // A day more on either side: which local day it was is asked below.
    let batas = |h: Date, hari: i64| h.saturating_add(hari.days()).in_tz("UTC").map_or(0, |z| z.timestamp().as_microsecond());
    let semua: Vec<Hitungan> = store.baca().semua(sql, nilai![unit, batas(dari, -1), batas(sampai, 2)]).await?;
    let dalam = |h: &&Hitungan| (dari..=sampai).contains(&h.pada.hari(&h.zona)) && !matches!(h.keadaan.as_str(), "batal" | "tidak-hadir");
    let dalam: Vec<&Hitungan> = semua.iter().filter(dalam).collect();
    let banyak = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Ok((banyak(dalam.len()), banyak(dalam.iter().filter(|h| h.keadaan == "selesai").count())))
}
