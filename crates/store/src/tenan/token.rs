//! The way in for the program of a tenant: a token for one tenant, until a day. The secret is shown once; its SHA-256 is kept, with a mark of
//! this installation over the row ([`crate::meterai`]).

use super::{catat, di};
use crate::{
    Hasil, Kunci, Store, StoreError, Waktu,
    hak::KepalaMpp,
    id::{TenanId, TenanTokenId, UnitId},
    kueri::Kueri,
    meterai::Meterai,
    mpp::{self, Mpp, Tenan},
    nilai, sidik_hex,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// Says in a log or a leaked file what it is.
const AWALAN: &str = "prima_tenan_";
const UMUR_MAKS_HARI: i64 = 731;
const MENIT: i64 = 60_000_000;

#[derive(Debug, Clone, FromQueryResult)]
pub struct Token {
    pub id: TenanTokenId,
    pub nama: String,
    pub sampai: Waktu,
    pub pada: Waktu,
    pub pakai: Option<Waktu>,
    pub cabut: Option<Waktu>,
}

/// The right of a program to report for one tenant. Only [`token`] makes one.
#[derive(Debug, Clone)]
pub struct HakTenan {
    pub token: TenanTokenId,
    pub tenan: Tenan,
    pub mpp: Mpp,
}

/// Tokens of a tenant, newest first, at most 50.
pub async fn token_tenan<C: ConnectionTrait>(c: &C, tenan: TenanId) -> Hasil<Vec<Token>> {
    let sql = "SELECT t.id, t.nama, t.sampai, t.pada, p.pada AS pakai, c.pada AS cabut FROM tenan_token t
        LEFT JOIN tenan_token_pakai p ON p.token_id = t.id LEFT JOIN tenan_token_cabut c ON c.token_id = t.id
        WHERE t.tenan_id = $1 ORDER BY t.id DESC LIMIT 50";
    c.semua(sql, nilai![tenan]).await
}

/// Makes a token and returns its secret, which nobody can read again.
///
/// # Errors
/// `Keadaan`: `token-umur` outside 1 to 731 days, `tenan-token-nama`, `tenan-sistem-prima` for one without a system of its own.
pub async fn buat_token(store: &Store, hak: &KepalaMpp, tenan: TenanId, nama: &str, hari: i64) -> Hasil<String> {
    if !(1..=UMUR_MAKS_HARI).contains(&hari) {
        return Err(StoreError::Keadaan("token-umur"));
    }
    if nama.trim().is_empty() {
        return Err(StoreError::Keadaan("tenan-token-nama"));
    }
    let (id, rahasia) = (TenanTokenId::baru(), format!("{AWALAN}{}", hex::encode(rand::random::<[u8; 32]>())));
    let tx = store.mulai().await?;
    if di(&tx, hak, tenan).await?.sistem != "sendiri" {
        return Err(StoreError::Keadaan("tenan-sistem-prima"));
    }
    tx.jalankan(
        "INSERT INTO tenan_token (id, tenan_id, nama, sidik, sampai, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        nilai![id, tenan, nama.trim(), sidik_hex(rahasia.as_bytes()), tx.pada.tambah_detik(hari * 86_400), tx.pada, hak.pelaku().akun],
    )
    .await?;
    let t: Tersimpan = tx.satu(&Tersimpan::sql("WHERE k.id = $1"), nilai![id]).await?;
    tx.jalankan("UPDATE tenan_token SET tanda = $2 WHERE id = $1", nilai![id, t.meterai().buat(&tx.kunci)]).await?;
    catat(&tx, hak, "tenan.token", tenan, serde_json::json!({ "token": id, "hari": hari })).await?;
    tx.commit().await?;
    Ok(rahasia)
}

#[derive(FromQueryResult)]
struct Milik {
    tenan_id: TenanId,
}

/// Ends a token. A second time changes nothing.
///
/// # Errors
/// `TidakDitemukan` also for one of another mall.
pub async fn cabut_token(store: &Store, hak: &KepalaMpp, id: TenanTokenId) -> Hasil<()> {
    let tx = store.mulai().await?;
    let m: Milik = tx
        .satu(
            "SELECT k.tenan_id FROM tenan_token k JOIN tenan t ON t.id = k.tenan_id WHERE k.id = $1 AND t.mpp_id = $2",
            nilai![id, hak.mpp.unit_id],
        )
        .await?;
    let sql = "INSERT INTO tenan_token_cabut (token_id, pada, oleh) VALUES ($1, $2, $3) ON CONFLICT (token_id) DO NOTHING";
    if tx.jalankan(sql, nilai![id, tx.pada, hak.pelaku().akun]).await? > 0 {
        // Nor does it come back by taking that row away.
        tx.jalankan("UPDATE tenan_token SET tanda = NULL WHERE id = $1", nilai![id]).await?;
        catat(&tx, hak, "tenan.token-cabut", m.tenan_id, serde_json::json!({ "token": id })).await?;
    }
    tx.commit().await
}

/// A token as it is stored.
#[derive(FromQueryResult)]
pub(crate) struct Tersimpan {
    pub id: TenanTokenId,
    tenan_id: TenanId,
    mpp_id: UnitId,
    sidik: String,
    sampai: Waktu,
    pakai: Option<Waktu>,
    pub tanda: Option<Vec<u8>>,
}

impl Tersimpan {
    /// `SELECT` with what follows the tables: `k`, `t` its tenant, `p` its last use, `c` its end, `x` the end of the tenant.
    fn sql(sisa: &str) -> String {
        format!(
            "SELECT k.id, k.tenan_id, t.mpp_id, k.sidik, k.sampai, p.pada AS pakai, k.tanda
             FROM tenan_token k JOIN tenan t ON t.id = k.tenan_id LEFT JOIN tenan_token_pakai p ON p.token_id = k.id
             LEFT JOIN tenan_token_cabut c ON c.token_id = k.id LEFT JOIN tenan_keluar x ON x.tenan_id = t.id {sisa}"
        )
    }

    /// Those that were not revoked, at most a million.
    pub(crate) async fn berlaku<C: ConnectionTrait>(c: &C) -> Hasil<Vec<Self>> {
        c.semua(&Self::sql("WHERE c.token_id IS NULL ORDER BY k.id LIMIT 1000000"), nilai![]).await
    }

    pub(crate) fn meterai(&self) -> Meterai {
        Meterai::atas("tenan_token")
            .id(Some(self.id.0))
            .id(Some(self.tenan_id.0))
            .id(Some(self.mpp_id.0))
            .teks(Some(&self.sidik))
            .angka(Some(self.sampai.0))
    }

    pub(crate) fn sah(&self, kunci: &Kunci) -> bool {
        self.meterai().sah(kunci, self.tanda.as_deref())
    }
}

/// The right behind a secret; `None` for an unknown, expired or revoked one, and for a tenant that left.
pub async fn token(store: &Store, rahasia: &str) -> Hasil<Option<HakTenan>> {
    let c = store.baca();
    let kini = store.sekarang();
    let sql = Tersimpan::sql("WHERE k.sidik = $1 AND k.sampai > $2 AND c.token_id IS NULL AND x.tenan_id IS NULL");
    let Some(b) = c.mungkin::<Tersimpan>(&sql, nilai![sidik_hex(rahasia.as_bytes()), kini]).await? else { return Ok(None) };
    if !store.bertanda(|k| b.sah(k)).await? {
        tracing::error!(token = %b.id, "a token of a tenant was not written by this installation; it opens nothing");
        return Ok(None);
    }
    if b.pakai.is_none_or(|w| kini.0 - w.0 >= MENIT) {
        let tx = store.mulai().await?;
        let sql =
            "INSERT INTO tenan_token_pakai (token_id, pada) VALUES ($1, $2) ON CONFLICT (token_id) DO UPDATE SET pada = excluded.pada";
        tx.jalankan(sql, nilai![b.id, tx.pada]).await?;
        tx.commit().await?;
    }
    Ok(Some(HakTenan { token: b.id, tenan: mpp::tenan(c, b.tenan_id).await?, mpp: mpp::dari_id(c, b.mpp_id).await? }))
}
