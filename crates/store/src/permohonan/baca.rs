//! Reading cases: lists within the scope of an officer, the history, files and notes.

use super::{ALASAN, BERKAS as NAMA_BERKAS, CATATAN, DARI, KOLOM, Permohonan};
use crate::{
    Hasil, Kunci, Store, Waktu,
    berkas::Tipe,
    hak::Pelaku,
    id::{GeraiId, PermohonanId},
    identitas::{Milik, Tersegel, lampiran},
    kueri::Kueri,
    layanan::{HARI, hari_ini},
    lokus::daftar::memuat,
    nilai,
    peran::{Lingkup, Peran},
};
use ::layanan::permohonan::Keadaan;
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use uuid::Uuid;

/// One line of the history; `langkah` as `layanan::permohonan::Langkah` writes it.
#[derive(Debug, Clone)]
pub struct Langkah {
    pub nomor: i64,
    pub langkah: String,
    pub alasan: String,
    /// To which gerai it went.
    pub gerai: Option<String>,
    pub pada: Waktu,
    /// `None`: the applicant.
    pub oleh: Option<String>,
}

#[derive(FromQueryResult)]
struct BarisLangkah {
    id: Uuid,
    nomor: i64,
    langkah: String,
    alasan: Tersegel,
    gerai: Option<String>,
    pada: Waktu,
    oleh: Option<String>,
}

/// Every step, the first one first.
///
/// # Errors
/// `Rusak` for a reason that cannot be opened.
pub async fn riwayat(store: &Store, id: PermohonanId) -> Hasil<Vec<Langkah>> {
    let sql = "SELECT x.id, x.nomor, x.langkah, x.alasan, g.nama AS gerai, x.pada, a.nama AS oleh FROM permohonan_peristiwa x
        LEFT JOIN gerai g ON g.id = x.gerai_id LEFT JOIN akun a ON a.id = x.oleh
        WHERE x.permohonan_id = $1 ORDER BY x.nomor LIMIT 1000";
    let semua: Vec<BarisLangkah> = store.baca().semua(sql, nilai![id]).await?;
    let buka = |b: BarisLangkah| {
        let alasan = b.alasan.buka(store.kunci(), Milik(ALASAN, b.id))?;
        Ok(Langkah { nomor: b.nomor, langkah: b.langkah, alasan, gerai: b.gerai, pada: b.pada, oleh: b.oleh })
    };
    semua.into_iter().map(buka).collect()
}

/// A file of the applicant.
#[derive(Debug, Clone)]
pub struct BerkasMasuk {
    pub id: Uuid,
    pub medan: String,
    pub nama: String,
    pub objek: String,
    pub tipe: String,
    pub ukuran: i64,
    pub pada: Waktu,
    /// What the virus scanner has not let pass: `menunggu` or `terinfeksi` ([`crate::pindai`]).
    pub pindai: Option<String>,
    kunci: Tersegel,
}

impl BerkasMasuk {
    #[must_use]
    pub fn tipe(&self) -> Option<Tipe> {
        Tipe::dari_mime(&self.tipe)
    }

    /// Its content. Who may have it, and whether the scanner let it pass, was decided by the caller.
    ///
    /// # Errors
    /// `Rusak` when it is missing, was changed, or its key is not in the key file.
    pub fn isi(&self, store: &Store) -> Hasil<Vec<u8>> {
        lampiran::isi(store, lampiran::PERMOHONAN, (self.id, &self.kunci), &self.objek)
    }
}

#[derive(FromQueryResult)]
struct BarisBerkas {
    id: Uuid,
    medan: String,
    nama: Tersegel,
    objek: String,
    kunci: Tersegel,
    tipe: String,
    ukuran: i64,
    pada: Waktu,
    pindai: Option<String>,
}

impl BarisBerkas {
    fn buka(self, kunci: &Kunci) -> Hasil<BerkasMasuk> {
        let nama = self.nama.buka(kunci, Milik(NAMA_BERKAS, self.id))?;
        let Self { id, medan, objek, kunci, tipe, ukuran, pada, pindai, .. } = self;
        Ok(BerkasMasuk { id, medan, nama, objek, tipe, ukuran, pada, pindai, kunci })
    }
}

const BERKAS: &str = "SELECT b.id, b.medan, b.nama, b.objek, COALESCE(b.kunci, '') AS kunci, o.tipe, o.ukuran, b.pada, v.keadaan AS pindai
    FROM permohonan_berkas b JOIN objek o ON o.sidik = b.objek LEFT JOIN objek_pindai v ON v.sidik = b.objek AND v.keadaan <> 'bersih'";

