//! Cases of citizens: the form of a service, what was sent, the steps, the product. Rules are `layanan::permohonan`.
//!
//! A case holds what its applicant wrote; its code is his secret. Officers reach it through [`crate::hak::permohonan()`], the
//! applicant through the code. Money is `crate::tagihan`'s matter. No words for people here.

mod baca;
pub mod dokumen;
pub mod formulir;
mod geser;
mod kabar;
mod langkah;
mod pemohon;
mod penilaian;
pub mod surel;
mod telat;
mod terima;
mod ulang;
mod ulang_perbaikan;

pub use baca::{Baris, BerkasMasuk, Catatan, Jumlah, Langkah, Saring, berkas, berkas_satu, catatan, daftar, jumlah, riwayat};
pub use geser::{Geser, geser, hitung_ulang};
pub use kabar::ingatkan;
pub(crate) use kabar::kabari;
pub use langkah::{alihkan, arsipkan, bisa, catat, minta_perbaikan, periksa, proses, setujui, siap, tolak, tujuan};
pub use pemohon::{Kirim, Lampiran, batalkan, perbaiki};
pub use penilaian::{bisa_menilai, penilaian};
pub use telat::{Telat, dapat_dikabari, kabari_telat, telat};
pub use terima::{Baru, Tempat, tempat, terima, terima_di_loket};

pub(crate) use geser::{Sebab as SebabGeser, instansi as geser_instansi};
pub(crate) use langkah::kunci;

use crate::{
    Hasil, Kunci, StoreError, Waktu,
    id::{FormulirId, GeraiId, InstansiId, LayananId, PermohonanId, UnitId},
    identitas::{self, Milik, Tersegel},
    kode,
    kueri::Kueri,
    nilai,
};
use ::layanan::permohonan::{Jawaban, Keadaan};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// Characters of a reason or of a note.
pub const ALASAN_MAKS: usize = 2_000;

/// A case with the names that every page about it shows. Days are local ISO texts.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Permohonan {
    pub id: PermohonanId,
    /// The secret of its applicant.
    pub kode: String,
    pub layanan_id: LayananId,
    pub layanan: String,
    pub layanan_kode: String,
    pub unit_id: UnitId,
    pub unit_induk: Option<UnitId>,
    pub unit: String,
    pub instansi_id: InstansiId,
    pub instansi: String,
    /// Of the mall.
    pub zona: String,
    pub formulir_id: FormulirId,
    pub mpp_id: UnitId,
    pub mpp: String,
    pub mpp_kode: String,
    pub gerai_id: GeraiId,
    pub gerai: String,
    nama: Option<Tersegel>,
    kontak: Option<Tersegel>,
    isi: Tersegel,
    keadaan: String,
    pub diterima: String,
    /// Promised working days.
    pub hari_kerja: Option<i64>,
    /// Last day of the promise, while the clock runs and after it.
    pub tenggat: Option<String>,
    /// Working days left while the applicant has it.
    pub sisa: Option<i64>,
    /// The day on which the office was done.
    pub tuntas: Option<String>,
    /// Years of the deadline without a calendar, as [`crate::kalender::baca_catatan`] reads them.
    pub tenggat_catatan: String,
    pub ilustrasi: i64,
    pub versi: i64,
    pub pada: Waktu,
}

impl Permohonan {
    /// # Errors
    /// `Rusak` for a word that this program does not know.
    pub fn keadaan(&self) -> Hasil<Keadaan> {
        Keadaan::dari_kunci(&self.keadaan).ok_or_else(|| StoreError::Rusak(format!("state of case {}", self.id)))
    }

    /// The applicant's name, where it was asked for.
    ///
    /// # Errors
    /// `Rusak` when it cannot be opened.
    pub fn nama(&self, kunci: &Kunci) -> Hasil<Option<String>> {
        identitas::buka_opsi(kunci, NAMA.di(self.id), self.nama.as_ref())
    }

