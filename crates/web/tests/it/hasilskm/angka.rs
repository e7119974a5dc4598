//! The result page, the breakdown, the comparison: right figures, small groups hidden, every state.

use axum::http::StatusCode;
use jiff::civil::date;
use store::peran::{Lingkup, Peran};
use testkit::basis::BasisUji;

use super::{Uji, enam_puluh};
use crate::app::TestApp;

testkit::dua_basis! {
    async fn a_round_shows_its_figure_with_interval_class_and_lowest(basis: BasisUji) {
        let u = Uji::baru(TestApp::pada(basis).await).await;
        let id = u.semester().await;
        let jalur = format!("/survei/{id}/hasil");
        let biro = u.biro().await;
        biro.get(&jalur).await.memuat("Belum ada jawaban").memuat("Bagikan survei").memuat("Cara menghitung");
        u.jawab(id, &enam_puluh()[..1], None).await;
        biro.get(&jalur).await.memuat("Baru satu jawaban").memuat("tidak dapat dihitung");
        u.jawab(id, &enam_puluh()[1..], Some("Ruang tunggu <sempit>")).await;
        let h = biro.get(&jalur).await;
        // Eight unsur of 3.5 and one of 2: (8 x 3.5 + 2) / 9 x 25.
        h.memuat("83,33").memuat(">B<").memuat("Dengan 60 responden dari 900 orang yang dilayani").memuat("(95%) antara");
        h.memuat("Sarana dan prasarana").memuat("terendah ke-1").memuat("Unsur 9 di peraturan, pertanyaan 8 di kuesioner").memuat("50,00");
        h.memuat("tepat 1/9").memuat("Laki-laki").memuat("kurang dari 10").memuat("60 dari 269");
        h.memuat("Tidak ada jawaban yang bertanda janggal");
        u.jawab(id, &[(4, 4, [0, 0, 0, 0, 0])], None).await;
        biro.get(&jalur).await.memuat("Semua jawaban sama: <strong>1</strong>");
        assert!(!h.isi.contains("Ruang tunggu"), "suggestions are not on this page");
        biro.get(&format!("/survei/{id}/saran")).await.memuat("Ruang tunggu &#60;sempit&#62;");
    }

    async fn a_breakdown_hides_small_groups_and_what_would_give_them_away(basis: BasisUji) {
        let u = Uji::baru(TestApp::pada(basis).await).await;
        let id = u.semester().await;
        let jalur = format!("/survei/{id}/silang");
        let biro = u.biro().await;
        biro.get(&jalur).await.memuat("Belum ada jawaban");
        u.jawab(id, &enam_puluh(), None).await;
        // One field: three who did not say their sex, and the women, who would follow by difference.
        let satu = biro.get(&format!("{jalur}?a=jenis_kelamin")).await;
        satu.memuat("kurang dari 10").memuat("ditutup").memuat("45 responden").memuat("Sebagian sel ditutup").memuat("Persyaratan");
        assert!(!satu.isi.contains("12 responden") && !satu.isi.contains(">3 responden"), "{}", satu.isi);
        let dua = biro.get(&format!("{jalur}?a=layanan&b=usia")).await;
        dua.memuat("Jenis layanan × Usia").memuat("Rawat inap").memuat("30 responden");
        let sempit = biro.get(&format!("{jalur}?a=layanan&b=jenis_kelamin")).await;
        // Women and those who did not say are hidden together, in the cells and in the totals.
        assert!(!sempit.isi.contains("12 responden") && sempit.isi.contains("15 responden"), "{}", sempit.isi);
        biro.get(&format!("{jalur}?a=usia&b=usia")).await.memuat("Persyaratan");
        biro.get(&format!("{jalur}?a=tidakada&b=x")).await.memuat("Jenis layanan");
    }
}

#[tokio::test]
async fn rounds_of_a_unit_are_compared_by_a_test() {
    let u = Uji::baru(TestApp::baru().await).await;
    let lama = u.ronde(u.d.rsud, "SKM Semester II 2025", (date(2025, 7, 1), date(2025, 12, 31))).await;
    let id = u.semester().await;
    let biro = u.biro().await;
    biro.get(&format!("/survei/{id}/banding")).await.memuat("Belum ada yang dibandingkan");
    let turun: Vec<_> = enam_puluh().into_iter().map(|(n, s, p)| (n - 1, s, p)).collect();
    u.jawab(lama, &turun, None).await;
    u.jawab(id, &enam_puluh(), None).await;
    let h = biro.get(&format!("/survei/{id}/banding")).await;
    h.memuat("Naik 22,22 dan perbedaannya nyata").memuat("61,11").memuat("83,33").memuat("gambar-garis");
    biro.get(&format!("/survei/{id}/hasil")).await.memuat("Naik 22,22").memuat("SKM Semester II 2025");
    // The earlier round has nothing before it.
    assert!(!biro.get(&format!("/survei/{lama}/hasil")).await.isi.contains("Dibanding ronde"));
}

#[tokio::test]
async fn pages_and_suggestions_are_for_those_with_the_right() {
    let u = Uji::baru(TestApp::baru().await).await;
    let id = u.semester().await;
    u.jawab(id, &enam_puluh(), Some("x")).await;
    let sekda = u.app.masuk(u.d.sekda).await;
    let halaman = sekda.get(&format!("/survei/{id}/hasil")).await;
    halaman.memuat("83,33");
    assert!(!halaman.isi.contains("jawaban.csv") && !halaman.isi.contains("/saran"), "no way to single answers");
    for jalur in ["saran", "unduh/jawaban.csv", "unduh/jawaban.xlsx", "unduh/jawaban.json"] {
        assert_eq!(sekda.get(&format!("/survei/{id}/{jalur}")).await.status, StatusCode::FORBIDDEN, "{jalur}");
    }
    let auditor = u.app.masuk(u.d.auditor).await;
    assert_eq!(auditor.get(&format!("/survei/{id}/saran")).await.status, StatusCode::OK);
    let lain = u.app.sebagai(Peran::Pembina, Lingkup::Wilayah("35".into())).await;
    for jalur in ["hasil", "silang", "banding", "saran", "unduh/agregat.csv", "unduh/jawaban.csv"] {
        assert_eq!(lain.get(&format!("/survei/{id}/{jalur}")).await.status, StatusCode::NOT_FOUND, "{jalur}");
    }
}
