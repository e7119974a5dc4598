//! Every bad input: a clear answer, nothing stored.

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use serde_json::json;

use super::{
    f03, ganti,
    kirim::{kirim_json, sebagai_json},
    pinjam, tersembunyi,
};
use crate::{bangun::Dunia, f03::buka};

async fn kosong(d: &Dunia) {
    d.operator().await.get(&format!("/lokus/{}/f03", d.lokus)).await.memuat("0 dari 10");
}

#[tokio::test]
async fn a_forged_stamp_is_refused_and_the_form_comes_back_good() {
    let d = Dunia::baru().await;
    let jalur = buka(&d).await;
    let tamu = d.app.tamu();
    let f = f03(&tamu.get(&jalur).await.isi, 4);
    for palsu in ["", "A", &"A".repeat(38)] {
        let jawaban = tamu.post(&jalur, &pinjam(&ganti(&f, "stempel", palsu))).await;
        assert_eq!(jawaban.status, StatusCode::FORBIDDEN);
        assert_eq!(jawaban.isi.matches(" checked").count(), 14, "what was chosen is kept");
        let (jawaban, kata) = kirim_json(&tamu, &jalur, &sebagai_json(&ganti(&f, "stempel", palsu))).await;
        assert_eq!((jawaban.status, &kata["galat"], &kata["stempel"]), (StatusCode::FORBIDDEN, &json!("stempel-palsu"), &json!(null)));
    }
    kosong(&d).await;
    let segar = tersembunyi(&tamu.post(&jalur, &pinjam(&ganti(&f, "stempel", "x"))).await.isi);
    let stempel = &segar.iter().find(|(n, _)| n == "stempel").unwrap().1;
    assert_eq!(tamu.post(&jalur, &pinjam(&ganti(&f, "stempel", stempel))).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn out_of_scale_missing_too_large_or_of_another_kind() {
    let d = Dunia::baru().await;
    let jalur = buka(&d).await;
    let tamu = d.app.tamu();
    let f = f03(&tamu.get(&jalur).await.isi, 4);
    for nilai in ["6", "-1", "4.0", "", "255", "99999999999999999999"] {
        let jawaban = tamu.post(&jalur, &pinjam(&ganti(&f, "p7", nilai))).await;
        assert_eq!(jawaban.status, StatusCode::UNPROCESSABLE_ENTITY, "{nilai:?}");
        assert_eq!(jawaban.isi.matches(" checked").count(), 13, "{nilai:?}");
    }
    let kirim = async |jenis: &str, isi: String| {
        let req = tamu.permintaan(Method::POST, &jalur).header(header::CONTENT_TYPE, jenis);
        tamu.kirim(req.body(Body::from(isi)).unwrap()).await
    };
    let besar = kirim("application/x-www-form-urlencoded", format!("saran={}", "a".repeat(17_000))).await;
    assert_eq!(besar.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(besar.isi.contains("<h1"), "an error is a page");
    assert_eq!(kirim("text/plain", "id=1".into()).await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert_eq!(kirim("multipart/form-data; boundary=x", "--x--".into()).await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert_eq!(kirim("application/json", "{".into()).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(kirim("application/x-www-form-urlencoded", String::new()).await.status, StatusCode::FORBIDDEN, "nothing: no stamp");
    assert_eq!(tamu.post(&jalur, &pinjam(&ganti(&f, "id", "1"))).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    kosong(&d).await;
}

/// A page elsewhere could make its visitors vote.
#[tokio::test]
async fn no_other_site_answers_for_its_visitors() {
    let d = Dunia::baru().await;
    let jalur = buka(&d).await;
    let tamu = d.app.tamu();
    let f = f03(&tamu.get(&jalur).await.isi, 4);
    let isi = f.iter().map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>().join("&");
    let kirim = async |kepala: &[(&str, &str)]| {
        let mut req = axum::http::Request::post(&jalur).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        for (n, v) in kepala {
            req = req.header(*n, *v);
        }
        tamu.kirim(req.body(Body::from(isi.clone())).unwrap()).await.status
    };
    assert_eq!(kirim(&[("sec-fetch-site", "cross-site"), ("origin", "https://jahat.example")]).await, StatusCode::FORBIDDEN);
    assert_eq!(kirim(&[("sec-fetch-site", "same-site")]).await, StatusCode::FORBIDDEN);
    assert_eq!(kirim(&[("host", "survei.go.id"), ("origin", "https://jahat.example")]).await, StatusCode::FORBIDDEN);
    assert_eq!(kirim(&[("host", "survei.go.id"), ("origin", "null")]).await, StatusCode::FORBIDDEN);
    kosong(&d).await;
    assert_eq!(kirim(&[("host", "survei.go.id"), ("origin", "https://survei.go.id")]).await, StatusCode::SEE_OTHER);
    assert_eq!(kirim(&[("sec-fetch-site", "same-site"), ("origin", "http://127.0.0.1:8080")]).await, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_closed_round_says_so_at_once_and_takes_nothing() {
    let d = Dunia::baru().await;
    let jalur = buka(&d).await;
    let tamu = d.app.tamu();
    let f = f03(&tamu.get(&jalur).await.isi, 4);
    let e = d.evaluator("eva@uji.example").await;
    let kelola = format!("/lokus/{}/f03", d.lokus);
    assert_eq!(e.post(&kelola, &[("_aksi", "tutup"), ("alasan", "Sudah cukup.")]).await.status, StatusCode::SEE_OTHER);
    tamu.get(&jalur).await.memuat("Sudah cukup.");
    let jawaban = tamu.post(&jalur, &pinjam(&f)).await;
    assert_eq!(jawaban.status, StatusCode::GONE);
    jawaban.memuat("Sudah cukup.");
    let (jawaban, kata) = kirim_json(&tamu, &jalur, &sebagai_json(&f)).await;
    assert_eq!((jawaban.status, &kata["galat"]), (StatusCode::GONE, &json!("tertutup")));
    kosong(&d).await;
}

/// A script on one address is slowed down; refused too often it has to work, and nobody else.
#[tokio::test]
async fn many_answers_from_one_source_make_it_work_alone() {
    let d = Dunia::dengan(serang()).await;
    let jalur = buka(&d).await;
    let buruk = Dari { d: &d, jalur: &jalur, alamat: "192.0.2.1" };
    let halaman = buruk.lihat().await;
    assert!(!halaman.isi.contains("data-kerja"));
    let f = f03(&halaman.isi, 4);
    for n in 0..41 {
        let jawaban = buruk.kirim(&ganti(&f, "id", &format!("7f2c1d1e-3f0e-4d43-9b4e-{n:012x}"))).await;
        assert_eq!(jawaban.status, if n < 40 { StatusCode::SEE_OTHER } else { StatusCode::TOO_MANY_REQUESTS });
        if n == 40 {
            assert_eq!(jawaban.headers["retry-after"], "91");
            assert_eq!(jawaban.isi.matches(" checked").count(), 14);
        }
    }
    for _ in 0..500 {
        buruk.kirim(&f).await;
    }
    buruk.lihat().await.memuat("data-kerja=\"18\"");
    let tetangga = Dari { alamat: "192.0.2.2", ..buruk };
    let halaman = tetangga.lihat().await;
    assert!(!halaman.isi.contains("data-kerja"), "one bad source makes nobody else work");
    assert_eq!(tetangga.kirim(&f03(&halaman.isi, 3)).await.status, StatusCode::SEE_OTHER);
}

/// Refusals of many sources are an attack on the round: then everyone works.
#[tokio::test]
async fn many_bad_sources_make_everyone_work() {
    let d = Dunia::dengan(serang()).await;
    let jalur = buka(&d).await;
    let f = ganti(&f03(&d.app.tamu().get(&jalur).await.isi, 4), "stempel", "palsu");
    for n in 1..=12 {
        for _ in 0..5 {
            let alamat = format!("198.51.100.{n}");
            assert_eq!(Dari { d: &d, jalur: &jalur, alamat: &alamat }.kirim(&f).await.status, StatusCode::FORBIDDEN);
        }
    }
    let lain = Dari { d: &d, jalur: &jalur, alamat: "192.0.2.9" };
    lain.lihat().await.memuat("data-kerja=\"18\"");
}

/// Behind a proxy of ours.
pub fn serang() -> web::Konfig {
    web::Konfig { laju: false, survei_per_jam: 40, proksi_tepercaya: vec!["0.0.0.0/32".into()], ..web::Konfig::default() }
}

/// A visitor at an address.
pub struct Dari<'a> {
    pub d: &'a Dunia,
    pub jalur: &'a str,
    pub alamat: &'a str,
}

impl Dari<'_> {
    pub async fn lihat(&self) -> crate::app::Jawaban {
        let tamu = self.d.app.tamu();
        let req = tamu.permintaan(Method::GET, self.jalur).header("x-forwarded-for", self.alamat);
        tamu.kirim(req.body(Body::empty()).unwrap()).await
    }

    pub async fn kirim(&self, f: &[(String, String)]) -> crate::app::Jawaban {
        let tamu = self.d.app.tamu();
        let isi = f.iter().map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>().join("&");
        let req = tamu.permintaan(Method::POST, self.jalur).header("x-forwarded-for", self.alamat);
        let req = req.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        tamu.kirim(req.body(Body::from(isi)).unwrap()).await
    }
}

/// Behind a proxy of ours, each person has the address that the proxy reports.
#[tokio::test]
async fn sources_behind_a_trusted_proxy_are_told_apart() {
    let konfig = web::Konfig { laju: false, survei_per_jam: 1, proksi_tepercaya: vec!["0.0.0.0/32".into()], ..web::Konfig::default() };
    let d = Dunia::dengan(konfig).await;
    let jalur = buka(&d).await;
    let tamu = d.app.tamu();
    let f = f03(&tamu.get(&jalur).await.isi, 4);
    for (no, (sumber, harap)) in
        [("192.0.2.1", 303), ("192.0.2.2", 303), ("192.0.2.1", 429), ("6.6.6.6, 192.0.2.2", 429)].into_iter().enumerate()
    {
        let f = ganti(&f, "id", &format!("7f2c1d1e-3f0e-4d43-9b4e-{no:012x}"));
        let isi = f.iter().map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>().join("&");
        let req = tamu.permintaan(Method::POST, &jalur).header("x-forwarded-for", sumber);
        let req = req.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        assert_eq!(tamu.kirim(req.body(Body::from(isi)).unwrap()).await.status.as_u16(), harap, "{sumber}");
    }
}

/// A body that gives no form back still speaks the language of the survey, says what to do, and speaks JSON to a script.
#[tokio::test]
async fn what_cannot_be_read_is_refused_in_the_language_of_the_survey() {
    let d = Dunia::baru().await;
    let jalur = buka(&d).await;
    let tamu = d.app.tamu();
    let kirim = async |bahasa: &str, kepala: &[(&str, &str)], isi: String| {
        let mut req = Request::post(format!("{jalur}/jawaban?bahasa={bahasa}"));
        for (n, v) in kepala {
            req = req.header(*n, *v);
        }
        tamu.kirim(req.body(Body::from(isi)).unwrap()).await
    };
    let formulir = ("content-type", "application/x-www-form-urlencoded");
    for (bahasa, kata) in
        [("id", "Jawaban terlalu besar"), ("en", "The answer is too large"), ("jv", "Wangsulan kagengen"), ("su", "Waleran ageung teuing")]
    {
        let besar = kirim(bahasa, &[formulir], format!("saran={}", "a".repeat(17_000))).await;
        assert_eq!(besar.status, StatusCode::PAYLOAD_TOO_LARGE);
        besar.memuat(&format!("<h1>{kata}</h1>")).memuat(&format!("<html lang=\"{bahasa}\"")).memuat(&format!("href=\"{jalur}"));
        assert!(!besar.isi.contains("/bantuan"), "no page of officers");
    }
    kirim("en", &[("content-type", "text/plain")], "id=1".into()).await.memuat("The answer cannot be read").memuat("press Send");
    let json = ("content-type", "application/json");
    for (kepala, isi, status, galat) in [
        (vec![json], "{".to_owned(), 400, "tidak-terbaca"),
        (vec![json], format!("{{\"saran\":\"{}\"}}", "a".repeat(17_000)), 413, "terlalu-besar"),
        (vec![("accept", "application/json"), ("content-type", "text/plain")], "x".into(), 415, "jenis-lain"),
        (vec![json, ("sec-fetch-site", "cross-site")], "{}".into(), 403, "situs-lain"),
    ] {
        let jawaban = kirim("su", &kepala, isi).await;
        let kata: serde_json::Value = serde_json::from_str(&jawaban.isi).expect("JSON");
        assert_eq!((jawaban.status.as_u16(), &kata["galat"]), (status, &json!(galat)));
        assert!(["judul", "isi", "lakukan"].iter().all(|k| kata[k].as_str().is_some_and(|t| t.len() > 8)), "{kata}");
    }
    let req = Request::post("/skm/tidakada/jawaban").header("content-type", "application/json");
    let hilang = tamu.kirim(req.body(Body::from("{}")).unwrap()).await;
    assert_eq!(hilang.status, StatusCode::NOT_FOUND);
    hilang.memuat("\"galat\":\"tidak-ada\"");
    kosong(&d).await;
}
