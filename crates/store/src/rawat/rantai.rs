//! The audit chains as `prima audit verify` judges them. Writes nothing: an event that waits is named, not sealed.

use crate::{Hasil, Store, Waktu, audit, id::AuditId, kueri::Kueri, nilai};
use sea_orm::FromQueryResult;
use serde::Serialize;

/// The sealer of a running program chains an event within a second. One that waits longer than this was left behind.
pub const BATAS_SEGEL_DETIK: i64 = 10;

#[derive(Debug, Serialize)]
pub struct Rantai {
    #[serde(flatten)]
    pub temuan: audit::Temuan,
    /// Unsealed events older than [`BATAS_SEGEL_DETIK`], or that no sealer would ever take.
    pub tertinggal: Vec<String>,
    /// Nothing is damaged and nothing was left behind.
    pub sah: bool,
}

impl Rantai {
    /// What does not hold, one sentence each.
    #[must_use]
    pub fn galat(&self) -> Vec<String> {
        let tertinggal = self.tertinggal.iter().map(|id| format!("kejadian {id} belum disegel sesudah {BATAS_SEGEL_DETIK} detik"));
        self.temuan.rusak.iter().cloned().chain(tertinggal).collect()
    }
}

#[derive(FromQueryResult)]
struct Lepas {
    id: AuditId,
    pada: Waktu,
    antre: Option<AuditId>,
}

/// Recomputes every chain with the installation's own keys.
pub async fn rantai(store: &Store) -> Hasil<Rantai> {
    let temuan = audit::periksa(store, store.kunci()).await?;
    let batas = store.sekarang().tambah_detik(-BATAS_SEGEL_DETIK);
    let lepas: Vec<Lepas> = store
        .baca()
        .semua(
            "SELECT a.id, a.pada, q.audit_id AS antre FROM audit a LEFT JOIN audit_antre q ON q.audit_id = a.id
             WHERE NOT EXISTS (SELECT 1 FROM audit_mata m WHERE m.audit_id = a.id) ORDER BY a.id LIMIT $1",
            nilai![10_000_i64],
        )
        .await?;
    let tertinggal: Vec<String> = lepas.into_iter().filter(|a| a.pada < batas || a.antre.is_none()).map(|a| a.id.to_string()).collect();
    let sah = temuan.rusak.is_empty() && tertinggal.is_empty();
    Ok(Rantai { temuan, tertinggal, sah })
}
