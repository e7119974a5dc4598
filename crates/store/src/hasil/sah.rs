//! Whether the columns that lists show of a frozen result say what was signed. Who writes the database, but holds no key, could change them:
//! what does not fit is shown nowhere.
//!
//! The text and the signature of a row are read once; afterwards a hash over the columns says that they were found right. What was signed
//! stays signed, so nothing kept here ages. A list of 100,000 rows costs a hash a row.

use super::bundel::pesan;
use crate::{
    Hasil, Kunci, KunciPublik, Store, StoreError, Waktu,
    id::HasilId,
    kueri::{self, Kueri, Value},
    sidik_hex,
};
use futures_util::{StreamExt as _, TryStreamExt as _};
use pekppp::Pecahan;
use sea_orm::FromQueryResult;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use std::{
    collections::{HashMap, HashSet},
    sync::{LazyLock, PoisonError, RwLock},
};

/// Status of a row whose columns are not those that were signed; it never stands in the database.
pub const TAK_COCOK: &str = "tak-cocok";

/// What a list is about to show of a result.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rupa<'a> {
    pub id: HasilId,
    /// Public code of its lokus.
    pub lokus: &'a str,
    pub status: &'a str,
    /// Exact, as decimal or fraction.
    pub ipp: Option<&'a str>,
    pub tampil: Option<&'a str>,
    pub kategori: Option<&'a str>,
    pub f02: Option<&'a str>,
    pub f03: Option<&'a str>,
    /// SHA-256 of the signed text.
    pub sidik: &'a str,
    pub pada: Waktu,
    /// Of which unit, agency and period it is shown, by [`milik`].
    pub milik: &'a str,
}

/// SQL: of which unit (`u`), agency (`i`), form (`l`) and period (alias `periode`) a result is shown, and whether as an example.
pub(crate) fn milik(periode: &str) -> String {
    format!(
        "u.kode || ' ' || i.kode || ' ' || l.formulir || ' ' || {periode}.kode || ' ' || {periode}.skema || ' ' || CAST({periode}.tahun AS text)
           || CASE WHEN {periode}.ilustrasi = 1 OR EXISTS (SELECT 1 FROM instalasi WHERE ilustrasi = 1) THEN ' contoh' ELSE '' END"
    )
}

impl super::Isi {
    /// What [`milik`] may give beside this text, in a period of this year: an example is never shown as real.
    pub(crate) fn milik(&self, tahun: i64) -> Vec<String> {
        Milik { unit: &self.unit.kode, instansi: &self.instansi.kode, formulir: &self.lokus.formulir, ilustrasi: self.ilustrasi }.semua(
            &self.periode.kode,
            &self.periode.skema,
            tahun,
        )
    }
}

struct Milik<'a> {
    unit: &'a str,
    instansi: &'a str,
    formulir: &'a str,
    ilustrasi: bool,
}

impl Milik<'_> {
    fn semua(&self, periode: &str, skema: &str, tahun: i64) -> Vec<String> {
        let nyata = format!("{} {} {} {periode} {skema} {tahun}", self.unit, self.instansi, self.formulir);
        let contoh = format!("{nyata} contoh");
        if self.ilustrasi { vec![contoh] } else { vec![nyata, contoh] }
    }
}

type Cetak = [u8; 16];

/// Columns that were found to be those of a signed text.
static UTUH: LazyLock<RwLock<HashSet<Cetak>>> = LazyLock::new(RwLock::default);
/// Beyond so many (about 40 MB) it begins anew.
const MUAT: usize = 1_000_000;
/// Signed texts read at once.
const SEKALI: usize = 200;
/// Mismatches of one list that the log names.
const DISEBUT: usize = 5;

impl Rupa<'_> {
    fn cetak(&self, kunci: &KunciPublik) -> Cetak {
        // The column holds a fraction, the signed text a decimal where there is one.
        let ipp = self.ipp.map(|t| t.parse::<Pecahan>().map_or_else(|_| t.to_owned(), |p| p.atas_bawah()));
        let mut h = Sha256::new();
        h.update(kunci.bytes());
        h.update(self.id.0.as_bytes());
        h.update(self.pada.0.to_be_bytes());
        for teks in [
            Some(self.lokus),
            Some(self.status),
            ipp.as_deref(),
            self.tampil,
            self.kategori,
            self.f02,
            self.f03,
            Some(self.sidik),
            Some(self.milik),
        ] {
            h.update(teks.map_or(u64::MAX, |t| t.len() as u64).to_be_bytes());
            h.update(teks.unwrap_or_default());
        }
        let penuh: [u8; 32] = h.finalize().into();
        let mut c = Cetak::default();
        c.copy_from_slice(&penuh[..16]);
        c
    }
}

