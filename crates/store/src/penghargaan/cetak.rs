//! Certificates: what stands on them, that they were printed, and all of a period in one file that is made in the background.
//!
//! The job is a row of [`crate::pekerjaan`] as in [`crate::ekspor`]: anybody who runs the period finds it again, and a finished file
//! goes after a day. How a certificate looks is not decided here.

use super::putusan::{self, Putusan};
use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    ekspor,
    hak::{PembacaPenghargaan, PenyelenggaraPeriode},
    id::{AkunId, PekerjaanId, PenghargaanId, PeriodeId, PutusanId},
    kueri::Kueri,
    nilai,
    pekerjaan::{self, Pekerjaan, SEWA_DETIK},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::{Deserialize, Serialize};

/// Kind of the job.
pub const PIAGAM: &str = "piagam";
/// Files that one period may have waiting, being made or ready.
pub const PALING: usize = 5;

/// The content of a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tugas {
    pub periode: PeriodeId,
    /// One award; `None`: all of the period.
    pub penghargaan: Option<PenghargaanId>,
    pub nama: String,
    pub oleh: AkunId,
    pub semua: i64,
    pub jadi: i64,
    pub siap: bool,
    /// Size of the finished file.
    pub ukuran: i64,
}

#[derive(Debug, Clone)]
pub struct Berkas {
    pub id: PekerjaanId,
    pub isi: Tugas,
    pub dibuat: Waktu,
    /// When it goes, once it is ready.
    pub kedaluwarsa: Waktu,
    /// The last try failed; it is tried again.
    pub gagal: bool,
}

#[derive(FromQueryResult)]
struct Baris {
    id: PekerjaanId,
    isi: String,
    dibuat: Waktu,
    setelah: Waktu,
    galat: Option<String>,
}

/// Those who are given an award of the period now: the certificates that can be printed.
pub async fn penerima(store: &Store, hak: &PenyelenggaraPeriode, id: Option<PenghargaanId>) -> Hasil<Vec<Putusan>> {
    let semua = putusan::diberi(store.baca(), hak.periode.id, id).await?;
    Ok(semua.into_iter().filter(|d| d.dapat_ditampilkan(store)).collect())
}

/// Asks for the certificates of one award, or of all.
///
/// # Errors
/// `Keadaan`: `penghargaan-tanpa-penerima`, `piagam-terlalu-banyak` when the period has [`PALING`] files.
pub async fn minta(store: &Store, hak: &PenyelenggaraPeriode, g: Option<(PenghargaanId, &str)>) -> Hasil<PekerjaanId> {
    let p = &hak.periode;
    let semua = penerima(store, hak, g.map(|(id, _)| id)).await?.len();
    if semua == 0 {
        return Err(StoreError::Keadaan("penghargaan-tanpa-penerima"));
    }
    if milik(store, hak).await?.len() >= PALING {
        return Err(StoreError::Keadaan("piagam-terlalu-banyak"));
    }
    let isi = Tugas {
        periode: p.id,
        penghargaan: g.map(|(id, _)| id),
        nama: g.map(|(_, nama)| nama.to_owned()).unwrap_or_default(),
        oleh: hak.pelaku().akun,
        semua: i64::try_from(semua).unwrap_or(i64::MAX),
        jadi: 0,
        siap: false,
        ukuran: 0,
    };
    let tx = store.mulai().await?;
    let id = pekerjaan::antrekan(&tx, PIAGAM, &isi).await?;
    let rincian = serde_json::json!({ "pekerjaan": id, "penghargaan": isi.penghargaan, "piagam": semua });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("piagam.massal", "periode", p.id).instansi(p.instansi_id).rincian(rincian)).await?;
    tx.commit().await?;
    Ok(id)
}

/// Files of the period, newest first.
pub async fn milik(store: &Store, hak: &PenyelenggaraPeriode) -> Hasil<Vec<Berkas>> {
    // A period has a handful of them for a day, so they are few.
    let sql = "SELECT id, isi, dibuat, setelah, galat FROM pekerjaan WHERE jenis = $1 ORDER BY dibuat DESC, id DESC LIMIT 10000";
    let mut semua = Vec::new();
    for b in store.baca().semua::<Baris>(sql, nilai![PIAGAM]).await? {
        let isi = urai(&b.isi)?;
        if isi.periode == hak.periode.id {
            semua.push(Berkas { id: b.id, isi, dibuat: b.dibuat, kedaluwarsa: b.setelah, gagal: b.galat.is_some() });
        }
    }
    Ok(semua)
}

