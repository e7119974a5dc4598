//! The day of a mall's payments: what was billed, what was paid how, what was taken back, what was counted, and the differences. A payment
//! that is taken back stays in the figures of its own day and is subtracted on the day of the correction: a day that was counted stays.

use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::KasirMpp,
    id::{TagihanId, UnitId},
    kueri::Kueri,
    nilai,
};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// How many, and rupiah together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromQueryResult)]
pub struct Jumlah {
    pub banyak: i64,
    pub rupiah: i64,
}

/// One payment, one that was taken back, or one call that was not taken.
#[derive(Debug, Clone, FromQueryResult)]
pub struct BarisHarian {
    /// The bill, where it is one of ours.
    pub id: Option<TagihanId>,
    /// Code of the bill.
    pub tagihan: String,
    pub layanan: Option<String>,
    /// `loket`, `qris`, `batal` (a payment taken back on this day; its sum is below 0), or `ditolak`.
    pub cara: String,
    /// Number of the receipt or of the transaction.
    pub rujukan: Option<String>,
    pub nominal: i64,
    pub pada: Waktu,
    pub kasir: Option<String>,
    /// Why a call was not taken: a key.
    pub alasan: Option<String>,
    /// Why a payment was taken back, in the words of who did.
    pub catatan: Option<String>,
    /// When this payment was taken back.
    pub batal: Option<Waktu>,
}

/// What was counted at the end of a day.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Hitungan {
    pub tunai: i64,
    pub qris: i64,
    pub catatan: String,
    pub pada: Waktu,
    pub oleh: String,
}

/// One local day.
#[derive(Debug, Clone)]
pub struct Harian {
    pub hari: Date,
    /// Bills made on the day.
    pub dibuat: Jumlah,
    /// Bills called off on the day.
    pub batal: Jumlah,
    /// Payments recorded at the counter on the day; the rupiah are less those of payments that were taken back on the day (`balik`), the
    /// number is not.
    pub tunai: Jumlah,
    pub qris: Jumlah,
    /// Payments taken back on the day, whenever they were recorded.
    pub balik: Jumlah,
    /// Bills still open now, whenever they were made.
    pub terbuka: Jumlah,
    pub baris: Vec<BarisHarian>,
    /// The newest counting of the day.
    pub hitungan: Option<Hitungan>,
    /// Rupiah recorded when it was counted, cash and QRIS; `None` before somebody counted.
    pub tercatat: Option<(i64, i64)>,
    /// Payments that were recorded after the counting.
    pub sesudah: i64,
    /// Payments that were taken back after the counting.
    pub sesudah_balik: i64,
    /// Calls of the QRIS provider that paid no bill: its money came all the same, and stands in its statement.
    pub tertolak: Jumlah,
}

impl Harian {
    /// Counted less what was recorded by then, cash and QRIS; `None` before somebody counted.
    #[must_use]
    pub fn selisih(&self) -> Option<(i64, i64)> {
        let (h, (tunai, qris)) = (self.hitungan.as_ref()?, self.tercatat?);
        Some((h.tunai.saturating_sub(tunai), h.qris.saturating_sub(qris)))
    }
}

/// Rows of one day at most.
const BATAS: i64 = 5_000;

