//! Checklists of presentation, interview and observation (ways of collecting: PermenPANRB 29/2022). Their lines are taken from the
//! edition; an evaluator ticks them and writes a note. A list is a source of his F02 sheet and closes with it.

use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    edisi, f01, f02,
    hak::{EvaluatorDitugaskan, EvaluatorLokus},
    id::{AkunId, LokusId, OperasiId},
    kueri::Kueri,
    nilai,
};
use pekppp::Indikator;
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::BTreeSet;

/// Characters.
pub const CATATAN_MAKS: usize = 2000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JenisPeriksa {
    Presentasi,
    Wawancara,
    Observasi,
}

impl JenisPeriksa {
    pub const SEMUA: [Self; 3] = [Self::Presentasi, Self::Wawancara, Self::Observasi];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Presentasi => "presentasi",
            Self::Wawancara => "wawancara",
            Self::Observasi => "observasi",
        }
    }

    #[must_use]
    pub fn dari_kunci(s: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|j| j.kunci() == s)
    }
}

/// The lines of one indicator: in a presentation the questions of F01 that the unit speaks about, in an interview the levels of
/// the rubric from 1 up, in an observation the examples of evidence to be seen. Empty when the edition has none.
#[must_use]
pub fn butir(jenis: JenisPeriksa, i: &Indikator) -> Vec<String> {
    match jenis {
        JenisPeriksa::Presentasi => i.isian.iter().map(|b| b.pertanyaan.clone()).collect(),
        JenisPeriksa::Wawancara => i.rubrik.iter().flatten().skip(1).cloned().collect(),
        JenisPeriksa::Observasi => i.bukti.clone(),
    }
}

/// The list of one indicator as an evaluator filled it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Daftar {
    pub akun_id: AkunId,
    pub jenis: String,
    pub indikator: String,
    pub versi: i64,
    /// Places of the ticked lines in [`butir`], from 0.
    pub centang: BTreeSet<usize>,
    pub catatan: String,
    pub pada: Waktu,
}

#[derive(FromQueryResult)]
struct Baris {
    akun_id: AkunId,
    jenis: String,
    indikator: String,
    versi: i64,
    centang: String,
    catatan: String,
    pada: Waktu,
}

impl From<Baris> for Daftar {
    fn from(b: Baris) -> Self {
        let centang = b.centang.split(',').filter_map(|n| n.parse().ok()).collect();
        Self { akun_id: b.akun_id, jenis: b.jenis, indikator: b.indikator, versi: b.versi, centang, catatan: b.catatan, pada: b.pada }
    }
}

/// The caller's own lists.
pub async fn daftar(store: &Store, hak: &EvaluatorDitugaskan) -> Hasil<Vec<Daftar>> {
    daftar_semua(store.baca(), hak.lokus.id, hak.pelaku().akun).await
}

/// Lists of one evaluator. Who may see them is for the caller to ask of [`f02::pandangan`].
pub async fn daftar_semua<C: ConnectionTrait>(c: &C, lokus: LokusId, akun: AkunId) -> Hasil<Vec<Daftar>> {
    let baris: Vec<Baris> = c
        .semua(
            "SELECT akun_id, jenis, indikator, versi, centang, catatan, pada FROM daftar_periksa
             WHERE lokus_id = $1 AND akun_id = $2 ORDER BY jenis, indikator LIMIT 1000",
            nilai![lokus, akun],
        )
        .await?;
    Ok(baris.into_iter().map(Daftar::from).collect())
}

/// One write of one list, as the client made it.
#[derive(Debug, Clone)]
pub struct Tulis {
    pub op: OperasiId,
    pub jenis: JenisPeriksa,
    pub indikator: String,
    pub versi_dasar: i64,
    pub centang: BTreeSet<usize>,
    pub catatan: String,
    /// The device's clock, a remark.
    pub perangkat: Option<Waktu>,
}

impl Tulis {
    fn teks_centang(&self) -> String {
        self.centang.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
    }

    fn isi(&self) -> String {
        serde_json::json!({ "centang": self.teks_centang(), "catatan": self.catatan }).to_string()
    }
}

#[derive(FromQueryResult)]
struct Operasi {
    lokus_id: LokusId,
    akun_id: AkunId,
    jenis: String,
    indikator: String,
    versi_dasar: i64,
    versi: i64,
    isi: String,
    pada: Waktu,
}

