//! The sending of one message: what to send, and how a try ended. A message that arrived is never sent again by the program; a
//! stop between its answer and this record is the one case in which it comes twice, under the same id.

use super::{KEADAAN, kunci};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    id::{KaitId, KaitKirimId},
    kueri::Kueri,
    nilai,
    pekerjaan::{self, Nasib, Pekerjaan},
    pemberitahuan::{self, Kepada, Pemberitahuan},
};
use sea_orm::FromQueryResult;

/// Kind of the job; its content is the id of the message.
pub const KAIT: &str = "kait";
/// Days that what was sent stays on record.
const SIMPAN_HARI: i64 = 90;

/// A message to be sent now.
#[derive(Debug, Clone)]
pub struct Tugas {
    pub id: KaitKirimId,
    pub kait: KaitId,
    nama: String,
    pub alamat: String,
    pub peristiwa: String,
    /// The body as it is sent.
    pub isi: String,
    /// Key of the signature.
    pub kunci: [u8; 32],
}

/// What a try came to.
#[derive(Debug, Clone, Default)]
pub struct Coba {
    /// Made once for a try, so that it is recorded once.
    pub id: uuid::Uuid,
    /// Of the answer, if there was one.
    pub status: Option<u16>,
    /// What went wrong, in a word for the log page; empty: it arrived.
    pub galat: String,
    pub ms: i64,
}

#[derive(FromQueryResult)]
struct Baris {
    kait_id: KaitId,
    nama: String,
    alamat: String,
    peristiwa: String,
    isi: String,
    akhir: Option<String>,
    keadaan: String,
}

/// What a job asks to send. `None`: it ended before, or its address is off or removed; then the job is over.
///
/// # Errors
/// `Rusak` for a job that names no message.
pub async fn tugas(store: &Store, p: &Pekerjaan) -> Hasil<Option<Tugas>> {
    let id: KaitKirimId = serde_json::from_str(&p.isi).map_err(|e| StoreError::Rusak(format!("job {}: {e}", p.id)))?;
    let tx = store.mulai().await?;
    let sql = format!(
        "SELECT q.kait_id, k.nama, k.alamat, q.peristiwa, q.isi, x.akhir, {KEADAAN} AS keadaan FROM kait_kirim q
         JOIN kait k ON k.id = q.kait_id LEFT JOIN kait_akhir x ON x.kirim_id = q.id WHERE q.id = $1"
    );
    match tx.mungkin::<Baris>(&sql, nilai![id]).await? {
        Some(b) if b.akhir.is_none() && b.keadaan == "hidup" => Ok(Some(Tugas {
            id,
            kait: b.kait_id,
            nama: b.nama,
            alamat: b.alamat,
            peristiwa: b.peristiwa,
            isi: b.isi,
            kunci: kunci(store, b.kait_id),
        })),
        b => {
            if b.is_some_and(|b| b.akhir.is_none()) {
                akhiri(&tx, id, "batal").await?;
            }
            pekerjaan::hapus(&tx, p).await?;
            tx.commit().await?;
            Ok(None)
        }
    }
}

async fn akhiri(tx: &Tx, id: KaitKirimId, akhir: &str) -> Hasil<()> {
    let sql = "INSERT INTO kait_akhir (kirim_id, akhir, pada) VALUES ($1, $2, $3) ON CONFLICT (kirim_id) DO NOTHING";
    tx.jalankan(sql, nilai![id, akhir, tx.pada]).await.map(drop)
}

/// Records a try. After the last one that failed the address is switched off and the administrators are told.
pub async fn catat(store: &Store, p: &Pekerjaan, t: &Tugas, c: &Coba) -> Hasil<Nasib> {
    let tx = store.mulai().await?;
    let galat: String = c.galat.chars().take(200).collect();
    let status = c.status.map(i64::from);
    tx.jalankan(
        "INSERT INTO kait_coba (id, kirim_id, ke, status, galat, ms, pada) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        nilai![c.id, t.id, p.coba, status, galat, c.ms, tx.pada],
    )
    .await?;
    let lagi = if c.galat.is_empty() { None } else { pekerjaan::jeda(p) };
    if let Some(detik) = lagi {
        pekerjaan::tunda(&tx, p, detik).await?;
        tx.commit().await?;
        return Ok(Nasib::Lagi(detik));
    }
    pekerjaan::hapus(&tx, p).await?;
    akhiri(&tx, t.id, if c.galat.is_empty() { "sampai" } else { "gagal" }).await?;
    if !c.galat.is_empty() {
        putuskan(&tx, t).await?;
    }
    tx.commit().await?;
    Ok(Nasib::Menyerah)
}

/// Switches the address off after a message was given up.
async fn putuskan(tx: &Tx, t: &Tugas) -> Hasil<()> {
    let hidup = format!("SELECT COUNT(*) AS n FROM kait k WHERE k.id = $1 AND {KEADAAN} = 'hidup'");
    if tx.angka(&hidup, nilai![t.kait]).await? == 0 {
        return Ok(());
    }
    let id = crate::id::baru();
    tx.jalankan(
        "INSERT INTO kait_keadaan (id, kait_id, keadaan, sebab, pada) VALUES ($1, $2, 'mati', 'gagal', $3)",
        nilai![id, t.kait, tx.pada],
    )
    .await?;
    audit::catat_oleh(tx, None, Kejadian::baru("kait.gagal", "kait", t.kait).rincian(serde_json::json!({ "kirim": t.id }))).await?;
    pemberitahuan::beri_tahu(
        tx,
        &Pemberitahuan {
            jenis: "kait-mati",
            kepada: &[Kepada::Admin],
            kecuali: None,
            periode: None,
            lokus: None,
            tautan: &format!("/admin/kait/{}", t.kait),
            isi: &serde_json::json!({ "nama": t.nama }),
            sekali: &format!("kait-mati/{id}"),
        },
    )
    .await
    .map(drop)
}

#[derive(FromQueryResult)]
struct Usang {
    id: KaitKirimId,
}

/// Forgets what ended long ago.
pub async fn bersihkan(store: &Store) -> Hasil<u64> {
    let tx = store.mulai().await?;
    let lama = tx.pada.tambah_detik(-SIMPAN_HARI * 86_400);
    let usang = "SELECT q.id FROM kait_kirim q JOIN kait_akhir x ON x.kirim_id = q.id WHERE x.pada < $1 ORDER BY x.pada LIMIT 5000";
    let semua: Vec<Usang> = tx.semua(usang, nilai![lama]).await?;
    for u in &semua {
        tx.jalankan("DELETE FROM kait_coba WHERE kirim_id = $1", nilai![u.id]).await?;
        tx.jalankan("DELETE FROM kait_akhir WHERE kirim_id = $1", nilai![u.id]).await?;
        tx.jalankan("DELETE FROM kait_kirim WHERE id = $1", nilai![u.id]).await?;
    }
    tx.commit().await?;
    Ok(semua.len() as u64)
}
