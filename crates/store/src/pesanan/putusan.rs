//! What the head of a hall decided for one day, as the reason why a booked time of it is no more.

use super::baca::Lihat;
use crate::{
    Hasil,
    antrean::buka::{self, Khusus},
};
use sea_orm::ConnectionTrait;

impl Lihat {
    /// The decision that takes its time away; `None` where there is none, or where it is something else.
    pub async fn putusan<C: ConnectionTrait>(&self, c: &C) -> Hasil<Option<Khusus>> {
        let mut semua = buka::khusus_antara(c, self.tempat.mpp_id, (self.tanggal, self.tanggal)).await?;
        Ok(semua.remove(&self.tanggal).filter(|x| x.meniadakan(self.mulai, self.selesai)))
    }
}
