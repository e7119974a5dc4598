//! Accounts: who may sign in. Rights are in [`crate::peran`], passwords in [`crate::sandi`].

pub mod kelola;
pub(crate) mod penjaga;
pub(crate) mod percobaan;
pub(crate) mod tanda;
mod tautan;
mod tercatat;
mod tunda;

pub(crate) use tautan::Tautan;
pub use tautan::{JenisTautan, buat_tautan, lihat_tautan, pakai_tautan, pakai_tautan_pertama};
pub(crate) use tercatat::ringkasan_sejak;
pub use tercatat::surel_tercatat;

use crate::{Hasil, Store, StoreError, Tx, Waktu, audit, hak::Pelaku, id::AkunId, kueri::Kueri, nilai, sandi, sidik_hex};
use percobaan::Percobaan;
use sea_orm::FromQueryResult;
use sha2::{Digest, Sha256};

#[derive(Debug, Clone, FromQueryResult)]
pub struct Akun {
    pub id: AkunId,
    pub nama: String,
    pub surel: String,
    pub jabatan: String,
    pub sandi: Option<String>,
    pub bahasa: String,
    pub versi: i64,
    /// When the account was switched off; such an account cannot sign in.
    pub nonaktif: Option<i64>,
}

#[derive(Debug, Clone)]
pub struct AkunBaru<'a> {
    pub nama: &'a str,
    pub surel: &'a str,
    pub jabatan: &'a str,
    /// PHC string from [`sandi::buat`]; `None` until the person sets one through a one-time link.
    pub sandi: Option<String>,
}

const PILIH: &str = "SELECT a.id, a.nama, a.surel, a.jabatan, a.sandi, a.bahasa, a.versi, n.pada AS nonaktif
    FROM akun a LEFT JOIN akun_nonaktif n ON n.akun_id = a.id";

/// E-mail addresses are compared without case and outer blanks.
#[must_use]
pub fn rapikan_surel(surel: &str) -> String {
    surel.trim().to_lowercase()
}

/// What stands on one line (a name, a position) without line breaks and other control characters, which would forge a line of a letter or of
/// minutes; without outer blanks.
#[must_use]
pub fn sebaris(teks: &str) -> String {
    teks.split(char::is_control).map(str::trim).filter(|b| !b.is_empty()).collect::<Vec<_>>().join(" ")
}

pub async fn tambah(tx: &Tx, oleh: Option<&Pelaku>, b: AkunBaru<'_>) -> Hasil<AkunId> {
    let id = AkunId::baru();
    let surel = rapikan_surel(b.surel);
    let sidik = b.sandi.as_deref().map(sidik_sandi);
    tx.jalankan(
        "INSERT INTO akun (id, nama, surel, jabatan, sandi, bahasa, versi, dibuat) VALUES ($1, $2, $3, $4, $5, 'id', 1, $6)",
        nilai![id, sebaris(b.nama), surel.as_str(), sebaris(b.jabatan), b.sandi, tx.pada],
    )
    .await
    .map_err(|e| match e {
        StoreError::SudahAda(_) => StoreError::SudahAda("surel"),
        lain => lain,
    })?;
    let rincian = serde_json::json!({ "surel": tx.kunci.ringkas(&surel), "sandi": sidik });
    crate::faktor::tanda::tulis(tx, id, false).await?;
    let k = audit::Kejadian::baru("akun.tambah", "akun", id).rincian(rincian);
    audit::catat_oleh(tx, oleh.map(|p| p.akun), k).await?;
    Ok(id)
}

pub async fn dari_surel(store: &Store, surel: &str) -> Hasil<Option<Akun>> {
    store.baca().mungkin(&format!("{PILIH} WHERE a.surel = $1"), nilai![rapikan_surel(surel)]).await
}

pub async fn dari_id(store: &Store, id: AkunId) -> Hasil<Akun> {
    store.baca().satu(&format!("{PILIH} WHERE a.id = $1"), nilai![id]).await
}

