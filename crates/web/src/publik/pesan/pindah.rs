//! `/pesanan/{kode}/perubahan`: another day or time. The old one is kept until the new one is had.

use askama::Template;
use axum::extract::{Query, State};
use jiff::civil::{Date, Time};
use store::{
    StoreError,
    pesanan::{self, Bahan, GalatPesan, Lihat},
};

use super::{
    bagian::{DaftarHari, PilihWaktu, hari_pilih, salahkan},
    pilih::{Kueri, konteks},
    rinci::buka,
};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    mpp::pesanan::kata,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/pesanan/{kode}/perubahan", Akses::Publik, lihat);
    d.post("/pesanan/{kode}/perubahan", Akses::Publik, simpan);
}

#[derive(Template)]
#[template(path = "publik/pesan/pindah.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    l: &'a Lihat,
    kini: String,
    pilih: Option<Date>,
    hari: DaftarHari<'a>,
    waktu: Option<PilihWaktu<'a>>,
}

impl Halaman<'_> {
    /// What to do while there is no other time. Where officers come by invitation nobody is sent there on any other day.
    fn hilang(&self) -> &'static str {
        if self.l.tempat.kehadiran == "undangan" { "pesanan-hilang-undangan" } else { "pesanan-habis-hilang" }
    }

    fn tanggal(&self) -> String {
        self.pilih.map(|h| h.to_string()).unwrap_or_default()
    }
}

fn halaman<'a>(k: &'a Konteks, l: &'a Lihat, bahan: &Bahan, f: Formulir) -> Halaman<'a> {
    let pilih = hari_pilih(bahan, f.nilai("tanggal").parse().ok());
    Halaman {
        kini: kata::kapan(k.bahasa, l),
        hari: DaftarHari::baru(k, format!("/pesanan/{}/perubahan", l.kode), bahan, pilih),
        waktu: pilih.map(|h| PilihWaktu::baru(k, &f, &l.tempat, bahan, h)),
        pilih,
        k,
        f,
        l,
    }
}

fn dapat(app: &AppState, l: &Lihat) -> Hasil<()> {
    if l.dapat_diubah(app.store.sekarang()) { Ok(()) } else { Err(Error::Bentrok("pesanan-salah-mulai")) }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(teks): Jalur<String>, Query(q): Query<Kueri>) -> Hasil {
    let l = buka(&app, &teks).await?;
    dapat(&app, &l)?;
    let k = konteks(k, &l.tempat);
    let bahan = pesanan::hari_pesan(app.store.baca(), &l.tempat, app.store.sekarang()).await?;
    tampil(&halaman(&k, &l, &bahan, Formulir::isi([("tanggal", q.hari)])))
}

async fn simpan(State(app): State<AppState>, k: Konteks, Jalur(teks): Jalur<String>, mut f: Formulir) -> Hasil {
    let l = buka(&app, &teks).await?;
    dapat(&app, &l)?;
    let k = konteks(k, &l.tempat);
    let tanggal = f.urai::<Date>("tanggal", "pesanan-salah-slot");
    let mulai = f.urai::<Time>("mulai", "pesanan-waktu-wajib");
    if let (Some(tanggal), Some(mulai), true) = (tanggal, mulai, f.sah()) {
        match pesanan::pindah(&app.store, &l.kode, tanggal, mulai, None).await {
            Ok(()) => return Alih::ke(format!("/pesanan/{}", l.kode)).pesan("pesanan-dipindah").into(),
            Err(GalatPesan::Slot(e)) => salahkan(&mut f, &e),
            Err(GalatPesan::Store(StoreError::Keadaan(kunci @ "pesan-pindah-habis"))) => f.salahkan("mulai", kunci),
            Err(GalatPesan::Store(e)) => return Err(e.into()),
        }
    }
    let bahan = pesanan::hari_pesan(app.store.baca(), &l.tempat, app.store.sekarang()).await?;
    tampil_salah(&halaman(&k, &l, &bahan, f))
}
