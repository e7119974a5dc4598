//! Changing a plan: each change in one transaction with its audit event; a finished activity is closed to changes until it
//! is opened again with a reason.

use super::{Butir, baca::satu};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    berkas::Berkas,
    bukti::rapikan_nama,
    hak::PengelolaRondeSkm,
    kueri::Kueri,
    nilai, objek, peristiwa, ronde,
    skm::topik,
    versi::bentrok,
};
use jiff::civil::Date;
use uuid::Uuid;

/// Characters of one text.
pub const TEKS_MAKS: usize = 500;
/// Activities of one plan.
const BUTIR_MAKS: i64 = 200;

/// What a form says about an activity.
#[derive(Debug, Clone)]
pub struct ButirIsi<'a> {
    pub unsur: &'a str,
    pub kegiatan: &'a str,
    pub keluaran: &'a str,
    pub tenggat: Date,
    pub penanggung_jawab: &'a str,
}

fn periksa(hak: &PengelolaRondeSkm, isi: &ButirIsi<'_>) -> Hasil<()> {
    if !hak.ronde.unsur.iter().any(|u| u == isi.unsur) {
        return Err(StoreError::Keadaan("skm-rtl-unsur"));
    }
    if [isi.kegiatan, isi.keluaran, isi.penanggung_jawab].iter().any(|t| t.trim().is_empty()) {
        return Err(StoreError::Keadaan("skm-rtl-kosong"));
    }
    if [isi.kegiatan, isi.keluaran, isi.penanggung_jawab].iter().any(|t| t.chars().count() > TEKS_MAKS) {
        return Err(StoreError::Keadaan("skm-rtl-panjang"));
    }
    if isi.tenggat.to_string() < hak.ronde.mulai {
        return Err(StoreError::Keadaan("skm-rtl-tenggat"));
    }
    Ok(())
}

/// Adds an activity. The same id again changes nothing.
///
/// # Errors
/// `Keadaan` with `skm-rtl-…` for what the form got wrong.
pub async fn tambah(store: &Store, hak: &PengelolaRondeSkm, id: Uuid, isi: &ButirIsi<'_>) -> Hasil<()> {
    periksa(hak, isi)?;
    let tx = store.mulai().await?;
    ronde::kunci(&tx, hak.ronde.id).await?;
    if tx.angka("SELECT COUNT(*) AS n FROM skm_rtl WHERE id = $1", nilai![id]).await? > 0 {
        let sama = tx.angka("SELECT COUNT(*) AS n FROM skm_rtl WHERE id = $1 AND ronde_id = $2", nilai![id, hak.ronde.id]).await?;
        return if sama > 0 { Ok(()) } else { Err(StoreError::OperasiLain) };
    }
    if tx.angka("SELECT COUNT(*) AS n FROM skm_rtl WHERE ronde_id = $1", nilai![hak.ronde.id]).await? >= BUTIR_MAKS {
        return Err(StoreError::Keadaan("skm-rtl-banyak"));
    }
    tx.jalankan(
        "INSERT INTO skm_rtl (id, ronde_id, unsur, kegiatan, keluaran, tenggat, penanggung_jawab, versi, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9)",
        nilai![
            id,
            hak.ronde.id,
            isi.unsur,
            isi.kegiatan.trim(),
            isi.keluaran.trim(),
            isi.tenggat.to_string(),
            isi.penanggung_jawab.trim(),
            tx.pada,
            hak.pelaku().akun
        ],
    )
    .await?;
    selesai(tx, hak, "skm.rtl-tambah", id, serde_json::json!({ "unsur": isi.unsur, "tenggat": isi.tenggat.to_string() })).await
}

/// Changes an activity that was read as `versi`.
///
/// # Errors
/// `Bentrok` when somebody saved first; `Keadaan("skm-rtl-sudah-selesai")`; as [`tambah`].
pub async fn ubah(store: &Store, hak: &PengelolaRondeSkm, id: Uuid, versi: i64, isi: &ButirIsi<'_>) -> Hasil<()> {
    periksa(hak, isi)?;
    let (tx, lama) = terbuka(store, hak, id).await?;
    if lama.versi != versi {
        return Err(bentrok(&tx, "rtl", &id.to_string(), lama.versi).await?);
    }
    tx.jalankan(
        "UPDATE skm_rtl SET unsur = $2, kegiatan = $3, keluaran = $4, tenggat = $5, penanggung_jawab = $6, versi = versi + 1, pada = $7,
         oleh = $8 WHERE id = $1",
        nilai![
            id,
            isi.unsur,
            isi.kegiatan.trim(),
            isi.keluaran.trim(),
            isi.tenggat.to_string(),
            isi.penanggung_jawab.trim(),
            tx.pada,
            hak.pelaku().akun
        ],
    )
    .await?;
    let rincian =
        serde_json::json!({ "unsur": isi.unsur, "tenggat": isi.tenggat.to_string(), "tenggat_lama": lama.tenggat, "versi": versi + 1 });
    selesai(tx, hak, "skm.rtl-ubah", id, rincian).await
}

