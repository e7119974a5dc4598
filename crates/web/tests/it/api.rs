//! The interface for programs: its document, that each answer is what the document says, what holds for all calls, and that
//! nothing closed comes out.

pub mod cocok;
mod kait;
mod tulis;

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use serde_json::Value;
use std::collections::BTreeSet;
use store::{kueri::Kueri as _, nilai};
use web::{
    Konfig,
    api::{dokumen, operasi},
};

use crate::{
    app::{Peramban, TestApp},
    hasilskm::{Uji, enam_puluh},
    publik::terbitan::{kerjakan, terbit},
};
use cocok::cocok;

/// Operations whose answers are held against the document: in this file, and in `mpp.rs`.
const DIPERIKSA: [(&str, &str); 21] = [
    ("openapi", "/api/v1/openapi.json"),
    ("daftarPeriode", "/api/v1/periode"),
    ("hasilPeriode", "/api/v1/periode/uji-2026/hasil"),
    ("satuHasil", "/api/v1/periode/uji-2026/hasil/uji-2026-rsud"),
    ("peringkatInstansi", "/api/v1/periode/uji-2026/peringkat"),
    ("versiTerbitan", "/api/v1/periode/uji-2026/terbitan"),
    ("daftarEdisi", "/api/v1/edisi"),
    ("daftarKunci", "/api/v1/kunci"),
    ("daftarInstansi", "/api/v1/instansi"),
    ("daftarInstansi", "/api/v1/instansi?kelompok=kabupaten&cari=utai"),
    ("rincianInstansi", "/api/v1/instansi/64.08"),
    ("unitInstansi", "/api/v1/instansi/64.08/unit"),
    ("daftarSkm", "/api/v1/skm"),
    ("rincianSkm", ""),
    ("daftarLayanan", "/api/v1/layanan"),
    ("rincianLayanan", "/api/v1/layanan/rawat-jalan"),
    ("daftarMpp", "/api/v1/mpp"),
    ("rincianMpp", "/api/v1/mpp/mal-uji"),
    ("antreanMpp", "/api/v1/mpp/mal-uji/antrean"),
    ("kinerjaMpp", "/api/v1/mpp/mal-uji/kinerja"),
    ("kinerjaMpp", "/api/v1/mpp/mal-uji/kinerja?dari=2026-01-01&sampai=2026-03-02"),
];

/// Holds those addresses against the document that begin with one of these.
pub async fn periksa(p: &Peramban<'_>, awal: &[&str]) -> usize {
    let mut n = 0;
    for (id, jalur) in DIPERIKSA.iter().filter(|(_, j)| awal.iter().any(|a| j.starts_with(a))) {
        cocok(p, id, jalur).await;
        n += 1;
    }
    n
}

async fn baca(p: &Peramban<'_>, jalur: &str) -> Value {
    serde_json::from_str(&p.get(jalur).await.isi).unwrap()
}

#[test]
fn the_document_names_exactly_the_routes() {
    let mut rute: Vec<String> = web::daftar()
        .tabel()
        .iter()
        .filter(|b| b.jalur.starts_with("/api/"))
        .map(|b| format!("{} {}", b.metode.as_str().to_lowercase(), b.jalur))
        .collect();
    let mut tabel: Vec<String> = operasi().map(|o| format!("{} {}", o.metode, o.jalur)).collect();
    rute.sort();
    tabel.sort();
    assert_eq!(rute, tabel);
    let d = dokumen();
    assert_eq!(d["openapi"], "3.1.0");
    let mut id = BTreeSet::new();
    for o in operasi() {
        assert_eq!(d["paths"][o.jalur][o.metode]["operationId"], o.id);
        assert!(id.insert(o.id), "{} stands twice", o.id);
    }
    let diperiksa: BTreeSet<&str> = DIPERIKSA.iter().map(|d| d.0).collect();
    let baca: BTreeSet<&str> = operasi().filter(|o| o.metode == "get").map(|o| o.id).collect();
    assert_eq!(diperiksa, baca, "answers that no test holds against the document");
    assert_eq!(cocok::acuan_hilang(&d), Vec::<String>::new());
}

