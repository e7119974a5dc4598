//! Reminders: a plan that is due in a week, one past its last day, a report whose deadline is near or over. Each occasion
//! is told once (`sekali`), so the job may run as often as it likes; who gets the role later finds it on the start page.
//! However many units owe something, each of them has its turn: they are read by pages.

use super::{
    batas::{Awal, awal},
    lewat::{MENUNGGU, TERBUKA},
};
use crate::{
    Hasil, Store, Waktu,
    id::{InstansiId, LokusId, PeriodeId},
    kueri::Kueri,
    lokus::{self, kabar},
    nilai,
    pemberitahuan::Kepada,
};
use jiff::{ToSpan, civil::Date};
use sea_orm::FromQueryResult;
use std::collections::{HashMap, hash_map::Entry};
use uuid::Uuid;

/// Days before a plan's last day.
const RENCANA_HARI: i64 = 7;
/// Days before the deadline of the report.
const LAPORAN_HARI: i64 = 30;
/// Older occasions are no longer told, for instance after a long stop of the program.
const LAMA_HARI: i64 = 60;
/// Rows of a page.
const SEKALIGUS: usize = 5000;

#[derive(FromQueryResult)]
struct Jatuh {
    lokus_id: LokusId,
    tenggat: String,
    n: i64,
}

/// A unit that got its report on `sampai` and owes its own.
#[derive(FromQueryResult)]
struct Menunggu {
    lokus_id: LokusId,
    periode_id: PeriodeId,
    instansi_id: InstansiId,
    skema: String,
    zona: String,
    sampai: Waktu,
}

/// Tells what is due on this local day. Returns how many notices were news.
pub async fn ingatkan(store: &Store, hari: Date) -> Hasil<u64> {
    ingatkan_bertahap(store, hari, SEKALIGUS).await
}

/// As [`ingatkan`], so many rows at once, at least one.
pub async fn ingatkan_bertahap(store: &Store, hari: Date, sekaligus: usize) -> Hasil<u64> {
    let sekaligus = sekaligus.max(1);
    Ok(rencana(store, hari, sekaligus).await? + laporan(store, hari, sekaligus).await?)
}

async fn rencana(store: &Store, hari: Date, sekaligus: usize) -> Hasil<u64> {
    let sql = format!(
        "SELECT r.lokus_id, n.tenggat, COUNT(*) AS n FROM tl_rencana n JOIN rekomendasi r ON r.id = n.rekomendasi_id
         WHERE n.tenggat >= $1 AND n.tenggat <= $2 AND (n.tenggat > $3 OR r.lokus_id > $4) AND {TERBUKA}
         GROUP BY r.lokus_id, n.tenggat ORDER BY n.tenggat, r.lokus_id LIMIT {sekaligus}"
    );
    let (mut dari, sampai) = (hari.saturating_sub(LAMA_HARI.days()).to_string(), hari.saturating_add(RENCANA_HARI.days()).to_string());
    let (mut setelah, mut n) = (LokusId(Uuid::nil()), 0);
    loop {
        let jatuh: Vec<Jatuh> = store.baca().semua(&sql, nilai![dari.as_str(), sampai.as_str(), dari.as_str(), setelah]).await?;
        let Some(akhir) = jatuh.last() else { return Ok(n) };
        (dari, setelah) = (akhir.tenggat.clone(), akhir.lokus_id);
        let penuh = jatuh.len() == sekaligus;
        for j in jatuh {
            let lewat = j.tenggat < hari.to_string();
            let jenis = if lewat { "tl-lewat" } else { "tl-dekat" };
            n += kabarkan(store, j.lokus_id, jenis, &j.tenggat, Some(j.n), lewat).await?;
        }
        if !penuh {
            return Ok(n);
        }
    }
}

async fn laporan(store: &Store, hari: Date, sekaligus: usize) -> Hasil<u64> {
    let sql = format!(
        "SELECT l.id AS lokus_id, p.id AS periode_id, p.instansi_id, p.skema, i.zona, MIN(k.pada) AS sampai
         FROM penyampaian k JOIN lokus l ON l.id = k.lokus_id JOIN periode p ON p.id = l.periode_id
           JOIN unit u ON u.id = l.unit_id JOIN instansi i ON i.id = u.instansi_id {MENUNGGU} AND l.id > $1
         GROUP BY l.id, p.id, p.instansi_id, p.skema, i.zona ORDER BY l.id LIMIT {sekaligus}"
    );
    let mut semua_awal: HashMap<(InstansiId, String), HashMap<PeriodeId, Awal>> = HashMap::new();
    let (mut setelah, mut n) = (LokusId(Uuid::nil()), 0);
    loop {
        let menunggu: Vec<Menunggu> = store.baca().semua(&sql, nilai![setelah]).await?;
        let Some(akhir) = menunggu.last() else { return Ok(n) };
        setelah = akhir.lokus_id;
        let penuh = menunggu.len() == sekaligus;
        for m in menunggu {
            let v = nilai![m.instansi_id, m.skema.as_str()];
            let milik = match semua_awal.entry((m.instansi_id, m.skema)) {
                Entry::Occupied(ada) => ada.into_mut(),
                Entry::Vacant(baru) => baru.insert(awal(store.baca(), "p.instansi_id = $1 AND p.skema = $2", v).await?),
            };
            let Some(b) = milik.get(&m.periode_id).and_then(|a| a.batas(Some(m.sampai.hari(&m.zona)))).map(|b| b.batas) else { continue };
            if hari < b.saturating_sub(LAPORAN_HARI.days()) || hari > b.saturating_add(LAMA_HARI.days()) {
                continue;
            }
            let lewat = hari > b;
            let jenis = if lewat { "tl-batas-lewat" } else { "tl-batas-dekat" };
            n += kabarkan(store, m.lokus_id, jenis, &b.to_string(), None, lewat).await?;
        }
        if !penuh {
            return Ok(n);
        }
    }
}

/// `jumlah`: of plans; none for the report.
async fn kabarkan(store: &Store, id: LokusId, jenis: &'static str, tanggal: &str, jumlah: Option<i64>, lewat: bool) -> Hasil<u64> {
    let kejadian = format!("{id}/{tanggal}");
    let sudah = "SELECT COUNT(*) AS n FROM pemberitahuan WHERE lokus_id = $1 AND sekali = $2";
    if store.baca().angka(sudah, nilai![id, format!("{jenis}/{kejadian}")]).await? > 0 {
        return Ok(0);
    }
    let l = lokus::dari_id(store.baca(), id).await?;
    let mut isi = serde_json::json!({ "unit": l.unit, "tanggal": tanggal });
    if let Some(n) = jumlah {
        isi["jumlah"] = n.into();
    }
    let tx = store.mulai().await?;
    let mut kepada = vec![Kepada::Operator(l.id), Kepada::Kepala(l.id)];
    if lewat {
        kepada.push(Kepada::Penyelenggara(l.periode_id));
    }
    let n = kabar::kirim(&tx, &l, None, (jenis, &kepada), ("/tindak-lanjut", kejadian), &isi).await?;
    tx.commit().await?;
    Ok(n)
}
