//! Reading journeys: one with its steps, the lists of an instansi and of the nation, and what the public sees.

use crate::{
    Hasil, Store, StoreError, Waktu,
    hak::{Nasional, Pelaku},
    id::{InstansiId, JalanId, LangkahId, UnitId},
    kueri::Kueri,
    lokus::daftar::memuat,
    nilai,
    peran::{Lingkup, Peran},
};
use ::layanan::mpp::{self as aturan, JenisDokumen, Keputusan, Peristiwa, Perjalanan, Tahap};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::BTreeMap;

/// A journey with the names that every page about it shows. Days are ISO texts.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Jalan {
    pub id: JalanId,
    pub instansi_id: InstansiId,
    pub instansi: String,
    pub instansi_kode: String,
    pub wilayah: Option<String>,
    pub zona: String,
    pub mpp_id: Option<UnitId>,
    pub mpp_kode: Option<String>,
    pub nama: String,
    pub alamat: String,
    pub lintang: Option<String>,
    pub bujur: Option<String>,
    /// `kajian` or `beroperasi`.
    pub awal: String,
    pub mulai: String,
    pub tahap: String,
    pub sejak: String,
    pub tenggat: Option<String>,
    pub ilustrasi: i64,
    pub versi: i64,
    pub pada: Waktu,
    /// When it was given up.
    pub akhir: Option<Waktu>,
    pub akhir_alasan: Option<String>,
}

impl Jalan {
    /// The stage by the last fold; an unknown word is damage.
    pub fn tahap(&self) -> Hasil<Tahap> {
        Tahap::dari_kunci(&self.tahap).ok_or_else(|| StoreError::Rusak(format!("journey {}: stage {}", self.id, self.tahap)))
    }

    /// The running limit is over.
    #[must_use]
    pub fn lewat(&self, kini: Date) -> bool {
        self.akhir.is_none() && self.tenggat.as_ref().is_some_and(|t| *t < kini.to_string())
    }
}

pub(super) const PILIH: &str = "SELECT j.id, j.instansi_id, i.nama AS instansi, i.kode AS instansi_kode, i.wilayah, i.zona, j.mpp_id,
    m.kode AS mpp_kode, j.nama, j.alamat, j.lintang, j.bujur, j.awal, j.mulai, j.tahap, j.sejak, j.tenggat, j.ilustrasi, j.versi, j.pada,
    x.pada AS akhir, x.alasan AS akhir_alasan
    FROM mpp_jalan j JOIN instansi i ON i.id = j.instansi_id LEFT JOIN mpp m ON m.unit_id = j.mpp_id
    LEFT JOIN mpp_jalan_akhir x ON x.jalan_id = j.id";

/// # Errors
/// `TidakDitemukan`.
pub async fn dari_id<C: ConnectionTrait>(c: &C, id: JalanId) -> Hasil<Jalan> {
    c.satu(&format!("{PILIH} WHERE j.id = $1"), nilai![id]).await
}

/// The journey of a mall, where one is recorded.
pub async fn cari_mpp<C: ConnectionTrait>(c: &C, mpp: UnitId) -> Hasil<Option<Jalan>> {
    c.mungkin(&format!("{PILIH} WHERE j.mpp_id = $1"), nilai![mpp]).await
}

/// Malls of an instansi of which no journey is recorded, by name, at most 200.
pub async fn mal_tanpa_jalan<C: ConnectionTrait>(c: &C, instansi: InstansiId) -> Hasil<Vec<(UnitId, String)>> {
    #[derive(FromQueryResult)]
    struct Satu {
        unit_id: UnitId,
        nama: String,
    }
    let sql = "SELECT m.unit_id, u.nama FROM mpp m JOIN unit u ON u.id = m.unit_id
        WHERE u.instansi_id = $1 AND NOT EXISTS (SELECT 1 FROM mpp_jalan j WHERE j.mpp_id = m.unit_id) ORDER BY u.nama, m.unit_id LIMIT 200";
    let semua: Vec<Satu> = c.semua(sql, nilai![instansi]).await?;
    Ok(semua.into_iter().map(|s| (s.unit_id, s.nama)).collect())
}

