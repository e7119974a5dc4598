//! `/survei/{ronde}/tautan`: a sheet of one-use links for tickets, as cards to print or as CSV. Shown once: the store keeps
//! only their hashes.

use askama::Template;
use axum::{extract::State, response::Response};
use dokumen::{
    LembarTautan,
    csv::{GayaCsv, tabel_csv},
    masukan::TautanCetak,
};
use store::{
    StoreError, hak,
    id::RondeId,
    skm::{self, RondeSkm, tautan},
};

use super::poster::{kepala, pertanyaan};
use crate::{
    AppState, Error, asal,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Opsi, Pemberitahuan},
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{pdf, tampil, tampil_salah},
    unduhan,
};

/// Cards in one PDF; more links than that go into a CSV.
const KARTU_MAKS: usize = 300;

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}/tautan", super::PENGELOLA, lihat);
    d.post("/survei/{ronde}/tautan", super::PENGELOLA, buat);
}

#[derive(Template)]
#[template(path = "skm/tautan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    ronde: &'a RondeSkm,
    bentuk: Vec<Opsi>,
    sisa: i64,
    sampai: String,
    terbit: bool,
    /// The last day of the round is over, and that of every link with it.
    lewat: bool,
    /// What is to be said of the address in the settings.
    peringatan: Option<Pemberitahuan>,
}

impl Halaman<'_> {
    fn kembali(&self) -> String {
        format!("/survei/{}", self.ronde.id)
    }
}

async fn muat<'a>(app: &AppState, k: &'a Konteks, ronde: &'a RondeSkm, f: Formulir) -> Hasil<Halaman<'a>> {
    let c = app.store.baca();
    let bentuk = vec![
        Opsi::baru("pdf", k.s("skm-tautan-pdf")).bantu(k.n("skm-tautan-pdf-bantu", "maks", KARTU_MAKS)),
        Opsi::baru("csv", k.s("skm-tautan-csv")).bantu(k.n("skm-tautan-csv-bantu", "maks", tautan::BANYAK_MAKS)),
    ];
    let sampai = k.hari(&ronde.sampai);
    let lewat = super::hari_ini(app, ronde).to_string() > ronde.sampai;
    let (sisa, terbit) = (tautan::sisa(c, ronde.id).await?, skm::terbit(c, ronde.id).await?);
    Ok(Halaman { peringatan: asal::peringatan(app, k), sisa, terbit, lewat, k, f, ronde, bentuk, sampai })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>) -> Hasil {
    let hak = hak::ronde_skm(&app.store, &pelaku, id).await?.pengelola()?;
    let k = super::konteks(k, &hak.ronde);
    tampil(&muat(&app, &k, &hak.ronde, Formulir::isi([("banyak", "50"), ("bentuk", "pdf")])).await?)
}

async fn buat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>, mut f: Formulir) -> Hasil {
    let hak = hak::ronde_skm(&app.store, &pelaku, id).await?.pengelola()?;
    let k = super::konteks(k, &hak.ronde);
    let banyak = f.urai::<usize>("banyak", "skm-tautan-banyak");
    let kartu = f.nilai("bentuk") != "csv";
    if kartu && banyak.is_some_and(|n| n > KARTU_MAKS) {
        f.salahkan_dengan("banyak", "skm-tautan-kartu-maks", vec![("maks", KARTU_MAKS.to_string())]);
    }
    if let Some(banyak) = banyak.filter(|_| f.sah()) {
        match tautan::lembar(&app.store, &hak, banyak).await {
            Ok(rahasia) => return unduh(&app, &k, &hak.ronde, &rahasia, kartu).await,
            Err(StoreError::Keadaan(kunci)) => f.salahkan("banyak", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    tampil_salah(&muat(&app, &k, &hak.ronde, f).await?)
}

async fn unduh(app: &AppState, k: &Konteks, r: &RondeSkm, rahasia: &[String], kartu: bool) -> Result<Response, Error> {
    let (url, pendek) = super::alamat(app, r);
    let nama = format!("tautan-{}", r.kode);
    if kartu {
        let satu = |s: &String| TautanCetak { url: format!("{url}/s/{s}"), url_pendek: format!("{pendek}/s/{s}") };
        let lembar = LembarTautan {
            kepala: kepala(k, r),
            unit: r.unit.clone(),
            ronde: r.nama.clone(),
            lama: super::lama(k, pertanyaan(app, r).await?),
            sampai: k.hari(&r.sampai),
            tautan: rahasia.iter().map(satu).collect(),
        };
        return Ok(pdf(app.pencetak.cetak(lembar).await?, &format!("{nama}.pdf")));
    }
    let baris: Vec<Vec<String>> =
        rahasia.iter().enumerate().map(|(i, s)| vec![(i + 1).to_string(), format!("{url}/s/{s}"), r.sampai.clone()]).collect();
    let isi = tabel_csv(&["nomor", "tautan", "berlaku_sampai"], &baris, GayaCsv { pemisah: ';', bom: true })
        .map_err(|e| Error::Dalam(e.to_string()))?;
    Ok(unduhan::kirim(unduhan::CSV, &format!("{nama}.csv"), isi))
}
