//! `/periode/{periode}/penghargaan/{penghargaan}/putusan/{putusan}`: one decision with its figures, decree and certificate; `POST`
//! withdraws it with a reason.

use askama::Template;
use axum::{extract::State, response::Response};
use store::{
    StoreError,
    hak::{self, AksesPeriode},
    id::{PenghargaanId, PeriodeId, PutusanId},
    penghargaan::{
        cetak as cetakan,
        putusan::{self, Putusan},
    },
    periode::Periode,
    sidik_hex, verifikasi,
};

use super::{
    cetak::Cetak,
    kata,
    kini::{self, Kini},
    rinci::lencana,
};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    periode::PENYELENGGARA,
    rute::{Akses, Daftar},
    tampil::{Alih, pdf, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/penghargaan/{penghargaan}/putusan/{putusan}", Akses::Masuk, lihat);
    d.post("/periode/{periode}/penghargaan/{penghargaan}/putusan/{putusan}", PENYELENGGARA, tarik);
    d.get("/periode/{periode}/penghargaan/{penghargaan}/putusan/{putusan}/piagam", PENYELENGGARA, piagam);
}

#[derive(Template)]
#[template(path = "periode/penghargaan/putusan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: &'a Periode,
    d: Putusan,
    kini: Kini,
    temuan: Vec<(bool, String)>,
    mengatur: bool,
}

impl Halaman<'_> {
    fn lencana(&self) -> (Nada, &'static str) {
        lencana(&self.d)
    }

    /// What no longer holds under it: a mark, and what is public instead.
    fn gugur(&self) -> Option<(&'static str, String)> {
        self.kini.tanda(self.k, &self.d)
    }

    fn dasar(&self) -> String {
        kata::dasar(self.k, &self.d)
    }

    fn bentuk(&self) -> String {
        kata::bentuk(self.k, &self.d.bentuk, &self.d.bentuk_lain)
    }

    fn kode(&self) -> String {
        verifikasi::tampil(&self.d.kode)
    }
}

type Alamat = Jalur<(PeriodeId, PenghargaanId, PutusanId)>;

async fn muat(app: &AppState, akses: &AksesPeriode, g: PenghargaanId, id: PutusanId) -> Hasil<Putusan> {
    let d = putusan::satu(&app.store, &akses.pembaca(), id).await?;
    if d.penghargaan_id == g { Ok(d) } else { Err(Error::TidakAda) }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesPeriode, d: Putusan, f: Formulir) -> Hasil<Halaman<'a>> {
    let kini = kini::baca(app, &akses.periode.kode, std::slice::from_ref(&d)).await?;
    let temuan = d.temuan()?.iter().map(|t| (t.terpenuhi, kata::temuan(k, t))).collect();
    Ok(Halaman { k, f, p: &akses.periode, d, kini, temuan, mengatur: akses.penyelenggara().is_ok() })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, g, d)): Alamat) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let k = crate::periode::konteks(&app, k, &akses.periode, "penghargaan").await?;
    let satu = muat(&app, &akses, g, d).await?;
    tampil(&halaman(&app, &k, &akses, satu, Formulir::kosong()).await?)
}

async fn tarik(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, g, d)): Alamat, mut f: Formulir) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let hak = akses.penyelenggara()?;
    let k = crate::periode::konteks(&app, k, &akses.periode, "penghargaan").await?;
    let satu = muat(&app, &akses, g, d).await?;
    f.batasi("alasan", 1000);
    if let Some(alasan) = f.wajib("alasan", "alasan-wajib").filter(|_| f.sah()) {
        match putusan::tarik(&app.store, &hak, d, &alasan).await {
            Ok(()) => return Alih::ke(format!("/periode/{id}/penghargaan/{g}")).pesan("penghargaan-pesan-dicabut").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan("alasan", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    tampil_salah(&halaman(&app, &k, &akses, satu, f).await?)
}

async fn piagam(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, g, d)): Alamat) -> Hasil<Response> {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let hak = akses.penyelenggara()?;
    let satu = muat(&app, &akses, g, d).await?;
    if !satu.diberi() {
        return Err(Error::TidakAda);
    }
    let c = Cetak::baru(&app, &hak).await?;
    let isi = app.pencetak.cetak(c.piagam(&satu)).await?;
    cetakan::catat(&app.store, &hak, &[(d, sidik_hex(&isi))]).await?;
    Ok(pdf(isi, &format!("piagam-{}.pdf", satu.kode)))
}
