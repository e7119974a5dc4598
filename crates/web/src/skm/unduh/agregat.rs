//! The totals of a round as files: figures, unsur, profile. Officers and anyone (for published rounds) get the same form.

use dokumen::{
    Angka,
    csv::GayaCsv,
    parquet::{Jenis, tabel_parquet},
    tabel_csv,
    xlsx::{Kolom, LembarTabel, Sel, buku_xlsx},
};
use serde_json::{Value, json};
use store::skm::{RondeSkm, terbit::IsiTerbit};

use crate::{error::Hasil, konteks::Konteks, skm::sajian::Sajian};

/// What the file is about.
pub struct Asal {
    pub kode: String,
    pub nama: String,
    pub unit: String,
    pub unit_kode: String,
    pub instansi: String,
    pub mulai: String,
    pub sampai: String,
    pub edisi: String,
    pub ilustrasi: bool,
}

impl Asal {
    #[must_use]
    pub fn dari_ronde(r: &RondeSkm) -> Self {
        Self {
            kode: r.kode.clone(),
            nama: r.nama.clone(),
            unit: r.unit.clone(),
            unit_kode: r.unit_kode.clone(),
            instansi: r.instansi.clone(),
            mulai: r.mulai.clone(),
            sampai: r.akhir(),
            edisi: r.edisi.clone(),
            ilustrasi: r.ilustrasi,
        }
    }

    #[must_use]
    pub fn dari_terbitan(t: &IsiTerbit) -> Self {
        Self {
            kode: t.kode.clone(),
            nama: t.nama.clone(),
            unit: t.unit.clone(),
            unit_kode: t.unit_kode.clone(),
            instansi: t.instansi.clone(),
            mulai: t.mulai.clone(),
            sampai: t.sampai.clone(),
            edisi: t.edisi.clone(),
            ilustrasi: t.ilustrasi,
        }
    }
}

/// One row a figure, so that files of many rounds can be put under one another.
const KOLOM: [&str; 15] = [
    "ronde",
    "unit",
    "kode_unit",
    "instansi",
    "mulai",
    "sampai",
    "bagian",
    "kunci",
    "nama",
    "responden",
    "nilai",
    "mutu",
    "selang_bawah",
    "selang_atas",
    "ilustrasi",
];

/// A row: part (`ikm`, `unsur`, or a field of the profile), key, name, respondents, figure, class, interval.
struct Baris {
    bagian: &'static str,
    kunci: String,
    nama: String,
    n: String,
    nilai: String,
    mutu: String,
    rentang: (String, String),
}

fn baris(j: &Sajian<'_>) -> Vec<Baris> {
    let mut hasil = Vec::new();
    let n = j.n().to_string();
    let (mut ikm, mut mutu, mut rentang) = (String::new(), String::new(), Default::default());
    if let Some(a) = &j.angka {
        (ikm, mutu) = (a.hasil.ikm.tampil(2), a.hasil.mutu.clone());
        rentang = a.rentang().map(|(a, b)| (a.tampil(2), b.tampil(2))).unwrap_or_default();
    }
    hasil.push(Baris { bagian: "ikm", kunci: "ikm".into(), nama: "IKM".into(), n: n.clone(), nilai: ikm, mutu, rentang });
    for (u, asal) in j.unsur.iter().zip(j.angka.iter().flat_map(|a| &a.hasil.unsur)) {
        let rentang = u.rentang_eksak.clone().unwrap_or_default();
        hasil.push(Baris {
            bagian: "unsur",
            kunci: u.kunci.clone(),
            nama: u.nama.clone(),
            n: n.clone(),
            nilai: asal.nrr.tampil(3),
            mutu: u.mutu.clone(),
            rentang,
        });
    }
    for b in &j.profil {
        for r in &b.baris {
            let (nilai, mutu) = r.eksak.clone().unwrap_or_default();
            hasil.push(Baris {
                bagian: b.kunci,
                kunci: r.kunci.clone(),
                nama: r.label.clone(),
                n: r.n.to_string(),
                nilai,
                mutu,
                rentang: Default::default(),
            });
        }
    }
    hasil
}