/// Payments of a day as they were recorded, those taken back since among them; payments taken back on the day; refused calls.
const BARIS: &str = "SELECT t.id, t.kode AS tagihan, l.nama AS layanan, y.cara, COALESCE(y.kuitansi, y.transaksi) AS rujukan, y.nominal,
      y.pada, a.nama AS kasir, CAST(NULL AS text) AS alasan, CAST(NULL AS text) AS catatan, CAST(NULL AS bigint) AS batal
    FROM pembayaran y JOIN tagihan t ON t.id = y.tagihan_id JOIN permohonan p ON p.id = t.permohonan_id JOIN layanan l ON l.id = p.layanan_id
    LEFT JOIN akun a ON a.id = y.oleh WHERE y.mpp_id = $1 AND y.tanggal = $2
    UNION ALL SELECT t.id, t.kode, l.nama, 'loket', y.kuitansi, y.nominal, y.bayar_pada, a.nama, NULL, NULL, y.pada
    FROM pembayaran_batal y JOIN tagihan t ON t.id = y.tagihan_id JOIN permohonan p ON p.id = t.permohonan_id
    JOIN layanan l ON l.id = p.layanan_id JOIN akun a ON a.id = y.bayar_oleh WHERE y.mpp_id = $1 AND y.bayar_tanggal = $2
    UNION ALL SELECT t.id, t.kode, l.nama, 'batal', y.kuitansi, -y.nominal, y.pada, a.nama, NULL, y.alasan, NULL
    FROM pembayaran_batal y JOIN tagihan t ON t.id = y.tagihan_id JOIN permohonan p ON p.id = t.permohonan_id
    JOIN layanan l ON l.id = p.layanan_id JOIN akun a ON a.id = y.oleh WHERE y.mpp_id = $1 AND y.tanggal = $2
    UNION ALL SELECT NULL, q.tagihan, NULL, 'ditolak', q.panggilan, q.nominal, q.pada, NULL, q.hasil, NULL, NULL FROM qris_panggilan q
    WHERE q.mpp_id = $1 AND q.tanggal = $2 AND q.hasil <> 'dicatat' ORDER BY 7, 2, 6 DESC LIMIT $3";

/// A day of a mall.
pub async fn harian<C: ConnectionTrait>(c: &C, mpp: UnitId, hari: Date) -> Hasil<Harian> {
    let h = hari.to_string();
    let jumlah = async |sql: &str| {
        let sql = format!("SELECT COUNT(*) AS banyak, CAST(COALESCE(SUM(t.nominal), 0) AS bigint) AS rupiah FROM {sql}");
        c.satu::<Jumlah>(&sql, nilai![mpp, h.as_str()]).await
    };
    let hitungan = "SELECT r.tunai, r.qris, r.catatan, r.pada, a.nama AS oleh FROM rekonsiliasi r JOIN akun a ON a.id = r.oleh
        WHERE r.mpp_id = $1 AND r.tanggal = $2 ORDER BY r.id DESC LIMIT 1";
    let hitungan: Option<Hitungan> = c.mungkin(hitungan, nilai![mpp, h.as_str()]).await?;
    let (mut tercatat, mut sesudah, mut sesudah_balik) = (None, 0, 0);
    if let Some(x) = &hitungan {
        let s = saat(c, mpp, &h, x.pada).await?;
        (tercatat, sesudah, sesudah_balik) = (Some((s.tunai, s.qris)), s.sesudah, s.balik);
    }
    let balik = jumlah("pembayaran_batal t WHERE t.mpp_id = $1 AND t.tanggal = $2").await?;
    let dicatat = jumlah(
        "(SELECT nominal FROM pembayaran WHERE mpp_id = $1 AND tanggal = $2 AND cara = 'loket'
          UNION ALL SELECT nominal FROM pembayaran_batal WHERE mpp_id = $1 AND bayar_tanggal = $2) t",
    )
    .await?;
    Ok(Harian {
        hari,
        dibuat: jumlah("tagihan t WHERE t.mpp_id = $1 AND t.tanggal = $2").await?,
        batal: jumlah("tagihan_batal b JOIN tagihan t ON t.id = b.tagihan_id WHERE t.mpp_id = $1 AND b.tanggal = $2").await?,
        tunai: Jumlah { rupiah: dicatat.rupiah.saturating_sub(balik.rupiah), ..dicatat },
        balik,
        qris: jumlah("pembayaran t WHERE t.mpp_id = $1 AND t.tanggal = $2 AND t.cara = 'qris'").await?,
        terbuka: jumlah(
            "tagihan t LEFT JOIN tagihan_batal b ON b.tagihan_id = t.id LEFT JOIN pembayaran y ON y.tagihan_id = t.id
             WHERE t.mpp_id = $1 AND t.tanggal <= $2 AND b.tagihan_id IS NULL AND y.tagihan_id IS NULL",
        )
        .await?,
        baris: c.semua(BARIS, nilai![mpp, h.as_str(), BATAS]).await?,
        hitungan,
        tercatat,
        sesudah,
        sesudah_balik,
        tertolak: jumlah("qris_panggilan t WHERE t.mpp_id = $1 AND t.tanggal = $2 AND t.hasil <> 'dicatat'").await?,
    })
}

