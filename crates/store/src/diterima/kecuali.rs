//! Publications that stand as valid without proof (`bukti`): lists leave them out. What anyone may open keeps what was found for a minute at
//! most, since a nation's decisions are thousands; figures and pages of one publication ask for its own mark each time.

use super::{bukti::Diputus, papan};
use crate::{Hasil, KunciPublik, Store, Waktu, id::TerimaId, kueri::Value};
use std::sync::{Arc, Mutex};

/// As the kept recap. A change made behind the program that the count of decisions does not show is seen after it.
const DETIK: i64 = 60;

/// Most that one statement names.
const DISEBUT: usize = 1000;

/// What was found, of all years, when, and under which key and count of decisions ([`papan::tanda`]).
#[derive(Debug, Clone)]
struct Simpanan {
    tanda: (i64, KunciPublik),
    pada: Waktu,
    /// With their years.
    isi: Arc<[(i64, TerimaId)]>,
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
    fn ambil(&self, tanda: (i64, KunciPublik), kini: Waktu) -> Option<Arc<[(i64, TerimaId)]>> {
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
        Ok(Self::sebut(cari(store, tahun).await?.into_iter().map(|(_, id)| id).collect()))
    }

    /// As [`Self::dari`], as it was found within the last minute unless something was decided since: for lists that anyone opens.
    pub(super) async fn tersimpan(store: &Store, tahun: i64) -> Hasil<Self> {
        let semua = semua(store).await?;
        Ok(Self::sebut(semua.iter().filter(|(t, _)| tahun == 0 || *t == tahun).map(|(_, id)| *id).collect()))
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

/// Of all years, kept. The count is read before the rows: what is decided in between is read again.
async fn semua(store: &Store) -> Hasil<Arc<[(i64, TerimaId)]>> {
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
    let isi: Arc<[(i64, TerimaId)]> = cari(store, 0).await?.into();
    simpan.taruh(Simpanan { tanda, pada, isi: isi.clone() });
    Ok(isi)
}

/// Those of a year, or of all (0), with their years; the log says how many they are.
async fn cari(store: &Store, tahun: i64) -> Hasil<Vec<(i64, TerimaId)>> {
    let mut semua = Diputus::valid(store.baca(), tahun).await?;
    let kunci = store.kunci().potret();
    semua.retain(|d| !d.sah(&kunci));
    if !semua.is_empty() {
        tracing::error!(banyak = semua.len(), "decisions about received publications are not what was decided; they are not shown");
    }
    Ok(semua.iter().map(|d| (d.tahun, d.id)).collect())
}
