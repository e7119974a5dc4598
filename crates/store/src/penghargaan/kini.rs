//! Whether the figures that an announced award rests on are still those that are public: a later version of the publication may say
//! others. A decision keeps what it rested on; nothing here changes it.

use super::{
    PILIH, Penghargaan,
    calon::{self, Ikut},
    milik::Milik,
    putusan::Putusan,
    umum,
};
use crate::{
    Hasil, Store, StoreError,
    id::{InstansiId, LokusId, PeriodeId, PutusanId},
    kueri::{Kueri, Value},
    nasional::jenis_kelompok,
    nilai,
    penerbitan::{self, Publik, Terbitan},
    peringkat::{self, PeringkatPeriode},
};
use pekppp::peringkat::peringkat_per_kelompok;
use sea_orm::FromQueryResult;
use std::collections::{BTreeSet, HashMap, HashSet};

/// What the publication says now of somebody who was given an award; `tampil` has two decimals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Angka {
    pub peringkat: usize,
    pub tampil: String,
    pub kategori: String,
}

impl Angka {
    fn sama(&self, d: &Putusan) -> bool {
        i64::try_from(self.peringkat) == Ok(d.peringkat) && self.tampil == d.tampil && self.kategori == d.kategori
    }
}

/// Decisions whose figures are not the public ones, with those; `None`: the publication ranks the receiver no longer.
pub type Berubah = HashMap<PutusanId, Option<Angka>>;

/// Compares decisions of a period with what is public of it.
///
/// # Errors
/// When the store fails.
pub async fn berubah(store: &Store, t: &Terbitan, putusan: &[&Putusan]) -> Hasil<Berubah> {
    let mut hasil = Berubah::new();
    if putusan.is_empty() {
        return Ok(hasil);
    }
    let sql = format!("{PILIH} AND g.periode_id = $1 ORDER BY g.id LIMIT 200");
    let semua: Vec<Penghargaan> = store.baca().semua(&sql, nilai![t.periode.id]).await?;
    let p = peringkat::publik(store, t).await?;
    let perlu = semua.iter().any(|g| g.sasaran != "unit" || g.jenis_instansi.is_some());
    let ikut = if perlu { calon::ikut(store, t.periode.id).await? } else { Vec::new() };
    for g in &semua {
        let milik: Vec<&Putusan> = putusan.iter().copied().filter(|d| d.penghargaan_id == g.id).collect();
        if milik.is_empty() {
            continue;
        }
        let kini = if g.sasaran == "unit" {
            unit(g, &ikut, &p, &milik.iter().filter_map(|d| d.lokus_id).collect())
        } else {
            instansi(g, &ikut, &p)
        };
        for d in milik {
            let angka = kini.get(&d.kunci());
            if !angka.is_some_and(|a| a.sama(d)) {
                hasil.insert(d.id, angka.cloned());
            }
        }
    }
    Ok(hasil)
}

/// The same by the public code of the period; empty while its results are not public.
///
/// # Errors
/// When the store fails.
pub async fn menurut_kode(store: &Store, kode: &str, putusan: &[&Putusan]) -> Hasil<Berubah> {
    match penerbitan::publik(store, kode).await {
        Ok(Publik::Terbit(t)) => berubah(store, &t, putusan).await,
        Ok(Publik::Ditarik { .. }) | Err(StoreError::TidakDitemukan) => Ok(Berubah::new()),
        Err(e) => Err(e),
    }
}

/// The same for awards of several periods.
///
/// # Errors
/// When the store fails.
pub async fn beberapa(store: &Store, semua: &[Milik]) -> Hasil<Berubah> {
    let mut hasil = Berubah::new();
    let kode: BTreeSet<&str> = semua.iter().map(|m| m.periode_kode.as_str()).collect();
    for kode in kode {
        let milik: Vec<&Putusan> = semua.iter().filter(|m| m.periode_kode == kode).map(|m| &m.putusan).collect();
        hasil.extend(menurut_kode(store, kode, &milik).await?);
    }
    Ok(hasil)
}

/// A published period with so many announced awards that rest on figures which were annulled or are no longer those that are public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gugur {
    pub id: PeriodeId,
    pub periode: String,
    pub kode: String,
    pub jumlah: i64,
}

#[derive(FromQueryResult)]
struct Terduga {
    kode: String,
}

/// Days after a publication that its organiser is told. Whoever keeps the award all the same is not told for ever; the public mark stays.
const HARI: i64 = 30;

