//! `/periode/{periode}/fase/{fase}`: closing a phase, or opening it again with a reason.

use askama::Template;
use axum::extract::State;
use pekppp::Fase;
use store::{
    hak,
    id::PeriodeId,
    periode::{self, FasePeriode, Penutupan, Periode},
};

use super::sisa::sisa;
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
    /// What would be left undone by closing it, in words.
    sisa: Vec<String>,
    x: FasePeriode,
    /// The note of a closing that came after somebody else's.
    catatan: Option<String>,
}

impl Halaman<'_> {
    /// `Tahap ini sudah ditutup oleh …, pukul …`
    fn terdahului(&self) -> String {
        let Some(e) = self.x.kejadian.first() else { return String::new() };
        self.k.a("periode-fase-terdahului", [("nama", e.nama.as_str().into()), ("waktu", self.k.waktu(&e.pada).into())])
    }

    fn tersisa(&self, catatan: &str) -> String {
        if catatan.is_empty() { self.k.s("periode-fase-terdahului-isi") } else { self.k.n("periode-fase-catatan-sisa", "catatan", catatan) }
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a hak::AksesPeriode, fase: Fase, f: Formulir) -> Hasil<Halaman<'a>> {
    let p = &akses.periode;
    let semua = periode::fase_semua(app.store.baca(), p.id).await?;
    let x = semua.into_iter().find(|x| x.fase == fase).ok_or(Error::TidakAda)?;
    let akibat = match fase {
        Fase::Persiapan => "periode-akibat-persiapan",
        Fase::Pelaksanaan => "periode-akibat-pelaksanaan",
        Fase::Penyampaian => "periode-akibat-penyampaian",
        Fase::Pemeringkatan => "periode-akibat-pemeringkatan",
    };
    let dinilai = periode::aturan(&p.skema)?.dinilai;
    let sisa = if x.tertutup() { Vec::new() } else { sisa(app, k, &akses.pembaca(), fase).await? };
    let perpanjang = x.tertutup() && fase == Fase::Pelaksanaan && dinilai;
    Ok(Halaman { k, f, p, nama: super::kunci_fase(fase), akibat, tertutup: x.tertutup(), perpanjang, sisa, x, catatan: None })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, fase)): Jalur<(PeriodeId, String)>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    akses.penyelenggara()?;
    let fase = Fase::dari_kunci(&fase).ok_or(Error::TidakAda)?;
    let k = super::konteks(&app, k, &akses.periode, "fase").await?;
    tampil(&halaman(&app, &k, &akses, fase, Formulir::kosong()).await?)
}

async fn simpan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, fase)): Jalur<(PeriodeId, String)>,
    mut f: Formulir,
) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let hak = akses.penyelenggara()?;
    let fase = Fase::dari_kunci(&fase).ok_or(Error::TidakAda)?;
    f.batasi("alasan", 1000);
    let buka = f.aksi() == "buka";
    let alasan = if buka { f.wajib("alasan", "fase-alasan-wajib") } else { Some(f.opsional("alasan").unwrap_or_default()) };
    if let Some(alasan) = alasan.filter(|_| f.sah()) {
        let pesan = if buka {
            periode::buka_kembali(&app.store, &hak, fase, &alasan).await?;
            "periode-fase-dibuka"
        } else if periode::tutup(&app.store, &hak, fase, &alasan).await? == Penutupan::SudahTertutup {
            return terdahului(&app, k, &akses, fase, alasan).await;
        } else {
            "periode-fase-sudah-ditutup"
        };
        app.survei.lupakan_f03();
        return Alih::ke(format!("/periode/{id}")).pesan(pesan).into();
    }
    let k = super::konteks(&app, k, &akses.periode, "fase").await?;
    tampil_salah(&halaman(&app, &k, &akses, fase, f).await?)
}

/// Somebody else closed the phase meanwhile: who and when, and the note that was typed, since it is kept nowhere.
async fn terdahului(app: &AppState, k: Konteks, akses: &hak::AksesPeriode, fase: Fase, catatan: String) -> Hasil {
    let k = super::konteks(app, k, &akses.periode, "fase").await?;
    let mut h = halaman(app, &k, akses, fase, Formulir::kosong()).await?;
    h.catatan = Some(catatan);
    tampil_salah(&h)
}
