//! The ways to a store: making an installation, writing to one that exists, looking at one. Only the first migrates; the last writes
//! nothing at all, so that it works on a disk that is full or read-only.

use super::{KABAR, Luar, Store, Sumber, buat_folder, buat_tertutup};
use crate::{
    Halangan, Hasil, Jam, Kunci, StoreError, Waktu, dialect, gudang::Gudang, kueri::Kueri, migrasi, nilai, replika, replika::Replika,
};
use sea_orm::{ConnectionTrait, DatabaseConnection, FromQueryResult};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};
use tokio::sync::broadcast;
use uuid::Uuid;

/// Writer, readers.
type Dua = (DatabaseConnection, DatabaseConnection);

#[derive(FromQueryResult)]
struct BarisInstalasi {
    id: Uuid,
    kunci_publik: Vec<u8>,
}

#[derive(FromQueryResult)]
struct Versi {
    versi: String,
}

#[derive(FromQueryResult)]
struct Terakhir {
    id: Uuid,
}

/// What is found while opening.
struct Bahan {
    dua: Dua,
    kunci: Kunci,
    instalasi: Uuid,
    gudang: Option<Gudang>,
    replika: Option<Arc<Replika>>,
    skema: usize,
}

impl Store {
    /// Opens (and migrates) the store under `folder`; makes the folder, key and installation row at first start.
    pub async fn buka(folder: &Path, sumber: &Sumber, jam: Jam) -> Hasil<Self> {
        Self::buka_dengan(folder, sumber, jam, &Luar::default()).await
    }

    /// As [`Self::buka`], with an object store and a read replica where the settings name them.
    ///
    /// # Errors
    /// `Tertahan` with the cause where an installation lies here that must not be opened so: above all one whose key is missing. Also
    /// `Berkas` with a sentence when the object store is set up wrongly; that it is away is no error.
    pub async fn buka_dengan(folder: &Path, sumber: &Sumber, jam: Jam, luar: &Luar) -> Hasil<Self> {
        tanpa_pemulihan(folder)?;
        for sub in ["", "objek", "sementara"] {
            buat_folder(&folder.join(sub))?;
        }
        let dua = sambung(folder, sumber).await?;
        // Asked in this order: who fills a database makes the key first.
        let terisi = dialect::tabel_ada(&dua.0).await?.iter().any(|t| t == "instalasi") && baris(&dua.0).await?.is_some();
        let kunci = if terisi { Kunci::baca(folder)? } else { Kunci::buka(folder)? };
        Self::siap(folder, dua, kunci, jam, luar).await
    }

    /// Opens one that exists, to write to it. Makes and migrates nothing.
    ///
    /// # Errors
    /// As [`Self::buka_dengan`]; `Tertahan` also where there is none, or its database is of an older program.
    pub async fn buka_ada(folder: &Path, sumber: &Sumber, jam: Jam, luar: &Luar) -> Hasil<Self> {
        tanpa_pemulihan(folder)?;
        let kunci = Kunci::baca(folder)?;
        berkas_basis(folder, sumber)?;
        for sub in ["objek", "sementara"] {
            buat_folder(&folder.join(sub))?;
        }
        let dua = sambung(folder, sumber).await?;
        skema_kini(migrasi::ada(&dua.0).await?)?;
        Self::siap(folder, dua, kunci, jam, luar).await
    }

    /// Opens one that exists, to look at it: nothing is written, neither to the folder nor to the database, which may be one of an older
    /// program ([`Self::skema`]). Writing through such a store fails.
    ///
    /// # Errors
    /// As [`Self::buka_ada`], without that of an older program.
    pub async fn buka_baca(folder: &Path, sumber: &Sumber, jam: Jam, luar: &Luar) -> Hasil<Self> {
        tanpa_pemulihan(folder)?;
        Kunci::baca(folder)?;
        let db = match berkas_basis(folder, sumber)? {
            Some(berkas) => dialect::sqlite::buka_baca(&berkas).await?,
            None => postgres(sumber).await?,
        };
        let skema = migrasi::ada(&db).await?;
        let b = if skema > 0 { baris(&db).await? } else { None }.ok_or(Halangan::BasisHilang)?;
        let kunci = Kunci::milik_basis(folder, &b.kunci_publik)?;
        let gudang = Gudang::buka(&luar.objek)?;
        Ok(Self::jadi(folder, jam, Bahan { dua: (db.clone(), db), kunci, instalasi: b.id, gudang, replika: None, skema }))
    }

    /// For reading what an older program did not store yet.
    ///
    /// # Errors
    /// `Tertahan` where the database is of an older program.
    pub fn perlu_skema_kini(&self) -> Hasil<()> {
        skema_kini(self.skema())
    }

