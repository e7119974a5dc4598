//! `/serahan/{terima}/{lokus}`: one result of it, read from the file as received: its figures, the signed file, the derivation, the check.

use askama::Template;
use axum::extract::State;
use pekppp::{HasilIpp, Pecahan};
use store::{
    diterima::{self, Diterima, Pengganti},
    edisi,
    id::TerimaId,
    penerbitan::bundel::HasilTerbitan,
};

use super::buka;
use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    kata::kunci_alasan,
    konteks::Konteks,
    lokus::hasil::{
        muat::Muatan,
        turunan::{Asal, Segel, Turunan},
    },
    publik::{
        hasil::unit::{Aspek, aspek},
        periksa::{self, Unit},
    },
    rute::{Akses, Daftar},
    tampil::tampil,
    unduhan,
};

pub fn rute(d: &mut Daftar) {
    d.get("/serahan/{terima}/{lokus}", Akses::Publik, lihat);
    d.get("/serahan/{terima}/{lokus}/bundel", Akses::Publik, bundel);
    d.get("/serahan/{terima}/{lokus}/periksa", Akses::Publik, periksa);
    d.get("/serahan/{terima}/{lokus}/turunan", Akses::Publik, turunan);
}

type Letak = Jalur<(TerimaId, String)>;

#[derive(Template)]
#[template(path = "publik/serahan/hasil.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    d: &'a Diterima,
    /// The later version that was validated.
    pengganti: Option<Pengganti>,
    /// That version counts, and this unit is not in it.
    hilang: bool,
    h: &'a HasilTerbitan,
    dasar: String,
    edisi: String,
    nama_kategori: String,
    aspek: Vec<Aspek>,
}

impl Halaman<'_> {
    fn hasil(&self) -> &HasilIpp {
        &self.h.isi.hasil
    }

    fn dua(&self, p: Option<&Pecahan>) -> String {
        p.map_or_else(|| "–".to_owned(), |p| self.k.angka(p.tampil(2)))
    }

    fn skema(&self) -> String {
        self.k.skema_angka(&self.d.skema)
    }

    fn alasan(&self) -> String {
        self.k.s(kunci_alasan(Some(self.hasil().status.kunci())))
    }
}

fn dasar(d: &Diterima, lokus: &str) -> String {
    format!("/serahan/{}/{lokus}", d.id)
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur((id, lokus)): Letak) -> Hasil {
    let (d, k) = match buka(&app, k, id).await? {
        Ok(dua) => dua,
        Err(ditarik) => return Ok(ditarik),
    };
    let h = diterima::hasil_umum(&app.store, &d, &lokus).await?;
    let e = edisi::dapat(&app.store, &h.isi.edisi.sidik).await?;
    let kategori = h.isi.hasil.ipp.as_ref().and_then(|i| e.cari_kategori(&i.kategori));
    let nama_kategori = kategori.map(|x| x.nama.clone()).unwrap_or_default();
    let aspek = aspek(&k, &h.isi.hasil);
    let pengganti = diterima::pengganti(&app.store, &d).await?;
    let hilang = match pengganti.as_ref().filter(|p| p.ditarik == 0) {
        Some(p) => !diterima::memuat(&app.store, p.id, &lokus).await?,
        None => false,
    };
    tampil(&Halaman { k: &k, d: &d, pengganti, hilang, h: &h, dasar: dasar(&d, &lokus), edisi: e.nama.clone(), nama_kategori, aspek })
}

async fn bundel(State(app): State<AppState>, k: Konteks, Jalur((id, lokus)): Letak) -> Hasil {
    match buka(&app, k, id).await? {
        Ok((d, _)) => {
            let h = diterima::hasil_umum(&app.store, &d, &lokus).await?;
            Ok(unduhan::kirim(unduhan::JSON, &format!("hasil-{}.json", h.isi.lokus.kode), h.berkas.clone().into_bytes()))
        }
        Err(ditarik) => Ok(ditarik),
    }
}

async fn periksa(State(app): State<AppState>, k: Konteks, Jalur((id, lokus)): Letak) -> Hasil {
    let (d, k) = match buka(&app, k, id).await? {
        Ok(dua) => dua,
        Err(ditarik) => return Ok(ditarik),
    };
    let h = diterima::hasil_umum(&app.store, &d, &lokus).await?;
    let dasar = dasar(&d, &lokus);
    let unit = Unit {
        nama: h.isi.unit.nama.clone(),
        periode: d.periode.clone(),
        turunan: format!("{dasar}/turunan"),
        atas: ("/peringkat-nasional", "nasional-judul"),
        dasar,
    };
    periksa::tampilkan(&app, k.bantuan("periksa"), unit).await
}

async fn turunan(State(app): State<AppState>, k: Konteks, Jalur((id, lokus)): Letak) -> Hasil {
    let (d, k) = match buka(&app, k, id).await? {
        Ok(dua) => dua,
        Err(ditarik) => return Ok(ditarik),
    };
    let h = diterima::hasil_umum(&app.store, &d, &lokus).await?;
    let muatan = Muatan::bundel(&app.store, &h.isi, d.valid()).await?;
    let segel = Some(Segel::bundel(h.sidik.clone(), &h.isi)?);
    let k = k.bantuan("hasil");
    tampil(&Turunan { k: &k, lokus: Asal::bundel(&h.isi), muatan, segel, publik: true, kembali: dasar(&d, &lokus) })
}
