//! What a person is told: one row a person and occasion, written in the transaction of the change it tells of.
//!
//! An operation says what happened and to whom it matters ([`beri_tahu`]); the text is in the catalogues under the kind's
//! key. A mail at once is queued in the same transaction; what a mail says and how it leaves is not decided here.

pub mod baca;
pub mod cara;
pub mod jenis;
pub mod surel;

pub use cara::Cara;

use crate::{
    Hasil, Store, StoreError, Tx,
    id::{AkunId, InstansiId, LokusId, PemberitahuanId, PeriodeId, UnitId},
    kueri::Kueri,
    nilai,
    peran::Peran,
    peristiwa,
};
use sea_orm::FromQueryResult;
use serde::Serialize;
use std::collections::BTreeMap;

/// Whom it matters to. Everybody is found once, however many of these he is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kepada {
    Akun(AkunId),
    /// Operators of the lokus' unit, or of the one above it.
    Operator(LokusId),
    /// Heads of the lokus' unit, or of the one above it.
    Kepala(LokusId),
    /// Appointed evaluators of the lokus.
    Evaluator(LokusId),
    /// Operators of a unit, or of the one above it.
    OperatorUnit(UnitId),
    /// Heads of a unit, or of the one above it.
    KepalaUnit(UnitId),
    /// Organisers of the period's instansi.
    Penyelenggara(PeriodeId),
    /// Responsible officials of the period's instansi.
    Penanggungjawab(PeriodeId),
    /// Those whom the results are for: the head of the period's instansi.
    Pembina(PeriodeId),
    /// The head of an instansi, and of the region that it is the government of.
    PembinaInstansi(InstansiId),
    /// Organisers of an instansi.
    PenyelenggaraInstansi(InstansiId),
    /// Outside parties with a task in the period.
    PihakLain(PeriodeId),
    /// Liaison officers for reports of citizens in an instansi.
    Penghubung(InstansiId),
    /// The ministry.
    Nasional,
    /// Heads of a mall.
    KepalaMpp(UnitId),
    /// Operators of all units in the period.
    SemuaOperator(PeriodeId),
    /// Heads of all units in the period.
    SemuaKepala(PeriodeId),
    /// Appointed evaluators of all units in the period.
    SemuaEvaluator(PeriodeId),
    /// The front desk of a mall.
    DepanMpp(UnitId),
    /// Administrators of the installation.
    Admin,
}

impl Kepada {
    /// Why such a person is told; kept with the notice under [`SEBAB`].
    #[must_use]
    pub fn sebab(&self) -> &'static str {
        match self {
            Self::Akun(_) => "akun",
            Self::Operator(_) | Self::SemuaOperator(_) | Self::OperatorUnit(_) => "operator",
            Self::Kepala(_) | Self::SemuaKepala(_) | Self::KepalaUnit(_) | Self::KepalaMpp(_) => "kepala",
            Self::Evaluator(_) | Self::SemuaEvaluator(_) => "evaluator",
            Self::Penyelenggara(_) => "penyelenggara",
            Self::PenyelenggaraInstansi(_) => "penyelenggara-instansi",
            Self::Penanggungjawab(_) => "penanggungjawab",
            Self::Pembina(_) | Self::PembinaInstansi(_) => "pembina",
            Self::PihakLain(_) => "pihak-lain",
            Self::Penghubung(_) => "penghubung",
            Self::Nasional => "nasional",
            Self::DepanMpp(_) => "mpp-depan",
            Self::Admin => "admin",
        }
    }
}

/// Argument of every notice that says why the person was told ([`Kepada::sebab`]).
pub const SEBAB: &str = "sebab";

/// Topic of the event table for a person's notices.
#[must_use]
pub fn topik(akun: AkunId) -> String {
    format!("akun/{akun}/kabar")
}

/// One thing to tell.
#[derive(Debug)]
pub struct Pemberitahuan<'a, T: Serialize> {
    /// Key of the text: the catalogues hold `kabar-{jenis}`.
    pub jenis: &'static str,
    pub kepada: &'a [Kepada],
    /// Who did it himself; he is not told.
    pub kecuali: Option<AkunId>,
    pub periode: Option<PeriodeId>,
    pub lokus: Option<LokusId>,
    /// Page to go to, from the root: `/lokus/…`.
    pub tautan: &'a str,
    /// Arguments of the text, as a JSON object of strings and numbers. No secrets, no names of citizens.
    pub isi: &'a T,
    /// Names the occasion: the same one is never told twice to the same person. `f01-kembali/{id}`.
    pub sekali: &'a str,
}

#[derive(FromQueryResult)]
struct Penerima {
    akun_id: AkunId,
}

