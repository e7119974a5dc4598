//! Tickets that a browser carries for the program: sealed, so that nobody reads or makes one, short-lived, and good once. Nothing is
//! written while they are given out, so whoever asks for many fills no table; a used one is remembered until its end.

use crate::{Hasil, Store, Tx, Waktu, kueri::Kueri, nilai, rahasia};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest as _, Sha256};

/// A ticket that was ours and is not over.
#[derive(Debug)]
pub struct Tiket {
    isi: Vec<u8>,
    sidik: Vec<u8>,
    sampai: Waktu,
}

impl Tiket {
    #[must_use]
    pub fn isi(&self) -> &[u8] {
        &self.isi
    }
}

/// A ticket for one purpose; `isi` is what it says, `detik` how long it holds.
pub fn tulis(store: &Store, guna: &str, isi: &[u8], detik: i64) -> Hasil<String> {
    let sampai = store.sekarang().tambah_detik(detik).0.to_be_bytes();
    Ok(URL_SAFE_NO_PAD.encode(rahasia::segel(store.kunci(), guna, &[], &[&sampai, isi].concat())?))
}

/// `None` when it is not ours, for something else, or over.
#[must_use]
pub fn baca(store: &Store, guna: &str, teks: &str) -> Option<Tiket> {
    let segel = URL_SAFE_NO_PAD.decode(teks).ok()?;
    let polos = rahasia::buka(store.kunci(), guna, &[], &segel)?;
    let (sampai, isi) = polos.split_at_checked(8)?;
    let sampai = Waktu(i64::from_be_bytes(sampai.try_into().ok()?));
    (sampai > store.sekarang()).then(|| Tiket { isi: isi.to_vec(), sidik: Sha256::digest(&segel).to_vec(), sampai })
}

/// Uses it up; `false` when that was done before, also at the same moment.
pub(crate) async fn habiskan(tx: &Tx, t: &Tiket) -> Hasil<bool> {
    pakai(tx, t.sidik.clone(), t.sampai).await
}

/// The same for what others made: its name is good once until `sampai`.
pub(crate) async fn sekali(tx: &Tx, guna: &str, nama: &str, sampai: Waktu) -> Hasil<bool> {
    pakai(tx, Sha256::digest([guna.as_bytes(), b"\n", nama.as_bytes()].concat()).to_vec(), sampai).await
}

async fn pakai(tx: &Tx, sidik: Vec<u8>, sampai: Waktu) -> Hasil<bool> {
    tx.jalankan("DELETE FROM tiket_pakai WHERE sampai < $1", nilai![tx.pada]).await?;
    let sql = "INSERT INTO tiket_pakai (sidik, sampai) VALUES ($1, $2) ON CONFLICT (sidik) DO NOTHING";
    Ok(tx.jalankan(sql, nilai![sidik, sampai]).await? == 1)
}
