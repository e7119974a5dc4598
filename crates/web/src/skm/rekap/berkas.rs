//! `/survei/rekap/unduh/rekap.{csv,xlsx}`: the recap as it is filtered, units and groups, with the ways of the means named.

use axum::extract::{Query, State};
use dokumen::{
    Angka,
    csv::GayaCsv,
    tabel_csv,
    xlsx::{Kolom, LembarTabel, Sel, buku_xlsx},
};

use super::{
    muat,
    saring::Saring,
    susun::{BarisUnit, Isi, Nilai},
};
use crate::{AppState, Error, error::Hasil, jalur::Jalur, konteks::Konteks, pelaku::Orang, rute::Daftar, skm::PEMBACA, unduhan};

pub fn rute(d: &mut Daftar) {
    d.get("/survei/rekap/unduh/{berkas}", PEMBACA, unduh);
}

const KOLOM: [&str; 13] = [
    "unit",
    "kode_unit",
    "instansi",
    "ronde",
    "kurun",
    "responden",
    "target",
    "persen_target",
    "ikm",
    "mutu",
    "selang_bawah",
    "selang_atas",
    "keadaan",
];

async fn unduh(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(berkas): Jalur<String>,
    Query(q): Query<Vec<(String, String)>>,
) -> Hasil {
    let s = Saring::dari(&q, app.store.sekarang().hari(k.zona.nama()).year());
    let isi = muat(&app, &k, &pelaku, &s).await?;
    let k = k.ilustrasi(isi.ilustrasi);
    match berkas.as_str() {
        "rekap.csv" => {
            let baris: Vec<Vec<String>> = isi.unit.iter().map(csv).collect();
            let isi = tabel_csv(&KOLOM, &baris, GayaCsv { bom: true, ..GayaCsv::default() })?;
            Ok(unduhan::kirim(unduhan::CSV, "rekap-skm.csv", isi))
        }
        "rekap.xlsx" => Ok(unduhan::kirim(unduhan::XLSX, "rekap-skm.xlsx", xlsx(&k, &isi)?)),
        _ => Err(Error::TidakAda),
    }
}

fn csv(b: &BarisUnit) -> Vec<String> {
    let (ikm, mutu) = b.ikm.as_ref().map(|i| (i.1.tampil(2), i.2.clone())).unwrap_or_default();
    let (bawah, atas) = b.rentang.clone().unwrap_or_default();
    vec![
        b.unit.clone(),
        b.unit_kode.clone(),
        b.instansi.clone(),
        b.nama_ronde.clone(),
        b.kurun.clone(),
        b.n.to_string(),
        b.target.to_string(),
        b.persen.to_string(),
        ikm,
        mutu,
        bawah,
        atas,
        if b.terbit { "terbit".to_owned() } else { b.keadaan.kunci().to_owned() },
    ]
}

fn xlsx(k: &Konteks, isi: &Isi) -> Hasil<Vec<u8>> {
    let judul = format!("{} – {}", k.s("hasilskm-rekap-judul"), isi.judul);
    let mut lembar = vec![lembar_unit(k, isi, &judul)];
    if !isi.kelompok.is_empty() {
        lembar.push(lembar_kelompok(k, isi, &judul));
    }
    Ok(buku_xlsx(&judul, k.ilustrasi, &lembar)?)
}

/// Columns by the key of their name and their width.
fn kolom(k: &Konteks, semua: &[(&str, f64)]) -> Vec<Kolom> {
    semua.iter().map(|(kunci, lebar)| Kolom::new(k.s(kunci), *lebar)).collect()
}

fn lembar_unit(k: &Konteks, isi: &Isi, judul: &str) -> LembarTabel {
    let tiga = isi.tiga.iter().flat_map(|t| {
        [("hasilskm-polos", Some(&t.polos)), ("hasilskm-tertimbang", t.tertimbang.as_ref()), ("hasilskm-gabungan", t.gabungan.as_ref())]
    });
    let tiga = tiga.filter_map(|(kunci, n)| n.map(|n| format!("{}: {} ({})", k.s(kunci), n.teks, n.mutu)));
    // The same cells as in the CSV: figures as figures, the rest as text.
    let sel = |(kolom, isi): (&str, String)| match kolom {
        "responden" | "target" | "persen_target" => isi.parse().map_or(Sel::Kosong, Sel::Bulat),
        "ikm" | "selang_bawah" | "selang_atas" if isi.is_empty() => Sel::Kosong,
        "ikm" | "selang_bawah" | "selang_atas" => Sel::Angka(Angka::new(k.angka(&isi), isi)),
        _ => Sel::Teks(isi),
    };
    LembarTabel {
        nama: k.s("hasilskm-kolom-unit"),
        judul: judul.to_owned(),
        catatan: std::iter::once(k.s("hasilskm-rekap-sekali")).chain(tiga).collect(),
        kolom: kolom(
            k,
            &[
                ("hasilskm-kolom-unit", 40.0),
                ("hasilskm-kolom-kode", 16.0),
                ("hasilskm-kolom-instansi", 32.0),
                ("hasilskm-kolom-ronde", 28.0),
                ("hasilskm-kolom-kurun", 34.0),
                ("hasilskm-responden", 12.0),
                ("hasilskm-target", 12.0),
                ("hasilskm-kolom-persen", 12.0),
                ("hasilskm-kolom-ikm", 10.0),
                ("hasilskm-kolom-mutu", 8.0),
                ("hasilskm-kolom-bawah", 12.0),
                ("hasilskm-kolom-atas", 12.0),
                ("hasilskm-kolom-keadaan", 14.0),
            ],
        ),
        baris: isi.unit.iter().map(|b| KOLOM.into_iter().zip(csv(b)).map(sel).collect()).collect(),
    }
}

fn lembar_kelompok(k: &Konteks, isi: &Isi, judul: &str) -> LembarTabel {
    let nilai = |x: Option<&Nilai>| x.map_or(Sel::Kosong, |n| Sel::Angka(Angka::new(n.teks.clone(), n.eksak.clone())));
    let baris = isi.kelompok.iter().map(|g| {
        let t = g.tiga.as_ref();
        vec![
            Sel::from(&g.nama),
            Sel::Bulat(i64::try_from(g.unit).unwrap_or(i64::MAX)),
            t.map_or(Sel::Kosong, |t| Sel::Bulat(t.responden)),
            nilai(t.map(|t| &t.polos)),
            nilai(t.and_then(|t| t.tertimbang.as_ref())),
            nilai(t.and_then(|t| t.gabungan.as_ref())),
        ]
    });
    LembarTabel {
        nama: k.s("hasilskm-rekap-kelompok"),
        judul: judul.to_owned(),
        catatan: Vec::new(),
        kolom: kolom(
            k,
            &[
                ("hasilskm-kolom-instansi", 40.0),
                ("hasilskm-kolom-unit", 10.0),
                ("hasilskm-responden", 12.0),
                ("hasilskm-polos", 16.0),
                ("hasilskm-tertimbang", 16.0),
                ("hasilskm-gabungan", 16.0),
            ],
        ),
        baris: baris.collect(),
    }
}
