//! Reports of a round: each making is a version of its own; old ones stay as they were given out. What a report says is
//! put together in `web`, how it looks is `dokumen`.

use super::{agregat::Agregat, topik};
use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::PengelolaRondeSkm,
    id::RondeId,
    kueri::Kueri,
    nilai,
    objek::{self, Tersimpan},
    peristiwa, ronde, sidik_hex,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

const TIPE_XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

#[derive(Debug, Clone, FromQueryResult)]
pub struct LaporanSkm {
    pub id: Uuid,
    pub ronde_id: RondeId,
    /// Public code of the document, for `/verifikasi`.
    pub kode: String,
    /// SHA-256 of the PDF, of the workbook.
    pub pdf: String,
    pub xlsx: String,
    /// Hash of the counters it was made from, see [`sumber`].
    pub sumber: String,
    /// Respondents, IKM with two decimals and a point, class.
    pub n: i64,
    pub ikm: String,
    pub mutu: String,
    pub pada: Waktu,
    pub oleh_nama: String,
}

/// A new version; both files are on disk already.
#[derive(Debug)]
pub struct LaporanBaru<'a> {
    /// Made when the form is shown, so that pressing twice makes one report.
    pub id: Uuid,
    /// From [`crate::berita_acara::kode_baru`].
    pub kode: &'a str,
    pub pdf: &'a Tersimpan,
    pub xlsx: &'a Tersimpan,
    pub agregat: &'a Agregat,
    pub ikm: &'a str,
    pub mutu: &'a str,
    /// Remarks of respondents that the analyst chose to print.
    pub saran: usize,
}

/// What tells whether the counters changed since a report: SHA-256 (hex) of their canonical text.
///
/// # Errors
/// Never for counters that were read.
pub fn sumber(a: &Agregat) -> Hasil<String> {
    let v = serde_json::to_value(a).map_err(|e| StoreError::Rusak(e.to_string()))?;
    Ok(sidik_hex(crate::hasil::kanonik(&v)?.as_bytes()))
}

/// Stores a version. The same id again answers the first one.
///
/// # Errors
/// `OperasiLain` when the id stands for a report of another round.
pub async fn tambah(store: &Store, hak: &PengelolaRondeSkm, b: LaporanBaru<'_>) -> Hasil<Uuid> {
    let r = &hak.ronde;
    let sumber = sumber(b.agregat)?;
    let n = i64::try_from(b.agregat.pakai.n).unwrap_or(i64::MAX);
    let tx = store.mulai().await?;
    ronde::kunci(&tx, r.id).await?;
    if let Some(lama) = mungkin(&*tx, b.id).await? {
        return if lama.ronde_id == r.id { Ok(b.id) } else { Err(StoreError::OperasiLain) };
    }
    objek::catat_cetak(&tx, b.pdf, "application/pdf").await?;
    objek::catat_cetak(&tx, b.xlsx, TIPE_XLSX).await?;
    tx.jalankan(
        "INSERT INTO skm_laporan (id, ronde_id, kode, pdf, xlsx, sumber, n, ikm, mutu, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        nilai![b.id, r.id, b.kode, b.pdf.sidik.as_str(), b.xlsx.sidik.as_str(), sumber, n, b.ikm, b.mutu, tx.pada, hak.pelaku().akun],
    )
    .await?;
    let rincian = serde_json::json!({ "laporan": b.id, "pdf": b.pdf.sidik, "xlsx": b.xlsx.sidik, "n": n, "saran": b.saran });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("skm.laporan", "ronde", r.id).instansi(r.instansi_id).rincian(rincian)).await?;
    peristiwa::siarkan(&tx, &topik(r.id), &serde_json::json!({ "laporan": b.id })).await?;
    tx.commit().await?;
    Ok(b.id)
}

const PILIH: &str = "SELECT e.id, e.ronde_id, e.kode, e.pdf, e.xlsx, e.sumber, e.n, e.ikm, e.mutu, e.pada, a.nama AS oleh_nama
    FROM skm_laporan e JOIN akun a ON a.id = e.oleh";

async fn mungkin<C: ConnectionTrait>(c: &C, id: Uuid) -> Hasil<Option<LaporanSkm>> {
    c.mungkin(&format!("{PILIH} WHERE e.id = $1"), nilai![id]).await
}

/// One version of this round.
///
/// # Errors
/// `TidakDitemukan` also for one of another round.
pub async fn dari_id<C: ConnectionTrait>(c: &C, ronde: RondeId, id: Uuid) -> Hasil<LaporanSkm> {
    mungkin(c, id).await?.filter(|e| e.ronde_id == ronde).ok_or(StoreError::TidakDitemukan)
}

/// Versions of a round, newest first.
pub async fn daftar<C: ConnectionTrait>(c: &C, ronde: RondeId) -> Hasil<Vec<LaporanSkm>> {
    c.semua(&format!("{PILIH} WHERE e.ronde_id = $1 ORDER BY e.id DESC LIMIT 100"), nilai![ronde]).await
}

pub(crate) async fn dari_kode<C: ConnectionTrait>(c: &C, kode: &str) -> Hasil<Option<LaporanSkm>> {
    c.mungkin(&format!("{PILIH} WHERE e.kode = $1"), nilai![kode]).await
}

/// A remark of a respondent, without anything else of his answer.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Saran {
    pub id: Uuid,
    pub saran: String,
}

/// Remarks in answers that are not left out, in the order of their random ids (so not of their coming), at most 500 of
/// those after `setelah`.
pub async fn saran<C: ConnectionTrait>(c: &C, ronde: RondeId, setelah: Uuid) -> Hasil<Vec<Saran>> {
    let sql = "SELECT j.id, j.saran FROM jawaban j WHERE j.ronde_id = $1 AND j.id > $2 AND j.saran IS NOT NULL AND j.saran <> ''
        AND COALESCE((SELECT x.jenis FROM jawaban_kecuali x WHERE x.ronde_id = j.ronde_id AND x.jawaban_id = j.id
                      ORDER BY x.id DESC LIMIT 1), 'pulih') = 'pulih'
        ORDER BY j.id LIMIT 500";
    c.semua(sql, nilai![ronde, setelah]).await
}
