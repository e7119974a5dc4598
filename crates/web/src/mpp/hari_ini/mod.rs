//! `/mpp/{mpp}/hari-ini`: the day of a hall: how many wait where, the front desk's numbers, and what its head decides for the
//! day. The screens of the hall are linked from here.

mod depan;
mod jam;
mod tiket;

use askama::Template;
use axum::extract::{Query, State};
use store::{
    antrean::{
        buka::{self, Keadaan},
        hari::{self, Gerai},
    },
    hak,
    id::{OperasiId, UnitId},
    mpp::{self, Mpp, Penempatan},
};

use depan::Pilihan;

use super::rangka::Tab;
use crate::{
    AppState, antrean::kata, error::Hasil, formulir::Formulir, jalur::Jalur, komponen::Nada, konteks::Konteks, pelaku::Orang, rute::Daftar,
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/{mpp}/hari-ini", super::PEMBACA, lihat);
    tiket::rute(d);
    jam::rute(d);
}

#[derive(Template)]
#[template(path = "mpp/hari_ini/halaman.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Mpp,
    tab: Tab<'a>,
    gerai: Vec<Gerai>,
    /// What the front desk may give a number for.
    pilihan: Pilihan,
    /// Gerai where the person serves today.
    sendiri: Vec<store::id::GeraiId>,
    depan: bool,
    kepala: bool,
    pintu: Keadaan,
    tutup: Option<(String, String)>,
    f: Formulir,
}

impl Halaman<'_> {
    fn op(&self) -> OperasiId {
        OperasiId::baru()
    }

    fn kosong(&self, p: &Penempatan) -> bool {
        depan::kosong(&self.gerai, p)
    }

    /// Label and sum over all gerai.
    fn jumlah(&self) -> [(&'static str, i64); 4] {
        let jumlah = |medan: fn(&Gerai) -> i64| self.gerai.iter().map(medan).sum();
        [
            ("antrean-a-menunggu", jumlah(|g| g.menunggu)),
            ("antrean-a-dilayani", jumlah(|g| g.dilayani)),
            ("antrean-a-selesai", jumlah(|g| g.selesai)),
            ("antrean-a-tidak-hadir", jumlah(|g| g.tidak_hadir)),
        ]
    }

    /// "2 of 3".
    fn terbuka(&self, g: &Gerai) -> String {
        self.k.a("antrean-dari", [("n", g.terbuka.into()), ("dari", g.loket.into())])
    }

    fn menit(&self, detik: &i64) -> i64 {
        detik / 60
    }

    fn sejak(&self, g: &Gerai) -> Option<i64> {
        g.terlama.map(|t| (self.k.pada.0 - t.0).max(0) / 60_000_000)
    }

    fn boleh(&self, g: &Gerai) -> bool {
        self.depan || self.sendiri.contains(&g.id)
    }
}

/// The page with a form that may have faults.
async fn halaman(app: &AppState, k: Konteks, pelaku: &hak::Pelaku, id: UnitId, f: Formulir) -> Hasil {
    dengan(app, k, pelaku, id, (f, "")).await
}

/// With what the front desk looks for.
async fn dengan(app: &AppState, k: Konteks, pelaku: &hak::Pelaku, id: UnitId, (f, cari): (Formulir, &str)) -> Hasil {
    let (akses, k) = super::buka(app, k, pelaku, id).await?;
    let k = k.bantuan("antrean");
    akses.pembaca()?;
    let (c, kini) = (app.store.baca(), app.store.sekarang());
    let gerai = hari::ringkas(c, id, kini).await?;
    let pintu = buka::keadaan(c, &akses.mpp, kini).await?;
    let sah = f.sah();
    let h = Halaman {
        k: &k,
        m: &akses.mpp,
        tab: Tab::baru(&k, &akses, "hari-ini"),
        pilihan: Pilihan::baru(app, &akses.mpp, mpp::penempatan_mpp(c, id).await?, cari).await?,
        gerai,
        sendiri: akses.bertugas(&app.store).await?,
        depan: akses.depan().is_ok(),
        kepala: akses.kepala().is_ok(),
        tutup: kata::tutup(&k, &pintu),
        pintu,
        f,
    };
    if sah { tampil(&h) } else { crate::tampil::tampil_salah(&h) }
}

#[derive(serde::Deserialize)]
struct Kueri {
    #[serde(default)]
    cari: String,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, Query(q): Query<Kueri>) -> Hasil {
    dengan(&app, k, &pelaku, id, (Formulir::kosong(), &q.cari)).await
}
