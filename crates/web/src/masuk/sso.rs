//! `/masuk/sso`: to the agency's own sign-in and back; `/masuk/sso/ulang` the same to prove once more who it is. Both begin by a link, since a
//! form may lead nowhere but to ourselves. What the provider needs to know of us is `/masuk/sso/jwks.json`; that a person left there, it
//! posts to `/masuk/sso/keluar`.

use askama::Template;
use axum::{
    Json,
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{AppendHeaders, IntoResponse as _, Redirect, Response},
};
use serde::Deserialize;
use serde_json::json;
use store::sso::{self, Tolak};

use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    komponen::Nada,
    konteks::Konteks,
    kuki,
    middleware::sesi as lapis_sesi,
    pelaku::Orang,
    rute::{Akses, Daftar},
    sso::{Arah, Balasan, Keterangan, Sso, SsoError, Tujuan, UMUR_DETIK},
    tampil::{Alih, tampil},
};

/// Longest path to come back to.
const KEMBALI: usize = 1000;

pub fn rute(d: &mut Daftar) {
    d.get("/masuk/sso", Akses::Publik, berangkat);
    d.get("/masuk/sso/kembali", Akses::Publik, pulang);
    d.get("/masuk/sso/jwks.json", Akses::Publik, jwks);
    d.get("/masuk/sso/ulang", Akses::Masuk, ulang);
    d.post("/masuk/sso/keluar", Akses::Publik, keluar);
}

fn nama_kuki(https: bool) -> &'static str {
    if https { "__Host-sso" } else { "sso" }
}

fn milik(app: &AppState) -> Result<&Sso, Error> {
    app.sso.as_ref().ok_or(Error::TidakAda)
}

#[derive(Deserialize)]
struct Kueri {
    #[serde(default)]
    kembali: String,
    /// Anything: with another account of the agency than the one that the provider knows in this browser.
    #[serde(default)]
    lain: String,
}

impl Kueri {
    fn kembali(&self) -> &str {
        kuki::jalur_sendiri(&self.kembali).filter(|k| k.len() <= KEMBALI).unwrap_or("/")
    }
}

/// The page of a way that ended before its end.
#[derive(Template)]
#[template(path = "masuk/sso.html")]
struct Gagal<'a> {
    k: &'a Konteks,
    nama: &'a str,
    /// Catalogue key of what to do.
    isi: &'static str,
    kembali: String,
    /// As whom the provider knows the person, where it said so and the person can be another.
    siapa: Option<&'a str>,
}

fn gagal(app: &AppState, k: &Konteks, status: StatusCode, isi: &'static str, kembali: &str) -> Hasil {
    Ok((hapus_kuki(app), halaman(app, k, status, isi, kembali, None)?).into_response())
}

