//! Which of many rounds take answers now, under the locks that a closing, a freezing and the counters take: period shared, then round, by id.

use crate::{
    Hasil, Tx,
    dialect::larik::{Kolom, Larik},
    id::{LokusId, RondeId},
    kueri::Kueri,
    skema::Jenis,
};
use sea_orm::FromQueryResult;
use std::collections::{BTreeSet, HashMap};

const RONDE: &[Kolom] = &[("id", Jenis::Uuid)];

/// What a batch needs to know of a round.
#[derive(Debug, Clone)]
pub(super) struct Syarat {
    pub buka: bool,
    /// Its answers carry a profile.
    pub skm: bool,
    /// Topic of the live pages that show it.
    pub topik: String,
    /// Local day of the office.
    pub hari: String,
}

#[derive(FromQueryResult)]
struct Baris {
    id: RondeId,
    jenis: String,
    lokus_id: Option<LokusId>,
    zona: String,
    tutup: Option<String>,
    mulai: Option<String>,
    sampai: Option<String>,
    beku: i64,
    fase: Option<String>,
}

/// Locks the rounds and says which are open; unknown ones are absent. An SKM round takes answers on the days it was
/// announced for, F03 while its phase is open and its result is not frozen; neither after it was closed by hand.
pub(super) async fn banyak(tx: &Tx, ronde: &BTreeSet<RondeId>) -> Hasil<HashMap<RondeId, Syarat>> {
    kunci(tx, ronde).await?;
    let (dari, nilai) = sumber(tx, ronde);
    let sql = format!(
        "WITH v (id) AS ({dari}) SELECT r.id, r.jenis, r.lokus_id, i.zona, s.mulai, s.sampai,
           (SELECT t.jenis FROM ronde_tutup t WHERE t.ronde_id = r.id ORDER BY t.id DESC LIMIT 1) AS tutup,
           (SELECT COUNT(*) FROM hasil h LEFT JOIN hasil_batal b ON b.hasil_id = h.id
              WHERE h.lokus_id = r.lokus_id AND b.hasil_id IS NULL) AS beku,
           (SELECT k.jenis FROM fase_kejadian k WHERE k.periode_id = l.periode_id AND k.fase = 'pelaksanaan'
              ORDER BY k.id DESC LIMIT 1) AS fase
         FROM v CROSS JOIN ronde r JOIN unit u ON u.id = r.unit_id JOIN instansi i ON i.id = u.instansi_id
         LEFT JOIN lokus l ON l.id = r.lokus_id LEFT JOIN skm_ronde s ON s.ronde_id = r.id WHERE r.id = v.id"
    );
    let baris: Vec<Baris> = tx.semua(&sql, nilai).await?;
    Ok(baris.into_iter().map(|b| (b.id, b.syarat(tx))).collect())
}

impl Baris {
    fn syarat(self, tx: &Tx) -> Syarat {
        let hari = tx.pada.hari(&self.zona).to_string();
        let skm = self.jenis == "skm";
        let terbuka = if skm {
            // ISO days compare as text.
            self.mulai.is_some_and(|m| m <= hari) && self.sampai.is_some_and(|s| hari <= s)
        } else {
            self.beku == 0 && self.fase.as_deref() != Some("tutup")
        };
        let topik = self.lokus_id.map_or_else(|| super::topik_skm(self.id), super::topik);
        Syarat { buka: terbuka && self.tutup.as_deref() != Some("tutup"), skm, topik, hari }
    }
}

/// PostgreSQL only: SQLite has one writer. The state must be read by a later statement than the one that waits here,
/// because a statement sees the database as it was when it began to wait.
async fn kunci(tx: &Tx, ronde: &BTreeSet<RondeId>) -> Hasil<()> {
    let (bagi, sendiri) = (tx.kunci_bagi(), tx.kunci_isi());
    if sendiri.is_empty() {
        return Ok(());
    }
    let (dari, nilai) = sumber(tx, ronde);
    // The rounds only after the periods: the order in which everyone takes them.
    let sql = format!(
        "WITH p AS MATERIALIZED (SELECT id FROM periode WHERE id IN
             (SELECT l.periode_id FROM ronde r JOIN lokus l ON l.id = r.lokus_id WHERE r.id IN ({dari})) ORDER BY id{bagi}),
           q AS MATERIALIZED (SELECT id FROM ronde WHERE id IN ({dari}) AND (SELECT COUNT(*) FROM p) >= 0 ORDER BY id{sendiri})
         SELECT COUNT(*) AS n FROM q"
    );
    tx.angka(&sql, nilai).await.map(|_| ())
}

fn sumber(tx: &Tx, ronde: &BTreeSet<RondeId>) -> (String, Vec<sea_orm::Value>) {
    use sea_orm::ConnectionTrait;
    let mut l = Larik::baru(RONDE);
    for r in ronde {
        l.tambah([(*r).into()]);
    }
    let backend = tx.get_database_backend();
    (l.teks(backend), l.nilai(backend))
}
