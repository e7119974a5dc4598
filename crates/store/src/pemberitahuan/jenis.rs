//! The kinds of notices: in which part of the settings page each stands, and how a person is told who chose nothing. A kind that
//! is not here is told in the daily digest and stands on no settings page of its own.

use super::Cara;

/// Parts of the settings page, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kelompok {
    Persiapan,
    F01,
    F02,
    Hasil,
    TindakLanjut,
    Survei,
    Layanan,
    Aduan,
    Akun,
}

impl Kelompok {
    pub const SEMUA: [Self; 9] =
        [Self::Persiapan, Self::F01, Self::F02, Self::Hasil, Self::TindakLanjut, Self::Survei, Self::Layanan, Self::Aduan, Self::Akun];
}

#[derive(Debug, Clone, Copy)]
pub struct Jenis {
    /// As in [`super::Pemberitahuan::jenis`]; its text is `kabar-{kunci}`.
    pub kunci: &'static str,
    /// Key of its name in the catalogues.
    pub nama: &'static str,
    pub kelompok: Kelompok,
    pub baku: Cara,
}

/// What holds others up is told at once, all else in the digest.
pub const SEMUA: &[Jenis] = &[
    segera("evaluator-ditetapkan", "lonceng-nama-evaluator-ditetapkan", Kelompok::Persiapan),
    segera("evaluator-berakhir", "lonceng-nama-evaluator-berakhir", Kelompok::Persiapan),
    ringkas("fase-ditutup", "lonceng-nama-fase-ditutup", Kelompok::Persiapan),
    segera("fase-dibuka", "lonceng-nama-fase-dibuka", Kelompok::Persiapan),
    segera("fase-tanggal", "lonceng-nama-fase-tanggal", Kelompok::Persiapan),
    segera("fase-tujuh-hari", "lonceng-nama-fase-tujuh-hari", Kelompok::Persiapan),
    segera("fase-besok", "lonceng-nama-fase-besok", Kelompok::Persiapan),
    segera("jadwal-sampai", "lonceng-nama-jadwal-sampai", Kelompok::Persiapan),
    segera("jadwal-pj", "lonceng-nama-jadwal-pj", Kelompok::Persiapan),
    segera("benturan-ada", "lonceng-nama-benturan-ada", Kelompok::Persiapan),
    segera("perpanjangan-unit", "lonceng-nama-perpanjangan-unit", Kelompok::Persiapan),
    segera("f01-siap", "lonceng-nama-f01-siap", Kelompok::F01),
    segera("f01-kirim", "lonceng-nama-f01-kirim", Kelompok::F01),
    segera("f01-tarik", "lonceng-nama-f01-tarik", Kelompok::F01),
    ringkas("f01-buka", "lonceng-nama-f01-buka", Kelompok::F01),
    segera("f01-kembali", "lonceng-nama-f01-kembali", Kelompok::F01),
    ringkas("f01-diterima", "lonceng-nama-f01-diterima", Kelompok::F01),
    segera("f01-perbaikan-dekat", "lonceng-nama-f01-perbaikan-dekat", Kelompok::F01),
    segera("f01-perbaikan-lewat", "lonceng-nama-f01-perbaikan-lewat", Kelompok::F01),
    segera("f02-sepakat", "lonceng-nama-f02-sepakat", Kelompok::F02),
    ringkas("f02-semua-selesai", "lonceng-nama-f02-semua-selesai", Kelompok::F02),
    ringkas("titipan-lapangan", "lonceng-nama-titipan-lapangan", Kelompok::F02),
    segera("hak-jawab-dibuka", "lonceng-nama-hak-jawab-dibuka", Kelompok::F02),
    segera("hak-jawab-dekat", "lonceng-nama-hak-jawab-dekat", Kelompok::F02),
    segera("sanggahan-masuk", "lonceng-nama-sanggahan-masuk", Kelompok::F02),
    segera("sanggahan-menunggu", "lonceng-nama-sanggahan-menunggu", Kelompok::F02),
    segera("sanggahan-dijawab", "lonceng-nama-sanggahan-dijawab", Kelompok::F02),
    ringkas("sanggahan-selesai", "lonceng-nama-sanggahan-selesai", Kelompok::F02),
    segera("ba-tanda", "lonceng-nama-ba-tanda", Kelompok::Hasil),
    ringkas("ba-lengkap", "lonceng-nama-ba-lengkap", Kelompok::Hasil),
    segera("tte-tak-diketahui", "lonceng-nama-tte-tak-diketahui", Kelompok::Hasil),
    ringkas("tte-diputuskan", "lonceng-nama-tte-diputuskan", Kelompok::Hasil),
    ringkas("hasil-beku", "lonceng-nama-hasil-beku", Kelompok::Hasil),
    segera("hasil-batal", "lonceng-nama-hasil-batal", Kelompok::Hasil),
    ringkas("lhe-jadi", "lonceng-nama-lhe-jadi", Kelompok::Hasil),
    ringkas("terbit-hasil", "lonceng-nama-terbit-hasil", Kelompok::Hasil),
    segera("terbit-tarik", "lonceng-nama-terbit-tarik", Kelompok::Hasil),
    segera("serah-baru", "lonceng-nama-serah-baru", Kelompok::Hasil),
    segera("serah-kembali", "lonceng-nama-serah-kembali", Kelompok::Hasil),
    ringkas("serah-valid", "lonceng-nama-serah-valid", Kelompok::Hasil),
    segera("serah-surat-tarik", "lonceng-nama-serah-surat-tarik", Kelompok::Hasil),
    ringkas("penghargaan-umum", "lonceng-nama-penghargaan-umum", Kelompok::Hasil),
    segera("penghargaan-tarik", "lonceng-nama-penghargaan-tarik", Kelompok::Hasil),
    segera("pembinaan-dicatat", "lonceng-nama-pembinaan-dicatat", Kelompok::Hasil),
    segera("pembinaan-diputus", "lonceng-nama-pembinaan-diputus", Kelompok::Hasil),
    ringkas("pembinaan-berakhir", "lonceng-nama-pembinaan-berakhir", Kelompok::Hasil),
    ringkas("penyampaian-jadwal", "lonceng-nama-penyampaian-jadwal", Kelompok::TindakLanjut),
    ringkas("penyampaian-lhe", "lonceng-nama-penyampaian-lhe", Kelompok::TindakLanjut),
    ringkas("penyampaian-tindak-lanjut", "lonceng-nama-penyampaian-tindak-lanjut", Kelompok::TindakLanjut),
    segera("tl-diajukan", "lonceng-nama-tl-diajukan", Kelompok::TindakLanjut),
    segera("tl-dikembalikan", "lonceng-nama-tl-dikembalikan", Kelompok::TindakLanjut),
    ringkas("tl-diterima", "lonceng-nama-tl-diterima", Kelompok::TindakLanjut),
    ringkas("tl-dekat", "lonceng-nama-tl-dekat", Kelompok::TindakLanjut),
    segera("tl-lewat", "lonceng-nama-tl-lewat", Kelompok::TindakLanjut),
    ringkas("tl-batas-dekat", "lonceng-nama-tl-batas-dekat", Kelompok::TindakLanjut),
    segera("tl-batas-lewat", "lonceng-nama-tl-batas-lewat", Kelompok::TindakLanjut),
    segera("skm-kurang", "lonceng-nama-skm-kurang", Kelompok::Survei),
    ringkas("skm-rencana", "lonceng-nama-skm-rencana", Kelompok::Survei),
    segera("standar-usul", "lonceng-nama-standar-usul", Kelompok::Layanan),
    ringkas("standar-ditetapkan", "lonceng-nama-standar-ditetapkan", Kelompok::Layanan),
    ringkas("standar-tinjau", "lonceng-nama-standar-tinjau", Kelompok::Layanan),
    ringkas("permohonan-baru", "lonceng-nama-permohonan-baru", Kelompok::Layanan),
    ringkas("permohonan-diperbaiki", "lonceng-nama-permohonan-diperbaiki", Kelompok::Layanan),
    segera("permohonan-dialihkan", "lonceng-nama-permohonan-dialihkan", Kelompok::Layanan),
    ringkas("permohonan-dibatalkan", "lonceng-nama-permohonan-dibatalkan", Kelompok::Layanan),
    segera("permohonan-lewat", "lonceng-nama-permohonan-lewat", Kelompok::Layanan),
    ringkas("tagihan-lunas", "lonceng-nama-tagihan-lunas", Kelompok::Layanan),
    segera("pembayaran-batal", "lonceng-nama-pembayaran-batal", Kelompok::Layanan),
    segera("aduan-baru", "lonceng-nama-aduan-baru", Kelompok::Aduan),
    segera("aduan-diteruskan", "lonceng-nama-aduan-diteruskan", Kelompok::Aduan),
    segera("aduan-dilengkapi", "lonceng-nama-aduan-dilengkapi", Kelompok::Aduan),
    segera("aduan-ditanggapi", "lonceng-nama-aduan-ditanggapi", Kelompok::Aduan),
    ringkas("aduan-selesai", "lonceng-nama-aduan-selesai", Kelompok::Aduan),
    ringkas("aduan-dicabut", "lonceng-nama-aduan-dicabut", Kelompok::Aduan),
    segera("aduan-dibuka", "lonceng-nama-aduan-dibuka", Kelompok::Aduan),
    segera("aduan-dekat", "lonceng-nama-aduan-dekat", Kelompok::Aduan),
    segera("aduan-lewat", "lonceng-nama-aduan-lewat", Kelompok::Aduan),
    segera("aduan-eskalasi", "lonceng-nama-aduan-eskalasi", Kelompok::Aduan),
    segera("aduan-naik", "lonceng-nama-aduan-naik", Kelompok::Aduan),
    segera("konsultasi-baru", "lonceng-nama-konsultasi-baru", Kelompok::Aduan),
    segera("konsultasi-pesan", "lonceng-nama-konsultasi-pesan", Kelompok::Aduan),
    segera("pesanan-terdampak", "lonceng-nama-pesanan-terdampak", Kelompok::Layanan),
    segera("mpp-libur-buka", "lonceng-nama-mpp-libur-buka", Kelompok::Layanan),
    ringkas("mpp-tahap", "lonceng-nama-mpp-tahap", Kelompok::Layanan),
    segera("mpp-putusan", "lonceng-nama-mpp-putusan", Kelompok::Layanan),
    segera("mpp-berhenti", "lonceng-nama-mpp-berhenti", Kelompok::Layanan),
    segera("mpp-rapat", "lonceng-nama-mpp-rapat", Kelompok::Layanan),
    segera("mpp-masukan", "lonceng-nama-mpp-masukan", Kelompok::Layanan),
    segera("mpp-izin-minta", "lonceng-nama-mpp-izin-minta", Kelompok::Layanan),
    segera("mpp-izin-jawab", "lonceng-nama-mpp-izin-jawab", Kelompok::Layanan),
    segera("mpp-izin-akhir", "lonceng-nama-mpp-izin-akhir", Kelompok::Layanan),
    segera("mpp-penanggap", "lonceng-nama-mpp-penanggap", Kelompok::Layanan),
    segera("mpp-penanggap-rapat", "lonceng-nama-mpp-penanggap-rapat", Kelompok::Layanan),
    ringkas("mpp-penanggap-jawab", "lonceng-nama-mpp-penanggap-jawab", Kelompok::Layanan),
    ringkas("mpp-titik", "lonceng-nama-mpp-titik", Kelompok::Layanan),
    segera("mpp-tenggat", "lonceng-nama-mpp-tenggat", Kelompok::Layanan),
    segera("mpp-perjanjian", "lonceng-nama-mpp-perjanjian", Kelompok::Layanan),
    segera("mpp-kompetensi", "lonceng-nama-mpp-kompetensi", Kelompok::Layanan),
    segera("faktor-tebakan", "lonceng-nama-faktor-tebakan", Kelompok::Akun),
    segera("faktor-pulih", "lonceng-nama-faktor-pulih", Kelompok::Akun),
    segera("faktor-dihapus", "lonceng-nama-faktor-dihapus", Kelompok::Akun),
    segera("berkas-terinfeksi", "lonceng-nama-berkas-terinfeksi", Kelompok::Akun),
    segera("faktor-kunci-baru", "lonceng-nama-faktor-kunci-baru", Kelompok::Akun),
    segera("faktor-kunci-tiruan", "lonceng-nama-faktor-kunci-tiruan", Kelompok::Akun),
    segera("sso-taut", "lonceng-nama-sso-taut", Kelompok::Akun),
    segera("pdp-permintaan", "lonceng-nama-pdp-permintaan", Kelompok::Akun),
    segera("pdp-permintaan-dekat", "lonceng-nama-pdp-permintaan-dekat", Kelompok::Akun),
    segera("pdp-putusan", "lonceng-nama-pdp-putusan", Kelompok::Akun),
    segera("insiden-baru", "lonceng-nama-insiden-baru", Kelompok::Akun),
    segera("insiden-dekat", "lonceng-nama-insiden-dekat", Kelompok::Akun),
    segera("jejak-hilang", "lonceng-nama-jejak-hilang", Kelompok::Akun),
];

const fn segera(kunci: &'static str, nama: &'static str, kelompok: Kelompok) -> Jenis {
    Jenis { kunci, nama, kelompok, baku: Cara::Surel }
}

const fn ringkas(kunci: &'static str, nama: &'static str, kelompok: Kelompok) -> Jenis {
    Jenis { kunci, nama, kelompok, baku: Cara::Ringkasan }
}

#[must_use]
pub fn dari(kunci: &str) -> Option<&'static Jenis> {
    SEMUA.iter().find(|j| j.kunci == kunci)
}

/// How somebody is told who chose nothing.
#[must_use]
pub fn baku(kunci: &str) -> Cara {
    dari(kunci).map_or(Cara::Ringkasan, |j| j.baku)
}