/// Tells of a day that comes near, in a transaction of its own: a reminder changes nothing else, and one that fails leaves those before it
/// told. Each `sekali` is told once, however often this runs. Returns to how many it was news.
pub(crate) async fn ingatkan(
    store: &Store,
    jenis: &'static str,
    kepada: &[Kepada],
    tautan: &str,
    isi: &serde_json::Value,
    sekali: &str,
) -> Hasil<u64> {
    let tx = store.mulai().await?;
    let n = beri_tahu(&tx, &Pemberitahuan { jenis, kepada, kecuali: None, periode: None, lokus: None, tautan, isi, sekali }).await?;
    tx.commit().await?;
    Ok(n)
}

/// Tells everybody in `kepada` whose account is active and whose role holds today. Who wants this kind at once by mail gets a job
/// for it in the same transaction. Returns to how many it was news.
///
/// # Errors
/// `Rusak` when `isi` is no JSON object.
pub async fn beri_tahu<T: Serialize>(tx: &Tx, p: &Pemberitahuan<'_, T>) -> Hasil<u64> {
    let mut isi = serde_json::to_value(p.isi).map_err(|e| StoreError::Rusak(format!("notice {}: {e}", p.jenis)))?;
    if !isi.is_object() {
        return Err(StoreError::Rusak(format!("notice {}: its arguments are no object", p.jenis)));
    }
    let penerima = penerima(tx, p.kepada).await?;
    let cara = cara::pilihan_jenis(tx, p.jenis).await?;
    let mut baru = 0;
    for (akun, sebab) in penerima {
        if Some(akun) == p.kecuali {
            continue;
        }
        isi[SEBAB] = sebab.into();
        let id = PemberitahuanId::baru();
        let n = tx
            .jalankan(
                "INSERT INTO pemberitahuan (id, akun_id, jenis, periode_id, lokus_id, tautan, isi, sekali, pada)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (akun_id, sekali) DO NOTHING",
                nilai![id, akun, p.jenis, p.periode, p.lokus, p.tautan, isi.to_string(), p.sekali, tx.pada],
            )
            .await?;
        if n == 0 {
            continue;
        }
        baru += n;
        peristiwa::siarkan(tx, &topik(akun), &serde_json::json!({ "kabar": p.jenis })).await?;
        if cara.get(&akun).copied().unwrap_or_else(|| jenis::baku(p.jenis)) == Cara::Surel {
            surel::antrekan_segera(tx, akun, id).await?;
        }
    }
    Ok(baru)
}

/// Each person with the first of the reasons for which he is told.
async fn penerima(tx: &Tx, kepada: &[Kepada]) -> Hasil<BTreeMap<AkunId, &'static str>> {
    let mut semua = BTreeMap::new();
    for k in kepada {
        let baris: Vec<Penerima> = match *k {
            Kepada::Akun(a) => tx.semua(&format!("SELECT a.id AS akun_id FROM akun a WHERE a.id = $1 AND {AKTIF}"), nilai![a]).await?,
            Kepada::Operator(l) => di_unit(tx, Peran::UnitOperator, l).await?,
            Kepada::Kepala(l) => di_unit(tx, Peran::UnitKepala, l).await?,
            Kepada::Evaluator(l) => {
                let sql = format!(
                    "SELECT g.akun_id FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id JOIN akun a ON a.id = g.akun_id
                     LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id WHERE g.lokus_id = $1 AND x.penugasan_id IS NULL AND {AKTIF} LIMIT 500"
                );
                tx.semua(&sql, nilai![l]).await?
            }
            Kepada::Penyelenggara(p) => penyelenggara(tx, p).await?,
            Kepada::Penanggungjawab(p) => di_instansi(tx, Peran::Penanggungjawab, p).await?,
            Kepada::Pembina(p) => di_instansi(tx, Peran::Pembina, p).await?,
            Kepada::PembinaInstansi(i) => pemegang(tx, Peran::Pembina, INSTANSI_ATAU_WILAYAH, nilai![i]).await?,
            Kepada::PenyelenggaraInstansi(i) => pemegang(tx, Peran::Penyelenggara, "AND r.instansi_id = $3", nilai![i]).await?,
            Kepada::PihakLain(p) => pemegang(tx, Peran::PihakLain, "AND r.periode_id = $3", nilai![p]).await?,
            Kepada::Penghubung(i) => pemegang(tx, Peran::Penghubung, "AND r.instansi_id = $3", nilai![i]).await?,
            Kepada::Nasional => pemegang(tx, Peran::Nasional, "", Vec::new()).await?,
            Kepada::OperatorUnit(u) => pemegang(tx, Peran::UnitOperator, SEUNIT, nilai![u]).await?,
            Kepada::KepalaUnit(u) => pemegang(tx, Peran::UnitKepala, SEUNIT, nilai![u]).await?,
            Kepada::KepalaMpp(u) => pemegang(tx, Peran::MppKepala, "AND r.unit_id = $3", nilai![u]).await?,
            Kepada::SemuaOperator(p) => pemegang(tx, Peran::UnitOperator, DI_PERIODE, nilai![p]).await?,
            Kepada::SemuaKepala(p) => pemegang(tx, Peran::UnitKepala, DI_PERIODE, nilai![p]).await?,
            Kepada::SemuaEvaluator(p) => {
                let sql = format!(
                    "SELECT DISTINCT g.akun_id FROM lokus l JOIN penugasan g ON g.lokus_id = l.id JOIN penetapan t ON t.penugasan_id = g.id
                     JOIN akun a ON a.id = g.akun_id LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id
                     WHERE l.periode_id = $1 AND x.penugasan_id IS NULL AND {AKTIF} LIMIT 5000"
                );
                tx.semua(&sql, nilai![p]).await?
            }
            Kepada::Admin => pemegang(tx, Peran::Admin, "", Vec::new()).await?,
            Kepada::DepanMpp(u) => pemegang(tx, Peran::MppDepan, "AND r.unit_id = $3", nilai![u]).await?,
        };
        for b in baris {
            semua.entry(b.akun_id).or_insert(k.sebab());
        }
    }
    Ok(semua)
}