/// What each of [`KOLOM`] holds.
const JENIS: [Jenis; 15] = {
    const T: Jenis = Jenis::Teks;
    const D: Jenis = Jenis::Desimal(10);
    [T, T, T, T, Jenis::Tanggal, Jenis::Tanggal, T, T, T, Jenis::Bulat, D, T, D, D, Jenis::Ya]
};

fn semua(asal: &Asal, j: &Sajian<'_>) -> Vec<Vec<String>> {
    let satu = |b: Baris| {
        vec![
            asal.kode.clone(),
            asal.unit.clone(),
            asal.unit_kode.clone(),
            asal.instansi.clone(),
            asal.mulai.clone(),
            asal.sampai.clone(),
            b.bagian.to_owned(),
            b.kunci,
            b.nama,
            b.n,
            b.nilai,
            b.mutu,
            b.rentang.0,
            b.rentang.1,
            if asal.ilustrasi { "ya" } else { "tidak" }.to_owned(),
        ]
    };
    baris(j).into_iter().map(satu).collect()
}

/// # Errors
/// Never for rows made here.
pub fn csv(asal: &Asal, j: &Sajian<'_>) -> Hasil<Vec<u8>> {
    Ok(tabel_csv(&KOLOM, &semua(asal, j), GayaCsv { bom: true, ..GayaCsv::default() })?)
}

/// The same columns with their types.
///
/// # Errors
/// Never for rows made here.
pub fn parquet(asal: &Asal, j: &Sajian<'_>) -> Hasil<Vec<u8>> {
    let kolom: Vec<(&str, Jenis)> = KOLOM.into_iter().zip(JENIS).collect();
    Ok(tabel_parquet(&kolom, &semua(asal, j))?)
}

fn angka(j: &Sajian<'_>, s: &str) -> Sel {
    if s.is_empty() { Sel::Kosong } else { Sel::Angka(Angka::new(j.k.angka(s), s)) }
}

/// # Errors
/// A limit of the format.
pub fn xlsx(asal: &Asal, j: &Sajian<'_>) -> Hasil<Vec<u8>> {
    let judul = format!("{} – {}", asal.unit, asal.nama);
    let lembar = [lembar_unsur(asal, j, &judul), lembar_profil(j, &judul), lembar_sebaran(j, &judul)];
    Ok(buku_xlsx(&judul, asal.ilustrasi, &lembar)?)
}

fn kolom<const N: usize>(k: &Konteks, semua: [(&str, f64); N]) -> Vec<Kolom> {
    semua.map(|(kunci, lebar)| Kolom::new(k.s(kunci), lebar)).into()
}

/// The index and each unsur, with how they came about.
fn lembar_unsur(asal: &Asal, j: &Sajian<'_>, judul: &str) -> LembarTabel {
    let satu = |b: &Baris| {
        vec![Sel::from(&b.nama), angka(j, &b.n), angka(j, &b.nilai), angka(j, &b.rentang.0), angka(j, &b.rentang.1), Sel::from(&b.mutu)]
    };
    LembarTabel {
        nama: j.k.s("hasilskm-kolom-unsur"),
        judul: judul.to_owned(),
        catatan: std::iter::once(format!("{} · {} – {}", asal.instansi, asal.mulai, asal.sampai))
            .chain([j.kalimat_selang(), j.kalimat_mutu()].into_iter().filter(|s| !s.is_empty()))
            .chain(j.cara())
            .collect(),
        kolom: kolom(
            j.k,
            [
                ("hasilskm-kolom-unsur", 44.0),
                ("hasilskm-responden", 12.0),
                ("hasilskm-kolom-nilai", 10.0),
                ("hasilskm-kolom-bawah", 12.0),
                ("hasilskm-kolom-atas", 12.0),
                ("hasilskm-kolom-mutu", 8.0),
            ],
        ),
        baris: baris(j).iter().filter(|b| matches!(b.bagian, "ikm" | "unsur")).map(satu).collect(),
    }
}

