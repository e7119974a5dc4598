//! Reading the rows of a ranking: by pages, so that memory holds the ranking and not the database's rows; what repeats from unit to
//! unit (names of instansi, categories, values as shown) is kept once.

use super::Baris;
use crate::{
    Hasil, Store, StoreError, Waktu,
    hasil::{
        TAK_COCOK,
        sah::{self, Rupa},
    },
    id::{HasilId, InstansiId, LokusId, PeriodeId, UnitId},
    kueri::{Kueri, Value},
    nilai,
};
use sea_orm::FromQueryResult;
use std::{collections::HashSet, sync::Arc};
use uuid::Uuid;

/// A row as it comes from the database.
#[derive(FromQueryResult)]
struct Mentah {
    lokus: LokusId,
    unit_id: UnitId,
    kode: String,
    kelompok: String,
    formulir: String,
    unit: String,
    instansi_id: InstansiId,
    instansi: String,
    instansi_kode: String,
    hasil: Option<HasilId>,
    status: Option<String>,
    ipp: Option<String>,
    tampil: Option<String>,
    kategori: Option<String>,
    f02: Option<String>,
    f03: Option<String>,
    sidik: Option<String>,
    pada: Option<Waktu>,
    divalidasi: i64,
    milik: String,
}

/// Texts that were seen, each once.
#[derive(Default)]
pub(crate) struct Sekali(HashSet<Arc<str>>);

impl Sekali {
    pub(crate) fn dapat(&mut self, teks: &str) -> Arc<str> {
        if let Some(ada) = self.0.get(teks) {
            return ada.clone();
        }
        let baru: Arc<str> = teks.into();
        self.0.insert(baru.clone());
        baru
    }
}

impl Mentah {
    fn jadi(self, s: &mut Sekali) -> Baris {
        let mut bagi = |t: Option<String>| t.map(|t| s.dapat(&t));
        let (status, tampil, kategori) = (bagi(self.status), bagi(self.tampil), bagi(self.kategori));
        let (ipp, f02, f03) = (bagi(self.ipp), bagi(self.f02), bagi(self.f03));
        Baris {
            lokus: self.lokus,
            kode: self.kode.into(),
            kelompok: s.dapat(&self.kelompok),
            formulir: s.dapat(&self.formulir),
            unit: self.unit.into(),
            instansi_id: self.instansi_id,
            instansi: s.dapat(&self.instansi),
            instansi_kode: s.dapat(&self.instansi_kode),
            hasil: self.hasil,
            status,
            ipp,
            tampil,
            kategori,
            f02,
            f03,
            sidik: self.sidik.map(Into::into),
            pada: self.pada,
            divalidasi: self.divalidasi,
            milik: self.milik.into(),
        }
    }
}

fn pilih() -> String {
    format!(
        "SELECT l.id AS lokus, l.unit_id, l.kode, l.kategori AS kelompok, l.formulir, u.nama AS unit, u.instansi_id,
    i.nama AS instansi, i.kode AS instansi_kode, h.id AS hasil, h.status, h.ipp, h.tampil, h.kategori, h.f02, h.f03, h.sidik, h.pada,
    CASE WHEN {} THEN CAST(1 AS bigint) ELSE CAST(0 AS bigint) END AS divalidasi, {} AS milik
    FROM lokus l JOIN unit u ON u.id = l.unit_id JOIN instansi i ON i.id = u.instansi_id JOIN periode p ON p.id = l.periode_id
    LEFT JOIN hasil h ON h.lokus_id = l.id AND h.pada <= $2 AND NOT EXISTS (SELECT 1 FROM hasil_batal b WHERE b.hasil_id = h.id AND b.pada <= $2)",
        crate::serah::TERVALIDASI,
        sah::milik("p")
    )
}

const SEKALIGUS: usize = 5000;

/// All lokus of a period with results frozen until `sampai`, by unit name.
pub(super) async fn semua(store: &Store, id: PeriodeId, sampai: Waktu) -> Hasil<Vec<Baris>> {
    let sql = format!("{} WHERE l.periode_id = $1 AND l.unit_id > $3 ORDER BY l.unit_id LIMIT {SEKALIGUS}", pilih());
    let (mut hasil, mut sekali, mut setelah) = (Vec::new(), Sekali::default(), UnitId(Uuid::nil()));
    loop {
        let bagian: Vec<Mentah> = store.baca().semua(&sql, nilai![id, sampai, setelah]).await?;
        let Some(akhir) = bagian.last() else { break };
        setelah = akhir.unit_id;
        let penuh = bagian.len() == SEKALIGUS;
        hasil.extend(bagian.into_iter().map(|m| m.jadi(&mut sekali)));
        if !penuh {
            break;
        }
    }
    cocokkan(store, &mut hasil).await?;
    // Bytes decide, so that both databases order alike.
    hasil.sort_unstable_by(|a, b| a.unit.cmp(&b.unit).then_with(|| a.lokus.cmp(&b.lokus)));
    Ok(hasil)
}

/// Some rows; `syarat` begins with WHERE and says the order and the limit.
pub(super) async fn dengan(store: &Store, syarat: &str, v: Vec<Value>) -> Hasil<Vec<Baris>> {
    let semua: Vec<Mentah> = store.baca().semua(&format!("{} {syarat}", pilih()), v).await?;
    let mut sekali = Sekali::default();
    let mut hasil = semua.into_iter().map(|m| m.jadi(&mut sekali)).collect::<Vec<_>>();
    cocokkan(store, &mut hasil).await?;
    Ok(hasil)
}

impl Baris {
    /// What is to be compared with the signed text; `None` without a frozen result.
    fn rupa(&self) -> Option<Rupa<'_>> {
        Some(Rupa {
            id: self.hasil?,
            lokus: &self.kode,
            status: self.status.as_deref().unwrap_or_default(),
            ipp: self.ipp.as_deref(),
            tampil: self.tampil.as_deref(),
            kategori: self.kategori.as_deref(),
            f02: self.f02.as_deref(),
            f03: self.f03.as_deref(),
            sidik: self.sidik.as_deref().unwrap_or_default(),
            pada: self.pada.unwrap_or(Waktu(0)),
            milik: &self.milik,
        })
    }
}

/// Takes the figures from rows that do not say what was signed: they are in no ranking and in no mean.
async fn cocokkan(store: &Store, semua: &mut [Baris]) -> Hasil<()> {
    let buruk = sah::tak_cocok(store, semua.iter().filter_map(Baris::rupa)).await?;
    // Compared: nothing shows it, and a large ranking is kept.
    for b in semua.iter_mut() {
        b.milik = Box::default();
    }
    if buruk.is_empty() {
        return Ok(());
    }
    for b in semua.iter_mut().filter(|b| b.hasil.is_some_and(|h| buruk.contains(&h))) {
        b.status = Some(TAK_COCOK.into());
        (b.ipp, b.tampil, b.kategori, b.f02, b.f03) = (None, None, None, None, None);
    }
    Ok(())
}

/// Exactly one.
///
/// # Errors
/// `TidakDitemukan`.
pub(super) async fn satu(store: &Store, syarat: &str, v: Vec<Value>) -> Hasil<Baris> {
    dengan(store, syarat, v).await?.pop().ok_or(StoreError::TidakDitemukan)
}
