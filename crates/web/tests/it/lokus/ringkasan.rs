//! What the page of a unit names as the next step.

use store::kueri::Kueri as _;

use crate::{app::TestApp, dunia::dunia};

/// Before phase pelaksanaan F01 is nobody's task yet, as on the start page.
#[tokio::test]
async fn f01_waits_for_its_phase() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let p = d.periode(&app).await;
    let l = d.lokus(&app, p).await;
    let operator = app.masuk(d.operator).await;
    let fase = async |mulai: &str| {
        let tx = app.store().mulai().await.unwrap();
        let sql = "UPDATE periode_fase SET mulai = $2 WHERE periode_id = $1 AND fase = 'pelaksanaan'";
        assert_eq!(tx.jalankan(sql, store::nilai![p, mulai]).await.unwrap(), 1);
        tx.commit().await.unwrap();
    };
    fase("2000-01-03").await;
    operator.get(&format!("/lokus/{l}")).await.memuat("Sekarang giliran Anda");
    fase("2099-11-16").await;
    operator.get("/").await.memuat("Isi F01 mulai 16 November 2099");
    let j = operator.get(&format!("/lokus/{l}")).await;
    j.memuat("Isi F01 mulai 16 November 2099").memuat(&format!("href=\"/lokus/{l}/f01\""));
    assert!(!j.isi.contains("Sekarang giliran Anda"), "{}", j.isi);
}
