//! `/diterima`: publications that regions handed in, for the ministry: the list with the form that receives a file, and each one
//! with its results and the decision (`satu`). What is checked is the store's; a program hands in by `api`.

pub(crate) mod muat;
mod satu;

use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use std::collections::HashSet;
use store::{
    diterima::{self, Diterima, Gagal, Penyerah},
    hasil::Temuan,
    id::TerimaId,
    peran::Peran,
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    komponen::Nada,
    konteks::Konteks,
    lembar::{BATAS, Lembar, lewati},
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const NASIONAL: Akses = Akses::Peran(&[Peran::Nasional]);

pub fn rute(d: &mut Daftar) {
    d.get("/diterima", NASIONAL, lihat);
    d.post_besar("/diterima", NASIONAL, muat::BATAS_KIRIMAN, unggah);
    satu::rute(d);
}

#[derive(Deserialize)]
struct Kueri {
    h: Option<i64>,
}

#[derive(Template)]
#[template(path = "diterima/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    baris: Vec<Diterima>,
    /// Those whose decision is not what was decided.
    tak_terbukti: HashSet<TerimaId>,
    lembar: Lembar,
    /// Why the file that was just sent was not received.
    temuan: Vec<Temuan>,
}

/// How a decision is shown; `sah`: what stands of it is what was decided.
fn keadaan(d: &Diterima, sah: bool) -> (Nada, &'static str) {
    match d.putusan.as_deref() {
        _ if !sah => (Nada::Bahaya, "diterima-label-tak-terbukti"),
        Some("valid") if d.tarik_pada.is_some() => (Nada::Bahaya, "diterima-ditarik"),
        Some("valid") => (Nada::Baik, "diterima-valid"),
        Some(_) => (Nada::Bahaya, "diterima-kembali"),
        None if d.usang == 1 => (Nada::Netral, "diterima-usang"),
        None => (Nada::Perhatian, "diterima-menunggu"),
    }
}

/// Words for a kind of fault, by the code that the check gives it.
fn kunci_temuan(kode: &str) -> &'static str {
    // Of a key: not on the list, registered for another, revoked, or used outside its time.
    if let Some(sebab) = kode.strip_prefix("kunci-") {
        return match sebab {
            "tidak-dikenal" => "diterima-salah-kunci",
            lain if lain.ends_with("-lain") => "diterima-salah-instansi",
            "dicabut" => "diterima-salah-dicabut",
            _ => "diterima-salah-masa",
        };
    }
    match kode {
        "sidik" | "kunci" | "tanda" => "diterima-salah-tanda",
        "edisi-lain" => "diterima-salah-edisi",
        "edisi" => "diterima-salah-naskah",
        "angka" | "f03" | "peringkat" => "diterima-salah-angka",
        _ => "diterima-salah-berkas",
    }
}

impl Halaman<'_> {
    fn keadaan(&self, d: &Diterima) -> (Nada, &'static str) {
        keadaan(d, !self.tak_terbukti.contains(&d.id))
    }

    /// What is wrong, in words and with what is to be done, by kind; the lines of the check behind it.
    fn sebab(&self) -> Vec<(&'static str, Vec<&str>)> {
        let mut semua: Vec<(&'static str, Vec<&str>)> = Vec::new();
        for t in &self.temuan {
            let kunci = kunci_temuan(t.kode);
            match semua.iter_mut().find(|(k, _)| *k == kunci) {
                Some((_, isi)) => isi.push(&t.pesan),
                None => semua.push((kunci, vec![&t.pesan])),
            }
        }
        semua
    }

    fn asal(&self, d: &Diterima) -> String {
        self.k.n("diterima-dari", "pemilik", &d.pemilik)
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, orang: &Orang, h: Option<i64>, f: Formulir) -> Hasil<Halaman<'a>> {
    let hak = orang.0.nasional()?;
    let (baris, semua) = diterima::daftar(&app.store, &hak, lewati(h), BATAS).await?;
    let tak_terbukti = diterima::tak_terbukti(&app.store, &hak).await?;
    let lembar = k.lembar(h, baris.len(), semua, "");
    Ok(Halaman { k, f, baris, tak_terbukti, lembar, temuan: Vec::new() })
}

async fn lihat(State(app): State<AppState>, k: Konteks, orang: Orang, Query(q): Query<Kueri>) -> Hasil {
    let k = k.bantuan("diterima");
    tampil(&halaman(&app, &k, &orang, q.h, Formulir::kosong()).await?)
}

async fn unggah(State(app): State<AppState>, k: Konteks, orang: Orang, kiriman: axum::extract::Multipart) -> Hasil {
    let hak = orang.0.nasional()?;
    let (mut f, mut temuan, mulai) = (Formulir::kosong(), Vec::new(), app.store.sekarang());
    match muat::dari_formulir(&app, kiriman).await? {
        None => f.salahkan("berkas", "diterima-pilih"),
        Some(berkas) => match diterima::terima(&app.store, &Penyerah::Orang(&hak), berkas).await {
            Ok(id) => {
                let baru = diterima::satu(&app.store, &hak, id).await?.pada >= mulai;
                return Alih::ke(format!("/diterima/{id}")).pesan(if baru { "diterima-pesan" } else { "diterima-sudah" }).into();
            }
            Err(Gagal::Bukan(e)) => {
                f.salahkan("berkas", "diterima-bukan");
                temuan = vec![Temuan { kode: "berkas", pesan: e.to_string() }];
            }
            Err(Gagal::TidakSah(semua)) => {
                f.salahkan("berkas", "diterima-tidak-sah");
                temuan = semua;
            }
            Err(Gagal::Store(store::StoreError::Keadaan(kunci))) => f.salahkan("berkas", kunci),
            Err(Gagal::Store(e)) => return Err(e.into()),
        },
    }
    let k = k.bantuan("diterima");
    let mut h = halaman(&app, &k, &orang, None, f).await?;
    h.temuan = temuan;
    tampil_salah(&h)
}
