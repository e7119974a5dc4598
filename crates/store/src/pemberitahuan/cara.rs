//! How a person wants to be told of each kind: rows, the newest one counts. Stopping is a choice like any other, and the
//! program itself always shows a notice.

use super::jenis;
use crate::{Hasil, Store, StoreError, Tx, audit, hak::Pelaku, id::AkunId, kueri::Kueri, nilai};
use sea_orm::FromQueryResult;
use std::collections::BTreeMap;

/// In place of a kind: the daily digest as a whole. [`Cara::Program`] stops it.
pub const RINGKASAN: &str = "ringkasan";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cara {
    /// In the program only.
    Program,
    /// At once by mail.
    Surel,
    /// In the mail of the next morning.
    Ringkasan,
}

impl Cara {
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Program => "program",
            Self::Surel => "surel",
            Self::Ringkasan => "ringkasan",
        }
    }

    #[must_use]
    pub fn dari_kunci(kunci: &str) -> Option<Self> {
        [Self::Program, Self::Surel, Self::Ringkasan].into_iter().find(|c| c.kunci() == kunci)
    }
}

#[derive(FromQueryResult)]
struct Baris {
    akun_id: AkunId,
    jenis: String,
    cara: String,
}

impl Baris {
    fn cara(&self) -> Hasil<Cara> {
        Cara::dari_kunci(&self.cara).ok_or_else(|| StoreError::Rusak(format!("way to tell {:?}", self.cara)))
    }
}

const TERBARU: &str = "NOT EXISTS (SELECT 1 FROM pemberitahuan_cara d WHERE d.akun_id = c.akun_id AND d.jenis = c.jenis AND d.id > c.id)";

/// What people chose for one kind.
pub(super) async fn pilihan_jenis(tx: &Tx, jenis: &str) -> Hasil<BTreeMap<AkunId, Cara>> {
    let sql =
        format!("SELECT c.akun_id, c.jenis, c.cara FROM pemberitahuan_cara c WHERE c.jenis = $1 AND {TERBARU} ORDER BY c.id LIMIT 100000");
    tx.semua::<Baris>(&sql, nilai![jenis]).await?.into_iter().map(|b| Ok((b.akun_id, b.cara()?))).collect()
}

/// What one person chose, by kind; what is missing is as [`jenis::baku`] says.
#[derive(Debug, Clone, Default)]
pub struct Pilihan(BTreeMap<String, Cara>);

impl Pilihan {
    #[must_use]
    pub fn untuk(&self, kunci: &str) -> Cara {
        self.0.get(kunci).copied().unwrap_or_else(|| jenis::baku(kunci))
    }

    /// Whether the person takes the digest at all.
    #[must_use]
    pub fn ringkasan(&self) -> bool {
        self.untuk(RINGKASAN) != Cara::Program
    }
}

pub async fn milik(store: &Store, akun: AkunId) -> Hasil<Pilihan> {
    di(store.baca(), akun).await
}

pub(super) async fn di<C: Kueri>(c: &C, akun: AkunId) -> Hasil<Pilihan> {
    let sql = format!(
        "SELECT c.akun_id, c.jenis, c.cara FROM pemberitahuan_cara c WHERE c.akun_id = $1 AND {TERBARU} ORDER BY c.jenis LIMIT 500"
    );
    let baris: Vec<Baris> = c.semua(&sql, nilai![akun]).await?;
    Ok(Pilihan(baris.into_iter().map(|b| Ok((b.jenis.clone(), b.cara()?))).collect::<Hasil<_>>()?))
}

/// Keeps a person's own choices; those that change nothing leave no row. Returns how many changed.
///
/// # Errors
/// `Keadaan("kabar-jenis-tak-dikenal")` for a kind that is neither known nor [`RINGKASAN`].
pub async fn pilih(store: &Store, pelaku: &Pelaku, baru: &[(&str, Cara)]) -> Hasil<usize> {
    simpan(store, pelaku.akun, Some(pelaku.akun), baru).await
}

/// Stops the mails of a kind (or the digest) for the account that a signed link names; nobody need be signed in.
///
/// # Errors
/// `TidakDitemukan` for an account that is no more, otherwise as [`pilih`].
pub async fn henti(store: &Store, akun: AkunId, kunci: &str) -> Hasil<usize> {
    crate::akun::dari_id(store, akun).await?;
    simpan(store, akun, None, &[(kunci, Cara::Program)]).await
}

async fn simpan(store: &Store, akun: AkunId, oleh: Option<AkunId>, baru: &[(&str, Cara)]) -> Hasil<usize> {
    let tx = store.mulai().await?;
    let lama = di(&*tx, akun).await?;
    let mut berubah = Vec::new();
    for (kunci, cara) in baru {
        let kunci = *kunci;
        if kunci != RINGKASAN && jenis::dari(kunci).is_none() && !pernah(&tx, akun, kunci).await? {
            return Err(StoreError::Keadaan("kabar-jenis-tak-dikenal"));
        }
        if lama.untuk(kunci) == *cara {
            continue;
        }
        tx.jalankan(
            "INSERT INTO pemberitahuan_cara (id, akun_id, jenis, cara, pada) VALUES ($1, $2, $3, $4, $5)",
            nilai![crate::id::baru(), akun, kunci, cara.kunci(), tx.pada],
        )
        .await?;
        berubah.push(serde_json::json!({ "jenis": kunci, "cara": cara.kunci() }));
    }
    if !berubah.is_empty() {
        let k = audit::Kejadian::baru("akun.pemberitahuan", "akun", akun).rincian(serde_json::json!({ "pilihan": berubah }));
        audit::catat_oleh(&tx, oleh, k).await?;
    }
    tx.commit().await?;
    Ok(berubah.len())
}

/// A kind that has no line of its own on the settings page can still be stopped by whoever got it.
async fn pernah(tx: &Tx, akun: AkunId, kunci: &str) -> Hasil<bool> {
    let sql = "SELECT COUNT(*) AS n FROM (SELECT 1 AS satu FROM pemberitahuan WHERE akun_id = $1 AND jenis = $2 LIMIT 1) t";
    Ok(tx.angka(sql, nilai![akun, kunci]).await? > 0)
}
