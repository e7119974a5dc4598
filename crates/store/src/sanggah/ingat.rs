//! Reminders of a right of reply: to the unit on its last two working days, to the team when objections wait after it.

use super::baca;
use crate::{
    Hasil, Store,
    id::{LokusId, SanggahBukaId},
    kalender,
    kueri::Kueri,
    lokus::{self, kabar},
    nilai,
    pemberitahuan::Kepada,
};
use jiff::ToSpan;
use sea_orm::FromQueryResult;

const SISA: u32 = 1;
const JENDELA: i64 = 14;

#[derive(FromQueryResult)]
struct Baris {
    id: SanggahBukaId,
    lokus_id: LokusId,
}

/// Tells whom a deadline concerns; each occasion once, however often this runs. Returns to how many it was news.
pub async fn ingatkan(store: &Store) -> Hasil<u64> {
    let kini = store.sekarang().hari("WIT");
    let batas = |n: i64| kini.checked_add(n.days()).map(|d| d.to_string()).unwrap_or_default();
    let baris: Vec<Baris> = store
        .baca()
        .semua(
            "SELECT b.id, b.lokus_id FROM sanggah_buka b WHERE b.tenggat >= $1 AND b.tenggat <= $2
               AND NOT EXISTS (SELECT 1 FROM hasil h LEFT JOIN hasil_batal x ON x.hasil_id = h.id
                 WHERE h.lokus_id = b.lokus_id AND x.hasil_id IS NULL)
             ORDER BY b.id LIMIT 5000",
            nilai![batas(-JENDELA), batas(JENDELA)],
        )
        .await?;
    let mut n = 0;
    for b in baris {
        n += satu(store, &b).await?;
    }
    Ok(n)
}

async fn satu(store: &Store, baris: &Baris) -> Hasil<u64> {
    let Some(b) = baca::kini(store.baca(), baris.lokus_id).await?.filter(|b| b.id == baris.id) else { return Ok(0) };
    let l = lokus::dari_id(store.baca(), b.lokus_id).await?;
    let (hari, jatuh) = (store.sekarang().hari(&l.zona), b.jatuh()?);
    let lewat = b.selesai.is_some() || hari > jatuh;
    let (jenis, kepada): (_, &[Kepada]) = if lewat {
        let menunggu = baca::milik_bukaan(store.baca(), b.id).await?.iter().any(baca::Sanggahan::menunggu);
        if !menunggu {
            return Ok(0);
        }
        ("sanggahan-menunggu", &[Kepada::Evaluator(l.id)])
    } else {
        let k = kalender::kalender(store.baca(), l.penyelenggara_id).await?;
        if layanan::hari_kerja_antara(hari, jatuh, &k) > SISA {
            return Ok(0);
        }
        ("hak-jawab-dekat", &[Kepada::Kepala(l.id), Kepada::Operator(l.id)])
    };
    let tx = store.mulai().await?;
    let isi = serde_json::json!({ "unit": l.unit, "tenggat": b.tenggat });
    let n = kabar::kirim(&tx, &l, None, (jenis, kepada), ("/hak-jawab", b.id), &isi).await?;
    tx.commit().await?;
    Ok(n)
}
