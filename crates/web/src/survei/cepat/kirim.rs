//! `POST` of an answer: read it, look at its stamp and its source, hand it to the store's writer, answer. Every refusal
//! gives the form back with what was typed, or a precise word to the script of the page.

use std::net::IpAddr;

use axum::{
    body::to_bytes,
    extract::Request,
    http::{StatusCode, header},
    response::Response,
};
use skm::kualitas::lurus;
use store::{
    StoreError, Waktu,
    ronde::masukan::{Terima, Tolak},
};

use super::{BATAS_ISI, balas::Balas, lihat, minta::Minta, muat::Survei};
use crate::{
    AppState, Error,
    error::Hasil,
    survei::{
        bahasa::BahasaSurvei,
        isian::{Cara, Pesan},
        kepala::Jenis,
        laju::Putusan,
        pow,
        stempel::{Sah, Salah as StempelSalah},
        tanda::{self, Tanda},
        terima::{self, Terbaca, medan},
        urai::{Pasangan, Tulisan, urai},
    },
};

pub async fn f03(masuk: lihat::Masuk, req: Request) -> Hasil {
    kirim(masuk, Jenis::F03, req).await
}

pub async fn skm(masuk: lihat::Masuk, req: Request) -> Hasil {
    kirim(masuk, Jenis::Skm, req).await
}

/// Answers under one stamp that one proof of work pays for.
const SEKALI_KERJA: i64 = 3;

async fn kirim((app, minta, token): lihat::Masuk, jenis: Jenis, req: Request) -> Hasil {
    let (app, minta, token) = (app.0, minta.0, token.0);
    let tulisan = tulisan(&req)?;
    let isi = to_bytes(req.into_body(), BATAS_ISI).await.map_err(|e| terbaca(&e))?;
    let muatan = lihat::ambil(&app, &minta, jenis, &token).await?;
    let Some(survei) = &muatan.survei else { return lihat::tidak_ada(&minta, jenis, &token) };
    let pasangan = urai(tulisan, &isi).ok_or_else(|| Error::Rusak("an answer that cannot be read".into()))?;
    let bahasa = BahasaSurvei::dari_kode(medan(&pasangan, "bahasa")).unwrap_or(minta.bahasa);
    let balas = Balas { app: &app, minta: &minta, survei, pasangan: &pasangan, bahasa, json: tulisan == Tulisan::Json };
    let hasil = proses(&app, &minta, survei, &pasangan, &balas).await;
    match hasil {
        Ok((diterima, cara)) => {
            app.survei.hitung(true);
            balas.terima_kasih(diterima, &cara)
        }
        Err(Jadi::Halaman(jadi)) => {
            app.survei.hitung(false);
            *jadi
        }
        Err(Jadi::Tertutup) => {
            app.survei.hitung(false);
            // What is kept may still say that it is open.
            app.survei.lupakan(survei.id);
            let muatan = lihat::ambil(&app, &minta, jenis, &token).await?;
            balas.tertutup(&muatan)
        }
    }
}

/// A refusal: the finished answer, or that the round is closed.
enum Jadi {
    Halaman(Box<Hasil>),
    Tertutup,
}

impl From<Hasil> for Jadi {
    fn from(h: Hasil) -> Self {
        Self::Halaman(Box::new(h))
    }
}

