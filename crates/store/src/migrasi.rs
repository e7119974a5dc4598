//! One ordered list of SQL files for both databases. A file that ran is never changed: its hash is kept and compared.
//! A line that begins with `-- sqlite:` is for SQLite only; the hash is that of the whole text on both.

use crate::{
    Halangan, Hasil, Kunci, StoreError, audit, dialect, diterima::bukti, kueri::Kueri, kunci_instalasi, meterai, nilai, penghargaan::tanda,
    sidik_hex, skema,
};
use sea_orm::{ConnectionTrait, DatabaseConnection, FromQueryResult, TransactionTrait};

macro_rules! daftar {
    ($($nama:literal),* $(,)?) => {
        &[$(($nama, include_str!(concat!("../../../migrations/", $nama, ".sql")))),*]
    };
}

/// Name and text, in the order in which they run.
pub const DAFTAR: &[(&str, &str)] = daftar![
    "0001_instalasi_dan_akun",
    "0002_periode_dan_lokus",
    "0003_f01_dan_bukti",
    "0004_f02",
    "0005_survei",
    "0006_hasil",
    "0007_impor",
    "0008_skm",
    "0010_penerbitan",
    "0011_skm_laporan",
    "0012_pemberitahuan",
    "0013_persiapan",
    "0014_skema",
    "0015_pra_dan_sanggah",
    "0016_lapangan",
    "0017_tindak_lanjut",
    "0018_terbitan",
    "0019_nasional",
    "0020_penghargaan",
    "0021_laporan_nasional",
    "0023_tanda_elektronik_dan_kode",
    "0024_layanan",
    "0025_mpp",
    "0026_antrean",
    "0027_pesan",
    "0028_permohonan",
    "0029_pengaduan",
    "0030_mpp_perjalanan",
    "0031_berkas_keputusan",
    "0032_pengumuman",
    "0033_pengaduan_permohonan_lanjut",
    "0034_masuk_kuat",
    "0035_api",
    "0037_indeks",
    "0040_pindai",
    "0042_gerbang",
    "0038_kunci_sandi_dan_sso",
    "0039_data_pribadi",
    "0041_jawaban_terbagi",
    "0045_izin_penempatan",
    "0046_sso_keluar",
    "0047_segel_cerita",
    "0048_indeks_unit",
    "0049_lampiran_dan_pengaju",
    "0050_indeks_periode",
    "0051_tanda_terima_dan_kunci",
    "0053_janji_dan_forum",
    "0054_segel_berkas_permohonan",
    "0058_kunci_untuk_ubah",
    "0060_pembayaran_batal",
    "0062_tautan_layanan",
    "0063_penghargaan_tanda",
    "0064_terima_papan",
    "0065_audit_antre_tanda",
    "0066_kunci_masa_ubah",
    "0067_lhe_nomor",
    "0068_kabar_telat",
    "0071_meterai",
    "0072_hari_khusus_tarik",
    "0073_terima_tarik",
    "0074_pintu_lagi",
    "0075_antre_urut",
    "0076_tanda_sandi",
    "0077_indeks_audit",
    "0079_surat_kementerian",
    "0080_ejaan_terbitan",
    "0081_terima_bukti",
    "0083_kunci_bukti",
    "0084_putusan_gugur",
];

#[derive(FromQueryResult)]
struct Sudah {
    nama: String,
    sidik: String,
}

/// Runs what has not run yet; each file in one transaction. Returns the names that ran.
///
/// Two nodes that start together both try; the primary key of `migrasi` lets one win, the other fails and
/// is started again by its supervisor.
pub async fn jalankan(db: &DatabaseConnection) -> Hasil<Vec<&'static str>> {
    sampai(db, DAFTAR.len()).await
}

/// As [`jalankan`], but only the first `banyak` files: a database as an earlier program left it.
///
/// # Errors
/// `Tertahan` for a database of a newer program, or one whose files were changed.
pub async fn sampai(db: &DatabaseConnection, banyak: usize) -> Hasil<Vec<&'static str>> {
    siapkan(db).await?;
    let sudah = sudah(db).await?;
    let mut jalan = Vec::new();
    for (nama, teks) in &DAFTAR[..banyak] {
        if sudah.iter().any(|s| s.nama == *nama) {
            continue;
        }
        let tx = db.begin().await?;
        satu(&tx, nama, teks).await?;
        tx.commit().await?;
        jalan.push(*nama);
    }
    Ok(jalan)
}

/// As [`jalankan`], by the program that holds the key: what stands from before it was signed is signed in one transaction with that file
/// and those after it (its columns are the last ones), so a start that is broken off leaves nothing unsigned.
pub(crate) async fn jalankan_bertanda(db: &DatabaseConnection, kunci: &Kunci) -> Hasil<()> {
    siapkan(db).await?;
    let sudah = sudah(db).await?;
    let belum = |nama: &str| sudah.iter().all(|s| s.nama != nama);
    let awal = DAFTAR.iter().take_while(|(n, _)| !(BERTANDA.contains(n) && belum(n))).count();
    sampai(db, awal).await?;
    let sisa: Vec<_> = DAFTAR[awal..].iter().filter(|(n, _)| belum(n)).collect();
    let tx = db.begin().await?;
    for (nama, teks) in &sisa {
        satu(&tx, nama, teks).await?;
    }
    tandai_lama(&tx, kunci, sisa.iter().map(|(n, _)| *n)).await?;
    Ok(tx.commit().await?)
}

