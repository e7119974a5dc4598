//! `/lokus/{lokus}/pra-evaluasi/{aspek}`: the submitted answers and evidence of one aspect, what changed, and the remark of
//! each indicator.

use askama::Template;
use axum::extract::State;
use pekppp::Indikator;
use store::{bukti, f01, id::LokusId, pra::Catatan};
use uuid::Uuid;

use super::{beda::Beda, muatan::Muatan};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Medan, Opsi},
    konteks::Konteks,
    lokus::f01::tampilan::Tampilan,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/pra-evaluasi/{aspek}", Akses::Masuk, lihat);
}

/// One indicator.
pub struct Kartu<'a> {
    i: &'a Indikator,
    tampilan: Tampilan<'a>,
    beda: Option<Beda<'a>>,
    catatan: Option<&'a Catatan>,
    lalu: Option<&'a Catatan>,
    medan: [Medan; 2],
    versi: i64,
    op: Uuid,
    /// Somebody else of the team wrote meanwhile.
    bentrok: bool,
    f: Formulir,
}

#[derive(Template)]
#[template(path = "lokus/pra_evaluasi/aspek.html")]
pub struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Muatan,
    judul: String,
    kunci: String,
    daftar: Vec<(String, String)>,
    kartu: Vec<Kartu<'a>>,
    lanjut: Option<(String, String)>,
}

impl Halaman<'_> {
    fn oleh(&self, c: &Catatan) -> String {
        self.k.a("pra-catatan-oleh", [("nama", c.nama.clone().into()), ("pada", self.k.waktu(&c.pada).into())])
    }
}

/// `ganti`: what was typed for one indicator, and whether it met a newer version.
pub async fn halaman<'a>(
    app: &AppState,
    k: &'a Konteks,
    m: &'a Muatan,
    aspek: &str,
    ganti: Option<(&str, Formulir, bool)>,
) -> Result<Halaman<'a>, Error> {
    let bagian = m.bagian(k);
    let no = bagian.iter().position(|(kunci, ..)| kunci == aspek).ok_or(Error::TidakAda)?;
    let berkas = bukti::daftar(app.store.baca(), m.lokus().id).await?;
    let kartu = |i: &'a Indikator| {
        let catatan = m.catatan.get(&i.kode);
        let diketik = ganti.as_ref().filter(|(kode, ..)| *kode == i.kode);
        let f = diketik.map_or_else(
            || {
                Formulir::isi([
                    ("putusan", catatan.map_or("", |c| c.putusan.as_str())),
                    ("catatan", catatan.map_or("", |c| c.catatan.as_str())),
                ])
            },
            |(_, f, _)| f.clone(),
        );
        let opsi = [Opsi::baru("sesuai", k.s("pra-pilih-sesuai")), Opsi::baru("perbaiki", k.s("pra-pilih-perbaiki"))];
        Kartu {
            tampilan: Tampilan::baru(k, m.lokus().id, i, m.isi.as_ref().and_then(|b| b.isian.get(&i.kode)).map(|x| &x.jawaban), &berkas),
            beda: m.beda_dari(&i.kode).map(|b| Beda::baru(k, i, b)),
            lalu: m.catatan_lalu.get(&i.kode),
            medan: [
                f.radio(k, "putusan", "pra-putusan", &opsi).wajib(),
                f.area(k, "catatan", "pra-catatan").bantu(k, "pra-catatan-bantu").bersyarat().baris(3),
            ]
            // The list of faults leads to the fields of the form that was sent.
            .map(|x| if diketik.is_some() { x } else { x.di(&i.kode) }),
            versi: catatan.map_or(0, |c| c.versi),
            op: Uuid::new_v4(),
            bentrok: diketik.is_some_and(|(.., b)| *b),
            catatan,
            i,
            f,
        }
    };
    Ok(Halaman {
        judul: bagian[no].1.clone(),
        kunci: bagian[no].0.clone(),
        kartu: bagian[no].2.iter().map(kartu).collect(),
        lanjut: bagian.get(no + 1).map(|(kunci, judul, _)| (kunci.clone(), judul.clone())),
        daftar: bagian.into_iter().map(|(kunci, judul, _)| (kunci, judul)).collect(),
        k,
        m,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, aspek)): Jalur<(LokusId, String)>) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    if m.isi.is_none() {
        return Err(Error::TidakAda);
    }
    // Reading it as a checker ends the time in which the unit may withdraw it, as on the pages of F02.
    if m.memeriksa {
        f01::buka(&app.store, &m.akses.ditugaskan()?).await?;
    }
    let k = m.konteks(k);
    tampil(&halaman(&app, &k, &m, &aspek, None).await?)
}
