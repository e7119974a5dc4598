//! Publication of a period's results, and taking it back: rows that say who, when and why.
//!
//! [`Terbitan`] is the key to every public page: only [`publik`] makes one, so what is not published cannot be named.
//! Public is what was frozen when the period was published; a later result waits until it is published again.

pub mod bundel;
mod ejaan;
mod lembar;
mod tanpa_ba;
pub mod versi;

pub(crate) use ejaan::satu_ejaan;
pub use lembar::{di_belakang, edisi, setelah};
pub(crate) use tanpa_ba::terbit;
pub use tanpa_ba::{Banyak as BanyakTanpaBa, TanpaBa, alasan_publik, alasan_satu, tanpa_ba, tanpa_ba_di};

use crate::{
    Hasil, Store, StoreError, Waktu, audit,
    hak::PenanggungjawabPeriode,
    id::{InstansiId, PeriodeId},
    kait,
    kueri::Kueri,
    lokus, nilai,
    pemberitahuan::Kepada,
    periode::{self, Fase, Periode},
    peristiwa,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The newest row of a period.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Kejadian {
    pub id: Uuid,
    pub jenis: String,
    pub alasan: String,
    pub pada: Waktu,
    pub nama: Option<String>,
}

impl Kejadian {
    #[must_use]
    pub fn terbit(&self) -> bool {
        self.jenis == "terbit"
    }
}

/// Every publication and withdrawal of a period, newest first.
pub async fn kejadian<C: ConnectionTrait>(c: &C, id: PeriodeId) -> Hasil<Vec<Kejadian>> {
    c.semua(
        "SELECT n.id, n.jenis, n.alasan, n.pada, a.nama FROM penerbitan n LEFT JOIN akun a ON a.id = n.oleh
         WHERE n.periode_id = $1 ORDER BY n.id DESC LIMIT 100",
        nilai![id],
    )
    .await
}

/// Why results are published as they are.
#[derive(Debug, Clone, Copy, Default)]
pub struct Alasan<'a> {
    /// For results without minutes signed by all three parties; empty if there are none.
    pub tanpa_ba: &'a str,
    /// For a new version of what was public before; empty for the first. After a withdrawal its reason stands in.
    pub versi: &'a str,
}

impl<'a> From<&'a str> for Alasan<'a> {
    /// Of a first publication.
    fn from(tanpa_ba: &'a str) -> Self {
        Self { tanpa_ba, versi: "" }
    }
}

/// Publishes the results that are frozen now; again after more were frozen. Without anything new it changes nothing. The job
/// that makes the signed file of this version (see [`versi`]) is enqueued with it.
///
/// # Errors
/// `Keadaan` when phase Pemeringkatan is closed, no lokus has a frozen result, or a reason is missing: `terbit-tanpa-ba`,
/// `terbit-versi-alasan`.
pub async fn terbitkan(store: &Store, hak: &PenanggungjawabPeriode, alasan: impl Into<Alasan<'_>>) -> Hasil<()> {
    let Alasan { tanpa_ba: alasan, versi } = alasan.into();
    let (id, alasan, versi) = (hak.periode.id, alasan.trim(), versi.trim());
    let mut tx = store.mulai().await?;
    periode::kunci(&tx, id).await?;
    periode::harus_terbuka(&*tx, id, Fase::Pemeringkatan).await?;
    let lama = terakhir(&*tx, id).await?;
    // Public is what was frozen until then and not annulled until then, with the minutes and reports made until then: with the clock set back
    // one would be missing, and what was annulled would be there.
    tx.pada = tx.pada.max(pada_isi(&*tx, id).await?.unwrap_or(tx.pada));
    let (beku, baru) = (beku(&*tx, id, None).await?, beku(&*tx, id, lama.as_ref().filter(|k| k.terbit()).map(|k| k.pada)).await?);
    if beku == 0 {
        return Err(StoreError::Keadaan("terbit-tanpa-hasil"));
    }
    if baru == 0 {
        return Ok(());
    }
    let mut rincian = serde_json::json!({ "hasil": beku });
    let tanpa = tanpa_ba::periksa(&tx, id, alasan).await?;
    if tanpa > 0 {
        rincian["tanpa_ba"] = tanpa.into();
        rincian["alasan"] = tx.kunci.ringkas(alasan).into();
    }
    let versi = match &lama {
        None => "",
        Some(k) if versi.is_empty() && !k.terbit() => &k.alasan,
        Some(_) if versi.is_empty() => return Err(StoreError::Keadaan("terbit-versi-alasan")),
        Some(_) => versi,
    };
    if !versi.is_empty() {
        rincian["versi"] = tx.kunci.ringkas(versi).into();
    }
    let terbit = catat(&tx, hak, "terbit", versi, rincian).await?;
    tanpa_ba::catat(&tx, id, lama.as_ref(), terbit, alasan).await?;
    versi::antrekan(&tx, terbit).await?;
    tx.commit().await
}

