//! `/periode/{periode}/sk/lokus`: the signed decree that names the unit lokus, uploaded as a scan.

use askama::Template;
use axum::extract::{Multipart, State};
use store::{
    berkas::Tipe,
    hak,
    id::{PeriodeId, SkId},
    peran::Peran,
    periode::{Fase, Periode, alasan_tertutup},
    persiapan::sk_lokus::{self, SkLokus},
};

use crate::{
    AppState,
    error::Hasil,
    formulir::{Formulir, di_medan},
    jalur::Jalur,
    kiriman,
    konteks::Konteks,
    pelaku::Orang,
    periode::konteks,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/sk/lokus", Akses::Masuk, lihat);
    d.post_besar("/periode/{periode}/sk/lokus", Akses::Peran(&[Peran::Penanggungjawab]), kiriman::SK_KIRIMAN, tetapkan);
    d.get("/periode/{periode}/sk/lokus/{sk}", Akses::Masuk, unduh);
}

#[derive(Template)]
#[template(path = "periode/sk/lokus.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: &'a Periode,
    tab: &'static str,
    menetapkan: bool,
    tutup: Option<&'static str>,
    daftar: Vec<SkLokus>,
    belum: i64,
}

impl Halaman<'_> {
    fn hari(&self, s: &SkLokus) -> String {
        self.k.hari(&s.tanggal)
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a hak::AksesPeriode, f: Formulir) -> Hasil<Halaman<'a>> {
    let baca = akses.pembaca();
    Ok(Halaman {
        menetapkan: akses.penanggungjawab().is_ok(),
        tutup: alasan_tertutup(&app.store, akses.periode.id, Fase::Pelaksanaan).await?,
        daftar: sk_lokus::daftar(&app.store, &baca).await?,
        belum: sk_lokus::belum(&app.store, &baca).await?,
        p: &akses.periode,
        tab: "sk",
        k,
        f,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let k = konteks(&app, k, &akses.periode, "persiapan").await?;
    tampil(&halaman(&app, &k, &akses, Formulir::isi([("op", SkId::baru().to_string())])).await?)
}

async fn tetapkan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, kiriman: Multipart) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let hak = akses.penanggungjawab()?;
    let mut s = super::baca(&app, &akses.periode, kiriman).await?;
    if let Some(siap) = s.siap(&app.store)? {
        match sk_lokus::tetapkan(&app.store, &hak, siap.baru(&s.f)).await {
            Ok(_) => return Alih::ke(format!("/periode/{id}/sk/lokus")).pesan("persiapan-sk-lokus-tersimpan").into(),
            Err(e) => di_medan(&mut s.f, "nomor", "periode-unit-sudah", e)?,
        }
        s.pilih_lagi();
    }
    let k = konteks(&app, k, &akses.periode, "persiapan").await?;
    tampil_salah(&halaman(&app, &k, &akses, s.f).await?)
}

async fn unduh(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, s)): Jalur<(PeriodeId, SkId)>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let s = sk_lokus::satu(&app.store, &akses.pembaca(), s).await?;
    crate::berkas::kirim(&app, &s.objek, Tipe::Pdf, &s.nama_berkas).await
}
