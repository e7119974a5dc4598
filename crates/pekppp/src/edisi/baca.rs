//! Reading an edition file: every fault with its line, key path, what is wrong and what is expected.
//!
//! Lives here: the walk through the file, one function per table. Must not live here: the checks over
//! the whole edition (`periksa`), the key-by-key mechanics (`tabel`).

mod aturan;
mod isian;
mod kepala;
mod periksa;
mod tabel;

use std::fmt;

use serde::Serialize;

use self::tabel::{Pembaca, Tabel};
use super::{Aspek, Edisi, Indikator};
use crate::{nilai::Bobot, pecahan::Pecahan, rubrik::Aturan};

/// One fault of an edition file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Kesalahan {
    /// Line in the file, from 1.
    pub baris: usize,
    /// Key path, counted from 1 as a reader counts: `aspek[1].indikator[3].bobot`.
    pub kunci: String,
    pub salah: String,
    pub harap: String,
}

impl fmt::Display for Kesalahan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "baris {}: {}: {}; diharapkan {}", self.baris, self.kunci, self.salah, self.harap)
    }
}

pub(super) fn baca(teks: &str) -> Result<Edisi, Vec<Kesalahan>> {
    let (mut p, dokumen) = Pembaca::baru(teks);
    let hasil = dokumen.as_ref().and_then(|d| {
        let akar = Tabel::akar(d);
        let edisi = baca_edisi(&mut p, &akar);
        p.selesai(&akar);
        edisi
    });
    let mut salah = p.salah;
    if let Some(edisi) = hasil.as_ref() {
        salah.extend(periksa::periksa(edisi, &p.letak));
    }
    salah.sort();
    salah.dedup();
    match hasil {
        Some(edisi) if salah.is_empty() => Ok(edisi),
        _ => Err(salah),
    }
}

/// `None` only when a part is so broken that the whole cannot be put together; faults are in `p`.
fn baca_edisi(p: &mut Pembaca, akar: &Tabel) -> Option<Edisi> {
    let format = p.bulat(akar, "format");
    if format.is_some_and(|f| f != 1) {
        p.catat(akar, "format", "format file tidak dikenal", "1");
    }
    let id = p.teks(akar, "id");
    let nama = p.teks(akar, "nama");
    let bentuk = p.salah_satu(akar, "bentuk", &[("A", super::Bentuk::A), ("B", super::Bentuk::B)]);
    let keterangan = p.teks(akar, "keterangan");
    let kepastian = p.teks(akar, "kepastian");
    let dasar_hukum = p.daftar_teks(akar, "dasar_hukum");
    let sumber = p.daftar(akar, "sumber", kepala::sumber);
    let rumus = p.tabel(akar, "rumus", kepala::rumus);
    let f03 = p.tabel(akar, "f03", kepala::f03);
    let kategori = p.daftar(akar, "kategori", kepala::kategori);
    let aspek = p.daftar(akar, "aspek", baca_aspek);
    let tambahan = p.daftar_opsional(akar, "tambahan", |p, t| baca_indikator(p, t, false));
    Some(Edisi {
        id: id?,
        nama: nama?,
        bentuk: bentuk?,
        keterangan: keterangan?,
        kepastian: kepastian?,
        dasar_hukum: dasar_hukum?,
        sumber: sumber?,
        rumus: rumus?,
        f03: f03?,
        kategori: kategori?,
        aspek: aspek?,
        tambahan: tambahan?,
    })
}

fn baca_aspek(p: &mut Pembaca, t: &Tabel) -> Option<Aspek> {
    let kunci = p.teks(t, "kunci");
    let huruf = p.teks(t, "huruf");
    let nama = p.teks(t, "nama");
    let bobot = p.desimal(t, "bobot").and_then(|b| bobot(p, t, b));
    let kepastian_bobot = p.teks(t, "kepastian_bobot");
    let jumlah_bobot_tercetak = p.desimal_opsional(t, "jumlah_bobot_tercetak");
    let indikator = p.daftar(t, "indikator", |p, t| baca_indikator(p, t, true));
    if let Some(kunci) = &kunci {
        p.letakkan(format!("aspek {kunci}"), t);
    }
    Some(Aspek {
        kunci: kunci?,
        huruf: huruf?,
        nama: nama?,
        bobot: bobot?,
        kepastian_bobot: kepastian_bobot?,
        jumlah_bobot_tercetak: jumlah_bobot_tercetak?,
        indikator: indikator?,
    })
}

