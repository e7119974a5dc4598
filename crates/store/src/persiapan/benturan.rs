//! Conflict of interest: what an evaluator declared about each of his units before he scores it. The newest declaration holds;
//! a declared conflict keeps him from every act of an evaluator on that unit (`hak::AksesLokus::evaluator`), and the organiser sees it.
//! Replacing him is `penugasan::akhiri`. What he signed or wrote before stays.

use crate::{
    Hasil, Store, StoreError, Tx, Waktu, audit,
    hak::{EvaluatorDitugaskan, EvaluatorLokus, Pelaku, PembacaPeriode},
    id::{AkunId, InstansiId, LokusId, PeriodeId},
    kueri::{self, Kueri, Value},
    nilai,
    pemberitahuan::{self, Kepada, Pemberitahuan},
    peran::Peran,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::HashSet;

/// What he says about one unit.
#[derive(Debug, Clone, Copy)]
pub struct Jawaban<'a> {
    pub lokus: LokusId,
    /// `Some(reason)`: there is a conflict; `None`: there is none.
    pub ada: Option<&'a str>,
}

/// A unit of an evaluator in one period with his declaration, if he made one.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Milik {
    pub lokus_id: LokusId,
    pub unit: String,
    pub jawaban: Option<String>,
    pub alasan: Option<String>,
    pub pada: Option<Waktu>,
}

/// A row of the organiser's page.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Baris {
    pub lokus_id: LokusId,
    pub unit: String,
    pub akun_id: AkunId,
    pub nama: String,
    pub jawaban: Option<String>,
    pub alasan: Option<String>,
    pub pada: Option<Waktu>,
}

const BERTUGAS: &str = "FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id JOIN lokus l ON l.id = g.lokus_id JOIN unit u ON u.id = l.unit_id
    JOIN akun a ON a.id = g.akun_id LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id
    LEFT JOIN benturan b ON b.id = (SELECT n.id FROM benturan n WHERE n.lokus_id = l.id AND n.akun_id = g.akun_id ORDER BY n.id DESC LIMIT 1)
    WHERE x.penugasan_id IS NULL";

/// The units of a period that the person is appointed for, by name.
pub async fn milik<C: ConnectionTrait>(c: &C, akun: AkunId, periode: PeriodeId) -> Hasil<Vec<Milik>> {
    let sql = format!(
        "SELECT l.id AS lokus_id, u.nama AS unit, b.jawaban, b.alasan, b.pada {BERTUGAS} AND g.akun_id = $1 AND l.periode_id = $2
         ORDER BY u.nama, l.id LIMIT 1000"
    );
    c.semua(&sql, nilai![akun, periode]).await
}

/// A period in which an evaluator has units that he has not declared about.
#[derive(Debug, Clone)]
pub struct Belum {
    /// One of them: the declaration is made for all units of the period on one page.
    pub lokus: LokusId,
    pub periode: String,
    pub jumlah: usize,
}

#[derive(FromQueryResult)]
struct BarisBelum {
    lokus_id: LokusId,
    periode_id: PeriodeId,
    periode: String,
}

/// What the person still has to declare before he can score, by period, the newest first. Not where scoring is over, nor where his sheet
/// was begun before declarations existed. Looks at 500 units at most.
pub async fn belum(store: &Store, pelaku: &Pelaku) -> Hasil<Vec<Belum>> {
    if !pelaku.punya(Peran::Evaluator) {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT l.id AS lokus_id, l.periode_id, (SELECT p.nama FROM periode p WHERE p.id = l.periode_id) AS periode {BERTUGAS}
         AND g.akun_id = $1 AND b.id IS NULL
         AND NOT EXISTS (SELECT 1 FROM f02_lembar s WHERE s.lokus_id = l.id AND s.akun_id = g.akun_id)
         AND NOT EXISTS (SELECT 1 FROM hasil h LEFT JOIN hasil_batal y ON y.hasil_id = h.id WHERE h.lokus_id = l.id AND y.hasil_id IS NULL)
         AND COALESCE((SELECT k.jenis FROM fase_kejadian k WHERE k.periode_id = l.periode_id AND k.fase = 'pelaksanaan'
           ORDER BY k.id DESC LIMIT 1), 'buka') <> 'tutup'
         ORDER BY l.periode_id DESC, u.nama, l.id LIMIT 500"
    );
    let semua: Vec<BarisBelum> = store.baca().semua(&sql, nilai![pelaku.akun]).await?;
    Ok(semua
        .chunk_by(|a, b| a.periode_id == b.periode_id)
        .filter_map(|c| c.first().map(|b| Belum { lokus: b.lokus_id, periode: b.periode.clone(), jumlah: c.len() }))
        .collect())
}

