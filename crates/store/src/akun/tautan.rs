//! One-time links: a secret that its holder was given, of which the database holds the hash, with a mark over the row ([`crate::meterai`]).

use super::{ADA, rahasia_baru, sidik_rahasia};
use crate::{Hasil, Kunci, Store, StoreError, Tx, Waktu, audit, hak::Pelaku, id::AkunId, kueri::Kueri, meterai::Meterai, nilai};
use sea_orm::FromQueryResult;

/// What a one-time link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JenisTautan {
    AdminPertama,
    SetelSandi,
}

impl JenisTautan {
    fn kunci(self) -> &'static str {
        match self {
            Self::AdminPertama => "admin-pertama",
            Self::SetelSandi => "setel-sandi",
        }
    }
}

/// A link as it is stored.
#[derive(FromQueryResult)]
pub(crate) struct Tautan {
    pub sidik: Vec<u8>,
    pub jenis: String,
    pub akun_id: Option<AkunId>,
    pub dibuat: Waktu,
    pub kedaluwarsa: Waktu,
    pub tanda: Option<Vec<u8>>,
}

impl Tautan {
    /// `SELECT` of all columns, with what follows `FROM tautan_sekali`.
    pub(crate) fn sql(sisa: &str) -> String {
        format!("SELECT sidik, jenis, akun_id, dibuat, kedaluwarsa, tanda FROM tautan_sekali {sisa}")
    }

    pub(crate) fn meterai(&self) -> Meterai {
        Meterai::atas("tautan_sekali")
            .bita(Some(&self.sidik))
            .teks(Some(&self.jenis))
            .id(self.akun_id.map(|a| a.0))
            .angka(Some(self.dibuat.0))
            .angka(Some(self.kedaluwarsa.0))
    }

    pub(crate) fn sah(&self, kunci: &Kunci) -> bool {
        self.meterai().sah(kunci, self.tanda.as_deref())
    }

    /// Whose it is.
    ///
    /// # Errors
    /// `TidakDitemukan` for one that this installation did not make.
    fn milik(self, sah: bool) -> Hasil<Option<AkunId>> {
        if sah {
            return Ok(self.akun_id);
        }
        tracing::error!("a one-time link was not written by this installation; it opens nothing");
        Err(StoreError::TidakDitemukan)
    }
}

/// Makes a one-time link; returns the secret (43 characters), of which only the hash is stored.
pub async fn buat_tautan(tx: &Tx, oleh: Option<&Pelaku>, jenis: JenisTautan, akun: Option<AkunId>, detik: i64) -> Hasil<String> {
    let rahasia = rahasia_baru();
    let t = Tautan {
        sidik: sidik_rahasia(&rahasia),
        jenis: jenis.kunci().to_owned(),
        akun_id: akun,
        dibuat: tx.pada,
        kedaluwarsa: tx.pada.tambah_detik(detik),
        tanda: None,
    };
    let tanda = t.meterai().buat(&tx.kunci);
    tx.jalankan(
        "INSERT INTO tautan_sekali (sidik, jenis, akun_id, dibuat, kedaluwarsa, tanda) VALUES ($1, $2, $3, $4, $5, $6)",
        nilai![t.sidik, t.jenis, akun, t.dibuat, t.kedaluwarsa, tanda],
    )
    .await?;
    let objek = akun.map_or_else(|| "-".to_owned(), |a| a.to_string());
    let k = audit::Kejadian::baru("tautan.buat", "akun", objek).rincian(serde_json::json!({ "jenis": jenis.kunci() }));
    audit::catat_oleh(tx, oleh.map(|p| p.akun), k).await?;
    Ok(rahasia)
}

/// Whether a link is valid now, and for whom. Does not use it up.
pub async fn lihat_tautan(store: &Store, jenis: JenisTautan, rahasia: &str) -> Hasil<Option<AkunId>> {
    let sql = Tautan::sql("WHERE sidik = $1 AND jenis = $2 AND dipakai IS NULL AND kedaluwarsa > $3");
    let t: Tautan = store.baca().satu(&sql, nilai![sidik_rahasia(rahasia), jenis.kunci(), store.sekarang()]).await?;
    let sah = store.bertanda(|k| t.sah(k)).await?;
    t.milik(sah)
}

/// Uses a link up; a second use finds nothing.
pub async fn pakai_tautan(tx: &Tx, jenis: JenisTautan, rahasia: &str) -> Hasil<Option<AkunId>> {
    let t: Tautan = tx
        .satu(
            "UPDATE tautan_sekali SET dipakai = $3 WHERE sidik = $1 AND jenis = $2 AND dipakai IS NULL AND kedaluwarsa > $3
             RETURNING sidik, jenis, akun_id, dibuat, kedaluwarsa, tanda",
            nilai![sidik_rahasia(rahasia), jenis.kunci(), tx.pada],
        )
        .await?;
    let sah = t.sah(&tx.kunci);
    t.milik(sah)
}

/// Uses up the link for the first administrator, and every other one with it: of two people with two links one wins.
pub async fn pakai_tautan_pertama(tx: &Tx, rahasia: &str) -> Hasil<()> {
    pakai_tautan(tx, JenisTautan::AdminPertama, rahasia).await?;
    let sql = "UPDATE tautan_sekali SET dipakai = $1 WHERE jenis = $2 AND dipakai IS NULL";
    tx.jalankan(sql, nilai![tx.pada, JenisTautan::AdminPertama.kunci()]).await?;
    if tx.angka(ADA, vec![]).await? > 0 {
        return Err(StoreError::TidakDitemukan);
    }
    Ok(())
}
