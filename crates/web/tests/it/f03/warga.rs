use axum::http::StatusCode;

use super::buka;
use crate::{bangun::Dunia, survei::tersembunyi};

/// The form as a browser sends it: the hidden fields of the page and one number a statement.
fn isian(halaman: &str, n: &str, kecuali: usize) -> Vec<(String, String)> {
    let mut f = tersembunyi(halaman);
    f.extend((1..=14).filter(|no| *no != kecuali).map(|no| (format!("p{no}"), n.to_owned())));
    f
}

fn pinjam(f: &[(String, String)]) -> Vec<(&str, &str)> {
    f.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect()
}

#[tokio::test]
async fn an_answer_without_account_counts_once_however_often_it_is_sent() {
    let d = Dunia::baru().await;
    let jalur = buka(&d).await;
    let warga = d.app.tamu();
    let halaman = warga.get(&jalur).await;
    // Going back must give this page again, with its answer id.
    assert_eq!(halaman.headers["cache-control"], "private, no-cache");
    halaman.memuat(&format!("action=\"{jalur}/jawaban\""));
    assert_eq!(warga.get(&format!("{jalur}/jawaban")).await.ke(), jalur);
    halaman.memuat("RSUD Uji").memuat("sekitar 2 menit").memuat("Tanpa nama").memuat("Persyaratan mudah dipenuhi");
    let f = isian(&halaman.isi, "4", 0);
    for _ in 0..2 {
        let jawaban = warga.post(&jalur, &pinjam(&f)).await;
        assert_eq!((jawaban.status, jawaban.ke()), (StatusCode::SEE_OTHER, format!("{jalur}/terima-kasih").as_str()));
    }
    warga.get(&format!("{jalur}/terima-kasih")).await.memuat("jawaban Anda sudah kami terima");
    let kelola = d.app.masuk(d.app.akun("biro2@uji.example", &[]).await).await;
    assert_eq!(kelola.get(&format!("/lokus/{}/f03", d.lokus)).await.status, StatusCode::NOT_FOUND);
    d.operator().await.get(&format!("/lokus/{}/f03", d.lokus)).await.memuat("1 dari 10").memuat("kurang 9");
}

#[tokio::test]
async fn a_missing_answer_is_asked_for_and_the_others_are_kept() {
    let d = Dunia::baru().await;
    let jalur = buka(&d).await;
    let warga = d.app.tamu();
    let f = isian(&warga.get(&jalur).await.isi, "3", 5);
    let jawaban = warga.post(&jalur, &pinjam(&f)).await;
    assert_eq!(jawaban.status, StatusCode::UNPROCESSABLE_ENTITY);
    jawaban.memuat("<a href=\"#p5\">Pertanyaan 5: Pilih satu jawaban.</a>");
    assert_eq!(jawaban.isi.matches(" checked").count(), 13);
    jawaban.memuat(&f[0].1);
    let mut aneh = isian(&jawaban.isi, "3", 5);
    aneh.push(("p5".into(), "6".into()));
    assert_eq!(warga.post(&jalur, &pinjam(&aneh)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_same_page_filled_in_anew_is_noticed_and_sent_as_another_answer() {
    let d = Dunia::baru().await;
    let jalur = buka(&d).await;
    let warga = d.app.tamu();
    let halaman = warga.get(&jalur).await.isi;
    warga.post(&jalur, &pinjam(&isian(&halaman, "4", 0))).await;
    let lain = warga.post(&jalur, &pinjam(&isian(&halaman, "2", 0))).await;
    assert_eq!(lain.status, StatusCode::UNPROCESSABLE_ENTITY);
    lain.memuat("sudah kami terima");
    assert_eq!(warga.post(&jalur, &pinjam(&isian(&lain.isi, "2", 0))).await.status, StatusCode::SEE_OTHER);
    d.operator().await.get(&format!("/lokus/{}/f03", d.lokus)).await.memuat("2 dari 10");
}

#[tokio::test]
async fn an_unknown_link_is_a_404_and_a_closed_survey_says_so() {
    let d = Dunia::baru().await;
    let jalur = buka(&d).await;
    assert_eq!(d.app.tamu().get("/f03/tidakada").await.status, StatusCode::NOT_FOUND);
    let f = isian(&d.app.tamu().get(&jalur).await.isi, "4", 0);
    let e = d.evaluator("eva@uji.example").await;
    let kelola = format!("/lokus/{}/f03", d.lokus);
    assert_eq!(e.post(&kelola, &[("_aksi", "tutup"), ("alasan", "")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(e.post(&kelola, &[("_aksi", "tutup"), ("alasan", "Sudah cukup.")]).await.status, StatusCode::SEE_OTHER);
    d.app.tamu().get(&jalur).await.memuat("Survei ini sudah ditutup").memuat("Sudah cukup.");
    d.app.tamu().post(&jalur, &pinjam(&f)).await.memuat("Survei ini sudah ditutup");
    assert_eq!(e.post(&kelola, &[("_aksi", "buka-lagi"), ("alasan", "Kurang.")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(d.app.tamu().post(&jalur, &pinjam(&f)).await.status, StatusCode::SEE_OTHER);
}

/// A script that fills ballots from one address is stopped; what a person chose stays on the page.
#[tokio::test]
async fn one_address_cannot_fill_the_survey() {
    let konfig = web::Konfig { laju: false, survei_per_jam: 3, ..web::Konfig::default() };
    let d = Dunia::dengan(konfig).await;
    let jalur = buka(&d).await;
    let warga = d.app.tamu();
    for n in 0..4 {
        let f = isian(&warga.get(&jalur).await.isi, "0", 0);
        let jawaban = warga.post(&jalur, &pinjam(&f)).await;
        assert_eq!(jawaban.status, if n < 3 { StatusCode::SEE_OTHER } else { StatusCode::TOO_MANY_REQUESTS });
        if n == 3 {
            jawaban.memuat("Terlalu banyak jawaban dari jaringan ini");
            assert_eq!(jawaban.isi.matches(" checked").count(), 14);
        }
    }
    d.operator().await.get(&format!("/lokus/{}/f03", d.lokus)).await.memuat("3 dari 10");
}
