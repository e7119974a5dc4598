//! One booking as its holder and the officers see it.

use super::{
    bahan::{hari_pesan, muat},
    jam::{baca_pukul, baca_tanggal},
    tempat::{Tempat, tempat},
};
use crate::{
    Hasil, Store, Waktu,
    id::{PenempatanId, PesananId, TerdampakId},
    kueri::Kueri,
    nilai,
};
use ::layanan::slot::{self, Slot};
use jiff::civil::{Date, Time};
use sea_orm::{ConnectionTrait, FromQueryResult};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keadaan {
    /// Stands.
    Dipesan,
    /// Stands in the book, but hours, roster or calendar changed: its holder chooses another slot.
    Terdampak,
    Hadir,
    TidakHadir,
    Batal,
    /// The time is over and nobody said whether the person came.
    Lewat,
}

/// A change that took the slot away and is not settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terbuka {
    pub id: TerdampakId,
    /// `libur`, `tidak-buka`, `bukan-undangan`, `tanpa-petugas`, `slot-hilang` or `kapasitas`.
    pub sebab: String,
    pub pada: Waktu,
}

/// One move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pindah {
    pub dari: (Date, Time),
    pub ke: (Date, Time),
    pub pada: Waktu,
}

#[derive(Debug, Clone)]
pub struct Lihat {
    pub id: PesananId,
    pub kode: String,
    pub tempat: Tempat,
    pub tanggal: Date,
    pub mulai: Time,
    pub selesai: Time,
    pub dibuat: Waktu,
    pub batal: Option<Waktu>,
    pub hadir: Option<Waktu>,
    pub tidak_hadir: Option<Waktu>,
    /// Code and number of the ticket it became.
    pub tiket: Option<(String, String)>,
    pub terbuka: Option<Terbuka>,
    /// Whether an e-mail address, and whether a phone number was left. What they are is not read here.
    pub surel: bool,
    pub telepon: bool,
}

impl Lihat {
    /// Neither cancelled nor used nor missed.
    #[must_use]
    pub fn hidup(&self) -> bool {
        self.batal.is_none() && self.hadir.is_none() && self.tidak_hadir.is_none()
    }

    #[must_use]
    pub fn keadaan(&self, kini: Waktu) -> Keadaan {
        let lewat = self.tempat.lokal(kini) >= self.tanggal.to_datetime(self.selesai);
        match self {
            Self { batal: Some(_), .. } => Keadaan::Batal,
            Self { hadir: Some(_), .. } => Keadaan::Hadir,
            Self { tidak_hadir: Some(_), .. } => Keadaan::TidakHadir,
            _ if lewat => Keadaan::Lewat,
            Self { terbuka: Some(_), .. } => Keadaan::Terdampak,
            _ => Keadaan::Dipesan,
        }
    }

    /// Whether it can still be moved or cancelled by its holder.
    #[must_use]
    pub fn dapat_diubah(&self, kini: Waktu) -> bool {
        self.hidup() && self.tempat.lokal(kini) < self.tanggal.to_datetime(self.mulai)
    }
}

#[derive(FromQueryResult)]
struct Baris {
    id: PesananId,
    kode: String,
    gerai_layanan_id: PenempatanId,
    tanggal: String,
    mulai: String,
    selesai: String,
    dibuat: Waktu,
    batal: Option<Waktu>,
    hadir: Option<Waktu>,
    tidak_hadir: Option<Waktu>,
    tiket: Option<String>,
    nomor: Option<String>,
    surel: i64,
    telepon: i64,
    terdampak_id: Option<TerdampakId>,
    sebab: Option<String>,
    terdampak_pada: Option<Waktu>,
}

/// The rows that say how a booking `p` stands, with its ticket `tk`. The open effect is the last one that is not settled.
pub(super) const GABUNG: &str = "LEFT JOIN pesanan_batal b ON b.pesanan_id = p.id LEFT JOIN pesanan_hadir h ON h.pesanan_id = p.id
    LEFT JOIN tiket tk ON tk.id = h.tiket_id LEFT JOIN pesanan_tidak_hadir x ON x.pesanan_id = p.id LEFT JOIN pesanan_kontak k ON k.pesanan_id = p.id
    LEFT JOIN pesanan_terdampak d ON d.id = (SELECT e.id FROM pesanan_terdampak e LEFT JOIN pesanan_terdampak_usai s ON s.terdampak_id = e.id
        WHERE e.pesanan_id = p.id AND s.terdampak_id IS NULL ORDER BY e.id DESC LIMIT 1)";

