//! Photos, voice notes and positions that an evaluator brings from the field, for one indicator or for the unit as a whole
//! (an empty code).

use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    berkas::{Berkas, Suara, Tipe},
    edisi, f01, f02,
    hak::EvaluatorLokus,
    id::{AkunId, CatatanId, LokusId},
    kueri::Kueri,
    nilai, objek, peristiwa, sidik_hex,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// What one evaluator may bring from one unit.
pub const MAKS_CATATAN: i64 = 300;
/// Characters.
pub const KETERANGAN_MAKS: usize = 500;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JenisCatatan {
    Foto,
    Suara,
    Posisi,
}

impl JenisCatatan {
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Foto => "foto",
            Self::Suara => "suara",
            Self::Posisi => "posisi",
        }
    }
}

/// Where the device was: millionths of a degree, and how far off that may be in metres. Given only when the person asked for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posisi {
    pub lintang: i64,
    pub bujur: i64,
    pub akurasi: i64,
}

impl Posisi {
    /// `None` for what is no place on earth.
    #[must_use]
    pub fn baru(lintang: i64, bujur: i64, akurasi: i64) -> Option<Self> {
        let sah = lintang.abs() <= 90_000_000 && bujur.abs() <= 180_000_000 && (0..=1_000_000).contains(&akurasi);
        sah.then_some(Self { lintang, bujur, akurasi })
    }
}

/// What the note consists of.
#[derive(Debug)]
pub enum Lampiran<'a> {
    /// A JPEG whose metadata is gone.
    Foto(&'a Berkas),
    Suara(&'a Suara),
    /// The position alone.
    Posisi,
}

#[derive(Debug)]
pub struct Baru<'a> {
    /// Made by the device: the same id again is the same note.
    pub id: CatatanId,
    pub indikator: &'a str,
    pub keterangan: &'a str,
    pub lampiran: Lampiran<'a>,
    pub posisi: Option<Posisi>,
    /// The device's clock, a remark.
    pub perangkat: Option<Waktu>,
}

#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Catatan {
    pub id: CatatanId,
    pub lokus_id: LokusId,
    pub indikator: String,
    pub jenis: String,
    pub objek: Option<String>,
    pub keterangan: String,
    pub lintang: Option<i64>,
    pub bujur: Option<i64>,
    pub akurasi: Option<i64>,
    pub perangkat: Option<Waktu>,
    pub pada: Waktu,
    pub oleh: AkunId,
    pub nama: String,
    pub tipe: Option<String>,
}

const PILIH: &str = "SELECT c.id, c.lokus_id, c.indikator, c.jenis, c.objek, c.keterangan, c.lintang, c.bujur, c.akurasi, c.perangkat,
    c.pada, c.oleh, a.nama, o.tipe FROM catatan_lapangan c JOIN akun a ON a.id = c.oleh LEFT JOIN objek o ON o.sidik = c.objek
    LEFT JOIN catatan_lapangan_hapus h ON h.catatan_id = c.id";

/// Notes of one evaluator in a lokus, oldest first. Who else may see them is for the caller to ask of [`f02::pandangan`].
pub async fn milik_lokus<C: ConnectionTrait>(c: &C, lokus: LokusId, akun: AkunId) -> Hasil<Vec<Catatan>> {
    let sql = format!("{PILIH} WHERE c.lokus_id = $1 AND c.oleh = $2 AND h.catatan_id IS NULL ORDER BY c.id LIMIT 500");
    c.semua(&sql, nilai![lokus, akun]).await
}

/// One note.
///
/// # Errors
/// `TidakDitemukan` also for one of another lokus, and for a deleted one.
pub async fn dari_id<C: ConnectionTrait>(c: &C, lokus: LokusId, id: CatatanId) -> Hasil<Catatan> {
    c.satu(&format!("{PILIH} WHERE c.id = $1 AND c.lokus_id = $2 AND h.catatan_id IS NULL"), nilai![id, lokus]).await
}

#[derive(FromQueryResult)]
struct Lama {
    lokus_id: LokusId,
    oleh: AkunId,
    kiriman: String,
}

