//! `/hasil/{periode}/unduhan/{berkas}`: the ranking as CSV, Parquet, XLSX or JSON. Officers get the same files of the live state.
//! `/hasil/{periode}/{lokus}/bundel`: one result with its signature.

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse as _, Response},
};
use dokumen::{
    Angka,
    csv::{GayaCsv, satu_baris},
    masukan::{BarisPeringkat, KelompokPeringkat, TabelPeringkat},
    parquet::{Jenis, tabel_parquet},
    tabel_csv, xlsx,
};
use pekppp::{Pecahan, peringkat::Peringkat};
use serde_json::json;
use store::{
    Waktu,
    peringkat::{self, Baris, PeringkatPeriode},
    periode::Periode,
};

use super::{Terbuka, buka, tabel::tanpa_ba};
use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    publik::{jenis_angka, kunci_alasan, menunggu_validasi, nama_edisi},
    rute::{Akses, Daftar},
};

pub fn rute(d: &mut Daftar) {
    d.get("/hasil/{periode}/unduhan/{berkas}", Akses::Publik, unduh);
    d.get("/hasil/{periode}/{lokus}/bundel", Akses::Publik, bundel);
}

async fn unduh(State(app): State<AppState>, k: Konteks, Jalur((periode, berkas)): Jalur<(String, String)>) -> Hasil {
    let (t, k) = match buka(&app, k, &periode).await? {
        Terbuka::Terbit(t, k) => (t, k),
        Terbuka::Ditarik(response) => return Ok(response),
    };
    let p = peringkat::publik(&app.store, &t).await?;
    tulis(&k, &Asal { periode: &t.periode, instansi: &t.instansi, terbit: Some(t.pada) }, &p, &berkas)
}

/// The signed bundle of one published result, for `prima verify`.
async fn bundel(State(app): State<AppState>, k: Konteks, Jalur((periode, lokus)): Jalur<(String, String)>) -> Hasil {
    let t = match buka(&app, k, &periode).await? {
        Terbuka::Terbit(t, _) => t,
        Terbuka::Ditarik(response) => return Ok(response),
    };
    let b = peringkat::satu(&app.store, &t, &lokus).await?;
    let beku = store::hasil::dari_id(app.store.baca(), b.hasil.ok_or(Error::TidakAda)?).await?;
    let isi = beku.berkas(&app.store).await?;
    Ok(lampiran("application/json", &format!("hasil-{lokus}.json"), isi.into_bytes()))
}

/// Units up to which a workbook and a JSON text are made while somebody waits; beyond it memory and time are better spent on the
/// CSV, which is written row by row, on `/api/v1`, which comes by pages, and on the signed file, which is made once.
pub(crate) const BERKAS_MAKS: usize = 20_000;

/// What the file is about.
pub(crate) struct Asal<'a> {
    pub periode: &'a Periode,
    pub instansi: &'a str,
    pub terbit: Option<Waktu>,
}

/// `csv`, `parquet`, `xlsx` or `json`; anything else is an address that does not exist.
pub(crate) fn tulis(k: &Konteks, asal: &Asal<'_>, p: &PeringkatPeriode, berkas: &str) -> Hasil {
    if matches!(berkas, "xlsx" | "json") && p.baris() > BERKAS_MAKS {
        return Err(Error::Bentrok("publik-berkas-besar"));
    }
    let (tipe, isi) = match berkas {
        "csv" => ("text/csv; charset=utf-8", csv(asal, p)?),
        "xlsx" => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx::peringkat(&tabel(k, asal, p))?),
        "parquet" => ("application/vnd.apache.parquet", parquet(asal, p)?),
        "json" => ("application/json", json(asal, p).to_string().into_bytes()),
        _ => return Err(Error::TidakAda),
    };
    Ok(lampiran(tipe, &format!("peringkat-{}.{berkas}", asal.periode.kode), isi))
}

/// A file to keep.
pub(crate) fn lampiran(tipe: &'static str, nama: &str, isi: Vec<u8>) -> Response {
    let kepala = [(header::CONTENT_TYPE, tipe.to_owned()), (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{nama}\""))];
    (kepala, isi).into_response()
}

