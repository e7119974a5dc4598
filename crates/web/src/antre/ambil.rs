//! One service: what to bring, how many wait, and the button that gives a number. The operation id stands in the form, so a
//! form sent twice gives one number.

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::IntoResponse as _,
};
use layanan::antrean::Prioritas;
use store::{
    antrean::Saluran,
    id::{OperasiId, PenempatanId},
    mpp::{Gerai, Mpp, Penempatan},
};

use crate::{
    AppState,
    antrean::{
        muka::{self, Muka},
        pilihan,
    },
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/antre/{mpp}/{penempatan}", Akses::Publik, lihat);
    d.post("/antre/{mpp}/{penempatan}", Akses::Publik, ambil);
}

/// The tick for kelompok rentan as a form sends it. Nobody is asked why.
pub(crate) struct OpsiPrioritas;

impl OpsiPrioritas {
    pub(crate) fn baca(f: &Formulir) -> Prioritas {
        if f.dicentang("rentan") { Prioritas::Rentan } else { Prioritas::Biasa }
    }
}

#[derive(Template)]
#[template(path = "antre/ambil.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Mpp,
    p: &'a Penempatan,
    g: &'a Gerai,
    f: Formulir,
    menunggu: i64,
    tutup: Option<(String, String)>,
    /// Nobody comes for this service today.
    absen: Option<(String, String)>,
    /// The line is longer than the day.
    tak_sempat: Option<String>,
    /// There is a later day that can be booked.
    nanti: bool,
}

impl<'a> Halaman<'a> {
    fn salah(&self) -> Vec<String> {
        self.f.semua_salah().iter().map(|s| s.teks(self.k.bahasa)).collect()
    }

    async fn baru(app: &AppState, k: &'a Konteks, m: &'a Mpp, (p, g): (&'a Penempatan, &'a Gerai), f: Formulir) -> Hasil<Self> {
        let Muka { menunggu, tutup, absen, tak_sempat, nanti } = Muka::baca(app, k, m, (p, g)).await?;
        Ok(Self { k, m, p, g, f, menunggu, tutup, absen, tak_sempat, nanti })
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur((kode, id)): Jalur<(String, PenempatanId)>) -> Hasil {
    let (m, k) = super::buka(&app, k, &kode).await?;
    // A page that was open, or a printed code: back to what is given, in the frame of this screen.
    if pilihan::berhenti(&app.store, &m, id).await {
        return Alih::ke(format!("/antre/{}?berhenti=ya", m.kode)).into();
    }
    let (p, g) = pilihan::satu(&app.store, &m, id).await?;
    let f = Formulir::isi([("op", OperasiId::baru().to_string())]);
    tampil(&Halaman::baru(&app, &k, &m, (&p, &g), f).await?)
}

async fn ambil(
    State(app): State<AppState>,
    k: Konteks,
    Jalur((kode, id)): Jalur<(String, PenempatanId)>,
    headers: HeaderMap,
    mut f: Formulir,
) -> Hasil {
    let (m, k) = super::buka(&app, k, &kode).await?;
    if pilihan::berhenti(&app.store, &m, id).await {
        return Alih::ke(format!("/antre/{}?berhenti=ya", m.kode)).into();
    }
    let (p, g) = pilihan::satu(&app.store, &m, id).await?;
    let pegang = super::dipegang(&app, &headers, &m).await?;
    if let Some(t) = pegang.iter().find(|t| t.asal_gerai == p.gerai_id && t.asal_layanan == p.layanan_id) {
        return Alih::ke(format!("/tiket/{}", t.kode)).pesan("antrean-sudah-pegang").into();
    }
    let boleh = app.antrean.laju.boleh(k.permintaan.alamat());
    let hasil = muka::ambil(&app, (&m, &p), &f, Saluran::Warga, boleh).await?;
    match hasil {
        Ok(t) => {
            let mut jawab = Alih::ke(format!("/tiket/{}", t.kode)).pesan("antrean-terbit").into_response();
            if let Some(kuki) = super::pegang(&headers, &t, app.https()) {
                jawab.headers_mut().append(header::SET_COOKIE, kuki);
            }
            return Ok(jawab);
        }
        Err(salah) => f.salahkan("op", salah),
    }
    tampil_salah(&Halaman::baru(&app, &k, &m, (&p, &g), f).await?)
}
