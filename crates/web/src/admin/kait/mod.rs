//! `/admin/kait`: addresses of other programs that are told of events. The secret is shown once, on the answer to the form; one
//! address with what was sent to it is `/admin/kait/{kait}`.

mod satu;

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    id::InstansiId,
    kait::{self, Kait, KaitBaru, Peristiwa},
    peran::Peran,
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    masuk,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{tampil, tampil_salah},
};

const ADMIN: Akses = Akses::Peran(&[Peran::Admin]);

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    d.get("/admin/kait", ADMIN, lihat);
    d.post("/admin/kait", ADMIN, buat);
    satu::rute(d);
}

/// Catalogue key of what an event is.
pub(crate) fn kunci_peristiwa(p: Peristiwa) -> &'static str {
    match p {
        Peristiwa::PeriodeTerbit => "kait-periode-terbit",
        Peristiwa::PeriodeTarik => "kait-periode-tarik",
        Peristiwa::SkmTerbit => "kait-skm-terbit",
        Peristiwa::SkmTarik => "kait-skm-tarik",
        Peristiwa::PermohonanKeadaan => "kait-permohonan-keadaan",
    }
}

fn keadaan(x: &Kait) -> (Nada, &'static str) {
    match (x.hidup(), x.sebab.as_str()) {
        (true, _) => (Nada::Baik, "kait-hidup"),
        (false, "gagal") => (Nada::Bahaya, "kait-putus"),
        (false, _) => (Nada::Netral, "kait-dimatikan"),
    }
}

#[derive(Template)]
#[template(path = "admin/kait/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    daftar: Vec<Kait>,
    /// Secret of the address that was just registered.
    rahasia: Option<String>,
}

impl Halaman<'_> {
    fn keadaan(&self, x: &Kait) -> (Nada, &'static str) {
        keadaan(x)
    }

    fn opsi(&self) -> Vec<Opsi> {
        Peristiwa::SEMUA.into_iter().map(|p| Opsi::baru(p.kunci(), self.k.s(kunci_peristiwa(p)))).collect()
    }

    fn peristiwa(&self, x: &Kait) -> String {
        x.peristiwa().into_iter().map(|p| self.k.s(kunci_peristiwa(p))).collect::<Vec<_>>().join("; ")
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, orang: &Orang, f: Formulir) -> Hasil<Halaman<'a>> {
    Ok(Halaman { k, f, daftar: kait::daftar(&app.store, &orang.0.admin()?).await?, rahasia: None })
}

async fn lihat(State(app): State<AppState>, k: Konteks, orang: Orang) -> Hasil {
    let k = k.bantuan("integrasi");
    tampil(&halaman(&app, &k, &orang, Formulir::kosong()).await?)
}

async fn buat(State(app): State<AppState>, k: Konteks, orang: Orang, mut f: Formulir) -> Hasil {
    let hak = orang.0.admin()?;
    // Its secret is shown, as with a token.
    if !orang.0.segar(app.store.sekarang()) {
        return masuk::ulang::minta(&app, &k, &f).await;
    }
    let k = k.bantuan("integrasi");
    f.batasi("nama", 200);
    f.batasi("alamat", 500);
    let (nama, alamat) = (f.wajib("nama", "kait-salah-nama"), f.wajib("alamat", "kait-salah-alamat"));
    if let Some(Err(e)) = alamat.as_ref().map(|a| app.tujuan_kait.periksa(a)) {
        f.salahkan("alamat", e.kunci());
    }
    let peristiwa: Vec<Peristiwa> = f.semua("peristiwa").filter_map(Peristiwa::dari_kunci).collect();
    if peristiwa.is_empty() {
        f.salahkan("peristiwa", "kait-peristiwa");
    }
    let instansi = instansi(&app, &mut f).await?;
    if let (Some(nama), Some(alamat), true) = (nama, alamat, f.sah()) {
        match kait::buat(&app.store, &hak, KaitBaru { nama: &nama, alamat: &alamat, instansi, peristiwa: &peristiwa }).await {
            Ok((_, rahasia)) => {
                let h = halaman(&app, &k, &orang, Formulir::kosong()).await?;
                return tampil(&Halaman { rahasia: Some(rahasia), ..h });
            }
            Err(StoreError::Keadaan(kunci)) => f.salahkan("alamat", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    tampil_salah(&halaman(&app, &k, &orang, f).await?)
}

/// The instansi whose events are wanted; none: of all.
async fn instansi(app: &AppState, f: &mut Formulir) -> Hasil<Option<InstansiId>> {
    let Some(kode) = f.opsional("instansi") else { return Ok(None) };
    match store::instansi::dari_kode(&app.store, &kode).await {
        Ok(i) => Ok(Some(i.id)),
        Err(StoreError::TidakDitemukan) => {
            f.salahkan("instansi", "token-salah-instansi");
            Ok(None)
        }
        Err(e) => Err(e.into()),
    }
}
