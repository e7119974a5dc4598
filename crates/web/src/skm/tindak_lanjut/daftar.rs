//! `/survei/{ronde}/tindak-lanjut`: the plan, its progress, what the weakest unsur still lack, the plan before; `POST` adds
//! an activity.

use askama::Template;
use axum::extract::{Query, State};
use skm::Edisi;
use store::{
    hak::{self, AksesRondeSkm},
    id::RondeId,
    skm::{
        RondeSkm,
        rtl::{self, Kemajuan},
    },
};

use super::{
    isian::{self, Usulan},
    sajian::{self, Baris},
};
use crate::{
    AppState,
    error::Hasil,
    formulir::{Formulir, di_medan_menurut},
    jalur::Jalur,
    komponen::{self, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    skm::{PEMBACA, PENGELOLA, hari_ini, konteks, kurun, tab::Tab},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}/tindak-lanjut", PEMBACA, lihat);
    d.post("/survei/{ronde}/tindak-lanjut", PENGELOLA, tambah);
}

/// The plan of the round before.
struct Sebelum {
    ronde: RondeSkm,
    n: Kemajuan,
    baris: Vec<Baris>,
}

#[derive(Template)]
#[template(path = "skm/tindak_lanjut/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    ronde: &'a RondeSkm,
    baris: Vec<Baris>,
    n: Kemajuan,
    /// Weakest unsur for which nothing is planned yet.
    tanpa_rencana: Vec<Usulan>,
    opsi: Vec<Opsi>,
    sebelum: Option<Sebelum>,
    mengelola: bool,
    kepastian: String,
    op: String,
}

impl Halaman<'_> {
    fn kurun(&self) -> String {
        kurun(self.k, self.ronde)
    }

    fn kemajuan(&self, n: &Kemajuan) -> komponen::Kemajuan {
        sajian::kemajuan(self.k, *n)
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesRondeSkm, e: &Edisi, f: Formulir) -> Hasil<Halaman<'a>> {
    let (c, r) = (app.store.baca(), &akses.ronde);
    let kini = hari_ini(app, r);
    let butir = rtl::daftar(c, r.id).await?;
    let usulan = isian::usulan(&app.store, k, r, e).await?;
    let sebelum = match rtl::sebelumnya(c, r).await? {
        Some((ronde, butir)) => {
            let e = isian::edisi(&app.store, &ronde).await?;
            let n = rtl::kemajuan(&butir);
            Some(Sebelum { n, baris: sajian::susun(k, &e, &ronde, butir, kini), ronde })
        }
        None => None,
    };
    Ok(Halaman {
        n: rtl::kemajuan(&butir),
        opsi: isian::opsi(k, &usulan),
        tanpa_rencana: usulan.into_iter().filter(|u| u.terendah && !butir.iter().any(|b| b.unsur == u.kunci)).collect(),
        baris: sajian::susun(k, e, r, butir, kini),
        mengelola: akses.pengelola().is_ok(),
        kepastian: e.tindak_lanjut.kepastian.clone(),
        op: f.nilai("op").parse().unwrap_or_else(|_| store::id::baru()).to_string(),
        k,
        ronde: r,
        f,
        sebelum,
    })
}

#[derive(serde::Deserialize)]
struct Kueri {
    /// Key of the unsur that a proposal leads to.
    unsur: Option<String>,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>, Query(q): Query<Kueri>) -> Hasil {
    let akses = hak::ronde_skm(&app.store, &pelaku, id).await?;
    let k = konteks(k, &akses.ronde);
    let e = isian::edisi(&app.store, &akses.ronde).await?;
    let f = Formulir::isi(q.unsur.map(|u| ("unsur", u)));
    tampil(&halaman(&app, &k, &akses, &e, f).await?)
}

async fn tambah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>, mut f: Formulir) -> Hasil {
    let akses = hak::ronde_skm(&app.store, &pelaku, id).await?;
    let hak = akses.pengelola()?;
    let op = f.nilai("op").parse().unwrap_or_else(|_| store::id::baru());
    if let Some(isi) = isian::urai(&mut f) {
        match rtl::tambah(&app.store, &hak, op, &isi.isi()).await {
            Ok(()) => return Alih::ke(isian::jalur(id)).pesan("laporanskm-rtl-ditambah").into(),
            Err(e) => di_medan_menurut(&mut f, e, isian::medan)?,
        }
    }
    let k = konteks(k, &akses.ronde);
    let e = isian::edisi(&app.store, &akses.ronde).await?;
    tampil_salah(&halaman(&app, &k, &akses, &e, f).await?)
}
