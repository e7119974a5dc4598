//! Reading hand-ins: those of a period, those that wait for the ministry, and what one of them holds.

use crate::{
    Hasil, Store, Waktu,
    hak::{Nasional, PembacaPeriode},
    id::{HasilId, InstansiId, LokusId, PeriodeId, SerahId, SuratId},
    kueri::Kueri,
    nilai,
    periode::Fase,
};
use pekppp::skema::Skema;
use sea_orm::{ConnectionTrait, FromQueryResult};

/// One hand-in with what became of it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Serah {
    pub id: SerahId,
    pub periode_id: Option<PeriodeId>,
    pub nomor: i64,
    /// `program` or `bundel`.
    pub jalan: String,
    pub jumlah: i64,
    pub sidik: String,
    pub catatan: String,
    pub pada: Waktu,
    pub nama: Option<String>,
    pub terima_pada: Option<Waktu>,
    pub terima_nama: Option<String>,
    /// `valid` or `kembali`.
    pub putusan: Option<String>,
    pub putusan_alasan: Option<String>,
    pub putusan_pada: Option<Waktu>,
    pub putusan_nama: Option<String>,
    /// The letter by which the ministry decided, where the organiser entered one; then `putusan_*` say what, why, when and by whom it was entered.
    pub surat: Option<SuratId>,
    pub surat_nomor: Option<String>,
    /// Local day, ISO.
    pub surat_tanggal: Option<String>,
    pub surat_pejabat: Option<String>,
    /// File name of the scan.
    pub surat_berkas: Option<String>,
    /// Results in it that were annulled after it was handed in.
    pub batal: i64,
    /// Hand-ins of the period that came after it.
    pub sesudahnya: i64,
}

impl Serah {
    /// The ministry has to decide on it.
    #[must_use]
    pub fn menunggu(&self) -> bool {
        self.putusan.is_none() && self.sesudahnya == 0
    }

    /// A newer one took its place before it was decided. A letter that speaks about this one may still come.
    #[must_use]
    pub fn digantikan(&self) -> bool {
        self.putusan.is_none() && self.sesudahnya > 0
    }

    #[must_use]
    pub fn valid(&self) -> bool {
        self.putusan.as_deref() == Some("valid")
    }
}

/// How many results of the hand-in `s` were annulled.
const BATAL: &str = "(SELECT COUNT(*) FROM serah_mandiri_hasil x JOIN hasil_batal y ON y.hasil_id = x.hasil_id WHERE x.serah_id = s.id)";

/// How many of these belong to units of which no result stands.
const BELUM_BEKU: &str =
    "(SELECT COUNT(*) FROM serah_mandiri_hasil x JOIN hasil_batal y ON y.hasil_id = x.hasil_id JOIN hasil h ON h.id = x.hasil_id
    WHERE x.serah_id = s.id AND NOT EXISTS (SELECT 1 FROM hasil n LEFT JOIN hasil_batal z ON z.hasil_id = n.id
      WHERE n.lokus_id = h.lokus_id AND z.hasil_id IS NULL))";

fn pilih() -> String {
    format!(
        "SELECT s.id, s.periode_id, s.nomor, s.jalan, s.jumlah, s.sidik, s.catatan, s.pada, a.nama, t.pada AS terima_pada, b.nama AS terima_nama,
         COALESCE(p.jenis, u.jenis) AS putusan, COALESCE(p.alasan, u.alasan) AS putusan_alasan, COALESCE(p.pada, u.pada) AS putusan_pada,
         c.nama AS putusan_nama, u.id AS surat, u.nomor AS surat_nomor, u.tanggal AS surat_tanggal, u.pejabat AS surat_pejabat,
         u.nama_berkas AS surat_berkas, {BATAL} AS batal,
         (SELECT COUNT(*) FROM serah_mandiri n WHERE n.periode_id = s.periode_id AND n.nomor > s.nomor) AS sesudahnya
         FROM serah_mandiri s LEFT JOIN akun a ON a.id = s.oleh LEFT JOIN serah_mandiri_terima t ON t.serah_id = s.id
         LEFT JOIN akun b ON b.id = t.oleh {} LEFT JOIN akun c ON c.id = COALESCE(p.oleh, u.oleh)",
        super::PUTUSAN
    )
}

