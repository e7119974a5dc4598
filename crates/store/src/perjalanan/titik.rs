//! Additional service points of a mall (PermenPANRB 92/2021: pojok pelayanan, PATEN and others; special zones; also in another
//! regency): set by the head of the region and told to the Menteri in writing.

use super::{Pihak, catat, dari_id, kabari, tulis::kunci};
use crate::{
    Hasil, Store, StoreError, Waktu,
    hak::PemdaJalan,
    id::{JalanId, TitikId},
    kueri::Kueri,
    nilai,
    pemberitahuan::Kepada,
    wilayah,
};
use ::layanan::mpp::{Pelaku as Sisi, Tahap};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};

/// Kinds of points, as the regulation lists them; `lain` is its "or other".
pub const BENTUK: [&str; 8] = ["pojok-pelayanan", "paten", "kek", "kawasan-industri", "pelabuhan", "kpbpb", "perbatasan", "lain"];

/// A point. Days are ISO texts.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Titik {
    pub id: TitikId,
    pub nama: String,
    /// One of [`BENTUK`].
    pub bentuk: String,
    pub alamat: String,
    /// Kemendagri code of the regency or city in which it lies.
    pub wilayah: String,
    /// Number of the agreement with the other region; empty within the own.
    pub kesepakatan: String,
    pub penetapan_nomor: String,
    pub penetapan_tanggal: String,
    /// The written notice to the Menteri; empty while it was not sent.
    pub surat_nomor: String,
    pub surat_tanggal: Option<String>,
    pub mulai: String,
    pub pada: Waktu,
    pub akhir: Option<Waktu>,
    pub akhir_alasan: Option<String>,
}

const PILIH: &str = "SELECT t.id, t.nama, t.bentuk, t.alamat, t.wilayah, t.kesepakatan, t.penetapan_nomor, t.penetapan_tanggal,
    t.surat_nomor, t.surat_tanggal, t.mulai, t.pada, x.pada AS akhir, x.alasan AS akhir_alasan
    FROM mpp_titik t LEFT JOIN mpp_titik_akhir x ON x.titik_id = t.id";

/// Points of a journey, those that serve first, at most 500.
pub async fn semua<C: ConnectionTrait>(c: &C, jalan: JalanId) -> Hasil<Vec<Titik>> {
    let urut = "CASE WHEN x.titik_id IS NULL THEN 0 ELSE 1 END, t.nama, t.id";
    c.semua(&format!("{PILIH} WHERE t.jalan_id = $1 ORDER BY {urut} LIMIT 500"), nilai![jalan]).await
}

/// A point by name, for the search.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct NamaTitik {
    pub jalan_id: JalanId,
    pub nama: String,
    pub alamat: String,
}

/// Points of all journeys that serve now, at most 20,000.
pub(crate) async fn nama_semua<C: ConnectionTrait>(c: &C) -> Hasil<Vec<NamaTitik>> {
    let sql = "SELECT t.jalan_id, t.nama, t.alamat FROM mpp_titik t LEFT JOIN mpp_titik_akhir x ON x.titik_id = t.id
        WHERE x.titik_id IS NULL ORDER BY t.id LIMIT 20000";
    c.semua(sql, nilai![]).await
}

