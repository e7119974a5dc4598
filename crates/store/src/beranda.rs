//! What waits for a person, beyond what the lists of the aggregates give: minutes that he has not signed yet, units past
//! their survey that wait for the organising office.

pub mod telat;
pub mod terima;
pub mod tunggu;

use crate::{
    Hasil, Store,
    berita_acara::{self, Jenis, menunggu as menunggu_jenis},
    hak::Pelaku,
    id::{BeritaAcaraId, LokusId, PeriodeId},
    kueri::Kueri,
    massal::Dokumen,
    peran::{Lingkup, Peran},
    persiapan::benturan,
};
use jiff::civil::Date;
use pekppp::{Skema, skema::Pengatur};
use sea_orm::{FromQueryResult, Value};

/// Minutes that wait for this person's signature.
#[derive(Debug, Clone, FromQueryResult)]
pub struct TandaTangan {
    pub id: BeritaAcaraId,
    pub lokus_id: LokusId,
    pub jenis: String,
    pub nomor: String,
    pub unit: String,
}

const HIDUP: &str = "SELECT b.id, b.lokus_id, b.jenis, b.nomor, u.nama AS unit FROM berita_acara b JOIN lokus l ON l.id = b.lokus_id
    JOIN unit u ON u.id = l.unit_id JOIN periode p ON p.id = l.periode_id LEFT JOIN berita_acara_batal x ON x.berita_acara_id = b.id
    LEFT JOIN segel s ON s.berita_acara_id = b.id WHERE x.berita_acara_id IS NULL AND s.berita_acara_id IS NULL";

/// Oldest first, at most 50. Not those that cannot be finished any more ([`berita_acara::macet()`]): a signature on them is for nothing.
pub async fn menunggu_tanda(store: &Store, pelaku: &Pelaku) -> Hasil<Vec<TandaTangan>> {
    let mut v: Vec<Value> = vec![pelaku.akun.into()];
    let mut pihak = Vec::new();
    if pelaku.punya(Peran::Evaluator) {
        pihak.push(format!(
            "(EXISTS (SELECT 1 FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id LEFT JOIN penugasan_akhir y ON y.penugasan_id = g.id
               WHERE g.lokus_id = l.id AND g.akun_id = $1 AND y.penugasan_id IS NULL)
              AND {}
              AND NOT EXISTS (SELECT 1 FROM tanda_tangan d WHERE d.berita_acara_id = b.id AND d.pihak = 'evaluator' AND d.akun_id = $1))",
            benturan::tanpa(1)
        ));
    }
    for p in &pelaku.peran {
        let n = v.len() + 1;
        let belum =
            |siapa: &str| format!("NOT EXISTS (SELECT 1 FROM tanda_tangan d WHERE d.berita_acara_id = b.id AND d.pihak = '{siapa}')");
        match (p.peran, &p.lingkup) {
            (Peran::UnitKepala, Lingkup::Unit { unit, .. }) => {
                pihak.push(format!("((u.id = ${n} OR u.induk_id = ${n}) AND {})", belum("unit")));
                v.push((*unit).into());
            }
            (Peran::Penanggungjawab, Lingkup::Instansi(i)) => {
                pihak.push(format!("(p.instansi_id = ${n} AND {})", belum("penanggungjawab")));
                v.push((*i).into());
            }
            _ => {}
        }
    }
    if pihak.is_empty() {
        return Ok(Vec::new());
    }
    // The account's id is always bound, so it is always used.
    let sql = format!("{HIDUP} AND ({}) AND $1 = $1 ORDER BY b.id LIMIT 200", pihak.join(" OR "));
    let mut semua: Vec<TandaTangan> = store.baca().semua(&sql, v).await?;
    let lokus: Vec<LokusId> = semua.iter().map(|b| b.lokus_id).collect();
    let macet = berita_acara::macet(store.baca(), &lokus, &hari_macet(store)).await?;
    semua.retain(|b| !macet.ba.contains(&b.id));
    semua.truncate(50);
    Ok(semua)
}

