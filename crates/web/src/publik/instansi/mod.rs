//! Instansi for anyone: the list with its search, and the page of one with its values over the years. Instansi that exist
//! only in published history have a page too, under an address made from their name.

pub mod daftar;
mod garis;
pub mod rinci;
mod serahan;

use std::collections::BTreeMap;

use store::{Hasil, Store, id::InstansiId, riwayat};

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    rinci::rute(d);
}

/// One line of the list.
pub(crate) struct Entri {
    /// `/instansi/{kode}`.
    pub kode: String,
    pub nama: String,
    pub kelompok: String,
    /// First and last year with a value published elsewhere.
    pub tahun: Option<(i64, i64)>,
}

impl Entri {
    /// The years as a span, empty without values.
    pub fn rentang(&self) -> String {
        match self.tahun {
            Some((dari, sampai)) if dari == sampai => dari.to_string(),
            Some((dari, sampai)) => format!("{dari}–{sampai}"),
            None => String::new(),
        }
    }
}

/// Registered instansi and those of the history, by name.
pub(crate) async fn semua(store: &Store) -> Hasil<Vec<Entri>> {
    let mut riwayat: BTreeMap<Option<InstansiId>, Vec<riwayat::Ringkas>> = BTreeMap::new();
    for r in riwayat::semua_instansi(store).await? {
        riwayat.entry(r.instansi_id).or_default().push(r);
    }
    let lain = riwayat.remove(&None).unwrap_or_default();
    let mut hasil: Vec<Entri> =
        lain.into_iter().map(|r| Entri { kode: r.slug, nama: r.instansi, kelompok: r.kelompok, tahun: Some((r.dari, r.sampai)) }).collect();
    for i in riwayat::terdaftar(store).await? {
        let milik = riwayat.get(&Some(i.id));
        let tahun = milik.and_then(|m| Some((m.iter().map(|r| r.dari).min()?, m.iter().map(|r| r.sampai).max()?)));
        hasil.push(Entri { kode: i.kode, nama: i.nama, kelompok: kelompok(&i.jenis).to_owned(), tahun });
    }
    hasil.sort_by(|a, b| a.nama.cmp(&b.nama).then_with(|| a.kode.cmp(&b.kode)));
    Ok(hasil)
}

/// Group of a registered instansi.
pub(crate) fn kelompok(jenis: &str) -> &'static str {
    match jenis {
        "kementerian" | "lembaga" => "kl",
        "provinsi" => "provinsi",
        "kota" => "kota",
        "kabupaten" => "kabupaten",
        _ => "lain",
    }
}
