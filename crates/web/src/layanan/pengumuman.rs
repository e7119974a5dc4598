//! `/layanan/pengumuman/{unit}`: what the unit tells citizens: posting it for some days, and withdrawing it.

use askama::Template;
use axum::extract::State;
use jiff::{ToSpan, civil::Date};
use store::{
    hak::{self, AksesUnit, Pelaku},
    id::{PengumumanId, UnitId},
    instansi::Unit,
    layanan::pengumuman::{self, ISI_MAKS, JUDUL_MAKS, Pengumuman, PengumumanIsi},
};

use crate::{
    AppState,
    error::Hasil,
    formulir::{Formulir, di_medan_menurut},
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/layanan/pengumuman/{unit}", super::PEMBACA, lihat);
    d.post("/layanan/pengumuman/{unit}", super::PENGELOLA, pasang);
    d.post("/layanan/pengumuman/{unit}/{pengumuman}/penarikan", super::PENGELOLA, tarik);
}

#[derive(Template)]
#[template(path = "layanan/pengumuman.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    unit: &'a Unit,
    semua: Vec<Pengumuman>,
    pengelola: bool,
    kini: String,
}

impl Halaman<'_> {
    fn opsi(&self) -> [Opsi; 1] {
        [Opsi::baru("ya", self.k.s("layanan-pengumuman-penting")).bantu(self.k.s("layanan-pengumuman-penting-bantu"))]
    }

    fn keadaan(&self, p: &Pengumuman) -> (Nada, &'static str) {
        match p {
            p if p.ditarik.is_some() => (Nada::Netral, "layanan-pengumuman-ditarik"),
            p if p.sampai < self.kini => (Nada::Netral, "layanan-pengumuman-lewat"),
            p if p.mulai > self.kini => (Nada::Info, "layanan-pengumuman-nanti"),
            _ => (Nada::Baik, "layanan-pengumuman-tampil"),
        }
    }

    fn dapat_ditarik(&self, p: &Pengumuman) -> bool {
        self.pengelola && p.ditarik.is_none() && p.sampai >= self.kini
    }
}

async fn buka(app: &AppState, k: Konteks, pelaku: &Pelaku, unit: UnitId) -> Hasil<(AksesUnit, Konteks, Date)> {
    let akses = hak::unit(&app.store, pelaku, unit).await?;
    let kini = app.store.sekarang().hari(&akses.instansi.zona);
    let k = k.zona(&akses.instansi.zona).bantuan("pengumuman");
    Ok((akses, k, kini))
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(unit): Jalur<UnitId>) -> Hasil {
    let (akses, k, kini) = buka(&app, k, &pelaku, unit).await?;
    let semua = pengumuman::semua(app.store.baca(), unit).await?;
    let mut f = Formulir::isi([("op", PengumumanId::baru().to_string()), ("mulai", kini.to_string())]);
    f.taruh("sampai", kini.saturating_add(7.days()).to_string());
    let k = k.ilustrasi(semua.iter().any(|p| p.ilustrasi == 1));
    let pengelola = akses.pengelola_layanan().is_ok();
    tampil(&Halaman { k: &k, f, unit: &akses.unit, semua, pengelola, kini: kini.to_string() })
}

async fn pasang(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(unit): Jalur<UnitId>, mut f: Formulir) -> Hasil {
    let (akses, k, kini) = buka(&app, k, &pelaku, unit).await?;
    let hak = akses.pengelola_layanan()?;
    let id = f.nilai("op").parse().unwrap_or_else(|_| PengumumanId::baru());
    let judul = f.wajib("judul", "layanan-pengumuman-judul-wajib");
    let isi = f.wajib("teks", "layanan-pengumuman-isi-wajib");
    f.batasi("judul", JUDUL_MAKS);
    f.batasi("teks", ISI_MAKS);
    let mulai = f.urai::<Date>("mulai", "layanan-tanggal-salah");
    let sampai = f.urai::<Date>("sampai", "layanan-tanggal-salah");
    let penting = f.dicentang("penting");
    if let (Some(judul), Some(isi), Some(mulai), Some(sampai), true) = (judul, isi, mulai, sampai, f.sah()) {
        let p = PengumumanIsi { judul: &judul, isi: &isi.replace("\r\n", "\n"), mulai, sampai, penting, ilustrasi: false };
        match pengumuman::pasang(&app.store, &hak, id, &p).await {
            Ok(()) => return Alih::ke(format!("/layanan/pengumuman/{unit}")).pesan("layanan-pengumuman-terpasang").into(),
            Err(e) => di_medan_menurut(&mut f, e, |_| Some("sampai"))?,
        }
    }
    let semua = pengumuman::semua(app.store.baca(), unit).await?;
    tampil_salah(&Halaman { k: &k, f, unit: &akses.unit, semua, pengelola: true, kini: kini.to_string() })
}

async fn tarik(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((unit, id)): Jalur<(UnitId, PengumumanId)>,
    f: Formulir,
) -> Hasil {
    let (akses, ..) = buka(&app, k, &pelaku, unit).await?;
    pengumuman::tarik(&app.store, &akses.pengelola_layanan()?, id, f.nilai("alasan")).await?;
    Alih::ke(format!("/layanan/pengumuman/{unit}")).pesan("layanan-pengumuman-tertarik").into()
}
