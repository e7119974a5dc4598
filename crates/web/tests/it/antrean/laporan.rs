//! The report of a hall as a table to count with.

use super::*;
use calamine::{Data, Reader as _, Xlsx};

/// Cells of one sheet by row.
async fn lembar(p: &Peramban<'_>, jalur: &str, nama: &str) -> Vec<Vec<Data>> {
    let req = p.permintaan(axum::http::Method::GET, jalur).body(Body::empty()).unwrap();
    let (_, isi) = p.kirim_mentah(req).await;
    let mut buku: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(isi)).unwrap();
    buku.worksheet_range(nama).unwrap().rows().map(<[Data]>::to_vec).collect()
}

#[tokio::test]
async fn times_are_minutes_that_can_be_added_up() {
    let b = balai(biasa()).await;
    b.ambil(&b.app.tamu(), &op()).await;
    b.app.store().jam().maju(750);
    let petugas = b.app.masuk(b.petugas).await;
    let loket = Balai::nilai(&petugas.get(&b.layar()).await, "loket");
    petugas.post(&format!("{}/loket", b.layar()), &[("loket", &loket)]).await;
    petugas.post(&format!("{}/panggilan", b.layar()), &[("op", &op())]).await;
    let tiket = Balai::nilai(&petugas.get(&b.layar()).await, "tiket");
    for (aksi, lama) in [("layani", 0), ("selesai", 120)] {
        b.app.store().jam().maju(lama);
        let j = petugas.post(&format!("{}/langkah", b.layar()), &[("op", &op()), ("tiket", &tiket), ("_aksi", aksi)]).await;
        assert_eq!(j.status, StatusCode::SEE_OTHER, "{aksi}");
    }
    let kepala = b.app.masuk(b.kepala).await;
    let jalur = format!("/mpp/{}/laporan/kinerja.xlsx?dari=2026-03-02&sampai=2026-03-02", b.d.rsud);
    let gerai = lembar(&kepala, &jalur, "Per gerai").await;
    let kepala_tabel = gerai.iter().find(|b| b.iter().any(|x| *x == "Kunjungan")).unwrap();
    let g01 = gerai.iter().find(|b| b[0].to_string().starts_with("G01")).unwrap();
    let nilai = |kolom: &str| &g01[kepala_tabel.iter().position(|x| *x == kolom).unwrap_or_else(|| panic!("{kolom}: {kepala_tabel:?}"))];
    assert_eq!((nilai("Lama menunggu (menit)"), nilai("Lama dilayani (menit)")), (&Data::Float(12.5), &Data::Float(2.0)));
    assert_eq!(nilai("Setahun sebelumnya"), &Data::Empty);
    // An organisation that has no gerai yet is not here.
    let s = b.app.store();
    let hak = hak::mpp(s, &pelaku(&b.app, b.kepala).await, b.d.rsud).await.unwrap().kepala().unwrap();
    let t = TenanIsi { nama: "Belum bergerai", jenis: "pemda", unit: None, sendiri: false };
    mpp::tambah_tenan(s, &hak, TenanId::baru(), &t).await.unwrap();
    kepala.get(&format!("/mpp/{}/laporan", b.d.rsud)).await.memuat("<dt>Organisasi</dt><dd>1</dd>");
    let ringkas = lembar(&kepala, &jalur, "Ringkasan").await;
    let baris = |nama: &str| ringkas.iter().find(|b| b[0] == *nama).unwrap_or_else(|| panic!("{nama}: {ringkas:?}"));
    assert_eq!(baris("Lama menunggu (menit)")[1], Data::Float(12.5));
    let aduan = baris("Aduan selesai");
    assert_eq!((&aduan[1], aduan[2].to_string().as_str()), (&Data::Float(0.0), "0 dari 0"));
}