#[tokio::test]
async fn answers_about_periods_are_what_the_document_says() {
    let d = terbit().await;
    kerjakan(&d.app).await;
    let tamu = d.app.tamu();
    let awal = ["/api/v1/openapi", "/api/v1/periode", "/api/v1/edisi", "/api/v1/kunci", "/api/v1/instansi"];
    assert_eq!(periksa(&tamu, &awal).await, 12);
    let hasil = baca(&tamu, "/api/v1/periode/uji-2026/hasil").await;
    assert_eq!(
        (&hasil["semua"], &hasil["hasil"][0]["lokus"], &hasil["hasil"][0]["peringkat"], &hasil["berikut"]),
        (&1.into(), &"uji-2026-rsud".into(), &1.into(), &Value::Null)
    );
    assert_eq!(baca(&tamu, "/api/v1/periode/uji-2026/hasil?lewati=1").await["hasil"], serde_json::json!([]));
    assert_eq!(baca(&tamu, "/api/v1/periode/uji-2026/terbitan").await["versi"][0]["berkas"], "/hasil/uji-2026/terbitan/1");
    let katalog = baca(&tamu, "/data/catalog.jsonld").await;
    assert_eq!(katalog["@type"], "dcat:Catalog");
    assert!(katalog["dct:publisher"]["foaf:name"].is_string(), "portals ask who gives a catalogue");
    // A dataset and its file are two things: one name for both would melt them into one.
    for d in katalog["dcat:dataset"].as_array().unwrap() {
        assert!(d["dct:publisher"]["foaf:name"].is_string(), "{d}");
        for b in d["dcat:distribution"].as_array().unwrap() {
            assert_ne!(b["@id"], d["@id"], "{d}");
        }
    }
    let tanpa = &katalog["dcat:dataset"][0];
    assert!(tanpa["dct:license"].is_null() && tanpa["dct:rights"]["rdfs:label"].as_str().unwrap().contains("belum ditetapkan"), "{tanpa}");
    let ckan = baca(&tamu, "/data/ckan.json").await;
    let paket = ckan["result"]["results"].as_array().unwrap();
    assert_eq!(
        (ckan["result"]["count"].as_u64(), paket[0]["license_id"].as_str()),
        (u64::try_from(paket.len()).ok(), Some("notspecified"))
    );
    assert_eq!(paket.len(), katalog["dcat:dataset"].as_array().unwrap().len());
    assert_eq!(katalog["dcat:dataset"][0]["dct:temporal"]["dcat:startDate"]["@type"], "xsd:gYear");
    let berkas = &katalog["dcat:dataset"][0]["dcat:distribution"];
    for b in berkas.as_array().unwrap() {
        let jalur = b["dcat:accessURL"]["@id"].as_str().unwrap().trim_start_matches("http://127.0.0.1:8080");
        assert_eq!(tamu.get(jalur).await.status, StatusCode::OK, "{jalur}");
    }
}

#[tokio::test]
async fn surveys_are_read_page_by_page() {
    let u = Uji::baru(TestApp::baru().await).await;
    let tamu = u.app.tamu();
    assert_eq!(baca(&tamu, "/api/v1/skm").await["skm"], serde_json::json!([]));
    let mut kode = Vec::new();
    for nama in ["Satu", "Dua", "Tiga"] {
        let r = u.ronde(u.d.rsud, nama, (jiff::civil::date(2026, 1, 1), jiff::civil::date(2026, 6, 30))).await;
        u.jawab(r, &enam_puluh(), None).await;
        assert_eq!(
            tamu.get(&format!("/api/v1/skm/{}", kode.last().map_or("x", String::as_str))).await.status.is_success(),
            !kode.is_empty()
        );
        kode.push(u.terbitkan(r).await);
    }
    cocok(&tamu, "daftarSkm", "/api/v1/skm").await;
    cocok(&tamu, "rincianSkm", &format!("/api/v1/skm/{}", kode[0])).await;
    let (mut dapat, mut jalur) = (Vec::new(), "/api/v1/skm?batas=1".to_owned());
    loop {
        let v = baca(&tamu, &jalur).await;
        dapat.push(v["skm"][0]["kode"].as_str().unwrap().to_owned());
        let Some(k) = v["berikut"].as_str() else { break };
        jalur = format!("/api/v1/skm?batas=1&kursor={k}");
    }
    kode.reverse();
    assert_eq!(dapat, kode);
    // The page that the cursor stands on is gone: the reader is told, not led past something.
    let k = baca(&tamu, "/api/v1/skm?batas=1").await["berikut"].as_str().unwrap().to_owned();
    let r = store::skm::dari_kode(u.app.store().baca(), &kode[0]).await.unwrap().id;
    u.tarik(r, "Salah hitung").await;
    let j = tamu.get(&format!("/api/v1/skm?batas=1&kursor={k}")).await;
    assert_eq!(j.status, StatusCode::BAD_REQUEST);
    j.memuat("api-kursor-basi");
    assert_eq!(tamu.get(&format!("/api/v1/skm/{}", kode[0])).await.status, StatusCode::NOT_FOUND, "withdrawn");
}

