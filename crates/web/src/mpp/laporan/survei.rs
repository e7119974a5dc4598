//! The surveys of a report as tables of texts: rounds with their index, services within them, means by unsur.

use store::{
    kinerja::{KeadaanSurvei, Nilai, Survei},
    skm::agregat::LANTAI,
};

use super::tabel::{Petak, Tabel};
use crate::konteks::Konteks;

/// Rounds beside each other in the table of means: the newest with figures.
const SEBARIS: usize = 3;

/// Rounds, services and means; the last two only where they say something. `gerai`: names of the mall's gerai.
pub fn tabel(k: &Konteks, semua: &[Survei], gerai: &[&str]) -> Vec<Tabel> {
    let lain = [layanan(k, semua, gerai), unsur(k, semua)].into_iter().filter(|t| !t.baris.is_empty());
    std::iter::once(putaran(k, semua)).chain(lain).collect()
}

/// `angka`: how many columns hold figures; those after them hold words.
fn buat(k: &Konteks, (kunci, judul): (&'static str, &str), angka: usize, kolom: Vec<String>, baris: Vec<Vec<String>>) -> Tabel {
    let baris = baris.into_iter().map(|b| b.into_iter().map(Petak::from).collect()).collect();
    Tabel { kunci, judul: k.s(judul), kosong: k.s("kinerja-survei-kosong"), kolom, baris, lama: &[], kata_dari: angka + 1 }
}

/// `SKM Semester II 2026, 1 Juli 2026 – 31 Desember 2026`.
fn nama(k: &Konteks, s: &Survei) -> String {
    format!("{}, {} – {}", s.nama, k.hari(&s.mulai), k.hari(&s.sampai))
}

/// Index and class, or why there are none; `lindung`: why there are none where the answers would be enough.
fn angka(k: &Konteks, n: &Nilai, lindung: &str) -> [String; 2] {
    let cukup = i64::try_from(n.n).is_ok_and(|n| n >= LANTAI);
    match &n.hasil {
        Some(h) => [k.angka(h.ikm.tampil(2)), format!("{} ({})", h.mutu, h.kinerja)],
        None => ["–".to_owned(), k.s(if cukup { lindung } else { "kinerja-survei-kurang" })],
    }
}

fn putaran(k: &Konteks, semua: &[Survei]) -> Tabel {
    let baris = semua.iter().map(|s| {
        let [ikm, mutu] = angka(k, &s.semua, "kinerja-survei-berjalan");
        let keadaan = k.s(match s.keadaan {
            KeadaanSurvei::Terbit => "kinerja-survei-terbit",
            KeadaanSurvei::Selesai => "kinerja-survei-selesai",
            KeadaanSurvei::Berjalan => "kinerja-survei-sedang",
        });
        vec![nama(k, s), s.semua.n.to_string(), ikm, mutu, s.unit.clone(), keadaan]
    });
    let kolom = [
        "kinerja-survei-putaran",
        "kinerja-survei-jawaban",
        "kinerja-survei-ikm",
        "kinerja-survei-mutu",
        "kinerja-survei-unit",
        "kinerja-survei-keadaan",
    ];
    buat(k, ("survei", "kinerja-per-survei"), 2, kolom.map(|x| k.s(x)).into(), baris.collect())
}

/// Whether what a round lists are organisations of the mall rather than services: most of it, for there is often an "other".
fn menurut_gerai(daftar: &[&str], gerai: &[&str]) -> bool {
    daftar.iter().filter(|n| gerai.contains(n)).count() * 2 > daftar.len()
}

/// Services, or gerai, as the mall's own rounds name them.
fn layanan(k: &Konteks, semua: &[Survei], gerai: &[&str]) -> Tabel {
    let satu = |s: &Survei, (layanan, n): &(String, Nilai)| {
        let [ikm, mutu] = angka(k, n, "kinerja-survei-lindung");
        vec![layanan.clone(), n.n.to_string(), ikm, mutu, s.nama.clone()]
    };
    let baris = semua.iter().filter(|s| s.milik_mal).flat_map(|s| s.layanan.iter().map(move |l| satu(s, l)));
    let daftar: Vec<&str> = semua.iter().filter(|s| s.milik_mal).flat_map(|s| &s.layanan).map(|(nama, _)| nama.as_str()).collect();
    let (judul, pertama) = if menurut_gerai(&daftar, gerai) {
        ("kinerja-per-survei-gerai", "kinerja-gerai-satu")
    } else {
        ("kinerja-per-survei-layanan", "kinerja-layanan-satu")
    };
    let kolom = [pertama, "kinerja-survei-jawaban", "kinerja-survei-ikm", "kinerja-survei-mutu", "kinerja-survei-putaran"];
    buat(k, ("survei-layanan", judul), 2, kolom.map(|x| k.s(x)).into(), baris.collect())
}

/// Mean of each unsur on the scale of the answers (NRR), for the mall's own rounds.
fn unsur(k: &Konteks, semua: &[Survei]) -> Tabel {
    let putaran: Vec<&Survei> = semua.iter().filter(|s| s.milik_mal && s.semua.hasil.is_some()).take(SEBARIS).collect();
    let nrr = |s: &Survei, kunci: &str| {
        let u = s.semua.hasil.as_ref().and_then(|h| h.cari(kunci));
        u.map_or_else(|| "–".to_owned(), |u| k.angka(u.nrr.tampil(3)))
    };
    let baris = putaran.first().map_or(&[][..], |s| &s.unsur).iter().map(|(kunci, nama)| {
        let nilai = putaran.iter().map(|s| nrr(s, kunci));
        std::iter::once(nama.clone()).chain(nilai).collect()
    });
    let kolom = std::iter::once(k.s("kinerja-survei-unsur")).chain(putaran.iter().map(|s| s.nama.clone())).collect();
    buat(k, ("survei_unsur", "kinerja-per-survei-unsur"), SEBARIS, kolom, baris.collect())
}

#[cfg(test)]
mod tests {
    use super::menurut_gerai;

    #[test]
    fn a_round_that_asks_by_organisation_is_told_from_one_that_asks_by_service() {
        let gerai = ["Kantor Imigrasi", "BPJS Kesehatan", "Dinas Tenaga Kerja"];
        assert!(menurut_gerai(&["Kantor Imigrasi", "BPJS Kesehatan", "Lainnya"], &gerai));
        assert!(!menurut_gerai(&["Paspor baru", "Kantor Imigrasi"], &gerai));
        assert!(!menurut_gerai(&[], &gerai));
    }
}
