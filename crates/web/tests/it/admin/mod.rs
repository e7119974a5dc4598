//! Accounts, register, import and audit log from the screens.

mod asing;
mod kunci;
mod kunci_bukti;
mod riwayat;
mod surat;

use std::fmt::Write as _;

use axum::http::{StatusCode, header};

use crate::{app::TestApp, dunia::dunia, periode::kirim_berkas};

#[tokio::test]
async fn an_account_is_made_with_its_role_and_a_link_shown_once() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let admin = app.masuk(d.admin).await;
    let salah =
        admin.post("/admin/pengguna/baru", &[("nama", "Siti"), ("surel", "bukan surel"), ("peran", "evaluator"), ("lingkup", "99")]).await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("value=\"Siti\"").memuat("Tidak ada instansi dengan nama atau kode ini").memuat("Isi alamat surel yang benar");
    let isi = [("nama", "Siti"), ("surel", "siti@kab.go.id"), ("peran", "unit-kepala"), ("lingkup", "rsud")];
    admin
        .post("/admin/pengguna/baru", &isi)
        .await
        .memuat("/sandi/setel/")
        .memuat("hanya ditampilkan sekarang")
        .memuat("Alamat Prima belum diatur");
    admin.post("/admin/pengguna/baru", &isi).await.memuat("sudah dipakai akun lain");
    let daftar = admin.get("/admin/pengguna?cari=siti").await;
    daftar.memuat("Kepala unit: RSUD Kudungga").memuat("Belum menetapkan sandi").memuat("1–1 dari 1");
    admin.get("/admin/pengguna?cari=zzz").await.memuat("Tidak ada akun yang cocok");
    let id = daftar.isi.split("/admin/pengguna/").find_map(|s| s.get(..36).filter(|s| s.matches('-').count() == 4)).unwrap().to_owned();
    let jalur = format!("/admin/pengguna/{id}");
    assert_eq!(admin.post(&jalur, &[("_aksi", "nonaktifkan"), ("alasan", "")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    admin.post(&jalur, &[("_aksi", "nonaktifkan"), ("alasan", "pensiun")]).await;
    admin.get(&jalur).await.memuat("Dinonaktifkan").memuat("pensiun");
    admin.post(&jalur, &[("_aksi", "aktifkan")]).await;
    admin.post(&jalur, &[("_aksi", "beri"), ("peran", "auditor"), ("lingkup", "wilayah:64")]).await;
    admin.get(&jalur).await.memuat("Auditor (Inspektorat)");
    // Everything that an acting official lacks is told at once.
    let plt = [("_aksi", "beri"), ("peran", "unit-kepala"), ("lingkup", "rsud"), ("pengganti", "plt")];
    let j = admin.post(&jalur, &plt).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Isi tanggal akhir penugasan").memuat("Isi jabatan yang digantikan").memuat("Isi nomor surat perintahnya");
    let lengkap = [("sampai", "2099-12-31"), ("jabatan-diganti", "Direktur RSUD"), ("dasar", "SP 800/1")];
    admin.post(&jalur, &[&plt[..], &lengkap[..]].concat()).await;
    admin.get(&jalur).await.memuat("Plt. Direktur RSUD").memuat("SP 800/1");
    assert_eq!(admin.get("/admin").await.ke(), "/", "what he can do stands on his start page");
    admin.get("/").await.memuat("/admin/keamanan").memuat("/admin/kait").memuat("/admin/data-pribadi");
    admin.post(&jalur, &[("_aksi", "tautan")]).await.memuat("/sandi/setel/");
    let sendiri = format!("/admin/pengguna/{}", d.admin);
    assert_eq!(admin.post(&sendiri, &[("_aksi", "nonaktifkan"), ("alasan", "x")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.masuk(d.biro).await.get("/admin/pengguna").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_register_is_searched_added_to_and_changed() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let admin = app.masuk(d.admin).await;
    let isi = [("kode", "64.72"), ("nama", "Kota Samarinda"), ("jenis", "kota"), ("wilayah", "64.72"), ("zona", "WITA")];
    let j = admin.post("/admin/instansi/baru", &isi).await;
    assert_eq!(j.status, StatusCode::SEE_OTHER);
    admin.get(j.ke()).await.memuat("Belum ada unit");
    admin.post("/admin/instansi/baru", &isi).await.memuat("sudah dipakai instansi lain");
    admin.post("/admin/instansi/baru", &[("nama", "x")]).await.memuat("Pilih jenis instansi.").memuat("Pilih zona waktu instansi.");
    let unit = format!("{}/unit/baru", j.ke());
    admin.post(&unit, &[("kode", "Salah Kode"), ("nama", "")]).await.memuat("value=\"Salah Kode\"").memuat("Isi nama unit");
    assert_eq!(admin.post(&unit, &[("kode", "disdukcapil"), ("nama", "Disdukcapil")]).await.status, StatusCode::SEE_OTHER);
    let ubah = [("nama", "Kota Samarinda Raya"), ("jenis", "kota"), ("zona", "WITA"), ("versi", "1")];
    assert_eq!(admin.post(j.ke(), &ubah).await.status, StatusCode::SEE_OTHER);
    let basi = [("nama", "Nama Saya"), ("jenis", "kota"), ("zona", "WITA"), ("versi", "1")];
    let b = admin.post(j.ke(), &basi).await;
    assert_eq!(b.status, StatusCode::UNPROCESSABLE_ENTITY, "a stale version");
    b.memuat("Orang lain menyimpan lebih dahulu").memuat("Ibu Uji menyimpan").memuat("<dd>Kota Samarinda Raya</dd>");
    b.memuat("value=\"Nama Saya\"").memuat("name=\"versi\" value=\"2\"");
    assert_eq!(admin.post(j.ke(), &[&basi[..3], &[("versi", "2")]].concat()).await.status, StatusCode::SEE_OTHER, "chosen");
    admin.post(j.ke(), &[&ubah[..3], &[("versi", "3")]].concat()).await;
    admin.get("/admin/instansi?cari=samarinda").await.memuat("Kota Samarinda Raya");
    let u = format!("/admin/unit/{}", d.rsud);
    admin.get(&u).await.memuat("RSUD Kudungga");
    assert_eq!(admin.post(&u, &[("nama", "RSUD Baru"), ("versi", "1")]).await.status, StatusCode::SEE_OTHER);
    let b = admin.post(&u, &[("nama", "RSUD Saya"), ("versi", "1")]).await;
    assert_eq!(b.status, StatusCode::UNPROCESSABLE_ENTITY);
    b.memuat("<dd>RSUD Baru</dd>").memuat("value=\"RSUD Saya\"");
}

#[tokio::test]
async fn an_import_is_shown_first_and_stored_all_or_nothing() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let admin = app.masuk(d.admin).await;
    admin.get("/admin/impor/templat/akun.csv").await.memuat("surel;nama;jabatan;peran;lingkup");
    kirim_berkas(&admin, "/admin/impor", &[("jenis", "unit")], "x.csv", b"").await.memuat("Pilih berkas.");
    kirim_berkas(&admin, "/admin/impor", &[("jenis", "")], "x.csv", b"").await.memuat("Pilih isi berkas: unit, atau akun dan perannya.");
    kirim_berkas(&admin, "/admin/impor", &[("jenis", "unit")], "x.csv", b"kode,sandi\n").await.memuat("Kolom tidak dikenal: sandi");

    let buruk = b"\xef\xbb\xbfkode;nama;jenis;kode_instansi;kode_induk;alamat\r\nbaik;Unit Baik;;64.08;;\r\nSALAH;;;99;;\r\n";
    let j = kirim_berkas(&admin, "/admin/impor", &[("jenis", "unit")], "unit.csv", buruk).await;
    assert_eq!(j.status, StatusCode::SEE_OTHER, "{}", j.isi);
    admin.get(j.ke()).await.memuat("Ada 3 kesalahan").memuat("kode_instansi").memuat("(kosong)");
    admin.post(j.ke(), &[]).await;
    assert_eq!(store::instansi::unit_milik(app.store(), d.kab).await.unwrap().len(), 3, "nothing was stored");

    let akun = b"surel,nama,jabatan,peran,lingkup\nsiti@kab.go.id,=cmd|x,Staf,evaluator,64.08\n";
    let j = kirim_berkas(&admin, "/admin/impor", &[("jenis", "akun")], "akun.csv", akun).await;
    admin.get(j.ke()).await.memuat("Berkas siap disimpan").memuat("=cmd|x").memuat("<th>Akan</th>");
    assert!(store::akun::dari_surel(app.store(), "siti@kab.go.id").await.unwrap().is_none());
    admin.post(j.ke(), &[]).await;
    let simpan = admin.get(j.ke()).await;
    simpan.memuat("Impor tersimpan").memuat("Unduh tautan sekali pakai").memuat("Lihat daftar pengguna");
    simpan.memuat("Alamat Prima belum diatur").memuat("mengisi alamat di prima.toml");
    // What each row would do now is no news about a file that is stored: all of it is there already.
    assert!(!simpan.isi.contains("<th>Akan</th>") && !simpan.isi.contains("Tidak berubah"), "{}", simpan.isi);
    let csv = admin.post(&format!("{}/tautan", j.ke()), &[]).await;
    assert!(csv.headers[header::CONTENT_TYPE].to_str().unwrap().starts_with("text/csv"));
    csv.memuat("/sandi/setel/").memuat("'=cmd|x");
    assert_eq!(admin.post(&format!("{}/tautan", j.ke()), &[]).await.status, StatusCode::CONFLICT);
    admin.get(j.ke()).await.memuat("Daftar tautan sudah diunduh");
}

#[tokio::test]
async fn the_audit_log_is_read_filtered_and_exported() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let p = d.periode(&app).await;
    let auditor = app.masuk(d.auditor).await;
    auditor
        .get("/admin/audit")
        .await
        .memuat("Periode dibuka")
        .memuat("periode.buka")
        .memuat("Belum ada segel")
        .memuat("Kabupaten Kutai Timur");
    app.masuk(d.admin).await.get("/admin/audit").await.memuat("Instalasi ini").memuat("Masuk").memuat("Akun: ");
    auditor.get(&format!("/admin/audit?objek=periode&objek_id={p}")).await.memuat("PEKPPP Mandiri 2026");
    auditor.get("/admin/audit?objek=lhe").await.memuat("Tidak ada kejadian");
    let salah = auditor.get("/admin/audit?dari=kemarin").await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    auditor.get("/admin/audit/ekspor?objek=periode").await.memuat("periode.buka");
    assert_eq!(app.masuk(d.operator).await.get("/admin/audit").await.status, StatusCode::FORBIDDEN);
}

/// Every action that the store writes has words in the catalogue.
#[test]
fn every_action_of_the_log_has_words() {
    let sumber = crate::katalog::berkas(&crate::katalog::akar().join("../store/src"), "rs");
    let mut n = 0;
    for jalur in sumber.iter().filter(|j| !j.to_string_lossy().contains("simulasi")) {
        let teks = std::fs::read_to_string(jalur).unwrap();
        for potong in teks.split("Kejadian::baru(\"").skip(1).chain(teks.split("(&tx, hak, \"").skip(1)) {
            let aksi = potong.split('"').next().unwrap();
            if aksi.contains('.') {
                assert!(web::admin::audit::kata::aksi(aksi).is_some(), "{aksi} in {}", jalur.display());
                if let Some(objek) = potong.split_once("\", \"").filter(|(a, _)| *a == aksi).and_then(|(_, p)| p.split('"').next()) {
                    assert!(web::admin::audit::kata::objek(objek).is_some(), "{objek} of {aksi} in {}", jalur.display());
                }
                n += 1;
            }
        }
    }
    assert!(n > 40, "only {n} actions found");
}

#[tokio::test]
async fn a_scope_is_found_by_name_and_chosen_where_several_fit() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let admin = app.masuk(d.admin).await;
    let form = admin.get("/admin/pengguna/baru").await;
    form.memuat("RSUD Kudungga (rsud)").memuat("Kabupaten Kutai Timur (64.08)").memuat("(wilayah:64.08)");
    let isi = |surel: &'static str, peran: &'static str, lingkup: &'static str| {
        [("nama", "Siti"), ("surel", surel), ("peran", peran), ("lingkup", lingkup)]
    };
    admin.post("/admin/pengguna/baru", &isi("a@k.id", "unit-kepala", "kudungga")).await.memuat("/sandi/setel/");
    admin.post("/admin/pengguna/baru", &isi("b@k.id", "unit-kepala", "RSUD Kudungga (rsud)")).await.memuat("/sandi/setel/");
    admin.post("/admin/pengguna/baru", &isi("c@k.id", "evaluator", "Seluruh wilayah (wilayah:64.08)")).await.memuat("/sandi/setel/");
    admin.get("/admin/pengguna?cari=c@k.id").await.memuat("Evaluator: Wilayah 64.08");
    let beberapa = admin.post("/admin/pengguna/baru", &isi("d@k.id", "unit-kepala", "a")).await;
    assert_eq!(beberapa.status, StatusCode::UNPROCESSABLE_ENTITY);
    beberapa.memuat("Beberapa cocok").memuat("value=\"sangatta-utara\"").memuat("value=\"dinsos\"").memuat("value=\"a\"");
    let pilih = [&isi("d@k.id", "unit-kepala", "a")[..], &[("lingkup_pilih", "dinsos")]].concat();
    admin.post("/admin/pengguna/baru", &pilih).await.memuat("/sandi/setel/");
    admin.get("/admin/pengguna?cari=d@k.id").await.memuat("Kepala unit: Dinas Sosial");
    for kosong in ["", "tidak ada", "wilayah:", "wilayah:x"] {
        let j = admin.post("/admin/pengguna/baru", &isi("e@k.id", "evaluator", kosong)).await;
        assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY, "{kosong}");
        j.memuat("Tidak ada instansi dengan nama");
    }
}

