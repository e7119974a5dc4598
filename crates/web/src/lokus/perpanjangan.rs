//! `/lokus/{lokus}/perpanjangan`: more time for this unit after the phase `pelaksanaan` was closed, for F01 and F02.

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use store::{
    StoreError, hak,
    hak::PenyelenggaraLokus,
    id::{LokusId, PerpanjanganId},
    periode::{self, Fase, Perpanjangan},
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    periode::PENYELENGGARA,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/perpanjangan", PENYELENGGARA, lihat);
    d.post("/lokus/{lokus}/perpanjangan", PENYELENGGARA, simpan);
}

#[derive(Template)]
#[template(path = "lokus/perpanjangan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    lokus: &'a store::lokus::Lokus,
    id: PerpanjanganId,
    tertutup: bool,
    /// With whether it still gives time.
    daftar: Vec<(Perpanjangan, Option<Date>, bool)>,
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, hak: &'a PenyelenggaraLokus, f: Formulir) -> Hasil<Halaman<'a>> {
    let hari = app.store.sekarang().hari(&hak.lokus.zona);
    let satu = |p: Perpanjangan| {
        let (sampai, berlaku) = (p.sampai.parse().ok(), p.berlaku(hari));
        (p, sampai, berlaku)
    };
    let daftar = periode::daftar_perpanjangan(app.store.baca(), hak.lokus.id).await?.into_iter().map(satu).collect();
    let tertutup = periode::alasan_tertutup(&app.store, hak.lokus.periode_id, Fase::Pelaksanaan).await?.is_some();
    let id = f.nilai("id").parse().unwrap_or_else(|_| PerpanjanganId::baru());
    Ok(Halaman { k, f, lokus: &hak.lokus, id, tertutup, daftar })
}

fn konteks(k: Konteks, hak: &PenyelenggaraLokus) -> Konteks {
    k.ilustrasi(hak.lokus.ilustrasi == 1).zona(&hak.lokus.zona).bantuan("luring")
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let hak = hak::lokus(&app.store, &pelaku, id).await?.penyelenggara()?;
    let k = konteks(k, &hak);
    tampil(&halaman(&app, &k, &hak, Formulir::kosong()).await?)
}

async fn simpan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, mut f: Formulir) -> Hasil {
    let hak = hak::lokus(&app.store, &pelaku, id).await?.penyelenggara()?;
    let k = konteks(k, &hak);
    let tujuan = Alih::ke(format!("/lokus/{id}/perpanjangan"));
    if f.aksi() == "akhiri" {
        let p: Option<PerpanjanganId> = f.urai("perpanjangan", "luring-perpanjangan-tanggal");
        if let Some(p) = p {
            periode::akhiri_perpanjangan(&app.store, &hak, p).await?;
        }
        return tujuan.pesan("luring-perpanjangan-diakhiri").into();
    }
    let sampai: Option<Date> = f.urai("sampai", "luring-perpanjangan-tanggal");
    f.batasi("alasan", 1000);
    let alasan = f.wajib("alasan", "perpanjangan-alasan-wajib");
    let (Some(sampai), Some(alasan), true) = (sampai, alasan, f.sah()) else {
        return tampil_salah(&halaman(&app, &k, &hak, f).await?);
    };
    let nomor = f.nilai("id").parse().unwrap_or_else(|_| PerpanjanganId::baru());
    match periode::perpanjang(&app.store, &hak, nomor, sampai, &alasan).await {
        Ok(()) => tujuan.pesan("luring-perpanjangan-diberi").into(),
        Err(StoreError::Keadaan(kunci)) => {
            f.salahkan("sampai", kunci);
            tampil_salah(&halaman(&app, &k, &hak, f).await?)
        }
        Err(e) => Err(e.into()),
    }
}
