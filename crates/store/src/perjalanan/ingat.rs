//! Reminders of running limits: a week before, and once when one is over. Each day is told once, however often this runs.

use super::{Jalan, baca::PILIH, kabari, pemda};
use crate::{Hasil, Store, kueri::Kueri, nilai, pemberitahuan::Kepada};
use ::layanan::mpp::Tahap;
use jiff::ToSpan;

/// Days ahead.
const HARI: i64 = 7;

/// Verification is the ministry's limit, the trial the local government's; both sides are told when one is over. Returns to how many
/// it was news.
pub async fn ingatkan(store: &Store) -> Hasil<u64> {
    let kini = store.sekarang().hari("WIT");
    let batas = kini.saturating_add(HARI.days()).to_string();
    let sql = format!("{PILIH} WHERE x.jalan_id IS NULL AND j.tenggat IS NOT NULL AND j.tenggat <= $1 ORDER BY j.id LIMIT 2000");
    let mut n = 0;
    for j in store.baca().semua::<Jalan>(&sql, nilai![batas]).await? {
        let lewat = j.lewat(store.sekarang().hari(&j.zona));
        let kementerian = matches!(j.tahap()?, Tahap::UsulanLengkap | Tahap::Verifikasi);
        let mut kepada = Vec::new();
        if kementerian || lewat {
            kepada.push(Kepada::Nasional);
        }
        if !kementerian || lewat {
            kepada.extend(pemda(&j));
        }
        let tenggat = j.tenggat.clone().unwrap_or_default();
        let keadaan = if lewat { "lewat" } else { "dekat" };
        let isi = serde_json::json!({ "mpp": j.nama, "tanggal": tenggat, "keadaan": keadaan, "tahap": j.tahap });
        let tx = store.mulai().await?;
        n += kabari(&tx, None, &j, "mpp-tenggat", &kepada, &isi, &format!("mpp-tenggat/{}/{tenggat}/{keadaan}", j.id)).await?;
        tx.commit().await?;
    }
    Ok(n)
}