/// A unit in a period, named for a list of tasks.
#[derive(Debug, Clone, FromQueryResult)]
pub struct UnitPeriode {
    pub lokus_id: LokusId,
    pub unit: String,
    pub periode: String,
    pub periode_id: PeriodeId,
}

/// Units of a list of tasks, and how many there are.
#[derive(Debug, Clone)]
pub struct Sebagian {
    /// At most 100.
    pub unit: Vec<UnitPeriode>,
    /// Counted up to 10,000.
    pub semua: i64,
}

/// A period of which so many units wait for the same step.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Bersama {
    pub periode_id: PeriodeId,
    pub periode: String,
    pub jumlah: i64,
}

/// From so many units of a period on, a document is made for all of them together ([`crate::massal`]).
pub const BERSAMA: i64 = 10;

/// Neither step is one of units that [`menunggu_bersama`] named together. On `l` (lokus); one term for each document that some period waits for,
/// with the values after those that are there. They stand before what else is asked of a unit: they answer for most units of a large period.
fn bukan_bersama(semua: &[(Dokumen, &[Bersama])], v: &mut Vec<Value>) -> String {
    let mut satu = |d: &Dokumen, periode: &[Bersama]| {
        let dari = v.len() + 1;
        v.extend(periode.iter().map(|b| Value::from(b.periode_id)));
        let tempat: Vec<String> = (dari..=v.len()).map(|n| format!("${n}")).collect();
        format!("NOT ({} AND l.periode_id IN ({})) AND ", d.giliran(), tempat.join(", "))
    };
    let ada = semua.iter().filter(|(_, periode)| !periode.is_empty());
    ada.map(|(d, periode)| satu(d, periode)).collect::<Vec<_>>().concat()
}

/// Periods of the offices this person organises of which many units wait for this document, the newest first.
pub async fn menunggu_bersama(store: &Store, pelaku: &Pelaku, d: Dokumen) -> Hasil<Vec<Bersama>> {
    let Some((milik, v)) = kantor(pelaku, &[Peran::Penyelenggara]) else { return Ok(Vec::new()) };
    let sql = format!(
        "SELECT t.id AS periode_id, t.nama AS periode, COUNT(*) AS jumlah
         FROM (SELECT p.id, p.nama FROM lokus l JOIN periode p ON p.id = l.periode_id WHERE ({milik}) AND {} LIMIT {PALING_HITUNG}) t
         GROUP BY t.id, t.nama HAVING COUNT(*) >= {BERSAMA} ORDER BY t.id DESC LIMIT 50",
        d.giliran()
    );
    store.baca().semua(&sql, v).await
}

/// Lokus `l` has neither a proposed evaluator nor one in office.
const TANPA_EVALUATOR: &str = "NOT EXISTS (SELECT 1 FROM penugasan g LEFT JOIN penetapan t ON t.penugasan_id = g.id
             LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id
             WHERE g.lokus_id = l.id AND (t.penugasan_id IS NULL OR x.penugasan_id IS NULL))";

/// The freezing of lokus `l` in `p` waits for the right of reply on this local day: the draft is to be shown first (which
/// [`menunggu_buka`] names), the unit may still object, or an objection has no answer.
fn hak_jawab_menahan(hari: Date) -> String {
    format!(
        "((COALESCE((SELECT t.pakai FROM sanggah_aturan t WHERE t.periode_id = p.id ORDER BY t.id DESC LIMIT 1), '') = 'ya'
              AND NOT EXISTS (SELECT 1 FROM sanggah_buka k WHERE k.lokus_id = l.id))
            OR EXISTS (SELECT 1 FROM sanggah_buka k WHERE k.lokus_id = l.id
              AND NOT EXISTS (SELECT 1 FROM sanggah_buka n WHERE n.lokus_id = k.lokus_id AND n.nomor > k.nomor)
              AND ((k.tenggat >= '{hari}' AND NOT EXISTS (SELECT 1 FROM sanggah_selesai s WHERE s.buka_id = k.id))
                OR EXISTS (SELECT 1 FROM sanggahan s WHERE s.buka_id = k.id
                  AND NOT EXISTS (SELECT 1 FROM sanggahan_tarik t WHERE t.sanggahan_id = s.id)
                  AND NOT EXISTS (SELECT 1 FROM sanggahan_jawaban j WHERE j.sanggahan_id = s.id)))))"
    )
}

