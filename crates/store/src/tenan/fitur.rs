//! The six electronic features of a tenant that works in a system of its own: which the head of the mall recorded as connected,
//! which the tenant's program proves by reporting, and the level that follows (`layanan::mpp::tingkat`).

use super::{catat, di, token::HakTenan};
use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::KepalaMpp,
    id::{TenanId, UnitId},
    kueri::Kueri,
    mpp::Tenan,
    nilai,
};
pub use ::layanan::mpp::Fitur;
use ::layanan::mpp::{
    Tingkat,
    lapor::{self as aturan, AntreanLapor, LayananLapor, SalahLapor},
    tingkat,
};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

#[derive(FromQueryResult)]
struct Baris {
    tenan_id: TenanId,
    fitur: String,
    jenis: String,
    tautan: String,
}

#[derive(FromQueryResult)]
struct Lapor {
    tenan_id: TenanId,
    fitur: String,
    banyak: i64,
    pada: Waktu,
    /// Of a queue: what was reported. Empty for other features.
    isi: String,
}

impl Lapor {
    /// The newest day of which numbers were reported; of other features none.
    fn hari_antrean(&self) -> Hasil<Option<Date>> {
        if self.isi.is_empty() {
            return Ok(None);
        }
        let semua: Vec<AntreanIsi> = serde_json::from_str(&self.isi).map_err(|e| StoreError::Rusak(format!("report of a tenant: {e}")))?;
        Ok(semua.iter().map(|a| a.tanggal).max())
    }
}

/// How a tenant is connected.
#[derive(Debug, Clone, Default)]
pub struct Sambungan {
    /// Works in this program: all features are the portal's own.
    pub prima: bool,
    /// Recorded as connected, with their address.
    pub dinyatakan: BTreeMap<Fitur, String>,
    /// The last report of a feature and its number of lines.
    pub dilaporkan: BTreeMap<Fitur, (Waktu, i64)>,
    /// Features that reports prove today.
    pub terbukti: BTreeSet<Fitur>,
}

impl Sambungan {
    fn baru(prima: bool) -> Self {
        Self { prima, ..Self::default() }
    }

    /// The level by what is recorded.
    #[must_use]
    pub fn tingkat(&self) -> Tingkat {
        if self.prima { Tingkat::Penuh } else { tingkat(&self.dinyatakan.keys().copied().chain(self.terbukti.iter().copied()).collect()) }
    }

    /// The level by what was seen to work.
    #[must_use]
    pub fn tingkat_terbukti(&self) -> Tingkat {
        if self.prima { Tingkat::Penuh } else { tingkat(&self.terbukti) }
    }
}

/// How each tenant of a mall is connected on a local day.
pub async fn sambungan<C: ConnectionTrait>(c: &C, mpp: UnitId, zona: &str, kini: Date) -> Hasil<BTreeMap<TenanId, Sambungan>> {
    let tenan = crate::mpp::tenan_mpp(c, mpp).await?;
    let sql = "SELECT f.tenan_id, f.fitur, f.jenis, f.tautan FROM tenan_fitur f JOIN tenan t ON t.id = f.tenan_id WHERE t.mpp_id = $1
        AND f.id = (SELECT z.id FROM tenan_fitur z WHERE z.tenan_id = f.tenan_id AND z.fitur = f.fitur ORDER BY z.id DESC LIMIT 1) LIMIT 5000";
    let fitur: Vec<Baris> = c.semua(sql, nilai![mpp]).await?;
    let sql = "SELECT l.tenan_id, l.fitur, l.banyak, l.pada, CASE WHEN l.fitur = 'pendaftaran' THEN l.isi ELSE '' END AS isi
        FROM tenan_lapor l JOIN tenan t ON t.id = l.tenan_id WHERE t.mpp_id = $1 LIMIT 5000";
    let lapor: Vec<Lapor> = c.semua(sql, nilai![mpp]).await?;
    let mut hasil: BTreeMap<TenanId, Sambungan> = tenan.iter().map(|t| (t.id, Sambungan::baru(t.sistem == "prima"))).collect();
    for b in fitur.into_iter().filter(|b| b.jenis == "hubung") {
        if let (Some(s), Some(f)) = (hasil.get_mut(&b.tenan_id), Fitur::dari_kunci(&b.fitur)) {
            s.dinyatakan.insert(f, b.tautan);
        }
    }
    // An old day that is sent again and again proves nothing of these days.
    let mut antrean: BTreeMap<TenanId, Date> = BTreeMap::new();
    for l in lapor {
        if let Some(h) = l.hari_antrean()? {
            antrean.insert(l.tenan_id, h);
        }
        if let (Some(s), Some(f)) = (hasil.get_mut(&l.tenan_id), Fitur::dari_kunci(&l.fitur)) {
            s.dilaporkan.insert(f, (l.pada, l.banyak));
        }
    }
    for (id, s) in &mut hasil {
        let hari = |f| s.dilaporkan.get(&f).filter(|l| l.1 > 0).map(|l| l.0.hari(zona));
        let pendaftaran = hari(Fitur::Pendaftaran).map(|h| antrean.get(id).map_or(h, |a| h.min(*a)));
        s.terbukti = aturan::terbukti(hari(Fitur::InformasiUmum), pendaftaran, kini);
    }
    Ok(hasil)
}

