//! The list of all routes. A route cannot be registered without saying who may use it, and that coarse check runs before
//! its handler; the list itself is data, so a test walks every route as every role and `docs/HAK.md` is made from it.
//! What a person may do with *this* unit or period is checked inside the handler by the store's capability types.

use std::convert::Infallible;

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request},
    handler::Handler,
    http::{Method, header},
    middleware::{Next, from_fn},
    response::{IntoResponse as _, Response},
    routing::{MethodFilter, MethodRouter, on},
};

use store::{peran::Peran, token_api::Lingkup};

use crate::{
    Error,
    api::{self, operasi::Hak},
    app::AppState,
    masuk::tertahan,
    middleware::{
        bagian,
        kelas::{self, Kelas},
        permintaan::Permintaan,
        replika::{baca, umum},
    },
    tampil::Alih,
};

/// Who may call a route at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Akses {
    /// Anyone, signed in or not.
    Publik,
    /// Anyone who is signed in.
    Masuk,
    /// Signed in with at least one of these roles, in any scope.
    Peran(&'static [Peran]),
}

/// One line of the list.
#[derive(Clone, Debug)]
pub struct Baris {
    pub metode: Method,
    pub jalur: &'static str,
    pub akses: Akses,
}

/// The list as the document `docs/HAK.md`, for people who check who may do what.
#[must_use]
pub fn hak_md(tabel: &[Baris]) -> String {
    let mut hasil = String::from(
        "# Who may call which route\n\nMade from the route registry by a test; do not edit. This is the coarse check before a handler.\n\
         Inside, the store's capability types check the scope (unit, period, instansi, assignment).\n\n\
         | route | method | who |\n|---|---|---|\n",
    );
    let mut baris: Vec<_> = tabel.iter().filter(|b| b.jalur != "/gaya").map(|b| (b.jalur, b.metode.as_str(), siapa(b))).collect();
    baris.sort_unstable();
    for (jalur, metode, siapa) in baris {
        hasil.extend(["| `", jalur, "` | ", metode, " | ", &siapa, " |\n"]);
    }
    hasil + &token_md()
}

/// A row for each scope that a token of a program can have.
fn token_md() -> String {
    let mut hasil = String::from(
        "\n## What a token may do\n\nA token is given for one instansi and until a day (`/admin/token`). What anyone may read is open to a program \
         without one too.\n\n| scope | routes |\n|---|---|\n",
    );
    for lingkup in Lingkup::SEMUA {
        let rute: Vec<String> =
            api::operasi().filter(|o| o.hak == Hak::Token(lingkup)).map(|o| format!("{} `{}`", o.metode.to_uppercase(), o.jalur)).collect();
        // Reading open data is no right of its own: the scope gives it another limit.
        let rute = if rute.is_empty() { "what anyone may read, under a limit of its own".to_owned() } else { rute.join(", ") };
        hasil.extend(["| ", lingkup.kunci(), " | ", &rute, " |\n"]);
    }
    hasil
}

/// Who may call it, in words: the role of a person, or what a program has to show.
fn siapa(b: &Baris) -> String {
    let program = api::operasi().find(|o| o.jalur == b.jalur && o.metode.eq_ignore_ascii_case(b.metode.as_str()));
    match program.map(|o| o.hak) {
        Some(Hak::Token(lingkup)) => format!("a token with the scope {}", lingkup.kunci()),
        Some(Hak::Tenan) => "a token of that tenant".into(),
        Some(Hak::Tanda) => "who signs as the payment provider".into(),
        _ if b.jalur == "/metrics" => "who shows the word of `[metrik]`; none while it is not set".into(),
        Some(Hak::Siapa) | None => b.akses.teks(),
    }
}

impl Akses {
    fn teks(self) -> String {
        match self {
            Self::Publik => "anyone".into(),
            Self::Masuk => "signed in".into(),
            Self::Peran(peran) => peran.iter().map(|p| p.kunci()).collect::<Vec<_>>().join(", "),
        }
    }
}

/// Collects the routes of all areas.
#[derive(Default)]
pub struct Daftar {
    router: Router<AppState>,
    /// Public surveys, on a way of their own around the layers (`survei::cepat`).
    cepat: Router<AppState>,
    tabel: Vec<Baris>,
}

