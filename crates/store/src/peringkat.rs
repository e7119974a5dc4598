//! Ranking of a period's frozen results: per category, by the unrounded value; and the mean of each instansi.
//!
//! Officers read the live state ([`periode`]), the public only what a [`Terbitan`] covers ([`publik`]). Queries read
//! a whole period by pages; order, ties and means are `pekppp`'s. Large rankings are kept in memory, bounded (`singgah`).

mod baca;
mod ejaan;
mod pita;
mod singgah;

pub(crate) use baca::Sekali;
pub use pita::{BERSISI, sisi};
pub(crate) use singgah::Singgahan;

use crate::{
    Hasil, Store, StoreError, Waktu, edisi,
    hak::PembacaPeriode,
    hasil::sah::{self, Rupa},
    id::{HasilId, InstansiId, LokusId},
    kueri::Kueri,
    nilai,
    penerbitan::Terbitan,
    periode::Periode,
};
use pekppp::{Edisi, HasilInstansi, Ipp, Pecahan, peringkat::Peringkat};
use sea_orm::FromQueryResult;
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

/// A lokus with its live frozen result, if it has one. Texts that repeat from row to row are shared.
#[derive(Debug, Clone)]
pub struct Baris {
    pub lokus: LokusId,
    pub kode: Box<str>,
    /// Ranking category.
    pub kelompok: Arc<str>,
    pub formulir: Arc<str>,
    pub unit: Box<str>,
    pub instansi_id: InstansiId,
    pub instansi: Arc<str>,
    pub instansi_kode: Arc<str>,
    pub hasil: Option<HasilId>,
    /// `complete`, `f02-kurang`, `f03-kurang`; [`crate::hasil::TAK_COCOK`] where the stored figures are not those that were signed, and then
    /// none of them is here; `None` without a frozen result.
    pub status: Option<Arc<str>>,
    pub ipp: Option<Arc<str>>,
    /// Two decimals.
    pub tampil: Option<Arc<str>>,
    /// Category of the value (`A-`).
    pub kategori: Option<Arc<str>>,
    pub f02: Option<Arc<str>>,
    pub f03: Option<Arc<str>>,
    pub sidik: Option<Box<str>>,
    pub pada: Option<Waktu>,
    /// 1 when the ministry validated it in what the organiser handed in.
    pub divalidasi: i64,
    /// Of whom it is; kept only until it was compared.
    milik: Box<str>,
}

impl Baris {
    /// Whether its figures are those that were signed; otherwise none is here.
    #[must_use]
    pub fn cocok(&self) -> bool {
        self.status.as_deref() != Some(crate::hasil::TAK_COCOK)
    }

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
    pub tanpa_ba: HashMap<HasilId, Arc<str>>,
    /// Editions of the period: form A, form B.
    pub edisi: Vec<Arc<Edisi>>,
}

impl PeringkatPeriode {
    #[must_use]
    pub fn diperingkat(&self) -> usize {
        self.kelompok.values().map(Vec::len).sum()
    }

    /// Lokus of the period.
    #[must_use]
    pub fn baris(&self) -> usize {
        self.diperingkat() + self.tanpa_ipp.len() + self.belum.len()
    }

    /// Whether the ministry validated every frozen result that is shown. False while there is none.
    #[must_use]
    pub fn divalidasi(&self) -> bool {
        let mut semua = self.kelompok.values().flatten().map(|x| &x.item).chain(&self.tanpa_ipp).peekable();
        semua.peek().is_some() && semua.all(|b| b.divalidasi == 1)
    }
}

/// From so many lokus on, the state is kept until something changes, and for a minute at most.
const BESAR: i64 = 2000;

/// The state now, for officers.
pub async fn periode(store: &Store, hak: &PembacaPeriode) -> Hasil<Arc<PeringkatPeriode>> {
    let id = hak.periode.id;
    let satu_ejaan = crate::penerbitan::satu_ejaan(store.baca(), id).await?;
    let buat = async || {
        let mut semua = baca::semua(store, id, Waktu(i64::MAX)).await?;
        if satu_ejaan {
            ejaan::satukan(&mut semua);
        }
        susun(store, &hak.periode, semua).await
    };
    let lokus =
        store.baca().angka("SELECT COUNT(*) AS n FROM (SELECT 1 AS x FROM lokus WHERE periode_id = $1 LIMIT 2000) t", nilai![id]).await?;
    if lokus < BESAR {
        return Ok(Arc::new(buat().await?));
    }
    singgah::dapat(store, singgah::Kunci::Kini(id, singgah::tanda(store).await?, satu_ejaan), buat).await
}