/// The groups of respondents; a group of few has a reason instead of a figure.
fn lembar_profil(j: &Sajian<'_>, judul: &str) -> LembarTabel {
    let baris = j.profil.iter().flat_map(|b| b.baris.iter().map(move |r| (b, r))).map(|(b, r)| {
        let (nilai, mutu) = r.eksak.clone().unwrap_or_default();
        let nilai = if nilai.is_empty() { Sel::Teks(r.alasan(j.k)) } else { angka(j, &nilai) };
        vec![Sel::from(&b.judul), Sel::from(&r.label), angka(j, &r.n.to_string()), nilai, Sel::from(&mutu)]
    });
    LembarTabel {
        nama: j.k.s("hasilskm-profil"),
        judul: judul.to_owned(),
        catatan: vec![j.k.s("hasilskm-tutup-sebab")],
        kolom: kolom(
            j.k,
            [
                ("hasilskm-kolom-isian", 20.0),
                ("hasilskm-kolom-kelompok", 40.0),
                ("hasilskm-responden", 12.0),
                ("hasilskm-kolom-ikm", 16.0),
                ("hasilskm-kolom-mutu", 8.0),
            ],
        ),
        baris: baris.collect(),
    }
}

/// How often each answer was given.
fn lembar_sebaran(j: &Sajian<'_>, judul: &str) -> LembarTabel {
    let semua = j.unsur.iter().flat_map(|u| u.jawaban.iter().flatten().map(move |w| (u, w)));
    let baris = semua.map(|(u, w)| vec![Sel::from(&u.nama), Sel::Bulat(w.nilai.into()), Sel::from(&w.teks), angka(j, &w.n.to_string())]);
    let lebar =
        [("hasilskm-kolom-unsur", 44.0), ("hasilskm-kolom-nilai", 10.0), ("hasilskm-kolom-jawaban", 34.0), ("hasilskm-responden", 12.0)];
    LembarTabel {
        nama: j.k.s("hasilskm-sebaran-lembar"),
        judul: judul.to_owned(),
        catatan: Vec::new(),
        kolom: kolom(j.k, lebar),
        baris: baris.collect(),
    }
}

/// Figures by key, exact where they are fractions.
#[must_use]
pub fn json(asal: &Asal, j: &Sajian<'_>) -> Value {
    let a = j.angka.as_ref();
    let unsur = j.unsur.iter().zip(a.into_iter().flat_map(|a| &a.hasil.unsur)).map(|(u, asal)| {
        json!({ "kunci": u.kunci, "nama": u.nama, "nomor_peraturan": u.nomor, "nomor_kuesioner": u.pertanyaan, "nrr": asal.nrr.tampil(3),
            "konversi": u.konversi_eksak, "mutu": u.mutu, "selang_95": u.rentang_eksak,
            "cacah": u.jawaban.iter().map(|p| p.iter().map(|w| w.n).collect::<Vec<_>>()).collect::<Vec<_>>() })
    });
    let profil = j.profil.iter().map(|b| {
        let baris = b.baris.iter().map(|r| {
            let (ikm, mutu) = r.eksak.clone().unzip();
            json!({ "kunci": r.kunci, "nama": r.label, "responden": r.n, "ikm": ikm, "mutu": mutu })
        });
        (b.kunci.to_owned(), baris.collect::<Value>())
    });
    json!({
        "ronde": { "kode": asal.kode, "nama": asal.nama, "mulai": asal.mulai, "sampai": asal.sampai, "ilustrasi": asal.ilustrasi },
        "unit": { "kode": asal.unit_kode, "nama": asal.unit, "instansi": asal.instansi },
        "edisi": { "id": j.bahan.edisi.id, "sidik": asal.edisi, "kepastian": j.bahan.edisi.kepastian },
        "responden": j.n(), "populasi": j.bahan.populasi, "target": j.bahan.target,
        "tidak_lengkap": j.bahan.agregat.kurang, "dikecualikan": j.bahan.agregat.kecuali.n,
        "ikm": a.map(|a| a.hasil.ikm.tampil(2)), "indeks": a.map(|a| a.hasil.indeks.clone()),
        "mutu": a.map(|a| &a.hasil.mutu), "kinerja": a.map(|a| &a.hasil.kinerja),
        "selang_95": a.and_then(|a| a.rentang()).map(|(x, y)| [x.tampil(4), y.tampil(4)]),
        "kepastian_mutu": a.and_then(|a| a.kepastian(j.bahan.edisi)),
        "unsur": unsur.collect::<Vec<_>>(),
        "profil": profil.collect::<serde_json::Map<_, _>>(),
        "layanan": j.bahan.layanan.iter().map(|l| &l.1).collect::<Vec<_>>(),
        "lantai_kelompok": store::skm::agregat::LANTAI,
    })
}
