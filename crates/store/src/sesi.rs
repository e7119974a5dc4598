//! Sessions in the database: a random token in the cookie, its SHA-256 in the row.

use crate::{
    Hasil, Store, Tx, Waktu,
    akun::{self, SandiBenar},
    audit,
    hak::Pelaku,
    id::{AkunId, SesiId},
    kueri::Kueri,
    nilai, peran,
};
use sea_orm::FromQueryResult;

/// Without a request for this long a session ends (12 hours: a working day with a long meeting).
pub const DIAM_DETIK: i64 = 12 * 3600;
/// After this long it ends in any case.
pub const PENUH_DETIK: i64 = 7 * 24 * 3600;
/// `terakhir` is written at most this often, so that reading pages does not write.
const CATAT_TIAP_DETIK: i64 = 300;

#[derive(Debug, Clone, FromQueryResult)]
pub struct Sesi {
    pub id: SesiId,
    pub akun_id: AkunId,
    pub dibuat: Waktu,
    pub terakhir: Waktu,
    pub kedaluwarsa: Waktu,
    pub alamat: String,
    pub agen: String,
}

/// Starts a session and returns the token for the cookie. The caller deletes the session that the visitor had.
/// `None` when the password was changed, or the account switched off, since the password was looked at.
pub async fn buka_dengan(store: &Store, sandi: &SandiBenar, alamat: &str, agen: &str) -> Hasil<Option<String>> {
    let tx = store.mulai().await?;
    if !sandi.masih(&tx).await? {
        return Ok(None);
    }
    let token = tulis(&tx, sandi.akun(), alamat, agen).await?;
    tx.commit().await?;
    Ok(Some(token))
}

/// As [`buka_dengan`] without a password: for the command line and tests, which act for people on the machine itself.
pub async fn buka(store: &Store, akun: AkunId, alamat: &str, agen: &str) -> Hasil<String> {
    let tx = store.mulai().await?;
    let token = tulis(&tx, akun, alamat, agen).await?;
    tx.commit().await?;
    Ok(token)
}

async fn tulis(tx: &Tx, akun: AkunId, alamat: &str, agen: &str) -> Hasil<String> {
    let token = akun::rahasia_baru();
    let agen: String = agen.chars().take(200).collect();
    tx.jalankan(
        "INSERT INTO sesi (sidik, id, akun_id, dibuat, terakhir, kedaluwarsa, alamat, agen) VALUES ($1, $2, $3, $4, $4, $5, $6, $7)",
        nilai![akun::sidik_rahasia(&token), SesiId::baru(), akun, tx.pada, tx.pada.tambah_detik(PENUH_DETIK), alamat, agen],
    )
    .await?;
    tx.jalankan("DELETE FROM sesi WHERE kedaluwarsa < $1", nilai![tx.pada]).await?;
    audit::catat_oleh(tx, Some(akun), audit::Kejadian::baru("masuk", "akun", akun)).await?;
    Ok(token)
}

/// The person behind a token with the roles that hold today, or `None` if the session is over.
pub async fn pelaku(store: &Store, token: &str, alamat: &str, agen: &str) -> Hasil<Option<Pelaku>> {
    let kini = store.sekarang();
    let sidik = akun::sidik_rahasia(token);
    let sesi: Option<Sesi> = store
        .baca()
        .mungkin(
            "SELECT id, akun_id, dibuat, terakhir, kedaluwarsa, alamat, agen FROM sesi WHERE sidik = $1 AND kedaluwarsa > $2 AND terakhir > $3",
            nilai![sidik.clone(), kini, kini.tambah_detik(-DIAM_DETIK)],
        )
        .await?;
    let Some(sesi) = sesi else { return Ok(None) };
    let Some(orang) = tanpa_sesi(store, sesi.akun_id).await? else { return Ok(None) };
    if sesi.terakhir < kini.tambah_detik(-CATAT_TIAP_DETIK) {
        // Beside the request: with a locked database or a full disk pages can still be read.
        let store = store.clone();
        tokio::spawn(async move {
            if let Err(e) = catat_terakhir(&store, sidik, kini).await {
                tracing::warn!(error = %e, "the last use of a session could not be written");
            }
        });
    }
    Ok(Some(Pelaku { sesi: Some(sesi.id), alamat: alamat.to_owned(), agen: agen.chars().take(200).collect(), ..orang }))
}

/// The person of an account with the roles that hold today, for background work that goes on for him; `None` once the account
/// is closed.
pub async fn tanpa_sesi(store: &Store, akun: AkunId) -> Hasil<Option<Pelaku>> {
    let akun = akun::dari_id(store, akun).await?;
    if akun.nonaktif.is_some() {
        return Ok(None);
    }
    let peran = peran::milik(store, akun.id, &store.sekarang().hari("WIT").to_string()).await?;
    Ok(Some(Pelaku {
        akun: akun.id,
        sesi: None,
        nama: akun.nama,
        jabatan: akun.jabatan,
        surel: akun.surel,
        bahasa: akun.bahasa,
        peran,
        alamat: String::new(),
        agen: String::new(),
    }))
}

/// A person who has just proved the own password on somebody else's device, for one act and without a session.
/// `None` when the account was switched off meanwhile.
pub async fn pelaku_sekali(store: &Store, sandi: &SandiBenar, alamat: &str, agen: &str) -> Hasil<Option<Pelaku>> {
    let orang = tanpa_sesi(store, sandi.akun()).await?;
    Ok(orang.map(|p| Pelaku { alamat: alamat.to_owned(), agen: agen.chars().take(200).collect(), ..p }))
}

async fn catat_terakhir(store: &Store, sidik: Vec<u8>, kini: Waktu) -> Hasil<()> {
    let tx = store.mulai().await?;
    tx.jalankan("UPDATE sesi SET terakhir = $2 WHERE sidik = $1", nilai![sidik, kini]).await?;
    tx.commit().await
}

#[derive(FromQueryResult)]
struct Milik {
    akun_id: AkunId,
}

/// Signs out. A token that names no session changes nothing and leaves no event.
pub async fn tutup(store: &Store, token: &str) -> Hasil<()> {
    let tx = store.mulai().await?;
    let milik: Option<Milik> =
        tx.mungkin("DELETE FROM sesi WHERE sidik = $1 RETURNING akun_id", nilai![akun::sidik_rahasia(token)]).await?;
    let Some(m) = milik else { return Ok(()) };
    audit::catat_oleh(&tx, Some(m.akun_id), audit::Kejadian::baru("keluar", "akun", m.akun_id)).await?;
    tx.commit().await
}

/// Sessions of one account, newest first.
pub async fn milik(store: &Store, akun: AkunId) -> Hasil<Vec<Sesi>> {
    let sql = "SELECT id, akun_id, dibuat, terakhir, kedaluwarsa, alamat, agen FROM sesi
        WHERE akun_id = $1 AND kedaluwarsa > $2 AND terakhir > $3 ORDER BY terakhir DESC, id LIMIT 100";
    let kini = store.sekarang();
    store.baca().semua(sql, nilai![akun, kini, kini.tambah_detik(-DIAM_DETIK)]).await
}

/// Ends one session of one's own.
pub async fn cabut(store: &Store, pelaku: &Pelaku, id: SesiId) -> Hasil<()> {
    let tx = store.mulai().await?;
    tx.jalankan("DELETE FROM sesi WHERE id = $1 AND akun_id = $2", nilai![id, pelaku.akun]).await?;
    audit::catat(&tx, pelaku, audit::Kejadian::baru("sesi.cabut", "sesi", id)).await?;
    tx.commit().await
}
