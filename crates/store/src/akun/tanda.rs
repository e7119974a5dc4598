//! The mark over a password from before the audit log held digests of them ([`crate::meterai`]): written once, at the upgrade, and gone with the
//! next password. An event without a digest says no more than that there was a password; the mark says which.

use super::sidik_sandi;
use crate::{Hasil, Kunci, Tx, kueri::Kueri, meterai::Meterai, nilai};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// An account that has a password.
#[derive(FromQueryResult)]
struct Baris {
    id: Uuid,
    sandi: String,
    tanda_sandi: Option<Vec<u8>>,
}

fn meterai(akun: Uuid, phc: &str) -> Meterai {
    Meterai::atas("akun.sandi").id(Some(akun)).teks(Some(&sidik_sandi(phc)))
}

/// Whether it is the password that stood at the upgrade.
pub(crate) fn sah(kunci: &Kunci, akun: Uuid, phc: &str, tanda: Option<&[u8]>) -> bool {
    meterai(akun, phc).sah(kunci, tanda)
}

/// The mark of an account as it is stored.
pub(super) async fn baca<C: ConnectionTrait>(c: &C, akun: Uuid) -> Hasil<Option<Vec<u8>>> {
    #[derive(FromQueryResult)]
    struct Tanda {
        tanda_sandi: Option<Vec<u8>>,
    }
    let t: Option<Tanda> = c.mungkin("SELECT tanda_sandi FROM akun WHERE id = $1", nilai![akun]).await?;
    Ok(t.and_then(|t| t.tanda_sandi))
}

/// Marks passwords as they stand, at the upgrade.
pub(crate) async fn tandai_lama<C: ConnectionTrait>(c: &C, kunci: &Kunci) -> Hasil<()> {
    ubah(c, kunci, |b| b.tanda_sandi.is_none()).await
}

/// After a leak: what the old key marked is marked by the new one.
pub(crate) async fn ulang(tx: &Tx, baru: &Kunci) -> Hasil<()> {
    ubah(&**tx, baru, |b| sah(&tx.kunci, b.id, &b.sandi, b.tanda_sandi.as_deref())).await
}

async fn ubah<C: ConnectionTrait>(c: &C, kunci: &Kunci, yang: impl Fn(&Baris) -> bool) -> Hasil<()> {
    let sql = "SELECT id, sandi, tanda_sandi FROM akun WHERE sandi IS NOT NULL AND id > $1 ORDER BY id LIMIT 1000";
    let mut setelah = Uuid::nil();
    loop {
        let semua: Vec<Baris> = c.semua(sql, nilai![setelah]).await?;
        let Some(akhir) = semua.last() else { return Ok(()) };
        setelah = akhir.id;
        for b in semua.iter().filter(|b| yang(b)) {
            let tanda = meterai(b.id, &b.sandi).buat(kunci);
            c.jalankan("UPDATE akun SET tanda_sandi = $2 WHERE id = $1", nilai![b.id, tanda]).await?;
        }
    }
}
