//! `POST /mpp/{mpp}/pesanan/{kode}/kehadiran` (`_aksi=hadir`, `rentan` or `tidak`): the person is here (and goes first), or did not come. `POST …/kabar`: an officer
//! told the person that the booking no longer holds.

use axum::extract::State;
use layanan::antrean::Prioritas;
use store::{
    StoreError, hak,
    id::UnitId,
    kode::{self, Jenis},
    peran::Peran,
    pesanan::{self, Cara, Lihat, Petugas},
};

use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::Alih,
};

pub fn rute(d: &mut Daftar) {
    d.post("/mpp/{mpp}/pesanan/{kode}/kehadiran", Akses::Peran(&[Peran::MppKepala, Peran::MppDepan, Peran::Pelaksana]), catat);
    d.post("/mpp/{mpp}/pesanan/{kode}/kabar", Akses::Peran(&[Peran::MppKepala, Peran::MppDepan]), kabar);
}

async fn buka(app: &AppState, mpp: UnitId, teks: &str) -> Hasil<Lihat> {
    let Some((Jenis::Janji, kode)) = kode::rapikan(teks) else { return Err(Error::TidakAda) };
    let l = pesanan::dari_kode(&app.store, &kode).await?;
    if l.tempat.mpp_id == mpp { Ok(l) } else { Err(StoreError::TidakDitemukan.into()) }
}

async fn catat(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((mpp, teks)): Jalur<(UnitId, String)>, f: Formulir) -> Hasil {
    let akses = hak::mpp(&app.store, &pelaku, mpp).await?;
    let l = buka(&app, mpp, &teks).await?;
    let (depan, gerai);
    let petugas = if let Ok(h) = akses.depan() {
        depan = h;
        Petugas::Depan(&depan)
    } else {
        gerai = hak::gerai(&app.store, &pelaku, l.tempat.gerai_id).await?.pelaksana()?;
        Petugas::Gerai(&gerai)
    };
    let pesan = match f.aksi() {
        aksi @ ("hadir" | "rentan") => {
            let prioritas = if aksi == "rentan" { Prioritas::Rentan } else { Prioritas::Biasa };
            pesanan::hadir(&app.store, petugas, l.id, prioritas).await?;
            "pesanan-tercatat-hadir"
        }
        "tidak" => {
            pesanan::tidak_hadir(&app.store, petugas, l.id).await?;
            "pesanan-tercatat-tidak"
        }
        lain => return Err(Error::Rusak(format!("_aksi {lain:?}"))),
    };
    // The hour in which he was acting stands open again.
    let jam = l.mulai.hour();
    Alih::ke(format!("/mpp/{mpp}/pesanan?hari={}&jam={jam}#jam-{jam}", l.tanggal)).pesan(pesan).into()
}

async fn kabar(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((mpp, teks)): Jalur<(UnitId, String)>, f: Formulir) -> Hasil {
    let hak = hak::mpp(&app.store, &pelaku, mpp).await?.depan()?;
    let l = buka(&app, mpp, &teks).await?;
    let cara = Cara::dari_kunci(f.nilai("cara")).ok_or_else(|| Error::Rusak("cara".into()))?;
    pesanan::kabari(&app.store, &hak, l.id, cara).await?;
    let ke = if f.nilai("sisa").is_empty() { "#kabari" } else { "?sisa=ya#sisa" };
    Alih::ke(format!("/mpp/{mpp}/pesanan{ke}")).pesan("pesanan-tercatat-kabar").into()
}
