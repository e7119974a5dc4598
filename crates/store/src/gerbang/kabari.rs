//! News of a matter to whoever left an address, a number or both on its page: asked for once an occasion, in the transaction of the
//! change. What the occasions are and what the mail says is the matter's business; reports of citizens may be told the same twice and
//! keep no such list ([`crate::pengaduan`]).

use super::{Perkara, antrekan};
use crate::{Hasil, Tx, kueri::Kueri, nilai, pekerjaan};
use serde::Serialize;
use uuid::Uuid;

/// `surat`: kind and content of the job that sends the mail. Nothing happens without an address or a number, or when this occasion had
/// its news. Returns whether it was news.
pub(crate) async fn kabari(
    tx: &Tx,
    (perkara, id): (Perkara, Uuid),
    perihal: &str,
    (jenis, surat): (&str, &(impl Serialize + Sync)),
) -> Hasil<bool> {
    let apa = perkara.kunci();
    let singkat = antrekan(tx, perkara, id, perihal).await?;
    let sql = format!("SELECT COUNT(*) AS n FROM {apa}_kontak WHERE {apa}_id = $1 AND surel IS NOT NULL");
    let surel = tx.angka(&sql, nilai![id]).await? > 0;
    if !surel && !singkat {
        return Ok(false);
    }
    let sql = format!("INSERT INTO {apa}_surel ({apa}_id, perihal, pada) VALUES ($1, $2, $3) ON CONFLICT ({apa}_id, perihal) DO NOTHING");
    let baru = tx.jalankan(&sql, nilai![id, perihal, tx.pada]).await? > 0;
    if baru && surel {
        pekerjaan::antrekan(tx, jenis, surat).await?;
    }
    Ok(baru || singkat)
}
