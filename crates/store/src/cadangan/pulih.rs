//! Restoring into an empty place, all or nothing.
//!
//! The file is read through and checked before anything is written. Rows go in by one transaction; before it commits,
//! every table is read back and hashed, and every object is hashed on disk. On any error what was written is removed.

use super::{
    Awal, Manifes,
    baris::{Pembaca, SidikSet, dari_baris},
    berkas::{self, Entri, rusak},
    pasang::Tempat,
    sandi::KunciCadangan,
};
use crate::{
    Halangan, Hasil, StoreError, Sumber, dialect,
    gudang::Gudang,
    kueri::Kueri,
    migrasi, sidik_hex,
    skema::{self, Tabel},
    utas::di_utas,
};
use sea_orm::{ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, TransactionTrait, Value};
use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::Arc,
};
use tokio::sync::mpsc;

/// Values of one statement at most. SQLite takes 32,766, PostgreSQL 65,535; more than this is no faster.
const NILAI: usize = 4000;

/// What was restored.
#[derive(Debug, Clone)]
pub struct Pulih {
    pub awal: Awal,
    pub manifes: Manifes,
    pub baris: u64,
}

struct Halaman {
    tabel: String,
    isi: Vec<u8>,
}

/// A backup: the file, and the key that opens it if it is encrypted.
#[derive(Clone)]
pub struct Asal {
    file: PathBuf,
    kunci: Option<Arc<KunciCadangan>>,
}

impl Asal {
    #[must_use]
    pub fn baru(file: &Path, kunci: Option<KunciCadangan>) -> Self {
        Self { file: file.to_owned(), kunci: kunci.map(Arc::new) }
    }

