//! The tables of the report: figures of a round in their printed form. Arithmetic is crate `skm`'s.

use dokumen::masukan::{
    Angka, AturanCetak, BarisHitung, BarisProfilCetak, BidangCetak, HasilCetak, KategoriCetak, PertanyaanCetak, RondeCetak, Sumber,
    UnsurCetak,
};
use skm::{Edisi, Pecahan};
use store::skm::agregat::Agregat;

use crate::{
    Error,
    error::Hasil,
    konteks::Konteks,
    skm::{
        hasil::Muatan,
        kurun,
        sajian::{self, Sajian},
    },
};

/// Printed with a number of decimals, with a point beside it.
#[must_use]
pub fn angka(k: &Konteks, p: &Pecahan, desimal: u32) -> Angka {
    Angka::new(k.angka(p.tampil(desimal)), p.tampil(desimal))
}

/// A count.
#[must_use]
pub fn bulat(k: &Konteks, n: impl ToString) -> Angka {
    Angka::new(k.angka(n.to_string()), n.to_string())
}

#[must_use]
pub fn ronde(k: &Konteks, m: &Muatan) -> RondeCetak {
    let r = m.ronde();
    RondeCetak {
        unit: r.unit.clone(),
        unit_kode: r.unit_kode.clone(),
        nama: r.nama.clone(),
        kurun: kurun(k, r),
        edisi: format!("{} ({})", m.edisi.nama, m.edisi.id),
    }
}

/// # Errors
/// When the factor of the edition is no small fraction.
pub fn hasil(k: &Konteks, j: &Sajian<'_>, m: &Muatan, a: &sajian::Angka) -> Hasil<HasilCetak> {
    let (r, e) = (m.ronde(), &m.edisi);
    let mut kalimat = vec![j.kalimat_selang(), j.kalimat_mutu()];
    kalimat.extend(j.peringatan());
    kalimat.retain(|x| !x.is_empty());
    Ok(HasilCetak {
        ikm: angka(k, &a.hasil.ikm, e.penilaian.ikm_desimal),
        mutu: a.hasil.mutu.clone(),
        kinerja: a.hasil.kinerja.clone(),
        indeks: angka(k, &a.hasil.indeks, 4),
        responden: bulat(k, j.n()),
        target: bulat(k, r.target),
        populasi: r.populasi.map(|p| bulat(k, p)),
        kalimat,
        aturan: AturanCetak {
            min: e.skala.min,
            maks: e.skala.maks,
            faktor: faktor(&e.penilaian.faktor).ok_or_else(|| Error::Dalam(format!("factor {}", e.penilaian.faktor)))?,
            nrr_desimal: e.penilaian.nrr_desimal,
            ikm_desimal: e.penilaian.ikm_desimal,
        },
    })
}

/// A fraction as its two whole numbers (`25`, `50/3`).
fn faktor(p: &Pecahan) -> Option<(u32, u32)> {
    let teks = p.to_string();
    let (atas, bawah) = teks.split_once('/').unwrap_or((&teks, "1"));
    Some((atas.parse().ok()?, bawah.parse().ok()?))
}

#[must_use]
pub fn kategori(e: &Edisi) -> Vec<KategoriCetak> {
    let rentang = |a: &Pecahan, b: &Pecahan, d: u32| format!("{} – {}", a.tampil(d), b.tampil(d)).replace('.', ",");
    let satu = |x: &skm::Kategori| KategoriCetak {
        mutu: x.mutu.clone(),
        kinerja: x.kinerja.clone(),
        interval: rentang(&x.interval_dari, &x.interval_sampai, 4),
        konversi: rentang(&x.konversi_dari, &x.konversi_sampai, 2),
        dari: Angka::apa_adanya(x.konversi_dari.tampil(2)),
    };
    e.kategori.iter().map(satu).collect()
}

