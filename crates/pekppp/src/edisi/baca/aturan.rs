//! Rules, gaps and hints of an edition file.

use crate::{
    nilai::Nilai,
    rubrik::{Aturan, Celah},
    syarat::{Angka, Rujukan, Syarat, urai},
};
use naskah::{Pembaca, Tabel};

/// Parses a condition; a fault is noted at the key it stands in.
pub(super) fn syarat(p: &mut Pembaca, t: &Tabel, kunci: &str, teks: &str) -> Option<Syarat> {
    urai(teks).map_err(|salah| p.catat(t, kunci, &salah, "syarat seperti \"sp_dibuat = ya\"")).ok()
}

fn syarat_wajib(p: &mut Pembaca, t: &Tabel, kunci: &str) -> Option<Syarat> {
    let teks = p.teks(t, kunci)?;
    syarat(p, t, kunci, &teks)
}

pub(super) fn celah(p: &mut Pembaca, t: &Tabel) -> Option<Celah> {
    let kunci = p.teks(t, "kunci");
    let uraian = p.teks(t, "uraian");
    let jika = syarat_wajib(p, t, "jika");
    Some(Celah { kunci: kunci?, uraian: uraian?, jika: jika? })
}

pub(super) fn aturan(p: &mut Pembaca, t: &Tabel) -> Option<Aturan> {
    let jenis = [("tangga", 0), ("hitung", 1), ("tabel", 2)];
    let Some(jenis) = p.salah_satu(t, "jenis", &jenis) else {
        t.abaikan();
        return None;
    };
    match jenis {
        0 => tangga(p, t),
        1 => hitung(p, t),
        _ => Some(Aturan::Tabel { baris: p.daftar(t, "baris", baris) }),
    }
}

fn tangga(p: &mut Pembaca, t: &Tabel) -> Option<Aturan> {
    let teks = p.daftar_teks(t, "langkah")?;
    let banyak = teks.len();
    let langkah: Vec<Syarat> = teks.iter().filter_map(|s| syarat(p, t, "langkah", s)).collect();
    if banyak != 5 {
        p.catat(t, "langkah", &format!("{banyak} langkah"), "5 langkah, untuk nilai 1 sampai 5");
    }
    Some(Aturan::Tangga { langkah: Box::new(<[Syarat; 5]>::try_from(langkah).ok()?) })
}

fn hitung(p: &mut Pembaca, t: &Tabel) -> Option<Aturan> {
    let nol_jika = match p.teks_opsional(t, "nol_jika").ok()? {
        Some(teks) => Some(Box::new(syarat(p, t, "nol_jika", &teks)?)),
        None => None,
    };
    let bidang = p.teks(t, "bidang");
    let tanpa = p.daftar_teks_opsional(t, "tanpa");
    let batas = p.daftar_bulat(t, "batas")?;
    let naik = batas.is_sorted();
    let batas = <[u32; 5]>::try_from(batas).ok().filter(|_| naik);
    if batas.is_none() {
        p.catat(t, "batas", "batas hitungan", "5 bilangan bulat yang tidak turun, untuk nilai 1 sampai 5");
    }
    let bidang = Rujukan { kode: None, bidang: bidang? };
    Some(Aturan::Hitung { nol_jika, jumlah: Angka::Jumlah { bidang, tanpa: tanpa? }, batas: batas? })
}

fn baris(p: &mut Pembaca, t: &Tabel) -> Option<(Syarat, Nilai)> {
    let jika = syarat_wajib(p, t, "jika");
    let angka = p.bulat(t, "nilai")?;
    let nilai = Nilai::baru(angka).map_err(|salah| p.catat(t, "nilai", &salah.to_string(), "0 sampai 5")).ok();
    Some((jika?, nilai?))
}
