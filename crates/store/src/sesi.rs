//! Sessions in the database: a random token in the cookie, its SHA-256 in the row, and a mark over the row that only this installation
//! can make (`cap`).

pub(crate) mod cap;

pub use cap::terbukti;

use cap::Tersimpan;

use crate::{
    Hasil, Store, Tx, Waktu,
    akun::{self, SandiBenar},
    audit,
    faktor::{self, Cara, FaktorBenar, kunci_sandi::KunciBenar},
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
/// And sooner when the agency's provider opened it, which says anew each time what the person may do.
const SSO_DETIK: i64 = 12 * 3600;
/// [`Sesi::sso`] where the provider proved two steps.
pub(crate) const DUA_LANGKAH: i64 = 2;
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
    /// When the person last proved to be it in this session, and how ([`Cara::kunci`]).
    pub bukti: Option<Waktu>,
    pub cara: Option<String>,
    /// 1: opened through the agency's provider, 2: which proved two steps.
    pub sso: Option<i64>,
}

/// What opening a session came to.
#[derive(Debug)]
pub enum Buka {
    /// The token for the cookie.
    Token(String),
    /// The account has a second step, which was not proved.
    PerluFaktor,
    /// The password was changed, or the account switched off, since the password was looked at.
    Berubah,
}

impl Buka {
    #[must_use]
    pub fn token(self) -> Option<String> {
        if let Self::Token(t) = self { Some(t) } else { None }
    }
}

/// Starts a session. The caller deletes the session that the visitor had.
pub async fn buka_dengan(store: &Store, sandi: &SandiBenar, faktor: Option<&FaktorBenar>, alamat: &str, agen: &str) -> Hasil<Buka> {
    let cukup = faktor::cukup(store, sandi, faktor).await?;
    let tx = store.mulai().await?;
    if !sandi.masih(&tx).await? {
        return Ok(Buka::Berubah);
    }
    // Again in the transaction, for one that was turned on meanwhile.
    if !cukup || faktor.is_none() && faktor::ada(&*tx, &tx.kunci, sandi.akun()).await? {
        return Ok(Buka::PerluFaktor);
    }
    let cara = faktor.map_or(Cara::Sandi, FaktorBenar::cara);
    let token = tulis(&tx, sandi.akun(), Asal::dari(cara), alamat, agen).await?;
    tx.commit().await?;
    Ok(Buka::Token(token))
}

/// Starts a session with a passkey; `None` when it was taken off, or the account switched off, meanwhile.
pub async fn buka_kunci(store: &Store, kunci: &KunciBenar, alamat: &str, agen: &str) -> Hasil<Option<String>> {
    let tx = store.mulai().await?;
    if !kunci.masih(&tx).await? {
        return Ok(None);
    }
    let token = tulis(&tx, kunci.akun(), Asal::dari(Cara::KunciSandi), alamat, agen).await?;
    tx.commit().await?;
    Ok(Some(token))
}

/// As [`buka_dengan`] without a password: for the command line and tests, which act for people on the machine itself.
pub async fn buka(store: &Store, akun: AkunId, alamat: &str, agen: &str) -> Hasil<String> {
    let tx = store.mulai().await?;
    let token = tulis(&tx, akun, Asal { cara: None, sso: None, sid: None, terbukti: None }, alamat, agen).await?;
    tx.commit().await?;
    Ok(token)
}

/// How a session was opened.
#[derive(Clone, Copy)]
pub(crate) struct Asal<'a> {
    pub cara: Option<Cara>,
    pub sso: Option<i64>,
    /// What the provider calls its own session.
    pub sid: Option<&'a str>,
    /// When the agency's provider asked the person, of a session that it opened. Any other way in is a proof itself.
    pub terbukti: Option<Waktu>,
}

impl Asal<'_> {
    fn dari(cara: Cara) -> Self {
        Self { cara: Some(cara), sso: None, sid: None, terbukti: None }
    }
}

pub(crate) async fn tulis(tx: &Tx, akun: AkunId, asal: Asal<'_>, alamat: &str, agen: &str) -> Hasil<String> {
    let Asal { cara, sso, sid, terbukti } = asal;
    let bukti = if sso.is_some() { terbukti.map(|w| w.min(tx.pada)) } else { Some(tx.pada) };
    let umur = if sso.is_some() { SSO_DETIK } else { PENUH_DETIK };
    let token = akun::rahasia_baru();
    let sesi = Sesi {
        id: SesiId::baru(),
        akun_id: akun,
        dibuat: tx.pada,
        terakhir: tx.pada,
        kedaluwarsa: tx.pada.tambah_detik(umur),
        alamat: alamat.to_owned(),
        agen: agen.chars().take(200).collect(),
        bukti,
        cara: cara.map(|c| c.kunci().to_owned()),
        sso,
    };
    let sidik = akun::sidik_rahasia(&token);
    Tersimpan { sesi, sidik, sso_sid: sid.map(str::to_owned), tanda: None }.tambah(tx).await?;
    tx.jalankan("DELETE FROM sesi WHERE kedaluwarsa < $1", nilai![tx.pada]).await?;
    let rincian = cara.map_or_else(|| serde_json::json!({}), |c| serde_json::json!({ "cara": c.kunci() }));
    audit::catat_oleh(tx, Some(akun), audit::Kejadian::baru("masuk", "akun", akun).rincian(rincian)).await?;
    Ok(token)
}

