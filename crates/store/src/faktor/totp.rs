//! Codes of an app (RFC 6238: HMAC-SHA-1, 6 digits, 30 seconds; what every app understands). The code before and after the present
//! one are taken, for clocks that differ, and each only once. The secret is sealed at rest (`crate::rahasia`).

use super::{Cara, Terbukti};
use crate::{
    Hasil, Kunci, Store, StoreError, Tx, Waktu,
    akun::penjaga,
    audit::{self, Kejadian},
    hak::Pelaku,
    id::AkunId,
    kueri::Kueri,
    nilai, rahasia,
};
use ring::hmac;
use sea_orm::FromQueryResult;

const GUNA: &str = "totp";
const DETIK: i64 = 30;
/// RFC 4226 recommends 160 bits.
const PANJANG: usize = 20;
/// An app is set up within this time.
const CALON_DETIK: i64 = 15 * 60;

/// The secret of an app that is being set up, to be shown once.
#[derive(Debug, Clone)]
pub struct Calon {
    rahasia: Vec<u8>,
}

impl Calon {
    /// For typing it in: base32 (RFC 4648) in groups of four.
    #[must_use]
    pub fn teks(&self) -> String {
        base32(&self.rahasia).as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ")
    }

    /// What the picture to scan says. `penerbit` and `surel` must be free of `:`, which they are in names and addresses.
    #[must_use]
    pub fn tautan(&self, penerbit: &str, surel: &str) -> String {
        let (p, s) = (persen(penerbit), persen(surel));
        format!("otpauth://totp/{p}:{s}?secret={}&issuer={p}&algorithm=SHA1&digits=6&period={DETIK}", base32(&self.rahasia))
    }

    /// The code that an app shows at this time; for tests and the example.
    #[must_use]
    pub fn kode(&self, pada: Waktu) -> String {
        kode(&self.rahasia, langkah(pada))
    }
}

