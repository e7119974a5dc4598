//! `/data-pribadi`: what is held about whoever has a code of a case, report, consultation or booking: a copy to take along, and what he may
//! ask of the office. The same for the holder of an account is `akun::data_pribadi`.

mod salinan;

use askama::Template;
use axum::{extract::State, response::Response};
use store::{
    StoreError,
    id::dari_formulir,
    kode,
    pdp::{
        Jenis, Subjek,
        permintaan::{self, Macam, Permintaan, TEKS_MAKS},
    },
};

use crate::{
    AppState,
    admin::data_pribadi::kata,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    publik::pengaduan::jaga,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/data-pribadi", Akses::Publik, muka);
    d.post("/data-pribadi", Akses::Publik, buka);
    d.get("/data-pribadi/{kode}", Akses::Publik, lihat);
    d.post("/data-pribadi/{kode}", Akses::Publik, minta);
}

#[derive(Template)]
#[template(path = "publik/data_pribadi/muka.html")]
struct Muka<'a> {
    k: &'a Konteks,
    f: Formulir,
}

/// The page of one holder, by code or by account.
#[derive(Template)]
#[template(path = "publik/data_pribadi/subjek.html")]
pub(crate) struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    tercetak: String,
    jenis: &'static str,
    akun: bool,
    permintaan: Vec<Permintaan>,
    macam: Vec<Opsi>,
}

impl Halaman<'_> {
    fn lencana(&self, p: &Permintaan) -> (Nada, &'static str) {
        crate::admin::data_pribadi::lencana(p, self.k)
    }

    #[expect(clippy::unused_self, reason = "called by the template")]
    fn nama(&self, p: &Permintaan) -> &'static str {
        kata::macam(&p.jenis)
    }
}

pub(crate) async fn halaman<'a>(app: &AppState, k: &'a Konteks, s: &Subjek, mut f: Formulir) -> Hasil<Halaman<'a>> {
    if f.nilai("op").is_empty() {
        f.taruh("op", store::id::baru().to_string());
    }
    let opsi = |m: &Macam| Opsi::baru(m.kunci(), k.s(kata::macam(m.kunci()))).bantu(k.s(kata::macam_bantu(*m)));
    Ok(Halaman {
        tercetak: if s.kode.is_empty() { String::new() } else { kode::tampil(&s.kode) },
        jenis: kata::jenis(s.jenis),
        akun: s.jenis == Jenis::Akun,
        permintaan: permintaan::milik(&app.store, s).await?,
        macam: Macam::SEMUA.iter().map(opsi).collect(),
        k,
        f,
    })
}

/// Files what the form asks, or gives the copy. `ke`: the page itself.
pub(crate) async fn kerjakan(app: &AppState, k: &Konteks, s: &Subjek, ke: &str, mut f: Formulir) -> Hasil<Response> {
    if f.aksi() == "salinan" {
        return salinan::kirim(app, k, s).await;
    }
    f.batasi("alasan", TEKS_MAKS);
    let macam = Macam::dari_kunci(f.nilai("jenis"));
    if macam.is_none() {
        f.salahkan("jenis", "pdp-macam-wajib");
    }
    let alasan = f.wajib("alasan", "alasan-wajib");
    if let (Some(m), Some(alasan), true) = (macam, alasan, f.sah()) {
        match permintaan::ajukan(&app.store, s, dari_formulir(f.nilai("op")), m, &alasan).await {
            Ok(()) => return Alih::ke(ke).pesan("pdp-pesan-diminta").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan("alasan", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    tampil_salah(&halaman(app, k, s, f).await?)
}

async fn muka(k: Konteks) -> Hasil {
    tampil(&Muka { k: &k.bantuan("hak-data"), f: Formulir::kosong() })
}

async fn dari_kode(app: &AppState, k: &Konteks, teks: &str) -> Hasil<Subjek> {
    match Subjek::dari_kode(&app.store, teks).await {
        // Guessing is slow, as for every code.
        Err(StoreError::TidakDitemukan) => Err(jaga::tebak(app, k)),
        lain => Ok(lain?),
    }
}

async fn buka(State(app): State<AppState>, k: Konteks, mut f: Formulir) -> Hasil {
    let k = k.bantuan("hak-data");
    if let Some(teks) = f.wajib("kode", "pdp-kode-wajib") {
        match dari_kode(&app, &k, &teks).await {
            Ok(s) => return Alih::ke(format!("/data-pribadi/{}", s.kode)).into(),
            Err(crate::Error::TidakAda) => f.salahkan("kode", "pdp-kode-salah"),
            Err(e) => return Err(e),
        }
    }
    tampil_salah(&Muka { k: &k, f })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(teks): Jalur<String>) -> Hasil {
    let s = dari_kode(&app, &k, &teks).await?;
    tampil(&halaman(&app, &k.bantuan("hak-data"), &s, Formulir::kosong()).await?)
}

async fn minta(State(app): State<AppState>, k: Konteks, Jalur(teks): Jalur<String>, f: Formulir) -> Hasil {
    let s = dari_kode(&app, &k, &teks).await?;
    jaga::langkah(&app, &k)?;
    let ke = format!("/data-pribadi/{}", s.kode);
    kerjakan(&app, &k.bantuan("hak-data"), &s, &ke, f).await
}
