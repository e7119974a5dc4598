//! `/admin/pengguna/{akun}`: one account; roles given and taken, switched off and on, a fresh one-time link,
//! a second step that its owner lost taken off.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    akun::kelola::{self, AkunRingkas, PeranTampil},
    faktor::{self, Keadaan},
    hak::Admin,
    id::{AkunId, PeranId},
};

use super::{
    ADMIN, Tautan, kunci_peran,
    lingkup::{self, Tawaran},
    masa, nama_lingkup, opsi_peran,
};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::{Formulir, di_medan},
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    masuk,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/admin/pengguna/{akun}", ADMIN, lihat);
    d.post("/admin/pengguna/{akun}", ADMIN, ubah);
}

#[derive(Template)]
#[template(path = "admin/pengguna/satu.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    a: AkunRingkas,
    peran: Vec<PeranTampil>,
    opsi: Vec<Opsi>,
    sendiri: bool,
    t: Tawaran,
    faktor: Keadaan,
    /// Tied to the agency's own sign-in.
    sso: bool,
}

impl Halaman<'_> {
    fn nama_peran(&self, p: &PeranTampil) -> String {
        self.k.s(kunci_peran(&p.peran))
    }

    /// Until when, in whose place and by which decision.
    fn masa(&self, p: &PeranTampil) -> Option<String> {
        masa::keterangan(self.k, p)
    }

    fn pengganti(&self) -> Vec<Opsi> {
        masa::opsi(self.k)
    }

    fn lingkup(&self, p: &PeranTampil) -> String {
        nama_lingkup(self.k, p)
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, hak: &Admin, id: AkunId, f: Formulir, pilihan: Vec<Opsi>) -> Hasil<Halaman<'a>> {
    Ok(Halaman {
        k,
        f,
        a: kelola::satu(&app.store, hak, id).await?,
        peran: kelola::peran_dari(&app.store, hak, &[id]).await?,
        opsi: opsi_peran(k),
        sendiri: hak.pelaku().akun == id,
        t: Tawaran::baru(app, k, hak, pilihan).await?,
        faktor: faktor::milik(&app.store, id).await?,
        sso: match &app.sso {
            Some(s) => store::sso::tertaut(&app.store, &s.konfig.penerbit, id).await?,
            None => false,
        },
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<AkunId>) -> Hasil {
    let hak = pelaku.admin()?;
    let k = k.bantuan("pengguna");
    tampil(&halaman(&app, &k, &hak, id, Formulir::kosong(), Vec::new()).await?)
}

/// One form a thing to do, told apart by the pressed button.
async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<AkunId>, mut f: Formulir) -> Hasil {
    let hak = pelaku.admin()?;
    // What would make another person of whoever finds this browser open: a link for a password, a role, a second step taken off.
    if !matches!(f.aksi(), "aktifkan" | "nonaktifkan" | "cabut") && !pelaku.segar(app.store.sekarang()) {
        return masuk::ulang::minta(&app, &k, &f).await;
    }
    let k = k.bantuan("pengguna");
    if f.aksi() == "tautan" {
        let rahasia = kelola::tautan(&app.store, &hak, id).await?;
        let nama = kelola::satu(&app.store, &hak, id).await?.nama;
        return tampil(&Tautan::baru(&app, &k, nama, id, &rahasia));
    }
    let mut pilihan = Vec::new();
    match lakukan(&app, &k, &hak, id, &mut f, &mut pilihan).await? {
        Some(pesan) => Alih::ke(format!("/admin/pengguna/{id}")).pesan(pesan).into(),
        None => tampil_salah(&halaman(&app, &k, &hak, id, f, pilihan).await?),
    }
}

/// What the pressed button asks for, and the message when it is done; `None`: the form has a fault. `pilihan` gets what a scope may have
/// meant.
async fn lakukan(
    app: &AppState,
    k: &Konteks,
    hak: &Admin,
    id: AkunId,
    f: &mut Formulir,
    pilihan: &mut Vec<Opsi>,
) -> Hasil<Option<&'static str>> {
    match f.aksi().to_owned().as_str() {
        "aktifkan" => {
            kelola::aktifkan(&app.store, hak, id).await?;
            Ok(Some("pengguna-diaktifkan"))
        }
        "nonaktifkan" => {
            let Some(alasan) = alasan(f, "alasan") else { return Ok(None) };
            let selesai = kelola::nonaktifkan(&app.store, hak, id, &alasan).await;
            terjadi(f, "alasan", selesai, "pengguna-dinonaktifkan")
        }
        "faktor" => {
            let Some(alasan) = alasan(f, "alasan-faktor") else { return Ok(None) };
            let selesai = faktor::setel_ulang(&app.store, Some(hak), id, &alasan).await;
            terjadi(f, "alasan-faktor", selesai, "langkah-disetel-ulang")
        }
        "sso" => {
            store::sso::lepas(&app.store, hak, id).await?;
            Ok(Some("sso-pesan-lepas"))
        }
        "cabut" => {
            let p: PeranId = f.nilai("peran_id").parse().map_err(|_| Error::TidakAda)?;
            kelola::cabut_peran(&app.store, hak, id, p).await?;
            Ok(Some("pengguna-peran-dicabut"))
        }
        _ => beri_peran(app, k, hak, id, f, pilihan).await,
    }
}

fn alasan(f: &mut Formulir, medan: &str) -> Option<String> {
    f.batasi(medan, 500);
    f.wajib(medan, "alasan-wajib").filter(|_| f.sah())
}

/// The message of what was done, or the fault beside its field.
fn terjadi(f: &mut Formulir, medan: &str, selesai: Result<(), StoreError>, pesan: &'static str) -> Hasil<Option<&'static str>> {
    match selesai {
        Ok(()) => Ok(Some(pesan)),
        Err(e) => di_medan(f, medan, "pengguna-surel-dipakai", e).map(|()| None),
    }
}

async fn beri_peran(
    app: &AppState,
    k: &Konteks,
    hak: &Admin,
    id: AkunId,
    f: &mut Formulir,
    pilihan: &mut Vec<Opsi>,
) -> Hasil<Option<&'static str>> {
    let (peran, beberapa) = lingkup::urai(app, k, hak, f).await?;
    *pilihan = beberapa;
    let lama = masa::urai(f);
    let Some((peran, lingkup)) = peran.filter(|_| f.sah()) else { return Ok(None) };
    match kelola::beri_peran(&app.store, hak, id, peran, &lingkup, &lama).await {
        Ok(()) => Ok(Some("pengguna-peran-diberi")),
        Err(StoreError::Keadaan(kunci)) => {
            f.salahkan(masa::medan(kunci), kunci);
            Ok(None)
        }
        Err(e) => Err(e.into()),
    }
}
