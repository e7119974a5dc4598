//! A form that arrived after the session had ended. Nothing is kept on the server: the typed values travel through the
//! login form (which only our own pages may send) and come back on a page that shows them and asks to send them.
//! Passwords and files are left out; a file has to be chosen again. A form that could not be saved (`middleware::ulang`)
//! comes back in the same way.

use std::borrow::Cow;

use askama::{Template, filters::HtmlSafe};
use axum::{
    body::to_bytes,
    extract::{DefaultBodyLimit, FromRequest as _, Multipart, Request},
    http::{Method, StatusCode, header},
    response::{IntoResponse as _, Response},
};

use super::{Halaman, medan, perbuatan};
use crate::{
    AppState,
    error::Hasil,
    formulir::{self, Formulir},
    komponen::Nada,
    konteks::Konteks,
    kuki,
    middleware::{bagian::terjaga, permintaan::Permintaan, ulang::Terkirim},
    tampil::tampil,
};

/// A form with several files of 20 MB; more is refused unread.
const KIRIMAN_MAKS: usize = 200 * 1024 * 1024;

pub(crate) struct Tertahan {
    /// Where the form was going: a path of our own.
    pub ke: String,
    /// The body as it was sent, without passwords.
    pub isi: String,
    pub pasangan: Vec<(String, String)>,
    /// The form had files, which are not kept: it is sent in the same way again, and comes back to have them chosen.
    pub berkas: bool,
    /// Fields in which files were chosen, and whether more than one, where they are chosen again on the page that shows this; otherwise the
    /// form's own page comes back for it.
    pub pilih: Option<Vec<(String, bool)>>,
}

#[derive(Template)]
#[template(path = "masuk/tertahan.html")]
struct HalamanTertahan<'a> {
    k: &'a Konteks,
    tertahan: &'a Tertahan,
    /// Catalogue key of what happened.
    isi: &'static str,
    /// The unit and period it is about.
    tempat: Option<String>,
}

/// What was typed, to be read and sent again.
#[derive(Template)]
#[template(path = "masuk/kiriman.html")]
pub(crate) struct Kiriman<'a> {
    k: &'a Konteks,
    tertahan: &'a Tertahan,
    /// Catalogue keys of the two buttons.
    kirim: &'static str,
    buang: &'static str,
    tempat: Option<&'a str>,
}

impl HtmlSafe for Kiriman<'_> {}

impl<'a> Kiriman<'a> {
    pub fn di(mut self, tempat: Option<&'a str>) -> Self {
        self.tempat = tempat;
        self
    }

    /// What the person typed, without the fields that the page itself put in.
    fn terlihat(&self) -> impl Iterator<Item = &(String, String)> {
        self.tertahan.terlihat()
    }

    fn label(&self, nama: &str) -> String {
        medan::label(self.k, &self.tertahan.ke, nama)
    }

    /// A date as people write it, anything else as it was typed.
    fn nilai<'n>(&self, nilai: &'n str) -> Cow<'n, str> {
        nilai.parse::<jiff::civil::Date>().ok().filter(|_| nilai.len() == 10).map_or(nilai.into(), |h| self.k.tanggal(&h).into())
    }
}

/// Operation ids, base versions and signs of content are ours and mean nothing to a reader.
fn milik_halaman(nama: &str) -> bool {
    let pokok = pisah(nama).0.trim_end_matches(|c: char| c.is_ascii_digit());
    let akhir = pokok.rsplit(['-', '_']).next().unwrap_or_default();
    nama.starts_with('_')
        || matches!(
            pokok,
            "op" | "versi"
                | "asal"
                | "simpan"
                | "bundel"
                | "sidik"
                | "pakai"
                | "pengiriman"
                | "ke"
                | "kembali"
                | "dilihat"
                | "stempel"
                | "kiriman"
        )
        || akhir == "id"
}

fn rahasia(nama: &str) -> bool {
    nama.contains("sandi") || nama.contains("password") || matches!(nama, "ulangi" | "nik" | "kode-masuk" | "_tunda")
}

/// A field name without the number of its indicator, and that number (empty when there is none).
pub(super) fn pisah(nama: &str) -> (&str, &str) {
    match nama.rsplit_once('-') {
        Some((pokok, nomor)) if !nomor.is_empty() && nomor.chars().all(|c| c.is_ascii_digit()) => (pokok, nomor),
        _ => (nama, ""),
    }
}

impl Tertahan {
    fn baru(ke: &str, pasangan: impl Iterator<Item = (String, String)>, berkas: bool) -> Option<Self> {
        let ke = kuki::jalur_sendiri(ke)?.to_owned();
        let pasangan: Vec<(String, String)> = pasangan.filter(|(nama, _)| !rahasia(nama)).collect();
        if pasangan.is_empty() {
            return None;
        }
        let isi = formulir::rangkai(&pasangan);
        Some(Self { ke, isi, pasangan, berkas, pilih: None })
    }

    /// A form that was not saved, to send once more; `None` for one that would be sent without its password.
    pub fn ulang(ke: &str, isi: &Terkirim) -> Option<Self> {
        let (pasangan, pilih): (Vec<_>, _) = match isi {
            Terkirim::Biasa(isi) => (formulir::urai(&String::from_utf8_lossy(isi)).collect(), None),
            Terkirim::Berkas(isian) => {
                let mut pilih: Vec<(String, bool)> = Vec::new();
                for nama in &isian.berkas {
                    match pilih.iter_mut().find(|(n, _)| n == nama) {
                        Some((_, banyak)) => *banyak = true,
                        None => pilih.push((nama.clone(), false)),
                    }
                }
                (isian.pasangan.clone(), Some(pilih))
            }
        };
        if pasangan.iter().any(|(nama, _)| rahasia(nama)) {
            return None;
        }
        let t = Self::baru(ke, pasangan.into_iter(), pilih.is_some())?;
        Some(Self { pilih, ..t })
    }

