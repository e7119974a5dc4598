//! More time for many units at once, from the screens.

use axum::http::StatusCode;
use store::{hak, kueri::Kueri as _, lokus::LokusIsi, nilai, persiapan::pilih};

use crate::{
    app::TestApp,
    dunia::{dunia, pelaku},
};

#[tokio::test]
async fn many_units_are_given_time_in_one_press() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let p = d.periode(&app).await;
    let hak = hak::periode(app.store(), &pelaku(&app, d.biro).await, p).await.unwrap().penyelenggara().unwrap();
    let unit = pilih::semua(app.store(), &hak, &pilih::Saring::default()).await.unwrap();
    pilih::tambah(app.store(), &hak, &unit, LokusIsi { formulir: "A", cakupan: "jasa", kategori: "Dinas" }).await.unwrap();
    let (biro, operator) = (app.masuk(d.biro).await, app.masuk(d.operator).await);
    let (jalur, fase) = (format!("/periode/{p}/perpanjangan"), format!("/periode/{p}/fase/pelaksanaan"));
    assert!(!biro.get(&fase).await.isi.contains(&jalur), "while the phase is open, more time means nothing");
    biro.get(&jalur).await.memuat("Tahap pelaksanaan masih terbuka");
    assert_eq!(biro.post(&fase, &[("_aksi", "tutup")]).await.status, StatusCode::SEE_OTHER);
    biro.get(&fase).await.memuat(&jalur);

    let j = biro.get(&jalur).await;
    j.memuat("1–3 dari 3").memuat("Perpanjang semua 3 unit yang cocok").memuat("Mengikuti tahap");
    let besok = app.store().sekarang().hari("WITA").tomorrow().unwrap().to_string();
    let isi = [("sampai", besok.as_str()), ("alasan", "Banjir di Sangatta")];
    let kosong = biro.post(&jalur, &isi).await;
    assert_eq!(kosong.status, StatusCode::UNPROCESSABLE_ENTITY);
    kosong.memuat("Centang sedikitnya satu unit").memuat("Banjir di Sangatta");
    let lampau = biro.post(&jalur, &[("sampai", "2001-01-01"), ("alasan", "Banjir"), ("_aksi", "semua")]).await;
    assert_eq!(lampau.status, StatusCode::UNPROCESSABLE_ENTITY);
    lampau.memuat("paling lama 90 hari lagi");

    // The one that matches the word, then all of them: it keeps what it has.
    let cocok = [isi[0], isi[1], ("cari", "rsud"), ("_aksi", "semua")];
    let alih = biro.post(&jalur, &cocok).await;
    assert_eq!(alih.status, StatusCode::SEE_OTHER);
    assert_eq!(alih.ke(), format!("{jalur}?h=1&cari=rsud"));
    let berapa = async || app.store().baca().angka("SELECT COUNT(*) AS n FROM perpanjangan", vec![]).await.unwrap();
    assert_eq!(berapa().await, 1);
    assert_eq!(biro.post(&jalur, &[isi[0], isi[1], ("_aksi", "semua")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(berapa().await, 3, "each unit once");
    assert!(!biro.get(&jalur).await.isi.contains("Mengikuti tahap"));

    // Only the organiser.
    assert_eq!(operator.get(&jalur).await.status, StatusCode::FORBIDDEN);
    assert_eq!(operator.post(&jalur, &isi).await.status, StatusCode::FORBIDDEN);

    // A unit that is ticked although its result was frozen meanwhile: told so, nothing given.
    let beku = store::lokus::milik_periode(app.store().baca(), p).await.unwrap()[0].id;
    let tx = app.store().mulai().await.unwrap();
    let sql = "INSERT INTO hasil (id, lokus_id, nomor, status, isi, sidik, tanda, pada, oleh) VALUES ($1, $2, 1, 'complete', '{}', '', $3, 1, $4)";
    tx.jalankan(sql, nilai![uuid::Uuid::now_v7(), beku, vec![0_u8], d.biro]).await.unwrap();
    tx.commit().await.unwrap();
    biro.get(&jalur).await.memuat("1–2 dari 2");
    let lusa = app.store().sekarang().hari("WITA").tomorrow().unwrap().tomorrow().unwrap().to_string();
    let ditolak = biro.post(&jalur, &[("lokus", &beku.to_string()), ("sampai", &lusa), ("alasan", "Banjir")]).await;
    assert_eq!(ditolak.status, StatusCode::UNPROCESSABLE_ENTITY);
    ditolak.memuat("sudah dibekukan");
}
