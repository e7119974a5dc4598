//! Notices to the one who reports, by mail: a job names the report and what happened; address and code are read only when it leaves.

use crate::{
    Hasil, Kunci, Store, Tx,
    gerbang::{self, Perkara},
    id::PengaduanId,
    identitas::{Milik, Tersegel},
    kueri::Kueri,
    nilai, pekerjaan,
};
use ::layanan::pengaduan::JenisLangkah;
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::{Deserialize, Serialize};

/// Kind of the job; its content is a [`Surat`].
pub const SURAT: &str = "surat-pengaduan";

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Surat {
    pub pengaduan: PengaduanId,
    /// `diterima`, a key of [`JenisLangkah`], or `induk` when the report it was joined to was answered.
    pub peristiwa: String,
}

/// What a mail needs.
#[derive(Debug, Clone)]
pub struct BahanSurat {
    pub surel: String,
    pub bahasa: String,
    pub nama: String,
    pub kode: String,
    pub nomor: String,
    pub instansi: String,
}

/// Whether this step is told.
fn dikabarkan(peristiwa: &str) -> bool {
    matches!(peristiwa, "diterima" | "minta-lengkapi" | "tolak" | "teruskan" | "jawab" | "tutup-otomatis" | "anggap-dicabut" | "induk")
}

/// Queues a mail where the one who reports left an address.
pub(super) async fn antrekan(tx: &Tx, id: PengaduanId, peristiwa: &str) -> Hasil<()> {
    let sql = "SELECT COUNT(*) AS n FROM pengaduan_pelapor WHERE pengaduan_id = $1 AND surel <> ''";
    if !dikabarkan(peristiwa) {
        return Ok(());
    }
    // The same step may come again in a later round.
    gerbang::antrekan(tx, Perkara::Pengaduan, id.0, &format!("{peristiwa}/{}", tx.pada.0)).await?;
    if tx.angka(sql, nilai![id]).await? > 0 {
        pekerjaan::antrekan(tx, SURAT, &Surat { pengaduan: id, peristiwa: peristiwa.to_owned() }).await?;
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct Pengikut {
    id: PengaduanId,
}

/// Reports that were joined to this one follow it: their people learn of an answer too.
pub(super) async fn pengikut(tx: &Tx, id: PengaduanId, langkah: JenisLangkah) -> Hasil<()> {
    if langkah != JenisLangkah::Jawab {
        return Ok(());
    }
    let sql = "SELECT DISTINCT s.pengaduan_id AS id FROM pengaduan_langkah s JOIN pengaduan_kini k ON k.pengaduan_id = s.pengaduan_id
        WHERE s.induk_id = $1 AND k.keadaan = 'digabung' ORDER BY id LIMIT 1000";
    for p in tx.semua::<Pengikut>(sql, nilai![id]).await? {
        antrekan(tx, p.id, "induk").await?;
    }
    Ok(())
}

/// What a short message says of a report: no more than where it is.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Singkat {
    pub kode: String,
    pub nomor: String,
    pub instansi: String,
    pub ilustrasi: i64,
}

/// # Errors
/// `TidakDitemukan`.
pub async fn singkat<C: ConnectionTrait>(c: &C, id: PengaduanId) -> Hasil<Singkat> {
    let sql =
        "SELECT p.kode, p.nomor, i.nama AS instansi, p.ilustrasi FROM pengaduan p JOIN instansi i ON i.id = p.instansi_id WHERE p.id = $1";
    c.satu(sql, nilai![id]).await
}

/// `None` when there is no address (any more).
///
/// # Errors
/// When the store fails.
pub async fn bahan(store: &Store, s: &Surat) -> Hasil<Option<BahanSurat>> {
    let sql =
        "SELECT r.surel, r.bahasa, r.nama, p.kode, p.nomor, i.nama AS instansi FROM pengaduan p JOIN instansi i ON i.id = p.instansi_id
        JOIN pengaduan_pelapor r ON r.pengaduan_id = p.id WHERE p.id = $1 AND r.surel <> ''";
    let b: Option<MentahSurat> = store.baca().mungkin(sql, nilai![s.pengaduan]).await?;
    b.map(|b| b.buka(store.kunci(), Milik(super::SUREL, s.pengaduan.0), Milik(super::NAMA, s.pengaduan.0))).transpose()
}

#[derive(FromQueryResult)]
pub(crate) struct MentahSurat {
    surel: Tersegel,
    bahasa: String,
    nama: Tersegel,
    kode: String,
    nomor: String,
    instansi: String,
}

impl MentahSurat {
    pub(crate) fn buka(self, kunci: &Kunci, surel: Milik<'_>, nama: Milik<'_>) -> Hasil<BahanSurat> {
        let (surel, nama) = (self.surel.buka(kunci, surel)?, self.nama.buka(kunci, nama)?);
        Ok(BahanSurat { surel, nama, bahasa: self.bahasa, kode: self.kode, nomor: self.nomor, instansi: self.instansi })
    }
}
