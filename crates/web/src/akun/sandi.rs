//! `/akun/sandi`: a new password for one's own account. All sessions end; this browser gets a new one.

use askama::Template;
use axum::{extract::State, http::HeaderMap};
use store::{akun, sandi};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    konteks::Konteks,
    masuk,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/akun/sandi", Akses::Masuk, lihat);
    d.post("/akun/sandi", Akses::Masuk, ganti);
}

#[derive(Template)]
#[template(path = "akun/sandi.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
}

async fn lihat(k: Konteks) -> Hasil {
    tampil(&Halaman { k: &k, f: Formulir::kosong() })
}

async fn ganti(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, headers: HeaderMap, mut f: Formulir) -> Hasil {
    let kata = crate::sandi::urai_baru(&app, &mut f, &[&pelaku.nama, &pelaku.surel]).await?;
    // The old password through the throttled check, so that an open browser is no way to guess it.
    let alamat = k.permintaan.alamat().to_string();
    match akun::masuk(&app.store, &pelaku.surel, f.nilai("sandi-lama").to_owned(), &alamat).await? {
        akun::Masuk::Berhasil(_) => {}
        akun::Masuk::Salah => f.salahkan("sandi-lama", "akun-sandi-lama-salah"),
        akun::Masuk::Tahan(detik) => {
            f.salahkan_dengan("sandi-lama", "masuk-tahan", vec![("menit", ((detik + 59) / 60).to_string())]);
        }
    }
    let Some(kata) = kata.filter(|_| f.sah()) else {
        return tampil_salah(&Halaman { k: &k, f });
    };
    let phc = sandi::buat(kata).await?;
    let tx = app.store.mulai().await?;
    let sandi = akun::ganti_sandi(&tx, Some(pelaku.akun), pelaku.akun, phc).await?;
    tx.commit().await?;
    masuk::masukkan(&app, &k, &headers, &sandi, Alih::ke("/akun").pesan("akun-sandi-tersimpan")).await
}
