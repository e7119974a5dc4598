//! Keys: the public list in both forms, registering one with its mark, revoking it.

use axum::http::StatusCode;
use store::{
    Kunci,
    hasil::baca_kunci,
    peran::{Lingkup, Peran},
};

use crate::app::TestApp;

#[tokio::test]
async fn a_key_is_registered_by_its_mark_and_revoked_for_all_to_see() {
    let app = TestApp::baru().await;
    let tamu = app.tamu();
    tamu.get("/kunci").await.memuat(&app.store().kunci().publik().id()).memuat("Belum ada kunci instalasi lain").memuat("<svg");
    let admin = app.sebagai(Peran::Admin, Lingkup::Instalasi).await;
    let (lain, ketiga) = (Kunci::dari_benih([7; 32]).publik(), Kunci::dari_benih([8; 32]).publik());
    let heksa = hex::encode_upper(lain.bytes());
    let isi = |sidik: &str, sampai: &str| {
        [
            ("nama", "Kabupaten <Lain>"),
            ("publik", &heksa),
            ("sidik", sidik),
            ("dari", "2026-01-01"),
            ("sampai", sampai),
            ("catatan", "Lewat telepon"),
        ]
        .map(|(k, v)| (k, v.to_owned()))
    };
    let kirim = async |isi: [(&'static str, String); 6]| {
        let isi: Vec<(&str, &str)> = isi.iter().map(|(k, v)| (*k, v.as_str())).collect();
        admin.post("/admin/kunci", &isi).await
    };
    admin.get("/admin/kunci").await.memuat("Daftarkan kunci sebuah daerah");
    let j = kirim(isi(&ketiga.id(), "")).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Tanda pengenal ini bukan milik kunci di atas").memuat("Kabupaten &#60;Lain&#62;");
    kirim(isi(&lain.id(), "2025-01-01")).await.memuat("Tanggal akhir tidak boleh sebelum");
    admin.post("/admin/kunci", &[("publik", "zz")]).await.memuat("Ini bukan kunci publik").memuat("Isi nama pemilik kunci");
    assert_eq!(kirim(isi(&lain.id(), "")).await.ke(), "/admin/kunci");
    kirim(isi(&lain.id(), "")).await.memuat("Kunci ini sudah terdaftar");
    let daftar = admin.get("/admin/kunci").await;
    daftar.memuat("Kabupaten &#60;Lain&#62;").memuat("Lewat telepon").memuat("Dipercaya");
    let id = daftar.isi.split("href=\"/admin/kunci/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let teks = tamu.get("/kunci/daftar.json").await.isi;
    let kunci = baca_kunci(&teks).unwrap();
    assert_eq!(
        kunci.iter().map(|k| (k.id.clone(), k.dicabut.is_some())).collect::<Vec<_>>(),
        [(app.store().kunci().publik().id(), false), (lain.id(), false)]
    );

    let jalur = format!("/admin/kunci/{id}");
    admin.get(&jalur).await.memuat("Alasan pencabutan");
    assert_eq!(admin.post(&jalur, &[("alasan", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(admin.post(&jalur, &[("alasan", "Server dicuri")]).await.ke(), "/admin/kunci");
    tamu.get("/kunci").await.memuat("Dicabut").memuat("Server dicuri");
    let kunci = baca_kunci(&tamu.get("/kunci/daftar.json").await.isi).unwrap();
    assert_eq!(kunci[1].dicabut, Some(("2026-03-02".into(), "Server dicuri".into())));
    assert_eq!(app.sebagai(Peran::Auditor, Lingkup::Wilayah("99".into())).await.get("/admin/kunci").await.status, StatusCode::FORBIDDEN);
}

/// The list is read strictly, whichever form it has.
#[test]
fn a_list_of_keys_with_a_fault_is_refused() {
    for (teks, salah) in [
        ("{\"format\":\"lain\",\"kunci\":[]}", "format"),
        ("{\"format\":\"prima/kunci/1\",\"kunci\":[{\"id\":\"a\",\"publik\":\"zz\",\"nama\":\"x\"}]}", "bukan kunci publik"),
        ("{\"format\":\"prima/kunci/1\",\"kunci\":[],\"lebih\":1}", "unknown field"),
        ("{", "EOF"),
    ] {
        let e = baca_kunci(teks).unwrap_err();
        assert!(e[0].to_string().contains(salah), "{teks}: {e:?}");
    }
}
