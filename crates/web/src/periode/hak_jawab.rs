//! `/periode/{periode}/hak-jawab`: whether the period gives a right of reply and how long, and where each unit stands in it.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError, hak,
    id::PeriodeId,
    lokus::{self, Lokus},
    peran::Peran,
    periode::Periode,
    sanggah::{self, Aturan, Tahap},
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

/// Units that the table shows; a larger period is read through its own list.
const BARIS: usize = 200;

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/hak-jawab", Akses::Masuk, lihat);
    d.post("/periode/{periode}/hak-jawab", Akses::Peran(&[Peran::Penyelenggara]), atur);
}

struct Baris {
    l: Lokus,
    keadaan: (Nada, &'static str),
    tenggat: Option<jiff::civil::Date>,
    sanggahan: usize,
    menunggu: usize,
}

#[derive(Template)]
#[template(path = "periode/hak_jawab.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: &'a Periode,
    tab: &'static str,
    aturan: Aturan,
    kelola: bool,
    baris: Vec<Baris>,
    opsi: [Opsi; 2],
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, a: &'a hak::AksesPeriode, mut f: Formulir) -> Hasil<Halaman<'a>> {
    let c = app.store.baca();
    let aturan = sanggah::aturan(c, a.periode.id).await?;
    let mut baris = Vec::new();
    for l in lokus::milik_periode(c, a.periode.id).await?.into_iter().take(BARIS) {
        let buka = sanggah::kini(c, l.id).await?;
        let semua = match &buka {
            Some(b) => sanggah::milik_bukaan(c, b.id).await?,
            None => Vec::new(),
        };
        let keadaan = match &buka {
            None => (Nada::Netral, "hak-jawab-keadaan-belum"),
            Some(b) => match b.tahap(app.store.sekarang(), &l.zona)? {
                Tahap::Berjalan(_) => (Nada::Perhatian, "hak-jawab-keadaan-berjalan"),
                Tahap::Dinyatakan => (Nada::Info, "hak-jawab-keadaan-dinyatakan"),
                Tahap::Lewat(_) => (Nada::Info, "hak-jawab-keadaan-lewat"),
            },
        };
        baris.push(Baris {
            keadaan,
            tenggat: buka.as_ref().map(sanggah::Buka::jatuh).transpose()?,
            sanggahan: semua.iter().filter(|s| s.tarik.is_none()).count(),
            menunggu: semua.iter().filter(|s| s.menunggu()).count(),
            l,
        });
    }
    for (medan, nilai) in [("pakai", if aturan.pakai { "ya" } else { "tidak" }.to_owned()), ("hari", aturan.hari_kerja.to_string())] {
        if f.nilai(medan).is_empty() {
            f.ganti(medan, nilai);
        }
    }
    let opsi = [Opsi::baru("ya", k.s("hak-jawab-pakai-ya")), Opsi::baru("tidak", k.s("hak-jawab-pakai-tidak"))];
    Ok(Halaman { k, f, p: &a.periode, tab: "hak-jawab", aturan, kelola: a.penyelenggara().is_ok(), baris, opsi })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let a = hak::periode(&app.store, &pelaku, id).await?;
    let k = super::konteks(&app, k, &a.periode, "hak-jawab").await?;
    tampil(&halaman(&app, &k, &a, Formulir::kosong()).await?)
}

async fn atur(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, mut f: Formulir) -> Hasil {
    let a = hak::periode(&app.store, &pelaku, id).await?;
    let hak = a.penyelenggara()?;
    f.batasi("alasan", 1000);
    if let Some(hari) = f.urai::<i64>("hari", "tenggat-hari-di-luar") {
        match sanggah::atur(&app.store, &hak, f.nilai("pakai") == "ya", hari, f.nilai("alasan")).await {
            Ok(()) => return Alih::ke(format!("/periode/{id}/hak-jawab")).pesan("hak-jawab-diatur").into(),
            Err(StoreError::Keadaan("alasan-wajib")) => f.salahkan("alasan", "hak-jawab-matikan-alasan"),
            Err(StoreError::Keadaan("tenggat-hari-di-luar")) => f.salahkan("hari", "tenggat-hari-di-luar"),
            Err(StoreError::Keadaan("sanggah-aturan-berjalan")) => f.salahkan("pakai", "sanggah-aturan-berjalan"),
            Err(e) => return Err(e.into()),
        }
    }
    let k = super::konteks(&app, k, &a.periode, "hak-jawab").await?;
    tampil_salah(&halaman(&app, &k, &a, f).await?)
}
