//! The versions of a period's publication: which there are, and making the file of one as a job after it was published.
//!
//! A version holds what was frozen when it was published, so its file can be made at any later time and is the same. What
//! stands in the file is `bundel`'s; who may have it is decided by the page, which shows only periods that are public now.

use super::{
    Baris, Terbitan,
    bundel::{self, Bahan, LampiranBaru},
    terbitan,
};
use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    id::PeriodeId,
    kueri::Kueri,
    nilai,
    objek::{self, Tersimpan},
    pekerjaan, periode,
    utas::di_utas,
};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fs::File;
use uuid::Uuid;

/// Kind of the job that makes the file of a version.
pub const TERBITAN: &str = "terbitan";
/// Media type under which the file is kept.
const TIPE: &str = "application/zip";

#[derive(Debug, Serialize, Deserialize)]
struct Tugas {
    penerbitan: Uuid,
}

/// One version as the public sees it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Versi {
    pub penerbitan_id: Uuid,
    /// 1, 2, … of the period.
    pub nomor: i64,
    /// Why there is a new version; empty for the first.
    pub alasan: String,
    pub pada: Waktu,
    /// SHA-256 of what is signed; `None` while the file is being made.
    pub sidik: Option<String>,
    /// SHA-256 of the file.
    pub objek: Option<String>,
    pub ukuran: Option<i64>,
    pub hasil: Option<i64>,
    /// The file that stands here is not the one that was made: nothing of it is given, and `sidik`, `objek`, `ukuran`, `hasil` are `None`.
    #[sea_orm(skip)]
    pub ditahan: bool,
}

const PILIH: &str = "SELECT n.id AS penerbitan_id, n.alasan, n.pada, t.sidik, t.objek, t.ukuran, t.hasil,
    (SELECT COUNT(*) FROM penerbitan m WHERE m.periode_id = n.periode_id AND m.jenis = 'terbit' AND m.id <= n.id) AS nomor
    FROM penerbitan n LEFT JOIN terbitan t ON t.penerbitan_id = n.id WHERE n.jenis = 'terbit' AND n.periode_id = $1";

/// All versions of a period that is public now, newest first, at most 100, each compared with the event of its making.
pub async fn semua(store: &Store, t: &Terbitan) -> Hasil<Vec<Versi>> {
    let mut semua = milik(store, t.periode.id).await?;
    if semua.iter().all(|v| v.objek.is_none()) {
        return Ok(semua);
    }
    let dibuat = audit::tertulis(store, &["periode.berkas-terbitan"], "periode", Some(t.periode.id.0)).await?;
    for v in semua.iter_mut().filter(|v| v.objek.is_some()) {
        let kini = serde_json::json!({ "nomor": v.nomor, "sidik": v.sidik, "objek": v.objek });
        let angka = serde_json::json!({ "ukuran": v.ukuran, "hasil": v.hasil });
        if !dibuat.iter().any(|(_, d)| sama(d, &kini, true) && sama(d, &angka, false)) {
            tracing::error!(
                periode = t.periode.kode,
                nomor = v.nomor,
                "the file of a publication is not the one that was made; it is not given out"
            );
            (v.sidik, v.objek, v.ukuran, v.hasil, v.ditahan) = (None, None, None, None, true);
        }
    }
    Ok(semua)
}

/// Whether an event says of each of these what stands now. Events of programs from before the numbers were written down (`wajib`: false) say
/// nothing of them.
fn sama(kejadian: &Value, kini: &Value, wajib: bool) -> bool {
    let satu = |(medan, isi): (&String, &Value)| kejadian.get(medan).map_or(!wajib, |k| k == isi);
    kini.as_object().is_some_and(|k| k.iter().all(satu))
}

async fn milik(store: &Store, id: PeriodeId) -> Hasil<Vec<Versi>> {
    store.baca().semua(&format!("{PILIH} ORDER BY n.id DESC LIMIT 100"), nilai![id]).await
}

/// One version of a period that is public now.
///
/// # Errors
/// `TidakDitemukan` for a number that there is not.
pub async fn satu(store: &Store, t: &Terbitan, nomor: i64) -> Hasil<Versi> {
    semua(store, t).await?.into_iter().find(|v| v.nomor == nomor).ok_or(StoreError::TidakDitemukan)
}

/// The job of a publication, in its transaction.
pub(super) async fn antrekan(tx: &crate::Tx, penerbitan: Uuid) -> Hasil<()> {
    pekerjaan::antrekan(tx, TERBITAN, &Tugas { penerbitan }).await?;
    Ok(())
}

/// A version whose file is to be made.
#[derive(Debug)]
pub struct Rencana {
    pub terbitan: Terbitan,
    nomor: i64,
    alasan: String,
    sebelumnya: Option<String>,
}

impl Rencana {
    /// 1, 2, … of the period.
    #[must_use]
    pub fn nomor(&self) -> i64 {
        self.nomor
    }

    /// Why there is a new version; empty for the first.
    #[must_use]
    pub fn alasan(&self) -> &str {
        &self.alasan
    }
}

