//! What a booking became: its own page follows the number, and the officer's screen says why it goes before others.

use store::{
    antrean::{
        langkah::{self, Aksi},
        loket, panggil,
    },
    hak,
    id::{LoketId, OperasiId},
    mpp,
};

use super::mal;
use crate::{app::TestApp, dunia::pelaku};

#[tokio::test]
async fn the_page_of_a_booking_follows_its_number() {
    let app = TestApp::dengan(web::Konfig { laju: false, ..web::Konfig::default() }).await;
    let m = mal(&app).await;
    m.siapkan(&app).await;
    let (s, tamu) = (app.store(), app.tamu());
    let gerai = store::pesanan::tempat(s.baca(), m.id).await.unwrap().gerai_id;
    let kepala = hak::mpp(s, &pelaku(&app, m.kepala).await, m.unit).await.unwrap().kepala().unwrap();
    let meja = LoketId::baru();
    mpp::tambah_loket(s, &kepala, meja, gerai, "1").await.unwrap();
    let pesanan = m.pesan(&tamu, "2026-03-03", "08:30", &[]).await.ke().to_owned();
    tamu.get(&pesanan).await.memuat("Anda tidak meninggalkan nomor telepon. Buka halaman ini sehari sebelumnya");
    s.jam().maju(86_400);
    let j = tamu.get(&pesanan).await;
    j.memuat("Anda tidak meninggalkan nomor telepon. Buka lagi halaman ini sebelum berangkat");
    assert!(!j.isi.contains("sehari sebelumnya"), "it is the day: {}", j.isi);
    let kode = pesanan.rsplit('/').next().unwrap();
    let depan = app.masuk(m.depan).await;
    depan.post(&format!("/mpp/{}/pesanan/{kode}/kehadiran", m.unit), &[("_aksi", "hadir")]).await.ke();
    tamu.get(&pesanan).await.memuat("Menunggu").memuat("Kedatangan Anda sudah dicatat").memuat("/tiket/t");
    // Before its time nothing is estimated: its own number says from when it is called.
    let (tiket, _) = store::pesanan::dari_kode(s, kode).await.unwrap().tiket.unwrap();
    let j = tamu.get(&format!("/tiket/{tiket}")).await;
    j.memuat("Giliran pesanan Anda mulai pukul 08.30");
    assert!(!j.isi.contains("Kira-kira"), "{}", j.isi);
    // Whoever is asked by the others why it goes first can see it.
    let layar = format!("/gerai/{gerai}/antrean");
    for orang in [m.petugas, m.depan] {
        app.masuk(orang).await.get(&layar).await.memuat("A-001").memuat("Pesanan pukul 08.30");
    }
    let petugas = hak::gerai(s, &pelaku(&app, m.petugas).await, gerai).await.unwrap().pelaksana().unwrap();
    loket::buka(s, &petugas, meja).await.unwrap();
    let t = panggil::berikut(s, &petugas, OperasiId::baru()).await.unwrap().unwrap();
    tamu.get(&pesanan).await.memuat("Dipanggil").memuat("Silakan datang sekarang").memuat("Lihat antrean A-001");
    for (aksi, kata) in [(Aksi::Layani, "Anda sedang dilayani di loket"), (Aksi::Selesai, "Terima kasih sudah datang")] {
        langkah::lakukan(s, &petugas, OperasiId::baru(), t.id, aksi).await.unwrap();
        let j = tamu.get(&pesanan).await;
        j.memuat(kata).memuat(&format!("/tiket/{}", t.kode));
        assert!(!j.isi.contains("Tunggu panggilan"), "{}", j.isi);
    }
    s.jam().maju(86_400);
    tamu.get(&pesanan).await.memuat("Selesai").memuat("Terima kasih sudah datang");
}

/// The head shortens the day: whoever is here before a booked time that now begins after closing is told so.
#[tokio::test]
async fn an_early_closing_is_told_to_who_came_before_the_booked_time() {
    let app = TestApp::dengan(web::Konfig { laju: false, ..web::Konfig::default() }).await;
    let m = mal(&app).await;
    m.siapkan(&app).await;
    let (s, tamu) = (app.store(), app.tamu());
    let kepala = hak::mpp(s, &pelaku(&app, m.kepala).await, m.unit).await.unwrap().kepala().unwrap();
    let pesanan = m.pesan(&tamu, "2026-03-03", "08:30", &[]).await.ke().to_owned();
    let kode = pesanan.rsplit('/').next().unwrap();
    s.jam().maju(86_400);
    let depan = app.masuk(m.depan).await;
    depan.post(&format!("/mpp/{}/pesanan/{kode}/kehadiran", m.unit), &[("_aksi", "hadir")]).await.ke();
    let (tiket, _) = store::pesanan::dari_kode(s, kode).await.unwrap().tiket.unwrap();
    let tiket = format!("/tiket/{tiket}");
    assert!(!tamu.get(&tiket).await.isi.contains("Mungkin tidak sempat hari ini"));
    let jam = (jiff::civil::time(8, 0, 0, 0), jiff::civil::time(8, 20, 0, 0));
    store::antrean::buka::tetapkan(s, &kepala, jiff::civil::date(2026, 3, 3), Some(jam), "Rapat").await.unwrap();
    let j = tamu.get(&tiket).await;
    j.memuat("Mungkin tidak sempat hari ini").memuat("Jam pesanan Anda pukul 08.30").memuat("tutup pukul 08.20");
}
