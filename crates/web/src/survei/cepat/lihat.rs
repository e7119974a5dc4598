//! `GET` of a public survey: the questions, the thanks, and what is said when there is no survey or it is closed.

use std::{net::IpAddr, sync::Arc};

use axum::{
    Extension,
    body::{Body, Bytes},
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};

use super::{
    gzip::Sisipan,
    minta::Minta,
    muat::Survei,
    tembolok::{Muatan, Rupa, TOKEN},
};
use crate::{
    AppState, Error,
    error::Hasil,
    survei::{
        bahasa::BahasaSurvei,
        halaman::{self, PENANDA_ID, PENANDA_STEMPEL},
        isian::{Cara, Isian},
        kepala::Jenis,
        pow,
        tautan::{self, TautanMati},
        terima_kasih, tertutup,
    },
    tampil::Alih,
};

/// What every handler of this area takes.
pub type Masuk = (State<AppState>, Extension<Arc<Minta>>, Path<String>);

pub async fn f03(masuk: Masuk) -> Hasil {
    isian(masuk, Jenis::F03, false).await
}

pub async fn skm(masuk: Masuk) -> Hasil {
    isian(masuk, Jenis::Skm, false).await
}

pub async fn kios_skm(masuk: Masuk) -> Hasil {
    isian(masuk, Jenis::Skm, true).await
}

pub async fn terima_kasih_skm(masuk: Masuk) -> Hasil {
    terima_kasih(masuk, Jenis::Skm).await
}

pub async fn ke_isian_skm(Path(token): Path<String>) -> Hasil {
    Alih::ke(format!("/skm/{token}")).into()
}

pub async fn kios_f03(masuk: Masuk) -> Hasil {
    isian(masuk, Jenis::F03, true).await
}

pub async fn terima_kasih_f03(masuk: Masuk) -> Hasil {
    terima_kasih(masuk, Jenis::F03).await
}

/// The address of a page that came back with faults, opened anew.
pub async fn ke_isian_f03(Path(token): Path<String>) -> Hasil {
    Alih::ke(format!("/f03/{token}")).into()
}

/// The survey behind a link; the ordinary limit of requests holds only where the database is asked.
pub(super) async fn ambil(app: &AppState, minta: &Minta, jenis: Jenis, token: &str) -> Result<Arc<Muatan>, Error> {
    app.survei.tembolok.ambil(app, jenis, token, || app.laju.boleh(minta.alamat)).await
}

async fn isian((State(app), Extension(minta), Path(token)): Masuk, jenis: Jenis, kios: bool) -> Hasil {
    let muatan = ambil(&app, &minta, jenis, &token).await?;
    let Some(survei) = &muatan.survei else { return tidak_ada(&minta, jenis, &token) };
    if survei.tertutup.is_some() {
        return tutup(&minta, &muatan, survei, StatusCode::OK);
    }
    let kini = app.store.sekarang();
    let kerja = if app.survei.laju.diserang(survei.id, minta.alamat, kini) { pow::BIT_HALAMAN } else { 0 };
    let bahasa = minta.bahasa;
    let halaman = muatan.halaman(Rupa::Isian { bahasa, kios, kerja }, || {
        let mut q = survei.kuesioner(bahasa);
        q.kerja = kerja;
        let cara = if kios { Cara::Kios } else { Cara::Biasa };
        sisipan(&halaman::halaman(&q, &Isian { cara, ..Isian::default() })?)
    })?;
    let (id, stempel) = (store::ronde::id_jawaban().to_string(), app.survei.stempel.buat(&survei.token, kini));
    let mut response = kirim(&minta, &halaman, &[&id, &stempel]);
    // Going back shows the very page that was sent, with its answer id, so that sending it again counts nothing twice.
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    Ok(response)
}

async fn terima_kasih((State(app), Extension(minta), Path(token)): Masuk, jenis: Jenis) -> Hasil {
    let muatan = ambil(&app, &minta, jenis, &token).await?;
    let Some(survei) = &muatan.survei else { return tidak_ada(&minta, jenis, &token) };
    let (bahasa, sesudah) = (minta.bahasa, minta.sesudah);
    let buat = || sisipan(&terima_kasih::terima_kasih(&survei.kepala(bahasa), sesudah)?);
    Ok(kirim(&minta, &*muatan.halaman(Rupa::TerimaKasih { bahasa, sesudah }, buat)?, &[]))
}

