//! `/lokus/{lokus}/f01/{aspek}`: all indicators of one aspect, to fill or to read.

use askama::Template;
use axum::extract::State;
use store::id::LokusId;

use super::{
    kartu::{Kartu, Pengganti},
    muatan::{Muatan, TAMBAHAN},
};
use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/f01/{aspek}", Akses::Masuk, lihat);
}

/// One line of the list of aspects.
pub struct Baris {
    pub kunci: String,
    pub nama: String,
    pub terisi: usize,
    pub perlu: usize,
    pub ini: bool,
}

#[derive(Template)]
#[template(path = "lokus/f01/aspek.html")]
pub struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Muatan,
    judul: String,
    daftar: Vec<Baris>,
    kartu: Vec<Kartu<'a>>,
    lanjut: Option<(String, String)>,
    ganti: Option<&'a Pengganti>,
    mengisi: bool,
}

impl<'a> Halaman<'a> {
    /// # Errors
    /// `TidakAda` for an aspect that the edition does not have.
    pub fn baru(k: &'a Konteks, m: &'a Muatan, aspek: &str, ganti: Option<&'a Pengganti>) -> Result<Self, Error> {
        let bagian = m.bagian(k);
        let no = bagian.iter().position(|b| b.kunci == aspek).ok_or(Error::TidakAda)?;
        let judul = |b: &super::muatan::Bagian| if b.nomor.is_empty() { b.nama.clone() } else { format!("{}. {}", b.nomor, b.nama) };
        let baris = |b: &super::muatan::Bagian| {
            let l = m.kelengkapan(b.indikator);
            Baris { kunci: b.kunci.to_owned(), nama: judul(b), terisi: l.terisi, perlu: l.perlu, ini: b.kunci == aspek }
        };
        Ok(Self {
            judul: judul(&bagian[no]),
            daftar: bagian.iter().map(baris).collect(),
            kartu: bagian[no].indikator.iter().map(|i| Kartu::baru(k, m, i, ganti)).collect(),
            lanjut: bagian.get(no + 1).map(|b| (b.kunci.to_owned(), judul(b))),
            ganti,
            mengisi: m.mengisi(),
            k,
            m,
        })
    }
}

/// The key of the page on which an indicator stands.
pub fn kode_aspek<'a>(m: &'a Muatan, kode: &str) -> Result<&'a str, Error> {
    match m.edisi.aspek_indikator(kode) {
        Some(a) => Ok(&a.kunci),
        None if m.edisi.cari_indikator(kode).is_some() => Ok(TAMBAHAN),
        None => Err(Error::TidakAda),
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, aspek)): Jalur<(LokusId, String)>) -> Hasil {
    let mut m = Muatan::baca(&app, &pelaku, id).await?;
    m.cari_usulan(&app).await?;
    let k = m.konteks(k);
    tampil(&Halaman::baru(&k, &m, &aspek, None)?)
}
