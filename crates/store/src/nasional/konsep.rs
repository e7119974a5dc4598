//! What the ministry writes itself into the national report of a year and scheme before it is made. Each saving is kept; nothing
//! is overwritten, and who saves over a newer text is told so.

use super::rekap::Nasional;
use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    kueri::Kueri,
    nilai,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// The longest text of one chapter, in characters.
pub const TEKS_MAKS: usize = 20_000;

/// What is written; empty where nothing is yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Isi {
    pub nomor: String,
    pub tempat: String,
    /// Who signs, and as what.
    pub penanda_tangan: String,
    pub jabatan: String,
    pub pendahuluan: String,
    pub simpulan: String,
    pub saran: String,
}

#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Konsep {
    pub versi: i64,
    pub nomor: String,
    pub tempat: String,
    pub penanda_tangan: String,
    pub jabatan: String,
    pub pendahuluan: String,
    pub simpulan: String,
    pub saran: String,
    pub pada: Waktu,
    pub oleh: Uuid,
    pub oleh_nama: String,
}

impl Konsep {
    #[must_use]
    pub fn isi(&self) -> Isi {
        Isi {
            nomor: self.nomor.clone(),
            tempat: self.tempat.clone(),
            penanda_tangan: self.penanda_tangan.clone(),
            jabatan: self.jabatan.clone(),
            pendahuluan: self.pendahuluan.clone(),
            simpulan: self.simpulan.clone(),
            saran: self.saran.clone(),
        }
    }
}

async fn terakhir<C: ConnectionTrait>(c: &C, tahun: i64, skema: &str) -> Hasil<Option<Konsep>> {
    let sql = "SELECT k.versi, k.nomor, k.tempat, k.penanda_tangan, k.jabatan, k.pendahuluan, k.simpulan, k.saran, k.pada, k.oleh, a.nama AS oleh_nama
        FROM laporan_nasional_konsep k JOIN akun a ON a.id = k.oleh WHERE k.tahun = $1 AND k.skema = $2 ORDER BY k.versi DESC LIMIT 1";
    c.mungkin(sql, nilai![tahun, skema]).await
}

/// The newest text; `None` before the first saving.
pub async fn baca(store: &Store, _: &Nasional, tahun: i64, skema: &str) -> Hasil<Option<Konsep>> {
    terakhir(store.baca(), tahun, skema).await
}

/// Saves over version `dasar` (0 before the first). The same text again changes nothing.
///
/// # Errors
/// `Bentrok` when somebody saved meanwhile.
pub async fn simpan(store: &Store, hak: &Nasional, tahun: i64, skema: &str, dasar: i64, isi: &Isi) -> Hasil<i64> {
    let tx = store.mulai().await?;
    let lama = terakhir(&*tx, tahun, skema).await?;
    let versi = lama.as_ref().map_or(0, |k| k.versi);
    if let Some(k) = &lama {
        if k.isi() == *isi {
            return Ok(versi);
        }
        if versi != dasar {
            return Err(StoreError::Bentrok { versi, oleh: k.oleh, pada: k.pada });
        }
    }
    let n = tx
        .jalankan(
            "INSERT INTO laporan_nasional_konsep (tahun, skema, versi, nomor, tempat, penanda_tangan, jabatan, pendahuluan, simpulan, saran, pada, oleh)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (tahun, skema, versi) DO NOTHING",
            nilai![
                tahun,
                skema,
                versi + 1,
                isi.nomor.as_str(),
                isi.tempat.as_str(),
                isi.penanda_tangan.as_str(),
                isi.jabatan.as_str(),
                isi.pendahuluan.as_str(),
                isi.simpulan.as_str(),
                isi.saran.as_str(),
                tx.pada,
                hak.pelaku().akun
            ],
        )
        .await?;
    if n == 0 {
        // Somebody else saved this version between our reading and writing (PostgreSQL lets both go on).
        let k = terakhir(&*tx, tahun, skema).await?.ok_or(StoreError::Sibuk)?;
        return Err(StoreError::Bentrok { versi: k.versi, oleh: k.oleh, pada: k.pada });
    }
    let rincian = serde_json::json!({ "tahun": tahun, "skema": skema, "versi": versi + 1 });
    let objek = format!("{tahun}/{skema}");
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("laporan-nasional.konsep", "laporan-nasional-konsep", objek).rincian(rincian)).await?;
    tx.commit().await?;
    Ok(versi + 1)
}
