//! `/peringkat-nasional/unduhan/csv`: the ranked units as a table, all of them, with the filters of the page. Each row names the address
//! where its signed result lies. What stands on the page is `peringkat`'s.

use std::iter;

use axum::extract::{Query, State};
use dokumen::csv::{GayaCsv, satu_baris};
use store::nasional::{Letak, Papan, Saring};

use super::{muat, saring::Kueri};
use crate::{
    AppState, Error,
    error::Hasil,
    kata::{jenis_angka, menunggu_validasi},
    konteks::Konteks,
    rute::{Akses, Daftar},
    unduhan,
};

pub fn rute(d: &mut Daftar) {
    d.get("/peringkat-nasional/unduhan/csv", Akses::Publik, unduh);
}

/// Rows in a piece.
const SEPOTONG: usize = 500;

/// `ipp_sepuluh_desimal` is rounded: the exact fraction stands in the signed result.
const KOLOM: [&str; 21] = [
    "peringkat",
    "peringkat_terbaik",
    "peringkat_terburuk",
    "kelompok",
    "unit",
    "kode_lokus",
    "instansi",
    "kode_instansi",
    "ipp",
    "ipp_sepuluh_desimal",
    "kategori",
    "tahun",
    "skema",
    "jenis_angka",
    "sementara_sampai_divalidasi",
    "periode",
    "kode_periode",
    "edisi",
    "sidik_edisi",
    "ilustrasi",
    "sumber",
];

async fn unduh(State(app): State<AppState>, k: Konteks, Query(q): Query<Vec<(String, String)>>) -> Hasil {
    let q = Kueri::dari(&q);
    let m = muat(&app, &q).await?;
    let lain = |p: &store::nasional::Pilihan| q.tahun.is_some_and(|t| t != p.tahun) || (!q.skema.is_empty() && q.skema != p.skema);
    // A table of another year or scheme than was asked for would be taken for it.
    if m.kini.as_ref().is_none_or(lain) {
        return Err(Error::TidakAda);
    }
    // The table of the nation takes a moment of a core: few visitors at once.
    let giliran = app.cetak_umum.ambil(k.permintaan.alamat())?;
    let nama = format!("peringkat-nasional-{}-{}.csv", m.papan.tahun, m.papan.skema);
    let (papan, saring) = (m.papan, Saring { hal: 1, ..q.saring() });
    let isi = tokio::task::spawn_blocking(move || potong(&papan, &saring)).await.map_err(|e| Error::Dalam(e.to_string()))?;
    drop(giliran);
    Ok(unduhan::bertahap(unduhan::CSV, &nama, isi.into_iter()))
}

fn potong(p: &Papan, saring: &Saring) -> Vec<String> {
    let gaya = GayaCsv::default();
    let mut kepala = String::from('\u{feff}');
    satu_baris(&mut kepala, KOLOM.into_iter(), gaya.pemisah);
    let semua = p.unit(saring, p.baris.len().max(1)).isi;
    let isi = semua.chunks(SEPOTONG).map(|bagian| {
        let mut keluar = String::new();
        for l in bagian {
            satu_baris(&mut keluar, sel(p, l).iter().map(String::as_str), gaya.pemisah);
        }
        keluar
    });
    iter::once(kepala).chain(isi).collect()
}

/// A row, in the order of [`KOLOM`].
fn sel(p: &Papan, l: &Letak<'_>) -> [String; 21] {
    let b = l.baris;
    let instansi = p.instansi.get(b.instansi as usize).map(|i| (i.nama.clone(), i.kode.clone())).unwrap_or_default();
    let edisi = p.edisi.get(b.edisi as usize);
    let mutu = edisi.and_then(|e| e.kategori.get(b.mutu as usize)).cloned().unwrap_or_default();
    let periode = p.periode.get(b.periode as usize);
    let (nama_periode, kode_periode) = periode.map(|x| (x.nama.clone(), x.kode.clone())).unwrap_or_default();
    let sumber = match periode.and_then(|x| x.diterima) {
        Some(id) => format!("/serahan/{id}/{}", b.lokus),
        None => format!("/hasil/{kode_periode}/{}", b.lokus),
    };
    [
        l.peringkat.to_string(),
        l.pita.map(|x| x.0.to_string()).unwrap_or_default(),
        l.pita.map(|x| x.1.to_string()).unwrap_or_default(),
        p.kategori.get(b.kategori as usize).cloned().unwrap_or_default(),
        b.unit.to_string(),
        b.lokus.to_string(),
        instansi.0,
        instansi.1,
        format!("{}.{:02}", b.tampil / 100, b.tampil % 100),
        format!("{}.{:010}", b.skala / 10_000_000_000, b.skala % 10_000_000_000),
        mutu,
        p.tahun.to_string(),
        p.skema.clone(),
        jenis_angka(&p.skema).to_owned(),
        if menunggu_validasi(&p.skema, p.divalidasi()) { "ya" } else { "tidak" }.to_owned(),
        nama_periode,
        kode_periode,
        edisi.map(|e| e.kode.clone()).unwrap_or_default(),
        edisi.map(|e| e.sidik.clone()).unwrap_or_default(),
        if periode.is_some_and(|x| x.ilustrasi) { "ya" } else { "tidak" }.to_owned(),
        sumber,
    ]
}
