//! `prima user …`: accounts and roles from the command line.
//!
//! A password never comes by an argument, where other people's process lists show it. Every change is audited as the
//! program's own, without an account.

mod peran;
mod sandi;

use std::process::ExitCode;

use clap::{Args, Subcommand};
use store::{
    Store, StoreError,
    akun::{self, Akun, AkunBaru, JenisTautan},
    audit, faktor,
};

use crate::tempat::{Galat, Tempat, cetak_json, jalankan};

/// How long a one-time link holds, in seconds.
const UMUR_TAUTAN: i64 = 24 * 3600;

#[derive(Subcommand)]
pub enum User {
    /// Tambah akun; kata sandi diminta, atau dibaca dari masukan baku, atau --link
    Add {
        /// Alamat surel, nama untuk masuk
        surel: String,
        /// Nama lengkap
        #[arg(long)]
        nama: String,
        /// Jabatan
        #[arg(long, default_value = "")]
        jabatan: String,
        #[command(flatten)]
        sandi: CaraSandi,
        #[command(flatten)]
        tempat: Tempat,
    },
    /// Ganti kata sandi; semua sesi akun itu berakhir
    Passwd {
        surel: String,
        #[command(flatten)]
        sandi: CaraSandi,
        #[command(flatten)]
        tempat: Tempat,
    },
    /// Nonaktifkan akun
    Disable {
        surel: String,
        /// Alasan, tercatat pada akun
        #[arg(long)]
        alasan: String,
        #[command(flatten)]
        tempat: Tempat,
    },
    /// Aktifkan kembali akun
    Enable {
        surel: String,
        #[command(flatten)]
        tempat: Tempat,
    },
    /// Hapus langkah kedua (aplikasi kode dan kode pemulihan) milik orang yang kehilangan keduanya; semua sesinya berakhir
    ResetFactor {
        surel: String,
        /// Alasan, tercatat di jejak audit sebagai sidik
        #[arg(long)]
        alasan: String,
        #[command(flatten)]
        tempat: Tempat,
    },
    /// Daftar akun dengan perannya
    List {
        /// Keluaran sebagai satu dokumen JSON
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        tempat: Tempat,
    },
    /// Peran sebuah akun
    #[command(subcommand)]
    Role(peran::Role),
}

#[derive(Args)]
pub struct CaraSandi {
    /// Cetak tautan sekali pakai untuk menyetel kata sandi sendiri (berlaku sehari)
    #[arg(long)]
    link: bool,
    /// Alamat halaman untuk tautan itu; bawaannya `alamat` dari pengaturan
    #[arg(long)]
    alamat: Option<String>,
}

impl User {
    pub fn jalankan(&self) -> ExitCode {
        match self {
            Self::Add { surel, nama, jabatan, sandi, tempat } => jalankan(tambah(tempat, surel, nama, jabatan, sandi)),
            Self::Passwd { surel, sandi, tempat } => jalankan(ganti(tempat, surel, sandi)),
            Self::Disable { surel, alasan, tempat } => jalankan(nonaktifkan(tempat, surel, alasan)),
            Self::Enable { surel, tempat } => jalankan(aktifkan(tempat, surel)),
            Self::ResetFactor { surel, alasan, tempat } => jalankan(hapus_langkah(tempat, surel, alasan)),
            Self::List { json, tempat } => jalankan(daftar(tempat, *json)),
            Self::Role(r) => r.jalankan(),
        }
    }
}

/// Seals what the command wrote, so that its events do not wait for a server to start.
async fn selesai(store: Store) -> Result<ExitCode, Galat> {
    audit::segel(&store).await?;
    store.tutup().await?;
    Ok(ExitCode::SUCCESS)
}

async fn cari(store: &Store, surel: &str) -> Result<Akun, Galat> {
    akun::dari_surel(store, surel).await?.ok_or_else(|| Galat::Masukan(format!("{surel}: tidak ada akun dengan alamat itu")))
}

async fn tambah(tempat: &Tempat, surel: &str, nama: &str, jabatan: &str, cara: &CaraSandi) -> Result<ExitCode, Galat> {
    if !surel.contains('@') || surel.contains(char::is_whitespace) {
        return Err(Galat::Masukan(format!("{surel}: bukan alamat surel")));
    }
    if nama.trim().is_empty() {
        return Err(Galat::Masukan("--nama: tidak boleh kosong".into()));
    }
    // The first account may be made before the first start.
    let store = if tempat.data.join("instalasi.kunci").exists() { tempat.buka().await? } else { tempat.buat().await? };
    if akun::dari_surel(&store, surel).await?.is_some() {
        return Err(Galat::Masukan(format!("{surel}: sudah ada akun dengan alamat itu")));
    }
    let phc = if cara.link { None } else { Some(store::sandi::buat(sandi::minta(&store, &[surel, nama]).await?).await?) };
    let tx = store.mulai().await?;
    let id = akun::tambah(&tx, None, AkunBaru { nama, surel, jabatan, sandi: phc }).await.map_err(|e| match e {
        StoreError::SudahAda(_) => Galat::Masukan(format!("{surel}: sudah ada akun dengan alamat itu")),
        lain => Galat::Store(lain),
    })?;
    let tautan = if cara.link { Some(akun::buat_tautan(&tx, None, JenisTautan::SetelSandi, Some(id), UMUR_TAUTAN).await?) } else { None };
    tx.commit().await?;
    eprintln!("prima: akun {surel} ditambahkan; beri peran dengan: prima user role add {surel} …");
    cetak_tautan(tempat, cara, tautan.as_deref())?;
    selesai(store).await
}

