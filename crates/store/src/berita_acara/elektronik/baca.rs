//! Reading calls to the signing service, and the file that stands at the end of them.

use crate::{
    Hasil, Waktu,
    berita_acara::{BeritaAcara, HarusTanda},
    id::{AkunId, BeritaAcaraId, TteId},
    kueri::Kueri,
    nilai,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// One call, with its end and its settling if there are any.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Tte {
    pub id: TteId,
    pub berita_acara_id: BeritaAcaraId,
    pub pihak: String,
    pub akun_id: AkunId,
    pub nama: String,
    pub jabatan: String,
    /// SHA-256 of the file that was handed in.
    pub dari: String,
    /// Host of the service.
    pub layanan: String,
    /// Seconds the call may take.
    pub batas: i64,
    pub pada: Waktu,
    akhir: Option<String>,
    /// Code that the service or the program gave for the end; empty for none.
    pub kode: Option<String>,
    /// Words of the service; empty for none.
    pub pesan: Option<String>,
    pub akhir_pada: Option<Waktu>,
    akhir_objek: Option<String>,
    akhir_utuh: Option<i64>,
    putusan: Option<i64>,
    putusan_objek: Option<String>,
    putusan_utuh: Option<i64>,
    pub putusan_catatan: Option<String>,
    pub putusan_pada: Option<Waktu>,
    pub putusan_nama: Option<String>,
}

/// Where a call stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keadaan {
    /// The service has not answered yet.
    Menunggu,
    Ditandatangani,
    /// Certainly not signed: refused, never reached, or found so by who settled it.
    TidakDitandatangani,
    /// No answer, or none that can be understood: the service may have signed.
    TakDiketahui,
}

impl Tte {
    /// `kini` decides when a call without an end is given up as unknown.
    #[must_use]
    pub fn keadaan(&self, kini: Waktu) -> Keadaan {
        match (self.akhir.as_deref(), self.putusan) {
            (Some("ditandatangani"), _) | (_, Some(1)) => Keadaan::Ditandatangani,
            (Some("ditolak"), _) | (_, Some(_)) => Keadaan::TidakDitandatangani,
            (Some(_), None) => Keadaan::TakDiketahui,
            (None, None) if kini > self.pada.tambah_detik(self.batas + super::LONGGAR) => Keadaan::TakDiketahui,
            (None, None) => Keadaan::Menunggu,
        }
    }

    /// SHA-256 of the signed file; a settled call may have none.
    #[must_use]
    pub fn objek(&self) -> Option<&str> {
        self.akhir_objek.as_deref().or(self.putusan_objek.as_deref())
    }

    /// Whether the signed file begins with all bytes of the file that was handed in; `None` without a file.
    #[must_use]
    pub fn utuh(&self) -> Option<bool> {
        self.objek()?;
        Some(self.akhir_utuh.filter(|_| self.akhir_objek.is_some()).or(self.putusan_utuh) == Some(1))
    }

    #[must_use]
    pub fn milik(&self, h: &HarusTanda) -> bool {
        self.akun_id == h.akun && self.pihak == h.pihak.kunci()
    }
}

/// Calls of minutes, oldest first.
pub async fn daftar<C: ConnectionTrait>(c: &C, id: BeritaAcaraId) -> Hasil<Vec<Tte>> {
    c.semua(
        "SELECT t.id, t.berita_acara_id, t.pihak, t.akun_id, t.nama, t.jabatan, t.dari, t.layanan, t.batas, t.pada,
         x.keadaan AS akhir, x.kode, x.pesan, x.pada AS akhir_pada, x.objek AS akhir_objek, x.utuh AS akhir_utuh,
         p.ditandatangani AS putusan, p.objek AS putusan_objek, p.utuh AS putusan_utuh, p.catatan AS putusan_catatan,
         p.pada AS putusan_pada, a.nama AS putusan_nama
         FROM tte t LEFT JOIN tte_akhir x ON x.tte_id = t.id LEFT JOIN tte_putusan p ON p.tte_id = t.id
         LEFT JOIN akun a ON a.id = p.oleh WHERE t.berita_acara_id = $1 ORDER BY t.pada, t.id LIMIT 200",
        nilai![id],
    )
    .await
}

/// SHA-256 of the newest file: the last signed one, or the PDF of the minutes while there is none.
#[must_use]
pub fn berkas<'a>(b: &'a BeritaAcara, semua: &'a [Tte]) -> &'a str {
    semua.iter().rev().find_map(Tte::objek).unwrap_or(&b.objek)
}