/// Remarks on single units in a workbook; more of them stand in the columns of the CSV.
const CATATAN: usize = 200;

fn angka(nilai: Option<&str>) -> Option<Angka> {
    let p: Pecahan = nilai?.parse().ok()?;
    Some(Angka::new(p.tampil(2).replace('.', ","), p.desimal()))
}

fn keterangan(k: &Konteks, asal: &Asal<'_>, p: &PeringkatPeriode) -> Vec<String> {
    let mut baris = vec![
        format!("{}: {}", k.s("publik-skema"), k.skema_angka(&asal.periode.skema)),
        format!("{}: {}", k.s("publik-edisi"), nama_edisi(&p.edisi)),
        k.s("publik-urutan-tepat"),
    ];
    baris.extend(k.sementara(&asal.periode.skema, p.divalidasi()));
    baris.extend(p.edisi.iter().map(|e| format!("{}: {}", k.s("publik-kepastian-edisi"), e.kepastian)));
    baris.extend(asal.terbit.map(|w| k.n("publik-diterbitkan", "waktu", k.waktu(&w))));
    if asal.terbit.is_none() {
        baris.push(k.s("peringkat-belum-terbit-berkas"));
    }
    let tanpa_nilai = p.tanpa_ipp.iter().chain(&p.belum).map(|b| format!("{}: {}", b.unit, k.s(kunci_alasan(b.status.as_deref()))));
    let semua = p.kelompok.values().flatten().map(|x| &x.item).chain(&p.tanpa_ipp);
    let tanpa_ba = semua.filter_map(|b| Some(format!("{}: {}", b.unit, tanpa_ba(k, p, b)?)));
    baris.extend(tanpa_nilai.chain(tanpa_ba).take(CATATAN));
    let semua = p.tanpa_ipp.len() + p.belum.len() + p.tanpa_ba.len();
    if semua > CATATAN {
        baris.push(k.jumlah("publik-tersisa-lain", semua - CATATAN));
    }
    baris
}

/// The ranked units of each group, as documents take them.
pub(crate) fn kelompok(p: &PeringkatPeriode) -> Vec<KelompokPeringkat> {
    let baris = |x: &Peringkat<Baris>| BarisPeringkat {
        peringkat: u32::try_from(x.peringkat).unwrap_or(u32::MAX),
        nama: x.item.unit.to_string(),
        instansi: x.item.instansi.to_string(),
        f02: angka(x.item.f02.as_deref()),
        f03: angka(x.item.f03.as_deref()),
        ipp: Angka::new(x.ipp.tampil().replace('.', ","), x.ipp.desimal()),
        kategori: x.item.kategori.as_deref().unwrap_or_default().to_owned(),
    };
    p.kelompok.iter().map(|(nama, isi)| KelompokPeringkat { nama: nama.clone(), baris: isi.iter().map(baris).collect() }).collect()
}

fn tabel(k: &Konteks, asal: &Asal<'_>, p: &PeringkatPeriode) -> TabelPeringkat {
    TabelPeringkat {
        judul: format!("{} – {}", asal.periode.nama, asal.instansi),
        keterangan: keterangan(k, asal, p),
        ilustrasi: k.ilustrasi,
        kelompok: kelompok(p),
    }
}

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

/// Why a result is public without minutes signed by all three parties.
fn alasan_ba<'a>(p: &'a PeringkatPeriode, b: &Baris) -> Option<&'a str> {
    p.tanpa_ba.get(&b.hasil?).map(AsRef::as_ref)
}

/// What each of [`KOLOM`] holds.
const JENIS: [Jenis; 18] = {
    const T: Jenis = Jenis::Teks;
    const D: Jenis = Jenis::Desimal(10);
    [Jenis::Bulat, T, T, T, T, D, D, Jenis::Desimal(2), D, T, T, Jenis::Bulat, T, T, Jenis::Ya, Jenis::Ya, T, T]
};

