//! `POST /mpp/{mpp}/hari-ini/jam/penarikan`: the head takes back what was decided for a day.

use axum::extract::State;
use jiff::civil::Date;
use store::{StoreError, antrean::buka, id::UnitId};

use super::jam::KEPALA;
use crate::{AppState, error::Hasil, formulir::Formulir, jalur::Jalur, konteks::Konteks, pelaku::Orang, rute::Daftar, tampil::Alih};

pub fn rute(d: &mut Daftar) {
    d.post("/mpp/{mpp}/hari-ini/jam/penarikan", KEPALA, tarik);
}

async fn tarik(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, mut f: Formulir) -> Hasil {
    let (akses, _) = super::super::buka(&app, Konteks::baru(&app, &k.permintaan), &pelaku, id).await?;
    let hak = akses.kepala()?;
    if let Some(hari) = f.urai::<Date>("tarik_hari", "antrean-tanggal-wajib") {
        let ke = format!("/mpp/{id}/hari-ini");
        match buka::tarik(&app.store, &hak, hari).await {
            Ok(0) => return Alih::ke(ke).pesan("antrean-ditarik").into(),
            // What stood on an opening day cannot be kept on a usual one.
            Ok(n) if n < 0 => return Alih::ke(format!("/mpp/{id}/pesanan")).pesan("antrean-ditarik-terdampak").into(),
            Ok(_) => return Alih::ke(ke).pesan("antrean-ditarik-pesanan").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan("tarik_hari", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    super::halaman(&app, k, &pelaku, id, f).await
}
