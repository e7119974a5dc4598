//! `/admin/sso`: the agency's own sign-in as the administrator sees it: what the provider must know of us, which of its claims brings which
//! role and until when, and for which domains its word about an address is enough. Every change asks once more who it is.

use askama::Template;
use axum::extract::State;
use store::{
    Store,
    hak::Admin,
    id::{SsoDomainId, SsoPetaId},
    peran::{Masa, Peran},
    sso::{
        self,
        peta::{self, Domain, Peta, PetaBaru},
    },
};

use super::pengguna::{
    kunci_peran,
    lingkup::{self, Tawaran},
    masa, opsi_peran,
};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::{Formulir, di_medan},
    komponen::{Nada, Opsi},
    konteks::Konteks,
    masuk,
    pelaku::Orang,
    rute::{Akses, Daftar},
    sso::Sso,
    tampil::{Alih, tampil, tampil_salah},
};

const ADMIN: Akses = Akses::Peran(&[Peran::Admin]);
const JALUR: &str = "/admin/sso";

pub fn rute(d: &mut Daftar) {
    d.get(JALUR, ADMIN, lihat);
    d.post(JALUR, ADMIN, ubah);
}

/// What is there while it is on.
struct Isi {
    penerbit: String,
    klien: String,
    algoritma: &'static str,
    kembali: String,
    jwks: String,
    /// Where the provider says that a person left it.
    keluar: String,
    akun: i64,
    peta: Vec<Peta>,
    domain: Vec<Domain>,
}

#[derive(Template)]
#[template(path = "admin/sso.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    isi: Option<Isi>,
    opsi: Vec<Opsi>,
    t: Tawaran,
}

impl Halaman<'_> {
    fn peran(&self, p: &Peta) -> String {
        self.k.s(kunci_peran(&p.peran))
    }

    fn masa(&self, p: &Peta) -> String {
        masa::tertulis(self.k, p.mulai.as_deref(), p.sampai.as_deref()).unwrap_or_else(|| self.k.s("sso-tanpa-batas"))
    }
}

async fn isi(store: &Store, hak: &Admin, s: &Sso, alamat: &str) -> Result<Isi, Error> {
    let p = &s.konfig.penerbit;
    Ok(Isi {
        penerbit: p.clone(),
        klien: s.konfig.klien.clone(),
        algoritma: s.algoritma(),
        kembali: s.alamat_kembali().to_owned(),
        jwks: format!("{alamat}/masuk/sso/jwks.json"),
        keluar: format!("{alamat}/masuk/sso/keluar"),
        akun: sso::jumlah(store, hak, p).await?,
        peta: peta::daftar(store, hak, p).await?,
        domain: peta::domain(store, hak, p).await?,
    })
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, hak: &Admin, f: Formulir, pilihan: Vec<Opsi>) -> Hasil<Halaman<'a>> {
    let isi = match &app.sso {
        Some(s) => Some(isi(&app.store, hak, s, &app.konfig.alamat).await?),
        None => None,
    };
    // The administrator is named by a person, never by a provider.
    let opsi = opsi_peran(k).into_iter().filter(|o| o.nilai != Peran::Admin.kunci()).collect();
    Ok(Halaman { k, f, isi, opsi, t: Tawaran::baru(app, k, hak, pilihan).await? })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let k = k.bantuan("sso");
    tampil(&halaman(&app, &k, &pelaku.admin()?, Formulir::kosong(), Vec::new()).await?)
}

/// One form a thing to do, told apart by the pressed button.
async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, mut f: Formulir) -> Hasil {
    let hak = pelaku.admin()?;
    let penerbit = app.sso.as_ref().ok_or(Error::TidakAda)?.konfig.penerbit.clone();
    if !pelaku.segar(app.store.sekarang()) {
        return masuk::ulang::minta(&app, &k, &f).await;
    }
    let k = k.bantuan("sso");
    let ke = |pesan| Alih::ke(JALUR).pesan(pesan).into();
    let (medan, hasil, pilihan) = match f.aksi() {
        "domain" => {
            let domain = f.wajib("domain", "sso-domain-bentuk");
            let hasil = match domain {
                Some(d) => peta::izinkan(&app.store, &hak, &penerbit, &d).await.map(|()| Some("sso-pesan-domain")),
                None => Ok(None),
            };
            ("domain", hasil, Vec::new())
        }
        "domain-cabut" => {
            let id: SsoDomainId = f.nilai("id").parse().map_err(|_| Error::TidakAda)?;
            ("domain", peta::larang(&app.store, &hak, id).await.map(|()| Some("sso-pesan-domain-cabut")), Vec::new())
        }
        "peta-cabut" => {
            let id: SsoPetaId = f.nilai("id").parse().map_err(|_| Error::TidakAda)?;
            ("klaim", peta::cabut(&app.store, &hak, id).await.map(|_| Some("sso-pesan-peta-cabut")), Vec::new())
        }
        _ => {
            let (hasil, pilihan) = tambah(&app, &k, &hak, &penerbit, &mut f).await?;
            ("sampai", hasil, pilihan)
        }
    };
    match hasil {
        Ok(Some(pesan)) => return ke(pesan),
        Ok(None) => {}
        Err(e) => di_medan(&mut f, medan, "sso-domain-bentuk", e)?,
    }
    tampil_salah(&halaman(&app, &k, &hak, f, pilihan).await?)
}

type Tambah = (store::Hasil<Option<&'static str>>, Vec<Opsi>);

async fn tambah(app: &AppState, k: &Konteks, hak: &Admin, penerbit: &str, f: &mut Formulir) -> Hasil<Tambah> {
    f.batasi("klaim", 200);
    f.batasi("nilai-klaim", 200);
    let (klaim, nilai) = (f.wajib("klaim", "sso-klaim-wajib"), f.wajib("nilai-klaim", "sso-isi-wajib"));
    let (mulai, sampai) = masa::hari(f);
    let (peran, pilihan) = lingkup::urai(app, k, hak, f).await?;
    let (Some(klaim), Some(nilai), Some((peran, lingkup)), true) = (klaim, nilai, peran, f.sah()) else { return Ok((Ok(None), pilihan)) };
    let b = PetaBaru { klaim: &klaim, isi: &nilai, peran, lingkup: &lingkup, masa: Masa { mulai, sampai, pengganti: None } };
    Ok((peta::tambah(&app.store, hak, penerbit, b).await.map(|_| Some("sso-pesan-peta")), pilihan))
}
