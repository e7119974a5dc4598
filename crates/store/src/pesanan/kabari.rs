//! An officer told a person himself that the booking no longer holds: by phone, or at the desk.

use super::{baca, pesan};
use crate::{
    Hasil, Store, StoreError,
    hak::DepanMpp,
    id::{PesananId, TerdampakId},
    kueri::Kueri,
    nilai,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cara {
    Telepon,
    Langsung,
}

impl Cara {
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Telepon => "telepon",
            Self::Langsung => "langsung",
        }
    }

    #[must_use]
    pub fn dari_kunci(kunci: &str) -> Option<Self> {
        [Self::Telepon, Self::Langsung].into_iter().find(|c| c.kunci() == kunci)
    }
}

/// Records it; a second time changes nothing.
///
/// # Errors
/// `TidakDitemukan` for a booking of another hall, or one that holds.
pub async fn kabari(store: &Store, hak: &DepanMpp, id: PesananId, cara: Cara) -> Hasil<()> {
    let tx = store.mulai().await?;
    let l = baca::dari_id(&*tx, id).await?;
    let terbuka: TerdampakId = match l.terbuka {
        Some(t) if l.tempat.mpp_id == hak.mpp.unit_id => t.id,
        _ => return Err(StoreError::TidakDitemukan),
    };
    let sql = "INSERT INTO pesanan_dikabari (terdampak_id, cara, pada, oleh) VALUES ($1, $2, $3, $4) ON CONFLICT (terdampak_id) DO NOTHING";
    let oleh = hak.pelaku().akun;
    if tx.jalankan(sql, nilai![terbuka, cara.kunci(), tx.pada, oleh]).await? > 0 {
        pesan::catat(&tx, &l.tempat, id, "pesanan.kabari", Some(oleh), serde_json::json!({ "cara": cara.kunci() })).await?;
    }
    tx.commit().await
}
