//! A region's publication is handed in to the ministry: by the page and by a program with a token; what does not hold is named.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use store::{
    instansi::{self, InstansiBaru},
    kunci_instalasi::{self, Baru},
    peran::{Lingkup, Peran},
    sesi, token_api,
};
use testkit::basis::BasisUji;

use crate::{
    app::{Peramban, TestApp},
    periode::kirim_berkas,
    publik::{
        palsu,
        terbitan::{kerjakan, terbit, unduh},
    },
};

/// A region's file, and a ministry that trusts the region's key.
async fn dunia() -> (Vec<u8>, TestApp) {
    dunia_pada(TestApp::baru().await).await
}

pub async fn dunia_pada(pusat: TestApp) -> (Vec<u8>, TestApp) {
    let d = terbit().await;
    kerjakan(&d.app).await;
    let (_, isi) = unduh(&d.app.tamu(), "/hasil/uji-2026/terbitan/1").await;
    daftarkan(&pusat, d.app.store().kunci().publik()).await;
    (isi, pusat)
}

async fn admin(app: &TestApp) -> store::hak::Admin {
    let id = app.akun("admin-kunci@uji.example", &[(Peran::Admin, Lingkup::Instalasi)]).await;
    let token = sesi::buka(app.store(), id, "127.0.0.1", "uji").await.unwrap();
    sesi::pelaku(app.store(), &token, "127.0.0.1", "uji").await.unwrap().unwrap().admin().unwrap()
}

pub async fn daftarkan(app: &TestApp, publik: store::KunciPublik) {
    let b = Baru {
        nama: "Pemkab Uji".into(),
        publik,
        dari: "2026-01-01".parse().unwrap(),
        sampai: None,
        catatan: "telepon".into(),
        untuk: Vec::new(),
    };
    kunci_instalasi::tambah(app.store(), &admin(app).await, &b).await.unwrap();
}

