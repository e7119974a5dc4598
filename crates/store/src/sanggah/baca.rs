//! Reading openings, objections, their evidence and answers.

use super::buka::Draf;
use crate::{
    Hasil, Store, StoreError, Waktu,
    berkas::Tipe,
    id::{AkunId, BuktiId, LokusId, SanggahBukaId, SanggahanId},
    kueri::Kueri,
    nilai,
};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// The draft as it was opened to the unit.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Buka {
    pub id: SanggahBukaId,
    pub lokus_id: LokusId,
    /// 1, 2, … in the lokus.
    pub nomor: i64,
    pub hari_kerja: i64,
    pub tenggat: String,
    /// See [`crate::kalender::baca_catatan`].
    pub tenggat_catatan: String,
    pub isi: String,
    pub sidik: String,
    pub pada: Waktu,
    pub nama: String,
    /// The head of the unit declared that nothing more comes.
    pub selesai: Option<Waktu>,
    pub selesai_nama: Option<String>,
    pub selesai_catatan: Option<String>,
}

impl Buka {
    /// # Errors
    /// `Rusak`.
    pub fn draf(&self) -> Hasil<Draf> {
        Draf::baca(&self.isi)
    }

    /// Last local day on which an objection is taken.
    ///
    /// # Errors
    /// `Rusak`.
    pub fn jatuh(&self) -> Hasil<Date> {
        self.tenggat.parse().map_err(|_| StoreError::Rusak(format!("deadline {} of draft {}", self.tenggat, self.id)))
    }
}

const BUKA: &str = "SELECT b.id, b.lokus_id, b.nomor, b.hari_kerja, b.tenggat, b.tenggat_catatan, b.isi, b.sidik, b.pada, a.nama,
    s.pada AS selesai, y.nama AS selesai_nama, s.catatan AS selesai_catatan
    FROM sanggah_buka b JOIN akun a ON a.id = b.oleh LEFT JOIN sanggah_selesai s ON s.buka_id = b.id LEFT JOIN akun y ON y.id = s.oleh";

pub(super) async fn satu<C: ConnectionTrait>(c: &C, id: SanggahBukaId) -> Hasil<Option<Buka>> {
    c.mungkin(&format!("{BUKA} WHERE b.id = $1"), nilai![id]).await
}

/// The newest opening.
pub async fn kini<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Option<Buka>> {
    c.mungkin(&format!("{BUKA} WHERE b.lokus_id = $1 ORDER BY b.nomor DESC LIMIT 1"), nilai![lokus]).await
}

/// The newest opening of each lokus; `tempat` are the placeholders of `v`.
pub(super) async fn terbaru<C: ConnectionTrait>(c: &C, tempat: &str, v: Vec<sea_orm::Value>) -> Hasil<Vec<Buka>> {
    let sql = format!(
        "{BUKA} WHERE b.lokus_id IN ({tempat}) AND b.nomor = (SELECT MAX(n.nomor) FROM sanggah_buka n WHERE n.lokus_id = b.lokus_id) ORDER BY b.id"
    );
    c.semua(&sql, v).await
}

/// All openings, oldest first.
pub async fn bukaan<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<Buka>> {
    c.semua(&format!("{BUKA} WHERE b.lokus_id = $1 ORDER BY b.nomor LIMIT 50"), nilai![lokus]).await
}

/// An answer. The newest one counts.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Jawaban {
    pub sanggahan_id: SanggahanId,
    /// `tetap` or `berubah`.
    pub putusan: String,
    /// Exact fractions: as shown, and as settled when it was answered.
    pub skor_lama: String,
    pub skor_baru: String,
    pub alasan: String,
    pub pada: Waktu,
    pub nama: String,
}

/// A file or a piece of F01 evidence behind an objection.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct BuktiSanggahan {
    pub id: Uuid,
    pub sanggahan_id: SanggahanId,
    pub bukti_id: Option<BuktiId>,
    pub objek: Option<String>,
    pub nama: String,
    pub tipe: Option<String>,
}

/// An objection with all that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sanggahan {
    pub id: SanggahanId,
    pub buka_id: SanggahBukaId,
    pub indikator: String,
    pub alasan: String,
    pub pada: Waktu,
    pub oleh: AkunId,
    pub nama: String,
    /// Withdrawn by the unit.
    pub tarik: Option<Waktu>,
    pub bukti: Vec<BuktiSanggahan>,
    /// Newest first.
    pub jawaban: Vec<Jawaban>,
}