async fn hapus_langkah(tempat: &Tempat, surel: &str, alasan: &str) -> Result<ExitCode, Galat> {
    let store = tempat.buka().await?;
    let a = cari(&store, surel).await?;
    match faktor::setel_ulang(&store, None, a.id, alasan).await {
        Ok(()) => eprintln!("prima: langkah kedua {surel} dihapus; semua sesinya berakhir"),
        Err(StoreError::Keadaan("faktor-belum-nyala")) => {
            return Err(Galat::Masukan(format!("{surel}: akun ini tidak memakai langkah kedua")));
        }
        Err(StoreError::Keadaan("alasan-wajib")) => return Err(Galat::Masukan("--alasan: tidak boleh kosong".into())),
        Err(lain) => return Err(Galat::Store(lain)),
    }
    selesai(store).await
}

async fn ganti(tempat: &Tempat, surel: &str, cara: &CaraSandi) -> Result<ExitCode, Galat> {
    let store = tempat.buka().await?;
    let a = cari(&store, surel).await?;
    if cara.link {
        let tx = store.mulai().await?;
        let tautan = akun::buat_tautan(&tx, None, JenisTautan::SetelSandi, Some(a.id), UMUR_TAUTAN).await?;
        tx.commit().await?;
        cetak_tautan(tempat, cara, Some(&tautan))?;
    } else {
        let phc = store::sandi::buat(sandi::minta(&store, &[surel, &a.nama]).await?).await?;
        let tx = store.mulai().await?;
        akun::ganti_sandi(&tx, None, a.id, phc).await?;
        tx.commit().await?;
        eprintln!("prima: kata sandi {surel} diganti; semua sesinya berakhir");
    }
    selesai(store).await
}

fn cetak_tautan(tempat: &Tempat, cara: &CaraSandi, rahasia: Option<&str>) -> Result<(), Galat> {
    if let Some(r) = rahasia {
        let alamat = cara.alamat.clone().map_or_else(|| tempat.alamat(), Ok)?;
        eprintln!("prima: berikan tautan ini hanya kepada pemilik akun (sekali pakai, berlaku sehari):");
        println!("{}/sandi/setel/{r}", alamat.trim_end_matches('/'));
    }
    Ok(())
}

async fn nonaktifkan(tempat: &Tempat, surel: &str, alasan: &str) -> Result<ExitCode, Galat> {
    let store = tempat.buka().await?;
    let a = cari(&store, surel).await?;
    if a.nonaktif.is_some() {
        return Err(Galat::Masukan(format!("{surel}: akun sudah nonaktif")));
    }
    let tx = store.mulai().await?;
    akun::nonaktifkan(&tx, None, a.id, alasan).await?;
    tx.commit().await?;
    eprintln!("prima: akun {surel} dinonaktifkan; semua sesinya berakhir");
    selesai(store).await
}

async fn aktifkan(tempat: &Tempat, surel: &str) -> Result<ExitCode, Galat> {
    let store = tempat.buka().await?;
    let a = cari(&store, surel).await?;
    if a.nonaktif.is_none() {
        return Err(Galat::Masukan(format!("{surel}: akun tidak sedang nonaktif")));
    }
    let tx = store.mulai().await?;
    akun::aktifkan(&tx, None, a.id).await?;
    tx.commit().await?;
    eprintln!("prima: akun {surel} aktif kembali");
    selesai(store).await
}

async fn daftar(tempat: &Tempat, json: bool) -> Result<ExitCode, Galat> {
    let store = tempat.baca().await?;
    let mut semua = Vec::new();
    let mut akhir: Option<Akun> = None;
    loop {
        let halaman = akun::daftar(&store, akhir.as_ref().map(|a| (a.nama.as_str(), a.id)), 500).await?;
        let Some(a) = halaman.last() else { break };
        akhir = Some(a.clone());
        for a in halaman {
            let peran = peran::milik(&store, a.id).await?;
            if json {
                semua.push(serde_json::json!({
                    "id": a.id, "email": a.surel, "name": a.nama, "position": a.jabatan,
                    "active": a.nonaktif.is_none(), "password": a.sandi.is_some(), "roles": peran,
                }));
            } else {
                let nonaktif = if a.nonaktif.is_some() { " [nonaktif]" } else { "" };
                println!("{}  {}{nonaktif}", a.surel, a.nama);
                for p in peran {
                    println!("    {p}");
                }
            }
        }
    }
    if json {
        cetak_json(&semua)?;
    }
    store.tutup().await?;
    Ok(ExitCode::SUCCESS)
}
