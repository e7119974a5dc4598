//! `/lokus/{lokus}/rekomendasi/{rekomendasi}`: changes a text, or takes it out with a reason; its earlier texts.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    hak::AksesLokus,
    id::{LokusId, RekomendasiId},
    lokus::Lokus,
    rekomendasi::{self, Rekomendasi, Versi},
};

use super::daftar::asal;
use crate::{
    AppState,
    bentrok::Bentrok,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    lokus::lanjutan,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/rekomendasi/{rekomendasi}", Akses::Masuk, lihat);
    d.post("/lokus/{lokus}/rekomendasi/{rekomendasi}", Akses::Masuk, ubah);
}

#[derive(Template)]
#[template(path = "lokus/rekomendasi/satu.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    lokus: &'a Lokus,
    r: Rekomendasi,
    nama: String,
    asal: (Nada, &'static str),
    riwayat: Vec<Versi>,
    mengatur: bool,
    bentrok: Option<Bentrok>,
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesLokus, id: RekomendasiId, f: Option<Formulir>) -> Hasil<Halaman<'a>> {
    let c = app.store.baca();
    let l = &akses.lokus;
    let r = rekomendasi::dari_id(c, l.id, id).await?;
    // While the result is not frozen its recommendations are nobody's to read.
    let beku = store::lokus::beku(c, l.id).await?;
    if !beku {
        return Err(crate::Error::TidakAda);
    }
    let e = store::edisi::dapat(&app.store, l.edisi()?).await?;
    let mengatur = akses.penyelenggara().is_ok() && !rekomendasi::tersampaikan(c, l.id).await?;
    let f = f.unwrap_or_else(|| Formulir::isi([("versi", r.versi.to_string()), ("isi", r.isi.clone())]));
    Ok(Halaman {
        nama: lanjutan::nama(&e, &r.indikator),
        asal: asal(r.asal()),
        riwayat: rekomendasi::riwayat(c, id).await?,
        bentrok: None,
        lokus: l,
        mengatur,
        k,
        f,
        r,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, rek)): Jalur<(LokusId, RekomendasiId)>) -> Hasil {
    let akses = store::hak::lokus(&app.store, &pelaku, id).await?;
    let k = lanjutan::konteks(k, &akses.lokus);
    tampil(&halaman(&app, &k, &akses, rek, None).await?)
}

async fn ubah(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, rek)): Jalur<(LokusId, RekomendasiId)>,
    mut f: Formulir,
) -> Hasil {
    let akses = store::hak::lokus(&app.store, &pelaku, id).await?;
    let hak = akses.penyelenggara()?;
    let ke = Alih::ke(format!("/lokus/{id}/rekomendasi"));
    let (hasil, medan) = if f.aksi() == "hapus" {
        (rekomendasi::hapus(&app.store, &hak, rek, f.nilai("alasan")).await.map(|()| "rekomendasi-dihapus"), "alasan")
    } else {
        let versi = f.nilai("versi").parse().unwrap_or(0);
        (rekomendasi::ubah(&app.store, &hak, rek, versi, f.nilai("isi")).await.map(|()| "rekomendasi-diubah"), "isi")
    };
    let k = lanjutan::konteks(k, &akses.lokus);
    match hasil {
        Ok(pesan) => ke.pesan(pesan).into(),
        Err(StoreError::Keadaan(kunci)) => {
            f.salahkan(medan, kunci);
            if f.aksi() == "hapus" {
                let r = rekomendasi::dari_id(app.store.baca(), id, rek).await?;
                f.ganti("isi", r.isi);
                f.ganti("versi", r.versi.to_string());
            }
            tampil_salah(&halaman(&app, &k, &akses, rek, Some(f)).await?)
        }
        Err(StoreError::Bentrok { versi, oleh, pada }) => {
            let r = rekomendasi::dari_id(app.store.baca(), id, rek).await?;
            let b = Bentrok::baru(&app, &k, &mut f, (versi, oleh, pada), vec![(k.s("rekomendasi-isi"), r.isi)]).await;
            let mut h = halaman(&app, &k, &akses, rek, Some(f)).await?;
            h.bentrok = Some(b);
            tampil_salah(&h)
        }
        Err(e) => Err(e.into()),
    }
}
