//! `/instansi/{kode}`: values over the years, quoted ones with their source and own results apart from them; what was handed in; units.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse as _, Redirect},
};
use store::{
    Store, StoreError, instansi,
    penghargaan::{
        kini::{self, Berubah},
        milik::{self, Milik},
    },
    peringkat::{self, HasilInstansiTerbit},
    riwayat::{self, Riwayat},
};

use super::{
    garis, kelompok,
    serahan::{self, Kartu},
};
use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    kata::{kunci_kelompok, kunci_kepastian},
    komponen::Nada,
    konteks::Konteks,
    periode::penghargaan::kata,
    rute::{Akses, Daftar},
    tampil::segar,
};

pub fn rute(d: &mut Daftar) {
    d.get("/instansi/{kode}", Akses::Publik, lihat);
}

/// Unit names shown of a large instansi.
const UNIT_MAKS: usize = 60;

/// Own results of one kind (real, or illustration) with their drawing.
struct Sendiri<'a> {
    ilustrasi: bool,
    hasil: Vec<&'a HasilInstansiTerbit>,
    grafik: String,
    penghargaan: Vec<&'a Milik>,
}

#[derive(Template)]
#[template(path = "publik/instansi/rinci.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    kode: String,
    nama: String,
    kelompok: &'static str,
    terdaftar: bool,
    riwayat: Vec<Riwayat>,
    grafik: String,
    /// Years that the drawing leaves out because sources differ.
    lewat: String,
    sendiri: Vec<Sendiri<'a>>,
    /// Awards whose figures are not those that are public now.
    berubah: Berubah,
    /// Handed in by whoever evaluated its units elsewhere.
    serahan: Vec<Kartu>,
    unit: Vec<String>,
    unit_lain: usize,
}

impl Halaman<'_> {
    fn skema(&self, skema: &str) -> String {
        self.k.skema_angka(skema)
    }

    fn gugur(&self, m: &Milik) -> Option<(&'static str, String)> {
        kata::gugur(self.k, &m.putusan, &self.berubah)
    }

    fn kepastian(&self, r: &Riwayat) -> String {
        self.k.s(kunci_kepastian(&r.kepastian))
    }

    /// Values of the instansi itself, or of its units.
    fn baris(&self, unit: bool) -> Vec<&Riwayat> {
        self.riwayat.iter().filter(|r| (r.tingkat == "unit") == unit).collect()
    }

    /// The tables: heading and rows, without empty ones.
    fn bagian(&self) -> Vec<(&'static str, Vec<&Riwayat>)> {
        let semua = [("publik-nilai-instansi", self.baris(false)), ("publik-nilai-unit", self.baris(true))];
        semua.into_iter().filter(|(_, isi)| !isi.is_empty()).collect()
    }

    /// The newest value of the instansi that sources agree on.
    fn terbaru(&self) -> Option<&Riwayat> {
        let sendiri = self.baris(false);
        let sama = |r: &&&Riwayat| sendiri.iter().filter(|x| x.tahun == r.tahun && x.skema == r.skema).all(|x| x.ipp == r.ipp);
        sendiri.iter().find(sama).copied()
    }
}

/// What is known under an address.
struct Ditemukan {
    nama: String,
    kelompok: &'static str,
    terdaftar: bool,
    riwayat: Vec<Riwayat>,
    hasil: Vec<HasilInstansiTerbit>,
    unit: Vec<String>,
    penghargaan: Vec<Milik>,
}

