//! `POST /mpp/{mpp}/hari-ini/jam/penarikan`: the head takes back what was decided for a day; where that meets people who booked the
//! opening, or who hold a number now, he is told first how many.

use axum::extract::State;
use jiff::civil::Date;
use store::{
    StoreError,
    antrean::buka::{self, Akibat},
    hak::KepalaMpp,
    id::UnitId,
};

use super::jam::{Apa, KEPALA, Tanya};
use crate::{AppState, error::Hasil, formulir::Formulir, jalur::Jalur, konteks::Konteks, pelaku::Orang, rute::Daftar, tampil::Alih};

pub fn rute(d: &mut Daftar) {
    d.post("/mpp/{mpp}/hari-ini/jam/penarikan", KEPALA, tarik);
}

/// What came of a sent form.
enum Jawab {
    Tanya(Tanya),
    /// Taken back: so many bookings stand again, or below zero, cannot be kept now.
    Putus(i64),
}

async fn putuskan(app: &AppState, hak: &KepalaMpp, f: &Formulir, hari: Date) -> Result<Jawab, StoreError> {
    let tahu = format!("{hari} tarik");
    if f.nilai("tahu") != tahu {
        let kena = buka::akibat_tarik(&app.store, hak, hari).await?;
        if kena != Akibat::default() {
            return Ok(Jawab::Tanya(Tanya { hari, kena, apa: Apa::Tarik, tahu }));
        }
    }
    buka::tarik(&app.store, hak, hari).await.map(Jawab::Putus)
}

async fn tarik(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, mut f: Formulir) -> Hasil {
    let (akses, _) = super::super::buka(&app, Konteks::baru(&app, &k.permintaan), &pelaku, id).await?;
    let hak = akses.kepala()?;
    if let Some(hari) = f.urai::<Date>("tarik_hari", "antrean-tanggal-wajib") {
        let ke = format!("/mpp/{id}/hari-ini");
        match putuskan(&app, &hak, &f, hari).await {
            Ok(Jawab::Putus(0)) => return Alih::ke(ke).pesan("antrean-ditarik").into(),
            // What stood on an opening day cannot be kept on a usual one.
            Ok(Jawab::Putus(n)) if n < 0 => return Alih::ke(format!("/mpp/{id}/pesanan")).pesan("antrean-ditarik-terdampak").into(),
            Ok(Jawab::Putus(_)) => return Alih::ke(ke).pesan("antrean-ditarik-pesanan").into(),
            Ok(Jawab::Tanya(tanya)) => return super::bertanya(&app, k, &pelaku, id, (f, tanya)).await,
            Err(StoreError::Keadaan(kunci)) => f.salahkan("tarik_hari", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    super::halaman(&app, k, &pelaku, id, f).await
}
