//! Whether a period gives a right of reply, and for how many working days.

use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    hak::PenyelenggaraPeriode,
    id::{AkunId, InstansiId, PeriodeId},
    kalender::{self, HAK_JAWAB_BAWAAN, HARI_TERBANYAK},
    kueri::Kueri,
    nilai, periode,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aturan {
    pub pakai: bool,
    pub hari_kerja: i64,
    /// Why it was switched off.
    pub alasan: String,
}

#[derive(FromQueryResult)]
struct Baris {
    pakai: String,
    hari_kerja: i64,
    alasan: String,
}

/// The rule of a period. A period made before there was one has no right of reply.
pub async fn aturan<C: ConnectionTrait>(c: &C, periode: PeriodeId) -> Hasil<Aturan> {
    let b: Option<Baris> = c
        .mungkin("SELECT pakai, hari_kerja, alasan FROM sanggah_aturan WHERE periode_id = $1 ORDER BY id DESC LIMIT 1", nilai![periode])
        .await?;
    Ok(match b {
        Some(b) => Aturan { pakai: b.pakai == "ya", hari_kerja: b.hari_kerja, alasan: b.alasan },
        None => Aturan { pakai: false, hari_kerja: HAK_JAWAB_BAWAAN, alasan: String::new() },
    })
}

/// A new period begins with the right of reply, by the length that its office set.
pub(crate) async fn awal(tx: &Tx, periode: PeriodeId, instansi: InstansiId, oleh: AkunId) -> Hasil<()> {
    let hari = kalender::aturan(&**tx, instansi).await?.map_or(HAK_JAWAB_BAWAAN, |a| a.hak_jawab_hari);
    tulis(tx, periode, true, hari, "", oleh).await
}

/// Changes the rule of a period. The rule that stands is not written again.
///
/// # Errors
/// `Keadaan`: `alasan-wajib` to switch it off, `tenggat-hari-di-luar`, `sanggah-aturan-berjalan` to switch it off once a unit
/// was shown its draft.
pub async fn atur(store: &Store, hak: &PenyelenggaraPeriode, pakai: bool, hari: i64, alasan: &str) -> Hasil<()> {
    let (id, alasan) = (hak.periode.id, alasan.trim());
    if !(1..=HARI_TERBANYAK).contains(&hari) {
        return Err(StoreError::Keadaan("tenggat-hari-di-luar"));
    }
    let tx = store.mulai().await?;
    periode::kunci(&tx, id).await?;
    let kini = aturan(&*tx, id).await?;
    if kini.pakai == pakai && kini.hari_kerja == hari {
        return Ok(());
    }
    if kini.pakai && !pakai {
        if alasan.is_empty() {
            return Err(StoreError::Keadaan("alasan-wajib"));
        }
        let sql = "SELECT COUNT(*) AS n FROM sanggah_buka b JOIN lokus l ON l.id = b.lokus_id WHERE l.periode_id = $1";
        if tx.angka(sql, nilai![id]).await? > 0 {
            return Err(StoreError::Keadaan("sanggah-aturan-berjalan"));
        }
    }
    tulis(&tx, id, pakai, hari, if pakai { "" } else { alasan }, hak.pelaku().akun).await?;
    let r = serde_json::json!({ "pakai": pakai, "hari_kerja": hari, "alasan": tx.kunci.ringkas(alasan) });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("sanggah.atur", "periode", id).instansi(hak.periode.instansi_id).rincian(r)).await?;
    tx.commit().await
}

async fn tulis(tx: &Tx, periode: PeriodeId, pakai: bool, hari: i64, alasan: &str, oleh: AkunId) -> Hasil<()> {
    tx.jalankan(
        "INSERT INTO sanggah_aturan (id, periode_id, pakai, hari_kerja, alasan, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        nilai![crate::id::baru(), periode, if pakai { "ya" } else { "tidak" }, hari, alasan, tx.pada, oleh],
    )
    .await
    .map(|_| ())
}
