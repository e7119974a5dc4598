//! Ranking of a period's frozen results: per category, by the unrounded value; and the mean of each instansi.
//!
//! Officers read the live state ([`periode`]), the public only what a [`Terbitan`] covers ([`publik`]). One query reads
//! a whole period; order, ties and means are `pekppp`'s.

use crate::{
    Hasil, Store, StoreError, Waktu, edisi,
    hak::PembacaPeriode,
    id::{HasilId, InstansiId, LokusId, PeriodeId},
    kueri::Kueri,
    nilai,
    penerbitan::Terbitan,
    periode::Periode,
};
use pekppp::{Edisi, HasilInstansi, Ipp, Pecahan, peringkat::Peringkat};
use sea_orm::FromQueryResult;
use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, Mutex},
};

/// A lokus with its live frozen result, if it has one.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Baris {
    pub lokus: LokusId,
    pub kode: String,
    /// Ranking category.
    pub kelompok: String,
    pub formulir: String,
    pub unit: String,
    pub instansi_id: InstansiId,
    pub instansi: String,
    pub instansi_kode: String,
    pub hasil: Option<HasilId>,
    /// `complete`, `f02-kurang`, `f03-kurang`; `None` without a frozen result.
    pub status: Option<String>,
    pub ipp: Option<String>,
    /// Two decimals.
    pub tampil: Option<String>,
    /// Category of the value (`A-`).
    pub kategori: Option<String>,
    pub f02: Option<String>,
    pub f03: Option<String>,
    pub sidik: Option<String>,
    pub pada: Option<Waktu>,
}

impl Baris {
    /// # Errors
    /// `Rusak` when the stored text is no index.
    pub fn nilai(&self) -> Hasil<Option<Ipp>> {
        let rusak = || StoreError::Rusak(format!("ipp of lokus {}: {:?}", self.lokus, self.ipp));
        self.ipp.as_deref().map(|t| Ipp::baru(t.parse::<Pecahan>().map_err(|_| rusak())?).map_err(|_| rusak())).transpose()
    }
}

/// Mean of the units of an instansi, over those that have an IPP.
#[derive(Debug, Clone)]
pub struct RataInstansi {
    pub kode: String,
    pub nama: String,
    /// All lokus of the instansi in the period.
    pub lokus: usize,
    pub hasil: HasilInstansi,
}

/// The ranking of a period.
#[derive(Debug, Clone)]
pub struct PeringkatPeriode {
    /// By category, each ranked apart.
    pub kelompok: BTreeMap<String, Vec<Peringkat<Baris>>>,
    /// Frozen, but without an IPP: `status` says why.
    pub tanpa_ipp: Vec<Baris>,
    /// Not frozen (or not when it was published).
    pub belum: Vec<Baris>,
    pub instansi: Vec<RataInstansi>,
    /// Why a public result stands without minutes signed by all three parties; empty in the view of officers.
    pub tanpa_ba: HashMap<HasilId, String>,
    /// Editions of the period: form A, form B.
    pub edisi: Vec<Arc<Edisi>>,
}

impl PeringkatPeriode {
    #[must_use]
    pub fn diperingkat(&self) -> usize {
        self.kelompok.values().map(Vec::len).sum()
    }
}

/// The state now, for officers.
pub async fn periode(store: &Store, hak: &PembacaPeriode) -> Hasil<PeringkatPeriode> {
    susun(store, &hak.periode, baris(store, hak.periode.id, Waktu(i64::MAX)).await?).await
}

/// Rankings of publications with the time they were read. The figures of a publication never change (a published result cannot
/// be annulled); names of units may, so an entry is used for a minute, as long as a visitor's browser keeps the page.
pub(crate) type Singgahan = Arc<Mutex<HashMap<(PeriodeId, Waktu), (Waktu, Arc<PeringkatPeriode>)>>>;

/// Publications kept; a thousand units take about a megabyte.
const SINGGAH_MAKS: usize = 16;
const SINGGAH_DETIK: i64 = 60;

