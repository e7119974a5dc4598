//! Days for which the head of a mall decided hours: they win over a holiday that is added later. Who adds it reads that the mall stays
//! open, and the head is told.

use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::buka::BERLAKU;
use crate::{
    Hasil, Tx,
    id::{AkunId, InstansiId, KalenderHariId, UnitId},
    kueri::Kueri,
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
};

/// A mall that receives people on a day by decision of its head.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct TetapBuka {
    pub mpp_id: UnitId,
    pub mpp: String,
    /// ISO date.
    pub tanggal: String,
    /// `08:00`
    pub mulai: String,
    pub selesai: String,
    /// Bookings of that day.
    pub pesanan: i64,
}

/// Days from `sejak` on for which heads of malls of an instansi decided hours, by day and mall.
pub async fn tetap_buka<C: ConnectionTrait>(c: &C, instansi: InstansiId, sejak: Date) -> Hasil<Vec<TetapBuka>> {
    let sql = format!(
        "SELECT h.mpp_id, u.nama AS mpp, h.tanggal, h.mulai, h.selesai, (SELECT COUNT(*) FROM pesanan p
             JOIN gerai_layanan gl ON gl.id = p.gerai_layanan_id LEFT JOIN pesanan_batal b ON b.pesanan_id = p.id
             WHERE gl.mpp_id = h.mpp_id AND p.tanggal = h.tanggal AND b.pesanan_id IS NULL) AS pesanan
         FROM antrean_hari h JOIN unit u ON u.id = h.mpp_id WHERE u.instansi_id = $1 AND h.tanggal >= $2
         AND h.mulai IS NOT NULL AND h.selesai IS NOT NULL AND {BERLAKU} ORDER BY h.tanggal, u.nama, h.id LIMIT 5000"
    );
    c.semua(&sql, nilai![instansi, sejak.to_string()]).await
}

/// After a day off was added, in that transaction: the heads of the malls that stay open on it are told.
pub(crate) async fn kabari(tx: &Tx, instansi: InstansiId, (id, hari, nama): (KalenderHariId, Date, &str), oleh: AkunId) -> Hasil<()> {
    for t in tetap_buka(&**tx, instansi, hari).await?.into_iter().filter(|t| t.tanggal == hari.to_string()) {
        let isi = serde_json::json!({ "mpp": t.mpp, "libur": nama, "tanggal": t.tanggal, "jumlah": t.pesanan });
        let p = Pemberitahuan {
            jenis: "mpp-libur-buka",
            kepada: &[Kepada::KepalaMpp(t.mpp_id)],
            kecuali: Some(oleh),
            periode: None,
            lokus: None,
            tautan: &format!("/mpp/{}/hari-ini", t.mpp_id),
            isi: &isi,
            sekali: &format!("mpp-libur-buka/{id}/{}", t.mpp_id),
        };
        beri_tahu(tx, &p).await?;
    }
    Ok(())
}
