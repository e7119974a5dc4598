//! The parts of an edition file around the unsur: sample table, report, publication, follow-up.
//! An `…_kosong` value stands in for a part that could not be read, after its faults were noted.

use naskah::{Pembaca, Tabel};
use pecahan::Pecahan;

use crate::edisi::{BagianLaporan, Jangka, Laporan, Publikasi, TabelSampel, TindakLanjut};

pub(super) fn sampel(p: &mut Pembaca, t: &Tabel) -> Option<TabelSampel> {
    let nama = p.teks(t, "nama");
    let lambda2 = p.desimal(t, "lambda2");
    let bagian = p.desimal(t, "p");
    let d = p.desimal(t, "d");
    let tabel = p.daftar_pasangan(t, "tabel");
    let minimum_lama = p.bulat_opsional(t, "minimum_lama").ok().flatten();
    let kepastian = p.teks(t, "kepastian");
    Some(TabelSampel { nama: nama?, lambda2: lambda2?, p: bagian?, d: d?, tabel: tabel?, minimum_lama, kepastian: kepastian? })
}

pub(super) fn sampel_kosong() -> TabelSampel {
    let setengah = Pecahan::baru(1, 2).unwrap_or_else(Pecahan::nol);
    TabelSampel {
        nama: String::new(),
        lambda2: Pecahan::bulat(1),
        p: setengah.clone(),
        d: setengah,
        tabel: Vec::new(),
        minimum_lama: None,
        kepastian: String::new(),
    }
}

pub(super) fn laporan(p: &mut Pembaca, t: &Tabel) -> Option<Laporan> {
    let kepastian = p.teks(t, "kepastian");
    let bagian = p.daftar(t, "bagian", |p, t| {
        let kunci = p.teks(t, "kunci");
        let judul = p.teks(t, "judul");
        let isi = p.daftar_teks(t, "isi");
        Some(BagianLaporan { kunci: kunci?, judul: judul?, isi: isi? })
    });
    Some(Laporan { kepastian: kepastian?, bagian })
}

pub(super) fn laporan_kosong() -> Laporan {
    Laporan { kepastian: String::new(), bagian: Vec::new() }
}

pub(super) fn publikasi(p: &mut Pembaca, t: &Tabel) -> Option<Publikasi> {
    let isi = p.daftar_teks(t, "isi");
    let saluran = p.daftar_teks(t, "saluran");
    let kepastian = p.teks(t, "kepastian");
    Some(Publikasi { isi: isi?, saluran: saluran?, kepastian: kepastian? })
}

pub(super) fn publikasi_kosong() -> Publikasi {
    Publikasi { isi: Vec::new(), saluran: Vec::new(), kepastian: String::new() }
}

pub(super) fn tindak_lanjut(p: &mut Pembaca, t: &Tabel) -> Option<TindakLanjut> {
    let terendah = p.bulat(t, "unsur_terendah");
    let kolom = p.daftar_teks(t, "kolom");
    let jangka = p.daftar(t, "jangka", |p, t| {
        let kunci = p.teks(t, "kunci");
        let nama = p.teks(t, "nama");
        let dari = p.bulat(t, "dari_bulan");
        let sampai = p.bulat_opsional(t, "sampai_bulan").ok().flatten();
        Some(Jangka {
            kunci: kunci?,
            nama: nama?,
            dari_bulan: u32::try_from(dari?).ok()?,
            sampai_bulan: sampai.and_then(|s| u32::try_from(s).ok()),
        })
    });
    let kepastian = p.teks(t, "kepastian");
    Some(TindakLanjut { unsur_terendah: u32::try_from(terendah?).ok()?, kolom: kolom?, jangka, kepastian: kepastian? })
}

pub(super) fn tindak_lanjut_kosong() -> TindakLanjut {
    TindakLanjut { unsur_terendah: 3, kolom: Vec::new(), jangka: Vec::new(), kepastian: String::new() }
}