impl Sanggahan {
    /// The answer that counts.
    #[must_use]
    pub fn dijawab(&self) -> Option<&Jawaban> {
        self.jawaban.first()
    }

    /// Neither withdrawn nor answered.
    #[must_use]
    pub fn menunggu(&self) -> bool {
        self.tarik.is_none() && self.jawaban.is_empty()
    }
}

#[derive(FromQueryResult)]
struct Baris {
    id: SanggahanId,
    buka_id: SanggahBukaId,
    indikator: String,
    alasan: String,
    pada: Waktu,
    oleh: AkunId,
    nama: String,
    tarik: Option<Waktu>,
}

/// Objections of one opening, withdrawn ones too, by indicator and time.
pub async fn milik_bukaan<C: ConnectionTrait>(c: &C, id: SanggahBukaId) -> Hasil<Vec<Sanggahan>> {
    dengan(c, "s.buka_id = $1", nilai![id]).await
}

/// Objections of all openings of a lokus.
pub async fn beberapa<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<Sanggahan>> {
    dengan(c, "s.buka_id IN (SELECT b.id FROM sanggah_buka b WHERE b.lokus_id = $1)", nilai![lokus]).await
}

async fn dengan<C: ConnectionTrait>(c: &C, syarat: &str, v: Vec<sea_orm::Value>) -> Hasil<Vec<Sanggahan>> {
    let sql = format!(
        "SELECT s.id, s.buka_id, s.indikator, s.alasan, s.pada, s.oleh, a.nama, t.pada AS tarik FROM sanggahan s JOIN akun a ON a.id = s.oleh
         LEFT JOIN sanggahan_tarik t ON t.sanggahan_id = s.id WHERE {syarat} ORDER BY s.indikator, s.id LIMIT 2000"
    );
    let baris: Vec<Baris> = c.semua(&sql, v.clone()).await?;
    let sql = format!(
        "SELECT j.sanggahan_id, j.putusan, j.skor_lama, j.skor_baru, j.alasan, j.pada, a.nama FROM sanggahan_jawaban j
         JOIN sanggahan s ON s.id = j.sanggahan_id JOIN akun a ON a.id = j.oleh WHERE {syarat} ORDER BY j.id DESC LIMIT 5000"
    );
    let jawaban: Vec<Jawaban> = c.semua(&sql, v.clone()).await?;
    let sql = format!(
        "SELECT k.id, k.sanggahan_id, k.bukti_id, k.objek, k.nama, o.tipe FROM sanggahan_bukti k JOIN sanggahan s ON s.id = k.sanggahan_id
         LEFT JOIN objek o ON o.sidik = k.objek WHERE {syarat} ORDER BY k.id LIMIT 5000"
    );
    let bukti: Vec<BuktiSanggahan> = c.semua(&sql, v).await?;
    let jadi = |b: Baris| Sanggahan {
        bukti: bukti.iter().filter(|x| x.sanggahan_id == b.id).cloned().collect(),
        jawaban: jawaban.iter().filter(|x| x.sanggahan_id == b.id).cloned().collect(),
        id: b.id,
        buka_id: b.buka_id,
        indikator: b.indikator,
        alasan: b.alasan,
        pada: b.pada,
        oleh: b.oleh,
        nama: b.nama,
        tarik: b.tarik,
    };
    Ok(baris.into_iter().map(jadi).collect())
}

/// A file that came with an objection of this lokus: hash, type, name.
///
/// # Errors
/// `TidakDitemukan` also for one of another lokus and for evidence that lives in F01.
pub async fn berkas(store: &Store, lokus: LokusId, id: Uuid) -> Hasil<(String, Tipe, String)> {
    let b =
        beberapa(store.baca(), lokus).await?.into_iter().flat_map(|s| s.bukti).find(|b| b.id == id).ok_or(StoreError::TidakDitemukan)?;
    let tipe = b.tipe.as_deref().and_then(Tipe::dari_mime);
    b.objek.zip(tipe).map(|(o, t)| (o, t, b.nama)).ok_or(StoreError::TidakDitemukan)
}
