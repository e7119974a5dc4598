//! Documents that were sent to the person's side and that nobody there has confirmed: the schedule, the LHE, the follow-up report
//! (PermenPANRB 29/2022: each goes to the Unit Lokus and the Penanggungjawab). Only reads.

use crate::{
    Hasil, Store, Waktu,
    hak::Pelaku,
    id::{LokusId, PenyampaianId, PeriodeId},
    kueri::{Kueri, Value},
    peran::{Lingkup, Peran},
};
use sea_orm::FromQueryResult;

/// In periods of more units the start page does not go through all that was ever sent, but looks at the newest sendings: as many.
const PALING: i64 = 2000;

/// One document that waits for a receipt.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Menunggu {
    /// `jadwal`, `lhe` or `tindak-lanjut`.
    pub dokumen: String,
    pub periode_id: PeriodeId,
    pub periode: String,
    /// Neither for the schedule of a whole period.
    pub lokus_id: Option<LokusId>,
    pub unit: Option<String>,
    /// `None` for a schedule that was told from the schedule of the period.
    pub penyampaian_id: Option<PenyampaianId>,
    pub pada: Waktu,
}

/// Whose documents a person confirms: units he serves, and instansi he answers for or organises.
#[derive(Default)]
struct Milik {
    nilai: Vec<Value>,
    unit: Vec<String>,
    tanggung: Vec<String>,
    atur: Vec<String>,
}

impl Milik {
    fn dari(p: &Pelaku) -> Self {
        let mut m = Self::default();
        for r in &p.peran {
            let v: Value = match (r.peran, &r.lingkup) {
                (Peran::UnitOperator | Peran::UnitKepala, Lingkup::Unit { unit, .. }) => (*unit).into(),
                (Peran::Penanggungjawab | Peran::Penyelenggara, Lingkup::Instansi(i)) => (*i).into(),
                _ => continue,
            };
            m.nilai.push(v);
            let tempat = format!("${}", m.nilai.len());
            match r.peran {
                Peran::Penanggungjawab => m.tanggung.push(tempat),
                Peran::Penyelenggara => m.atur.push(tempat),
                _ => m.unit.push(tempat),
            }
        }
        m
    }

    /// Condition on `u` (unit).
    fn unit(&self) -> String {
        let t = self.unit.join(", ");
        format!("(u.id IN ({t}) OR u.induk_id IN ({t}))")
    }
}

/// Condition on `l` (lokus): in a period of one of these instansi, none of the very large ones, or only those.
fn di_instansi(tempat: &[String], besar: bool) -> String {
    format!(
        "l.periode_id IN (SELECT x.id FROM periode x WHERE x.instansi_id IN ({})
           AND (SELECT COUNT(*) FROM (SELECT 1 AS satu FROM lokus y WHERE y.periode_id = x.id LIMIT {}) z) {} {PALING})",
        tempat.join(", "),
        PALING + 1,
        if besar { ">" } else { "<=" }
    )
}

/// What was sent to this side about units of these instansi: all of it in periods of a usual size, the newest in the very large ones.
fn kiriman_instansi(kepada: &str, tempat: &[String]) -> [String; 2] {
    let terbaru = format!("k.id IN (SELECT w.id FROM penyampaian w WHERE w.kepada = '{kepada}' ORDER BY w.id DESC LIMIT {PALING})");
    [kiriman(kepada, &di_instansi(tempat, false)), kiriman(kepada, &format!("{terbaru} AND {}", di_instansi(tempat, true)))]
}

const BERHASIL: &str =
    "EXISTS (SELECT 1 FROM hasil h LEFT JOIN hasil_batal i ON i.hasil_id = h.id WHERE h.lokus_id = l.id AND i.hasil_id IS NULL)";

