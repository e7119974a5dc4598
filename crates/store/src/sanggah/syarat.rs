//! What stands between a result and its freezing because the unit must be heard.

use super::{aturan, baca, buka::Draf};
use crate::{Hasil, Waktu, hasil::Kurang, lokus::Lokus};
use jiff::civil::Date;
use pekppp::{Edisi, HasilIpp};
use sea_orm::ConnectionTrait;

/// Where an opening stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tahap {
    /// Objections are taken until the end of this day.
    Berjalan(Date),
    /// The unit declared that nothing more comes.
    Dinyatakan,
    /// The time is over.
    Lewat(Date),
}

pub fn tahap(b: &baca::Buka, pada: Waktu, zona: &str) -> Hasil<Tahap> {
    let jatuh = b.jatuh()?;
    Ok(match () {
        () if b.selesai.is_some() => Tahap::Dinyatakan,
        () if pada.hari(zona) > jatuh => Tahap::Lewat(jatuh),
        () => Tahap::Berjalan(jatuh),
    })
}

impl baca::Buka {
    /// Where this opening stands at a time, in the zone of the office.
    ///
    /// # Errors
    /// `Rusak` for a date that does not parse.
    pub fn tahap(&self, pada: Waktu, zona: &str) -> Hasil<Tahap> {
        tahap(self, pada, zona)
    }
}

/// Nothing while the period has no right of reply. The caller asks only once sheets and consensus are complete.
pub(crate) async fn kurang<C: ConnectionTrait>(c: &C, edisi: &Edisi, l: &Lokus, hasil: &HasilIpp, pada: Waktu) -> Hasil<Vec<Kurang>> {
    if !aturan(c, l.periode_id).await?.pakai {
        return Ok(Vec::new());
    }
    let Some(b) = baca::kini(c, l.id).await? else { return Ok(vec![Kurang::HakJawabBelum]) };
    let mut kurang = Vec::new();
    if let Tahap::Berjalan(tenggat) = tahap(&b, pada, &l.zona)? {
        kurang.push(Kurang::HakJawabBerjalan { tenggat });
    }
    let sanggahan = baca::milik_bukaan(c, b.id).await?;
    let nama = |kode: &str| edisi.cari_indikator(kode).map_or_else(String::new, |i| i.nama.clone());
    for s in sanggahan.iter().filter(|s| s.menunggu()) {
        kurang.push(Kurang::Sanggahan { kode: s.indikator.clone(), nama: nama(&s.indikator) });
    }
    for kode in berubah(&b.draf()?, hasil) {
        let menunggu = sanggahan.iter().any(|s| s.indikator == kode && s.menunggu());
        let kini = nilai(hasil, &kode);
        // The unit asked for this change and was told of it.
        let dijawab = sanggahan
            .iter()
            .any(|s| s.indikator == kode && s.tarik.is_none() && s.dijawab().is_some_and(|j| Some(&j.skor_baru) == kini.as_ref()));
        if !menunggu && !dijawab {
            kurang.push(Kurang::HakJawabUlang { nama: nama(&kode), kode });
        }
    }
    Ok(kurang)
}

/// The settled score of one indicator as an exact fraction.
pub(super) fn nilai(hasil: &HasilIpp, kode: &str) -> Option<String> {
    let semua = hasil.f02.aspek.iter().flat_map(|a| &a.indikator).chain(&hasil.f02.tambahan);
    semua.into_iter().find(|i| i.kode == kode)?.nilai.as_ref().map(ToString::to_string)
}

/// Indicators whose settled score is no longer the one that was shown.
fn berubah(draf: &Draf, hasil: &HasilIpp) -> Vec<String> {
    let semua = hasil.f02.aspek.iter().flat_map(|a| &a.indikator).chain(&hasil.f02.tambahan);
    semua
        .filter(|i| draf.cari(&i.kode).map(|d| d.nilai.clone()) != i.nilai.as_ref().map(ToString::to_string))
        .map(|i| i.kode.clone())
        .collect()
}
