//! All datasets, read a page at a time from the database while they are sent, so that memory holds a page and not the catalogue. A fault in
//! the middle cuts the line: a catalogue that ends early is none.

use std::io;

use axum::{
    body::{Body, Bytes},
    http::{HeaderName, header},
    response::{IntoResponse as _, Response},
};
use futures_util::{StreamExt as _, stream};
use serde_json::Value;
use store::{
    penerbitan::{self, Terbitan},
    skm::terbit,
};
use uuid::Uuid;

use super::dataset;
use crate::{AppState, Error, bahasa::Bahasa, error::Hasil};

/// Periods and surveys of one page. The frozen text of a survey has some ten thousand bytes.
const PERIODE: i64 = 500;
const SURVEI: i64 = 100;

/// How datasets are written: what stands before the first, one of them, and what stands behind so many.
pub(super) struct Bentuk {
    pub awal: String,
    pub satu: fn(&Value) -> Value,
    pub akhir: fn(usize) -> String,
}

/// What comes next.
enum Letak {
    Periode(Option<Box<Terbitan>>),
    Survei(Option<Uuid>),
    Layanan,
    Selesai,
}

struct Kini {
    app: AppState,
    bentuk: Bentuk,
    letak: Letak,
    sudah: usize,
}

/// Open data: any site may read it. The first page is read before the answer begins, so that a database that is away is told as everywhere.
pub(super) async fn kirim(app: AppState, tipe: &'static str, bentuk: Bentuk) -> Hasil<Response> {
    let awal = bentuk.awal.clone();
    let mut kini = Kini { app, bentuk, letak: Letak::Periode(None), sudah: 0 };
    let pertama = awal + &kini.lanjut().await?;
    let sisa = stream::unfold(Some(kini), |kini| async {
        let mut kini = kini?;
        if matches!(kini.letak, Letak::Selesai) {
            return None;
        }
        match kini.lanjut().await {
            Ok(teks) => Some((Ok(Bytes::from(teks)), Some(kini))),
            Err(e) => {
                tracing::error!(error = %e, "the catalogue of open data ends early");
                Some((Err(io::Error::other(e)), None))
            }
        }
    });
    let isi = Body::from_stream(stream::iter([Ok(Bytes::from(pertama))]).chain(sisa));
    let kepala = [
        (header::CONTENT_TYPE, tipe),
        (header::CACHE_CONTROL, "public, max-age=300"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"),
    ];
    Ok((kepala, isi).into_response())
}

impl Kini {
    /// The next page as text; the last one brings the end.
    async fn lanjut(&mut self) -> Result<String, Error> {
        let (b, app) = (Bahasa::default(), &self.app);
        let (isi, lalu) = match &self.letak {
            Letak::Periode(setelah) => {
                let mut terbit = penerbitan::di_belakang(&app.store, setelah.as_deref(), PERIODE).await?;
                let isi = terbit.iter().map(|t| dataset::periode(app, b, t)).collect();
                (isi, terbit.pop().map_or(Letak::Survei(None), |t| Letak::Periode(Some(Box::new(t)))))
            }
            Letak::Survei(setelah) => {
                let semua = terbit::ringkas(&app.store, *setelah, SURVEI).await?;
                let lalu = semua.last().map_or(Letak::Layanan, |t| Letak::Survei(Some(t.0)));
                (semua.iter().map(|(_, pada, t)| dataset::survei(app, b, t, *pada)).collect(), lalu)
            }
            Letak::Layanan => (dataset::layanan(app, b).await?.into_iter().collect(), Letak::Selesai),
            Letak::Selesai => (Vec::new(), Letak::Selesai),
        };
        self.letak = lalu;
        Ok(self.tulis(&isi))
    }

    fn tulis(&mut self, isi: &[Value]) -> String {
        let mut teks = String::new();
        for d in isi {
            if self.sudah > 0 {
                teks.push(',');
            }
            self.sudah += 1;
            teks.push_str(&(self.bentuk.satu)(d).to_string());
        }
        if matches!(self.letak, Letak::Selesai) {
            teks.push_str(&(self.bentuk.akhir)(self.sudah));
        }
        teks
    }
}
