//! `POST /kasir/{mpp}/tagihan/{tagihan}/pembatalan`: a payment that was recorded wrongly is taken back, with the reason: by a cashier on the
//! same day, by the head of the mall on any.

use axum::extract::State;
use store::{
    StoreError, Waktu,
    hak::{self, Pelaku},
    id::{TagihanId, UnitId},
    tagihan::{self, Pembatal},
};

use super::{
    bayar,
    harian::{self, PEMBACA},
};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.post("/kasir/{mpp}/tagihan/{tagihan}/pembatalan", PEMBACA, batalkan);
}

/// Whether a person is the head of this mall.
pub(super) async fn kepala(app: &AppState, pelaku: &Pelaku, id: UnitId) -> Hasil<bool> {
    Ok(hak::mpp(&app.store, pelaku, id).await?.kepala().is_ok())
}

async fn batalkan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((mpp, id)): Jalur<(UnitId, TagihanId)>,
    mut f: Formulir,
) -> Hasil {
    let akses = hak::mpp(&app.store, &pelaku, mpp).await?;
    let kepala = akses.kepala().ok();
    let dibayar = Waktu(f.nilai("dibayar_pada").parse().unwrap_or_default());
    if let Some(alasan) = f.alasan("balik_alasan") {
        let hasil = match &kepala {
            Some(h) => tagihan::batalkan_bayar(&app.store, Pembatal::Kepala(h), id, dibayar, &alasan).await,
            None => tagihan::batalkan_bayar(&app.store, Pembatal::Kasir(&akses.kasir()?), id, dibayar, &alasan).await,
        };
        match hasil {
            Ok(()) => {
                // The bill of a case that came to nothing is called off with it.
                let gugur = tagihan::dari_id(app.store.baca(), id).await?.batal.is_some();
                let pesan = if gugur { "bayar-balik-dicatat-gugur" } else { "bayar-balik-dicatat" };
                return Alih::ke(format!("/kasir/{mpp}/tagihan/{id}")).pesan(pesan).into();
            }
            Err(StoreError::Keadaan(kunci)) => f.salahkan("balik_alasan", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    let (hak, k) = harian::buka(&app, k, &pelaku, mpp).await?;
    tampil_salah(&bayar::halaman(&app, &k, (&hak, kepala.is_some()), id, f).await?)
}
