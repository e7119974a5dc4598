//! "Forgot the password": a one-time link by mail, if the address belongs to an account. The answer is the same either
//! way and just as fast, since the work is done after it.

use askama::Template;
use axum::extract::State;
use store::{
    akun::{self, JenisTautan},
    pekerjaan::{self, SUREL, Surel},
};

use crate::{
    AppState,
    bahasa::Bahasa,
    error::Hasil,
    formulir::Formulir,
    komponen::Nada,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::{tampil, tampil_salah},
};

/// How long the link holds, in seconds.
const UMUR: i64 = 30 * 60;

pub fn rute(d: &mut Daftar) {
    d.get("/sandi/lupa", Akses::Publik, lihat);
    d.post("/sandi/lupa", Akses::Publik, minta);
}

#[derive(Template)]
#[template(path = "sandi/lupa.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    surat: bool,
    terkirim: bool,
}

async fn lihat(State(app): State<AppState>, k: Konteks) -> Hasil {
    tampil(&Halaman { k: &k, f: Formulir::kosong(), surat: app.surat.hidup(), terkirim: false })
}

async fn minta(State(app): State<AppState>, k: Konteks, mut f: Formulir) -> Hasil {
    let surel = f.wajib("surel", "masuk-surel-wajib");
    let Some(surel) = surel.filter(|s| s.contains('@') && app.surat.hidup()) else {
        if f.sah() {
            f.salahkan("surel", "masuk-surel-wajib");
        }
        return tampil_salah(&Halaman { k: &k, f, surat: app.surat.hidup(), terkirim: false });
    };
    let bahasa = k.bahasa;
    tokio::spawn(async move {
        if let Err(e) = kirim(&app, bahasa, &surel).await {
            tracing::error!(error = %e, "a password link could not be made");
        }
    });
    tampil(&Halaman { k: &k, f: Formulir::kosong(), surat: true, terkirim: true })
}

/// The link and the mail that carries it, together; the queue sends it and tries again when the mail server refuses.
async fn kirim(app: &AppState, bahasa: Bahasa, surel: &str) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let surel = akun::rapikan_surel(surel);
    if !app.laju_surat.boleh(&surel) {
        return Ok(());
    }
    let Some(akun) = akun::dari_surel(&app.store, &surel).await?.filter(|a| a.nonaktif.is_none()) else { return Ok(()) };
    if !akun::surel_tercatat(&app.store, &akun).await? {
        return Ok(());
    }
    let tx = app.store.mulai().await?;
    let rahasia = akun::buat_tautan(&tx, None, JenisTautan::SetelSandi, Some(akun.id), UMUR).await?;
    let tautan = format!("{}/sandi/setel/{rahasia}", app.konfig.alamat);
    let menit = (UMUR / 60).to_string();
    let isi = bahasa.a("masuk-surat-isi", [("nama", akun.nama.as_str().into()), ("tautan", tautan.into()), ("menit", menit.into())]);
    let surel = Surel { kepada: akun.surel, judul: bahasa.s("masuk-surat-perihal"), isi, sampai: Some(tx.pada.tambah_detik(UMUR).0) };
    pekerjaan::antrekan(&tx, SUREL, &surel).await?;
    Ok(tx.commit().await?)
}
