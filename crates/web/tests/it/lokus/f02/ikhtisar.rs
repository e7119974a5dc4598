use axum::http::StatusCode;
use store::peran::{Lingkup, Peran};

use super::bangun::Kasus;

#[tokio::test]
async fn an_evaluator_sees_what_is_missing_and_hands_in() {
    let k = Kasus::baru().await;
    let e = k.penilai("a@uji.example", "Ani").await;
    let j = e.p.get(&k.jalur("")).await;
    j.memuat("I. Kebijakan Pelayanan").memuat("30 indikator berbobot").memuat("/f02/tambahan").memuat("Mulai menilai");
    assert!(!j.isi.contains("Tandai penilaian saya selesai"));
    assert_eq!(k.angka("SELECT COUNT(*) AS n FROM f01_pembukaan").await, 0, "the overview does not open F01");

    let j = e.p.post(&k.jalur("/selesai"), &[]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Masih ada indikator berbobot");

    for (n, i) in super::bangun::edisi().indikator().enumerate() {
        k.skor(&e, &i.kode, 3, 0).await;
        if n == 0 {
            e.p.get(&k.jalur("")).await.memuat("Lanjutkan menilai");
        }
    }
    e.p.get(&k.jalur("")).await.memuat("Tandai penilaian saya selesai");
    let j = e.p.post(&k.jalur("/selesai"), &[]).await;
    assert_eq!((j.status, j.ke()), (StatusCode::SEE_OTHER, k.jalur("").as_str()));
    e.p.get(&k.jalur("")).await.memuat("Penilaian Anda sudah selesai").memuat("Ani");
}

#[tokio::test]
async fn opening_again_needs_a_reason() {
    let k = Kasus::baru().await;
    let e = k.penilai("a@uji.example", "Ani").await;
    k.penuh(&e, 3, &[]).await;
    let j = e.p.post(&k.jalur("/selesai"), &[("_aksi", "buka"), ("alasan", " ")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Alasan wajib diisi").memuat("id=\"alasan-salah\"");
    let j = e.p.post(&k.jalur("/selesai"), &[("_aksi", "buka"), ("alasan", "salah baca")]).await;
    assert_eq!(j.status, StatusCode::SEE_OTHER);
    assert_eq!(k.angka("SELECT COUNT(*) AS n FROM f02_selesai_batal WHERE alasan = 'salah baca'").await, 1);
}

#[tokio::test]
async fn the_organiser_sees_counts_until_all_are_done() {
    let k = Kasus::baru().await;
    let (a, b) = (k.penilai("a@uji.example", "Ani").await, k.penilai("b@uji.example", "Budi").await);
    k.penuh(&a, 3, &[]).await;
    k.skor(&b, "1.a.Ak", 5, 0).await;
    // Whose sheet is done waits, and is not told that it is his turn.
    for (e, tunggu) in [(&a, true), (&b, false)] {
        for jalur in ["/".to_owned(), format!("/lokus/{}", k.d.lokus)] {
            assert_eq!(e.p.get(&jalur).await.isi.contains("menunggu evaluator lain"), tunggu, "{jalur}");
        }
    }
    let biro = k.d.penyelenggara().await;
    biro.get(&k.jalur("")).await.memuat("Hanya kemajuan").memuat("30 / 30").memuat("1 / 30");
    let j = biro.get(&k.jalur("/konsensus")).await;
    assert!(!j.isi.contains("Semua indikator") && !j.isi.contains("catatan 1.a.Ak"), "{}", j.isi);
    assert_eq!(biro.get(&k.jalur("/I")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(biro.post(&k.jalur("/selesai"), &[]).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn readers_wait_for_the_frozen_result() {
    let k = Kasus::baru().await;
    let a = k.penilai("a@uji.example", "Ani").await;
    k.penuh(&a, 3, &[("1.a.Ak", 4)]).await;
    let op = k.d.operator().await;
    for jalur in ["", "/konsensus"] {
        let j = op.get(&k.jalur(jalur)).await;
        j.memuat("Nilai F02 belum dapat dibaca");
        assert!(!j.isi.contains("Ani") && !j.isi.contains("30 / 30"), "{}", j.isi);
    }
    k.bekukan().await;
    op.get(&k.jalur("/konsensus")).await.memuat("Semua indikator").memuat("catatan 1.a.Ak");
    op.get(&k.jalur("")).await.memuat("Hasil sudah dibekukan");
}

#[tokio::test]
async fn outside_the_scope_it_does_not_exist() {
    let k = Kasus::baru().await;
    let lain = k.d.app.sebagai(Peran::Evaluator, Lingkup::Wilayah("99".into())).await;
    for jalur in ["", "/I", "/konsensus", "/riwayat/1.a.Ak"] {
        assert_eq!(lain.get(&k.jalur(jalur)).await.status, StatusCode::NOT_FOUND, "{jalur}");
    }
    let e = k.penilai("a@uji.example", "Ani").await;
    for jalur in ["/IX", "/riwayat/9.z"] {
        assert_eq!(e.p.get(&k.jalur(jalur)).await.status, StatusCode::NOT_FOUND, "{jalur}");
    }
}

#[tokio::test]
async fn without_evaluators_it_says_who_is_next() {
    let k = Kasus::tanpa_f01().await;
    k.d.penyelenggara().await.get(&k.jalur("")).await.memuat("Belum ada evaluator").memuat("Menunggu F01 dari unit");
}

#[tokio::test]
async fn before_f01_is_sent_nothing_links_to_a_sheet_that_leads_back() {
    let k = Kasus::tanpa_f01().await;
    let e = k.penilai("a@uji.example", "Ani").await;
    assert_eq!(e.p.get(&k.jalur("/I")).await.ke(), k.jalur(""));
    let j = e.p.get(&k.jalur("")).await;
    j.memuat("Menunggu F01 dari unit").memuat("1.a.Ak");
    for jalur in ["/I", "/II", "/tambahan"] {
        assert!(!j.isi.contains(&format!("href=\"{}", k.jalur(jalur))), "{jalur}");
    }
}
