//! `prima check`, `prima audit verify` and `prima migrate`: looking after the database.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use store::{
    Store, StoreError,
    rawat::{self, Dibuang, Laporan},
};

use crate::{
    kata,
    tempat::{Galat, TIDAK_SAH, Tempat, cetak_json, jalankan},
};

#[derive(Args)]
pub struct Check {
    /// Keluaran sebagai satu dokumen JSON
    #[arg(long)]
    json: bool,
    /// Buang berkas bukti yang tidak dirujuk apa pun dan lebih tua dari sehari. Tanpa pilihan ini tidak ada yang dibuang:
    /// berkas itu hanya disebut pada catatan. Bila ada temuan, tidak ada yang dibuang
    #[arg(long)]
    bersihkan: bool,
    #[command(flatten)]
    tempat: Tempat,
}

impl Check {
    pub fn jalankan(&self) -> ExitCode {
        jalankan(self.periksa())
    }

    async fn periksa(&self) -> Result<ExitCode, Galat> {
        let dibuka = if self.bersihkan { self.tempat.buka().await } else { self.tempat.baca_lama().await };
        let store = match dibuka {
            Ok(s) => s,
            // So damaged that it does not even open: a finding as well.
            Err(Galat::Store(StoreError::Rusak(apa))) => return self.tampilkan(&Laporan::rusak(apa), None),
            Err(e) => return Err(e),
        };
        if let Err(e) = store.perlu_skema_kini() {
            return self.lama(store, e).await;
        }
        let l = rawat::periksa(&store).await?;
        let dibuang = if self.bersihkan && l.sah() { Some(rawat::bersihkan(&store).await?) } else { None };
        if dibuang.is_some() {
            // The events of what was removed: nothing waits for a server.
            store::audit::segel(&store).await?;
        }
        store.tutup().await?;
        self.tampilkan(&l, dibuang.as_ref())
    }

    /// One of an older program is refused; but first whether it is damaged, for then the ways on that the refusal names would fail.
    async fn lama(&self, store: Store, sebab: StoreError) -> Result<ExitCode, Galat> {
        let l = rawat::periksa_basis(&store).await?;
        store.tutup().await?;
        if l.sah() {
            return Err(sebab.into());
        }
        eprintln!("prima: {}", kata::BASIS_LAMA_RUSAK);
        self.tampilkan(&l, None)
    }

    fn tampilkan(&self, l: &Laporan, dibuang: Option<&Dibuang>) -> Result<ExitCode, Galat> {
        if self.json {
            let mut isi = serde_json::json!({ "valid": l.sah(), "checked": l.diperiksa, "findings": l.temuan, "notes": l.catatan });
            if let Some(d) = dibuang {
                isi["removed"] = serde_json::json!({ "rows": d.baris, "files": d.berkas, "bytes": d.bita, "restored": d.dikembalikan });
            }
            cetak_json(&isi)?;
        } else {
            for (bagian, n) in &l.diperiksa {
                let temuan = l.temuan.iter().filter(|t| t.bagian == *bagian).count();
                println!("{bagian}: {n} diperiksa, {temuan} temuan");
            }
            l.temuan.iter().for_each(|t| println!("TEMUAN {}: {}", t.bagian, t.isi));
            l.catatan.iter().for_each(|c| println!("catatan {c}"));
            match dibuang {
                Some(d) => {
                    println!("dibuang: {} baris, {} berkas, {} bita", d.baris, d.berkas, d.bita);
                    if d.dikembalikan > 0 {
                        println!("dikembalikan: {} berkas yang ternyata masih diperlukan", d.dikembalikan);
                    }
                }
                None if self.bersihkan => eprintln!("prima: ada temuan, jadi tidak ada yang dibuang"),
                None => {}
            }
        }
        Ok(kode(l.sah()))
    }
}

#[derive(Subcommand)]
pub enum Audit {
    /// Periksa rantai audit dan tanda tangannya; hanya membaca
    Verify {
        /// Keluaran sebagai satu dokumen JSON
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        tempat: Tempat,
    },
}

impl Audit {
    pub fn jalankan(&self) -> ExitCode {
        let Self::Verify { json, tempat } = self;
        jalankan(verify(*json, tempat))
    }
}

async fn verify(json: bool, tempat: &Tempat) -> Result<ExitCode, Galat> {
    let store = tempat.baca().await?;
    let r = rawat::rantai(&store).await?;
    store.tutup().await?;
    if json {
        cetak_json(&serde_json::json!({
            "valid": r.sah, "chains": r.temuan.rantai, "links": r.temuan.mata,
            "broken": r.temuan.rusak, "unsealed": r.temuan.belum_disegel, "left_behind": r.tertinggal, "foreign": r.asing,
            "requeued": r.diulang,
        }))?;
        return Ok(kode(r.sah));
    }
    println!("{} rantai, {} mata", r.temuan.rantai, r.temuan.mata);
    r.temuan.rusak.iter().for_each(|x| println!("RUSAK {x}"));
    for id in &r.temuan.belum_disegel {
        if r.asing.contains(id) {
            println!("ASING {id}: tidak terbukti ditulis instalasi ini, tidak akan disegel");
        } else if r.tertinggal.contains(id) {
            println!("TERTINGGAL {id}: tidak disegel dalam {} detik", rawat::BATAS_SEGEL_DETIK);
        } else {
            println!("menunggu {id}: baru ditulis, disegel sebentar lagi");
        }
    }
    for id in &r.diulang {
        println!("DIULANG {id}: sudah disegel, tetapi ditaruh lagi di antrean segel");
    }
    println!("{}", if r.sah { "Sah." } else { "TIDAK SAH." });
    Ok(kode(r.sah))
}

fn kode(sah: bool) -> ExitCode {
    if sah { ExitCode::SUCCESS } else { ExitCode::from(TIDAK_SAH) }
}

#[derive(Args)]
pub struct Migrate {
    #[command(flatten)]
    tempat: Tempat,
}

impl Migrate {
    pub fn jalankan(&self) -> ExitCode {
        jalankan(async {
            // Opening runs what has not run yet, and makes the installation at the first start.
            let store = self.tempat.buat().await?;
            store::identitas::lanjutkan(&store).await?;
            store.tutup().await?;
            println!("{}: skema mutakhir ({} migrasi)", self.tempat.data.display(), store::migrasi::DAFTAR.len());
            Ok(ExitCode::SUCCESS)
        })
    }
}
