//! `/periode/{periode}/penghargaan/piagam`: the certificates of a period in one file, made in the background with their progress; the
//! page can be left and found again by whoever runs the period. And the mark that is printed on them (`POST …/logo`).

mod kerja;

pub use kerja::kerjakan;

use askama::Template;
use axum::{
    body::Body,
    extract::{Multipart, State},
    response::Response,
};
use store::{
    StoreError, berkas, ekspor,
    hak::{self, PenyelenggaraPeriode},
    id::{PekerjaanId, PeriodeId},
    objek,
    penghargaan::{
        self, Penghargaan,
        cetak::{self, Berkas},
        logo,
    },
    periode::Periode,
};
use tokio_util::io::ReaderStream;

use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    kiriman,
    komponen::{Kemajuan, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    periode::PENYELENGGARA,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
    unduhan,
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/penghargaan/piagam", PENYELENGGARA, lihat);
    d.post("/periode/{periode}/penghargaan/piagam", PENYELENGGARA, minta);
    d.get("/periode/{periode}/penghargaan/piagam/{berkas}", PENYELENGGARA, unduh);
    d.post("/periode/{periode}/penghargaan/piagam/{berkas}", PENYELENGGARA, buang);
    d.get("/periode/{periode}/penghargaan/logo", PENYELENGGARA, lihat_logo);
    d.post_besar("/periode/{periode}/penghargaan/logo", PENYELENGGARA, 1024 * 1024, pasang);
}

#[derive(Template)]
#[template(path = "periode/penghargaan/piagam.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: &'a Periode,
    berkas: Vec<Berkas>,
    pilihan: Vec<Opsi>,
    logo: Option<String>,
}

impl Halaman<'_> {
    fn nama(&self, b: &Berkas) -> String {
        if b.isi.nama.is_empty() { self.k.s("penghargaan-piagam-semua") } else { b.isi.nama.clone() }
    }

    fn kemajuan(&self, b: &Berkas) -> Kemajuan {
        let angka = |n: i64| usize::try_from(n).unwrap_or(0);
        self.k.kemajuan(self.nama(b), angka(b.isi.jadi.min(b.isi.semua)), angka(b.isi.semua))
    }

    fn ukuran(&self, b: &Berkas) -> String {
        crate::format::ukuran(self.k.bahasa, u64::try_from(b.isi.ukuran).unwrap_or(0))
    }

    fn bekerja(&self) -> bool {
        self.berkas.iter().any(|b| !b.isi.siap)
    }

    fn sini(&self) -> String {
        format!("/periode/{}/penghargaan/piagam", self.p.id)
    }

    fn ke_penghargaan(&self) -> String {
        format!("/periode/{}/penghargaan", self.p.id)
    }
}

