//! Publications whose decision stands without proof (`bukti`): lists for anyone leave out those that stand as valid, the ministry's show all.
//! Lists keep what was found for a minute at most, since a nation's decisions are thousands; figures and pages of one publication ask for its
//! own mark each time.

use super::{bukti::Diputus, papan};
use crate::{Hasil, KunciPublik, Store, Waktu, id::TerimaId, kueri::Value};
use std::{
    collections::HashSet,
    sync::{Arc, Mutex},
};

/// As the kept recap. A change made behind the program that the count of decisions does not show is seen after it.
const DETIK: i64 = 60;

/// Most that one statement names.
pub(super) const DISEBUT: usize = 1000;

/// A publication whose decision does not hold.
#[derive(Debug, Clone, Copy)]
struct Tak {
    tahun: i64,
    id: TerimaId,
    /// It stands as valid.
    valid: bool,
}

/// What was found, of all years, when, and under which key and count of decisions ([`papan::tanda`]).
#[derive(Debug, Clone)]
struct Simpanan {
    tanda: (i64, KunciPublik),
    pada: Waktu,
    isi: Arc<[Tak]>,
}

impl Simpanan {
    fn berlaku(&self, tanda: (i64, KunciPublik), kini: Waktu) -> bool {
        self.tanda == tanda && self.pada <= kini && kini < self.pada.tambah_detik(DETIK)
    }
}

/// What was found last.
#[derive(Debug, Default)]
pub(super) struct Singgahan {
    isi: Mutex<Option<Simpanan>>,
    /// Decisions are read once at a time; who waits finds them read.
    giliran: tokio::sync::Mutex<()>,
}

impl Singgahan {
    fn ambil(&self, tanda: (i64, KunciPublik), kini: Waktu) -> Option<Arc<[Tak]>> {
        let isi = self.isi.lock().ok()?;
        isi.as_ref().filter(|s| s.berlaku(tanda, kini)).map(|s| s.isi.clone())
    }

    fn taruh(&self, baru: Simpanan) {
        if let Ok(mut isi) = self.isi.lock() {
            *isi = Some(baru);
        }
    }
}

/// Publications that a list leaves out.
pub(crate) struct Kecuali {
    id: Vec<TerimaId>,
    /// More than a statement names: then nothing is shown.
    semua: bool,
}

impl Kecuali {
    /// Of a year, or of all (0), as the rows are now.
    pub async fn dari(store: &Store, tahun: i64) -> Hasil<Self> {
        let semua = cari(store, Diputus::valid(store.baca(), tahun).await?);
        Ok(Self::sebut(semua.into_iter().map(|t| t.id).collect()))
    }

    /// As [`Self::dari`], as it was found within the last minute unless something was decided since: for lists that anyone opens.
    pub(super) async fn tersimpan(store: &Store, tahun: i64) -> Hasil<Self> {
        let semua = semua(store).await?;
        Ok(Self::sebut(semua.iter().filter(|t| t.valid && (tahun == 0 || t.tahun == tahun)).map(|t| t.id).collect()))
    }

    /// Those of [`Self::tersimpan`], for who keeps what was made without them.
    pub(crate) async fn daftar(store: &Store, tahun: i64) -> Hasil<Vec<TerimaId>> {
        let semua = semua(store).await?;
        Ok(semua.iter().filter(|t| t.valid && t.tahun == tahun).map(|t| t.id).collect())
    }

    fn sebut(id: Vec<TerimaId>) -> Self {
        let semua = id.len() > DISEBUT;
        Self { id: if semua { Vec::new() } else { id }, semua }
    }

    /// SQL: the publication `t` is none of them. Their places begin at `$dari`.
    pub fn sql(&self, dari: usize) -> String {
        if self.semua {
            return " AND 1 = 0".to_owned();
        }
        if self.id.is_empty() {
            return String::new();
        }
        let tempat = (dari..self.akhir(dari)).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
        format!(" AND t.id NOT IN ({tempat})")
    }

    /// The first free place after theirs.
    pub fn akhir(&self, dari: usize) -> usize {
        dari + self.id.len()
    }

    /// What stands at their places.
    pub fn nilai(&self) -> Vec<Value> {
        self.id.iter().map(|id| Value::from(*id)).collect()
    }
}

/// All publications whose decision does not hold, as they were found within the last minute unless something was decided since.
pub(super) async fn tak_terbukti(store: &Store) -> Hasil<HashSet<TerimaId>> {
    Ok(semua(store).await?.iter().map(|t| t.id).collect())
}

/// Of all years and kinds, kept. The count is read before the rows: what is decided in between is read again.
async fn semua(store: &Store) -> Hasil<Arc<[Tak]>> {
    let simpan = &store.serahan.kecuali;
    let tanda = (papan::tanda(store).await?, store.kunci().publik());
    if let Some(isi) = simpan.ambil(tanda, store.sekarang()) {
        return Ok(isi);
    }
    let _giliran = simpan.giliran.lock().await;
    if let Some(isi) = simpan.ambil(tanda, store.sekarang()) {
        return Ok(isi);
    }
    let pada = store.sekarang();
    let isi: Arc<[Tak]> = cari(store, Diputus::semua(store.baca()).await?).into();
    simpan.taruh(Simpanan { tanda, pada, isi: isi.clone() });
    Ok(isi)
}

/// Those of these decisions that do not hold; the log says how many they are.
fn cari(store: &Store, mut semua: Vec<Diputus>) -> Vec<Tak> {
    let kunci = store.kunci().potret();
    semua.retain(|d| !d.sah(&kunci));
    if !semua.is_empty() {
        tracing::error!(banyak = semua.len(), "decisions about received publications are not what was decided; they are not shown");
    }
    semua.iter().map(|d| Tak { tahun: d.tahun, id: d.id, valid: d.valid_kini() }).collect()
}
