//! One service on the kiosk: take a number, put first or not.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    antrean::{self, Minta, Saluran, buka, hari},
    id::{OperasiId, PenempatanId},
    mpp::{Gerai, Mpp, Penempatan},
};

use crate::{
    AppState, Error,
    antre::OpsiPrioritas,
    antrean::{kata, pilihan},
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
        let hari = hari::ringkas(app.store.baca(), m.unit_id, app.store.sekarang()).await?;
        let (terbuka, sibuk) = hari.iter().find(|h| h.id == g.id).map_or((0, false), |h| (h.terbuka, h.sibuk()));
        let absen = pilihan::absen(&app.store, m, p, terbuka).await?.map(|a| kata::absen(k, &a));
        let pintu = buka::keadaan(app.store.baca(), m, app.store.sekarang()).await?;
        let tak_sempat = pilihan::tak_sempat(app, k, g, (sibuk, &pintu)).await;
        Ok(Self { k, m, p, g, f, absen, tak_sempat, tutup: kata::tutup(k, &pintu) })
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
    let op: OperasiId = f.nilai("op").parse().unwrap_or_else(|_| OperasiId::baru());
    let salah = if super::milik_depan(&app, &k, &m).await || app.antrean.laju.boleh(k.permintaan.alamat()) {
        let minta = Minta { op, prioritas: OpsiPrioritas::baca(&f) };
        match antrean::terbit_warga(&app.store, &m, &p, minta, Saluran::Kios).await {
            Ok(t) => return Alih::ke(format!("/kios/{}/nomor/{}", m.kode, t.kode)).into(),
            Err(StoreError::Keadaan(kunci)) => kunci,
            Err(e) => return Err(Error::from(e)),
        }
    } else {
        "antrean-terlalu-sering"
    };
    f.salahkan("op", salah);
    tampil_salah(&Halaman::baru(&app, &k, &m, (&p, &g), f).await?)
}