/// Such periods of these instansi, the newest first, for a month: only those that were published more than once, or where a result under
/// an award was annulled, are compared.
///
/// # Errors
/// When the store fails.
pub async fn gugur(store: &Store, instansi: &[InstansiId]) -> Hasil<Vec<Gugur>> {
    if instansi.is_empty() {
        return Ok(Vec::new());
    }
    let tempat = (1..=instansi.len()).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
    let sql = format!(
        "SELECT p.kode FROM periode p WHERE p.instansi_id IN ({tempat})
           AND (SELECT n.jenis FROM penerbitan n WHERE n.periode_id = p.id ORDER BY n.id DESC LIMIT 1) = 'terbit'
           AND EXISTS (SELECT 1 FROM penerbitan n WHERE n.periode_id = p.id AND n.pada >= ${})
           AND (SELECT u.jenis FROM penghargaan_umum u WHERE u.periode_id = p.id ORDER BY u.id DESC LIMIT 1) = 'umum'
           AND ((SELECT COUNT(*) FROM penerbitan m WHERE m.periode_id = p.id AND m.jenis = 'terbit') > 1
             OR EXISTS (SELECT 1 FROM penghargaan g JOIN penghargaan_putusan d ON d.penghargaan_id = g.id
               JOIN hasil_batal x ON x.hasil_id = d.hasil_id WHERE g.periode_id = p.id))
         ORDER BY p.id DESC LIMIT 20",
        instansi.len() + 1
    );
    let mut v: Vec<Value> = instansi.iter().map(|i| (*i).into()).collect();
    v.push(store.sekarang().tambah_detik(-HARI * 86_400).into());
    let terduga: Vec<Terduga> = store.baca().semua(&sql, v).await?;
    let mut hasil = Vec::new();
    for x in terduga {
        let Publik::Terbit(t) = penerbitan::publik(store, &x.kode).await? else { continue };
        let Some(umum) = umum::publik(store, &t).await? else { continue };
        let diberi: Vec<&Putusan> = umum.diberi.iter().collect();
        let berubah = berubah(store, &t, &diberi).await?;
        let jumlah = diberi.iter().filter(|d| d.hasil_batal.is_some() || berubah.contains_key(&d.id)).count();
        if jumlah > 0 {
            hasil.push(Gugur {
                id: t.periode.id,
                periode: t.periode.nama.clone(),
                kode: x.kode,
                jumlah: i64::try_from(jumlah).unwrap_or(i64::MAX),
            });
        }
    }
    Ok(hasil)
}

/// Figures of the units that are asked for, by [`Putusan::kunci`]: their rank among those whom the award is for.
fn unit(g: &Penghargaan, ikut: &[Ikut], p: &PeringkatPeriode, dicari: &HashSet<LokusId>) -> HashMap<String, Angka> {
    let jenis: HashMap<InstansiId, &str> = ikut.iter().map(|i| (i.id, jenis_kelompok(&i.jenis))).collect();
    let boleh = |i: InstansiId| g.jenis_instansi.as_deref().is_none_or(|j| jenis.get(&i) == Some(&j));
    let mut hasil = HashMap::new();
    for (_, isi) in p.kelompok.iter().filter(|(k, _)| calon::untuk(g, k.as_str(), p)) {
        let (mut di_semua, mut di_sini) = (0, 0);
        for (n, x) in isi.iter().filter(|x| boleh(x.item.instansi_id)).enumerate() {
            if x.peringkat != di_semua {
                (di_semua, di_sini) = (x.peringkat, n + 1);
            }
            let b = &x.item;
            if dicari.contains(&b.lokus) {
                let kategori = b.kategori.as_deref().unwrap_or_default().to_owned();
                hasil.insert(b.lokus.to_string(), Angka { peringkat: di_sini, tampil: x.ipp.tampil(), kategori });
            }
        }
    }
    hasil
}

fn instansi(g: &Penghargaan, ikut: &[Ikut], p: &PeringkatPeriode) -> HashMap<String, Angka> {
    let kelompok = peringkat_per_kelompok(calon::instansi(g, ikut, p));
    let satu = |x: pekppp::peringkat::Peringkat<calon::Calon>| {
        (x.item.kunci, Angka { peringkat: x.peringkat, tampil: x.item.tampil, kategori: x.item.kategori })
    };
    kelompok.into_values().flatten().map(satu).collect()
}