/// Takes the results back from the public pages, which then show the reason.
///
/// # Errors
/// `Keadaan("alasan-wajib")`, `Keadaan("terbit-belum")` when nothing is published, or the closed phase.
pub async fn tarik(store: &Store, hak: &PenanggungjawabPeriode, alasan: &str) -> Hasil<()> {
    let (id, alasan) = (hak.periode.id, alasan.trim());
    if alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    periode::kunci(&tx, id).await?;
    periode::harus_terbuka(&*tx, id, Fase::Pemeringkatan).await?;
    if !terakhir(&*tx, id).await?.is_some_and(|k| k.terbit()) {
        return Err(StoreError::Keadaan("terbit-belum"));
    }
    // The reason is free text and may name a person: the log holds its keyed digest, the row holds the text.
    catat(&tx, hak, "tarik", alasan, serde_json::json!({ "alasan": tx.kunci.ringkas(alasan) })).await?;
    tx.commit().await
}

async fn catat(tx: &crate::Tx, hak: &PenanggungjawabPeriode, jenis: &str, alasan: &str, mut rincian: serde_json::Value) -> Hasil<Uuid> {
    let (id, oleh, baru) = (hak.periode.id, hak.pelaku(), crate::id::baru());
    tx.jalankan(
        "INSERT INTO penerbitan (id, periode_id, jenis, alasan, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6)",
        nilai![baru, id, jenis, alasan, tx.pada, oleh.akun],
    )
    .await?;
    if jenis == "terbit" {
        ejaan::catat(tx, baru).await?;
        rincian["satu_ejaan"] = baru.to_string().into();
    }
    let aksi = if jenis == "terbit" { "periode.terbit" } else { "periode.tarik" };
    audit::catat(tx, oleh, audit::Kejadian::baru(aksi, "periode", id).instansi(hak.periode.instansi_id).rincian(rincian)).await?;
    let kabar = if jenis == "terbit" { "terbit-hasil" } else { "terbit-tarik" };
    let kepada =
        [Kepada::SemuaKepala(id), Kepada::SemuaOperator(id), Kepada::SemuaEvaluator(id), Kepada::Penyelenggara(id), Kepada::Pembina(id)];
    periode::kabar::kabari(tx, &hak.periode, oleh, kabar, &kepada, serde_json::json!({}), baru).await?;
    peristiwa::siarkan(tx, &format!("periode:{id}"), &serde_json::json!({ "penerbitan": jenis })).await?;
    let p = &hak.periode;
    let data = serde_json::json!({ "periode": p.kode, "nama": p.nama, "tahun": p.tahun, "skema": p.skema, "ilustrasi": p.ilustrasi == 1 });
    let apa = if jenis == "terbit" { kait::Peristiwa::PeriodeTerbit } else { kait::Peristiwa::PeriodeTarik };
    kait::siarkan(tx, apa, p.instansi_id, &data).await?;
    Ok(baru)
}

/// Live results that a publication now would add: frozen after the last one, while phase Pemeringkatan is open. 0 when
/// there is nothing to publish.
pub async fn siap(store: &Store, id: PeriodeId) -> Hasil<i64> {
    match periode::harus_terbuka(store.baca(), id, Fase::Pemeringkatan).await {
        Ok(()) => {}
        Err(StoreError::Keadaan(_)) => return Ok(0),
        Err(e) => return Err(e),
    }
    beku(store.baca(), id, terakhir(store.baca(), id).await?.filter(Kejadian::terbit).map(|k| k.pada)).await
}

async fn terakhir<C: ConnectionTrait>(c: &C, id: PeriodeId) -> Hasil<Option<Kejadian>> {
    c.mungkin(
        "SELECT id, jenis, alasan, pada, CAST(NULL AS text) AS nama FROM penerbitan WHERE periode_id = $1 ORDER BY id DESC LIMIT 1",
        nilai![id],
    )
    .await
}

/// When the period was last published or taken back.
pub(crate) async fn pada_terakhir<C: ConnectionTrait>(c: &C, id: PeriodeId) -> Hasil<Option<Waktu>> {
    Ok(terakhir(c, id).await?.map(|k| k.pada))
}