    /// What the person typed, without the fields that the page itself put in.
    pub fn terlihat(&self) -> impl Iterator<Item = &(String, String)> {
        let teknis = |nilai: &str| nilai.parse::<uuid::Uuid>().is_ok();
        self.pasangan.iter().filter(move |(nama, nilai)| !milik_halaman(nama) && !nilai.trim().is_empty() && !teknis(nilai))
    }

    pub fn kiriman<'a>(&'a self, k: &'a Konteks, kirim: &'static str, buang: &'static str) -> Kiriman<'a> {
        Kiriman { k, tertahan: self, kirim, buang, tempat: None }
    }

    /// What it was going to do, in words; `di` is the unit or period.
    pub fn perbuatan(&self, k: &Konteks, di: Option<&str>) -> Option<String> {
        let apa = k.s(perbuatan::kunci(&self.ke)?);
        Some(match di {
            Some(di) => k.a("perbuatan-ditahan-di", [("apa", apa.into()), ("di", di.into())]),
            None => k.n("perbuatan-ditahan", "apa", apa),
        })
    }

    /// A sentence of the login page, after what it was going to do.
    pub fn dengan(&self, k: &Konteks, kunci: &str) -> String {
        self.perbuatan(k, None).map_or_else(|| k.s(kunci), |apa| format!("{apa}. {}", k.s(kunci)))
    }

    pub fn dari_formulir(f: &Formulir) -> Option<Self> {
        Self::baru(f.nilai("_tertahan-ke"), formulir::urai(f.nilai("_tertahan-isi")), f.nilai("_tertahan-berkas") == "ya")
    }

    /// The page after login.
    pub async fn tampil(&self, app: &AppState, k: &Konteks) -> Hasil<Response> {
        let tempat = perbuatan::tempat(app, k, &self.ke).await;
        tampil(&HalamanTertahan { k, tertahan: self, isi: "masuk-lanjut-isi", tempat })
    }

    /// The page after a proof that was asked for once more.
    pub async fn tampil_ulang(&self, app: &AppState, k: &Konteks) -> Hasil<Response> {
        let tempat = perbuatan::tempat(app, k, &self.ke).await;
        tampil(&HalamanTertahan { k, tertahan: self, isi: "masuk-ulang-lanjut", tempat })
    }

    /// A form that a handler has read already.
    pub fn dari(ke: &str, f: &Formulir) -> Option<Self> {
        Self::baru(ke, f.pasangan().iter().cloned(), false)
    }
}

/// Called by the guard when a visitor sends a form that needs an account: the login page with the form inside, 401.
/// `None` when there is nothing to hold (no form, a script, too large).
pub(crate) async fn tahan(req: Request) -> Option<Response> {
    let app = req.extensions().get::<AppState>()?.clone();
    let permintaan = Permintaan::dari(req.extensions());
    let berkas = match cara(&req)? {
        Cara::Biasa => false,
        Cara::Berkas => true,
    };
    let pasangan = if berkas { teks_multipart(req, app.konfig.batas_isi).await? } else { teks_biasa(req, app.konfig.batas_isi).await? };
    let tertahan = Tertahan::baru(&permintaan.jalur_lengkap(), pasangan.into_iter(), berkas)?;
    let k = Konteks::baru(&app, &permintaan);
    let halaman = Halaman::baru(&k, Formulir::kosong(), Some(tertahan));
    Some((StatusCode::UNAUTHORIZED, tampil(&halaman).ok()?).into_response())
}

enum Cara {
    Biasa,
    Berkas,
}

/// A form sent by a browser's page, not by a script.
fn cara(req: &Request) -> Option<Cara> {
    let kepala = |nama| req.headers().get(nama).and_then(|v| v.to_str().ok()).unwrap_or_default();
    if req.method() != Method::POST || !kepala(header::ACCEPT).contains("text/html") {
        return None;
    }
    match kepala(header::CONTENT_TYPE) {
        t if t.starts_with("application/x-www-form-urlencoded") => Some(Cara::Biasa),
        t if t.starts_with("multipart/form-data") => Some(Cara::Berkas),
        _ => None,
    }
}

async fn teks_biasa(req: Request, batas: usize) -> Option<Vec<(String, String)>> {
    let bytes = to_bytes(req.into_body(), batas).await.ok()?;
    let isi: Cow<'_, str> = String::from_utf8_lossy(&bytes);
    Some(formulir::urai(&isi).collect())
}

/// The text fields, `batas` bytes together: nobody is signed in here, so no more is held. Files are read to their end and dropped: a browser
/// listens only after it has sent everything.
async fn teks_multipart(req: Request, batas: usize) -> Option<Vec<(String, String)>> {
    let mut req = terjaga(req);
    DefaultBodyLimit::max(KIRIMAN_MAKS).apply(&mut req);
    let mut kiriman = Multipart::from_request(req, &()).await.ok()?;
    let (mut pasangan, mut panjang) = (Vec::new(), 0);
    while let Some(mut bagian) = kiriman.next_field().await.ok()? {
        let nama = bagian.name().unwrap_or_default().to_owned();
        if bagian.file_name().is_some() {
            continue;
        }
        panjang += nama.len();
        let mut isi = Vec::new();
        while let Some(potong) = bagian.chunk().await.ok()? {
            panjang += potong.len();
            if panjang > batas {
                return None;
            }
            isi.extend_from_slice(&potong);
        }
        pasangan.push((nama, String::from_utf8_lossy(&isi).into_owned()));
    }
    Some(pasangan)
}
