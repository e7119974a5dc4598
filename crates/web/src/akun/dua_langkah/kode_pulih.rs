//! `/akun/dua-langkah/kode-pulih`: ten new recovery codes, for who proved to be it; the old ones are void.

use axum::extract::State;
use store::faktor::pulih;

use super::{Bukti, Kode, ULANG, salah, sandi};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil},
};

pub fn rute(d: &mut Daftar) {
    d.post("/akun/dua-langkah/kode-pulih", Akses::Masuk, buat);
}

async fn buat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, mut f: Formulir) -> Hasil {
    match sandi(&app, &k, &pelaku, &mut f, "sandi-pulih").await? {
        Bukti::Benar(s) => {
            let kode = pulih::ganti(&app.store, s).await?;
            let k = k.bantuan("dua-langkah");
            tampil(&Kode { k: &k, kode })
        }
        Bukti::Salah => salah(&app, k, &pelaku, f).await,
        Bukti::Lain => Alih::ke(ULANG).into(),
    }
}
