//! `/kios/{mpp}/survei`: who has a slip and no phone answers the survey of his own number on the kiosk. The code on the slip is the
//! secret of its holder (`store::kode`): the short number, which anybody can count on from, opens nothing here.

use askama::Template;
use axum::extract::State;
use store::{StoreError, antrean, mpp::Mpp};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/kios/{mpp}/survei", Akses::Publik, lihat);
    d.post("/kios/{mpp}/survei", Akses::Publik, buka);
}

#[derive(Template)]
#[template(path = "kios/survei.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Mpp,
    f: Formulir,
    /// Key of the heading of a refusal.
    judul: &'static str,
}

impl Halaman<'_> {
    fn salah(&self) -> Vec<String> {
        self.f.semua_salah().iter().map(|s| s.teks(self.k.bahasa)).collect()
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let (m, k) = crate::antre::buka(&app, k, &kode).await?;
    tampil(&Halaman { k: &k, m: &m, f: Formulir::kosong(), judul: "" })
}

/// The code in what was typed, or in the address that a scanner at the kiosk reads from the slip.
fn kode_dari(teks: &str) -> &str {
    teks.trim().trim_end_matches('/').rsplit('/').next().unwrap_or_default()
}

async fn buka(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>, mut f: Formulir) -> Hasil {
    let (m, k) = crate::antre::buka(&app, k, &kode).await?;
    let tiket = kode_dari(f.nilai("kode")).to_owned();
    // Of another hall or another day is as unknown as none: nothing is said of a number that is not of here and today.
    let hari = app.store.sekarang().hari(&m.zona).to_string();
    let t = antrean::dari_kode(app.store.baca(), &tiket).await;
    let hasil = match t {
        Ok(t) if t.mpp_id == m.unit_id && t.tanggal == hari => antrean::survei_tiket(&app.store, &t.kode).await,
        Ok(_) => Err(StoreError::TidakDitemukan),
        Err(e) => Err(e),
    };
    let salah = match hasil {
        Ok(ke) => return Alih::ke(ke).into(),
        Err(StoreError::Keadaan(kunci)) => kunci,
        Err(StoreError::TidakDitemukan) => "antrean-kios-survei-asing",
        Err(e) => return Err(e.into()),
    };
    f.salahkan("kode", salah);
    let judul = match salah {
        "antrean-survei-sudah" => "antrean-kios-survei-terpakai",
        "antrean-belum-selesai" => "antrean-kios-survei-gagal",
        _ => "antrean-kios-survei-tidak",
    };
    tampil_salah(&Halaman { k: &k, m: &m, f, judul })
}
