//! The catalogue that visitors search: everything published with its index, made anew when something published changed.
//!
//! Whether it did is asked of the database each time, by counting rows that are only ever added; so several nodes agree.

use super::{Terbit, semua};
use crate::{
    Hasil, Store,
    id::{ForumId, JalanId, LayananId, UnitId},
    kueri::Kueri,
    mpp::{self, NamaGerai},
    nilai,
    perjalanan::{self, MalPublik},
};
use ::layanan::{cari::Indeks, mpp::Tahap};
use sea_orm::FromQueryResult;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::{Arc, Mutex},
};

/// A unit that gives services.
#[derive(Debug, Clone)]
pub struct UnitTerbit {
    pub id: UnitId,
    pub kode: String,
    pub nama: String,
    pub alamat: String,
    pub instansi: String,
    pub zona: String,
    /// Places in [`Katalog::layanan`], by name.
    pub layanan: Vec<usize>,
    pub ilustrasi: bool,
}

/// A mall that anyone may see, also one that is being prepared.
#[derive(Debug, Clone)]
pub struct MalTerbit {
    /// `None` while it has no page of its own.
    pub kode: Option<String>,
    /// The unit that it is here.
    pub unit: Option<UnitId>,
    /// Kemendagri code of its region.
    pub wilayah: Option<String>,
    /// People are received there.
    pub buka: bool,
    /// Names and addresses of its additional service points.
    pub titik: Vec<String>,
    pub nama: String,
    pub alamat: String,
    pub ringkas: String,
    pub instansi: String,
}

/// A published forum konsultasi publik about a mall.
#[derive(Debug, Clone)]
pub struct ForumTerbit {
    pub id: ForumId,
    pub judul: String,
    /// Local ISO day.
    pub tanggal: String,
    /// The mall it is about.
    pub mal: String,
    pub instansi: String,
}

/// Most forums that a search knows, the newest.
const FORUM: i64 = 200;

/// Everything published at one time.
#[derive(Debug, Default)]
pub struct Katalog {
    pub layanan: Vec<Terbit>,
    pub unit: Vec<UnitTerbit>,
    pub mal: Vec<MalTerbit>,
    pub forum: Vec<ForumTerbit>,
    /// Services first, then units, malls, forums.
    indeks: Indeks,
}

