//! Documents of the stages: which, when they are needed, and whether their form is known.

use super::tahap::{Pelaku, Tahap};
use crate::{KepastianSumber as Yakin, Sumber, kunci::berkunci};

berkunci! {
    pub enum JenisDokumen {
        Kajian = "kajian",
        BeritaAcaraForum = "berita-acara-forum",
        SuratPermohonan = "surat-permohonan",
        DaftarPelayanan = "daftar-pelayanan",
        AnalisisSarana = "analisis-sarana",
        RencanaStrategis = "rencana-strategis",
        FormulirVerifikasi = "formulir-verifikasi",
        KeputusanPersetujuan = "keputusan-persetujuan",
        TimPelaksana = "tim-pelaksana",
        KesepakatanBersama = "kesepakatan-bersama",
        PerjanjianKerjaSama = "perjanjian-kerja-sama",
        Sinergi = "sinergi",
        ProsesBisnis = "proses-bisnis",
        SistemInformasi = "sistem-informasi",
        TataLaksana = "tata-laksana",
        Gedung = "gedung",
        SaranaPrasarana = "sarana-prasarana",
        DaftarPerbaikan = "daftar-perbaikan",
        SuratUsulPeresmian = "surat-usul-peresmian",
        SuratPersetujuanPeresmian = "surat-persetujuan-peresmian",
        PeraturanKepalaDaerah = "peraturan-kepala-daerah",
        PenetapanTambahan = "penetapan-tambahan",
        PemberitahuanMenteri = "pemberitahuan-menteri",
    }
}

berkunci! {
    pub enum Keharusan {
        /// Needed to leave its stage.
        Wajib = "wajib",
        /// Needed where such a partner takes part: kesepakatan bersama with a pemda, perjanjian kerja sama with a third
        /// party, sinergi with a ministry or agency.
        BilaAda = "bila-ada",
    }
}

berkunci! {
    pub enum FormatDokumen {
        /// The regulation prints a form in an annex that was not available: an editable template stands for it.
        LampiranBelumTerbaca = "lampiran-belum-terbaca",
        Bebas = "bebas",
    }
}

/// A document of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dokumen {
    pub jenis: JenisDokumen,
    pub tahap: Tahap,
    pub nama: &'static str,
    pub keharusan: Keharusan,
    pub format: FormatDokumen,
    pub sumber: Sumber,
}

const fn dok(jenis: JenisDokumen, tahap: Tahap, nama: &'static str) -> Dokumen {
    let sumber = Sumber::baru("PermenPANRB 92/2021 (ringkasan)", Yakin::Kuat);
    Dokumen { jenis, tahap, nama, keharusan: Keharusan::Wajib, format: FormatDokumen::Bebas, sumber }
}

const fn lampiran(d: Dokumen) -> Dokumen {
    Dokumen { format: FormatDokumen::LampiranBelumTerbaca, ..d }
}

const fn bila_ada(d: Dokumen) -> Dokumen {
    Dokumen { keharusan: Keharusan::BilaAda, ..d }
}

use JenisDokumen as J;

/// All documents in the order of the stages. The regulation of operations belongs to stage 11 here because an MPP does
/// not operate without it.
pub const DOKUMEN: [Dokumen; 23] = [
    lampiran(dok(J::Kajian, Tahap::Kajian, "Kajian urgensi dan kelayakan")),
    dok(J::BeritaAcaraForum, Tahap::Kajian, "Berita acara forum konsultasi publik"),
    dok(J::SuratPermohonan, Tahap::UsulanDiajukan, "Surat permohonan bupati/wali kota"),
    dok(J::DaftarPelayanan, Tahap::UsulanDiajukan, "Daftar jenis pelayanan per instansi"),
    dok(J::AnalisisSarana, Tahap::UsulanDiajukan, "Analisis prasarana dan sarana"),
    dok(J::RencanaStrategis, Tahap::UsulanDiajukan, "Rencana strategis"),
    lampiran(dok(J::FormulirVerifikasi, Tahap::Verifikasi, "Formulir verifikasi")),
    dok(J::KeputusanPersetujuan, Tahap::Keputusan, "Keputusan persetujuan Menteri"),
    dok(J::TimPelaksana, Tahap::Persiapan, "Pembentukan tim pelaksana"),
    bila_ada(dok(J::KesepakatanBersama, Tahap::Persiapan, "Kesepakatan bersama antarpemerintah daerah")),
    bila_ada(lampiran(dok(J::PerjanjianKerjaSama, Tahap::Persiapan, "Perjanjian kerja sama dengan pihak ketiga"))),
    bila_ada(dok(J::Sinergi, Tahap::Persiapan, "Sinergi dengan kementerian/lembaga")),
    dok(J::ProsesBisnis, Tahap::TeknisPelayanan, "Proses bisnis"),
    dok(J::SistemInformasi, Tahap::TeknisPelayanan, "Sistem informasi terintegrasi"),
    dok(J::TataLaksana, Tahap::TeknisPelayanan, "Tata laksana"),
    dok(J::Gedung, Tahap::SaranaPrasarana, "Gedung atau kantor"),
    dok(J::SaranaPrasarana, Tahap::SaranaPrasarana, "Prasarana dan sarana"),
    dok(J::DaftarPerbaikan, Tahap::Perbaikan, "Daftar perbaikan"),
    dok(J::SuratUsulPeresmian, Tahap::UsulPeresmian, "Surat usul peresmian"),
    dok(J::SuratPersetujuanPeresmian, Tahap::UsulPeresmian, "Surat persetujuan peresmian"),
    dok(J::PeraturanKepalaDaerah, Tahap::UsulPeresmian, "Peraturan bupati/wali kota tentang penyelenggaraan"),
    dok(J::PenetapanTambahan, Tahap::PenambahanPelayanan, "Penetapan bupati/wali kota atas penambahan"),
    dok(J::PemberitahuanMenteri, Tahap::PenambahanPelayanan, "Pemberitahuan tertulis kepada Menteri"),
];

impl Tahap {
    /// The documents of this stage.
    pub fn dokumen(self) -> impl Iterator<Item = &'static Dokumen> {
        DOKUMEN.iter().filter(move |d| d.tahap == self)
    }
}

impl JenisDokumen {
    /// The document with its stage and name.
    #[must_use]
    pub fn uraian(self) -> Option<&'static Dokumen> {
        DOKUMEN.iter().find(|d| d.jenis == self)
    }

    /// The side whose paper it is, and which files it.
    #[must_use]
    pub fn pihak(self) -> Pelaku {
        match self {
            J::FormulirVerifikasi | J::KeputusanPersetujuan | J::SuratPersetujuanPeresmian => Pelaku::Kementerian,
            _ => Pelaku::Pemda,
        }
    }
}
