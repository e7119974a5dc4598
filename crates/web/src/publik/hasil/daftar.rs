//! `/hasil`: published periods, and the search for a unit or an instansi by name.

use askama::Template;
use axum::extract::{Query, State};
use store::{
    penerbitan::{self, SaringTerbitan, Terbitan},
    peringkat::{self, Temuan},
};

use super::luar::{self, Luar};
use crate::{
    AppState,
    error::Hasil,
    kata::kunci_kelompok,
    konteks::Konteks,
    lembar::{BATAS, Lembar, lewati, persen},
    publik::instansi::{Entri, semua},
    rute::{Akses, Daftar},
    tampil::segar,
};

pub fn rute(d: &mut Daftar) {
    d.get("/hasil", Akses::Publik, lihat);
}

/// Instansi found by name on this page; the rest stand under `/instansi`.
const INSTANSI_MAKS: usize = 20;

#[derive(Template)]
#[template(path = "publik/hasil/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    cari: String,
    tahun: Option<i64>,
    semua_tahun: Vec<i64>,
    terbitan: Vec<Terbitan>,
    lembar: Lembar,
    unit: Vec<Temuan>,
    luar: Luar,
    instansi: Vec<Entri>,
}

impl Halaman<'_> {
    fn skema(&self, t: &Terbitan) -> String {
        self.k.skema_angka(&t.periode.skema)
    }

    fn kelompok(&self, e: &Entri) -> String {
        self.k.s(kunci_kelompok(&e.kelompok))
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates hand values over by reference")]
    fn dipilih(&self, tahun: &i64) -> bool {
        self.tahun == Some(*tahun)
    }

    fn nihil(&self) -> bool {
        self.terbitan.is_empty() && self.unit.is_empty() && self.instansi.is_empty() && self.luar.nihil()
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Query(q): Query<Vec<(String, String)>>) -> Hasil {
    let k = k.bantuan("publik");
    let isi = |nama: &str| q.iter().find(|(n, _)| n == nama).map(|(_, v)| v.trim().to_owned()).unwrap_or_default();
    let (cari, tahun) = (isi("cari"), isi("tahun").parse::<i64>().ok());
    let (h, saring) = (isi("h").parse().ok(), SaringTerbitan { cari: &cari, tahun });
    let (terbitan, n) = penerbitan::cari(&app.store, saring, lewati(h), BATAS).await?;
    let semua_tahun = luar::semua_tahun(&app.store).await?;
    let (mut unit, mut instansi) = (Vec::new(), Vec::new());
    if !cari.is_empty() {
        unit = peringkat::cari(&app.store, &cari).await?;
        unit.retain(|u| tahun.is_none_or(|x| u.tahun == x));
        instansi = semua(&app.store).await?;
        let kecil = cari.to_lowercase();
        instansi.retain(|e| e.nama.to_lowercase().contains(&kecil));
        instansi.truncate(INSTANSI_MAKS);
    }
    let saringan = format!("&cari={}&tahun={}", persen(&cari), tahun.map(|t| t.to_string()).unwrap_or_default());
    let lembar = k.lembar(h, terbitan.len(), n, &saringan);
    let luar = luar::muat(&app.store, &k, saring, isi("s").parse().ok(), &saringan).await?;
    segar(&k, &Halaman { k: &k, cari, tahun, semua_tahun, terbitan, lembar, unit, luar, instansi })
}