/// Accounts by name, page by page after (nama, id) of the last row shown.
pub async fn daftar(store: &Store, setelah: Option<(&str, AkunId)>, batas: i64) -> Hasil<Vec<Akun>> {
    match setelah {
        None => store.baca().semua(&format!("{PILIH} ORDER BY a.nama, a.id LIMIT $1"), nilai![batas]).await,
        Some((nama, id)) => {
            let sql = format!("{PILIH} WHERE (a.nama, a.id) > ($1, $2) ORDER BY a.nama, a.id LIMIT $3");
            store.baca().semua(&sql, nilai![nama, id, batas]).await
        }
    }
}

/// Whether any account exists: the first-run administrator link is offered only while none does.
pub async fn ada(store: &Store) -> Hasil<bool> {
    Ok(store.baca().angka(ADA, vec![]).await? > 0)
}

const ADA: &str = "SELECT COUNT(*) AS n FROM (SELECT 1 AS satu FROM akun LIMIT 1) t";

/// A password that was right a moment ago, or was just set: what a session is opened with ([`crate::sesi::buka_dengan`]).
#[derive(Debug)]
pub struct SandiBenar {
    akun: AkunId,
    phc: String,
}

impl SandiBenar {
    #[must_use]
    pub fn akun(&self) -> AkunId {
        self.akun
    }

    /// Whether it is the password still. Shares the row of the account until the transaction ends, so that a change of the
    /// password comes before, and is seen here, or after, and ends what was begun here.
    pub(crate) async fn masih(&self, tx: &Tx) -> Hasil<bool> {
        penjaga::bagi_akun(tx, self.akun).await?;
        let kini: Akun = tx.satu(&format!("{PILIH} WHERE a.id = $1"), nilai![self.akun]).await?;
        Ok(kini.nonaktif.is_none() && kini.sandi.as_deref() == Some(self.phc.as_str()))
    }
}

/// What the audit log keeps of a stored password: half of a hash over its salted hash. It tells whether the stored one is that which was
/// set here, and nothing about the password.
pub(crate) fn sidik_sandi(phc: &str) -> String {
    let mut s = crate::sidik_hex(phc.as_bytes());
    s.truncate(32);
    s
}

/// Sets a new password, ends every session of the account and every one-time link that could set another.
pub async fn ganti_sandi(tx: &Tx, oleh: Option<AkunId>, id: AkunId, phc: String) -> Hasil<SandiBenar> {
    tx.jalankan("UPDATE akun SET sandi = $2, tanda_sandi = NULL, versi = versi + 1 WHERE id = $1", nilai![id, phc.as_str()]).await?;
    putuskan(tx, id).await?;
    let rincian = serde_json::json!({ "sandi": sidik_sandi(&phc) });
    audit::catat_oleh(tx, oleh, audit::Kejadian::baru("akun.sandi", "akun", id).rincian(rincian)).await?;
    Ok(SandiBenar { akun: id, phc })
}

/// Ends every session and every open one-time link of an account.
async fn putuskan(tx: &Tx, id: AkunId) -> Hasil<()> {
    tx.jalankan("DELETE FROM sesi WHERE akun_id = $1", nilai![id]).await?;
    tx.jalankan("UPDATE tautan_sekali SET dipakai = $2 WHERE akun_id = $1 AND dipakai IS NULL", nilai![id, tx.pada]).await?;
    Ok(())
}

