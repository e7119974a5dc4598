//! Reports of citizens (Pengaduan): rows and steps, folded by `layanan::pengaduan`. Who reports is kept apart from what is reported;
//! of an anonymous report the agency never gets name or contact, only the program reads them to send notices.
//!
//! Rules of states and limits are the pure crate's. Words for people are the pages' matter.

mod baca;
mod batas;
mod berkas;
mod eskalasi;
mod kirim;
mod kotak;
mod langkah;
mod mal;
mod otomatis;
mod pelapor;
mod pembaca;
mod petugas;
mod surat;
mod templat;
mod ukuran;
mod ulang;
mod umum;

pub use baca::{
    JawabanInduk, Kata, Muatan, Pelapor, Tercatat, Terjawab, dari_id, dari_kode, identitas, induk, jawaban_induk, muat, pengikut,
};
pub use batas::{BatasInstansi, RiwayatBatas, aturan, batalkan_batas, batas, riwayat as riwayat_batas, tetapkan_batas};
pub use berkas::{LAMPIRAN_MAKS, Lampiran, lampiran};
pub use eskalasi::{BarisNaik, Naik, TINGKAT_INSTANSI, TINGKAT_UNIT, daftar as daftar_eskalasi};
pub use kirim::{Baru, Kanal, TEKS_MAKS, Tujuan, catat, kirim, kode_kiriman, penerima, punya_penghubung};
pub use kotak::{Baris, Jumlah, Saring, kotak, unit_tujuan};
pub use mal::{UkuranTenan, ukuran_mal};
pub use otomatis::{Dikerjakan, jalankan};
pub use pelapor::{Tindakan, lakukan};
pub use pembaca::{Pembaca, cabut_pembaca, pembaca, tambah_pembaca, terlapor};
pub use petugas::{Isi, Penolakan, eskalasi, jawab, lapor, minta_lengkapi, proses, teruskan, tolak, verifikasi};
pub(crate) use surat::MentahSurat;
pub use surat::{BahanSurat, SURAT, Singkat, Surat, bahan, singkat as surat_singkat};
pub use templat::{Templat, hapus_templat, tambah_templat, templat};
pub use ukuran::{UkuranUnit, ukuran, ukuran_instansi};
pub use umum::{Umum, UmumBaru, milik_umum, muat_umum, tarik_umum, terbaru};

pub(crate) use otomatis::{Terhitung, sesudah_kalender};

use crate::{
    StoreError, Waktu,
    id::{InstansiId, LayananId, PengaduanId, UnitId},
    identitas::Tersegel,
};
use ::layanan::pengaduan::SalahLangkah;
use sea_orm::FromQueryResult;

/// Sealed columns of the one who reports.
const NAMA: &str = "pengaduan_pelapor.nama";
const SUREL: &str = "pengaduan_pelapor.surel";
const TELEPON: &str = "pengaduan_pelapor.telepon";
/// Sealed columns of a report and its steps.
const JUDUL: &str = "pengaduan.judul";
const ISI: &str = "pengaduan.isi";
const TEMPAT: &str = "pengaduan.tempat";
const TEKS: &str = "pengaduan_langkah.teks";
const CATATAN: &str = "pengaduan_langkah.catatan";

/// A report with the names that every page about it shows, and how it stands now. Its code is not here: no officer may see it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Pengaduan {
    pub id: PengaduanId,
    /// Number in the register of the instansi and year: `2026-0012`.
    pub nomor: String,
    pub instansi_id: InstansiId,
    pub instansi: String,
    pub zona: String,
    /// `pengaduan`, `aspirasi` or `permintaan-informasi`.
    pub jenis: String,
    judul: Tersegel,
    isi: Tersegel,
    /// Local day of what happened.
    pub kejadian: Option<String>,
    tempat: Tersegel,
    /// The unit that the report names.
    pub unit_id: Option<UnitId>,
    pub unit: Option<String>,
    pub layanan_id: Option<LayananId>,
    pub layanan: Option<String>,
    pub anonim: i64,
    pub rahasia: i64,
    /// Wrongdoing of officers: a narrower list of readers.
    pub pelanggaran: i64,
    pub kanal: String,
    /// Local day of receipt.
    pub tanggal: String,
    pub ilustrasi: i64,
    pub pada: Waktu,
    /// Key of `layanan::pengaduan::Keadaan`.
    pub keadaan: String,
    /// Key of `layanan::pengaduan::Giliran`.
    pub giliran: String,
    /// The unit that answers.
    pub penangan_id: Option<UnitId>,
    pub penangan: Option<String>,
    pub penangan_induk: Option<UnitId>,
    pub kelas: Option<String>,
    /// Last day of whose turn it is.
    pub tenggat: Option<String>,
    /// Years on the way to it without a list or with an estimate ([`crate::kalender::baca_catatan`]).
    pub tahun: String,
    pub urut: i64,
    /// Reference of SP4N-LAPOR!.
    pub lapor: Option<String>,
    /// `dikirim` or `diterima`.
    pub lapor_arah: Option<String>,
}

const KOLOM: &str = "p.id, p.nomor, p.instansi_id, i.nama AS instansi, i.zona, p.jenis, p.judul, p.isi, p.kejadian, p.tempat,
    p.unit_id, u.nama AS unit, p.layanan_id, l.nama AS layanan, p.anonim, p.rahasia, p.pelanggaran, p.kanal, p.tanggal, p.ilustrasi, p.pada,
    k.keadaan, k.giliran, k.unit_id AS penangan_id, h.nama AS penangan, h.induk_id AS penangan_induk, k.kelas, k.tenggat, k.tahun, k.urut,
    x.nomor AS lapor, x.arah AS lapor_arah";
const DARI: &str = "FROM pengaduan p JOIN pengaduan_kini k ON k.pengaduan_id = p.id JOIN instansi i ON i.id = p.instansi_id
    LEFT JOIN unit u ON u.id = p.unit_id LEFT JOIN unit h ON h.id = k.unit_id LEFT JOIN layanan l ON l.id = p.layanan_id
    LEFT JOIN pengaduan_lapor x ON x.id = (SELECT y.id FROM pengaduan_lapor y WHERE y.pengaduan_id = p.id ORDER BY y.id DESC LIMIT 1)";

/// Why a step is refused, for people.
fn ditolak(e: &SalahLangkah) -> StoreError {
    StoreError::Keadaan(match e {
        SalahLangkah::TakBoleh { .. } => "aduan-langkah",
        SalahLangkah::UnitSama => "aduan-unit-sama",
        SalahLangkah::BelumLewat { .. } => "aduan-belum-lewat",
        SalahLangkah::SudahLewat { .. } => "aduan-sudah-lewat",
        SalahLangkah::TanggalMundur { .. } => "aduan-tanggal",
        SalahLangkah::Tenggat(_) => "aduan-tenggat",
    })
}
