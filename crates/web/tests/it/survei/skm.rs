//! SKM rounds on the public pages, on both databases.

use axum::http::StatusCode;
use serde_json::json;
use store::{
    hak::{self, Pelaku},
    id::RondeId,
    ronde::{Jawaban, SaringJawaban, halaman},
    skm::{self, LayananIsi, RondeIsi},
};
use testkit::basis::BasisUji;

use super::{ganti, kirim::kirim_json, pinjam, tersembunyi};
use crate::{
    app::TestApp,
    dunia::{Dunia, dunia, pelaku},
};

struct Ronde {
    app: TestApp,
    operator: Pelaku,
    id: RondeId,
    /// `/skm/{token}`
    jalur: String,
}

async fn ronde(basis: BasisUji) -> Ronde {
    let app = TestApp::pada(basis).await;
    let Dunia { rsud, operator, .. } = dunia(&app).await;
    let operator = pelaku(&app, operator).await;
    let hak = hak::unit(app.store(), &operator, rsud).await.unwrap().pengelola_skm().unwrap();
    let layanan = ["Rawat jalan", "Rawat inap"].map(|n| LayananIsi { nomor: None, nama: n.to_owned() });
    let hari = jiff::civil::date;
    let (mulai, sampai) = (hari(2026, 3, 1), hari(2026, 3, 31));
    let isi = RondeIsi { nama: "Maret", edisi: "skm-2017", mulai, sampai, populasi: Some(900), layanan: &layanan, ditiadakan: &["biaya"] };
    let id = skm::buat(app.store(), &hak, RondeId::baru(), &isi).await.unwrap();
    let token = skm::dari_id(app.store().baca(), id).await.unwrap().token;
    Ronde { app, operator, id, jalur: format!("/skm/{token}") }
}

/// Every unsur in use gets a 3, the first service is named.
fn jawaban(halaman: &str) -> Vec<(String, String)> {
    let mut f = tersembunyi(halaman);
    for bagian in halaman.split("name=\"q_").skip(1) {
        let nama = format!("q_{}", bagian.split('"').next().unwrap());
        if f.iter().all(|(n, _)| *n != nama) {
            f.push((nama, "3".into()));
        }
    }
    f.extend([("layanan".to_owned(), "1".to_owned()), ("usia".into(), "2".into()), ("saran".into(), "Antre\r\nlama & panas".into())]);
    f
}

async fn tersimpan(r: &Ronde) -> Vec<Jawaban> {
    halaman(r.app.store().baca(), r.id, None, 100, &SaringJawaban::default()).await.unwrap()
}

