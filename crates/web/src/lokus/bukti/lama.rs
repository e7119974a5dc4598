//! `/lokus/{lokus}/bukti/lama`: evidence of earlier periods by indicator, each with its age; attaching one again (`POST`).

use askama::Template;
use axum::extract::State;
use pekppp::Edisi;
use store::{
    StoreError, Waktu,
    bukti::lama::{self, BuktiLama},
    hak::{self, AksesLokus},
    id::{BuktiId, LokusId, OperasiId},
    lokus::Lokus,
};

use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/bukti/lama", Akses::Masuk, lihat);
    d.post("/lokus/{lokus}/bukti/lama", Akses::Masuk, pakai);
}

/// One indicator with what is offered for it.
struct Bagian {
    kode: String,
    nama: String,
    bukti: Vec<(BuktiLama, String, OperasiId)>,
}

#[derive(Template)]
#[template(path = "lokus/bukti/lama.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    l: &'a Lokus,
    bagian: Vec<Bagian>,
    mengisi: bool,
}

/// Whole months between two times, at least 0.
fn bulan(dari: Waktu, ke: Waktu, zona: &str) -> i64 {
    let (a, b) = (dari.hari(zona), ke.hari(zona));
    let penuh = i64::from(b.year() - a.year()) * 12 + i64::from(b.month() - a.month()) - i64::from(b.day() < a.day());
    penuh.max(0)
}

fn susun(app: &AppState, k: &Konteks, l: &Lokus, edisi: &Edisi, semua: Vec<BuktiLama>) -> Vec<Bagian> {
    let mut hasil: Vec<Bagian> = Vec::new();
    for i in edisi.semua_indikator() {
        let milik: Vec<_> = semua
            .iter()
            .filter(|b| b.indikator == i.kode)
            .map(|b| {
                let umur = [("periode", b.periode.clone().into()), ("bulan", bulan(b.pada, app.store.sekarang(), &l.zona).into())];
                (b.clone(), k.a("salin-bukti-umur", umur), OperasiId::baru())
            })
            .collect();
        if !milik.is_empty() {
            hasil.push(Bagian { kode: i.kode.clone(), nama: i.nama.clone(), bukti: milik });
        }
    }
    hasil
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesLokus, f: Formulir) -> Result<Halaman<'a>, Error> {
    let l = &akses.lokus;
    let edisi = store::edisi::dapat(&app.store, l.edisi()?).await?;
    let semua = lama::daftar(app.store.baca(), l).await?;
    let terkirim = store::f01::pengiriman_hidup(app.store.baca(), l.id).await?.is_some();
    let tutup = store::periode::alasan_tertutup(&app.store, l.periode_id, pekppp::Fase::Pelaksanaan).await?.is_some();
    Ok(Halaman { bagian: susun(app, k, l, &edisi, semua), mengisi: !terkirim && !tutup, k, f, l })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let akses = hak::lokus(&app.store, &pelaku, id).await?.dinilai()?;
    akses.operator()?;
    let k = k.ilustrasi(akses.lokus.ilustrasi == 1).zona(&akses.lokus.zona).bantuan("salin");
    tampil(&halaman(&app, &k, &akses, Formulir::kosong()).await?)
}

async fn pakai(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, mut f: Formulir) -> Hasil {
    let akses = hak::lokus(&app.store, &pelaku, id).await?.dinilai()?;
    let hak = akses.operator()?;
    let bukti: BuktiId = f.nilai("bukti").parse().map_err(|_| Error::TidakAda)?;
    let op = f.nilai("op").parse().unwrap_or_else(|_| OperasiId::baru());
    match lama::pakai(&app.store, &hak, op, bukti).await {
        Ok(_) => Alih::ke(format!("/lokus/{id}/bukti/lama")).pesan("salin-bukti-dipakai").into(),
        Err(StoreError::Keadaan(kunci)) => {
            f.salahkan("bukti", kunci);
            let k = k.ilustrasi(akses.lokus.ilustrasi == 1).zona(&akses.lokus.zona).bantuan("salin");
            tampil_salah(&halaman(&app, &k, &akses, f).await?)
        }
        Err(e) => Err(e.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn age_counts_whole_months_of_the_office() {
        let w = |t: &str| Waktu(t.parse::<jiff::Timestamp>().unwrap().as_microsecond());
        assert_eq!(bulan(w("2023-01-31T01:00:00Z"), w("2024-03-30T01:00:00Z"), "WIB"), 13);
        assert_eq!(bulan(w("2023-01-31T01:00:00Z"), w("2024-03-31T01:00:00Z"), "WIB"), 14);
        // 23.00 UTC is the next day in the office.
        assert_eq!(bulan(w("2023-01-31T01:00:00Z"), w("2024-03-30T23:00:00Z"), "WIB"), 14);
        assert_eq!(bulan(w("2024-05-01T01:00:00Z"), w("2024-03-31T01:00:00Z"), "WIB"), 0);
    }
}