/// Units of the offices this person organises whose result is frozen and whose minutes or report he makes next, or whose survey is closed and
/// whose sheets are done, oldest first; not those that [`menunggu_bersama`] names together, and not those that wait for somebody else: all of
/// these are counted, and only the first are named. Whether the evaluators differ is for [`crate::f02::menunggu_sepakat`] to say.
/// `ba` and `lhe`: what [`menunggu_bersama`] said of minutes and of reports.
pub async fn menunggu_penyelenggara(store: &Store, pelaku: &Pelaku, ba: &[Bersama], lhe: &[Bersama]) -> Hasil<Sebagian> {
    // The zone whose day ends last: an hour too late is better than an hour too early.
    let menahan = hak_jawab_menahan(store.sekarang().hari("WIB"));
    let bertanda = menunggu_jenis(Jenis::Hasil);
    let syarat = format!(
        "NOT EXISTS (SELECT 1 FROM lhe e LEFT JOIN hasil_batal b ON b.hasil_id = e.hasil_id WHERE e.lokus_id = l.id AND b.hasil_id IS NULL)
           AND ((EXISTS (SELECT 1 FROM hasil h LEFT JOIN hasil_batal b ON b.hasil_id = h.id WHERE h.lokus_id = l.id AND b.hasil_id IS NULL)
               AND ({TANPA_EVALUATOR} OR NOT {bertanda}))
             OR (EXISTS (SELECT 1 FROM ronde r WHERE r.lokus_id = l.id AND r.jenis = 'f03'
               AND (SELECT t.jenis FROM ronde_tutup t WHERE t.ronde_id = r.id ORDER BY t.id DESC LIMIT 1) = 'tutup')
               AND NOT EXISTS (SELECT 1 FROM hasil h LEFT JOIN hasil_batal b ON b.hasil_id = h.id WHERE h.lokus_id = l.id AND b.hasil_id IS NULL)
               AND ({TANPA_EVALUATOR} OR ({LEMBAR_SELESAI} AND NOT {menahan}))))"
    );
    unit_kantor(store, pelaku, &syarat, &[(Dokumen::BeritaAcara, ba), (Dokumen::Lhe, lhe)], "").await
}

/// The day on which offices are asked for: one that ends today is held until the last zone has ended the day.
#[must_use]
pub fn hari_macet(store: &Store) -> String {
    store.sekarang().hari("WIB").to_string()
}

/// Units of the offices this person organises with minutes that wait for somebody who cannot sign them any more, with the kind of the minutes:
/// those of the result first, each kind oldest first; among the first hundred of a kind that wait for a signature.
pub async fn ba_macet(store: &Store, pelaku: &Pelaku) -> Hasil<Vec<(UnitPeriode, Jenis)>> {
    let mut semua = Vec::new();
    for jenis in [Jenis::Hasil, Jenis::Pelaksanaan] {
        let unit = unit_kantor(store, pelaku, &menunggu_jenis(jenis), &[], "").await?.unit;
        let id: Vec<LokusId> = unit.iter().map(|u| u.lokus_id).collect();
        let macet = berita_acara::macet(store.baca(), &id, &hari_macet(store)).await?;
        semua.extend(unit.into_iter().filter(|u| macet.unit(jenis).contains(&u.lokus_id)).map(|u| (u, jenis)));
    }
    Ok(semua)
}

