//! Values that others published come in by a page: shown first with every fault, stored on agreement.

use axum::http::StatusCode;
use store::{
    kueri::Kueri as _,
    nilai,
    peran::{Lingkup, Peran},
};

use crate::{app::TestApp, periode::kirim_berkas};

const KEPALA: &str = "id;tingkat;skema;tahun;instansi;unit;ipp;konversi;kategori;kepastian;catatan;sumber\n";

#[tokio::test]
async fn a_file_is_shown_with_its_faults_and_stored_on_agreement() {
    let app = TestApp::baru().await;
    let admin = app.sebagai(Peran::Admin, Lingkup::Instalasi).await;
    let jalur = "/admin/riwayat";
    admin.get(jalur).await.memuat("Belum ada nilai").memuat("Periksa data bawaan Prima").memuat("/admin/riwayat/templat/xlsx");
    admin.get("/admin/impor").await.memuat("href=\"/admin/riwayat\"");
    admin.get("/admin/riwayat/templat/csv").await.memuat(KEPALA.trim_end());
    assert_eq!(admin.get("/admin/riwayat/templat/pdf").await.status, StatusCode::NOT_FOUND);
    admin.post_multipart(jalur, &[]).await.memuat("Pilih berkas.");
    let salah = format!("{KEPALA}a;kantor;nasional;24;Kab. X;;5.01;;Z;pers;;<b>\nb;unit;nasional;2024;Kab. X;;4,5;;;pers;;x\n");
    let j = kirim_berkas(&admin, jalur, &[], "nilai.csv", salah.as_bytes()).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", j.isi);
    j.memuat("nilai.csv").memuat("Salah satu: instansi, unit, kelompok, nasional.").memuat("Tahun antara 2010 dan 2100.");
    j.memuat("Angka antara 0 dan 5").memuat("4,5").memuat("Wajib diisi.").memuat("Kosong, atau salah satu: A, A-");
    let baik = format!("{KEPALA}a;instansi;nasional;2023;Kab. X;;4.10;;;pers;;\"<b>berita\"\n");
    let j = kirim_berkas(&admin, jalur, &[], "nilai.csv", baik.as_bytes()).await;
    assert_eq!(j.status, StatusCode::OK, "{}", j.isi);
    j.memuat("Berkas siap disimpan").memuat("Kab. X").memuat("4,10");
    let n = async || app.store().baca().angka("SELECT COUNT(*) AS n FROM riwayat_ipp", nilai![]).await.unwrap();
    assert_eq!(n().await, 0, "nothing is stored before");
    // What travelled in the page is checked again.
    let isi = j.isi.split_once("<textarea name=\"isi\" hidden>").unwrap().1.split_once("</textarea>").unwrap().0;
    let isi = isi.replace("&#60;", "<").replace("&#62;", ">").replace("&#34;", "\"");
    let j = admin.post("/admin/riwayat/impor", &[("nama", "nilai.csv"), ("isi", &isi.replace("4.10", "6"))]).await;
    assert_eq!((j.status, n().await), (StatusCode::UNPROCESSABLE_ENTITY, 0));
    assert_eq!(admin.post("/admin/riwayat/impor", &[("nama", "nilai.csv"), ("isi", &isi)]).await.ke(), jalur);
    admin.get(jalur).await.memuat("Semua nilai tersimpan.").memuat("/peringkat?tahun=2023");
    app.tamu().get("/peringkat?tahun=2023&skema=nasional&kelompok=kabupaten").await.memuat("Kab. X");
    kirim_berkas(&admin, jalur, &[], "nilai.csv", baik.as_bytes()).await.memuat("Tidak ada yang berubah");
    let j = kirim_berkas(&admin, jalur, &[], "nilai.csv", baik.replace("4.10", "4.20").as_bytes()).await;
    j.memuat("4,10 → 4,20").memuat("Diubah");
    admin.post_multipart(jalur, &[("_aksi", "bawaan")]).await.memuat("Data bawaan Prima").memuat("69");
    let lain = app.sebagai(Peran::Nasional, Lingkup::Instalasi).await;
    assert_eq!(lain.get(jalur).await.status, StatusCode::FORBIDDEN);
    assert_eq!(lain.post("/admin/riwayat/impor", &[("isi", &isi)]).await.status, StatusCode::FORBIDDEN);
}
