//! `/akun/dua-langkah/kode-pulih`: ten new recovery codes, with the password; the old ones are void.

use axum::extract::State;
use store::faktor::pulih;

use super::{Kode, salah, sandi};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.post("/akun/dua-langkah/kode-pulih", Akses::Masuk, buat);
}

async fn buat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, mut f: Formulir) -> Hasil {
    match sandi(&app, &k, &pelaku, &mut f, "sandi-pulih").await? {
        Some(s) => {
            let kode = pulih::ganti(&app.store, &s).await?;
            let k = k.bantuan("dua-langkah");
            tampil(&Kode { k: &k, kode })
        }
        None => salah(&app, k, &pelaku, f).await,
    }
}