async fn proses(
    app: &AppState,
    minta: &Minta,
    survei: &Survei,
    pasangan: &Pasangan<'_>,
    balas: &Balas<'_>,
) -> Result<(Terima, Cara), Jadi> {
    let kini = app.store.sekarang();
    let teks_stempel = medan(pasangan, "stempel");
    let stempel = app.survei.stempel.periksa(&survei.token, teks_stempel, kini);
    let putusan = app.survei.laju.ambil(survei.id, minta.alamat, kini, ketat(app, survei, pasangan, stempel.ok(), (minta.alamat, kini)));
    if let Putusan::Nanti(detik) = putusan {
        app.survei.laju.tolak(survei.id, minta.alamat, kini);
        return Err(balas.lagi(StatusCode::TOO_MANY_REQUESTS, Pesan::TerlaluBanyak, detik).into());
    }
    let stempel = match stempel {
        Ok(sah) => sah,
        Err(StempelSalah::Palsu) => {
            app.survei.laju.tolak(survei.id, minta.alamat, kini);
            return Err(balas.stempel(StatusCode::FORBIDDEN, Pesan::StempelPalsu).into());
        }
        Err(StempelSalah::Usang) => return Err(balas.stempel(StatusCode::UNPROCESSABLE_ENTITY, Pesan::StempelLama).into()),
    };
    let terbaca = terima::baca(survei, pasangan).map_err(|salah| Jadi::from(balas.salah(salah)))?;
    let cara = terima::cara(pasangan);
    let mut tanda = terima::tanda_stempel(survei, &stempel);
    tanda.bila(Tanda::BERUNTUN, putusan == Putusan::Beruntun);
    tandai(app, survei, &terbaca, &stempel, &mut tanda, kini);
    let masukan = terima::masukan(survei, terbaca, &cara, tanda, kini.hari(&survei.zona));
    match app.store.penulis().terima(masukan).await {
        Ok(diterima) => Ok((diterima, cara)),
        Err(Tolak::Tertutup) => Err(Jadi::Tertutup),
        // The page was kept and filled in a second time: it is another answer, so it gets an id of its own.
        Err(Tolak::OperasiLain) => Err(balas.lain().into()),
        Err(Tolak::TautanTakBerlaku) => Err(balas.tautan_mati().into()),
        Err(Tolak::Penuh | Tolak::Rusak(StoreError::Sibuk | StoreError::DiskPenuh)) => {
            Err(balas.lagi(StatusCode::SERVICE_UNAVAILABLE, Pesan::Penuh, 2).into())
        }
        Err(Tolak::Rusak(e)) => Err(Hasil::<Response>::Err(e.into()).into()),
    }
}

/// Marks that need a look at what was sent before.
fn tandai(app: &AppState, survei: &Survei, t: &Terbaca, stempel: &Sah, tanda: &mut Tanda, kini: Waktu) {
    let laju = &app.survei.laju;
    tanda.bila(Tanda::LURUS, lurus(&t.nilai));
    tanda.bila(Tanda::STEMPEL_ULANG, laju.pakai_stempel(survei.id, stempel.acak, kini) > tanda::STEMPEL_WAJAR);
    if let Some(saran) = t.saran.as_deref().filter(|s| s.chars().count() >= tanda::SARAN_PENDEK) {
        tanda.bila(Tanda::SARAN_SAMA, laju.pakai_saran(survei.id, saran, kini) > tanda::SARAN_WAJAR);
    }
}

/// Whether the source gets the small bucket: it must work (the round is attacked, or it was refused too often) and this page brings no work of its own.
fn ketat(app: &AppState, survei: &Survei, pasangan: &Pasangan<'_>, stempel: Option<Sah>, (alamat, kini): (IpAddr, Waktu)) -> bool {
    let laju = &app.survei.laju;
    laju.diserang(survei.id, alamat, kini)
        && !stempel.is_some_and(|s| {
            pow::sah(medan(pasangan, "stempel"), medan(pasangan, "kerja")) && laju.pakai_kerja(survei.id, s.acak, kini) <= SEKALI_KERJA
        })
}

fn tulisan(req: &Request) -> Result<Tulisan, Error> {
    let teks = |nama| req.headers().get(nama).and_then(|v| v.to_str().ok());
    if teks(header::CONTENT_LENGTH).and_then(|v| v.parse::<usize>().ok()).is_some_and(|n| n > BATAS_ISI) {
        return Err(Error::TerlaluBesar);
    }
    teks(header::CONTENT_TYPE).and_then(Tulisan::dari).ok_or(Error::JenisLain)
}

/// A body that could not be read: too long, or cut off by a client that went away.
fn terbaca(e: &axum::Error) -> Error {
    let mut sebab: Option<&dyn std::error::Error> = Some(e);
    while let Some(satu) = sebab {
        if satu.is::<http_body_util::LengthLimitError>() {
            return Error::TerlaluBesar;
        }
        sebab = satu.source();
    }
    Error::Rusak(e.to_string())
}