/// The same for one tenant.
pub async fn fitur<C: ConnectionTrait>(c: &C, t: &Tenan, zona: &str, kini: Date) -> Hasil<Sambungan> {
    Ok(sambungan(c, t.mpp_id, zona, kini).await?.remove(&t.id).unwrap_or_default())
}

/// Records that a feature is connected, at an address.
///
/// # Errors
/// `Keadaan`: `gerai-tautan` for an address that is none, `tenan-sistem-prima`.
pub async fn hubungkan(store: &Store, hak: &KepalaMpp, tenan: TenanId, fitur: Fitur, tautan: &str) -> Hasil<()> {
    let tautan = tautan.trim();
    let aman = (tautan.starts_with("https://") || tautan.starts_with("http://")) && tautan.len() <= 400;
    if !aman || tautan.contains(char::is_whitespace) {
        return Err(StoreError::Keadaan("gerai-tautan"));
    }
    ubah(store, hak, tenan, fitur, "hubung", tautan).await
}

/// Records that a feature is no longer connected.
///
/// # Errors
/// `Keadaan("tenan-sistem-prima")`.
pub async fn putuskan(store: &Store, hak: &KepalaMpp, tenan: TenanId, fitur: Fitur) -> Hasil<()> {
    ubah(store, hak, tenan, fitur, "putus", "").await
}

async fn ubah(store: &Store, hak: &KepalaMpp, tenan: TenanId, fitur: Fitur, jenis: &str, tautan: &str) -> Hasil<()> {
    let tx = store.mulai().await?;
    if di(&tx, hak, tenan).await?.sistem != "sendiri" {
        return Err(StoreError::Keadaan("tenan-sistem-prima"));
    }
    tx.jalankan(
        "INSERT INTO tenan_fitur (id, tenan_id, fitur, jenis, tautan, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        nilai![crate::id::baru(), tenan, fitur.kunci(), jenis, tautan, tx.pada, hak.pelaku().akun],
    )
    .await?;
    catat(&tx, hak, "tenan.fitur", tenan, serde_json::json!({ "fitur": fitur.kunci(), "jenis": jenis })).await?;
    tx.commit().await
}

/// A service as a program reports it, and as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LayananIsi {
    pub kode: String,
    pub nama: String,
    #[serde(default)]
    pub tautan: String,
}

/// The queue of a service on a local day.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AntreanIsi {
    pub layanan: String,
    pub tanggal: Date,
    pub diambil: u32,
    pub dilayani: u32,
    pub menunggu: u32,
}

/// A report; a part that is left out is not touched.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct LaporanIsi {
    pub layanan: Option<Vec<LayananIsi>>,
    pub antrean: Option<Vec<AntreanIsi>>,
}

#[derive(FromQueryResult)]
struct Isi {
    isi: String,
}

/// The services and queues that a tenant's program reported last.
pub async fn laporan<C: ConnectionTrait>(c: &C, tenan: TenanId) -> Hasil<(Vec<LayananIsi>, Vec<AntreanIsi>)> {
    Ok((terakhir(c, tenan, Fitur::InformasiUmum).await?, terakhir(c, tenan, Fitur::Pendaftaran).await?))
}