/// Saves the list of one indicator. The same operation again gives the first answer.
///
/// # Errors
/// `Keadaan` when F02 is closed or the sheet is done, `Bentrok` on a stale base version, `OperasiLain`, `TidakDitemukan` for an
/// indicator or a line that the edition does not have.
pub async fn simpan(store: &Store, hak: &EvaluatorLokus, t: &Tulis) -> Hasil<f02::Tersimpan> {
    let edisi = edisi::dapat(store, hak.lokus.edisi()?).await?;
    let banyak = edisi.cari_indikator(&t.indikator).map(|i| butir(t.jenis, i).len()).ok_or(StoreError::TidakDitemukan)?;
    if t.centang.last().is_some_and(|n| *n >= banyak) {
        return Err(StoreError::TidakDitemukan);
    }
    let tx = store.mulai().await?;
    f01::kunci(&tx, hak.lokus.id).await?;
    if let Some(sudah) = ulangan(&tx, hak, t).await? {
        return Ok(sudah);
    }
    f02::lembar_terbuka(&tx, hak).await?;
    let versi = harus_terbaru(&tx, hak, t).await? + 1;
    tulis(&tx, hak, t, versi).await?;
    let rincian = serde_json::json!({ "jenis": t.jenis.kunci(), "indikator": t.indikator, "versi": versi });
    let k = Kejadian::baru("lapangan.periksa", "lokus", hak.lokus.id).instansi(hak.lokus.instansi_id).rincian(rincian);
    audit::catat(&tx, hak.pelaku(), k).await?;
    let pada = tx.pada;
    tx.commit().await?;
    Ok(f02::Tersimpan { versi, pada })
}

async fn ulangan(tx: &Tx, hak: &EvaluatorLokus, t: &Tulis) -> Hasil<Option<f02::Tersimpan>> {
    let sql = "SELECT lokus_id, akun_id, jenis, indikator, versi_dasar, versi, isi, pada FROM daftar_periksa_ubah WHERE op_id = $1";
    let Some(o) = tx.mungkin::<Operasi>(sql, nilai![t.op]).await? else { return Ok(None) };
    let sama = o.lokus_id == hak.lokus.id
        && o.akun_id == hak.pelaku().akun
        && o.jenis == t.jenis.kunci()
        && o.indikator == t.indikator
        && o.versi_dasar == t.versi_dasar
        && o.isi == t.isi();
    if sama { Ok(Some(f02::Tersimpan { versi: o.versi, pada: o.pada })) } else { Err(StoreError::OperasiLain) }
}

async fn harus_terbaru(tx: &Tx, hak: &EvaluatorLokus, t: &Tulis) -> Hasil<i64> {
    let akun = hak.pelaku().akun;
    let sql = "SELECT akun_id, jenis, indikator, versi, centang, catatan, pada FROM daftar_periksa
        WHERE lokus_id = $1 AND akun_id = $2 AND jenis = $3 AND indikator = $4";
    match tx.mungkin::<Baris>(sql, nilai![hak.lokus.id, akun, t.jenis.kunci(), t.indikator.as_str()]).await? {
        Some(b) if b.versi != t.versi_dasar => Err(StoreError::Bentrok { versi: b.versi, oleh: akun.0, pada: b.pada }),
        None if t.versi_dasar != 0 => Err(StoreError::Keadaan("f02-versi-tak-dikenal")),
        b => Ok(b.map_or(0, |b| b.versi)),
    }
}

async fn tulis(tx: &Tx, hak: &EvaluatorLokus, t: &Tulis, versi: i64) -> Hasil<()> {
    let (lokus, akun, jenis) = (hak.lokus.id, hak.pelaku().akun, t.jenis.kunci());
    tx.jalankan(
        "INSERT INTO daftar_periksa (lokus_id, akun_id, jenis, indikator, versi, centang, catatan, pada) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (lokus_id, akun_id, jenis, indikator) DO UPDATE SET versi = excluded.versi, centang = excluded.centang,
         catatan = excluded.catatan, pada = excluded.pada",
        nilai![lokus, akun, jenis, t.indikator.as_str(), versi, t.teks_centang(), t.catatan.as_str(), tx.pada],
    )
    .await?;
    tx.jalankan(
        "INSERT INTO daftar_periksa_ubah (op_id, lokus_id, akun_id, jenis, indikator, versi_dasar, versi, isi, perangkat, pada)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        nilai![t.op, lokus, akun, jenis, t.indikator.as_str(), t.versi_dasar, versi, t.isi(), t.perangkat, tx.pada],
    )
    .await?;
    Ok(())
}
