//! Keys: the public list in both forms, registering one with its mark, revoking it.

use axum::http::StatusCode;
use store::{
    Kunci,
    hasil::{KunciTepercaya, baca_kunci, tulis_kunci},
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
    let milik = store::kunci_instalasi::milik(app.store()).await.unwrap().0.nama;
    assert!(!milik.is_empty());
    j.memuat(&format!("value=\"{milik}\""));
    kirim(isi(&lain.id(), "2025-01-01")).await.memuat("Tanggal akhir tidak boleh sebelum");
    admin.post("/admin/kunci", &[("publik", "zz")]).await.memuat("Ini bukan kunci publik").memuat("Isi nama pemilik kunci");
    assert_eq!(kirim(isi(&lain.id(), "")).await.ke(), "/admin/kunci");
    kirim(isi(&lain.id(), "")).await.memuat("Kunci ini sudah terdaftar");
    let daftar = admin.get("/admin/kunci").await;
    daftar.memuat("Kabupaten &#60;Lain&#62;").memuat("Lewat telepon").memuat("Dipercaya");
    let id = daftar.isi.split("tautan-panah\" href=\"/admin/kunci/").nth(1).unwrap().split('"').next().unwrap().to_owned();
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

/// The first day of a key is its owner's: none is filled in, it comes from his list, and it can be corrected with a reason.
#[tokio::test]
async fn the_first_day_of_a_key_is_its_owners_and_can_be_corrected() {
    let app = TestApp::baru().await;
    let admin = app.sebagai(Peran::Admin, Lingkup::Instalasi).await;
    let j = admin.get("/admin/kunci").await;
    j.memuat("Bukan tanggal Anda mendaftarkannya");
    assert!(!j.isi.contains("value=\"2026-03-02\""), "today is filled in: {}", j.isi);
    let (lain, ketiga) = (Kunci::dari_benih([7; 32]).publik(), Kunci::dari_benih([8; 32]).publik());
    let (heksa, id) = (hex::encode(lain.bytes()), lain.id());
    let satu = KunciTepercaya { dari: "2023-01-05".into(), ..KunciTepercaya::baru(lain, "Kabupaten Lain") };
    let daftar = tulis_kunci(&[KunciTepercaya::baru(ketiga, "Lain lagi"), satu.clone()]);
    let dicabut = tulis_kunci(&[KunciTepercaya { dicabut: Some(("2026-01-01".into(), "Bocor".into())), ..satu }]);
    let kirim = async |publik: &str, sidik: &str| {
        let isi = [("nama", "Kabupaten Lain"), ("publik", publik), ("sidik", sidik), ("dari", ""), ("catatan", "Lewat telepon")];
        admin.post("/admin/kunci", &isi).await
    };
    for (publik, sidik, kata) in [
        (heksa.as_str(), id.as_str(), "Isi sejak kapan kunci ini dipakai"),
        ("{\"format\":", &id, "bukan daftar kunci yang utuh"),
        (&daftar, "0123456789abcdef", "tidak memuat tanda pengenal"),
        (&dicabut, &id, "sudah dicabut pemiliknya"),
    ] {
        let j = kirim(publik, sidik).await;
        assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY, "{kata}");
        j.memuat(kata);
    }
    assert_eq!(kirim(&daftar, &id).await.ke(), "/admin/kunci");
    let j = admin.get("/admin/kunci").await;
    j.memuat("Sejak 5 Januari 2023").memuat("Betulkan atau cabut");
    let jalur = j.isi.split("tautan-panah\" href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    admin.get(&jalur).await.memuat("Betulkan tanggal pakainya").memuat("value=\"2023-01-05\"");
    let betul = async |dari: &str, sampai: &str, alasan: &str| {
        admin.post(&jalur, &[("_aksi", "masa"), ("dari", dari), ("sampai", sampai), ("alasan_masa", alasan)]).await
    };
    for (dari, sampai, alasan, kata) in [
        ("2022-01-01", "", " ", "alasan"),
        ("", "", "x", "Isi sejak kapan"),
        ("2022-01-01", "2021-01-01", "x", "tidak boleh sebelum"),
        ("2023-01-05", "", "x", "sama dengan yang sudah tersimpan"),
    ] {
        let j = betul(dari, sampai, alasan).await;
        assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY, "{kata}");
        j.memuat(kata);
    }
    assert_eq!(betul("2022-01-01", "2027-12-31", "Salah <baca>").await.ke(), "/admin/kunci");
    admin.get(&jalur).await.memuat("Sejak 5 Januari 2023 menjadi 1 Januari 2022 sampai 31 Desember 2027").memuat("Salah &#60;baca&#62;");
    let kunci = baca_kunci(&app.tamu().get("/kunci/daftar.json").await.isi).unwrap();
    assert_eq!((kunci[1].dari.as_str(), kunci[1].sampai.as_str()), ("2022-01-01", "2027-12-31"));
    let sql = "SELECT COUNT(*) AS n FROM audit WHERE aksi = 'kunci.masa' AND rincian NOT LIKE '%baca%'";
    assert_eq!(store::kueri::Kueri::angka(app.store().baca(), sql, vec![]).await.unwrap(), 1, "without the words");
    assert_eq!(admin.post(&jalur, &[("alasan", "Server dicuri")]).await.ke(), "/admin/kunci");
    betul("2021-01-01", "", "x").await.memuat("sudah dicabut");
}