/// Hand-ins of a period, newest first.
pub async fn riwayat(store: &Store, hak: &PembacaPeriode) -> Hasil<Vec<Serah>> {
    milik(store.baca(), hak.periode.id).await
}

pub(super) async fn milik<C: ConnectionTrait>(c: &C, id: PeriodeId) -> Hasil<Vec<Serah>> {
    c.semua(&format!("{} WHERE s.periode_id = $1 ORDER BY s.id DESC LIMIT 100", pilih()), nilai![id]).await
}

/// # Errors
/// `TidakDitemukan` also for one of another period.
pub async fn satu<C: ConnectionTrait>(c: &C, periode: PeriodeId, id: SerahId) -> Hasil<Serah> {
    c.satu(&format!("{} WHERE s.id = $1 AND s.periode_id = $2", pilih()), nilai![id, periode]).await
}

/// A hand-in as the ministry's list shows it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Antrean {
    pub id: SerahId,
    pub periode_id: Option<PeriodeId>,
    pub instansi: String,
    pub periode: Option<String>,
    pub periode_kode: String,
    pub tahun: i64,
    pub nomor: i64,
    pub jumlah: i64,
    pub ilustrasi: i64,
    pub pada: Waktu,
    pub putusan: Option<String>,
    pub putusan_pada: Option<Waktu>,
    /// 1 when a newer one took its place before it was decided.
    pub digantikan: i64,
}

/// Hand-ins of the nation: those that wait first, oldest first; then the decided ones, newest first. At most `batas` from
/// `lewati` on, and how many wait and how many there are.
pub async fn antrean(store: &Store, _hak: &Nasional, lewati: i64, batas: i64) -> Hasil<(Vec<Antrean>, i64, i64)> {
    let dari = format!("FROM serah_mandiri s {}", super::PUTUSAN);
    let tanpa = "p.serah_id IS NULL AND u.id IS NULL";
    let lama = "EXISTS (SELECT 1 FROM serah_mandiri n WHERE n.periode_id = s.periode_id AND n.nomor > s.nomor)";
    let belum = format!("{tanpa} AND NOT {lama}");
    let c = store.baca();
    let semua = c.angka("SELECT COUNT(*) AS n FROM serah_mandiri", nilai![]).await?;
    let menunggu = c.angka(&format!("SELECT COUNT(*) AS n {dari} WHERE {belum}"), nilai![]).await?;
    let sql = format!(
        "SELECT s.id, s.periode_id, i.nama AS instansi, e.nama AS periode, s.periode_kode, s.tahun, s.nomor, s.jumlah,
           COALESCE(e.ilustrasi, 0) AS ilustrasi, s.pada, COALESCE(p.jenis, u.jenis) AS putusan,
           COALESCE(p.pada, u.pada) AS putusan_pada,
           CASE WHEN {tanpa} AND {lama} THEN CAST(1 AS bigint) ELSE CAST(0 AS bigint) END AS digantikan
         {dari} JOIN instansi i ON i.id = s.instansi_id LEFT JOIN periode e ON e.id = s.periode_id
         ORDER BY CASE WHEN {belum} THEN 0 ELSE 1 END, CASE WHEN {belum} THEN s.pada ELSE -COALESCE(p.pada, u.pada, s.pada) END, s.id
         LIMIT $1 OFFSET $2"
    );
    Ok((c.semua(&sql, nilai![batas, lewati]).await?, menunggu, semua))
}

