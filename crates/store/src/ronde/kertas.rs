//! Paper F03: answers typed in by hand need a scan; the evaluator may reject a bundle with a reason.

use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    hak::{EvaluatorLokus, PengetikF03},
    id::{AkunId, BundelId, LokusId, RondeId},
    kueri::Kueri,
    lokus, nilai,
    objek::{self, Tersimpan},
    periode::{self, Fase},
    peristiwa,
    persiapan::benturan,
    ronde::{
        self, jawaban,
        masukan::{Kelompok, Masukan, Terima},
        simpan,
    },
};
use pekppp::Nilai;
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// A scan that is safely on disk, and the answers typed from it.
pub struct BundelBaru<'a> {
    /// Made by the client: the same bundle twice is stored once.
    pub id: BundelId,
    pub pindaian: &'a Tersimpan,
    pub tipe: &'a str,
    pub nama_berkas: &'a str,
    pub keterangan: &'a str,
    /// Per sheet: its id (made by the client) and one value a statement; a gap on the paper stays a gap.
    pub lembar: &'a [(Uuid, Vec<Option<Nilai>>)],
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct Bundel {
    pub id: BundelId,
    pub objek: String,
    pub nama_berkas: String,
    pub keterangan: String,
    pub pada: Waktu,
    pub oleh: AkunId,
    pub oleh_nama: String,
    pub lembar: i64,
    pub ditolak: Option<i64>,
    pub ditolak_nama: Option<String>,
    pub alasan: Option<String>,
}

/// Stores a bundle whole or not at all.
///
/// # Errors
/// `Keadaan` for an empty bundle, a closed phase or a frozen result; `TidakDitemukan` while F03 was never opened;
/// `OperasiLain` when the id of the bundle or of a sheet is taken by another content.
pub async fn tambah(store: &Store, hak: &PengetikF03, b: BundelBaru<'_>) -> Hasil<()> {
    if b.lembar.is_empty() {
        return Err(StoreError::Keadaan("f03-bundel-kosong"));
    }
    let l = &hak.lokus;
    let r = ronde::dari_lokus(store.baca(), l.id).await?.ok_or(StoreError::TidakDitemukan)?;
    let tx = store.mulai().await?;
    ronde::kunci(&tx, r.id).await?;
    periode::harus_terbuka(&*tx, l.periode_id, Fase::Pelaksanaan).await?;
    if lokus::beku(&*tx, l.id).await? {
        return Err(StoreError::Keadaan("hasil-beku"));
    }
    let hari = tx.pada.hari(&r.zona);
    let lembar: Vec<_> = b.lembar.iter().map(|(id, isi)| jawaban::masukan(&r, *id, Kelompok::Bundel(b.id), hari, isi)).collect();
    let bungkus = Bungkus { id: b.id, pindaian: b.pindaian, tipe: b.tipe, nama_berkas: b.nama_berkas, keterangan: b.keterangan };
    if !pasang(&tx, r.id, &bungkus, hak.pelaku().akun, &lembar).await? {
        return Ok(());
    }
    let k = Kejadian::baru("f03.kertas", "lokus", l.id)
        .instansi(l.instansi_id)
        .rincian(serde_json::json!({ "bundel": b.id, "lembar": b.lembar.len(), "pindaian": b.pindaian.sidik }));
    audit::catat(&tx, hak.pelaku(), k).await?;
    peristiwa::siarkan(&tx, &super::topik(l.id), &serde_json::json!({})).await?;
    tx.commit().await
}

/// A scan and what stands on its cover.
pub(crate) struct Bungkus<'a> {
    pub id: BundelId,
    pub pindaian: &'a Tersimpan,
    pub tipe: &'a str,
    pub nama_berkas: &'a str,
    pub keterangan: &'a str,
}

/// Stores a bundle with its sheets in the caller's transaction, for any kind of round; `false`: this very bundle is
/// stored already.
///
/// # Errors
/// `OperasiLain` when the id of the bundle or of a sheet is taken by another content.
pub(crate) async fn pasang(tx: &Tx, ronde: RondeId, b: &Bungkus<'_>, oleh: AkunId, lembar: &[Masukan]) -> Hasil<bool> {
    objek::catat(tx, b.pindaian, b.tipe).await?;
    let banyak = i64::try_from(lembar.len()).unwrap_or(i64::MAX);
    let baru = tx
        .jalankan(
            "INSERT INTO bundel_kertas (id, ronde_id, objek, nama_berkas, keterangan, lembar, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (id) DO NOTHING",
            nilai![b.id, ronde, b.pindaian.sidik.as_str(), b.nama_berkas, b.keterangan.trim(), banyak, tx.pada, oleh],
        )
        .await?;
    if baru == 0 {
        return if sama(tx, ronde, b, lembar).await? { Ok(false) } else { Err(StoreError::OperasiLain) };
    }
    // A sheet that is stored already belongs to another bundle, or came over the public page.
    if simpan::simpan_banyak(tx, lembar).await?.contains(&Terima::SudahAda) {
        return Err(StoreError::OperasiLain);
    }
    Ok(true)
}

