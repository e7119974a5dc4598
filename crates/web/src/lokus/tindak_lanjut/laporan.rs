//! `/lokus/{lokus}/tindak-lanjut/laporan.pdf` and `.xlsx`: the follow-up report as it stands now.

use axum::{extract::State, response::Response};
use store::{hak, id::LokusId};

use super::isi;
use crate::{
    AppState, Error,
    bahasa::Bahasa,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    lokus::lanjutan,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil, unduhan,
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/tindak-lanjut/laporan.pdf", Akses::Masuk, pdf);
    d.get("/lokus/{lokus}/tindak-lanjut/laporan.xlsx", Akses::Masuk, xlsx);
}

async fn laporan(app: &AppState, k: Konteks, pelaku: &hak::Pelaku, id: LokusId) -> Hasil<dokumen::LaporanTindakLanjut> {
    let akses = hak::lokus(&app.store, pelaku, id).await?;
    if !store::lokus::beku(app.store.baca(), id).await? {
        return Err(Error::TidakAda);
    }
    let mut k = lanjutan::konteks(k, &akses.lokus);
    k.bahasa = Bahasa::Id;
    isi::susun(app, &k, &akses.lokus, app.store.sekarang(), None).await
}

async fn pdf(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let l = laporan(&app, k, &pelaku, id).await?;
    let nama = format!("tindak-lanjut-{}.pdf", l.unit.kode);
    Ok(tampil::pdf(app.pencetak.cetak(l).await?, &nama))
}

async fn xlsx(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil<Response> {
    let l = laporan(&app, k, &pelaku, id).await?;
    Ok(unduhan::kirim(unduhan::XLSX, &format!("tindak-lanjut-{}.xlsx", l.unit.kode), isi::buku(&l)?))
}
