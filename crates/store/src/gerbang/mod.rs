//! Short messages by WhatsApp or SMS to people who left a number on the page of their own matter: a booking, a case, a report, a queue
//! number. What is told, once an occasion, within the day's limit, and how it ended is here; the gateways and the words are the pages'.

pub mod baca;
pub mod kabar;
mod kabari;
pub mod kirim;
pub mod kontak;

pub(crate) use kabari::kabari;

use crate::{Hasil, StoreError, Tx, kueri::Kueri, nilai, pekerjaan};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Perkara {
    Pesanan,
    Permohonan,
    Pengaduan,
    Tiket,
}

impl Perkara {
    pub const SEMUA: [Self; 4] = [Self::Pesanan, Self::Permohonan, Self::Pengaduan, Self::Tiket];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Pesanan => "pesanan",
            Self::Permohonan => "permohonan",
            Self::Pengaduan => "pengaduan",
            Self::Tiket => "tiket",
        }
    }

    #[must_use]
    pub fn dari_kunci(kunci: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|p| p.kunci() == kunci)
    }

    /// Told at any hour: its holder waits in the hall.
    #[must_use]
    pub fn segera(self) -> bool {
        self == Self::Tiket
    }

    /// Time zone of the office that deals with it.
    fn zona(self) -> &'static str {
        match self {
            Self::Pesanan => {
                "SELECT i.zona AS teks FROM pesanan p JOIN gerai_layanan gl ON gl.id = p.gerai_layanan_id JOIN unit u ON u.id = gl.mpp_id
                 JOIN instansi i ON i.id = u.instansi_id WHERE p.id = $1"
            }
            Self::Permohonan => {
                "SELECT i.zona AS teks FROM permohonan p JOIN unit u ON u.id = p.mpp_id JOIN instansi i ON i.id = u.instansi_id WHERE p.id = $1"
            }
            Self::Pengaduan => "SELECT i.zona AS teks FROM pengaduan p JOIN instansi i ON i.id = p.instansi_id WHERE p.id = $1",
            Self::Tiket => {
                "SELECT i.zona AS teks FROM tiket t JOIN unit u ON u.id = t.mpp_id JOIN instansi i ON i.id = u.instansi_id WHERE t.id = $1"
            }
        }
    }
}

/// By which gateway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Saluran {
    Wa,
    Sms,
}

impl Saluran {
    pub const SEMUA: [Self; 2] = [Self::Wa, Self::Sms];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Wa => "wa",
            Self::Sms => "sms",
        }
    }

    #[must_use]
    pub fn dari_kunci(kunci: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|s| s.kunci() == kunci)
    }
}

#[derive(FromQueryResult)]
struct Penerima {
    saluran: String,
    sidik: Uuid,
}

/// Asks for a message in the caller's transaction. Nothing happens where nobody left a number, or when this occasion had its message.
pub(crate) async fn antrekan(tx: &Tx, perkara: Perkara, id: Uuid, perihal: &str) -> Hasil<bool> {
    let sql = "SELECT saluran, sidik FROM gerbang_kontak WHERE perkara = $1 AND perkara_id = $2";
    let Some(p) = tx.mungkin::<Penerima>(sql, nilai![perkara.kunci(), id]).await? else { return Ok(false) };
    let kirim = crate::id::baru();
    let sql = "INSERT INTO gerbang_kirim (id, perkara, perkara_id, perihal, saluran, sidik, pada) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (perkara, perkara_id, perihal) DO NOTHING";
    let baru = tx.jalankan(sql, nilai![kirim, perkara.kunci(), id, perihal, p.saluran, p.sidik, tx.pada]).await? > 0;
    if baru {
        pekerjaan::antrekan(tx, kirim::GERBANG, &kirim).await?;
    }
    Ok(baru)
}

/// A phone number as gateways want it: `6281234567890`; `None` when it is none that can get a message.
#[must_use]
pub fn nomor(teks: &str) -> Option<String> {
    let lokal = crate::pesanan::telepon(teks)?;
    let sisa = lokal.strip_prefix('0')?;
    // Mobile numbers of Indonesia; others would cost abroad.
    (sisa.starts_with('8') && (9..=13).contains(&sisa.len())).then(|| format!("62{sisa}"))
}

/// Keyed digest of a number as [`nomor`] writes it.
fn sidik(kunci: &crate::Kunci, nomor: &str) -> Hasil<Uuid> {
    Uuid::parse_str(&kunci.ringkas(&format!("gerbang:{nomor}"))).map_err(|_| StoreError::Rusak("keyed digest".into()))
}

#[cfg(test)]
mod tests {
    use super::nomor;

    #[test]
    fn only_mobile_numbers_of_this_country() {
        for teks in ["0812 3456 7890", "+62 812-3456-7890", "62081234567890"] {
            assert_eq!(nomor(teks).as_deref(), Some("6281234567890"), "{teks}");
        }
        for teks in ["", "021 555 1234", "+1 415 555 2671", "0812", "08123456789012345", "0812x3456789"] {
            assert_eq!(nomor(teks), None, "{teks}");
        }
    }
}
