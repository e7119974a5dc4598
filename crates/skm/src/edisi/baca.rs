//! Reading an edition of the survey: every fault with its line, key path, what is wrong and what is expected.
//!
//! Lives here: the walk through the file. Must not live here: the checks over the whole edition (`periksa`), the tables
//! around the unsur (`sekitar`), the key-by-key mechanics (crate `naskah`).

mod periksa;
mod sekitar;
mod unsur;

use naskah::{Kesalahan, Pembaca, Tabel};
use pecahan::Pecahan;

use super::{Berlaku, Edisi, Kategori, Penilaian, Skala, Sumber, Varian};

/// Whether the text says of itself that it is an edition of a survey (`jenis = "skm"`), however faulty it is otherwise.
#[must_use]
pub fn adalah_edisi_skm(teks: &str) -> bool {
    let (_, dokumen) = Pembaca::baru(teks);
    match dokumen {
        Some(dokumen) => Tabel::akar(&dokumen).adalah_teks("jenis", "skm"),
        // With syntax faults there is no tree; the line still says what the file was meant to be.
        None => teks.lines().any(|b| b.split('#').next().is_some_and(|b| b.replace(' ', "").trim() == "jenis=\"skm\"")),
    }
}

pub(super) fn baca(teks: &str) -> Result<Edisi, Vec<Kesalahan>> {
    let (mut p, dokumen) = Pembaca::baru(teks);
    let Some(dokumen) = dokumen else {
        return Err(p.salah);
    };
    let akar = Tabel::akar(&dokumen);
    let edisi = baca_edisi(&mut p, &akar);
    p.selesai(&akar);
    let mut salah = p.salah.clone();
    salah.extend(periksa::periksa(&edisi, &p));
    salah.sort();
    salah.dedup();
    if salah.is_empty() { Ok(edisi) } else { Err(salah) }
}

/// What could not be read is filled with an empty value after its fault was noted, so that the checks over the whole
/// edition still run and every fault is told at once.
fn baca_edisi(p: &mut Pembaca, akar: &Tabel) -> Edisi {
    if p.bulat(akar, "format").is_some_and(|f| f != 1) {
        p.catat(akar, "format", "format file tidak dikenal", "1");
    }
    p.salah_satu(akar, "jenis", &[("skm", ())]);
    Edisi {
        id: p.teks(akar, "id").unwrap_or_default(),
        nama: p.teks(akar, "nama").unwrap_or_default(),
        keterangan: p.teks(akar, "keterangan").unwrap_or_default(),
        kepastian: p.teks(akar, "kepastian").unwrap_or_default(),
        ilustrasi: p.ya_tidak(akar, "ilustrasi", false).unwrap_or_default(),
        lama: p.ya_tidak(akar, "lama", false).unwrap_or_default(),
        berlaku: p.tabel(akar, "berlaku", berlaku).unwrap_or(Berlaku { dari: 0, sampai: None }),
        dasar_hukum: p.daftar_teks(akar, "dasar_hukum").unwrap_or_default(),
        sumber: p.daftar(akar, "sumber", sumber),
        skala: p.tabel(akar, "skala", skala).unwrap_or(Skala { min: 1, maks: 4 }),
        penilaian: p.tabel(akar, "penilaian", penilaian).unwrap_or_else(penilaian_kosong),
        kategori: p.daftar(akar, "kategori", kategori),
        unsur: p.daftar(akar, "unsur", |p, t| Some(unsur::unsur(p, t))),
        profil: p.daftar_opsional(akar, "profil", |p, t| Some(unsur::profil(p, t))),
        sampel: p.tabel(akar, "sampel", sekitar::sampel).unwrap_or_else(sekitar::sampel_kosong),
        laporan: p.tabel(akar, "laporan", sekitar::laporan).unwrap_or_else(sekitar::laporan_kosong),
        publikasi: p.tabel(akar, "publikasi", sekitar::publikasi).unwrap_or_else(sekitar::publikasi_kosong),
        tindak_lanjut: p.tabel(akar, "tindak_lanjut", sekitar::tindak_lanjut).unwrap_or_else(sekitar::tindak_lanjut_kosong),
    }
}

