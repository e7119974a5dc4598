//! Entering a breach, what is learned of it, who was told, and its end; the reminder of its time.

use super::{Kepada, Naskah, satu};
use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    hak::Admin,
    id::AkunId,
    kueri::Kueri,
    nilai,
    pdp::TENGGAT_DETIK,
    pemberitahuan::{Kepada as Penerima, Pemberitahuan, beri_tahu},
};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// Enters a breach. The clock runs from `diketahui`. The same id again does nothing.
///
/// # Errors
/// `Keadaan`: `insiden-belum-lengkap`, `insiden-waktu` for a time to come.
pub async fn catat(store: &Store, hak: &Admin, id: Uuid, diketahui: Waktu, n: &Naskah<'_>) -> Hasil<()> {
    n.periksa()?;
    let tx = store.mulai().await?;
    if diketahui > tx.pada {
        return Err(StoreError::Keadaan("insiden-waktu"));
    }
    let sql = "INSERT INTO insiden (id, diketahui, tenggat, pada, oleh) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING";
    let v = nilai![id, diketahui, diketahui.tambah_detik(TENGGAT_DETIK), tx.pada, hak.pelaku().akun];
    if tx.jalankan(sql, v).await? > 0 {
        simpan(&tx, hak, id, 1, n).await?;
        audit::catat(&tx, hak.pelaku(), Kejadian::baru("insiden.catat", "insiden", id)).await?;
        kabari(&tx, "insiden-baru", id, Some(hak.pelaku().akun)).await?;
    }
    tx.commit().await
}

async fn simpan(tx: &Tx, hak: &Admin, id: Uuid, versi: i64, n: &Naskah<'_>) -> Hasil<u64> {
    tx.jalankan(
        "INSERT INTO insiden_naskah (insiden_id, versi, judul, data, kejadian, dampak, penanganan, kontak, jumlah, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (insiden_id, versi) DO NOTHING",
        nilai![
            id,
            versi,
            n.judul.trim(),
            n.data.trim(),
            n.kejadian.trim(),
            n.dampak.trim(),
            n.penanganan.trim(),
            n.kontak.trim(),
            n.jumlah,
            tx.pada,
            hak.pelaku().akun
        ],
    )
    .await
}

async fn kabari(tx: &Tx, jenis: &'static str, id: Uuid, kecuali: Option<AkunId>) -> Hasil<()> {
    let p = Pemberitahuan {
        jenis,
        kepada: &[Penerima::Admin],
        kecuali,
        periode: None,
        lokus: None,
        tautan: &format!("/admin/insiden/{id}"),
        isi: &serde_json::json!({}),
        sekali: &format!("{jenis}/{id}"),
    };
    beri_tahu(tx, &p).await.map(drop)
}

async fn terbuka(tx: &Tx, id: Uuid) -> Hasil<()> {
    tx.angka(&format!("SELECT tenggat AS n FROM insiden WHERE id = $1{}", tx.kunci_baris()), nilai![id]).await?;
    if tx.angka("SELECT COUNT(*) AS n FROM insiden_tutup WHERE insiden_id = $1", nilai![id]).await? > 0 {
        return Err(StoreError::Keadaan("insiden-sudah-tutup"));
    }
    Ok(())
}

/// The newest text: events of other kinds stand in the audit log after it, so its own row says who wrote it.
#[derive(FromQueryResult)]
struct Terakhir {
    versi: i64,
    oleh: Uuid,
    pada: Waktu,
}

