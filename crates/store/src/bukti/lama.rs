//! Evidence of earlier periods of the same unit, offered again by indicator; attaching it is a new reference to the same
//! file or link. What was offered and not taken stays where it was.

use super::{Baru, Bukti, dari_id, dari_op, tulis};
use crate::{
    Hasil, Store, StoreError, Waktu, audit,
    f01::{kunci, topik},
    hak::OperatorUnit,
    id::{BuktiId, LokusId, OperasiId},
    kueri::Kueri,
    lokus::Lokus,
    nilai, peristiwa,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// A piece of evidence from before.
#[derive(Debug, Clone, FromQueryResult)]
pub struct BuktiLama {
    pub id: BuktiId,
    pub indikator: String,
    pub jenis: String,
    pub nama: String,
    pub keterangan: String,
    pub tautan: Option<String>,
    pub ukuran: Option<i64>,
    pub periode: String,
    pub tahun: i64,
    /// When it was first attached, which is its age.
    pub pada: Waktu,
}

/// The same file or link, wherever it is attached now.
const SAMA: &str = "FROM bukti n LEFT JOIN bukti_hapus nh ON nh.bukti_id = n.id WHERE n.lokus_id = $1 AND nh.bukti_id IS NULL
    AND n.indikator = b.indikator AND (n.objek = b.objek OR n.tautan = b.tautan)";

/// The same file or link in an earlier period of the unit, attached before `b`.
const LEBIH_DULU: &str = "FROM bukti e JOIN lokus el ON el.id = e.lokus_id JOIN periode ep ON ep.id = el.periode_id
    LEFT JOIN bukti_hapus eh ON eh.bukti_id = e.id WHERE el.unit_id = $2 AND el.id <> $1 AND ep.tahun <= $3 AND eh.bukti_id IS NULL
    AND e.indikator = b.indikator AND (e.objek = b.objek OR e.tautan = b.tautan) AND (e.pada < b.pada OR (e.pada = b.pada AND e.id < b.id))";

const PILIH: &str = "SELECT b.id, b.indikator, b.jenis, b.nama, b.keterangan, b.tautan, o.ukuran, p.nama AS periode, p.tahun, b.pada
    FROM bukti b JOIN lokus l ON l.id = b.lokus_id JOIN periode p ON p.id = l.periode_id
    LEFT JOIN objek o ON o.sidik = b.objek LEFT JOIN bukti_hapus h ON h.bukti_id = b.id
    WHERE h.bukti_id IS NULL AND l.unit_id = $2 AND l.id <> $1 AND p.tahun <= $3";

/// Evidence of the unit in other periods of that year or before that is not attached here yet; newest first, at most 500.
/// The same file in two earlier periods is offered once, with its first date.
pub async fn daftar<C: ConnectionTrait>(c: &C, l: &Lokus) -> Hasil<Vec<BuktiLama>> {
    let sql = format!(
        "{PILIH} AND NOT EXISTS (SELECT 1 {SAMA}) AND NOT EXISTS (SELECT 1 {LEBIH_DULU})
         ORDER BY p.tahun DESC, b.indikator, b.pada, b.id LIMIT 500"
    );
    c.semua(&sql, nilai![l.id, l.unit_id, l.tahun]).await
}

/// Attaches one again. The same operation, or the same file already attached, gives what is there.
///
/// # Errors
/// `TidakDitemukan` for evidence of another unit; those of an upload.
pub async fn pakai(store: &Store, hak: &OperatorUnit, op: OperasiId, lama: BuktiId) -> Hasil<Bukti> {
    let l = &hak.lokus;
    let tx = store.mulai().await?;
    kunci(&tx, l.id).await?;
    if let Some(ada) = dari_op(&tx, op).await? {
        return if ada.lokus_id == l.id { Ok(ada) } else { Err(StoreError::OperasiLain) };
    }
    let dulu: Dulu = tx
        .satu(
            "SELECT b.indikator, b.nama, b.keterangan, b.objek, b.tautan FROM bukti b JOIN lokus x ON x.id = b.lokus_id
             LEFT JOIN bukti_hapus h ON h.bukti_id = b.id WHERE b.id = $1 AND x.unit_id = $2 AND x.id <> $3 AND h.bukti_id IS NULL",
            nilai![lama, l.unit_id, l.id],
        )
        .await?;
    let b = Baru { op, indikator: &dulu.indikator, nama: &dulu.nama, keterangan: &dulu.keterangan };
    let baru = tulis::sisip(&tx, hak, &b, &dulu.nama, (dulu.objek.as_deref(), dulu.tautan.as_deref())).await?;
    tx.jalankan(
        "INSERT INTO bukti_asal (bukti_id, dari_id, pada, oleh) VALUES ($1, $2, $3, $4)",
        nilai![baru.id, lama, tx.pada, hak.pelaku().akun],
    )
    .await?;
    let k =
        audit::Kejadian::baru("bukti.pakai-lama", "bukti", baru.id).instansi(l.instansi_id).rincian(serde_json::json!({ "dari": lama }));
    audit::catat(&tx, hak.pelaku(), k).await?;
    peristiwa::siarkan(&tx, &topik(l.id), &serde_json::json!({ "aksi": "bukti.pakai-lama", "bukti": baru.id })).await?;
    tx.commit().await?;
    dari_id(store.baca(), l.id, baru.id).await
}

#[derive(FromQueryResult)]
struct Dulu {
    indikator: String,
    nama: String,
    keterangan: String,
    objek: Option<String>,
    tautan: Option<String>,
}

/// When evidence that was taken over was first attached, by its new id.
pub async fn asal<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<AsalBukti>> {
    let sql = "SELECT s.bukti_id, d.pada, p.tahun FROM bukti_asal s JOIN bukti b ON b.id = s.bukti_id JOIN bukti d ON d.id = s.dari_id
        JOIN lokus l ON l.id = d.lokus_id JOIN periode p ON p.id = l.periode_id WHERE b.lokus_id = $1 ORDER BY s.bukti_id LIMIT 5000";
    c.semua(sql, nilai![lokus]).await
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct AsalBukti {
    pub bukti_id: BuktiId,
    pub pada: Waktu,
    pub tahun: i64,
}
