//! The purge: personal data whose time is over are erased, record by record, each in a transaction of its own. A dry run counts the
//! same records by the same SQL. The log says how many, never whose.

use super::{
    Jenis,
    hapus::{self, Sebab},
    retensi,
};
use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::Admin,
    kueri::Kueri,
    nilai, rawat,
};
use sea_orm::FromQueryResult;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Records of one round, so that a stop comes soon.
const KELOMPOK: i64 = 200;
const HARI: i64 = 86_400;

fn jenis(j: retensi::Jenis) -> Option<Jenis> {
    match j {
        retensi::Jenis::Permohonan => Some(Jenis::Permohonan),
        retensi::Jenis::Pengaduan => Some(Jenis::Pengaduan),
        retensi::Jenis::Konsultasi => Some(Jenis::Konsultasi),
        retensi::Jenis::CatatanBaca => None,
    }
}

/// `FROM … WHERE …` of the records of a kind that ended before `$1` and hold data still.
fn sumber(j: Jenis) -> String {
    let akhir = match j {
        Jenis::Permohonan => "(SELECT MAX(e.pada) FROM permohonan_peristiwa e WHERE e.permohonan_id = r.id)",
        Jenis::Pengaduan => "(SELECT MAX(e.pada) FROM pengaduan_langkah e WHERE e.pengaduan_id = r.id)",
        Jenis::Konsultasi => "(SELECT k.pada FROM konsultasi_kini k WHERE k.konsultasi_id = r.id)",
        Jenis::Akun | Jenis::Pesanan => "r.dibuat",
    };
    format!(
        "FROM {} r WHERE r.pada < $1 AND {} AND COALESCE({akhir}, r.pada) < $1
         AND NOT EXISTS (SELECT 1 FROM pdp_hapus h WHERE h.objek_id = r.id)",
        j.kunci(),
        hapus::usai(j)
    )
}

const CATATAN: &str = "FROM catatan_baca r WHERE r.pada < $1";

async fn batas(store: &Store, j: retensi::Jenis) -> Hasil<Waktu> {
    Ok(store.sekarang().tambah_detik(-retensi::satu(store.baca(), j).await?.hari * HARI))
}

/// Dry run: how many records of each kind would lose their personal data now.
///
/// # Errors
/// When the store fails.
pub async fn hitung(store: &Store) -> Hasil<BTreeMap<&'static str, i64>> {
    let mut h = BTreeMap::new();
    for j in retensi::Jenis::SEMUA {
        let dari = jenis(j).map_or_else(|| CATATAN.to_owned(), sumber);
        let n = store.baca().angka(&format!("SELECT COUNT(*) AS n {dari}"), nilai![batas(store, j).await?]).await?;
        h.insert(j.kunci(), n);
    }
    Ok(h)
}

#[derive(FromQueryResult)]
struct Calon {
    id: Uuid,
}

/// Erases what is over; then files that nothing refers to. `oleh`: `None` for the program itself, or who runs it on its machine.
///
/// # Errors
/// When the store fails; what was erased until then stays erased, and the next run goes on.
pub async fn bersihkan(store: &Store, oleh: Option<&Admin>) -> Hasil<BTreeMap<&'static str, i64>> {
    let mut h = BTreeMap::new();
    for j in retensi::Jenis::SEMUA {
        let batas = batas(store, j).await?;
        let n = if let Some(j) = jenis(j) {
            sejenis(store, j, batas).await?
        } else {
            let tx = store.mulai().await?;
            let n = tx.jalankan("DELETE FROM catatan_baca WHERE pada < $1", nilai![batas]).await?;
            tx.commit().await?;
            i64::try_from(n).unwrap_or(i64::MAX)
        };
        h.insert(j.kunci(), n);
    }
    if h.values().any(|n| *n > 0) {
        rawat::bersihkan(store).await?;
    }
    let tx = store.mulai().await?;
    let (id, oleh) = (crate::id::baru(), oleh.map(|a| a.pelaku().akun));
    let isi = serde_json::to_value(&h).map_err(|e| StoreError::Rusak(e.to_string()))?;
    let sql = "INSERT INTO pdp_jalan (id, hitung, pada, oleh) VALUES ($1, $2, $3, $4)";
    tx.jalankan(sql, nilai![id, isi.to_string(), tx.pada, oleh]).await?;
    audit::catat_oleh(&tx, oleh, Kejadian::baru("pdp.bersihkan", "pdp", id).rincian(isi)).await?;
    tx.commit().await?;
    Ok(h)
}

