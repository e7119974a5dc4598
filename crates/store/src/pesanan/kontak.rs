//! What a person may leave so that he can be told: an e-mail address, a phone number, or nothing. Kept apart from the booking and
//! removed once the day is over.

use crate::{Hasil, StoreError, Tx, id::PesananId, kueri::Kueri, nilai, pekerjaan::alamat_wajar};
use uuid::Uuid;

#[derive(Debug, Clone, Copy, Default)]
pub struct Kontak<'a> {
    pub surel: Option<&'a str>,
    pub telepon: Option<&'a str>,
    /// `id` or `en`, for the mails.
    pub bahasa: &'a str,
}

/// A phone number as it is stored: digits, `0812…` for `+62 812-…`; `None` when it is none.
#[must_use]
pub fn telepon(teks: &str) -> Option<String> {
    let boleh = |h: char| h.is_ascii_digit() || " -+().".contains(h);
    let digit: String = teks.chars().filter(char::is_ascii_digit).collect();
    let digit = digit.strip_prefix("62").map_or_else(|| digit.clone(), |sisa| format!("0{}", sisa.trim_start_matches('0')));
    (teks.chars().all(boleh) && (8..=15).contains(&digit.len())).then_some(digit)
}

/// As it is compared and stored.
#[derive(Debug, Clone)]
pub(super) struct Rapi {
    surel: Option<String>,
    telepon: Option<String>,
    bahasa: String,
    pub sidik: Uuid,
}

/// `None` when nothing was left.
pub(super) fn rapikan(tx: &Tx, k: &Kontak<'_>) -> Hasil<Option<Rapi>> {
    let surel = k.surel.map(|s| s.trim().to_lowercase()).filter(|s| !s.is_empty());
    let nomor = k.telepon.map(str::trim).filter(|s| !s.is_empty());
    let telepon = nomor.map(|t| telepon(t).ok_or(StoreError::Keadaan("pesan-telepon"))).transpose()?;
    if surel.as_ref().is_some_and(|s| !alamat_wajar(s)) {
        return Err(StoreError::Keadaan("pesan-surel"));
    }
    let Some(kenal) = surel.as_deref().or(telepon.as_deref()) else { return Ok(None) };
    let ringkas = tx.kunci.ringkas(&format!("pesanan:{kenal}"));
    let sidik = Uuid::parse_str(&ringkas).map_err(|_| StoreError::Rusak("keyed digest".into()))?;
    let bahasa = if k.bahasa == "en" { "en" } else { "id" }.to_owned();
    Ok(Some(Rapi { surel, telepon, bahasa, sidik }))
}

pub(super) async fn simpan(tx: &Tx, id: PesananId, k: Rapi) -> Hasil<()> {
    tx.jalankan(
        "INSERT INTO pesanan_kontak (pesanan_id, surel, telepon, bahasa, sidik) VALUES ($1, $2, $3, $4, $5)",
        nilai![id, k.surel, k.telepon, k.bahasa, k.sidik],
    )
    .await?;
    Ok(())
}

pub(super) async fn hapus(tx: &Tx, id: PesananId) -> Hasil<()> {
    tx.jalankan("DELETE FROM pesanan_kontak WHERE pesanan_id = $1", nilai![id]).await.map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::telepon;

    #[test]
    fn numbers_as_people_write_them() {
        assert_eq!(telepon("+62 812-3456-7890").as_deref(), Some("081234567890"));
        assert_eq!(telepon("0812 3456 7890").as_deref(), Some("081234567890"));
        assert_eq!(telepon("62081234567890").as_deref(), Some("081234567890"));
        assert_eq!((telepon("12"), telepon("0812x3456789"), telepon("")), (None, None, None));
    }
}
