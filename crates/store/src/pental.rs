//! E-mail addresses to which mail cannot be delivered (hard bounces): nothing more is written to them until somebody says that they are
//! right again. Kept by keyed digest, so that the list names nobody who has no account. How a bounce is read is the pages'.

use crate::{
    Hasil, Kunci, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::{Admin, Pelaku},
    id::AkunId,
    kueri::Kueri,
    nilai,
    pemberitahuan::{self, Kepada, Pemberitahuan},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

fn rapi(surel: &str) -> String {
    surel.trim().to_lowercase()
}

fn sidik(kunci: &Kunci, surel: &str) -> Hasil<Uuid> {
    Uuid::parse_str(&kunci.ringkas(&format!("pental:{}", rapi(surel)))).map_err(|_| StoreError::Rusak("keyed digest".into()))
}

/// The word that every mail to this address carries, so that a bounce proves that it answers a mail of ours.
#[must_use]
pub fn tanda(kunci: &Kunci, surel: &str) -> String {
    kunci.ringkas(&format!("surel:{}", rapi(surel)))
}

/// Whether mail to this address is held back.
///
/// # Errors
/// When the store fails.
pub async fn ditahan(store: &Store, surel: &str) -> Hasil<bool> {
    let sql = "SELECT COUNT(*) AS n FROM surel_pental WHERE sidik = $1";
    Ok(store.baca().angka(sql, nilai![sidik(store.kunci(), surel)?]).await? > 0)
}

/// Records a hard bounce and tells the administrators, and the account's holder in the program. The same again changes nothing.
///
/// `status`: as in RFC 3463, `5.1.1`.
///
/// # Errors
/// When the store fails.
pub async fn catat(store: &Store, surel: &str, status: &str) -> Hasil<bool> {
    let tx = store.mulai().await?;
    let s = sidik(&tx.kunci, surel)?;
    let akun = pemilik(&*tx, &rapi(surel)).await?;
    let status: String = status.chars().take(20).collect();
    let sql = "INSERT INTO surel_pental (sidik, akun_id, status, pada) VALUES ($1, $2, $3, $4) ON CONFLICT (sidik) DO NOTHING";
    if tx.jalankan(sql, nilai![s, akun, status.as_str(), tx.pada]).await? == 0 {
        return Ok(false);
    }
    let k = Kejadian::baru("surel.pental", "surel", s).rincian(serde_json::json!({ "status": status, "akun": akun }));
    audit::catat_oleh(&tx, None, k).await?;
    let sekali = format!("surel-pental/{s}/{}", tx.pada.0);
    let siapa = akun.map(|a| (Kepada::Akun(a), "/akun"));
    for (kepada, tautan) in siapa.into_iter().chain([(Kepada::Admin, "/admin/surat")]) {
        let p = Pemberitahuan {
            jenis: "surel-pental",
            kepada: &[kepada],
            kecuali: None,
            periode: None,
            lokus: None,
            tautan,
            isi: &serde_json::json!({ "status": status }),
            sekali: &sekali,
        };
        pemberitahuan::beri_tahu(&tx, &p).await?;
    }
    tx.commit().await?;
    Ok(true)
}

#[derive(FromQueryResult)]
struct Akun {
    id: AkunId,
}

async fn pemilik<C: ConnectionTrait>(c: &C, surel: &str) -> Hasil<Option<AkunId>> {
    Ok(c.mungkin::<Akun>("SELECT id FROM akun WHERE surel = $1", nilai![surel]).await?.map(|a| a.id))
}

/// One address that is held back.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Pental {
    pub sidik: Uuid,
    /// Account that had the address at that time; without one it is a citizen's, whom the list does not name.
    pub akun_id: Option<AkunId>,
    pub nama: Option<String>,
    pub surel: Option<String>,
    pub status: String,
    pub pada: Waktu,
}

/// The last 200, newest first.
///
/// # Errors
/// When the store fails.
pub async fn daftar(store: &Store, _hak: &Admin) -> Hasil<Vec<Pental>> {
    let sql = "SELECT p.sidik, p.akun_id, a.nama, a.surel, p.status, p.pada FROM surel_pental p LEFT JOIN akun a ON a.id = p.akun_id
        ORDER BY p.pada DESC, p.sidik LIMIT 200";
    store.baca().semua(sql, nilai![]).await
}

/// Since when the account's own present address is held back.
///
/// # Errors
/// When the store fails.
pub async fn milik(store: &Store, pelaku: &Pelaku) -> Hasil<Option<Waktu>> {
    #[derive(FromQueryResult)]
    struct Sejak {
        pada: Waktu,
    }
    let surel = crate::akun::dari_id(store, pelaku.akun).await?.surel;
    let sql = "SELECT pada FROM surel_pental WHERE sidik = $1";
    Ok(store.baca().mungkin::<Sejak>(sql, nilai![sidik(store.kunci(), &surel)?]).await?.map(|s| s.pada))
}

/// Mail to the address may leave again.
///
/// # Errors
/// `TidakDitemukan` for one that is not held back.
pub async fn lepas(store: &Store, hak: &Admin, s: Uuid) -> Hasil<()> {
    let tx = store.mulai().await?;
    if tx.jalankan("DELETE FROM surel_pental WHERE sidik = $1", nilai![s]).await? == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("surel.pental-lepas", "surel", s)).await?;
    tx.commit().await
}