impl Daftar {
    /// Shows a page. Never changes anything.
    pub fn get<H, T>(&mut self, jalur: &'static str, akses: Akses, handler: H)
    where
        H: Handler<T, AppState>,
        T: 'static,
    {
        self.pasang(Method::GET, jalur, akses, on(MethodFilter::GET, handler));
    }

    /// Takes a form of ordinary size (see `Konfig::batas_isi`).
    pub fn post<H, T>(&mut self, jalur: &'static str, akses: Akses, handler: H)
    where
        H: Handler<T, AppState>,
        T: 'static,
    {
        let route = on(MethodFilter::POST, handler).layer(from_fn(batasi_panjang));
        self.pasang(Method::POST, jalur, akses, route);
    }

    /// As [`Self::post`] with a larger body, for uploads; `batas` in bytes.
    pub fn post_besar<H, T>(&mut self, jalur: &'static str, akses: Akses, batas: usize, handler: H)
    where
        H: Handler<T, AppState>,
        T: 'static,
    {
        let route = on(MethodFilter::POST, handler).layer::<_, Infallible>(from_fn(bagian::jaga)).layer(DefaultBodyLimit::max(batas));
        self.pasang(Method::POST, jalur, akses, route);
    }

    /// As [`Self::post_besar`] for a piece of a resumable upload.
    pub fn put_besar<H, T>(&mut self, jalur: &'static str, akses: Akses, batas: usize, handler: H)
    where
        H: Handler<T, AppState>,
        T: 'static,
    {
        let route = on(MethodFilter::PUT, handler).layer(DefaultBodyLimit::max(batas));
        self.pasang(Method::PUT, jalur, akses, route);
    }

    /// Withdraws or removes. A form without JavaScript reaches it as `POST` with `_aksi=hapus` in the POST handler.
    pub fn delete<H, T>(&mut self, jalur: &'static str, akses: Akses, handler: H)
    where
        H: Handler<T, AppState>,
        T: 'static,
    {
        self.pasang(Method::DELETE, jalur, akses, on(MethodFilter::DELETE, handler));
    }

    /// Shows a page of a public survey.
    pub fn cepat_get<H, T>(&mut self, jalur: &'static str, handler: H)
    where
        H: Handler<T, AppState>,
        T: 'static,
    {
        self.pasang_cepat(Method::GET, jalur, on(MethodFilter::GET, handler));
    }

    /// Takes an answer to a public survey. The handler bounds the body itself.
    pub fn cepat_post<H, T>(&mut self, jalur: &'static str, handler: H)
    where
        H: Handler<T, AppState>,
        T: 'static,
    {
        self.pasang_cepat(Method::POST, jalur, on(MethodFilter::POST, handler));
    }

    /// All routes, in the order of registration.
    #[must_use]
    pub fn tabel(&self) -> &[Baris] {
        &self.tabel
    }

    /// The routes inside all layers, and those of the public surveys.
    pub fn selesai(self) -> (Router<AppState>, Router<AppState>) {
        (self.router, self.cepat)
    }

    fn pasang_cepat(&mut self, metode: Method, jalur: &'static str, route: MethodRouter<AppState>) {
        self.cepat = std::mem::take(&mut self.cepat).route(jalur, route);
        self.tabel.push(Baris { metode, jalur, akses: Akses::Publik });
    }

    fn pasang(&mut self, metode: Method, jalur: &'static str, akses: Akses, route: MethodRouter<AppState>) {
        let kelas = Kelas::dari(&metode, jalur, akses);
        let route = if umum(&metode, jalur, akses) { route.layer(from_fn(baca)) } else { route };
        let route = route.layer(from_fn(move |req, next| jaga(akses, req, next)));
        let route = if kelas == Kelas::Baca { route } else { route.layer(from_fn(move |req, next| kelas::batasi(kelas, req, next))) };
        self.router = std::mem::take(&mut self.router).route(jalur, route);
        self.tabel.push(Baris { metode, jalur, akses });
    }
}

/// An ordinary form that announces more than it may have is refused unread: the long time limit is for uploads only.
async fn batasi_panjang(req: Request, next: Next) -> Result<Response, Error> {
    let panjang = req.headers().get(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse::<usize>().ok());
    let batas = req.extensions().get::<AppState>().map(|app| app.konfig.batas_isi);
    match (panjang, batas) {
        (Some(panjang), Some(batas)) if panjang > batas => Err(Error::TerlaluBesar),
        _ => Ok(next.run(req).await),
    }
}

/// Marks the answer of a route that is not public, so that the error layer can record a look outside one's scope.
#[derive(Clone, Copy)]
pub(crate) struct Dijaga;

/// Pages about the own account.
fn milik_akun(jalur: &str) -> bool {
    jalur == "/akun" || jalur.starts_with("/akun/") || jalur == "/masuk/ulang"
}

/// The guard in front of every handler.
async fn jaga(akses: Akses, req: Request, next: Next) -> Result<Response, Error> {
    let peran = match akses {
        Akses::Publik => return Ok(next.run(req).await),
        Akses::Masuk => None,
        Akses::Peran(peran) => Some(peran),
    };
    let Some(pelaku) = Permintaan::dari(req.extensions()).pelaku() else {
        return tertahan::tahan(req).await.ok_or(Error::BelumMasuk);
    };
    // Without a second step that a role needs there is only the own account, where it is set up.
    if pelaku.kurang_faktor && !milik_akun(req.uri().path()) {
        return Ok(Alih::ke("/akun/dua-langkah").pesan("langkah-wajib-dahulu").into_response());
    }
    if let Some(peran) = peran
        && !peran.iter().any(|p| pelaku.punya(*p))
    {
        return Err(Error::TidakBerhak("peran"));
    }
    let mut response = next.run(req).await;
    response.extensions_mut().insert(Dijaga);
    Ok(response)
}
