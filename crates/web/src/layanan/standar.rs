//! `/layanan/{layanan}/standar`: the draft. Without one it begins with what is in force, and saving makes it.

use axum::{extract::State, response::Response};
use store::{StoreError, Waktu, id::LayananId, layanan, layanan::Layanan};

use super::isian::{self, Halaman};
use crate::{
    AppState,
    bentrok::Bentrok,
    error::Hasil,
    formulir::{Formulir, di_medan_menurut},
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/layanan/{layanan}/standar", super::PENGELOLA, lihat);
    d.post("/layanan/{layanan}/standar", super::PENGELOLA, simpan);
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LayananId>) -> Hasil {
    let (l, akses, k) = super::buka(&app, k, &pelaku, id).await?;
    akses.pengelola_layanan()?;
    if l.tutup.is_some() {
        return Err(StoreError::Keadaan("layanan-tutup").into());
    }
    let f = if let Some(r) = layanan::rancangan(app.store.baca(), id).await? {
        isian::tersimpan(&r.isi, r.versi)
    } else {
        let r = layanan::riwayat(app.store.baca(), id, app.store.sekarang().hari(&l.zona)).await?;
        isian::tersimpan(&r.into_iter().next().map(|r| r.standar.isi).unwrap_or_default(), 0)
    };
    tampil(&Halaman::baru(&k, f, Some(&l), Vec::new()))
}

async fn simpan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LayananId>, mut f: Formulir) -> Hasil {
    let (l, akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let hak = akses.pengelola_layanan()?;
    let dasar = f.nilai("versi").parse().unwrap_or(0);
    if let Some(isi) = isian::urai(&mut f) {
        match layanan::simpan(&app.store, &hak, id, dasar, &isi).await {
            Ok(_) => return Alih::ke(format!("/layanan/{id}")).pesan("layanan-tersimpan").into(),
            Err(StoreError::Bentrok { versi, oleh, pada }) => return bentrok(&app, &k, &l, f, (versi, oleh, pada)).await,
            Err(e) => di_medan_menurut(&mut f, e, |_| Some("nama"))?,
        }
    }
    tampil_salah(&Halaman::baru(&k, f, Some(&l), Vec::new()))
}

/// Somebody saved first: what he saved differently is shown beside what was typed, and saving again replaces it.
async fn bentrok(app: &AppState, k: &Konteks, l: &Layanan, mut f: Formulir, siapa: (i64, uuid::Uuid, Waktu)) -> Hasil<Response> {
    let kini = layanan::rancangan(app.store.baca(), l.id).await?.map(|r| r.isi).unwrap_or_default();
    let semua = layanan::KOMPONEN.iter().map(|x| x.kunci).chain(layanan::TAMBAHAN);
    let beda = semua.filter(|m| f.nilai(m).replace("\r\n", "\n").trim() != kini.teks(m));
    let mut daftar: Vec<_> = beda.map(|m| (k.s(super::kunci_komponen(m)), kini.teks(m).to_owned())).collect();
    daftar.insert(0, (k.s("layanan-nama"), kini.nama.clone()));
    let b = Bentrok::baru(app, k, &mut f, siapa, daftar).await;
    let mut h = Halaman::baru(k, f, Some(l), Vec::new());
    h.bentrok = Some(b);
    tampil_salah(&h)
}
