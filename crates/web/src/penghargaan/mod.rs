//! `/penghargaan`: announced awards, and coaching or sanctions, that concern the person: of his unit, his instansi, his region. By
//! recipient: Pembina, Penyelenggara, Unit Lokus; with the certificate of each (`…/{putusan}/piagam`). Setting and deciding is on the
//! pages of a period.

pub(crate) mod kata;

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use store::{
    id::PutusanId,
    pembinaan::{self, Pembinaan},
    penerbitan::{self, Publik},
    penghargaan::{
        SASARAN, cetak,
        kini::{self, Berubah},
        milik::{self, Milik},
    },
    sidik_hex,
};

use self::kata as bina;
use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    periode::penghargaan::{Cetak, kata as penghargaan},
    rute::{Akses, Daftar},
    tampil::{pdf, tampil},
};

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    d.get("/penghargaan", Akses::Masuk, lihat);
    d.get("/penghargaan/{putusan}/piagam", Akses::Masuk, piagam);
}

#[derive(Template)]
#[template(path = "penghargaan/milik.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    saring: &'static str,
    /// By recipient, those without any left out.
    kelompok: Vec<(&'static str, Vec<Milik>)>,
    pembinaan: Vec<Pembinaan>,
    /// Awards whose figures are not those that are public now.
    berubah: Berubah,
}

impl Halaman<'_> {
    /// Key of the mark where the figures of an award do not stand, and what is public instead; in the words of the public pages.
    fn gugur(&self, m: &Milik) -> Option<(&'static str, String)> {
        let d = &m.putusan;
        match () {
            () if !d.diberi() => None,
            () if self.berubah.contains_key(&d.id) => penghargaan::gugur(self.k, d, &self.berubah),
            () => d.hasil_batal.is_some().then(|| ("penghargaan-hasil-batal", self.k.s("penghargaan-milik-batal"))),
        }
    }
}

#[derive(serde::Deserialize)]
struct Kueri {
    penerima: Option<String>,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Kueri>) -> Hasil {
    let hak = pelaku.pembaca_penghargaan();
    let saring = SASARAN.into_iter().find(|s| Some(*s) == q.penerima.as_deref());
    let semua = milik::daftar(&app.store, &hak, saring).await?;
    let berubah = kini::beberapa(&app.store, &semua).await?;
    let pembinaan = pembinaan::milik(&app.store, &hak).await?;
    let contoh = semua.iter().any(|m| m.ilustrasi) || pembinaan.iter().any(|m| m.ilustrasi == 1);
    let k = k.ilustrasi(contoh).bantuan("penghargaan");
    let mut kelompok: Vec<(&'static str, Vec<Milik>)> =
        ["pembina", "penyelenggara", "unit"].into_iter().map(|s| (penghargaan::kunci_sasaran(s), Vec::new())).collect();
    for m in semua {
        let kunci = penghargaan::kunci_sasaran(&m.putusan.sasaran);
        kelompok.iter_mut().filter(|(s, _)| *s == kunci).for_each(|(_, isi)| isi.push(m.clone()));
    }
    kelompok.retain(|(_, isi)| !isi.is_empty());
    tampil(&Halaman { k: &k, saring: saring.unwrap_or_default(), kelompok, pembinaan, berubah })
}

/// The certificate, for those whom the award concerns, while the results it rests on are public.
async fn piagam(State(app): State<AppState>, Orang(pelaku): Orang, Jalur(id): Jalur<PutusanId>) -> Hasil<Response> {
    let hak = pelaku.pembaca_penghargaan();
    let m = milik::satu(&app.store, &hak, id).await?;
    let Publik::Terbit(t) = penerbitan::publik(&app.store, &m.periode_kode).await? else {
        return Err(Error::Bentrok("penghargaan-milik-ditarik"));
    };
    let isi = app.pencetak.cetak(Cetak::publik(&app, &t).await?.piagam(&m.putusan)).await?;
    cetak::catat_milik(&app.store, &hak, &m.putusan, &sidik_hex(&isi)).await?;
    Ok(pdf(isi, &format!("piagam-{}.pdf", m.putusan.kode)))
}