#[tokio::test]
async fn an_example_workbook_comes_back_as_it_was_and_caps_hold() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let admin = app.masuk(d.admin).await;
    let req = admin.permintaan(axum::http::Method::GET, "/admin/impor/templat/unit.xlsx").body(axum::body::Body::empty()).unwrap();
    let (kepala, isi) = admin.kirim_mentah(req).await;
    assert!(kepala[header::CONTENT_DISPOSITION].to_str().unwrap().contains("templat-unit.xlsx"));
    let j = kirim_berkas(&admin, "/admin/impor", &[("jenis", "unit")], "unit.xlsx", &isi).await;
    assert_eq!(j.status, StatusCode::SEE_OTHER, "{}", j.isi);
    admin.get(j.ke()).await.memuat("Berkas siap disimpan").memuat("Poli Gigi RSUD Kudungga");
    admin.post(j.ke(), &[]).await;
    assert_eq!(store::instansi::unit_milik(app.store(), d.kab).await.unwrap().len(), 5);
    assert_eq!(admin.get("/admin/impor/templat/unit.exe").await.status, StatusCode::NOT_FOUND);

    let mut banyak = String::from("kode,nama,jenis,kode_instansi,kode_induk,alamat\n");
    for n in 0..10_000 {
        writeln!(banyak, "u-{n},Unit {n},x,64.08,,").unwrap();
    }
    let j = kirim_berkas(&admin, "/admin/impor", &[("jenis", "unit")], "pas.csv", banyak.as_bytes()).await;
    assert_eq!(j.status, StatusCode::SEE_OTHER, "exactly the cap is taken");
    banyak.push_str("u-lebih,Lebih,x,64.08,,\n");
    let j = kirim_berkas(&admin, "/admin/impor", &[("jenis", "unit")], "lebih.csv", banyak.as_bytes()).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("lebih dari 10.000 baris");
    let besar = vec![b'a'; 5 * 1024 * 1024 + 10];
    let j = kirim_berkas(&admin, "/admin/impor", &[("jenis", "unit")], "besar.csv", &besar).await;
    assert_eq!(j.status, StatusCode::PAYLOAD_TOO_LARGE);
}
