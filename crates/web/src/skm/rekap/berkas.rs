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
    let angka = |n: i64| Sel::Bulat(n);
    let nilai = |x: Option<&Nilai>| x.map_or(Sel::Kosong, |n| Sel::Angka(Angka::new(n.teks.clone(), n.eksak.clone())));
    let mut catatan = vec![k.s("hasilskm-rekap-sekali")];
    if let Some(t) = &isi.tiga {
        for (kunci, n) in
            [("hasilskm-polos", Some(&t.polos)), ("hasilskm-tertimbang", t.tertimbang.as_ref()), ("hasilskm-gabungan", t.gabungan.as_ref())]
        {
            if let Some(n) = n {
                catatan.push(format!("{}: {} ({})", k.s(kunci), n.teks, n.mutu));
            }
        }
    }
    let desimal = |s: &str| if s.is_empty() { Sel::Kosong } else { Sel::Angka(Angka::new(k.angka(s), s)) };
    let unit = |b: &BarisUnit| {
        let x = csv(b);
        vec![
            Sel::from(&x[0]),
            Sel::from(&x[1]),
            Sel::from(&x[2]),
            Sel::from(&x[3]),
            Sel::from(&x[4]),
            angka(i64::try_from(b.n).unwrap_or(i64::MAX)),
            angka(b.target),
            angka(b.persen),
            desimal(&x[8]),
            Sel::from(&x[9]),
            desimal(&x[10]),
            desimal(&x[11]),
            Sel::from(&x[12]),
        ]
    };
    let judul_kolom = |kunci: &str, lebar: f64| Kolom::new(k.s(kunci), lebar);
    let kolom = vec![
        judul_kolom("hasilskm-kolom-unit", 40.0),
        judul_kolom("hasilskm-kolom-kode", 16.0),
        judul_kolom("hasilskm-kolom-instansi", 32.0),
        judul_kolom("hasilskm-kolom-ronde", 28.0),
        judul_kolom("hasilskm-kolom-kurun", 34.0),
        judul_kolom("hasilskm-responden", 12.0),
        judul_kolom("hasilskm-target", 12.0),
        judul_kolom("hasilskm-kolom-persen", 12.0),
        judul_kolom("hasilskm-kolom-ikm", 10.0),
        judul_kolom("hasilskm-kolom-mutu", 8.0),
        judul_kolom("hasilskm-kolom-bawah", 12.0),
        judul_kolom("hasilskm-kolom-atas", 12.0),
        judul_kolom("hasilskm-kolom-keadaan", 14.0),
    ];
    let mut lembar = vec![LembarTabel {
        nama: k.s("hasilskm-kolom-unit"),
        judul: judul.clone(),
        catatan,
        kolom,
        baris: isi.unit.iter().map(unit).collect(),
    }];
    if !isi.kelompok.is_empty() {
        let baris = isi.kelompok.iter().map(|g| {
            let t = g.tiga.as_ref();
            vec![
                Sel::from(&g.nama),
                angka(i64::try_from(g.unit).unwrap_or(i64::MAX)),
                t.map_or(Sel::Kosong, |t| angka(t.responden)),
                nilai(t.map(|t| &t.polos)),
                nilai(t.and_then(|t| t.tertimbang.as_ref())),
                nilai(t.and_then(|t| t.gabungan.as_ref())),
            ]
        });
        lembar.push(LembarTabel {
            nama: k.s("hasilskm-rekap-kelompok"),
            judul: judul.clone(),
            catatan: Vec::new(),
            kolom: vec![
                judul_kolom("hasilskm-kolom-instansi", 40.0),
                judul_kolom("hasilskm-kolom-unit", 10.0),
                judul_kolom("hasilskm-responden", 12.0),
                judul_kolom("hasilskm-polos", 16.0),
                judul_kolom("hasilskm-tertimbang", 16.0),
                judul_kolom("hasilskm-gabungan", 16.0),
            ],
            baris: baris.collect(),
        });
    }
    Ok(buku_xlsx(&judul, k.ilustrasi, &lembar)?)
}
