//! Recovery codes, for the day on which the phone is gone: ten, each 80 random bits and good once. Only their SHA-256 is kept, with a mark over
//! it (`crate::meterai`) that goes when the code is used: who writes the database, but holds no key file, makes no code.

use super::{Cara, Terbukti};
use crate::{
    Hasil, Store, StoreError, Tx,
    akun::penjaga,
    audit::{self, Kejadian},
    id::AkunId,
    kueri::Kueri,
    meterai::Meterai,
    nilai,
};
use sea_orm::FromQueryResult;
use sha2::{Digest, Sha256};

const BANYAK: usize = 10;
const PANJANG: usize = 16;
/// Letters and digits that nobody confuses (Crockford).
const HURUF: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn baru() -> String {
    rand::random::<[u8; PANJANG]>().iter().map(|b| char::from(HURUF[usize::from(b & 31)])).collect()
}

fn tampil(kode: &str) -> String {
    kode.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join("-")
}

/// What was typed, as it was given: a letter that looks like a digit is that digit.
fn rapikan(teks: &str) -> String {
    let satu = |c: char| match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        c => c,
    };
    teks.chars().filter(char::is_ascii_alphanumeric).map(satu).collect()
}

fn sidik(akun: AkunId, kode: &str) -> Vec<u8> {
    Sha256::new().chain_update(b"prima:pulih:1:").chain_update(akun.0.as_bytes()).chain_update(kode).finalize().to_vec()
}

/// A code that was not used, as it is stored.
#[derive(FromQueryResult)]
pub(crate) struct Tersimpan {
    pub akun_id: AkunId,
    pub sidik: Vec<u8>,
    pub tanda: Option<Vec<u8>>,
}

impl Tersimpan {
    /// `SELECT` of these columns, with what follows the condition.
    pub(crate) fn sql(sisa: &str) -> String {
        format!("SELECT akun_id, sidik, tanda FROM kode_pulih WHERE dipakai IS NULL {sisa}")
    }

    pub(crate) fn meterai(&self) -> Meterai {
        meterai(self.akun_id, &self.sidik)
    }
}

fn meterai(akun: AkunId, sidik: &[u8]) -> Meterai {
    Meterai::atas("kode_pulih").id(Some(akun.0)).bita(Some(sidik))
}

/// Ten new codes as they are shown once; those before are void.
pub(super) async fn buat(tx: &Tx, akun: AkunId) -> Hasil<Vec<String>> {
    tx.jalankan("DELETE FROM kode_pulih WHERE akun_id = $1", nilai![akun]).await?;
    let mut semua = Vec::with_capacity(BANYAK);
    for _ in 0..BANYAK {
        let kode = baru();
        let sidik = sidik(akun, &kode);
        let tanda = meterai(akun, &sidik).buat(&tx.kunci);
        let sql = "INSERT INTO kode_pulih (akun_id, sidik, pada, tanda) VALUES ($1, $2, $3, $4)";
        tx.jalankan(sql, nilai![akun, sidik, tx.pada, tanda]).await?;
        semua.push(tampil(&kode));
    }
    Ok(semua)
}

/// Uses a code up.
pub(super) async fn pakai(tx: &Tx, akun: AkunId, teks: &str) -> Hasil<Option<Cara>> {
    let kode = rapikan(teks);
    if kode.len() != PANJANG {
        return Ok(None);
    }
    let sidik = sidik(akun, &kode);
    let tanda = meterai(akun, &sidik).buat(&tx.kunci);
    let sql = "UPDATE kode_pulih SET dipakai = $3, tanda = NULL WHERE akun_id = $1 AND sidik = $2 AND dipakai IS NULL AND tanda = $4";
    if tx.jalankan(sql, nilai![akun, sidik, tx.pada, tanda]).await? == 0 {
        return Ok(None);
    }
    audit::catat_oleh(tx, Some(akun), Kejadian::baru("faktor.pulih", "akun", akun)).await?;
    super::kabar::pulih(tx, akun).await?;
    Ok(Some(Cara::Pulih))
}

/// Ten new codes, by who just proved to be it; those before are void.
///
/// # Errors
/// `Keadaan("faktor-belum-nyala")` without a second step.
pub async fn ganti(store: &Store, bukti: impl Into<Terbukti>) -> Hasil<Vec<String>> {
    let akun = bukti.into().akun();
    let tx = store.mulai().await?;
    penjaga::kunci_akun(&tx, akun).await?;
    if !super::terpasang(&*tx, akun).await? {
        return Err(StoreError::Keadaan("faktor-belum-nyala"));
    }
    let kode = buat(&tx, akun).await?;
    audit::catat_oleh(&tx, Some(akun), Kejadian::baru("faktor.pulih-baru", "akun", akun)).await?;
    tx.commit().await?;
    Ok(kode)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_write_it() {
        let kode = baru();
        assert_eq!(rapikan(&tampil(&kode)), kode);
        assert_eq!(rapikan(" ol10-iabc "), "01101ABC");
        assert_ne!(baru(), kode);
    }
}
