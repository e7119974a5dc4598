//! Walks every route as a visitor and as every role: what the registry promises is what happens.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use store::peran::{JenisLingkup, Lingkup, Peran};
use uuid::Uuid;
use web::rute::{Akses, Baris};

use crate::{
    app::{Peramban, TestApp},
    bangun::Dunia,
};

/// A path with well-formed ids that nothing has.
fn contoh(jalur: &str) -> String {
    let ganti = |bagian: &str| match bagian.strip_prefix('{').and_then(|b| b.strip_suffix('}')) {
        Some(_) => Uuid::now_v7().to_string(),
        None => bagian.to_owned(),
    };
    jalur.split('/').map(ganti).collect::<Vec<_>>().join("/")
}

async fn panggil(p: &Peramban<'_>, b: &Baris) -> StatusCode {
    let req = p.permintaan(b.metode.clone(), &contoh(b.jalur));
    let req = req.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    p.kirim(req.body(Body::empty()).unwrap()).await.status
}

/// A scope of the right kind in which no address of the walk lies: its ids are made up.
async fn sebagai(d: &Dunia, peran: Peran) -> Peramban<'_> {
    let lingkup = match peran.jenis_lingkup() {
        JenisLingkup::Instalasi => Lingkup::Instalasi,
        JenisLingkup::Instansi => Lingkup::Wilayah("99".into()),
        JenisLingkup::Unit => Lingkup::Unit { unit: d.unit, instansi: d.instansi },
        JenisLingkup::Periode => Lingkup::Periode(d.periode),
    };
    d.app.sebagai(peran, lingkup).await
}

#[tokio::test]
async fn visitors_are_sent_to_the_login_page_or_refused() {
    let app = TestApp::baru().await;
    let tamu = app.tamu();
    for b in web::daftar().tabel().iter().filter(|b| b.akses != Akses::Publik) {
        let status = panggil(&tamu, b).await;
        let harap = if b.metode == Method::GET { StatusCode::SEE_OTHER } else { StatusCode::UNAUTHORIZED };
        assert_eq!(status, harap, "{} {}", b.metode, b.jalur);
    }
}

#[tokio::test]
async fn every_role_meets_exactly_what_the_registry_says() {
    let d = Dunia::baru().await;
    for peran in Peran::SEMUA {
        let orang = sebagai(&d, peran).await;
        for b in web::daftar().tabel().iter().filter(|b| b.jalur != "/keluar") {
            let status = panggil(&orang, b).await;
            let ditolak = matches!(b.akses, Akses::Peran(p) if !p.contains(&peran));
            if ditolak {
                assert_eq!(status, StatusCode::FORBIDDEN, "{peran} {} {}", b.metode, b.jalur);
            }
            assert!(!status.is_server_error(), "{peran} {} {} answered {status}", b.metode, b.jalur);
            if b.metode == Method::GET && b.jalur.contains('{') && !ditolak && b.akses != Akses::Publik {
                assert_eq!(status, StatusCode::NOT_FOUND, "{peran} {} with unknown ids", b.jalur);
            }
        }
    }
}

/// `docs/HAK.md` lists what the registry says. `PRIMA_TULIS_DOKUMEN=1` writes it anew.
#[test]
fn the_page_of_rights_is_current() {
    let jalur = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/HAK.md");
    let harap = web::rute::hak_md(web::daftar().tabel());
    if std::env::var_os("PRIMA_TULIS_DOKUMEN").is_some() {
        std::fs::write(&jalur, &harap).unwrap();
    }
    let ada = std::fs::read_to_string(&jalur).unwrap();
    assert!(ada == harap, "docs/HAK.md is out of date: PRIMA_TULIS_DOKUMEN=1 cargo test -p web the_page_of_rights");
}

/// A missing right and a look at what is not one's own each leave one event that names who, what was missing and where.
#[tokio::test]
async fn a_refusal_is_audited() {
    let app = TestApp::baru().await;
    let id = app.akun("pembina@uji.example", &[(Peran::Pembina, Lingkup::Wilayah("99".into()))]).await;
    let orang = app.masuk(id).await;
    let tertutup = |b: &&Baris| b.metode == Method::GET && matches!(b.akses, Akses::Peran(p) if !p.contains(&Peran::Pembina));
    let terlarang = contoh(web::daftar().tabel().iter().find(tertutup).expect("a page that is not for everyone").jalur);
    assert_eq!(orang.get(&terlarang).await.status, StatusCode::FORBIDDEN);
    let asing = format!("/lokus/{}/f03", Uuid::now_v7());
    assert_eq!(orang.get(&asing).await.status, StatusCode::NOT_FOUND);
    // Not there for anyone, or seen by a visitor: nothing to write down.
    assert_eq!(orang.get("/tidak-ada").await.status, StatusCode::NOT_FOUND);
    app.tamu().get(&terlarang).await;

    let auditor = app.sebagai(Peran::Admin, Lingkup::Instalasi).await;
    let kuki = auditor.kuki.borrow()["sesi"].clone();
    let hak = store::sesi::pelaku(app.store(), &kuki, "", "").await.unwrap().unwrap().pembaca_audit().unwrap();
    let saring = store::audit::Saring { objek: "rute".into(), ..Default::default() };
    let kejadian = store::audit::daftar(app.store(), &hak, &saring, 10).await.unwrap();
    let ringkas: Vec<_> =
        kejadian.iter().rev().map(|k| (k.aksi.as_str(), k.objek_id.as_str(), k.rincian.as_str(), k.oleh.as_deref())).collect();
    let ibu = Some("Ibu Uji");
    assert_eq!(
        ringkas,
        [("akses.tolak", terlarang.as_str(), "{\"hak\":\"peran\"}", ibu), ("akses.tolak", asing.as_str(), "{\"hak\":\"lingkup\"}", ibu)]
    );
}
