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
use std::collections::BTreeSet;

/// What a token may do. What a scope is called and means is in the catalogues and in the page `/api`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lingkup {
    /// Reading open data under a limit of its own.
    Baca,
    /// Handing in publications of one instansi.
    Serah,
    /// Registering and changing the units of one instansi.
    ImporUnit,
}

impl Lingkup {
    pub const SEMUA: [Self; 3] = [Self::Baca, Self::Serah, Self::ImporUnit];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Baca => "baca",
            Self::Serah => "serah",
            Self::ImporUnit => "impor-unit",
        }
    }

    #[must_use]
    pub fn dari_kunci(k: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|l| l.kunci() == k)
    }
}

/// In the column of the time with one scope.
const SATU: &str = "serah";
/// Says in a log or a leaked file what it is.
const AWALAN: &str = "prima_";
const UMUR_MAKS_HARI: i64 = 731;
const MENIT: i64 = 60_000_000;

/// A token as administrators see it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Token {
    pub id: TokenApiId,
    pub nama: String,
    /// Keys of [`Lingkup`] with commas.
    lingkup: String,
    pub instansi: String,
    pub sampai: Waktu,
    pub pada: Waktu,
    pub oleh: Option<String>,
    pub pakai: Option<Waktu>,
    pub cabut: Option<Waktu>,
}

impl Token {
    #[must_use]
    pub fn lingkup(&self) -> Vec<Lingkup> {
        self.lingkup.split(',').filter_map(Lingkup::dari_kunci).collect()
    }
}

/// The program behind a token. Only [`hak`] makes one.
#[derive(Debug, Clone)]
pub struct HakToken {
    pub id: TokenApiId,
    instansi: InstansiId,
    instansi_kode: String,
    lingkup: Vec<Lingkup>,
}

impl HakToken {
    fn perlu(&self, l: Lingkup) -> Hasil<()> {
        if self.lingkup.contains(&l) { Ok(()) } else { Err(StoreError::Ditolak(l.kunci())) }
    }

    /// # Errors
    /// `Ditolak` for a token without the scope.
    pub fn baca(&self) -> Hasil<()> {
        self.perlu(Lingkup::Baca)
    }

    /// # Errors
    /// `Ditolak` for a token without the scope.
    pub fn serah(&self) -> Hasil<HakSerah> {
        self.perlu(Lingkup::Serah)?;
        Ok(HakSerah { id: self.id, instansi_kode: self.instansi_kode.clone() })
    }

    /// # Errors
    /// `Ditolak` for a token without the scope.
    pub fn impor_unit(&self) -> Hasil<HakImporUnit> {
        self.perlu(Lingkup::ImporUnit)?;
        Ok(HakImporUnit { id: self.id, instansi: self.instansi, instansi_kode: self.instansi_kode.clone() })
    }
}

/// The right of a program to hand in publications of one instansi. Only [`HakToken::serah`] makes one.
#[derive(Debug, Clone)]
pub struct HakSerah {
    pub(crate) id: TokenApiId,
    pub instansi_kode: String,
}

/// The right of a program to register and change units of one instansi. Only [`HakToken::impor_unit`] makes one.
#[derive(Debug, Clone)]
pub struct HakImporUnit {
    pub(crate) id: TokenApiId,
    pub(crate) instansi: InstansiId,
    pub instansi_kode: String,
}

/// All tokens, newest first, at most 500.
pub async fn daftar(store: &Store, _hak: &Admin) -> Hasil<Vec<Token>> {
    let sql = "SELECT t.id, t.nama, (SELECT STRING_AGG(l.lingkup, ',') FROM token_api_lingkup l WHERE l.token_id = t.id) AS lingkup, i.nama AS instansi, t.sampai, t.pada, a.nama AS oleh, p.pada AS pakai, c.pada AS cabut
        FROM token_api t JOIN instansi i ON i.id = t.instansi_id LEFT JOIN akun a ON a.id = t.oleh
        LEFT JOIN token_api_pakai p ON p.token_id = t.id LEFT JOIN token_api_cabut c ON c.token_id = t.id ORDER BY t.id DESC LIMIT 500";
    store.baca().semua(sql, nilai![]).await
}

