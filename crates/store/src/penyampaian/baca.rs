//! Reading what was sent, with its receipts.

use super::tulis::{Dokumen, Penerima};
use crate::{
    Hasil, StoreError, Waktu,
    id::{LheId, LokusId, PenyampaianId},
    kueri::Kueri,
    nilai,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// One receipt.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Terima {
    pub penyampaian_id: PenyampaianId,
    /// `dibuka`, `dikonfirmasi` or `rapat`.
    pub jenis: String,
    pub tempat: Option<String>,
    /// Local day of the meeting.
    pub tanggal: Option<String>,
    /// Who took it in the meeting.
    pub penerima: Option<String>,
    pub pada: Waktu,
    pub oleh_nama: String,
}

/// One sending to one recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Penyampaian {
    pub id: PenyampaianId,
    pub lokus_id: LokusId,
    pub dokumen: Dokumen,
    pub kepada: Penerima,
    pub lhe_id: Option<LheId>,
    /// SHA-256 of the file sent (follow-up report); never shown.
    pub objek: Option<String>,
    /// The text sent: the schedule, or a covering note.
    pub isi: String,
    pub pada: Waktu,
    pub oleh_nama: String,
    /// The report was on a result that was annulled since.
    pub gugur: bool,
    /// Oldest first.
    pub terima: Vec<Terima>,
}

impl Penyampaian {
    /// Confirmed, or handed over in a meeting.
    #[must_use]
    pub fn diterima(&self) -> bool {
        self.terima.iter().any(|t| t.jenis != "dibuka")
    }

    #[must_use]
    pub fn dibuka(&self) -> bool {
        !self.terima.is_empty()
    }
}

#[derive(FromQueryResult)]
struct Baris {
    id: PenyampaianId,
    lokus_id: LokusId,
    dokumen: String,
    kepada: String,
    lhe_id: Option<LheId>,
    objek: Option<String>,
    isi: String,
    pada: Waktu,
    oleh_nama: String,
    gugur: i64,
}

const PILIH: &str = "SELECT p.id, p.lokus_id, p.dokumen, p.kepada, p.lhe_id, p.objek, p.isi, p.pada, a.nama AS oleh_nama,
    CAST(CASE WHEN b.hasil_id IS NULL THEN 0 ELSE 1 END AS bigint) AS gugur
    FROM penyampaian p JOIN akun a ON a.id = p.oleh LEFT JOIN lhe e ON e.id = p.lhe_id LEFT JOIN hasil_batal b ON b.hasil_id = e.hasil_id";

fn jadi(b: Baris, terima: Vec<Terima>) -> Hasil<Penyampaian> {
    let rusak = || StoreError::Rusak(format!("delivery {}", b.id));
    Ok(Penyampaian {
        id: b.id,
        lokus_id: b.lokus_id,
        dokumen: Dokumen::dari_kunci(&b.dokumen).ok_or_else(rusak)?,
        kepada: Penerima::dari_kunci(&b.kepada).ok_or_else(rusak)?,
        lhe_id: b.lhe_id,
        objek: b.objek,
        isi: b.isi,
        pada: b.pada,
        oleh_nama: b.oleh_nama,
        gugur: b.gugur == 1,
        terima,
    })
}

/// Everything sent about a lokus, newest first, at most 200.
pub async fn daftar<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<Penyampaian>> {
    let baris: Vec<Baris> = c.semua(&format!("{PILIH} WHERE p.lokus_id = $1 ORDER BY p.id DESC LIMIT 200"), nilai![lokus]).await?;
    let terima: Vec<Terima> = c
        .semua(
            "SELECT t.penyampaian_id, t.jenis, t.tempat, t.tanggal, t.penerima, t.pada, a.nama AS oleh_nama FROM penyampaian_terima t
             JOIN akun a ON a.id = t.oleh JOIN penyampaian p ON p.id = t.penyampaian_id WHERE p.lokus_id = $1 ORDER BY t.id LIMIT 2000",
            nilai![lokus],
        )
        .await?;
    let milik = |id: PenyampaianId| terima.iter().filter(|t| t.penyampaian_id == id).cloned().collect();
    baris
        .into_iter()
        .map(|b| {
            let t = milik(b.id);
            jadi(b, t)
        })
        .collect()
}

/// One of this lokus, with its receipts.
///
/// # Errors
/// `TidakDitemukan` also for one of another lokus.
pub async fn dari_id<C: ConnectionTrait>(c: &C, lokus: LokusId, id: PenyampaianId) -> Hasil<Penyampaian> {
    daftar(c, lokus).await?.into_iter().find(|p| p.id == id).ok_or(StoreError::TidakDitemukan)
}

/// The first sending of a follow-up report by the code on it.
pub(crate) async fn dari_kode<C: ConnectionTrait>(c: &C, kode: &str) -> Hasil<Option<Penyampaian>> {
    let sql = format!("{PILIH} JOIN penyampaian_kode q ON q.kiriman = p.kiriman WHERE q.kode = $1 ORDER BY p.id LIMIT 1");
    c.mungkin::<Baris>(&sql, nilai![kode]).await?.map(|b| jadi(b, Vec::new())).transpose()
}
