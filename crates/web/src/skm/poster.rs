//! `/survei/{ronde}/poster?ukuran=a4|a5`: what is printed and hung up.

use axum::extract::{Query, State};
use dokumen::{Kepala, PosterSkm, masukan::Ukuran};
use store::{edisi, hak, id::RondeId, skm::RondeSkm};

use crate::{AppState, Error, error::Hasil, jalur::Jalur, konteks::Konteks, pelaku::Orang, rute::Daftar, tampil::pdf};

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}/poster", super::PEMBACA, cetak);
}

#[derive(serde::Deserialize)]
struct Kueri {
    ukuran: Option<String>,
}

/// The head of a printed page about a round.
#[must_use]
pub fn kepala(k: &Konteks, r: &RondeSkm) -> Kepala {
    Kepala {
        instansi: r.instansi.clone(),
        perangkat: None,
        nomor: None,
        dibuat: r.dibuat.timestamp(),
        dibuat_teks: k.waktu(&r.dibuat),
        ilustrasi: k.ilustrasi,
        verifikasi: None,
    }
}

/// Questions that the round asks.
///
/// # Errors
/// When the stored round does not fit its edition.
pub async fn pertanyaan(app: &AppState, r: &RondeSkm) -> Hasil<usize> {
    let edisi = edisi::skm(&app.store, &r.edisi).await?;
    Ok(edisi.unsur.iter().filter(|u| r.unsur.contains(&u.kunci)).map(|u| u.pertanyaan.len()).sum())
}

async fn cetak(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>, Query(q): Query<Kueri>) -> Hasil {
    let ronde = hak::ronde_skm(&app.store, &pelaku, id).await?.ronde;
    let (ukuran, nama) = match q.ukuran.as_deref() {
        None | Some("a4") => (Ukuran::A4, "a4"),
        Some("a5") => (Ukuran::A5, "a5"),
        Some(_) => return Err(Error::TidakAda),
    };
    let k = super::konteks(k, &ronde);
    let pertanyaan = pertanyaan(&app, &ronde).await?;
    let (url, url_pendek) = super::alamat(&app, &ronde);
    let poster = PosterSkm {
        kepala: kepala(&k, &ronde),
        ukuran,
        unit: ronde.unit.clone(),
        ronde: ronde.nama.clone(),
        url,
        url_pendek,
        lama: super::lama(&k, pertanyaan),
        jumlah_pertanyaan: pertanyaan.to_string(),
        mulai: k.hari(&ronde.mulai),
        sampai: k.hari(&ronde.sampai),
    };
    Ok(pdf(app.pencetak.cetak(poster).await?, &format!("poster-{}-{nama}.pdf", ronde.kode)))
}