/// What a job asks for; `None` when its file stands already.
///
/// # Errors
/// `Rusak` for a job of another kind; `Keadaan("terbitan-menunggu")` while the version before has no file.
pub async fn rencana(store: &Store, tugas: &str) -> Hasil<Option<Rencana>> {
    let tugas: Tugas = serde_json::from_str(tugas).map_err(|e| StoreError::Rusak(format!("a job of a publication: {e}")))?;
    let c = store.baca();
    let sql = "SELECT n.id, p.id AS periode, i.nama AS instansi, i.kode AS instansi_kode, i.zona, n.jenis, n.alasan, n.pada,
          (SELECT COUNT(*) FROM penerbitan_satu_ejaan e WHERE e.penerbitan_id = n.id) AS satu_ejaan
        FROM penerbitan n JOIN periode p ON p.id = n.periode_id JOIN instansi i ON i.id = p.instansi_id WHERE n.id = $1 AND n.jenis = 'terbit'";
    let b: Baris = c.satu(sql, nilai![tugas.penerbitan]).await?;
    let semua = milik(store, b.periode).await?;
    let di = semua.iter().position(|v| v.penerbitan_id == tugas.penerbitan).ok_or(StoreError::TidakDitemukan)?;
    if semua[di].objek.is_some() {
        return Ok(None);
    }
    let sebelumnya = match semua.get(di + 1) {
        None => None,
        Some(v) => Some(v.sidik.clone().ok_or(StoreError::Keadaan("terbitan-menunggu"))?),
    };
    let (nomor, alasan) = (semua[di].nomor, semua[di].alasan.clone());
    let terbitan = terbitan(periode::dari_id(c, b.periode).await?, b);
    Ok(Some(Rencana { terbitan, nomor, alasan, sebelumnya }))
}

/// Makes the file, keeps it as an object and records it. The same version twice is one row.
///
/// # Errors
/// Those of the database and the disk; `Rusak` when a stored result no longer fits its hash.
pub async fn buat(store: &Store, r: &Rencana, lampiran: &[LampiranBaru]) -> Hasil<()> {
    let b = Bahan { terbitan: &r.terbitan, nomor: r.nomor, alasan: &r.alasan, sebelumnya: r.sebelumnya.as_deref(), lampiran };
    let sementara = tempfile::NamedTempFile::new_in(store.folder().join("sementara")).map_err(StoreError::menulis)?;
    let (isi, sidik) = bundel::tulis(store, &b, sementara.reopen()?).await?;
    let berkas = simpan(store, sementara).await?;
    let (hasil, diperingkat) = (isi.hasil.baris.cast_signed(), isi.hasil.diperingkat.cast_signed());
    let tx = store.mulai().await?;
    objek::catat_cetak(&tx, &berkas, TIPE).await?;
    let n = tx
        .jalankan(
            "INSERT INTO terbitan (penerbitan_id, nomor, sidik, objek, ukuran, hasil, diperingkat, pada)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (penerbitan_id) DO NOTHING",
            nilai![r.terbitan.id, r.nomor, sidik.as_str(), berkas.sidik.as_str(), berkas.ukuran, hasil, diperingkat, tx.pada],
        )
        .await?;
    if n > 0 {
        let p = &r.terbitan.periode;
        let rincian = serde_json::json!({
            "nomor": r.nomor, "sidik": sidik, "objek": berkas.sidik, "ukuran": berkas.ukuran, "hasil": hasil, "diperingkat": diperingkat,
        });
        audit::catat_oleh(&tx, None, Kejadian::baru("periode.berkas-terbitan", "periode", p.id).instansi(p.instansi_id).rincian(rincian))
            .await?;
    }
    tx.commit().await
}

/// Moves a finished file to its place among the objects; hashed as a stream, so of any size.
pub(crate) async fn simpan(store: &Store, sementara: tempfile::NamedTempFile) -> Hasil<Tersimpan> {
    let store = store.clone();
    let kerja = move || -> Hasil<Tersimpan> {
        let (ukuran, sidik) = bundel::sidik_alir(File::open(sementara.path())?)?;
        sementara.as_file().sync_all().map_err(StoreError::menulis)?;
        objek::taruh(&store, &sidik, sementara)?;
        Ok(Tersimpan { sidik, ukuran: i64::try_from(ukuran).unwrap_or(i64::MAX) })
    };
    di_utas(kerja).await
}

/// A document that belongs to a result of a publication: named by its hash, so that whoever holds the PDF can prove that it is
/// the one that stood behind the figure. The document itself may hold names and is not public.
#[derive(Debug, Clone, FromQueryResult)]
pub struct DokumenTerbit {
    pub lokus: String,
    /// `berita-acara` or `lhe`.
    pub jenis: String,
    pub kode: String,
    pub sidik: String,
}

/// Minutes and reports of the results of a publication, by lokus, at most 400,000.
pub async fn dokumen(store: &Store, t: &Terbitan) -> Hasil<Vec<DokumenTerbit>> {
    let sql = "SELECT l.kode AS lokus, 'berita-acara' AS jenis, b.kode AS kode, b.objek AS sidik
        FROM berita_acara b JOIN lokus l ON l.id = b.lokus_id JOIN hasil h ON h.id = b.hasil_id
        WHERE l.periode_id = $1 AND b.jenis = 'hasil' AND h.pada <= $2 AND b.pada <= $2
          AND NOT EXISTS (SELECT 1 FROM berita_acara_batal x WHERE x.berita_acara_id = b.id AND x.pada <= $2)
          AND NOT EXISTS (SELECT 1 FROM hasil_batal y WHERE y.hasil_id = h.id AND y.pada <= $2)
        UNION ALL
        SELECT l.kode AS lokus, 'lhe' AS jenis, e.kode AS kode, e.pdf AS sidik
        FROM lhe e JOIN hasil h ON h.id = e.hasil_id JOIN lokus l ON l.id = h.lokus_id
        WHERE l.periode_id = $1 AND h.pada <= $2 AND e.pada <= $2
          AND NOT EXISTS (SELECT 1 FROM hasil_batal y WHERE y.hasil_id = h.id AND y.pada <= $2)
        ORDER BY lokus, jenis, kode LIMIT 400000";
    store.baca().semua(sql, nilai![t.periode.id, t.pada]).await
}
