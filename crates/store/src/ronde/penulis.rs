//! STUB until the writer is merged.
use super::masukan::{Masukan, Terima, Tolak};
use crate::{Store, StoreError, kueri::Kueri};
use pekppp::Nilai;

pub struct Penulis<'a>(&'a Store);

impl Store {
    pub fn penulis(&self) -> Penulis<'_> {
        Penulis(self)
    }
}

impl Penulis<'_> {
    pub async fn terima(&self, m: Masukan) -> Result<Terima, Tolak> {
        #[derive(sea_orm::FromQueryResult)]
        struct T {
            token: String,
        }
        let t: T = self.0.baca().satu("SELECT token FROM ronde WHERE id = $1", crate::nilai![m.ronde]).await?;
        let r = super::dari_token(self.0.baca(), &t.token).await?;
        let isi: Vec<_> = m.nilai.iter().map(|n| Nilai::baru(i64::from(*n)).ok()).collect();
        match super::jawaban::terima(self.0, &r, m.id, &isi).await {
            Ok(t) => Ok(t),
            Err(StoreError::OperasiLain) => Err(Tolak::OperasiLain),
            Err(StoreError::Keadaan(_)) => Err(Tolak::Tertutup),
            Err(e) => Err(e.into()),
        }
    }
}
