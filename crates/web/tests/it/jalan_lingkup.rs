//! Walks every route about a lokus or a period as people of another instansi: whatever their role, the page is not there.
//! And as the people of that lokus: nothing breaks.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use store::{
    id::{InstansiId, PeriodeId},
    instansi::{self, InstansiBaru, UnitBaru},
    kueri::Kueri as _,
    nilai,
    peran::{Lingkup, Peran},
};
use uuid::Uuid;
use web::rute::{Akses, Baris};

use crate::{app::Peramban, bangun::Dunia};

/// The path with the ids of the world, and unknown ones for everything else.
fn jalur(dunia: &Dunia, pola: &str) -> String {
    let ganti = |bagian: &str| match bagian {
        "{lokus}" => dunia.lokus.to_string(),
        "{periode}" => dunia.periode.to_string(),
        b if b.starts_with('{') => Uuid::now_v7().to_string(),
        b => b.to_owned(),
    };
    pola.split('/').map(ganti).collect::<Vec<_>>().join("/")
}

async fn panggil(dunia: &Dunia, orang: &Peramban<'_>, b: &Baris) -> StatusCode {
    let req = orang.permintaan(b.metode.clone(), &jalur(dunia, b.jalur));
    let req = req.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    orang.kirim(req.body(Body::empty()).unwrap()).await.status
}

/// Routes below a lokus or a period that need an account.
fn berlingkup() -> Vec<Baris> {
    let daftar = web::daftar();
    let lingkup = |b: &&Baris| b.akses != Akses::Publik && (b.jalur.contains("{lokus}") || b.jalur.contains("{periode}"));
    daftar.tabel().iter().filter(lingkup).cloned().collect()
}

#[tokio::test]
async fn people_of_another_instansi_find_nothing() {
    let dunia = Dunia::baru().await;
    let tx = dunia.app.store().mulai().await.unwrap();
    let kota = InstansiBaru { kode: "35.09", nama: "Kabupaten Lain", jenis: "kabupaten", wilayah: Some("35.09"), zona: "WIB" };
    let lain = instansi::tambah(&tx, None, kota).await.unwrap();
    let dinas = UnitBaru { kode: "35.09-dinsos", instansi: lain, induk: None, nama: "Dinas Lain", jenis: "dinas", alamat: "" };
    let unit = instansi::tambah_unit(&tx, None, dinas).await.unwrap();
    tx.commit().await.unwrap();

    let di_instansi = [Peran::Penyelenggara, Peran::Penanggungjawab, Peran::Pembina, Peran::Evaluator, Peran::Auditor];
    let semua = di_instansi
        .map(|p| (p, Lingkup::Instansi(lain)))
        .into_iter()
        .chain([Peran::UnitOperator, Peran::UnitKepala].map(|p| (p, Lingkup::Unit { unit, instansi: lain })))
        .chain([(Peran::Auditor, Lingkup::Wilayah("35".into())), (Peran::PihakLain, Lingkup::Periode(periode_lain(&dunia, lain).await))]);
    for (i, (peran, lingkup)) in semua.enumerate() {
        let akun = dunia.app.akun(&format!("lain{i}@uji.example"), &[(peran, lingkup)]).await;
        let orang = dunia.app.masuk(akun).await;
        for b in berlingkup() {
            let status = panggil(&dunia, &orang, &b).await;
            let boleh = matches!(status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN)
                // An upload without a file is refused before anything is looked up.
                || (b.metode != Method::GET && status == StatusCode::BAD_REQUEST);
            assert!(boleh, "{peran} of another instansi: {} {} answered {status}", b.metode, b.jalur);
        }
    }
}

/// A period of the other instansi, for the outside party that works there.
async fn periode_lain(dunia: &Dunia, lain: InstansiId) -> PeriodeId {
    let id = PeriodeId::baru();
    let tx = dunia.app.store().mulai().await.unwrap();
    tx.jalankan(
        "INSERT INTO periode (id, kode, instansi_id, nama, tahun, skema, edisi_a, penyatuan, ilustrasi, versi, dibuat, oleh)
         SELECT $1, 'lain-2026', $2, 'PEKPPP Lain 2026', tahun, skema, edisi_a, penyatuan, ilustrasi, versi, dibuat, oleh FROM periode WHERE id = $3",
        nilai![id, lain, dunia.periode],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    id
}

#[tokio::test]
async fn people_of_the_lokus_meet_no_fault_of_the_program() {
    let dunia = Dunia::baru().await;
    let instansi = Lingkup::Instansi(dunia.instansi);
    let unit = Lingkup::Unit { unit: dunia.unit, instansi: dunia.instansi };
    let semua = [Peran::Penyelenggara, Peran::Penanggungjawab, Peran::Pembina, Peran::Auditor]
        .map(|p| (p, instansi.clone()))
        .into_iter()
        .chain([Peran::UnitOperator, Peran::UnitKepala].map(|p| (p, unit.clone())))
        .chain([(Peran::PihakLain, Lingkup::Periode(dunia.periode))]);
    let mut peramban = vec![(Peran::Evaluator, dunia.evaluator("evaluator@uji.example").await)];
    for (peran, lingkup) in semua {
        peramban.push((peran, dunia.app.sebagai(peran, lingkup).await));
    }
    for (peran, orang) in &peramban {
        for b in berlingkup().iter().filter(|b| b.metode == Method::GET) {
            let status = panggil(&dunia, orang, b).await;
            let ditolak = matches!(b.akses, Akses::Peran(p) if !p.contains(peran));
            assert_eq!(status == StatusCode::FORBIDDEN && ditolak, ditolak, "{peran} {} answered {status}", b.jalur);
            assert!(!status.is_server_error(), "{peran} {} answered {status}", b.jalur);
        }
    }
}
