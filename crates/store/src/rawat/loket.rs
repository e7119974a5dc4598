//! What a mall counts: numbers of a queue without a gap, tickets and cases that are what their events say, payments that equal their bills.
//! Each line is a question whose answer must be nought, asked once over all rows.

use super::Laporan;
use crate::{Hasil, kueri::Kueri};
use sea_orm::ConnectionTrait;

/// Part, table that is counted, what does not hold, and the question: how many rows break it.
const TANYA: &[(&str, &str, &str, &str)] = &[
    (
        "antrean",
        "antrean_nomor",
        "antrean yang nomor terakhirnya bukan banyaknya tiket",
        "SELECT COUNT(*) AS n FROM antrean_nomor a WHERE a.terakhir <>
         (SELECT COUNT(*) FROM tiket t WHERE t.gerai_id = a.gerai_id AND t.layanan_id = a.layanan_id AND t.tanggal = a.tanggal)",
    ),
    (
        "antrean",
        "tiket",
        "tiket bernomor di atas nomor terakhir yang diberikan",
        "SELECT COUNT(*) AS n FROM tiket t WHERE t.urut < 1 OR NOT EXISTS (SELECT 1 FROM antrean_nomor a WHERE a.gerai_id = t.gerai_id
         AND a.layanan_id = t.layanan_id AND a.tanggal = t.tanggal AND a.terakhir >= t.urut)",
    ),
    (
        "antrean",
        "tiket_peristiwa",
        "tiket yang tidak menghitung peristiwanya, atau yang peristiwanya berlubang",
        "SELECT COUNT(*) AS n FROM tiket t LEFT JOIN (SELECT tiket_id, COUNT(*) AS banyak, MAX(ke) AS akhir, MIN(ke) AS awal
         FROM tiket_peristiwa GROUP BY tiket_id) p ON p.tiket_id = t.id
         WHERE COALESCE(p.banyak, 0) <> t.langkah OR COALESCE(p.akhir, 0) <> t.langkah OR COALESCE(p.awal, 1) <> 1",
    ),
    (
        "permohonan",
        "permohonan_peristiwa",
        "permohonan yang langkahnya berlubang",
        "SELECT COUNT(*) AS n FROM permohonan k LEFT JOIN (SELECT permohonan_id, COUNT(*) AS banyak, MAX(nomor) AS akhir
         FROM permohonan_peristiwa GROUP BY permohonan_id) p ON p.permohonan_id = k.id WHERE COALESCE(p.banyak, 0) <> COALESCE(p.akhir, 0)",
    ),
    (
        "uang",
        "pembayaran",
        "pembayaran yang jumlah, mal, atau caranya lain dari tagihannya, atau yang tagihannya dibatalkan",
        "SELECT COUNT(*) AS n FROM pembayaran p JOIN tagihan t ON t.id = p.tagihan_id WHERE p.nominal <> t.nominal OR p.mpp_id <> t.mpp_id
         OR (p.cara = 'loket') <> (p.kuitansi IS NOT NULL) OR (p.cara = 'qris') <> (p.transaksi IS NOT NULL)
         OR EXISTS (SELECT 1 FROM tagihan_batal b WHERE b.tagihan_id = t.id)",
    ),
    (
        "uang",
        "pembayaran_batal",
        "pembayaran yang ditarik dengan jumlah atau mal lain dari tagihannya, atau ditarik sebelum dicatat",
        "SELECT COUNT(*) AS n FROM pembayaran_batal p JOIN tagihan t ON t.id = p.tagihan_id WHERE p.nominal <> t.nominal
         OR p.mpp_id <> t.mpp_id OR p.pada < p.bayar_pada",
    ),
    (
        "uang",
        "tagihan",
        "tagihan tanpa nilai, atau milik permohonan mal lain",
        "SELECT COUNT(*) AS n FROM tagihan t JOIN permohonan k ON k.id = t.permohonan_id WHERE t.nominal <= 0 OR t.mpp_id <> k.mpp_id",
    ),
    (
        "uang",
        "pembayaran",
        "mal yang jumlah pembayarannya lain dari tagihan yang lunas",
        "SELECT COUNT(*) AS n FROM (SELECT mpp_id, SUM(nominal) AS jumlah FROM pembayaran GROUP BY mpp_id) p WHERE p.jumlah <>
         (SELECT SUM(t.nominal) FROM tagihan t WHERE t.mpp_id = p.mpp_id AND EXISTS (SELECT 1 FROM pembayaran x WHERE x.tagihan_id = t.id))",
    ),
];

pub(super) async fn periksa<C: ConnectionTrait>(c: &C, l: &mut Laporan) -> Hasil<()> {
    for (bagian, tabel, apa, tanya) in TANYA {
        let dilihat = c.angka(&format!("SELECT COUNT(*) AS n FROM {tabel}"), vec![]).await?;
        l.hitung(bagian, usize::try_from(dilihat).unwrap_or_default());
        let banyak = c.angka(tanya, vec![]).await?;
        if banyak > 0 {
            l.temukan(bagian, format!("{banyak} {apa}"));
        }
    }
    Ok(())
}
