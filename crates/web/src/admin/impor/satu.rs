//! `/admin/impor/{impor}`: what a file would do, row by row; confirming it; its one-time links, once.

use askama::Template;
use axum::extract::{Query, State};
use store::{
    StoreError,
    impor::{self, Aksi, Baris, Jenis, Rencana, Salah},
};
use uuid::Uuid;

use super::{ADMIN, berkas_csv};
use crate::{
    AppState, asal,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Pemberitahuan},
    konteks::Konteks,
    lembar::{BATAS, Lembar, lewati},
    masuk,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil},
};

pub fn rute(d: &mut Daftar) {
    d.get("/admin/impor/{impor}", ADMIN, lihat);
    d.post("/admin/impor/{impor}", ADMIN, terapkan);
    d.post("/admin/impor/{impor}/tautan", ADMIN, tautan);
}

#[derive(serde::Deserialize)]
struct Kueri {
    h: Option<i64>,
}

#[derive(Template)]
#[template(path = "admin/impor/satu.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    id: Uuid,
    r: &'a Rencana,
    kolom: &'static [&'static str],
    baris: &'a [(Baris, Option<Aksi>)],
    salah: Vec<Temuan<'a>>,
    salah_semua: usize,
    baru: usize,
    ubah: usize,
    sama: usize,
    tautan: bool,
    /// What is to be said of the address in the settings.
    peringatan: Option<Pemberitahuan>,
    lembar: Lembar,
}

struct Temuan<'a> {
    s: &'a Salah,
    teks: String,
}

/// Faults listed at once; the rest come after these are mended.
const TEMUAN_MAKS: usize = 100;

impl Halaman<'_> {
    fn aksi(&self, a: &Option<Aksi>) -> (&'static str, Nada) {
        match a {
            Some(Aksi::Baru) => ("impor-aksi-baru", Nada::Info),
            Some(Aksi::Ubah) => ("impor-aksi-ubah", Nada::Perhatian),
            Some(Aksi::Sama) => ("impor-aksi-sama", Nada::Netral),
            None => ("impor-aksi-salah", Nada::Bahaya),
        }
    }

    /// Where what was stored is seen, and the words for it.
    fn tempat(&self) -> (&'static str, &'static str) {
        if self.r.jenis == Jenis::Akun { ("/admin/pengguna", "impor-lihat-akun") } else { ("/admin/instansi", "impor-lihat-unit") }
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<Uuid>, Query(q): Query<Kueri>) -> Hasil {
    let r = impor::rencana(&app.store, &pelaku.admin()?, id).await?;
    let k = k.bantuan("impor");
    let awal = usize::try_from(lewati(q.h)).unwrap_or(0).min(r.baris.len());
    let akhir = (awal + usize::try_from(BATAS).unwrap_or(25)).min(r.baris.len());
    let baris = r.baris.get(awal..akhir).unwrap_or_default();
    let lembar = k.lembar(q.h, baris.len(), i64::try_from(r.baris.len()).unwrap_or(0), "");
    let salah = r.salah.iter().take(TEMUAN_MAKS).map(|s| Temuan { teks: k.n(s.kunci, "nilai", &s.nilai), s }).collect();
    tampil(&Halaman {
        id,
        kolom: r.jenis.kolom(),
        baris,
        salah,
        salah_semua: r.salah.len(),
        baru: r.jumlah(Aksi::Baru),
        ubah: r.jumlah(Aksi::Ubah),
        sama: r.jumlah(Aksi::Sama),
        tautan: r.jenis == Jenis::Akun && r.terap.as_ref().is_some_and(|t| t.tautan.is_none() && !t.akun().is_empty()),
        peringatan: asal::peringatan(&app, &k),
        lembar,
        r: &r,
        k: &k,
    })
}

/// Makes accounts and gives roles, as the pages of accounts do: they ask once more who it is, too.
async fn terapkan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<Uuid>) -> Hasil {
    let (ke, hak) = (format!("/admin/impor/{id}"), pelaku.admin()?);
    if !pelaku.segar(app.store.sekarang()) {
        return masuk::ulang::minta(&app, &k, &Formulir::isi([("_aksi", "terapkan")])).await;
    }
    match impor::terapkan(&app.store, &hak, id).await {
        Ok(_) => Alih::ke(ke).pesan("impor-tersimpan").into(),
        // A fault that came up since the file was shown: the page lists it.
        Err(StoreError::Keadaan("impor-ada-salah")) => Alih::ke(ke).pesan("impor-ada-salah").into(),
        Err(e) => Err(e.into()),
    }
}

/// Links with which passwords are set.
async fn tautan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<Uuid>) -> Hasil {
    let hak = pelaku.admin()?;
    if !pelaku.segar(app.store.sekarang()) {
        return masuk::ulang::minta(&app, &k, &Formulir::isi([("_aksi", "tautan")])).await;
    }
    let semua = impor::tautan(&app.store, &hak, id).await?;
    let alamat = |r: &str| format!("{}/sandi/setel/{r}", app.konfig.alamat);
    let baris: Vec<Vec<String>> = semua.into_iter().map(|t| vec![t.nama, t.surel, alamat(&t.rahasia)]).collect();
    berkas_csv("tautan-akun-baru.csv", &["nama", "surel", "tautan"], &baris)
}
