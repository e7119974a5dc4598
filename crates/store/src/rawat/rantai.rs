//! The audit chains as `prima audit verify` judges them. Writes nothing: an event that waits is named, not sealed.

use crate::{Hasil, Store, audit, id::AuditId, kueri::Kueri, nilai};
use sea_orm::FromQueryResult;
use serde::Serialize;

/// The sealer of a running program chains an event within a second. One that waits longer than this was left behind.
pub const BATAS_SEGEL_DETIK: i64 = 10;

#[derive(Debug, Serialize)]
pub struct Rantai {
    #[serde(flatten)]
    pub temuan: audit::Temuan,
    /// Unsealed events older than [`BATAS_SEGEL_DETIK`].
    pub tertinggal: Vec<String>,
    /// Unsealed events that this installation did not write, or that lost their place in the queue: no sealer ever takes them.
    pub asing: Vec<String>,
    /// Events with a link that somebody put into the queue again; the next sealer takes them out.
    pub diulang: Vec<String>,
    /// Nothing is damaged, nothing was left behind, and nothing strange waits.
    pub sah: bool,
}

impl Rantai {
    /// What does not hold, one sentence each.
    #[must_use]
    pub fn galat(&self) -> Vec<String> {
        let tertinggal = self.tertinggal.iter().map(|id| format!("kejadian {id} belum disegel sesudah {BATAS_SEGEL_DETIK} detik"));
        let asing = self.asing.iter().map(|id| format!("kejadian {id} tidak terbukti ditulis instalasi ini, jadi tidak disegel"));
        let diulang = self.diulang.iter().map(|id| format!("kejadian {id} sudah disegel, tetapi ditaruh lagi di antrean segel"));
        self.temuan.rusak.iter().cloned().chain(tertinggal).chain(asing).chain(diulang).collect()
    }
}

/// Recomputes every chain with the installation's own keys.
pub async fn rantai(store: &Store) -> Hasil<Rantai> {
    let temuan = audit::periksa(store, store.kunci()).await?;
    let batas = store.sekarang().tambah_detik(-BATAS_SEGEL_DETIK);
    // A database of an older program, opened for looking, has no marks.
    let lama = store.perlu_skema_kini().is_err();
    let sql = format!(
        "SELECT a.id, a.pada, a.rantai, a.akun_id, a.aksi, a.objek, a.objek_id, a.rincian, {} AS tanda
         FROM audit a LEFT JOIN audit_antre q ON q.audit_id = a.id
         WHERE NOT EXISTS (SELECT 1 FROM audit_mata m WHERE m.audit_id = a.id) ORDER BY a.id LIMIT $1",
        if lama { "CAST(NULL AS bytea)" } else { "q.tanda" }
    );
    let lepas: Vec<audit::Menunggu> = store.baca().semua(&sql, nilai![10_000_i64]).await?;
    let (mut tertinggal, mut asing) = (Vec::new(), Vec::new());
    for m in lepas {
        let (id, pada) = (m.id.to_string(), m.pada);
        if !lama && !audit::antre_bertanda(store.kunci(), m) {
            asing.push(id);
        } else if pada < batas {
            tertinggal.push(id);
        }
    }
    let diulang = diulang(store).await?;
    let sah = temuan.rusak.is_empty() && tertinggal.is_empty() && asing.is_empty() && diulang.is_empty();
    Ok(Rantai { temuan, tertinggal, asing, diulang, sah })
}

#[derive(FromQueryResult)]
struct Lagi {
    audit_id: AuditId,
}

async fn diulang(store: &Store) -> Hasil<Vec<String>> {
    let sql = "SELECT q.audit_id FROM audit_antre q JOIN audit_mata m ON m.audit_id = q.audit_id ORDER BY q.audit_id LIMIT 10000";
    let semua: Vec<Lagi> = store.baca().semua(sql, vec![]).await?;
    Ok(semua.into_iter().map(|l| l.audit_id.to_string()).collect())
}
