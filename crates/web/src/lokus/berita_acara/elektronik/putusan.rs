//! `POST /berita-acara/{id}/elektronik/{tte}/putusan`: the organiser asked the service what became of a call, and says so, with the
//! signed file when there is one.

use axum::extract::{Multipart, State};
use store::{
    StoreError,
    berita_acara::{
        self,
        elektronik::{self, Putusan},
    },
    id::{BeritaAcaraId, TteId},
};

use super::{super::rincian::konteks, halaman::halaman};
use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    kiriman::{self, SK_KIRIMAN, SK_MAKS},
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.post_besar("/berita-acara/{id}/elektronik/{tte}/putusan", Akses::Masuk, SK_KIRIMAN, putuskan);
}

async fn putuskan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, tte)): Jalur<(BeritaAcaraId, TteId)>,
    kiriman: Multipart,
) -> Hasil {
    let b = berita_acara::dari_id(app.store.baca(), id).await?;
    let akses = store::hak::lokus(&app.store, &pelaku, b.lokus_id).await?;
    let hak = akses.penyelenggara()?;
    if !elektronik::daftar(app.store.baca(), id).await?.iter().any(|t| t.id == tte) {
        return Err(StoreError::TidakDitemukan.into());
    }
    let (mut f, berkas) = kiriman::baca(kiriman, "berkas").await?;
    f.batasi("catatan", 2000);
    let catatan = f.wajib("catatan", "tte-catatan-wajib");
    let putusan = match (f.nilai("putusan"), &berkas) {
        ("ya", Some((_, isi))) if isi.len() > SK_MAKS || !kiriman::pdf(isi) => {
            f.salahkan("berkas", "tte-berkas-salah");
            None
        }
        ("ya", b) => Some(Putusan::Ditandatangani(b.as_ref().map(|(_, isi)| isi.clone()))),
        ("tidak", _) => Some(Putusan::TidakDitandatangani),
        _ => {
            f.salahkan("putusan", "tte-putusan-wajib");
            None
        }
    };
    let (Some(catatan), Some(putusan), true) = (catatan, putusan, f.sah()) else {
        if berkas.is_some() && f.salah("berkas").is_none() {
            f.salahkan("berkas", "periode-sk-berkas-ulang");
        }
        let k = konteks(k, &akses.lokus);
        return tampil_salah(&halaman(&app, &k, &akses, b, f, None).await?);
    };
    elektronik::putuskan(&app.store, &hak, tte, &putusan, &catatan).await?;
    Alih::ke(format!("/berita-acara/{id}/elektronik")).pesan("tte-diputuskan-pesan").into()
}
