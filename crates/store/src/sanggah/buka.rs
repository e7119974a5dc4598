//! Opening the draft scores to the unit: what is shown is kept as it was, with its hash, beside who opened it and until when.

use super::{Buka, aturan, baca, syarat};
use crate::{
    Hasil, Store, StoreError,
    audit::{self, Kejadian},
    edisi, f01,
    hak::PenyelenggaraLokus,
    hasil::{self, HasilSementara, Kurang},
    id::SanggahBukaId,
    kalender,
    kueri::Kueri,
    lokus::{self, kabar},
    nilai,
    pemberitahuan::Kepada,
    periode::{self, Fase},
    peristiwa, sidik_hex,
};
use serde::{Deserialize, Serialize};

/// What the unit is shown: no evaluator's name, no note of one, no F03.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draf {
    /// Exact fraction of the F02 index.
    pub f02: Option<String>,
    pub indikator: Vec<NilaiDraf>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NilaiDraf {
    pub kode: String,
    /// Exact fraction of the settled score, 0..5.
    pub nilai: String,
    /// Recommendations as written, without names.
    pub rekomendasi: Vec<String>,
}

impl Draf {
    /// Indicators without a settled score are left out.
    fn dari(s: &HasilSementara) -> Self {
        let indikator = s.hasil.f02.aspek.iter().flat_map(|a| &a.indikator).chain(&s.hasil.f02.tambahan);
        let satu = |i: &pekppp::HasilIndikator| {
            let disepakati =
                s.sepakat.iter().find(|x| x.indikator == i.kode).map(|x| x.rekomendasi.clone()).filter(|r| !r.trim().is_empty());
            let mut rekomendasi: Vec<String> = match disepakati {
                Some(r) => vec![r],
                None => s.catatan.iter().filter(|c| c.indikator == i.kode).map(|c| c.rekomendasi.trim().to_owned()).collect(),
            };
            rekomendasi.retain(|r| !r.is_empty());
            rekomendasi.dedup();
            Some(NilaiDraf { kode: i.kode.clone(), nilai: i.nilai.as_ref()?.to_string(), rekomendasi })
        };
        Self { f02: s.hasil.f02.nilai.as_ref().map(ToString::to_string), indikator: indikator.filter_map(satu).collect() }
    }

    /// # Errors
    /// `Rusak`.
    pub fn baca(isi: &str) -> Hasil<Self> {
        serde_json::from_str(isi).map_err(|e| StoreError::Rusak(format!("draft shown to a unit: {e}")))
    }

    #[must_use]
    pub fn cari(&self, kode: &str) -> Option<&NilaiDraf> {
        self.indikator.iter().find(|i| i.kode == kode)
    }
}

/// Opens the draft. `id` is made when the form is shown, so that pressing twice opens once; `hari` working days, by the
/// organiser's calendar. Again only when the time before is over (or declared so), and something must be shown anew.
///
/// # Errors
/// `Keadaan`: `sanggah-tidak-dipakai`, `sanggah-f02-belum` while sheets or consensus are missing, `sanggah-masih-berjalan`,
/// `sanggah-tidak-perlu` when the scores that were shown still stand, `tenggat-hari-di-luar`, closed phase, frozen result.
pub async fn buka(store: &Store, hak: &PenyelenggaraLokus, id: SanggahBukaId, hari: i64) -> Hasil<Buka> {
    let edisi = edisi::dapat(store, hak.lokus.edisi()?).await?;
    let tx = store.mulai().await?;
    f01::kunci(&tx, hak.lokus.id).await?;
    if let Some(lama) = baca::satu(&*tx, id).await? {
        return if lama.lokus_id == hak.lokus.id { Ok(lama) } else { Err(StoreError::OperasiLain) };
    }
    let l = lokus::dari_id(&*tx, hak.lokus.id).await?;
    if !aturan(&*tx, l.periode_id).await?.pakai {
        return Err(StoreError::Keadaan("sanggah-tidak-dipakai"));
    }
    // Scores can be changed only in this phase: an open draft after it would be a promise that nobody can keep.
    periode::harus_terbuka(&*tx, l.periode_id, Fase::Pelaksanaan).await?;
    if lokus::beku(&*tx, l.id).await? {
        return Err(StoreError::Keadaan("hasil-sudah-dibekukan"));
    }
    let s = hasil::hitung_di(&*tx, edisi, &l, tx.pada).await?;
    if s.kurang.iter().any(|k| k.menghalangi() && !k.hak_jawab()) {
        return Err(StoreError::Keadaan("sanggah-f02-belum"));
    }
    let lalu = baca::kini(&*tx, l.id).await?;
    if let Some(b) = &lalu {
        match syarat::tahap(b, tx.pada, &l.zona)? {
            syarat::Tahap::Berjalan(_) => return Err(StoreError::Keadaan("sanggah-masih-berjalan")),
            _ if !s.kurang.iter().any(|k| matches!(k, Kurang::HakJawabUlang { .. })) => {
                return Err(StoreError::Keadaan("sanggah-tidak-perlu"));
            }
            _ => {}
        }
    }
    let isi = serde_json::to_string(&Draf::dari(&s)).map_err(|e| StoreError::Rusak(e.to_string()))?;
    let (jatuh, ragu) = kalender::tenggat(&*tx, l.penyelenggara_id, tx.pada.hari(&l.zona), hari).await?;
    let (nomor, sidik, tenggat) = (lalu.map_or(0, |b| b.nomor) + 1, sidik_hex(isi.as_bytes()), jatuh.to_string());
    tx.jalankan(
        "INSERT INTO sanggah_buka (id, lokus_id, nomor, hari_kerja, tenggat, tenggat_catatan, isi, sidik, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        nilai![id, l.id, nomor, hari, tenggat.as_str(), ragu, isi, sidik.as_str(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    let r = serde_json::json!({ "bukaan": id, "nomor": nomor, "tenggat": tenggat, "sidik": sidik });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("sanggah.buka", "lokus", l.id).instansi(l.instansi_id).rincian(r)).await?;
    let kepada = [Kepada::Kepala(l.id), Kepada::Operator(l.id), Kepada::Evaluator(l.id)];
    let kata = serde_json::json!({ "unit": l.unit, "tenggat": tenggat });
    kabar::kirim(&tx, &l, Some(hak.pelaku()), ("hak-jawab-dibuka", &kepada), ("/hak-jawab", id), &kata).await?;
    peristiwa::siarkan(&tx, &super::topik(l.id), &serde_json::json!({ "buka": id })).await?;
    let baru = baca::satu(&*tx, id).await?.ok_or(StoreError::TidakDitemukan)?;
    tx.commit().await?;
    Ok(baru)
}