/// Switches an account off; its sessions and links end.
///
/// # Errors
/// `Keadaan("admin-terakhir")` for the last administrator who can sign in.
pub async fn nonaktifkan(tx: &Tx, oleh: Option<&Pelaku>, id: AkunId, alasan: &str) -> Hasil<()> {
    let oleh = oleh.map(|p| p.akun);
    penjaga::giliran(tx).await?;
    penjaga::kunci_akun(tx, id).await?;
    let admin = penjaga::admin(tx, id).await?;
    tx.jalankan(
        "INSERT INTO akun_nonaktif (akun_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4) ON CONFLICT (akun_id) DO NOTHING",
        nilai![id, alasan, tx.pada, oleh],
    )
    .await?;
    if admin {
        penjaga::tersisa(tx, oleh).await?;
    }
    putuskan(tx, id).await?;
    audit::catat_oleh(tx, oleh, audit::Kejadian::baru("akun.nonaktif", "akun", id)).await?;
    Ok(())
}

pub async fn aktifkan(tx: &Tx, oleh: Option<&Pelaku>, id: AkunId) -> Hasil<()> {
    tx.jalankan("DELETE FROM akun_nonaktif WHERE akun_id = $1", nilai![id]).await?;
    audit::catat_oleh(tx, oleh.map(|p| p.akun), audit::Kejadian::baru("akun.aktif", "akun", id)).await?;
    Ok(())
}

/// 256 random bits, URL-safe.
#[must_use]
pub fn rahasia_baru() -> String {
    use base64::Engine;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>())
}

pub(crate) fn sidik_rahasia(rahasia: &str) -> Vec<u8> {
    Sha256::digest(rahasia.as_bytes()).to_vec()
}

/// What a sign-in attempt came to.
#[derive(Debug)]
pub enum Masuk {
    Berhasil(SandiBenar),
    Salah,
    /// Too many attempts; try again after this many seconds.
    Tahan(i64),
}

/// Checks a password with throttling by account and by address. Which of the two was wrong is never told, and an
/// unknown address costs the same work as a known one.
pub async fn masuk(store: &Store, surel: &str, kata: String, alamat: &str) -> Hasil<Masuk> {
    let surel = rapikan_surel(surel);
    let kunci = vec![(format!("akun:{}", sidik_hex(surel.as_bytes())), percobaan::BATAS_AKUN), percobaan::dari_alamat(alamat)];
    let percobaan = match Percobaan::pesan(store, kunci).await? {
        Ok(p) => p,
        Err(sisa) => return Ok(Masuk::Tahan(sisa)),
    };
    let akun = dari_surel(store, &surel).await?;
    let tersimpan = akun.as_ref().filter(|a| a.nonaktif.is_none()).and_then(|a| a.sandi.clone());
    let mut cocok = sandi::cocok(kata, tersimpan.clone()).await?;
    let milik = akun.zip(tersimpan);
    if let (true, Some((a, phc))) = (cocok, &milik) {
        cocok = tercatat::sandi(store, a.id, phc).await?;
    }
    let tx = store.mulai().await?;
    let hasil = match milik {
        Some((a, phc)) if cocok => {
            percobaan.kembalikan(&tx).await?;
            Masuk::Berhasil(SandiBenar { akun: a.id, phc })
        }
        _ => {
            let k = audit::Kejadian::baru("masuk.gagal", "akun", tx.kunci.ringkas(&surel));
            audit::catat_oleh(&tx, None, k).await?;
            Masuk::Salah
        }
    };
    tx.commit().await?;
    Ok(hasil)
}

/// Changes name, position and language of an account; `versi` is the one the form was based on.
pub async fn ubah(tx: &Tx, oleh: &Pelaku, id: AkunId, versi: i64, nama: &str, jabatan: &str, bahasa: &str) -> Hasil<()> {
    let n = tx
        .jalankan(
            "UPDATE akun SET nama = $3, jabatan = $4, bahasa = $5, versi = versi + 1 WHERE id = $1 AND versi = $2",
            nilai![id, versi, sebaris(nama), sebaris(jabatan), bahasa],
        )
        .await?;
    if n == 0 {
        return Err(StoreError::Bentrok { versi, oleh: id.0, pada: Waktu(0) });
    }
    audit::catat(tx, oleh, audit::Kejadian::baru("akun.ubah", "akun", id)).await?;
    Ok(())
}