/// Every file, the newest first: of one field the first counts.
///
/// # Errors
/// `Rusak` for a name that cannot be opened.
pub async fn berkas(store: &Store, id: PermohonanId) -> Hasil<Vec<BerkasMasuk>> {
    let semua: Vec<BarisBerkas> =
        store.baca().semua(&format!("{BERKAS} WHERE b.permohonan_id = $1 ORDER BY b.id DESC LIMIT 500"), nilai![id]).await?;
    semua.into_iter().map(|b| b.buka(store.kunci())).collect()
}

/// # Errors
/// `TidakDitemukan` also for a file of another case.
pub async fn berkas_satu(store: &Store, id: PermohonanId, berkas: Uuid) -> Hasil<BerkasMasuk> {
    let b: BarisBerkas = store.baca().satu(&format!("{BERKAS} WHERE b.permohonan_id = $1 AND b.id = $2"), nilai![id, berkas]).await?;
    b.buka(store.kunci())
}

#[derive(FromQueryResult)]
struct Medan {
    medan: String,
}

/// Fields of the form that have a file.
pub(super) async fn medan_berkas<C: ConnectionTrait>(c: &C, id: PermohonanId) -> Hasil<Vec<String>> {
    let sql = "SELECT DISTINCT medan FROM permohonan_berkas WHERE permohonan_id = $1 ORDER BY medan LIMIT 500";
    Ok(c.semua::<Medan>(sql, nilai![id]).await?.into_iter().map(|m| m.medan).collect())
}

/// A note among officers.
#[derive(Debug, Clone)]
pub struct Catatan {
    pub isi: String,
    pub pada: Waktu,
    pub oleh: String,
}

#[derive(FromQueryResult)]
struct BarisCatatan {
    id: Uuid,
    isi: Tersegel,
    pada: Waktu,
    oleh: String,
}

/// Every note, the first one first.
///
/// # Errors
/// `Rusak` for one that cannot be opened.
pub async fn catatan(store: &Store, id: PermohonanId) -> Hasil<Vec<Catatan>> {
    let sql = "SELECT n.id, n.isi, n.pada, a.nama AS oleh FROM permohonan_catatan n JOIN akun a ON a.id = n.oleh
        WHERE n.permohonan_id = $1 ORDER BY n.id LIMIT 500";
    let semua: Vec<BarisCatatan> = store.baca().semua(sql, nilai![id]).await?;
    let buka = |b: BarisCatatan| Ok(Catatan { isi: b.isi.buka(store.kunci(), Milik(CATATAN, b.id))?, pada: b.pada, oleh: b.oleh });
    semua.into_iter().map(buka).collect()
}

/// What a list is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Saring {
    pub gerai: Option<GeraiId>,
    /// `None`: all that are not filed away.
    pub keadaan: Option<Keadaan>,
    /// Only those whose promise is broken and that are not done.
    pub lewat: bool,
    /// Part of the name of the service, or of the code as it is printed.
    pub cari: String,
}

/// A case in a list.
#[derive(Debug, Clone)]
pub struct Baris {
    pub permohonan: Permohonan,
    /// The promise is broken.
    pub lewat: bool,
}

/// Cases of a list by state.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Jumlah {
    pub keadaan: String,
    pub banyak: i64,
    pub lewat: i64,
}

/// SQL that holds for cases that the person may read by the roles of today, with its values from `$4` on (`$1` to `$3` are the local
/// days); `None`: none. As [`crate::hak::permohonan()`] decides for one.
fn jangkauan(pelaku: &Pelaku) -> Option<(String, Vec<Value>)> {
    let mut v: Vec<Value> = vec![pelaku.akun.into()];
    let hari = HARI.replace("i.zona", "im.zona");
    let ditempatkan = format!(
        "EXISTS (SELECT 1 FROM pelaksana x WHERE x.gerai_id = p.gerai_id AND x.akun_id = $4 AND x.mulai <= {hari}
           AND (x.sampai IS NULL OR x.sampai >= {hari}) AND NOT EXISTS (SELECT 1 FROM pelaksana_akhir y WHERE y.pelaksana_id = x.id))
         AND NOT EXISTS (SELECT 1 FROM gerai_tutup z WHERE z.gerai_id = p.gerai_id)"
    );
    let mut syarat = Vec::new();
    for p in &pelaku.peran {
        let Lingkup::Unit { unit, .. } = &p.lingkup else { continue };
        let n = v.len() + 4;
        syarat.push(match p.peran {
            Peran::MppKepala | Peran::MppDepan => format!("(p.mpp_id = ${n} OR m.induk_id = ${n})"),
            Peran::Pelaksana => format!("((p.mpp_id = ${n} OR m.induk_id = ${n}) AND {ditempatkan})"),
            Peran::UnitKepala => format!("(l.unit_id = ${n} OR u.induk_id = ${n})"),
            _ => continue,
        });
        v.push((*unit).into());
    }
    (!syarat.is_empty()).then(|| (format!("({})", syarat.join(" OR ")), v))
}

