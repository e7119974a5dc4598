//! The right of reply on its pages: who sees the draft, opening, objecting, answering, and the freezing that waits.

use store::{
    hak,
    id::AkunId,
    peran::{Lingkup, Peran},
    sanggah,
};

use crate::{
    app::Peramban,
    bangun::Dunia,
    hasil::bangun::{akun_evaluator, bekukan, dinilai, f03, medan, pelaku},
};

async fn biro(d: &Dunia) -> (AkunId, Peramban<'_>) {
    let id = d.app.akun("biro@uji.example", &[(Peran::Penyelenggara, Lingkup::Instansi(d.instansi))]).await;
    (id, d.app.masuk(id).await)
}

async fn pakai(d: &Dunia, biro: AkunId) {
    let p = pelaku(d, biro).await;
    let h = hak::periode(d.app.store(), &p, d.periode).await.unwrap().penyelenggara().unwrap();
    sanggah::atur(d.app.store(), &h, true, 5, "").await.unwrap();
}

#[tokio::test]
async fn draf_hanya_untuk_pihaknya() {
    let d = dinilai(30).await;
    let (id, biro) = biro(&d).await;
    let jalur = format!("/lokus/{}/hak-jawab", d.lokus);
    biro.get(&jalur).await.memuat("Periode ini tanpa hak jawab");
    pakai(&d, id).await;
    let kepala = d.kepala().await;
    kepala.get(&jalur).await.memuat("Nilai sementara belum dibuka");
    let auditor = d.app.sebagai(Peran::Auditor, Lingkup::Instansi(d.instansi)).await;
    assert_eq!(auditor.get(&jalur).await.status, 403);
    kepala.get(&format!("/lokus/{}", d.lokus)).await.memuat("Hak jawab");
}

#[tokio::test]
async fn dibuka_disanggah_dijawab() {
    let d = dinilai(30).await;
    let (id, biro) = biro(&d).await;
    pakai(&d, id).await;
    let jalur = format!("/lokus/{}/hak-jawab", d.lokus);
    let hasil = format!("/lokus/{}/hasil", d.lokus);
    biro.get(&hasil).await.memuat("nilai sementara belum dibuka kepada unit");
    biro.get("/").await.memuat("Buka nilai sementara").memuat(&format!("href=\"{jalur}\""));
    let op = medan(&biro.get(&jalur).await, "op");
    biro.post(&jalur, &[("op", &op), ("hari", "99")]).await.memuat("Tulis bilangan dari 1 sampai 60");
    assert_eq!(biro.post(&jalur, &[("op", &op), ("hari", "5")]).await.ke(), jalur);

    let operator = d.operator().await;
    operator.get("/").await.memuat(&format!("href=\"{jalur}\""));
    assert!(!biro.get("/").await.isi.contains(&format!("href=\"{jalur}\"")), "the unit has the word now");
    let j = operator.get(&jalur).await;
    j.memuat("Nilai ini belum resmi").memuat("Perbaiki 1.a.Ak").memuat("Sanggah");
    assert!(!j.isi.contains("Catatan rahasia evaluator") && !j.isi.contains("eva@uji.example"), "notes and names stay inside");
    let isian = format!("{jalur}/indikator/1.a.Ak");
    let op = medan(&operator.get(&isian).await, "op");
    operator.post_multipart(&isian, &[("op", &op), ("alasan", " ")]).await.memuat("Tulis alasannya");
    let alasan = "SK sudah ditetapkan";
    assert_eq!(operator.post_multipart(&isian, &[("op", &op), ("alasan", alasan)]).await.ke(), format!("{jalur}#1.a.Ak"));
    operator.get(&isian).await.memuat("Nilai ini sudah disanggah");
    biro.get(&hasil).await.memuat("belum dijawab").memuat("masih dapat menyanggah sampai");

    let evaluator = d.app.masuk(akun_evaluator(&d).await).await;
    evaluator.get("/").await.memuat(&format!("href=\"{jalur}\""));
    let j = evaluator.get(&jalur).await;
    j.memuat("Satu sanggahan perlu dijawab");
    let awal = j.isi.find("/hak-jawab/jawaban/").unwrap();
    let ke = format!("/lokus/{}{}", d.lokus, j.isi[awal..].split('"').next().unwrap());
    let j = evaluator.get(&ke).await;
    j.memuat(alasan).memuat("belum berubah");
    let op = medan(&j, "op");
    let berubah = evaluator.post(&ke, &[("op", &op), ("putusan", "berubah"), ("alasan", "ya")]).await;
    berubah.memuat("Nilainya masih sama").memuat("ya");
    assert_eq!(evaluator.post(&ke, &[("op", &op), ("putusan", "tetap"), ("alasan", "SK belum berlaku")]).await.ke(), jalur);
    operator.get(&jalur).await.memuat("Nilai tetap").memuat("SK belum berlaku");

    let kepala = d.kepala().await;
    let buka = medan(&kepala.get(&jalur).await, "buka");
    let nyata = format!("{jalur}/pernyataan");
    kepala.post(&nyata, &[("buka", &buka)]).await.memuat("Centang pernyataan dulu");
    assert_eq!(kepala.post(&nyata, &[("buka", &buka), ("setuju", "ya")]).await.ke(), jalur);
    operator.get(&format!("{jalur}/indikator/2.a.P")).await.memuat("Sanggahan tidak diterima lagi");
    let j = biro.get(&hasil).await;
    assert!(!j.isi.contains("masih dapat menyanggah"));
    biro.get(&format!("/periode/{}/hak-jawab", d.periode)).await.memuat("Unit menyatakan cukup");
    // After freezing nothing is called provisional or under way any more.
    f03(&d, 10).await;
    bekukan(&d, &biro).await;
    let j = operator.get(&jalur).await;
    j.memuat("Nilai yang dahulu dibuka kepada unit");
    assert!(!j.isi.contains("Nilai ini belum resmi"));
    let j = operator.get(&format!("/lokus/{}/pra-evaluasi", d.lokus)).await;
    j.memuat("Pemeriksaan sudah berakhir");
    assert!(!j.isi.contains("Sedang diperiksa"));
    let j = operator.get(&format!("/lokus/{}", d.lokus)).await;
    j.memuat("Selesai, hasil sudah dibekukan");
    assert!(!j.isi.contains("Sedang diperiksa") && !j.isi.contains("Unit menyatakan cukup"));
}
