//! The ranking as one JSON text, in pieces: what is said once comes first, then rows.

use std::{iter, sync::Arc};

use pekppp::peringkat::Peringkat;
use serde_json::{Value, json};
use store::peringkat::{Baris, PeringkatPeriode};

use super::{Asal, alasan_ba, baris::SEPOTONG};
use crate::kata::{jenis_angka, menunggu_validasi};

/// What follows the head. The flag: first of its list, so no comma stands before it.
enum Bagian<'a> {
    Tanda(&'static str),
    Kelompok(bool, &'a str),
    Urut(bool, &'a Peringkat<Baris>),
    TanpaIpp(bool, &'a Baris),
    Belum(bool, &'a Baris),
}

fn bagian(p: &PeringkatPeriode) -> impl Iterator<Item = Bagian<'_>> {
    let kelompok = p.kelompok.iter().enumerate().flat_map(|(n, (nama, isi))| {
        let isi = isi.iter().enumerate().map(|(n, x)| Bagian::Urut(n == 0, x));
        iter::once(Bagian::Kelompok(n == 0, nama)).chain(isi).chain([Bagian::Tanda("]")])
    });
    let tanpa = p.tanpa_ipp.iter().enumerate().map(|(n, b)| Bagian::TanpaIpp(n == 0, b));
    let belum = p.belum.iter().enumerate().map(|(n, b)| Bagian::Belum(n == 0, b));
    let kelompok = iter::once(Bagian::Tanda(",\"peringkat\":{")).chain(kelompok).chain([Bagian::Tanda("},\"tanpa_ipp\":[")]);
    kelompok.chain(tanpa).chain([Bagian::Tanda("],\"belum_selesai\":[")]).chain(belum).chain([Bagian::Tanda("]}")])
}

fn satu(p: &PeringkatPeriode, b: &Baris) -> Value {
    json!({ "lokus": b.kode, "unit": b.unit, "instansi": { "kode": b.instansi_kode, "nama": b.instansi }, "formulir": b.formulir,
        "keadaan": b.status.as_deref().unwrap_or("belum-selesai"), "ipp": b.tampil, "ipp_eksak": b.ipp, "kategori": b.kategori,
        "f02": b.f02, "f03": b.f03, "sidik": b.sidik, "divalidasi": b.divalidasi == 1, "alasan_tanpa_berita_acara": alasan_ba(p, b) })
}

fn tulis(p: &PeringkatPeriode, b: Bagian<'_>, keluar: &mut String) {
    let (awal, isi) = match b {
        Bagian::Tanda(t) => return keluar.push_str(t),
        Bagian::Kelompok(awal, nama) => (awal, format!("{}:[", Value::from(nama))),
        Bagian::Urut(awal, x) => {
            let mut v = satu(p, &x.item);
            v["peringkat"] = x.peringkat.into();
            (awal, v.to_string())
        }
        Bagian::TanpaIpp(awal, b) => (awal, satu(p, b).to_string()),
        Bagian::Belum(awal, b) => (awal, json!({ "lokus": b.kode, "unit": b.unit }).to_string()),
    };
    if !awal {
        keluar.push(',');
    }
    keluar.push_str(&isi);
}

/// All but the rows, without its closing brace.
fn kepala(asal: &Asal, p: &PeringkatPeriode) -> String {
    let isi = json!({
        "periode": { "kode": asal.periode.kode, "nama": asal.periode.nama, "tahun": asal.periode.tahun, "skema": asal.periode.skema,
            "penyelenggara": asal.instansi, "ilustrasi": asal.periode.ilustrasi == 1,
            "sementara_sampai_divalidasi": menunggu_validasi(&asal.periode.skema, p.divalidasi()), "jenis_angka": jenis_angka(&asal.periode.skema) },
        "edisi": p.edisi.iter().map(|e| json!({ "id": e.id, "nama": e.nama, "kepastian": e.kepastian })).collect::<Vec<_>>(),
        "terbit": asal.terbit.map(|w| w.timestamp().to_string()),
        "rata_rata_instansi": p.instansi.iter().map(|r| json!({ "kode": r.kode, "nama": r.nama, "unit_lokus": r.lokus,
            "unit_ber_ipp": r.hasil.unit, "ipp": r.hasil.hasil.tampil, "kategori": r.hasil.hasil.kategori })).collect::<Vec<_>>(),
    });
    let mut teks = isi.to_string();
    teks.pop();
    teks
}

/// Strung together: one object.
pub(super) fn potong(asal: Asal, p: Arc<PeringkatPeriode>) -> impl Iterator<Item = String> {
    let banyak = bagian(&p).count();
    let isi = (0..banyak).step_by(SEPOTONG).map({
        let p = p.clone();
        move |dari| {
            let mut keluar = String::new();
            bagian(&p).skip(dari).take(SEPOTONG).for_each(|b| tulis(&p, b, &mut keluar));
            keluar
        }
    });
    iter::once(kepala(&asal, &p)).chain(isi)
}
