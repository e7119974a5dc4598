//! `/lokus/{lokus}/f03/poster` and `/kuesioner`: what is printed and hung up or handed out.

use axum::extract::State;
use dokumen::{Dokumen, KuesionerF03, PosterF03, masukan::PernyataanF03};
use pekppp::Edisi;
use store::{
    StoreError, edisi,
    id::LokusId,
    ronde::{self, Ronde},
};

use super::ringkasan::alamat;
use crate::{
    AppState,
    error::Hasil,
    format::alamat_pendek,
    jalur::Jalur,
    konteks::Konteks,
    lokus::hasil::cetak::{Cetak, periode},
    pelaku::Orang,
    rute::{Akses, Daftar},
    survei::kuesioner::menit,
    tampil::pdf,
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/f03/poster", Akses::Masuk, poster);
    d.get("/lokus/{lokus}/f03/kuesioner", Akses::Masuk, kuesioner);
}

async fn poster(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let lokus = store::hak::lokus_survei(&app.store, &pelaku, id).await?.lokus;
    let ronde = ronde::dari_lokus(app.store.baca(), id).await?.ok_or(StoreError::TidakDitemukan)?;
    let edisi = edisi::dapat(&app.store, &ronde.edisi).await?;
    let (url, url_pendek) = alamat_cetak(&app, &ronde);
    let cetak = Cetak::baru(&app, &lokus).await?;
    let poster = PosterF03 {
        kepala: cetak.kepala_lepas(ronde.dibuat),
        periode: periode(&lokus, &edisi),
        unit: cetak.unit(&lokus),
        url,
        url_pendek,
        lama: k.jumlah("f03-poster-lama", menit(edisi.f03.pernyataan.len(), 8)),
        jumlah_pernyataan: edisi.f03.pernyataan.len().to_string(),
        sampai: None,
    };
    kirim(&app, poster.into(), &format!("poster-f03-{}.pdf", lokus.kode)).await
}

async fn kuesioner(State(app): State<AppState>, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let lokus = store::hak::lokus_survei(&app.store, &pelaku, id).await?.lokus;
    let ronde = ronde::dari_lokus(app.store.baca(), id).await?.ok_or(StoreError::TidakDitemukan)?;
    let edisi = edisi::dapat(&app.store, &ronde.edisi).await?;
    let (url, url_pendek) = alamat_cetak(&app, &ronde);
    let cetak = Cetak::baru(&app, &lokus).await?;
    let lembar = KuesionerF03 {
        kepala: cetak.kepala_lepas(ronde.dibuat),
        periode: periode(&lokus, &edisi),
        unit: cetak.unit(&lokus),
        pernyataan: edisi.f03.pernyataan.iter().map(|p| pernyataan(&edisi, p)).collect(),
        url: Some(url),
        url_pendek: Some(url_pendek),
    };
    kirim(&app, lembar.into(), &format!("kuesioner-f03-{}.pdf", lokus.kode)).await
}

fn alamat_cetak(app: &AppState, ronde: &Ronde) -> (String, String) {
    let url = alamat(app, ronde);
    let pendek = alamat_pendek(&url);
    (url, pendek)
}

fn pernyataan(edisi: &Edisi, p: &pekppp::Pernyataan) -> PernyataanF03 {
    let kelompok = edisi.aspek.iter().find(|a| a.kunci == p.aspek).map_or_else(|| p.aspek.clone(), |a| a.nama.clone());
    PernyataanF03 { kode: p.id.clone(), kelompok, teks: p.teks.clone() }
}

async fn kirim(app: &AppState, dokumen: Dokumen, nama: &str) -> Hasil {
    Ok(pdf(app.pencetak.cetak(dokumen).await?, nama))
}