/// What is known now. `versi`: of what was changed.
///
/// # Errors
/// `Keadaan`: `insiden-belum-lengkap`, `insiden-sudah-tutup`; `Bentrok` when somebody else changed it.
pub async fn ubah(store: &Store, hak: &Admin, (id, versi): (Uuid, i64), n: &Naskah<'_>) -> Hasil<()> {
    n.periksa()?;
    let tx = store.mulai().await?;
    terbuka(&tx, id).await?;
    let sql = "SELECT versi, oleh, pada FROM insiden_naskah WHERE insiden_id = $1 ORDER BY versi DESC LIMIT 1";
    let kini: Terakhir = tx.mungkin(sql, nilai![id]).await?.ok_or(StoreError::TidakDitemukan)?;
    if kini.versi != versi {
        return Err(StoreError::Bentrok { versi: kini.versi, oleh: kini.oleh, pada: kini.pada });
    }
    simpan(&tx, hak, id, versi + 1, n).await?;
    let k = Kejadian::baru("insiden.ubah", "insiden", id).rincian(serde_json::json!({ "versi": versi + 1 }));
    audit::catat(&tx, hak.pelaku(), k).await?;
    tx.commit().await
}

/// Somebody was told: by what means, and when. The same `op` again does nothing.
///
/// # Errors
/// `Keadaan`: `insiden-cara-wajib`, `insiden-waktu` for a time to come, or before it was known.
pub async fn catat_kabar(store: &Store, hak: &Admin, (id, op): (Uuid, Uuid), kepada: Kepada, cara: &str, saat: Waktu) -> Hasil<()> {
    let i = satu(store, hak, id).await?;
    if cara.trim().is_empty() {
        return Err(StoreError::Keadaan("insiden-cara-wajib"));
    }
    let tx = store.mulai().await?;
    if saat > tx.pada || saat < i.diketahui {
        return Err(StoreError::Keadaan("insiden-waktu"));
    }
    let sql = "INSERT INTO insiden_kabar (id, insiden_id, kepada, cara, versi, saat, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (id) DO NOTHING";
    if tx.jalankan(sql, nilai![op, id, kepada.kunci(), cara.trim(), i.isi.versi, saat, tx.pada, hak.pelaku().akun]).await? > 0 {
        let rincian = serde_json::json!({ "kepada": kepada.kunci(), "versi": i.isi.versi });
        audit::catat(&tx, hak.pelaku(), Kejadian::baru("insiden.kabar", "insiden", id).rincian(rincian)).await?;
    }
    tx.commit().await
}

/// It is dealt with.
///
/// # Errors
/// `Keadaan`: `insiden-belum-dikabari` while holders or the authority were not told, `alasan-wajib`, `insiden-sudah-tutup`.
pub async fn tutup(store: &Store, hak: &Admin, id: Uuid, catatan: &str) -> Hasil<()> {
    if catatan.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    if satu(store, hak, id).await?.selesai_kabar().is_none() {
        return Err(StoreError::Keadaan("insiden-belum-dikabari"));
    }
    let tx = store.mulai().await?;
    terbuka(&tx, id).await?;
    let sql = "INSERT INTO insiden_tutup (insiden_id, catatan, pada, oleh) VALUES ($1, $2, $3, $4)";
    tx.jalankan(sql, nilai![id, catatan.trim(), tx.pada, hak.pelaku().akun]).await?;
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("insiden.tutup", "insiden", id)).await?;
    tx.commit().await
}

#[derive(FromQueryResult)]
struct Dekat {
    id: Uuid,
}

/// Tells administrators of breaches whose time ends within a day while somebody was not told; each once. Returns how many.
///
/// # Errors
/// When the store fails.
pub async fn ingatkan(store: &Store) -> Hasil<usize> {
    let belum = |siapa| format!("NOT EXISTS (SELECT 1 FROM insiden_kabar k WHERE k.insiden_id = i.id AND k.kepada = '{siapa}')");
    let sql = format!(
        "SELECT i.id FROM insiden i WHERE i.tenggat < $1 AND ({} OR {}) ORDER BY i.id LIMIT 500",
        belum("subjek"),
        belum("lembaga")
    );
    let semua: Vec<Dekat> = store.baca().semua(&sql, nilai![store.sekarang().tambah_detik(86_400)]).await?;
    if !semua.is_empty() {
        let tx = store.mulai().await?;
        for d in &semua {
            kabari(&tx, "insiden-dekat", d.id, None).await?;
        }
        tx.commit().await?;
    }
    Ok(semua.len())
}
