//! Handing in, confirming the receipt, deciding. Each is a row that says who and when; telling the other side is part of
//! the same transaction.

use super::baca::{milik, satu};
use crate::{
    Hasil, Store, StoreError, Tx, audit,
    hak::{Nasional, PenanggungjawabPeriode, PenyelenggaraPeriode},
    id::{HasilId, PeriodeId, SerahId, SuratId},
    kueri::Kueri,
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
    periode, peristiwa, sidik_hex,
};
use sea_orm::FromQueryResult;

#[derive(FromQueryResult)]
struct Beku {
    id: HasilId,
    kode: String,
    sidik: String,
    sudah: i64,
}

/// Hands in all results that stand. One that waits is replaced when a result in it was annulled meanwhile; it stays. `id` is made when the form is shown, so that pressing twice hands in once.
///
/// # Errors
/// `Keadaan`: `serah-bukan-mandiri`, `serah-tanpa-hasil`, `serah-menunggu` while the last one waits and all its results stand,
/// `serah-tidak-ada-baru`, `serah-beku-dahulu` where nothing new stands because what was annulled is not frozen again.
pub async fn serahkan(store: &Store, hak: &PenyelenggaraPeriode, id: SerahId, catatan: &str) -> Hasil<()> {
    let p = &hak.periode;
    if !periode::aturan(&p.skema)?.divalidasi_nasional {
        return Err(StoreError::Keadaan("serah-bukan-mandiri"));
    }
    let tx = store.mulai().await?;
    periode::kunci(&tx, p.id).await?;
    let lama = milik(&*tx, p.id).await?;
    if lama.iter().any(|s| s.id == id) {
        return Ok(());
    }
    if lama.first().is_some_and(|s| s.menunggu() && s.batal == 0) {
        return Err(StoreError::Keadaan("serah-menunggu"));
    }
    let sql = format!(
        "SELECT h.id, l.kode, h.sidik, CASE WHEN {} THEN CAST(1 AS bigint) ELSE CAST(0 AS bigint) END AS sudah
         FROM hasil h JOIN lokus l ON l.id = h.lokus_id LEFT JOIN hasil_batal b ON b.hasil_id = h.id
         WHERE l.periode_id = $1 AND b.hasil_id IS NULL ORDER BY l.kode, h.id LIMIT 20000",
        super::TERVALIDASI
    );
    let beku: Vec<Beku> = tx.semua(&sql, nilai![p.id]).await?;
    if beku.iter().all(|b| b.sudah == 1) && lama.first().is_some_and(|s| s.batal > 0) {
        return Err(StoreError::Keadaan("serah-beku-dahulu"));
    }
    if beku.is_empty() {
        return Err(StoreError::Keadaan("serah-tanpa-hasil"));
    }
    if beku.iter().all(|b| b.sudah == 1) {
        return Err(StoreError::Keadaan("serah-tidak-ada-baru"));
    }
    let daftar: Vec<String> = beku.iter().map(|b| format!("{} {}", b.kode, b.sidik)).collect();
    let sidik = sidik_hex(daftar.join("\n").as_bytes());
    let (nomor, jumlah) = (i64::try_from(lama.len()).unwrap_or(i64::MAX) + 1, i64::try_from(beku.len()).unwrap_or(i64::MAX));
    tx.jalankan(
        "INSERT INTO serah_mandiri (id, instansi_id, periode_id, periode_kode, tahun, nomor, jalan, jumlah, sidik, objek, catatan, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, 'program', $7, $8, $9, $10, $11, $12)",
        nilai![id, p.instansi_id, p.id, p.kode.as_str(), p.tahun, nomor, jumlah, sidik.as_str(), None::<String>, catatan.trim(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    for b in &beku {
        tx.jalankan("INSERT INTO serah_mandiri_hasil (serah_id, sidik, hasil_id) VALUES ($1, $2, $3)", nilai![id, b.sidik.as_str(), b.id])
            .await?;
    }
    let rincian = serde_json::json!({ "serah": id, "nomor": nomor, "jumlah": jumlah, "sidik": sidik });
    audit::catat(&tx, hak.pelaku(), audit::Kejadian::baru("serah.kirim", "periode", p.id).instansi(p.instansi_id).rincian(rincian)).await?;
    let isi = serde_json::json!({ "periode": p.nama, "jumlah": jumlah });
    let soal = Soal { jenis: "serah-baru", serah: id, surat: None };
    kabari(&tx, soal, &[Kepada::Penanggungjawab(p.id), Kepada::Nasional], hak.pelaku().akun, p.id, &isi).await?;
    tx.commit().await
}

/// The Penanggungjawab confirms that the report reached him. A second time changes nothing.
///
/// # Errors
/// `TidakDitemukan` for a hand-in of another period.
pub async fn terima(store: &Store, hak: &PenanggungjawabPeriode, id: SerahId) -> Hasil<()> {
    let p = &hak.periode;
    let tx = store.mulai().await?;
    periode::kunci(&tx, p.id).await?;
    satu(&*tx, p.id, id).await?;
    let n = tx
        .jalankan(
            "INSERT INTO serah_mandiri_terima (serah_id, pada, oleh) VALUES ($1, $2, $3) ON CONFLICT (serah_id) DO NOTHING",
            nilai![id, tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        let k = audit::Kejadian::baru("serah.terima", "periode", p.id).instansi(p.instansi_id).rincian(serde_json::json!({ "serah": id }));
        audit::catat(&tx, hak.pelaku(), k).await?;
    }
    tx.commit().await
}

/// What the ministry says.
#[derive(Debug, Clone, Copy)]
pub enum Putusan<'a> {
    Valid,
    Kembali { alasan: &'a str },
}

impl<'a> Putusan<'a> {
    /// What the row says of it, the reason, and the kind of the notice.
    pub(super) fn urai(self) -> Hasil<(&'static str, &'a str, &'static str)> {
        match self {
            Self::Valid => Ok(("valid", "", "serah-valid")),
            Self::Kembali { alasan } if alasan.trim().is_empty() => Err(StoreError::Keadaan("alasan-wajib")),
            Self::Kembali { alasan } => Ok(("kembali", alasan.trim(), "serah-kembali")),
        }
    }
}

/// Validates a hand-in, or returns it. The same decision twice changes nothing.
///
/// # Errors
/// `Keadaan`: `alasan-wajib`, `serah-sudah-diputus`, `serah-digantikan` when a newer one took its place, `serah-ada-batal` when one of its
/// results was annulled meanwhile.
pub async fn putuskan(store: &Store, hak: &Nasional, periode: PeriodeId, id: SerahId, putusan: Putusan<'_>) -> Hasil<()> {
    let (jenis, alasan, kabar) = putusan.urai()?;
    let tx = store.mulai().await?;
    periode::kunci(&tx, periode).await?;
    let p = periode::dari_id(&*tx, periode).await?;
    let s = satu(&*tx, periode, id).await?;
    if let Some(lama) = &s.putusan {
        return if lama == jenis && s.surat.is_none() { Ok(()) } else { Err(StoreError::Keadaan("serah-sudah-diputus")) };
    }
    if s.digantikan() {
        return Err(StoreError::Keadaan("serah-digantikan"));
    }
    if jenis == "valid" && s.batal > 0 {
        return Err(StoreError::Keadaan("serah-ada-batal"));
    }
    tx.jalankan(
        "INSERT INTO serah_mandiri_putusan (serah_id, jenis, alasan, pada, oleh) VALUES ($1, $2, $3, $4, $5)",
        nilai![id, jenis, alasan, tx.pada, hak.pelaku().akun],
    )
    .await?;
    let rincian = serde_json::json!({ "serah": id, "jenis": jenis, "alasan": tx.kunci.ringkas(alasan) });
    audit::catat(&tx, hak.pelaku(), audit::Kejadian::baru("serah.putus", "periode", p.id).instansi(p.instansi_id).rincian(rincian)).await?;
    let isi = serde_json::json!({ "periode": p.nama, "jumlah": s.jumlah });
    let soal = Soal { jenis: kabar, serah: id, surat: None };
    kabari(&tx, soal, &[Kepada::Penyelenggara(p.id), Kepada::Penanggungjawab(p.id)], hak.pelaku().akun, p.id, &isi).await?;
    tx.commit().await?;
    // Public pages keep a ranking for a minute; the note that it is provisional goes now.
    store.peringkat.lupakan(periode);
    Ok(())
}

/// What a notice is about. Of one hand-in several letters may be entered, one after the other; each is told of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Soal {
    pub jenis: &'static str,
    pub serah: SerahId,
    pub surat: Option<SuratId>,
}

/// News about a hand-in, once a kind and hand-in, or letter.
pub(super) async fn kabari(
    tx: &Tx,
    soal: Soal,
    kepada: &[Kepada],
    oleh: crate::id::AkunId,
    p: PeriodeId,
    isi: &serde_json::Value,
) -> Hasil<()> {
    let jenis = soal.jenis;
    let sekali = soal.surat.map_or_else(|| format!("{jenis}/{}", soal.serah), |s| format!("{jenis}/{s}"));
    let tautan = format!("/periode/{p}/penyerahan");
    let kabar = Pemberitahuan { jenis, kepada, kecuali: Some(oleh), periode: Some(p), lokus: None, tautan: &tautan, isi, sekali: &sekali };
    beri_tahu(tx, &kabar).await?;
    peristiwa::siarkan(tx, &format!("periode:{p}"), &serde_json::json!({ "serah": soal.serah })).await?;
    Ok(())
}
