//! Ways in for programs: a token says what it may do, for which instansi, and until when. The secret is shown once; its SHA-256
//! is kept. A token is never changed: it expires or is revoked, and a mark of this installation covers all that it may (`crate::meterai`).

use crate::{
    Hasil, Kunci, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::Admin,
    id::{InstansiId, TokenApiId},
    kueri::Kueri,
    meterai::Meterai,
    nilai, sidik_hex,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
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
    let t: Tersimpan = tx.satu(&Tersimpan::sql("WHERE t.id = $1"), nilai![id]).await?;
    tx.jalankan("UPDATE token_api SET tanda = $2 WHERE id = $1", nilai![id, t.meterai().buat(&tx.kunci)]).await?;
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
        // Nor does it come back by taking that row away.
        tx.jalankan("UPDATE token_api SET tanda = NULL WHERE id = $1", nilai![id]).await?;
        audit::catat(&tx, hak.pelaku(), Kejadian::baru("token.cabut", "token", id)).await?;
    }
    tx.commit().await
}

/// A token as it is stored.
#[derive(FromQueryResult)]
pub(crate) struct Tersimpan {
    pub id: TokenApiId,
    instansi_id: InstansiId,
    /// Code of the instansi.
    kode: String,
    sidik: String,
    sampai: Waktu,
    /// Keys of [`Lingkup`], with commas.
    lingkup: Option<String>,
    pakai: Option<Waktu>,
    pub tanda: Option<Vec<u8>>,
}

impl Tersimpan {
    /// `SELECT` with what follows the tables: `t`, `p` its last use, `c` its end.
    fn sql(sisa: &str) -> String {
        format!(
            "SELECT t.id, t.instansi_id, i.kode, t.sidik, t.sampai, p.pada AS pakai, t.tanda,
               (SELECT STRING_AGG(l.lingkup, ',') FROM token_api_lingkup l WHERE l.token_id = t.id) AS lingkup
             FROM token_api t JOIN instansi i ON i.id = t.instansi_id
             LEFT JOIN token_api_pakai p ON p.token_id = t.id LEFT JOIN token_api_cabut c ON c.token_id = t.id {sisa}"
        )
    }

    /// Those that were not revoked, at most a million.
    pub(crate) async fn berlaku<C: ConnectionTrait>(c: &C) -> Hasil<Vec<Self>> {
        c.semua(&Self::sql("WHERE c.token_id IS NULL ORDER BY t.id LIMIT 1000000"), nilai![]).await
    }

    fn lingkup(&self) -> BTreeSet<Lingkup> {
        self.lingkup.iter().flat_map(|l| l.split(',')).filter_map(Lingkup::dari_kunci).collect()
    }

    pub(crate) fn meterai(&self) -> Meterai {
        let dasar = Meterai::atas("token_api")
            .id(Some(self.id.0))
            .id(Some(self.instansi_id.0))
            .teks(Some(&self.kode))
            .teks(Some(&self.sidik))
            .angka(Some(self.sampai.0));
        self.lingkup().into_iter().fold(dasar, |m, l| m.teks(Some(l.kunci())))
    }

    pub(crate) fn sah(&self, kunci: &Kunci) -> bool {
        self.meterai().sah(kunci, self.tanda.as_deref())
    }
}

/// The program behind a secret, and a note that it came (to the minute). `None` for an unknown, expired or revoked one.
pub async fn hak(store: &Store, rahasia: &str) -> Hasil<Option<HakToken>> {
    let kini = store.sekarang();
    let sql = Tersimpan::sql("WHERE t.sidik = $1 AND t.sampai > $2 AND c.token_id IS NULL");
    let Some(b) = store.baca().mungkin::<Tersimpan>(&sql, nilai![sidik_hex(rahasia.as_bytes()), kini]).await? else { return Ok(None) };
    if !store.bertanda(|k| b.sah(k)).await? {
        tracing::error!(token = %b.id, "a token was not written by this installation; it opens nothing");
        return Ok(None);
    }
    if b.pakai.is_none_or(|w| kini.0 - w.0 >= MENIT) {
        let tx = store.mulai().await?;
        let sql = "INSERT INTO token_api_pakai (token_id, pada) VALUES ($1, $2) ON CONFLICT (token_id) DO UPDATE SET pada = excluded.pada";
        tx.jalankan(sql, nilai![b.id, tx.pada]).await?;
        tx.commit().await?;
    }
    let lingkup = b.lingkup().into_iter().collect();
    Ok(Some(HakToken { id: b.id, instansi: b.instansi_id, instansi_kode: b.kode, lingkup }))
}