/// # Errors
/// `TidakDitemukan` for one of another period, or one that is gone.
pub async fn satu(store: &Store, hak: &PenyelenggaraPeriode, id: PekerjaanId) -> Hasil<Berkas> {
    milik(store, hak).await?.into_iter().find(|b| b.id == id).ok_or(StoreError::TidakDitemukan)
}

/// # Errors
/// `Rusak` for a job of another kind.
pub fn urai(isi: &str) -> Hasil<Tugas> {
    serde_json::from_str(isi).map_err(|e| StoreError::Rusak(format!("certificates: {e}")))
}

/// Writes how far it is, and keeps the job for this worker.
///
/// # Errors
/// `TidakDitemukan` when it was thrown away meanwhile.
pub async fn maju(store: &Store, p: &Pekerjaan, isi: &Tugas) -> Hasil<()> {
    ekspor::tulis(store, p, isi, SEWA_DETIK).await
}

/// The file stands; from now on it waits for its end.
///
/// # Errors
/// As [`maju`].
pub async fn siap(store: &Store, p: &Pekerjaan, isi: &Tugas) -> Hasil<()> {
    ekspor::tulis(store, p, &Tugas { siap: true, ..isi.clone() }, ekspor::UMUR_DETIK).await
}

/// Throws a file away, made or not.
///
/// # Errors
/// As [`satu`].
pub async fn buang(store: &Store, hak: &PenyelenggaraPeriode, id: PekerjaanId) -> Hasil<()> {
    satu(store, hak, id).await?;
    let tx = store.mulai().await?;
    tx.jalankan("DELETE FROM pekerjaan WHERE id = $1 AND jenis = $2", nilai![id, PIAGAM]).await?;
    tx.commit().await?;
    ekspor::hapus_berkas(store, id)
}

/// Records the hashes of certificates that leave the program.
pub async fn catat(store: &Store, hak: &PenyelenggaraPeriode, dibuat: &[(PutusanId, String)]) -> Hasil<()> {
    let tx = store.mulai().await?;
    for (id, sidik) in dibuat {
        tx.jalankan(
            "INSERT INTO piagam (putusan_id, sidik, pada, oleh) VALUES ($1, $2, $3, $4) ON CONFLICT (putusan_id, sidik) DO NOTHING",
            nilai![*id, sidik.as_str(), tx.pada, hak.pelaku().akun],
        )
        .await?;
    }
    let p = &hak.periode;
    let rincian = serde_json::json!({ "piagam": dibuat.len() });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("piagam.cetak", "periode", p.id).instansi(p.instansi_id).rincian(rincian)).await?;
    tx.commit().await
}

/// The same for one certificate that its recipient takes; who takes the same one again leaves no second trace.
pub async fn catat_milik(store: &Store, hak: &PembacaPenghargaan, d: &Putusan, sidik: &str) -> Hasil<()> {
    let tx = store.mulai().await?;
    let sql = "INSERT INTO piagam (putusan_id, sidik, pada, oleh) VALUES ($1, $2, $3, $4) ON CONFLICT (putusan_id, sidik) DO NOTHING";
    if tx.jalankan(sql, nilai![d.id, sidik, tx.pada, hak.pelaku().akun]).await? > 0 {
        let rincian = serde_json::json!({ "piagam": 1, "putusan": d.id });
        let k = Kejadian::baru("piagam.cetak", "periode", d.periode_id).instansi(d.instansi_id).rincian(rincian);
        audit::catat(&tx, hak.pelaku(), k).await?;
    }
    tx.commit().await
}

/// Whether this is the hash of a certificate that was printed for the decision.
pub(crate) async fn tercetak<C: ConnectionTrait>(c: &C, id: PutusanId, sidik: &str) -> Hasil<bool> {
    Ok(c.angka("SELECT COUNT(*) AS n FROM piagam WHERE putusan_id = $1 AND sidik = $2", nilai![id, sidik]).await? > 0)
}