/// One step as it was recorded.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Langkah {
    pub id: LangkahId,
    pub urut: i64,
    /// `dokumen`, `faktual`, `putusan`, `selesai-dibangun` or `maju`.
    pub jenis: String,
    /// Key of the document, the decision or the stage gone to.
    pub nilai: String,
    /// Side that acted (`layanan::mpp::Pelaku`).
    pub pelaku: String,
    pub tanggal: String,
    pub nomor: String,
    pub catatan: String,
    /// Name of the file; empty without one.
    pub berkas: String,
    pub objek: Option<String>,
    /// Media type of the file.
    pub tipe: Option<String>,
    pub pada: Waktu,
    pub oleh: Option<String>,
}

const LANGKAH: &str = "SELECT l.id, l.urut, l.jenis, l.nilai, l.pelaku, l.tanggal, l.nomor, l.catatan, l.berkas, l.objek, o.tipe, l.pada,
    a.nama AS oleh FROM mpp_langkah l LEFT JOIN objek o ON o.sidik = l.objek LEFT JOIN akun a ON a.id = l.oleh";

/// All steps in order, at most 2,000.
pub async fn langkah<C: ConnectionTrait>(c: &C, id: JalanId) -> Hasil<Vec<Langkah>> {
    c.semua(&format!("{LANGKAH} WHERE l.jalan_id = $1 ORDER BY l.urut LIMIT 2000"), nilai![id]).await
}

/// One step of a journey, for its file.
///
/// # Errors
/// `TidakDitemukan`.
pub async fn dokumen<C: ConnectionTrait>(c: &C, id: JalanId, langkah: LangkahId) -> Hasil<Langkah> {
    c.satu(&format!("{LANGKAH} WHERE l.jalan_id = $1 AND l.id = $2"), nilai![id, langkah]).await
}

/// The journey as the rules have it.
///
/// # Errors
/// `Rusak` when the rows do not follow the rules.
pub fn lipat(j: &Jalan, semua: &[Langkah]) -> Hasil<Perjalanan> {
    let rusak = |apa: &str| StoreError::Rusak(format!("journey {}: {apa}", j.id));
    let hari = |teks: &str| teks.parse::<Date>().map_err(|_| rusak(teks));
    let mulai = hari(&j.mulai)?;
    let awal = if j.awal == "beroperasi" { Perjalanan::sudah_beroperasi(mulai) } else { Perjalanan::mulai(mulai) };
    let (mut peristiwa, mut terakhir) = (Vec::with_capacity(semua.len()), mulai);
    for l in semua {
        let langkah = match l.jenis.as_str() {
            "dokumen" => JenisDokumen::dari_kunci(&l.nilai).map(|jenis| aturan::Langkah::Dokumen { jenis }),
            "faktual" => Some(aturan::Langkah::VerifikasiFaktual),
            "putusan" => Keputusan::dari_kunci(&l.nilai).map(|keputusan| aturan::Langkah::Putuskan { keputusan }),
            "selesai-dibangun" => Some(aturan::Langkah::PembangunanSelesai),
            _ => Tahap::dari_kunci(&l.nilai).map(|ke| aturan::Langkah::Maju { ke }),
        };
        let langkah = langkah.ok_or_else(|| rusak(&l.nilai))?;
        let oleh = aturan::Pelaku::dari_kunci(&l.pelaku).ok_or_else(|| rusak(&l.pelaku))?;
        // A paper may be older than the step after which it was filed.
        let tanggal = hari(&l.tanggal)?;
        let tanggal = if l.jenis == "dokumen" { tanggal.max(terakhir) } else { tanggal };
        terakhir = tanggal;
        peristiwa.push(Peristiwa { tanggal, oleh, langkah });
    }
    awal.lipat(&peristiwa).map_err(|(n, e)| rusak(&format!("step {n}: {e}")))
}

