//! `/lokus/{lokus}/jadwal`: the schedule of one unit, what it was told and when, and its receipt.

use askama::Template;
use axum::extract::State;
use store::{
    hak,
    id::LokusId,
    instansi,
    lokus::Lokus,
    periode::{self, Fase},
    persiapan::{
        jadwal::{self, Sampai},
        metode,
    },
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    periode::{
        jadwal::{Baris, baris},
        metode::kalimat,
    },
    rute::{Akses, Daftar},
    tampil::{Alih, tampil},
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/jadwal", Akses::Masuk, lihat);
    d.post("/lokus/{lokus}/jadwal", Akses::Masuk, terima);
}

#[derive(Template)]
#[template(path = "lokus/jadwal.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    l: &'a Lokus,
    baris: Vec<Baris>,
    sampai: Option<Sampai>,
    /// What stands now differs from what the unit was told.
    berubah: bool,
    menerima: bool,
    /// Adds events while the phase is open.
    mengatur: bool,
    metode: String,
}

impl Halaman<'_> {
    fn kabar(&self, s: &Sampai) -> String {
        self.k.a("jadwal-disampaikan-oleh", [("nama", s.oleh_nama.clone().into()), ("waktu", self.k.waktu(&s.pada).into())])
    }

    fn diterima(&self, s: &Sampai) -> String {
        let waktu = s.terima.map(|w| self.k.waktu(&w)).unwrap_or_default();
        self.k.a("jadwal-diterima-oleh", [("nama", s.terima_nama.clone().unwrap_or_default().into()), ("waktu", waktu.into())])
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let akses = hak::lokus(&app.store, &pelaku, id).await?;
    let l = &akses.lokus;
    // Events are in the organiser's zone, which may be another than the unit's.
    let zona = instansi::dari_id(&app.store, l.penyelenggara_id).await?.zona;
    let k = k.ilustrasi(l.ilustrasi == 1).zona(&zona).bantuan("persiapan");
    let semua = jadwal::milik_lokus(&app.store, &akses.pembaca()).await?;
    let sampai = jadwal::terakhir(app.store.baca(), id).await?;
    let kini: Vec<(&str, &str, &str)> =
        semua.iter().filter(|j| j.batal.is_none()).map(|j| (j.judul.as_str(), j.mulai.as_str(), j.tempat.as_str())).collect();
    let berubah = match &sampai {
        Some(s) => s.acara()?.iter().map(|a| (a.judul.as_str(), a.mulai.as_str(), a.tempat.as_str())).collect::<Vec<_>>() != kini,
        None => false,
    };
    let m = metode::satu(app.store.baca(), id).await?;
    let mengatur = akses.penyelenggara().is_ok() && periode::alasan_tertutup(&app.store, l.periode_id, Fase::Pelaksanaan).await?.is_none();
    tampil(&Halaman {
        mengatur,
        metode: kalimat(&k, m.as_ref().map(|m| m.dokumen.as_str()), m.as_ref().map(|m| m.wawancara.as_str())),
        menerima: akses.penerima_unit().is_ok(),
        baris: semua.iter().map(|j| baris(&k, j.clone())).collect::<Result<_, _>>()?,
        k: &k,
        l,
        sampai,
        berubah,
    })
}

async fn terima(State(app): State<AppState>, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, mut f: Formulir) -> Hasil {
    let hak = hak::lokus(&app.store, &pelaku, id).await?.penerima_unit()?;
    let Some(sampai) = f.urai("sampai", "umum-wajib") else { return Err(crate::Error::Rusak("sampai".into())) };
    jadwal::terima(&app.store, &hak, sampai).await?;
    Alih::ke(format!("/lokus/{id}/jadwal")).pesan("jadwal-diterima").into()
}