#[tokio::test]
async fn a_file_is_received_once_and_validated_or_returned() {
    let (isi, pusat) = dunia().await;
    let n = pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await;
    n.get("/diterima").await.memuat("Belum ada berkas yang diterima");
    kirim_berkas(&n, "/diterima", &[], "x.zip", b"").await.memuat("Pilih berkas terbitan");
    kirim_berkas(&n, "/diterima", &[], "x.zip", b"PK bukan").await.memuat("bukan berkas terbitan Prima yang utuh");
    kirim_berkas(&n, "/diterima", &[], "x.zip", b"PK bukan").await.memuat("bukan arsip ZIP yang utuh");
    kirim_berkas(&n, "/diterima", &[], "x.zip", &isi[..isi.len() / 2]).await.memuat("bukan berkas terbitan Prima yang utuh");
    let j = kirim_berkas(&n, "/diterima", &[], "x.zip", &isi).await;
    assert_eq!(j.status, StatusCode::SEE_OTHER, "{}", j.isi);
    let jalur = j.ke().to_owned();
    assert_eq!(kirim_berkas(&n, "/diterima", &[], "x.zip", &isi).await.ke(), jalur, "twice is once");
    n.get("/diterima").await.memuat("Diterima dari Pemkab Uji").memuat("Belum divalidasi");
    n.get(&jalur).await.memuat("Diterima, belum divalidasi").memuat("RSUD Uji").memuat("Pemkab Uji");
    let umum = pusat.tamu().get(&jalur.replace("/diterima/", "/serahan/")).await;
    assert_eq!(umum.status, StatusCode::NOT_FOUND, "what waits is not public");
    assert_eq!(unduh(&n, &format!("{jalur}/berkas")).await.1, isi, "as it was received");
    let kosong = n.post(&jalur, &[("_aksi", "kembali"), ("alasan", " ")]).await;
    assert_eq!(kosong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(n.post(&jalur, &[("_aksi", "kembali"), ("alasan", "Lampirkan LHE")]).await.ke(), jalur);
    n.get(&jalur).await.memuat("Dikembalikan").memuat("Lampirkan LHE");
    n.post(&jalur, &[("_aksi", "valid")]).await.memuat("Berkas ini tidak jadi divalidasi").memuat("sudah mengembalikannya pada");
    assert_eq!(pusat.sebagai(Peran::Auditor, Lingkup::Wilayah("99".into())).await.get("/diterima").await.status, StatusCode::FORBIDDEN);
}

/// From a row of the ranking a visitor comes to the signed file of the result, its derivation, the check, and the whole file.
async fn dapat_dihitung_ulang(tamu: &Peramban<'_>, peringkat: &str, dikirim: &[u8]) {
    let satu = peringkat.split("href=\"").filter_map(|x| x.split('"').next()).find(|x| x.starts_with("/serahan/")).unwrap().to_owned();
    tamu.get(&satu).await.memuat("RSUD Uji").memuat("4,25").memuat("angka lokal");
    let bundel = tamu.get(&format!("{satu}/bundel")).await;
    let l = store::hasil::periksa_bundel(bundel.isi.as_bytes(), None).unwrap();
    assert!(l.sah() && l.isi.unit.nama == "RSUD Uji", "{:?}", l.temuan);
    tamu.get(&format!("{satu}/turunan")).await.memuat("RSUD Uji").memuat(&l.sidik);
    tamu.get(&format!("{satu}/periksa")).await.memuat(&format!("data-berkas=\"{satu}/bundel\""));
    let atas = satu.rsplit_once('/').unwrap().0;
    tamu.get(atas).await.memuat("prima verify");
    assert_eq!(unduh(tamu, &format!("{atas}/berkas")).await.1, dikirim);
    assert_eq!(tamu.get(&format!("{atas}/tidak-ada")).await.status, StatusCode::NOT_FOUND);
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// What was validated counts in recap and ranking of the nation; what waits is said; what was changed without the key is not shown.
    async fn validated_results_count_in_the_nation(basis: BasisUji) {
    let (isi, pusat) = dunia_pada(TestApp::pada(basis).await).await;
    let (n, tamu) = (pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await, pusat.tamu());
    let jalur = kirim_berkas(&n, "/diterima", &[], "x.zip", &isi).await.ke().to_owned();
    let peringkat = "/peringkat-nasional?tahun=2026&skema=mandiri";
    n.get("/nasional?tahun=2026&skema=mandiri").await;
    let sebelum = tamu.get(peringkat).await;
    assert!(!sebelum.isi.contains("RSUD Uji"), "{}", sebelum.isi);
    assert_eq!(n.post(&jalur, &[("_aksi", "valid")]).await.ke(), jalur);
    // Returned by an officer whose page is older than that: told of what he did, not at the field of a withdrawal.
    let telat = n.post(&jalur, &[("_aksi", "kembali"), ("alasan", "Lampirkan LHE")]).await;
    telat.memuat("Berkas ini tidak jadi dikembalikan").memuat("sudah memvalidasinya pada").memuat("href=\"#putusan\"");
    assert!(telat.status == StatusCode::UNPROCESSABLE_ENTITY && !telat.isi.contains("Alasan penarikan: "));
    n.get("/nasional?tahun=2026&skema=mandiri")
        .await
        .memuat("1 unit di antaranya dinilai di instalasi lain")
        .memuat("Kalimantan Timur")
        .memuat("4,25");
    let sesudah = tamu.get(peringkat).await;
    sesudah.memuat("RSUD Uji").memuat("dari berkas yang diserahkan").memuat("4,25");
    assert!(!sesudah.isi.contains("/hasil/uji-2026/"), "there is no page of it here: {}", sesudah.isi);
    dapat_dihitung_ulang(&tamu, &sesudah.isi, &isi).await;
    tamu.get("/peta-nasional?tahun=2026&skema=mandiri").await.memuat("4,25");
    // The ministry registers the office, for its token, without its region: the units stay where they are.
    let tx = pusat.store().mulai().await.unwrap();
    let kab = InstansiBaru { kode: "64.08", nama: "Kabupaten Uji", jenis: "kabupaten", wilayah: None, zona: "WITA" };
    instansi::tambah(&tx, None, kab).await.unwrap();
    tx.commit().await.unwrap();
    for jalur in [peringkat, "/peta-nasional?tahun=2026&skema=mandiri"] {
        tamu.get(&format!("{jalur}&wilayah=64")).await.memuat("4,25");
    }
    n.get("/nasional?tahun=2026&skema=mandiri").await.memuat("4,25");
    for (halaman, harap) in [("/peringkat-nasional", "Yang tampil: tahun 2026"), ("/peta-nasional", "Yang tampil: tahun 2026")] {
        tamu.get(&format!("{halaman}?tahun=1999&skema=mandiri")).await.memuat("untuk tahun 1999").memuat(harap);
    }
    n.get("/nasional?tahun=1999&skema=mandiri").await.memuat("Belum ada periode untuk pilihan itu");
    let s = pusat.store();
    let tx = s.mulai().await.unwrap();
    store::kueri::Kueri::jalankan(&*tx, "UPDATE terima_hasil SET tampil = '4.99', ipp = '4.99'", store::nilai![]).await.unwrap();
    tx.commit().await.unwrap();
    // Longer than a board is kept before it is made anew behind the page.
    s.jam().maju(301);
    tamu.get(peringkat).await;
    for _ in 0..100 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        if !tamu.get(peringkat).await.isi.contains("RSUD Uji") {
            break;
        }
    }
    let j = tamu.get(peringkat).await;
    assert!(!j.isi.contains("RSUD Uji") && !j.isi.contains("4,99"), "{}", j.isi);
}
}

