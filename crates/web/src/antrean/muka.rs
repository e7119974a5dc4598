//! Before a number is taken: what a person is told of the service, and the taking itself. On telephones and at the kiosk alike.

use store::{
    StoreError,
    antrean::{self, Minta, Saluran, Tiket, buka, hari},
    id::OperasiId,
    mpp::{Gerai, Mpp, Penempatan},
};

use super::{kata, pilihan};
use crate::{AppState, antre::OpsiPrioritas, error::Hasil, formulir::Formulir, konteks::Konteks};

/// How a service stands now.
pub struct Muka {
    /// People in the line of its gerai.
    pub menunggu: i64,
    /// No numbers now: why.
    pub tutup: Option<(String, String)>,
    /// Nobody comes for this service today.
    pub absen: Option<(String, String)>,
    /// The line is longer than the day.
    pub tak_sempat: Option<String>,
    /// There is a later day that can be booked.
    pub nanti: bool,
}

impl Muka {
    /// # Errors
    /// Of the store.
    pub async fn baca(app: &AppState, k: &Konteks, m: &Mpp, (p, g): (&Penempatan, &Gerai)) -> Hasil<Self> {
        let (c, kini) = (app.store.baca(), app.store.sekarang());
        let pintu = buka::keadaan(c, m, kini).await?;
        let hari = hari::ringkas(c, m.unit_id, kini).await?;
        let (menunggu, terbuka, sibuk) = hari.iter().find(|h| h.id == g.id).map_or((0, 0, false), |h| (h.menunggu, h.terbuka, h.sibuk()));
        let absen = pilihan::absen(&app.store, m, p, terbuka).await?;
        let nanti = absen.as_ref().is_some_and(|a| a.berikut.is_some());
        let tak_sempat = pilihan::tak_sempat(app, k, g, (sibuk, &pintu)).await;
        Ok(Self { menunggu, tutup: kata::tutup(k, &pintu), absen: absen.map(|a| kata::absen(k, &a)), tak_sempat, nanti })
    }
}

/// The number that the form asks for, once however often it is sent; otherwise the reason, as a key. `boleh`: this source did not take
/// too many.
///
/// # Errors
/// Of the store, where they are no reason to tell.
pub async fn ambil(
    app: &AppState,
    (m, p): (&Mpp, &Penempatan),
    f: &Formulir,
    saluran: Saluran,
    boleh: bool,
) -> Hasil<Result<Tiket, &'static str>> {
    if !boleh {
        return Ok(Err("antrean-terlalu-sering"));
    }
    let op: OperasiId = f.nilai("op").parse().unwrap_or_else(|_| OperasiId::baru());
    let minta = Minta { op, prioritas: OpsiPrioritas::baca(f) };
    match antrean::terbit_warga(&app.store, m, p, minta, saluran).await {
        Ok(t) => Ok(Ok(t)),
        Err(StoreError::Keadaan(kunci)) => Ok(Err(kunci)),
        Err(e) => Err(e.into()),
    }
}
