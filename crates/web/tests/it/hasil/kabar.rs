//! Notices about minutes say which minutes: a unit has those of the evaluation and those of the result.

use store::kueri::Kueri as _;

use super::{
    bangun::{SANDI, akun_evaluator, dinilai, penanda},
    berita_acara::buat,
};

#[tokio::test]
async fn a_notice_names_the_kind_of_the_minutes() {
    let d = dinilai(1).await;
    let [kepala, sekda] = penanda(&d).await;
    let biro = d.penyelenggara().await;
    let ke = buat(&d, &biro, "pelaksanaan", [kepala, sekda]).await.ke().to_owned();
    let ba = store::berita_acara::daftar(d.app.store().baca(), d.lokus).await.unwrap().remove(0);
    let (kepala, sekda) = (d.app.masuk(kepala).await, d.app.masuk(sekda).await);
    kepala.get("/pemberitahuan").await.memuat("Berita acara pelaksanaan RSUD Uji menunggu tanda tangan Anda");
    for p in [&kepala, &sekda, &d.app.masuk(akun_evaluator(&d).await).await] {
        assert_eq!(p.post(&format!("{ke}/tanda-tangan"), &[("pdf", &ba.objek), ("sandi", SANDI)]).await.ke(), ke);
    }
    biro.get("/pemberitahuan").await.memuat("Berita acara pelaksanaan RSUD Uji sudah ditandatangani semua pihak");
    // A notice from before they said so is read all the same.
    let tx = d.app.store().mulai().await.unwrap();
    let sql = "UPDATE pemberitahuan SET isi = REPLACE(isi, '\"ba\":\"pelaksanaan\",', '') WHERE jenis = 'ba-lengkap'";
    assert!(tx.jalankan(sql, store::nilai![]).await.unwrap() > 0);
    tx.commit().await.unwrap();
    biro.get("/pemberitahuan").await.memuat("Berita acara RSUD Uji sudah ditandatangani semua pihak");
}