/// The region is registered here for its token, without the code of its region: its units stay where the publication says that they are.
#[tokio::test]
async fn a_registered_instansi_without_a_region_loses_no_unit_of_its_province() {
    let (isi, pusat) = dunia().await;
    let tx = pusat.store().mulai().await.unwrap();
    let b = InstansiBaru { kode: "64.08", nama: "Kutai Timur", jenis: "kabupaten", wilayah: None, zona: "WITA" };
    instansi::tambah(&tx, None, b).await.unwrap();
    tx.commit().await.unwrap();
    let n = pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await;
    let jalur = kirim_berkas(&n, "/diterima", &[], "x.zip", &isi).await.ke().to_owned();
    assert_eq!(n.post(&jalur, &[("_aksi", "valid")]).await.ke(), jalur);
    let tamu = pusat.tamu();
    tamu.get("/peringkat-nasional?tahun=2026&skema=mandiri&wilayah=64").await.memuat("RSUD Uji");
    tamu.get("/peta-nasional?tahun=2026&skema=mandiri&wilayah=64").await.memuat("4,25");
    let rekap = n.get("/nasional?tahun=2026&skema=mandiri").await;
    assert!(rekap.isi.matches("4,25").count() >= 2, "all of Indonesia and the province: {}", rekap.isi);
}

#[tokio::test]
async fn what_was_published_here_is_not_handed_in_here() {
    let d = terbit().await;
    kerjakan(&d.app).await;
    let (_, isi) = unduh(&d.app.tamu(), "/hasil/uji-2026/terbitan/1").await;
    let n = d.app.sebagai(Peran::Nasional, Lingkup::Instalasi).await;
    let j = kirim_berkas(&n, "/diterima", &[], "x.zip", &isi).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("kunci instalasi ini sendiri");
    assert!(!j.isi.contains("belum terdaftar"), "nobody registers a key with its own owner: {}", j.isi);
}

#[tokio::test]
async fn an_unknown_or_revoked_key_is_refused_by_name() {
    let (isi, pusat) = dunia().await;
    let n = pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await;
    let lain = TestApp::baru().await;
    let n2 = lain.sebagai(Peran::Nasional, Lingkup::Instalasi).await;
    kirim_berkas(&n2, "/diterima", &[], "x.zip", &isi)
        .await
        .memuat("belum terdaftar di sini")
        .memuat("tidak ada dalam daftar kunci tepercaya");
    let jalur = kirim_berkas(&n, "/diterima", &[], "x.zip", &isi).await.ke().to_owned();
    let hak = store::sesi::tanpa_sesi(
        pusat.store(),
        store::akun::dari_surel(pusat.store(), "admin-kunci@uji.example").await.unwrap().unwrap().id,
    );
    let hak = hak.await.unwrap().unwrap().admin().unwrap();
    let id = kunci_instalasi::daftar(pusat.store()).await.unwrap()[0].id;
    kunci_instalasi::cabut(pusat.store(), &hak, id, "Server dicuri").await.unwrap();
    let j = kirim_berkas(&n, "/diterima", &[], "x.zip", &isi).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("dicabut pada 2026-03-02: Server dicuri");
    let j = n.get(&jalur).await;
    j.memuat("Kunci penanda tangan berkas ini sudah dicabut").memuat("Server dicuri");
    assert!(!j.isi.contains("value=\"valid\""), "what cannot be done is not offered");
    n.post(&jalur, &[("_aksi", "valid")]).await.memuat("tidak dapat divalidasi");
}

