//! Lines over the years: one a scheme; quoted values, own results and illustrations each in a drawing of their own.

use dokumen::{
    Angka,
    grafik::{Bingkai, GarisTahun, garis_tahun},
    masukan::TitikTahun,
};
use store::{peringkat::HasilInstansiTerbit, riwayat::Riwayat};

use crate::{Error, konteks::Konteks};

type Titik = (String, TitikTahun);

/// Values of the instansi itself. A year for which sources differ has no dot; the years left out are returned.
pub fn kutipan(k: &Konteks, nama: &str, riwayat: &[Riwayat]) -> Result<(String, Vec<i64>), Error> {
    let sendiri: Vec<&Riwayat> = riwayat.iter().filter(|r| r.tingkat == "instansi").collect();
    let (mut titik, mut lewat): (Vec<Titik>, Vec<i64>) = (Vec::new(), Vec::new());
    for r in &sendiri {
        let senasib = |x: &&&Riwayat| x.tahun == r.tahun && x.skema == r.skema;
        if sendiri.iter().filter(senasib).any(|x| x.ipp != r.ipp) {
            lewat.push(r.tahun);
        } else {
            titik.push((k.skema_angka(&r.skema), satu(k, r.tahun, &r.ipp, &r.kategori_tabel)));
        }
    }
    lewat.sort_unstable();
    lewat.dedup();
    Ok((gambar(k, "garis-kutipan", nama, titik)?, lewat))
}

/// Means of the instansi by this installation, real or illustration.
pub fn sendiri(k: &Konteks, id: &str, nama: &str, hasil: &[&HasilInstansiTerbit]) -> Result<String, Error> {
    let titik = hasil.iter().filter_map(|h| {
        let rata = &h.rata.as_ref()?.hasil;
        Some((k.skema_angka(&h.terbitan.periode.skema), satu(k, h.terbitan.periode.tahun, &rata.tampil, &rata.kategori)))
    });
    gambar(k, id, nama, titik.collect())
}

fn satu(k: &Konteks, tahun: i64, ipp: &str, kategori: &str) -> TitikTahun {
    TitikTahun {
        tahun: i16::try_from(tahun).unwrap_or_default(),
        nilai: Angka::new(k.angka(ipp), ipp),
        keterangan: Some(kategori.to_owned()),
    }
}

/// Empty when there are fewer than two years: a dot alone is no line.
fn gambar(k: &Konteks, id: &str, nama: &str, mut titik: Vec<Titik>) -> Result<String, Error> {
    titik.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.tahun.cmp(&b.1.tahun)));
    titik.dedup_by(|a, b| a.0 == b.0 && a.1.tahun == b.1.tahun);
    let mut seri: Vec<(String, Vec<TitikTahun>)> = Vec::new();
    for (skema, t) in titik {
        match seri.last_mut().filter(|s| s.0 == skema) {
            Some(s) => s.1.push(t),
            None => seri.push((skema, vec![t])),
        }
    }
    if seri.iter().map(|s| s.1.len()).max().unwrap_or(0) < 2 {
        return Ok(String::new());
    }
    let judul = k.n("publik-garis-judul", "nama", nama);
    let kata = |s: &(String, Vec<TitikTahun>)| {
        format!("{}: {}", s.0, s.1.iter().map(|t| format!("{} {}", t.tahun, t.nilai.teks)).collect::<Vec<_>>().join(", "))
    };
    let deskripsi = seri.iter().map(kata).collect::<Vec<_>>().join("; ");
    let garis: Vec<GarisTahun<'_>> = seri.iter().map(|s| GarisTahun { nama: &s.0, titik: &s.1 }).collect();
    Ok(garis_tahun(Bingkai { id, judul: &judul, deskripsi: &deskripsi }, &garis)?)
}
