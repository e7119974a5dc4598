//! `/mpp/{mpp}/petugas`: who is placed today and came, placing an officer at a gerai, and what training people have.

mod hadir;
mod kompetensi;
mod saring;

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Query, State};
use jiff::civil::Date;
use store::{
    hak::AksesMpp,
    id::{AkunId, GeraiId, KompetensiId, PelaksanaId, UnitId},
    mpp::{self, Mpp, Pelaksana},
    petugas::{self, Hadir, Kompetensi},
};

use super::{
    rangka::Tab,
    umum::{self, KEPALA, TERIMA, di_medan},
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
use saring::Saring;

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/{mpp}/petugas", super::PEMBACA, lihat);
    d.post("/mpp/{mpp}/petugas", KEPALA, tugaskan);
    d.post("/mpp/{mpp}/petugas/{pelaksana}/akhir", KEPALA, akhiri);
    hadir::rute(d);
    kompetensi::rute(d);
}

#[derive(Template)]
#[template(path = "mpp/petugas/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    m: &'a Mpp,
    tab: Tab<'a>,
    kini: Date,
    saring: Saring,
    hadir: Vec<Hadir>,
    tugas: Vec<Pelaksana>,
    kompetensi: Vec<Kompetensi>,
    gerai: Vec<Opsi>,
    /// Who can be placed.
    pelaksana: Vec<Opsi>,
    /// Who can have a record.
    orang: Vec<Opsi>,
    saya: AkunId,
    depan: bool,
    kepala: bool,
}

impl Halaman<'_> {
    /// Lines of today that stand open, and those that are unfolded: in a long list who came does not hide who is missing.
    fn bagian_hadir(&self) -> Vec<(bool, Vec<&Hadir>)> {
        self.saring.bagian(&self.hadir, |h| h.masuk.is_none())
    }

    /// A list of so many lines stands in a fold, unless it answers a search or a form in it was refused.
    fn melipat(&self, banyak: usize) -> bool {
        self.f.sah() && self.saring.melipat(banyak)
    }

    fn buka(&self, awalan: &str) -> bool {
        umum::terbuka(&self.f, awalan)
    }

    fn hari(&self, iso: &str) -> String {
        self.k.hari(iso)
    }

    fn keadaan(&self, h: &Hadir) -> (Nada, &'static str) {
        match (h.masuk, h.pulang) {
            (None, _) => (Nada::Perhatian, "mpp-hadir-belum"),
            (Some(_), None) => (Nada::Baik, "mpp-hadir-ada"),
            (Some(_), Some(_)) => (Nada::Netral, "mpp-hadir-pulang"),
        }
    }

    fn boleh(&self, h: &Hadir) -> bool {
        self.depan || h.akun_id == self.saya
    }

    /// The last line of this officer here: the only one that can be added to.
    fn terakhir(&self, h: &Hadir) -> bool {
        self.hadir.iter().rev().find(|x| x.pelaksana_id == h.pelaksana_id).is_some_and(|x| x.hadir_id == h.hadir_id)
    }

    /// When he came and left.
    fn pukul(&self, h: &Hadir) -> Option<String> {
        let jam = |w: &store::Waktu| w.timestamp().to_zoned(self.k.zona.tz()).strftime("%H.%M").to_string();
        let masuk = jam(h.masuk.as_ref()?);
        Some(match &h.pulang {
            Some(p) => self.k.a("mpp-hadir-jam", [("masuk", masuk.into()), ("pulang", jam(p).into())]),
            None => self.k.n("mpp-hadir-sejak", "masuk", masuk),
        })
    }

    fn ringkas(&self) -> String {
        let (mut ada, mut orang) = (BTreeSet::new(), BTreeSet::new());
        for h in &self.hadir {
            orang.insert(h.akun_id);
            if h.masuk.is_some() && h.pulang.is_none() {
                ada.insert(h.akun_id);
            }
        }
        self.k.a("mpp-hadir-ringkas", [("ada", ada.len().into()), ("orang", orang.len().into())])
    }

    /// Placements of today, where somebody has more than one: how many of them have their officer there.
    fn ringkas_tempat(&self) -> Option<String> {
        let tempat = |hadir: bool| -> BTreeSet<PelaksanaId> {
            let di = self.hadir.iter().filter(|h| !hadir || (h.masuk.is_some() && h.pulang.is_none()));
            di.map(|h| h.pelaksana_id).collect()
        };
        let (ada, semua) = (tempat(true).len(), tempat(false).len());
        let orang: BTreeSet<AkunId> = self.hadir.iter().map(|h| h.akun_id).collect();
        (semua > orang.len()).then(|| self.k.a("mpp-hadir-tempat", [("ada", ada.into()), ("semua", semua.into())]))
    }

    fn masa(&self, p: &Pelaksana) -> String {
        match &p.sampai {
            Some(s) => self.k.a("mpp-masa", [("mulai", self.hari(&p.mulai).into()), ("sampai", self.hari(s).into())]),
            None => self.k.n("mpp-masa-terbuka", "mulai", self.hari(&p.mulai)),
        }
    }

    fn berlaku(&self, c: &Kompetensi) -> Option<(Nada, &'static str)> {
        c.habis(self.kini).map(|lewat| if lewat { (Nada::Bahaya, "mpp-kp-lewat") } else { (Nada::Perhatian, "mpp-kp-dekat") })
    }

    fn terima(&self) -> &'static str {
        TERIMA
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesMpp, saya: AkunId, f: Formulir) -> Hasil<Halaman<'a>> {
    disaring(app, k, akses, saya, f, "").await
}

