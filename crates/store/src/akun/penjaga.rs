//! An installation keeps an administrator who can sign in. Everything that can take one away (switching an account off, taking
//! a role back) goes through here, one at a time; giving rights does not.

use crate::{Hasil, StoreError, Tx, id::AkunId, kueri::Kueri, nilai, peran};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// Active administrators today; `$2` is the date.
fn aktif() -> String {
    format!(
        "FROM akun a WHERE EXISTS (SELECT 1 FROM peran r WHERE r.akun_id = a.id AND r.peran = 'admin' AND {})",
        peran::menjabat("r", "$2")
    )
}

#[derive(FromQueryResult)]
struct Terkunci {
    #[expect(dead_code, reason = "only the lock on the row matters")]
    id: Uuid,
}

/// One of these changes at a time in the whole installation; what is read afterwards is what the one before left.
pub(crate) async fn giliran(tx: &Tx) -> Hasil<()> {
    tx.satu::<Terkunci>(&format!("SELECT id FROM instalasi{}", tx.kunci_isi()), nilai![]).await.map(|_| ())
}

/// Locks an account, so that no session is opened for it until this transaction ends.
pub(crate) async fn kunci_akun(tx: &Tx, id: AkunId) -> Hasil<()> {
    tx.mungkin::<Terkunci>(&format!("SELECT id FROM akun WHERE id = $1{}", tx.kunci_baris()), nilai![id]).await.map(|_| ())
}

/// Shares an account: [`kunci_akun`] and a change of its password wait for this transaction.
pub(crate) async fn bagi_akun(tx: &Tx, id: AkunId) -> Hasil<()> {
    tx.mungkin::<Terkunci>(&format!("SELECT id FROM akun WHERE id = $1{}", tx.kunci_bagi()), nilai![id]).await.map(|_| ())
}

/// Whether the account is an active administrator now.
pub(crate) async fn admin(tx: &Tx, id: AkunId) -> Hasil<bool> {
    Ok(tx.angka(&format!("SELECT COUNT(*) AS n {} AND a.id = $1", aktif()), nilai![id, tx.pada.hari("WIT").to_string()]).await? > 0)
}

/// The right that was read before the transaction began still holds in it.
///
/// # Errors
/// `Ditolak("admin")` when somebody took it away in the same moment.
pub(crate) async fn masih_admin(tx: &Tx, id: AkunId) -> Hasil<()> {
    if admin(tx, id).await? { Ok(()) } else { Err(StoreError::Ditolak("admin")) }
}

/// After the change: somebody is left. Who never set a password does not count, unless it is he who works here now.
///
/// # Errors
/// `Keadaan("admin-terakhir")`.
pub(crate) async fn tersisa(tx: &Tx, oleh: Option<AkunId>) -> Hasil<()> {
    let sql = format!("SELECT COUNT(*) AS n {} AND (a.sandi IS NOT NULL OR a.id = $1)", aktif());
    let oleh = oleh.map_or(Uuid::nil(), |a| a.0);
    if tx.angka(&sql, nilai![oleh, tx.pada.hari("WIT").to_string()]).await? > 0 {
        return Ok(());
    }
    Err(StoreError::Keadaan("admin-terakhir"))
}
