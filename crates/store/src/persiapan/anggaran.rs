//! Budget lines of a period and what was spent of them, in whole rupiah. A line or a payment that was a mistake keeps its row
//! and stops counting. Sums are made here from integers, nothing is rounded.

mod realisasi;

pub use realisasi::{Realisasi, batalkan, bayar, milik};

use crate::{
    Hasil, Store, StoreError, Tx, audit,
    hak::{PembacaPeriode, PenyelenggaraPeriode},
    id::AnggaranId,
    kueri::Kueri,
    nilai,
    versi::bentrok,
};
use sea_orm::FromQueryResult;

/// No line and no payment is larger: 100 trillion rupiah, so that sums stay far inside 64 bits.
pub const RUPIAH_MAKS: i64 = 100_000_000_000_000;

/// A line as the form gives it. `volume` counts `satuan`; `harga` is for one of them.
#[derive(Debug, Clone, Copy)]
pub struct Isi<'a> {
    pub rekening: &'a str,
    pub uraian: &'a str,
    pub volume: i64,
    pub satuan: &'a str,
    pub harga: i64,
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct Anggaran {
    pub id: AnggaranId,
    pub rekening: String,
    pub uraian: String,
    pub volume: i64,
    pub satuan: String,
    pub harga: i64,
    pub versi: i64,
    /// Payments that count.
    pub terpakai: i64,
}

impl Anggaran {
    /// Volume times price; both were bounded when they came in.
    #[must_use]
    pub fn jumlah(&self) -> i64 {
        self.volume.saturating_mul(self.harga)
    }

    /// Below zero when more was spent than planned.
    #[must_use]
    pub fn sisa(&self) -> i64 {
        self.jumlah() - self.terpakai
    }
}

/// Sums of a period.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Jumlah {
    pub rencana: i64,
    pub terpakai: i64,
}

impl Jumlah {
    #[must_use]
    pub fn dari(baris: &[Anggaran]) -> Self {
        Self { rencana: baris.iter().map(Anggaran::jumlah).sum(), terpakai: baris.iter().map(|b| b.terpakai).sum() }
    }

    #[must_use]
    pub fn sisa(&self) -> i64 {
        self.rencana - self.terpakai
    }
}

const PILIH: &str = "SELECT g.id, g.rekening, g.uraian, g.volume, g.satuan, g.harga, g.versi,
    CAST(COALESCE((SELECT SUM(r.jumlah) FROM anggaran_realisasi r LEFT JOIN anggaran_realisasi_batal b ON b.realisasi_id = r.id
      WHERE r.anggaran_id = g.id AND b.realisasi_id IS NULL), 0) AS bigint) AS terpakai
    FROM anggaran g LEFT JOIN anggaran_hapus h ON h.anggaran_id = g.id";

/// Lines of a period by account code, at most 1,000.
pub async fn daftar(store: &Store, hak: &PembacaPeriode) -> Hasil<Vec<Anggaran>> {
    let sql = format!("{PILIH} WHERE g.periode_id = $1 AND h.anggaran_id IS NULL ORDER BY g.rekening, g.id LIMIT 1000");
    store.baca().semua(&sql, nilai![hak.periode.id]).await
}

/// One line of the period.
///
/// # Errors
/// `TidakDitemukan` for one of another period, and one that was taken out.
pub async fn satu(store: &Store, hak: &PembacaPeriode, id: AnggaranId) -> Hasil<Anggaran> {
    let sql = format!("{PILIH} WHERE g.id = $1 AND g.periode_id = $2 AND h.anggaran_id IS NULL");
    store.baca().satu(&sql, nilai![id, hak.periode.id]).await
}

fn periksa(isi: &Isi<'_>) -> Hasil<()> {
    let jumlah = isi.volume.checked_mul(isi.harga);
    if isi.volume < 1 || isi.harga < 1 || jumlah.is_none_or(|j| j > RUPIAH_MAKS) {
        return Err(StoreError::Keadaan("anggaran-jumlah"));
    }
    Ok(())
}

async fn catat(tx: &Tx, hak: &PenyelenggaraPeriode, aksi: &str, id: AnggaranId, rincian: serde_json::Value) -> Hasil<()> {
    let k = audit::Kejadian::baru(aksi, "anggaran", id).instansi(hak.periode.instansi_id).rincian(rincian);
    audit::catat(tx, hak.pelaku(), k).await.map(|_| ())
}

