//! `/nasional/laporan/{laporan}`: one version: what it is, whether it is unchanged, and that it was submitted and received.

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use store::{
    StoreError,
    nasional::{
        laporan::{self, Laporan},
        rekap,
    },
    verifikasi,
};
use uuid::Uuid;

use super::{NASIONAL, keadaan};
use crate::{
    AppState,
    error::Hasil,
    format::berkelompok,
    formulir::Formulir,
    jalur::Jalur,
    kata::kunci_skema,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/nasional/laporan/{laporan}", NASIONAL, lihat);
    d.post("/nasional/laporan/{laporan}/penyampaian", NASIONAL, sampaikan);
    d.post("/nasional/laporan/{laporan}/penerimaan", NASIONAL, terima);
}

#[derive(Template)]
#[template(path = "nasional/laporan/rinci.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    l: &'a Laporan,
    /// Text, hash and signature agree.
    sah: bool,
}

impl Halaman<'_> {
    fn skema(&self) -> String {
        self.k.s(kunci_skema(&self.l.skema))
    }

    fn hari(&self, tanggal: &str) -> String {
        self.k.hari(tanggal)
    }

    fn judul(&self) -> String {
        let isi = [("tahun", self.l.tahun.to_string().into()), ("skema", self.skema().into()), ("versi", self.l.urut.to_string().into())];
        self.k.a("lapnas-nama", isi)
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, l: &'a Laporan, f: Formulir) -> Hasil<Halaman<'a>> {
    Ok(Halaman { k, f, sah: laporan::isi(&app.store, l).await?.1, l })
}

async fn konteks(app: &AppState, k: Konteks, l: &Laporan) -> Hasil<Konteks> {
    let papan = store::nasional::papan(&app.store, l.tahun, &l.skema).await?;
    Ok(k.ilustrasi(papan.ilustrasi()).bantuan("laporan-nasional"))
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<Uuid>) -> Hasil {
    let l = laporan::dari_id(&app.store, &rekap::nasional(&pelaku)?, id).await?;
    let k = konteks(&app, k, &l).await?;
    let hari = k.pada.hari(k.zona.nama()).to_string();
    tampil(&halaman(&app, &k, &l, Formulir::isi([("tanggal", hari)])).await?)
}

/// A day that is not in the future and not before `paling_awal`.
fn hari(k: &Konteks, f: &mut Formulir, paling_awal: Date) -> Option<String> {
    let d = f.urai::<Date>("tanggal", "lapnas-tanggal-wajib")?;
    if d > k.pada.hari(k.zona.nama()) {
        f.salahkan("tanggal", "lapnas-tanggal-nanti");
    } else if d < paling_awal {
        f.salahkan("tanggal", "lapnas-tanggal-dini");
    }
    f.sah().then(|| d.to_string())
}

async fn sampaikan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<Uuid>, mut f: Formulir) -> Hasil {
    let hak = rekap::nasional(&pelaku)?;
    let l = laporan::dari_id(&app.store, &hak, id).await?;
    f.batasi("nomor", 100);
    let nomor = f.wajib("nomor", "lapnas-surat-wajib");
    let tanggal = hari(&k, &mut f, l.pada.hari(k.zona.nama()));
    if let (Some(nomor), Some(tanggal), true) = (nomor, tanggal, f.sah()) {
        match laporan::kirim(&app.store, &hak, id, &nomor, &tanggal).await {
            Ok(()) => return Alih::ke(format!("/nasional/laporan/{id}")).pesan("lapnas-disampaikan").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan("nomor", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    let k = konteks(&app, k, &l).await?;
    tampil_salah(&halaman(&app, &k, &l, f).await?)
}

async fn terima(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<Uuid>, mut f: Formulir) -> Hasil {
    let hak = rekap::nasional(&pelaku)?;
    let l = laporan::dari_id(&app.store, &hak, id).await?;
    f.batasi("nama", 200);
    f.batasi("jabatan", 200);
    let (nama, jabatan) = (f.wajib("nama", "lapnas-penerima-wajib"), f.wajib("jabatan", "lapnas-penerima-jabatan-wajib"));
    let awal = l.kirim_tanggal.as_deref().and_then(|t| t.parse().ok()).unwrap_or(Date::MIN);
    let tanggal = hari(&k, &mut f, awal);
    if let (Some(nama), Some(jabatan), Some(tanggal), true) = (nama, jabatan, tanggal, f.sah()) {
        match laporan::terima(&app.store, &hak, id, (&nama, &jabatan), &tanggal).await {
            Ok(()) => return Alih::ke(format!("/nasional/laporan/{id}")).pesan("lapnas-diterima").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan("nama", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    let k = konteks(&app, k, &l).await?;
    tampil_salah(&halaman(&app, &k, &l, f).await?)
}