/// What is public.
pub async fn publik(store: &Store, t: &Terbitan) -> Hasil<Arc<PeringkatPeriode>> {
    let (kunci, kini) = ((t.periode.id, t.pada), store.sekarang());
    let ada = store.peringkat.lock().ok().and_then(|m| m.get(&kunci).cloned());
    if let Some((_, p)) = ada.filter(|(pada, _)| kini < pada.tambah_detik(SINGGAH_DETIK)) {
        return Ok(p);
    }
    let mut p = susun(store, &t.periode, baris(store, t.periode.id, t.pada).await?).await?;
    p.tanpa_ba = crate::penerbitan::alasan_publik(store, t).await?;
    let p = Arc::new(p);
    if let Ok(mut m) = store.peringkat.lock() {
        if m.len() >= SINGGAH_MAKS {
            m.clear();
        }
        m.insert(kunci, (kini, p.clone()));
    }
    Ok(p)
}

const PILIH: &str = "SELECT l.id AS lokus, l.kode, l.kategori AS kelompok, l.formulir, u.nama AS unit, u.instansi_id,
    i.nama AS instansi, i.kode AS instansi_kode, h.id AS hasil, h.status, h.ipp, h.tampil, h.kategori, h.f02, h.f03, h.sidik, h.pada
    FROM lokus l JOIN unit u ON u.id = l.unit_id JOIN instansi i ON i.id = u.instansi_id
    LEFT JOIN hasil h ON h.lokus_id = l.id AND h.pada <= $2 AND NOT EXISTS (SELECT 1 FROM hasil_batal b WHERE b.hasil_id = h.id)";

/// All lokus of a period with results frozen until `sampai`, by unit name.
async fn baris(store: &Store, id: PeriodeId, sampai: Waktu) -> Hasil<Vec<Baris>> {
    store.baca().semua(&format!("{PILIH} WHERE l.periode_id = $1 ORDER BY u.nama, l.id LIMIT 200000"), nilai![id, sampai]).await
}

/// One published result by its public code.
///
/// # Errors
/// `TidakDitemukan` for an unknown lokus, one of another period, and one without a published result.
pub async fn satu(store: &Store, t: &Terbitan, kode: &str) -> Hasil<Baris> {
    let sql = format!("{PILIH} WHERE l.periode_id = $1 AND l.kode = $3 AND h.id IS NOT NULL");
    store.baca().satu(&sql, nilai![t.periode.id, t.pada, kode]).await
}

#[derive(FromQueryResult)]
struct Bundel {
    isi: String,
}

/// The frozen bundle of a published result, as it was hashed and signed.
pub async fn bundel(store: &Store, b: &Baris) -> Hasil<String> {
    let hasil = b.hasil.ok_or(StoreError::TidakDitemukan)?;
    Ok(store.baca().satu::<Bundel>("SELECT isi FROM hasil WHERE id = $1", nilai![hasil]).await?.isi)
}

async fn susun(store: &Store, p: &Periode, semua: Vec<Baris>) -> Hasil<PeringkatPeriode> {
    let mut edisi = Vec::new();
    for sidik in [&p.edisi_a, &p.edisi_b].into_iter().flatten() {
        edisi.push(edisi::dapat(store, sidik).await?);
    }
    let (mut peserta, mut tanpa_ipp, mut belum) = (Vec::new(), Vec::new(), Vec::new());
    let mut rata: BTreeMap<InstansiId, (String, String, usize, Vec<Ipp>)> = BTreeMap::new();
    for b in semua {
        let r = rata.entry(b.instansi_id).or_insert_with(|| (b.instansi.clone(), b.instansi_kode.clone(), 0, Vec::new()));
        r.2 += 1;
        match (b.nilai()?, b.hasil) {
            (Some(ipp), _) => {
                r.3.push(ipp.clone());
                peserta.push((b.kelompok.clone(), b, ipp));
            }
            (None, Some(_)) => tanpa_ipp.push(b),
            (None, None) => belum.push(b),
        }
    }
    let mut instansi: Vec<RataInstansi> = rata
        .into_values()
        .filter_map(|(nama, kode, lokus, ipp)| Some(RataInstansi { hasil: rata_rata(edisi.first()?, &ipp)?, kode, nama, lokus }))
        .collect();
    instansi.sort_by(|a, b| b.hasil.hasil.ipp.cmp(&a.hasil.hasil.ipp).then_with(|| a.nama.cmp(&b.nama)));
    let kelompok = pekppp::peringkat::peringkat_per_kelompok(peserta);
    Ok(PeringkatPeriode { kelompok, tanpa_ipp, belum, instansi, tanpa_ba: HashMap::new(), edisi })
}

