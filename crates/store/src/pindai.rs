//! Quarantine of uploads: while a virus scanner is configured, a file that came from outside is given to nobody until the scanner said that
//! it is clean; what was found infected is never given out. Kept by content (SHA-256), so the same bytes are judged once.
//!
//! How a scanner is asked is `web::pindai`'s matter; what the program printed itself is not scanned (`objek::catat_cetak`).

use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    dialect,
    hak::Admin,
    id::AkunId,
    kueri::Kueri,
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
    rawat, skema,
};
use sea_orm::FromQueryResult;
use std::collections::BTreeSet;

/// How long one look holds; a scan takes seconds.
const SEWA_DETIK: i64 = 120;
/// Pauses while the scanner is away; the last one repeats, nothing is given up.
const JEDA_DETIK: [i64; 4] = [5, 15, 60, 300];
/// Notice to whoever uploaded what was found infected, and to administrators.
const KABAR: &str = "berkas-terinfeksi";

/// What came before a scanner was there.
const LAMA: &str = "FROM objek o WHERE NOT EXISTS (SELECT 1 FROM objek_pindai p WHERE p.sidik = o.sidik)";

#[derive(FromQueryResult)]
struct Baris {
    keadaan: String,
}

#[derive(FromQueryResult)]
struct Sidik {
    sidik: String,
}

/// A file to be scanned.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Tugas {
    pub sidik: String,
    /// Number of looks, this one included.
    pub coba: i64,
}

/// What the scanner said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Putusan {
    Bersih,
    /// Under the scanner's name for it.
    Terinfeksi(String),
    /// It could not be asked, or could not say: looked at again later.
    Gagal,
}

/// Files that no scanner ever looked at.
///
/// # Errors
/// When the database fails.
pub async fn jumlah_lama(store: &Store, _hak: &Admin) -> Hasil<i64> {
    store.baca().angka(&format!("SELECT COUNT(*) AS n {LAMA}"), nilai![]).await
}

/// How many files wait and were found infected, and since when the oldest waits.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Ringkasan {
    pub menunggu: i64,
    pub terinfeksi: i64,
    pub sejak: Option<Waktu>,
}

/// A file that is kept out, for administrators.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Tertahan {
    pub sidik: String,
    pub keadaan: String,
    pub temuan: String,
    pub coba: i64,
    pub pada: Waktu,
    pub ukuran: i64,
    pub tipe: String,
}

/// Puts an uploaded file behind the scanner, in the transaction that records it. Without a scanner nothing happens.
///
/// # Errors
/// `Keadaan` for content that was found infected before, scanner or not.
pub(crate) async fn antrekan(tx: &Tx, sidik: &str) -> Hasil<()> {
    let lama: Option<Baris> = tx.mungkin("SELECT keadaan FROM objek_pindai WHERE sidik = $1", nilai![sidik]).await?;
    match lama {
        Some(b) if b.keadaan == "terinfeksi" => Err(StoreError::Keadaan("berkas-terinfeksi")),
        None if tx.karantina => {
            tx.jalankan(
                "INSERT INTO objek_pindai (sidik, keadaan, temuan, coba, setelah, pada) VALUES ($1, 'menunggu', '', 0, $2, $2)
                 ON CONFLICT (sidik) DO NOTHING",
                nilai![sidik, tx.pada],
            )
            .await?;
            Ok(())
        }
        _ => Ok(()),
    }
}

/// For content that is stored in another dress than it came.
///
/// # Errors
/// `Keadaan` for content that was found infected before.
pub(crate) async fn tolak_terinfeksi(tx: &Tx, sidik: &str) -> Hasil<()> {
    let n = tx.angka("SELECT COUNT(*) AS n FROM objek_pindai WHERE sidik = $1 AND keadaan = 'terinfeksi'", nilai![sidik]).await?;
    if n > 0 { Err(StoreError::Keadaan("berkas-terinfeksi")) } else { Ok(()) }
}

/// Remembers infected content under its own hash too, where it lies in another dress, so that it is refused when it comes again.
///
/// # Errors
/// When the database fails.
pub async fn ingat_isi(store: &Store, sidik: &str, nama: &str) -> Hasil<()> {
    let tx = store.mulai().await?;
    let sql = "INSERT INTO objek_pindai (sidik, keadaan, temuan, coba, setelah, pada, diputus) VALUES ($1, 'terinfeksi', $2, 1, $3, $3, $3)
        ON CONFLICT (sidik) DO NOTHING";
    tx.jalankan(sql, nilai![sidik, rapikan(nama), tx.pada]).await?;
    tx.commit().await
}

