//! `/periode/{periode}/penghargaan/{penghargaan}/keputusan`: the organiser adds the signed file of a decree (`POST`); whoever reads the
//! period takes it at `…/{sk}`.

use axum::extract::{Multipart, State};
use store::{
    berkas::Tipe,
    hak,
    id::{PenghargaanId, PeriodeId},
    objek,
    penghargaan::keputusan,
};
use uuid::Uuid;

use super::rinci::halaman;
use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    kiriman,
    konteks::Konteks,
    pelaku::Orang,
    periode::PENYELENGGARA,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/penghargaan/{penghargaan}/keputusan/{sk}", Akses::Masuk, unduh);
    d.post_besar("/periode/{periode}/penghargaan/{penghargaan}/keputusan", PENYELENGGARA, kiriman::SK_KIRIMAN, lampirkan);
}

async fn unduh(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, g, sk)): Jalur<(PeriodeId, PenghargaanId, Uuid)>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let s = keputusan::satu(&app.store, &akses.pembaca(), g, sk).await?;
    let sidik = s.objek.as_deref().ok_or(Error::TidakAda)?;
    crate::berkas::kirim(&app, sidik, Tipe::Pdf, s.nama_berkas.as_deref().unwrap_or("keputusan.pdf")).await
}

async fn lampirkan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, g)): Jalur<(PeriodeId, PenghargaanId)>,
    kiriman: Multipart,
) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let hak = akses.penyelenggara()?;
    let (mut f, berkas) = kiriman::baca(kiriman, "berkas").await?;
    let sk = f.urai::<Uuid>("sk", "penghargaan-berkas-pilih");
    kiriman::periksa_sk(&mut f, berkas.as_ref());
    if let (Some(sk), Some((nama, isi)), true) = (sk, &berkas, f.sah()) {
        let tersimpan = objek::simpan(&app.store, isi)?;
        keputusan::lampirkan(&app.store, &hak, (g, sk), &tersimpan, nama).await?;
        return Alih::ke(format!("/periode/{id}/penghargaan/{g}")).pesan("penghargaan-berkas-tersimpan").into();
    }
    let k = crate::periode::konteks(&app, k, &akses.periode, "penghargaan").await?;
    f.taruh("op", store::id::baru().to_string());
    tampil_salah(&halaman(&app, &k, &akses, g, f).await?)
}