#[derive(Debug, Clone, Copy)]
pub struct TitikBaru<'a> {
    pub nama: &'a str,
    pub bentuk: &'a str,
    pub alamat: &'a str,
    pub wilayah: &'a str,
    pub kesepakatan: &'a str,
    /// Number and day of the decision of the head of the region.
    pub penetapan: (&'a str, Date),
    /// Number and day of the notice to the Menteri.
    pub surat: Option<(&'a str, Date)>,
    pub mulai: Date,
}

/// Adds a point. The same id again is the same point.
///
/// # Errors
/// `Keadaan`: `mpp-bukan-pihak` (the head of the region sets it), `mpp-titik-belum` before the mall operates, `mpp-titik-isi`,
/// `mpp-titik-wilayah`, `mpp-titik-kesepakatan` in another region without an agreement, `mpp-titik-mulai` before the decision.
pub async fn tambah(store: &Store, hak: &PemdaJalan, id: TitikId, b: &TitikBaru<'_>) -> Hasil<()> {
    if !Pihak::Pemda(hak).boleh(Sisi::KepalaDaerah) {
        return Err(StoreError::Keadaan("mpp-bukan-pihak"));
    }
    let isi = [b.nama, b.alamat, b.penetapan.0].map(str::trim);
    if isi.iter().any(|t| t.is_empty()) || !BENTUK.contains(&b.bentuk) {
        return Err(StoreError::Keadaan("mpp-titik-isi"));
    }
    let w = wilayah::cari(b.wilayah).filter(|w| w.kode.contains('.')).ok_or(StoreError::Keadaan("mpp-titik-wilayah"))?;
    if b.mulai < b.penetapan.1 {
        return Err(StoreError::Keadaan("mpp-titik-mulai"));
    }
    let tx = store.mulai().await?;
    kunci(&tx, hak.jalan.id).await?;
    let j = dari_id(&*tx, hak.jalan.id).await?;
    if j.akhir.is_some() || j.tahap()? < Tahap::Beroperasi {
        return Err(StoreError::Keadaan("mpp-titik-belum"));
    }
    let lintas = j.wilayah.as_deref() != Some(w.kode);
    if lintas && b.kesepakatan.trim().is_empty() {
        return Err(StoreError::Keadaan("mpp-titik-kesepakatan"));
    }
    let n = tx
        .jalankan(
            "INSERT INTO mpp_titik (id, jalan_id, nama, bentuk, alamat, wilayah, kesepakatan, penetapan_nomor, penetapan_tanggal, surat_nomor,
             surat_tanggal, mulai, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT (id) DO NOTHING",
            nilai![
                id,
                j.id,
                isi[0],
                b.bentuk,
                isi[1],
                w.kode,
                if lintas { b.kesepakatan.trim() } else { "" },
                isi[2],
                b.penetapan.1.to_string(),
                b.surat.map_or("", |s| s.0.trim()),
                b.surat.map(|s| s.1.to_string()),
                b.mulai.to_string(),
                tx.pada,
                hak.pelaku().akun
            ],
        )
        .await?;
    if n > 0 {
        catat(&tx, hak.pelaku(), &j, "mpp.titik", serde_json::json!({ "titik": id, "bentuk": b.bentuk, "lintas": lintas })).await?;
        if b.surat.is_some() {
            beritakan(&tx, hak, &j, id, isi[0]).await?;
        }
    }
    tx.commit().await
}

async fn beritakan(tx: &crate::Tx, hak: &PemdaJalan, j: &super::Jalan, id: TitikId, nama: &str) -> Hasil<()> {
    let isi = serde_json::json!({ "mpp": j.nama, "titik": nama });
    kabari(tx, Some(hak.pelaku()), j, "mpp-titik", &[Kepada::Nasional], &isi, &format!("mpp-titik/{id}")).await?;
    Ok(())
}

async fn buka(store: &Store, hak: &PemdaJalan, id: TitikId) -> Hasil<(crate::Tx, super::Jalan, Titik)> {
    let tx = store.mulai().await?;
    kunci(&tx, hak.jalan.id).await?;
    let j = dari_id(&*tx, hak.jalan.id).await?;
    let t: Titik = tx.satu(&format!("{PILIH} WHERE t.jalan_id = $1 AND t.id = $2"), nilai![j.id, id]).await?;
    Ok((tx, j, t))
}

/// Records the notice to the Menteri of a point that has none yet.
///
/// # Errors
/// `Keadaan`: `mpp-titik-isi`, `mpp-sudah-dicatat`.
pub async fn beri_surat(store: &Store, hak: &PemdaJalan, id: TitikId, nomor: &str, tanggal: Date) -> Hasil<()> {
    if nomor.trim().is_empty() {
        return Err(StoreError::Keadaan("mpp-titik-isi"));
    }
    let (tx, j, t) = buka(store, hak, id).await?;
    if t.surat_tanggal.is_some() {
        return Err(StoreError::Keadaan("mpp-sudah-dicatat"));
    }
    let sql = "UPDATE mpp_titik SET surat_nomor = $1, surat_tanggal = $2 WHERE id = $3";
    tx.jalankan(sql, nilai![nomor.trim(), tanggal.to_string(), id]).await?;
    catat(&tx, hak.pelaku(), &j, "mpp.titik-surat", serde_json::json!({ "titik": id })).await?;
    beritakan(&tx, hak, &j, id, &t.nama).await?;
    tx.commit().await
}

/// A point no longer serves. A second time changes nothing.
///
/// # Errors
/// `Keadaan("alasan-wajib")`.
pub async fn akhiri(store: &Store, hak: &PemdaJalan, id: TitikId, alasan: &str) -> Hasil<()> {
    if alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let (tx, j, _) = buka(store, hak, id).await?;
    let sql = "INSERT INTO mpp_titik_akhir (titik_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4) ON CONFLICT (titik_id) DO NOTHING";
    if tx.jalankan(sql, nilai![id, alasan.trim(), tx.pada, hak.pelaku().akun]).await? > 0 {
        catat(&tx, hak.pelaku(), &j, "mpp.titik-akhir", serde_json::json!({ "titik": id })).await?;
    }
    tx.commit().await
}
