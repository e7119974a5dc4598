//! The way of a mall from the study to operation (`/mpp/usulan`): the local government and the ministry each take their own
//! steps on one page. The rules are `layanan::mpp`; the ministry's board is `crate::nasional::mpp`.

mod baru;
mod daftar;
pub(crate) mod forum;
mod langkah;
pub(super) mod naskah;
mod penanggap;
pub(crate) mod rinci;
pub(crate) mod titik;

use layanan::mpp::{JenisDokumen, Kelompok, Pelaku as Sisi, Tahap};
use store::{
    hak::{self, AksesJalan, KementerianJalan, Pelaku, PemdaJalan},
    id::JalanId,
    peran::Peran,
    perjalanan::Pihak,
};

use crate::{
    AppState,
    error::Hasil,
    konteks::Konteks,
    rute::{Akses, Daftar},
};

/// Who reads journeys in scope.
pub const PEMBACA: Akses = super::PEMBACA;
/// Who may take a step of one of the sides; which side is decided inside.
const BERTINDAK: Akses = Akses::Peran(&[Peran::Penyelenggara, Peran::Penanggungjawab, Peran::MppKepala, Peran::Nasional]);
/// Who acts for the local government.
const PEMDA: Akses = Akses::Peran(&[Peran::Penyelenggara, Peran::Penanggungjawab, Peran::MppKepala]);

pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    baru::rute(d);
    rinci::rute(d);
    langkah::rute(d);
    forum::rute(d);
    naskah::rute(d);
    penanggap::rute(d);
    titik::rute(d);
}

/// A journey with what the person may do in it; 404 outside the scope.
async fn buka(app: &AppState, k: Konteks, pelaku: &Pelaku, id: JalanId) -> Hasil<(AksesJalan, Konteks)> {
    let akses = hak::jalan(&app.store, pelaku, id).await?;
    let k = k.ilustrasi(akses.jalan.ilustrasi == 1).zona(&akses.jalan.zona).bantuan("mpp");
    Ok((akses, k))
}

/// The sides for which a person may act.
pub struct Kedua {
    pub pemda: Option<PemdaJalan>,
    pub pusat: Option<KementerianJalan>,
}

impl Kedua {
    pub fn dari(akses: &AksesJalan) -> Self {
        Self { pemda: akses.pemda().ok(), pusat: akses.kementerian().ok() }
    }

    fn semua(&self) -> impl Iterator<Item = Pihak<'_>> {
        self.pemda.iter().map(Pihak::Pemda).chain(self.pusat.iter().map(Pihak::Kementerian))
    }

    /// The right under which an act of this side may be recorded.
    pub fn untuk(&self, sisi: Sisi) -> Option<Pihak<'_>> {
        self.semua().find(|p| p.boleh(sisi))
    }

    /// Whichever there is; the ministry's first.
    pub fn salah_satu(&self) -> Option<Pihak<'_>> {
        self.pusat.as_ref().map(Pihak::Kementerian).or(self.pemda.as_ref().map(Pihak::Pemda))
    }
}

pub fn kunci_tahap(t: Tahap) -> &'static str {
    match t {
        Tahap::Kajian => "mpp-tahap-kajian",
        Tahap::UsulanDiajukan => "mpp-tahap-usulan",
        Tahap::UsulanLengkap => "mpp-tahap-lengkap",
        Tahap::Verifikasi => "mpp-tahap-verifikasi",
        Tahap::Keputusan => "mpp-tahap-keputusan",
        Tahap::Persiapan => "mpp-tahap-persiapan",
        Tahap::TeknisPelayanan => "mpp-tahap-teknis",
        Tahap::SaranaPrasarana => "mpp-tahap-sarana",
        Tahap::UjiCoba => "mpp-tahap-uji",
        Tahap::Perbaikan => "mpp-tahap-perbaikan",
        Tahap::UsulPeresmian => "mpp-tahap-peresmian",
        Tahap::Beroperasi => "mpp-tahap-beroperasi",
        Tahap::PenambahanPelayanan => "mpp-tahap-penambahan",
    }
}

