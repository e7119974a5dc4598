//! `/periode/{periode}/fase/{fase}`: closing a phase, or opening it again with a reason.

use askama::Template;
use axum::extract::State;
use pekppp::Fase;
use store::{
    hak,
    id::PeriodeId,
    lokus::syarat::{self, Jumlah},
    periode::{self, FasePeriode, Periode},
};

use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/fase/{fase}", super::PENYELENGGARA, lihat);
    d.post("/periode/{periode}/fase/{fase}", super::PENYELENGGARA, simpan);
}

#[derive(Template)]
#[template(path = "periode/fase.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: &'a Periode,
    nama: &'static str,
    akibat: &'static str,
    tertutup: bool,
    /// Units can be given time although it is closed.
    perpanjang: bool,
    /// What would be left undone by closing it, with how many units.
    sisa: Vec<String>,
    x: FasePeriode,
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, p: &'a Periode, fase: Fase, f: Formulir) -> Hasil<Halaman<'a>> {
    let semua = periode::fase_semua(app.store.baca(), p.id).await?;
    let x = semua.into_iter().find(|x| x.fase == fase).ok_or(Error::TidakAda)?;
    let akibat = match fase {
        Fase::Persiapan => "periode-akibat-persiapan",
        Fase::Pelaksanaan => "periode-akibat-pelaksanaan",
        Fase::Penyampaian => "periode-akibat-penyampaian",
        Fase::Pemeringkatan => "periode-akibat-pemeringkatan",
    };
    let dinilai = periode::aturan(&p.skema)?.dinilai;
    let sisa = if x.tertutup() || !dinilai { Vec::new() } else { sisa(k, fase, &syarat::jumlah(app.store.baca(), p.id).await?) };
    let perpanjang = x.tertutup() && fase == Fase::Pelaksanaan && dinilai;
    Ok(Halaman { k, f, p, nama: super::kunci_fase(fase), akibat, tertutup: x.tertutup(), perpanjang, sisa, x })
}

/// What a phase should have done for every unit, and has not.
fn sisa(k: &Konteks, fase: Fase, j: &Jumlah) -> Vec<String> {
    let semua: &[(&'static str, i64)] = match fase {
        Fase::Persiapan | Fase::Pemeringkatan => &[],
        Fase::Pelaksanaan => &[("periode-sisa-f01", j.lokus - j.terkirim), ("periode-sisa-hasil", j.lokus - j.hasil)],
        Fase::Penyampaian => &[("periode-sisa-ba", j.lokus - j.bersegel), ("periode-sisa-lhe", j.lokus - j.lhe)],
    };
    semua.iter().filter(|(_, n)| *n > 0).map(|(kunci, n)| k.jumlah(kunci, *n)).collect()
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, fase)): Jalur<(PeriodeId, String)>) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.penyelenggara()?;
    let fase = Fase::dari_kunci(&fase).ok_or(Error::TidakAda)?;
    let k = super::konteks(&app, k, &hak.periode, "fase").await?;
    tampil(&halaman(&app, &k, &hak.periode, fase, Formulir::kosong()).await?)
}

async fn simpan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, fase)): Jalur<(PeriodeId, String)>,
    mut f: Formulir,
) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.penyelenggara()?;
    let fase = Fase::dari_kunci(&fase).ok_or(Error::TidakAda)?;
    f.batasi("alasan", 1000);
    let buka = f.aksi() == "buka";
    let alasan = if buka { f.wajib("alasan", "fase-alasan-wajib") } else { Some(f.opsional("alasan").unwrap_or_default()) };
    if let Some(alasan) = alasan.filter(|_| f.sah()) {
        let pesan = if buka {
            periode::buka_kembali(&app.store, &hak, fase, &alasan).await?;
            "periode-fase-dibuka"
        } else {
            periode::tutup(&app.store, &hak, fase, &alasan).await?;
            "periode-fase-sudah-ditutup"
        };
        app.survei.lupakan_f03();
        return Alih::ke(format!("/periode/{id}")).pesan(pesan).into();
    }
    let k = super::konteks(&app, k, &hak.periode, "fase").await?;
    tampil_salah(&halaman(&app, &k, &hak.periode, fase, f).await?)
}
