//! The national report to the minister: made once with its figures and files, signed by this installation, then submitted and
//! received, each a row that says who and when. Another version takes the place of the last one; both stay. What the report says
//! is built by the caller from the board, the recap and [`super::bahan`].

use super::rekap::Nasional;
use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    kueri::Kueri,
    nilai,
    objek::{self, Tersimpan},
    sidik_hex,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

#[derive(Debug, Clone, FromQueryResult)]
pub struct Laporan {
    pub id: Uuid,
    pub kode: String,
    pub tahun: i64,
    pub skema: String,
    /// SHA-256 of the edition that most of its units used.
    pub edisi: String,
    pub pdf: String,
    pub xlsx: String,
    pub pada: Waktu,
    pub oleh: String,
    pub nomor: String,
    /// Version within year and scheme, from 1.
    pub urut: i64,
    /// SHA-256 of the figures ([`isi`]); signed by the installation's key.
    pub sidik: String,
    pub kunci: String,
    /// Why another version was made; `None` for the first.
    pub alasan: Option<String>,
    /// The version that took its place.
    pub diganti: Option<i64>,
    pub kirim_nomor: Option<String>,
    pub kirim_tanggal: Option<String>,
    pub kirim_oleh: Option<String>,
    pub terima_nama: Option<String>,
    pub terima_jabatan: Option<String>,
    pub terima_tanggal: Option<String>,
    pub terima_oleh: Option<String>,
    pub terima_pada: Option<Waktu>,
}

#[derive(Debug)]
pub struct LaporanBaru<'a> {
    pub id: Uuid,
    pub kode: &'a str,
    pub tahun: i64,
    pub skema: &'a str,
    pub edisi: &'a str,
    pub nomor: &'a str,
    /// From [`berikut`]; another one meanwhile is `Keadaan("laporan-versi-lain")`.
    pub urut: i64,
    /// Needed from the second version on.
    pub alasan: Option<&'a str>,
    /// The figures as JSON.
    pub isi: &'a str,
    pub pdf: &'a Tersimpan,
    pub xlsx: &'a Tersimpan,
}

const TIPE_XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const PILIH: &str =
    "SELECT l.id, l.kode, l.tahun, l.skema, l.edisi, l.pdf, l.xlsx, l.pada, a.nama AS oleh, n.nomor, n.urut, n.sidik, n.kunci, n.alasan,
    (SELECT MIN(b.urut) FROM laporan_nasional_naskah b WHERE b.tahun = l.tahun AND b.skema = l.skema AND b.urut > n.urut) AS diganti,
    k.nomor AS kirim_nomor, k.tanggal AS kirim_tanggal, ka.nama AS kirim_oleh,
    t.nama AS terima_nama, t.jabatan AS terima_jabatan, t.tanggal AS terima_tanggal, ta.nama AS terima_oleh, t.pada AS terima_pada
    FROM laporan_nasional l JOIN akun a ON a.id = l.oleh JOIN laporan_nasional_naskah n ON n.laporan_id = l.id
    LEFT JOIN laporan_nasional_kirim k ON k.laporan_id = l.id LEFT JOIN akun ka ON ka.id = k.oleh
    LEFT JOIN laporan_nasional_terima t ON t.laporan_id = l.id LEFT JOIN akun ta ON ta.id = t.oleh";

/// What the installation's key signs.
#[must_use]
pub fn pesan(sidik: &str) -> Vec<u8> {
    format!("prima:laporan-nasional:1:{sidik}").into_bytes()
}

/// Newest first.
pub async fn daftar(store: &Store, _: &Nasional) -> Hasil<Vec<Laporan>> {
    store.baca().semua(&format!("{PILIH} ORDER BY l.id DESC LIMIT 200"), nilai![]).await
}

pub async fn dari_id(store: &Store, _: &Nasional, id: Uuid) -> Hasil<Laporan> {
    store.baca().satu(&format!("{PILIH} WHERE l.id = $1"), nilai![id]).await
}

/// Of the code on the document, for everybody who holds it.
pub async fn dari_kode(store: &Store, kode: &str) -> Hasil<Laporan> {
    store.baca().satu(&format!("{PILIH} WHERE l.kode = $1"), nilai![crate::verifikasi::rapikan(kode)]).await
}

#[derive(FromQueryResult)]
struct Teks {
    isi: String,
    tanda: Vec<u8>,
}

/// The figures as they were frozen, and whether text, hash and signature still agree.
pub async fn isi(store: &Store, l: &Laporan) -> Hasil<(String, bool)> {
    let sql = "SELECT l.isi, n.tanda FROM laporan_nasional l JOIN laporan_nasional_naskah n ON n.laporan_id = l.id WHERE l.id = $1";
    let t: Teks = store.baca().satu(sql, nilai![l.id]).await?;
    let sah = sidik_hex(t.isi.as_bytes()) == l.sidik && store.kunci().publik().sah(&pesan(&l.sidik), &t.tanda);
    Ok((t.isi, sah))
}

/// The number that the next version will have.
pub async fn berikut(store: &Store, _: &Nasional, tahun: i64, skema: &str) -> Hasil<i64> {
    urut(store.baca(), tahun, skema).await
}