/// However many there are, the catalogue names them all, under the licence that was set.
#[tokio::test]
async fn the_catalogue_names_every_survey_and_its_licence() {
    let mut konfig = Konfig { laju: false, batas_waktu: 300, ..Konfig::default() };
    konfig.katalog.lisensi = "CC-BY-4.0".into();
    konfig.katalog.lisensi_alamat = "https://creativecommons.org/licenses/by/4.0/".into();
    let u = Uji::baru(Box::pin(TestApp::dengan(konfig)).await).await;
    let r = u.ronde(u.d.rsud, "Satu", (jiff::civil::date(2026, 1, 1), jiff::civil::date(2026, 6, 30))).await;
    u.jawab(r, &enam_puluh(), None).await;
    let kode = u.terbitkan(r).await;
    let tx = u.app.store().mulai().await.unwrap();
    let salin = "INSERT INTO skm_terbit (id, ronde_id, isi, sidik, tanda, pada, oleh)
        SELECT $1, ronde_id, REPLACE(isi, $2, $3), $3, tanda, pada, oleh FROM skm_terbit ORDER BY id LIMIT 1";
    for n in 0..1_004 {
        tx.jalankan(salin, nilai![uuid::Uuid::now_v7(), kode.as_str(), format!("{kode}-{n}")]).await.unwrap();
    }
    tx.commit().await.unwrap();
    let tamu = u.app.tamu();
    let katalog = baca(&tamu, "/data/catalog.jsonld").await;
    let semua: BTreeSet<&str> =
        katalog["dcat:dataset"].as_array().unwrap().iter().filter_map(|d| d["dct:identifier"].as_str()?.strip_prefix("skm-")).collect();
    assert_eq!(semua.len(), 1_005, "the first one and its copies");
    let lisensi = serde_json::json!({ "@type": "dct:LicenseDocument", "dct:title": "CC-BY-4.0",
        "@id": "https://creativecommons.org/licenses/by/4.0/" });
    let satu = &katalog["dcat:dataset"][0];
    for d in [&katalog, satu, &satu["dcat:distribution"][0]] {
        assert_eq!((&d["dct:license"], d["dct:rights"].is_null()), (&lisensi, true), "{d}");
    }
    let ckan = baca(&tamu, "/data/ckan.json").await;
    let paket = &ckan["result"]["results"];
    assert_eq!((ckan["result"]["count"].as_u64().unwrap() >= 1_005, paket[0]["license_id"].as_str()), (true, Some("CC-BY-4.0")));
    assert_eq!(paket[0]["license_url"], "https://creativecommons.org/licenses/by/4.0/");
}

#[tokio::test]
async fn every_fault_is_a_problem_document() {
    let app = TestApp::baru().await;
    crate::dunia::dunia(&app).await;
    let p = app.tamu();
    let mut semua = Vec::new();
    for (jalur, status) in [
        ("tidak-ada", 404),
        ("periode/lain/hasil", 404),
        ("instansi?batas=banyak", 400),
        ("instansi?kelompok=kecamatan", 400),
        ("instansi?kelompok=", 400),
        ("mpp/%00", 404),
        ("skm?kursor=!", 400),
    ] {
        semua.push((p.get(&format!("/api/v1/{jalur}")).await, status));
    }
    semua.push((p.kirim(p.permintaan(Method::POST, "/api/v1/periode").body(Body::empty()).unwrap()).await, 405));
    semua.push((p.kirim(p.permintaan(Method::POST, "/api/v1/unit").body(Body::from("{}")).unwrap()).await, 401));
    for (j, status) in semua {
        assert_eq!(j.status.as_u16(), status, "{}", j.isi);
        assert_eq!(j.headers[header::CONTENT_TYPE], "application/problem+json", "{}", j.isi);
        let v: Value = serde_json::from_str(&j.isi).unwrap();
        cocok::terhadap(&dokumen(), &serde_json::json!({ "$ref": "#/components/schemas/Masalah" }), &v, "problem", false);
        assert_eq!(v["status"], status);
        assert_eq!(v["id"].as_str().map(str::len), Some(32), "by which help finds it in the log: {}", j.isi);
        let kalimat = v["detail"].as_str().unwrap();
        assert!(!kalimat.contains("{ "), "{}", j.isi);
        assert!(!["Peramban", "halaman", "formulir", "beranda"].iter().any(|x| kalimat.contains(x)), "said to a program: {kalimat}");
    }
}

