//! `/kunci`: the keys by which publications are checked: our own, and those of others that an administrator registered. As a
//! page, and as the list that `prima verify --keys` reads (`/kunci/daftar.json`).

use askama::Template;
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse as _, Response},
};
use store::{
    hasil::{KunciTepercaya, tulis_kunci},
    kunci_instalasi::{self, Terdaftar},
};

use crate::{
    AppState,
    error::Hasil,
    format::berkelompok,
    komponen::Nada,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::segar,
};

pub fn rute(d: &mut Daftar) {
    d.get("/kunci", Akses::Publik, lihat);
    d.get("/kunci/daftar.json", Akses::Publik, unduh);
}

#[derive(Template)]
#[template(path = "publik/kunci.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    milik: KunciTepercaya,
    lama: Vec<KunciTepercaya>,
    lain: Vec<KunciTepercaya>,
    /// Stored, but not as an administrator recorded them.
    tak_terbukti: Vec<Terdaftar>,
    qr: String,
    admin: bool,
}

impl Halaman<'_> {
    fn masa(&self, x: &KunciTepercaya) -> String {
        masa(self.k, &x.dari, &x.sampai)
    }

    /// When it was revoked and why.
    fn dicabut(&self, x: &KunciTepercaya) -> Option<String> {
        x.dicabut.as_ref().map(|(pada, alasan)| format!("{}: {alasan}", self.k.hari(pada)))
    }

    #[expect(clippy::unused_self, reason = "called by the template")]
    fn publik(&self, x: &KunciTepercaya) -> String {
        berkelompok(&heksa(x))
    }
}

/// From when to when a key signs, in words.
pub(crate) fn masa(k: &Konteks, dari: &str, sampai: &str) -> String {
    if sampai.is_empty() {
        return k.n("kunci-sejak", "dari", k.hari(dari));
    }
    k.a("kunci-masa", [("dari", k.hari(dari).into()), ("sampai", k.hari(sampai).into())])
}

async fn lihat(State(app): State<AppState>, k: Konteks) -> Hasil {
    let (milik, lama) = kunci_instalasi::milik(&app.store).await?;
    let lain = kunci_instalasi::terdaftar(&app.store).await?;
    let mut tak_terbukti = kunci_instalasi::daftar(&app.store).await?;
    tak_terbukti.retain(|x| !x.terbukti());
    let qr = dokumen::qr_svg(&format!("{} {}", milik.id, heksa(&milik)), &k.s("kunci-qr"))?;
    let admin = k.pelaku.as_ref().is_some_and(|p| p.punya(store::peran::Peran::Admin));
    let k = k.bantuan("kunci");
    segar(&k, &Halaman { k: &k, milik, lama, lain, tak_terbukti, qr, admin })
}

pub(crate) fn heksa(x: &KunciTepercaya) -> String {
    hex::encode(x.kunci.bytes())
}

async fn unduh(State(app): State<AppState>) -> Hasil<Response> {
    let isi = tulis_kunci(&kunci_instalasi::publik(&app.store).await?);
    let kepala = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"kunci-prima.json\""),
        (header::CACHE_CONTROL, "public, max-age=60"),
    ];
    Ok((kepala, isi).into_response())
}
