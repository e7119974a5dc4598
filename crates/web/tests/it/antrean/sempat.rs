//! Whoever takes a number late is told before: on the phone, at the kiosk, at the front desk and at the gerai.

use super::*;
use jiff::civil::{date, time};

/// Nobody waits, one is served; ten minutes each, closing in three.
#[tokio::test]
async fn the_one_who_is_served_takes_the_rest_of_the_day() {
    let b = balai(biasa()).await;
    let s = b.app.store();
    let (warga, petugas, depan) = (b.app.tamu(), b.app.masuk(b.petugas).await, b.app.masuk(b.depan).await);
    let loket = Balai::nilai(&petugas.get(&b.layar()).await, "loket");
    assert_eq!(petugas.post(&format!("{}/loket", b.layar()), &[("loket", &loket)]).await.ke(), b.layar());
    b.ambil(&b.app.tamu(), &op()).await.ke();
    assert_eq!(petugas.post(&format!("{}/panggilan", b.layar()), &[("op", &op())]).await.ke(), b.layar());
    let di = [
        (&warga, format!("/antre/mal-uji/{}", b.ktp)),
        (&warga, format!("/kios/mal-uji/{}", b.ktp)),
        (&petugas, b.layar()),
        (&depan, format!("/mpp/{}/hari-ini", b.d.rsud)),
    ];
    for (orang, jalur) in &di {
        let j = orang.get(jalur).await;
        assert!(!j.isi.contains("Mungkin tidak sempat"), "the whole day is left on {jalur}: {}", j.isi);
    }
    let kepala = hak::mpp(s, &pelaku(&b.app, b.kepala).await, b.d.rsud).await.unwrap().kepala().unwrap();
    antrean::buka::tetapkan(s, &kepala, date(2026, 3, 2), Some((time(7, 0, 0, 0), time(8, 3, 0, 0))), "uji").await.unwrap();
    for (orang, jalur) in &di {
        orang.get(jalur).await.memuat("Mungkin tidak sempat hari ini");
    }
    // The number that is taken all the same says it too.
    let tiket = b.ambil(&warga, &op()).await.ke().to_owned();
    warga.get(&tiket).await.memuat("Mungkin tidak sempat hari ini").memuat("08.03");
}
