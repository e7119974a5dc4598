//! `prima user role add|remove`: a role and its scope, named by public codes.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use store::{
    Store, StoreError,
    id::AkunId,
    instansi,
    peran::{self, JenisLingkup, Lingkup, Peran, PeranLingkup},
    periode,
};

use super::{cari, selesai};
use crate::tempat::{Galat, Tempat, jalankan};

#[derive(Subcommand)]
pub enum Role {
    /// Beri peran dengan lingkupnya
    Add(Beri),
    /// Cabut peran yang sama
    Remove(Beri),
}

#[derive(Args)]
pub struct Beri {
    surel: String,
    /// admin, nasional, penyelenggara, penanggungjawab, pembina, evaluator, unit-operator, unit-kepala, pihak-lain, auditor,
    /// mpp-kepala, mpp-depan, pelaksana, kasir, penghubung
    peran: String,
    /// Kode instansi
    #[arg(long, group = "lingkup")]
    instansi: Option<String>,
    /// Kode wilayah (Kemendagri): berlaku untuk semua instansi di bawahnya
    #[arg(long, group = "lingkup")]
    wilayah: Option<String>,
    /// Kode unit
    #[arg(long, group = "lingkup")]
    unit: Option<String>,
    /// Kode periode
    #[arg(long, group = "lingkup")]
    periode: Option<String>,
    #[command(flatten)]
    tempat: Tempat,
}

impl Role {
    pub fn jalankan(&self) -> ExitCode {
        match self {
            Self::Add(b) => jalankan(b.beri()),
            Self::Remove(b) => jalankan(b.cabut()),
        }
    }
}

impl Beri {
    async fn beri(&self) -> Result<ExitCode, Galat> {
        let store = self.tempat.buka().await?;
        let a = cari(&store, &self.surel).await?;
        let (peran, lingkup) = self.urai(&store).await?;
        if dipegang(&store, a.id, peran, &lingkup).await?.is_some() {
            return Err(Galat::Masukan(format!("{}: sudah memegang peran {peran} dengan lingkup itu", self.surel)));
        }
        let tx = store.mulai().await?;
        peran::beri(&tx, None, a.id, peran, &lingkup).await?;
        tx.commit().await?;
        eprintln!("prima: {} kini {peran}", self.surel);
        selesai(store).await
    }

    async fn cabut(&self) -> Result<ExitCode, Galat> {
        let store = self.tempat.buka().await?;
        let a = cari(&store, &self.surel).await?;
        let (peran, lingkup) = self.urai(&store).await?;
        let Some(p) = dipegang(&store, a.id, peran, &lingkup).await? else {
            return Err(Galat::Masukan(format!("{}: tidak memegang peran {peran} dengan lingkup itu", self.surel)));
        };
        let tx = store.mulai().await?;
        peran::cabut(&tx, None, a.id, p.id).await?;
        tx.commit().await?;
        eprintln!("prima: peran {peran} dari {} dicabut", self.surel);
        selesai(store).await
    }

    async fn urai(&self, store: &Store) -> Result<(Peran, Lingkup), Galat> {
        let semua: Vec<&str> = Peran::SEMUA.iter().map(|p| p.kunci()).collect();
        let peran: Peran =
            self.peran.parse().map_err(|_| Galat::Masukan(format!("{}: bukan peran; diharapkan {}", self.peran, semua.join(", "))))?;
        let tak_ada = |apa: &str, kode: &str| Galat::Masukan(format!("{kode}: tidak ada {apa} dengan kode itu"));
        let lingkup = match (peran.jenis_lingkup(), &self.instansi, &self.wilayah, &self.unit, &self.periode) {
            (JenisLingkup::Instalasi, None, None, None, None) => Lingkup::Instalasi,
            (JenisLingkup::Instansi, Some(k), ..) => {
                Lingkup::Instansi(instansi::dari_kode(store, k).await.map_err(|e| kosong(e, tak_ada("instansi", k)))?.id)
            }
            (JenisLingkup::Instansi, _, Some(w), ..) => Lingkup::Wilayah(w.clone()),
            (JenisLingkup::Unit, _, _, Some(k), _) => {
                let u = instansi::unit_dari_kode(store, k).await.map_err(|e| kosong(e, tak_ada("unit", k)))?;
                Lingkup::Unit { unit: u.id, instansi: u.instansi_id }
            }
            (JenisLingkup::Periode, .., Some(k)) => {
                Lingkup::Periode(periode::dari_kode(store.baca(), k).await.map_err(|e| kosong(e, tak_ada("periode", k)))?.id)
            }
            (jenis, ..) => return Err(Galat::Masukan(format!("peran {peran}: {}", harap(jenis)))),
        };
        Ok((peran, lingkup))
    }
}

fn kosong(e: StoreError, ganti: Galat) -> Galat {
    if matches!(e, StoreError::TidakDitemukan) { ganti } else { Galat::Store(e) }
}

fn harap(jenis: JenisLingkup) -> &'static str {
    match jenis {
        JenisLingkup::Instalasi => "berlaku untuk seluruh instalasi, tanpa lingkup",
        JenisLingkup::Instansi => "perlu --instansi KODE atau --wilayah KODE",
        JenisLingkup::Unit => "perlu --unit KODE",
        JenisLingkup::Periode => "perlu --periode KODE",
    }
}

async fn dipegang(store: &Store, akun: AkunId, peran: Peran, lingkup: &Lingkup) -> Result<Option<PeranLingkup>, Galat> {
    let hari = store.sekarang().hari("WIT").to_string();
    let milik = peran::milik(store, akun, &hari).await?;
    Ok(milik.into_iter().find(|p| p.peran == peran && p.lingkup == *lingkup))
}

/// Roles that hold today, as text: role and scope by public code.
pub(super) async fn milik(store: &Store, akun: AkunId) -> Result<Vec<String>, Galat> {
    let hari = store.sekarang().hari("WIT").to_string();
    let mut teks = Vec::new();
    for p in peran::milik(store, akun, &hari).await? {
        let di = match &p.lingkup {
            Lingkup::Instalasi => String::new(),
            Lingkup::Instansi(i) => format!(" instansi {}", instansi::dari_id(store, *i).await?.kode),
            Lingkup::Wilayah(w) => format!(" wilayah {w}"),
            Lingkup::Unit { unit, .. } => format!(" unit {}", instansi::unit(store, *unit).await?.kode),
            Lingkup::Periode(p) => format!(" periode {}", periode::dari_id(store.baca(), *p).await?.kode),
        };
        teks.push(format!("{}{di}", p.peran));
    }
    Ok(teks)
}
