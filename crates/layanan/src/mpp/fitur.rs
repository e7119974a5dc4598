//! The six electronic features of PermenPANRB 92/2021 and how far a tenant with its own system is connected.

use std::collections::BTreeSet;

use crate::kunci::berkunci;

berkunci! {
    pub enum Fitur {
        InformasiUmum = "informasi-umum",
        Pendaftaran = "pendaftaran",
        PemrosesanDokumen = "pemrosesan-dokumen",
        KonsultasiPengaduan = "konsultasi-pengaduan",
        Skm = "skm",
        PelaporanKinerja = "pelaporan-kinerja",
    }
}

/// Level of a tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tingkat {
    /// All six through the main portal.
    Penuh,
    /// At least information and registration, as the regulation asks of a tenant with its own system.
    Minimal,
    /// What is missing to the minimum.
    Kurang(Vec<Fitur>),
}

/// The level of a tenant whose connected features are these.
#[must_use]
pub fn tingkat(terhubung: &BTreeSet<Fitur>) -> Tingkat {
    let belum = |dari: &[Fitur]| -> Vec<Fitur> { dari.iter().copied().filter(|f| !terhubung.contains(f)).collect() };
    let minimal = belum(&[Fitur::InformasiUmum, Fitur::Pendaftaran]);
    if !minimal.is_empty() {
        return Tingkat::Kurang(minimal);
    }
    if belum(Fitur::SEMUA).is_empty() { Tingkat::Penuh } else { Tingkat::Minimal }
}
