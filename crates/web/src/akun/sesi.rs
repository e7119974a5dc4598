//! `/akun/sesi`: where this account is signed in, since when and how, and ending one session or all others.

use askama::Template;
use axum::extract::State;
use store::{
    faktor::Cara,
    id::SesiId,
    sesi::{self, Sesi},
};

use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil},
};

pub fn rute(d: &mut Daftar) {
    d.get("/akun/sesi", Akses::Masuk, lihat);
    // Ends all but this one.
    d.post("/akun/sesi", Akses::Masuk, cabut_lain);
    // The only thing that can be done with a session is to end it, so the POST needs no `_aksi`.
    d.post("/akun/sesi/{sesi}", Akses::Masuk, cabut);
    d.delete("/akun/sesi/{sesi}", Akses::Masuk, cabut);
}

#[derive(Template)]
#[template(path = "akun/sesi.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    sesi: Vec<Sesi>,
    ini: Option<SesiId>,
}

impl Halaman<'_> {
    fn peramban(&self, sesi: &Sesi) -> String {
        peramban(&sesi.agen).unwrap_or_else(|| self.k.s("akun-sesi-tak-dikenal"))
    }

    /// How the person proved to be it.
    fn cara(&self, sesi: &Sesi) -> &'static str {
        match sesi.cara.as_deref().and_then(Cara::dari_kunci) {
            Some(Cara::Sandi) => "akun-sesi-cara-sandi",
            Some(Cara::Kode) => "akun-sesi-cara-kode",
            Some(Cara::Pulih) => "akun-sesi-cara-pulih",
            Some(Cara::KunciSandi) => "akun-sesi-cara-kunci",
            Some(Cara::Sso) => "akun-sesi-cara-sso",
            None => "akun-sesi-cara-lain",
        }
    }

    fn ini(&self, id: &SesiId) -> bool {
        self.ini == Some(*id)
    }
}

/// `Chrome, Windows` out of what a browser says about itself; names only, so nothing to translate. Order matters: most
/// browsers also name those they descend from.
fn peramban(agen: &str) -> Option<String> {
    const PERAMBAN: [(&str, &str); 7] = [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("Chrome", "Chrome"),
        ("CriOS", "Chrome"),
        ("Safari", "Safari"),
    ];
    const SISTEM: [(&str, &str); 6] =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];
    let cari = |daftar: &[(&str, &'static str)]| daftar.iter().find(|(tanda, _)| agen.contains(tanda)).map(|(_, nama)| *nama);
    let nama: Vec<_> = cari(&PERAMBAN).into_iter().chain(cari(&SISTEM)).collect();
    (!nama.is_empty()).then(|| nama.join(", "))
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let sesi = sesi::milik(&app.store, pelaku.akun).await?;
    tampil(&Halaman { k: &k, sesi, ini: pelaku.sesi })
}

async fn cabut_lain(State(app): State<AppState>, Orang(pelaku): Orang) -> Hasil {
    sesi::cabut_lain(&app.store, &pelaku).await?;
    Alih::ke("/akun/sesi").pesan("akun-sesi-dicabut-semua").into()
}

async fn cabut(State(app): State<AppState>, Orang(pelaku): Orang, Jalur(id): Jalur<SesiId>) -> Hasil {
    if !sesi::milik(&app.store, pelaku.akun).await?.iter().any(|s| s.id == id) {
        return Err(crate::Error::TidakAda);
    }
    sesi::cabut(&app.store, &pelaku, id).await?;
    Alih::ke("/akun/sesi").pesan("akun-sesi-dicabut").into()
}

#[cfg(test)]
mod tests;
