use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use store::bukti;

use super::{KODE, pdf};
use crate::{
    app::{Jawaban, Peramban},
    bangun::Dunia,
};

async fn minta(p: &Peramban<'_>, metode: Method, jalur: &str, isi: &[u8]) -> Jawaban {
    let req = p.permintaan(metode, jalur).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let mut req = req.body(Body::from(isi.to_vec())).unwrap();
    req.headers_mut().insert(header::ACCEPT, "application/json".parse().unwrap());
    p.kirim(req).await
}

async fn mulai(d: &Dunia, p: &Peramban<'_>, ukuran: usize) -> (String, Jawaban) {
    let id = uuid::Uuid::new_v4();
    let isi = format!("id={id}&indikator={KODE}&nama=sk.pdf&keterangan=SK&ukuran={ukuran}");
    let j = minta(p, Method::POST, &format!("/lokus/{}/unggahan", d.lokus), isi.as_bytes()).await;
    (format!("/lokus/{}/unggahan/{id}", d.lokus), j)
}

#[tokio::test]
async fn a_broken_line_is_gone_on_with() {
    let d = Dunia::baru().await;
    let p = d.operator().await;
    let isi = pdf(&"x".repeat(5000));
    let (jalur, j) = mulai(&d, &p, isi.len()).await;
    assert_eq!(j.status, StatusCode::OK);
    j.memuat("\"diterima\":0");
    minta(&p, Method::PUT, &format!("{jalur}/0"), &isi[..2000]).await.memuat("\"diterima\":2000");
    let j = minta(&p, Method::PUT, &format!("{jalur}/3000"), &isi[3000..4000]).await;
    assert_eq!(j.status, StatusCode::CONFLICT);
    j.memuat("\"diterima\":2000");
    let j = minta(&p, Method::POST, &format!("{jalur}/akhir"), b"").await;
    assert_eq!(j.status, StatusCode::CONFLICT);
    minta(&p, Method::GET, &jalur, b"").await.memuat("\"diterima\":2000");
    minta(&p, Method::PUT, &format!("{jalur}/2000"), &isi[2000..]).await;
    for _ in 0..2 {
        let j = minta(&p, Method::POST, &format!("{jalur}/akhir"), b"").await;
        assert_eq!(j.status, StatusCode::OK);
        j.memuat("sk.pdf").memuat("\"bukti\"");
    }
    let semua = bukti::daftar(d.app.store().baca(), d.lokus).await.unwrap();
    assert_eq!((semua.len(), semua[0].keterangan.as_str(), semua[0].ukuran), (1, "SK", i64::try_from(isi.len()).ok()));
}

#[tokio::test]
async fn refusals_say_why() {
    let d = Dunia::baru().await;
    let p = d.operator().await;
    let (_, j) = mulai(&d, &p, 21 * 1024 * 1024).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("lebih besar dari 20 MB");
    let (jalur, _) = mulai(&d, &p, 3).await;
    minta(&p, Method::PUT, &format!("{jalur}/0"), b"abc").await;
    let j = minta(&p, Method::POST, &format!("{jalur}/akhir"), b"").await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Isinya teks biasa, bukan PDF");
    assert_eq!(minta(&p, Method::GET, &jalur, b"").await.status, StatusCode::NOT_FOUND, "nothing half stored");
}

#[tokio::test]
async fn an_upload_belongs_to_its_person() {
    let d = Dunia::baru().await;
    let p = d.operator().await;
    let (jalur, _) = mulai(&d, &p, 100).await;
    let lain = d
        .app
        .akun(
            "lain@uji.example",
            &[(store::peran::Peran::UnitOperator, store::peran::Lingkup::Unit { unit: d.unit, instansi: d.instansi })],
        )
        .await;
    let lain = d.app.masuk(lain).await;
    assert_eq!(minta(&lain, Method::GET, &jalur, b"").await.status, StatusCode::NOT_FOUND);
    assert_eq!(minta(&lain, Method::PUT, &format!("{jalur}/0"), b"x").await.status, StatusCode::NOT_FOUND);
    assert_eq!(minta(&p, Method::DELETE, &jalur, b"").await.status, StatusCode::NO_CONTENT);
    assert_eq!(minta(&p, Method::GET, &jalur, b"").await.status, StatusCode::NOT_FOUND);
}