/// Those of these results whose columns are not what was signed, or whose text or signature does not hold.
///
/// # Errors
/// When the store fails; a text that cannot be read is a mismatch, not a fault.
pub(crate) async fn tak_cocok<'a>(store: &Store, semua: impl Iterator<Item = Rupa<'a>>) -> Hasil<HashSet<HasilId>> {
    let publik = store.kunci().publik();
    let mut belum: HashMap<HasilId, (Cetak, String)> = {
        let utuh = UTUH.read().unwrap_or_else(PoisonError::into_inner);
        let lihat = |r: Rupa<'a>| {
            let cetak = r.cetak(&publik);
            (!utuh.contains(&cetak)).then(|| (r.id, (cetak, r.lokus.to_owned())))
        };
        semua.filter_map(lihat).collect()
    };
    if belum.is_empty() {
        return Ok(HashSet::new());
    }
    let id: Vec<HasilId> = belum.keys().copied().collect();
    let inti = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let kerja: Vec<_> = id.chunks(SEKALI).map(|bagian| tertanda(store, bagian.to_vec(), publik)).collect();
    let terbaca: Vec<Vec<(HasilId, Cetak)>> = futures_util::stream::iter(kerja).buffer_unordered(inti).try_collect().await?;
    let mut utuh = UTUH.write().unwrap_or_else(PoisonError::into_inner);
    if utuh.len() + belum.len() > MUAT {
        utuh.clear();
    }
    for (id, cetak) in terbaca.into_iter().flatten() {
        if belum.get(&id).is_some_and(|(c, _)| *c == cetak) {
            belum.remove(&id);
            utuh.insert(cetak);
        }
    }
    drop(utuh);
    for (_, lokus) in belum.values().take(DISEBUT) {
        tracing::error!(lokus, banyak = belum.len(), "the figures of a frozen result are not those that were signed; they are not shown");
    }
    Ok(belum.into_keys().collect())
}

#[derive(FromQueryResult)]
struct Teks {
    id: HasilId,
    isi: String,
    tanda: Vec<u8>,
}

/// What these results would show by their signed texts; those that do not hold are left out.
async fn tertanda(store: &Store, id: Vec<HasilId>, publik: KunciPublik) -> Hasil<Vec<(HasilId, Cetak)>> {
    let tempat = kueri::tempat(1..=id.len());
    let sql = format!("SELECT id, isi, tanda FROM hasil WHERE id IN ({tempat}) ORDER BY id LIMIT {SEKALI}");
    let semua: Vec<Teks> = store.baca().semua(&sql, id.into_iter().map(Value::from).collect()).await?;
    let kunci = store.kunci().potret();
    let kerja = move || semua.iter().flat_map(|t| t.cetak(&kunci, &publik).into_iter().map(|c| (t.id, c))).collect();
    tokio::task::spawn_blocking(kerja).await.map_err(|e| StoreError::Rusak(e.to_string()))
}

impl super::HasilBeku {
    /// The index as shown and its category, by the signed text and not by the columns beside it; `None` without an index, or when the
    /// text or its signature does not hold.
    #[must_use]
    pub fn ipp_bertanda(&self, store: &Store) -> Option<(String, String)> {
        #[derive(Deserialize)]
        struct Ringkas {
            hasil: Angka,
        }
        if !self.tanda_sah(store) {
            return None;
        }
        let r: Ringkas = serde_json::from_str(&self.isi).ok()?;
        r.hasil.ipp.map(|i| (i.tampil, i.kategori))
    }
}

/// The part of a signed text that lists show.
#[derive(Deserialize)]
struct Isi {
    id: HasilId,
    ilustrasi: bool,
    instansi: Kode,
    unit: Kode,
    periode: Periode,
    lokus: Lokus,
    hasil: Angka,
    dibekukan: String,
}

#[derive(Deserialize)]
struct Kode {
    kode: String,
}

#[derive(Deserialize)]
struct Periode {
    kode: String,
    skema: String,
    tahun: i64,
}

#[derive(Deserialize)]
struct Lokus {
    kode: String,
    formulir: String,
}

#[derive(Deserialize)]
struct Angka {
    status: String,
    ipp: Option<Akhir>,
    f02: Nilai,
    f03: Nilai,
}

#[derive(Deserialize)]
struct Akhir {
    ipp: String,
    tampil: String,
    kategori: String,
}

#[derive(Deserialize)]
struct Nilai {
    nilai: Option<String>,
}

impl Teks {
    /// Each way in which it may be shown; none when the text or its signature does not hold.
    fn cetak(&self, kunci: &Kunci, publik: &KunciPublik) -> Vec<Cetak> {
        let sidik = sidik_hex(self.isi.as_bytes());
        if !kunci.sah(&pesan(&sidik), &self.tanda) {
            return Vec::new();
        }
        let Ok(i) = serde_json::from_str::<Isi>(&self.isi) else { return Vec::new() };
        let Ok(pada) = i.dibekukan.parse::<jiff::Timestamp>() else { return Vec::new() };
        let (h, ipp) = (&i.hasil, i.hasil.ipp.as_ref());
        let rupa = |milik: &str| {
            let r = Rupa {
                id: i.id,
                lokus: &i.lokus.kode,
                status: &h.status,
                ipp: ipp.map(|a| a.ipp.as_str()),
                tampil: ipp.map(|a| a.tampil.as_str()),
                kategori: ipp.map(|a| a.kategori.as_str()),
                f02: h.f02.nilai.as_deref(),
                f03: h.f03.nilai.as_deref(),
                sidik: &sidik,
                pada: Waktu(pada.as_microsecond()),
                milik,
            };
            r.cetak(publik)
        };
        let m = Milik { unit: &i.unit.kode, instansi: &i.instansi.kode, formulir: &i.lokus.formulir, ilustrasi: i.ilustrasi };
        m.semua(&i.periode.kode, &i.periode.skema, i.periode.tahun).iter().map(|m| rupa(m)).collect()
    }
}
