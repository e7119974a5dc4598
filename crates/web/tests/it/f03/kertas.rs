use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};

use super::buka;
use crate::{
    app::{Jawaban, Peramban},
    bangun::Dunia,
};

const BATAS: &str = "prima-uji";

async fn kirim(p: &Peramban<'_>, jalur: &str, isian: &[(&str, &str)], berkas: &[u8]) -> Jawaban {
    let mut isi = Vec::new();
    for (nama, nilai) in isian {
        isi.extend(format!("--{BATAS}\r\nContent-Disposition: form-data; name=\"{nama}\"\r\n\r\n{nilai}\r\n").into_bytes());
    }
    isi.extend(
        format!(
            "--{BATAS}\r\nContent-Disposition: form-data; name=\"pindaian\"; filename=\"f03.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
        )
        .into_bytes(),
    );
    isi.extend(berkas);
    isi.extend(format!("\r\n--{BATAS}--\r\n").into_bytes());
    let req = p.permintaan(Method::POST, jalur).header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BATAS}"));
    p.kirim(req.body(Body::from(isi)).unwrap()).await
}

#[tokio::test]
async fn paper_needs_its_scan_and_a_gap_is_never_a_zero() {
    let d = Dunia::baru().await;
    buka(&d).await;
    let operator = d.operator().await;
    let jalur = format!("/lokus/{}/f03/kertas", d.lokus);
    operator.get(&jalur).await.memuat("Lembar 10");
    let id = ["0197a000-0000-7000-8000-000000000001", "7f2c1d1e-3f0e-4d43-9b4e-1f54a2d7a001", "7f2c1d1e-3f0e-4d43-9b4e-1f54a2d7a002"];
    let mut isian = vec![("bundel".to_owned(), id[0].to_owned()), ("id0".into(), id[1].into()), ("id1".into(), id[2].into())];
    isian.extend((0..14).map(|s| (format!("s0-{s}"), "5".to_owned())));
    isian.extend((0..13).map(|s| (format!("s1-{s}"), "1".to_owned())));
    let pinjam: Vec<(&str, &str)> = isian.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();

    let tanpa = kirim(&operator, &jalur, &pinjam, b"").await;
    assert_eq!(tanpa.status, StatusCode::UNPROCESSABLE_ENTITY);
    tanpa.memuat("Pilih berkas pindaiannya.").memuat("value=\"5\"");
    assert_eq!(kirim(&operator, &jalur, &pinjam, b"MZ bukan pindaian").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut salah = pinjam.clone();
    salah.push(("s1-13", "9"));
    kirim(&operator, &jalur, &salah, b"%PDF-1.7 x")
        .await
        .memuat("Lembar 2, pernyataan 14: hanya angka 0 sampai 5, atau kosong.")
        .memuat("value=\"9\"");

    // More rows are asked for with the form: what was typed comes back, and nothing is called wrong yet.
    let mut lagi = pinjam.clone();
    lagi.extend([("_aksi", "tambah"), ("s1-13", "4"), ("keterangan", "Loket dua")]);
    let j = kirim(&operator, &jalur, &lagi, b"").await;
    assert_eq!(j.status, StatusCode::OK);
    j.memuat("Lembar 12").memuat("name=\"s1-13\" value=\"4\"").memuat("Loket dua").memuat(id[2]);
    assert!(!j.isi.contains("Pilih berkas pindaiannya."), "{}", j.isi);

    for _ in 0..2 {
        assert_eq!(
            kirim(&operator, &jalur, &pinjam, b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n").await.status,
            StatusCode::SEE_OTHER
        );
    }
    let mut ulang = pinjam.clone();
    ulang.retain(|(n, _)| *n != "s0-0");
    ulang.push(("s0-0", "2"));
    let ulang = kirim(&operator, &jalur, &ulang, b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n").await;
    assert_eq!(ulang.status, StatusCode::UNPROCESSABLE_ENTITY);
    ulang.memuat("Jika ini bundel lain").memuat("value=\"2\"");
    assert!(!ulang.isi.contains(id[0]), "a new bundle id");
    operator.get(&format!("/lokus/{}/f03", d.lokus)).await.memuat("1 dari 10").memuat("Bagian kertas: 100 %");
    // Two sheets came, one of them with a gap: the page says which number counts and why the other does not.
    operator
        .get(&format!("/lokus/{}/f03", d.lokus))
        .await
        .memuat("<dd>1 · Bagian kertas")
        .memuat("1 lembar kertas: ada pernyataan yang tidak dijawab")
        .memuat("Dihitung sebagian")
        .memuat("1 dari 2 lembar dihitung");

    let e = d.evaluator("eva@uji.example").await;
    let kelola = format!("/lokus/{}/f03", d.lokus);
    operator.get(&kelola).await.memuat("Ketik jawaban kertas");
    let halaman = e.get(&kelola).await.isi;
    assert!(halaman.contains("Tolak") && !halaman.contains("Ketik jawaban kertas"), "who may reject paper does not type it");
    assert_eq!(e.get(&jalur).await.status, StatusCode::FORBIDDEN);
    assert_eq!(kirim(&e, &jalur, &pinjam, b"%PDF-1.7").await.status, StatusCode::FORBIDDEN);
    let bundel = format!("/lokus/{}/f03/bundel/{}", d.lokus, id[0]);
    let pindaian = e.get(&format!("{bundel}/pindaian")).await;
    assert!(pindaian.headers["content-security-policy"].to_str().unwrap().starts_with("sandbox; default-src 'none'"));
    assert_eq!(pindaian.headers["content-type"], "application/pdf");
    let tolak = format!("{bundel}/penolakan");
    assert_eq!(operator.get(&tolak).await.status, StatusCode::FORBIDDEN);
    assert_eq!(e.post(&tolak, &[("alasan", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(e.post(&tolak, &[("alasan", "Tulisan tangan yang sama.")]).await.status, StatusCode::SEE_OTHER);
    operator
        .get(&format!("/lokus/{}/f03", d.lokus))
        .await
        .memuat("Ditolak")
        .memuat("Tulisan tangan yang sama.")
        .memuat("0 dari 10")
        .memuat("2 lembar kertas: ditolak evaluator");
}

/// A spreadsheet only fills the grid: faults stand at their cells, and nothing is stored.
#[tokio::test]
async fn a_spreadsheet_fills_the_grid_and_stores_nothing() {
    let d = Dunia::baru().await;
    buka(&d).await;
    let operator = d.operator().await;
    let jalur = format!("/lokus/{}/f03/kertas/lembar", d.lokus);
    let bawa = async |isi: &str| {
        let badan =
            format!("--{BATAS}\r\nContent-Disposition: form-data; name=\"lembar\"; filename=\"a.csv\"\r\n\r\n{isi}\r\n--{BATAS}--\r\n");
        let req = operator.permintaan(Method::POST, &jalur).header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BATAS}"));
        operator.kirim(req.body(Body::from(badan)).unwrap()).await
    };
    let j = bawa("1;2;14\n5;4;3\n;0;\n").await;
    assert_eq!(j.status, StatusCode::OK, "{}", j.isi);
    j.memuat("name=\"s0-0\" value=\"5\"")
        .memuat("name=\"s0-13\" value=\"3\"")
        .memuat("name=\"s1-0\" value=\"\"")
        .memuat("name=\"s1-1\" value=\"0\"");
    let j = bawa("1;2\n5;lima\n").await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Lembar 1, pernyataan 2").memuat("value=\"lima\"");
    bawa("1;umur\n5;40\n").await.memuat("Yang tidak dikenal atau berulang: umur");
    let n = store::kueri::Kueri::angka(d.app.store().baca(), "SELECT COUNT(*) AS n FROM jawaban", vec![]).await.unwrap();
    assert_eq!(n, 0);
    operator.get(&format!("/lokus/{}/f03/kertas/templat", d.lokus)).await.memuat("1;2;3");
}
