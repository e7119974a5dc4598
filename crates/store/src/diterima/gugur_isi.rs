//! What a decision that was put aside says, for the event that tells of it: the ministry's page shows the row as what once stood there.

use crate::{Hasil, Kunci, Tx, Waktu, kueri::Kueri, nilai};
use sea_orm::FromQueryResult;
use serde_json::json;
use uuid::Uuid;

pub(crate) const KOLOM: &str = "id, terima_id, jenis, alasan, pada, oleh, tarik_pada, tarik_alasan, tarik_oleh, gugur_pada, gugur_oleh";

/// A row of `terima_putusan_gugur`.
#[derive(FromQueryResult)]
pub(crate) struct Baris {
    pub(crate) id: Uuid,
    pub(crate) terima_id: Uuid,
    jenis: String,
    alasan: String,
    pada: Waktu,
    oleh: Uuid,
    tarik_pada: Option<Waktu>,
    tarik_alasan: Option<String>,
    tarik_oleh: Option<Uuid>,
    pub(crate) gugur_pada: Waktu,
    gugur_oleh: Uuid,
}

impl Baris {
    /// Keyed digest of all of it: reasons are free text and may name a person.
    pub(crate) fn ringkas(&self, kunci: &Kunci) -> String {
        let putusan = json!([self.jenis, self.alasan, self.pada, self.oleh]);
        let tarik = json!([self.tarik_pada, self.tarik_alasan, self.tarik_oleh]);
        kunci.ringkas(&json!([self.id, self.terima_id, putusan, tarik, self.gugur_pada, self.gugur_oleh]).to_string())
    }
}

/// The digest of the row that was just put aside.
///
/// # Errors
/// `TidakDitemukan` when there is none.
pub(super) async fn ringkas(tx: &Tx, id: Uuid) -> Hasil<String> {
    let baris: Baris = tx.satu(&format!("SELECT {KOLOM} FROM terima_putusan_gugur WHERE id = $1"), nilai![id]).await?;
    Ok(baris.ringkas(&tx.kunci))
}
