//! `docs/HAK-LINGKUP.md`: role x action x scope, as measured. Each route about a period or a lokus is called by people of each role
//! who belong to it, and by people with the same role elsewhere; what they met is compared with the page. Routes about a mall, a service, a
//! survey and a complaint are in `mal`.
//! `PRIMA_TULIS_DOKUMEN=1` writes it anew. The coarse table of all routes is `docs/HAK.md`.

mod mal;

use std::{collections::BTreeMap, fmt::Write as _};

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use store::{
    instansi::{self, InstansiBaru, UnitBaru},
    peran::{Lingkup, Peran},
};
use web::rute::{Akses, Baris};

use crate::{
    app::Peramban,
    bangun::Dunia,
    hasil::bangun::{akun_evaluator, dinilai, f03},
};

/// Role, name of its column, and what it is given for.
type Kolom = (Peran, &'static str, &'static str);
/// By address and method: who of the columns was let in.
type Tabel<const N: usize> = BTreeMap<(&'static str, String), [bool; N]>;

const KOLOM: [Kolom; 10] = [
    (Peran::Nasional, "nasional", "the installation"),
    (Peran::Penyelenggara, "penyelenggara", "the instansi that holds the period"),
    (Peran::Penyelenggara, "provinsi", "penyelenggara of the region above"),
    (Peran::Penanggungjawab, "penanggungjawab", "the instansi that holds the period"),
    (Peran::Pembina, "pembina", "the instansi that holds the period"),
    (Peran::Evaluator, "evaluator", "appointed by decree for the lokus"),
    (Peran::UnitOperator, "unit-operator", "the unit of the lokus"),
    (Peran::UnitKepala, "unit-kepala", "the unit of the lokus"),
    (Peran::PihakLain, "pihak-lain", "the period"),
    (Peran::Auditor, "auditor", "the instansi that holds the period"),
];

/// Routes whose address needs nothing but the period or the lokus, an aspect, an indicator, or one of a few words. A row below one of
/// them (a schedule, a recommendation) is reached by the same right.
fn jalur(d: &Dunia, pola: &str) -> Option<String> {
    let ganti = |bagian: &str| match bagian {
        "{lokus}" => Some(d.lokus.to_string()),
        "{periode}" => Some(d.periode.to_string()),
        "{aspek}" => Some("I".to_owned()),
        "{kode}" => Some("1.a.Ak".to_owned()),
        "{fase}" => Some("penyampaian".to_owned()),
        b if b.starts_with('{') => None,
        b => Some(b.to_owned()),
    };
    Some(pola.split('/').map(ganti).collect::<Option<Vec<_>>>()?.join("/"))
}

fn rute() -> Vec<Baris> {
    let semua = web::daftar();
    let milik =
        |b: &&Baris| b.akses != Akses::Publik && (b.jalur.starts_with("/lokus/{lokus}") || b.jalur.starts_with("/periode/{periode}"));
    // Reading before changing, so that what is changed hides nothing.
    let mut semua: Vec<Baris> = semua.tabel().iter().filter(milik).cloned().collect();
    semua.sort_by_key(|b| (b.metode != Method::GET, b.jalur, b.metode.to_string()));
    semua
}

async fn kirim(orang: &Peramban<'_>, metode: &Method, jalur: &str, (jenis, badan): (&str, &'static str)) -> StatusCode {
    let req = orang.permintaan(metode.clone(), jalur).header(header::CONTENT_TYPE, jenis);
    orang.kirim(req.body(Body::from(badan)).unwrap()).await.status
}

/// What a form is about, where it says so itself and not by its address; otherwise it is empty.
const ISI: &str = "indikator=1.a.Ak&dokumen=lhe";
const ISI_BERKAS: &str = "--x\r\nContent-Disposition: form-data; name=\"indikator\"\r\n\r\n1.a.Ak\r\n--x--\r\n";

/// Whether the person got past the question whether he may; what the form lacks comes after it.
async fn boleh(orang: &Peramban<'_>, metode: &Method, jalur: &str) -> bool {
    let mut status = kirim(orang, metode, jalur, ("application/x-www-form-urlencoded", ISI)).await;
    if status == StatusCode::BAD_REQUEST {
        // A form with a file, which is read before anything is looked up.
        status = kirim(orang, metode, jalur, ("multipart/form-data; boundary=x", ISI_BERKAS)).await;
    }
    assert!(!status.is_server_error(), "{metode} {jalur} answered {status}");
    !matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::NOT_FOUND)
}

/// A lokus in the middle of its evaluation: F01 sent, one sheet begun, the survey open.
async fn dunia() -> Dunia {
    let d = dinilai(5).await;
    f03(&d, 2).await;
    d
}

async fn orang<'a>(d: &'a Dunia, peran: Peran, kolom: &str) -> Peramban<'a> {
    let lingkup = match kolom {
        "nasional" => Lingkup::Instalasi,
        "provinsi" => Lingkup::Wilayah("64".into()),
        "evaluator" => return d.app.masuk(akun_evaluator(d).await).await,
        "unit-operator" | "unit-kepala" => Lingkup::Unit { unit: d.unit, instansi: d.instansi },
        "pihak-lain" => Lingkup::Periode(d.periode),
        _ => Lingkup::Instansi(d.instansi),
    };
    d.app.sebagai(peran, lingkup).await
}

