//! For a list of units: what [`super::keterbukaan`] and [`benturan::harus_bebas`] say about each of them, asked once for all.
//! A write asks those two again, under its lock.
//!
//! [`benturan::harus_bebas`]: crate::persiapan::benturan::harus_bebas

use super::Keterbukaan;
use crate::{
    Hasil, Store, Waktu,
    id::{AkunId, LokusId},
    kueri::{self, Kueri, Value},
    lokus::Lokus,
};
use sea_orm::FromQueryResult;
use std::collections::HashMap;

/// Whether an evaluator can score a unit now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kesiapan {
    pub buka: Keterbukaan,
    /// Why he himself may not: `benturan-belum` (he has not declared) or `benturan-ada`.
    pub tertahan: Option<&'static str>,
}

#[derive(FromQueryResult)]
struct Baris {
    id: LokusId,
    beku: i64,
    terkirim: i64,
    fase: Option<String>,
    /// Last local day of an extension that holds.
    sampai: Option<String>,
    jawaban: Option<String>,
    lembar: i64,
}

impl Baris {
    /// In the order of [`super::keterbukaan`].
    fn buka(&self, hari: &str) -> Keterbukaan {
        let tutup = self.fase.as_deref() == Some("tutup") && self.sampai.as_deref().is_none_or(|s| s < hari);
        match () {
            () if self.beku > 0 => Keterbukaan::Dibekukan,
            () if self.terkirim == 0 => Keterbukaan::BelumDikirim,
            () if tutup => Keterbukaan::FaseTertutup,
            () => Keterbukaan::Terbuka,
        }
    }

    fn tertahan(&self) -> Option<&'static str> {
        match self.jawaban.as_deref() {
            Some("ada") => Some("benturan-ada"),
            None if self.lembar == 0 => Some("benturan-belum"),
            _ => None,
        }
    }
}

/// Of these units of one evaluator, a few hundred at most. `kini` is the server's clock.
pub async fn kesiapan(store: &Store, akun: AkunId, lokus: &[Lokus], kini: Waktu) -> Hasil<HashMap<LokusId, Kesiapan>> {
    if lokus.is_empty() {
        return Ok(HashMap::new());
    }
    let mut v: Vec<Value> = vec![akun.into()];
    v.extend(lokus.iter().map(|l| Value::from(l.id)));
    let tempat = kueri::tempat(2..=v.len());
    let sql = format!(
        "SELECT l.id,
           (SELECT COUNT(*) FROM hasil h LEFT JOIN hasil_batal b ON b.hasil_id = h.id WHERE h.lokus_id = l.id AND b.hasil_id IS NULL) AS beku,
           (SELECT COUNT(*) FROM f01_pengiriman k LEFT JOIN f01_penarikan r ON r.pengiriman_id = k.id
             WHERE k.lokus_id = l.id AND r.pengiriman_id IS NULL) AS terkirim,
           (SELECT k.jenis FROM fase_kejadian k WHERE k.periode_id = l.periode_id AND k.fase = 'pelaksanaan' ORDER BY k.id DESC LIMIT 1) AS fase,
           (SELECT MAX(j.sampai) FROM perpanjangan j LEFT JOIN perpanjangan_akhir y ON y.perpanjangan_id = j.id
             WHERE j.lokus_id = l.id AND j.fase = 'pelaksanaan' AND y.perpanjangan_id IS NULL) AS sampai,
           (SELECT b.jawaban FROM benturan b WHERE b.lokus_id = l.id AND b.akun_id = $1 ORDER BY b.id DESC LIMIT 1) AS jawaban,
           (SELECT COUNT(*) FROM f02_lembar s WHERE s.lokus_id = l.id AND s.akun_id = $1) AS lembar
         FROM lokus l WHERE l.id IN ({tempat}) ORDER BY l.id"
    );
    let baris: Vec<Baris> = store.baca().semua(&sql, v).await?;
    let zona: HashMap<LokusId, &str> = lokus.iter().map(|l| (l.id, l.zona.as_str())).collect();
    let satu = |b: Baris| {
        let hari = kini.hari(zona.get(&b.id)?).to_string();
        Some((b.id, Kesiapan { buka: b.buka(&hari), tertahan: b.tertahan() }))
    };
    Ok(baris.into_iter().filter_map(satu).collect())
}
