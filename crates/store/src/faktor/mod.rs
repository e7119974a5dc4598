//! The second step of signing in: what an account has, what it proves, and who must have one. Passwords are in [`crate::akun`],
//! the sessions that both open in [`crate::sesi`].

mod kabar;
pub mod kunci_sandi;
pub mod pulih;
pub(crate) mod tanda;
mod terbukti;
pub mod totp;
mod ubah;
pub(crate) use kabar::sso_taut;
pub mod wajib;

pub use terbukti::{Terbukti, bersandi};
pub use ubah::setel_ulang;

use crate::{
    Hasil, Kunci, Store, Waktu,
    akun::{
        self, SandiBenar,
        percobaan::{self, Percobaan},
    },
    audit::{self, Kejadian},
    hak::Pelaku,
    id::AkunId,
    kueri::Kueri,
    nilai, sesi,
};
use sea_orm::FromQueryResult;

/// How a person proved to be it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cara {
    Sandi,
    /// A code from the app.
    Kode,
    Pulih,
    KunciSandi,
    /// The agency's own provider.
    Sso,
}

impl Cara {
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Sandi => "sandi",
            Self::Kode => "kode",
            Self::Pulih => "pulih",
            Self::KunciSandi => "kunci-sandi",
            Self::Sso => "sso",
        }
    }

    #[must_use]
    pub fn dari_kunci(kunci: &str) -> Option<Self> {
        [Self::Sandi, Self::Kode, Self::Pulih, Self::KunciSandi, Self::Sso].into_iter().find(|c| c.kunci() == kunci)
    }
}

/// A second step that was right a moment ago. Only this module makes one.
#[derive(Debug)]
pub struct FaktorBenar {
    akun: AkunId,
    cara: Cara,
}

impl FaktorBenar {
    #[must_use]
    pub fn akun(&self) -> AkunId {
        self.akun
    }

    #[must_use]
    pub fn cara(&self) -> Cara {
        self.cara
    }
}

/// What an account has.
#[derive(Debug, Clone, Default, FromQueryResult)]
pub struct Keadaan {
    /// Since when the app is on.
    pub totp: Option<Waktu>,
    /// Passkeys.
    pub kunci: i64,
    /// Recovery codes that are left.
    pub pulih: i64,
    /// There was one, and its rows were taken away past the program: nobody signs in by the password alone until an administrator resets it,
    /// or the owner, in a session that is open still, sets up another.
    #[sea_orm(skip)]
    pub hilang: bool,
}

impl Keadaan {
    /// Whether signing in has a second step.
    #[must_use]
    pub fn ada(&self) -> bool {
        self.terpasang() || self.hilang
    }

    /// Whether rows of one stand.
    fn terpasang(&self) -> bool {
        self.totp.is_some() || self.kunci > 0
    }
}

#[derive(FromQueryResult)]
struct Tersimpan {
    #[sea_orm(nested)]
    k: Keadaan,
    tanda: Option<Vec<u8>>,
}

async fn tersimpan<C: Kueri>(c: &C, akun: AkunId) -> Hasil<Tersimpan> {
    let sql = "SELECT (SELECT t.pada FROM totp t WHERE t.akun_id = $1) AS totp,
        (SELECT COUNT(*) FROM kunci_sandi s WHERE s.akun_id = $1) AS kunci,
        (SELECT COUNT(*) FROM kode_pulih k WHERE k.akun_id = $1 AND k.dipakai IS NULL) AS pulih,
        (SELECT a.tanda_faktor FROM akun a WHERE a.id = $1) AS tanda";
    c.satu(sql, nilai![akun]).await
}

/// What this account has.
///
/// # Errors
/// As the database says.
pub async fn milik(store: &Store, akun: AkunId) -> Hasil<Keadaan> {
    let Tersimpan { mut k, tanda } = tersimpan(store.baca(), akun).await?;
    if !k.terpasang() {
        let tanpa = store.bertanda(|kunci| tanda::baca(kunci, akun, tanda.as_deref()) == Some(false)).await?;
        k.hilang = !tanpa || tanda::tercatat(store, akun).await?;
    }
    if k.hilang {
        tracing::error!(%akun, "the second step of an account was taken away past the program; its password alone opens nothing");
    }
    Ok(k)
}

