//! `/nasional`: the recap of the ministry, by province and scope, each instrument in a table of its own.

pub mod laporan;
pub mod mpp;

use askama::Template;
use axum::extract::{Query, State};
use store::{
    nasional::{
        self, Papan,
        rekap::{self, Baris, Tahun},
    },
    peran::Peran,
    wilayah,
};

use crate::{
    AppState,
    error::Hasil,
    kata::kunci_skema,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub(crate) use laporan::keadaan;

pub fn rute(d: &mut Daftar) {
    d.get("/nasional", Akses::Peran(&[Peran::Nasional]), lihat);
    laporan::rute(d);
    mpp::rute(d);
}

/// The rows of one instrument.
struct Tabel {
    nama: String,
    /// Mean of all published units.
    rata: Option<(String, String)>,
    baris: Vec<Sebaris>,
}

struct Sebaris {
    tempat: String,
    cakupan: &'static str,
    b: Baris,
    /// Mean of the province's published units of every scope; only beside its first row.
    rata: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "nasional/rekap.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    tahun: Vec<Tahun>,
    kini: Option<Tahun>,
    tabel: Vec<Tabel>,
    /// Results in files of other installations: those that count here, and those that wait for validation.
    berkas: (usize, i64),
    /// Of those that count, the ones whose signing key was revoked since.
    dicabut: usize,
    /// A year was asked for that has no period with this scheme.
    tiada: bool,
}

impl Halaman<'_> {
    fn skema(&self, skema: &str) -> String {
        self.k.s(kunci_skema(skema))
    }

    fn dipilih(&self, t: &Tahun) -> bool {
        self.kini.as_ref() == Some(t)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Vec<(String, String)>>) -> Hasil {
    let hak = rekap::nasional(&pelaku)?;
    let isi = |nama: &str| q.iter().find(|(n, _)| n == nama).map(|(_, v)| v.as_str()).unwrap_or_default();
    let tahun = rekap::tahun(&app.store, &hak).await?;
    let diminta = tahun.iter().find(|t| t.tahun.to_string() == isi("tahun") && t.skema == isi("skema"));
    let tiada = diminta.is_none() && !isi("tahun").is_empty();
    let kini = diminta.or(tahun.first()).cloned();
    let (mut tabel, mut k, mut berkas, mut dicabut) = (Vec::new(), k.bantuan("nasional"), (0, 0), 0);
    if let Some(t) = &kini {
        let papan = nasional::papan(&app.store, t.tahun, &t.skema).await?;
        k = k.ilustrasi(papan.ilustrasi());
        (berkas, dicabut) = ((papan.diterima, papan.menunggu), papan.dicabut);
        let semua = rekap::rekap(&app.store, &hak, t.tahun, &t.skema).await?;
        let mut edisi: Vec<&str> = semua.iter().map(|b| b.edisi.as_str()).collect();
        edisi.sort_unstable();
        edisi.dedup();
        for e in edisi {
            let nama = store::edisi::dapat(&app.store, e).await?.nama.clone();
            tabel.push(susun(&k, &papan, e, nama, semua.iter().filter(|b| b.edisi == e).cloned().collect()));
        }
    }
    tampil(&Halaman { k: &k, tahun, kini, tabel, berkas, dicabut, tiada })
}

fn susun(k: &Konteks, papan: &Papan, edisi: &str, nama: String, semua: Vec<Baris>) -> Tabel {
    let letak = papan.edisi.iter().position(|e| e.sidik == edisi);
    let rata = |provinsi: Option<&str>| {
        let r = papan.rata_wilayah(letak?, provinsi)?;
        Some((k.angka(&r.hasil.tampil), r.hasil.kategori.clone()))
    };
    let mut terakhir = String::from("?");
    let baris = semua.into_iter().map(|b| {
        let pertama = std::mem::replace(&mut terakhir, b.provinsi.clone()) != b.provinsi;
        let cakupan = match b.cakupan.as_str() {
            "administratif" => "nasional-rekap-administratif",
            "barang" => "nasional-rekap-barang",
            _ => "nasional-rekap-jasa",
        };
        let tempat = wilayah::cari(&b.provinsi).map_or_else(
            || if b.provinsi.is_empty() { k.s("nasional-rekap-tanpa-wilayah") } else { b.provinsi.clone() },
            |w| w.nama.to_owned(),
        );
        Sebaris { tempat, cakupan, rata: (pertama && !b.provinsi.is_empty()).then(|| rata(Some(&b.provinsi))).flatten(), b }
    });
    let baris = baris.collect();
    Tabel { nama, rata: rata(None), baris }
}
