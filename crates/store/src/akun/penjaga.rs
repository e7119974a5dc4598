//! An installation keeps an administrator who can sign in. Everything that can take one away (switching an account off, taking
//! a role back) goes through here, one at a time; giving rights does not.

use crate::{
    Hasil, StoreError, Tx,
    id::AkunId,
    kueri::Kueri,
    nilai,
    peran::{self, cap},
};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// Roles of active administrators today, whether their marks hold or not; `syarat` is about the account `a`, `$1` an account. Without a limit:
/// rows that somebody put there must not crowd out the true ones.
async fn aktif(tx: &Tx, syarat: &str, akun: Uuid) -> Hasil<Vec<cap::Tersimpan>> {
    let sql = format!(
        "SELECT {} FROM peran p JOIN akun a ON a.id = p.akun_id WHERE p.peran = 'admin' AND {} AND {syarat} ORDER BY p.id",
        cap::KOLOM,
        peran::menjabat("p", "$2")
    );
    tx.semua(&sql, nilai![akun, tx.pada.hari("WIT").to_string()]).await
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

/// Whether the account is an active administrator now, by a role whose mark holds ([`cap`]). Where the key of the installation was not brought
/// to this machine yet, no mark can be read, and the row counts: what follows refuses rather than takes the last one away.
pub(crate) async fn admin(tx: &Tx, id: AkunId) -> Hasil<bool> {
    Ok(aktif(tx, "a.id = $1", id.0).await?.iter().any(|t| !tx.kunci_kini || t.sah(&tx.kunci)))
}

/// The right that was read before the transaction began still holds in it.
///
/// # Errors
/// `Ditolak("admin")` when somebody took it away in the same moment.
pub(crate) async fn masih_admin(tx: &Tx, id: AkunId) -> Hasil<()> {
    if admin(tx, id).await? { Ok(()) } else { Err(StoreError::Ditolak("admin")) }
}

/// After the change: somebody is left whose role holds its mark; one without opens nothing. Who never set a password does not count, unless it
/// is he who works here now.
///
/// # Errors
/// `Keadaan("admin-terakhir")`.
pub(crate) async fn tersisa(tx: &Tx, oleh: Option<AkunId>) -> Hasil<()> {
    let oleh = oleh.map_or(Uuid::nil(), |a| a.0);
    if aktif(tx, "(a.sandi IS NOT NULL OR a.id = $1)", oleh).await?.iter().any(|t| t.sah(&tx.kunci)) {
        return Ok(());
    }
    Err(StoreError::Keadaan("admin-terakhir"))
}