/// Units of the offices this person organises whose report on the result that stands is made and was not conveyed to the unit, the newest
/// first; not those that [`menunggu_bersama`] names together. Apart from [`menunggu_penyelenggara`], so that reports handed over outside the program years ago hide nothing
/// there.
/// `sampai`: what [`menunggu_bersama`] said of conveying reports.
pub async fn menunggu_sampai(store: &Store, pelaku: &Pelaku, sampai: &[Bersama]) -> Hasil<Sebagian> {
    let syarat = "l.id IN (SELECT e.lokus_id FROM lhe e LEFT JOIN hasil_batal b ON b.hasil_id = e.hasil_id WHERE b.hasil_id IS NULL)
           AND NOT EXISTS (SELECT 1 FROM penyampaian k JOIN lhe e ON e.id = k.lhe_id LEFT JOIN hasil_batal b ON b.hasil_id = e.hasil_id
             WHERE k.lokus_id = l.id AND k.dokumen = 'lhe' AND k.kepada = 'unit' AND b.hasil_id IS NULL)";
    unit_kantor(store, pelaku, syarat, &[(Dokumen::LheSampai, sampai)], "DESC").await
}

/// Units of the offices this person organises where two or more sheets are done and nothing is frozen, in periods that settle by
/// consensus, oldest first. Whether the evaluators differ is for [`crate::f02::menunggu_sepakat`] to say.
pub async fn penilaian_selesai(store: &Store, pelaku: &Pelaku) -> Hasil<Sebagian> {
    let syarat = "p.penyatuan = 'konsensus'
           AND NOT EXISTS (SELECT 1 FROM hasil h LEFT JOIN hasil_batal b ON b.hasil_id = h.id WHERE h.lokus_id = l.id AND b.hasil_id IS NULL)
           AND (SELECT COUNT(DISTINCT s.akun_id) FROM f02_selesai s LEFT JOIN f02_selesai_batal b ON b.selesai_id = s.id
             WHERE s.lokus_id = l.id AND b.selesai_id IS NULL) > 1";
    unit_kantor(store, pelaku, syarat, &[], "").await
}

/// Every evaluator in office of lokus `l` has marked his sheet as done, and there is one.
const LEMBAR_SELESAI: &str = "EXISTS (SELECT 1 FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id
             LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id WHERE g.lokus_id = l.id AND x.penugasan_id IS NULL)
           AND NOT EXISTS (SELECT 1 FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id
             LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id WHERE g.lokus_id = l.id AND x.penugasan_id IS NULL
             AND NOT EXISTS (SELECT 1 FROM f02_selesai s LEFT JOIN f02_selesai_batal b ON b.selesai_id = s.id
               WHERE s.lokus_id = l.id AND s.akun_id = g.akun_id AND b.selesai_id IS NULL))";

/// Units of the offices this person organises whose sheets are all done while their survey is open, oldest first.
pub async fn menunggu_survei(store: &Store, pelaku: &Pelaku) -> Hasil<Sebagian> {
    let syarat = format!(
        "NOT EXISTS (SELECT 1 FROM hasil h LEFT JOIN hasil_batal b ON b.hasil_id = h.id WHERE h.lokus_id = l.id AND b.hasil_id IS NULL)
           AND EXISTS (SELECT 1 FROM ronde r WHERE r.lokus_id = l.id AND r.jenis = 'f03'
             AND NOT EXISTS (SELECT 1 FROM ronde_tutup t WHERE t.ronde_id = r.id AND t.jenis = 'tutup'
               AND NOT EXISTS (SELECT 1 FROM ronde_tutup n WHERE n.ronde_id = t.ronde_id AND n.id > t.id)))
           AND {LEMBAR_SELESAI}"
    );
    unit_kantor(store, pelaku, &syarat, &[], "").await
}