/// Stores one note of the caller. The same id with the same content answers as the first time, also after the phase closed.
///
/// # Errors
/// `Keadaan` when F02 is closed, the sheet is done, there are too many, or the photo is no JPEG; `OperasiLain` for an id that
/// was used for something else; `TidakDitemukan` for an indicator that the edition does not have.
pub async fn tambah(store: &Store, hak: &EvaluatorLokus, b: &Baru<'_>) -> Hasil<()> {
    if !b.indikator.is_empty() && edisi::dapat(store, hak.lokus.edisi()?).await?.cari_indikator(b.indikator).is_none() {
        return Err(StoreError::TidakDitemukan);
    }
    let (jenis, isi, tipe) = match b.lampiran {
        Lampiran::Foto(f) if f.tipe() != Tipe::Jpeg => return Err(StoreError::Keadaan("lapangan-foto-jpeg")),
        Lampiran::Foto(f) => (JenisCatatan::Foto, Some(f.isi()), Tipe::Jpeg.mime()),
        Lampiran::Suara(s) => (JenisCatatan::Suara, Some(s.isi()), s.tipe().mime()),
        Lampiran::Posisi if b.posisi.is_none() => return Err(StoreError::Keadaan("lapangan-posisi-kosong")),
        Lampiran::Posisi => (JenisCatatan::Posisi, None, ""),
    };
    let keterangan: String = b.keterangan.trim().chars().take(KETERANGAN_MAKS).collect();
    let tersimpan = isi.map(|isi| objek::simpan(store, isi)).transpose()?;
    let sidik = tersimpan.as_ref().map(|t| t.sidik.as_str());
    let p = b.posisi;
    let kiriman =
        serde_json::json!([b.indikator, jenis.kunci(), sidik, keterangan, p.map(|p| (p.lintang, p.bujur, p.akurasi))]).to_string();
    let kiriman = sidik_hex(kiriman.as_bytes());
    let tx = store.mulai().await?;
    f01::kunci(&tx, hak.lokus.id).await?;
    let lama: Option<Lama> = tx.mungkin("SELECT lokus_id, oleh, kiriman FROM catatan_lapangan WHERE id = $1", nilai![b.id]).await?;
    if let Some(l) = lama {
        let sama = l.lokus_id == hak.lokus.id && l.oleh == hak.pelaku().akun && l.kiriman == kiriman;
        return if sama { Ok(()) } else { Err(StoreError::OperasiLain) };
    }
    f02::lembar_terbuka(&tx, hak).await?;
    let ada = "SELECT COUNT(*) AS n FROM catatan_lapangan WHERE lokus_id = $1 AND oleh = $2";
    if tx.angka(ada, nilai![hak.lokus.id, hak.pelaku().akun]).await? >= MAKS_CATATAN {
        return Err(StoreError::Keadaan("lapangan-terlalu-banyak"));
    }
    if let Some(t) = &tersimpan {
        objek::catat(&tx, t, tipe).await?;
    }
    tx.jalankan(
        "INSERT INTO catatan_lapangan (id, lokus_id, indikator, jenis, objek, kiriman, keterangan, lintang, bujur, akurasi, perangkat, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        nilai![
            b.id,
            hak.lokus.id,
            b.indikator,
            jenis.kunci(),
            sidik,
            kiriman,
            keterangan,
            p.map(|p| p.lintang),
            p.map(|p| p.bujur),
            p.map(|p| p.akurasi),
            b.perangkat,
            tx.pada,
            hak.pelaku().akun
        ],
    )
    .await?;
    // Neither place nor words: the log is for ever.
    catat(&tx, hak, "lapangan.catat", b.id, serde_json::json!({ "indikator": b.indikator, "jenis": jenis.kunci() })).await?;
    tx.commit().await
}

/// Deletes one of the caller's own notes by a row that says when. A second time does nothing.
///
/// # Errors
/// `Keadaan` when F02 is closed or the sheet is done; `TidakDitemukan` for one that is not his.
pub async fn hapus(store: &Store, hak: &EvaluatorLokus, id: CatatanId) -> Hasil<()> {
    let tx = store.mulai().await?;
    f01::kunci(&tx, hak.lokus.id).await?;
    let milik = "SELECT COUNT(*) AS n FROM catatan_lapangan WHERE id = $1 AND lokus_id = $2 AND oleh = $3";
    if tx.angka(milik, nilai![id, hak.lokus.id, hak.pelaku().akun]).await? == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    f02::lembar_terbuka(&tx, hak).await?;
    let n = tx
        .jalankan(
            "INSERT INTO catatan_lapangan_hapus (catatan_id, pada, oleh) VALUES ($1, $2, $3) ON CONFLICT (catatan_id) DO NOTHING",
            nilai![id, tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        catat(&tx, hak, "lapangan.hapus", id, serde_json::json!({})).await?;
    }
    tx.commit().await
}

async fn catat(tx: &Tx, hak: &EvaluatorLokus, aksi: &str, id: CatatanId, rincian: serde_json::Value) -> Hasil<()> {
    let k = Kejadian::baru(aksi, "catatan_lapangan", id).instansi(hak.lokus.instansi_id).rincian(rincian);
    audit::catat(tx, hak.pelaku(), k).await?;
    peristiwa::siarkan(tx, &f02::topik(hak.lokus.id), &serde_json::json!({ "akun": hak.pelaku().akun, "aksi": aksi })).await
}