/// The list is read strictly, whichever form it has.
#[test]
fn a_list_of_keys_with_a_fault_is_refused() {
    for (teks, salah) in [
        ("{\"format\":\"lain\",\"kunci\":[]}", "format"),
        ("{\"format\":\"prima/kunci/1\",\"kunci\":[{\"id\":\"a\",\"publik\":\"zz\",\"nama\":\"x\"}]}", "bukan kunci publik"),
        ("{\"format\":\"prima/kunci/1\",\"kunci\":[],\"lebih\":1}", "kunci \"lebih\" tidak dikenal"),
        ("{", "terpotong"),
    ] {
        let e = baca_kunci(teks).unwrap_err();
        assert!(e[0].to_string().contains(salah), "{teks}: {e:?}");
    }
}

/// Our own key: replaced with a reason; the list shows both; a document signed by the old one says so, and warns once it was revoked.
#[tokio::test]
async fn our_key_is_replaced_and_the_old_one_stays_on_the_list() {
    let d = crate::publik::terbitan::terbit().await;
    let (app, jalur) = (&d.app, "/admin/kunci/penggantian");
    let kode = store::hasil::hidup(app.store().baca(), d.lokus).await.unwrap().unwrap().kode().to_owned();
    let tamu = app.tamu();
    let lama = app.store().kunci().publik().id();
    let admin = app.sebagai(Peran::Admin, Lingkup::Instalasi).await;
    assert_eq!(admin.post("/admin/kunci/pemilik", &[("pemilik", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(admin.post("/admin/kunci/pemilik", &[("pemilik", "Kabupaten <Kita>")]).await.ke(), "/admin/kunci");
    tamu.get("/kunci").await.memuat("Kabupaten &#60;Kita&#62;");
    let verifikasi = format!("/verifikasi/{kode}");
    assert!(!tamu.get(&verifikasi).await.isi.contains("kunci lama"));
    admin.get("/admin/kunci").await.memuat("Ganti kunci instalasi ini").memuat(&lama);
    admin.get(jalur).await.memuat(&lama).memuat("Kunci lama bocor atau dicuri");
    let j = admin.post(jalur, &[("alasan", "Server <baru>")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Pilih mengapa kunci diganti").memuat("Server &#60;baru&#62;");
    admin.post(jalur, &[("jenis", "biasa")]).await.memuat("Tulis alasannya");
    assert_eq!(app.store().kunci().publik().id(), lama);
    assert_eq!(admin.post(jalur, &[("jenis", "biasa"), ("alasan", "Server <baru>")]).await.ke(), "/kunci");
    let baru = app.store().kunci().publik().id();
    let halaman = tamu.get("/kunci").await;
    halaman.memuat("Kunci kami yang dahulu").memuat(&lama).memuat(&baru).memuat("Diganti");
    let kunci = baca_kunci(&tamu.get("/kunci/daftar.json").await.isi).unwrap();
    assert_eq!(
        kunci.iter().map(|k| (k.id.as_str(), k.sampai.is_empty())).collect::<Vec<_>>(),
        [(baru.as_str(), true), (lama.as_str(), false)]
    );
    tamu.get(&verifikasi).await.memuat("Asli dan tidak berubah").memuat("kunci lama instalasi ini yang dipakai sampai").memuat(&lama);
    let bundel = tamu.get(&format!("{verifikasi}/bundel")).await.isi;
    let l = store::hasil::periksa_bundel(bundel.as_bytes(), Some(&kunci)).unwrap();
    assert!(l.sah(), "{:?}", l.temuan);
    // Our own former key is none of another installation.
    let heksa = hex::encode(kunci[1].kunci.bytes());
    let isi = [("nama", "x"), ("publik", heksa.as_str()), ("sidik", lama.as_str()), ("dari", "2026-01-01"), ("catatan", "x")];
    admin.post("/admin/kunci", &isi).await.memuat("Ini kunci instalasi ini sendiri");
    assert_eq!(app.sebagai(Peran::Nasional, Lingkup::Instalasi).await.get(jalur).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_leaked_key_is_shown_as_revoked_with_its_reason() {
    let d = crate::publik::terbitan::terbit().await;
    let app = &d.app;
    let kode = store::hasil::hidup(app.store().baca(), d.lokus).await.unwrap().unwrap().kode().to_owned();
    let admin = app.sebagai(Peran::Admin, Lingkup::Instalasi).await;
    let isi = [("jenis", "bocor"), ("alasan", "Server dicuri")];
    assert_eq!(admin.post("/admin/kunci/penggantian", &isi).await.ke(), "/kunci");
    let tamu = app.tamu();
    tamu.get("/kunci").await.memuat("Dicabut").memuat("2 Maret 2026: Server dicuri");
    let j = tamu.get(&format!("/verifikasi/{kode}")).await;
    j.memuat("Ditandatangani kunci yang sudah dicabut").memuat("Server dicuri");
    let kunci = baca_kunci(&tamu.get("/kunci/daftar.json").await.isi).unwrap();
    let bundel = tamu.get(&format!("/verifikasi/{kode}/bundel")).await.isi;
    let l = store::hasil::periksa_bundel(bundel.as_bytes(), Some(&kunci)).unwrap();
    assert_eq!(l.temuan.iter().map(|t| t.kode).collect::<Vec<_>>(), ["kunci-dicabut"]);
}