async fn cari(store: &Store, kode: &str) -> Result<Ditemukan, Cari> {
    match instansi::dari_kode(store, kode).await {
        Ok(i) => {
            let riwayat = riwayat::milik(store, i.id).await?;
            let hasil = peringkat::instansi(store, i.id).await?;
            let unit = instansi::unit_milik(store, i.id).await?.into_iter().map(|u| u.nama).collect();
            let penghargaan = milik::publik(store, i.id).await?;
            return Ok(Ditemukan { nama: i.nama, kelompok: kelompok(&i.jenis), terdaftar: true, riwayat, hasil, unit, penghargaan });
        }
        Err(StoreError::TidakDitemukan) => {}
        Err(e) => return Err(e.into()),
    }
    let riwayat = riwayat::dari_slug(store, kode).await?;
    let Some(pertama) = riwayat.first() else { return dari_serahan(store, kode).await };
    if let Some(id) = pertama.instansi_id {
        return Err(Cari::Pindah(instansi::dari_id(store, id).await?.kode));
    }
    let (nama, kelompok) = (pertama.instansi.clone(), riwayat::kelompok(&pertama.instansi));
    Ok(Ditemukan { nama, kelompok, terdaftar: false, riwayat, hasil: Vec::new(), unit: Vec::new(), penghargaan: Vec::new() })
}

/// One that is neither registered nor quoted, but stands in files that were handed in.
async fn dari_serahan(store: &Store, kode: &str) -> Result<Ditemukan, Cari> {
    let Some((nama, kelompok)) = serahan::tentang(store, kode).await? else { return Err(Cari::Galat(Error::TidakAda)) };
    let (riwayat, hasil, unit, penghargaan) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    Ok(Ditemukan { nama, kelompok, terdaftar: false, riwayat, hasil, unit, penghargaan })
}

/// Why there is no page at an address.
enum Cari {
    Galat(Error),
    /// The instansi was registered since; its page is there now.
    Pindah(String),
}

impl From<StoreError> for Cari {
    fn from(e: StoreError) -> Self {
        Self::Galat(e.into())
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let mut k = k.bantuan("riwayat");
    let d = match cari(&app.store, &kode).await {
        Ok(d) => d,
        Err(Cari::Galat(e)) => return Err(e),
        Err(Cari::Pindah(ke)) => {
            // Registration may be undone, so nobody should remember the move for good.
            return Ok(Redirect::temporary(&crate::tampil::alamat(&format!("/instansi/{ke}"))).into_response());
        }
    };
    // Invented values are labelled at their own section: the quoted ones on the same page are real.
    k.ilustrasi = false;
    let (grafik, lewat) = garis::kutipan(&k, &d.nama, &d.riwayat)?;
    let mut sendiri = Vec::new();
    for (ilustrasi, id) in [(false, "garis-prima"), (true, "garis-ilustrasi")] {
        let hasil: Vec<_> = d.hasil.iter().filter(|h| (h.terbitan.periode.ilustrasi == 1) == ilustrasi).collect();
        // An award may come from a period of somebody else, of which nothing else stands here.
        let penghargaan: Vec<_> = d.penghargaan.iter().filter(|m| m.ilustrasi == ilustrasi).collect();
        if !hasil.is_empty() || !penghargaan.is_empty() {
            let grafik = garis::sendiri(&k, id, &d.nama, &hasil)?;
            sendiri.push(Sendiri { ilustrasi, hasil, grafik, penghargaan });
        }
    }
    let berubah = kini::beberapa(&app.store, &d.penghargaan).await?;
    // The address of one that is only quoted is made of its name: no file holds such a code.
    let serahan = if d.terdaftar || d.riwayat.is_empty() { serahan::muat(&app.store, &kode).await? } else { Vec::new() };
    let lewat = lewat.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let unit_lain = d.unit.len().saturating_sub(UNIT_MAKS);
    let unit = d.unit.iter().take(UNIT_MAKS).cloned().collect();
    let halaman = Halaman {
        k: &k,
        kode,
        nama: d.nama,
        kelompok: kunci_kelompok(d.kelompok),
        terdaftar: d.terdaftar,
        riwayat: d.riwayat,
        grafik,
        lewat,
        sendiri,
        berubah,
        serahan,
        unit,
        unit_lain,
    };
    segar(&k, &halaman)
}
