//! Large files: asked for, left, found again, downloaded, gone; and what is recorded of every download.

use axum::http::StatusCode;
use store::{
    ekspor,
    kueri::Kueri,
    nilai, pekerjaan,
    peran::{self, Lingkup, Peran},
};
use web::skm::ekspor::{Jadi, kerjakan};

use super::dunia::Survei;

impl Survei {
    /// What the background work of a serving program does.
    async fn satu_ekspor(&self) -> Option<Jadi> {
        let s = self.d.app.store();
        let p = pekerjaan::ambil(s, &[ekspor::EKSPOR]).await.unwrap()?;
        let jadi = kerjakan(&self.d.app.state, &p).await.unwrap();
        if jadi == Jadi::Usai {
            pekerjaan::selesai(s, &p).await.unwrap();
        }
        Some(jadi)
    }

    async fn diunduh(&self) -> i64 {
        let sql = "SELECT COUNT(*) AS n FROM audit WHERE aksi = 'skm.unduh-jawaban' AND objek_id = $1 AND rincian LIKE '%\"baris\":30%'";
        self.d.app.store().baca().angka(sql, nilai![self.ronde.to_string()]).await.unwrap()
    }
}

#[tokio::test]
async fn a_large_file_is_made_while_one_is_away() {
    let s = Survei::baru().await;
    let op = s.op().await;
    let halaman = s.jalur("/ekspor");
    op.get(&halaman).await.memuat("Belum ada jawaban");
    s.jawab(30, 3, 0).await;
    let awal = op.get(&halaman).await;
    awal.memuat("Belum ada berkas").memuat("berisi 30 jawaban");
    assert_eq!(op.post(&halaman, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(op.post(&halaman, &[("berkas", "../../kunci")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    for berkas in ["jawaban.csv", "jawaban.xlsx", "jawaban.json", "excel"] {
        assert_eq!(op.post(&halaman, &[("berkas", berkas)]).await.ke(), halaman);
    }
    op.get(&halaman).await.memuat("0 dari 30").memuat("Lihat kemajuannya").memuat("Batalkan");
    while s.satu_ekspor().await.is_some() {}
    let jadi = op.get(&halaman).await;
    jadi.memuat("Siap diunduh: 30 baris").memuat("Terhapus sendiri pada");
    assert!(!jadi.isi.contains("Lihat kemajuannya"));
    let tautan: Vec<&str> =
        jadi.isi.split("href=\"").skip(1).filter_map(|b| b.split('"').next()).filter(|t| t.starts_with(&format!("{halaman}/"))).collect();
    assert_eq!(tautan.len(), 4);
    // The same bytes as the file that is sent at once.
    let langsung = op.get(&s.jalur("/unduh/jawaban.csv")).await.isi;
    let mut sama = 0;
    for t in &tautan {
        let b = op.get(t).await;
        assert_eq!(b.status, StatusCode::OK);
        assert!(b.headers["content-disposition"].to_str().unwrap().contains("attachment"));
        sama += u8::from(b.isi == langsung);
    }
    assert_eq!(sama, 1);
    assert_eq!(s.diunduh().await, 5, "every download is recorded with its rows, streamed or not");

    // Nobody else finds it, and nobody without the right asks for one.
    let lain = s.d.kepala().await;
    lain.get(&halaman).await.memuat("Belum ada berkas");
    assert_eq!(lain.get(tautan[0]).await.status, StatusCode::NOT_FOUND);
    let pembina = s.d.app.sebagai(Peran::Pembina, Lingkup::Instansi(s.d.instansi)).await;
    for jawaban in [pembina.get(&halaman).await, pembina.post(&halaman, &[("berkas", "jawaban.csv")]).await, pembina.get(tautan[0]).await] {
        assert_eq!(jawaban.status, StatusCode::FORBIDDEN);
    }

    assert_eq!(op.post(tautan[0], &[("_aksi", "hapus")]).await.ke(), halaman);
    assert_eq!(op.get(tautan[0]).await.status, StatusCode::NOT_FOUND);
    s.d.app.store().jam().maju(ekspor::UMUR_DETIK);
    for _ in 0..3 {
        assert_eq!(s.satu_ekspor().await, Some(Jadi::Usai));
    }
    assert_eq!(std::fs::read_dir(s.d.app.store().folder().join("ekspor")).unwrap().count(), 0, "nothing is left on the disk");
}

#[tokio::test]
async fn a_role_that_ended_gets_no_file() {
    let s = Survei::baru().await;
    s.jawab(30, 3, 0).await;
    let op = s.op().await;
    op.post(&s.jalur("/ekspor"), &[("berkas", "jawaban.csv")]).await;
    let tx = s.d.app.store().mulai().await.unwrap();
    for p in peran::milik(s.d.app.store(), s.operator, "2026-03-02").await.unwrap() {
        peran::cabut(&tx, None, s.operator, p.id).await.unwrap();
    }
    tx.commit().await.unwrap();
    assert_eq!(s.satu_ekspor().await, Some(Jadi::Usai));
    assert_eq!(std::fs::read_dir(s.d.app.store().folder().join("ekspor")).map_or(0, Iterator::count), 0);
}