#[derive(FromQueryResult)]
struct Pada {
    pada: Option<Waktu>,
}

/// When the last thing came about that a publication of the period takes or leaves out by its time.
async fn pada_isi<C: ConnectionTrait>(c: &C, id: PeriodeId) -> Hasil<Option<Waktu>> {
    let sql = "SELECT MAX(x.pada) AS pada FROM (
        SELECT h.pada FROM hasil h JOIN lokus l ON l.id = h.lokus_id WHERE l.periode_id = $1
        UNION ALL SELECT b.pada FROM hasil_batal b JOIN hasil h ON h.id = b.hasil_id JOIN lokus l ON l.id = h.lokus_id WHERE l.periode_id = $1
        UNION ALL SELECT a.pada FROM berita_acara a JOIN lokus l ON l.id = a.lokus_id WHERE l.periode_id = $1
        UNION ALL SELECT y.pada FROM berita_acara_batal y JOIN berita_acara a ON a.id = y.berita_acara_id JOIN lokus l ON l.id = a.lokus_id
          WHERE l.periode_id = $1
        UNION ALL SELECT e.pada FROM lhe e JOIN lokus l ON l.id = e.lokus_id WHERE l.periode_id = $1) x";
    Ok(c.satu::<Pada>(sql, nilai![id]).await?.pada)
}

/// Live frozen results of a period; with a time only those after it.
async fn beku<C: ConnectionTrait>(c: &C, id: PeriodeId, setelah: Option<Waktu>) -> Hasil<i64> {
    c.angka(
        "SELECT COUNT(*) AS n FROM hasil h JOIN lokus l ON l.id = h.lokus_id LEFT JOIN hasil_batal b ON b.hasil_id = h.id
         WHERE l.periode_id = $1 AND b.hasil_id IS NULL AND h.pada > $2",
        nilai![id, setelah.unwrap_or(Waktu(-1))],
    )
    .await
}

/// A published period. Only this module can make one.
#[derive(Debug, Clone)]
pub struct Terbitan {
    pub(crate) id: Uuid,
    pub periode: Periode,
    pub instansi: String,
    pub instansi_kode: String,
    pub zona: String,
    /// Results frozen until then are public.
    pub pada: Waktu,
    /// Spellings of a category are one group in its ranks.
    pub(crate) satu_ejaan: bool,
    _hanya_di_sini: (),
}

/// What the public may know of a period by its code.
#[derive(Debug, Clone)]
pub enum Publik {
    Terbit(Box<Terbitan>),
    /// It was published and taken back.
    Ditarik {
        nama: String,
        instansi: String,
        zona: String,
        ilustrasi: bool,
        alasan: String,
        pada: Waktu,
    },
}

#[derive(FromQueryResult)]
struct Baris {
    id: Uuid,
    periode: PeriodeId,
    instansi: String,
    instansi_kode: String,
    zona: String,
    jenis: String,
    alasan: String,
    pada: Waktu,
    satu_ejaan: i64,
}

#[derive(FromQueryResult)]
struct Tahun {
    tahun: i64,
}

const PILIH: &str = "SELECT n.id, p.id AS periode, i.nama AS instansi, i.kode AS instansi_kode, i.zona, n.jenis, n.alasan, n.pada,
    (SELECT COUNT(*) FROM penerbitan_satu_ejaan e WHERE e.penerbitan_id = n.id) AS satu_ejaan
    FROM penerbitan n JOIN periode p ON p.id = n.periode_id JOIN instansi i ON i.id = p.instansi_id
    WHERE n.id = (SELECT m.id FROM penerbitan m WHERE m.periode_id = p.id ORDER BY m.id DESC LIMIT 1)";

/// The period with this public code.
///
/// # Errors
/// `TidakDitemukan` for an unknown code and for a period that was never published: nobody learns that it exists.
pub async fn publik(store: &Store, kode: &str) -> Hasil<Publik> {
    let b: Baris = store.baca().satu(&format!("{PILIH} AND p.kode = $1"), nilai![kode]).await?;
    let p = periode::dari_id(store.baca(), b.periode).await?;
    if b.jenis == "terbit" {
        return Ok(Publik::Terbit(Box::new(terbitan(p, b))));
    }
    Ok(Publik::Ditarik { nama: p.nama, instansi: b.instansi, zona: b.zona, ilustrasi: p.ilustrasi == 1, alasan: b.alasan, pada: b.pada })
}