    fn telusuri(&self, untuk: impl FnMut(Entri<'_>) -> Hasil<()>) -> Hasil<(Awal, Manifes)> {
        berkas::telusuri(&self.file, self.kunci.as_deref(), untuk)
    }
}

impl<T: AsRef<Path>> From<&T> for Asal {
    fn from(file: &T) -> Self {
        Self::baru(file.as_ref(), None)
    }
}

/// Fills an empty folder and an empty database from a backup.
///
/// # Errors
/// `Rusak` for a damaged or foreign file; `Tertahan` for one of another program, or a key file here that is none; `Keadaan("pulih-…")` if the place is not empty or a key is missing.
/// Nothing is stored then.
pub async fn pulihkan(asal: impl Into<Asal>, folder: &Path, sumber: &Sumber) -> Hasil<Pulih> {
    pulihkan_ke(asal, folder, sumber, None).await
}

/// As [`pulihkan`]; evidence goes to an object store where one is given.
///
/// # Errors
/// As [`pulihkan`]. What was put into the object store stays there: it is named by its content, and the next try needs it.
pub async fn pulihkan_ke(asal: impl Into<Asal>, folder: &Path, sumber: &Sumber, gudang: Option<Gudang>) -> Hasil<Pulih> {
    let asal = asal.into();
    let asal_ = asal.clone();
    let (awal, manifes) = di_utas(move || asal_.telusuri(|_| Ok(()))).await?;
    let tabel = tabel_dari(&awal, &manifes)?;
    if let Sumber::Postgres(url) = sumber {
        let db = dialect::postgres::buka(url).await?;
        let ada = dialect::tabel_ada(&db).await;
        db.close().await?;
        if !ada?.is_empty() {
            return Err(StoreError::Keadaan("pulih-basis-tidak-kosong"));
        }
    }
    let tempat = Tempat::ambil(folder, manifes.kunci.is_some(), &manifes.kunci_publik, gudang)?;
    match isi(&asal, &tempat, sumber, &awal, &manifes, &tabel).await {
        Ok(baris) => {
            tempat.selesai()?;
            Ok(Pulih { awal, manifes, baris })
        }
        Err(e) => {
            tempat.kosongkan()?;
            Err(e)
        }
    }
}

/// The tables as they were when the backup was written: its migrations must be the first ones of this program.
fn tabel_dari(awal: &Awal, m: &Manifes) -> Hasil<Vec<Tabel>> {
    let cocok = awal.migrasi.len() <= migrasi::DAFTAR.len()
        && awal.migrasi.iter().zip(migrasi::DAFTAR).all(|(a, (n, t))| a.nama == *n && a.sidik == sidik_hex(t.as_bytes()));
    if !cocok {
        return Err(Halangan::CadanganLain(awal.program.clone()).into());
    }
    let tabel = skema::tabel(migrasi::DAFTAR[..awal.migrasi.len()].iter().map(|(_, t)| *t))?;
    if tabel.iter().map(|t| &t.nama).ne(m.tabel.iter().map(|t| &t.nama)) {
        return Err(rusak("its tables are not those of its migrations"));
    }
    Ok(tabel)
}

async fn isi(asal: &Asal, tempat: &Tempat, sumber: &Sumber, awal: &Awal, m: &Manifes, tabel: &[Tabel]) -> Hasil<u64> {
    let (db, baca) = match sumber {
        Sumber::Sqlite => dialect::sqlite::buka(&tempat.basis()?).await?,
        Sumber::Postgres(url) => {
            let db = dialect::postgres::buka(url).await?;
            (db.clone(), db)
        }
    };
    let hasil = dalam_transaksi(&db, asal, tempat, awal, m, tabel).await;
    baca.close().await?;
    db.close().await?;
    hasil
}

async fn dalam_transaksi(db: &DatabaseConnection, asal: &Asal, tempat: &Tempat, awal: &Awal, m: &Manifes, tabel: &[Tabel]) -> Hasil<u64> {
    let tx = db.begin().await?;
    migrasi::siapkan(&tx).await?;
    let (dulu, kemudian) = migrasi::DAFTAR.split_at(awal.migrasi.len());
    for (nama, teks) in dulu {
        migrasi::satu(&tx, nama, teks).await?;
    }
    let baris = muat(&tx, asal, tempat, m, tabel).await?;
    for (t, r) in tabel.iter().zip(&m.tabel) {
        if sidik_tabel(&tx, t).await? != (r.baris, r.sidik.clone()) {
            return Err(rusak(format_args!("table {} does not read back as it was written", t.nama)));
        }
    }
    periksa_objek(&tx, tempat, m).await?;
    for (nama, teks) in kemudian {
        migrasi::satu(&tx, nama, teks).await?;
    }
    if kemudian.iter().any(|(nama, _)| migrasi::BERTANDA.contains(nama)) {
        migrasi::tandai_lama(&tx, &tempat.kunci_kini()?, kemudian.iter().map(|(nama, _)| *nama)).await?;
    }
    tx.commit().await?;
    Ok(baris)
}

/// Reads the file a second time: objects and key go to disk in the reader's thread, pages to the transaction here.
async fn muat(tx: &DatabaseTransaction, asal: &Asal, tempat: &Tempat, m: &Manifes, tabel: &[Tabel]) -> Hasil<u64> {
    let (kirim, mut terima) = mpsc::channel::<Halaman>(2);
    let (asal, tempat, publik) = (asal.clone(), tempat.clone(), m.kunci_publik.clone());
    let pembaca = tokio::spawn(di_utas(move || {
        asal.telusuri(|e| match e {
            Entri::Halaman { tabel, isi } => kirim.blocking_send(Halaman { tabel, isi }).map_err(|_| StoreError::Sibuk),
            Entri::Objek { sidik, isi } => tempat.objek(&sidik, isi),
            Entri::Kunci(isi) => tempat.kunci(&isi, &publik),
        })
    }));
    let mut pemuat = Pemuat { tx, sql: HashMap::new(), diri: Vec::new(), baris: 0 };
    while let Some(h) = terima.recv().await {
        let t = tabel.iter().find(|t| t.nama == h.tabel).ok_or_else(|| rusak(format_args!("unknown table {}", h.tabel)))?;
        pemuat.halaman(t, &h.isi).await?;
    }
    pembaca.await.map_err(|e| StoreError::Rusak(e.to_string()))??;
    pemuat.acuan_diri().await?;
    Ok(pemuat.baris)
}

struct Pemuat<'a> {
    tx: &'a DatabaseTransaction,
    sql: HashMap<(String, usize), String>,
    /// References of a table to itself, set once all its rows are there: statement and its values.
    diri: Vec<(String, Vec<Value>)>,
    baris: u64,
}

impl Pemuat<'_> {
    async fn halaman(&mut self, t: &Tabel, isi: &[u8]) -> Hasil<()> {
        let lebar = t.kolom.len();
        let diri: Vec<usize> = t.acuan_diri().collect();
        let baris: Vec<&[u8]> = isi.split(|b| *b == b'\n').filter(|b| !b.is_empty()).collect();
        let basis = self.tx.get_database_backend();
        // Full statements all read alike, so that the database prepares them once.
        for potong in baris.chunks((NILAI / lebar).clamp(1, 500)) {
            let mut nilai = Vec::with_capacity(potong.len() * lebar);
            for b in potong {
                let mut v = dari_baris(t, b)?;
                for &i in &diri {
                    let kosong = std::mem::replace(&mut v[i], None::<uuid::Uuid>.into());
                    self.tunda(t, i, kosong, &v);
                }
                nilai.append(&mut v);
            }
            let sql = self.sql.entry((t.nama.clone(), potong.len())).or_insert_with(|| sisip(basis, t, potong.len()));
            self.tx.jalankan(sql, nilai).await?;
            self.baris += potong.len() as u64;
        }
        Ok(())
    }

    fn tunda(&mut self, t: &Tabel, i: usize, acuan: Value, v: &[Value]) {
        if acuan == None::<uuid::Uuid>.into() {
            return;
        }
        let syarat: Vec<String> = t.kunci.iter().enumerate().map(|(n, &k)| format!("{} = ${}", t.kolom[k].nama, n + 2)).collect();
        let sql = format!("UPDATE {} SET {} = $1 WHERE {}", t.nama, t.kolom[i].nama, syarat.join(" AND "));
        let nilai = std::iter::once(acuan).chain(t.kunci.iter().map(|&k| v[k].clone())).collect();
        self.diri.push((sql, nilai));
    }

    async fn acuan_diri(&mut self) -> Hasil<()> {
        for (sql, nilai) in self.diri.drain(..) {
            self.tx.jalankan(&sql, nilai).await?;
        }
        Ok(())
    }
}

