//! `/mpp/{mpp}/hari-ini`: the day of a hall: how many wait where, the front desk's numbers, and what its head decides for the
//! day. The screens of the hall are linked from here.

mod depan;
mod jam;
mod penarikan;
mod putusan;
mod tanya;
mod tiket;

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::{Query, State};
use layanan::antrean::Pintu;
use store::{
    antrean::{
        buka::{self, Keadaan, Khusus},
        hari::{self, Gerai},
    },
    hak,
    id::{GeraiId, OperasiId, UnitId},
    mpp::{self, Mpp},
};

use depan::Pilihan;
use jam::{Apa, Tanya};
use putusan::Putusan;

use super::{
    rangka::Tab,
    ringkasan::{khusus_beralasan, khusus_mendatang},
};
use crate::{
    AppState,
    antrean::{kata, pilihan},
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::tampil,
};

/// Gerai that the table shows whether or not anything happens there.
const MUAT_GERAI: usize = 12;

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/{mpp}/hari-ini", super::PEMBACA, lihat);
    tiket::rute(d);
    jam::rute(d);
    penarikan::rute(d);
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
    sendiri: Vec<GeraiId>,
    depan: bool,
    kepala: bool,
    pintu: Keadaan,
    tutup: Option<(String, String)>,
    /// Nobody is received all day: what the notice says.
    sehari: Option<(String, String)>,
    /// Coming days with other hours.
    khusus: Vec<(String, String)>,
    /// What the head decided for single days; empty for others.
    putusan: Putusan,
    /// Mean seconds of waiting at each gerai.
    tunggu: BTreeMap<GeraiId, i64>,
    f: Formulir,
}

impl Halaman<'_> {
    fn op(&self) -> OperasiId {
        OperasiId::baru()
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

    /// "50 numbers of today are not over", "17 bookings on Tuesday could not be served", each with what becomes of them.
    fn tanya(&self, t: &Tanya) -> Vec<(String, String)> {
        tanya::akibat(self.k, t)
    }

    /// Minutes from number to first call, where somebody was called.
    fn rata(&self, g: &Gerai) -> Option<i64> {
        self.tunggu.get(&g.id).map(|detik| detik / 60)
    }

    /// On a day on which nobody is received: that, and how many numbers of today are not over.
    fn tersisa(&self) -> Option<String> {
        let (judul, _) = self.sehari.as_ref()?;
        let n = sisa(&self.gerai);
        (n > 0).then(|| format!("{judul}: {}", self.k.jumlah("antrean-tutup-sisa", n)))
    }

    fn sejak(&self, g: &Gerai) -> Option<i64> {
        g.terlama.map(|t| (self.k.pada.0 - t.0).max(0) / 60_000_000)
    }

    /// Nothing happened there today, and nobody sits there, while others are at work. In a hall with few gerai each is shown all the same.
    fn diam(&self, g: &Gerai) -> bool {
        let hidup = |g: &Gerai| g.semua > 0 || g.terbuka > 0;
        self.gerai.len() > MUAT_GERAI && !hidup(g) && self.gerai.iter().any(hidup)
    }

    fn ramai(&self) -> impl Iterator<Item = &Gerai> {
        self.gerai.iter().filter(|g| !self.diam(g))
    }

    fn sepi(&self) -> Vec<&Gerai> {
        self.gerai.iter().filter(|g| self.diam(g)).collect()
    }

    /// The hours of a day that has its own, and why.
    fn jam_khusus(&self, x: &Khusus) -> String {
        khusus_beralasan(self.k, x)
    }

    fn boleh(&self, g: &Gerai) -> bool {
        g.tutup.is_none() && (self.depan || self.sendiri.contains(&g.id))
    }
}

/// Numbers of today that are not over.
fn sisa(gerai: &[Gerai]) -> i64 {
    gerai.iter().map(|g| g.menunggu + g.dilayani + g.tertunda).sum()
}

/// The page with a form that may have faults.
async fn halaman(app: &AppState, k: Konteks, pelaku: &hak::Pelaku, id: UnitId, f: Formulir) -> Hasil {
    dengan(app, k, pelaku, id, (f, &Kueri::default(), None)).await
}

/// The page with what is asked before a decision.
async fn bertanya(app: &AppState, k: Konteks, pelaku: &hak::Pelaku, id: UnitId, (f, tanya): (Formulir, Tanya)) -> Hasil {
    dengan(app, k, pelaku, id, (f, &Kueri::default(), Some(tanya))).await
}

/// With what the front desk looks for, and what its head just decided.
async fn dengan(app: &AppState, k: Konteks, pelaku: &hak::Pelaku, id: UnitId, (f, q, tanya): (Formulir, &Kueri, Option<Tanya>)) -> Hasil {
    let (akses, k) = super::buka(app, k, pelaku, id).await?;
    let k = k.bantuan("antrean");
    akses.pembaca()?;
    let (c, kini) = (app.store.baca(), app.store.sekarang());
    let gerai = hari::ringkas(c, id, kini).await?;
    let pintu = buka::keadaan(c, &akses.mpp, kini).await?;
    let (sah, sehari) = (f.sah(), kata::tutup_sehari(&k, &pintu));
    let putusan = match akses.kepala() {
        Ok(_) => {
            let baru = q.putus.parse().ok().map(|hari| (hari, q.kena.parse().unwrap_or_default()));
            let habis = sehari.is_some() || matches!(pintu.pintu, Pintu::Usai { .. });
            let sisa = if habis { sisa(&gerai) } else { 0 };
            Putusan { tanya, ..putusan::baca(app, &k, &akses.mpp, baru, sisa).await? }
        }
        Err(_) => Putusan::default(),
    };
    let depan = akses.depan().is_ok();
    let penuh = if depan { pilihan::penuh(app, &k, &akses.mpp, (gerai.as_slice(), &pintu)).await } else { BTreeSet::new() };
    let h = Halaman {
        k: &k,
        m: &akses.mpp,
        tab: Tab::baru(&k, &akses, "hari-ini"),
        pilihan: Pilihan::baru(app, &akses.mpp, mpp::penempatan_mpp(c, id).await?, (q.cari.as_str(), penuh)).await?,
        gerai,
        sendiri: akses.bertugas(&app.store).await?,
        depan,
        kepala: akses.kepala().is_ok(),
        tutup: kata::tutup(&k, &pintu),
        sehari,
        khusus: khusus_mendatang(app, &k, &akses.mpp).await?,
        putusan,
        tunggu: hari::tunggu(c, id, kini).await?,
        pintu,
        f,
    };
    if sah { tampil(&h) } else { crate::tampil::tampil_salah(&h) }
}

#[derive(Default, serde::Deserialize)]
struct Kueri {
    #[serde(default)]
    cari: String,
    /// The day that its head just decided about.
    #[serde(default)]
    putus: String,
    /// How many bookings that met.
    #[serde(default)]
    kena: String,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, Query(q): Query<Kueri>) -> Hasil {
    dengan(&app, k, &pelaku, id, (Formulir::kosong(), &q, None)).await
}