testkit::dua_basis! {
    async fn an_answer_is_stored_as_it_was_given_with_its_marks(basis: BasisUji) {
        let r = ronde(basis).await;
        let tamu = r.app.tamu();
        let halaman = tamu.get(&r.jalur).await;
        halaman.memuat("RSUD Kudungga").memuat("Rawat inap");
        assert!(!halaman.isi.contains("q_biaya"), "an unsur that the round leaves out is not asked");
        let f = jawaban(&halaman.isi);
        for _ in 0..2 {
            let hasil = tamu.post(&format!("{}/jawaban", r.jalur), &pinjam(&f)).await;
            assert_eq!((hasil.status, hasil.ke()), (StatusCode::SEE_OTHER, format!("{}/terima-kasih", r.jalur).as_str()));
        }
        tamu.get(&format!("{}/terima-kasih", r.jalur)).await.memuat("RSUD Kudungga");
        let semua = tersimpan(&r).await;
        assert_eq!(semua.len(), 1, "sent twice, stored once");
        let b = &semua[0];
        assert_eq!((b.kelompok.as_str(), b.hari.as_str(), &b.nilai[..], &b.profil[..]), ("daring", "2026-03-02", &[3; 8][..], &[1, 255, 2, 255, 255][..]));
        assert_eq!(b.saran.as_deref(), Some("Antre\nlama & panas"));
        // The clock stands still, and every answer is the same: too fast and straight-lined, kept all the same.
        assert_eq!(b.tanda, 0b11);
    }

    async fn bad_answers_store_nothing(basis: BasisUji) {
        let r = ronde(basis).await;
        let tamu = r.app.tamu();
        let f = jawaban(&tamu.get(&r.jalur).await.isi);
        for (nama, salah) in [("q_waktu", "0"), ("q_waktu", "5"), ("layanan", "9"), ("layanan", ""), ("usia", "99"), ("saran", &"x".repeat(1001))] {
            let hasil = tamu.post(&r.jalur, &pinjam(&ganti(&f, nama, salah))).await;
            assert_eq!(hasil.status, StatusCode::UNPROCESSABLE_ENTITY, "{nama}={salah}");
            hasil.memuat(&format!("href=\"#{nama}\""));
        }
        let nol = ganti(&f, "saran", "a\0b");
        assert_eq!(tamu.post(&r.jalur, &pinjam(&nol)).await.status, StatusCode::SEE_OTHER, "a NUL in the text is dropped");
        assert_eq!(tersimpan(&r).await.len(), 1);
        assert_eq!(tamu.get("/skm/tidakada").await.status, StatusCode::NOT_FOUND);
        assert_eq!(tamu.get(&r.jalur.replace("/skm/", "/f03/")).await.status, StatusCode::NOT_FOUND);
    }

    /// All zeros would stand before the first page of every list, counted and never seen; others may tell the time.
    async fn an_answer_with_an_id_that_is_not_random_is_refused(basis: BasisUji) {
        let r = ronde(basis).await;
        let tamu = r.app.tamu();
        let f = jawaban(&tamu.get(&r.jalur).await.isi);
        for id in [uuid::Uuid::nil(), uuid::Uuid::now_v7(), uuid::Uuid::max()] {
            let hasil = tamu.post(&r.jalur, &pinjam(&ganti(&f, "id", &id.to_string()))).await;
            assert_eq!(hasil.status, StatusCode::UNPROCESSABLE_ENTITY, "{id}");
        }
        assert!(tersimpan(&r).await.is_empty());
        assert_eq!(skm::ringkas(r.app.store().baca(), r.id).await.unwrap().pakai, 0);
    }

    async fn a_one_use_link_is_good_once_and_leaves_no_trace(basis: BasisUji) {
        let r = ronde(basis).await;
        let tx = r.app.store().mulai().await.unwrap();
        let rahasia = skm::tautan_sekali(&tx, r.id, jiff::civil::date(2026, 3, 31)).await.unwrap();
        tx.commit().await.unwrap();
        let (tamu, jalur) = (r.app.tamu(), format!("{}/s/{rahasia}", r.jalur));
        let f = jawaban(&tamu.get(&jalur).await.isi);
        assert!(f.contains(&("tautan".into(), rahasia)));
        let ke = format!("{}/jawaban", r.jalur);
        assert_eq!(tamu.post(&ke, &pinjam(&ganti(&f, "tautan", "salah"))).await.status, StatusCode::GONE);
        assert_eq!(tamu.post(&ke, &pinjam(&f)).await.status, StatusCode::SEE_OTHER);
        assert_eq!(tamu.get(&jalur).await.status, StatusCode::GONE);
        let lain = ganti(&f, "id", "7f2c1d1e-3f0e-4d43-9b4e-1f54a2d7a001");
        assert_eq!(tamu.post(&ke, &pinjam(&lain)).await.status, StatusCode::GONE);
        let semua = tersimpan(&r).await;
        assert_eq!(semua.iter().map(|b| b.kelompok.as_str()).collect::<Vec<_>>(), ["tautan"]);
        assert_eq!(skm::tautan::sisa(r.app.store().baca(), r.id).await.unwrap(), 0);
    }

    async fn the_days_of_the_round_and_a_closing_are_kept(basis: BasisUji) {
        let r = ronde(basis).await;
        let tamu = r.app.tamu();
        let f = jawaban(&tamu.get(&r.jalur).await.isi);
        let akses = hak::ronde_skm(r.app.store(), &r.operator, r.id).await.unwrap();
        skm::tutup(r.app.store(), &akses.pengelola().unwrap(), "Listrik padam").await.unwrap();
        // Nobody told the pages that are kept, as when another node closes it: the writer knows.
        assert_eq!(tamu.post(&r.jalur, &pinjam(&f)).await.status, StatusCode::GONE);
        tamu.get(&r.jalur).await.memuat("Listrik padam");
        let akses = hak::ronde_skm(r.app.store(), &r.operator, r.id).await.unwrap();
        skm::buka_lagi(r.app.store(), &akses.pengelola().unwrap(), "Listrik menyala").await.unwrap();
        r.app.store().jam().maju(31 * 24 * 3600);
        r.app.state.survei.lupakan(r.id);
        tamu.get(&r.jalur).await.memuat("31 Maret 2026");
        let (hasil, kata) = kirim_json(&tamu, &r.jalur, &json!({ "id": f[0].1, "stempel": f[1].1, "nilai": {} })).await;
        assert!(hasil.status.is_client_error(), "{} {kata}", hasil.status);
        assert!(tersimpan(&r).await.is_empty());
    }
}

/// The screen at the counter stays open all day: its answers are told apart, and each brings the next one's stamp.
#[tokio::test]
async fn a_kiosk_gets_a_fresh_stamp_with_each_receipt() {
    let r = ronde(testkit::basis::sqlite()).await;
    let tamu = r.app.tamu();
    let f = jawaban(&tamu.get(&format!("{}/kios", r.jalur)).await.isi);
    assert!(f.contains(&("cara".into(), "kios".into())));
    let nilai: serde_json::Map<_, _> = f.iter().filter(|(n, _)| n.starts_with("q_")).map(|(n, v)| (n.clone(), json!(v))).collect();
    let isi = json!({ "id": f[0].1, "stempel": f[1].1, "cara": "kios", "nilai": nilai, "profil": { "layanan": 1 } });
    let (_, kata) = kirim_json(&tamu, &r.jalur, &isi).await;
    assert_eq!(kata["terima"], "baru");
    assert_ne!(kata["stempel"], isi["stempel"]);
    assert_eq!(kata["stempel"].as_str().map(str::len), Some(38));
    assert_eq!(tersimpan(&r).await[0].kelompok, "kios");
    let selesai = tamu.post(&r.jalur, &pinjam(&ganti(&f, "id", "7f2c1d1e-3f0e-4d43-9b4e-1f54a2d7a001"))).await;
    assert_eq!(selesai.ke(), format!("{}/terima-kasih?cara=kios", r.jalur));
    // Another language is still the same way.
    for cara in ["kios", "tautan"] {
        tamu.get(&format!("{}/terima-kasih?cara={cara}", r.jalur)).await.memuat(&format!("terima-kasih?cara={cara}&amp;bahasa=en"));
    }
}