/// The files that bring a signature.
pub(crate) const BERTANDA: [&str; 7] = [
    tanda::MIGRASI,
    audit::MIGRASI,
    meterai::MIGRASI,
    meterai::MIGRASI_LAGI,
    meterai::MIGRASI_SANDI,
    bukti::MIGRASI,
    kunci_instalasi::bukti::MIGRASI,
];

/// Signs what stands from before the files `baru`, which have just run to the last.
pub(crate) async fn tandai_lama<C: ConnectionTrait>(c: &C, kunci: &Kunci, baru: impl Iterator<Item = &str>) -> Hasil<()> {
    for nama in baru {
        match nama {
            tanda::MIGRASI => tanda::tandai_lama(c, kunci).await?,
            audit::MIGRASI => audit::tandai_lama(c, kunci).await?,
            meterai::MIGRASI => meterai::tandai_lama(c, kunci).await?,
            meterai::MIGRASI_LAGI => meterai::tandai_lagi(c, kunci).await?,
            meterai::MIGRASI_SANDI => meterai::tandai_sandi(c, kunci).await?,
            bukti::MIGRASI => bukti::tandai_lama(c, kunci).await?,
            kunci_instalasi::bukti::MIGRASI => kunci_instalasi::bukti::tandai_lama(c, kunci).await?,
            _ => {}
        }
    }
    Ok(())
}

/// How many files ran here, all of them the first ones of the list. Runs none.
///
/// # Errors
/// `Tertahan` as [`sampai`], and for an older database that lacks one in between, or the note of one that ran.
pub async fn ada<C: ConnectionTrait>(c: &C) -> Hasil<usize> {
    if !dialect::tabel_ada(c).await?.iter().any(|t| t == "migrasi") {
        return Ok(0);
    }
    let sudah = sudah(c).await?;
    let ada = DAFTAR.iter().take_while(|(n, _)| sudah.iter().any(|s| s.nama == *n)).count();
    if let Some((nama, teks)) = DAFTAR.get(ada)
        && pernah_jalan(c, ada).await?
    {
        return Err(catatan_hilang(nama, teks).into());
    }
    if ada < sudah.len() {
        return Err(Halangan::SkemaLama { ada: sudah.len(), program: DAFTAR.len() }.into());
    }
    Ok(ada)
}

fn catatan_hilang(nama: &str, teks: &str) -> Halangan {
    Halangan::CatatanHilang { nama: nama.to_owned(), sidik: sidik_hex(teks.as_bytes()) }
}

/// Whether a column that the file at `n` brings is there, though the file is not noted.
async fn pernah_jalan<C: ConnectionTrait>(c: &C, n: usize) -> Hasil<bool> {
    let teks = |n: usize| DAFTAR[..n].iter().map(|(_, t)| *t);
    let (dulu, sesudah) = (skema::tabel(teks(n))?, skema::tabel(teks(n + 1))?);
    for t in sesudah {
        let lama: Vec<&str> = dulu.iter().filter(|d| d.nama == t.nama).flat_map(|d| &d.kolom).map(|k| k.nama.as_str()).collect();
        let baru: Vec<&str> = t.kolom.iter().map(|k| k.nama.as_str()).filter(|k| !lama.contains(k)).collect();
        if baru.is_empty() {
            continue;
        }
        let ada = dialect::kolom_ada(c, &t.nama).await?;
        if ada.iter().filter_map(|k| k.split(' ').next()).any(|k| baru.contains(&k)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What ran, each file known and as it is here.
async fn sudah<C: ConnectionTrait>(c: &C) -> Hasil<Vec<Sudah>> {
    let sudah: Vec<Sudah> = c.semua("SELECT nama, sidik FROM migrasi ORDER BY nama LIMIT 10000", vec![]).await?;
    for s in &sudah {
        match DAFTAR.iter().find(|(n, _)| *n == s.nama) {
            None => return Err(Halangan::ProgramLama(s.nama.clone()).into()),
            Some((_, teks)) if sidik_hex(teks.as_bytes()) != s.sidik => return Err(Halangan::MigrasiBerubah(s.nama.clone()).into()),
            Some(_) => {}
        }
    }
    Ok(sudah)
}

/// Makes the table that remembers which files ran.
pub(crate) async fn siapkan<C: ConnectionTrait>(c: &C) -> Hasil<()> {
    c.execute_unprepared("CREATE TABLE IF NOT EXISTS migrasi (nama text PRIMARY KEY, sidik text NOT NULL, pada bigint NOT NULL)").await?;
    Ok(())
}

/// Runs one file and remembers it, in the caller's transaction.
pub(crate) async fn satu<C: ConnectionTrait>(c: &C, nama: &str, teks: &str) -> Hasil<()> {
    c.execute_unprepared(&dialect::teks_migrasi(c.get_database_backend(), teks))
        .await
        .map_err(|e| if dialect::sudah_dibuat(&e) { StoreError::from(catatan_hilang(nama, teks)) } else { dialect::kenali(e) })?;
    c.jalankan(
        "INSERT INTO migrasi (nama, sidik, pada) VALUES ($1, $2, $3)",
        nilai![nama, sidik_hex(teks.as_bytes()), jiff::Timestamp::now().as_microsecond()],
    )
    .await?;
    Ok(())
}

/// Migrates the database behind a URL and closes its connections: for test templates and `prima migrate`.
pub async fn url(url: &str) -> Hasil<()> {
    let db = sea_orm::Database::connect(url).await?;
    jalankan(&db).await?;
    db.close().await?;
    Ok(())
}
