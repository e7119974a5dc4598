//! `POST /mpp/{mpp}/hari-ini/jam`: the head opens the hall at other hours on one day, or closes it.

use axum::extract::State;
use jiff::civil::Date;
use store::{StoreError, antrean::buka, id::UnitId, peran::Peran};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::Alih,
};

pub fn rute(d: &mut Daftar) {
    d.post("/mpp/{mpp}/hari-ini/jam", Akses::Peran(&[Peran::MppKepala]), kirim);
}

async fn kirim(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, mut f: Formulir) -> Hasil {
    let (akses, _) = super::super::buka(&app, Konteks::baru(&app, &k.permintaan), &pelaku, id).await?;
    let hak = akses.kepala()?;
    let hari = f.urai::<Date>("tanggal", "antrean-tanggal-wajib");
    let alasan = f.wajib("alasan", "antrean-alasan-wajib");
    f.batasi("alasan", 200);
    let jam = if f.aksi() == "tutup" {
        None
    } else {
        let mulai = f.jam("mulai", "antrean-jam-wajib");
        let selesai = f.jam("selesai", "antrean-jam-wajib");
        mulai.zip(selesai)
    };
    if let (Some(hari), Some(alasan), true) = (hari, alasan, f.sah()) {
        match buka::tetapkan(&app.store, &hak, hari, jam, &alasan).await {
            Ok(()) => return Alih::ke(format!("/mpp/{id}/hari-ini")).pesan("antrean-jam-disimpan").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan(if kunci == "antrean-jam-terbalik" { "selesai" } else { "tanggal" }, kunci),
            Err(e) => return Err(e.into()),
        }
    }
    super::halaman(&app, k, &pelaku, id, f).await
}