    async fn siap(folder: &Path, dua: Dua, kunci: Kunci, jam: Jam, luar: &Luar) -> Hasil<Self> {
        let gudang = Gudang::buka(&luar.objek)?;
        migrasi::jalankan_bertanda(&dua.0, &kunci).await?;
        urutkan_id(&dua.0).await?;
        let instalasi = instalasi(&dua.0, folder, &kunci, jam.sekarang()).await?;
        // Compared with the installation, so it must be there.
        let replika = replika::buka(&luar.replika, &dua.0).await?;
        Ok(Self::jadi(folder, jam, Bahan { dua, kunci, instalasi, gudang, replika, skema: migrasi::DAFTAR.len() }))
    }

    fn jadi(folder: &Path, jam: Jam, b: Bahan) -> Self {
        Self {
            tulis: b.dua.0,
            baca: b.dua.1,
            jam,
            kunci: b.kunci,
            folder: Arc::new(folder.to_owned()),
            instalasi: b.instalasi,
            edisi: Arc::default(),
            edisi_skm: Arc::default(),
            peringkat: Arc::default(),
            aduan: Arc::default(),
            nasional: Arc::default(),
            serahan: Arc::default(),
            katalog: Arc::default(),
            laci: crate::ronde::penulis::Laci::default(),
            kabar: broadcast::Sender::new(KABAR),
            karantina: Arc::default(),
            gudang: b.gudang,
            replika: b.replika,
            skema: b.skema,
        }
    }
}

/// Whether the key in the folder is that of this database. For `prima doctor`, which opens no store.
///
/// # Errors
/// `Tertahan` with what is wrong with the key.
pub async fn periksa_kunci<C: ConnectionTrait>(c: &C, folder: &Path) -> Hasil<Kunci> {
    match baris(c).await? {
        Some(b) => Kunci::milik_basis(folder, &b.kunci_publik),
        None => Kunci::baca(folder),
    }
}

/// # Errors
/// `Tertahan` for a database of an older program.
fn skema_kini(ada: usize) -> Hasil<()> {
    let program = migrasi::DAFTAR.len();
    if ada < program {
        return Err(Halangan::SkemaLama { ada, program }.into());
    }
    Ok(())
}

fn tanpa_pemulihan(folder: &Path) -> Hasil<()> {
    if folder.join(crate::cadangan::PENANDA).exists() {
        return Err(Halangan::PemulihanSetengah.into());
    }
    Ok(())
}

/// The file of SQLite, which must be there; `None` for PostgreSQL.
fn berkas_basis(folder: &Path, sumber: &Sumber) -> Hasil<Option<PathBuf>> {
    let Sumber::Sqlite = sumber else { return Ok(None) };
    let berkas = folder.join("prima.db");
    match std::fs::metadata(&berkas) {
        Ok(m) if m.len() > 0 => Ok(Some(berkas)),
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(StoreError::Berkas(e)),
        _ => Err(Halangan::BasisHilang.into()),
    }
}

async fn postgres(sumber: &Sumber) -> Hasil<DatabaseConnection> {
    match sumber {
        Sumber::Postgres(url) => dialect::postgres::buka(url).await,
        Sumber::Sqlite => Err(Halangan::BasisHilang.into()),
    }
}

async fn sambung(folder: &Path, sumber: &Sumber) -> Hasil<Dua> {
    if let Sumber::Postgres(_) = sumber {
        let db = postgres(sumber).await?;
        return Ok((db.clone(), db));
    }
    let berkas = folder.join("prima.db");
    buat_tertutup(&berkas)?;
    let (tulis, baca) = dialect::sqlite::buka(&berkas).await?;
    let v: Versi = tulis.satu("SELECT sqlite_version() AS versi", vec![]).await?;
    dialect::sqlite::versi_aman(&v.versi)?;
    Ok((tulis, baca))
}

async fn baris<C: ConnectionTrait>(c: &C) -> Hasil<Option<BarisInstalasi>> {
    c.mungkin("SELECT id, kunci_publik FROM instalasi LIMIT 1", vec![]).await
}

/// Every change has an event, so the newest event bounds the ids of all rows.
async fn urutkan_id(db: &DatabaseConnection) -> Hasil<()> {
    let t: Option<Terakhir> = db.mungkin("SELECT id FROM audit ORDER BY id DESC LIMIT 1", vec![]).await?;
    if let Some(t) = t {
        crate::id::sesudah(t.id);
    }
    Ok(())
}

async fn instalasi(db: &DatabaseConnection, folder: &Path, kunci: &Kunci, pada: Waktu) -> Hasil<Uuid> {
    if let Some(b) = baris(db).await? {
        kunci.ambil(folder, &b.kunci_publik)?;
        let kini = kunci.publik().bytes().to_vec();
        if kini != b.kunci_publik {
            // Restored from before the key was replaced: the file knows both.
            db.jalankan("UPDATE instalasi SET kunci_publik = $1 WHERE kunci_publik = $2", nilai![kini, b.kunci_publik]).await?;
        }
        return Ok(b.id);
    }
    let id = crate::id::baru();
    db.jalankan(
        "INSERT INTO instalasi (id, nama, kunci_publik, ilustrasi, dibuat) VALUES ($1, $2, $3, 0, $4)",
        nilai![id, "Prima", kunci.publik().bytes().to_vec(), pada],
    )
    .await?;
    Ok(id)
}