/// A key that is bound to one instansi signs for no other, whatever its file says of itself.
#[tokio::test]
async fn a_key_of_another_instansi_is_refused_by_name() {
    let (isi, pusat) = dunia().await;
    let n = pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await;
    let a = pusat.sebagai(Peran::Admin, Lingkup::Instalasi).await;
    let id = kunci_instalasi::daftar(pusat.store()).await.unwrap()[0].id;
    let jalur = format!("/admin/kunci/{id}");
    a.get("/admin/kunci").await.memuat("Belum terikat pada instansi mana pun");
    a.post(&jalur, &[("_aksi", "ikat"), ("untuk", " ")]).await.memuat("Isi paling sedikit satu kode instansi");
    assert_eq!(a.post(&jalur, &[("_aksi", "ikat"), ("untuk", "<x>")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(a.post(&jalur, &[("_aksi", "ikat"), ("untuk", "11.01, 11.02")]).await.ke(), "/admin/kunci");
    assert_eq!(a.post(&jalur, &[("_aksi", "ikat"), ("untuk", "11.02 11.01")]).await.ke(), "/admin/kunci", "the same once more");
    a.post(&jalur, &[("_aksi", "ikat"), ("untuk", "64.08")]).await.memuat("sudah terikat pada instansi lain");
    pusat.tamu().get("/kunci").await.memuat("Untuk instansi: 11.01, 11.02");
    let j = kirim_berkas(&n, "/diterima", &[], "x.zip", &isi).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("hanya untuk instansi 11.01, 11.02").memuat("64.08");
    n.get("/diterima").await.memuat("Belum ada berkas yang diterima");
}

/// A mistyped code is named, corrected with a reason, and what stood there before stays.
#[tokio::test]
async fn a_mistyped_code_of_a_key_is_corrected_with_a_reason() {
    let (isi, pusat) = dunia().await;
    let n = pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await;
    let a = pusat.sebagai(Peran::Admin, Lingkup::Instalasi).await;
    let id = kunci_instalasi::daftar(pusat.store()).await.unwrap()[0].id;
    let jalur = format!("/admin/kunci/{id}");
    assert_eq!(a.post(&jalur, &[("_aksi", "ikat"), ("untuk", "64.99")]).await.ke(), "/admin/kunci");
    a.get("/admin/kunci").await.memuat("Kode tidak dikenal").memuat("64.99 bukan instansi yang tercatat di sini");
    let j = kirim_berkas(&n, "/diterima", &[], "x.zip", &isi).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("hanya untuk instansi 64.99");
    let betul = async |untuk: &str, alasan: &str| a.post(&jalur, &[("_aksi", "betulkan"), ("untuk", untuk), ("alasan_kode", alasan)]).await;
    a.get(&jalur).await.memuat("Betulkan kode instansinya").memuat("value=\"64.99\"");
    for (untuk, alasan, kata) in
        [("64.08", " ", "alasan"), (" ", "x", "Isi paling sedikit satu kode"), ("64.99", "x", "sama dengan yang sudah tersimpan")]
    {
        let j = betul(untuk, alasan).await;
        assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY, "{untuk} {alasan}");
        j.memuat(kata);
    }
    assert_eq!(betul("64.08", "Salah ketik <99>").await.ke(), "/admin/kunci");
    a.get(&jalur).await.memuat("64.99 menjadi 64.08").memuat("Salah ketik &#60;99&#62;");
    pusat.tamu().get("/kunci").await.memuat("Untuk instansi: 64.08");
    assert_eq!(kirim_berkas(&n, "/diterima", &[], "x.zip", &isi).await.status, StatusCode::SEE_OTHER);
    let daftar = a.get("/admin/kunci").await;
    assert!(!daftar.isi.contains("Kode tidak dikenal"), "a file in its name was received");
    let sql = "SELECT COUNT(*) AS n FROM audit WHERE aksi = 'kunci.betul'";
    assert_eq!(store::kueri::Kueri::angka(pusat.store().baca(), sql, vec![]).await.unwrap(), 1);
    assert_eq!(a.post(&jalur, &[("alasan", "Server dicuri")]).await.ke(), "/admin/kunci");
    betul("64.09", "x").await.memuat("sudah dicabut");
}

/// A key that was registered with too late a day refuses the file and says what to do; corrected, the file comes in. Once the key is revoked,
/// list, page and the draft of the national report say so, and what was validated goes on counting.
#[tokio::test]
async fn a_file_whose_key_was_revoked_later_is_marked_wherever_it_counts() {
    let (isi, pusat) = dunia().await;
    let (s, n) = (pusat.store(), pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await);
    let (hak, kunci) = (admin_lagi(&pusat).await, kunci_instalasi::daftar(s).await.unwrap()[0].id);
    let masa = |dari: &str| kunci_instalasi::Masa { dari: dari.parse().unwrap(), sampai: None };
    kunci_instalasi::betulkan_masa(s, &hak, kunci, masa("2026-04-01"), "uji").await.unwrap();
    let j = kirim_berkas(&n, "/diterima", &[], "x.zip", &isi).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("di luar tanggal pakai kuncinya").memuat("membetulkannya di Kelola kunci");
    kunci_instalasi::betulkan_masa(s, &hak, kunci, masa("2026-01-01"), "uji").await.unwrap();
    let jalur = kirim_berkas(&n, "/diterima", &[], "x.zip", &isi).await.ke().to_owned();
    assert_eq!(n.post(&jalur, &[("_aksi", "valid")]).await.ke(), jalur);
    let konsep = "/nasional/laporan/konsep/2026/mandiri";
    for halaman in ["/diterima", &jalur, konsep] {
        let j = n.get(halaman).await;
        assert_eq!(j.status, StatusCode::OK, "{halaman}");
        assert!(!j.isi.contains("dicabut"), "{halaman}");
    }
    kunci_instalasi::cabut(s, &hak, kunci, "Server <dicuri>").await.unwrap();
    n.get("/diterima").await.memuat("Divalidasi").memuat("Kuncinya dicabut");
    n.get(&jalur).await.memuat("Server &#60;dicuri&#62;").memuat("hasilnya masih ikut rekap");
    n.get(konsep)
        .await
        .memuat("Ada berkas yang kuncinya dicabut sesudah divalidasi")
        .memuat("kunci penanda tangannya dicabut")
        .memuat("Terbitan instalasi lain yang kuncinya dicabut");
    // Whoever reads the figures reads it too, and the ministry has it before it.
    let tamu = pusat.tamu();
    for halaman in ["/peringkat-nasional?tahun=2026&skema=mandiri", "/peta-nasional?tahun=2026&skema=mandiri"] {
        tamu.get(halaman).await.memuat("kunci tanda tangannya dicabut sesudah divalidasi");
    }
    n.get("/nasional?tahun=2026&skema=mandiri").await.memuat("kunci tanda tangannya dicabut sesudah divalidasi");
    n.get("/").await.memuat("Kunci berkas yang divalidasi sudah dicabut");
    let j = kirim_berkas(&n, "/diterima", &[], "y.zip", &isi).await;
    j.memuat("sudah dicabut. Minta daerah");
    // The ministry takes the validation back: it counts nowhere, and cannot be decided again.
    let j = n.post(&jalur, &[("_aksi", "tarik"), ("alasan", " ")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(n.post(&jalur, &[("_aksi", "tarik"), ("alasan", "Server daerah diambil orang")]).await.ke(), jalur);
    let j = n.get(&jalur).await;
    j.memuat("Validasi ditarik").memuat("Server daerah diambil orang").memuat("jadi hasilnya tidak ikut dihitung");
    assert!(!j.isi.contains("value=\"tarik\"") && !j.isi.contains("value=\"valid\""), "nothing is left to decide");
    n.get("/diterima").await.memuat("Validasi ditarik");
    assert!(!n.get("/").await.isi.contains("Kunci berkas yang divalidasi sudah dicabut"));
    n.post(&jalur, &[("_aksi", "kembali"), ("alasan", "x")]).await.memuat("tidak jadi dikembalikan: Ibu Uji sudah memvalidasinya");
    let peringkat = pusat.tamu().get("/peringkat-nasional?tahun=2026&skema=mandiri").await;
    assert!(!peringkat.isi.contains("RSUD Uji"), "{}", peringkat.isi);
    // Who kept its address reads why; the file is given out no more.
    let umum = jalur.replace("/diterima/", "/serahan/");
    for alamat in [umum.clone(), format!("{umum}/berkas"), format!("{umum}/rsud/bundel")] {
        let j = tamu.get(&alamat).await;
        assert_eq!(j.status, StatusCode::GONE, "{alamat}");
        j.memuat("Server daerah diambil orang");
    }
}

#[tokio::test]
async fn a_program_hands_in_with_its_token_only() {
    let (isi, pusat) = dunia().await;
    let hak = admin_lagi(&pusat).await;
    let tx = pusat.store().mulai().await.unwrap();
    let instansi = async |kode: &'static str| {
        let b = InstansiBaru { kode, nama: kode, jenis: "kabupaten", wilayah: None, zona: "WITA" };
        instansi::tambah(&tx, None, b).await.unwrap()
    };
    let (benar, salah) = (instansi("64.08").await, instansi("11.01").await);
    tx.commit().await.unwrap();
    let s = pusat.store();
    let token = token_api::buat(s, &hak, "Program Kutai Timur", benar, &[token_api::Lingkup::Serah], 30).await.unwrap();
    let asing = token_api::buat(s, &hak, "Program lain", salah, &[token_api::Lingkup::Serah], 30).await.unwrap();
    let p = pusat.tamu();
    let kirim = async |token: &str, isi: &[u8]| {
        let req = p.permintaan(Method::POST, "/api/v1/serah").header(header::AUTHORIZATION, format!("Bearer {token}"));
        let j = p.kirim(req.header(header::CONTENT_TYPE, "application/zip").body(Body::from(isi.to_vec())).unwrap()).await;
        (j.status, serde_json::from_str::<serde_json::Value>(&j.isi).unwrap())
    };
    assert_eq!(kirim("prima_salah", &isi).await.0, StatusCode::UNAUTHORIZED);
    assert_eq!(
        {
            let (status, v) = kirim(&asing, &isi).await;
            (status, v["galat"].as_str().map(str::to_owned))
        },
        (StatusCode::CONFLICT, Some("diterima-instansi-lain".into()))
    );
    let (status, jawab) = kirim(&token, &isi).await;
    assert_eq!(status, StatusCode::CREATED, "{jawab}");
    assert_eq!(kirim(&token, &isi).await.1, jawab, "the same once more");
    assert_eq!(jawab["keadaan"], "belum-divalidasi");
    let n = pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await;
    n.get("/").await.memuat("Satu menunggu validasi");
    n.post(&format!("/diterima/{}", jawab["id"].as_str().unwrap()), &[("_aksi", "valid")]).await;
    assert_eq!(kirim(&token, &isi).await.1["keadaan"], "divalidasi", "once more, now decided");
    for (alasan, harap) in [("Dipalsukan", "belum-divalidasi"), ("", "divalidasi")] {
        let tx = s.mulai().await.unwrap();
        store::kueri::Kueri::jalankan(&*tx, "UPDATE terima_putusan SET alasan = $1", store::nilai![alasan]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(kirim(&token, &isi).await.1["keadaan"], harap, "a decision that is not proved is none");
    }
    n.get("/").await.memuat("Tidak ada berkas yang menunggu validasi");
    n.post(&format!("/diterima/{}", jawab["id"].as_str().unwrap()), &[("_aksi", "tarik"), ("alasan", "keliru")]).await;
    assert_eq!(kirim(&token, &isi).await.1["keadaan"], "validasi-ditarik");
    assert_eq!(kirim(&token, b"").await.0, StatusCode::UNPROCESSABLE_ENTITY, "nothing in it");
    let besar = p.permintaan(Method::POST, "/api/v1/serah").header(header::AUTHORIZATION, format!("Bearer {token}"));
    let j = p.kirim(besar.header(header::CONTENT_LENGTH, "99999999").body(Body::from("x")).unwrap()).await;
    assert_eq!(j.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(serde_json::from_str::<serde_json::Value>(&j.isi).unwrap()["galat"].is_string(), "a program gets no page: {}", j.isi);
    let (status, jawab) = kirim(&token, b"PK bukan").await;
    assert_eq!((status, jawab["galat"].as_str()), (StatusCode::UNPROCESSABLE_ENTITY, Some("diterima-bukan")));
    let daftar = token_api::daftar(s, &hak).await.unwrap();
    assert!(daftar[1].pakai.is_some());
    token_api::cabut(s, &hak, daftar[1].id).await.unwrap();
    assert_eq!(kirim(&token, &isi).await.0, StatusCode::UNAUTHORIZED, "revoked");
    s.jam().maju(31 * 86_400);
    assert_eq!(kirim(&asing, &isi).await.0, StatusCode::UNAUTHORIZED, "expired");
    assert!(token_api::buat(s, &hak, "x", benar, &[token_api::Lingkup::Serah], 0).await.is_err());
}

async fn admin_lagi(app: &TestApp) -> store::hak::Admin {
    let id = store::akun::dari_surel(app.store(), "admin-kunci@uji.example").await.unwrap().unwrap().id;
    store::sesi::tanpa_sesi(app.store(), id).await.unwrap().unwrap().admin().unwrap()
}

/// Weights changed under the id of an issued edition are refused; an edition that nobody here knows is validated only by who says that he
/// looked at its text.
#[tokio::test]
async fn the_edition_of_a_file_is_the_issued_one_or_is_seen_to_be_unknown() {
    let d = terbit().await;
    kerjakan(&d.app).await;
    let (_, asli) = unduh(&d.app.tamu(), "/hasil/uji-2026/terbitan/1").await;
    let pusat = TestApp::baru().await;
    let kunci = d.app.store().kunci().potret();
    daftarkan(&pusat, d.app.store().kunci().publik()).await;
    let n = pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await;

    let j = kirim_berkas(&n, "/diterima", &[], "x.zip", &palsu::dengan_edisi(&asli, &kunci, "pekppp-2022-a")).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("bukan yang ditetapkan dengan nama pengenal").memuat("bukan yang ditetapkan dengan id itu");
    n.get("/diterima").await.memuat("Belum ada berkas yang diterima");

    let j = kirim_berkas(&n, "/diterima", &[], "x.zip", &palsu::dengan_edisi(&asli, &kunci, "daerah-2026")).await;
    assert_eq!(j.status, StatusCode::SEE_OTHER, "{}", j.isi);
    let jalur = j.ke().to_owned();
    n.get(&jalur).await.memuat("Instrumennya tidak dikenal di sini").memuat("daerah-2026").memuat("sudah saya periksa");
    let j = n.post(&jalur, &[("_aksi", "valid")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Nyatakan dahulu");
    n.get(&jalur).await.memuat("Belum divalidasi");
    assert_eq!(n.post(&jalur, &[("_aksi", "valid"), ("edisi", "ya")]).await.ke(), jalur);
    n.get(&jalur).await.memuat("Divalidasi").memuat("Tidak dikenal di sini");
}

/// The issued edition is named on the page and asks for nothing more.
#[tokio::test]
async fn the_edition_of_a_file_is_named() {
    let (isi, pusat) = dunia().await;
    let n = pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await;
    let jalur = kirim_berkas(&n, "/diterima", &[], "x.zip", &isi).await.ke().to_owned();
    n.get(&jalur).await.memuat("pekppp-2022-a").memuat("Edisi yang ditetapkan");
    assert_eq!(n.post(&jalur, &[("_aksi", "valid")]).await.ke(), jalur);
    n.get(&jalur).await.memuat("Divalidasi");
}
