//! `/hasil/{periode}`: results of a published period: mean of the instansi, categories, ranking, files.

use askama::Template;
use axum::extract::{Query, State};
use store::{
    nasional::{self, SisiPeriode},
    penerbitan::Terbitan,
    penghargaan::umum,
    peringkat::{self, PeringkatPeriode},
    serah::{self, Dasar},
};

use super::{
    Terbuka, buka,
    tabel::{self, Kelompok, Saring},
};
use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    kata::{kunci_alasan, nama_edisi},
    komponen::Nada,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::segar,
};

pub fn rute(d: &mut Daftar) {
    d.get("/hasil/{periode}", Akses::Publik, lihat);
}

#[derive(Template)]
#[template(path = "publik/hasil/periode.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    t: &'a Terbitan,
    p: &'a PeringkatPeriode,
    saring: &'a Saring,
    kelompok: Vec<Kelompok>,
    sebaran: Vec<(String, usize)>,
    instansi: (Vec<&'a peringkat::RataInstansi>, usize),
    tersisa: (Vec<&'a peringkat::Baris>, usize),
    dasar: String,
    /// Awards or public coaching are announced.
    diumumkan: bool,
    /// Some rank could be another within the survey's error.
    berpita: bool,
    /// Letters of the ministry by which its results are valid.
    dasar_validasi: Vec<Dasar>,
}

impl Halaman<'_> {
    fn skema(&self) -> String {
        self.k.skema_angka(&self.t.periode.skema)
    }

    fn edisi(&self) -> String {
        nama_edisi(&self.p.edisi)
    }

    fn alasan(&self, b: &peringkat::Baris) -> String {
        self.k.s(kunci_alasan(b.status.as_deref()))
    }

    fn unit_dinilai(&self) -> usize {
        self.p.diperingkat() + self.p.tanpa_ipp.len()
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>, Query(q): Query<Vec<(String, String)>>) -> Hasil {
    let (t, k) = match buka(&app, k, &kode).await? {
        Terbuka::Terbit(t, k) => (t, k),
        Terbuka::Ditarik(response) => return Ok(response),
    };
    let p = peringkat::publik(&app.store, &t).await?;
    let saring = Saring::dari(&q);
    let dasar = format!("/hasil/{kode}");
    // Of a whole nation the national ranking shows it, by pages.
    let sisi = match p.diperingkat() {
        0..=peringkat::BERSISI => nasional::sisi_periode(&app.store, t.periode.tahun, &t.periode.skema, &kode, &p).await?,
        _ => SisiPeriode::default(),
    };
    let berpita = sisi.unit.values().any(|s| s.pita.is_some_and(|(a, z)| a != z));
    let kelompok = tabel::susun(&k, &p, &saring, &sisi, |b| format!("{dasar}/{}", b.kode));
    let sebaran = tabel::sebaran(&p);
    let (instansi, tersisa) = (tabel::instansi(&p, &saring), tabel::tersisa(&p));
    let diumumkan = umum::ada(&app.store, &t).await?;
    let dasar_validasi = serah::dasar_surat(&app.store, t.periode.id, None).await?;
    segar(
        &k,
        &Halaman { k: &k, t: &t, p: &p, saring: &saring, kelompok, sebaran, instansi, tersisa, dasar, diumumkan, berpita, dasar_validasi },
    )
}
