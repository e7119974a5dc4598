//! `/survei/{ronde}/tindak-lanjut/{rtl}`: changes an activity, or takes it out of the plan.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    hak::{self, PengelolaRondeSkm},
    id::RondeId,
    skm::{
        RondeSkm,
        rtl::{self, Butir},
    },
};
use uuid::Uuid;

use super::{isian, sajian::nama_unsur};
use crate::{
    AppState,
    bentrok::Bentrok,
    error::Hasil,
    formulir::{Formulir, di_medan_menurut},
    jalur::Jalur,
    komponen::Opsi,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    skm::{PENGELOLA, konteks},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}/tindak-lanjut/{rtl}", PENGELOLA, lihat);
    d.post("/survei/{ronde}/tindak-lanjut/{rtl}", PENGELOLA, ubah);
}

#[derive(Template)]
#[template(path = "skm/tindak_lanjut/butir.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    ronde: &'a RondeSkm,
    opsi: Vec<Opsi>,
    bentrok: Option<Bentrok>,
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, ronde: &'a RondeSkm, f: Formulir) -> Hasil<Halaman<'a>> {
    let e = isian::edisi(&app.store, ronde).await?;
    let opsi = isian::opsi(k, &isian::usulan(&app.store, k, ronde, &e).await?);
    Ok(Halaman { k, f, ronde, opsi, bentrok: None })
}

fn terisi(b: &Butir) -> Formulir {
    Formulir::isi([
        ("versi", b.versi.to_string()),
        ("unsur", b.unsur.clone()),
        ("kegiatan", b.kegiatan.clone()),
        ("keluaran", b.keluaran.clone()),
        ("tenggat", b.tenggat.clone()),
        ("penanggung_jawab", b.penanggung_jawab.clone()),
    ])
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, rtl)): Jalur<(RondeId, Uuid)>) -> Hasil {
    let hak = hak::ronde_skm(&app.store, &pelaku, id).await?.pengelola()?;
    let k = konteks(k, &hak.ronde);
    let b = rtl::satu(app.store.baca(), id, rtl).await?;
    if b.selesai.is_some() {
        return Alih::ke(format!("{}/{rtl}/selesai", isian::jalur(id))).into();
    }
    tampil(&halaman(&app, &k, &hak.ronde, terisi(&b)).await?)
}

async fn ubah(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, rtl)): Jalur<(RondeId, Uuid)>,
    mut f: Formulir,
) -> Hasil {
    let hak = hak::ronde_skm(&app.store, &pelaku, id).await?.pengelola()?;
    let k = konteks(k, &hak.ronde);
    if f.aksi() == "hapus" {
        rtl::hapus(&app.store, &hak, rtl).await?;
        return Alih::ke(isian::jalur(id)).pesan("laporanskm-rtl-dihapus").into();
    }
    let versi = f.nilai("versi").parse().unwrap_or(0);
    if let Some(isi) = isian::urai(&mut f) {
        match rtl::ubah(&app.store, &hak, rtl, versi, &isi.isi()).await {
            Ok(()) => return Alih::ke(isian::jalur(id)).pesan("laporanskm-rtl-diubah").into(),
            Err(StoreError::Bentrok { versi, oleh, pada }) => return bentrok(&app, &k, &hak, f, (rtl, versi, oleh, pada)).await,
            Err(e) => di_medan_menurut(&mut f, e, isian::medan)?,
        }
    }
    tampil_salah(&halaman(&app, &k, &hak.ronde, f).await?)
}

/// Somebody saved first: what he saved is shown beside what was typed, and saving again replaces it.
async fn bentrok(
    app: &AppState,
    k: &Konteks,
    hak: &PengelolaRondeSkm,
    mut f: Formulir,
    (rtl, versi, oleh, pada): (Uuid, i64, Uuid, store::Waktu),
) -> Hasil {
    let b = rtl::satu(app.store.baca(), hak.ronde.id, rtl).await?;
    let e = isian::edisi(&app.store, &hak.ronde).await?;
    let kini = vec![
        (k.s("laporanskm-rtl-unsur"), nama_unsur(&e, &b.unsur)),
        (k.s("laporanskm-rtl-kegiatan"), b.kegiatan),
        (k.s("laporanskm-rtl-keluaran"), b.keluaran),
        (k.s("laporanskm-rtl-tenggat"), k.hari(&b.tenggat)),
        (k.s("laporanskm-rtl-pj"), b.penanggung_jawab),
    ];
    let bentrok = Bentrok::baru(app, k, &mut f, (versi, oleh, pada), kini).await;
    let mut h = halaman(app, k, &hak.ronde, f).await?;
    h.bentrok = Some(bentrok);
    tampil_salah(&h)
}
