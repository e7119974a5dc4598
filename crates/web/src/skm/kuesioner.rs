//! `/survei/{ronde}/kuesioner`: the form for those without a phone, to print and hand out. Its questions stand in the order
//! of the columns that `kertas` types.

use axum::extract::State;
use dokumen::{
    KuesionerSkm,
    masukan::{BidangSkm, JawabanSkm, PertanyaanSkm},
};
use skm::edisi::JenisProfil;
use store::{edisi, hak, id::RondeId, skm as ronde_skm};

use super::{poster, profil};
use crate::{AppState, error::Hasil, jalur::Jalur, konteks::Konteks, pelaku::Orang, rute::Daftar, tampil::pdf};

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}/kuesioner", super::PEMBACA, cetak);
}

async fn cetak(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>) -> Hasil {
    let ronde = hak::ronde_skm(&app.store, &pelaku, id).await?.ronde;
    let k = super::konteks(k, &ronde);
    let edisi = edisi::skm(&app.store, &ronde.edisi).await?;
    let layanan = ronde_skm::layanan(app.store.baca(), id).await?;
    let susunan = ronde.susunan(&edisi)?;
    let pertanyaan = susunan.pertanyaan().iter().map(|(_, p)| PertanyaanSkm {
        teks: p.teks.clone(),
        jawaban: edisi.skala.nilai().zip(&p.jawaban).map(|(n, teks)| JawabanSkm { nilai: n.to_string(), teks: teks.clone() }).collect(),
    });
    // A field without options (no services named) asks nothing.
    let profil = profil::bidang(&edisi, &layanan).into_iter().filter(|b| !b.opsi.is_empty()).map(|b| BidangSkm {
        wajib: b.jenis == JenisProfil::Layanan || edisi.cari_profil(b.kunci).is_some_and(|p| p.wajib),
        label: b.label,
        opsi: b.opsi.into_iter().map(|(_, label)| label).collect(),
    });
    let (url, url_pendek) = super::alamat(&app, &ronde);
    let lembar = KuesionerSkm {
        kepala: poster::kepala(&k, &ronde),
        unit: ronde.unit.clone(),
        ronde: ronde.nama.clone(),
        sampai: k.hari(&ronde.sampai),
        pertanyaan: pertanyaan.collect(),
        profil: profil.collect(),
        url,
        url_pendek: Some(url_pendek),
    };
    Ok(pdf(app.pencetak.cetak(lembar).await?, &format!("kuesioner-{}.pdf", ronde.kode)))
}
