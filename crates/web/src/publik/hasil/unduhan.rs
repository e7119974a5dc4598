//! `/hasil/{periode}/unduhan/{berkas}`: the ranking as CSV, Parquet, XLSX or JSON. Officers get the same files of the live state.
//! `/hasil/{periode}/{lokus}/bundel`: one result with its signature.

pub(crate) mod baris;
mod buku;
mod json;

pub(crate) use buku::kelompok;

use std::sync::Arc;

use axum::extract::State;
use dokumen::Angka;
use pekppp::Pecahan;
use store::{
    Waktu,
    penerbitan::Terbitan,
    peringkat::{self, Baris, PeringkatPeriode},
    periode::Periode,
};

use super::{Terbuka, buka};
use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    publik::cetak::Giliran,
    rute::{Akses, Daftar},
    unduhan,
};

pub fn rute(d: &mut Daftar) {
    d.get("/hasil/{periode}/unduhan/{berkas}", Akses::Publik, unduh);
    d.get("/hasil/{periode}/{lokus}/bundel", Akses::Publik, bundel);
}

async fn unduh(State(app): State<AppState>, k: Konteks, Jalur((periode, berkas)): Jalur<(String, String)>) -> Hasil {
    let (t, k) = match buka(&app, k, &periode).await? {
        Terbuka::Terbit(t, k) => (t, k),
        Terbuka::Ditarik(response) => return Ok(response),
    };
    // A workbook of the nation takes seconds of a core, and officers wait for the same two places.
    let giliran = (berkas == "xlsx").then(|| app.cetak_umum.ambil(k.permintaan.alamat())).transpose()?;
    let p = peringkat::publik(&app.store, &t).await?;
    tulis(&app, &k, Asal::terbitan(&t), p, (&berkas, giliran)).await
}

/// The signed bundle of one published result, for `prima verify`; 409 where what is stored is not what was signed.
async fn bundel(State(app): State<AppState>, k: Konteks, Jalur((periode, lokus)): Jalur<(String, String)>) -> Hasil {
    let t = match buka(&app, k, &periode).await? {
        Terbuka::Terbit(t, _) => t,
        Terbuka::Ditarik(response) => return Ok(response),
    };
    let b = peringkat::satu(&app.store, &t, &lokus).await?;
    if peringkat::bundel(&app.store, &b).await?.is_none() {
        return Err(Error::Bentrok("publik-tak-cocok-berkas"));
    }
    let beku = store::hasil::dari_id(app.store.baca(), b.hasil.ok_or(Error::TidakAda)?).await?;
    let isi = beku.berkas(&app.store).await?;
    Ok(unduhan::kirim(unduhan::JSON, &format!("hasil-{lokus}.json"), isi.into_bytes()))
}

/// What the file is about.
#[derive(Clone)]
pub(crate) struct Asal {
    pub periode: Periode,
    pub instansi: String,
    pub terbit: Option<Waktu>,
}

impl Asal {
    #[must_use]
    pub fn terbitan(t: &Terbitan) -> Self {
        Self { periode: t.periode.clone(), instansi: t.instansi.clone(), terbit: Some(t.pada) }
    }
}

/// `csv`, `parquet`, `xlsx` or `json`; anything else is an address that does not exist. All but the second are written while they are
/// sent, however long the ranking is. Beside it the turn of a visitor, who has few workbooks in work.
pub(crate) async fn tulis(
    app: &AppState,
    k: &Konteks,
    asal: Asal,
    p: Arc<PeringkatPeriode>,
    (berkas, giliran): (&str, Option<Giliran>),
) -> Hasil {
    let nama = format!("peringkat-{}.{berkas}", asal.periode.kode);
    Ok(match berkas {
        "csv" => unduhan::bertahap(unduhan::CSV, &nama, baris::csv(asal, p)),
        "xlsx" => buku::kirim(app, k, &asal, p, (&nama, giliran)),
        "parquet" => unduhan::kirim("application/vnd.apache.parquet", &nama, di_samping(move || baris::parquet(&asal, &p)).await?),
        "json" => unduhan::bertahap(unduhan::JSON, &nama, json::potong(asal, p)),
        _ => return Err(Error::TidakAda),
    })
}

/// Work that takes a core for a while goes aside, so that no other request waits for it.
async fn di_samping<T: Send + 'static>(kerja: impl FnOnce() -> Result<T, Error> + Send + 'static) -> Result<T, Error> {
    tokio::task::spawn_blocking(kerja).await.map_err(|e| Error::Dalam(e.to_string()))?
}

fn angka(nilai: Option<&str>) -> Option<Angka> {
    let p: Pecahan = nilai?.parse().ok()?;
    Some(Angka::new(p.tampil(2).replace('.', ","), p.desimal()))
}

/// Why a result is public without minutes signed by all three parties.
fn alasan_ba<'a>(p: &'a PeringkatPeriode, b: &Baris) -> Option<&'a str> {
    p.tanpa_ba.get(&b.hasil?).map(AsRef::as_ref)
}
