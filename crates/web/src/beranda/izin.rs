//! Requests of malls on the start page of a unit's head: one line each, until they are answered.

use store::{
    hak::Pelaku,
    mpp::izin::{self, Keadaan},
    peran::Peran,
};

use super::tugas::{Bagian, Butir};
use crate::{AppState, error::Hasil, komponen::Nada};

/// `None` while nobody asks.
pub(super) async fn bagian(app: &AppState, p: &Pelaku) -> Hasil<Option<Bagian>> {
    if !p.punya(Peran::UnitKepala) {
        return Ok(None);
    }
    let semua = izin::milik(&app.store, p).await?;
    let butir = semua.into_iter().filter(|z| z.keadaan() == Keadaan::Ditunggu).map(|z| Butir {
        judul: z.layanan,
        keterangan: format!("{} · {}", z.mpp, z.mpp_instansi),
        jalur: format!("/layanan/mal/{}", z.id),
        lencana: Some((Nada::Perhatian, "beranda-giliran")),
    });
    let butir: Vec<Butir> = butir.collect();
    let lain = Some(("/layanan/mal", "izin-menu"));
    Ok((!butir.is_empty()).then_some(Bagian { judul: "izin-beranda", kosong: "izin-kosong", butir, lain }))
}
