//! `/admin/token`: ways in for programs. A new token's secret is shown once, on the answer to the form; revoking is a POST to the
//! token (`/admin/token/{token}`).

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    id::{InstansiId, TokenApiId},
    peran::Peran,
    token_api::{self, Lingkup, Token},
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    masuk,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const ADMIN: Akses = Akses::Peran(&[Peran::Admin]);

pub fn rute(d: &mut Daftar) {
    d.get("/admin/token", ADMIN, lihat);
    d.post("/admin/token", ADMIN, buat);
    d.post("/admin/token/{token}", ADMIN, cabut);
}

#[derive(Template)]
#[template(path = "admin/token.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    daftar: Vec<Token>,
    /// The secret of the token that was just made.
    rahasia: Option<String>,
}

/// Catalogue key of what a scope allows.
pub(crate) fn kunci_lingkup(l: Lingkup) -> &'static str {
    match l {
        Lingkup::Baca => "token-lingkup-baca",
        Lingkup::Serah => "token-lingkup-serah",
        Lingkup::ImporUnit => "token-lingkup-impor-unit",
    }
}

impl Halaman<'_> {
    fn opsi(&self) -> Vec<Opsi> {
        Lingkup::SEMUA.into_iter().map(|l| Opsi::baru(l.kunci(), self.k.s(kunci_lingkup(l)))).collect()
    }

    fn lingkup(&self, t: &Token) -> String {
        t.lingkup().into_iter().map(|l| self.k.s(kunci_lingkup(l))).collect::<Vec<_>>().join("; ")
    }

    fn keadaan(&self, t: &Token) -> (Nada, &'static str) {
        match t.cabut {
            Some(_) => (Nada::Bahaya, "token-dicabut"),
            None if t.sampai <= self.k.pada => (Nada::Netral, "token-habis"),
            None => (Nada::Baik, "token-berlaku"),
        }
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, orang: &Orang, f: Formulir) -> Hasil<Halaman<'a>> {
    Ok(Halaman { k, f, daftar: token_api::daftar(&app.store, &orang.0.admin()?).await?, rahasia: None })
}

async fn lihat(State(app): State<AppState>, k: Konteks, orang: Orang) -> Hasil {
    let k = k.bantuan("token");
    tampil(&halaman(&app, &k, &orang, Formulir::isi([("hari", "365")])).await?)
}

async fn buat(State(app): State<AppState>, k: Konteks, orang: Orang, mut f: Formulir) -> Hasil {
    let hak = orang.0.admin()?;
    if !orang.0.segar(app.store.sekarang()) {
        return masuk::ulang::minta(&app, &k, &f).await;
    }
    let k = k.bantuan("token");
    f.batasi("nama", 200);
    let nama = f.wajib("nama", "token-salah-nama");
    let kode = f.wajib("instansi", "token-salah-instansi");
    let instansi: Option<InstansiId> = match &kode {
        Some(kode) => match store::instansi::dari_kode(&app.store, kode).await {
            Ok(i) => Some(i.id),
            Err(StoreError::TidakDitemukan) => None,
            Err(e) => return Err(e.into()),
        },
        None => None,
    };
    if kode.is_some() && instansi.is_none() {
        f.salahkan("instansi", "token-salah-instansi");
    }
    let lingkup: Vec<Lingkup> = f.semua("lingkup").filter_map(Lingkup::dari_kunci).collect();
    if lingkup.is_empty() {
        f.salahkan("lingkup", "token-lingkup");
    }
    let hari = f.urai::<i64>("hari", "token-umur");
    if let (Some(nama), Some(instansi), Some(hari), true) = (nama, instansi, hari, f.sah()) {
        match token_api::buat(&app.store, &hak, &nama, instansi, &lingkup, hari).await {
            Ok(rahasia) => {
                let h = halaman(&app, &k, &orang, Formulir::isi([("hari", "365")])).await?;
                return tampil(&Halaman { rahasia: Some(rahasia), ..h });
            }
            Err(StoreError::Keadaan(kunci)) => f.salahkan("hari", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    tampil_salah(&halaman(&app, &k, &orang, f).await?)
}

async fn cabut(State(app): State<AppState>, Orang(pelaku): Orang, Jalur(id): Jalur<TokenApiId>) -> Hasil {
    token_api::cabut(&app.store, &pelaku.admin()?, id).await?;
    Alih::ke("/admin/token").pesan("token-pesan-dicabut").into()
}