/// Whether a file may be given to anybody now.
///
/// # Errors
/// `Keadaan("berkas-terinfeksi")`, `Keadaan("berkas-menunggu")` while the scanner has not said anything yet.
pub async fn boleh(store: &Store, sidik: &str) -> Hasil<()> {
    let b: Option<Baris> = store.baca().mungkin("SELECT keadaan FROM objek_pindai WHERE sidik = $1", nilai![sidik]).await?;
    match b.as_ref().map(|b| b.keadaan.as_str()) {
        Some("terinfeksi") => Err(StoreError::Keadaan("berkas-terinfeksi")),
        Some("menunggu") if store.karantina() => Err(StoreError::Keadaan("berkas-menunggu")),
        _ => Ok(()),
    }
}

/// Takes the file that waits longest and is due. Two nodes never take the same one.
///
/// # Errors
/// When the database fails.
pub async fn ambil(store: &Store) -> Hasil<Option<Tugas>> {
    let pilih = "FROM objek_pindai WHERE keadaan = 'menunggu' AND setelah <= $1 ORDER BY setelah, sidik LIMIT 1";
    // An idle node must not take the write lock every time it looks.
    if store.baca().angka(&format!("SELECT COUNT(*) AS n FROM (SELECT 1 AS satu {pilih}) t"), nilai![store.sekarang()]).await? == 0 {
        return Ok(None);
    }
    let tx = store.mulai().await?;
    let sql = format!("SELECT sidik, coba + 1 AS coba {pilih}{}", dialect::lewati_terkunci(store.backend()));
    let Some(t) = tx.mungkin::<Tugas>(&sql, nilai![tx.pada]).await? else { return Ok(None) };
    tx.jalankan(
        "UPDATE objek_pindai SET setelah = $2, coba = $3 WHERE sidik = $1",
        nilai![t.sidik.as_str(), tx.pada.tambah_detik(SEWA_DETIK), t.coba],
    )
    .await?;
    tx.commit().await?;
    Ok(Some(t))
}

/// Files that no scanner ever looked at, from `mulai` on: they were there before one was configured. They stay open to everybody until the
/// answer, as they were. `banyak` at most, in the order of their hashes.
///
/// # Errors
/// When the database fails.
pub async fn lama(store: &Store, mulai: &str, banyak: i64) -> Hasil<Vec<String>> {
    let sql = format!("SELECT o.sidik {LAMA} AND o.sidik > $1 ORDER BY o.sidik LIMIT $2");
    let semua: Vec<Sidik> = store.baca().semua(&sql, nilai![mulai, banyak]).await?;
    Ok(semua.into_iter().map(|s| s.sidik).collect())
}

/// Records what the scanner said of such a file. That it could not say anything is not recorded: it is asked again in the next round.
///
/// # Errors
/// When the database fails.
pub async fn putuskan_lama(store: &Store, sidik: &str, p: &Putusan) -> Hasil<()> {
    let (keadaan, temuan) = match p {
        Putusan::Bersih => ("bersih", String::new()),
        Putusan::Terinfeksi(nama) => ("terinfeksi", rapikan(nama)),
        Putusan::Gagal => return Ok(()),
    };
    let tx = store.mulai().await?;
    let sql = "INSERT INTO objek_pindai (sidik, keadaan, temuan, coba, setelah, pada, diputus)
        SELECT sidik, $2, $3, 1, $4, dibuat, $4 FROM objek WHERE sidik = $1 ON CONFLICT (sidik) DO NOTHING";
    if tx.jalankan(sql, nilai![sidik, keadaan, temuan.as_str(), tx.pada]).await? > 0 && keadaan == "terinfeksi" {
        tahan(&tx, sidik, &temuan).await?;
    }
    tx.commit().await
}

/// The scanner's word as it may stand on a page.
fn rapikan(nama: &str) -> String {
    nama.chars().filter(|c| !c.is_control()).take(200).collect()
}

