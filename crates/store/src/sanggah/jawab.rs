//! Answering an objection: the score stays, or it was changed before by the ordinary write of F02 or the consensus.

use super::{ALASAN_MAKS, baca, syarat};
use crate::{
    Hasil, Store, StoreError,
    audit::{self, Kejadian},
    edisi, f01,
    hak::EvaluatorLokus,
    hasil,
    id::SanggahanId,
    kueri::Kueri,
    lokus::{self, kabar},
    nilai,
    pemberitahuan::Kepada,
    peristiwa,
    persiapan::benturan,
};
use uuid::Uuid;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Putusan {
    Tetap,
    Berubah,
}

impl Putusan {
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Tetap => "tetap",
            Self::Berubah => "berubah",
        }
    }
}

#[derive(Debug, Clone)]
pub struct Jawab<'a> {
    /// Made when the form is shown.
    pub id: Uuid,
    pub sanggahan: SanggahanId,
    pub putusan: Putusan,
    pub alasan: &'a str,
}

/// Answers an objection of the newest opening; a later answer replaces an earlier one, both stay. The same id again does nothing.
///
/// # Errors
/// `Keadaan`: `alasan-wajib`, `sanggah-ditarik`, `sanggah-nilai-belum-lengkap` while a sheet or the consensus is open,
/// `sanggah-nilai-belum-berubah`, `sanggah-nilai-sudah-berubah`, `benturan-ada`, a frozen result; `TidakDitemukan`.
pub async fn jawab(store: &Store, hak: &EvaluatorLokus, j: Jawab<'_>) -> Hasil<()> {
    let alasan: String = j.alasan.trim().chars().take(ALASAN_MAKS).collect();
    if alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let edisi = edisi::dapat(store, hak.lokus.edisi()?).await?;
    let tx = store.mulai().await?;
    f01::kunci(&tx, hak.lokus.id).await?;
    let sudah =
        tx.angka("SELECT COUNT(*) AS n FROM sanggahan_jawaban WHERE id = $1 AND sanggahan_id = $2", nilai![j.id, j.sanggahan]).await?;
    if sudah > 0 {
        return Ok(());
    }
    benturan::harus_tanpa(&tx, hak).await?;
    let l = lokus::dari_id(&*tx, hak.lokus.id).await?;
    let b = baca::kini(&*tx, l.id).await?.ok_or(StoreError::TidakDitemukan)?;
    let semua = baca::milik_bukaan(&*tx, b.id).await?;
    let s = semua.iter().find(|s| s.id == j.sanggahan).ok_or(StoreError::TidakDitemukan)?;
    if lokus::beku(&*tx, l.id).await? {
        return Err(StoreError::Keadaan("hasil-sudah-dibekukan"));
    }
    if s.tarik.is_some() {
        return Err(StoreError::Keadaan("sanggah-ditarik"));
    }
    let kini = hasil::hitung_di(&*tx, edisi, &l, tx.pada).await?;
    if kini.lembar.iter().any(|x| x.selesai.is_none()) {
        return Err(StoreError::Keadaan("sanggah-nilai-belum-lengkap"));
    }
    let baru = syarat::nilai(&kini.hasil, &s.indikator).ok_or(StoreError::Keadaan("sanggah-nilai-belum-lengkap"))?;
    let draf = b.draf()?;
    let lama = draf.cari(&s.indikator).map(|d| d.nilai.clone()).ok_or(StoreError::TidakDitemukan)?;
    match j.putusan {
        Putusan::Tetap if lama != baru => return Err(StoreError::Keadaan("sanggah-nilai-sudah-berubah")),
        Putusan::Berubah if lama == baru => return Err(StoreError::Keadaan("sanggah-nilai-belum-berubah")),
        _ => {}
    }
    tx.jalankan(
        "INSERT INTO sanggahan_jawaban (id, sanggahan_id, putusan, skor_lama, skor_baru, alasan, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        nilai![j.id, s.id, j.putusan.kunci(), lama, baru, alasan, tx.pada, hak.pelaku().akun],
    )
    .await?;
    let r = serde_json::json!({ "sanggahan": s.id, "indikator": s.indikator, "putusan": j.putusan.kunci() });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("sanggah.jawab", "lokus", l.id).instansi(l.instansi_id).rincian(r)).await?;
    let kepada = [Kepada::Kepala(l.id), Kepada::Operator(l.id)];
    let kata = serde_json::json!({ "unit": l.unit, "indikator": s.indikator });
    kabar::kirim(&tx, &l, Some(hak.pelaku()), ("sanggahan-dijawab", &kepada), ("/hak-jawab", j.id), &kata).await?;
    peristiwa::siarkan(&tx, &super::topik(l.id), &serde_json::json!({ "jawab": s.id })).await?;
    tx.commit().await
}
