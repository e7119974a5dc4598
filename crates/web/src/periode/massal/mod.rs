//! What the pages share that make a document of all units of a period at once (`/periode/{periode}/berita-acara`, `/periode/{periode}/lhe`):
//! the fields of the numbers, and how far the job is. Which documents there are is decided in `store::massal`.

mod kerja;

pub use kerja::kerjakan;

use askama::{Template, filters::HtmlSafe};
use store::{
    hak::PenyelenggaraPeriode,
    instansi,
    massal::{self, Dokumen, Kerja, Lewat, Pola},
    periode::Periode,
};

use crate::{AppState, error::Hasil, formulir::Formulir, komponen::Kemajuan, konteks::Konteks};

/// Units that are named of those that were left out, or whose document cannot be finished.
pub(super) const DINAMAI: usize = 50;

/// Texts of one kind of job.
#[derive(Clone, Copy)]
pub(super) struct Kata {
    /// It is under way.
    pub sedang: &'static str,
    /// So many were made.
    pub jadi: &'static str,
    /// Where a unit that was left out is looked at: the end of its path.
    pub unit: &'static str,
    /// The value of `_aksi` that calls it off.
    pub batal: &'static str,
}

/// How far a job is, what it left out, and the button that calls it off.
#[derive(Template)]
#[template(path = "periode/massal.html")]
pub(super) struct Kartu<'a> {
    pub k: &'a Konteks,
    pub b: &'a Kerja,
    pub kata: Kata,
    /// The page itself.
    pub sini: String,
}

impl HtmlSafe for Kartu<'_> {}

impl Kartu<'_> {
    fn maju(&self) -> Kemajuan {
        self.k.kemajuan(self.k.s(self.kata.sedang), self.b.isi.jadi, self.b.isi.lokus.len())
    }

    fn dibuat(&self) -> usize {
        self.b.isi.jadi.saturating_sub(self.b.isi.lewat.len())
    }

    fn dinamai(&self) -> &[Lewat] {
        let semua = &self.b.isi.lewat;
        semua.get(..DINAMAI).unwrap_or(semua)
    }

    /// Units left out beyond those that are named.
    fn lain(&self) -> usize {
        self.b.isi.lewat.len().saturating_sub(DINAMAI)
    }
}

pub(super) fn bulat(n: i64) -> usize {
    usize::try_from(n).unwrap_or(0)
}

/// Today where the organiser is, ISO.
pub(super) async fn hari(app: &AppState, p: &Periode) -> Hasil<String> {
    let i = instansi::dari_id(&app.store, p.instansi_id).await?;
    Ok(app.store.sekarang().hari(&i.zona).to_string())
}

/// What the last request said, or the newest numbers show, with the running number that follows on the documents there are.
pub(super) async fn awal(app: &AppState, hak: &PenyelenggaraPeriode, d: Dokumen) -> Hasil<Vec<(&'static str, String)>> {
    let lama = massal::kerja(&app.store, hak, d).await?.map(|k| k.isi.pola).filter(|p| !p.tanpa());
    let pola = match lama {
        Some(p) => Some(p),
        None => massal::pola_lalu(&app.store, hak, d).await?,
    };
    let Some(pola) = pola else { return Ok(vec![("mulai", "1".to_owned())]) };
    let mulai = massal::nomor_bebas(&app.store, hak, d, &pola).await?.to_string();
    Ok(vec![("mulai", mulai), ("depan", pola.depan), ("belakang", pola.belakang), ("tempat", pola.tempat)])
}

/// The fields of the numbers and the place; the day is the caller's. `None`: a fault stands at its field.
pub(super) fn urai(f: &mut Formulir, tempat: (&'static str, usize)) -> Option<Pola> {
    let (depan, belakang) = (f.opsional("depan").unwrap_or_default(), f.opsional("belakang").unwrap_or_default());
    f.batasi("depan", 60);
    f.batasi("belakang", 60);
    f.batasi("tempat", tempat.1);
    let mulai = f.urai::<i64>("mulai", "massal-mulai-salah");
    if mulai.is_some_and(|n| !(1..=999_999).contains(&n)) {
        f.salahkan("mulai", "massal-mulai-salah");
    }
    let tempat = f.wajib("tempat", tempat.0);
    let (mulai, tempat) = (mulai?, tempat?);
    f.sah().then_some(Pola { depan, mulai, belakang, tanggal: String::new(), tempat })
}

/// Why the store refused the request, at its field.
pub(super) async fn tolak(
    app: &AppState,
    hak: &PenyelenggaraPeriode,
    f: &mut Formulir,
    d: Dokumen,
    pola: &Pola,
    kunci: &'static str,
) -> Hasil<()> {
    if kunci == "massal-nomor-dipakai" {
        let bebas = massal::nomor_bebas(&app.store, hak, d, pola).await?;
        f.salahkan_dengan("mulai", kunci, vec![("bebas", bebas.to_string())]);
    } else {
        f.salahkan("depan", kunci);
    }
    Ok(())
}