async fn urut<C: ConnectionTrait>(c: &C, tahun: i64, skema: &str) -> Hasil<i64> {
    let sql = "SELECT COALESCE(MAX(urut), 0) AS n FROM laporan_nasional_naskah WHERE tahun = $1 AND skema = $2";
    Ok(c.angka(sql, nilai![tahun, skema]).await? + 1)
}

/// Keeps a report; the same id again is the same report.
///
/// # Errors
/// `Keadaan`: `laporan-versi-lain` when somebody made this version meanwhile, `laporan-alasan` without a reason for another one.
pub async fn tambah(store: &Store, hak: &Nasional, b: LaporanBaru<'_>) -> Hasil<()> {
    let tx = store.mulai().await?;
    objek::catat_cetak(&tx, b.pdf, "application/pdf").await?;
    objek::catat_cetak(&tx, b.xlsx, TIPE_XLSX).await?;
    let n = tx
        .jalankan(
            "INSERT INTO laporan_nasional (id, kode, tahun, skema, edisi, isi, pdf, xlsx, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             ON CONFLICT (id) DO NOTHING",
            nilai![b.id, b.kode, b.tahun, b.skema, b.edisi, b.isi, b.pdf.sidik.as_str(), b.xlsx.sidik.as_str(), tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n == 0 {
        return Ok(());
    }
    if urut(&*tx, b.tahun, b.skema).await? != b.urut {
        return Err(StoreError::Keadaan("laporan-versi-lain"));
    }
    if b.urut > 1 && b.alasan.is_none() {
        return Err(StoreError::Keadaan("laporan-alasan"));
    }
    let sidik = sidik_hex(b.isi.as_bytes());
    let (tanda, kunci) = (tx.kunci.tandai(&pesan(&sidik)), tx.kunci.publik().id());
    let n = tx
        .jalankan(
            "INSERT INTO laporan_nasional_naskah (laporan_id, tahun, skema, urut, nomor, sidik, tanda, kunci, alasan)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (tahun, skema, urut) DO NOTHING",
            nilai![b.id, b.tahun, b.skema, b.urut, b.nomor, sidik.as_str(), tanda, kunci.as_str(), b.alasan],
        )
        .await?;
    if n == 0 {
        return Err(StoreError::Keadaan("laporan-versi-lain"));
    }
    let rincian =
        serde_json::json!({ "isi": sidik, "pdf": b.pdf.sidik, "xlsx": b.xlsx.sidik, "tahun": b.tahun, "skema": b.skema, "versi": b.urut });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("laporan-nasional.buat", "laporan-nasional", b.id).rincian(rincian)).await?;
    tx.commit().await
}

/// Writes down that the report went to the minister; `nomor` of the letter, `tanggal` ISO.
///
/// # Errors
/// `Keadaan`: `laporan-sudah-dikirim`, `laporan-sudah-diganti`.
pub async fn kirim(store: &Store, hak: &Nasional, id: Uuid, nomor: &str, tanggal: &str) -> Hasil<()> {
    let l = dari_id(store, hak, id).await?;
    if l.diganti.is_some() && l.kirim_tanggal.is_none() {
        return Err(StoreError::Keadaan("laporan-sudah-diganti"));
    }
    let tx = store.mulai().await?;
    let n = tx
        .jalankan(
            "INSERT INTO laporan_nasional_kirim (laporan_id, nomor, tanggal, pada, oleh) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (laporan_id) DO NOTHING",
            nilai![id, nomor, tanggal, tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n == 0 {
        return Err(StoreError::Keadaan("laporan-sudah-dikirim"));
    }
    let k = Kejadian::baru("laporan-nasional.kirim", "laporan-nasional", id).rincian(serde_json::json!({ "tanggal": tanggal }));
    audit::catat(&tx, hak.pelaku(), k).await?;
    tx.commit().await
}

/// Writes down who received it.
///
/// # Errors
/// `Keadaan`: `laporan-belum-dikirim`, `laporan-sudah-diterima`, `laporan-terima-dini` for a day before it was submitted.
pub async fn terima(store: &Store, hak: &Nasional, id: Uuid, penerima: (&str, &str), tanggal: &str) -> Hasil<()> {
    let l = dari_id(store, hak, id).await?;
    let Some(kirim) = l.kirim_tanggal else { return Err(StoreError::Keadaan("laporan-belum-dikirim")) };
    if tanggal < kirim.as_str() {
        return Err(StoreError::Keadaan("laporan-terima-dini"));
    }
    let tx = store.mulai().await?;
    let n = tx
        .jalankan(
            "INSERT INTO laporan_nasional_terima (laporan_id, nama, jabatan, tanggal, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (laporan_id) DO NOTHING",
            nilai![id, penerima.0, penerima.1, tanggal, tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n == 0 {
        return Err(StoreError::Keadaan("laporan-sudah-diterima"));
    }
    // The name stands in the row; the log holds its keyed digest.
    let rincian = serde_json::json!({ "tanggal": tanggal, "penerima": tx.kunci.ringkas(penerima.0) });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("laporan-nasional.terima", "laporan-nasional", id).rincian(rincian)).await?;
    tx.commit().await
}