/// The page with those lines only that have the words.
async fn disaring<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesMpp, saya: AkunId, f: Formulir, cari: &str) -> Hasil<Halaman<'a>> {
    let (c, m) = (app.store.baca(), &akses.mpp);
    let kini = app.store.sekarang().hari(&m.zona);
    let orang = petugas::orang(c, m.unit_id, kini).await?;
    let mut semua: Vec<Opsi> = Vec::new();
    for o in &orang {
        if semua.iter().all(|x| x.nilai != o.akun_id.to_string()) {
            semua.push(Opsi::baru(o.akun_id.to_string(), &o.nama));
        }
    }
    let pelaksana = orang.iter().filter(|o| o.peran == "pelaksana").map(|o| Opsi::baru(o.akun_id.to_string(), &o.nama)).collect();
    let gerai = mpp::gerai_mpp(c, m.unit_id).await?.into_iter().filter(|g| g.tutup.is_none());
    let hidup = |p: &Pelaksana| p.akhir.is_none() && p.sampai.as_ref().is_none_or(|s| *s >= kini.to_string());
    let (mut hadir, mut kompetensi) = (petugas::hari(c, m.unit_id, kini).await?, petugas::kompetensi(c, m.unit_id).await?);
    let mut tugas: Vec<Pelaksana> = mpp::pelaksana_mpp(c, m.unit_id).await?.into_iter().filter(hidup).collect();
    let saring = Saring::baru(cari, hadir.len().max(tugas.len()).max(kompetensi.len()));
    hadir.retain(|h| saring.memuat([&h.nama, &h.gerai_kode, &h.gerai]));
    tugas.retain(|p| saring.memuat([&p.nama, &p.gerai]));
    kompetensi.retain(|c| saring.memuat([&c.orang, &c.nama, &c.penyelenggara]));
    Ok(Halaman {
        saring,
        hadir,
        tugas,
        kompetensi,
        gerai: gerai.map(|g| Opsi::baru(g.id.to_string(), format!("{} · {}", g.kode, g.nama))).collect(),
        depan: akses.depan().is_ok(),
        kepala: akses.kepala().is_ok(),
        tab: Tab::baru(k, akses, "petugas"),
        orang: semua,
        pelaksana,
        saya,
        kini,
        k,
        f,
        m,
    })
}

fn kosong(kini: Date) -> Formulir {
    Formulir::isi([
        ("tg_op", PelaksanaId::baru().to_string()),
        ("tg_mulai", kini.to_string()),
        ("kp_op", KompetensiId::baru().to_string()),
        ("kp_tanggal", kini.to_string()),
    ])
}

#[derive(serde::Deserialize)]
struct Kueri {
    #[serde(default)]
    cari: String,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, Query(q): Query<Kueri>) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    akses.pembaca()?;
    let f = kosong(app.store.sekarang().hari(&akses.mpp.zona));
    tampil(&disaring(&app, &k, &akses, pelaku.akun, f, &q.cari).await?)
}

async fn tugaskan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, mut f: Formulir) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let hak = akses.kepala()?;
    let op = f.nilai("tg_op").parse().unwrap_or_else(|_| PelaksanaId::baru());
    let akun = f.urai::<AkunId>("tg_akun", "mpp-pilih-orang");
    let gerai = f.urai::<GeraiId>("tg_gerai", "mpp-pilih-gerai");
    let mulai = f.urai::<Date>("tg_mulai", "mpp-tanggal-salah");
    let sampai = f.urai_opsional::<Date>("tg_sampai", "mpp-tanggal-salah");
    if let (Some(akun), Some(gerai), Some(mulai), true) = (akun, gerai, mulai, f.sah()) {
        match mpp::tugaskan(&app.store, &hak, op, (gerai, akun), (mulai, sampai)).await {
            Ok(()) => return Alih::ke(format!("/mpp/{id}/petugas")).pesan("mpp-pesan-simpan").into(),
            Err(e) => {
                let di = match e {
                    store::StoreError::Keadaan("pelaksana-hari") => "tg_sampai",
                    store::StoreError::Keadaan("gerai-tutup") => "tg_gerai",
                    _ => "tg_akun",
                };
                di_medan(&mut f, e, di)?;
            }
        }
    }
    tampil_salah(&halaman(&app, &k, &akses, pelaku.akun, f).await?)
}

async fn akhiri(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, p)): Jalur<(UnitId, PelaksanaId)>,
    mut f: Formulir,
) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let hak = akses.kepala()?;
    if let Some(alasan) = f.alasan("akhir_alasan") {
        mpp::akhiri_tugas(&app.store, &hak, p, &alasan).await?;
        return Alih::ke(format!("/mpp/{id}/petugas")).pesan("mpp-pesan-simpan").into();
    }
    tampil_salah(&halaman(&app, &k, &akses, pelaku.akun, f).await?)
}
