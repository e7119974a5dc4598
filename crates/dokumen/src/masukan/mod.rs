//! The inputs of every document: plain data, texts ready to print in Indonesian, nothing to look up.
//!
//! A new document is a struct here, a variant of [`Dokumen`] and a template in `templat/`. No formatting rules, no
//! scoring and no I/O live here.

mod berita_acara;
mod f03;
mod laporan_nasional;
mod laporan_skm;
mod layanan;
mod lembaran;
mod lhe;
mod mpp;
mod nilai;
mod penghargaan;
mod peringkat;
mod persiapan;
mod skm;
mod surat;
mod tanda_tangan;
mod tindak_lanjut;
mod umum;

use serde::{Deserialize, Serialize};

pub use berita_acara::{
    BeritaAcaraHasil, BeritaAcaraPelaksanaan, BuktiTercatat, Hadir, HakJawabTercatat, KepalaAudit, SanggahanTercatat, StatusF01,
};
pub use f03::{KuesionerF03, PernyataanF03, PosterF03};
pub use laporan_nasional::{
    AngkaKunci, BarisKategori, BarisKelompok, BarisTindakLanjutNasional, BarisWilayah, BelumTerbit, DariLain, EdisiNasional, Kekurangan,
    LaporanNasional, PetakProvinsi, Rata, TandaTerima,
};
pub use laporan_skm::{
    AturanCetak, BarisHitung, BarisProfilCetak, BidangCetak, HasilCetak, KategoriCetak, LaporanSkm, LembarSkm, PertanyaanCetak, RencanaSkm,
    RondeCetak, RtlCetak, RtlSebelum, TitikCetak, UnsurCetak,
};
pub use layanan::{BagianLayanan, LembarLayanan, PosterLayanan, PosterUnit};
pub use lembaran::{BagianLembaran, Lembaran, TabelLembaran};
pub use lhe::{AgregasiF03, ButirMetode, Kepastian, Lhe, Rekomendasi, RerataPernyataan, RingkasanF03, Sorotan, Sumber};
pub use mpp::{BarisNaskah, NaskahMpp, PosterMal};
pub use nilai::{Angka, AspekNilai, IndikatorNilai, NilaiAkhir, SeriAspek, TitikTahun};
pub use penghargaan::{Logo, Pengumuman, Piagam};
pub use peringkat::{BarisPeringkat, KelompokPeringkat, TabelPeringkat};
pub use persiapan::{BarisHadir, DaftarHadir, LampiranSk, SuratKeputusan};
pub use skm::{BidangSkm, JawabanSkm, KuesionerSkm, LembarTautan, PertanyaanSkm, PosterSkm, TautanCetak, Ukuran};
pub use surat::SuratLayanan;
pub use tanda_tangan::{LembarTandaTangan, PenandaTangan, PeranTandaTangan, Segel, TandaTanganTercatat};
pub use tindak_lanjut::{BarisTindakLanjut, LaporanTindakLanjut};
pub use umum::{Kepala, Periode, UnitLokus, Verifikasi};

/// One PDF to be made. Serialised as it travels to the worker process.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "jenis", rename_all = "kebab-case")]
pub enum Dokumen {
    BeritaAcaraPelaksanaan(Box<BeritaAcaraPelaksanaan>),
    BeritaAcaraHasil(Box<BeritaAcaraHasil>),
    LembarTandaTangan(Box<LembarTandaTangan>),
    Lhe(Box<Lhe>),
    PosterF03(Box<PosterF03>),
    KuesionerF03(Box<KuesionerF03>),
    KuesionerSkm(Box<KuesionerSkm>),
    PosterSkm(Box<PosterSkm>),
    LembarTautan(Box<LembarTautan>),
    LaporanSkm(Box<LaporanSkm>),
    RencanaSkm(Box<RencanaSkm>),
    LembarSkm(Box<LembarSkm>),
    SuratKeputusan(Box<SuratKeputusan>),
    DaftarHadir(Box<DaftarHadir>),
    Pengumuman(Box<Pengumuman>),
    Piagam(Box<Piagam>),
    LaporanTindakLanjut(Box<LaporanTindakLanjut>),
    LaporanNasional(Box<LaporanNasional>),
    TandaTerima(Box<TandaTerima>),
    LembarLayanan(Box<LembarLayanan>),
    PosterLayanan(Box<PosterLayanan>),
    SuratLayanan(Box<SuratLayanan>),
    Lembaran(Box<Lembaran>),
    NaskahMpp(Box<NaskahMpp>),
    PosterMal(Box<PosterMal>),
    PosterUnit(Box<PosterUnit>),
}

macro_rules! dari {
    ($($jenis:ident),*) => {$(
        impl From<$jenis> for Dokumen {
            fn from(isi: $jenis) -> Self {
                Self::$jenis(Box::new(isi))
            }
        }
    )*};
}
dari!(
    BeritaAcaraPelaksanaan,
    BeritaAcaraHasil,
    LembarTandaTangan,
    Lhe,
    PosterF03,
    KuesionerF03,
    KuesionerSkm,
    PosterSkm,
    LembarTautan,
    LaporanSkm,
    RencanaSkm,
    LembarSkm,
    SuratKeputusan,
    DaftarHadir,
    Pengumuman,
    Piagam,
    LaporanTindakLanjut,
    LaporanNasional,
    TandaTerima,
    LembarLayanan,
    PosterLayanan,
    SuratLayanan,
    Lembaran,
    NaskahMpp,
    PosterMal,
    PosterUnit
);

impl Dokumen {
    #[must_use]
    pub fn kepala(&self) -> &Kepala {
        match self {
            Self::BeritaAcaraPelaksanaan(isi) => &isi.kepala,
            Self::BeritaAcaraHasil(isi) => &isi.pelaksanaan.kepala,
            Self::LembarTandaTangan(isi) => &isi.kepala,
            Self::Lhe(isi) => &isi.kepala,
            Self::PosterF03(isi) => &isi.kepala,
            Self::KuesionerF03(isi) => &isi.kepala,
            Self::KuesionerSkm(isi) => &isi.kepala,
            Self::PosterSkm(isi) => &isi.kepala,
            Self::LembarTautan(isi) => &isi.kepala,
            Self::LaporanSkm(isi) => &isi.kepala,
            Self::RencanaSkm(isi) => &isi.kepala,
            Self::LembarSkm(isi) => &isi.kepala,
            Self::SuratKeputusan(isi) => &isi.kepala,
            Self::DaftarHadir(isi) => &isi.kepala,
            Self::Pengumuman(isi) => &isi.kepala,
            Self::Piagam(isi) => &isi.kepala,
            Self::LaporanTindakLanjut(isi) => &isi.kepala,
            Self::LaporanNasional(isi) => &isi.kepala,
            Self::TandaTerima(isi) => &isi.kepala,
            Self::LembarLayanan(isi) => &isi.kepala,
            Self::PosterLayanan(isi) => &isi.kepala,
            Self::SuratLayanan(isi) => &isi.kepala,
            Self::Lembaran(isi) => &isi.kepala,
            Self::NaskahMpp(isi) => &isi.kepala,
            Self::PosterMal(isi) => &isi.kepala,
            Self::PosterUnit(isi) => &isi.kepala,
        }
    }
}
