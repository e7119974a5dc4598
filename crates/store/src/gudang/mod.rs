//! Where the files of evidence and documents lie for good when nodes share no folder: an S3-compatible store. Without it they lie in
//! the data folder, and nothing here runs. With it the folder `objek/` is a store of copies that can be fetched again.
//!
//! What is asked of the store is in `s3`, the line to it in `saluran`, signatures in `tanda`, its listings in `daftar`. Which objects
//! there are and who may see them is not decided here. Calls wait for the network; [`crate::objek`] is what the rest uses.

mod daftar;
mod putar;
mod s3;
mod sakelar;
mod saluran;
mod tanda;
mod tembolok;

pub use tembolok::sapu;

use crate::{Hasil, StoreError, Waktu};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::{
    io::Read as _,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

/// The `[objek]` part of the settings.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KonfigObjek {
    /// Address of an S3-compatible store, for example `https://s3.kab.go.id`. Empty: files of evidence lie in the data folder.
    pub alamat: String,
    /// Name of the bucket; it must exist, and nothing else may write under `awalan` in it.
    pub ember: String,
    /// Region that requests are signed for; most stores of one's own take `us-east-1`.
    pub wilayah: String,
    /// What the name of every object begins with, for example `prima/`; empty: nothing.
    pub awalan: String,
    /// Id of the access key.
    pub kunci: String,
    /// Its secret; better given as `PRIMA_OBJEK__RAHASIA` than written in the file.
    pub rahasia: String,
    /// File (PEM) with the certificate of an authority of your own for `https`; empty: the public authorities.
    pub ca: PathBuf,
    /// Room for copies in the data folder, in MB. The oldest go first; each can be fetched again.
    pub tembolok_mb: u64,
}

impl Default for KonfigObjek {
    fn default() -> Self {
        Self {
            alamat: String::new(),
            ember: String::new(),
            wilayah: "us-east-1".into(),
            awalan: String::new(),
            kunci: String::new(),
            rahasia: String::new(),
            ca: PathBuf::new(),
            tembolok_mb: 2048,
        }
    }
}

/// How an object stands in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keadaan {
    /// Its content is what its name says; size in bytes.
    Utuh(u64),
    Hilang,
    Berubah,
}

/// One object that the store lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terdaftar {
    pub sidik: String,
    pub diubah: Waktu,
    pub ukuran: u64,
}

/// A cheap handle on the store of objects.
#[derive(Clone)]
pub struct Gudang(Arc<Isi>);

struct Isi {
    s3: Arc<s3::S3>,
    putar: putar::Putar,
    tembolok: u64,
    terakhir: Mutex<Terakhir>,
}

/// What the store answered when it was last asked for its own sake.
struct Terakhir {
    pada: Option<Instant>,
    menjawab: bool,
}

impl std::fmt::Debug for Gudang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Gudang").field(&self.0.s3.nama()).finish()
    }
}

/// Anybody may ask `/readyz`; the store is not asked each time.
const TANYA_TIAP: Duration = Duration::from_secs(5);
/// One that is slower than this is as good as away.
const TANYA_BATAS: Duration = Duration::from_secs(1);

const OBJEK: &str = "objek";
/// Objects that nothing referred to wait here until they are removed for good (`rawat::bersih_gudang`).
const BUANG: &str = "buang";
/// Files that one node made and another may give out, for a day ([`crate::ekspor`]).
const TITIP: &str = "titip";

impl Gudang {
    /// Makes the handle, and asks the store once. `None` where no address is set. A store that does not answer stops nothing: it
    /// may be back in a moment; one that refuses does.
    ///
    /// # Errors
    /// `Berkas`, with what is wrong: a setting that cannot be used, or a store that refuses the key or has no such bucket.
    pub fn buka(k: &KonfigObjek) -> Hasil<Option<Self>> {
        if k.alamat.is_empty() {
            return Ok(None);
        }
        let salah = |apa: String| StoreError::Berkas(std::io::Error::other(format!("[objek] {apa}")));
        let s3 = Arc::new(s3::S3::baru(k).map_err(salah)?);
        let terakhir = Mutex::new(Terakhir { pada: None, menjawab: true });
        let g = Self(Arc::new(Isi { s3, putar: putar::Putar::mulai()?, tembolok: k.tembolok_mb << 20, terakhir }));
        match g.jalan(|s| async move { s.daftar(OBJEK, None, 1).await })? {
            Ok(_) => {}
            Err(s3::Galat::Jauh(apa)) => {
                tracing::error!(error = apa, "the object store does not answer; files cannot be kept until it does");
            }
            Err(e) => return Err(salah(e.to_string())),
        }
        Ok(Some(g))
    }