/// Adds a line. `id` is made when the form is shown, so that pressing twice adds one.
///
/// # Errors
/// `Keadaan("anggaran-jumlah")` for a volume, price or product outside 1 to [`RUPIAH_MAKS`].
pub async fn tambah(store: &Store, hak: &PenyelenggaraPeriode, id: AnggaranId, isi: Isi<'_>) -> Hasil<AnggaranId> {
    periksa(&isi)?;
    let tx = store.mulai().await?;
    let n = tx
        .jalankan(
            "INSERT INTO anggaran (id, periode_id, rekening, uraian, volume, satuan, harga, versi, dibuat, oleh)
             VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9) ON CONFLICT (id) DO NOTHING",
            nilai![
                id,
                hak.periode.id,
                isi.rekening.trim(),
                isi.uraian.trim(),
                isi.volume,
                isi.satuan.trim(),
                isi.harga,
                tx.pada,
                hak.pelaku().akun
            ],
        )
        .await?;
    if n == 0 {
        let sql = "SELECT COUNT(*) AS n FROM anggaran WHERE id = $1 AND periode_id = $2 AND uraian = $3";
        let sama = tx.angka(sql, nilai![id, hak.periode.id, isi.uraian.trim()]).await?;
        return if sama > 0 { Ok(id) } else { Err(StoreError::OperasiLain) };
    }
    catat(&tx, hak, "anggaran.tambah", id, serde_json::json!({ "volume": isi.volume, "harga": isi.harga })).await?;
    tx.commit().await?;
    Ok(id)
}

#[derive(FromQueryResult)]
struct Kepala {
    versi: i64,
}

/// The line under lock, while it counts.
async fn kunci(tx: &Tx, hak: &PenyelenggaraPeriode, id: AnggaranId) -> Hasil<i64> {
    let sql = format!(
        "SELECT versi FROM anggaran WHERE id = $1 AND periode_id = $2 AND NOT EXISTS (SELECT 1 FROM anggaran_hapus h WHERE h.anggaran_id = $1){}",
        tx.kunci_baris()
    );
    Ok(tx.satu::<Kepala>(&sql, nilai![id, hak.periode.id]).await?.versi)
}

/// # Errors
/// As [`tambah`], and `Bentrok` on a stale version.
pub async fn ubah(store: &Store, hak: &PenyelenggaraPeriode, id: AnggaranId, versi: i64, isi: Isi<'_>) -> Hasil<()> {
    periksa(&isi)?;
    let tx = store.mulai().await?;
    let kini = kunci(&tx, hak, id).await?;
    if kini != versi {
        return Err(bentrok(&tx, "anggaran", &id.to_string(), kini).await?);
    }
    tx.jalankan(
        "UPDATE anggaran SET rekening = $2, uraian = $3, volume = $4, satuan = $5, harga = $6, versi = versi + 1 WHERE id = $1",
        nilai![id, isi.rekening.trim(), isi.uraian.trim(), isi.volume, isi.satuan.trim(), isi.harga],
    )
    .await?;
    catat(&tx, hak, "anggaran.ubah", id, serde_json::json!({ "volume": isi.volume, "harga": isi.harga })).await?;
    tx.commit().await
}

/// Takes a line out, with a reason.
///
/// # Errors
/// `Keadaan("alasan-wajib")`, `Keadaan("anggaran-terpakai")` while payments count on it.
pub async fn hapus(store: &Store, hak: &PenyelenggaraPeriode, id: AnggaranId, alasan: &str) -> Hasil<()> {
    if alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    kunci(&tx, hak, id).await?;
    let hidup = "SELECT COUNT(*) AS n FROM anggaran_realisasi r LEFT JOIN anggaran_realisasi_batal b ON b.realisasi_id = r.id
        WHERE r.anggaran_id = $1 AND b.realisasi_id IS NULL";
    if tx.angka(hidup, nilai![id]).await? > 0 {
        return Err(StoreError::Keadaan("anggaran-terpakai"));
    }
    tx.jalankan(
        "INSERT INTO anggaran_hapus (anggaran_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4)",
        nilai![id, alasan.trim(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    let rincian = serde_json::json!({ "alasan": tx.kunci.ringkas(alasan.trim()) });
    catat(&tx, hak, "anggaran.hapus", id, rincian).await?;
    tx.commit().await
}
