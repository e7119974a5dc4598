//! Between the two steps of signing in: that the password was right travels through the browser, sealed, for ten minutes. It opens
//! nothing by itself, and ends with the password.

use super::SandiBenar;
use crate::{Hasil, Store, Waktu, id::AkunId, rahasia};
use base64::Engine as _;
use sha2::{Digest, Sha256};
use uuid::Uuid;

const GUNA: &str = "masuk-tunda";
const UMUR_DETIK: i64 = 600;

impl SandiBenar {
    /// The sealed proof, for the form of the second step.
    pub fn tunda(&self, store: &Store) -> Hasil<String> {
        let sampai = store.sekarang().tambah_detik(UMUR_DETIK).0.to_be_bytes();
        let isi = [self.akun.0.as_bytes().as_slice(), &sampai, &sidik(&self.phc)].concat();
        Ok(base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(rahasia::segel(store.kunci(), GUNA, &[], &isi)?))
    }

    /// The proof again; `None` when it is too old, not ours, or the password was changed since.
    pub async fn lanjut(store: &Store, tunda: &str) -> Hasil<Option<Self>> {
        let Some((akun, sampai, sidik_lama)) = urai(store, tunda) else { return Ok(None) };
        if sampai <= store.sekarang() {
            return Ok(None);
        }
        let akun = super::dari_id(store, akun).await?;
        let phc = akun.sandi.filter(|phc| akun.nonaktif.is_none() && sidik(phc) == sidik_lama);
        Ok(phc.map(|phc| Self { akun: akun.id, phc }))
    }
}

fn sidik(phc: &str) -> [u8; 32] {
    Sha256::digest(phc.as_bytes()).into()
}

fn urai(store: &Store, tunda: &str) -> Option<(AkunId, Waktu, [u8; 32])> {
    let segel = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(tunda).ok()?;
    let isi = rahasia::buka(store.kunci(), GUNA, &[], &segel)?;
    let (akun, sisa) = isi.split_at_checked(16)?;
    let (sampai, sidik) = sisa.split_at_checked(8)?;
    let akun = AkunId(Uuid::from_slice(akun).ok()?);
    Some((akun, Waktu(i64::from_be_bytes(sampai.try_into().ok()?)), sidik.try_into().ok()?))
}