/// The rows of the ranking as texts, ranked ones first.
fn baris<'a>(asal: &'a Asal<'_>, p: &'a PeringkatPeriode) -> impl Iterator<Item = Vec<String>> + 'a {
    let edisi =
        move |b: &Baris| p.edisi.iter().find(|e| *format!("{:?}", e.bentuk) == *b.formulir).map(|e| e.id.clone()).unwrap_or_default();
    let nilai = move |n: Option<&str>| angka(n).map(|a| a.eksak).unwrap_or_default();
    let satu = move |b: &Baris, peringkat: String| {
        vec![
            peringkat,
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
            edisi(b),
            ya(asal.periode.ilustrasi == 1),
            ya(menunggu_validasi(&asal.periode.skema, b.divalidasi == 1)),
            jenis_angka(&asal.periode.skema).to_owned(),
            alasan_ba(p, b).unwrap_or_default().to_owned(),
        ]
    };
    let urut = p.kelompok.values().flatten().map(|x| (&x.item, x.peringkat.to_string()));
    let sisa = p.tanpa_ipp.iter().chain(&p.belum).map(|b| (b, String::new()));
    urut.chain(sisa).map(move |(b, peringkat)| satu(b, peringkat))
}

/// The ranking as CSV, for the page and for the signed file.
pub(crate) fn csv(asal: &Asal<'_>, p: &PeringkatPeriode) -> Result<Vec<u8>, Error> {
    let gaya = GayaCsv { bom: true, ..GayaCsv::default() };
    let mut keluar = String::from_utf8_lossy(&tabel_csv(&KOLOM, &[], gaya)?).into_owned();
    for satu in baris(asal, p) {
        satu_baris(&mut keluar, satu.iter().map(String::as_str), gaya.pemisah);
    }
    Ok(keluar.into_bytes())
}

/// The same columns with their types.
fn parquet(asal: &Asal<'_>, p: &PeringkatPeriode) -> Result<Vec<u8>, Error> {
    let kolom: Vec<(&str, Jenis)> = KOLOM.into_iter().zip(JENIS).collect();
    Ok(tabel_parquet(&kolom, &baris(asal, p).collect::<Vec<_>>())?)
}

fn json(asal: &Asal<'_>, p: &PeringkatPeriode) -> serde_json::Value {
    let dasar = |b: &Baris| {
        json!({ "lokus": b.kode, "unit": b.unit, "instansi": { "kode": b.instansi_kode, "nama": b.instansi }, "formulir": b.formulir,
            "keadaan": b.status.as_deref().unwrap_or("belum-selesai"), "ipp": b.tampil, "ipp_eksak": b.ipp, "kategori": b.kategori,
            "f02": b.f02, "f03": b.f03, "sidik": b.sidik, "divalidasi": b.divalidasi == 1, "alasan_tanpa_berita_acara": alasan_ba(p, b) })
    };
    let urut = |x: &Peringkat<Baris>| {
        let mut v = dasar(&x.item);
        v["peringkat"] = x.peringkat.into();
        v
    };
    json!({
        "periode": { "kode": asal.periode.kode, "nama": asal.periode.nama, "tahun": asal.periode.tahun, "skema": asal.periode.skema,
            "penyelenggara": asal.instansi, "ilustrasi": asal.periode.ilustrasi == 1,
            "sementara_sampai_divalidasi": menunggu_validasi(&asal.periode.skema, p.divalidasi()), "jenis_angka": jenis_angka(&asal.periode.skema) },
        "edisi": p.edisi.iter().map(|e| json!({ "id": e.id, "nama": e.nama, "kepastian": e.kepastian })).collect::<Vec<_>>(),
        "terbit": asal.terbit.map(|w| w.timestamp().to_string()),
        "peringkat": p.kelompok.iter().map(|(n, isi)| (n.clone(), isi.iter().map(urut).collect())).collect::<serde_json::Map<_, _>>(),
        "tanpa_ipp": p.tanpa_ipp.iter().map(dasar).collect::<Vec<_>>(),
        "belum_selesai": p.belum.iter().map(|b| json!({ "lokus": b.kode, "unit": b.unit })).collect::<Vec<_>>(),
        "rata_rata_instansi": p.instansi.iter().map(|r| json!({ "kode": r.kode, "nama": r.nama, "unit_lokus": r.lokus,
            "unit_ber_ipp": r.hasil.unit, "ipp": r.hasil.hasil.tampil, "kategori": r.hasil.hasil.kategori })).collect::<Vec<_>>(),
    })
}
