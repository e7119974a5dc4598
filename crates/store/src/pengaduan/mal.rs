//! Reports that concern a mall, by the organisation in it: those that name a service which it gives there, and those that name no
//! service and belong to its unit. Where it happened is not always said, so one about the organisation's own office counts too.

use super::ukuran::{Ringkas, hitung};
use crate::{
    Hasil, Store,
    id::{InstansiId, LayananId, TenanId, UnitId},
    kueri::Kueri,
    mpp::PERNAH,
    nilai,
};
use ::layanan::pengaduan::Ukuran;
use jiff::civil::Date;
use sea_orm::FromQueryResult;
use std::collections::BTreeMap;

/// Reports about one organisation in a mall; without one, about the mall itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UkuranTenan {
    pub tenan: Option<TenanId>,
    pub nama: String,
    pub ukuran: Ukuran,
}

#[derive(FromQueryResult)]
struct Tenan {
    id: TenanId,
    nama: String,
    unit_id: Option<UnitId>,
    layanan_id: Option<LayananId>,
}

#[derive(FromQueryResult)]
struct Instansi {
    instansi_id: InstansiId,
}

/// Whom a report concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Siapa {
    Mal,
    Tenan(TenanId),
}

/// `None`: nothing of the mall.
fn siapa(mpp: UnitId, semua: &[Tenan], a: &Ringkas) -> Option<Siapa> {
    let (unit, _) = a.milik();
    let mut beri = semua.iter().filter(|t| t.layanan_id.is_some() && t.layanan_id == a.layanan_id).peekable();
    if let Some(pertama) = beri.peek().map(|t| t.id) {
        return Some(Siapa::Tenan(beri.find(|t| t.unit_id.is_some() && t.unit_id == unit).map_or(pertama, |t| t.id)));
    }
    if unit == Some(mpp) {
        return Some(Siapa::Mal);
    }
    let tenan = semua.iter().find(|t| unit.is_some() && t.unit_id == unit)?;
    a.layanan_id.is_none().then_some(Siapa::Tenan(tenan.id))
}

/// Reports received from `dari` to `sampai` (local days, both included): of the mall itself first, then of its tenants by name, those
/// that left too. Only those with reports.
///
/// # Errors
/// As [`super::ukuran()`].
pub async fn ukuran_mal(store: &Store, mpp: UnitId, dari: Date, sampai: Date) -> Hasil<Vec<UkuranTenan>> {
    let c = store.baca();
    // A mall names its tenants alone: a unit of another government counts as one once it consented to give a service there.
    let sql = format!(
        "SELECT n.id, n.nama, CASE WHEN u.instansi_id = m.instansi_id OR EXISTS (SELECT 1 FROM gerai_layanan p
            JOIN layanan y ON y.id = p.layanan_id WHERE p.mpp_id = n.mpp_id AND y.unit_id = n.unit_id AND {PERNAH}) THEN n.unit_id END AS unit_id,
          p.layanan_id FROM tenan n JOIN unit m ON m.id = n.mpp_id LEFT JOIN unit u ON u.id = n.unit_id LEFT JOIN gerai g ON g.tenan_id = n.id
         LEFT JOIN gerai_layanan p ON p.gerai_id = g.id AND {PERNAH} WHERE n.mpp_id = $1 ORDER BY g.kode, n.nama, p.id LIMIT 20000"
    );
    let semua: Vec<Tenan> = c.semua(&sql, nilai![mpp]).await?;
    let sql = "SELECT DISTINCT u.instansi_id FROM unit u WHERE u.id = $1 OR u.id IN (SELECT n.unit_id FROM tenan n WHERE n.mpp_id = $1)
        OR u.id IN (SELECT l.unit_id FROM gerai_layanan p JOIN layanan l ON l.id = p.layanan_id WHERE p.mpp_id = $1) LIMIT 1000";
    let saring =
        "(COALESCE(k.unit_id, p.unit_id) = $4 OR COALESCE(k.unit_id, p.unit_id) IN (SELECT n.unit_id FROM tenan n WHERE n.mpp_id = $4)
        OR p.layanan_id IN (SELECT q.layanan_id FROM gerai_layanan q WHERE q.mpp_id = $4))";
    let mut hasil: BTreeMap<Siapa, Ukuran> = BTreeMap::new();
    for i in c.semua::<Instansi>(sql, nilai![mpp]).await? {
        let per = hitung(store, i.instansi_id, (dari, sampai), (saring, nilai![mpp]), |a| siapa(mpp, &semua, a)).await?;
        for (siapa, u) in per {
            *hasil.entry(siapa).or_default() += u.ukuran;
        }
    }
    let satu = |(siapa, ukuran): (Siapa, Ukuran)| match siapa {
        Siapa::Mal => UkuranTenan { tenan: None, nama: String::new(), ukuran },
        Siapa::Tenan(id) => {
            let nama = semua.iter().find(|t| t.id == id).map(|t| t.nama.clone()).unwrap_or_default();
            UkuranTenan { tenan: Some(id), nama, ukuran }
        }
    };
    let mut hasil: Vec<UkuranTenan> = hasil.into_iter().map(satu).collect();
    hasil.sort_by(|a, b| (a.tenan.is_some(), &a.nama).cmp(&(b.tenan.is_some(), &b.nama)));
    Ok(hasil)
}
