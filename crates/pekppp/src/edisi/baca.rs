//! Reading an edition file: every fault with its line, key path, what is wrong and what is expected.
//!
//! Lives here: the walk through the file, one function per table. Must not live here: the checks over
//! the whole edition (`periksa`), the key-by-key mechanics (crate `naskah`).

mod aturan;
mod isian;
mod kepala;
mod periksa;

use super::{Aspek, Bentuk, Edisi, Indikator};
use crate::{nilai::Bobot, pecahan::Pecahan, rubrik::Aturan};
pub use naskah::Kesalahan;
use naskah::{Pembaca, Tabel};

pub(super) fn baca(teks: &str) -> Result<Edisi, Vec<Kesalahan>> {
    let (mut p, dokumen) = Pembaca::baru(teks);
    let Some(dokumen) = dokumen else {
        return Err(p.salah);
    };
    let akar = Tabel::akar(&dokumen);
    let edisi = baca_edisi(&mut p, &akar);
    p.selesai(&akar);
    let mut salah = periksa::periksa(&edisi, &p);
    salah.append(&mut p.salah);
    salah.sort();
    salah.dedup();
    if salah.is_empty() { Ok(edisi) } else { Err(salah) }
}

/// What could not be read is filled with an empty value after its fault was noted, so that the checks
/// over the whole edition still run and every fault is told at once.
fn baca_edisi(p: &mut Pembaca, akar: &Tabel) -> Edisi {
    let format = p.bulat(akar, "format");
    if format.is_some_and(|f| f != 1) {
        p.catat(akar, "format", "format file tidak dikenal", "1");
    }
    let bentuk = [("A", Bentuk::A), ("B", Bentuk::B)];
    Edisi {
        id: p.teks(akar, "id").unwrap_or_default(),
        nama: p.teks(akar, "nama").unwrap_or_default(),
        bentuk: p.salah_satu(akar, "bentuk", &bentuk).unwrap_or(Bentuk::A),
        keterangan: p.teks(akar, "keterangan").unwrap_or_default(),
        kepastian: p.teks(akar, "kepastian").unwrap_or_default(),
        dasar_hukum: p.daftar_teks(akar, "dasar_hukum").unwrap_or_default(),
        sumber: p.daftar(akar, "sumber", kepala::sumber),
        rumus: p.tabel(akar, "rumus", kepala::rumus).unwrap_or_else(kepala::rumus_kosong),
        f03: p.tabel(akar, "f03", kepala::f03).unwrap_or_else(kepala::f03_kosong),
        kategori: p.daftar(akar, "kategori", kepala::kategori),
        aspek: p.daftar(akar, "aspek", |p, t| Some(baca_aspek(p, t))),
        tambahan: p.daftar_opsional(akar, "tambahan", |p, t| Some(baca_indikator(p, t, false))),
    }
}

fn baca_aspek(p: &mut Pembaca, t: &Tabel) -> Aspek {
    let kunci = p.teks(t, "kunci").unwrap_or_default();
    p.namai(format!("aspek {kunci}"), t);
    Aspek {
        huruf: p.teks(t, "huruf").unwrap_or_default(),
        nama: p.teks(t, "nama").unwrap_or_default(),
        bobot: p.desimal(t, "bobot").and_then(|b| bobot(p, t, &b)).unwrap_or_else(Bobot::nol),
        kepastian_bobot: p.teks(t, "kepastian_bobot").unwrap_or_default(),
        jumlah_bobot_tercetak: p.desimal_opsional(t, "jumlah_bobot_tercetak").ok().flatten(),
        indikator: p.daftar(t, "indikator", |p, t| Some(baca_indikator(p, t, true))),
        kunci,
    }
}

fn bobot(p: &mut Pembaca, t: &Tabel, persen: &Pecahan) -> Option<Bobot> {
    let hasil = Bobot::baru(persen.clone());
    if hasil.is_none() {
        p.catat(t, "bobot", &format!("bobot {persen}"), "persen dari 0 sampai 100");
    }
    hasil
}

fn baca_indikator(p: &mut Pembaca, t: &Tabel, berbobot: bool) -> Indikator {
    let kode = p.teks(t, "kode").unwrap_or_default();
    p.namai(format!("indikator {kode}"), t);
    Indikator {
        nomor: p.bulat(t, "nomor").and_then(|n| u32::try_from(n).ok()).unwrap_or_default(),
        kepastian_kode: p.teks_opsional(t, "kepastian_kode").ok().flatten(),
        prinsip: p.teks(t, "prinsip").unwrap_or_default(),
        nama: p.teks(t, "nama").unwrap_or_default(),
        bobot: if berbobot { baca_bobot(p, t) } else { None },
        kepastian_bobot: p.teks(t, "kepastian_bobot").unwrap_or_default(),
        mengapa: p.teks(t, "mengapa").unwrap_or_default(),
        rubrik: baca_rubrik(p, t),
        kepastian_rubrik: p.teks(t, "kepastian_rubrik").unwrap_or_default(),
        bukti: p.daftar_teks(t, "bukti").unwrap_or_default(),
        kepastian_bukti: p.teks(t, "kepastian_bukti").unwrap_or_default(),
        f03_terkait: p.daftar_teks_opsional(t, "f03_terkait").unwrap_or_default(),
        catatan: p.teks_opsional(t, "catatan").ok().flatten(),
        isian: p.daftar_opsional(t, "isian", isian::bidang),
        celah: p.daftar_opsional(t, "celah", aturan::celah),
        janggal: p.daftar_opsional(t, "janggal", aturan::celah),
        aturan: baca_aturan(p, t).unwrap_or_else(|| Aturan::Tidak { alasan: String::new() }),
        kode,
    }
}

/// Unknown weights are written out (`bobot = "tidak diketahui"`), so that a forgotten one is a fault.
fn baca_bobot(p: &mut Pembaca, t: &Tabel) -> Option<Bobot> {
    if t.adalah_teks("bobot", "tidak diketahui") {
        return None;
    }
    let persen = p.desimal(t, "bobot")?;
    bobot(p, t, &persen)
}

fn baca_rubrik(p: &mut Pembaca, t: &Tabel) -> Option<[String; 6]> {
    if t.adalah_teks("rubrik", "tidak dikumpulkan") {
        return None;
    }
    let tingkat = p.daftar_teks(t, "rubrik")?;
    let banyak = tingkat.len();
    let hasil = <[String; 6]>::try_from(tingkat).ok();
    if hasil.is_none() {
        p.catat(t, "rubrik", &format!("{banyak} tingkat"), "6 tingkat, untuk nilai 0 sampai 5");
    }
    hasil
}

fn baca_aturan(p: &mut Pembaca, t: &Tabel) -> Option<Aturan> {
    if let Some(alasan) = p.teks_opsional(t, "tanpa_aturan").ok()? {
        if t.ada("aturan") {
            p.catat(t, "tanpa_aturan", "ada bersama aturan", "salah satu saja");
        }
        return Some(Aturan::Tidak { alasan });
    }
    p.tabel(t, "aturan", aturan::aturan)
}
