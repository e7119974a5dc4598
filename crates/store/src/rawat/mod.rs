//! What `prima check` looks at: that what is stored still holds together. The checks read only, and may run
//! beside a serving program; `bersih` removes files that nothing refers to, when a person asks for it.
//!
//! Each part counts what it looked at, so that "nothing found" cannot mean "nothing looked at".

mod acara;
mod acuan;
mod beku;
mod bersih;
mod bersih_gudang;
mod hitungan;
mod jejak;
mod loket;
mod objek;
mod piagam;
mod pintu;
mod rantai;
mod segel;
mod survei;

pub(crate) use acuan::ke_objek;
pub use bersih::{Dibuang, bersihkan};
pub use jejak::{Letak, putaran};
pub(crate) use objek::berkas;
pub use rantai::{BATAS_SEGEL_DETIK, Rantai, rantai};

use crate::{Hasil, Store, StoreError, dialect, f02};
use sea_orm::DatabaseTransaction;
use serde::Serialize;
use std::collections::BTreeMap;

/// One thing that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Temuan {
    /// `basis`, `acuan`, `audit`, `objek`, `edisi`, `f01`, `f02`, `f03`, `hasil`, `ba`, `lhe`, `penghargaan`, `skm`, `antrean`,
    /// `permohonan`, `uang`, `aduan`, `akun` or `segel`.
    pub bagian: &'static str,
    pub isi: String,
}

#[derive(Debug, Default, Serialize)]
pub struct Laporan {
    /// Number of things looked at, per part.
    pub diperiksa: BTreeMap<&'static str, u64>,
    pub temuan: Vec<Temuan>,
    /// Worth knowing, but nothing is wrong.
    pub catatan: Vec<String>,
}

impl Laporan {
    #[must_use]
    pub fn sah(&self) -> bool {
        self.temuan.is_empty()
    }

    /// Of a database so damaged that it cannot be opened.
    #[must_use]
    pub fn rusak(apa: String) -> Self {
        let mut l = Self::default();
        l.hitung("basis", 1);
        l.temukan("basis", apa);
        l
    }

    fn hitung(&mut self, bagian: &'static str, n: usize) {
        *self.diperiksa.entry(bagian).or_default() += n as u64;
    }

    fn temukan(&mut self, bagian: &'static str, isi: impl Into<String>) {
        self.temuan.push(Temuan { bagian, isi: isi.into() });
    }
}

/// Runs every check. Rows are read from one snapshot; files and sheets as they are now.
pub async fn periksa(store: &Store) -> Hasil<Laporan> {
    let mut l = Laporan::default();
    // What cannot be read is a finding as well, and what comes after it is looked at all the same.
    let potret = async |l: &mut Laporan| {
        let c = dialect::potret(store.baca()).await?;
        if sebagian(store, &c, l).await? {
            c.rollback().await?;
        }
        Ok(())
    };
    terbaca(potret(&mut l).await, &mut l)?;
    terbaca(lembar(store, &mut l).await, &mut l)?;
    terbaca(mata(store, &mut l).await, &mut l)?;
    Ok(l)
}

/// Only what the database says of itself; for one of an older program, whose tables the other parts do not know.
///
/// # Errors
/// As the database says, where that is no damage.
pub async fn periksa_basis(store: &Store) -> Hasil<Laporan> {
    let mut l = Laporan::default();
    let basis = async |l: &mut Laporan| {
        let c = dialect::potret(store.baca()).await?;
        basis(&c, l).await?;
        c.rollback().await?;
        Ok(())
    };
    terbaca(basis(&mut l).await, &mut l)?;
    Ok(l)
}

async fn basis(c: &DatabaseTransaction, l: &mut Laporan) -> Hasil<()> {
    l.hitung("basis", 1);
    for b in dialect::periksa(c).await? {
        l.temukan("basis", b);
    }
    Ok(())
}

/// Sealed values that no key of this installation opens, by column; for `prima restore`, which brings back rows of another time.
///
/// # Errors
/// As the database says.
pub async fn tak_terbuka(store: &Store) -> Hasil<Vec<String>> {
    let mut l = Laporan::default();
    terbaca(segel::periksa(store, store.baca(), &mut l).await, &mut l)?;
    Ok(l.temuan.into_iter().map(|t| t.isi).collect())
}

/// The audit chains.
async fn mata(store: &Store, l: &mut Laporan) -> Hasil<()> {
    let r = rantai(store).await?;
    l.hitung("audit", r.temuan.mata);
    for g in r.galat() {
        l.temukan("audit", g);
    }
    if r.sah && !r.temuan.belum_disegel.is_empty() {
        l.catatan.push(format!("audit: {} kejadian dari beberapa detik terakhir menunggu disegel", r.temuan.belum_disegel.len()));
    }
    Ok(())
}

/// The parts that read the snapshot; `false` if a damaged place was met. PostgreSQL answers nothing more in a transaction that met one.
async fn sebagian(store: &Store, c: &DatabaseTransaction, l: &mut Laporan) -> Hasil<bool> {
    let mut utuh = terbaca(basis(c, l).await, l)?;
    utuh &= terbaca(acuan::periksa(c, l).await, l)?;
    utuh &= terbaca(beku::periksa(store, c, l).await, l)?;
    utuh &= terbaca(acara::periksa(store, c, l).await, l)?;
    utuh &= terbaca(piagam::periksa(store, c, l).await, l)?;
    utuh &= terbaca(jejak::periksa(store, c, l).await, l)?;
    utuh &= terbaca(pintu::periksa(store, c, l).await, l)?;
    utuh &= terbaca(survei::periksa(store, c, l).await, l)?;
    utuh &= terbaca(hitungan::periksa(c, l).await, l)?;
    utuh &= terbaca(loket::periksa(c, l).await, l)?;
    utuh &= terbaca(segel::periksa(store, c, l).await, l)?;
    utuh &= terbaca(objek::periksa(store, c, l).await, l)?;
    Ok(utuh)
}

/// Takes damage that a part met for a finding; other faults stay faults.
fn terbaca(hasil: Hasil<()>, l: &mut Laporan) -> Hasil<bool> {
    match hasil {
        Ok(()) => Ok(true),
        Err(StoreError::Rusak(apa)) => {
            let apa = crate::kata::rusak(&apa);
            if !l.temuan.iter().any(|t| t.isi == apa) {
                l.temukan("basis", apa);
            }
            Ok(false)
        }
        // Not looked at is not found whole; what needs no file is looked at all the same.
        Err(StoreError::GudangJauh) => {
            l.temukan("objek", "penyimpanan objek tidak menjawab, jadi berkas bukti belum diperiksa; periksa layanannya, lalu ulangi");
            Ok(true)
        }
        // What comes after damage in the same transaction of PostgreSQL.
        Err(_) if !l.sah() => Ok(false),
        Err(e) => Err(e),
    }
}

/// Packed F02 sheets against their cells. A sheet saved between two reads looks broken once, so only what is found
/// twice counts.
async fn lembar(store: &Store, l: &mut Laporan) -> Hasil<()> {
    let t = f02::periksa(store).await?;
    l.hitung("f02", t.lembar);
    if t.rusak.is_empty() {
        return Ok(());
    }
    let lagi = f02::periksa(store).await?.rusak;
    for r in t.rusak.into_iter().filter(|r| lagi.contains(r)) {
        l.temukan("f02", r);
    }
    Ok(())
}
