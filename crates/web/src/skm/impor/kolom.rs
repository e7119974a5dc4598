//! Which column of a file is what: questions by key or by number in the order that the person names, the profile, day and
//! suggestion by name. Columns about a person are refused, since the file is kept as it came.

use std::collections::BTreeMap;

use ::skm::{Susunan, Urutan};

use crate::{
    skm::profil::Bidang,
    tabel::{Salah, Tabel},
};

/// Rows among which the header is looked for.
const JUDUL_MAKS: usize = 10;

/// Most columns that a file may have.
pub const KOLOM_MAKS: usize = 256;

/// What the columns of a file mean, by their place.
#[derive(Debug)]
pub struct Kolom {
    /// Row of the header, from 0.
    pub kepala: usize,
    /// One a question, in the order of the form.
    pub pertanyaan: Vec<usize>,
    /// One a byte of the profile.
    pub profil: [Option<usize>; 5],
    pub tanggal: Option<usize>,
    pub saran: Option<usize>,
    /// Headings as they stand in the file.
    pub nama: Vec<String>,
    pub diabaikan: Vec<String>,
}

/// Words in a heading that name a person.
const PRIBADI: [&str; 14] = [
    "nik",
    "ktp",
    "nama",
    "nama_lengkap",
    "nama_responden",
    "telepon",
    "telp",
    "no_telp",
    "hp",
    "no_hp",
    "wa",
    "whatsapp",
    "email",
    "surel",
];

/// `Jenis Kelamin` and `jenis-kelamin` are one heading.
#[must_use]
pub fn rapikan(teks: &str) -> String {
    let kata: Vec<String> = teks.split(|h: char| !h.is_alphanumeric()).filter(|s| !s.is_empty()).map(str::to_lowercase).collect();
    kata.join("_")
}

/// Other headings that people use for a field of the profile.
fn sebutan(kunci: &str) -> &'static [&'static str] {
    match kunci {
        "layanan" => &["jenis_layanan", "pelayanan", "jenis_pelayanan"],
        "jenis_kelamin" => &["jk", "kelamin", "gender", "l_p"],
        "usia" => &["umur", "kelompok_usia", "kelompok_umur"],
        "pendidikan" => &["pendidikan_terakhir"],
        "pekerjaan" => &["profesi"],
        _ => &[],
    }
}

/// Headings of each question, by the way it may be called.
fn nama_pertanyaan(s: &Susunan<'_>, urutan: Option<Urutan>) -> BTreeMap<String, usize> {
    let mut nama = BTreeMap::new();
    let mut ke: BTreeMap<usize, usize> = BTreeMap::new();
    for (no, (u, p)) in s.pertanyaan().iter().enumerate() {
        let unsur = s.unsur()[*u];
        let i = ke.entry(*u).or_default();
        *i += 1;
        nama.insert(rapikan(&p.kunci), no);
        nama.insert(format!("q_{}", rapikan(&p.kunci)), no);
        let nomor = urutan.map(|x| match x {
            Urutan::Peraturan => unsur.urutan_peraturan,
            Urutan::Kuesioner => unsur.urutan_kuesioner,
        });
        if unsur.pertanyaan.len() == 1 {
            nama.insert(rapikan(&unsur.kunci), no);
            nama.insert(rapikan(&unsur.nama), no);
            nama.extend(nomor.map(|n| (format!("u{n}"), no)));
        } else {
            nama.insert(format!("{}_{i}", rapikan(&unsur.kunci)), no);
            nama.extend(nomor.map(|n| (format!("u{n}_{i}"), no)));
        }
    }
    nama
}

/// `u1`, `u4_2`: a number that means nothing without its order.
fn bernomor(nama: &str) -> bool {
    nama.strip_prefix('u').is_some_and(|s| s.starts_with(|h: char| h.is_ascii_digit()) && s.chars().all(|h| h.is_ascii_digit() || h == '_'))
}

/// # Errors
/// When the file has no such columns, some of them twice, or columns about a person; names them.
pub fn kenali(t: &Tabel, s: &Susunan<'_>, bidang: &[Bidang], urutan: Option<Urutan>) -> Result<Kolom, Salah> {
    if t.kolom > KOLOM_MAKS {
        return Err(Salah("skm-impor-banyak-kolom", t.kolom.to_string()));
    }
    let pertanyaan = nama_pertanyaan(s, urutan);
    let dikenal = |b: &Vec<String>| b.iter().map(|n| rapikan(n)).filter(|n| pertanyaan.contains_key(n) || bernomor(n)).count();
    let kepala = (0..t.baris.len().min(JUDUL_MAKS)).max_by_key(|i| (dikenal(&t.baris[*i]), std::cmp::Reverse(*i))).unwrap_or(0);
    let nama = t.baris.get(kepala).cloned().unwrap_or_default();
    let rapi: Vec<String> = nama.iter().map(|n| rapikan(n)).collect();
    if t.baris.is_empty() || dikenal(&nama) == 0 {
        return Err(Salah("skm-impor-tanpa-unsur", String::new()));
    }
    let pribadi = sebut(&nama, &rapi, |n| PRIBADI.contains(&n));
    if !pribadi.is_empty() {
        return Err(Salah("skm-impor-kolom-pribadi", pribadi));
    }
    if urutan.is_none() && rapi.iter().any(|n| bernomor(n)) {
        return Err(Salah("skm-impor-urutan-wajib", String::new()));
    }
    let mut hasil = Kolom { kepala, pertanyaan: Vec::new(), profil: [None; 5], tanggal: None, saran: None, nama, diabaikan: Vec::new() };
    let mut letak: Vec<Option<usize>> = vec![None; s.pertanyaan().len()];
    for (i, n) in rapi.iter().enumerate().filter(|(_, n)| !n.is_empty()) {
        let tempat = if let Some(no) = pertanyaan.get(n) {
            &mut letak[*no]
        } else if let Some(b) = bidang.iter().find(|b| b.kunci == n || rapikan(&b.label) == *n || sebutan(b.kunci).contains(&n.as_str())) {
            &mut hasil.profil[b.dimensi]
        } else if ["tanggal", "hari", "tgl"].contains(&n.as_str()) {
            &mut hasil.tanggal
        } else if ["saran", "komentar", "masukan", "kritik_dan_saran"].contains(&n.as_str()) {
            &mut hasil.saran
        } else {
            hasil.diabaikan.push(hasil.nama[i].clone());
            continue;
        };
        if tempat.replace(i).is_some() {
            return Err(Salah("skm-impor-kolom-ganda", hasil.nama[i].clone()));
        }
    }
    let hilang: Vec<&str> = s.pertanyaan().iter().zip(&letak).filter(|(_, l)| l.is_none()).map(|((_, p), _)| p.kunci.as_str()).collect();
    if !hilang.is_empty() {
        return Err(Salah("skm-impor-kolom-hilang", hilang.join(", ")));
    }
    hasil.pertanyaan = letak.into_iter().flatten().collect();
    Ok(hasil)
}

fn sebut(nama: &[String], rapi: &[String], kena: impl Fn(&str) -> bool) -> String {
    let semua: Vec<&str> = nama.iter().zip(rapi).filter(|(_, r)| kena(r)).map(|(n, _)| n.as_str()).collect();
    semua.join(", ")
}