    /// Where he can be reached, where it was asked for.
    ///
    /// # Errors
    /// `Rusak` when it cannot be opened.
    pub fn kontak(&self, kunci: &Kunci) -> Hasil<Option<String>> {
        identitas::buka_opsi(kunci, KONTAK.di(self.id), self.kontak.as_ref())
    }

    /// # Errors
    /// `Rusak` for what cannot be opened, or is no JSON object of lists.
    pub fn jawaban(&self, kunci: &Kunci) -> Hasil<Jawaban> {
        serde_json::from_str(&self.isi.buka(kunci, ISI.di(self.id))?)
            .map_err(|e| StoreError::Rusak(format!("answers of case {}: {e}", self.id)))
    }

    /// Whether the promise is broken on a local day.
    #[must_use]
    pub fn lewat(&self, hari: &str) -> bool {
        self.tenggat.as_deref().is_some_and(|t| self.tuntas.as_deref().unwrap_or(hari) > t)
    }
}

/// A sealed column of a case.
#[derive(Clone, Copy)]
struct Medan(&'static str);

const NAMA: Medan = Medan("permohonan.nama");
const KONTAK: Medan = Medan("permohonan.kontak");
const ISI: Medan = Medan("permohonan.isi");
const ISI_LAMA: Medan = Medan("permohonan_isi_lama.isi");
const PENERIMA: Medan = Medan("permohonan_ambil.penerima");
const SUREL: Medan = Medan("permohonan_kontak.surel");
/// Sealed for the row that they stand in.
const ALASAN: &str = "permohonan_peristiwa.alasan";
const CATATAN: &str = "permohonan_catatan.isi";
const TELAT: &str = "permohonan_telat.alasan";
const BERKAS: &str = "permohonan_berkas.nama";
const TEKS: &str = "permohonan_dokumen.teks";

impl Medan {
    fn di(self, id: PermohonanId) -> Milik<'static> {
        Milik(self.0, id.0)
    }
}

pub(crate) const KOLOM: &str = "p.id, p.kode, p.layanan_id, l.nama AS layanan, l.kode AS layanan_kode, l.unit_id, u.induk_id AS unit_induk,
    u.nama AS unit, i.id AS instansi_id, i.nama AS instansi, im.zona, p.formulir_id, p.mpp_id, m.nama AS mpp, mm.kode AS mpp_kode,
    p.gerai_id, g.nama AS gerai, p.nama, p.kontak, p.isi, p.keadaan, p.diterima, p.hari_kerja, p.tenggat, p.sisa, p.tuntas,
    p.tenggat_catatan, p.ilustrasi, p.versi, p.pada";
pub(crate) const DARI: &str = "FROM permohonan p JOIN layanan l ON l.id = p.layanan_id JOIN unit u ON u.id = l.unit_id
    JOIN instansi i ON i.id = u.instansi_id JOIN mpp mm ON mm.unit_id = p.mpp_id JOIN unit m ON m.id = p.mpp_id
    JOIN instansi im ON im.id = m.instansi_id JOIN gerai g ON g.id = p.gerai_id";

/// # Errors
/// `TidakDitemukan`.
pub async fn dari_id<C: ConnectionTrait>(c: &C, id: PermohonanId) -> Hasil<Permohonan> {
    c.satu(&format!("SELECT {KOLOM} {DARI} WHERE p.id = $1"), nilai![id]).await
}

/// The case behind the secret of its applicant, as people type it: capitals and hyphens do not count.
///
/// # Errors
/// `TidakDitemukan`.
pub async fn dari_kode<C: ConnectionTrait>(c: &C, kode: &str) -> Hasil<Permohonan> {
    let (_, kode) = kode::rapikan(kode).filter(|(j, _)| *j == kode::Jenis::Permohonan).ok_or(StoreError::TidakDitemukan)?;
    c.satu(&format!("SELECT {KOLOM} {DARI} WHERE p.kode = $1"), nilai![kode]).await
}

/// Topic of the event table.
#[must_use]
pub fn topik(id: PermohonanId) -> String {
    format!("permohonan/{id}")
}
