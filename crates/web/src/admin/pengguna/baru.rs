//! `/admin/pengguna/baru`: an account with its first role; its one-time link is shown once.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    akun::{AkunBaru, kelola},
};

use super::{
    ADMIN, Tautan,
    lingkup::{self, Tawaran},
    opsi_peran,
};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    komponen::Opsi,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/admin/pengguna/baru", ADMIN, lihat);
    d.post("/admin/pengguna/baru", ADMIN, buat);
}

#[derive(Template)]
#[template(path = "admin/pengguna/baru.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    peran: Vec<Opsi>,
    t: Tawaran,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let k = k.bantuan("pengguna");
    let t = Tawaran::baru(&app, &k, &pelaku.admin()?, Vec::new()).await?;
    tampil(&Halaman { peran: opsi_peran(&k), t, k: &k, f: Formulir::kosong() })
}

async fn buat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, mut f: Formulir) -> Hasil {
    let hak = pelaku.admin()?;
    if !pelaku.segar(app.store.sekarang()) {
        return crate::masuk::ulang::minta(&app, &k, &f).await;
    }
    let k = k.bantuan("pengguna");
    f.batasi("nama", 200);
    f.batasi("jabatan", 200);
    let nama = f.wajib("nama", "pengguna-salah-nama");
    let surel = f.wajib("surel", "pengguna-salah-surel");
    if surel.as_deref().is_some_and(|s| !s.contains('@') || s.contains(char::is_whitespace) || s.len() > 200) {
        f.salahkan("surel", "pengguna-salah-surel");
    }
    let jabatan = f.opsional("jabatan").unwrap_or_default();
    let (peran, pilihan) = lingkup::urai(&app, &k, &hak, &mut f).await?;
    if let (Some(nama), Some(surel), Some((peran, lingkup)), true) = (nama, surel, peran, f.sah()) {
        let b = AkunBaru { nama: &nama, surel: &surel, jabatan: &jabatan, sandi: None };
        match kelola::buat(&app.store, &hak, b, peran, &lingkup).await {
            Ok((akun, rahasia)) => return tampil(&Tautan::baru(&app, &k, nama, akun, &rahasia)),
            Err(StoreError::SudahAda(_)) => f.salahkan("surel", "pengguna-surel-dipakai"),
            Err(e) => return Err(e.into()),
        }
    }
    let t = Tawaran::baru(&app, &k, &hak, pilihan).await?;
    tampil_salah(&Halaman { peran: opsi_peran(&k), t, k: &k, f })
}
