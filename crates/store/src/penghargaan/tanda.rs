//! The signature over a decision: whoever holds a certificate is told whom and what the decision names, so it must be the one that was
//! taken, and not what somebody wrote into the database who holds no key.

use super::putusan::{PILIH, Putusan};
use crate::{Hasil, Kunci, Store, hasil::kanonik, id::PutusanId, kueri::Kueri, nilai};
use sea_orm::ConnectionTrait;
use sha2::{Digest as _, Sha256};
use std::{
    collections::HashSet,
    sync::{LazyLock, PoisonError, RwLock},
};
use uuid::Uuid;

/// The migration from which on decisions are signed.
pub(crate) const MIGRASI: &str = "0063_penghargaan_tanda";
/// Decisions whose signature was checked, by a hash over all of them and the key; what was signed stays signed.
static UTUH: LazyLock<RwLock<HashSet<[u8; 32]>>> = LazyLock::new(RwLock::default);
/// Beyond so many it begins anew.
const MUAT: usize = 50_000;
/// Decisions read at once.
const SEKALI: usize = 500;

impl Putusan {
    /// What the installation signs: all that the decision says.
    fn pesan(&self) -> Hasil<Vec<u8>> {
        let isi = kanonik(&serde_json::json!({
            "id": self.id, "penghargaan": self.penghargaan_id, "periode": self.periode_id, "nama": self.nama, "bentuk": self.bentuk,
            "bentuk_lain": self.bentuk_lain, "sasaran": self.sasaran, "jenis": self.jenis, "lokus": self.lokus_id,
            "instansi": self.instansi_id, "penerima": self.penerima, "penerima_di": self.penerima_di, "kelompok": self.kelompok,
            "peringkat": self.peringkat, "tampil": self.tampil, "kategori": self.kategori, "diusulkan": self.diusulkan, "temuan": self.temuan,
            "alasan": self.alasan, "kode": self.kode, "nomor": self.nomor, "tanggal": self.tanggal, "tempat": self.tempat,
            "jabatan": self.jabatan, "pejabat": self.pejabat, "pangkat": self.pangkat, "pada": self.pada.0,
        }))?;
        Ok(format!("prima:penghargaan:1\n{isi}").into_bytes())
    }

    /// Whether it is the decision that was taken here. Otherwise neither its receiver nor anything else of it may be shown.
    #[must_use]
    pub fn sah(&self, store: &Store) -> bool {
        self.bertanda(store.kunci())
    }

    /// The same for lists, which leave it out; the log names it.
    pub(super) fn dapat_ditampilkan(&self, store: &Store) -> bool {
        let sah = self.sah(store);
        if !sah {
            tracing::error!(kode = self.kode, "a decision on an award is not the one that was signed; lists leave it out");
        }
        sah
    }

    pub(crate) fn bertanda(&self, kunci: &Kunci) -> bool {
        let (Some(tanda), Ok(pesan)) = (&self.tanda, self.pesan()) else { return false };
        let versi: [u8; 32] = Sha256::new().chain_update(kunci.publik().bytes()).chain_update(tanda).chain_update(&pesan).finalize().into();
        if UTUH.read().unwrap_or_else(PoisonError::into_inner).contains(&versi) {
            return true;
        }
        let sah = kunci.sah(&pesan, tanda);
        if sah {
            let mut utuh = UTUH.write().unwrap_or_else(PoisonError::into_inner);
            if utuh.len() >= MUAT {
                utuh.clear();
            }
            utuh.insert(versi);
        }
        sah
    }
}

/// Signs a decision as it lies in the database.
pub(super) async fn tandai<C: ConnectionTrait>(c: &C, kunci: &Kunci, id: PutusanId) -> Hasil<()> {
    let d: Putusan = c.satu(&format!("{PILIH} WHERE d.id = $1"), nilai![id]).await?;
    simpan(c, kunci, &d).await
}

async fn simpan<C: ConnectionTrait>(c: &C, kunci: &Kunci, d: &Putusan) -> Hasil<()> {
    let sql = "INSERT INTO penghargaan_tanda (putusan_id, tanda) VALUES ($1, $2)";
    c.jalankan(sql, nilai![d.id, kunci.tandai(&d.pesan()?)]).await?;
    Ok(())
}

/// Signs what was decided before decisions were signed: once, by the program that brings the database up to date.
pub(crate) async fn tandai_lama<C: ConnectionTrait>(c: &C, kunci: &Kunci) -> Hasil<()> {
    let sql = format!("{PILIH} WHERE d.id > $1 AND q.putusan_id IS NULL ORDER BY d.id LIMIT {SEKALI}");
    let mut setelah = Uuid::nil();
    loop {
        let halaman: Vec<Putusan> = c.semua(&sql, nilai![setelah]).await?;
        let Some(akhir) = halaman.last() else { return Ok(()) };
        setelah = akhir.id.0;
        for d in &halaman {
            simpan(c, kunci, d).await?;
        }
    }
}
