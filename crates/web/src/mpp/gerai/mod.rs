//! `/mpp/{mpp}/gerai`: where each organisation serves, with counters and services; adding a place.

mod penempatan;
mod rinci;

use askama::Template;
use axum::extract::State;
use store::{
    hak::AksesMpp,
    id::{GeraiId, TenanId, UnitId},
    mpp::{
        self, Gerai, GeraiIsi, Mpp, Penempatan,
        izin::{self, Keadaan},
    },
};

use super::{
    rangka::Tab,
    umum::{KEPALA, di_medan},
};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/{mpp}/gerai", super::PEMBACA, lihat);
    d.post("/mpp/{mpp}/gerai", KEPALA, tambah);
    rinci::rute(d);
    penempatan::rute(d);
}

#[derive(Template)]
#[template(path = "mpp/gerai/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    m: &'a Mpp,
    tab: Tab<'a>,
    daftar: Vec<Gerai>,
    penempatan: Vec<Penempatan>,
    tenan: Vec<Opsi>,
    /// Gerai with a request to a unit that waits.
    meminta: Vec<GeraiId>,
    kepala: bool,
}

impl Halaman<'_> {
    fn di(&self, g: &Gerai) -> Vec<&Penempatan> {
        self.penempatan.iter().filter(|p| p.gerai_id == g.id).collect()
    }

    fn tambah_terbuka(&self) -> bool {
        self.daftar.is_empty() || !self.f.sah()
    }
}

/// What a form says of a gerai; faults stay in the form.
fn urai(f: &mut Formulir) -> Option<(String, String, String, Option<String>)> {
    let (kode, nama) = (f.wajib("kode", "gerai-kode"), f.wajib("nama", "gerai-nama"));
    for (medan, maks) in [("nama", 200), ("letak", 200), ("tautan", 400)] {
        f.batasi(medan, maks);
    }
    let (letak, tautan) = (f.opsional("letak").unwrap_or_default(), f.opsional("tautan"));
    f.sah().then_some((kode?, nama?, letak, tautan))
}

/// Where a refusal of a gerai belongs.
fn medan(e: &store::StoreError) -> &'static str {
    match e {
        store::StoreError::Keadaan("gerai-tautan") => "tautan",
        store::StoreError::Keadaan("gerai-nama") => "nama",
        store::StoreError::Keadaan("tenan-sudah-keluar") => "tenan",
        _ => "kode",
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesMpp, f: Formulir) -> Hasil<Halaman<'a>> {
    let (c, m) = (app.store.baca(), &akses.mpp);
    let tenan = mpp::tenan_mpp(c, m.unit_id).await?.into_iter().filter(|t| t.keluar.is_none());
    Ok(Halaman {
        daftar: mpp::gerai_mpp(c, m.unit_id).await?,
        penempatan: mpp::penempatan_mpp(c, m.unit_id).await?,
        tenan: tenan.map(|t| Opsi::baru(t.id.to_string(), t.nama)).collect(),
        meminta: izin::mpp(c, m.unit_id).await?.iter().filter(|z| z.keadaan() == Keadaan::Ditunggu).map(|z| z.gerai_id).collect(),
        kepala: akses.kepala().is_ok(),
        tab: Tab::baru(k, akses, "gerai"),
        k,
        f,
        m,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    akses.pembaca()?;
    let f = Formulir::isi([("op", GeraiId::baru().to_string())]);
    tampil(&halaman(&app, &k, &akses, f).await?)
}

async fn tambah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, mut f: Formulir) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let hak = akses.kepala()?;
    let op = f.nilai("op").parse().unwrap_or_else(|_| GeraiId::baru());
    let tenan = f.urai::<TenanId>("tenan", "mpp-pilih-tenan");
    if let (Some((kode, nama, letak, tautan)), Some(tenan)) = (urai(&mut f), tenan) {
        let isi = GeraiIsi { kode: &kode, nama: &nama, letak: &letak, tautan: tautan.as_deref() };
        match mpp::tambah_gerai(&app.store, &hak, op, tenan, &isi).await {
            Ok(()) => return Alih::ke(format!("/mpp/{id}/gerai/{op}")).pesan("mpp-pesan-simpan").into(),
            Err(e) => {
                let di = medan(&e);
                di_medan(&mut f, e, di)?;
            }
        }
    }
    tampil_salah(&halaman(&app, &k, &akses, f).await?)
}