const AKTIF: &str = "NOT EXISTS (SELECT 1 FROM akun_nonaktif n WHERE n.akun_id = a.id)";

const INSTANSI_ATAU_WILAYAH: &str = "AND (r.instansi_id = $3 OR r.wilayah = (SELECT i.wilayah FROM instansi i WHERE i.id = $3 AND i.jenis IN ('provinsi', 'kabupaten', 'kota')))";
const SEUNIT: &str = "AND r.unit_id IN (SELECT u.id FROM unit u WHERE u.id = $3 UNION SELECT u.induk_id FROM unit u WHERE u.id = $3)";
const DI_PERIODE: &str = "AND r.unit_id IN (SELECT u.id FROM lokus l JOIN unit u ON u.id = l.unit_id WHERE l.periode_id = $3
    UNION SELECT u.induk_id FROM lokus l JOIN unit u ON u.id = l.unit_id WHERE l.periode_id = $3)";

async fn di_unit(tx: &Tx, peran: Peran, lokus: LokusId) -> Hasil<Vec<Penerima>> {
    let di = "AND r.unit_id IN (SELECT u.id FROM lokus l JOIN unit u ON u.id = l.unit_id WHERE l.id = $3
        UNION SELECT u.induk_id FROM lokus l JOIN unit u ON u.id = l.unit_id WHERE l.id = $3)";
    pemegang(tx, peran, di, nilai![lokus]).await
}

async fn di_instansi(tx: &Tx, peran: Peran, periode: PeriodeId) -> Hasil<Vec<Penerima>> {
    pemegang(tx, peran, "AND r.instansi_id = (SELECT p.instansi_id FROM periode p WHERE p.id = $3)", nilai![periode]).await
}

/// The organisers of the period's instansi; of a ministry that has none, whoever acts for the ministry and so runs it.
async fn penyelenggara(tx: &Tx, periode: PeriodeId) -> Hasil<Vec<Penerima>> {
    let ada = di_instansi(tx, Peran::Penyelenggara, periode).await?;
    if !ada.is_empty() {
        return Ok(ada);
    }
    let di = "AND EXISTS (SELECT 1 FROM periode p JOIN instansi i ON i.id = p.instansi_id WHERE p.id = $3 AND i.jenis = 'kementerian')";
    pemegang(tx, Peran::Nasional, di, nilai![periode]).await
}

/// Active accounts that hold the role today, as a session would have it; `di` bounds the scope from `$3` on.
async fn pemegang(tx: &Tx, peran: Peran, di: &str, lain: Vec<sea_orm::Value>) -> Hasil<Vec<Penerima>> {
    let sql = format!(
        "SELECT DISTINCT r.akun_id FROM peran r JOIN akun a ON a.id = r.akun_id WHERE r.peran = $1 AND {} AND {AKTIF} {di} LIMIT 5000",
        crate::peran::berlaku("r", "$2")
    );
    let mut v = nilai![peran.kunci(), tx.pada.hari("WIT").to_string()];
    v.extend(lain);
    tx.semua(&sql, v).await
}