/// Units of the offices this person organises whose sheets are all done, in periods with a right of reply, and whose unit was not
/// shown its draft scores yet, oldest first. Whether the evaluators differ is for [`crate::f02::menunggu_sepakat`] to say.
pub async fn menunggu_buka(store: &Store, pelaku: &Pelaku) -> Hasil<Sebagian> {
    let syarat = format!(
        "(SELECT t.pakai FROM sanggah_aturan t WHERE t.periode_id = p.id ORDER BY t.id DESC LIMIT 1) = 'ya'
           AND NOT EXISTS (SELECT 1 FROM sanggah_buka k WHERE k.lokus_id = l.id)
           AND NOT EXISTS (SELECT 1 FROM hasil h LEFT JOIN hasil_batal b ON b.hasil_id = h.id WHERE h.lokus_id = l.id AND b.hasil_id IS NULL)
           AND {LEMBAR_SELESAI}"
    );
    unit_kantor(store, pelaku, &syarat, &[], "").await
}

/// Rows that are counted; more are "10,000 or more".
const PALING_HITUNG: i64 = 10_000;
/// Rows that are named.
const BANYAK: i64 = 100;

/// Condition on `p` (periode) with its values: periods of the offices in which the person has one of these roles. Who acts for the
/// ministry organises what a ministry holds for the nation. `None` for who has none.
fn kantor(pelaku: &Pelaku, peran: &[Peran]) -> Option<(String, Vec<Value>)> {
    let instansi = pelaku.peran.iter().filter_map(|p| match &p.lingkup {
        Lingkup::Instansi(i) if peran.contains(&p.peran) => Some(Value::from(*i)),
        _ => None,
    });
    let v: Vec<Value> = instansi.collect();
    let mut milik = Vec::new();
    if !v.is_empty() {
        milik.push(format!("p.instansi_id IN ({})", (1..=v.len()).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")));
    }
    if pelaku.punya(Peran::Nasional) {
        let skema = Skema::SEMUA.into_iter().filter(|s| s.aturan().pengatur != Pengatur::Instansi);
        let skema = skema.map(|s| format!("'{}'", s.kunci())).collect::<Vec<_>>().join(", ");
        let kementerian = "EXISTS (SELECT 1 FROM instansi i WHERE i.id = p.instansi_id AND i.jenis = 'kementerian')";
        milik.push(format!("(p.skema IN ({skema}) AND {kementerian})"));
    }
    (!milik.is_empty()).then(|| (milik.join(" OR "), v))
}

/// Units of the offices this person organises that fulfil a condition of this module on `l` (lokus) and `p` (periode); `urut` is the
/// direction of their ids. Units that are named together (`bersama`) are left out. They are counted only where not all of them are named.
async fn unit_kantor(
    store: &Store,
    pelaku: &Pelaku,
    syarat: &str,
    bersama: &[(Dokumen, &[Bersama])],
    urut: &'static str,
) -> Hasil<Sebagian> {
    let Some((milik, mut v)) = kantor(pelaku, &[Peran::Penyelenggara]) else { return Ok(Sebagian { unit: Vec::new(), semua: 0 }) };
    let lain = bukan_bersama(bersama, &mut v);
    let dari =
        format!("FROM lokus l JOIN unit u ON u.id = l.unit_id JOIN periode p ON p.id = l.periode_id WHERE ({milik}) AND {lain}{syarat}");
    let sql = format!(
        "SELECT l.id AS lokus_id, u.nama AS unit, p.nama AS periode, p.id AS periode_id {dari} ORDER BY l.id {urut} LIMIT {BANYAK}"
    );
    let unit: Vec<UnitPeriode> = store.baca().semua(&sql, v.clone()).await?;
    let banyak = i64::try_from(unit.len()).unwrap_or(BANYAK);
    let semua = if banyak < BANYAK {
        banyak
    } else {
        let sql = format!("SELECT COUNT(*) AS n FROM (SELECT 1 AS satu {dari} LIMIT {PALING_HITUNG}) t");
        store.baca().angka(&sql, v).await?
    };
    Ok(Sebagian { unit, semua })
}
