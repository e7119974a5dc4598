//! `/mpp/{mpp}/tenan`: the organisations of a mall, their agreements and how they are connected; adding one.

mod fitur;
mod perjanjian;
mod rinci;
mod token;

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use store::{
    hak::AksesMpp,
    id::{TenanId, UnitId},
    instansi,
    mpp::{self, Mpp, Tenan, TenanIsi},
    tenan::{self, Perjanjian, Sambungan},
};

use super::{
    rangka::Tab,
    umum::{self, KEPALA, di_medan, kunci_jenis},
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
    d.get("/mpp/{mpp}/tenan", super::PEMBACA, lihat);
    d.post("/mpp/{mpp}/tenan", KEPALA, tambah);
    rinci::rute(d);
    perjanjian::rute(d);
    fitur::rute(d);
    token::rute(d);
}

#[derive(Template)]
#[template(path = "mpp/tenan/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    m: &'a Mpp,
    tab: Tab<'a>,
    daftar: Vec<Tenan>,
    perjanjian: Vec<Perjanjian>,
    sambungan: BTreeMap<TenanId, Sambungan>,
    kepala: bool,
    isian: Isian,
    kini: Date,
}

/// Choices of the form of a tenant.
pub struct Isian {
    pub jenis: Vec<Opsi>,
    pub unit: Vec<Opsi>,
    pub sistem: Vec<Opsi>,
}

impl Isian {
    async fn baru(app: &AppState, k: &Konteks, m: &Mpp) -> Hasil<Self> {
        let unit = instansi::unit_milik(&app.store, m.instansi_id).await?;
        Ok(Self {
            jenis: mpp::JENIS_TENAN.iter().map(|j| Opsi::baru(*j, k.s(kunci_jenis(j)))).collect(),
            unit: unit.into_iter().filter(|u| u.id != m.unit_id).map(|u| Opsi::baru(u.id.to_string(), u.nama)).collect(),
            sistem: vec![
                Opsi::baru("prima", k.s("mpp-sistem-prima")).bantu(k.s("mpp-sistem-prima-isi")),
                Opsi::baru("sendiri", k.s("mpp-sistem-sendiri")).bantu(k.s("mpp-sistem-sendiri-isi")),
            ],
        })
    }
}

/// What a form says of a tenant; faults stay in the form.
fn urai(f: &mut Formulir) -> Option<(String, String, Option<UnitId>, bool)> {
    let nama = f.wajib("nama", "tenan-nama");
    f.batasi("nama", 200);
    let jenis = f.wajib("jenis", "tenan-jenis");
    let unit = f.urai_opsional::<UnitId>("unit", "mpp-unit-salah");
    let sendiri = f.nilai("sistem") == "sendiri";
    match (nama, jenis, f.sah()) {
        (Some(nama), Some(jenis), true) => Some((nama, jenis, unit, sendiri)),
        _ => None,
    }
}

impl Halaman<'_> {
    fn tambah_terbuka(&self) -> bool {
        self.daftar.is_empty() || !self.f.sah()
    }

    fn jenis(&self, t: &Tenan) -> String {
        self.k.s(kunci_jenis(&t.jenis))
    }

    /// State of the agreement that ends last.
    fn perjanjian(&self, t: &Tenan) -> (Nada, &'static str) {
        let milik = self.perjanjian.iter().filter(|p| p.tenan_id == t.id).map(|p| p.keadaan(self.kini));
        let urut = |k: &tenan::Keadaan| match k {
            tenan::Keadaan::Berlaku => 0,
            tenan::Keadaan::Dekat => 1,
            tenan::Keadaan::Nanti => 2,
            tenan::Keadaan::Lewat => 3,
            tenan::Keadaan::Diakhiri => 4,
        };
        milik.min_by_key(urut).map_or((Nada::Perhatian, "mpp-pj-belum"), umum::keadaan_perjanjian)
    }

    fn tingkat(&self, t: &Tenan) -> (Nada, &'static str) {
        self.sambungan.get(&t.id).map_or((Nada::Netral, "mpp-tingkat-kurang"), |s| umum::tingkat(&s.tingkat()))
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesMpp, f: Formulir) -> Hasil<Halaman<'a>> {
    let (c, m) = (app.store.baca(), &akses.mpp);
    let kini = app.store.sekarang().hari(&m.zona);
    Ok(Halaman {
        daftar: mpp::tenan_mpp(c, m.unit_id).await?,
        perjanjian: tenan::perjanjian(c, m.unit_id).await?,
        sambungan: tenan::sambungan(c, m.unit_id, &m.zona, kini).await?,
        kepala: akses.kepala().is_ok(),
        isian: Isian::baru(app, k, m).await?,
        tab: Tab::baru(k, akses, "tenan"),
        k,
        f,
        m,
        kini,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    akses.pembaca()?;
    let f = Formulir::isi([("op", TenanId::baru().to_string()), ("sistem", "prima".into())]);
    tampil(&halaman(&app, &k, &akses, f).await?)
}

async fn tambah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, mut f: Formulir) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let hak = akses.kepala()?;
    let op = f.nilai("op").parse().unwrap_or_else(|_| TenanId::baru());
    if let Some((nama, jenis, unit, sendiri)) = urai(&mut f) {
        match mpp::tambah_tenan(&app.store, &hak, op, &TenanIsi { nama: &nama, jenis: &jenis, unit, sendiri }).await {
            Ok(()) => return Alih::ke(format!("/mpp/{id}/tenan/{op}")).pesan("mpp-pesan-simpan").into(),
            Err(e) => di_medan(&mut f, e, "nama")?,
        }
    }
    tampil_salah(&halaman(&app, &k, &akses, f).await?)
}
