//! `/periode/{periode}/penghargaan/{penghargaan}/keputusan`: the organiser adds the signed file of a decree (`POST`); whoever reads the
//! period takes it at `…/{sk}`.

use axum::{
    extract::{Multipart, State},
    response::Response,
};
use store::{
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
    konteks::Konteks,
    pelaku::Orang,
    periode::{
        PENYELENGGARA,
        sk::{BATAS, baca, pdf},
    },
    rute::{Akses, Daftar},
    tampil::{self, Alih, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/penghargaan/{penghargaan}/keputusan/{sk}", Akses::Masuk, unduh);
    d.post_besar("/periode/{periode}/penghargaan/{penghargaan}/keputusan", PENYELENGGARA, BATAS + 256 * 1024, lampirkan);
}

async fn unduh(
    State(app): State<AppState>,
    Orang(pelaku): Orang,
    Jalur((id, g, sk)): Jalur<(PeriodeId, PenghargaanId, Uuid)>,
) -> Hasil<Response> {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let s = keputusan::satu(&app.store, &akses.pembaca(), g, sk).await?;
    let sidik = s.objek.as_deref().ok_or(Error::TidakAda)?;
    store::pindai::boleh(&app.store, sidik).await?;
    let isi = objek::baca(&app.store, sidik)?;
    Ok(tampil::pdf(isi, &format!("keputusan-{sk}.pdf")))
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
    let (mut f, berkas) = baca(kiriman).await?;
    let sk = f.urai::<Uuid>("sk", "penghargaan-berkas-pilih");
    match &berkas {
        Some((_, isi)) if isi.len() > BATAS => f.salahkan("berkas", "periode-sk-salah-besar"),
        Some((_, isi)) if !pdf(isi) => f.salahkan("berkas", "periode-sk-salah-berkas"),
        Some((nama, isi)) => {
            if let Some(sk) = sk {
                let tersimpan = objek::simpan(&app.store, isi)?;
                keputusan::lampirkan(&app.store, &hak, (g, sk), &tersimpan, nama).await?;
                return Alih::ke(format!("/periode/{id}/penghargaan/{g}")).pesan("penghargaan-berkas-tersimpan").into();
            }
        }
        None => f.salahkan("berkas", "periode-sk-berkas-wajib"),
    }
    let k = crate::periode::konteks(&app, k, &akses.periode, "penghargaan").await?;
    f.taruh("op", store::id::baru().to_string());
    tampil_salah(&halaman(&app, &k, &akses, g, f).await?)
}
