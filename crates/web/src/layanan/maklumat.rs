//! `/layanan/maklumat/{unit}`: the pledges of a unit, and recording the one that its head signed.

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use store::{
    hak,
    id::{MaklumatId, UnitId},
    instansi::Unit,
    layanan::maklumat::{self, Maklumat, MaklumatIsi},
};

use crate::{
    AppState,
    error::Hasil,
    formulir::{Formulir, di_medan_menurut},
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/layanan/maklumat/{unit}", super::PEMBACA, lihat);
    d.post("/layanan/maklumat/{unit}", super::KEPALA, catat);
}

#[derive(Template)]
#[template(path = "layanan/maklumat.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    unit: &'a Unit,
    semua: Vec<Maklumat>,
    kepala: bool,
}

impl Halaman<'_> {
    fn tanda(&self, m: &Maklumat) -> String {
        tanda(self.k, m)
    }
}

/// "dr. A, Direktur, 2 Mei 2026"; the office may be missing.
pub(crate) fn tanda(k: &Konteks, m: &Maklumat) -> String {
    let hari = k.hari(&m.tanggal);
    let bagian = [m.penanda_tangan.as_str(), m.jabatan.as_str(), hari.as_str()];
    bagian.into_iter().filter(|b| !b.is_empty()).collect::<Vec<_>>().join(", ")
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(unit): Jalur<UnitId>) -> Hasil {
    let akses = hak::unit(&app.store, &pelaku, unit).await?;
    let k = k.zona(&akses.instansi.zona).bantuan("layanan");
    let semua = maklumat::semua(app.store.baca(), unit).await?;
    let mut f = Formulir::isi([("op", MaklumatId::baru().to_string())]);
    f.taruh("tanggal", app.store.sekarang().hari(&akses.instansi.zona).to_string());
    tampil(&Halaman { k: &k, f, unit: &akses.unit, semua, kepala: akses.kepala_layanan().is_ok() })
}

async fn catat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(unit): Jalur<UnitId>, mut f: Formulir) -> Hasil {
    let akses = hak::unit(&app.store, &pelaku, unit).await?;
    let hak = akses.kepala_layanan()?;
    let k = k.zona(&akses.instansi.zona).bantuan("layanan");
    let id = f.nilai("op").parse().unwrap_or_else(|_| MaklumatId::baru());
    let isi = f.wajib("teks", "layanan-maklumat-isi-wajib");
    f.batasi("teks", maklumat::TEKS_MAKS);
    let nama = f.wajib("nama", "layanan-maklumat-nama-wajib");
    let jabatan = f.opsional("jabatan").unwrap_or_default();
    f.batasi("nama", 200);
    f.batasi("jabatan", 200);
    let tanggal = f.urai::<Date>("tanggal", "layanan-tanggal-salah");
    let sampai = f.urai_opsional::<Date>("sampai", "layanan-tanggal-salah");
    if let (Some(isi), Some(nama), Some(tanggal), true) = (isi, nama, tanggal, f.sah()) {
        let m = MaklumatIsi { isi: &isi.replace("\r\n", "\n"), penanda_tangan: &nama, jabatan: &jabatan, tanggal, sampai };
        match maklumat::tetapkan(&app.store, &hak, id, &m).await {
            Ok(()) => return Alih::ke(format!("/layanan/maklumat/{unit}")).pesan("layanan-maklumat-tercatat").into(),
            Err(e) => di_medan_menurut(&mut f, e, |_| Some("sampai"))?,
        }
    }
    let semua = maklumat::semua(app.store.baca(), unit).await?;
    tampil_salah(&Halaman { k: &k, f, unit: &akses.unit, semua, kepala: true })
}
