//! The frozen result as a document of its own: what is signed, and the file that people keep.
//!
//! `isi` is signed in its canonical form. The edition's text stands beside it in the file and is bound by its hash, so that
//! a thousand results do not keep a thousand copies. No name of an evaluator, no note, no answer of a citizen is in it.

use super::{amplop::Jenis, benturan::TetapDihitung, hitung::HasilSementara, kanonik};
use crate::{
    Hasil, Kunci, Store, StoreError, Waktu,
    id::{BuktiId, HasilId},
    lokus::Lokus,
    persiapan::benturan::Berbenturan,
    sidik_hex,
};
use pekppp::{AgregasiF03, CaraPenilai, F03Ringkas, HasilIpp, LembarF02, Masukan, Nilai};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Kind and version of the file format. A field more is a number more (`docs/decisions/signed-formats.md`).
pub const FORMAT: &str = "prima/hasil/1";
pub(super) const JENIS: Jenis = Jenis { format: FORMAT, nama: "bundel hasil Prima", peristiwa: "dibekukan" };

/// A public code and a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sebutan {
    pub kode: String,
    pub nama: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstalasiBundel {
    pub id: Uuid,
    pub kunci: String,
    /// Ed25519, 64 hex digits.
    pub kunci_publik: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeriodeBundel {
    pub kode: String,
    pub nama: String,
    pub tahun: i64,
    pub skema: String,
    pub penyatuan: String,
    pub penyelenggara: Sebutan,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LokusBundel {
    pub kode: String,
    pub formulir: String,
    pub cakupan: String,
    pub kategori: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EdisiBundel {
    pub id: String,
    pub sidik: String,
}

/// The submission of F01 that was scored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct F01Bundel {
    pub nomor: i64,
    pub sidik: String,
    pub pada: String,
}

/// One piece of evidence: a file by its hash, or a link, whose content is outside Prima and not frozen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BuktiBundel {
    pub id: BuktiId,
    pub indikator: String,
    pub sidik: Option<String>,
}

/// The sheet of one evaluator under his account id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LembarBundel {
    pub evaluator: String,
    pub nilai: BTreeMap<String, Nilai>,
    pub selesai: Option<String>,
}

/// A sheet that counts although its evaluator (account id) declared a conflict of interest after it was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BenturanBundel {
    pub evaluator: String,
    /// When he declared it, UTC.
    pub dinyatakan: String,
    /// Why the organiser lets it count.
    pub tetap: TetapDihitung,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct F03Bundel {
    pub ringkas: F03Ringkas,
    pub daring: u64,
    pub kertas: u64,
    pub kertas_ditolak: u64,
    /// Per statement how many respondents gave 0, 1, …, 5.
    pub sebaran: Vec<[u64; 6]>,
}

/// What is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Isi {
    pub id: HasilId,
    /// 1, 2, … of the lokus; an annulled result keeps its number.
    pub nomor: i64,
    /// Invented example data: never to be taken for a real result.
    pub ilustrasi: bool,
    pub instalasi: InstalasiBundel,
    pub instansi: Sebutan,
    pub unit: Sebutan,
    pub periode: PeriodeBundel,
    pub lokus: LokusBundel,
    pub edisi: EdisiBundel,
    pub f01: F01Bundel,
    pub bukti: Vec<BuktiBundel>,
    pub f02: Vec<LembarBundel>,
    /// Left out where there is none, so that results from before it existed keep their text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub benturan: Vec<BenturanBundel>,
    pub kesepakatan: BTreeMap<String, Nilai>,
    /// SHA-256 over notes, sources and recommendations, which stay with the installation.
    pub catatan_sidik: String,
    pub f03: F03Bundel,
    pub cara_penilai: CaraPenilai,
    pub agregasi_f03: AgregasiF03,
    pub hasil: HasilIpp,
    /// UTC.
    pub dibekukan: String,
}

/// Columns of a result that stand beside its signed text, so that lists need not open it. Pages show them, so they must say the same.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Kolom {
    pub nomor: i64,
    pub status: String,
    pub ipp: Option<String>,
    pub ipp_urut: Option<i64>,
    pub tampil: Option<String>,
    pub kategori: Option<String>,
    pub f02: Option<String>,
    pub f03: Option<String>,
}

impl Isi {
    /// What the columns beside this text hold.
    pub(crate) fn kolom(&self) -> Kolom {
        let (h, ipp) = (&self.hasil, self.hasil.ipp.as_ref());
        let simpan = ipp.map(|i| i.ipp.simpan());
        Kolom {
            nomor: self.nomor,
            status: h.status.kunci().to_owned(),
            ipp: simpan.as_ref().map(|s| s.pecahan.clone()),
            ipp_urut: simpan.as_ref().map(|s| s.skala),
            tampil: ipp.map(|i| i.tampil.clone()),
            kategori: ipp.map(|i| i.kategori.clone()),
            f02: h.f02.nilai.as_ref().map(ToString::to_string),
            f03: h.f03.nilai.as_ref().map(ToString::to_string),
        }
    }

    /// What `pekppp::hitung` takes, exactly as it was taken when the result was frozen.
    #[must_use]
    pub fn masukan(&self) -> Masukan {
        Masukan {
            f02: self.f02.iter().map(|l| LembarF02 { evaluator: l.evaluator.clone(), nilai: l.nilai.clone() }).collect(),
            cara_penilai: Some(self.cara_penilai),
            nilai_konsensus: self.kesepakatan.clone(),
            f03: self.f03.ringkas.clone(),
            agregasi_f03: Some(self.agregasi_f03),
        }
    }

