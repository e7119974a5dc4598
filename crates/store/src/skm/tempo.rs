//! What in the surveys of a person's units wants to be done soon: activities of a follow-up plan that are due, and rounds that end
//! before they have enough answers. For the start page; only for who runs rounds, not for who reads them.

use super::{
    Baris, BarisRonde, DARI, DITUTUP, KOLOM, KeadaanRonde, RondeSkm,
    daftar::{jangkauan, lengkapi},
    rtl::{self, Butir},
};
use crate::{
    Hasil, Store,
    hak::Pelaku,
    kueri::{self, Kueri},
    peran::Peran,
};
use jiff::{ToSpan as _, civil::Date};
use sea_orm::Value;

/// Days ahead.
const HARI: i32 = 30;
/// Lines of each list at most.
const BANYAK: i64 = 25;

/// The rounds that this person runs, as SQL.
fn milik(pelaku: &Pelaku) -> Option<(String, Vec<Value>)> {
    let peran = pelaku.peran.iter().filter(|p| matches!(p.peran, Peran::UnitOperator | Peran::UnitKepala | Peran::Penyelenggara));
    let sendiri = Pelaku { peran: peran.cloned().collect(), ..pelaku.clone() };
    (!sendiri.peran.is_empty()).then(|| jangkauan(&sendiri))
}

/// The day in the zone that lies between the two others: a line appears at most an hour early or late.
fn hari(store: &Store) -> Date {
    store.sekarang().hari("WITA")
}

/// Activities that are not done and due within thirty days or overdue, the oldest first, each with its round.
pub async fn rencana(store: &Store, pelaku: &Pelaku) -> Hasil<Vec<(RondeSkm, Butir)>> {
    let Some((syarat, v)) = milik(pelaku) else { return Ok(Vec::new()) };
    rencana_di(store, &syarat, v, HARI, BANYAK).await
}

/// As [`rencana`], for the rounds that fit, within `hari_lagi` days.
pub(super) async fn rencana_di(
    store: &Store,
    syarat: &str,
    mut v: Vec<Value>,
    hari_lagi: i32,
    batas: i64,
) -> Hasil<Vec<(RondeSkm, Butir)>> {
    let sampai = hari(store).saturating_add(hari_lagi.days());
    v.push(sampai.to_string().into());
    let butir = rtl::tempo(store.baca(), &format!("SELECT r.id {DARI} WHERE {syarat}"), v, batas).await?;
    if butir.is_empty() {
        return Ok(Vec::new());
    }
    let id: Vec<Value> = butir.iter().map(|b| b.ronde_id.into()).collect();
    let tempat = kueri::tempat(1..=id.len());
    let sql = format!("SELECT {KOLOM} {DARI} WHERE r.id IN ({tempat}) ORDER BY r.id LIMIT {batas}");
    let ronde: Vec<RondeSkm> = store.baca().semua::<Baris>(&sql, id).await?.into_iter().map(TryInto::try_into).collect::<Hasil<_>>()?;
    Ok(butir.into_iter().filter_map(|b| Some((ronde.iter().find(|r| r.id == b.ronde_id)?.clone(), b))).collect())
}

/// Rounds that take answers, end within thirty days and have fewer than their target, the next to end first.
pub async fn di_bawah_target(store: &Store, pelaku: &Pelaku) -> Hasil<Vec<BarisRonde>> {
    let Some((syarat, v)) = milik(pelaku) else { return Ok(Vec::new()) };
    di_bawah_target_di(store, &syarat, v, HARI, BANYAK).await
}

/// As [`di_bawah_target`], for the rounds that fit and end within `hari_lagi` days.
pub(super) async fn di_bawah_target_di(
    store: &Store,
    syarat: &str,
    mut v: Vec<Value>,
    hari_lagi: i32,
    batas: i64,
) -> Hasil<Vec<BarisRonde>> {
    let kini = hari(store);
    let n = v.len();
    v.extend([kini.to_string().into(), kini.to_string().into(), kini.saturating_add(hari_lagi.days()).to_string().into()]);
    let (a, b, c) = (n + 1, n + 2, n + 3);
    let sql = format!(
        "SELECT {KOLOM} {DARI} WHERE {syarat} AND k.mulai <= ${a} AND k.sampai >= ${b} AND k.sampai <= ${c} AND NOT {DITUTUP}
         AND COALESCE((SELECT SUM(q.n) FROM jawaban_kubus q WHERE q.ronde_id = r.id AND q.tingkat = 0 AND q.keadaan = 'pakai'), 0) < k.target
         ORDER BY k.sampai, u.nama, r.id LIMIT {batas}"
    );
    let ronde: Vec<RondeSkm> = store.baca().semua::<Baris>(&sql, v).await?.into_iter().map(TryInto::try_into).collect::<Hasil<_>>()?;
    let baris = lengkapi(store.baca(), ronde, store.sekarang()).await?;
    Ok(baris.into_iter().filter(|b| b.keadaan == KeadaanRonde::Berjalan).collect())
}
