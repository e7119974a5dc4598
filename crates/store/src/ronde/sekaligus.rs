//! One batch of answers in one transaction: links, rounds, rows, replays, counters, events.
//!
//! Nothing here waits for a client and nothing is acknowledged here: see [`super::penulis`].

use super::{
    kabar::{self, Kabar},
    kubus::{
        lipat::{Butir, Lipatan},
        tulis,
    },
    masukan::{Masukan, Terima, Tolak},
    simpan::{self, Isi, KunciJawaban},
    syarat::{self, Syarat},
    tautan,
};
use crate::{Hasil, Store, id::RondeId};
use std::{
    collections::{BTreeSet, HashMap, HashSet},
    time::Instant,
};

/// What becomes of each answer of the batch, in its order.
pub(super) type Putusan = Vec<Result<Terima, Tolak>>;

/// Stores a batch: when this returns `Ok` it is committed.
pub(super) async fn simpan(store: &Store, kabar: &mut Kabar, masukan: &[&Masukan]) -> Hasil<Putusan> {
    let ronde: BTreeSet<RondeId> = masukan.iter().map(|m| m.ronde).collect();
    let tx = store.mulai().await?;
    let syarat = syarat::banyak(&tx, &ronde).await?;
    let mut pertama: HashMap<KunciJawaban, &Masukan> = HashMap::with_capacity(masukan.len());
    for m in masukan {
        pertama.entry((m.ronde, m.id)).or_insert(m);
    }
    let calon: Vec<(&Masukan, &Syarat)> = pertama.values().filter_map(|m| Some((*m, syarat.get(&m.ronde).filter(|s| s.buka)?))).collect();
    let mut ditebus = tautan::tebus(&*tx, calon.iter().map(|(m, _)| *m)).await?;
    let (boleh, tanpa_tautan): (Vec<_>, Vec<_>) = calon.into_iter().partition(|(m, s)| ditebus.boleh(m, &s.hari));
    let baru: Vec<(&Masukan, bool)> = boleh.iter().map(|(m, s)| (*m, s.skm)).collect();
    let masuk = if baru.is_empty() { HashSet::new() } else { simpan::sisip(&*tx, &baru).await? };
    let tersimpan: Vec<(&Masukan, bool)> = baru.into_iter().filter(|(m, _)| masuk.contains(&(m.ronde, m.id))).collect();
    ditebus.kembalikan(&*tx, tersimpan.iter().map(|(m, _)| *m)).await?;

    let mut lipatan = Lipatan::default();
    for (m, skm) in &tersimpan {
        let b = Butir::dari(m, *skm);
        lipatan.tambah(&b, b.keadaan(false), 1)?;
    }
    tulis::terapkan(&*tx, &lipatan).await?;
    let lama: Vec<KunciJawaban> = pertama.keys().filter(|k| !masuk.contains(*k)).copied().collect();
    let ada = simpan::tersimpan(&*tx, &lama).await?;

    let tumbuh = tersimpan.iter().filter_map(|(m, _)| Some((m.ronde, syarat.get(&m.ronde)?.topik.clone()))).collect();
    let (sekarang, nanti) = kabar.pilih(tumbuh, Instant::now());
    kabar::siarkan(&tx, &sekarang).await?;
    tx.commit().await?;
    kabar.catat(sekarang, nanti, Instant::now());

    let tak_bertautan: HashSet<KunciJawaban> = tanpa_tautan.iter().map(|(m, _)| (m.ronde, m.id)).collect();
    let bahan = Bahan { syarat: &syarat, pertama: &pertama, ada: &ada, tak_bertautan: &tak_bertautan };
    let mut belum = masuk;
    Ok(masukan.iter().map(|m| if belum.remove(&(m.ronde, m.id)) { Ok(Terima::Baru) } else { bahan.putus(m) }).collect())
}

struct Bahan<'a> {
    syarat: &'a HashMap<RondeId, Syarat>,
    /// The answer that came first under each key; if it was new, it is what is stored.
    pertama: &'a HashMap<KunciJawaban, &'a Masukan>,
    /// What was stored before under the keys that are not new.
    ada: &'a HashMap<KunciJawaban, Isi>,
    tak_bertautan: &'a HashSet<KunciJawaban>,
}

impl Bahan<'_> {
    /// For an answer that was not stored now.
    fn putus(&self, m: &Masukan) -> Result<Terima, Tolak> {
        let kunci = (m.ronde, m.id);
        let syarat = self.syarat.get(&m.ronde);
        let isi = Isi::dari(m, syarat.is_some_and(|s| s.skm));
        if let Some(lama) = self.ada.get(&kunci) {
            return match (*lama == isi, syarat) {
                (true, _) => Ok(Terima::SudahAda),
                (false, Some(s)) if s.buka => Err(Tolak::OperasiLain),
                (false, _) => Err(Tolak::Tertutup),
            };
        }
        match syarat {
            None => Err(Tolak::Rusak(crate::StoreError::TidakDitemukan)),
            Some(s) if !s.buka => Err(Tolak::Tertutup),
            Some(_) if self.tak_bertautan.contains(&kunci) => Err(Tolak::TautanTakBerlaku),
            // It came twice in this batch, and the first one is stored.
            Some(s) if self.pertama.get(&kunci).is_some_and(|p| Isi::dari(p, s.skm) == isi) => Ok(Terima::SudahAda),
            Some(_) => Err(Tolak::OperasiLain),
        }
    }
}