    /// Canonical text and its hash.
    pub fn teks(&self) -> Hasil<(String, String)> {
        let teks = kanonik(&nilai(self)?)?;
        let sidik = sidik_hex(teks.as_bytes());
        Ok((teks, sidik))
    }
}

fn nilai(v: &impl Serialize) -> Hasil<Value> {
    serde_json::to_value(v).map_err(|e| StoreError::Rusak(format!("bundle: {e}")))
}

/// What the installation key signs when a result is frozen; `sidik` is the SHA-256 (hex) of the bundle text.
#[must_use]
pub fn pesan(sidik: &str) -> Vec<u8> {
    JENIS.pesan(sidik)
}

/// The file as it is given out; ends with a line break.
pub(crate) fn berkas(isi: &str, edisi: &str, sidik: &str, tanda: &[u8]) -> Hasil<String> {
    JENIS.berkas(isi, edisi, sidik, tanda)
}

/// Names and codes that the lokus row does not hold.
pub(super) struct Asal {
    pub instansi: String,
    pub unit: String,
    pub periode: String,
    pub penyelenggara: Sebutan,
}

pub(super) struct Bahan<'a> {
    pub store: &'a Store,
    pub kunci: &'a Kunci,
    pub lokus: &'a Lokus,
    pub asal: Asal,
    pub id: HasilId,
    pub nomor: i64,
    pub ilustrasi: bool,
    /// Why sheets count whose evaluators declared a conflict of interest; asked where there are some.
    pub tetap: Option<TetapDihitung>,
    pub pada: Waktu,
}

/// # Errors
/// `Keadaan("hasil-belum-dikirim")` without a live submission of F01, `Keadaan("hasil-benturan")` without the reason that is asked for.
pub(super) fn susun(b: Bahan<'_>, s: &HasilSementara) -> Hasil<Isi> {
    let l = b.lokus;
    let p = s.pengiriman.as_ref().ok_or(StoreError::Keadaan("hasil-belum-dikirim"))?;
    let publik = b.kunci.publik();
    Ok(Isi {
        id: b.id,
        nomor: b.nomor,
        ilustrasi: b.ilustrasi,
        instalasi: InstalasiBundel { id: b.store.instalasi(), kunci: publik.id(), kunci_publik: hex::encode(publik.bytes()) },
        instansi: Sebutan { kode: b.asal.instansi, nama: l.instansi.clone() },
        unit: Sebutan { kode: b.asal.unit, nama: l.unit.clone() },
        periode: PeriodeBundel {
            kode: b.asal.periode,
            nama: l.periode.clone(),
            tahun: l.tahun,
            skema: l.skema.clone(),
            penyatuan: l.penyatuan.clone(),
            penyelenggara: b.asal.penyelenggara,
        },
        lokus: LokusBundel { kode: l.kode.clone(), formulir: l.formulir.clone(), cakupan: l.cakupan.clone(), kategori: l.kategori.clone() },
        edisi: EdisiBundel { id: s.edisi.id.clone(), sidik: l.edisi()?.to_owned() },
        f01: F01Bundel { nomor: p.nomor, sidik: p.sidik.clone(), pada: utc(p.pada) },
        bukti: s.bukti.iter().map(|x| BuktiBundel { id: x.id, indikator: x.indikator.clone(), sidik: x.sidik.clone() }).collect(),
        f02: s
            .masukan
            .f02
            .iter()
            .zip(&s.lembar)
            .map(|(f, l)| LembarBundel { evaluator: f.evaluator.clone(), nilai: f.nilai.clone(), selesai: l.selesai.map(utc) })
            .collect(),
        benturan: benturan(s, b.tetap)?,
        kesepakatan: s.masukan.nilai_konsensus.clone(),
        catatan_sidik: sidik_hex(kanonik(&catatan(s))?.as_bytes()),
        f03: F03Bundel {
            ringkas: s.f03.f03.clone(),
            daring: s.f03.daring,
            kertas: s.f03.kertas,
            kertas_ditolak: s.f03.kertas_ditolak,
            sebaran: s.f03.sebaran.clone(),
        },
        cara_penilai: s.hasil.cara_penilai,
        agregasi_f03: s.hasil.agregasi_f03,
        hasil: s.hasil.clone(),
        dibekukan: utc(b.pada),
    })
}

fn benturan(s: &HasilSementara, tetap: Option<TetapDihitung>) -> Hasil<Vec<BenturanBundel>> {
    let satu = |b: &Berbenturan| {
        let tetap = tetap.ok_or(StoreError::Keadaan("hasil-benturan"))?;
        Ok(BenturanBundel { evaluator: b.akun.to_string(), dinyatakan: utc(b.pada), tetap })
    };
    s.benturan.iter().map(satu).collect()
}

fn catatan(s: &HasilSementara) -> Value {
    let per_penilai: Vec<Value> =
        s.catatan.iter().map(|c| serde_json::json!([c.indikator, c.akun_id, c.sumber, c.catatan, c.rekomendasi])).collect();
    let bersama: Vec<Value> = s.sepakat.iter().map(|x| serde_json::json!([x.indikator, x.alasan, x.rekomendasi])).collect();
    serde_json::json!([per_penilai, bersama])
}

pub(crate) fn utc(w: Waktu) -> String {
    w.timestamp().to_string()
}
