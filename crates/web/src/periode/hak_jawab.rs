//! `/periode/{periode}/hak-jawab`: whether the period gives a right of reply and how long, and where each unit stands in it.

use askama::Template;
use axum::extract::{Query, State};
use store::{
    StoreError, hak,
    id::PeriodeId,
    lokus::{self, Lokus, Saring},
    periode::Periode,
    sanggah::{self, Aturan, Ringkas, Tahap},
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    lembar::{BATAS, Cari, Lembar, lewati},
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/hak-jawab", Akses::Masuk, lihat);
    d.post("/periode/{periode}/hak-jawab", super::PENYELENGGARA, atur);
}

struct Baris {
    l: Lokus,
    keadaan: (Nada, &'static str),
    tenggat: Option<jiff::civil::Date>,
    sanggahan: i64,
    menunggu: i64,
}

/// Where the right of reply of a unit stands, as a badge.
pub(crate) fn keadaan(r: &Ringkas) -> (Nada, &'static str) {
    match &r.buka {
        _ if r.beku => (Nada::Baik, "hak-jawab-keadaan-beku"),
        None => (Nada::Netral, "hak-jawab-keadaan-belum"),
        Some((_, Tahap::Berjalan(_))) => (Nada::Perhatian, "hak-jawab-keadaan-berjalan"),
        Some((_, Tahap::Dinyatakan)) => (Nada::Info, "hak-jawab-keadaan-dinyatakan"),
        Some((_, Tahap::Lewat(_))) => (Nada::Info, "hak-jawab-keadaan-lewat"),
    }
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
    /// May see the draft scores of the units.
    pihak: bool,
    baris: Vec<Baris>,
    opsi: [Opsi; 2],
    cari: Formulir,
    disaring: bool,
    lembar: Lembar,
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, a: &'a hak::AksesPeriode, q: Cari, mut f: Formulir) -> Hasil<Halaman<'a>> {
    let c = app.store.baca();
    let aturan = sanggah::aturan(c, a.periode.id).await?;
    let saring = Saring { cari: q.cari.clone(), ..Saring::default() };
    let (semua, n) = lokus::halaman(&app.store, &a.pembaca(), &saring, lewati(q.h), BATAS).await?;
    let mut ringkas = sanggah::ringkas(&app.store, &semua.iter().map(|l| l.id).collect::<Vec<_>>()).await?;
    let baris = semua.into_iter().filter_map(|l| {
        let r = ringkas.remove(&l.id)?;
        Some(Baris {
            keadaan: keadaan(&r),
            tenggat: r.buka.as_ref().and_then(|(b, _)| b.jatuh().ok()),
            sanggahan: r.sanggahan,
            menunggu: if r.beku { 0 } else { r.menunggu },
            l,
        })
    });
    let baris: Vec<Baris> = baris.collect();
    let lembar = k.lembar(q.h, baris.len(), n, &q.kueri());
    for (medan, nilai) in [("pakai", if aturan.pakai { "ya" } else { "tidak" }.to_owned()), ("hari", aturan.hari_kerja.to_string())] {
        if f.nilai(medan).is_empty() {
            f.ganti(medan, nilai);
        }
    }
    let opsi = [Opsi::baru("ya", k.s("hak-jawab-pakai-ya")), Opsi::baru("tidak", k.s("hak-jawab-pakai-tidak"))];
    let kelola = a.penyelenggara().is_ok();
    let pihak = kelola || a.penanggungjawab().is_ok();
    let (disaring, cari) = (!q.cari.trim().is_empty(), Formulir::isi([("cari", q.cari)]));
    Ok(Halaman { k, f, p: &a.periode, tab: "hak-jawab", aturan, kelola, pihak, baris, opsi, cari, disaring, lembar })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, Query(q): Query<Cari>) -> Hasil {
    let a = hak::periode(&app.store, &pelaku, id).await?.dinilai()?;
    let k = super::konteks(&app, k, &a.periode, "hak-jawab").await?;
    tampil(&halaman(&app, &k, &a, q, Formulir::kosong()).await?)
}

async fn atur(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, mut f: Formulir) -> Hasil {
    let a = hak::periode(&app.store, &pelaku, id).await?.dinilai()?;
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
    tampil_salah(&halaman(&app, &k, &a, Cari::default(), f).await?)
}