#[tokio::test]
async fn what_did_not_change_is_not_sent_again() {
    let app = TestApp::baru().await;
    crate::dunia::dunia(&app).await;
    let p = app.tamu();
    let j = p.get("/api/v1/instansi").await;
    assert_eq!(j.headers[header::CACHE_CONTROL], "public, max-age=60");
    assert_eq!(j.headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*");
    let etag = j.headers[header::ETAG].to_str().unwrap().to_owned();
    // Whoever asks for the head alone is told the same, without the content.
    let kepala = p.kirim(p.permintaan(Method::HEAD, "/api/v1/instansi").body(Body::empty()).unwrap()).await;
    assert_eq!((kepala.status, &kepala.headers[header::ETAG], kepala.isi.as_str()), (StatusCode::OK, &j.headers[header::ETAG], ""));
    assert_eq!(kepala.headers[header::CONTENT_LENGTH].to_str().unwrap(), j.isi.len().to_string());
    let lagi = async |etag: &str| {
        p.kirim(p.permintaan(Method::GET, "/api/v1/instansi").header(header::IF_NONE_MATCH, etag).body(Body::empty()).unwrap()).await
    };
    for sama in [etag.clone(), format!("W/{etag}"), format!("\"x\", {etag}"), "*".into()] {
        let j = lagi(&sama).await;
        assert_eq!((j.status, j.isi.as_str()), (StatusCode::NOT_MODIFIED, ""), "{sama}");
        assert_eq!(j.headers[header::ETAG], etag.as_str());
    }
    let tx = app.store().mulai().await.unwrap();
    let b = store::instansi::InstansiBaru { kode: "11.01", nama: "Aceh Selatan", jenis: "kabupaten", wilayah: None, zona: "WIB" };
    store::instansi::tambah(&tx, None, b).await.unwrap();
    tx.commit().await.unwrap();
    let j = lagi(&etag).await;
    assert_eq!(j.status, StatusCode::OK);
    j.memuat("Aceh Selatan");
}

#[tokio::test]
async fn who_asks_too_often_waits() {
    let app = TestApp::dengan(Konfig { api_tamu_per_menit: 3, ..Konfig::default() }).await;
    let p = app.tamu();
    for _ in 0..3 {
        assert_eq!(p.get("/api/v1/instansi").await.status, StatusCode::OK);
    }
    let j = p.get("/api/v1/instansi").await;
    assert_eq!((j.status, j.headers[header::RETRY_AFTER].to_str().unwrap()), (StatusCode::TOO_MANY_REQUESTS, "20"), "three a minute");
    assert!(j.isi.contains("Retry-After") && !j.isi.contains("muat ulang"), "said to a program: {}", j.isi);
    assert_eq!(j.headers[header::CONTENT_TYPE], "application/problem+json");
    assert_eq!(p.get("/api").await.status, StatusCode::OK, "people are not counted with programs");
}

#[tokio::test]
async fn the_page_explains_every_operation_in_both_languages() {
    let app = TestApp::baru().await;
    let p = app.tamu();
    let j = p.get("/api").await;
    for o in operasi() {
        j.memuat(o.jalur);
    }
    j.memuat("Kiriman ulang").memuat("webhook-signature").memuat("impor-unit").memuat("permohonan.keadaan");
    p.kuki.borrow_mut().insert("bahasa".into(), "en".into());
    p.get("/api").await.memuat("Interface for programs").memuat("Registers or changes units");
}

#[tokio::test]
async fn a_parameter_that_cannot_be_read_is_named() {
    let app = TestApp::baru().await;
    let p = app.tamu();
    for jalur in
        ["/api/v1/instansi?batas=abc", "/api/v1/layanan?batas=-1", "/api/v1/skm?batas=99999999999999999999", "/api/v1/mpp?batas=1&batas=2"]
    {
        let j = p.get(jalur).await;
        let v: serde_json::Value = serde_json::from_str(&j.isi).unwrap();
        assert_eq!(
            (j.status, &v["galat"], &v["parameter"]),
            (StatusCode::BAD_REQUEST, &"api-parameter".into(), &"batas".into()),
            "{jalur}"
        );
        assert_eq!(v["title"], "Permintaan tidak dapat dibaca", "a title for people, not a key");
        assert!(v["detail"].as_str().unwrap().contains("Parameter batas"), "{v}");
    }
    p.get("/api/v1/instansi?kelompok=x").await.memuat("\"parameter\":\"kelompok\"");
}
