//! Invented data in quantity for load tests (`prima simulate`), the same for the same seed.
//!
//! One kabupaten, N units, three periods; F01, F02 and F03 of the newest; one SKM round a unit; a year of
//! visits of as many malls as asked. Or the nation: units of every province,
//! kabupaten and kota, of ministries and state companies, in one national period. Rows go in by bulk inserts past the
//! operations, but the state is one that the operations could have made, with the audit events that they write: `prima check` accepts it.
//! Accounts, roles and what stands in a mall have one event together (`simulasi.isi`).

mod acak;
mod beku;
mod borongan;
mod f01;
mod f02;
mod f03;
mod jejak;
mod mal;
mod register;
mod skm;

pub use beku::bekukan;

use crate::{
    Hasil, Store, StoreError, audit, dialect,
    id::{AkunId, InstansiId, LokusId, PeriodeId, RondeId, UnitId},
    kueri::Kueri,
    objek,
};
use acak::Acak;
use jejak::Jejak;
use pekppp::Edisi;
use serde::Serialize;

#[derive(Debug, Clone, Copy)]
pub struct Ukuran {
    pub unit: u32,
    /// F03 answers in all, spread evenly over the lokus.
    pub f03: u32,
    /// SKM answers in all, spread evenly over the units.
    pub skm: u32,
    /// Numbers taken in malls in all, 60,000 at most in each.
    pub tiket: u32,
    /// Units of the whole nation instead of one kabupaten.
    pub nasional: bool,
    pub seed: u64,
}

/// What was made, and who may sign in.
#[derive(Debug, Clone, Serialize)]
pub struct Ringkas {
    pub unit: u32,
    pub periode: Vec<PeriodeId>,
    pub lokus: u32,
    pub skor_f02: u32,
    pub jawaban_f03: u32,
    pub jawaban_skm: u32,
    pub tiket: u32,
    /// Role and address of one account of each role; all share the password given by the caller.
    pub akun: Vec<(String, String)>,
    /// A lokus of the newest period whose unit the printed accounts serve.
    pub contoh: LokusId,
    pub token_f03: String,
    /// The SKM round of the unit of `contoh`.
    pub ronde_skm: RondeId,
    pub token_skm: String,
}

struct Lokus {
    id: LokusId,
    unit: UnitId,
    /// Whose unit it is: the chain of its events.
    instansi: InstansiId,
    evaluator: AkunId,
    operator: AkunId,
    kepala: AkunId,
}

/// What every part needs to know.
struct Dunia {
    instansi: InstansiId,
    periode: Vec<PeriodeId>,
    edisi: &'static Edisi,
    sidik_edisi: String,
    penyelenggara: AkunId,
    /// Lokus of the newest period, which has all the data.
    lokus: Vec<Lokus>,
    sk: String,
}

/// A one-page PDF without content, as decree and as evidence.
const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/// Lokus whose forms are written in one transaction: a hundred thousand in one would make a log as large as the database.
const SEKALIGUS: usize = 2000;

/// Fills an installation that has no instansi yet and marks it as an example first, so that a broken-off filling is known for what
/// it is.
///
/// `sandi`: PHC string of the password of all accounts.
///
/// # Errors
/// `Keadaan("simulasi-tidak-kosong")` where there is an instansi already: invented data is never mixed with real.
pub async fn isi(store: &Store, ukuran: Ukuran, sandi: &str) -> Hasil<Ringkas> {
    let (edisi, teks) = pekppp::bawaan("pekppp-2022-a").ok_or_else(|| StoreError::Rusak("edition pekppp-2022-a is missing".into()))?;
    let (mut acak, mut jejak) = (Acak::baru(ukuran.seed), Jejak::baru(ukuran.seed));
    let pdf = objek::simpan(store, PDF)?;
    let tx = store.mulai().await?;
    if tx.angka("SELECT COUNT(*) AS n FROM instansi", vec![]).await? > 0 {
        return Err(StoreError::Keadaan("simulasi-tidak-kosong"));
    }
    objek::catat(&tx, &pdf, "application/pdf").await?;
    let sidik_edisi = crate::edisi::simpan(&tx, &edisi.id, teks).await?;
    let dunia = register::isi(&tx, (&mut acak, &mut jejak), ukuran, sandi, (edisi, sidik_edisi, pdf.sidik)).await?;
    tx.jalankan("UPDATE instalasi SET ilustrasi = 1", vec![]).await?;
    tx.commit().await?;
    let (mut skor_f02, mut jawaban_f03, mut token_f03) = (0, 0, String::new());
    for (n, lokus) in dunia.lokus.chunks(SEKALIGUS).enumerate() {
        let tx = store.mulai().await?;
        f01::isi(&tx, (&mut acak, &mut jejak), &dunia, lokus).await?;
        skor_f02 += f02::isi(&tx, (&mut acak, &mut jejak), &dunia, lokus).await?;
        let (jawaban, token) = f03::isi(&tx, (&mut acak, &mut jejak), &dunia, (lokus, n * SEKALIGUS), ukuran.f03).await?;
        jawaban_f03 += jawaban;
        if n == 0 {
            token_f03 = token;
        }
        tx.commit().await?;
    }
    let tx = store.mulai().await?;
    let skm = skm::isi(&tx, (&mut acak, &mut jejak), &dunia, ukuran.skm).await?;
    tx.commit().await?;
    let tiket = mal::isi(store, (&mut acak, &mut jejak), ukuran.tiket, sandi).await?;
    let tx = store.mulai().await?;
    let k = audit::Kejadian::baru("simulasi.isi", "instansi", dunia.instansi).instansi(dunia.instansi).rincian(
        serde_json::json!({ "unit": ukuran.unit, "f03": ukuran.f03, "skm": ukuran.skm, "tiket": ukuran.tiket, "seed": ukuran.seed }),
    );
    audit::catat_oleh(&tx, None, k).await?;
    crate::faktor::tanda::tandai_lama(&*tx, &tx.kunci).await?;
    crate::peran::cap::tandai_lama(&*tx, &tx.kunci).await?;
    tx.commit().await?;
    dialect::hitung_statistik(store.baca()).await?;
    Ok(Ringkas {
        unit: ukuran.unit,
        lokus: u32::try_from(dunia.lokus.len() * dunia.periode.len()).unwrap_or(u32::MAX),
        skor_f02,
        jawaban_f03,
        jawaban_skm: skm.jawaban,
        tiket,
        akun: register::contoh_akun(tiket > 0),
        contoh: dunia.lokus.first().map(|l| l.id).ok_or(StoreError::TidakDitemukan)?,
        periode: dunia.periode,
        token_f03,
        ronde_skm: skm.ronde.ok_or(StoreError::TidakDitemukan)?,
        token_skm: skm.token,
    })
}