/// A result inside a hand-in of this installation.
#[derive(Debug, Clone, FromQueryResult)]
pub struct UnitSerah {
    pub lokus: LokusId,
    pub unit: String,
    pub kategori_lokus: String,
    pub status: String,
    pub tampil: Option<String>,
    pub kategori: Option<String>,
    pub sidik: String,
    /// The result was annulled after it had been handed in.
    pub batal: i64,
}

/// Results of a hand-in by unit name, at most 5,000.
pub async fn unit(store: &Store, id: SerahId) -> Hasil<Vec<UnitSerah>> {
    let sql = "SELECT l.id AS lokus, u.nama AS unit, l.kategori AS kategori_lokus, h.status, h.tampil, h.kategori, h.sidik,
          CASE WHEN b.hasil_id IS NULL THEN CAST(0 AS bigint) ELSE CAST(1 AS bigint) END AS batal
        FROM serah_mandiri_hasil s JOIN hasil h ON h.id = s.hasil_id JOIN lokus l ON l.id = h.lokus_id JOIN unit u ON u.id = l.unit_id
        LEFT JOIN hasil_batal b ON b.hasil_id = h.id WHERE s.serah_id = $1 ORDER BY u.nama, l.id LIMIT 5000";
    store.baca().semua(sql, nilai![id]).await
}

/// Whether all results of a hand-in that were not annulled since are in the publication of their period that is read now.
///
/// # Errors
/// When the store fails.
pub async fn terbit_semua(store: &Store, id: SerahId) -> Hasil<bool> {
    let sql = "SELECT COUNT(*) AS n FROM serah_mandiri_hasil s JOIN hasil h ON h.id = s.hasil_id JOIN lokus l ON l.id = h.lokus_id
        WHERE s.serah_id = $1 AND NOT EXISTS (SELECT 1 FROM hasil_batal b WHERE b.hasil_id = h.id)
          AND NOT EXISTS (SELECT 1 FROM penerbitan n WHERE n.periode_id = l.periode_id AND n.jenis = 'terbit' AND n.pada >= h.pada
            AND n.id = (SELECT m.id FROM penerbitan m WHERE m.periode_id = l.periode_id ORDER BY m.id DESC LIMIT 1))";
    Ok(store.baca().angka(sql, nilai![id]).await? == 0)
}

/// Whether the ministry validated this result.
pub async fn divalidasi<C: ConnectionTrait>(c: &C, hasil: HasilId) -> Hasil<bool> {
    let sql = format!("SELECT COUNT(*) AS n FROM hasil h WHERE h.id = $1 AND {}", super::TERVALIDASI);
    Ok(c.angka(&sql, nilai![hasil]).await? > 0)
}

/// Whether a frozen result of the period stands that the ministry has not validated: something to hand in.
///
/// # Errors
/// When the store fails.
pub async fn ada_baru(store: &Store, hak: &PembacaPeriode) -> Hasil<bool> {
    let sql = format!(
        "SELECT COUNT(*) AS n FROM hasil h JOIN lokus l ON l.id = h.lokus_id LEFT JOIN hasil_batal b ON b.hasil_id = h.id
         WHERE l.periode_id = $1 AND b.hasil_id IS NULL AND NOT {}",
        super::TERVALIDASI
    );
    Ok(store.baca().angka(&sql, nilai![hak.periode.id]).await? > 0)
}

/// The newest hand-in of a period.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Terakhir {
    pub periode_id: PeriodeId,
    pub periode: String,
    pub pada: Waktu,
    pub terima_pada: Option<Waktu>,
    /// `valid` or `kembali`.
    pub putusan: Option<String>,
    /// Results in it that were annulled after it was handed in.
    pub batal: i64,
    /// Those of them whose unit has no other result yet.
    pub belum_beku: i64,
}

impl Terakhir {
    /// It waits, and holds a result that stands no more: the organiser hands in anew.
    #[must_use]
    pub fn usang(&self) -> bool {
        self.putusan.is_none() && self.batal > 0
    }

