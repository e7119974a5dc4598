//! What is around a request of a public survey, and what its page costs.

use std::io::Read as _;

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};

use super::tersembunyi;
use crate::{bangun::Dunia, f03::buka};

#[tokio::test]
async fn a_page_is_as_well_guarded_as_any_other_and_knows_no_session() {
    let d = Dunia::baru().await;
    let jalur = buka(&d).await;
    let biasa = d.app.tamu().get("/masuk").await.headers;
    let orang = d.operator().await;
    for alamat in [jalur.as_str(), &format!("{jalur}/terima-kasih"), "/f03/tidakada"] {
        let ini = orang.get(alamat).await.headers;
        for nama in biasa.keys().filter(|n| !["content-length", "x-request-id", "cache-control", "vary"].contains(&n.as_str())) {
            assert_eq!(ini.get(nama), biasa.get(nama), "{nama} of {alamat}");
        }
        assert!(!ini.contains_key(header::SET_COOKIE));
    }
    assert_eq!(d.app.tamu().get("/f03/a%00b").await.status, StatusCode::NOT_FOUND);
    let lain = d.app.tamu().kirim(d.app.tamu().permintaan(Method::PUT, &jalur).body(Body::empty()).unwrap()).await;
    assert_eq!(lain.status, StatusCode::METHOD_NOT_ALLOWED);
    lain.memuat("<h1");
}

/// The values differ, the rest does not; and it is light.
#[tokio::test]
async fn a_page_is_compressed_once_with_its_own_values_and_light() {
    let d = Dunia::baru().await;
    let jalur = buka(&d).await;
    let tamu = d.app.tamu();
    let mut semua = Vec::new();
    for _ in 0..3 {
        let req = tamu.permintaan(Method::GET, &jalur).header(header::ACCEPT_ENCODING, "gzip, deflate, br");
        let (headers, isi) = tamu.kirim_mentah(req.body(Body::empty()).unwrap()).await;
        assert_eq!(headers[header::CONTENT_ENCODING], "gzip");
        assert_eq!(headers[header::CONTENT_LENGTH], isi.len().to_string());
        let mut teks = String::new();
        flate2::read::GzDecoder::new(&isi[..]).read_to_string(&mut teks).unwrap();
        let aset = ["survei.css", "survei.js"].iter().filter_map(|n| web::aset::panjang_gzip(n)).sum::<usize>();
        assert!(isi.len() + aset < 30 * 1024, "{} bytes of page and {aset} of style and script", isi.len());
        assert!(!teks.contains("%%"));
        semua.push((tersembunyi(&teks), teks));
    }
    let (a, b) = (&semua[0], &semua[1]);
    assert!(a.0[0] != b.0[0] && a.0[1] != b.0[1], "its own id and stamp");
    let polos = tamu.get(&jalur).await.isi;
    let rata = |f: &[(String, String)], teks: &str| teks.replace(&f[0].1, "").replace(&f[1].1, "");
    assert_eq!(rata(&a.0, &a.1), rata(&tersembunyi(&polos), &polos));
}

/// The database is closed under the program: what is kept is still served, so it asks nothing.
#[tokio::test]
async fn a_page_that_is_kept_asks_the_database_nothing() {
    let d = Dunia::baru().await;
    let jalur = buka(&d).await;
    let tamu = d.app.tamu();
    assert_eq!(tamu.get(&jalur).await.status, StatusCode::OK);
    assert_eq!(tamu.get(&format!("{jalur}?bahasa=en")).await.status, StatusCode::OK);
    d.app.store().baca().clone().close().await.unwrap();
    for alamat in [jalur.clone(), format!("{jalur}?bahasa=en"), format!("{jalur}/terima-kasih")] {
        assert_eq!(tamu.get(&alamat).await.status, StatusCode::OK, "{alamat}");
    }
    assert!(tamu.get("/f03/lain").await.status.is_server_error(), "the database is really closed");
}

/// Neither kept nor repeated.
#[tokio::test]
async fn an_endless_link_leads_nowhere_and_weighs_nothing() {
    let d = Dunia::baru().await;
    let tamu = d.app.tamu();
    let pendek = tamu.get("/skm/tidakada").await;
    for token in ["a".repeat(20_000), "%3Cscript%3E".to_owned()] {
        let hasil = tamu.get(&format!("/skm/{token}")).await;
        assert_eq!(hasil.status, StatusCode::NOT_FOUND);
        assert!(hasil.isi.len() < pendek.isi.len() + 1000, "{} bytes", hasil.isi.len());
    }
}
