//! The front desk gives a number, and the slip of it.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    antrean::{self, Minta, Tiket},
    id::{OperasiId, PenempatanId, TiketId, UnitId},
    kode,
    mpp::{self, Gerai, Mpp},
    peran::Peran,
};

use crate::{
    AppState, Error,
    antre::OpsiPrioritas,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil},
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

#[derive(Template)]
#[template(path = "mpp/hari_ini/tiket.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Mpp,
    t: &'a Tiket,
    g: &'a Gerai,
    layanan: String,
    qr: String,
}

impl Halaman<'_> {
    fn kode(&self) -> String {
        kode::tampil(&self.t.kode)
    }

    fn terbit(&self) -> String {
        self.k.waktu(&self.t.terbit)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, tiket)): Jalur<(UnitId, TiketId)>) -> Hasil {
    let (akses, k) = super::super::buka(&app, k, &pelaku, id).await?;
    akses.depan()?;
    let t = antrean::dari_id(app.store.baca(), tiket).await?;
    if t.mpp_id != id {
        return Err(Error::TidakAda);
    }
    let g = mpp::gerai(app.store.baca(), t.gerai_id).await?;
    let layanan = store::layanan::dari_id(app.store.baca(), t.layanan_id).await?.nama;
    let qr = dokumen::qr_svg(&format!("{}/tiket/{}", app.konfig.alamat, t.kode), &k.n("antrean-qr", "nomor", &t.nomor))?;
    tampil(&Halaman { k: &k, m: &akses.mpp, t: &t, g: &g, layanan, qr })
}
