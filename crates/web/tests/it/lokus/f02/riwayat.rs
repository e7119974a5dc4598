use super::bangun::Kasus;

#[tokio::test]
async fn the_history_tells_who_when_from_what_to_what() {
    let k = Kasus::baru().await;
    let (a, b) = (k.penilai("a@uji.example", "Ani").await, k.penilai("b@uji.example", "Budi").await);
    let jalur = k.jalur("/riwayat/1.a.Ak");
    a.p.get(&jalur).await.memuat("Belum ada perubahan");
    k.skor(&a, "1.a.Ak", 2, 0).await;
    k.skor(&a, "1.a.Ak", 4, 1).await;
    k.skor(&b, "1.a.Ak", 5, 0).await;
    let j = a.p.get(&jalur).await;
    j.memuat("dari belum ada menjadi 2").memuat("dari 2 menjadi 4").memuat("Ani").memuat("2 Maret 2026").memuat("dokumen; arsip");
    assert!(!j.isi.contains("Budi") && !j.isi.contains("menjadi 5"), "the others' sheets stay hidden");
    let j = k.d.penyelenggara().await.get(&jalur).await;
    j.memuat("Belum ada perubahan");
    assert!(!j.isi.contains("menjadi"));
}
