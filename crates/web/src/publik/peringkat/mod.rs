//! `/peringkat`: published values of a year side by side, quoted from open sources. Never holds a result of Prima.

use askama::Template;
use axum::extract::{Query, State};
use std::collections::BTreeSet;
use store::riwayat::{self, PeringkatRiwayat, Pilihan, Riwayat};

use crate::{
    AppState,
    error::Hasil,
    kata::{kunci_kelompok, kunci_kepastian},
    komponen::Nada,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::segar,
};

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    d.get("/peringkat", Akses::Publik, lihat);
}

#[derive(Template)]
#[template(path = "publik/peringkat/nasional.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    tahun: BTreeSet<i64>,
    pilihan: Vec<Pilihan>,
    kini: Option<Pilihan>,
    p: PeringkatRiwayat,
    acuan: Vec<Riwayat>,
}

impl Halaman<'_> {
    /// Choices of the year shown.
    fn setahun(&self) -> Vec<&Pilihan> {
        self.pilihan.iter().filter(|p| self.kini.as_ref().is_some_and(|kini| kini.tahun == p.tahun)).collect()
    }

    fn dipilih(&self, p: &Pilihan) -> bool {
        self.kini.as_ref() == Some(p)
    }

    fn kelompok(&self, kelompok: &str) -> String {
        self.k.s(kunci_kelompok(kelompok))
    }

    fn skema(&self, skema: &str) -> String {
        self.k.skema_angka(skema)
    }

    fn kepastian(&self, r: &Riwayat) -> String {
        self.k.s(kunci_kepastian(&r.kepastian))
    }

    fn judul(&self) -> String {
        let Some(p) = &self.kini else { return self.k.s("peringkat-judul") };
        let (kelompok, skema) = (self.kelompok(&p.kelompok), self.skema(&p.skema));
        self.k.a("peringkat-tabel", [("kelompok", kelompok.into()), ("skema", skema.into()), ("tahun", p.tahun.to_string().into())])
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Query(q): Query<Vec<(String, String)>>) -> Hasil {
    let mut k = k.bantuan("riwayat");
    // Only published values stand here, also in an installation filled as an example.
    k.ilustrasi = false;
    let isi = |nama: &str| q.iter().find(|(n, _)| n == nama).map(|(_, v)| v.as_str());
    let pilihan = riwayat::pilihan(&app.store).await?;
    let tahun: BTreeSet<i64> = pilihan.iter().map(|p| p.tahun).collect();
    let diminta = isi("tahun").and_then(|t| t.parse::<i64>().ok()).filter(|t| tahun.contains(t)).or(tahun.last().copied());
    let dalam = pilihan.iter().filter(|p| Some(p.tahun) == diminta);
    // The group asked for; without one, or where the year lacks it, the national group with most values.
    let cocok = |p: &&Pilihan| isi("skema").is_none_or(|s| s == p.skema) && isi("kelompok").is_none_or(|g| g == p.kelompok);
    let kini = dalam
        .clone()
        .filter(cocok)
        .max_by_key(|p| (p.skema == "nasional", p.jumlah))
        .or_else(|| dalam.max_by_key(|p| (p.skema == "nasional", p.jumlah)))
        .cloned();
    let (p, acuan) = match &kini {
        Some(x) => {
            (riwayat::peringkat(&app.store, x.tahun, &x.skema, &x.kelompok).await?, riwayat::acuan(&app.store, x.tahun, &x.skema).await?)
        }
        None => (PeringkatRiwayat { urutan: Vec::new(), bertentangan: Vec::new() }, Vec::new()),
    };
    segar(&k, &Halaman { k: &k, tahun, pilihan, kini, p, acuan })
}
