//! One service on the kiosk: take a number, put first or not.

use askama::Template;
use axum::extract::State;
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
    d.get("/kios/{mpp}/{penempatan}", Akses::Publik, lihat);
    d.post("/kios/{mpp}/{penempatan}", Akses::Publik, ambil);
}

#[derive(Template)]
#[template(path = "kios/ambil.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Mpp,
    p: &'a Penempatan,
    g: &'a Gerai,
    f: Formulir,
    /// Nobody comes for this service today.
    absen: Option<(String, String)>,
    /// The line is longer than the day.
    tak_sempat: Option<String>,
    /// No numbers now: why.
    tutup: Option<(String, String)>,
}

impl<'a> Halaman<'a> {
    async fn baru(app: &AppState, k: &'a Konteks, m: &'a Mpp, (p, g): (&'a Penempatan, &'a Gerai), f: Formulir) -> Hasil<Self> {
        let Muka { absen, tak_sempat, tutup, .. } = Muka::baca(app, k, m, (p, g)).await?;
        Ok(Self { k, m, p, g, f, absen, tak_sempat, tutup })
    }

    fn salah(&self) -> Vec<String> {
        self.f.semua_salah().iter().map(|s| s.teks(self.k.bahasa)).collect()
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur((kode, id)): Jalur<(String, PenempatanId)>) -> Hasil {
    let (m, k) = crate::antre::buka(&app, k, &kode).await?;
    // A page that was open, or a printed code: back to what is given, in the frame of this screen.
    if pilihan::berhenti(&app.store, &m, id).await {
        return Alih::ke(format!("/kios/{}?berhenti=ya", m.kode)).into();
    }
    let (p, g) = pilihan::satu(&app.store, &m, id).await?;
    let f = Formulir::isi([("op", OperasiId::baru().to_string())]);
    tampil(&Halaman::baru(&app, &k, &m, (&p, &g), f).await?)
}

async fn ambil(State(app): State<AppState>, k: Konteks, Jalur((kode, id)): Jalur<(String, PenempatanId)>, mut f: Formulir) -> Hasil {
    let (m, k) = crate::antre::buka(&app, k, &kode).await?;
    if pilihan::berhenti(&app.store, &m, id).await {
        return Alih::ke(format!("/kios/{}?berhenti=ya", m.kode)).into();
    }
    let (p, g) = pilihan::satu(&app.store, &m, id).await?;
    let boleh = super::milik_depan(&app, &k, &m).await || app.antrean.laju.boleh(k.permintaan.alamat());
    let hasil = muka::ambil(&app, (&m, &p), &f, Saluran::Kios, boleh).await?;
    match hasil {
        Ok(t) => return Alih::ke(format!("/kios/{}/nomor/{}", m.kode, t.kode)).into(),
        Err(salah) => f.salahkan("op", salah),
    }
    tampil_salah(&Halaman::baru(&app, &k, &m, (&p, &g), f).await?)
}
