//! The provider says that a person left it (OpenID Connect Back-Channel Logout): the sessions here that it opened end. Checking its
//! signature is the caller's work.

use crate::{
    Hasil, Store, Waktu,
    audit::{self, Kejadian},
    id::AkunId,
    kueri::Kueri,
    nilai, tiket,
};
use sea_orm::FromQueryResult;
use std::collections::BTreeMap;

/// A logout token, its signature and times checked.
#[derive(Debug, Clone, Copy)]
pub struct Pamit<'a> {
    pub penerbit: &'a str,
    /// Who left; `None`: whoever has the session `sid`.
    pub subjek: Option<&'a str>,
    /// The one session that ended there; `None`: all of the person.
    pub sid: Option<&'a str>,
    /// The token's own name: it is good once.
    pub jti: &'a str,
    /// No token of this name is taken again before that; afterwards it is too old.
    pub sampai: Waktu,
}

#[derive(FromQueryResult)]
struct Milik {
    akun_id: AkunId,
}

/// Ends the sessions that the provider opened for the person, or those of one session there, and gives how many. A session whose name at
/// the provider is not known counts as that one. Sessions by password or passkey stay. `None`: the token was used already.
///
/// # Errors
/// When the database fails.
pub async fn keluar(store: &Store, p: Pamit<'_>) -> Hasil<Option<u64>> {
    let tx = store.mulai().await?;
    if !tiket::sekali(&tx, "sso-keluar", &format!("{}\n{}", p.penerbit, p.jti), p.sampai).await? {
        return Ok(None);
    }
    let milik = "sso IS NOT NULL AND akun_id IN (SELECT akun_id FROM sso_akun WHERE penerbit = $1";
    let berakhir: Vec<Milik> = match (p.subjek, p.sid) {
        (Some(s), Some(sid)) => {
            let sql = format!("DELETE FROM sesi WHERE {milik} AND subjek = $2) AND (sso_sid IS NULL OR sso_sid = $3) RETURNING akun_id");
            tx.semua(&sql, nilai![p.penerbit, s, sid]).await?
        }
        (Some(s), None) => {
            tx.semua(&format!("DELETE FROM sesi WHERE {milik} AND subjek = $2) RETURNING akun_id"), nilai![p.penerbit, s]).await?
        }
        (None, Some(sid)) => {
            tx.semua(&format!("DELETE FROM sesi WHERE {milik}) AND sso_sid = $2 RETURNING akun_id"), nilai![p.penerbit, sid]).await?
        }
        (None, None) => Vec::new(),
    };
    let mut per_akun: BTreeMap<AkunId, u64> = BTreeMap::new();
    for m in berakhir {
        *per_akun.entry(m.akun_id).or_default() += 1;
    }
    for (akun, n) in &per_akun {
        let k = Kejadian::baru("sso.keluar", "akun", *akun).rincian(serde_json::json!({ "jumlah": n }));
        audit::catat_oleh(&tx, None, k).await?;
    }
    tx.commit().await?;
    Ok(Some(per_akun.values().sum()))
}