/// What is to be done in a stage.
fn kunci_kewajiban(t: Tahap) -> &'static str {
    match t {
        Tahap::Kajian => "mpp-wajib-kajian",
        Tahap::UsulanDiajukan => "mpp-wajib-usulan",
        Tahap::UsulanLengkap => "mpp-wajib-lengkap",
        Tahap::Verifikasi => "mpp-wajib-verifikasi",
        Tahap::Keputusan => "mpp-wajib-keputusan",
        Tahap::Persiapan => "mpp-wajib-persiapan",
        Tahap::TeknisPelayanan => "mpp-wajib-teknis",
        Tahap::SaranaPrasarana => "mpp-wajib-sarana",
        Tahap::UjiCoba => "mpp-wajib-uji",
        Tahap::Perbaikan => "mpp-wajib-perbaikan",
        Tahap::UsulPeresmian => "mpp-wajib-peresmian",
        Tahap::Beroperasi => "mpp-wajib-beroperasi",
        Tahap::PenambahanPelayanan => "mpp-wajib-penambahan",
    }
}

fn kunci_sisi(s: Sisi) -> &'static str {
    match s {
        Sisi::Pemda => "mpp-sisi-pemda",
        Sisi::KepalaDaerah => "mpp-sisi-kepala-daerah",
        Sisi::Kementerian => "mpp-sisi-kementerian",
        Sisi::Menteri => "mpp-sisi-menteri",
    }
}

pub(super) fn kunci_dokumen(j: JenisDokumen) -> &'static str {
    use JenisDokumen as D;
    match j {
        D::Kajian => "mpp-dok-kajian",
        D::BeritaAcaraForum => "mpp-dok-ba-forum",
        D::SuratPermohonan => "mpp-dok-permohonan",
        D::DaftarPelayanan => "mpp-dok-daftar-pelayanan",
        D::AnalisisSarana => "mpp-dok-analisis-sarana",
        D::RencanaStrategis => "mpp-dok-renstra",
        D::FormulirVerifikasi => "mpp-dok-verifikasi",
        D::KeputusanPersetujuan => "mpp-dok-keputusan",
        D::TimPelaksana => "mpp-dok-tim",
        D::KesepakatanBersama => "mpp-dok-kesepakatan",
        D::PerjanjianKerjaSama => "mpp-dok-kerja-sama",
        D::Sinergi => "mpp-dok-sinergi",
        D::ProsesBisnis => "mpp-dok-proses-bisnis",
        D::SistemInformasi => "mpp-dok-sistem",
        D::TataLaksana => "mpp-dok-tata-laksana",
        D::Gedung => "mpp-dok-gedung",
        D::SaranaPrasarana => "mpp-dok-sarana",
        D::DaftarPerbaikan => "mpp-dok-perbaikan",
        D::SuratUsulPeresmian => "mpp-dok-usul-peresmian",
        D::SuratPersetujuanPeresmian => "mpp-dok-persetujuan-peresmian",
        D::PeraturanKepalaDaerah => "mpp-dok-perkada",
        D::PenetapanTambahan => "mpp-dok-penetapan-tambahan",
        D::PemberitahuanMenteri => "mpp-dok-pemberitahuan",
    }
}

pub(crate) fn kunci_kelompok(kelompok: &str) -> &'static str {
    match Kelompok::dari_kunci(kelompok) {
        Some(Kelompok::Pengguna) => "mpp-kel-pengguna",
        Some(Kelompok::Ahli) => "mpp-kel-ahli",
        Some(Kelompok::InstansiTerkait) => "mpp-kel-instansi",
        Some(Kelompok::MasyarakatSipil) => "mpp-kel-sipil",
        Some(Kelompok::Media) => "mpp-kel-media",
        None => "mpp-kel-kementerian",
    }
}