async fn terakhir<C: ConnectionTrait, T: for<'de> Deserialize<'de>>(c: &C, tenan: TenanId, f: Fitur) -> Hasil<Vec<T>> {
    let b: Option<Isi> = c.mungkin("SELECT isi FROM tenan_lapor WHERE tenan_id = $1 AND fitur = $2", nilai![tenan, f.kunci()]).await?;
    b.map_or(Ok(Vec::new()), |b| serde_json::from_str(&b.isi).map_err(|e| StoreError::Rusak(format!("report of a tenant: {e}"))))
}

/// Takes a report after the rules' check; the next one replaces it. `Err` inside: why it is refused.
///
/// # Errors
/// Those of the database.
pub async fn lapor(store: &Store, hak: &HakTenan, l: LaporanIsi) -> Hasil<Result<(), SalahLapor>> {
    let tx = store.mulai().await?;
    let kini = tx.pada.hari(&hak.mpp.zona);
    if let Err(e) = periksa(&*tx, hak.tenan.id, &l, kini).await? {
        return Ok(Err(e));
    }
    if let Some(semua) = &l.layanan {
        simpan(&tx, hak, Fitur::InformasiUmum, semua).await?;
    }
    if let Some(semua) = &l.antrean {
        simpan(&tx, hak, Fitur::Pendaftaran, semua).await?;
    }
    tx.commit().await?;
    Ok(Ok(()))
}

async fn periksa<C: ConnectionTrait>(c: &C, tenan: TenanId, l: &LaporanIsi, kini: Date) -> Hasil<Result<(), SalahLapor>> {
    if l.layanan.as_ref().is_none_or(Vec::is_empty) && l.antrean.as_ref().is_none_or(Vec::is_empty) {
        return Ok(Err(SalahLapor::Kosong));
    }
    let daftar = match &l.layanan {
        Some(d) => d.clone(),
        None => terakhir(c, tenan, Fitur::InformasiUmum).await?,
    };
    let baris: Vec<LayananLapor> =
        daftar.iter().map(|x| LayananLapor { kode: x.kode.clone(), nama: x.nama.clone(), tautan: x.tautan.clone() }).collect();
    if let Err(e) = aturan::periksa_layanan(&baris) {
        return Ok(Err(e));
    }
    let kode: BTreeSet<&str> = daftar.iter().map(|x| x.kode.as_str()).collect();
    let antrean: Vec<AntreanLapor> = l.antrean.iter().flatten().map(dari).collect();
    Ok(aturan::periksa_antrean(&antrean, &kode, kini))
}

fn dari(a: &AntreanIsi) -> AntreanLapor {
    AntreanLapor { layanan: a.layanan.clone(), tanggal: a.tanggal, diambil: a.diambil, dilayani: a.dilayani, menunggu: a.menunggu }
}

async fn simpan<T: Serialize>(tx: &crate::Tx, hak: &HakTenan, f: Fitur, semua: &[T]) -> Hasil<()> {
    let isi = serde_json::to_string(semua).map_err(|e| StoreError::Rusak(e.to_string()))?;
    let banyak = i64::try_from(semua.len()).unwrap_or(i64::MAX);
    let dahulu = "SELECT COUNT(*) AS n FROM tenan_lapor WHERE tenan_id = $1 AND fitur = $2";
    let pertama = tx.angka(dahulu, nilai![hak.tenan.id, f.kunci()]).await? == 0;
    tx.jalankan(
        "INSERT INTO tenan_lapor (tenan_id, fitur, isi, banyak, token_id, pada) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (tenan_id, fitur) DO UPDATE SET isi = excluded.isi, banyak = excluded.banyak, token_id = excluded.token_id, pada = excluded.pada",
        nilai![hak.tenan.id, f.kunci(), isi, banyak, hak.token, tx.pada],
    )
    .await?;
    if pertama {
        // Once: a program that reports every minute would fill the log.
        let k = Kejadian::baru("tenan.lapor", "tenan", hak.tenan.id).instansi(hak.mpp.instansi_id);
        audit::catat_oleh(tx, None, k.rincian(serde_json::json!({ "fitur": f.kunci(), "banyak": banyak }))).await?;
    }
    Ok(())
}