/// Declarations of a period, a page of them: those with a conflict first, then those that are missing, by name.
pub async fn milik_periode(store: &Store, hak: &PembacaPeriode, lewati: i64, batas: i64) -> Hasil<Vec<Baris>> {
    let sql = format!(
        "SELECT l.id AS lokus_id, u.nama AS unit, a.id AS akun_id, a.nama, b.jawaban, b.alasan, b.pada {BERTUGAS} AND l.periode_id = $1
         ORDER BY CASE b.jawaban WHEN 'ada' THEN 0 WHEN 'tidak' THEN 2 ELSE 1 END, a.nama, u.nama, l.id LIMIT $2 OFFSET $3"
    );
    store.baca().semua(&sql, nilai![hak.periode.id, batas, lewati]).await
}

/// How many rows [`milik_periode`] has, and how many of them declare a conflict.
pub async fn banyak(store: &Store, hak: &PembacaPeriode) -> Hasil<(i64, i64)> {
    let (c, v) = (store.baca(), nilai![hak.periode.id]);
    let semua = c.angka(&format!("SELECT COUNT(*) AS n {BERTUGAS} AND l.periode_id = $1"), v.clone()).await?;
    let ada = c.angka(&format!("SELECT COUNT(*) AS n {BERTUGAS} AND l.periode_id = $1 AND b.jawaban = 'ada'"), v).await?;
    Ok((semua, ada))
}

/// Condition on `l` (lokus): the account at this place of the values declared no conflict there, or took it back since.
pub(crate) fn tanpa(akun: usize) -> String {
    tanpa_milik(&format!("${akun}"))
}

/// The same of the account in a column.
pub(crate) fn tanpa_milik(akun: &str) -> String {
    format!(
        "NOT EXISTS (SELECT 1 FROM benturan b WHERE b.lokus_id = l.id AND b.akun_id = {akun} AND b.jawaban = 'ada'
           AND NOT EXISTS (SELECT 1 FROM benturan c WHERE c.lokus_id = b.lokus_id AND c.akun_id = b.akun_id AND c.id > b.id))"
    )
}

#[derive(FromQueryResult)]
struct Satu {
    lokus_id: LokusId,
}

/// Units that the person is appointed for and declared a conflict with: somebody else has to be appointed. Of 500 at most.
pub async fn berbenturan(store: &Store, pelaku: &Pelaku) -> Hasil<HashSet<LokusId>> {
    if !pelaku.punya(Peran::Evaluator) {
        return Ok(HashSet::new());
    }
    let sql = format!("SELECT l.id AS lokus_id {BERTUGAS} AND g.akun_id = $1 AND b.jawaban = 'ada' ORDER BY l.id LIMIT 500");
    let semua: Vec<Satu> = store.baca().semua(&sql, nilai![pelaku.akun]).await?;
    Ok(semua.into_iter().map(|s| s.lokus_id).collect())
}

/// A period in which so many appointed evaluators declared a conflict and were not replaced.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Ganti {
    pub periode_id: PeriodeId,
    pub periode: String,
    pub jumlah: i64,
}

/// Periods of these instansi where evaluators have to be replaced, the newest first, at most 50. Not for a unit whose result is frozen.
pub async fn ganti(store: &Store, instansi: &[InstansiId]) -> Hasil<Vec<Ganti>> {
    if instansi.is_empty() {
        return Ok(Vec::new());
    }
    let tempat = kueri::tempat(1..=instansi.len());
    let sql = format!(
        "SELECT p.id AS periode_id, p.nama AS periode, d.jumlah FROM periode p
         JOIN (SELECT l.periode_id, COUNT(*) AS jumlah {BERTUGAS} AND b.jawaban = 'ada'
           AND NOT EXISTS (SELECT 1 FROM hasil h LEFT JOIN hasil_batal y ON y.hasil_id = h.id WHERE h.lokus_id = l.id AND y.hasil_id IS NULL)
           GROUP BY l.periode_id) d ON d.periode_id = p.id
         WHERE p.instansi_id IN ({tempat}) ORDER BY p.tahun DESC, p.nama, p.id LIMIT 50"
    );
    store.baca().semua(&sql, instansi.iter().map(|i| Value::from(*i)).collect()).await
}

#[derive(FromQueryResult)]
struct Letak {
    instansi_id: InstansiId,
    unit: String,
}

