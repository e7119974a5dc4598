//! The signed decree (SK) that names the unit lokus of a period: number, date, scan, and the lokus that it covers. Lokus that
//! were added after it stay uncovered until a further decree. The decree of evaluators is `crate::sk`.

use crate::{
    Hasil, Store, StoreError, Waktu, audit,
    hak::{PembacaPeriode, PenanggungjawabPeriode},
    id::{InstansiId, SkId},
    kueri::{self, Kueri, Value},
    nilai, objek,
    penugasan::MenungguSk,
    periode::{self, Fase},
    sk::{self, SkBaru},
};
use sea_orm::FromQueryResult;

#[derive(Debug, Clone, FromQueryResult)]
pub struct SkLokus {
    pub id: SkId,
    pub nomor: String,
    pub tanggal: String,
    pub objek: String,
    pub nama_berkas: String,
    pub pada: Waktu,
    pub nama: String,
    /// Lokus that it names.
    pub jumlah: i64,
}

/// Records the signed decree; it covers every lokus of the period that no earlier decree covers.
///
/// # Errors
/// `Keadaan("sk-lokus-tanpa-unit")` when all are covered already, `Keadaan("sk-tanggal-mendatang")`, `Keadaan` once phase pelaksanaan is
/// closed.
pub async fn tetapkan(store: &Store, hak: &PenanggungjawabPeriode, b: SkBaru<'_>) -> Hasil<SkId> {
    let p = &hak.periode;
    if sk::mendatang(store, p, b.tanggal).await? {
        return Err(StoreError::Keadaan("sk-tanggal-mendatang"));
    }
    let tx = store.mulai().await?;
    periode::kunci(&tx, p.id).await?;
    periode::harus_terbuka(&*tx, p.id, Fase::Pelaksanaan).await?;
    if tx.angka("SELECT COUNT(*) AS n FROM sk_lokus WHERE id = $1", nilai![b.id]).await? > 0 {
        let sql = "SELECT COUNT(*) AS n FROM sk_lokus WHERE id = $1 AND periode_id = $2 AND nomor = $3";
        let sama = tx.angka(sql, nilai![b.id, p.id, b.nomor.trim()]).await?;
        return if sama > 0 { Ok(b.id) } else { Err(StoreError::OperasiLain) };
    }
    objek::catat(&tx, b.berkas, "application/pdf").await?;
    tx.jalankan(
        "INSERT INTO sk_lokus (id, periode_id, nomor, tanggal, objek, nama_berkas, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        nilai![b.id, p.id, b.nomor.trim(), b.tanggal.to_string(), b.berkas.sidik.as_str(), b.nama_berkas, tx.pada, hak.pelaku().akun],
    )
    .await?;
    let n = tx
        .jalankan(
            "INSERT INTO sk_lokus_unit (sk_id, lokus_id) SELECT $1, l.id FROM lokus l WHERE l.periode_id = $2
             AND NOT EXISTS (SELECT 1 FROM sk_lokus_unit d WHERE d.lokus_id = l.id)",
            nilai![b.id, p.id],
        )
        .await?;
    if n == 0 {
        return Err(StoreError::Keadaan("sk-lokus-tanpa-unit"));
    }
    let rincian = serde_json::json!({ "periode": p.id, "objek": b.berkas.sidik, "jumlah": n });
    audit::catat(&tx, hak.pelaku(), audit::Kejadian::baru("sk.lokus", "sk_lokus", b.id).instansi(p.instansi_id).rincian(rincian)).await?;
    tx.commit().await?;
    Ok(b.id)
}

const PILIH: &str = "SELECT s.id, s.nomor, s.tanggal, s.objek, s.nama_berkas, s.pada, a.nama,
    (SELECT COUNT(*) FROM sk_lokus_unit d WHERE d.sk_id = s.id) AS jumlah FROM sk_lokus s JOIN akun a ON a.id = s.oleh";

/// Decrees of the lokus of a period, newest first.
pub async fn daftar(store: &Store, hak: &PembacaPeriode) -> Hasil<Vec<SkLokus>> {
    store.baca().semua(&format!("{PILIH} WHERE s.periode_id = $1 ORDER BY s.id DESC LIMIT 200"), nilai![hak.periode.id]).await
}

/// One decree of the period that the person may read.
///
/// # Errors
/// `TidakDitemukan` for an unknown one and one of another period.
pub async fn satu(store: &Store, hak: &PembacaPeriode, id: SkId) -> Hasil<SkLokus> {
    store.baca().satu(&format!("{PILIH} WHERE s.id = $1 AND s.periode_id = $2"), nilai![id, hak.periode.id]).await
}

/// Lokus of the period that no decree names yet.
pub async fn belum(store: &Store, hak: &PembacaPeriode) -> Hasil<i64> {
    let sql =
        "SELECT COUNT(*) AS n FROM lokus l WHERE l.periode_id = $1 AND NOT EXISTS (SELECT 1 FROM sk_lokus_unit d WHERE d.lokus_id = l.id)";
    store.baca().angka(sql, nilai![hak.periode.id]).await
}

/// Periods of these instansi whose draft of the decree is written while units are in it that no signed one names, the newest first. Not
/// once phase pelaksanaan is closed, when none is taken any more.
pub async fn menunggu(store: &Store, instansi: &[InstansiId]) -> Hasil<Vec<MenungguSk>> {
    if instansi.is_empty() {
        return Ok(Vec::new());
    }
    let tempat = kueri::tempat(1..=instansi.len());
    let v: Vec<Value> = instansi.iter().map(|i| (*i).into()).collect();
    let sql = format!(
        "SELECT p.id AS periode_id, p.nama AS periode, (SELECT COUNT(*) FROM lokus l WHERE l.periode_id = p.id
           AND NOT EXISTS (SELECT 1 FROM sk_lokus_unit d WHERE d.lokus_id = l.id)) AS jumlah
         FROM sk_rancangan r JOIN periode p ON p.id = r.periode_id WHERE r.jenis = 'lokus' AND p.instansi_id IN ({tempat})
           AND COALESCE((SELECT k.jenis FROM fase_kejadian k WHERE k.periode_id = p.id AND k.fase = 'pelaksanaan'
             ORDER BY k.id DESC LIMIT 1), 'buka') <> 'tutup'
         ORDER BY p.id DESC LIMIT 50"
    );
    let semua: Vec<MenungguSk> = store.baca().semua(&sql, v).await?;
    Ok(semua.into_iter().filter(|m| m.jumlah > 0).collect())
}