/// The person behind a token with the roles that hold today, or `None` if the session is over.
pub async fn pelaku(store: &Store, token: &str, alamat: &str, agen: &str) -> Hasil<Option<Pelaku>> {
    let kini = store.sekarang();
    let sidik = akun::sidik_rahasia(token);
    let sql = Tersimpan::sql("WHERE sidik = $1 AND kedaluwarsa > $2 AND terakhir > $3");
    let ada: Option<Tersimpan> = store.baca().mungkin(&sql, nilai![sidik.clone(), kini, kini.tambah_detik(-DIAM_DETIK)]).await?;
    let Some(t) = ada else { return Ok(None) };
    if !store.bertanda(|k| t.sah(k)).await? {
        tracing::error!(akun = %t.sesi.akun_id, "a session was not written by this installation; it opens nothing");
        return Ok(None);
    }
    let sesi = t.sesi;
    let Some(orang) = orang(store, sesi.akun_id, sesi.sso.is_some()).await? else { return Ok(None) };
    if sesi.terakhir < kini.tambah_detik(-CATAT_TIAP_DETIK) {
        // Beside the request: with a locked database or a full disk pages can still be read.
        let store = store.clone();
        tokio::spawn(async move {
            if let Err(e) = catat_terakhir(&store, sidik, kini).await {
                tracing::warn!(error = %e, "the last use of a session could not be written");
            }
        });
    }
    let mut pelaku = Pelaku {
        sesi: Some(sesi.id),
        alamat: alamat.to_owned(),
        agen: agen.chars().take(200).collect(),
        bukti: sesi.bukti,
        cara: sesi.cara.as_deref().and_then(Cara::dari_kunci),
        ..orang
    };
    if sesi.sso != Some(DUA_LANGKAH)
        && faktor::wajib::berlaku(store.baca(), &pelaku.peran).await?
        && !faktor::ada(store.baca(), store.kunci(), pelaku.akun).await?
    {
        // Until the second step is set up there are no rights, and so nothing to reach but the own account.
        pelaku.peran.clear();
        pelaku.kurang_faktor = true;
    }
    Ok(Some(pelaku))
}

/// The person of an account with the roles that hold today, for background work that goes on for him; `None` once the account
/// is closed.
pub async fn tanpa_sesi(store: &Store, akun: AkunId) -> Hasil<Option<Pelaku>> {
    orang(store, akun, true).await
}

/// `sso`: with the roles that the agency's provider states.
async fn orang(store: &Store, akun: AkunId, sso: bool) -> Hasil<Option<Pelaku>> {
    let akun = akun::dari_id(store, akun).await?;
    if akun.nonaktif.is_some() {
        return Ok(None);
    }
    let hari = store.sekarang().hari("WIT").to_string();
    let peran = if sso { peran::milik(store, akun.id, &hari).await? } else { peran::milik_sendiri(store, akun.id, &hari).await? };
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
        bukti: None,
        cara: None,
        kurang_faktor: false,
    }))
}

/// A person who has just proved the own password on somebody else's device, for one act and without a session.
/// `None` when the account was switched off meanwhile, or has a second step that was not proved.
pub async fn pelaku_sekali(
    store: &Store,
    sandi: &SandiBenar,
    faktor: Option<&FaktorBenar>,
    alamat: &str,
    agen: &str,
) -> Hasil<Option<Pelaku>> {
    if !faktor::cukup(store, sandi, faktor).await? {
        return Ok(None);
    }
    let orang = orang(store, sandi.akun(), false).await?;
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
    let sql = Tersimpan::sql("WHERE akun_id = $1 AND kedaluwarsa > $2 AND terakhir > $3 ORDER BY terakhir DESC, id LIMIT 100");
    let kini = store.sekarang();
    let semua: Vec<Tersimpan> = store.baca().semua(&sql, nilai![akun, kini, kini.tambah_detik(-DIAM_DETIK)]).await?;
    Ok(semua.into_iter().filter(|t| t.sah(store.kunci())).map(|t| t.sesi).collect())
}

/// Ends one session of one's own.
pub async fn cabut(store: &Store, pelaku: &Pelaku, id: SesiId) -> Hasil<()> {
    let tx = store.mulai().await?;
    tx.jalankan("DELETE FROM sesi WHERE id = $1 AND akun_id = $2", nilai![id, pelaku.akun]).await?;
    audit::catat(&tx, pelaku, audit::Kejadian::baru("sesi.cabut", "sesi", id)).await?;
    tx.commit().await
}

/// Ends every other session of one's own; gives how many.
pub async fn cabut_lain(store: &Store, pelaku: &Pelaku) -> Hasil<u64> {
    let ini = pelaku.sesi.map_or(uuid::Uuid::nil(), |s| s.0);
    let tx = store.mulai().await?;
    let n = tx.jalankan("DELETE FROM sesi WHERE akun_id = $1 AND id <> $2", nilai![pelaku.akun, ini]).await?;
    let k = audit::Kejadian::baru("sesi.cabut-semua", "akun", pelaku.akun).rincian(serde_json::json!({ "jumlah": n }));
    audit::catat(&tx, pelaku, k).await?;
    tx.commit().await?;
    Ok(n)
}
