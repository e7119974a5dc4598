//! `/akun/sandi`: a new password for one's own account. All sessions end; this browser gets a new one. An account that the agency's provider
//! opened has none yet: its owner proves to be it in another way, and sets the first.

use askama::Template;
use axum::{extract::State, http::HeaderMap};
use store::{akun, faktor, hak::Pelaku, sandi};

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
    sandi: Sandi,
}

/// What stands before the new password.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sandi {
    /// The old one.
    Lama,
    /// There is none, and the person has just proved to be it.
    Pertama,
    /// There is none, and a proof is needed first.
    Buktikan,
}

async fn keadaan(app: &AppState, pelaku: &Pelaku) -> Hasil<Sandi> {
    if faktor::bersandi(&app.store, pelaku.akun).await? {
        return Ok(Sandi::Lama);
    }
    Ok(if pelaku.segar(app.store.sekarang()) { Sandi::Pertama } else { Sandi::Buktikan })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    tampil(&Halaman { k: &k, f: Formulir::kosong(), sandi: keadaan(&app, &pelaku).await? })
}

async fn ganti(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, headers: HeaderMap, mut f: Formulir) -> Hasil {
    let awal = keadaan(&app, &pelaku).await?;
    if awal == Sandi::Buktikan {
        return Alih::ke("/masuk/ulang?kembali=/akun/sandi").into();
    }
    let kata = crate::sandi::urai_baru(&app, &mut f, &[&pelaku.nama, &pelaku.surel]).await?;
    if awal == Sandi::Lama {
        lama(&app, &k, &pelaku, &mut f).await?;
    }
    let Some(kata) = kata.filter(|_| f.sah()) else {
        return tampil_salah(&Halaman { k: &k, f, sandi: awal });
    };
    let phc = sandi::buat(kata).await?;
    let tx = app.store.mulai().await?;
    let sandi = akun::ganti_sandi(&tx, Some(pelaku.akun), pelaku.akun, phc).await?;
    tx.commit().await?;
    masuk::masukkan(&app, &k, &headers, &sandi, Alih::ke("/akun").pesan("akun-sandi-tersimpan")).await
}

/// The old password through the throttled check, so that an open browser is no way to guess it.
async fn lama(app: &AppState, k: &Konteks, pelaku: &Pelaku, f: &mut Formulir) -> Hasil<()> {
    let alamat = k.permintaan.alamat().to_string();
    match akun::masuk(&app.store, &pelaku.surel, f.nilai("sandi-lama").to_owned(), &alamat).await? {
        akun::Masuk::Berhasil(_) => {}
        akun::Masuk::Salah => f.salahkan("sandi-lama", "akun-sandi-lama-salah"),
        akun::Masuk::Tahan(detik) => {
            f.salahkan_dengan("sandi-lama", "masuk-tahan", vec![("menit", ((detik + 59) / 60).to_string())]);
        }
    }
    Ok(())
}