/// Whether rows of one stand.
pub(crate) async fn terpasang<C: Kueri>(c: &C, akun: AkunId) -> Hasil<bool> {
    Ok(tersimpan(c, akun).await?.k.terpasang())
}

/// Whether there is one, or was by the mark of the account.
pub(crate) async fn ada<C: Kueri>(c: &C, kunci: &Kunci, akun: AkunId) -> Hasil<bool> {
    let Tersimpan { k, tanda } = tersimpan(c, akun).await?;
    Ok(k.terpasang() || tanda::baca(kunci, akun, tanda.as_deref()) != Some(false))
}

/// What a typed proof came to.
#[derive(Debug)]
pub enum Periksa<T> {
    Benar(T),
    Salah,
    /// Too many attempts; try again after this many seconds.
    Tahan(i64),
}

/// Checks a code of the app, or a recovery code, with the limits that passwords have. A code that was used once is wrong.
pub async fn periksa(store: &Store, akun: AkunId, kode: &str, alamat: &str) -> Hasil<Periksa<FaktorBenar>> {
    let kunci = vec![(format!("faktor:{akun}"), percobaan::BATAS_AKUN), percobaan::dari_alamat(alamat)];
    let percobaan = match Percobaan::pesan(store, kunci).await? {
        Ok(p) => p,
        Err(sisa) => return Ok(Periksa::Tahan(sisa)),
    };
    let kode: String = kode.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    let tx = store.mulai().await?;
    let cara = if totp::bentuk(&kode) { totp::pakai(&tx, akun, &kode).await? } else { pulih::pakai(&tx, akun, &kode).await? };
    let hasil = if let Some(cara) = cara {
        percobaan.kembalikan(&tx).await?;
        Periksa::Benar(FaktorBenar { akun, cara })
    } else {
        audit::catat_oleh(&tx, None, Kejadian::baru("faktor.gagal", "akun", akun)).await?;
        if percobaan.jumlah(&tx).await? >= kabar::TEBAKAN {
            kabar::tebakan(&tx, akun, percobaan.jendela()).await?;
        }
        Periksa::Salah
    };
    tx.commit().await?;
    Ok(hasil)
}

/// The password again, or a code of the app, by a person who is signed in; the session remembers when.
pub async fn buktikan(store: &Store, pelaku: &Pelaku, bukti: &str, alamat: &str) -> Hasil<Periksa<Cara>> {
    let kode = totp::bentuk(bukti.trim()) && tersimpan(store.baca(), pelaku.akun).await?.k.totp.is_some();
    let hasil = if kode {
        match periksa(store, pelaku.akun, bukti, alamat).await? {
            Periksa::Benar(f) => Periksa::Benar(f.cara),
            Periksa::Salah => Periksa::Salah,
            Periksa::Tahan(n) => Periksa::Tahan(n),
        }
    } else {
        match akun::masuk(store, &pelaku.surel, bukti.to_owned(), alamat).await? {
            akun::Masuk::Berhasil(s) if s.akun() == pelaku.akun => Periksa::Benar(Cara::Sandi),
            akun::Masuk::Berhasil(_) | akun::Masuk::Salah => Periksa::Salah,
            akun::Masuk::Tahan(n) => Periksa::Tahan(n),
        }
    };
    if let Periksa::Benar(cara) = &hasil {
        catat_bukti(store, pelaku, *cara).await?;
    }
    Ok(hasil)
}

pub(crate) async fn catat_bukti(store: &Store, pelaku: &Pelaku, cara: Cara) -> Hasil<()> {
    let Some(id) = pelaku.sesi else { return Ok(()) };
    let tx = store.mulai().await?;
    sesi::terbukti(&tx, id, cara, tx.pada).await?;
    let k = Kejadian::baru("sesi.bukti", "sesi", id).rincian(serde_json::json!({ "cara": cara.kunci() }));
    audit::catat(&tx, pelaku, k).await?;
    tx.commit().await
}

/// Whether the password that was just checked is enough, with this second step: without one only while there is none, nor was any that was
/// taken away past the program.
pub(crate) async fn cukup(store: &Store, sandi: &SandiBenar, faktor: Option<&FaktorBenar>) -> Hasil<bool> {
    Ok(faktor.is_some_and(|f| f.akun == sandi.akun()) || !milik(store, sandi.akun()).await?.ada())
}