/// The provider knows the person; we do not let him in.
fn tolak(app: &AppState, k: &Konteks, (status, isi): (StatusCode, &'static str), kembali: &str, ket: &Keterangan) -> Hasil {
    let i = ket.identitas();
    let siapa = i.surel.or(i.nama).unwrap_or(i.subjek);
    Ok((hapus_kuki(app), halaman(app, k, status, isi, kembali, Some(siapa))?).into_response())
}

fn halaman(app: &AppState, k: &Konteks, status: StatusCode, isi: &'static str, kembali: &str, siapa: Option<&str>) -> Hasil {
    let nama = app.pintu.sso.as_deref().unwrap_or_default();
    Ok((status, tampil(&Gagal { k, nama, isi, kembali: kembali.to_owned(), siapa })?).into_response())
}

/// What the provider did wrong, for the log, and what the person can do.
fn rusak(app: &AppState, k: &Konteks, e: &SsoError, kembali: &str) -> Hasil {
    tracing::warn!(error = %e, "single sign-on failed");
    let (status, isi) = if e.sementara() {
        (StatusCode::SERVICE_UNAVAILABLE, "masuk-sso-putus")
    } else {
        (StatusCode::UNPROCESSABLE_ENTITY, "masuk-sso-ditolak")
    };
    gagal(app, k, status, isi, kembali)
}

fn hapus_kuki(app: &AppState) -> AppendHeaders<Option<(header::HeaderName, HeaderValue)>> {
    let hapus = kuki::tulis(nama_kuki(app.https()), "", Some(0), app.https());
    AppendHeaders(hapus.map(|h| (header::SET_COOKIE, h)))
}

async fn jwks(State(app): State<AppState>) -> Hasil {
    Ok(Json(milik(&app)?.jwks()).into_response())
}

/// The provider itself calls, not a browser: a logout token, believed by its signature, good once.
async fn keluar(State(app): State<AppState>, f: Formulir) -> Hasil {
    let s = milik(&app)?;
    let hasil = match s.pamit(&app.store, f.nilai("logout_token")).await {
        Ok(p) => sso::keluar(&app.store, p.pamit(&s.konfig.penerbit)).await?.ok_or(SsoError::Ditolak("logout token used before")),
        Err(e) => Err(e),
    };
    let jangan_simpan = [(header::CACHE_CONTROL, "no-store")];
    match hasil {
        Ok(n) => {
            tracing::info!(sessions = n, "the provider ended sessions");
            Ok((jangan_simpan, StatusCode::OK).into_response())
        }
        Err(e) if e.sementara() => {
            tracing::warn!(error = %e, "a logout of the provider could not be checked");
            Ok((jangan_simpan, StatusCode::SERVICE_UNAVAILABLE).into_response())
        }
        Err(e) => {
            tracing::warn!(error = %e, "a logout of the provider was refused");
            Ok((StatusCode::BAD_REQUEST, jangan_simpan, Json(json!({ "error": "invalid_request" }))).into_response())
        }
    }
}

async fn berangkat(State(app): State<AppState>, k: Konteks, Query(q): Query<Kueri>) -> Hasil {
    let ke = q.kembali();
    if k.pelaku.is_some() {
        return Alih::ke(ke).into();
    }
    let tujuan = if q.lain.is_empty() { Tujuan::Masuk } else { Tujuan::OrangLain };
    kirim(&app, &k, tujuan, ke).await
}

async fn ulang(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Kueri>) -> Hasil {
    let sesi = pelaku.sesi.ok_or(Error::BelumMasuk)?;
    kirim(&app, &k, Tujuan::Ulang(sesi), q.kembali()).await
}

async fn kirim(app: &AppState, k: &Konteks, tujuan: Tujuan, kembali: &str) -> Hasil {
    let s = milik(app)?;
    let (alamat, tiket) = match s.berangkat(&app.store, tujuan, kembali).await {
        Ok(jalan) => jalan,
        Err(e) => return rusak(app, k, &e, kembali),
    };
    let kuki = kuki::tulis(nama_kuki(app.https()), &tiket, u64::try_from(UMUR_DETIK).ok(), app.https());
    let kuki = kuki.ok_or_else(|| Error::Dalam("sso cookie".into()))?;
    Ok((AppendHeaders([(header::SET_COOKIE, kuki)]), Redirect::to(&alamat)).into_response())
}

async fn pulang(State(app): State<AppState>, k: Konteks, headers: HeaderMap, Query(b): Query<Balasan>) -> Hasil {
    let s = milik(&app)?;
    let kuki = kuki::baca(&headers, nama_kuki(app.https())).unwrap_or_default();
    let Some((arah, tiket)) = Arah::baca(&app.store, &kuki, &b.state) else {
        // Not the answer to what this browser asked, which may still come.
        return halaman(&app, &k, StatusCode::UNPROCESSABLE_ENTITY, "masuk-sso-basi", "/", None);
    };
    if !b.error.is_empty() || b.code.is_empty() {
        tracing::info!(error = b.error.chars().take(60).collect::<String>(), "the provider refused");
        return gagal(&app, &k, StatusCode::UNPROCESSABLE_ENTITY, "masuk-sso-batal", &arah.kembali);
    }
    let ket = match s.pulang(&app.store, &arah, &b).await {
        Ok(ket) => ket,
        Err(e) => return rusak(&app, &k, &e, &arah.kembali),
    };
    match arah.tujuan {
        Tujuan::Masuk | Tujuan::OrangLain => masuk(&app, &k, &headers, (&arah, &tiket), &ket).await,
        Tujuan::Ulang(sesi) => {
            let Some(pelaku) = k.pelaku.as_ref().filter(|p| p.sesi == Some(sesi)) else {
                return gagal(&app, &k, StatusCode::UNPROCESSABLE_ENTITY, "masuk-sso-basi", &arah.kembali);
            };
            if sso::buktikan(&app.store, pelaku, &tiket, &ket.identitas()).await? {
                let alih = Alih::ke(&*arah.kembali).pesan("masuk-ulang-terbukti").into_response();
                return Ok((hapus_kuki(&app), alih).into_response());
            }
            gagal(&app, &k, StatusCode::UNPROCESSABLE_ENTITY, "masuk-sso-orang-lain", &arah.kembali)
        }
    }
}

async fn masuk(
    app: &AppState,
    k: &Konteks,
    headers: &HeaderMap,
    (arah, tiket): (&Arah, &store::tiket::Tiket),
    ket: &Keterangan,
) -> Hasil<Response> {
    let alamat = k.permintaan.alamat().to_string();
    match sso::masuk(&app.store, tiket, &ket.identitas(), &alamat, lapis_sesi::agen(headers)).await? {
        Ok(token) => {
            let f = Formulir::isi([("kembali", arah.kembali.as_str())]);
            let jawab = super::lanjut(app, k, headers, &token, (&f, None), None).await?;
            Ok((hapus_kuki(app), jawab).into_response())
        }
        Err(sebab) => {
            let isi = match sebab {
                Tolak::Basi => "masuk-sso-basi",
                Tolak::BelumDikenal => "masuk-sso-belum-dikenal",
                Tolak::SurelTakDipercaya => "masuk-sso-surel",
                Tolak::SudahTertaut => "masuk-sso-sudah-tertaut",
                Tolak::Nonaktif => "masuk-sso-nonaktif",
                Tolak::PerluFaktor => "masuk-sso-perlu-faktor",
            };
            tolak(app, k, (StatusCode::FORBIDDEN, isi), &arah.kembali, ket)
        }
    }
}
