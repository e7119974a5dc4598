//! The start page names what is due in the surveys of one's own units.

use axum::http::StatusCode;
use store::peran::{Lingkup, Peran};

use super::dunia::Survei;

#[tokio::test]
async fn the_start_page_lists_due_plans_and_rounds_short_of_answers() {
    let s = Survei::baru().await;
    s.jawab(12, 3, 0).await;
    let op = s.op().await;
    assert!(!op.get("/").await.isi.contains("Survei yang perlu diperhatikan"), "nothing is due");
    let isi = [
        ("op", "0190a000-0000-7000-8000-000000000001"),
        ("unsur", "waktu"),
        ("kegiatan", "Menambah <loket>"),
        ("keluaran", "Jadwal"),
        ("tenggat", "2026-06-01"),
        ("penanggung_jawab", "Kepala"),
    ];
    assert_eq!(op.post(&s.jalur("/tindak-lanjut"), &isi).await.status, StatusCode::SEE_OTHER);
    s.d.app.store().jam().maju(100 * 86_400);
    // A session does not last a hundred days.
    for orang in [s.op().await, s.d.kepala().await, s.d.penyelenggara().await] {
        let beranda = orang.get("/").await;
        beranda.memuat("Survei yang perlu diperhatikan").memuat("Menambah &#60;loket&#62;").memuat("Lewat tenggat");
        beranda.memuat("12 dari 80 jawaban, berakhir 30 Juni 2026").memuat(&s.jalur("/tindak-lanjut"));
    }
    // Who only reads is told nothing.
    let pembina = s.d.app.sebagai(Peran::Pembina, Lingkup::Instansi(s.d.instansi)).await;
    assert!(!pembina.get("/").await.isi.contains("Menambah"));
}
