//! `/lokus/{lokus}/f01/pengiriman`: the head of the unit reads what would be sent, submits it, or withdraws what was sent.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    f01::{self, Ajukan, Keadaan},
    id::{LokusId, OperasiId, PengirimanId},
    peran::Peran,
};
use uuid::Uuid;

use super::{muatan::Muatan, ringkasan};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const KEPALA: Akses = Akses::Peran(&[Peran::UnitKepala]);

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/f01/pengiriman", KEPALA, lihat);
    d.post("/lokus/{lokus}/f01/pengiriman", KEPALA, kirim);
    d.delete("/lokus/{lokus}/f01/pengiriman", KEPALA, tarik);
}

#[derive(Template)]
#[template(path = "lokus/f01/pengiriman.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Muatan,
    f: Formulir,
    r: ringkasan::Halaman<'a>,
    op: Uuid,
    /// Hash of the content on this page; a submission of anything else is refused.
    sidik: String,
}

impl<'a> Halaman<'a> {
    async fn baru(app: &AppState, k: &'a Konteks, m: &'a Muatan, f: Formulir) -> Result<Self, Error> {
        let (_, sidik) = f01::beku_kini(app.store.baca(), m.lokus().id).await?.teks()?;
        let r = ringkasan::Halaman::baru(app, k, m, Formulir::kosong()).await?;
        Ok(Self { k, m, f, r, op: Uuid::new_v4(), sidik })
    }

    fn jalur(&self) -> String {
        format!("/lokus/{}/f01", self.m.lokus().id)
    }

    fn siap(&self) -> Option<&f01::Siap> {
        if let Keadaan::Siap(s) = &self.m.keadaan { Some(s) } else { None }
    }

    fn terkirim(&self) -> Option<&f01::Pengiriman> {
        if let Keadaan::Terkirim(p) = &self.m.keadaan { Some(p) } else { None }
    }

    fn serah_kalimat(&self, s: &f01::Siap) -> String {
        self.k.a("f01-diserahkan-oleh", [("nama", s.nama.clone().into()), ("pada", self.k.waktu(&s.pada).into())])
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    m.akses.kepala()?;
    let k = m.konteks(k);
    tampil(&Halaman::baru(&app, &k, &m, Formulir::kosong()).await?)
}

async fn kirim(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, mut f: Formulir) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let hak = m.akses.kepala()?;
    let k = m.konteks(k);
    if f.aksi() == "tarik" {
        return penarikan(&app, &k, &m, f).await;
    }
    if !f.dicentang("setuju") {
        f.salahkan("setuju", "f01-setuju-wajib");
        return tampil_salah(&Halaman::baru(&app, &k, &m, f).await?);
    }
    let op = OperasiId(f.nilai("op").parse().unwrap_or_else(|_| Uuid::new_v4()));
    match f01::ajukan(&app.store, &hak, Ajukan { op, sidik: f.nilai("sidik") }).await {
        Ok(_) => Alih::ke(format!("/lokus/{id}/f01")).pesan("f01-terkirim").into(),
        // The content changed while it was read: show it again, to be approved again.
        Err(StoreError::Keadaan("f01-isi-berubah")) => {
            f.salahkan("setuju", "f01-isi-berubah");
            tampil_salah(&Halaman::baru(&app, &k, &m, f).await?)
        }
        Err(e) => Err(e.into()),
    }
}

async fn tarik(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, f: Formulir) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let k = m.konteks(k);
    penarikan(&app, &k, &m, f).await
}

/// Takes the submission back that the form names, with its reason.
async fn penarikan(app: &AppState, k: &Konteks, m: &Muatan, mut f: Formulir) -> Hasil {
    let hak = m.akses.kepala()?;
    f.batasi("alasan", 1000);
    let alasan = f.wajib("alasan", "f01-alasan-wajib");
    let (Some(alasan), true) = (alasan, f.sah()) else {
        return tampil_salah(&Halaman::baru(app, k, m, f).await?);
    };
    let pengiriman: PengirimanId = f.nilai("pengiriman").parse().map_err(|_| Error::TidakAda)?;
    f01::tarik(&app.store, &hak, pengiriman, &alasan).await?;
    Alih::ke(format!("/lokus/{}/f01", m.lokus().id)).pesan("f01-tarik-selesai").into()
}
