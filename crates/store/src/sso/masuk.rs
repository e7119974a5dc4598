//! Whose account it is that the provider speaks of. The provider's own name for the person decides; an e-mail address finds an account
//! that exists only where an administrator allowed its domain and the provider verified it.

use super::{Identitas, Taut, selaras};
use crate::{
    Hasil, Store, Tx,
    akun::{self, AkunBaru, penjaga, rapikan_surel},
    audit::{self, Kejadian},
    faktor::{self, Cara},
    hak::Pelaku,
    id::AkunId,
    kueri::Kueri,
    nilai,
    sesi::{self, Asal},
    tiket::{self, Tiket},
};
use sea_orm::FromQueryResult;

/// Why somebody whom the provider knows does not come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tolak {
    /// The way back was used already.
    Basi,
    /// There is no account for him, and nothing from which one would follow.
    BelumDikenal,
    /// There is an account with this address, but the address alone does not open it.
    SurelTakDipercaya,
    /// The account with this address belongs to somebody else at the provider: the address was given to another person since.
    SudahTertaut,
    Nonaktif,
    /// The account has a second step here, and the provider proved one step only.
    PerluFaktor,
}

impl Tolak {
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Basi => "basi",
            Self::BelumDikenal => "belum-dikenal",
            Self::SurelTakDipercaya => "surel-tak-dipercaya",
            Self::SudahTertaut => "sudah-tertaut",
            Self::Nonaktif => "nonaktif",
            Self::PerluFaktor => "perlu-faktor",
        }
    }
}

#[derive(FromQueryResult)]
struct Milik {
    akun_id: AkunId,
}

/// Whose account the provider's name is tied to. A tie that this installation did not write ties nothing.
async fn dari_subjek(tx: &Tx, i: &Identitas<'_>) -> Hasil<Option<AkunId>> {
    let sql = Taut::sql("WHERE penerbit = $1 AND subjek = $2");
    let Some(t) = tx.mungkin::<Taut>(&sql, nilai![i.penerbit, i.subjek]).await? else { return Ok(None) };
    if t.sah(&tx.kunci) {
        return Ok(Some(t.akun_id));
    }
    tracing::error!(akun = %t.akun_id, "a tie to the provider was not written by this installation; it opens nothing");
    Ok(None)
}

/// Signs in: finds or makes the account, brings its roles in line with what the provider states, and opens a session. Gives its token.
pub async fn masuk(store: &Store, t: &Tiket, i: &Identitas<'_>, alamat: &str, agen: &str) -> Hasil<Result<String, Tolak>> {
    let tx = store.mulai().await?;
    // One at a time, so that two first sign-ins make one account.
    penjaga::giliran(&tx).await?;
    let hasil = if tiket::habiskan(&tx, t).await? { buka(&tx, i, alamat, agen).await? } else { Err(Tolak::Basi) };
    if let Err(sebab) = hasil {
        tracing::info!(reason = sebab.kunci(), "single sign-on was refused");
        let rincian = serde_json::json!({ "sebab": sebab.kunci() });
        let k = Kejadian::baru("sso.tolak", "akun", tx.kunci.ringkas(&format!("{} {}", i.penerbit, i.subjek))).rincian(rincian);
        audit::catat_oleh(&tx, None, k).await?;
    }
    tx.commit().await?;
    Ok(hasil)
}

async fn buka(tx: &Tx, i: &Identitas<'_>, alamat: &str, agen: &str) -> Hasil<Result<String, Tolak>> {
    let akun = match dari_subjek(tx, i).await? {
        Some(akun) => akun,
        None => match tautkan(tx, i).await? {
            Ok(akun) => akun,
            Err(sebab) => return Ok(Err(sebab)),
        },
    };
    penjaga::bagi_akun(tx, akun).await?;
    if nonaktif(tx, akun).await? {
        return Ok(Err(Tolak::Nonaktif));
    }
    selaras::selaraskan(tx, i, akun).await?;
    if !i.dua_langkah && faktor::ada(&**tx, &tx.kunci, akun).await? {
        return Ok(Err(Tolak::PerluFaktor));
    }
    let sso = Some(if i.dua_langkah { sesi::DUA_LANGKAH } else { 1 });
    let asal = Asal { cara: Some(Cara::Sso), sso, sid: i.sid(), terbukti: i.terbukti };
    sesi::tulis(tx, akun, asal, alamat, agen).await.map(Ok)
}

/// Names that the provider has for an account.
const TERTAUT: &str = "SELECT COUNT(*) AS n FROM sso_akun WHERE penerbit = $1 AND akun_id = $2";

async fn nonaktif(tx: &Tx, akun: AkunId) -> Hasil<bool> {
    Ok(tx.angka("SELECT COUNT(*) AS n FROM akun_nonaktif WHERE akun_id = $1", nilai![akun]).await? > 0)
}

/// The first time: an account that exists, where that is allowed, or a new one when a role follows.
async fn tautkan(tx: &Tx, i: &Identitas<'_>) -> Hasil<Result<AkunId, Tolak>> {
    let Some(surel) = i.surel.map(rapikan_surel).filter(|s| s.contains('@') && s.len() <= 200) else {
        return Ok(Err(Tolak::BelumDikenal));
    };
    let ada: Option<Milik> = tx.mungkin("SELECT id AS akun_id FROM akun WHERE surel = $1", nilai![surel.as_str()]).await?;
    let akun = match ada {
        Some(m) => {
            if !i.surel_terverifikasi || !domain_boleh(tx, i.penerbit, &surel).await? {
                return Ok(Err(Tolak::SurelTakDipercaya));
            }
            if nonaktif(tx, m.akun_id).await? {
                return Ok(Err(Tolak::Nonaktif));
            }
            if tx.angka(TERTAUT, nilai![i.penerbit, m.akun_id]).await? > 0 {
                return Ok(Err(Tolak::SudahTertaut));
            }
            faktor::sso_taut(tx, m.akun_id).await?;
            m.akun_id
        }
        None if i.surel_terverifikasi && selaras::ada_peran(tx, i).await? => {
            let nama: String = i.nama.unwrap_or(&surel).chars().filter(|c| !c.is_control()).take(200).collect();
            akun::tambah(tx, None, AkunBaru { nama: &nama, surel: &surel, jabatan: "", sandi: None }).await?
        }
        None => return Ok(Err(Tolak::BelumDikenal)),
    };
    let (penerbit, subjek) = (i.penerbit.to_owned(), i.subjek.to_owned());
    Taut { id: crate::id::baru(), penerbit, subjek, akun_id: akun, tanda: None }.tambah(tx).await?;
    audit::catat_oleh(tx, Some(akun), Kejadian::baru("sso.taut", "akun", akun)).await?;
    Ok(Ok(akun))
}

async fn domain_boleh(tx: &Tx, penerbit: &str, surel: &str) -> Hasil<bool> {
    let Some((_, domain)) = surel.rsplit_once('@') else { return Ok(false) };
    super::cap::domain_sah(tx, penerbit, domain).await
}

/// The provider asked the person once more; the session remembers when. `false` when it spoke of somebody else.
pub async fn buktikan(store: &Store, pelaku: &Pelaku, t: &Tiket, i: &Identitas<'_>) -> Hasil<bool> {
    let tx = store.mulai().await?;
    let baik = tiket::habiskan(&tx, t).await? && dari_subjek(&tx, i).await? == Some(pelaku.akun);
    tx.commit().await?;
    if baik {
        faktor::catat_bukti(store, pelaku, Cara::Sso).await?;
    }
    Ok(baik)
}