async fn dari<C: ConnectionTrait>(c: &C, syarat: &str, v: Vec<sea_orm::Value>) -> Hasil<Lihat> {
    let sql = format!(
        "SELECT p.id, p.kode, p.gerai_layanan_id, p.tanggal, p.mulai, p.selesai, p.dibuat, b.pada AS batal, h.pada AS hadir, x.pada AS tidak_hadir,
         tk.kode AS tiket, tk.nomor, CAST(CASE WHEN k.surel IS NULL THEN 0 ELSE 1 END AS bigint) AS surel, CAST(CASE WHEN k.telepon IS NULL THEN 0 ELSE 1 END AS bigint) AS telepon,
         d.id AS terdampak_id, d.sebab, d.pada AS terdampak_pada FROM pesanan p {GABUNG} WHERE {syarat}"
    );
    let b: Baris = c.satu(&sql, v).await?;
    let terbuka = match (b.terdampak_id, b.sebab, b.terdampak_pada) {
        (Some(id), Some(sebab), Some(pada)) => Some(Terbuka { id, sebab, pada }),
        _ => None,
    };
    Ok(Lihat {
        id: b.id,
        kode: b.kode,
        tempat: tempat(c, b.gerai_layanan_id).await?,
        tanggal: baca_tanggal(&b.tanggal)?,
        mulai: baca_pukul(&b.mulai)?,
        selesai: baca_pukul(&b.selesai)?,
        dibuat: b.dibuat,
        batal: b.batal,
        hadir: b.hadir,
        tidak_hadir: b.tidak_hadir,
        tiket: b.tiket.zip(b.nomor),
        terbuka,
        surel: b.surel == 1,
        telepon: b.telepon == 1,
    })
}

pub(super) async fn satu<C: ConnectionTrait>(c: &C, kode: &str) -> Hasil<Lihat> {
    dari(c, "p.kode = $1", nilai![kode]).await
}

/// # Errors
/// `TidakDitemukan`.
pub async fn dari_id<C: ConnectionTrait>(c: &C, id: PesananId) -> Hasil<Lihat> {
    dari(c, "p.id = $1", nilai![id]).await
}

/// By the code that its holder has.
///
/// # Errors
/// `TidakDitemukan`.
pub async fn dari_kode(store: &Store, kode: &str) -> Hasil<Lihat> {
    satu(store.baca(), kode).await
}

#[derive(FromQueryResult)]
struct BarisPindah {
    dari_tanggal: String,
    dari_mulai: String,
    tanggal: String,
    mulai: String,
    pada: Waktu,
}

impl Lihat {
    /// Its moves, the first one first.
    pub async fn riwayat<C: ConnectionTrait>(&self, c: &C) -> Hasil<Vec<Pindah>> {
        let sql = "SELECT dari_tanggal, dari_mulai, tanggal, mulai, pada FROM pesanan_pindah WHERE pesanan_id = $1 ORDER BY id LIMIT 200";
        let semua: Vec<BarisPindah> = c.semua(sql, nilai![self.id]).await?;
        let satu = |b: BarisPindah| {
            let dari = (baca_tanggal(&b.dari_tanggal)?, baca_pukul(&b.dari_mulai)?);
            Ok(Pindah { dari, ke: (baca_tanggal(&b.tanggal)?, baca_pukul(&b.mulai)?), pada: b.pada })
        };
        semua.into_iter().map(satu).collect()
    }

    /// Slots offered in place of the one that was lost; nothing is held for anybody. Empty when it was not lost.
    pub async fn tawaran(&self, store: &Store) -> Hasil<Vec<Slot>> {
        if self.terbuka.is_none() {
            return Ok(Vec::new());
        }
        let bahan = hari_pesan(store.baca(), &self.tempat, store.sekarang()).await?;
        let id = slot::PesananId(self.id.0.as_u128());
        let kena = bahan.buku.terdampak(&bahan.jadwal, &bahan.tugas, &bahan.kalender, bahan.kini);
        Ok(kena.into_iter().find(|t| t.pesanan.id == id).map(|t| t.tawaran).unwrap_or_default())
    }

    /// Why its slot is closed now, in the rules' own terms; `None` when the day is open.
    pub async fn alasan(&self, store: &Store) -> Hasil<Option<slot::AlasanTutup>> {
        let bahan = muat(store.baca(), &self.tempat, store.sekarang(), (self.tanggal, self.tanggal)).await?;
        Ok(bahan.jadwal.slot(self.tanggal, &bahan.tugas, &bahan.kalender).err().map(|e| bahan.sebab(self.tanggal, e)))
    }
}
