//! When a gerai receives people for a service: whenever the hall is open, or by invitation, on single days only. Every page, sheet and
//! record that says it asks here.

use super::{
    bahan::kalender_mal,
    tempat::{Tempat, dengan},
    tugas, undangan,
};
use crate::{
    Hasil, Waktu,
    id::{LayananId, UnitId},
    nilai,
};
use jiff::civil::Date;
use sea_orm::ConnectionTrait;
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kapan {
    /// Whenever the hall is open.
    Jadwal,
    /// Only on these days, today or later, in order. Empty while none is planned.
    Undangan(Vec<Date>),
}

/// When officers come to a placement. Days on which the hall is closed are left out, and days whose roster was emptied.
pub async fn kapan<C: ConnectionTrait>(c: &C, t: &Tempat, kini: Waktu) -> Hasil<Kapan> {
    if t.kehadiran != "undangan" {
        return Ok(Kapan::Jadwal);
    }
    let kini = t.lokal(kini).date();
    let mut hari: Vec<Date> = undangan::semua(c, t.id).await?.into_iter().map(|u| u.tanggal).filter(|h| *h >= kini).collect();
    if let Some(akhir) = hari.last().copied() {
        let (kalender, _) = kalender_mal(c, t, (kini, akhir)).await?;
        let kosong = tugas::kosong(c, t.id, kini).await?;
        hari.retain(|h| kalender.hari_kerja(*h) && !kosong.contains(h));
    }
    Ok(Kapan::Undangan(hari))
}

/// A placement by invitation with its days.
pub type Undang = (Tempat, Vec<Date>);

async fn semua<C: ConnectionTrait>(c: &C, syarat: &str, v: Vec<sea_orm::Value>, kini: Waktu) -> Hasil<Vec<Undang>> {
    let tempat = dengan(c, &format!("gl.kehadiran = 'undangan'{syarat} ORDER BY u.nama, g.kode, gl.id LIMIT 2000"), v).await?;
    let mut semua = Vec::new();
    for t in tempat.into_iter().filter(|t| t.berhenti == 0) {
        if let Kapan::Undangan(hari) = kapan(c, &t, kini).await? {
            semua.push((t, hari));
        }
    }
    Ok(semua)
}

/// Where a service is given by invitation only, by mall and gerai.
pub async fn undangan_layanan<C: ConnectionTrait>(c: &C, layanan: LayananId, kini: Waktu) -> Hasil<Vec<Undang>> {
    semua(c, " AND gl.layanan_id = $1", nilai![layanan], kini).await
}

/// What a mall gives by invitation only, by gerai.
pub async fn undangan_mpp<C: ConnectionTrait>(c: &C, mpp: UnitId, kini: Waktu) -> Hasil<Vec<Undang>> {
    semua(c, " AND gl.mpp_id = $1", nilai![mpp], kini).await
}

/// Every service that some gerai gives by invitation only.
pub async fn undangan_semua<C: ConnectionTrait>(c: &C, kini: Waktu) -> Hasil<BTreeMap<LayananId, Vec<Undang>>> {
    let mut hasil: BTreeMap<LayananId, Vec<Undang>> = BTreeMap::new();
    for u in semua(c, "", Vec::new(), kini).await? {
        hasil.entry(u.0.layanan_id).or_default().push(u);
    }
    Ok(hasil)
}