fn berlaku(p: &mut Pembaca, t: &Tabel) -> Option<Berlaku> {
    let dari = p.bulat(t, "dari");
    let sampai = p.bulat_opsional(t, "sampai").ok().flatten();
    Some(Berlaku { dari: dari?, sampai })
}

fn sumber(p: &mut Pembaca, t: &Tabel) -> Option<Sumber> {
    let id = p.teks(t, "id");
    let rujukan = p.teks(t, "rujukan");
    let isi = p.teks(t, "isi");
    let kepastian = p.teks(t, "kepastian");
    Some(Sumber { id: id?, rujukan: rujukan?, isi: isi?, kepastian: kepastian? })
}

fn skala(p: &mut Pembaca, t: &Tabel) -> Option<Skala> {
    let min = p.bulat(t, "min");
    let maks = p.bulat(t, "maks");
    let (min, maks) = (min?, maks?);
    if min < 0 || min >= maks || maks > 10 {
        p.catat(t, "min", &format!("{min} sampai {maks}"), "0 <= min < maks <= 10");
        return None;
    }
    Some(Skala { min: u8::try_from(min).ok()?, maks: u8::try_from(maks).ok()? })
}

fn penilaian(p: &mut Pembaca, t: &Tabel) -> Option<Penilaian> {
    // The only weight there is: a perfect score must give 100.00.
    p.salah_satu(t, "bobot", &[("1/k", ())]);
    let nrr_desimal = desimal(p, t, "nrr_desimal");
    let ikm_desimal = desimal(p, t, "ikm_desimal");
    let faktor = p.desimal(t, "faktor");
    let kepastian = p.teks(t, "kepastian");
    let varian = p.daftar_opsional(t, "varian", varian);
    Some(Penilaian { nrr_desimal: nrr_desimal?, ikm_desimal: ikm_desimal?, faktor: faktor?, kepastian: kepastian?, varian })
}

fn desimal(p: &mut Pembaca, t: &Tabel, kunci: &str) -> Option<u32> {
    let n = p.bulat(t, kunci)?;
    if !(0..=6).contains(&n) {
        p.catat(t, kunci, &n.to_string(), "banyaknya desimal, 0 sampai 6");
    }
    u32::try_from(n).ok().filter(|n| *n <= 6)
}

fn varian(p: &mut Pembaca, t: &Tabel) -> Option<Varian> {
    let kunci = p.teks(t, "kunci");
    let desimal = desimal(p, t, "desimal");
    let keterangan = p.teks(t, "keterangan");
    let kepastian = p.teks(t, "kepastian");
    if let Some(kunci) = &kunci {
        p.namai(format!("varian {kunci}"), t);
    }
    Some(Varian { kunci: kunci?, desimal: desimal?, keterangan: keterangan?, kepastian: kepastian? })
}

/// Stands in for a part that could not be read; the checks over the whole skip it.
fn penilaian_kosong() -> Penilaian {
    Penilaian { nrr_desimal: 3, ikm_desimal: 2, faktor: Pecahan::nol(), kepastian: String::new(), varian: Vec::new() }
}

fn kategori(p: &mut Pembaca, t: &Tabel) -> Option<Kategori> {
    let mutu = p.teks(t, "mutu");
    let kinerja = p.teks(t, "kinerja");
    let interval = (p.desimal(t, "interval_dari"), p.desimal(t, "interval_sampai"));
    let konversi = (p.desimal(t, "konversi_dari"), p.desimal(t, "konversi_sampai"));
    let kepastian = p.teks(t, "kepastian");
    if let Some(mutu) = &mutu {
        p.namai(format!("kategori {mutu}"), t);
    }
    Some(Kategori {
        mutu: mutu?,
        kinerja: kinerja?,
        interval_dari: interval.0?,
        interval_sampai: interval.1?,
        konversi_dari: konversi.0?,
        konversi_sampai: konversi.1?,
        kepastian: kepastian?,
    })
}