/// Records what the scanner said. Infected: audited, and whoever uploaded it and the administrators are told. A second answer about the
/// same file changes nothing.
///
/// # Errors
/// When the database fails.
pub async fn putuskan(store: &Store, t: &Tugas, p: &Putusan) -> Hasil<()> {
    let tx = store.mulai().await?;
    let ubah = "UPDATE objek_pindai SET keadaan = $2, temuan = $3, diputus = $4 WHERE sidik = $1 AND keadaan = 'menunggu'";
    match p {
        Putusan::Bersih => {
            tx.jalankan(ubah, nilai![t.sidik.as_str(), "bersih", "", tx.pada]).await?;
        }
        Putusan::Terinfeksi(nama) => {
            let nama = rapikan(nama);
            if tx.jalankan(ubah, nilai![t.sidik.as_str(), "terinfeksi", nama.as_str(), tx.pada]).await? > 0 {
                tahan(&tx, &t.sidik, &nama).await?;
            }
        }
        Putusan::Gagal => {
            let ke = usize::try_from(t.coba - 1).unwrap_or(0).min(JEDA_DETIK.len() - 1);
            let setelah = tx.pada.tambah_detik(JEDA_DETIK.get(ke).copied().unwrap_or(SEWA_DETIK));
            tx.jalankan(
                "UPDATE objek_pindai SET setelah = $2 WHERE sidik = $1 AND keadaan = 'menunggu'",
                nilai![t.sidik.as_str(), setelah],
            )
            .await?;
        }
    }
    tx.commit().await
}

async fn tahan(tx: &Tx, sidik: &str, temuan: &str) -> Hasil<()> {
    let k = Kejadian::baru("objek.terinfeksi", "objek", sidik).rincian(serde_json::json!({ "temuan": temuan }));
    audit::catat_oleh(tx, None, k).await?;
    let isi = serde_json::json!({ "temuan": temuan });
    let pengunggah: Vec<Kepada> = pengunggah(tx, sidik).await?.into_iter().map(Kepada::Akun).collect();
    let satu = |kepada, tautan, sekali| Pemberitahuan {
        jenis: KABAR,
        kepada,
        kecuali: None,
        periode: None,
        lokus: None,
        tautan,
        isi: &isi,
        sekali,
    };
    let sekali = format!("{KABAR}/{sidik}");
    beri_tahu(tx, &satu(&pengunggah, "/bantuan/berkas", &sekali)).await?;
    beri_tahu(tx, &satu(&[Kepada::Admin], "/admin/berkas", &sekali)).await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct Oleh {
    oleh: AkunId,
}

/// Accounts that refer to this content, wherever a table says who did it.
async fn pengunggah(tx: &Tx, sidik: &str) -> Hasil<BTreeSet<AkunId>> {
    let tabel = skema::sekarang()?;
    let mut semua = BTreeSet::new();
    for (nama, kolom) in rawat::ke_objek()? {
        if tabel.iter().any(|t| t.nama == nama && t.kolom.iter().any(|k| k.nama == "oleh")) {
            let sql = format!("SELECT DISTINCT oleh FROM {nama} WHERE {kolom} = $1 AND oleh IS NOT NULL ORDER BY oleh LIMIT 20");
            semua.extend(tx.semua::<Oleh>(&sql, nilai![sidik]).await?.into_iter().map(|o| o.oleh));
        }
    }
    Ok(semua)
}

/// For `prima doctor` and the administrators' page. Only what is stored counts, not what is remembered without a file ([`ingat_isi`]).
///
/// # Errors
/// When the database fails.
pub async fn ringkasan(store: &Store) -> Hasil<Ringkasan> {
    let sql = "SELECT CAST(COALESCE(SUM(CASE WHEN keadaan = 'menunggu' THEN 1 ELSE 0 END), 0) AS bigint) AS menunggu,
        CAST(COALESCE(SUM(CASE WHEN keadaan = 'terinfeksi' THEN 1 ELSE 0 END), 0) AS bigint) AS terinfeksi,
        MIN(CASE WHEN keadaan = 'menunggu' THEN pada END) AS sejak FROM objek_pindai p WHERE keadaan <> 'bersih'
          AND EXISTS (SELECT 1 FROM objek o WHERE o.sidik = p.sidik)";
    store.baca().satu(sql, nilai![]).await
}

/// What is kept out now, infected first, the newest first; 200 at most.
///
/// # Errors
/// When the database fails.
pub async fn tertahan(store: &Store, _hak: &Admin) -> Hasil<Vec<Tertahan>> {
    let sql = "SELECT p.sidik, p.keadaan, p.temuan, p.coba, p.pada, o.ukuran, o.tipe FROM objek_pindai p
        JOIN objek o ON o.sidik = p.sidik WHERE p.keadaan <> 'bersih' ORDER BY p.keadaan DESC, p.pada DESC, p.sidik LIMIT 200";
    store.baca().semua(sql, nilai![]).await
}