    /// For `prima doctor`: whether the store of these settings answers and takes the key.
    ///
    /// # Errors
    /// As [`Self::buka`], and also when it does not answer.
    pub fn periksa_sambungan(k: &KonfigObjek) -> Hasil<()> {
        let Some(g) = Self::buka(k)? else { return Ok(()) };
        Ok(g.jalan(|s| async move { s.daftar(OBJEK, None, 1).await })?.map(drop)?)
    }

    /// Whether the store answers now, for `/readyz`: asked once, at most every [`TANYA_TIAP`], and given [`TANYA_BATAS`]. Meanwhile, and
    /// for whoever comes while it is being asked, the last answer counts.
    pub(crate) async fn menjawab(&self) -> bool {
        let tanya = {
            let mut t = self.0.terakhir.lock().unwrap_or_else(PoisonError::into_inner);
            let lama = t.pada.is_none_or(|p| p.elapsed() >= TANYA_TIAP);
            if lama {
                t.pada = Some(Instant::now());
            }
            if lama { None } else { Some(t.menjawab) }
        };
        if let Some(menjawab) = tanya {
            return menjawab;
        }
        let s3 = self.0.s3.clone();
        let kerja = self.0.putar.jalankan(async move { s3.daftar(OBJEK, None, 1).await.is_ok() });
        let menjawab = tokio::time::timeout(TANYA_BATAS, kerja).await.is_ok_and(|h| h.unwrap_or(false));
        self.0.terakhir.lock().unwrap_or_else(PoisonError::into_inner).menjawab = menjawab;
        menjawab
    }

    fn jalan<T, F>(&self, kerja: impl FnOnce(Arc<s3::S3>) -> F) -> Hasil<T>
    where
        T: Send + 'static,
        F: Future<Output = T> + Send + 'static,
    {
        self.0.putar.tunggu(kerja(self.0.s3.clone()))
    }

    /// Puts a file there under its hash; done when the store has it. The same again makes it young again.
    pub(crate) fn naikkan(&self, sidik: &str, dari: &Path) -> Hasil<()> {
        let (s, dari) = (sidik.to_owned(), dari.to_owned());
        Ok(self.jalan(|s3| async move { s3.taruh(OBJEK, &s, &s, &dari).await })??)
    }

    /// Fetches an object into a file, its content checked; its size, or `None` where there is none.
    ///
    /// # Errors
    /// `Rusak` when the content is not what the name says.
    pub(crate) fn unduh(&self, sidik: &str, ke: std::fs::File) -> Hasil<Option<u64>> {
        let nama = sidik.to_owned();
        let keadaan = self.jalan(|s3| async move {
            match s3.ambil(OBJEK, &nama, Some(&nama), Some(ke)).await {
                // Put aside by a clean-up while it came to be needed again: brought back by the next one.
                Ok((Keadaan::Hilang, Some(ke))) => s3.ambil(BUANG, &nama, Some(&nama), Some(ke)).await,
                lain => lain,
            }
        })??;
        match keadaan.0 {
            Keadaan::Utuh(n) => Ok(Some(n)),
            Keadaan::Hilang => Ok(None),
            Keadaan::Berubah => Err(StoreError::Rusak(format!("object {sidik} was changed in the object store"))),
        }
    }

    /// Reads an object through and compares it with its name.
    pub(crate) fn periksa(&self, sidik: &str) -> Hasil<Keadaan> {
        let nama = sidik.to_owned();
        Ok(self
            .jalan(|s3| async move {
                match s3.ambil(OBJEK, &nama, Some(&nama), None).await {
                    Ok((Keadaan::Hilang, _)) => s3.ambil(BUANG, &nama, Some(&nama), None).await,
                    lain => lain,
                }
            })??
            .0)
    }

