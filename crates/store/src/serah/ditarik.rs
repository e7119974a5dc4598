//! Letters of the ministry that were entered and taken back. They decide nothing any more; the history of the hand-ins keeps what they said.

use crate::{Hasil, Store, Waktu, hak::PembacaPeriode, id::SuratId, kueri::Kueri, nilai};
use sea_orm::FromQueryResult;

/// A letter taken back: what was entered, by whom and when; and who took it back, when and why.
#[derive(Debug, Clone, FromQueryResult)]
pub struct SuratDitarik {
    pub id: SuratId,
    /// Number of the hand-in in its period.
    pub serah: i64,
    /// `valid` or `kembali`.
    pub jenis: String,
    pub nomor: String,
    /// Local day, ISO.
    pub tanggal: String,
    pub pejabat: String,
    /// Why it was returned; empty for a valid one.
    pub alasan: String,
    /// File name of the scan.
    pub berkas: Option<String>,
    pub pada: Waktu,
    pub nama: Option<String>,
    pub tarik_alasan: String,
    pub tarik_pada: Waktu,
    pub tarik_nama: Option<String>,
}

impl SuratDitarik {
    #[must_use]
    pub fn valid(&self) -> bool {
        self.jenis == "valid"
    }
}

/// Letters about hand-ins of a period that were taken back, the one taken back last first; at most 100.
pub async fn ditarik(store: &Store, hak: &PembacaPeriode) -> Hasil<Vec<SuratDitarik>> {
    let sql = "SELECT u.id, s.nomor AS serah, u.jenis, u.nomor, u.tanggal, u.pejabat, u.alasan, u.nama_berkas AS berkas, u.pada, a.nama,
          w.alasan AS tarik_alasan, w.pada AS tarik_pada, b.nama AS tarik_nama
        FROM serah_mandiri s JOIN serah_mandiri_surat u ON u.serah_id = s.id JOIN serah_mandiri_surat_tarik w ON w.surat_id = u.id
        LEFT JOIN akun a ON a.id = u.oleh LEFT JOIN akun b ON b.id = w.oleh
        WHERE s.periode_id = $1 ORDER BY w.pada DESC, u.id DESC LIMIT 100";
    store.baca().semua(sql, nilai![hak.periode.id]).await
}