async fn daftar(app: &AppState, hak: &PenyelenggaraPeriode) -> Hasil<Vec<Penghargaan>> {
    let pembaca = hak::periode(&app.store, hak.pelaku(), hak.periode.id).await?.pembaca();
    Ok(penghargaan::daftar(&app.store, &pembaca).await?.into_iter().filter(|g| g.diberi > 0).collect())
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, hak: &'a PenyelenggaraPeriode, f: Formulir) -> Hasil<Halaman<'a>> {
    let daftar = daftar(app, hak).await?;
    let semua: i64 = daftar.iter().map(|g| g.diberi).sum();
    let mut pilihan = Vec::new();
    if semua > 0 {
        pilihan.push(Opsi::baru("semua", k.s("penghargaan-piagam-semua")).bantu(k.jumlah("penghargaan-jumlah-penerima", semua)));
    }
    pilihan.extend(daftar.iter().map(|g| Opsi::baru(g.id.to_string(), &g.nama).bantu(k.jumlah("penghargaan-jumlah-penerima", g.diberi))));
    let berkas = cetak::milik(&app.store, hak).await?;
    Ok(Halaman { k, f, p: &hak.periode, berkas, pilihan, logo: logo::sidik(&app.store, hak.periode.instansi_id).await? })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.penyelenggara()?;
    let k = crate::periode::konteks(&app, k, &hak.periode, "penghargaan").await?;
    tampil(&halaman(&app, &k, &hak, Formulir::isi([("pilih", "semua")])).await?)
}

async fn minta(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, mut f: Formulir) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.penyelenggara()?;
    let k = crate::periode::konteks(&app, k, &hak.periode, "penghargaan").await?;
    if let Some(pilih) = f.wajib("pilih", "penghargaan-piagam-pilih") {
        let daftar = daftar(&app, &hak).await?;
        let g = daftar.iter().find(|g| g.id.to_string() == pilih);
        if g.is_none() && pilih != "semua" {
            f.salahkan("pilih", "penghargaan-piagam-pilih");
        } else {
            match cetak::minta(&app.store, &hak, g.map(|g| (g.id, g.nama.as_str()))).await {
                Ok(_) => return Alih::ke(format!("/periode/{id}/penghargaan/piagam")).pesan("penghargaan-piagam-diminta").into(),
                Err(StoreError::Keadaan(kunci)) => f.salahkan("pilih", kunci),
                Err(e) => return Err(e.into()),
            }
        }
    }
    tampil_salah(&halaman(&app, &k, &hak, f).await?)
}

async fn unduh(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, b)): Jalur<(PeriodeId, PekerjaanId)>) -> Hasil<Response> {
    let hak = hak::periode(&app.store, &pelaku, id).await?.penyelenggara()?;
    let siap = cetak::satu(&app.store, &hak, b).await?.isi.siap;
    let isi = if siap { ekspor::lokal(&app.store, b)? } else { None };
    let isi = unduhan::buka(isi).await?;
    let isi = Body::from_stream(ReaderStream::with_capacity(isi, 64 * 1024));
    Ok(unduhan::kirim("application/zip", &format!("piagam-{}.zip", hak.periode.kode), isi))
}

async fn buang(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, b)): Jalur<(PeriodeId, PekerjaanId)>) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.penyelenggara()?;
    cetak::buang(&app.store, &hak, b).await?;
    Alih::ke(format!("/periode/{id}/penghargaan/piagam")).pesan("penghargaan-piagam-dibuang").into()
}

async fn lihat_logo(State(app): State<AppState>, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.penyelenggara()?;
    let sidik = logo::sidik(&app.store, hak.periode.instansi_id).await?.ok_or(Error::TidakAda)?;
    let tipe = objek::tipe(app.store.baca(), &sidik).await?.ok_or(Error::TidakAda)?;
    crate::berkas::kirim(&app, &sidik, tipe, "lambang").await
}

async fn pasang(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, kiriman: Multipart) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.penyelenggara()?;
    let k = crate::periode::konteks(&app, k, &hak.periode, "penghargaan").await?;
    let (mut f, kiriman) = kiriman::baca(kiriman, "berkas").await?;
    let lepas = f.aksi() == "lepas";
    let hasil = match kiriman {
        _ if lepas => Some(logo::lepas(&app.store, &hak).await),
        None => None,
        Some((_, isi)) => match berkas::periksa(isi) {
            Ok(b) => Some(logo::pasang(&app.store, &hak, &b).await),
            Err(_) => Some(Err(StoreError::Keadaan("logo-bukan-gambar"))),
        },
    };
    match hasil {
        Some(Ok(())) => return Alih::ke(format!("/periode/{id}/penghargaan/piagam")).pesan("penghargaan-logo-disimpan").into(),
        Some(Err(StoreError::Keadaan(kunci))) => f.salahkan("berkas", kunci),
        Some(Err(e)) => return Err(e.into()),
        None => f.salahkan("berkas", "penghargaan-logo-pilih"),
    }
    f.taruh("pilih", "semua");
    tampil_salah(&halaman(&app, &k, &hak, f).await?)
}