/// Takes an activity out of the plan by a row that says who and when.
///
/// # Errors
/// `Keadaan("skm-rtl-sudah-selesai")`.
pub async fn hapus(store: &Store, hak: &PengelolaRondeSkm, id: Uuid) -> Hasil<()> {
    let (tx, lama) = terbuka(store, hak, id).await?;
    tx.jalankan("INSERT INTO skm_rtl_hapus (rtl_id, pada, oleh) VALUES ($1, $2, $3)", nilai![id, tx.pada, hak.pelaku().akun]).await?;
    selesai(tx, hak, "skm.rtl-hapus", id, serde_json::json!({ "unsur": lama.unsur })).await
}

/// Says that an activity is done, with a note, a checked file as proof, or both. The same `op` again changes nothing.
///
/// # Errors
/// `Keadaan("skm-rtl-bukti-wajib")` with neither; `Keadaan("skm-rtl-sudah-selesai")`.
pub async fn selesaikan(
    store: &Store,
    hak: &PengelolaRondeSkm,
    id: Uuid,
    op: Uuid,
    catatan: &str,
    bukti: Option<(&str, &Berkas)>,
) -> Hasil<()> {
    let catatan: String = catatan.trim().chars().take(TEKS_MAKS).collect();
    if catatan.is_empty() && bukti.is_none() {
        return Err(StoreError::Keadaan("skm-rtl-bukti-wajib"));
    }
    let tersimpan = bukti.map(|(_, b)| objek::simpan(store, b.isi())).transpose()?;
    let tx = store.mulai().await?;
    ronde::kunci(&tx, hak.ronde.id).await?;
    if tx.angka("SELECT COUNT(*) AS n FROM skm_rtl_selesai WHERE id = $1 AND rtl_id = $2", nilai![op, id]).await? > 0 {
        return Ok(());
    }
    belum(satu(&*tx, hak.ronde.id, id).await?)?;
    if let (Some(t), Some((_, b))) = (&tersimpan, bukti) {
        objek::catat(&tx, t, b.tipe().mime()).await?;
    }
    let sidik = tersimpan.map(|t| t.sidik);
    let nama = bukti.map(|(nama, b)| rapikan_nama(nama, b.tipe()));
    let rincian = serde_json::json!({ "bukti": sidik, "catatan": !catatan.is_empty() });
    tulis_selesai(&tx, hak, (op, id, "selesai"), &catatan, (sidik, nama)).await?;
    selesai(tx, hak, "skm.rtl-selesai", id, rincian).await
}

/// Opens a finished activity again, with a reason.
///
/// # Errors
/// `Keadaan("alasan-wajib")`; opening what is open changes nothing.
pub async fn batal_selesai(store: &Store, hak: &PengelolaRondeSkm, id: Uuid, alasan: &str) -> Hasil<()> {
    let alasan: String = alasan.trim().chars().take(TEKS_MAKS).collect();
    if alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    ronde::kunci(&tx, hak.ronde.id).await?;
    if satu(&*tx, hak.ronde.id, id).await?.selesai.is_none() {
        return Ok(());
    }
    tulis_selesai(&tx, hak, (crate::id::baru(), id, "batal"), &alasan, (None, None)).await?;
    let rincian = serde_json::json!({ "alasan": tx.kunci.ringkas(&alasan) });
    selesai(tx, hak, "skm.rtl-buka", id, rincian).await
}

async fn tulis_selesai(
    tx: &Tx,
    hak: &PengelolaRondeSkm,
    (baru, id, jenis): (Uuid, Uuid, &str),
    catatan: &str,
    (sidik, nama): (Option<String>, Option<String>),
) -> Hasil<()> {
    tx.jalankan(
        "INSERT INTO skm_rtl_selesai (id, rtl_id, jenis, catatan, objek, nama_berkas, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        nilai![baru, id, jenis, catatan, sidik, nama, tx.pada, hak.pelaku().akun],
    )
    .await?;
    Ok(())
}

/// An activity that may change, under the lock of its round.
async fn terbuka(store: &Store, hak: &PengelolaRondeSkm, id: Uuid) -> Hasil<(Tx, Butir)> {
    let tx = store.mulai().await?;
    ronde::kunci(&tx, hak.ronde.id).await?;
    let b = belum(satu(&*tx, hak.ronde.id, id).await?)?;
    Ok((tx, b))
}

fn belum(b: Butir) -> Hasil<Butir> {
    if b.selesai.is_some() { Err(StoreError::Keadaan("skm-rtl-sudah-selesai")) } else { Ok(b) }
}

async fn selesai(tx: Tx, hak: &PengelolaRondeSkm, aksi: &str, id: Uuid, mut rincian: serde_json::Value) -> Hasil<()> {
    rincian["ronde"] = serde_json::json!(hak.ronde.id);
    audit::catat(&tx, hak.pelaku(), Kejadian::baru(aksi, "rtl", id).instansi(hak.ronde.instansi_id).rincian(rincian)).await?;
    peristiwa::siarkan(&tx, &topik(hak.ronde.id), &serde_json::json!({ "rtl": id })).await?;
    tx.commit().await
}