/// What a search found.
#[derive(Debug, Clone, Copy)]
pub enum Ditemukan<'a> {
    Layanan(&'a Terbit),
    Unit(&'a UnitTerbit),
    Mal(&'a MalTerbit),
    Forum(&'a ForumTerbit),
}

/// What a question found, and what stood in its way.
#[derive(Debug, Default)]
pub struct Jawab<'a> {
    pub temuan: Vec<Ditemukan<'a>>,
    /// Words of the question that stand nowhere.
    pub tiada: Vec<String>,
    /// The first has every word that names something; else these come nearest.
    pub lengkap: bool,
    /// They have the words only in passing, as a requirement has them.
    pub sekadar: bool,
}

pub(crate) type Singgahan = Arc<Mutex<Option<(Tanda, Arc<Katalog>)>>>;

/// What tells one state of the published rows from another, with the local days.
type Tanda = (i64, i64, i64, i64, i64, Gerai, String);

/// The same for the gerai of malls and what they give. Rows of an end are deleted when it is taken back, so the newest end counts too.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Gerai {
    versi: i64,
    penempatan: i64,
    akhir: i64,
    akhir_pada: i64,
    tutup: i64,
    tutup_pada: i64,
    izin: i64,
}

const GERAI: &str =
    "SELECT CAST((SELECT COALESCE(SUM(versi), 0) FROM tenan) + (SELECT COALESCE(SUM(versi), 0) FROM gerai) AS bigint) AS versi,
    (SELECT COUNT(*) FROM gerai_layanan) AS penempatan, (SELECT COUNT(*) FROM gerai_layanan_akhir) AS akhir,
    (SELECT COALESCE(MAX(pada), 0) FROM gerai_layanan_akhir) AS akhir_pada, (SELECT COUNT(*) FROM gerai_tutup) AS tutup,
    (SELECT COALESCE(MAX(pada), 0) FROM gerai_tutup) AS tutup_pada, (SELECT COUNT(*) FROM penempatan_jawab) AS izin";

impl Katalog {
    /// The index over services and their units; also for measuring without a database.
    #[must_use]
    pub fn baru(layanan: Vec<Terbit>) -> Self {
        Self::dengan(layanan, Vec::new(), Vec::new(), &[])
    }

    /// The same with malls, forums, and the gerai of those malls: a service is found by the names of who gives it there, too.
    #[must_use]
    pub fn dengan(layanan: Vec<Terbit>, mal: Vec<MalTerbit>, forum: Vec<ForumTerbit>, gerai: &[NamaGerai]) -> Self {
        let mut unit: BTreeMap<(String, UnitId), UnitTerbit> = BTreeMap::new();
        for (n, t) in layanan.iter().enumerate() {
            let l = &t.layanan;
            let satu = unit.entry((l.unit.clone(), l.unit_id)).or_insert_with(|| UnitTerbit {
                id: l.unit_id,
                kode: l.unit_kode.clone(),
                nama: l.unit.clone(),
                alamat: l.alamat.clone(),
                instansi: l.instansi.clone(),
                zona: l.zona.clone(),
                layanan: Vec::new(),
                ilustrasi: false,
            });
            satu.layanan.push(n);
            satu.ilustrasi |= l.ilustrasi == 1;
        }
        let unit: Vec<UnitTerbit> = unit.into_values().collect();
        let (di_layanan, di_mal) = nama_gerai(&mal, gerai);
        let isi_layanan = layanan.iter().map(|t| {
            vec![
                (t.isi.nama.as_str(), 10),
                (t.isi.ringkas.as_str(), 4),
                (t.isi.teks("produk"), 4),
                (t.layanan.unit.as_str(), 3),
                (di_layanan.get(&t.layanan.id).map_or("", String::as_str), 3),
                (t.isi.teks("persyaratan"), 2),
                (t.layanan.instansi.as_str(), 1),
            ]
        });
        let isi_unit = unit.iter().map(|u| vec![(u.nama.as_str(), 8), (u.instansi.as_str(), 2), (u.alamat.as_str(), 1)]);
        let isi_mal = mal.iter().map(|m| {
            vec![
                (m.nama.as_str(), 9),
                ("mal pelayanan publik MPP", 6),
                (m.instansi.as_str(), 3),
                (m.ringkas.as_str(), 2),
                (m.kode.as_deref().and_then(|k| di_mal.get(k)).map_or("", String::as_str), 2),
                (m.alamat.as_str(), 1),
            ]
            .into_iter()
            .chain(m.titik.iter().map(|t| (t.as_str(), 4)))
            .collect::<Vec<_>>()
        });
        let isi_forum = forum.iter().map(|f| {
            vec![(f.judul.as_str(), 8), (f.mal.as_str(), 5), ("forum konsultasi publik FKP berita acara", 4), (f.instansi.as_str(), 2)]
        });
        let indeks = Indeks::susun(isi_layanan.chain(isi_unit).chain(isi_mal).chain(isi_forum));
        Self { layanan, unit, mal, forum, indeks }
    }

    /// The best for a question, at most `batas`.
    #[must_use]
    pub fn cari(&self, tanya: &str, batas: usize) -> Vec<Ditemukan<'_>> {
        self.jawab(tanya, batas).temuan
    }

    /// The same with the words of the question that nothing has.
    #[must_use]
    pub fn jawab(&self, tanya: &str, batas: usize) -> Jawab<'_> {
        let j = self.indeks.jawab(tanya, batas);
        let mut temuan: Vec<Ditemukan<'_>> = j.temuan.into_iter().filter_map(|t| self.satu(t.dokumen)).collect();
        // A mall with services of its own is a unit as well: it is one place, and has one page to go to.
        let mal = |t: &Ditemukan<'_>| if let Ditemukan::Mal(m) = t { m.unit } else { None };
        let mal: BTreeSet<UnitId> = temuan.iter().filter_map(mal).collect();
        temuan.retain(|t| !matches!(t, Ditemukan::Unit(u) if mal.contains(&u.id)));
        Jawab { temuan, tiada: j.tiada, lengkap: j.lengkap, sekadar: j.sekadar }
    }

    fn satu(&self, n: usize) -> Option<Ditemukan<'_>> {
        let unit = n.checked_sub(self.layanan.len());
        let mal = unit.and_then(|n| n.checked_sub(self.unit.len()));
        let forum = mal.and_then(|n| n.checked_sub(self.mal.len()));
        (self.layanan.get(n).map(Ditemukan::Layanan))
            .or_else(|| self.unit.get(unit?).map(Ditemukan::Unit))
            .or_else(|| self.mal.get(mal?).map(Ditemukan::Mal))
            .or_else(|| self.forum.get(forum?).map(Ditemukan::Forum))
    }

    #[must_use]
    pub fn unit(&self, kode: &str) -> Option<&UnitTerbit> {
        self.unit.iter().find(|u| u.kode == kode)
    }
}