#[tokio::test]
async fn the_page_of_rights_in_scope_is_current() {
    let mut tabel: Tabel<{ KOLOM.len() }> = BTreeMap::new();
    for (n, (peran, kolom, _)) in KOLOM.into_iter().enumerate() {
        let d = dunia().await;
        let orang = orang(&d, peran, kolom).await;
        for b in rute() {
            let Some(jalur) = jalur(&d, b.jalur) else { continue };
            tabel.entry((b.jalur, b.metode.to_string())).or_default()[n] = boleh(&orang, &b.metode, &jalur).await;
        }
    }
    let tujuan = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/HAK-LINGKUP.md");
    let kini = halaman(&tabel) + &Box::pin(mal::halaman()).await;
    if std::env::var_os("PRIMA_TULIS_DOKUMEN").is_some() {
        std::fs::write(&tujuan, &kini).unwrap();
    }
    let ada = std::fs::read_to_string(&tujuan).unwrap_or_default();
    assert!(ada == kini, "docs/HAK-LINGKUP.md is out of date: PRIMA_TULIS_DOKUMEN=1 cargo test -p web --test it -- rights_in_scope");
}

/// The same roles for another instansi, another unit, without an appointment: nothing of the table.
#[tokio::test]
async fn the_same_roles_elsewhere_may_nothing() {
    let d = dunia().await;
    let tx = d.app.store().mulai().await.unwrap();
    let kab = InstansiBaru { kode: "35.09", nama: "Kabupaten Lain", jenis: "kabupaten", wilayah: Some("35.09"), zona: "WIB" };
    let lain = instansi::tambah(&tx, None, kab).await.unwrap();
    let dinas = UnitBaru { kode: "64.08-dinas", instansi: d.instansi, induk: None, nama: "Dinas Sebelah", jenis: "dinas", alamat: "" };
    let sebelah = instansi::tambah_unit(&tx, None, dinas).await.unwrap();
    tx.commit().await.unwrap();
    for (peran, kolom, _) in KOLOM.into_iter().filter(|(p, ..)| !matches!(p, Peran::Nasional)) {
        let lingkup = match (peran, kolom) {
            (_, "provinsi") => Lingkup::Wilayah("35".into()),
            (Peran::UnitOperator | Peran::UnitKepala, _) => Lingkup::Unit { unit: sebelah, instansi: d.instansi },
            (Peran::PihakLain, _) => Lingkup::Periode(store::id::PeriodeId::baru()),
            // Of the same instansi, but nobody appointed him.
            (Peran::Evaluator, _) => Lingkup::Instansi(d.instansi),
            _ => Lingkup::Instansi(lain),
        };
        if let Lingkup::Periode(_) = lingkup {
            // A role for a period that is not there cannot be given; the store's own test has two periods.
            continue;
        }
        let akun = d.app.akun(&format!("luar-{kolom}-{peran}@uji.example"), &[(peran, lingkup)]).await;
        let orang = d.app.masuk(akun).await;
        for b in rute() {
            let Some(jalur) = jalur(&d, b.jalur) else { continue };
            assert!(!boleh(&orang, &b.metode, &jalur).await, "{kolom} from elsewhere: {} {}", b.metode, b.jalur);
        }
    }
}

fn halaman(tabel: &Tabel<{ KOLOM.len() }>) -> String {
    let mut teks = String::from(
        "# Role, action, scope\n\nMeasured by a test (`web/tests/it/hak_lingkup.rs`); do not edit. A lokus in the middle of its evaluation (F01 sent, a \
         sheet of scores begun, the survey open) was asked for every page and every change by people of each role **in its scope**. `x`: they \
         were let in; what the moment or the form still refuses comes after that. People with the same roles elsewhere were let in nowhere. \
         Changes are POST, PUT and DELETE. Rows below a page (one schedule, one recommendation) follow the page; a line without `x` had nothing to open at this moment. All routes: [HAK.md](HAK.md).\n\n",
    );
    tulis(&mut teks, &KOLOM, tabel);
    teks
}

/// What each role is given for, then a line for each route.
fn tulis<const N: usize>(teks: &mut String, kolom: &[Kolom; N], tabel: &Tabel<N>) {
    teks.push_str("| role | given for |\n|---|---|\n");
    for (_, nama, untuk) in kolom {
        let _ = writeln!(teks, "| {nama} | {untuk} |");
    }
    let kepala: Vec<_> = kolom.iter().map(|(_, k, _)| *k).collect();
    let _ = writeln!(teks, "\n| route | method | {} |", kepala.join(" | "));
    let _ = writeln!(teks, "|---|---|{}", "---|".repeat(N));
    for ((jalur, metode), siapa) in tabel {
        let sel: Vec<_> = siapa.iter().map(|b| if *b { "x" } else { " " }).collect();
        let _ = writeln!(teks, "| `{jalur}` | {metode} | {} |", sel.join(" | "));
    }
}
