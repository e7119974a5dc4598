//! The folder that a restore fills: empty before, whole afterwards, and marked while neither holds.
//!
//! The marker is written first and removed last. A program that finds it refuses to start, and the next restore
//! removes what the broken one left.

use super::KUNCI;
use crate::{
    Halangan, Hasil, Kunci, StoreError,
    gudang::Gudang,
    pembukaan::{buat_folder, buat_tertutup},
};
use std::{
    fs::{self, File},
    io::{Read, Write},
    path::{Path, PathBuf},
};

/// Name of the marker in the store's folder.
pub const PENANDA: &str = ".pemulihan";

#[derive(Debug, Clone)]
pub(super) struct Tempat {
    folder: PathBuf,
    kunci_kita: bool,
    gudang: Option<Gudang>,
}

impl Tempat {
    /// The key of what is restored, once everything was read.
    pub(super) fn kunci_kini(&self) -> Hasil<Kunci> {
        Kunci::baca(&self.folder)
    }

    /// Takes an empty folder. `kunci_kita`: the backup brings the key; otherwise it must lie there already and fit
    /// `kunci_publik` (hex).
    /// `gudang`: evidence goes to an object store; what lies there already is left, for it is named by its content.
    pub(super) fn ambil(folder: &Path, kunci_kita: bool, kunci_publik: &str, gudang: Option<Gudang>) -> Hasil<Self> {
        buat_folder(folder)?;
        if let Ok(lama) = fs::read_to_string(folder.join(PENANDA)) {
            Self { folder: folder.to_owned(), kunci_kita: lama.trim() == KUNCI, gudang: None }.kosongkan()?;
        }
        for isi in fs::read_dir(folder)? {
            let isi = isi?;
            let boleh = match isi.file_name().to_str() {
                Some("objek" | "sementara" | "lost+found") => !berisi(&isi.path())?,
                // Where the object store is, has to be known before its files are put there.
                Some("prima.toml") => gudang.is_some(),
                Some(KUNCI) => !kunci_kita,
                _ => false,
            };
            if !boleh {
                return Err(StoreError::Keadaan("pulih-folder-tidak-kosong"));
            }
        }
        if !kunci_kita {
            let kunci = match Kunci::baca(folder) {
                Err(StoreError::Tertahan(Halangan::KunciHilang)) => return Err(StoreError::Keadaan("pulih-perlu-kunci")),
                lain => lain?,
            };
            // The key may have been replaced since the backup was made.
            let mut milik = kunci.lama().into_iter().map(|l| l.publik).chain([kunci.publik()]);
            if !milik.any(|k| hex::encode(k.bytes()) == kunci_publik) {
                return Err(StoreError::Keadaan("pulih-kunci-lain"));
            }
        }
        let t = Self { folder: folder.to_owned(), kunci_kita, gudang };
        t.tulis(PENANDA, if kunci_kita { KUNCI } else { "-" }.as_bytes())?;
        buat_folder(&folder.join("objek"))?;
        buat_folder(&folder.join("sementara"))?;
        Ok(t)
    }

    /// Where the SQLite file goes: made here, empty, so that only its owner may read what is put into it.
    pub(super) fn basis(&self) -> Hasil<PathBuf> {
        let jalan = self.folder.join("prima.db");
        buat_tertutup(&jalan)?;
        Ok(jalan)
    }

    /// Streams one object to its place, synced. Its hash is checked by the reader and again by [`Self::utuh`].
    pub(super) fn objek(&self, sidik: &str, isi: &mut dyn Read) -> Hasil<()> {
        if let Some(g) = &self.gudang {
            let mut berkas = tempfile::NamedTempFile::new_in(self.folder.join("sementara")).map_err(StoreError::menulis)?;
            std::io::copy(isi, &mut berkas)?;
            return g.naikkan(sidik, berkas.path());
        }
        let tujuan = self.jalur(sidik);
        let folder = tujuan.parent().map(PathBuf::from).unwrap_or_default();
        buat_folder(&folder)?;
        let mut berkas = File::create_new(&tujuan)?;
        std::io::copy(isi, &mut berkas)?;
        berkas.sync_all()?;
        Ok(File::open(folder)?.sync_all()?)
    }

    pub(super) fn utuh(&self, sidik: &str) -> Hasil<bool> {
        if let Some(g) = &self.gudang {
            // The store compared the content with its hash when it took it.
            return Ok(g.lihat(sidik)?.is_some());
        }
        Ok(super::tulis::utuh(&self.jalur(sidik), sidik)?.is_some())
    }

    fn jalur(&self, sidik: &str) -> PathBuf {
        self.folder.join("objek").join(&sidik[..2.min(sidik.len())]).join(sidik)
    }

    /// Writes the key file (mode 0600) and checks that it is the key of the installation.
    pub(super) fn kunci(&self, isi: &[u8], kunci_publik: &str) -> Hasil<()> {
        self.tulis(KUNCI, isi)?;
        let kunci = Kunci::baca(&self.folder).map_err(|_| super::berkas::rusak("its key cannot be read"))?;
        if hex::encode(kunci.publik().bytes()) != kunci_publik {
            return Err(super::berkas::rusak("its key is not the key of its installation"));
        }
        Ok(())
    }

    fn tulis(&self, nama: &str, isi: &[u8]) -> Hasil<()> {
        let mut o = fs::OpenOptions::new();
        o.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut o, 0o600);
        let mut b = o.open(self.folder.join(nama))?;
        b.write_all(isi)?;
        b.sync_all()?;
        self.sinkron()
    }

    fn sinkron(&self) -> Hasil<()> {
        File::open(self.folder.join("objek")).or_else(|_| File::open(&self.folder))?.sync_all()?;
        Ok(File::open(&self.folder)?.sync_all()?)
    }

    /// All is in place and committed.
    pub(super) fn selesai(self) -> Hasil<()> {
        self.sinkron()?;
        fs::remove_file(self.folder.join(PENANDA))?;
        self.sinkron()
    }

    /// Removes what this restore wrote, the marker last.
    pub(super) fn kosongkan(&self) -> Hasil<()> {
        for n in ["prima.db", "prima.db-wal", "prima.db-shm"] {
            hapus(fs::remove_file(self.folder.join(n)))?;
        }
        if self.kunci_kita {
            hapus(fs::remove_file(self.folder.join(KUNCI)))?;
        }
        hapus(fs::remove_dir_all(self.folder.join("objek")))?;
        hapus(fs::remove_file(self.folder.join(PENANDA)))?;
        self.sinkron()
    }
}

fn hapus(h: std::io::Result<()>) -> Hasil<()> {
    match h {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(e.into()),
        _ => Ok(()),
    }
}

/// Whether a folder holds a file at any depth (the two levels of `objek/` are all there is).
fn berisi(jalur: &Path) -> Hasil<bool> {
    if !jalur.is_dir() {
        return Ok(true);
    }
    for isi in fs::read_dir(jalur)? {
        if berisi(&isi?.path())? {
            return Ok(true);
        }
    }
    Ok(false)
}
