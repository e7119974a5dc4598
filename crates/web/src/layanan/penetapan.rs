//! `/layanan/{layanan}/penetapan`: the head issues the draft by decree.

use askama::Template;
use axum::extract::State;
use jiff::{ToSpan, civil::Date};
use store::{
    StoreError,
    id::LayananId,
    layanan::{self, Layanan, Rancangan, Sk},
};

use super::kunci_komponen;
use crate::{
    AppState,
    error::Hasil,
    formulir::{Formulir, di_medan_menurut},
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/layanan/{layanan}/penetapan", super::KEPALA, lihat);
    d.post("/layanan/{layanan}/penetapan", super::KEPALA, tetapkan);
}

#[derive(Template)]
#[template(path = "layanan/penetapan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    l: &'a Layanan,
    r: &'a Rancangan,
}

impl Halaman<'_> {
    fn kurang(&self) -> Option<String> {
        let nama: Vec<String> = self.r.isi.kurang().map(|x| self.k.s(kunci_komponen(x))).collect();
        (!nama.is_empty()).then(|| self.k.n("layanan-kurang", "daftar", nama.join(", ")))
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LayananId>) -> Hasil {
    let (l, akses, k) = super::buka(&app, k, &pelaku, id).await?;
    akses.kepala_layanan()?;
    let r = layanan::rancangan(app.store.baca(), id).await?.ok_or(StoreError::Keadaan("layanan-tanpa-rancangan"))?;
    let kini = app.store.sekarang().hari(&l.zona);
    let tinjau = kini.saturating_add(1.year());
    let f = Formulir::isi([("versi", r.versi.to_string()), ("mulai", kini.to_string()), ("tinjau", tinjau.to_string())]);
    tampil(&Halaman { k: &k, f, l: &l, r: &r })
}

async fn tetapkan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LayananId>, mut f: Formulir) -> Hasil {
    let (l, akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let hak = akses.kepala_layanan()?;
    let r = layanan::rancangan(app.store.baca(), id).await?.ok_or(StoreError::Keadaan("layanan-tanpa-rancangan"))?;
    let versi = f.nilai("versi").parse().unwrap_or(0);
    let nomor = f.wajib("nomor", "standar-sk");
    f.batasi("nomor", 120);
    let hari = ["tanggal", "mulai", "tinjau"].map(|m| f.urai::<Date>(m, "layanan-tanggal-salah"));
    if let (Some(nomor), [Some(tanggal), Some(mulai), Some(tinjau)], true) = (nomor, hari, f.sah()) {
        match layanan::tetapkan(&app.store, &hak, id, versi, &Sk { nomor: &nomor, tanggal, mulai, tinjau }).await {
            Ok(()) => return Alih::ke(format!("/layanan/{id}")).pesan("layanan-ditetapkan").into(),
            Err(e @ StoreError::Keadaan(kunci)) => {
                let medan = match kunci {
                    "standar-tinjau" => "tinjau",
                    "standar-mulai" | "standar-mundur" => "mulai",
                    _ => "nomor",
                };
                di_medan_menurut(&mut f, e, |_| Some(medan))?;
            }
            Err(e) => return Err(e.into()),
        }
    }
    tampil_salah(&Halaman { k: &k, f, l: &l, r: &r })
}
