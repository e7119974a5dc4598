//! Accounts: the list, a new one, and the page of each with its roles, its state and one-time links.

mod baru;
mod daftar;
mod satu;

use store::{
    StoreError,
    id::{InstansiId, UnitId},
    peran::{JenisLingkup, Lingkup, Peran},
};

use crate::{
    AppState, Error,
    formulir::Formulir,
    komponen::Opsi,
    konteks::Konteks,
    rute::{Akses, Daftar},
};

const ADMIN: Akses = Akses::Peran(&[Peran::Admin]);

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    baru::rute(d);
    satu::rute(d);
}

pub(crate) fn kunci_peran(p: &str) -> &'static str {
    match p {
        "admin" => "pengguna-peran-admin",
        "nasional" => "pengguna-peran-nasional",
        "penyelenggara" => "pengguna-peran-penyelenggara",
        "penanggungjawab" => "pengguna-peran-penanggungjawab",
        "pembina" => "pengguna-peran-pembina",
        "evaluator" => "pengguna-peran-evaluator",
        "unit-operator" => "pengguna-peran-operator",
        "unit-kepala" => "pengguna-peran-kepala",
        "pihak-lain" => "pengguna-peran-pihak-lain",
        _ => "pengguna-peran-auditor",
    }
}

/// The roles that are given here; an outside party gets its role with an assignment in a period.
fn opsi_peran(k: &Konteks) -> Vec<Opsi> {
    Peran::SEMUA
        .into_iter()
        .filter(|p| p.jenis_lingkup() != JenisLingkup::Periode)
        .map(|p| {
            let bantu = match p.jenis_lingkup() {
                JenisLingkup::Unit => "pengguna-lingkup-unit",
                JenisLingkup::Instansi => "pengguna-lingkup-instansi",
                JenisLingkup::Instalasi | JenisLingkup::Periode => "pengguna-lingkup-semua",
            };
            Opsi::baru(p.kunci(), k.s(kunci_peran(p.kunci()))).bantu(k.s(bantu))
        })
        .collect()
}

/// Role and scope of a form: `peran`, and `lingkup` as the code of an instansi or unit, or `wilayah:64`.
async fn urai_peran(app: &AppState, f: &mut Formulir) -> Result<Option<(Peran, Lingkup)>, Error> {
    let peran = f.urai::<Peran>("peran", "pengguna-salah-peran");
    let kode = f.opsional("lingkup").unwrap_or_default();
    let Some(peran) = peran else { return Ok(None) };
    let lingkup = match peran.jenis_lingkup() {
        JenisLingkup::Periode => None,
        JenisLingkup::Instalasi if kode.is_empty() => Some(Lingkup::Instalasi),
        JenisLingkup::Instalasi => {
            f.salahkan("lingkup", "pengguna-salah-lingkup-kosong");
            return Ok(None);
        }
        JenisLingkup::Instansi => match kode.strip_prefix("wilayah:") {
            Some(w) => (!w.trim().is_empty()).then(|| Lingkup::Wilayah(w.trim().to_owned())),
            None => instansi(app, &kode).await?.map(Lingkup::Instansi),
        },
        JenisLingkup::Unit => unit(app, &kode).await?.map(|(unit, instansi)| Lingkup::Unit { unit, instansi }),
    };
    if lingkup.is_none() {
        let kunci = if peran.jenis_lingkup() == JenisLingkup::Unit { "pengguna-salah-unit" } else { "pengguna-salah-instansi" };
        f.salahkan("lingkup", kunci);
    }
    Ok(lingkup.map(|l| (peran, l)))
}

async fn instansi(app: &AppState, kode: &str) -> Result<Option<InstansiId>, Error> {
    match store::instansi::dari_kode(&app.store, kode).await {
        Ok(i) => Ok(Some(i.id)),
        Err(StoreError::TidakDitemukan) => Ok(None),
        Err(e) => Err(e.into()),
    }
}

async fn unit(app: &AppState, kode: &str) -> Result<Option<(UnitId, InstansiId)>, Error> {
    match store::instansi::unit_dari_kode(&app.store, kode).await {
        Ok(u) => Ok(Some((u.id, u.instansi_id))),
        Err(StoreError::TidakDitemukan) => Ok(None),
        Err(e) => Err(e.into()),
    }
}

/// The page that shows a one-time link, once.
#[derive(askama::Template)]
#[template(path = "admin/pengguna/tautan.html")]
struct Tautan<'a> {
    k: &'a Konteks,
    nama: String,
    akun: store::id::AkunId,
    tautan: String,
}

fn alamat_tautan(app: &AppState, rahasia: &str) -> String {
    format!("{}/sandi/setel/{rahasia}", app.konfig.alamat)
}