/// Whether what is stored under the bundle's id is this very bundle.
async fn sama(tx: &Tx, ronde: RondeId, b: &Bungkus<'_>, lembar: &[Masukan]) -> Hasil<bool> {
    let sql = "SELECT COUNT(*) AS n FROM bundel_kertas WHERE id = $1 AND ronde_id = $2 AND objek = $3 AND lembar = $4";
    let banyak = i64::try_from(lembar.len()).unwrap_or(i64::MAX);
    if tx.angka(sql, nilai![b.id, ronde, b.pindaian.sidik.as_str(), banyak]).await? == 0 {
        return Ok(false);
    }
    let sql = "SELECT COUNT(*) AS n FROM jawaban WHERE id = $1 AND ronde_id = $2 AND kelompok = $3 AND nilai = $4";
    for m in lembar {
        if tx.angka(sql, nilai![m.id, ronde, b.id.to_string(), m.nilai.to_vec()]).await? == 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Leaves a bundle out of F03, for good, with a reason that the unit sees. The answers stay stored.
///
/// # Errors
/// `Keadaan("f03-bundel-sendiri")` for who typed it (also when he was appointed only afterwards), `benturan-ada`, a closed phase, a frozen result;
/// `TidakDitemukan` for a bundle of another lokus.
pub async fn tolak(store: &Store, hak: &EvaluatorLokus, bundel: BundelId, alasan: &str) -> Hasil<()> {
    let l = &hak.lokus;
    if alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    benturan::harus_tanpa(&tx, hak).await?;
    periode::harus_terbuka(&*tx, l.periode_id, Fase::Pelaksanaan).await?;
    let r = ronde::dari_lokus(&*tx, l.id).await?.ok_or(StoreError::TidakDitemukan)?;
    ronde::kunci(&tx, r.id).await?;
    if lokus::beku(&*tx, l.id).await? {
        return Err(StoreError::Keadaan("hasil-beku"));
    }
    let b: Pengetik = tx.satu("SELECT oleh FROM bundel_kertas WHERE id = $1 AND ronde_id = $2", nilai![bundel, r.id]).await?;
    if b.oleh == hak.pelaku().akun {
        return Err(StoreError::Keadaan("f03-bundel-sendiri"));
    }
    let baru = tx
        .jalankan(
            "INSERT INTO bundel_tolak (bundel_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4) ON CONFLICT (bundel_id) DO NOTHING",
            nilai![bundel, alasan.trim(), tx.pada, hak.pelaku().akun],
        )
        .await?;
    if baru > 0 {
        let k = Kejadian::baru("f03.kertas-tolak", "lokus", l.id).instansi(l.instansi_id).rincian(serde_json::json!({ "bundel": bundel }));
        audit::catat(&tx, hak.pelaku(), k).await?;
        peristiwa::siarkan(&tx, &super::topik(l.id), &serde_json::json!({})).await?;
    }
    tx.commit().await
}

/// Bundles of a lokus, newest first.
pub async fn daftar<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<Bundel>> {
    c.semua(&format!("{PILIH} JOIN ronde r ON r.id = b.ronde_id WHERE r.lokus_id = $1 ORDER BY b.id DESC LIMIT 200"), nilai![lokus]).await
}

/// Bundles of a round of any kind, newest first.
pub async fn milik_ronde<C: ConnectionTrait>(c: &C, ronde: RondeId) -> Hasil<Vec<Bundel>> {
    c.semua(&format!("{PILIH} WHERE b.ronde_id = $1 ORDER BY b.id DESC LIMIT 200"), nilai![ronde]).await
}

const PILIH: &str = "SELECT b.id, b.objek, b.nama_berkas, b.keterangan, b.pada, b.oleh, a.nama AS oleh_nama,
    b.lembar, t.pada AS ditolak, x.nama AS ditolak_nama, t.alasan
    FROM bundel_kertas b JOIN akun a ON a.id = b.oleh
    LEFT JOIN bundel_tolak t ON t.bundel_id = b.id LEFT JOIN akun x ON x.id = t.oleh";

#[derive(FromQueryResult)]
struct Pengetik {
    oleh: AkunId,
}
