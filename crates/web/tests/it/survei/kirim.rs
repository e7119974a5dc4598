use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use serde_json::{Value, json};

use super::{f03, ganti, pinjam, tersembunyi};
use crate::{
    app::{Jawaban, Peramban},
    bangun::Dunia,
    f03::buka,
};

pub async fn kirim_json(p: &Peramban<'_>, jalur: &str, isi: &Value) -> (Jawaban, Value) {
    let req = p.permintaan(Method::POST, jalur).header(header::CONTENT_TYPE, "application/json");
    let jawaban = p.kirim(req.body(Body::from(isi.to_string())).unwrap()).await;
    let isi = serde_json::from_str(&jawaban.isi).unwrap_or_default();
    (jawaban, isi)
}

/// What the script of the page sends for a form.
pub fn sebagai_json(f: &[(String, String)]) -> Value {
    let satu = |nama: &str| f.iter().find(|(n, _)| n == nama).map(|(_, v)| v.clone());
    let nilai: serde_json::Map<_, _> =
        f.iter().filter(|(n, _)| n.starts_with('p')).map(|(n, v)| (n.clone(), v.parse::<u8>().unwrap().into())).collect();
    json!({ "id": satu("id"), "stempel": satu("stempel"), "bahasa": "id", "nilai": nilai })
}

#[tokio::test]
async fn the_queue_of_a_phone_gets_a_receipt_and_a_second_sending_counts_nothing() {
    let d = Dunia::baru().await;
    let jalur = buka(&d).await;
    let hp = d.app.tamu();
    let isi = sebagai_json(&f03(&hp.get(&jalur).await.isi, 4));
    for harap in ["baru", "sudah-ada", "sudah-ada"] {
        let (jawaban, kata) = kirim_json(&hp, &format!("{jalur}/jawaban"), &isi).await;
        assert_eq!((jawaban.status, &kata["terima"], &kata["id"]), (StatusCode::OK, &json!(harap), &isi["id"]));
    }
    d.operator().await.get(&format!("/lokus/{}/f03", d.lokus)).await.memuat("1 dari 10");
}

#[tokio::test]
async fn a_page_kept_for_a_month_is_good_and_a_day_more_costs_one_press() {
    let d = Dunia::baru().await;
    let jalur = buka(&d).await;
    let hp = d.app.tamu();
    let lama = f03(&hp.get(&jalur).await.isi, 4);
    let lain = ganti(&lama, "id", "7f2c1d1e-3f0e-4d43-9b4e-1f54a2d7a001");
    d.app.store().jam().maju(30 * 24 * 3600);
    // Phase and session are the office's affair; here only the stamp is asked about.
    let (jawaban, _) = kirim_json(&hp, &jalur, &sebagai_json(&lama)).await;
    assert_ne!(jawaban.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", jawaban.isi);
    d.app.store().jam().maju(1);
    let usang = hp.post(&jalur, &pinjam(&lain)).await;
    assert_eq!(usang.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(usang.isi.matches(" checked").count(), 14);
    let segar = tersembunyi(&usang.isi);
    assert_ne!(segar.iter().find(|(n, _)| n == "stempel"), lain.iter().find(|(n, _)| n == "stempel"));
    assert_eq!(segar.iter().find(|(n, _)| n == "id"), lain.iter().find(|(n, _)| n == "id"), "it is still the same answer");
    let (_, kata) = kirim_json(&hp, &jalur, &sebagai_json(&lain)).await;
    assert_eq!(kata["galat"], "stempel-lama");
    assert_eq!(kata["stempel"].as_str().map(str::len), Some(web::survei::stempel::PANJANG));
}

#[tokio::test]
async fn faults_of_a_kept_answer_are_named_by_field() {
    let d = Dunia::baru().await;
    let jalur = buka(&d).await;
    let hp = d.app.tamu();
    let mut isi = sebagai_json(&f03(&hp.get(&jalur).await.isi, 4));
    isi["nilai"]["p3"] = json!(6);
    isi["nilai"]["p5"] = json!(null);
    let (jawaban, kata) = kirim_json(&hp, &jalur, &isi).await;
    assert_eq!(jawaban.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(kata["salah"], json!({ "p3": "luar-pilihan", "p5": "kosong" }));
}
