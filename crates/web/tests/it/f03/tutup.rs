//! What closes F03 without a button of F03: the page that citizens see follows at once here, and soon on other nodes.

use std::time::Duration;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode},
};
use store::peran::{Lingkup, Peran};
use tower::ServiceExt as _;
use web::{AppState, Konfig};

use super::buka;
use crate::bangun::Dunia;

const TERTUTUP: &str = "Survei ini sudah ditutup";

async fn lihat(router: &Router, jalur: &str) -> String {
    let req = Request::get(jalur).header("host", "127.0.0.1").body(Body::empty()).unwrap();
    let isi = router.clone().oneshot(req).await.unwrap().into_body();
    String::from_utf8(to_bytes(isi, 1 << 20).await.unwrap().to_vec()).unwrap()
}

#[tokio::test]
async fn a_closed_phase_is_seen_at_once_here_and_within_two_seconds_elsewhere() {
    let d = Dunia::baru().await;
    let jalur = buka(&d).await;
    let konfig = Konfig { laju: false, ..Konfig::default() };
    let lain = AppState::baru(d.app.store().clone(), konfig, dokumen::Pencetak::dalam_proses()).await.unwrap();
    let lain = web::aplikasi(lain);
    assert!(!lihat(&lain, &jalur).await.contains(TERTUTUP));
    let biro = [(Peran::Penyelenggara, Lingkup::Instansi(d.instansi))];
    let biro = d.app.masuk(d.app.akun("biro2@uji.example", &biro).await).await;
    let fase = format!("/periode/{}/fase/pelaksanaan", d.periode);
    for (isian, tertutup) in [(&[("_aksi", "tutup")][..], true), (&[("_aksi", "buka"), ("alasan", "Belum selesai.")][..], false)] {
        // Kept on both nodes as it was.
        lihat(&lain, &jalur).await;
        assert_eq!(d.app.tamu().get(&jalur).await.isi.contains(TERTUTUP), !tertutup);
        assert_eq!(biro.post(&fase, isian).await.status, StatusCode::SEE_OTHER);
        assert_eq!(d.app.tamu().get(&jalur).await.isi.contains(TERTUTUP), tertutup, "at once");
        let petugas = biro.get(&format!("/lokus/{}/f03", d.lokus)).await.isi;
        assert_eq!((petugas.contains("Turunkan posternya"), petugas.contains("Bagikan survei")), (tertutup, !tertutup));
        tokio::time::sleep(Duration::from_millis(2_050)).await;
        assert_eq!(lihat(&lain, &jalur).await.contains(TERTUTUP), tertutup, "within two seconds");
    }
}
