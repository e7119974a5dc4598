//! Reminders: a plan that is due in a week, one past its last day, a report whose deadline is near or over. Each occasion
//! is told once to a person (`sekali`), so the job may run as often as it likes.

use super::{
    batas::batas,
    lewat::{MENUNGGU, TERBUKA},
};
use crate::{
    Hasil, Store,
    id::LokusId,
    kueri::Kueri,
    lokus::{self, Lokus},
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
};
use jiff::{ToSpan, civil::Date};
use sea_orm::FromQueryResult;

/// Days before a plan's last day.
const RENCANA_HARI: i64 = 7;
/// Days before the deadline of the report.
const LAPORAN_HARI: i64 = 30;
/// Older occasions are no longer told, for instance after a long stop of the program.
const LAMA_HARI: i64 = 60;

#[derive(FromQueryResult)]
struct Jatuh {
    lokus_id: LokusId,
    tenggat: String,
    n: i64,
}

#[derive(FromQueryResult)]
struct Menunggu {
    lokus_id: LokusId,
}

/// Tells what is due on this local day. Returns how many notices were news.
pub async fn ingatkan(store: &Store, hari: Date) -> Hasil<u64> {
    Ok(rencana(store, hari).await? + laporan(store, hari).await?)
}

async fn rencana(store: &Store, hari: Date) -> Hasil<u64> {
    let sql = format!(
        "SELECT r.lokus_id, n.tenggat, COUNT(*) AS n FROM tl_rencana n JOIN rekomendasi r ON r.id = n.rekomendasi_id
         WHERE n.tenggat >= $1 AND n.tenggat <= $2 AND {TERBUKA} GROUP BY r.lokus_id, n.tenggat ORDER BY n.tenggat, r.lokus_id LIMIT 5000"
    );
    let (dari, sampai) = (hari.saturating_sub(LAMA_HARI.days()), hari.saturating_add(RENCANA_HARI.days()));
    let jatuh: Vec<Jatuh> = store.baca().semua(&sql, nilai![dari.to_string(), sampai.to_string()]).await?;
    let mut n = 0;
    for j in jatuh {
        let l = lokus::dari_id(store.baca(), j.lokus_id).await?;
        let lewat = j.tenggat < hari.to_string();
        let jenis = if lewat { "tl-lewat" } else { "tl-dekat" };
        let isi = serde_json::json!({ "unit": l.unit, "jumlah": j.n, "tanggal": j.tenggat });
        n += kabarkan(store, &l, jenis, &j.tenggat, &isi, lewat).await?;
    }
    Ok(n)
}

async fn laporan(store: &Store, hari: Date) -> Hasil<u64> {
    let sql = format!("SELECT DISTINCT k.lokus_id FROM penyampaian k {MENUNGGU} ORDER BY k.lokus_id LIMIT 5000");
    let menunggu: Vec<Menunggu> = store.baca().semua(&sql, vec![]).await?;
    let mut n = 0;
    for m in menunggu {
        let l = lokus::dari_id(store.baca(), m.lokus_id).await?;
        let Some(b) = batas(store.baca(), &l).await?.map(|b| b.batas) else { continue };
        let dekat = hari >= b.saturating_sub(LAPORAN_HARI.days()) && hari <= b.saturating_add(LAMA_HARI.days());
        if !dekat {
            continue;
        }
        let lewat = hari > b;
        let jenis = if lewat { "tl-batas-lewat" } else { "tl-batas-dekat" };
        n += kabarkan(store, &l, jenis, &b.to_string(), &serde_json::json!({ "unit": l.unit, "tanggal": b.to_string() }), lewat).await?;
    }
    Ok(n)
}

async fn kabarkan(store: &Store, l: &Lokus, jenis: &'static str, tanggal: &str, isi: &serde_json::Value, lewat: bool) -> Hasil<u64> {
    let tx = store.mulai().await?;
    let mut kepada = vec![Kepada::Operator(l.id), Kepada::Kepala(l.id)];
    if lewat {
        kepada.push(Kepada::Penyelenggara(l.periode_id));
    }
    let p = Pemberitahuan {
        jenis,
        kepada: &kepada,
        kecuali: None,
        periode: Some(l.periode_id),
        lokus: Some(l.id),
        tautan: &format!("/lokus/{}/tindak-lanjut", l.id),
        isi,
        sekali: &format!("{jenis}/{}/{tanggal}", l.id),
    };
    let n = beri_tahu(&tx, &p).await?;
    tx.commit().await?;
    Ok(n)
}