fn persen(teks: &str) -> String {
    teks.bytes()
        .map(|b| if b.is_ascii_alphanumeric() || b"-._~@".contains(&b) { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}

fn base32(isi: &[u8]) -> String {
    const HURUF: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let bit = |n: usize| isi.get(n / 8).is_some_and(|b| b >> (7 - n % 8) & 1 == 1);
    let huruf = |i: usize| (0..5).fold(0, |v, j| v << 1 | usize::from(bit(i * 5 + j)));
    (0..(isi.len() * 8).div_ceil(5)).map(|i| char::from(HURUF[huruf(i)])).collect()
}

fn langkah(pada: Waktu) -> i64 {
    pada.0.div_euclid(1_000_000 * DETIK)
}

fn kode(rahasia: &[u8], langkah: i64) -> String {
    let kunci = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, rahasia);
    let h = hmac::sign(&kunci, &langkah.to_be_bytes());
    let h = h.as_ref();
    let awal = usize::from(h[h.len() - 1] & 15);
    let n = h[awal..awal + 4].iter().fold(0_u32, |n, b| n << 8 | u32::from(*b)) & 0x7fff_ffff;
    format!("{:06}", n % 1_000_000)
}

/// Whether a text looks like a code of an app.
#[must_use]
pub fn bentuk(teks: &str) -> bool {
    teks.len() == 6 && teks.bytes().all(|b| b.is_ascii_digit())
}

/// The time step whose code this is, among those that are taken now.
fn cocok(rahasia: &[u8], teks: &str, kini: Waktu) -> Option<i64> {
    let kini = langkah(kini);
    // All three are compared whichever fits, and each in constant time.
    let sama = |l: i64| kode(rahasia, l).bytes().zip(teks.bytes()).fold(0, |d, (a, b)| d | (a ^ b)) == 0 && teks.len() == 6;
    [kini - 1, kini, kini + 1].map(|l| (l, sama(l))).into_iter().filter_map(|(l, ya)| ya.then_some(l)).next_back()
}

#[derive(FromQueryResult)]
struct Tersimpan {
    rahasia: Vec<u8>,
}

fn buka(kunci: &Kunci, akun: AkunId, segel: &[u8]) -> Option<Vec<u8>> {
    let isi = rahasia::buka(kunci, GUNA, akun.0.as_bytes(), segel);
    if isi.is_none() {
        tracing::warn!(%akun, "the secret of an app cannot be opened with this key file; a recovery code or an administrator helps");
    }
    isi
}

/// Takes a code: its time step must be after the last one that was used, so nobody uses a code twice.
pub(super) async fn pakai(tx: &Tx, akun: AkunId, teks: &str) -> Hasil<Option<Cara>> {
    let t: Option<Tersimpan> = tx.mungkin("SELECT rahasia FROM totp WHERE akun_id = $1", nilai![akun]).await?;
    let rahasia = t.and_then(|t| buka(&tx.kunci, akun, &t.rahasia));
    let Some(langkah) = rahasia.and_then(|r| cocok(&r, teks, tx.pada)) else { return Ok(None) };
    let n = tx.jalankan("UPDATE totp SET langkah = $2 WHERE akun_id = $1 AND langkah < $2", nilai![akun, langkah]).await?;
    Ok((n == 1).then_some(Cara::Kode))
}

/// Begins to set up an app, by who just proved to be it; a set-up that was begun before is forgotten.
///
/// # Errors
/// `Keadaan("faktor-sudah-nyala")`.
pub async fn mulai(store: &Store, bukti: impl Into<Terbukti>) -> Hasil<()> {
    let akun = bukti.into().akun();
    let tx = store.mulai().await?;
    belum_nyala(&tx, akun).await?;
    let segel = rahasia::segel(&tx.kunci, GUNA, akun.0.as_bytes(), &rand::random::<[u8; PANJANG]>())?;
    let sql = "INSERT INTO totp_calon (akun_id, rahasia, sampai) VALUES ($1, $2, $3)
        ON CONFLICT (akun_id) DO UPDATE SET rahasia = EXCLUDED.rahasia, sampai = EXCLUDED.sampai";
    tx.jalankan(sql, nilai![akun, segel, tx.pada.tambah_detik(CALON_DETIK)]).await?;
    tx.jalankan("DELETE FROM totp_calon WHERE sampai < $1", nilai![tx.pada]).await?;
    tx.commit().await
}

async fn belum_nyala(tx: &Tx, akun: AkunId) -> Hasil<()> {
    if super::tersimpan(&**tx, akun).await?.k.totp.is_some() { Err(StoreError::Keadaan("faktor-sudah-nyala")) } else { Ok(()) }
}

/// The app that is being set up, while there is time.
pub async fn calon(store: &Store, pelaku: &Pelaku) -> Hasil<Option<Calon>> {
    let sql = "SELECT rahasia FROM totp_calon WHERE akun_id = $1 AND sampai > $2";
    let t: Option<Tersimpan> = store.baca().mungkin(sql, nilai![pelaku.akun, store.sekarang()]).await?;
    Ok(t.and_then(|t| buka(store.kunci(), pelaku.akun, &t.rahasia)).map(|rahasia| Calon { rahasia }))
}

/// Turns it on with the first code of the app: other sessions end. Gives the recovery codes, which nobody can read again;
/// `None` when the code does not fit.
///
/// # Errors
/// `Keadaan`: `faktor-sudah-nyala`; `faktor-calon-habis` when setting up took too long.
pub async fn nyalakan(store: &Store, pelaku: &Pelaku, teks: &str) -> Hasil<Option<Vec<String>>> {
    let Some(calon) = calon(store, pelaku).await? else { return Err(StoreError::Keadaan("faktor-calon-habis")) };
    let teks: String = teks.chars().filter(|c| !c.is_whitespace()).collect();
    let tx = store.mulai().await?;
    let akun = pelaku.akun;
    penjaga::kunci_akun(&tx, akun).await?;
    belum_nyala(&tx, akun).await?;
    let Some(langkah) = cocok(&calon.rahasia, &teks, tx.pada) else { return Ok(None) };
    let segel = rahasia::segel(&tx.kunci, GUNA, akun.0.as_bytes(), &calon.rahasia)?;
    tx.jalankan("INSERT INTO totp (akun_id, rahasia, langkah, pada) VALUES ($1, $2, $3, $4)", nilai![akun, segel, langkah, tx.pada])
        .await?;
    tx.jalankan("DELETE FROM totp_calon WHERE akun_id = $1", nilai![akun]).await?;
    super::ubah::tutup_lain(&tx, pelaku).await?;
    let kode = super::pulih::buat(&tx, akun).await?;
    super::tanda::tulis(&tx, akun, true).await?;
    let k = Kejadian::baru("faktor.nyala", "akun", akun).rincian(serde_json::json!({ "cara": Cara::Kode.kunci() }));
    audit::catat(&tx, pelaku, k).await?;
    tx.commit().await?;
    Ok(Some(kode))
}

/// Turns it off, by who just proved to be it.
///
/// # Errors
/// `Ditolak` for the proof of somebody else. `Keadaan("faktor-wajib-peran")` while a role of the person needs a second step and nothing else is left.
pub async fn matikan(store: &Store, pelaku: &Pelaku, bukti: impl Into<Terbukti>) -> Hasil<()> {
    if bukti.into().akun() != pelaku.akun {
        return Err(StoreError::Ditolak("akun-sendiri"));
    }
    let tx = store.mulai().await?;
    penjaga::kunci_akun(&tx, pelaku.akun).await?;
    tx.jalankan("DELETE FROM totp WHERE akun_id = $1", nilai![pelaku.akun]).await?;
    super::ubah::sisa(&tx, pelaku).await?;
    let k = Kejadian::baru("faktor.mati", "akun", pelaku.akun).rincian(serde_json::json!({ "cara": Cara::Kode.kunci() }));
    audit::catat(&tx, pelaku, k).await?;
    tx.commit().await
}

#[derive(FromQueryResult)]
struct Baris {
    akun_id: AkunId,
    rahasia: Vec<u8>,
}

/// Seals every secret again under the key that comes, in the transaction that names it; for a key that leaked.
pub(crate) async fn segel_ulang(tx: &Tx, baru: &Kunci) -> Hasil<()> {
    let semua: Vec<Baris> = tx.semua("SELECT akun_id, rahasia FROM totp ORDER BY akun_id LIMIT 1000000", nilai![]).await?;
    for b in semua {
        // One that this key does not open is left as it is: it stays unreadable.
        let Some(isi) = buka(&tx.kunci, b.akun_id, &b.rahasia) else { continue };
        let segel = rahasia::segel(baru, GUNA, b.akun_id.0.as_bytes(), &isi)?;
        tx.jalankan("UPDATE totp SET rahasia = $2 WHERE akun_id = $1", nilai![b.akun_id, segel]).await?;
    }
    tx.jalankan("DELETE FROM totp_calon", nilai![]).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B (SHA-1), the last six of its eight digits.
    #[test]
    fn the_codes_of_the_standard() {
        let rahasia = b"12345678901234567890";
        for (detik, harap) in [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (20_000_000_000, "353130")] {
            assert_eq!(kode(rahasia, langkah(Waktu(detik * 1_000_000))), harap, "{detik}");
        }
    }

    #[test]
    fn one_step_before_and_after_is_taken_and_no_more() {
        let (r, kini) = (b"12345678901234567890", Waktu(1_111_111_109_000_000));
        let l = langkah(kini);
        for d in -3..=3 {
            assert_eq!(cocok(r, &kode(r, l + d), kini), (d.abs() <= 1).then_some(l + d), "{d}");
        }
        assert_eq!(cocok(r, "", kini), None);
    }

    #[test]
    fn base32_as_in_rfc_4648() {
        for (isi, harap) in
            [("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI")]
        {
            assert_eq!(base32(isi.as_bytes()), harap);
        }
    }
}
