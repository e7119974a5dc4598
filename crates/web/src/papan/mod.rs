//! `/papan/{mpp}`: the board of a hall: last calls in large type, every counter, how many wait; live and spoken. What is visible
//! never depends on the sound. It shows numbers only, never what a number is for or that it was put first.

pub(crate) mod gambar;
mod isi;
mod langsung;

use std::sync::Arc;

use askama::Template;
use axum::extract::{Query, State};
use store::{
    antrean::buka,
    mpp::{self, Gerai, Mpp},
};

use self::isi::Isi;
use crate::{
    AppState,
    antrean::siaran::{Garis, Penonton},
    error::Hasil,
    format::Zona,
    jalur::Jalur,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/papan/{mpp}", Akses::Publik, lihat);
    langsung::rute(d);
}

#[derive(serde::Deserialize)]
struct Kueri {
    /// Codes of gerai, with commas: a board for one part of the hall.
    gerai: Option<String>,
}

/// The gerai of a board.
async fn gerai(app: &AppState, m: &Mpp, kueri: &Kueri) -> Hasil<Vec<Gerai>> {
    let pilih = kueri.gerai.as_deref().unwrap_or_default().to_uppercase();
    let pilih: Vec<&str> = pilih.split(',').map(str::trim).filter(|k| !k.is_empty()).collect();
    let semua = mpp::gerai_mpp(app.store.baca(), m.unit_id).await?.into_iter();
    let di_sini = |g: &Gerai| g.tutup.is_none() && g.bentuk == "fisik" && (pilih.is_empty() || pilih.contains(&g.kode.as_str()));
    Ok(semua.filter(di_sini).collect())
}

/// Watches them all.
fn tonton(app: &AppState, gerai: &[Gerai]) -> Vec<Penonton> {
    gerai.iter().map(|g| app.antrean.siaran.tonton(app, g.mpp_id, g.id)).collect()
}

/// The lines as they are known now, in the order of the board.
fn garis(penonton: &[Penonton]) -> Vec<Arc<Garis>> {
    penonton.iter().filter_map(|p| p.borrow().clone()).collect()
}

#[derive(Template)]
#[template(path = "papan/papan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Mpp,
    isi: Isi<'a>,
    alir: String,
    suara: String,
}

impl Halaman<'_> {
    /// The zone of the hall by the name that browsers know, whatever the screen is set to.
    fn zona(&self) -> &'static str {
        match self.k.zona {
            Zona::Wib => "Asia/Jakarta",
            Zona::Wita => "Asia/Makassar",
            Zona::Wit => "Asia/Jayapura",
        }
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>, Query(kueri): Query<Kueri>) -> Hasil {
    let (m, k) = crate::antre::buka(&app, k, &kode).await?;
    let pintu = buka::keadaan(app.store.baca(), &m, app.store.sekarang()).await?;
    let mut semua = tonton(&app, &gerai(&app, &m, &kueri).await?);
    // All together: after that, or when the server stops, the board shows what is known.
    let ada = semua.iter_mut().map(|p| async move { p.wait_for(Option::is_some).await.is_ok() });
    let _ = tokio::time::timeout(std::time::Duration::from_secs(3), futures_util::future::join_all(ada)).await;
    let lines = garis(&semua);
    let alir = match &kueri.gerai {
        Some(g) => format!("/papan/{}/langsung?gerai={}", m.kode, crate::formulir::tutup(g)),
        None => format!("/papan/{}/langsung", m.kode),
    };
    // Every clip has an address like this one.
    let suara = k.aset("suara-gong.mp3").replace("gong.mp3", "");
    let isi = Isi::baru(&k, &lines, Some(&pintu));
    tampil(&Halaman { k: &k, m: &m, isi, alir, suara })
}
