//! A period of more units than a page shows: none of them is out of reach.

use store::{
    hak,
    instansi::{self, UnitBaru},
    lokus::LokusIsi,
    persiapan::pilih,
};

use crate::{
    app::TestApp,
    dunia::{dunia, pelaku},
};

#[tokio::test]
async fn every_unit_of_a_large_period_can_be_reached() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let p = d.periode(&app).await;
    let tx = app.store().mulai().await.unwrap();
    for n in 0..230 {
        let (kode, nama) = (format!("pkm-{n}"), format!("Puskesmas {n:04}"));
        let u = UnitBaru { kode: &kode, instansi: d.kab, induk: None, nama: &nama, jenis: "puskesmas", alamat: "" };
        instansi::tambah_unit(&tx, None, u).await.unwrap();
    }
    tx.commit().await.unwrap();
    let hak = hak::periode(app.store(), &pelaku(&app, d.biro).await, p).await.unwrap().penyelenggara().unwrap();
    let saring = pilih::Saring { jenis: "puskesmas".to_owned(), ..pilih::Saring::default() };
    let unit = pilih::semua(app.store(), &hak, &saring).await.unwrap();
    pilih::tambah(app.store(), &hak, &unit, LokusIsi { formulir: "A", cakupan: "jasa", kategori: "" }).await.unwrap();
    let biro = app.masuk(d.biro).await;

    let jalur = format!("/periode/{p}/hak-jawab");
    biro.get(&jalur).await.memuat("1–25 dari 230").memuat("Puskesmas 0000");
    biro.get(&format!("{jalur}?h=10")).await.memuat("226–230 dari 230").memuat("Puskesmas 0229");
    biro.get(&format!("{jalur}?cari=0229")).await.memuat("1–1 dari 1").memuat("Puskesmas 0229");
    biro.get(&format!("{jalur}?cari=kelurahan")).await.memuat("Tidak ada unit yang cocok");

    let jalur = format!("/periode/{p}/pembinaan");
    let j = biro.get(&jalur).await;
    assert!(!j.memuat("menampilkan 200 dari 230").isi.contains("Puskesmas 0229"));
    biro.get(&format!("{jalur}?cari=0229")).await.memuat("menampilkan 1 dari 1").memuat("Puskesmas 0229");
}