/// What waits for a receipt of this person's side, the newest first, at most `batas`; in periods of more than 2,000 units only what is
/// among the newest 2,000 sendings. A schedule waits no longer once the result of the unit is frozen, and a report no longer once its
/// result was annulled.
///
/// # Errors
/// Those of the database.
pub async fn daftar(store: &Store, pelaku: &Pelaku, batas: i64) -> Hasil<Vec<Menunggu>> {
    let mut m = Milik::dari(pelaku);
    let mut bagian = Vec::new();
    if !m.unit.is_empty() {
        bagian.push(kiriman("unit", &m.unit()));
    }
    if !m.tanggung.is_empty() {
        bagian.extend(kiriman_instansi("penanggungjawab", &m.tanggung));
    }
    if !m.atur.is_empty() {
        bagian.extend(kiriman_instansi("penyelenggara", &m.atur));
    }
    if !m.unit.is_empty() {
        bagian.push(jadwal_unit(&m.unit()));
    }
    if !m.tanggung.is_empty() {
        bagian.push(jadwal_pj(&m.tanggung.join(", ")));
    }
    if bagian.is_empty() {
        return Ok(Vec::new());
    }
    m.nilai.push(batas.into());
    let sql = format!(
        "{} ORDER BY pada DESC, periode_id, lokus_id, dokumen, penyampaian_id LIMIT ${}",
        bagian.join(" UNION ALL "),
        m.nilai.len()
    );
    store.baca().semua(&sql, m.nilai).await
}

fn kiriman(kepada: &str, syarat: &str) -> String {
    format!(
        "SELECT k.dokumen AS dokumen, l.periode_id AS periode_id, q.nama AS periode, l.id AS lokus_id, u.nama AS unit, k.id AS penyampaian_id, k.pada AS pada
         FROM lokus l JOIN unit u ON u.id = l.unit_id JOIN periode q ON q.id = l.periode_id JOIN penyampaian k ON k.lokus_id = l.id
         LEFT JOIN lhe e ON e.id = k.lhe_id LEFT JOIN hasil_batal b ON b.hasil_id = e.hasil_id
         WHERE k.kepada = '{kepada}' AND b.hasil_id IS NULL AND NOT (k.dokumen = 'jadwal' AND {BERHASIL})
           AND NOT EXISTS (SELECT 1 FROM penyampaian_terima t WHERE t.penyampaian_id = k.id AND t.jenis <> 'dibuka') AND {syarat}"
    )
}

fn jadwal_unit(syarat: &str) -> String {
    format!(
        "SELECT 'jadwal' AS dokumen, l.periode_id AS periode_id, q.nama AS periode, l.id AS lokus_id, u.nama AS unit, CAST(NULL AS uuid) AS penyampaian_id, s.pada AS pada
         FROM lokus l JOIN unit u ON u.id = l.unit_id JOIN periode q ON q.id = l.periode_id
         JOIN jadwal_sampai s ON s.id = (SELECT n.id FROM jadwal_sampai n WHERE n.lokus_id = l.id ORDER BY n.id DESC LIMIT 1)
         WHERE NOT EXISTS (SELECT 1 FROM jadwal_terima t WHERE t.sampai_id = s.id) AND NOT {BERHASIL} AND {syarat}"
    )
}

fn jadwal_pj(tempat: &str) -> String {
    format!(
        "SELECT 'jadwal' AS dokumen, q.id AS periode_id, q.nama AS periode, CAST(NULL AS uuid) AS lokus_id, CAST(NULL AS text) AS unit, CAST(NULL AS uuid) AS penyampaian_id, s.pada AS pada
         FROM periode q JOIN jadwal_pj s ON s.id = (SELECT n.id FROM jadwal_pj n WHERE n.periode_id = q.id ORDER BY n.id DESC LIMIT 1)
         WHERE NOT EXISTS (SELECT 1 FROM jadwal_pj_terima t WHERE t.sampai_id = s.id)
           AND NOT EXISTS (SELECT 1 FROM penerbitan w WHERE w.periode_id = q.id) AND q.instansi_id IN ({tempat})"
    )
}
