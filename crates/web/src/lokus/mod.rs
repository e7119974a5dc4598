//! One unit lokus in one period: its page with the chain of steps, and a folder for each step.

pub mod berita_acara;
pub mod bukti;
pub mod f01;
pub mod f02;
pub mod f03;
pub mod hak_jawab;
pub mod hasil;
pub mod jadwal;
pub mod kondisi_terkini;
pub mod langsung;
pub mod lanjutan;
pub mod lhe;
mod nomor;
pub mod pemantauan;
pub mod penyampaian;
pub(crate) mod perhatian;
pub mod perpanjangan;
pub mod pra_evaluasi;
pub mod rekomendasi;
pub mod ringkasan;
mod tanpa_nilai;
pub mod tindak_lanjut;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    ringkasan::rute(d);
    langsung::rute(d);
    f01::rute(d);
    bukti::rute(d);
    f02::rute(d);
    f03::rute(d);
    pra_evaluasi::rute(d);
    kondisi_terkini::rute(d);
    hak_jawab::rute(d);
    berita_acara::rute(d);
    hasil::rute(d);
    lhe::rute(d);
    rekomendasi::rute(d);
    tindak_lanjut::rute(d);
    pemantauan::rute(d);
    penyampaian::rute(d);
    jadwal::rute(d);
    perpanjangan::rute(d);
}