/// Journeys that the person may read through a role at an instansi or a mall, newest first, at most 500.
pub async fn saya(store: &Store, pelaku: &Pelaku) -> Hasil<Vec<Jalan>> {
    let (mut syarat, mut v) = (vec!["1 = 0".to_owned()], Vec::new());
    for p in pelaku.peran.iter().filter(|p| p.peran != Peran::Evaluator) {
        let n = v.len() + 1;
        match &p.lingkup {
            Lingkup::Instansi(i) => {
                syarat.push(format!("j.instansi_id = ${n}"));
                v.push((*i).into());
            }
            Lingkup::Wilayah(w) => {
                syarat.push(format!("(i.wilayah = ${n} OR i.wilayah LIKE ${})", n + 1));
                v.extend([w.as_str().into(), format!("{w}.%").into()]);
            }
            Lingkup::Unit { unit, .. } => {
                syarat.push(format!("j.mpp_id = ${n}"));
                v.push((*unit).into());
            }
            Lingkup::Instalasi if p.peran == Peran::Nasional => syarat.push("1 = 1".to_owned()),
            Lingkup::Instalasi | Lingkup::Periode(_) => {}
        }
    }
    store.baca().semua(&format!("{PILIH} WHERE {} ORDER BY j.id DESC LIMIT 500", syarat.join(" OR ")), v).await
}

/// What the board of the nation is narrowed to; empty means all.
#[derive(Debug, Clone, Default)]
pub struct Saring {
    /// Part of the name of the mall or of the instansi.
    pub cari: String,
    pub tahap: Option<Tahap>,
    /// Only those whose limit is over on this day.
    pub lewat: Option<Date>,
}

/// All journeys, the ones with a running limit first by its day, then by instansi; and how many fit.
pub async fn daftar(store: &Store, _hak: &Nasional, s: &Saring, lewati: i64, batas: i64) -> Hasil<(Vec<Jalan>, i64)> {
    let mut v = nilai![memuat(&s.cari)];
    let mut syarat = "(LOWER(j.nama) LIKE $1 ESCAPE '\\' OR LOWER(i.nama) LIKE $1 ESCAPE '\\')".to_owned();
    if let Some(t) = s.tahap {
        v.push(t.kunci().into());
        syarat.extend([" AND j.tahap = $", &v.len().to_string()]);
    }
    if let Some(hari) = s.lewat {
        v.push(hari.to_string().into());
        syarat.extend([" AND x.jalan_id IS NULL AND j.tenggat < $", &v.len().to_string()]);
    }
    let c = store.baca();
    let dari = PILIH.split_once("FROM").map_or("", |(_, d)| d);
    let semua = c.angka(&format!("SELECT COUNT(*) AS n FROM {dari} WHERE {syarat}"), v.clone()).await?;
    let n = v.len();
    v.extend([batas.into(), lewati.into()]);
    let urut = "CASE WHEN x.jalan_id IS NULL AND j.tenggat IS NOT NULL THEN 0 ELSE 1 END, j.tenggat, i.nama, j.id";
    let sql = format!("{PILIH} WHERE {syarat} ORDER BY {urut} LIMIT ${} OFFSET ${}", n + 1, n + 2);
    Ok((c.semua(&sql, v).await?, semua))
}

/// How many journeys stand where.
#[derive(Debug, Clone, Default)]
pub struct Banyak {
    pub tahap: BTreeMap<Tahap, i64>,
    /// Limits that are over.
    pub lewat: i64,
}

#[derive(FromQueryResult)]
struct BarisBanyak {
    tahap: String,
    n: i64,
}