const LEWAT: &str = "p.tuntas IS NULL AND p.tenggat IS NOT NULL AND p.tenggat <";

/// Cases that the person may read, those to be done first on top; and how many fit.
pub async fn daftar(store: &Store, pelaku: &Pelaku, s: &Saring, lewati: i64, batas: i64) -> Hasil<(Vec<Baris>, i64)> {
    let Some((lingkup, milik)) = jangkauan(pelaku) else { return Ok((Vec::new(), 0)) };
    let mut v = hari_ini(store.sekarang());
    v.extend(milik);
    let mut syarat = vec![lingkup];
    let dengan = |v: &mut Vec<Value>, nilai: Value| {
        v.push(nilai);
        v.len()
    };
    if let Some(g) = s.gerai {
        syarat.push(format!("p.gerai_id = ${}", dengan(&mut v, g.into())));
    }
    syarat.push(match s.keadaan {
        Some(k) => format!("p.keadaan = ${}", dengan(&mut v, k.kunci().into())),
        None => "p.keadaan <> 'diarsipkan'".into(),
    });
    if s.lewat {
        syarat.push(format!("{LEWAT} {}", HARI.replace("i.zona", "im.zona")));
    }
    if !s.cari.trim().is_empty() {
        let n = dengan(&mut v, memuat(&s.cari).into());
        // A code is stored without the hyphens it is printed with.
        let kode = dengan(&mut v, memuat(&s.cari.replace(['-', ' '], "")).into());
        syarat.push(format!("(LOWER(l.nama) LIKE ${n} ESCAPE '\\' OR p.kode LIKE ${kode} ESCAPE '\\')"));
    }
    let syarat = syarat.join(" AND ");
    let c = store.baca();
    let semua = c.angka(&format!("SELECT COUNT(*) AS n {DARI} WHERE {syarat}"), v.clone()).await?;
    let n = v.len();
    v.extend([batas.into(), lewati.into()]);
    let sql = format!(
        "SELECT {KOLOM} {DARI} WHERE {syarat}
         ORDER BY CASE WHEN p.tuntas IS NOT NULL THEN '9' WHEN p.tenggat IS NULL THEN '8' ELSE p.tenggat END, p.id LIMIT ${} OFFSET ${}",
        n + 1,
        n + 2
    );
    let kini = store.sekarang();
    let satu = |p: Permohonan| Baris { lewat: p.lewat(&kini.hari(&p.zona).to_string()), permohonan: p };
    Ok((c.semua::<Permohonan>(&sql, v).await?.into_iter().map(satu).collect(), semua))
}

/// How many cases the person may read are in each state, and how many of them are late.
pub async fn jumlah(store: &Store, pelaku: &Pelaku, gerai: Option<GeraiId>) -> Hasil<Vec<Jumlah>> {
    let Some((lingkup, milik)) = jangkauan(pelaku) else { return Ok(Vec::new()) };
    let mut v = hari_ini(store.sekarang());
    v.extend(milik);
    let mut syarat = lingkup;
    if let Some(g) = gerai {
        v.push(g.into());
        syarat = format!("{syarat} AND p.gerai_id = ${}", v.len());
    }
    let sql = format!(
        "SELECT p.keadaan, COUNT(*) AS banyak, CAST(SUM(CASE WHEN {LEWAT} {} THEN 1 ELSE 0 END) AS bigint) AS lewat
         {DARI} WHERE {syarat} GROUP BY p.keadaan ORDER BY p.keadaan LIMIT 50",
        HARI.replace("i.zona", "im.zona")
    );
    store.baca().semua(&sql, v).await
}