/// What is public. The figures of a publication never change (a published result cannot be annulled).
pub async fn publik(store: &Store, t: &Terbitan) -> Hasil<Arc<PeringkatPeriode>> {
    let buat = async || {
        let mut semua = baca::semua(store, t.periode.id, t.pada).await?;
        if t.satu_ejaan {
            ejaan::satukan(&mut semua);
        }
        let mut p = susun(store, &t.periode, semua).await?;
        p.tanpa_ba = crate::penerbitan::alasan_publik(store, t).await?;
        Ok(p)
    };
    singgah::dapat(store, singgah::Kunci::Terbit(t.periode.id, t.pada), buat).await
}

/// Compares every published result with its signed text, so that no visitor waits for it; afterwards a list costs a hash a row. What does not
/// fit is named in the log.
///
/// # Errors
/// When the store fails.
pub async fn cocokkan_terbit(store: &Store) -> Hasil<()> {
    for t in crate::penerbitan::semua(store).await? {
        baca::semua(store, t.periode.id, t.pada).await?;
    }
    Ok(())
}

/// One published result by its public code.
///
/// # Errors
/// `TidakDitemukan` for an unknown lokus, one of another period, and one without a published result.
pub async fn satu(store: &Store, t: &Terbitan, kode: &str) -> Hasil<Baris> {
    baca::satu(store, "WHERE l.periode_id = $1 AND l.kode = $3 AND h.id IS NOT NULL LIMIT 1", nilai![t.periode.id, t.pada, kode]).await
}

#[derive(FromQueryResult)]
struct Bundel {
    isi: String,
}

/// The frozen bundle of a published result, as it was hashed and signed. `None` where what is stored is not what was signed.
pub async fn bundel(store: &Store, b: &Baris) -> Hasil<Option<String>> {
    let hasil = b.hasil.ok_or(StoreError::TidakDitemukan)?;
    let isi = store.baca().satu::<Bundel>("SELECT isi FROM hasil WHERE id = $1", nilai![hasil]).await?.isi;
    Ok(Some(isi).filter(|isi| b.cocok() && Some(crate::sidik_hex(isi.as_bytes()).as_str()) == b.sidik.as_deref()))
}

/// Name, code, lokus and values of an instansi.
type Anggota = (Arc<str>, Arc<str>, usize, Vec<Ipp>);