#[derive(FromQueryResult)]
struct Saat {
    tunai: i64,
    qris: i64,
    sesudah: i64,
    balik: i64,
}

/// What was recorded on a day until a moment, how many payments were recorded after it, and how many taken back.
async fn saat<C: ConnectionTrait>(c: &C, mpp: UnitId, hari: &str, pada: Waktu) -> Hasil<Saat> {
    let sql = "SELECT CAST(COALESCE(SUM(CASE WHEN y.pada <= $3 AND y.cara = 'loket' THEN y.nominal ELSE 0 END), 0) AS bigint) AS tunai,
          CAST(COALESCE(SUM(CASE WHEN y.pada <= $3 AND y.cara = 'qris' THEN y.nominal ELSE 0 END), 0) AS bigint) AS qris,
          CAST(COALESCE(SUM(CASE WHEN y.pada > $3 AND y.nominal >= 0 THEN 1 ELSE 0 END), 0) AS bigint) AS sesudah,
          CAST(COALESCE(SUM(CASE WHEN y.pada > $3 AND y.nominal < 0 THEN 1 ELSE 0 END), 0) AS bigint) AS balik
        FROM (SELECT nominal, cara, pada FROM pembayaran WHERE mpp_id = $1 AND tanggal = $2
          UNION ALL SELECT nominal, 'loket', bayar_pada FROM pembayaran_batal WHERE mpp_id = $1 AND bayar_tanggal = $2
          UNION ALL SELECT -nominal, 'loket', pada FROM pembayaran_batal WHERE mpp_id = $1 AND tanggal = $2) y";
    c.satu(sql, nilai![mpp, hari, pada]).await
}

/// Writes down what was counted. The same id again does nothing.
///
/// # Errors
/// `Keadaan` for a sum below 0, a day that is still to come, or a difference without a word about it (`rekonsiliasi-selisih`).
pub async fn catat_harian(store: &Store, hak: &KasirMpp, id: Uuid, hari: Date, (tunai, qris): (i64, i64), catatan: &str) -> Hasil<()> {
    let m = &hak.mpp;
    let tx = store.mulai().await?;
    if tunai < 0 || qris < 0 || hari > tx.pada.hari(&m.zona) || catatan.chars().count() > 1_000 {
        return Err(StoreError::Keadaan("rekonsiliasi-salah"));
    }
    // Money that is missing, or too much, has a reason that the head reads.
    let ada = harian(&*tx, m.unit_id, hari).await?;
    if (tunai, qris) != (ada.tunai.rupiah, ada.qris.rupiah) && catatan.trim().is_empty() {
        return Err(StoreError::Keadaan("rekonsiliasi-selisih"));
    }
    let n = tx
        .jalankan(
            "INSERT INTO rekonsiliasi (id, mpp_id, tanggal, tunai, qris, catatan, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (id) DO NOTHING",
            nilai![id, m.unit_id, hari.to_string(), tunai, qris, catatan.trim(), tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        let rincian = serde_json::json!({ "hari": hari.to_string(), "tunai": tunai, "qris": qris });
        let k = Kejadian::baru("rekonsiliasi.catat", "mpp", m.unit_id).instansi(m.instansi_id).rincian(rincian);
        audit::catat(&tx, hak.pelaku(), k).await?;
    }
    tx.commit().await
}
