//! A store of its own for each test, with a stopped clock (2026-03-02 08:00 WITA).

use store::{Jam, Store, Sumber};
use testkit::basis::{BasisUji, Jenis};

pub struct Ruang {
    pub store: Store,
    pub sumber: Sumber,
    pub folder: tempfile::TempDir,
    _basis: BasisUji,
}

pub const KINI: i64 = 1_772_409_600_000_000;

/// Opens a store on the database that the test was given.
pub async fn ruang(basis: BasisUji) -> Ruang {
    let folder = tempfile::tempdir().unwrap();
    let sumber = match basis.jenis {
        Jenis::Sqlite => Sumber::Sqlite,
        Jenis::Postgres => Sumber::Postgres(basis.url.clone()),
    };
    let store = Store::buka(folder.path(), &sumber, Jam::tetap(KINI)).await.unwrap();
    Ruang { store, sumber, folder, _basis: basis }
}

impl Ruang {
    /// A second handle on the same database, as another process would open it.
    pub async fn buka_lagi(&self) -> Store {
        Store::buka(self.folder.path(), &self.sumber, Jam::tetap(KINI)).await.unwrap()
    }
}