async fn susun(store: &Store, p: &Periode, semua: Vec<Baris>) -> Hasil<PeringkatPeriode> {
    let mut edisi = Vec::new();
    for sidik in [&p.edisi_a, &p.edisi_b].into_iter().flatten() {
        edisi.push(edisi::dapat(store, sidik).await?);
    }
    let (mut peserta, mut tanpa_ipp, mut belum) = (Vec::new(), Vec::new(), Vec::new());
    let mut rata: BTreeMap<InstansiId, Anggota> = BTreeMap::new();
    // Without a low figure a mean would rise, so there is none where a figure is not what was signed.
    let mut kotor = HashSet::new();
    for b in semua {
        let r = rata.entry(b.instansi_id).or_insert_with(|| (b.instansi.clone(), b.instansi_kode.clone(), 0, Vec::new()));
        r.2 += 1;
        if !b.cocok() {
            kotor.insert(b.instansi_id);
        }
        match (b.nilai()?, b.hasil) {
            (Some(ipp), _) => {
                r.3.push(ipp.clone());
                peserta.push((b.kelompok.to_string(), b, ipp));
            }
            (None, Some(_)) => tanpa_ipp.push(b),
            (None, None) => belum.push(b),
        }
    }
    rata.retain(|id, _| !kotor.contains(id));
    let mut instansi: Vec<RataInstansi> = rata
        .into_values()
        .filter_map(|(nama, kode, lokus, ipp)| {
            Some(RataInstansi { hasil: rata_rata(edisi.first()?, &ipp)?, kode: kode.to_string(), nama: nama.to_string(), lokus })
        })
        .collect();
    instansi.sort_by(|a, b| b.hasil.hasil.ipp.cmp(&a.hasil.hasil.ipp).then_with(|| a.nama.cmp(&b.nama)));
    let kelompok = pekppp::peringkat::peringkat_per_kelompok(peserta);
    // What does not hold is named first: a page shows only some of those without a value.
    tanpa_ipp.sort_by_key(Baris::cocok);
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

impl HasilInstansiTerbit {
    /// Whether the ministry validated every value that the mean rests on.
    #[must_use]
    pub fn divalidasi(&self) -> bool {
        !self.unit.is_empty() && self.unit.iter().all(|b| b.divalidasi == 1)
    }
}

/// Own results of an instansi over its published periods, newest year first.
pub async fn instansi(store: &Store, id: InstansiId) -> Hasil<Vec<HasilInstansiTerbit>> {
    let mut hasil = Vec::new();
    for terbitan in crate::penerbitan::diikuti(store, id).await? {
        let milik = "WHERE l.periode_id = $1 AND u.instansi_id = $3 AND h.id IS NOT NULL ORDER BY u.nama, l.id LIMIT 1000";
        let unit = baca::dengan(store, milik, nilai![terbitan.periode.id, terbitan.pada, id]).await?;
        let ipp: Vec<Ipp> = unit.iter().map(Baris::nilai).collect::<Hasil<Vec<_>>>()?.into_iter().flatten().collect();
        let rata = match terbitan.periode.edisi_a.as_ref().or(terbitan.periode.edisi_b.as_ref()) {
            Some(sidik) if unit.iter().all(Baris::cocok) => rata_rata(&*edisi::dapat(store, sidik).await?, &ipp),
            _ => None,
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
    /// 1 when the ministry validated it.
    pub divalidasi: i64,
    hasil: HasilId,
    status: String,
    ipp: Option<String>,
    f02: Option<String>,
    f03: Option<String>,
    sidik: String,
    pada: Waktu,
    milik: String,
}

impl Temuan {
    /// Whether its figures are those that were signed; otherwise none is here.
    #[must_use]
    pub fn cocok(&self) -> bool {
        self.status != crate::hasil::TAK_COCOK
    }

    fn rupa(&self) -> Rupa<'_> {
        Rupa {
            id: self.hasil,
            lokus: &self.kode,
            status: &self.status,
            ipp: self.ipp.as_deref(),
            tampil: self.tampil.as_deref(),
            kategori: self.kategori.as_deref(),
            f02: self.f02.as_deref(),
            f03: self.f03.as_deref(),
            sidik: &self.sidik,
            pada: self.pada,
            milik: &self.milik,
        }
    }
}

/// Asks, and takes the figures from what does not say what was signed.
async fn temukan(store: &Store, sql: &str, nilai: &str) -> Hasil<Vec<Temuan>> {
    let mut semua: Vec<Temuan> = store.baca().semua(sql, nilai![nilai]).await?;
    let buruk = sah::tak_cocok(store, semua.iter().map(Temuan::rupa)).await?;
    for t in semua.iter_mut().filter(|t| buruk.contains(&t.hasil)) {
        crate::hasil::TAK_COCOK.clone_into(&mut t.status);
        (t.tampil, t.kategori) = (None, None);
    }
    Ok(semua)
}

/// Live results as the public may see them: the columns of [`Temuan`]; a condition on `u` (unit) may follow.
fn temuan(syarat: &str) -> String {
    format!(
        "SELECT l.kode, u.nama AS unit, i.nama AS instansi, p.nama AS periode, p.kode AS periode_kode, p.tahun, p.skema, p.ilustrasi, h.tampil, h.kategori,
          h.id AS hasil, h.status, h.ipp, h.f02, h.f03, h.sidik, h.pada, {} AS milik,
          CASE WHEN {} THEN CAST(1 AS bigint) ELSE CAST(0 AS bigint) END AS divalidasi
        FROM lokus l JOIN unit u ON u.id = l.unit_id JOIN instansi i ON i.id = u.instansi_id JOIN periode p ON p.id = l.periode_id
        JOIN penerbitan n ON n.periode_id = p.id AND n.jenis = 'terbit'
          AND n.id = (SELECT m.id FROM penerbitan m WHERE m.periode_id = p.id ORDER BY m.id DESC LIMIT 1)
        JOIN hasil h ON h.lokus_id = l.id AND h.pada <= n.pada
        WHERE {syarat} AND NOT EXISTS (SELECT 1 FROM hasil_batal b WHERE b.hasil_id = h.id)
        ORDER BY p.tahun DESC, u.nama, l.id LIMIT 50",
        sah::milik("p"),
        crate::serah::TERVALIDASI
    )
}

/// Units with a published result whose name holds the text, newest year first, at most 50.
pub async fn cari(store: &Store, teks: &str) -> Hasil<Vec<Temuan>> {
    let sql = temuan("LOWER(u.nama) LIKE $1 ESCAPE '\\'");
    temukan(store, &sql, &crate::lokus::daftar::memuat(teks)).await
}

/// Published results of the unit of this lokus in other periods, newest year first. Each keeps its scheme: national and local
/// figures of one unit are different figures.
pub async fn lain(store: &Store, kode_lokus: &str) -> Hasil<Vec<Temuan>> {
    let sql = temuan("u.id = (SELECT x.unit_id FROM lokus x WHERE x.kode = $1) AND l.kode <> $1");
    temukan(store, &sql, kode_lokus).await
}