    /// Size and time of an object, without reading it.
    pub(crate) fn lihat(&self, sidik: &str) -> Hasil<Option<(u64, Waktu)>> {
        let nama = sidik.to_owned();
        Ok(self.jalan(|s3| async move { s3.lihat(OBJEK, &nama).await })??)
    }

    /// A page of the objects, in the order of their names; the mark of the next page where there is one.
    pub(crate) fn daftar(&self, lanjut: Option<String>) -> Hasil<(Vec<Terdaftar>, Option<String>)> {
        Ok(self.jalan(|s3| async move { s3.daftar(OBJEK, lanjut, 1000).await })??)
    }

    /// The same for what was put aside.
    pub(crate) fn daftar_buang(&self, lanjut: Option<String>) -> Hasil<(Vec<Terdaftar>, Option<String>)> {
        Ok(self.jalan(|s3| async move { s3.daftar(BUANG, lanjut, 1000).await })??)
    }

    /// Puts an object aside: whoever needs it again still finds it.
    pub(crate) fn singkirkan(&self, sidik: &str) -> Hasil<()> {
        self.pindah(sidik, OBJEK, BUANG)
    }

    /// Brings back what was put aside.
    pub(crate) fn kembalikan(&self, sidik: &str) -> Hasil<()> {
        self.pindah(sidik, BUANG, OBJEK)
    }

    fn pindah(&self, sidik: &str, dari: &'static str, ke: &'static str) -> Hasil<()> {
        let nama = sidik.to_owned();
        Ok(self.jalan(|s3| async move {
            s3.salin(dari, ke, &nama).await?;
            s3.hapus(dari, &nama).await
        })??)
    }

    /// Leaves a file for the other nodes, under a name that is no hash.
    pub(crate) fn titipkan(&self, nama: &str, dari: &Path) -> Hasil<()> {
        let sidik = sidik_berkas(dari)?;
        let (nama, dari) = (nama.to_owned(), dari.to_owned());
        Ok(self.jalan(|s3| async move { s3.taruh(TITIP, &nama, &sidik, &dari).await })??)
    }

    /// Fetches what another node left; whether there is such a file.
    pub(crate) fn titipan(&self, nama: &str, ke: std::fs::File) -> Hasil<bool> {
        let nama = nama.to_owned();
        let (keadaan, _) = self.jalan(|s3| async move { s3.ambil(TITIP, &nama, None, Some(ke)).await })??;
        Ok(matches!(keadaan, Keadaan::Utuh(_)))
    }

    /// Removes what was left; none there is none to remove.
    pub(crate) fn hapus_titipan(&self, nama: &str) -> Hasil<()> {
        let nama = nama.to_owned();
        Ok(self.jalan(|s3| async move { s3.hapus(TITIP, &nama).await })??)
    }

    /// Removes for good what was put aside.
    pub(crate) fn buang(&self, sidik: &str) -> Hasil<()> {
        let nama = sidik.to_owned();
        Ok(self.jalan(|s3| async move { s3.hapus(BUANG, &nama).await })??)
    }
}

fn sidik_berkas(jalur: &Path) -> Hasil<String> {
    let (mut berkas, mut h) = (std::fs::File::open(jalur)?, Sha256::new());
    let mut b = vec![0; 1 << 16];
    loop {
        match berkas.read(&mut b)? {
            0 => return Ok(hex::encode(h.finalize())),
            n => h.update(&b[..n]),
        }
    }
}

impl From<s3::Galat> for StoreError {
    /// A store that is away is a matter of trying again; what it refuses is for the administrator, in the log.
    fn from(e: s3::Galat) -> Self {
        match e {
            s3::Galat::Jauh(apa) => {
                tracing::warn!(error = apa, "the object store does not answer");
                Self::GudangJauh
            }
            s3::Galat::Berkas(e) => Self::menulis(e),
            lain @ s3::Galat::Menolak(..) => {
                tracing::error!(error = %lain, "the object store refused");
                Self::Berkas(std::io::Error::other(lain.to_string()))
            }
        }
    }
}
