//! Due days counted again where the calendar or the limits of an office changed: at once after its calendar did, and in rounds. What was counted is remembered while the program
//! runs, so that a round with nothing new reads no report; each program counts everything once after its start, for the national list
//! of holidays comes with the program.

use super::{Calon, Dikerjakan, SEKALI, hitung_satu, lewati};
use crate::{Hasil, Store, id::InstansiId, kueri::Kueri, nilai};
use sea_orm::FromQueryResult;
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};
use uuid::Uuid;

/// What the due days of an office are made of. None of these rows is ever changed, so the same numbers are the same calendar.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
struct Tanda {
    instansi_id: InstansiId,
    /// Newest weekly rule.
    aturan: Option<Uuid>,
    hari: i64,
    hari_hapus: i64,
    batas: i64,
    batas_batal: i64,
}

/// How often an office was counted with the calendar it has. Twice, for a step may have begun before the calendar changed and have
/// ended after the first count.
const CUKUP: u8 = 2;

/// By office.
#[derive(Debug, Default)]
pub(crate) struct Terhitung(Mutex<HashMap<InstansiId, (Tanda, u8)>>);

impl Terhitung {
    fn kali(&self, t: &Tanda) -> u8 {
        let m = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        m.get(&t.instansi_id).filter(|(lama, _)| lama == t).map_or(0, |(_, n)| *n)
    }

    fn catat(&self, t: Tanda) {
        let n = self.kali(&t).saturating_add(1);
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(t.instansi_id, (t, n));
    }
}

/// Offices with reports that wait for an officer.
async fn tanda(store: &Store) -> Hasil<Vec<Tanda>> {
    let sql = "SELECT i.id AS instansi_id, (SELECT a.id FROM kalender_aturan a WHERE a.instansi_id = i.id ORDER BY a.id DESC LIMIT 1) AS aturan,
            (SELECT COUNT(*) FROM kalender_hari h WHERE h.instansi_id = i.id) AS hari,
            (SELECT COUNT(*) FROM kalender_hari h JOIN kalender_hari_hapus x ON x.hari_id = h.id WHERE h.instansi_id = i.id) AS hari_hapus,
            (SELECT COUNT(*) FROM pengaduan_batas b WHERE b.instansi_id = i.id) AS batas,
            (SELECT COUNT(*) FROM pengaduan_batas b JOIN pengaduan_batas_batal x ON x.batas_id = b.id WHERE b.instansi_id = i.id) AS batas_batal
        FROM instansi i WHERE EXISTS (SELECT 1 FROM pengaduan_kini k WHERE k.instansi_id = i.id AND k.giliran IN ('penghubung', 'unit'))
        ORDER BY i.id LIMIT 10000";
    store.baca().semua(sql, nilai![]).await
}

/// Counts again what may have moved.
pub(super) async fn ulang(store: &Store, d: &mut Dikerjakan) -> Hasil<()> {
    for t in tanda(store).await? {
        if store.aduan.kali(&t) < CUKUP {
            instansi(store, t.instansi_id, d).await?;
            store.aduan.catat(t);
        }
    }
    Ok(())
}

/// After the calendar of an office changed, so that lists and pages name one day. What fails is left to the next round.
pub(crate) async fn sesudah_kalender(store: &Store, id: InstansiId) {
    if let Err(e) = instansi(store, id, &mut Dikerjakan::default()).await {
        tracing::warn!(error = %e, instansi = %id, "due days of reports wait for the next round");
    }
}

async fn instansi(store: &Store, instansi: InstansiId, d: &mut Dikerjakan) -> Hasil<()> {
    let sql = format!(
        "SELECT pengaduan_id AS id FROM pengaduan_kini WHERE instansi_id = $1 AND giliran IN ('penghubung', 'unit') AND pengaduan_id > $2
         ORDER BY pengaduan_id LIMIT {SEKALI}"
    );
    let mut setelah = Uuid::nil();
    loop {
        let calon: Vec<Calon> = store.baca().semua(&sql, nilai![instansi, setelah]).await?;
        let Some(akhir) = calon.last() else { return Ok(()) };
        setelah = akhir.id.0;
        for c in calon {
            lewati(c.id, hitung_satu(store, c.id, d).await)?;
        }
    }
}
