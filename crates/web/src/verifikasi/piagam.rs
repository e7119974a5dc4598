//! `/verifikasi/{kode}` for the certificate of an award: does it stand, for whom and for what; a file is compared with the
//! certificates that were printed.

use askama::Template;
use axum::response::Response;
use store::{
    StoreError, instansi,
    penerbitan::{self, Publik},
    penghargaan::{
        kini::{self, Berubah},
        putusan::Putusan,
    },
    periode::Periode,
    verifikasi::{self, piagam_tercetak},
};

use crate::{AppState, error::Hasil, komponen::Nada, konteks::Konteks, periode::penghargaan::kata, tampil::tampil};

#[derive(Template)]
#[template(path = "verifikasi/piagam.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    d: &'a Putusan,
    /// Where what is public now is not what it rests on.
    berubah: Berubah,
    /// Results of its period are public now.
    terbit: bool,
    p: &'a Periode,
    instansi: String,
    kode: String,
    keadaan: (Nada, &'static str),
    periksa: (Nada, &'static str, &'static str),
    banding: Option<(Nada, &'static str, &'static str)>,
}

/// What is stored is not the decision that was signed: nothing of it is shown.
#[derive(Template)]
#[template(path = "verifikasi/piagam_takcocok.html")]
struct TakCocok<'a> {
    k: &'a Konteks,
    kode: String,
}

impl Halaman<'_> {
    fn dasar(&self) -> String {
        kata::dasar(self.k, self.d)
    }

    /// That its figures wait for the ministry: not where they stand no more.
    fn sementara(&self) -> Option<String> {
        let gugur = self.d.tarik_pada.is_some() || self.d.hasil_batal.is_some() || self.berubah.contains_key(&self.d.id);
        if gugur { None } else { self.k.sementara(&self.p.skema, self.d.divalidasi == 1) }
    }

    /// What is public instead of its figures, or that the same are although its result was annulled.
    fn gugur(&self) -> Option<String> {
        kata::gugur(self.k, self.d, &self.berubah).filter(|_| self.terbit).map(|(_, teks)| teks)
    }
}

/// The page of a certificate; `sidik`: hash of a file to compare with it, empty where none was chosen.
pub(super) async fn halaman(app: &AppState, k: Konteks, (d, p): (Putusan, Periode), sidik: Option<&str>) -> Hasil<Response> {
    let i = instansi::dari_id(&app.store, p.instansi_id).await?;
    let k = k.ilustrasi(p.ilustrasi == 1).milik(&i).bantuan("verifikasi");
    if !d.sah(&app.store) {
        tracing::error!(kode = d.kode, "a decision on an award is not the one that was signed; it is not shown");
        return tampil(&TakCocok { k: &k, kode: d.kode.clone() });
    }
    let berubah = kini::menurut_kode(&app.store, &p.kode, &[&d]).await?;
    let terbit = match penerbitan::publik(&app.store, &p.kode).await {
        Ok(Publik::Terbit(_)) => true,
        Ok(Publik::Ditarik { .. }) | Err(StoreError::TidakDitemukan) => false,
        Err(e) => return Err(e.into()),
    };
    let (keadaan, periksa) = match (d.tarik_pada.is_some(), d.hasil_batal.is_some()) {
        (true, _) => ((Nada::Bahaya, "penghargaan-dicabut"), (Nada::Bahaya, "verifikasi-piagam-dicabut", "verifikasi-piagam-dicabut-isi")),
        (false, true) => (
            (Nada::Perhatian, "verifikasi-keadaan-berlaku"),
            (Nada::Perhatian, "verifikasi-piagam-hasil-batal", "verifikasi-piagam-hasil-batal-isi"),
        ),
        (false, false) if !berubah.is_empty() => (
            (Nada::Perhatian, "verifikasi-keadaan-berlaku"),
            (Nada::Perhatian, "verifikasi-piagam-angka-berubah", "verifikasi-piagam-angka-berubah-isi"),
        ),
        (false, false) => {
            ((Nada::Baik, "verifikasi-keadaan-berlaku"), (Nada::Baik, "verifikasi-tercatat", "verifikasi-piagam-tercatat-isi"))
        }
    };
    let banding = match sidik {
        None => None,
        Some("") => Some((Nada::Perhatian, "verifikasi-pilih", "verifikasi-pilih-isi")),
        Some(s) if piagam_tercetak(&app.store, &d, s).await? => Some((Nada::Baik, "verifikasi-sama", "verifikasi-piagam-sama-isi")),
        Some(_) => Some((Nada::Bahaya, "verifikasi-beda", "verifikasi-piagam-beda-isi")),
    };
    let kode = d.kode.clone();
    tampil(&Halaman { k: &k, d: &d, berubah, terbit, p: &p, instansi: i.nama, kode, keadaan, periksa, banding })
}
