//! What a mall and its tenants owe one another beside the gerai: agreements with their dates, the features of a tenant's own
//! system, and the way in for its program. Tenants themselves are `store::mpp`.

mod fitur;
mod perjanjian;
mod token;

pub use fitur::{AntreanIsi, Fitur, LaporanIsi, LayananIsi, Sambungan, fitur, hubungkan, lapor, laporan, putuskan, sambungan};
pub use perjanjian::{
    HARI_DEKAT, JENIS, Keadaan, Perjanjian, PerjanjianBaru, akhiri_perjanjian, ingatkan, perjanjian, perjanjian_satu, tambah_perjanjian,
};
pub(crate) use token::Tersimpan as TokenTersimpan;
pub use token::{HakTenan, Token, buat_token, cabut_token, token, token_tenan};

use crate::{
    Hasil, StoreError, Tx,
    audit::{self, Kejadian},
    hak::KepalaMpp,
    id::TenanId,
    mpp::{self, Tenan},
};

/// The tenant, in this mall and not gone.
async fn di(tx: &Tx, hak: &KepalaMpp, id: TenanId) -> Hasil<Tenan> {
    let t = mpp::tenan(&**tx, id).await?;
    if t.mpp_id != hak.mpp.unit_id {
        return Err(StoreError::TidakDitemukan);
    }
    if t.keluar.is_some() {
        return Err(StoreError::Keadaan("tenan-sudah-keluar"));
    }
    Ok(t)
}

async fn catat(tx: &Tx, hak: &KepalaMpp, aksi: &str, id: TenanId, rincian: serde_json::Value) -> Hasil<()> {
    audit::catat(tx, hak.pelaku(), Kejadian::baru(aksi, "tenan", id).instansi(hak.mpp.instansi_id).rincian(rincian)).await?;
    Ok(())
}
