//! By which rule a publication ranks a category that its period writes in several spellings: since 0080 they are one group, and a row says so;
//! a publication from before that has none and stays as it was signed (`docs/decisions/spellings-of-a-category.md`).

use crate::{Hasil, Tx, id::PeriodeId, kueri::Kueri, nilai};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

/// Records it of a new publication, in its transaction.
pub(super) async fn catat(tx: &Tx, penerbitan: Uuid) -> Hasil<()> {
    tx.jalankan("INSERT INTO penerbitan_satu_ejaan (penerbitan_id, pada) VALUES ($1, $2)", nilai![penerbitan, tx.pada]).await?;
    Ok(())
}

/// Whether the state of a period as it stands now groups them: always, but while what is public is from before that rule, so that officers
/// and awards see the ranks that the public sees.
pub(crate) async fn satu_ejaan<C: ConnectionTrait>(c: &C, id: PeriodeId) -> Hasil<bool> {
    let sql = "SELECT COUNT(*) AS n FROM penerbitan n WHERE n.jenis = 'terbit'
          AND n.id = (SELECT m.id FROM penerbitan m WHERE m.periode_id = $1 ORDER BY m.id DESC LIMIT 1)
          AND NOT EXISTS (SELECT 1 FROM penerbitan_satu_ejaan e WHERE e.penerbitan_id = n.id)";
    Ok(c.angka(sql, nilai![id]).await? == 0)
}