fn terbitan(periode: Periode, b: Baris) -> Terbitan {
    Terbitan {
        id: b.id,
        periode,
        instansi: b.instansi,
        instansi_kode: b.instansi_kode,
        zona: b.zona,
        pada: b.pada,
        satu_ejaan: b.satu_ejaan > 0,
        _hanya_di_sini: (),
    }
}

/// Which published periods: part of the name of the period or its instansi, and a year; neither: all.
#[derive(Debug, Clone, Copy, Default)]
pub struct SaringTerbitan<'a> {
    pub cari: &'a str,
    pub tahun: Option<i64>,
}

/// Rows at most where all are asked for: decades of a country.
const SEMUA: i64 = 200_000;

/// Every published period, newest year first.
pub async fn semua(store: &Store) -> Hasil<Vec<Terbitan>> {
    Ok(cari(store, SaringTerbitan::default(), 0, SEMUA).await?.0)
}

/// A page of the published periods, newest year first, and how many there are.
pub async fn cari(store: &Store, s: SaringTerbitan<'_>, lewati: i64, batas: i64) -> Hasil<(Vec<Terbitan>, i64)> {
    let sql = format!(
        "{PILIH} AND n.jenis = 'terbit' AND (LOWER(p.nama) LIKE $1 ESCAPE '\\' OR LOWER(i.nama) LIKE $1 ESCAPE '\\')
         AND ($2 = 0 OR p.tahun = $2)"
    );
    let (c, kata, tahun) = (store.baca(), lokus::daftar::memuat(s.cari), s.tahun.unwrap_or(0));
    let n = c.angka(&format!("SELECT COUNT(*) AS n FROM ({sql}) t"), nilai![kata.as_str(), tahun]).await?;
    let sql = format!("{sql} ORDER BY p.tahun DESC, i.nama, p.id LIMIT $3 OFFSET $4");
    let baris: Vec<Baris> = c.semua(&sql, nilai![kata, tahun, batas, lewati]).await?;
    let mut periode = dari_baris(c, &baris).await?;
    Ok((baris.into_iter().filter_map(|b| Some(terbitan(periode.remove(&b.periode)?, b))).collect(), n))
}

/// The published periods in which an instansi has a unit lokus, newest year first; at most 500.
pub(crate) async fn diikuti(store: &Store, instansi: InstansiId) -> Hasil<Vec<Terbitan>> {
    let sql = format!(
        "{PILIH} AND n.jenis = 'terbit' AND p.id IN (SELECT l.periode_id FROM unit u JOIN lokus l ON l.unit_id = u.id WHERE u.instansi_id = $1)
         ORDER BY p.tahun DESC, i.nama, p.id LIMIT 500"
    );
    let baris: Vec<Baris> = store.baca().semua(&sql, nilai![instansi]).await?;
    let mut periode = dari_baris(store.baca(), &baris).await?;
    Ok(baris.into_iter().filter_map(|b| Some(terbitan(periode.remove(&b.periode)?, b))).collect())
}

/// The periods of the rows: by their ids, or all that were ever published where that is shorter to say.
async fn dari_baris<C: ConnectionTrait>(c: &C, baris: &[Baris]) -> Hasil<BTreeMap<PeriodeId, Periode>> {
    let (syarat, v) = match baris.len() {
        0 => return Ok(BTreeMap::new()),
        n @ 1..=500 => {
            let tempat = (1..=n).map(|x| format!("${x}")).collect::<Vec<_>>().join(", ");
            (tempat, baris.iter().map(|b| b.periode.into()).collect())
        }
        _ => ("SELECT periode_id FROM penerbitan".to_owned(), Vec::new()),
    };
    let sql = format!("{} WHERE id IN ({syarat}) ORDER BY id LIMIT {SEMUA}", periode::PILIH);
    Ok(c.semua::<Periode>(&sql, v).await?.into_iter().map(|p| (p.id, p)).collect())
}

/// Years in which something published belongs, the newest first.
pub async fn tahun(store: &Store) -> Hasil<Vec<i64>> {
    let sql = "SELECT DISTINCT p.tahun FROM penerbitan n JOIN periode p ON p.id = n.periode_id WHERE n.jenis = 'terbit'
         AND n.id = (SELECT m.id FROM penerbitan m WHERE m.periode_id = p.id ORDER BY m.id DESC LIMIT 1) ORDER BY p.tahun DESC LIMIT 200";
    Ok(store.baca().semua::<Tahun>(sql, nilai![]).await?.into_iter().map(|t| t.tahun).collect())
}
