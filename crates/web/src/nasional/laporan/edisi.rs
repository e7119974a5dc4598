//! The chapter of one instrument in the national report: spread of categories, groups of instansi, provinces, movement.

use dokumen::{
    Angka,
    masukan::{AngkaKunci, BarisKategori, BarisKelompok, BarisWilayah, EdisiNasional, PetakProvinsi, Rata},
};
use pekppp::{Edisi, HasilInstansi};
use store::nasional::{
    JENIS_KELOMPOK, Papan,
    bahan::{Gerak, Ikut, gerak},
    rekap::Baris,
};

use super::isi::{bulat, kunci, n, tempat};
use crate::{bahasa::Bahasa, format, kata::kunci_kelompok, publik::nasional::letak_provinsi};

/// Hashes of the editions: those of the board, most units first, then what is not public yet.
pub(super) fn urut(papan: &Papan, rekap: &[Baris]) -> Vec<String> {
    let mut semua: Vec<(usize, &str)> = papan.edisi.iter().map(|e| (e.unit, e.sidik.as_str())).collect();
    semua.extend(rekap.iter().map(|b| (0, b.edisi.as_str())).filter(|(_, e)| !e.is_empty()));
    semua.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    let mut hasil: Vec<String> = Vec::new();
    for (_, sidik) in semua {
        if !hasil.iter().any(|x| x == sidik) {
            hasil.push(sidik.to_owned());
        }
    }
    hasil
}

fn rata(h: &HasilInstansi) -> Rata {
    let a = &h.hasil;
    Rata { nilai: angka(h), kategori: a.kategori.clone(), nama: a.nama_kategori.clone() }
}

fn angka(h: &HasilInstansi) -> Angka {
    Angka::new(format::angka(Bahasa::Id, &h.hasil.tampil), h.hasil.ipp.desimal())
}

pub(super) fn susun(papan: &Papan, lalu: Option<&Papan>, sidik: &str, e: &Edisi, rekap: &[Baris], ikut: &[Ikut]) -> EdisiNasional {
    let letak = papan.edisi.iter().position(|x| x.sidik == sidik);
    let unit = letak.and_then(|l| papan.edisi.get(l)).map_or(0, |x| x.unit);
    let nilai = |provinsi: Option<&str>| papan.rata_wilayah(letak?, provinsi).map(rata);
    let petak =
        letak_provinsi().map(|(kode, nama, kolom, baris)| PetakProvinsi { nama: nama.into(), kolom, baris, rata: nilai(Some(kode)) });
    let (gerak, gerak_angka) = pergerakan(papan, lalu, sidik);
    EdisiNasional {
        nama: e.nama.clone(),
        hash: sidik.to_owned(),
        unit: n(unit),
        rata: nilai(None),
        kategori: letak.map(|l| kategori(papan, l, e)).unwrap_or_default(),
        kelompok: letak.map(|l| kelompok(papan, l)).unwrap_or_default(),
        wilayah: wilayah(rekap, ikut, sidik, |p| nilai(Some(p))),
        petak: petak.collect(),
        gerak,
        gerak_angka,
    }
}

fn kategori(papan: &Papan, letak: usize, e: &Edisi) -> Vec<BarisKategori> {
    let mut banyak = vec![0_u64; e.kategori.len()];
    for b in papan.baris.iter().filter(|b| b.edisi as usize == letak) {
        if let Some(x) = banyak.get_mut(b.mutu as usize) {
            *x += 1;
        }
    }
    let semua = banyak.iter().sum::<u64>().max(1);
    let dua = |p: &pekppp::Pecahan| format::angka(Bahasa::Id, &p.tampil(2));
    let satu = |(k, unit): (&pekppp::edisi::KategoriEdisi, u64)| {
        // Tenths of a percent, half up.
        let persen = (unit * 1000 + semua / 2) / semua;
        BarisKategori {
            kategori: k.kode.clone(),
            nama: k.nama.clone(),
            rentang: format!("{}–{}", dua(&k.dari), dua(&k.sampai)),
            unit,
            persen: Angka::apa_adanya(format!("{}.{}", persen / 10, persen % 10)),
        }
    };
    e.kategori.iter().zip(banyak).map(satu).collect()
}

