//! Ways in for programs: a token says what it may do, for which instansi, and until when. The secret is shown once; its SHA-256
//! is kept. A token is never changed: it expires or is revoked.

use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::Admin,
    id::{InstansiId, TokenApiId},
    kueri::Kueri,
    nilai, sidik_hex,
};
use sea_orm::FromQueryResult;

/// The only scope so far: handing in publications of one instansi.
pub const SERAH: &str = "serah";
/// Says in a log or a leaked file what it is.
const AWALAN: &str = "prima_";
const UMUR_MAKS_HARI: i64 = 731;
const MENIT: i64 = 60_000_000;

/// A token as administrators see it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Token {
    pub id: TokenApiId,
    pub nama: String,
    pub instansi: String,
    pub sampai: Waktu,
    pub pada: Waktu,
    pub oleh: Option<String>,
    pub pakai: Option<Waktu>,
    pub cabut: Option<Waktu>,
}

/// The right of a program to hand in publications of one instansi. Only [`serah`] makes one.
#[derive(Debug, Clone)]
pub struct HakSerah {
    pub(crate) id: TokenApiId,
    pub instansi_kode: String,
}

/// All tokens, newest first, at most 500.
pub async fn daftar(store: &Store, _hak: &Admin) -> Hasil<Vec<Token>> {
    let sql = "SELECT t.id, t.nama, i.nama AS instansi, t.sampai, t.pada, a.nama AS oleh, p.pada AS pakai, c.pada AS cabut
        FROM token_api t JOIN instansi i ON i.id = t.instansi_id LEFT JOIN akun a ON a.id = t.oleh
        LEFT JOIN token_api_pakai p ON p.token_id = t.id LEFT JOIN token_api_cabut c ON c.token_id = t.id ORDER BY t.id DESC LIMIT 500";
    store.baca().semua(sql, nilai![]).await
}

/// Makes a token and returns its secret, which nobody can read again.
///
/// # Errors
/// `Keadaan("token-umur")` outside 1 to 731 days; `TidakDitemukan` for an unknown instansi.
pub async fn buat(store: &Store, hak: &Admin, nama: &str, instansi: InstansiId, hari: i64) -> Hasil<String> {
    if !(1..=UMUR_MAKS_HARI).contains(&hari) {
        return Err(StoreError::Keadaan("token-umur"));
    }
    crate::instansi::dari_id(store, instansi).await?;
    let (id, rahasia) = (TokenApiId::baru(), format!("{AWALAN}{}", hex::encode(rand::random::<[u8; 32]>())));
    let tx = store.mulai().await?;
    tx.jalankan(
        "INSERT INTO token_api (id, nama, lingkup, instansi_id, sidik, sampai, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        nilai![
            id,
            nama.trim(),
            SERAH,
            instansi,
            sidik_hex(rahasia.as_bytes()),
            tx.pada.tambah_detik(hari * 86_400),
            tx.pada,
            hak.pelaku().akun
        ],
    )
    .await?;
    let rincian = serde_json::json!({ "lingkup": SERAH, "hari": hari });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("token.buat", "token", id).instansi(instansi).rincian(rincian)).await?;
    tx.commit().await?;
    Ok(rahasia)
}

/// Ends a token. A second time changes nothing.
///
/// # Errors
/// `TidakDitemukan`.
pub async fn cabut(store: &Store, hak: &Admin, id: TokenApiId) -> Hasil<()> {
    let tx = store.mulai().await?;
    if tx.angka("SELECT COUNT(*) AS n FROM token_api WHERE id = $1", nilai![id]).await? == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    let sql = "INSERT INTO token_api_cabut (token_id, pada, oleh) VALUES ($1, $2, $3) ON CONFLICT (token_id) DO NOTHING";
    if tx.jalankan(sql, nilai![id, tx.pada, hak.pelaku().akun]).await? > 0 {
        audit::catat(&tx, hak.pelaku(), Kejadian::baru("token.cabut", "token", id)).await?;
    }
    tx.commit().await
}

#[derive(FromQueryResult)]
struct Baris {
    id: TokenApiId,
    kode: String,
    pakai: Option<Waktu>,
}

/// The right behind a secret, and a note that it was used (to the minute). `None` for an unknown, expired or revoked one.
pub async fn serah(store: &Store, rahasia: &str) -> Hasil<Option<HakSerah>> {
    let kini = store.sekarang();
    let sql = "SELECT t.id, i.kode, p.pada AS pakai FROM token_api t JOIN instansi i ON i.id = t.instansi_id
        LEFT JOIN token_api_pakai p ON p.token_id = t.id LEFT JOIN token_api_cabut c ON c.token_id = t.id
        WHERE t.sidik = $1 AND t.lingkup = $2 AND t.sampai > $3 AND c.token_id IS NULL";
    let Some(b) = store.baca().mungkin::<Baris>(sql, nilai![sidik_hex(rahasia.as_bytes()), SERAH, kini]).await? else { return Ok(None) };
    if b.pakai.is_none_or(|w| kini.0 - w.0 >= MENIT) {
        let tx = store.mulai().await?;
        let sql = "INSERT INTO token_api_pakai (token_id, pada) VALUES ($1, $2) ON CONFLICT (token_id) DO UPDATE SET pada = excluded.pada";
        tx.jalankan(sql, nilai![b.id, tx.pada]).await?;
        tx.commit().await?;
    }
    Ok(Some(HakSerah { id: b.id, instansi_kode: b.kode }))
}