/// Names of gerai and of the organisations that serve there, by service and by mall; of malls that anyone may see only.
fn nama_gerai<'a>(mal: &[MalTerbit], gerai: &'a [NamaGerai]) -> (HashMap<LayananId, String>, HashMap<&'a str, String>) {
    let tampak: BTreeSet<&str> = mal.iter().filter_map(|m| m.kode.as_deref()).collect();
    let mut layanan = HashMap::<LayananId, BTreeSet<&str>>::new();
    let mut di_mal = HashMap::<&str, BTreeSet<&str>>::new();
    for g in gerai.iter().filter(|g| tampak.contains(g.mal.as_str())) {
        let nama = [g.tenan.as_str(), g.gerai.as_str()];
        di_mal.entry(&g.mal).or_default().extend(nama);
        if let Some(l) = g.layanan_id {
            layanan.entry(l).or_default().extend(nama);
        }
    }
    let kata = |s: BTreeSet<&str>| s.into_iter().collect::<Vec<_>>().join(" ");
    (layanan.into_iter().map(|(l, s)| (l, kata(s))).collect(), di_mal.into_iter().map(|(m, s)| (m, kata(s))).collect())
}

async fn tanda(store: &Store) -> Hasil<Tanda> {
    let c = store.baca();
    let angka = async |sql: &str| c.angka(sql, nilai![]).await;
    Ok((
        angka("SELECT COUNT(*) AS n FROM standar_berlaku").await?,
        angka("SELECT COUNT(*) AS n FROM standar_tinjauan").await?,
        angka("SELECT COUNT(*) AS n FROM layanan_tutup").await?,
        // A unit or an instansi that takes another name gets another version.
        angka("SELECT CAST((SELECT COALESCE(SUM(versi), 0) FROM unit) + (SELECT COALESCE(SUM(versi), 0) FROM instansi) AS bigint) AS n")
            .await?,
        // Malls, how far they are, and what was published of their forums.
        angka(
            "SELECT CAST((SELECT COALESCE(SUM(versi), 0) FROM mpp) + (SELECT COALESCE(SUM(versi), 0) FROM mpp_jalan)
             + (SELECT COUNT(*) FROM mpp_jalan_akhir) + (SELECT COUNT(*) FROM mpp_forum_terbit) + (SELECT COUNT(*) FROM mpp_titik)
             + (SELECT COUNT(*) FROM mpp_titik_akhir) AS bigint) AS n",
        )
        .await?,
        c.satu(GERAI, nilai![]).await?,
        ["WIB", "WIT"].map(|z| store.sekarang().hari(z).to_string()).join(" "),
    ))
}

/// Malls as the search knows them.
async fn mal(store: &Store) -> Hasil<Vec<MalTerbit>> {
    let titik = perjalanan::titik::nama_semua(store.baca()).await?;
    let mut di: HashMap<JalanId, Vec<String>> = HashMap::new();
    for t in titik {
        di.entry(t.jalan_id).or_default().push(format!("{} {}", t.nama, t.alamat));
    }
    let satu = |m: MalPublik| MalTerbit {
        titik: m.jalan.and_then(|j| di.get(&j)).cloned().unwrap_or_default(),
        buka: m.tahap >= Tahap::UjiCoba,
        kode: m.kode,
        unit: m.unit,
        wilayah: m.wilayah,
        nama: m.nama,
        alamat: m.alamat,
        ringkas: m.ringkas,
        instansi: m.instansi,
    };
    Ok(perjalanan::mal_publik(store).await?.into_iter().map(satu).collect())
}

/// The catalogue as it is now.
pub async fn katalog(store: &Store) -> Hasil<Arc<Katalog>> {
    let tanda = tanda(store).await?;
    let ada = store.katalog.lock().ok().and_then(|k| k.clone());
    if let Some((_, k)) = ada.filter(|(t, _)| *t == tanda) {
        return Ok(k);
    }
    let semua = semua(store).await?;
    let mal = mal(store).await?;
    let forum = perjalanan::forum::terbit_semua(store, FORUM).await?.into_iter().map(|(j, f)| ForumTerbit {
        id: f.id,
        judul: f.judul,
        tanggal: f.laksana.unwrap_or(f.tanggal),
        mal: j.nama,
        instansi: j.instansi,
    });
    let forum: Vec<ForumTerbit> = forum.collect();
    let gerai = mpp::nama_gerai(store.baca()).await?;
    // Some seconds of work for a whole country: not on a thread that answers requests.
    let k = tokio::task::spawn_blocking(move || Arc::new(Katalog::dengan(semua, mal, forum, &gerai)))
        .await
        .map_err(|e| crate::StoreError::Rusak(format!("search index: {e}")))?;
    if let Ok(mut s) = store.katalog.lock() {
        *s = Some((tanda, k.clone()));
    }
    Ok(k)
}
