//! Passkeys: a key pair of a device, unlocked there by finger, face or PIN. One is two steps at once (the device, and the person on it), and
//! it signs for this address only, so a false page gets nothing. What is signed and how is [`bukti`]; here is who has which.

pub mod bukti;
mod pakai;
mod simpan;

pub use bukti::{ALGORITMA, Pendaftaran, Pernyataan, Pihak, Tolak};
pub use pakai::{KunciBenar, buktikan, masuk};
pub(crate) use simpan::Tersimpan;

use super::{Cara, kabar, pulih, tanda, ubah};
use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    akun::penjaga,
    audit::{self, Kejadian},
    hak::Pelaku,
    id::{AkunId, KunciSandiId, SesiId},
    kueri::Kueri,
    nilai, tiket,
};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// Passkeys of one account.
const BANYAK: i64 = 10;
/// A challenge is answered within this time.
pub const TANTANGAN_DETIK: i64 = 300;
const PANJANG: usize = 32;

/// A passkey as its owner sees it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct KunciSandi {
    pub id: KunciSandiId,
    pub nama: String,
    pub pada: Waktu,
    pub dipakai: Option<Waktu>,
    pub kredensial: Vec<u8>,
}

/// What a challenge is for. It is good for nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guna {
    Daftar,
    Masuk,
    Ulang,
}

impl Guna {
    fn kunci(self) -> &'static str {
        match self {
            Self::Daftar => "kunci-sandi-daftar",
            Self::Masuk => "kunci-sandi-masuk",
            Self::Ulang => "kunci-sandi-ulang",
        }
    }
}

/// A new challenge, and the ticket in which this browser brings it back. With a session it is good in that session only.
pub fn tantang(store: &Store, guna: Guna, sesi: Option<SesiId>) -> Hasil<(Vec<u8>, String)> {
    let acak = rand::random::<[u8; PANJANG]>();
    let isi = [sesi.map_or(Uuid::nil(), |s| s.0).as_bytes().as_slice(), &acak].concat();
    Ok((acak.to_vec(), tiket::tulis(store, guna.kunci(), &isi, TANTANGAN_DETIK)?))
}

/// The challenge of a ticket, given in this session.
fn tantangan(store: &Store, guna: Guna, sesi: Option<SesiId>, teks: &str) -> Option<(Vec<u8>, tiket::Tiket)> {
    let t = tiket::baca(store, guna.kunci(), teks)?;
    let (milik, acak) = t.isi().split_at_checked(16)?;
    let cocok = milik == sesi.map_or(Uuid::nil(), |s| s.0).as_bytes() && acak.len() == PANJANG;
    let acak = acak.to_vec();
    cocok.then_some((acak, t))
}

/// Passkeys of one account, oldest first.
pub async fn milik<C: Kueri>(c: &C, akun: AkunId) -> Hasil<Vec<KunciSandi>> {
    let sql = "SELECT id, nama, pada, dipakai, kredensial FROM kunci_sandi WHERE akun_id = $1 ORDER BY pada, id LIMIT 100";
    c.semua(sql, nilai![akun]).await
}

fn tak_diterima(sebab: Tolak) -> StoreError {
    tracing::info!(reason = %sebab, "a new passkey was refused");
    StoreError::Keadaan("kunci-sandi-ditolak")
}

/// Adds a passkey. When it is the first second step of the account its recovery codes are given, which nobody can read again, and
/// other sessions end.
///
/// # Errors
/// `Keadaan`: `kunci-sandi-ditolak`, `kunci-sandi-terdaftar`, `kunci-sandi-penuh`, `bukti-basi` when the last proof of the person is old.
pub async fn daftar(store: &Store, pelaku: &Pelaku, pihak: &Pihak, tiket: &str, d: &Pendaftaran, nama: &str) -> Hasil<Option<Vec<String>>> {
    if !pelaku.segar(store.sekarang()) {
        return Err(StoreError::Keadaan("bukti-basi"));
    }
    let (acak, t) = tantangan(store, Guna::Daftar, pelaku.sesi, tiket).ok_or_else(|| tak_diterima(Tolak::Basi))?;
    let baru = bukti::pendaftaran(d, &acak, pihak).map_err(tak_diterima)?;
    let tx = store.mulai().await?;
    let akun = pelaku.akun;
    penjaga::kunci_akun(&tx, akun).await?;
    if !tiket::habiskan(&tx, &t).await? {
        return Err(tak_diterima(Tolak::Basi));
    }
    if tx.angka("SELECT COUNT(*) AS n FROM kunci_sandi WHERE kredensial = $1", nilai![baru.kredensial.clone()]).await? > 0 {
        return Err(StoreError::Keadaan("kunci-sandi-terdaftar"));
    }
    if tx.angka("SELECT COUNT(*) AS n FROM kunci_sandi WHERE akun_id = $1", nilai![akun]).await? >= BANYAK {
        return Err(StoreError::Keadaan("kunci-sandi-penuh"));
    }
    let pertama = !super::terpasang(&*tx, akun).await?;
    let id = KunciSandiId::baru();
    let k = Tersimpan { id, akun_id: akun, kredensial: baru.kredensial, kunci: baru.kunci, hitungan: baru.hitungan, tanda: None };
    k.tambah(&tx, nama.trim()).await?;
    tanda::tulis(&tx, akun, true).await?;
    let kode = if pertama {
        ubah::tutup_lain(&tx, pelaku).await?;
        Some(pulih::buat(&tx, akun).await?)
    } else {
        None
    };
    let k = Kejadian::baru("faktor.nyala", "akun", akun).rincian(serde_json::json!({ "cara": Cara::KunciSandi.kunci(), "kunci": id }));
    audit::catat(&tx, pelaku, k).await?;
    kabar::kunci_baru(&tx, akun, id).await?;
    tx.commit().await?;
    Ok(kode)
}

/// Takes one off.
///
/// # Errors
/// `TidakDitemukan`; `Keadaan`: `bukti-basi`, `faktor-wajib-peran` while a role of the person needs a second step and nothing else is left.
pub async fn hapus(store: &Store, pelaku: &Pelaku, id: KunciSandiId) -> Hasil<()> {
    if !pelaku.segar(store.sekarang()) {
        return Err(StoreError::Keadaan("bukti-basi"));
    }
    let tx = store.mulai().await?;
    penjaga::kunci_akun(&tx, pelaku.akun).await?;
    buang(&tx, pelaku, id).await?;
    ubah::sisa(&tx, pelaku).await?;
    tx.commit().await
}

async fn buang(tx: &Tx, pelaku: &Pelaku, id: KunciSandiId) -> Hasil<()> {
    if tx.jalankan("DELETE FROM kunci_sandi WHERE id = $1 AND akun_id = $2", nilai![id, pelaku.akun]).await? == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    let rincian = serde_json::json!({ "cara": Cara::KunciSandi.kunci(), "kunci": id });
    audit::catat(tx, pelaku, Kejadian::baru("faktor.mati", "akun", pelaku.akun).rincian(rincian)).await.map(|_| ())
}