/// Makes a token and returns its secret, which nobody can read again.
///
/// # Errors
/// `Keadaan("token-umur")` outside 1 to 731 days, `Keadaan("token-lingkup")` without a scope; `TidakDitemukan` for an unknown
/// instansi.
pub async fn buat(store: &Store, hak: &Admin, nama: &str, instansi: InstansiId, lingkup: &[Lingkup], hari: i64) -> Hasil<String> {
    if !(1..=UMUR_MAKS_HARI).contains(&hari) {
        return Err(StoreError::Keadaan("token-umur"));
    }
    let lingkup: BTreeSet<Lingkup> = lingkup.iter().copied().collect();
    if lingkup.is_empty() {
        return Err(StoreError::Keadaan("token-lingkup"));
    }
    crate::instansi::dari_id(store, instansi).await?;
    let (id, rahasia) = (TokenApiId::baru(), format!("{AWALAN}{}", hex::encode(rand::random::<[u8; 32]>())));
    let tx = store.mulai().await?;
    let sampai = tx.pada.tambah_detik(hari * 86_400);
    tx.jalankan(
        "INSERT INTO token_api (id, nama, lingkup, instansi_id, sidik, sampai, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        nilai![id, nama.trim(), SATU, instansi, sidik_hex(rahasia.as_bytes()), sampai, tx.pada, hak.pelaku().akun],
    )
    .await?;
    let kunci: Vec<&str> = lingkup.into_iter().map(Lingkup::kunci).collect();
    for l in &kunci {
        tx.jalankan("INSERT INTO token_api_lingkup (token_id, lingkup) VALUES ($1, $2)", nilai![id, *l]).await?;
    }
    let rincian = serde_json::json!({ "lingkup": kunci, "hari": hari });
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
    instansi_id: InstansiId,
    kode: String,
    pakai: Option<Waktu>,
}

#[derive(FromQueryResult)]
struct BarisLingkup {
    lingkup: String,
}

/// The program behind a secret, and a note that it came (to the minute). `None` for an unknown, expired or revoked one.
pub async fn hak(store: &Store, rahasia: &str) -> Hasil<Option<HakToken>> {
    let kini = store.sekarang();
    let sql = "SELECT t.id, t.instansi_id, i.kode, p.pada AS pakai FROM token_api t JOIN instansi i ON i.id = t.instansi_id
        LEFT JOIN token_api_pakai p ON p.token_id = t.id LEFT JOIN token_api_cabut c ON c.token_id = t.id
        WHERE t.sidik = $1 AND t.sampai > $2 AND c.token_id IS NULL";
    let Some(b) = store.baca().mungkin::<Baris>(sql, nilai![sidik_hex(rahasia.as_bytes()), kini]).await? else { return Ok(None) };
    if b.pakai.is_none_or(|w| kini.0 - w.0 >= MENIT) {
        let tx = store.mulai().await?;
        let sql = "INSERT INTO token_api_pakai (token_id, pada) VALUES ($1, $2) ON CONFLICT (token_id) DO UPDATE SET pada = excluded.pada";
        tx.jalankan(sql, nilai![b.id, tx.pada]).await?;
        tx.commit().await?;
    }
    let sql = "SELECT lingkup FROM token_api_lingkup WHERE token_id = $1 ORDER BY lingkup LIMIT 20";
    let lingkup: Vec<BarisLingkup> = store.baca().semua(sql, nilai![b.id]).await?;
    let lingkup = lingkup.iter().filter_map(|l| Lingkup::dari_kunci(&l.lingkup)).collect();
    Ok(Some(HakToken { id: b.id, instansi: b.instansi_id, instansi_kode: b.kode, lingkup }))
}