async fn sejenis(store: &Store, j: Jenis, batas: Waktu) -> Hasil<i64> {
    let sql = format!("SELECT r.id {} ORDER BY r.id LIMIT {KELOMPOK}", sumber(j));
    let mut n = 0;
    loop {
        let calon: Vec<Calon> = store.baca().semua(&sql, nilai![batas]).await?;
        let mut maju = false;
        for c in &calon {
            let tx = store.mulai().await?;
            match hapus::satu(&tx, j, c.id, Sebab::Masa).await {
                Ok(baru) => {
                    tx.commit().await?;
                    n += i64::from(baru);
                    maju = true;
                }
                // Opened again a moment ago.
                Err(StoreError::Keadaan(_)) => {}
                Err(e) => return Err(e),
            }
        }
        if !maju {
            return Ok(n);
        }
    }
}

/// A run of the purge.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Jalan {
    hitung: String,
    pub pada: Waktu,
    pub oleh: Option<String>,
}

impl Jalan {
    /// Records by kind.
    #[must_use]
    pub fn hitung(&self) -> BTreeMap<String, i64> {
        serde_json::from_str(&self.hitung).unwrap_or_default()
    }
}

/// The last runs, the newest first.
///
/// # Errors
/// When the store fails.
pub async fn jalan_terakhir(store: &Store) -> Hasil<Vec<Jalan>> {
    let sql = "SELECT j.hitung, j.pada, a.nama AS oleh FROM pdp_jalan j LEFT JOIN akun a ON a.id = j.oleh ORDER BY j.id DESC LIMIT 10";
    store.baca().semua(sql, nilai![]).await
}

/// Whether the purge runs by itself.
///
/// # Errors
/// When the store fails.
pub async fn setiap_hari(store: &Store) -> Hasil<bool> {
    Ok(store.baca().angka("SELECT nyala AS n FROM pdp_harian ORDER BY id DESC LIMIT 1", nilai![]).await? == 1)
}

/// Switches it on or off. The same id again does nothing.
///
/// # Errors
/// When the store fails.
pub async fn setel_harian(store: &Store, hak: &Admin, id: Uuid, nyala: bool) -> Hasil<()> {
    let tx = store.mulai().await?;
    let sql = "INSERT INTO pdp_harian (id, nyala, pada, oleh) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING";
    if tx.jalankan(sql, nilai![id, i64::from(nyala), tx.pada, hak.pelaku().akun]).await? > 0 {
        let rincian = serde_json::json!({ "nyala": nyala });
        audit::catat(&tx, hak.pelaku(), Kejadian::baru("pdp.harian", "pdp", "harian").rincian(rincian)).await?;
    }
    tx.commit().await
}

/// The daily run: nothing unless it is switched on and the last one is a day ago. Returns whether it ran.
///
/// # Errors
/// When the store fails.
pub async fn harian(store: &Store) -> Hasil<bool> {
    if !setiap_hari(store).await? {
        return Ok(false);
    }
    let sejak = store.sekarang().tambah_detik(-HARI);
    if store.baca().angka("SELECT COUNT(*) AS n FROM pdp_jalan WHERE pada > $1", nilai![sejak]).await? > 0 {
        return Ok(false);
    }
    bersihkan(store, None).await?;
    Ok(true)
}
