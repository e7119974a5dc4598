//! `POST /lokus/{lokus}/bukti/tautan`: a link (a video) as evidence. It lies outside Prima and is not frozen.

use axum::{extract::State, http::StatusCode};
use store::{
    StoreError,
    bukti::{self, Baru, KETERANGAN_MAKS, TAUTAN_MAKS},
    id::{LokusId, OperasiId},
    peran::Peran,
};
use uuid::Uuid;

use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    lokus::f01::{HalamanAspek, Muatan, Pengganti, dengan_status, kode_aspek},
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::Alih,
};

pub fn rute(d: &mut Daftar) {
    d.post("/lokus/{lokus}/bukti/tautan", Akses::Peran(&[Peran::UnitOperator]), tambah);
}

async fn tambah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, mut f: Formulir) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let hak = m.akses.operator()?;
    let k = m.konteks(k);
    let kode = f.nilai("indikator").to_owned();
    let aspek = kode_aspek(&m, &kode)?.to_owned();
    let (medan_tautan, medan_nama) = (format!("{kode}/tautan"), format!("{kode}/judul-tautan"));
    f.batasi(&medan_tautan, TAUTAN_MAKS);
    f.batasi(&medan_nama, KETERANGAN_MAKS);
    let tautan = f.wajib(&medan_tautan, "bukti-tautan-wajib");
    let nama = f.opsional(&medan_nama).unwrap_or_default();
    if let (Some(tautan), true) = (tautan, f.sah()) {
        let op = OperasiId(f.nilai("op").parse().unwrap_or_else(|_| Uuid::new_v4()));
        let baru = Baru { op, indikator: &kode, nama: &nama, keterangan: "" };
        match bukti::tambah_tautan(&app.store, &hak, baru, &tautan).await {
            Ok(_) => return Alih::ke(format!("/lokus/{id}/f01/{aspek}#{kode}")).pesan("bukti-tautan-tersimpan").into(),
            Err(StoreError::Keadaan(kunci @ ("bukti-salah-tautan" | "bukti-salah-terlalu-banyak"))) => f.salahkan(&medan_tautan, kunci),
            Err(e) => return Err(Error::from(e)),
        }
    }
    let ganti = Pengganti { kode, f, bentrok: None };
    dengan_status(StatusCode::UNPROCESSABLE_ENTITY, &HalamanAspek::baru(&k, &m, &aspek, Some(&ganti))?)
}