    /// The ministry returned it, and no corrected one was handed in.
    #[must_use]
    pub fn kembali(&self) -> bool {
        self.putusan.as_deref() == Some("kembali")
    }

    /// Who answers for the evaluation has not said that he has it.
    #[must_use]
    pub fn belum_diterima(&self) -> bool {
        self.terima_pada.is_none() && !self.kembali()
    }
}

/// Of the periods of these instansi that handed something in, those that were not received, are not decided, or were returned; the newest
/// first.
pub async fn terakhir(store: &Store, instansi: &[InstansiId]) -> Hasil<Vec<Terakhir>> {
    if instansi.is_empty() {
        return Ok(Vec::new());
    }
    let tempat = (1..=instansi.len()).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
    let sql = format!(
        "SELECT q.id AS periode_id, q.nama AS periode, s.pada, t.pada AS terima_pada, COALESCE(p.jenis, u.jenis) AS putusan, {BATAL} AS batal,
         {BELUM_BEKU} AS belum_beku FROM periode q
         JOIN serah_mandiri s ON s.id = (SELECT n.id FROM serah_mandiri n WHERE n.periode_id = q.id ORDER BY n.id DESC LIMIT 1)
         LEFT JOIN serah_mandiri_terima t ON t.serah_id = s.id {}
         WHERE q.instansi_id IN ({tempat}) AND (t.serah_id IS NULL OR COALESCE(p.jenis, u.jenis, 'kembali') = 'kembali') ORDER BY q.id DESC LIMIT 50",
        super::PUTUSAN
    );
    store.baca().semua(&sql, instansi.iter().map(|i| (*i).into()).collect()).await
}

/// A period whose results its organiser owes the ministry.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Terutang {
    pub periode_id: PeriodeId,
    pub periode: String,
    /// Frozen results that the ministry has not validated.
    pub jumlah: i64,
}

/// Periods of these instansi that can be handed in and should be: in a scheme that hands in, published or closed to the last phase, with
/// results that are in no validated hand-in, and none that waits for the ministry or came back ([`terakhir`]). The newest first, at most 50.
pub async fn terutang(store: &Store, instansi: &[InstansiId]) -> Hasil<Vec<Terutang>> {
    if instansi.is_empty() {
        return Ok(Vec::new());
    }
    let tempat = (1..=instansi.len()).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
    let skema = Skema::SEMUA.into_iter().filter(|s| s.aturan().divalidasi_nasional).map(|s| format!("'{}'", s.kunci()));
    let sql = format!(
        "SELECT q.id AS periode_id, q.nama AS periode, COUNT(*) AS jumlah
         FROM periode q JOIN lokus l ON l.periode_id = q.id JOIN hasil h ON h.lokus_id = l.id
         WHERE q.instansi_id IN ({tempat}) AND q.skema IN ({}) AND NOT EXISTS (SELECT 1 FROM hasil_batal b WHERE b.hasil_id = h.id) AND NOT {}
           AND COALESCE((SELECT COALESCE(p.jenis, u.jenis, 'menunggu') FROM serah_mandiri s {}
             WHERE s.periode_id = q.id ORDER BY s.id DESC LIMIT 1), 'valid') = 'valid'
           AND ((SELECT m.jenis FROM penerbitan m WHERE m.periode_id = q.id ORDER BY m.id DESC LIMIT 1) = 'terbit'
             OR (SELECT f.jenis FROM fase_kejadian f WHERE f.periode_id = q.id AND f.fase = '{}' ORDER BY f.id DESC LIMIT 1) = 'tutup')
         GROUP BY q.id, q.nama ORDER BY q.id DESC LIMIT 50",
        skema.collect::<Vec<_>>().join(", "),
        super::TERVALIDASI,
        super::PUTUSAN,
        Fase::Pemeringkatan.kunci()
    );
    store.baca().semua(&sql, instansi.iter().map(|i| (*i).into()).collect()).await
}
