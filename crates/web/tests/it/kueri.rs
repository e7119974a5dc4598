//! How many statements a page asks of the database: not more of them because there is more to show, and never very many.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use store::{
    akun,
    kueri::terhitung,
    simulasi::{self, Ringkas, Ukuran},
};

use crate::app::TestApp;

/// A page that asks more than this does not know what it wants.
const PALING: u32 = 75;

/// What a page may ask more of when there is six times as much: a second page of a list, a cache that began.
const LUWES: u32 = 4;

/// Pages by the role that reads them; the first role is nobody's.
const HALAMAN: &[(&str, &[&str])] = &[
    ("", &["/", "/hasil", "/instansi", "/hasil-skm", "/mal", "/pengumuman", "/peta-nasional", "/peringkat-nasional"]),
    (
        "penyelenggara",
        &[
            "/",
            "/periode",
            "/periode/{p}",
            "/periode/{p}/persiapan",
            "/periode/{p}/jadwal",
            "/periode/{p}/kegiatan",
            "/periode/{p}/metode",
            "/periode/{p}/evaluator",
            "/periode/{p}/sk",
            "/periode/{p}/pernyataan",
            "/periode/{p}/lokus/pilih",
            "/periode/{p}/peringkat",
            "/periode/{p}/hak-jawab",
            "/periode/{p}/berita-acara",
            "/periode/{p}/lhe",
            "/periode/{p}/tindak-lanjut",
            "/periode/{p}/kesepakatan",
            "/periode/{p}/penerbitan",
            "/periode/{p}/penghargaan",
            "/periode/{p}/pembinaan",
            "/survei",
            "/survei/rekap",
            "/survei/{r}/hasil",
            "/lokus/{l}",
            "/lokus/{l}/hasil",
            "/lokus/{l}/penyampaian",
            "/lokus/{l}/f03",
        ],
    ),
    ("evaluator", &["/", "/lapangan", "/lokus/{l}", "/lokus/{l}/f02", "/lokus/{l}/f02/I", "/lokus/{l}/pra-evaluasi"]),
    ("unit-operator", &["/", "/lokus/{l}", "/lokus/{l}/f01", "/lokus/{l}/f01/I", "/layanan", "/pemberitahuan"]),
    ("penanggungjawab", &["/", "/periode", "/periode/{p}/sk"]),
    ("mpp-kepala", &["/"]),
    ("pelaksana", &["/"]),
];

/// Statements of each page, by role and path.
async fn hitung(unit: u32) -> BTreeMap<String, u32> {
    let app = TestApp::baru().await;
    let ukuran = Ukuran { unit, f03: unit * 10, skm: unit * 10, tiket: unit * 5, nasional: false, seed: 7 };
    let r: Ringkas = Box::pin(simulasi::isi(app.store(), ukuran, "$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$AAAA")).await.unwrap();
    let (periode, lokus, ronde) = (r.periode.last().unwrap().to_string(), r.contoh.to_string(), r.ronde_skm.to_string());
    let mut banyak = BTreeMap::new();
    for (peran, halaman) in HALAMAN {
        let peramban = match r.akun.iter().find(|(p, _)| p == peran) {
            Some((_, surel)) => app.masuk(akun::dari_surel(app.store(), surel).await.unwrap().unwrap().id).await,
            None => app.tamu(),
        };
        for pola in *halaman {
            let jalur = pola.replace("{p}", &periode).replace("{l}", &lokus).replace("{r}", &ronde);
            // The first time fills what is kept between pages.
            peramban.get(&jalur).await;
            let (j, n) = terhitung(peramban.get(&jalur)).await;
            assert_eq!(j.status, StatusCode::OK, "{peran} {pola}: {}", j.isi);
            banyak.insert(format!("{peran} {pola}"), n);
        }
    }
    banyak
}

#[tokio::test]
async fn a_page_asks_no_more_because_there_is_more_to_show() {
    let (sedikit, banyak) = (Box::pin(hitung(4)).await, Box::pin(hitung(24)).await);
    assert!(sedikit.values().any(|n| *n > 3), "statements are counted: {sedikit:?}");
    let mut salah = Vec::new();
    for (halaman, n) in &banyak {
        let dahulu = sedikit[halaman];
        if *n > dahulu + LUWES || *n > PALING {
            salah.push(format!("{halaman}: {n} statements with 24 units, {dahulu} with 4"));
        }
    }
    assert!(salah.is_empty(), "{}", salah.join("\n"));
}
