//! Unsur, questions and profile fields of an edition file.

use naskah::{Pembaca, Tabel};

use crate::edisi::{BidangProfil, JenisProfil, OpsiProfil, Pertanyaan, Terjemahan, Unsur};

pub(super) fn unsur(p: &mut Pembaca, t: &Tabel) -> Unsur {
    let kunci = p.teks(t, "kunci").unwrap_or_default();
    p.namai(format!("unsur {kunci}"), t);
    Unsur {
        nama: p.teks(t, "nama").unwrap_or_default(),
        urutan_peraturan: angka(p, t, "urutan_peraturan"),
        urutan_kuesioner: angka(p, t, "urutan_kuesioner"),
        arti: p.teks(t, "arti").unwrap_or_default(),
        boleh_ditiadakan: p.teks_opsional(t, "boleh_ditiadakan").ok().flatten(),
        catatan: p.teks_opsional(t, "catatan").ok().flatten(),
        kepastian: p.teks(t, "kepastian").unwrap_or_default(),
        pertanyaan: p.daftar(t, "pertanyaan", |p, t| Some(pertanyaan(p, t))),
        kunci,
    }
}

/// A place in an order; what is no place is 0, which the check of the orders refuses.
fn angka(p: &mut Pembaca, t: &Tabel, kunci: &str) -> u32 {
    p.bulat(t, kunci).and_then(|n| u32::try_from(n).ok()).unwrap_or_default()
}

fn pertanyaan(p: &mut Pembaca, t: &Tabel) -> Pertanyaan {
    let kunci = p.teks(t, "kunci").unwrap_or_default();
    p.namai(format!("pertanyaan {kunci}"), t);
    Pertanyaan {
        teks: p.teks(t, "teks").unwrap_or_default(),
        jawaban: p.daftar_teks(t, "jawaban").unwrap_or_default(),
        terjemahan: p.daftar_opsional(t, "terjemahan", |p, t| Some(terjemahan(p, t))),
        kunci,
    }
}

fn terjemahan(p: &mut Pembaca, t: &Tabel) -> Terjemahan {
    Terjemahan {
        bahasa: p.teks(t, "bahasa").unwrap_or_default(),
        teks: p.teks(t, "teks").unwrap_or_default(),
        jawaban: p.daftar_teks(t, "jawaban").unwrap_or_default(),
        kepastian: p.teks(t, "kepastian").unwrap_or_default(),
    }
}

pub(super) fn profil(p: &mut Pembaca, t: &Tabel) -> BidangProfil {
    let kunci = p.teks(t, "kunci").unwrap_or_default();
    p.namai(format!("profil {kunci}"), t);
    let jenis = [("pilihan", JenisProfil::Pilihan), ("usia", JenisProfil::Usia), ("layanan", JenisProfil::Layanan)];
    BidangProfil {
        label: p.teks(t, "label").unwrap_or_default(),
        wajib: p.ya_tidak(t, "wajib", false).unwrap_or_default(),
        jenis: p.salah_satu(t, "jenis", &jenis).unwrap_or(JenisProfil::Pilihan),
        opsi: p.daftar_opsional(t, "opsi", |p, t| Some(opsi(p, t))),
        catatan: p.teks_opsional(t, "catatan").ok().flatten(),
        kepastian: p.teks(t, "kepastian").unwrap_or_default(),
        kunci,
    }
}

fn opsi(p: &mut Pembaca, t: &Tabel) -> OpsiProfil {
    let usia = |p: &mut Pembaca, kunci: &str| {
        let n = p.bulat_opsional(t, kunci).ok().flatten()?;
        let tahun = u32::try_from(n).ok().filter(|n| *n <= 150);
        if tahun.is_none() {
            p.catat(t, kunci, &n.to_string(), "usia dalam tahun, 0 sampai 150");
        }
        tahun
    };
    let mut terjemahan = Vec::new();
    for bahasa in ["en", "jv", "su"] {
        if let Ok(Some(label)) = p.teks_opsional(t, bahasa) {
            terjemahan.push((bahasa.to_owned(), label));
        }
    }
    OpsiProfil {
        kunci: p.teks(t, "kunci").unwrap_or_default(),
        label: p.teks(t, "label").unwrap_or_default(),
        tambahan: p.ya_tidak(t, "tambahan", false).unwrap_or_default(),
        dari: usia(p, "dari"),
        sampai: usia(p, "sampai"),
        terjemahan,
    }
}
