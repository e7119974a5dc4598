//! What an evaluator finds: accepted, in part, or not yet, with the reason. The evaluator of the lokus itself verifies
//! what the unit reports; the one of a lokus of pemantauan checks every recommendation of the lokus before.

use super::{
    asal::asal,
    baca::{Butir, satu},
    status::Status,
};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    f01,
    hak::EvaluatorLokus,
    id::RekomendasiId,
    kueri::Kueri,
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
    periode, peristiwa,
    persiapan::benturan,
};
use uuid::Uuid;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Putusan {
    Diterima,
    /// Only a check by pemantauan says so.
    Sebagian,
    Belum,
}

impl Putusan {
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Diterima => "diterima",
            Self::Sebagian => "sebagian",
            Self::Belum => "belum",
        }
    }

    #[must_use]
    pub fn dari_kunci(kunci: &str) -> Option<Self> {
        [Self::Diterima, Self::Sebagian, Self::Belum].into_iter().find(|p| p.kunci() == kunci)
    }
}

/// Records a finding. The same `op` again changes nothing. A reason is needed unless it is accepted.
///
/// # Errors
/// `Keadaan`: `alasan-wajib`, `tl-panjang`, `tl-belum-diajukan` (the unit has not said that it is done; pemantauan checks
/// without that), `benturan-ada`, `benturan-belum` in pemantauan, `tl-sudah-diterima`, `tl-pemantauan-tanpa-asal`; `TidakDitemukan` for a recommendation of another lokus.
pub async fn verifikasi(store: &Store, hak: &EvaluatorLokus, id: RekomendasiId, op: Uuid, p: Putusan, alasan: &str) -> Hasil<()> {
    let alasan = alasan.trim();
    if alasan.is_empty() && p != Putusan::Diterima {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    if alasan.chars().count() > super::TEKS_MAKS {
        return Err(StoreError::Keadaan("tl-panjang"));
    }
    let tx = store.mulai().await?;
    f01::kunci(&tx, hak.lokus.id).await?;
    if tx.angka("SELECT COUNT(*) AS n FROM tl_verifikasi WHERE id = $1 AND rekomendasi_id = $2", nilai![op, id]).await? > 0 {
        return Ok(());
    }
    // Where nothing is scored nobody asked him before.
    if periode::aturan(&hak.lokus.skema)?.dinilai {
        benturan::harus_tanpa(&tx, hak).await?;
    } else {
        benturan::harus_bebas(&*tx, hak.lokus.id, hak.pelaku().akun).await?;
    }
    let b = boleh(&tx, hak, id, p).await?;
    tx.jalankan(
        "INSERT INTO tl_verifikasi (id, rekomendasi_id, urut, lokus_id, putusan, alasan, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        nilai![op, id, b.urut_berikut(), hak.lokus.id, p.kunci(), alasan, tx.pada, hak.pelaku().akun],
    )
    .await?;
    kabarkan(&tx, hak, &b, op, p).await?;
    let rincian = serde_json::json!({ "lokus": hak.lokus.id, "putusan": p.kunci(), "alasan": tx.kunci.ringkas(alasan) });
    let k = Kejadian::baru("tl.verifikasi", "tindak_lanjut", id).instansi(hak.lokus.instansi_id).rincian(rincian);
    audit::catat(&tx, hak.pelaku(), k).await?;
    peristiwa::siarkan(&tx, &super::topik(b.rekomendasi.lokus_id), &serde_json::json!({ "tindak_lanjut": id })).await?;
    tx.commit().await
}

async fn boleh(tx: &Tx, hak: &EvaluatorLokus, id: RekomendasiId, p: Putusan) -> Hasil<Butir> {
    if hak.lokus.skema == "pemantauan" {
        let lama = asal(&**tx, &hak.lokus).await?.ok_or(StoreError::Keadaan("tl-pemantauan-tanpa-asal"))?;
        f01::kunci(tx, lama.id).await?;
        return satu(&**tx, lama.id, id).await;
    }
    let b = satu(&**tx, hak.lokus.id, id).await?;
    match b.status() {
        Status::Diajukan if p == Putusan::Sebagian => Err(StoreError::Keadaan("tl-putusan")),
        Status::Diajukan => Ok(b),
        Status::Diterima => Err(StoreError::Keadaan("tl-sudah-diterima")),
        _ => Err(StoreError::Keadaan("tl-belum-diajukan")),
    }
}

async fn kabarkan(tx: &Tx, hak: &EvaluatorLokus, b: &Butir, op: Uuid, p: Putusan) -> Hasil<()> {
    let lokus = b.rekomendasi.lokus_id;
    let kabar = Pemberitahuan {
        jenis: if p == Putusan::Diterima { "tl-diterima" } else { "tl-dikembalikan" },
        kepada: &[Kepada::Operator(lokus), Kepada::Kepala(lokus)],
        kecuali: Some(hak.pelaku().akun),
        periode: Some(hak.lokus.periode_id),
        lokus: Some(lokus),
        tautan: &format!("/lokus/{lokus}/tindak-lanjut/{}", b.rekomendasi.id),
        isi: &serde_json::json!({ "unit": hak.lokus.unit, "indikator": b.rekomendasi.indikator }),
        sekali: &format!("tl-verifikasi/{op}"),
    };
    beri_tahu(tx, &kabar).await.map(drop)
}
