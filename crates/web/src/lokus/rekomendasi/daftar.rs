//! `/lokus/{lokus}/rekomendasi`: all of them in form order, and for the organiser the library and adding one (`POST`).

use std::sync::Arc;

use askama::Template;
use axum::extract::{Query, State};
use pekppp::{Edisi, Pecahan, pustaka::pustaka};
use store::{
    StoreError,
    hak::AksesLokus,
    id::{LokusId, RekomendasiId},
    lokus::Lokus,
    rekomendasi::{self, Asal, Rekomendasi},
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    lokus::{
        hasil::muat::{Muatan, Pandang, muat},
        lanjutan::{self, Tab},
    },
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/rekomendasi", Akses::Masuk, lihat);
    d.post("/lokus/{lokus}/rekomendasi", Akses::Masuk, tambah);
}

/// One recommendation with the names of things.
struct Baris {
    r: Rekomendasi,
    nama: String,
    skor: String,
    asal: (Nada, &'static str),
    /// It leads to a level that the score has reached.
    terpenuhi: bool,
}

/// A sentence of the library for the next level of an indicator.
struct Usulan {
    kode: String,
    nama: String,
    skor: String,
    menuju: u8,
    teks: String,
    /// Something is recommended for the indicator already.
    ada: bool,
}

#[derive(Template)]
#[template(path = "lokus/rekomendasi/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    lokus: &'a Lokus,
    beku: bool,
    baris: Vec<Baris>,
    usulan: Vec<Usulan>,
    kepastian: String,
    opsi: Vec<Opsi>,
    /// May add and change now.
    mengatur: bool,
    tersampaikan: bool,
    op: String,
}

impl Halaman<'_> {
    fn ada_terpenuhi(&self) -> bool {
        self.baris.iter().any(|b| b.terpenuhi)
    }
}

fn skor<'m>(m: &'m Muatan, kode: &str) -> Option<&'m Pecahan> {
    let mut semua = m.hasil.f02.aspek.iter().flat_map(|a| &a.indikator).chain(&m.hasil.f02.tambahan);
    semua.find(|i| i.kode == kode)?.nilai.as_ref()
}

fn usulan(k: &Konteks, e: &Edisi, m: &Muatan, ada: &[Rekomendasi]) -> Vec<Usulan> {
    let Some(p) = pustaka() else { return Vec::new() };
    let satu = |i: &pekppp::Indikator| {
        let nilai = skor(m, &i.kode)?;
        let s = p.berikut(e, &i.kode, nilai)?;
        Some(Usulan {
            kode: i.kode.clone(),
            nama: i.nama.clone(),
            skor: lanjutan::skor(k, nilai),
            menuju: s.menuju.angka(),
            teks: s.teks.to_owned(),
            ada: ada.iter().any(|r| r.indikator == i.kode),
        })
    };
    e.semua_indikator().filter_map(satu).collect()
}

pub(super) fn asal(a: Asal) -> (Nada, &'static str) {
    match a {
        Asal::F02 => (Nada::Info, "rekomendasi-asal-f02"),
        Asal::Penyelenggara => (Nada::Netral, "rekomendasi-asal-penyelenggara"),
        Asal::Lanjutan => (Nada::Perhatian, "rekomendasi-asal-lanjutan"),
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesLokus, f: Formulir) -> Hasil<Halaman<'a>> {
    let c = app.store.baca();
    let pandang = muat(&app.store, akses).await?;
    let m = pandang.angka().filter(|m| m.beku.is_some());
    // Before the freezing there is nothing to see for anybody.
    let mut semua = if m.is_some() { rekomendasi::daftar(c, akses.lokus.id).await? } else { Vec::new() };
    let e: Arc<Edisi> = store::edisi::dapat(&app.store, akses.lokus.edisi()?).await?;
    semua.sort_by_key(|r| lanjutan::urut(&e, &r.indikator));
    let tersampaikan = rekomendasi::tersampaikan(c, akses.lokus.id).await?;
    let mengatur = m.is_some() && !tersampaikan && akses.penyelenggara().is_ok();
    let opsi = e.semua_indikator().map(|i| Opsi::baru(i.kode.clone(), format!("{} {}", i.kode, i.nama))).collect();
    Ok(Halaman {
        usulan: m.filter(|_| mengatur).map(|m| usulan(k, &e, m, &semua)).unwrap_or_default(),
        baris: semua
            .into_iter()
            .map(|r| Baris {
                nama: lanjutan::nama(&e, &r.indikator),
                skor: m.and_then(|m| skor(m, &r.indikator)).map_or_else(|| "–".to_owned(), |n| lanjutan::skor(k, n)),
                asal: asal(r.asal()),
                terpenuhi: m.and_then(|m| skor(m, &r.indikator)).is_some_and(|n| !rekomendasi::berlaku(&e, &r.indikator, &r.isi, n)),
                r,
            })
            .collect(),
        kepastian: pustaka().map(|p| p.kepastian.clone()).unwrap_or_default(),
        op: f.nilai("op").parse().unwrap_or_else(|_| RekomendasiId::baru()).to_string(),
        beku: !matches!(&pandang, Pandang::Tertutup | Pandang::Kemajuan(_)) && m.is_some(),
        lokus: &akses.lokus,
        opsi,
        mengatur,
        tersampaikan,
        k,
        f,
    })
}

#[derive(serde::Deserialize)]
struct Kueri {
    /// Indicator whose sentence of the library begins the form.
    indikator: Option<String>,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, Query(q): Query<Kueri>) -> Hasil {
    let akses = store::hak::lokus(&app.store, &pelaku, id).await?.dinilai()?;
    let k = lanjutan::konteks(k, &akses.lokus);
    let mut h = halaman(&app, &k, &akses, Formulir::kosong()).await?;
    if let Some(u) = q.indikator.and_then(|kode| h.usulan.iter().find(|u| u.kode == kode)) {
        h.f = Formulir::isi([("indikator", u.kode.clone()), ("isi", u.teks.clone())]);
    }
    tampil(&h)
}

async fn tambah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, mut f: Formulir) -> Hasil {
    let akses = store::hak::lokus(&app.store, &pelaku, id).await?;
    let hak = akses.penyelenggara()?;
    let op = f.nilai("op").parse().unwrap_or_else(|_| RekomendasiId::baru());
    let indikator = f.wajib("indikator", "rekomendasi-indikator-wajib");
    let isi = f.wajib("isi", "rekomendasi-kosong");
    f.batasi("isi", rekomendasi::ISI_MAKS);
    if let (Some(indikator), Some(isi), true) = (indikator, isi, f.sah()) {
        match rekomendasi::tambah(&app.store, &hak, op, &indikator, &isi).await {
            Ok(()) => return Alih::ke(format!("/lokus/{id}/rekomendasi")).pesan("rekomendasi-ditambah").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan("isi", kunci),
            Err(StoreError::TidakDitemukan) => f.salahkan("indikator", "rekomendasi-indikator-wajib"),
            Err(e) => return Err(e.into()),
        }
    }
    let k = lanjutan::konteks(k, &akses.lokus);
    tampil_salah(&halaman(&app, &k, &akses, f).await?)
}
