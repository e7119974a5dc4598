//! The paper grid: what is typed is stored with its scan, faults stay at their place.

use axum::http::StatusCode;
use store::{
    peran::{Lingkup, Peran},
    skm,
};

use super::dunia::{Survei, unggah};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n";

#[tokio::test]
async fn sheets_are_typed_with_their_scan() {
    let s = Survei::baru().await;
    let op = s.op().await;
    op.get(&s.jalur("/kertas")).await.memuat("data-grid=\"14\"").memuat("Belum ada bundel").memuat("Rawat inap");
    let ids = [uuid::Uuid::new_v4().to_string(), uuid::Uuid::new_v4().to_string()];
    let mut isian: Vec<(String, String)> = vec![("id0".into(), ids[0].clone()), ("id1".into(), ids[1].clone())];
    isian.extend((0..9).map(|c| (format!("s0-{c}"), "4".to_owned())));
    isian.extend((0..8).map(|c| (format!("s1-{c}"), "3".to_owned())));
    isian.extend([("d0-0", "1"), ("d0-1", "0"), ("saran0", "Bagus")].map(|(a, b)| (a.to_owned(), b.to_owned())));
    let pinjam = |v: &[(String, String)]| -> Vec<(String, String)> { v.to_vec() };
    let kirim = async |isian: Vec<(String, String)>, isi: &[u8]| {
        let i: Vec<(&str, &str)> = isian.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        unggah(&op, &s.jalur("/kertas"), &i, ("pindaian", "pindai.pdf", isi)).await
    };
    let mut salah = pinjam(&isian);
    salah.push(("s1-8".into(), "7".into()));
    let jawab = kirim(salah, PDF).await;
    assert_eq!(jawab.status, StatusCode::UNPROCESSABLE_ENTITY);
    jawab.memuat("Lembar 2, pertanyaan 9: isi angka 1 sampai 4").memuat("value=\"7\"");
    assert_eq!(kirim(pinjam(&isian), b"bukan pindaian").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(s.n().await, 0);
    assert_eq!(kirim(pinjam(&isian), PDF).await.ke(), s.jalur("/kertas"));
    let r = skm::ringkas(s.d.app.store().baca(), s.ronde).await.unwrap();
    assert_eq!((r.pakai, r.kurang, r.kurang_kertas, r.saluran.kertas), (1, 1, 1, 1));
    let halaman = op.get(&s.jalur("/kertas")).await;
    halaman.memuat("pindai.pdf").memuat("100 %");
    let bundel = halaman.isi.split(&format!("{}/", s.jalur("/kertas"))).nth(1).unwrap().split('"').next().unwrap();
    let jalur = s.jalur(&format!("/kertas/{bundel}"));
    assert!(op.get(&jalur).await.isi.starts_with("%PDF"));
    let nasional = s.d.app.sebagai(Peran::Nasional, Lingkup::Instalasi).await;
    assert_eq!(nasional.get(&jalur).await.status, StatusCode::FORBIDDEN, "a scan is seen by those who see answers");
}
