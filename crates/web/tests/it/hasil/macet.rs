//! Minutes that nobody can finish any more, and who is told.

use store::kueri::Kueri as _;

use super::{
    bangun::{dinilai, penanda},
    berita_acara::buat,
};

/// Before there is a result, too: the organiser is told on his start page, in the table, on the page of all minutes and on that of the unit.
#[tokio::test]
async fn minutes_of_the_evaluation_that_nobody_can_finish_are_the_organisers_turn() {
    let d = dinilai(1).await;
    let orang = penanda(&d).await;
    let biro = d.penyelenggara().await;
    buat(&d, &biro, "pelaksanaan", orang).await.ke();
    let massal = format!("/periode/{}/berita-acara", d.periode);
    let semua = ["/".to_owned(), format!("/periode/{}", d.periode), massal.clone(), format!("/lokus/{}", d.lokus)];
    for jalur in &semua {
        assert!(!biro.get(jalur).await.isi.contains("tidak dapat selesai"), "{jalur}");
    }
    let tx = d.app.store().mulai().await.unwrap();
    let sql = "INSERT INTO penugasan_akhir (penugasan_id, alasan, pada, oleh) SELECT id, 'pindah tugas', 1, $1 FROM penugasan";
    tx.jalankan(sql, store::nilai![d.oleh]).await.unwrap();
    tx.commit().await.unwrap();
    for jalur in semua.iter().filter(|j| **j != massal) {
        biro.get(jalur).await.memuat("Berita acara pelaksanaan tidak dapat selesai").memuat(&format!("/lokus/{}/berita-acara", d.lokus));
    }
    let j = biro.get(&massal).await;
    j.memuat("Satu berita acara tidak dapat selesai").memuat("Belum ada hasil yang dibekukan").memuat("– Berita acara pelaksanaan<");
}