fn kelompok(papan: &Papan, letak: usize) -> Vec<BarisKelompok> {
    let satu = |jenis: &str| {
        // Highest first on the board.
        let milik = |r: &&store::nasional::RataInstansi| {
            r.edisi as usize == letak && papan.instansi.get(r.instansi as usize).is_some_and(|i| i.jenis == jenis)
        };
        let semua: Vec<_> = papan.rata.iter().filter(milik).collect();
        let (awal, akhir) = (semua.first()?, semua.last()?);
        Some(BarisKelompok {
            nama: Bahasa::Id.s(kunci_kelompok(jenis)),
            instansi: n(semua.len()),
            unit: n(semua.iter().map(|r| r.hasil.unit).sum::<usize>()),
            tertinggi: Some(angka(&awal.hasil)),
            terendah: Some(angka(&akhir.hasil)),
        })
    };
    JENIS_KELOMPOK.into_iter().filter_map(satu).collect()
}

fn wilayah(rekap: &[Baris], ikut: &[Ikut], sidik: &str, nilai: impl Fn(&str) -> Option<Rata>) -> Vec<BarisWilayah> {
    let mut hasil: Vec<(&str, BarisWilayah)> = Vec::new();
    for b in rekap.iter().filter(|b| b.edisi == sidik) {
        if hasil.last().is_none_or(|x| x.0 != b.provinsi) {
            let instansi = ikut.iter().find(|i| i.edisi == sidik && i.provinsi == b.provinsi).map_or(0, |i| i.instansi);
            let rata = if b.provinsi.is_empty() { None } else { nilai(&b.provinsi) };
            let nama = tempat(&b.provinsi);
            hasil.push((
                &b.provinsi,
                BarisWilayah { nama, instansi: n(instansi), administratif: 0, barang: 0, jasa: 0, beku: 0, terbit: 0, rata },
            ));
        }
        let Some((_, x)) = hasil.last_mut() else { continue };
        match b.cakupan.as_str() {
            "administratif" => x.administratif += n(b.lokus),
            "barang" => x.barang += n(b.lokus),
            _ => x.jasa += n(b.lokus),
        }
        x.beku += n(b.beku);
        x.terbit += n(b.terbit);
    }
    // What lies in no province comes last.
    hasil.sort_by_key(|x| x.0.is_empty());
    hasil.into_iter().map(|x| x.1).collect()
}

fn pergerakan(papan: &Papan, lalu: Option<&Papan>, sidik: &str) -> (String, Vec<AngkaKunci>) {
    let s = |kunci: &str| Bahasa::Id.s(kunci);
    if !papan.edisi.iter().any(|e| e.sidik == sidik) {
        return (s("lapnas-cetak-gerak-belum"), Vec::new());
    }
    let Some(lalu) = lalu else { return (s("lapnas-cetak-gerak-tiada"), Vec::new()) };
    let tahun = lalu.tahun.to_string();
    let Some(g) = gerak(papan, lalu, sidik) else {
        return (Bahasa::Id.a("lapnas-cetak-gerak-lain", [("tahun", tahun.into())]), Vec::new());
    };
    let beda = beda(&g);
    let kalimat = [("tahun", tahun.into()), ("jumlah", bulat(n(g.dibanding)).into()), ("beda", beda.into())];
    let bawah = |kunci: &str, x: usize| Bahasa::Id.a(kunci, [("jumlah", bulat(n(x)).into())]);
    let angka = vec![
        kunci("lapnas-cetak-naik", n(g.naik), bawah("lapnas-cetak-naik-kategori", g.kategori_naik)),
        kunci("lapnas-cetak-turun", n(g.turun), bawah("lapnas-cetak-turun-kategori", g.kategori_turun)),
        kunci("lapnas-cetak-tetap", n(g.tetap), s("lapnas-cetak-tetap-bawah")),
    ];
    (Bahasa::Id.a("lapnas-cetak-gerak", kalimat), angka)
}

/// The mean difference with its sign and two decimals, half up.
fn beda(g: &Gerak) -> String {
    let ratusan = (g.beda.unsigned_abs() + 50_000_000) / 100_000_000;
    let tanda = match (ratusan, g.beda < 0) {
        (0, _) => "",
        (_, true) => "−",
        (_, false) => "+",
    };
    format!("{tanda}{}", format::angka(Bahasa::Id, &format!("{}.{:02}", ratusan / 100, ratusan % 100)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_difference_has_a_sign_unless_it_shows_as_nothing() {
        let kata = |beda| beda_dari(beda);
        assert_eq!(kata(1_234_999_999), "+0,12");
        assert_eq!(kata(-1_250_000_000), "−0,13");
        assert_eq!(kata(-49_999_999), "0,00");
    }

    fn beda_dari(beda: i64) -> String {
        super::beda(&Gerak { beda, ..Gerak::default() })
    }
}