fn sisip(basis: DbBackend, t: &Tabel, baris: usize) -> String {
    let lebar = t.kolom.len();
    let satu = |n| dialect::tempat_nilai(basis, n);
    let tempat: Vec<String> =
        (0..baris).map(|b| format!("({})", (1..=lebar).map(|k| satu(b * lebar + k)).collect::<Vec<_>>().join(", "))).collect();
    format!("INSERT INTO {} ({}) VALUES {}", t.nama, t.daftar_kolom(), tempat.join(", "))
}

/// Number of rows and their hash, as the database holds them now.
async fn sidik_tabel<C: ConnectionTrait>(c: &C, t: &Tabel) -> Hasil<(u64, String)> {
    let (mut baris, mut sidik, mut pembaca) = (0, SidikSet::default(), Pembaca::baru(t));
    while let Some(h) = pembaca.lanjut(c).await? {
        baris += h.baris;
        h.isi.split_inclusive(|b| *b == b'\n').for_each(|b| sidik.tambah(b));
    }
    Ok((baris, sidik.hex()))
}

/// Every row of `objek` has its file, except those that the backup already reported.
async fn periksa_objek<C: ConnectionTrait>(c: &C, tempat: &Tempat, m: &Manifes) -> Hasil<()> {
    let objek = skema::sekarang()?.into_iter().find(|t| t.nama == "objek").ok_or_else(|| rusak("no table objek"))?;
    let mut pembaca = Pembaca::baru(&objek);
    while let Some(h) = pembaca.lanjut(c).await? {
        for b in h.isi.split(|b| *b == b'\n').filter(|b| !b.is_empty()) {
            let Some(Value::String(Some(sidik))) = dari_baris(&objek, b)?.into_iter().next() else { continue };
            if !m.objek.rusak.contains(&sidik) && !tempat.utuh(&sidik)? {
                return Err(rusak(format_args!("object {sidik} did not reach the disk whole")));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Jam, Kunci, Store};

    /// A backup that a program of `jumlah` migrations would write, without rows.
    fn lama(file: &Path, jumlah: usize, kunci: &Kunci) {
        let dulu = &migrasi::DAFTAR[..jumlah];
        let awal = Awal {
            format: super::super::FORMAT.into(),
            program: "lama".into(),
            dibuat: 0,
            basis: "sqlite".into(),
            migrasi: dulu.iter().map(|(n, t)| super::super::Migrasi { nama: (*n).into(), sidik: sidik_hex(t.as_bytes()) }).collect(),
        };
        let awal = serde_json::to_vec(&awal).unwrap();
        let sidik = SidikSet::default().hex();
        let tabel = skema::tabel(dulu.iter().map(|(_, t)| *t)).unwrap();
        let manifes = Manifes {
            awal: sidik_hex(&awal),
            tabel: tabel
                .into_iter()
                .map(|t| super::super::RingkasTabel { nama: t.nama, baris: 0, sidik: sidik.clone(), halaman: vec![] })
                .collect(),
            objek: super::super::RingkasObjek { sidik: sidik.clone(), ..Default::default() },
            kunci_publik: hex::encode(kunci.publik().bytes()),
            kunci: None,
        };
        let mut p = berkas::Penulis::baru(file, None).unwrap();
        p.tambah(super::super::AWAL, &awal).unwrap();
        p.tambah(super::super::MANIFES, &serde_json::to_vec(&manifes).unwrap()).unwrap();
        p.selesai(file).unwrap();
    }

    #[tokio::test]
    async fn a_backup_of_an_older_program_is_migrated() {
        let tmp = tempfile::tempdir().unwrap();
        let (file, folder) = (tmp.path().join("lama.prima"), tmp.path().join("baru"));
        std::fs::create_dir(&folder).unwrap();
        let kunci = Kunci::buka(&folder).unwrap();
        lama(&file, 5, &kunci);
        pulihkan(&file, &folder, &Sumber::Sqlite).await.unwrap();
        let s = Store::buka(&folder, &Sumber::Sqlite, Jam::default()).await.unwrap();
        assert_eq!(dialect::tabel_ada(s.baca()).await.unwrap().len(), skema::sekarang().unwrap().len() + 1);
    }
}