/// `None` for an instansi of which no unit has an IPP.
fn rata_rata(edisi: &Edisi, ipp: &[Ipp]) -> Option<HasilInstansi> {
    if ipp.is_empty() { None } else { pekppp::hitung_instansi(edisi, ipp).ok() }
}

/// A published period in which an instansi took part, with its results.
#[derive(Debug, Clone)]
pub struct HasilInstansiTerbit {
    pub terbitan: Terbitan,
    pub unit: Vec<Baris>,
    /// Mean over the units with an IPP.
    pub rata: Option<HasilInstansi>,
}

#[derive(FromQueryResult)]
struct Ikut {
    periode_id: PeriodeId,
}

/// Own results of an instansi over its published periods, newest year first.
pub async fn instansi(store: &Store, id: InstansiId) -> Hasil<Vec<HasilInstansiTerbit>> {
    let ikut: Vec<Ikut> = store
        .baca()
        .semua(
            "SELECT DISTINCT l.periode_id FROM lokus l JOIN unit u ON u.id = l.unit_id WHERE u.instansi_id = $1 ORDER BY l.periode_id LIMIT 500",
            nilai![id],
        )
        .await?;
    let mut hasil = Vec::new();
    for terbitan in crate::penerbitan::semua(store).await? {
        if !ikut.iter().any(|i| i.periode_id == terbitan.periode.id) {
            continue;
        }
        let sql = format!("{PILIH} WHERE l.periode_id = $1 AND u.instansi_id = $3 AND h.id IS NOT NULL ORDER BY u.nama, l.id LIMIT 1000");
        let unit: Vec<Baris> = store.baca().semua(&sql, nilai![terbitan.periode.id, terbitan.pada, id]).await?;
        let ipp: Vec<Ipp> = unit.iter().map(Baris::nilai).collect::<Hasil<Vec<_>>>()?.into_iter().flatten().collect();
        let rata = match terbitan.periode.edisi_a.as_ref().or(terbitan.periode.edisi_b.as_ref()) {
            Some(sidik) => rata_rata(&*edisi::dapat(store, sidik).await?, &ipp),
            None => None,
        };
        if !unit.is_empty() {
            hasil.push(HasilInstansiTerbit { terbitan, unit, rata });
        }
    }
    Ok(hasil)
}

/// A unit in a published period, for the search.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Temuan {
    pub kode: String,
    pub unit: String,
    pub instansi: String,
    pub periode: String,
    pub periode_kode: String,
    pub tahun: i64,
    pub skema: String,
    pub ilustrasi: i64,
    pub tampil: Option<String>,
    pub kategori: Option<String>,
}

/// Units with a published result whose name holds the text, newest year first, at most 50.
pub async fn cari(store: &Store, teks: &str) -> Hasil<Vec<Temuan>> {
    let sql = "SELECT l.kode, u.nama AS unit, i.nama AS instansi, p.nama AS periode, p.kode AS periode_kode, p.tahun, p.skema, p.ilustrasi, h.tampil, h.kategori
        FROM lokus l JOIN unit u ON u.id = l.unit_id JOIN instansi i ON i.id = u.instansi_id JOIN periode p ON p.id = l.periode_id
        JOIN penerbitan n ON n.periode_id = p.id AND n.jenis = 'terbit'
          AND n.id = (SELECT m.id FROM penerbitan m WHERE m.periode_id = p.id ORDER BY m.id DESC LIMIT 1)
        JOIN hasil h ON h.lokus_id = l.id AND h.pada <= n.pada
        WHERE LOWER(u.nama) LIKE $1 ESCAPE '\\' AND NOT EXISTS (SELECT 1 FROM hasil_batal b WHERE b.hasil_id = h.id)
        ORDER BY p.tahun DESC, u.nama, l.id LIMIT 50";
    store.baca().semua(sql, nilai![crate::lokus::daftar::memuat(teks)]).await
}
