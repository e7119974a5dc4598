//! The ranking as a flat table: its columns, and the files of it that hold texts, CSV and Parquet.

use std::{iter, sync::Arc};

use dokumen::{
    csv::{GayaCsv, satu_baris},
    parquet::{Jenis, tabel_parquet},
};
use store::peringkat::{Baris, PeringkatPeriode};

use super::{Asal, alasan_ba, angka};
use crate::{
    Error,
    kata::{jenis_angka, menunggu_validasi},
};

/// Rows in a piece.
pub(super) const SEPOTONG: usize = 500;

const KOLOM: [&str; 18] = [
    "peringkat",
    "kelompok",
    "unit",
    "kode_lokus",
    "instansi",
    "f02",
    "f03",
    "ipp",
    "ipp_tanpa_pembulatan",
    "kategori",
    "keadaan",
    "tahun",
    "skema",
    "edisi",
    "ilustrasi",
    "sementara_sampai_divalidasi",
    "jenis_angka",
    "alasan_tanpa_berita_acara",
];

fn ya(benar: bool) -> String {
    if benar { "ya" } else { "tidak" }.to_owned()
}

/// What each of [`KOLOM`] holds.
const JENIS: [Jenis; 18] = {
    const T: Jenis = Jenis::Teks;
    const D: Jenis = Jenis::Desimal(10);
    [Jenis::Bulat, T, T, T, T, D, D, Jenis::Desimal(2), D, T, T, Jenis::Bulat, T, T, Jenis::Ya, Jenis::Ya, T, T]
};

/// The rows of the ranking with their rank, ranked ones first.
fn urut(p: &PeringkatPeriode) -> impl Iterator<Item = (&Baris, Option<usize>)> {
    let urut = p.kelompok.values().flatten().map(|x| (&x.item, Some(x.peringkat)));
    urut.chain(p.tanpa_ipp.iter().chain(&p.belum).map(|b| (b, None)))
}

/// A row as texts, in the order of [`KOLOM`].
fn teks(asal: &Asal, p: &PeringkatPeriode, (b, peringkat): (&Baris, Option<usize>)) -> Vec<String> {
    let edisi = p.edisi.iter().find(|e| *format!("{:?}", e.bentuk) == *b.formulir).map(|e| e.id.clone()).unwrap_or_default();
    let nilai = |n: Option<&str>| angka(n).map(|a| a.eksak).unwrap_or_default();
    vec![
        peringkat.map(|n| n.to_string()).unwrap_or_default(),
        b.kelompok.to_string(),
        b.unit.to_string(),
        b.kode.to_string(),
        b.instansi.to_string(),
        nilai(b.f02.as_deref()),
        nilai(b.f03.as_deref()),
        b.tampil.as_deref().unwrap_or_default().to_owned(),
        nilai(b.ipp.as_deref()),
        b.kategori.as_deref().unwrap_or_default().to_owned(),
        b.status.as_deref().unwrap_or("belum-selesai").to_owned(),
        asal.periode.tahun.to_string(),
        asal.periode.skema.clone(),
        edisi,
        ya(asal.periode.ilustrasi == 1),
        ya(menunggu_validasi(&asal.periode.skema, b.divalidasi == 1)),
        jenis_angka(&asal.periode.skema).to_owned(),
        alasan_ba(p, b).unwrap_or_default().to_owned(),
    ]
}

/// The ranking as CSV in pieces, for the page and for the signed file.
pub(crate) fn csv(asal: Asal, p: Arc<PeringkatPeriode>) -> impl Iterator<Item = String> {
    let gaya = GayaCsv::default();
    let mut kepala = String::from('\u{feff}');
    satu_baris(&mut kepala, KOLOM.into_iter(), gaya.pemisah);
    let isi = (0..p.baris()).step_by(SEPOTONG).map(move |dari| {
        let mut keluar = String::new();
        for satu in urut(&p).skip(dari).take(SEPOTONG) {
            satu_baris(&mut keluar, teks(&asal, &p, satu).iter().map(String::as_str), gaya.pemisah);
        }
        keluar
    });
    iter::once(kepala).chain(isi)
}

/// The same columns with their types.
pub(super) fn parquet(asal: &Asal, p: &PeringkatPeriode) -> Result<Vec<u8>, Error> {
    let kolom: Vec<(&str, Jenis)> = KOLOM.into_iter().zip(JENIS).collect();
    Ok(tabel_parquet(&kolom, &urut(p).map(|b| teks(asal, p, b)).collect::<Vec<_>>())?)
}
