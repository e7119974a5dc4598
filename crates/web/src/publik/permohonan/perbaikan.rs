//! `/permohonan/{kode}/perbaikan`: the same form with what was answered, while the office waits for a correction.

use askama::Template;
use axum::{
    extract::{Multipart, State, multipart::MultipartRejection},
    response::Response,
};
use layanan::permohonan::Keadaan;
use store::{
    StoreError,
    permohonan::{
        self, BerkasMasuk, Permohonan,
        formulir::{self, FormulirLayanan},
    },
};

use super::{
    isian::{self, kirim, mentah, nama_medan},
    kiriman::{self, BATAS, Kiriman, Pengirim},
    lacak::buka,
};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    kiriman::tetap::lanjut,
    komponen::Medan,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/permohonan/{kode}/perbaikan", Akses::Publik, lihat);
    d.post_besar("/permohonan/{kode}/perbaikan", Akses::Publik, BATAS, terima);
}

#[derive(Template)]
#[template(path = "publik/permohonan/perbaikan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: &'a Permohonan,
    formulir: &'a FormulirLayanan,
    medan: Vec<Medan>,
    /// What the officer asked for.
    alasan: String,
    /// The correction had arrived, with something else in it.
    sampai: bool,
}

impl Halaman<'_> {
    fn berkas_pertama(&self, n: &usize) -> bool {
        isian::berkas_pertama(&self.formulir.isi) == Some(*n)
    }
}

async fn halaman<'a>(
    app: &AppState,
    k: &'a Konteks,
    f: Formulir,
    p: &'a Permohonan,
    (formulir, ada): (&'a FormulirLayanan, &[BerkasMasuk]),
) -> Hasil<Halaman<'a>> {
    let riwayat = permohonan::riwayat(&app.store, p.id).await?;
    let alasan = riwayat.into_iter().rev().find(|l| l.langkah == "minta-perbaikan").map(|l| l.alasan).unwrap_or_default();
    let medan = isian::kontrol(k, &f, &formulir.isi, ada);
    Ok(Halaman { k, f, p, formulir, medan, alasan, sampai: false })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let (p, k) = buka(&app, k, &kode).await?;
    if p.keadaan()? != Keadaan::PerluPerbaikan {
        return Alih::ke(format!("/permohonan/{}", p.kode)).into();
    }
    let (formulir, ada) = (formulir::dari_id(app.store.baca(), p.formulir_id).await?, permohonan::berkas(&app.store, p.id).await?);
    let mut f = Formulir::isi([
        ("versi", p.versi.to_string()),
        ("nama", p.nama(app.store.kunci())?.unwrap_or_default()),
        ("kontak", p.kontak(app.store.kunci())?.unwrap_or_default()),
    ]);
    for (m, v) in p.jawaban(app.store.kunci())? {
        for satu in v {
            f.taruh(nama_medan(&m), satu);
        }
    }
    tampil(&halaman(&app, &k, f, &p, (&formulir, &ada)).await?)
}

async fn terima(
    State(app): State<AppState>,
    k: Konteks,
    Jalur(kode): Jalur<String>,
    isi: Result<Multipart, MultipartRejection>,
) -> Hasil<Response> {
    let (p, k) = buka(&app, k, &kode).await?;
    let (formulir, ada) = (formulir::dari_id(app.store.baca(), p.formulir_id).await?, permohonan::berkas(&app.store, p.id).await?);
    let nama: Vec<&str> = formulir.isi.berkas().map(|m| m.kunci.as_str()).collect();
    let alamat = k.permintaan.alamat();
    let boleh = app.laju_kirim.boleh(alamat);
    let pada = k.pelaku.is_none().then(|| app.store.sekarang());
    let pengirim = Pengirim { muatan: &app.muatan, alamat, boleh, pada };
    let Kiriman { mut f, berkas, pegangan: _pegangan } = kiriman::baca(isi?, &nama, &pengirim).await?;
    if !boleh {
        f.salahkan("nama", "permohonan-terlalu-sering");
    }
    isian::periksa(&mut f, &formulir.isi, &berkas, &ada);
    let mut sampai = false;
    if f.sah() {
        let isi = mentah(&f);
        let versi = f.nilai("versi").parse().unwrap_or(0);
        match permohonan::perbaiki(&app.store, &kode, versi, &kirim(&f, k.bahasa.kode(), &isi, &berkas)).await {
            Ok(p) => return Ok(lanjut(&f, Alih::ke(format!("/permohonan/{}", p.kode)).pesan("permohonan-perbaikan-terkirim"))),
            Err(StoreError::Keadaan("berkas-terinfeksi")) => isian::terinfeksi(&app, &mut f, &berkas).await?,
            Err(StoreError::Keadaan(kunci)) => {
                sampai = kunci == "permohonan-perbaikan-sampai";
                f.salahkan("nama", kunci);
            }
            Err(StoreError::Bentrok { .. }) => f.salahkan("nama", "permohonan-berubah"),
            Err(e) => return Err(e.into()),
        }
    }
    if !sampai {
        isian::pilih_lagi(&mut f, &berkas);
    }
    tampil_salah(&Halaman { sampai, ..halaman(&app, &k, f, &p, (&formulir, &ada)).await? })
}
