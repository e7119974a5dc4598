//! `/periode/{periode}/sk`: the decrees of a period, a new one that appoints proposals, and the file of each.

mod lokus;
mod rancangan;

use askama::Template;
use axum::extract::{Multipart, State};
use store::{
    berkas::Tipe,
    hak,
    id::{PenugasanId, PeriodeId, SkId},
    penugasan,
    peran::Peran,
    periode::Periode,
    sk::{self, Sk},
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    kiriman::{self, SkKiriman},
    komponen::Opsi,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/sk", Akses::Masuk, lihat);
    d.post_besar("/periode/{periode}/sk", Akses::Peran(&[Peran::Penanggungjawab]), kiriman::SK_KIRIMAN, tetapkan);
    d.get("/periode/{periode}/sk/{sk}", Akses::Masuk, unduh);
    lokus::rute(d);
    rancangan::rute(d);
}

#[derive(Template)]
#[template(path = "periode/sk.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: &'a Periode,
    tab: &'static str,
    menetapkan: bool,
    /// Why nobody can be appointed now.
    tutup: Option<&'static str>,
    daftar: Vec<Sk>,
    usulan: Vec<Opsi>,
}

impl Halaman<'_> {
    fn hari(&self, s: &Sk) -> String {
        self.k.hari(&s.tanggal)
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a hak::AksesPeriode, f: Formulir) -> Hasil<Halaman<'a>> {
    let baca = akses.pembaca();
    let usulan = penugasan::usulan(&app.store, &baca).await?;
    let usulan = usulan.into_iter().map(|g| Opsi::baru(g.id.to_string(), g.nama).bantu(g.unit)).collect();
    Ok(Halaman {
        k,
        f,
        p: &akses.periode,
        tab: "sk",
        menetapkan: akses.penanggungjawab().is_ok(),
        tutup: store::periode::alasan_tertutup(&app.store, akses.periode.id, pekppp::Fase::Pelaksanaan).await?,
        daftar: sk::daftar(&app.store, &baca).await?,
        usulan,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let k = super::konteks(&app, k, &akses.periode, "evaluator").await?;
    let mut h = halaman(&app, &k, &akses, Formulir::isi([("op", SkId::baru().to_string())])).await?;
    // Usually one decree appoints the whole team, so all are ticked at first.
    for o in &h.usulan {
        h.f.taruh("usulan", &o.nilai);
    }
    tampil(&h)
}

/// A decree of a period as it came. It is signed before it is entered.
async fn baca(app: &AppState, p: &Periode, kiriman: Multipart) -> Hasil<SkKiriman> {
    let mut s = SkKiriman::baca(kiriman).await?;
    if let Some(t) = s.tanggal
        && sk::mendatang(&app.store, p, t).await?
    {
        s.f.salahkan("tanggal", "sk-tanggal-mendatang");
    }
    Ok(s)
}

async fn tetapkan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, kiriman: Multipart) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let hak = akses.penanggungjawab()?;
    let mut s = baca(&app, &akses.periode, kiriman).await?;
    let usulan: Vec<PenugasanId> = s.f.semua("usulan").filter_map(|u| u.parse().ok()).collect();
    if usulan.is_empty() {
        s.f.salahkan("usulan", "sk-tanpa-usulan");
    }
    if let Some(siap) = s.siap(&app.store)? {
        match sk::tetapkan(&app.store, &hak, siap.baru(&s.f), &usulan).await {
            Ok(_) => return Alih::ke(format!("/periode/{id}/evaluator")).pesan("periode-sk-ditetapkan").into(),
            Err(e) => crate::formulir::di_medan(&mut s.f, "usulan", "periode-sk-sudah", e)?,
        }
        s.pilih_lagi();
    }
    let k = super::konteks(&app, k, &akses.periode, "evaluator").await?;
    tampil_salah(&halaman(&app, &k, &akses, s.f).await?)
}

async fn unduh(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, s)): Jalur<(PeriodeId, SkId)>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let s = sk::satu(&app.store, &akses.pembaca(), s).await?;
    crate::berkas::kirim(&app, &s.objek, Tipe::Pdf, &s.nama_berkas).await
}
