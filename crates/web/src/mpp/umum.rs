//! Small parts that pages of a mall share: reading a file from a form, telling a refusal at its field, words for keys.

use layanan::mpp::Tingkat;
use store::{
    StoreError, Waktu,
    berkas::{self, Berkas},
    peran::Peran,
    tenan::Keadaan,
};

use crate::{
    Error,
    formulir::{self, Formulir},
    komponen::Nada,
    konteks::Konteks,
    rute::Akses,
};

/// Who runs a mall.
pub const KEPALA: Akses = Akses::Peran(&[Peran::MppKepala]);
/// What a file field offers.
pub const TERIMA: &str = ".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx";
/// Bytes of a form with a file.
pub const BATAS_KIRIMAN: usize = berkas::UKURAN_MAKS + 256 * 1024;

/// The checked file of a form; a fault stays at `medan`.
pub fn periksa(f: &mut Formulir, medan: &'static str, isi: Option<(String, Vec<u8>)>) -> Option<(String, Berkas)> {
    let (nama, isi) = isi?;
    match berkas::periksa(isi) {
        Ok(b) => Some((nama, b)),
        Err(salah) => {
            f.salahkan(medan, salah.kunci());
            None
        }
    }
}

/// A refusal of the store as a fault of the form.
pub fn di_medan(f: &mut Formulir, e: StoreError, medan: &str) -> Result<(), Error> {
    let sudah_ada = match &e {
        StoreError::SudahAda("awalan") => "mpp-awalan-dipakai",
        StoreError::SudahAda("layanan") => "mpp-layanan-sudah",
        _ => "mpp-kode-dipakai",
    };
    if let StoreError::Bentrok { .. } = e {
        f.salahkan(medan, "mpp-berubah");
        return Ok(());
    }
    formulir::di_medan(f, medan, sudah_ada, e)
}

/// When something ended and why.
pub fn akhir(k: &Konteks, waktu: &Waktu, alasan: &Option<String>) -> String {
    let alasan = alasan.as_deref().unwrap_or("–");
    k.a("mpp-keluar-pada", [("waktu", k.waktu(waktu).into()), ("alasan", alasan.into())])
}

/// Whether a folded form must stand open: it holds a fault.
pub fn terbuka(f: &Formulir, awalan: &str) -> bool {
    f.semua_salah().iter().any(|s| s.medan.starts_with(awalan))
}

pub fn kunci_jenis(jenis: &str) -> &'static str {
    match jenis {
        "kementerian-lembaga" => "mpp-jenis-kl",
        "pemda" => "mpp-jenis-pemda",
        "bumn" => "mpp-jenis-bumn",
        "bumd" => "mpp-jenis-bumd",
        _ => "mpp-jenis-swasta",
    }
}

pub fn kunci_perjanjian(jenis: &str) -> &'static str {
    match jenis {
        "kesepakatan-bersama" => "mpp-pj-kesepakatan",
        "perjanjian-kerja-sama" => "mpp-pj-kerja-sama",
        _ => "mpp-pj-sinergi",
    }
}

pub fn keadaan_perjanjian(k: Keadaan) -> (Nada, &'static str) {
    match k {
        Keadaan::Nanti => (Nada::Info, "mpp-pj-nanti"),
        Keadaan::Berlaku => (Nada::Baik, "mpp-pj-berlaku"),
        Keadaan::Dekat => (Nada::Perhatian, "mpp-pj-dekat"),
        Keadaan::Lewat => (Nada::Bahaya, "mpp-pj-lewat"),
        Keadaan::Diakhiri => (Nada::Netral, "mpp-pj-diakhiri"),
    }
}

pub fn kunci_fitur(f: layanan::mpp::Fitur) -> &'static str {
    use layanan::mpp::Fitur as F;
    match f {
        F::InformasiUmum => "mpp-fitur-informasi",
        F::Pendaftaran => "mpp-fitur-pendaftaran",
        F::PemrosesanDokumen => "mpp-fitur-dokumen",
        F::KonsultasiPengaduan => "mpp-fitur-pengaduan",
        F::Skm => "mpp-fitur-skm",
        F::PelaporanKinerja => "mpp-fitur-kinerja",
    }
}

pub fn tingkat(t: &Tingkat) -> (Nada, &'static str) {
    match t {
        Tingkat::Penuh => (Nada::Baik, "mpp-tingkat-penuh"),
        Tingkat::Minimal => (Nada::Info, "mpp-tingkat-minimal"),
        Tingkat::Kurang(_) => (Nada::Perhatian, "mpp-tingkat-kurang"),
    }
}
