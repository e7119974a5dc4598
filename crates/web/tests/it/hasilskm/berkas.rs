//! Files of a round: totals in three forms, single answers streamed, nothing that a spreadsheet would run.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use calamine::Reader as _;
use testkit::basis::BasisUji;

use super::{Uji, enam_puluh};
use crate::app::{Peramban, TestApp};

async fn ambil(p: &Peramban<'_>, jalur: &str) -> Vec<u8> {
    p.kirim_mentah(p.permintaan(Method::GET, jalur).body(Body::empty()).unwrap()).await.1
}

#[tokio::test]
async fn totals_come_as_csv_xlsx_and_json_with_small_groups_hidden() {
    let u = Uji::baru(TestApp::baru().await).await;
    let id = u.semester().await;
    let jalur = format!("/survei/{id}/unduh/agregat");
    let biro = u.biro().await;
    assert_eq!(biro.get(&format!("{jalur}.csv")).await.status, StatusCode::OK, "an empty round is a file too");
    u.jawab(id, &enam_puluh(), None).await;
    let csv = biro.get(&format!("{jalur}.csv")).await;
    csv.memuat(",ikm,ikm,IKM,60,83.33,B,")
        .memuat(",unsur,sarana,Sarana dan prasarana,60,2.000,")
        .memuat(",jenis_kelamin,P,Perempuan,12,,,");
    assert!(csv.headers[header::CONTENT_DISPOSITION].to_str().unwrap().contains("attachment; filename=\"skm-"));
    let json: serde_json::Value = serde_json::from_str(&biro.get(&format!("{jalur}.json")).await.isi).unwrap();
    assert_eq!(json["ikm"], "83.33");
    assert_eq!(json["profil"]["jenis_kelamin"][1]["responden"], 12);
    assert!(json["profil"]["jenis_kelamin"][1]["ikm"].is_null());
    assert_eq!(json["unsur"][8]["cacah"][0], serde_json::json!([0, 60, 0, 0]));
    let isi = ambil(&biro, &format!("{jalur}.xlsx")).await;
    let mut buku: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(isi)).unwrap();
    assert_eq!(buku.sheet_names().len(), 3);
    let pertama = buku.worksheet_range_at(0).unwrap().unwrap();
    assert!(pertama.rows().flatten().any(|c| *c == 83.33));
    for salah in ["agregat.pdf", "lain.csv", "jawaban.pdf"] {
        assert_eq!(biro.get(&format!("/survei/{id}/unduh/{salah}")).await.status, StatusCode::NOT_FOUND, "{salah}");
    }
}

testkit::dua_basis! {
    async fn single_answers_are_complete_and_safe_to_open(basis: BasisUji) {
        let u = Uji::baru(TestApp::pada(basis).await).await;
        let id = u.semester().await;
        let jalur = format!("/survei/{id}/unduh/jawaban");
        let biro = u.biro().await;
        let kosong = biro.get(&format!("{jalur}.json")).await.isi;
        assert_eq!(serde_json::from_str::<serde_json::Value>(&kosong).unwrap()["jawaban"], serde_json::json!([]));
        // More than two pages of the reader.
        let mut semua = Vec::new();
        for _ in 0..150 {
            semua.extend(enam_puluh());
        }
        u.jawab(id, &semua, Some("=HYPERLINK(\"http://x\")")).await;
        let csv = biro.get(&format!("{jalur}.csv")).await.isi;
        let mut baris = csv.lines();
        assert!(baris.next().unwrap().starts_with("id,hari,saluran,layanan,jenis_kelamin,usia,pendidikan,pekerjaan,persyaratan,prosedur"));
        assert_eq!(baris.count(), 9_000);
        assert_eq!(csv.matches("\"'=HYPERLINK(\"\"http://x\"\")\"").count(), 1, "no formula");
        let id_unik: std::collections::HashSet<&str> = csv.lines().skip(1).map(|b| &b[..36]).collect();
        assert_eq!(id_unik.len(), 9_000);
        let excel = biro.get(&format!("{jalur}.csv?excel=1")).await.isi;
        assert!(excel.starts_with('\u{feff}') && excel.contains("Jenis kelamin;Usia;") && excel.contains(";Laki-laki;"));
        let json: serde_json::Value = serde_json::from_str(&biro.get(&format!("{jalur}.json")).await.isi).unwrap();
        assert_eq!(json["jawaban"].as_array().unwrap().len(), 9_000);
        assert_eq!(json["jawaban"][0]["sarana"], 2);
        let isi = ambil(&biro, &format!("{jalur}.xlsx")).await;
        let mut buku: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(isi)).unwrap();
        let lembar = buku.worksheet_range("Jawaban").unwrap();
        assert_eq!(lembar.height(), 9_002);
        assert!(lembar.rows().flatten().any(|c| *c == "=HYPERLINK(\"http://x\")"), "text as it was written");
    }
}
