//! `POST /berita-acara/{id}/elektronik`: one person signs with the own certificate. The call runs on when the browser goes away, and
//! it is never made twice: the store gives leave for one.

use std::time::Duration;

use axum::extract::State;
use store::{
    berita_acara::{
        self,
        elektronik::{self, Panggilan, Permintaan},
    },
    id::{BeritaAcaraId, TteId},
};

use super::{
    super::rincian::{akses, konteks, sebagai},
    halaman::halaman,
};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil_salah},
    tte::{Frasa, Nik},
};

/// How long the page waits for the call before it shows that it is waiting.
const TUNGGU: Duration = Duration::from_secs(8);

pub fn rute(d: &mut Daftar) {
    d.post("/berita-acara/{id}/elektronik", Akses::Masuk, tandatangani);
}

async fn tandatangani(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<BeritaAcaraId>,
    mut f: Formulir,
) -> Hasil {
    let b = berita_acara::dari_id(app.store.baca(), id).await?;
    let akses = akses(&app, &pelaku, &b).await?;
    let layanan = app.tte.as_ref().ok_or(Error::Bentrok("tte-mati"))?;
    let hak = sebagai(&akses, &b.penanda()?, pelaku.akun).ok_or(Error::TidakBerhak("penanda-tangan"))?;
    let op: Option<TteId> = f.urai("op", "umum-wajib");
    let nik: Option<Nik> = f.urai("nik", "tte-nik-salah");
    // As typed: a passphrase may begin or end with a space.
    let frasa = Frasa::baru(f.nilai("sandi-tte"));
    if frasa.teks().is_empty() {
        f.salahkan("sandi-tte", "tte-frasa-wajib");
    }
    let (Some(op), Some(nik), true) = (op, nik, f.sah()) else {
        f.ganti("sandi-tte", "");
        let k = konteks(k, &akses.lokus);
        return tampil_salah(&halaman(&app, &k, &akses, b, f, None).await?);
    };
    let p = Permintaan { id: op, pdf: f.nilai("pdf"), layanan: layanan.layanan(), batas: layanan.batas(), nik: nik.teks() };
    if let Some(panggilan) = elektronik::mulai(&app.store, &hak, id, &p).await? {
        let tugas = tokio::spawn(panggil(app.clone(), panggilan, nik, frasa));
        // Dropping the handle leaves the task alone.
        let _ = tokio::time::timeout(TUNGGU, tugas).await;
    }
    Alih::ke(format!("/berita-acara/{id}/elektronik#panggilan")).into()
}

/// Makes the one call and writes down how it ended.
async fn panggil(app: AppState, p: Panggilan, nik: Nik, frasa: Frasa) {
    let Some(layanan) = app.tte.as_ref() else { return };
    let akhir = layanan.tandatangani(&p.isi, &nik, &frasa).await;
    drop(frasa);
    if let Err(e) = elektronik::akhiri(&app.store, p, akhir).await {
        tracing::error!(error = %e, "the end of a call to the signing service could not be kept; it counts as unknown");
    }
}
