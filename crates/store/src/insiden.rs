//! Breaches of personal data: entered by an administrator, with the clock of 3 x 24 hours in which holders and the authority are to be told
//! in writing (article 46 of UU 27/2022): what one is, and reading it. What is known is never overwritten; who was told, and of which
//! version, are rows.

mod tulis;

pub use tulis::{catat, catat_kabar, ingatkan, tutup, ubah};

use crate::{Hasil, Store, StoreError, Waktu, hak::Admin, kueri::Kueri, nilai};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// Characters of a text.
pub const TEKS_MAKS: usize = 5_000;

/// Who is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kepada {
    /// The people whose data they are.
    Subjek,
    /// The authority for personal data.
    Lembaga,
    /// Everybody, in certain cases.
    Umum,
}

impl Kepada {
    pub const SEMUA: [Self; 3] = [Self::Subjek, Self::Lembaga, Self::Umum];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Subjek => "subjek",
            Self::Lembaga => "lembaga",
            Self::Umum => "umum",
        }
    }

    #[must_use]
    pub fn dari_kunci(kunci: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|j| j.kunci() == kunci)
    }
}

/// What is known of a breach.
#[derive(Debug, Clone, Default)]
pub struct Naskah<'a> {
    pub judul: &'a str,
    /// Which data.
    pub data: &'a str,
    /// When and how.
    pub kejadian: &'a str,
    /// What it may lead to for the people.
    pub dampak: &'a str,
    /// What was done and is being done.
    pub penanganan: &'a str,
    /// Whom to ask.
    pub kontak: &'a str,
    /// People concerned, as far as it is known.
    pub jumlah: Option<i64>,
}

impl Naskah<'_> {
    fn periksa(&self) -> Hasil<()> {
        let panjang = [self.judul, self.data, self.kejadian, self.dampak, self.penanganan, self.kontak];
        if self.judul.trim().is_empty() || self.data.trim().is_empty() || self.kejadian.trim().is_empty() {
            return Err(StoreError::Keadaan("insiden-belum-lengkap"));
        }
        if panjang.iter().any(|t| t.chars().count() > TEKS_MAKS) {
            return Err(StoreError::Keadaan("pdp-terlalu-panjang"));
        }
        Ok(())
    }
}

/// A [`Naskah`] as it is kept.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Isi {
    pub versi: i64,
    pub judul: String,
    pub data: String,
    pub kejadian: String,
    pub dampak: String,
    pub penanganan: String,
    pub kontak: String,
    pub jumlah: Option<i64>,
}

const ISI: &str = "n.versi, n.judul, n.data, n.kejadian, n.dampak, n.penanganan, n.kontak, n.jumlah";

/// A breach with the newest of what is known.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Insiden {
    pub id: Uuid,
    pub diketahui: Waktu,
    pub tenggat: Waktu,
    #[sea_orm(nested)]
    pub isi: Isi,
    /// When holders and the authority were first told.
    pub subjek: Option<Waktu>,
    pub lembaga: Option<Waktu>,
    pub tutup: Option<Waktu>,
    pub catatan_tutup: Option<String>,
    pub pada: Waktu,
}

impl Insiden {
    /// The later of the two notices that the law asks for; `None` while one is missing.
    #[must_use]
    pub fn selesai_kabar(&self) -> Option<Waktu> {
        Some(self.subjek?.max(self.lembaga?))
    }

    /// The time is over and somebody was not told in it.
    #[must_use]
    pub fn lewat(&self, kini: Waktu) -> bool {
        self.selesai_kabar().unwrap_or(kini) > self.tenggat
    }
}

fn pilih(sisa: &str) -> String {
    format!(
        "SELECT {ISI}, i.id, i.diketahui, i.tenggat,
        (SELECT MIN(k.saat) FROM insiden_kabar k WHERE k.insiden_id = i.id AND k.kepada = 'subjek') AS subjek,
        (SELECT MIN(k.saat) FROM insiden_kabar k WHERE k.insiden_id = i.id AND k.kepada = 'lembaga') AS lembaga,
        t.pada AS tutup, t.catatan AS catatan_tutup, i.pada
        FROM insiden i JOIN insiden_naskah n ON n.insiden_id = i.id AND n.versi = (SELECT MAX(x.versi) FROM insiden_naskah x WHERE x.insiden_id = i.id)
        LEFT JOIN insiden_tutup t ON t.insiden_id = i.id {sisa}"
    )
}

/// Breaches, open ones first; at most 200.
///
/// # Errors
/// When the store fails.
pub async fn daftar(store: &Store, _hak: &Admin) -> Hasil<Vec<Insiden>> {
    let sql = pilih("ORDER BY CASE WHEN t.insiden_id IS NULL THEN 0 ELSE 1 END, i.id DESC LIMIT 200");
    store.baca().semua(&sql, nilai![]).await
}

/// A breach of which holders or the authority were not told yet.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Berjalan {
    pub id: Uuid,
    pub judul: String,
    pub tenggat: Waktu,
}

/// Breaches whose clock runs or is over, the nearest deadline first; at most 100.
///
/// # Errors
/// When the store fails.
pub async fn berjalan(store: &Store, _hak: &Admin) -> Hasil<Vec<Berjalan>> {
    let belum = |siapa| format!("NOT EXISTS (SELECT 1 FROM insiden_kabar k WHERE k.insiden_id = i.id AND k.kepada = '{siapa}')");
    let sql = format!(
        "SELECT i.id, n.judul, i.tenggat FROM insiden i JOIN insiden_naskah n ON n.insiden_id = i.id
           AND n.versi = (SELECT MAX(x.versi) FROM insiden_naskah x WHERE x.insiden_id = i.id)
         WHERE {} OR {} ORDER BY i.tenggat, i.id LIMIT 100",
        belum("subjek"),
        belum("lembaga")
    );
    store.baca().semua(&sql, nilai![]).await
}

/// # Errors
/// `TidakDitemukan`.
pub async fn satu(store: &Store, _hak: &Admin, id: Uuid) -> Hasil<Insiden> {
    store.baca().satu(&pilih("WHERE i.id = $1"), nilai![id]).await
}

/// What was known of a breach at one time.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Versi {
    #[sea_orm(nested)]
    pub isi: Isi,
    pub pada: Waktu,
    pub oleh: Option<String>,
}

/// Every version of what was known, the newest first; at most 200.
///
/// # Errors
/// When the store fails.
pub async fn versi(store: &Store, _hak: &Admin, id: Uuid) -> Hasil<Vec<Versi>> {
    let sql = format!(
        "SELECT {ISI}, n.pada, a.nama AS oleh FROM insiden_naskah n LEFT JOIN akun a ON a.id = n.oleh
        WHERE n.insiden_id = $1 ORDER BY n.versi DESC LIMIT 200"
    );
    store.baca().semua(&sql, nilai![id]).await
}

/// A notice that was given.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Kabar {
    /// Key of [`Kepada`].
    pub kepada: String,
    pub cara: String,
    pub versi: i64,
    pub saat: Waktu,
    pub oleh: Option<String>,
}

/// Who was told, in order.
///
/// # Errors
/// When the store fails.
pub async fn kabar(store: &Store, _hak: &Admin, id: Uuid) -> Hasil<Vec<Kabar>> {
    let sql = "SELECT k.kepada, k.cara, k.versi, k.saat, a.nama AS oleh FROM insiden_kabar k LEFT JOIN akun a ON a.id = k.oleh
        WHERE k.insiden_id = $1 ORDER BY k.saat, k.id LIMIT 200";
    store.baca().semua(sql, nilai![id]).await
}
