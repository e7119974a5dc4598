//! Pengukuran kondisi terkini: a provisional sheet made during pra-evaluasi, kept in a table of its own.
//!
//! It is no F02: nothing that computes, freezes or publishes reads it, and no score is copied from it. Each measurement is
//! a row, so that earlier ones stay.

use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    edisi, f01, f02,
    hak::EvaluatorLokus,
    id::{KondisiId, LokusId},
    kueri::Kueri,
    lokus, nilai,
    periode::{self, Fase},
    persiapan::benturan,
};
use pekppp::{Edisi, F03Ringkas, LembarF02, Masukan, Nilai};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::BTreeMap;

const KOSONG: u8 = 255;

/// One measurement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pengukuran {
    pub id: KondisiId,
    /// 1, 2, … in the lokus.
    pub nomor: i64,
    /// In the order of `Edisi::semua_indikator`.
    pub skor: Vec<Option<u8>>,
    pub catatan: String,
    pub pada: Waktu,
    pub nama: String,
}

impl Pengukuran {
    /// Weighted mean of the indicators by the edition's own rule (0..5), `None` while a weighted one was not measured.
    /// An estimate for coaching; never an F02 value.
    #[must_use]
    pub fn perkiraan(&self, edisi: &Edisi) -> Option<pekppp::Pecahan> {
        let nilai: BTreeMap<String, Nilai> =
            edisi.semua_indikator().zip(&self.skor).filter_map(|(i, s)| Some((i.kode.clone(), Nilai::baru((*s)?.into()).ok()?))).collect();
        let masukan = Masukan::baru(vec![LembarF02 { evaluator: self.id.to_string(), nilai }], F03Ringkas::kosong(edisi));
        pekppp::hitung(edisi, &masukan).ok()?.f02.nilai
    }

    /// How many indicators were measured.
    #[must_use]
    pub fn terisi(&self) -> usize {
        self.skor.iter().flatten().count()
    }
}

#[derive(FromQueryResult)]
struct Baris {
    id: KondisiId,
    nomor: i64,
    skor: Vec<u8>,
    catatan: String,
    pada: Waktu,
    nama: String,
}

/// Records a measurement. The same id again answers the first one.
///
/// # Errors
/// `Keadaan`: `kondisi-kosong` without any score, `f02-skor-di-luar`, `benturan-ada`, a closed phase, a frozen result; `OperasiLain`.
pub async fn ukur(store: &Store, hak: &EvaluatorLokus, id: KondisiId, skor: &BTreeMap<String, u8>, catatan: &str) -> Hasil<i64> {
    let l = &hak.lokus;
    let edisi = edisi::dapat(store, l.edisi()?).await?;
    if skor.is_empty() {
        return Err(StoreError::Keadaan("kondisi-kosong"));
    }
    if skor.values().any(|s| *s > 5) {
        return Err(StoreError::Keadaan("f02-skor-di-luar"));
    }
    if skor.keys().any(|k| edisi.cari_indikator(k).is_none()) {
        return Err(StoreError::TidakDitemukan);
    }
    let kemasan: Vec<u8> = edisi.semua_indikator().map(|i| skor.get(&i.kode).copied().unwrap_or(KOSONG)).collect();
    let tx = store.mulai().await?;
    f01::kunci(&tx, l.id).await?;
    if let Some(lama) = semua(&*tx, l.id).await?.into_iter().find(|p| p.id == id) {
        return if f02::buka_kemasan(&kemasan)? == lama.skor { Ok(lama.nomor) } else { Err(StoreError::OperasiLain) };
    }
    benturan::harus_tanpa(&tx, hak).await?;
    periode::harus_terbuka(&*tx, l.periode_id, Fase::Pelaksanaan).await?;
    if lokus::beku(&*tx, l.id).await? {
        return Err(StoreError::Keadaan("f02-tutup-dibekukan"));
    }
    let nomor = tx.angka("SELECT MAX(nomor) AS n FROM kondisi_terkini WHERE lokus_id = $1", nilai![l.id]).await? + 1;
    tx.jalankan(
        "INSERT INTO kondisi_terkini (id, lokus_id, nomor, skor, catatan, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        nilai![id, l.id, nomor, kemasan, catatan.trim(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    let k = Kejadian::baru("kondisi.ukur", "lokus", l.id).instansi(l.instansi_id);
    audit::catat(&tx, hak.pelaku(), k.rincian(serde_json::json!({ "nomor": nomor, "terisi": skor.len() }))).await?;
    tx.commit().await?;
    Ok(nomor)
}

/// Measurements of a lokus, newest first.
pub async fn semua<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<Pengukuran>> {
    let baris: Vec<Baris> = c
        .semua(
            "SELECT k.id, k.nomor, k.skor, k.catatan, k.pada, a.nama FROM kondisi_terkini k JOIN akun a ON a.id = k.oleh
             WHERE k.lokus_id = $1 ORDER BY k.nomor DESC LIMIT 100",
            nilai![lokus],
        )
        .await?;
    let urai = |b: Baris| {
        Ok(Pengukuran { skor: f02::buka_kemasan(&b.skor)?, id: b.id, nomor: b.nomor, catatan: b.catatan, pada: b.pada, nama: b.nama })
    };
    baris.into_iter().map(urai).collect()
}
