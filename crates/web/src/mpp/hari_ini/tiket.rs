//! The front desk gives a number, and the slip of it.

use axum::extract::State;
use store::{
    StoreError,
    antrean::{self, Minta},
    id::{OperasiId, PenempatanId, TiketId, UnitId},
    mpp,
    peran::Peran,
};

use crate::{
    AppState, Error,
    antre::OpsiPrioritas,
    antrean::slip,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::Alih,
};

const DEPAN: Akses = Akses::Peran(&[Peran::MppDepan, Peran::MppKepala]);

pub fn rute(d: &mut Daftar) {
    d.post("/mpp/{mpp}/hari-ini/tiket", DEPAN, kirim);
    d.get("/mpp/{mpp}/hari-ini/tiket/{tiket}", DEPAN, lihat);
}

async fn kirim(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, mut f: Formulir) -> Hasil {
    let (akses, _) = super::super::buka(&app, Konteks::baru(&app, &k.permintaan), &pelaku, id).await?;
    let hak = akses.depan()?;
    let op: OperasiId = f.nilai("op").parse().map_err(|_| Error::Rusak("no operation id".into()))?;
    let p: PenempatanId = f.nilai("penempatan").parse().map_err(|_| Error::TidakAda)?;
    let p = mpp::penempatan_satu(app.store.baca(), p).await?;
    let minta = Minta { op, prioritas: OpsiPrioritas::baca(&f) };
    match antrean::terbit_depan(&app.store, &hak, &p, minta).await {
        Ok(t) => Alih::ke(format!("/mpp/{id}/hari-ini/tiket/{}", t.id)).into(),
        Err(StoreError::Keadaan(kunci)) => {
            f.salahkan("penempatan", kunci);
            super::halaman(&app, k, &pelaku, id, f).await
        }
        Err(e) => Err(e.into()),
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, tiket)): Jalur<(UnitId, TiketId)>) -> Hasil {
    let (akses, k) = super::super::buka(&app, k, &pelaku, id).await?;
    akses.depan()?;
    let t = antrean::dari_id(app.store.baca(), tiket).await?;
    if t.mpp_id != id {
        return Err(Error::TidakAda);
    }
    let asal = format!("/mpp/{id}/hari-ini");
    slip::halaman(&app, &k, &t, (&asal, &akses.mpp.nama, "antrean-nomor-lagi")).await
}