/// `/skm/{token}/s/{rahasia}`: behind a one-use link; made for one person, so never kept.
pub async fn sekali(
    State(app): State<AppState>,
    Extension(minta): Extension<Arc<Minta>>,
    Path((token, rahasia)): Path<(String, String)>,
) -> Hasil {
    // Guessing links is limited like any page that asks the database.
    if !app.laju.boleh(minta.alamat) {
        return Err(Error::TerlaluSering);
    }
    let muatan = ambil(&app, &minta, Jenis::Skm, &token).await?;
    let Some(survei) = &muatan.survei else { return tidak_ada(&minta, Jenis::Skm, &token) };
    if survei.tertutup.is_some() {
        return tutup(&minta, &muatan, survei, StatusCode::OK);
    }
    let hari = app.store.sekarang().hari(&survei.zona);
    let sidik = store::skm::tautan::sidik(&rahasia);
    let Some(berlaku) = store::skm::tautan::berlaku(app.store.baca(), survei.id, &sidik, hari).await? else {
        let teks = tautan::mati(&survei.kepala(minta.bahasa), TautanMati::Dipakai)?;
        return Ok(html(StatusCode::GONE, teks.into()));
    };
    let isian = Isian { cara: Cara::Tautan(rahasia), layanan: berlaku.layanan, ..Isian::default() };
    let mut response = html(StatusCode::OK, sendiri(&app, survei, (minta.bahasa, minta.alamat), &isian, None)?.into());
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    Ok(response)
}

/// The page of a survey that takes no answers.
pub(super) fn tutup(minta: &Minta, muatan: &Muatan, survei: &Survei, status: StatusCode) -> Hasil {
    let bahasa = minta.bahasa;
    let Some(sebab) = &survei.tertutup else { return Err(Error::Bentrok("umum-409-versi")) };
    let buat = || sisipan(&tertutup::tertutup(&survei.kepala(bahasa), sebab, survei.hasil.as_deref())?);
    let mut response = kirim(minta, &*muatan.halaman(Rupa::Tertutup { bahasa }, buat)?, &[]);
    *response.status_mut() = status;
    Ok(response)
}

pub(super) fn tidak_ada(minta: &Minta, jenis: Jenis, token: &str) -> Hasil {
    if minta.json {
        return Err(Error::TidakAda);
    }
    // The page links to itself in other languages: of an endless address it repeats only the beginning.
    let token: String = token.chars().take(TOKEN).collect();
    Ok(html(StatusCode::NOT_FOUND, tertutup::tidak_ada(jenis, &token, minta.bahasa)?.into()))
}

fn sisipan(teks: &str) -> Result<Sisipan, Error> {
    Sisipan::baru(teks, &[PENANDA_ID, PENANDA_STEMPEL]).map_err(|e| Error::Dalam(e.to_string()))
}

fn kirim(minta: &Minta, halaman: &Sisipan, nilai: &[&str]) -> Response {
    let isi = if minta.gzip { halaman.gzip(nilai) } else { halaman.polos(nilai) };
    let mut response = html(StatusCode::OK, isi);
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding, accept-language"));
    if minta.gzip {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}

pub(in crate::survei) fn html(status: StatusCode, isi: Bytes) -> Response {
    (status, [(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))], Body::from(isi)).into_response()
}

/// A page that is made for one visitor only: with faults, or behind a one-use link.
pub(super) fn sendiri(
    app: &AppState,
    survei: &Survei,
    (bahasa, alamat): (BahasaSurvei, IpAddr),
    isian: &Isian,
    stempel: Option<&str>,
) -> Result<String, Error> {
    let kini = app.store.sekarang();
    let mut q = survei.kuesioner(bahasa);
    q.kerja = if app.survei.laju.diserang(survei.id, alamat, kini) { pow::BIT_HALAMAN } else { 0 };
    if let Some(nomor) = isian.layanan {
        q.hanya_layanan(nomor);
    }
    let teks = halaman::halaman(&q, isian)?;
    // What was typed is escaped by the template, but may spell a marker: the page's own ones come first.
    let stempel = stempel.map_or_else(|| app.survei.stempel.buat(&survei.token, kini), str::to_owned);
    Ok(teks.replacen(PENANDA_ID, &store::ronde::id_jawaban().to_string(), 1).replacen(PENANDA_STEMPEL, &stempel, 1))
}
