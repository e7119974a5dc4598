//! Reminders about a returned F01: two working days before the deadline, and once when it is over.

use crate::{
    Hasil, Store, StoreError,
    id::{LokusId, PengirimanId},
    kalender,
    kueri::Kueri,
    lokus::{self, kabar},
    nilai,
    pemberitahuan::Kepada,
};
use jiff::{ToSpan, civil::Date};
use sea_orm::FromQueryResult;

/// Working days left at which the unit is reminded.
const SISA: u32 = 2;
/// Days around today that are looked at; older ones were told of long ago.
const JENDELA: i64 = 14;

#[derive(FromQueryResult)]
struct Baris {
    pengiriman_id: PengirimanId,
    lokus_id: LokusId,
    tenggat: String,
}

/// Tells whom a deadline concerns; each occasion once, however often this runs. Returns to how many it was news.
pub async fn ingatkan(store: &Store) -> Hasil<u64> {
    let kini = store.sekarang().hari("WIT");
    let batas = |n: i64| kini.checked_add(n.days()).map(|d| d.to_string()).unwrap_or_default();
    let baris: Vec<Baris> = store
        .baca()
        .semua(
            "SELECT t.pengiriman_id, p.lokus_id, t.tenggat FROM pra_putusan t JOIN f01_pengiriman p ON p.id = t.pengiriman_id
             WHERE t.jenis = 'kembali' AND t.tenggat >= $1 AND t.tenggat <= $2
               AND NOT EXISTS (SELECT 1 FROM f01_pengiriman q WHERE q.lokus_id = p.lokus_id AND q.nomor > p.nomor)
             ORDER BY t.tenggat, t.pengiriman_id LIMIT 5000",
            nilai![batas(-JENDELA), batas(JENDELA)],
        )
        .await?;
    let mut n = 0;
    for b in baris {
        n += satu(store, &b).await?;
    }
    Ok(n)
}

async fn satu(store: &Store, b: &Baris) -> Hasil<u64> {
    let l = lokus::dari_id(store.baca(), b.lokus_id).await?;
    let tenggat: Date =
        b.tenggat.parse().map_err(|_| StoreError::Rusak(format!("deadline {} of submission {}", b.tenggat, b.pengiriman_id)))?;
    let hari = store.sekarang().hari(&l.zona);
    let sisa = layanan::hari_kerja_antara(hari, tenggat, &kalender::kalender(store.baca(), l.penyelenggara_id).await?);
    let (jenis, kepada): (_, &[Kepada]) = match () {
        () if hari > tenggat => ("f01-perbaikan-lewat", &[Kepada::Operator(l.id), Kepada::Kepala(l.id), Kepada::Evaluator(l.id)]),
        () if sisa <= SISA => ("f01-perbaikan-dekat", &[Kepada::Operator(l.id), Kepada::Kepala(l.id)]),
        () => return Ok(0),
    };
    let tx = store.mulai().await?;
    let isi = serde_json::json!({ "unit": l.unit, "tenggat": b.tenggat });
    let n = kabar::kirim(&tx, &l, None, (jenis, kepada), ("/f01", b.pengiriman_id), &isi).await?;
    tx.commit().await?;
    Ok(n)
}