fn bobot(p: &mut Pembaca, t: &Tabel, persen: Pecahan) -> Option<Bobot> {
    let hasil = Bobot::baru(persen.clone());
    if hasil.is_none() {
        p.catat(t, "bobot", &format!("bobot {persen}"), "persen dari 0 sampai 100");
    }
    hasil
}

fn baca_indikator(p: &mut Pembaca, t: &Tabel, berbobot: bool) -> Option<Indikator> {
    let nomor = p.bulat(t, "nomor");
    let kode = p.teks(t, "kode");
    let kepastian_kode = p.teks_opsional(t, "kepastian_kode");
    let prinsip = p.teks(t, "prinsip");
    let nama = p.teks(t, "nama");
    let bobot = if berbobot { baca_bobot(p, t) } else { Some(None) };
    let kepastian_bobot = p.teks(t, "kepastian_bobot");
    let mengapa = p.teks(t, "mengapa");
    let rubrik = baca_rubrik(p, t);
    let kepastian_rubrik = p.teks(t, "kepastian_rubrik");
    let bukti = p.daftar_teks(t, "bukti");
    let kepastian_bukti = p.teks(t, "kepastian_bukti");
    let f03_terkait = p.daftar_teks_opsional(t, "f03_terkait");
    let catatan = p.teks_opsional(t, "catatan");
    let isian = p.daftar_opsional(t, "isian", isian::bidang);
    let celah = p.daftar_opsional(t, "celah", aturan::celah);
    let janggal = p.daftar_opsional(t, "janggal", aturan::celah);
    let aturan = baca_aturan(p, t);
    if let Some(kode) = &kode {
        p.letakkan(format!("indikator {kode}"), t);
    }
    Some(Indikator {
        nomor: u32::try_from(nomor?).ok()?,
        kode: kode?,
        kepastian_kode: kepastian_kode?,
        prinsip: prinsip?,
        nama: nama?,
        bobot: bobot?,
        kepastian_bobot: kepastian_bobot?,
        mengapa: mengapa?,
        rubrik: rubrik?,
        kepastian_rubrik: kepastian_rubrik?,
        bukti: bukti?,
        kepastian_bukti: kepastian_bukti?,
        f03_terkait: f03_terkait?,
        catatan: catatan?,
        isian: isian?,
        celah: celah?,
        janggal: janggal?,
        aturan: aturan?,
    })
}

/// Unknown weights are written out (`bobot = "tidak diketahui"`), so that a forgotten one is a fault.
fn baca_bobot(p: &mut Pembaca, t: &Tabel) -> Option<Option<Bobot>> {
    if t.adalah_teks("bobot", "tidak diketahui") {
        return Some(None);
    }
    let persen = p.desimal(t, "bobot")?;
    bobot(p, t, persen).map(Some)
}

fn baca_rubrik(p: &mut Pembaca, t: &Tabel) -> Option<Option<[String; 6]>> {
    if t.adalah_teks("rubrik", "tidak dikumpulkan") {
        return Some(None);
    }
    let tingkat = p.daftar_teks(t, "rubrik")?;
    let banyak = tingkat.len();
    let hasil = <[String; 6]>::try_from(tingkat).ok();
    if hasil.is_none() {
        p.catat(t, "rubrik", &format!("{banyak} tingkat"), "6 tingkat, untuk nilai 0 sampai 5");
    }
    hasil.map(Some)
}

fn baca_aturan(p: &mut Pembaca, t: &Tabel) -> Option<Aturan> {
    if let Some(alasan) = p.teks_opsional(t, "tanpa_aturan")? {
        if t.ada("aturan") {
            p.catat(t, "tanpa_aturan", "ada bersama aturan", "salah satu saja");
        }
        return Some(Aturan::Tidak { alasan });
    }
    p.tabel(t, "aturan", aturan::aturan)
}