/// Counts over the nation, of those that were not given up.
pub async fn banyak(store: &Store, _hak: &Nasional, kini: Date) -> Hasil<Banyak> {
    let c = store.baca();
    let hidup = "FROM mpp_jalan j LEFT JOIN mpp_jalan_akhir x ON x.jalan_id = j.id WHERE x.jalan_id IS NULL";
    let baris: Vec<BarisBanyak> =
        c.semua(&format!("SELECT j.tahap, COUNT(*) AS n {hidup} GROUP BY j.tahap ORDER BY j.tahap"), nilai![]).await?;
    let lewat = c.angka(&format!("SELECT COUNT(*) AS n {hidup} AND j.tenggat < $1"), nilai![kini.to_string()]).await?;
    Ok(Banyak { tahap: baris.into_iter().filter_map(|b| Some((Tahap::dari_kunci(&b.tahap)?, b.n))).collect(), lewat })
}

/// What anyone may see: approved by the Menteri and on its way, or in operation; by region, at most 2,000. What was not decided yet
/// is the two governments' own matter (a decision of this program).
pub async fn publik(store: &Store) -> Hasil<Vec<Jalan>> {
    let terbuka: Vec<String> = Tahap::SEMUA.iter().filter(|t| **t >= Tahap::Persiapan).map(|t| format!("'{t}'")).collect();
    let sql =
        format!("{PILIH} WHERE x.jalan_id IS NULL AND j.tahap IN ({}) ORDER BY i.wilayah, j.nama, j.id LIMIT 2000", terbuka.join(", "));
    store.baca().semua(&sql, nilai![]).await
}

/// A mall as anyone may see it: one of this program, or one on its way without a page yet.
#[derive(Debug, Clone)]
pub struct MalPublik {
    /// Part of its address; `None` while it is no unit here.
    pub kode: Option<String>,
    /// The unit that it is here.
    pub unit: Option<UnitId>,
    pub jalan: Option<JalanId>,
    pub nama: String,
    pub alamat: String,
    pub ringkas: String,
    pub instansi: String,
    pub wilayah: Option<String>,
    pub tahap: Tahap,
    pub ilustrasi: bool,
}

/// Malls that can be visited, then those being prepared, each by region and name. One without a recorded journey counts as operating; one whose journey is undecided or given up is
/// not shown.
pub async fn mal_publik(store: &Store) -> Hasil<Vec<MalPublik>> {
    #[derive(FromQueryResult)]
    struct Tertaut {
        mpp_id: UnitId,
    }
    let c = store.baca();
    let tertaut: Vec<Tertaut> =
        c.semua("SELECT mpp_id FROM mpp_jalan WHERE mpp_id IS NOT NULL ORDER BY mpp_id LIMIT 5000", nilai![]).await?;
    let jalan = publik(store).await?;
    let mut hasil = Vec::new();
    for m in crate::mpp::semua(c).await? {
        let j = jalan.iter().find(|j| j.mpp_id == Some(m.unit_id));
        if j.is_none() && tertaut.iter().any(|t| t.mpp_id == m.unit_id) {
            continue;
        }
        hasil.push(MalPublik {
            kode: Some(m.kode),
            unit: Some(m.unit_id),
            jalan: j.map(|j| j.id),
            nama: m.nama,
            alamat: m.alamat,
            ringkas: m.ringkas,
            instansi: m.instansi,
            wilayah: m.wilayah,
            tahap: j.map_or(Ok(Tahap::Beroperasi), Jalan::tahap)?,
            ilustrasi: m.ilustrasi == 1,
        });
    }
    for j in jalan.iter().filter(|j| j.mpp_id.is_none()) {
        hasil.push(MalPublik {
            kode: None,
            unit: None,
            jalan: Some(j.id),
            nama: j.nama.clone(),
            alamat: j.alamat.clone(),
            ringkas: String::new(),
            instansi: j.instansi.clone(),
            wilayah: j.wilayah.clone(),
            tahap: j.tahap()?,
            ilustrasi: j.ilustrasi == 1,
        });
    }
    let urut = |m: &MalPublik| (m.tahap < Tahap::Beroperasi, m.wilayah.clone(), m.nama.clone());
    hasil.sort_by_cached_key(urut);
    Ok(hasil)
}