/// Declares for several of the caller's units in the period of `hak`, all or none. `teks`: the sentence that he read. In every phase: he
/// signs the minutes and verifies the follow-up long after scoring is closed, and a conflict can come about until the last of it.
///
/// # Errors
/// `Keadaan("benturan-alasan")` when a conflict has no reason, `TidakDitemukan` for a unit that he is not appointed for.
pub async fn nyatakan(store: &Store, hak: &EvaluatorDitugaskan, teks: &str, jawaban: &[Jawaban<'_>]) -> Hasil<()> {
    if jawaban.iter().any(|j| j.ada.is_some_and(|a| a.trim().is_empty())) {
        return Err(StoreError::Keadaan("benturan-alasan"));
    }
    let tx = store.mulai().await?;
    for j in jawaban {
        satu(&tx, hak.pelaku(), hak.lokus.periode_id, teks, j).await?;
    }
    tx.commit().await
}

async fn satu(tx: &Tx, pelaku: &Pelaku, periode: PeriodeId, teks: &str, j: &Jawaban<'_>) -> Hasil<()> {
    let sql = format!("SELECT u.instansi_id, u.nama AS unit {BERTUGAS} AND g.akun_id = $1 AND l.id = $2 AND l.periode_id = $3 LIMIT 1");
    let l: Letak = tx.satu(&sql, nilai![pelaku.akun, j.lokus, periode]).await?;
    let id = crate::id::baru();
    let jawab = if j.ada.is_some() { "ada" } else { "tidak" };
    tx.jalankan(
        "INSERT INTO benturan (id, lokus_id, akun_id, jawaban, alasan, teks, pada) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        nilai![id, j.lokus, pelaku.akun, jawab, j.ada.unwrap_or_default().trim(), teks, tx.pada],
    )
    .await?;
    let k = audit::Kejadian::baru("benturan.nyatakan", "lokus", j.lokus).instansi(l.instansi_id);
    audit::catat(tx, pelaku, k.rincian(serde_json::json!({ "jawaban": jawab }))).await?;
    if j.ada.is_some() {
        let kabar = Pemberitahuan {
            jenis: "benturan-ada",
            kepada: &[Kepada::Penyelenggara(periode), Kepada::Penanggungjawab(periode)],
            kecuali: None,
            periode: Some(periode),
            lokus: Some(j.lokus),
            tautan: &format!("/periode/{periode}/pernyataan"),
            isi: &serde_json::json!({ "nama": pelaku.nama, "unit": l.unit }),
            sekali: &format!("benturan-ada/{id}"),
        };
        pemberitahuan::beri_tahu(tx, &kabar).await?;
    }
    Ok(())
}

/// Somebody whose newest declaration says that there is a conflict with a unit.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Berbenturan {
    pub akun: AkunId,
    pub nama: String,
    /// When he declared it.
    pub pada: Waktu,
}

/// All of a unit, also those whose appointment ended since, by name.
pub async fn milik_lokus<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<Berbenturan>> {
    let sql = "SELECT b.akun_id AS akun, a.nama, b.pada FROM benturan b JOIN akun a ON a.id = b.akun_id
        WHERE b.lokus_id = $1 AND b.jawaban = 'ada' AND NOT EXISTS
          (SELECT 1 FROM benturan n WHERE n.lokus_id = b.lokus_id AND n.akun_id = b.akun_id AND n.id > b.id)
        ORDER BY a.nama, b.akun_id LIMIT 100";
    c.semua(sql, nilai![lokus]).await
}

#[derive(FromQueryResult)]
struct Terakhir {
    jawaban: String,
}

async fn terakhir<C: ConnectionTrait>(c: &C, lokus: LokusId, akun: AkunId) -> Hasil<Option<Terakhir>> {
    let sql = "SELECT jawaban FROM benturan WHERE lokus_id = $1 AND akun_id = $2 ORDER BY id DESC LIMIT 1";
    c.mungkin(sql, nilai![lokus, akun]).await
}

/// Whether the newest declaration of the person says that there is a conflict with the unit.
pub async fn ada<C: ConnectionTrait>(c: &C, lokus: LokusId, akun: AkunId) -> Hasil<bool> {
    Ok(terakhir(c, lokus, akun).await?.is_some_and(|t| t.jawaban == "ada"))
}

/// Asked again inside the transaction of an act: between opening the page and pressing the button he may have declared a conflict.
///
/// # Errors
/// `Keadaan("benturan-ada")`.
pub(crate) async fn harus_tanpa(tx: &Tx, hak: &EvaluatorLokus) -> Hasil<()> {
    if ada(&**tx, hak.lokus.id, hak.pelaku().akun).await? { Err(StoreError::Keadaan("benturan-ada")) } else { Ok(()) }
}

/// Before an evaluator writes into his sheet of a unit or judges its follow-up: he declared, and there is no conflict. A sheet that was
/// begun before declarations existed goes on without one.
///
/// # Errors
/// `Keadaan("benturan-belum")`, `Keadaan("benturan-ada")`.
pub async fn harus_bebas<C: ConnectionTrait>(c: &C, lokus: LokusId, akun: AkunId) -> Hasil<()> {
    match terakhir(c, lokus, akun).await? {
        Some(t) if t.jawaban == "ada" => Err(StoreError::Keadaan("benturan-ada")),
        Some(_) => Ok(()),
        None => {
            let n = c.angka("SELECT COUNT(*) AS n FROM f02_lembar WHERE lokus_id = $1 AND akun_id = $2", nilai![lokus, akun]).await?;
            if n > 0 { Ok(()) } else { Err(StoreError::Keadaan("benturan-belum")) }
        }
    }
}