#[must_use]
pub fn unsur(k: &Konteks, j: &Sajian<'_>, a: &sajian::Angka) -> Vec<UnsurCetak> {
    let pertanyaan = |i: usize| -> Vec<String> {
        let milik = j.susunan.pertanyaan().iter().filter(|(u, _)| *u == i);
        milik.map(|(_, p)| p.dalam("id").0.to_owned()).collect()
    };
    let satu = |(i, u): (usize, &sajian::BarisUnsur)| {
        let h = a.hasil.cari(&u.kunci);
        let p = |f: fn(&skm::HasilUnsur) -> &Pecahan, d: u32| h.map_or_else(|| Angka::apa_adanya("0"), |h| angka(k, f(h), d));
        UnsurCetak {
            kode: format!("U{}", u.nomor),
            nama: u.nama.clone(),
            nrr: p(|h| &h.nrr, 3),
            tertimbang: p(|h| &h.tertimbang, 4),
            konversi: p(|h| &h.konversi, 2),
            mutu: u.mutu.clone(),
            kinerja: u.kinerja.clone(),
            rentang: u.rentang_konversi.as_ref().map(|(x, y)| (dua(k, x), dua(k, y))),
            terendah: u.terendah.is_some(),
            pertanyaan: pertanyaan(i)
                .into_iter()
                .zip(&u.jawaban)
                .map(|(teks, w)| PertanyaanCetak { teks, jawaban: w.iter().map(|w| (w.teks.clone(), w.n)).collect() })
                .collect(),
        }
    };
    j.unsur.iter().enumerate().map(satu).collect()
}

/// Four decimals of a file as two of a page; the exact one stays for the drawing.
fn dua(k: &Konteks, eksak: &str) -> Angka {
    let teks = eksak.split_once('.').map_or_else(|| eksak.to_owned(), |(a, b)| format!("{a}.{}", b.get(..2).unwrap_or(b)));
    Angka::new(k.angka(teks), eksak)
}

/// Who answered; `nilai`: with the figure of each group.
#[must_use]
pub fn profil(k: &Konteks, j: &Sajian<'_>, nilai: bool) -> Vec<BidangCetak> {
    let baris = |b: &sajian::BarisProfil| BarisProfilCetak {
        label: b.label.clone(),
        n: bulat(k, b.n),
        persen: Angka::new(b.persen.clone(), b.persen.replace('.', "").replace(',', ".")),
        ikm: b.eksak.as_ref().filter(|_| nilai).map(|(ikm, mutu)| (Angka::new(k.angka(ikm), ikm.clone()), mutu.clone())),
        tutup: b.alasan(k),
    };
    j.profil.iter().map(|b| BidangCetak { judul: b.judul.clone(), baris: b.baris.iter().map(baris).collect() }).collect()
}

#[must_use]
pub fn saluran(k: &Konteks, j: &Sajian<'_>) -> Vec<BarisHitung> {
    let semua: u64 = j.saluran().iter().map(|s| s.1).sum();
    let porsi = |n: u64| {
        let p = |n: u64| Pecahan::bulat(i64::try_from(n).unwrap_or(i64::MAX));
        format!("{}%", k.angka((&(&p(n) * &p(100)) / &p(semua.max(1))).tampil(1)))
    };
    j.saluran().into_iter().map(|(label, n)| BarisHitung { label, n: bulat(k, n), catatan: porsi(n) }).collect()
}

/// What became of the answers, and the quality flags of those that count.
#[must_use]
pub fn kualitas(k: &Konteks, j: &Sajian<'_>, a: &Agregat) -> Vec<BarisHitung> {
    let satu = |label: &str, n: u64, catatan: String| BarisHitung { label: k.s(label), n: bulat(k, n), catatan };
    let mut semua = vec![
        satu("hasilskm-kualitas-pakai", a.pakai.n, String::new()),
        satu("hasilskm-kualitas-kurang", a.kurang, String::new()),
        satu("hasilskm-kualitas-kecuali", a.kecuali.n, j.kalimat_kecuali().unwrap_or_default()),
    ];
    let bertanda = |(label, n): (String, u64)| BarisHitung { label, n: bulat(k, n), catatan: k.s("laporanskm-cetak-tetap-dihitung") };
    semua.extend(j.tanda().into_iter().map(bertanda));
    semua
}

/// What the edition says about its own certainty.
#[must_use]
pub fn sumber(k: &Konteks, e: &Edisi) -> Vec<Sumber> {
    let butir =
        |judul: &str, teks: &str| Sumber { butir: k.s(judul), sumber: teks.to_owned(), kepastian: super::isi::kepastian_edisi(teks) };
    vec![
        butir("laporanskm-cetak-sumber-edisi", &e.kepastian),
        butir("laporanskm-cetak-sumber-nilai", &e.penilaian.kepastian),
        butir("laporanskm-cetak-sumber-sampel", &e.sampel.kepastian),
        butir("laporanskm-cetak-sumber-laporan", &e.laporan.kepastian),
        butir("laporanskm-cetak-sumber-rtl", &e.tindak_lanjut.kepastian),
    ]
}
