//! The form of a draft: name, what it is for, the fourteen components, place and hours.

use askama::Template;
use store::layanan::{Isi, KOMPONEN, Layanan, TAMBAHAN, TEKS_MAKS};

use super::kunci_komponen;
use crate::{bentrok::Bentrok, formulir::Formulir, komponen::Opsi, konteks::Konteks};

/// Name of a field and its label.
pub struct Medan {
    pub kunci: &'static str,
    pub label: &'static str,
}

#[derive(Template)]
#[template(path = "layanan/isian.html")]
pub struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    /// `None` for a new one.
    layanan: Option<&'a Layanan>,
    /// Units to choose from, for a new one.
    unit: Vec<Opsi>,
    /// The draft begins with what is in force.
    pembaruan: bool,
    publik: Vec<Medan>,
    dalam: Vec<Medan>,
    pub bentrok: Option<Bentrok>,
}

impl<'a> Halaman<'a> {
    pub fn baru(k: &'a Konteks, f: Formulir, layanan: Option<&'a Layanan>, unit: Vec<Opsi>) -> Self {
        let medan = |publik: bool| {
            let dari = KOMPONEN.iter().filter(move |x| x.publik == publik);
            dari.map(|x| Medan { kunci: x.kunci, label: kunci_komponen(x.kunci) }).collect()
        };
        let pembaruan = layanan.is_some() && f.nilai("versi") == "0";
        Self { k, f, layanan, unit, pembaruan, publik: medan(true), dalam: medan(false), bentrok: None }
    }
}

fn medan() -> impl Iterator<Item = &'static str> {
    KOMPONEN.iter().map(|k| k.kunci).chain(TAMBAHAN)
}

/// The form filled from what is stored.
pub fn tersimpan(isi: &Isi, versi: i64) -> Formulir {
    let mut f = Formulir::isi([("versi", versi.to_string()), ("nama", isi.nama.clone()), ("ringkas", isi.ringkas.clone())]);
    f.taruh("hari_kerja", isi.hari_kerja.map(|n| n.to_string()).unwrap_or_default());
    for m in medan() {
        f.taruh(m, isi.teks(m));
    }
    f
}

/// What was typed; faults stay in the form.
pub fn urai(f: &mut Formulir) -> Option<Isi> {
    let nama = f.wajib("nama", "layanan-nama-wajib");
    f.batasi("nama", 200);
    f.batasi("ringkas", 300);
    let hari_kerja = f.urai_opsional::<i64>("hari_kerja", "layanan-hari-kerja-salah");
    if hari_kerja.is_some_and(|n| !(1..=365).contains(&n)) {
        f.salahkan("hari_kerja", "layanan-hari-kerja-salah");
    }
    let janji = hari_kerja_dalam(f.nilai("jangka-waktu"));
    if let (Some(n), Some(lain)) = (hari_kerja, janji.last())
        && !janji.contains(&n)
    {
        f.salahkan_dengan("hari_kerja", "layanan-hari-kerja-beda", vec![("hari", lain.to_string())]);
    }
    for m in medan() {
        f.batasi(m, TEKS_MAKS);
    }
    let rapi = |m: &str| f.nilai(m).replace("\r\n", "\n").trim().to_owned();
    let teks = medan().map(|m| (m.to_owned(), rapi(m))).filter(|(_, t)| !t.is_empty()).collect();
    let isi = Isi { nama: nama?, ringkas: rapi("ringkas"), teks, hari_kerja };
    f.sah().then_some(isi)
}

/// Working days that a text names ("3 hari kerja", "1-3 (tiga) hari kerja"), in its order.
fn hari_kerja_dalam(teks: &str) -> Vec<i64> {
    let kata: Vec<&str> = teks.split_whitespace().filter(|k| !(k.starts_with('(') && k.contains(')'))).collect();
    let hari = |w: &[&str]| w[1].eq_ignore_ascii_case("hari") && w[2].get(..5).is_some_and(|k| k.eq_ignore_ascii_case("kerja"));
    let angka = |w: &[&str]| w[0].split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect::<Vec<i64>>();
    kata.windows(3).filter(|w| hari(w)).flat_map(angka).collect()
}

#[cfg(test)]
mod tests {
    use super::hari_kerja_dalam;

    #[test]
    fn working_days_that_a_text_names() {
        for (teks, harap) in [
            ("3 hari kerja", vec![3]),
            ("Paling lama 5 (lima) Hari Kerja sejak berkas lengkap.", vec![5]),
            ("1-3 hari kerja; perpanjangan 1 hari kerja", vec![1, 3, 1]),
            ("Baru 10 hari kerja, hilang 14 hari kalender", vec![10]),
            ("Tiga hari kerja", vec![]),
            ("30 menit", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(hari_kerja_dalam(teks), harap, "{teks}");
        }
    }
}
