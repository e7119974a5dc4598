use crate::hasil::bangun::{bekukan, dinilai, f03};

/// Everything scored 4 and F03 full: 4.25, and the way to A is found, tried and shown.
#[tokio::test]
async fn the_unit_tries_scores_and_the_shortest_way() {
    let d = dinilai(30).await;
    let (biro, operator) = (d.penyelenggara().await, d.operator().await);
    let jalur = format!("/lokus/{}/hasil/peningkatan", d.lokus);
    operator.get(&jalur).await.memuat("Belum dapat dihitung");
    f03(&d, 10).await;
    bekukan(&d, &biro).await;
    let j = operator.get(&jalur).await;
    // 0.255 is lacking; the five largest steps are 0.05625, 0.045 twice, 0.0375 three times: 0.25875 with six.
    j.memuat("4,25").memuat("kategori A perlu 6 kenaikan tingkat pada 6 indikator").memuat("+0,05625<");
    j.memuat("Tetapkan nilai atau slogan budaya layanan");
    let dicoba = operator.get(&format!("{jalur}?14.b.K=5&29.f.B=5&99=5&1.a.Ak=9")).await;
    dicoba.memuat("IPP perkiraan").memuat("4,35").memuat("0,10125");
    operator.get(&format!("{jalur}?14.b.K=2")).await.memuat("Naik 0.");
}
