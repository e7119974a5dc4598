//! `/aduan/templat`: texts to begin an answer with.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    hak::{self, KotakAduan, Pelaku, PenghubungInstansi},
    pengaduan::{self, Templat},
};
use uuid::Uuid;

use super::tab::Tab;
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/aduan/templat", super::PENGHUBUNG, lihat);
    d.post("/aduan/templat", super::PENGHUBUNG, ubah);
}

#[derive(Template)]
#[template(path = "aduan/templat.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    tab: Tab<'a>,
    semua: Vec<Templat>,
    op: String,
}

async fn hak_saya(app: &AppState, pelaku: &Pelaku) -> Hasil<(KotakAduan, PenghubungInstansi)> {
    let kotak = hak::kotak_aduan(&app.store, pelaku).await?;
    let id = kotak.instansi.first().copied().ok_or(Error::TidakBerhak("penghubung"))?;
    let h = hak::penghubung(&app.store, pelaku, id).await?;
    Ok((kotak, h))
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, kotak: &KotakAduan, h: &PenghubungInstansi, f: Formulir) -> Hasil<Halaman<'a>> {
    let semua = pengaduan::templat(app.store.baca(), h.instansi.id).await?;
    let op = f.nilai("op").parse().unwrap_or_else(|_| store::id::baru()).to_string();
    Ok(Halaman { k, f, tab: Tab::baru(k, kotak, "templat"), semua, op })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let (kotak, h) = hak_saya(&app, &pelaku).await?;
    let k = k.zona(&h.instansi.zona).bantuan("pengaduan");
    tampil(&halaman(&app, &k, &kotak, &h, Formulir::kosong()).await?)
}

async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, mut f: Formulir) -> Hasil {
    let (kotak, h) = hak_saya(&app, &pelaku).await?;
    let k = k.zona(&h.instansi.zona).bantuan("pengaduan");
    let ke = Alih::ke("/aduan/templat");
    if let Ok(id) = f.aksi().parse::<Uuid>() {
        pengaduan::hapus_templat(&app.store, &h, id).await?;
        return ke.pesan("aduan-templat-dihapus").into();
    }
    let judul = f.wajib("judul", "aduan-teks-wajib").unwrap_or_default();
    let isi = f.wajib("teks", "aduan-teks-wajib").unwrap_or_default();
    let op = f.nilai("op").parse().unwrap_or_else(|_| store::id::baru());
    if f.sah() {
        match pengaduan::tambah_templat(&app.store, &h, op, &judul, &isi).await {
            Ok(()) => return ke.pesan("aduan-templat-tersimpan").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan("teks", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    tampil_salah(&halaman(&app, &k, &kotak, &h, f).await?)
}
