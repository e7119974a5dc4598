//! `/admin/data-pribadi/cari`: finding the records of somebody who comes without his code, by NIK, number or address, and filing what he asks
//! (`/admin/data-pribadi/cari/{jenis}/{objek}`). What is in them is not shown here. What is typed stands in no address and no log.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    id::dari_formulir,
    pdp::{
        Jenis, Subjek,
        cari::{self, Ditemukan, Tanda, Temuan},
        permintaan::{self, Macam, TEKS_MAKS},
    },
};
use uuid::Uuid;

use super::{ADMIN, kata};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    masuk,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

const SINI: &str = "/admin/data-pribadi/cari";

pub fn rute(d: &mut Daftar) {
    d.get(SINI, ADMIN, lihat);
    d.post(SINI, ADMIN, cari_);
    d.get("/admin/data-pribadi/cari/{jenis}/{objek}", ADMIN, lihat_minta);
    d.post("/admin/data-pribadi/cari/{jenis}/{objek}", ADMIN, minta);
}

#[derive(Template)]
#[template(path = "admin/data_pribadi/cari.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    hasil: Option<Ditemukan>,
}

#[derive(Template)]
#[template(path = "admin/data_pribadi/cari_minta.html")]
struct Minta<'a> {
    k: &'a Konteks,
    f: Formulir,
    t: Temuan,
    macam: Vec<Opsi>,
}

#[expect(clippy::unused_self, reason = "called by the template")]
impl Halaman<'_> {
    fn nama(&self, t: &Temuan) -> &'static str {
        kata::jenis(t.jenis)
    }
}

impl Minta<'_> {
    fn nama(&self) -> &'static str {
        kata::jenis(self.t.jenis)
    }
}

async fn lihat(k: Konteks, Orang(pelaku): Orang) -> Hasil {
    pelaku.admin()?;
    tampil(&Halaman { k: &k.bantuan("data-pribadi"), f: Formulir::kosong(), hasil: None })
}

async fn cari_(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, mut f: Formulir) -> Hasil {
    let hak = pelaku.admin()?;
    // It says whether somebody dealt with the office.
    if !pelaku.segar(app.store.sekarang()) {
        return masuk::ulang::minta(&app, &k, &f).await;
    }
    let k = k.bantuan("data-pribadi");
    f.batasi("tanda-orang", 200);
    let tanda = f.wajib("tanda-orang", "pdp-cari-wajib").and_then(|t| Tanda::urai(&t));
    let Some(tanda) = tanda.filter(|_| f.sah()) else {
        if f.sah() {
            f.salahkan("tanda-orang", "pdp-cari-wajib");
        }
        return tampil_salah(&Halaman { k: &k, f, hasil: None });
    };
    let hasil = cari::cari(&app.store, &hak, &tanda, f.nilai("lanjut").parse().ok()).await?;
    tampil(&Halaman { k: &k, f, hasil: Some(hasil) })
}

fn jenis(teks: &str) -> Hasil<Jenis> {
    Jenis::dari_kunci(teks).filter(|j| *j != Jenis::Akun).ok_or(Error::TidakAda)
}

fn halaman_minta(k: &Konteks, f: Formulir, t: Temuan) -> Minta<'_> {
    let opsi = |m: &Macam| Opsi::baru(m.kunci(), k.s(kata::macam_orang(*m)));
    Minta { k, f, t, macam: Macam::SEMUA.iter().map(opsi).collect() }
}

async fn lihat_minta(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((teks, objek)): Jalur<(String, Uuid)>) -> Hasil {
    let t = cari::satu(&app.store, &pelaku.admin()?, jenis(&teks)?, objek).await?;
    let f = Formulir::isi([("op", store::id::baru().to_string())]);
    tampil(&halaman_minta(&k.bantuan("data-pribadi"), f, t))
}

async fn minta(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((teks, objek)): Jalur<(String, Uuid)>,
    mut f: Formulir,
) -> Hasil {
    let (hak, jenis) = (pelaku.admin()?, jenis(&teks)?);
    f.batasi("alasan", TEKS_MAKS);
    let macam = Macam::dari_kunci(f.nilai("jenis"));
    if macam.is_none() {
        f.salahkan("jenis", "pdp-macam-wajib");
    }
    let alasan = f.wajib("alasan", "alasan-wajib");
    if let (Some(m), Some(alasan), true) = (macam, alasan, f.sah()) {
        let (s, id) = (Subjek { jenis, id: objek, kode: String::new() }, dari_formulir(f.nilai("op")));
        match permintaan::ajukan_untuk(&app.store, &hak, &s, id, m, &alasan).await {
            Ok(()) => return Alih::ke(format!("/admin/data-pribadi/permintaan/{id}")).pesan("pdp-cari-pesan-dicatat").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan("alasan", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    let t = cari::satu(&app.store, &hak, jenis, objek).await?;
    tampil_salah(&halaman_minta(&k.bantuan("data-pribadi"), f, t))
}
