//! `/survei/rekap`: the level above. An instansi sees its units, a province its kabupaten and kota, the ministry everything;
//! each figure of a level in the three ways that are in use, with the way printed beside it. Every unit counts once, with
//! its newest round in the chosen period.

mod berkas;
mod saring;
mod susun;

use askama::Template;
use std::sync::Arc;

use axum::extract::{Query, State};
use saring::Saring;
use store::{edisi, skm::rekap};
pub(crate) use susun::Isi;
use susun::{BarisUnit, Kelompok, Tiga};

use crate::{AppState, error::Hasil, komponen::Nada, konteks::Konteks, pelaku::Orang, rute::Daftar, tampil::tampil};

pub fn rute(d: &mut Daftar) {
    d.get("/survei/rekap", super::PEMBACA, lihat);
    berkas::rute(d);
}

/// Up to so many rounds in the whole installation the recap is computed each time.
const BANYAK: i64 = 500;
/// Units shown at once.
const SEHALAMAN: usize = 50;

#[derive(Template)]
#[template(path = "skm/rekap.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    s: &'a Saring,
    isi: &'a susun::Isi,
    baris: &'a [BarisUnit],
    hal: usize,
    hal_akhir: usize,
}

impl Halaman<'_> {
    fn lencana(&self, b: &BarisUnit) -> (Nada, &'static str) {
        super::lencana(b.keadaan)
    }

    fn berkas(&self, akhiran: &str) -> String {
        format!("/survei/rekap/unduh/rekap.{akhiran}{}", self.s.kueri(&[]))
    }

    fn ke(&self, hal: usize) -> String {
        format!("/survei/rekap{}", self.s.kueri(&[("h", hal.to_string())]))
    }

    /// The way down to one group.
    fn turun(&self, g: &Kelompok) -> String {
        format!("/survei/rekap{}", self.s.kueri(&[(g.medan, g.kode.clone())]))
    }

    fn tiga(&self) -> Option<&Tiga> {
        self.isi.tiga.as_ref()
    }
}

/// Everything that the filter leaves, for the page and for the files.
/// With many rounds it may be a minute old.
async fn muat(app: &AppState, k: &Konteks, pelaku: &store::hak::Pelaku, s: &Saring) -> Hasil<Arc<Isi>> {
    if rekap::banyak(&app.store).await? <= BANYAK {
        return Ok(Arc::new(hitung(app, k, pelaku, s).await?));
    }
    // Whoever holds the same roles sees the same.
    let mut peran: Vec<String> = pelaku.peran.iter().map(|p| format!("{:?} {:?}", p.peran, p.lingkup)).collect();
    peran.sort_unstable();
    let kunci = format!("{} {} {}", k.bahasa.kode(), s.kueri(&[]), peran.join(","));
    app.rekap_skm.dapat(app.store.sekarang(), kunci, || hitung(app, k, pelaku, s)).await
}

async fn hitung(app: &AppState, k: &Konteks, pelaku: &store::hak::Pelaku, s: &Saring) -> Hasil<Isi> {
    let mut ronde = rekap::terjangkau(&app.store, pelaku, &s.store()).await?;
    s.saring(&mut ronde);
    let mut kamus = susun::Kamus::default();
    for r in &ronde {
        if !kamus.edisi.contains_key(&r.ronde.edisi) {
            kamus.edisi.insert(r.ronde.edisi.clone(), edisi::skm(&app.store, &r.ronde.edisi).await?);
        }
    }
    kamus.provinsi = rekap::provinsi(&app.store).await?;
    susun::susun(k, s, &kamus, &ronde)
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Vec<(String, String)>>) -> Hasil {
    let s = Saring::dari(&q, app.store.sekarang().hari(k.zona.nama()).year());
    let isi = muat(&app, &k, &pelaku, &s).await?;
    let k = k.ilustrasi(isi.ilustrasi).bantuan("survei");
    let hal_akhir = isi.unit.len().div_ceil(SEHALAMAN).max(1);
    let hal = s.hal.clamp(1, hal_akhir);
    let baris = isi.unit.get((hal - 1) * SEHALAMAN..).unwrap_or_default();
    let baris = &baris[..baris.len().min(SEHALAMAN)];
    tampil(&Halaman { k: &k, s: &s, isi: &isi, baris, hal, hal_akhir })
}
