//! Results of an instansi that were handed in as files and validated, on its page. Those of the newest year stand with the figures that the
//! national board counts; earlier ones lead to their pages. Units of a file whose rows are not what was received are not named.

use store::{
    Store,
    diterima::{
        self,
        telusur::{self, Serahan},
    },
    riwayat, wilayah,
};

use super::Entri;
use crate::{
    Error,
    publik::serahan::unit::{self, Baris},
};

/// Units shown of one publication.
const UNIT_MAKS: i64 = 20;

/// A publication with the first units of the instansi in it.
pub(super) struct Kartu {
    pub s: Serahan,
    /// Empty where the rows of the file are not what was received.
    pub unit: Vec<Baris>,
}

impl Kartu {
    /// Whether it holds more units of the instansi than are shown.
    pub fn lebih(&self) -> bool {
        self.s.hasil > UNIT_MAKS
    }
}

/// Name and group of an instansi that stands only in such files, as the newest says that is what was received; `None` where none names it.
pub(super) async fn tentang(store: &Store, kode: &str) -> store::Hasil<Option<(String, &'static str)>> {
    for s in telusur::milik(store, kode).await? {
        let satu = diterima::unit::milik(store, s.id, kode, 1).await?.into_iter().next();
        if let Some(u) = satu
            && diterima::unit::utuh(store, s.id).await?
        {
            let kelompok = golongan(kode, &u.instansi);
            return Ok(Some((u.instansi, kelompok)));
        }
    }
    Ok(None)
}

/// Group of one that is not registered: by its region, otherwise by its name.
fn golongan(kode: &str, nama: &str) -> &'static str {
    match wilayah::cari(kode) {
        Some(_) if !kode.contains('.') => "provinsi",
        Some(w) => riwayat::kelompok(w.nama),
        None => riwayat::kelompok(nama),
    }
}

/// Lines of those that handed in and are not among `ada`.
pub(super) async fn entri(store: &Store, ada: &[Entri]) -> store::Hasil<Vec<Entri>> {
    let semua = telusur::instansi(store).await?.into_iter().filter(|i| ada.iter().all(|e| e.kode != i.kode));
    Ok(semua
        .map(|i| Entri { kelompok: golongan(&i.kode, &i.nama).to_owned(), kode: i.kode, nama: i.nama, tahun: Some((i.dari, i.sampai)) })
        .collect())
}

pub(super) async fn muat(store: &Store, kode: &str) -> Result<Vec<Kartu>, Error> {
    let semua = telusur::milik(store, kode).await?;
    let terbaru = semua.first().map(|s| s.tahun);
    let mut kartu = Vec::with_capacity(semua.len());
    for s in semua {
        let isi = diterima::unit::milik(store, s.id, kode, UNIT_MAKS).await?;
        let unit = if Some(s.tahun) == terbaru {
            unit::bernilai(store, isi).await?.unwrap_or_default()
        } else if diterima::unit::utuh(store, s.id).await? {
            unit::polos(isi)
        } else {
            Vec::new()
        };
        kartu.push(Kartu { s, unit });
    }
    Ok(kartu)
}
