//! List, opening, changing, summary, closing, poster, one-use links.

use axum::http::StatusCode;
use store::{
    peran::{Lingkup, Peran},
    skm,
};

use super::dunia::Survei;

#[tokio::test]
async fn an_empty_list_teaches_and_the_form_opens_a_round() {
    let d = crate::bangun::Dunia::baru().await;
    let op = d.operator().await;
    op.get("/survei").await.memuat("Belum ada ronde survei").memuat("Cetak posternya").memuat("/survei/baru");
    let form = op.get("/survei/baru").await;
    form.memuat("RSUD Uji").memuat("384 jawaban").memuat("SKM 2017, sembilan unsur");
    assert!(!form.isi.contains("(ILUSTRASI)"), "invented editions are not offered for a real round");
    let id = form.isi.split("name=\"op\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let unit = d.unit.to_string();
    let edisi = ::skm::semua_bawaan().next().unwrap().id.clone();
    let dasar = vec![("op", id.as_str()), ("unit", unit.as_str()), ("edisi", edisi.as_str()), ("nomor0", ""), ("layanan0", "Rawat jalan")];
    let dengan = |lebih: &[(&'static str, &'static str)]| [dasar.clone(), lebih.to_vec()].concat();

    // Buttons that fill in keep what was typed; the clock stands at 2 March 2026.
    let isi = op.post("/survei/baru", &dengan(&[("_aksi", "kurun:semester"), ("populasi", "1000")])).await;
    assert_eq!(isi.status, StatusCode::OK);
    isi.memuat("value=\"2026-01-01\"")
        .memuat("value=\"2026-06-30\"")
        .memuat("SKM Semester I 2026")
        .memuat("278 jawaban")
        .memuat("Rawat jalan");
    let baris = op.post("/survei/baru", &dengan(&[("_aksi", "tambah-layanan")])).await;
    baris.memuat("layanan1").memuat("hapus-layanan:0");
    let tanpa = op.post("/survei/baru", &dengan(&[("_aksi", "pratinjau"), ("tanpa", "biaya")])).await;
    tanpa.memuat("8 unsur, masing-masing berbobot 1/8 (0,125)");

    let salah =
        op.post("/survei/baru", &dengan(&[("nama", ""), ("mulai", "2026-06-30"), ("sampai", "2026-01-01"), ("populasi", "x")])).await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("Tulis nama ronde").memuat("bilangan bulat").memuat("Rawat jalan");
    let contoh = [("nama", "SKM Uji"), ("mulai", "2026-01-01"), ("sampai", "2026-06-30")];
    let mut contoh = dengan(&contoh);
    contoh[2].1 = "skm-contoh-skala-5";
    let ditolak = op.post("/survei/baru", &contoh).await;
    assert_eq!(ditolak.status, StatusCode::UNPROCESSABLE_ENTITY);
    ditolak.memuat("tidak dipakai untuk survei sungguhan");
    let baik = [("nama", "SKM Uji"), ("mulai", "2026-01-01"), ("sampai", "2026-06-30"), ("populasi", "1000")];
    for _ in 0..2 {
        assert_eq!(op.post("/survei/baru", &dengan(&baik)).await.ke(), format!("/survei/{id}"), "pressed twice, opened once");
    }
    op.get("/survei").await.memuat("SKM Uji").memuat("0 dari 278").memuat("Menerima jawaban");
    op.get("/survei?keadaan=selesai").await.memuat("Tidak ada ronde yang cocok");
    assert_eq!(op.get("/survei/sampel?populasi=40").await.isi, "Sampel minimal untuk 40 pengguna layanan: 36 jawaban.");
}

#[tokio::test]
async fn the_summary_shows_counts_and_the_next_step() {
    let s = Survei::baru().await;
    let op = s.op().await;
    let kosong = op.get(&s.jalur("")).await;
    kosong.memuat("Belum ada jawaban").memuat("Cetak poster").memuat("0 dari 80").memuat("/kios").memuat("data-skm-langsung");
    s.jawab(80, 4, 1).await;
    let isi = op.get(&s.jalur("")).await;
    isi.memuat("80 dari 80").memuat("Sampel minimal sudah tercapai").memuat("80 tanda pada jawaban").memuat("100 %");
    // A visitor of another unit finds nothing; a reader has no buttons that change.
    let tx = s.d.app.store().mulai().await.unwrap();
    let lain = store::instansi::UnitBaru { kode: "64.08-lain", instansi: s.d.instansi, induk: None, nama: "Lain", jenis: "x", alamat: "" };
    let lain = store::instansi::tambah_unit(&tx, None, lain).await.unwrap();
    tx.commit().await.unwrap();
    let asing = s.d.app.akun("asing@uji.example", &[(Peran::UnitOperator, Lingkup::Unit { unit: lain, instansi: s.d.instansi })]).await;
    assert_eq!(s.d.app.masuk(asing).await.get(&s.jalur("")).await.status, StatusCode::NOT_FOUND);
    let pembina = s.d.app.sebagai(Peran::Pembina, Lingkup::Wilayah("64".into())).await;
    let baca = pembina.get(&s.jalur("")).await;
    assert!(baca.status == StatusCode::OK && !baca.isi.contains("/penutupan") && !baca.isi.contains("/ubah\""));
    assert_eq!(pembina.get(&s.jalur("/ubah")).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn with_answers_only_harmless_things_change() {
    let s = Survei::baru().await;
    s.jawab(1, 3, 0).await;
    let op = s.op().await;
    op.get(&s.jalur("/ubah")).await.memuat("Sudah ada jawaban").memuat("readonly");
    let edisi = ::skm::semua_bawaan().next().unwrap().id.clone();
    let isian = |versi, nama, sampai, layanan| {
        [
            ("versi", versi),
            ("nama", nama),
            ("edisi", edisi.as_str()),
            ("mulai", "2026-01-01"),
            ("sampai", sampai),
            ("populasi", ""),
            ("nomor0", "0"),
            ("layanan0", layanan),
        ]
    };
    let salah = op.post(&s.jalur("/ubah"), &isian("1", "SKM Uji", "2026-06-30", "Nama lain")).await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("Layanan yang sudah dijawab");
    assert_eq!(op.post(&s.jalur("/ubah"), &isian("1", "SKM Baru", "2026-12-31", "Rawat jalan")).await.ke(), s.jalur(""));
    let bentrok = op.post(&s.jalur("/ubah"), &isian("1", "SKM Lain", "2026-12-31", "Rawat jalan")).await;
    assert_eq!(bentrok.status, StatusCode::UNPROCESSABLE_ENTITY);
    bentrok.memuat("SKM Baru").memuat("SKM Lain");
    assert_eq!(skm::dari_id(s.d.app.store().baca(), s.ronde).await.unwrap().target, 384);
}

#[tokio::test]
async fn closing_needs_a_reason_and_opening_again_too() {
    let s = Survei::baru().await;
    let op = s.op().await;
    let tanpa = op.post(&s.jalur("/penutupan"), &[("_aksi", "tutup"), ("alasan", " ")]).await;
    assert_eq!(tanpa.status, StatusCode::UNPROCESSABLE_ENTITY);
    tanpa.memuat("Tulis alasannya");
    assert_eq!(op.post(&s.jalur("/penutupan"), &[("_aksi", "tutup"), ("alasan", "Sampel cukup")]).await.ke(), s.jalur(""));
    op.get(&s.jalur("")).await.memuat("Sampel cukup").memuat("Ditutup");
    op.get(&s.jalur("/penutupan")).await.memuat("Alasan membuka lagi");
    op.post(&s.jalur("/penutupan"), &[("_aksi", "buka-lagi"), ("alasan", "Belum genap")]).await;
    op.get(&s.jalur("")).await.memuat("Menerima jawaban");
}

#[tokio::test]
async fn posters_and_links_are_files() {
    let s = Survei::baru().await;
    let op = s.op().await;
    for ukuran in ["a4", "a5"] {
        let (h, pdf) = op
            .kirim_mentah(
                op.permintaan(axum::http::Method::GET, &s.jalur(&format!("/poster?ukuran={ukuran}")))
                    .body(axum::body::Body::empty())
                    .unwrap(),
            )
            .await;
        assert!(pdf.starts_with(b"%PDF") && h["content-disposition"].to_str().unwrap().contains(ukuran));
    }
    let lembar = op.permintaan(axum::http::Method::GET, &s.jalur("/kuesioner")).body(axum::body::Body::empty()).unwrap();
    let (h, pdf) = op.kirim_mentah(lembar).await;
    assert!(pdf.starts_with(b"%PDF") && h["content-disposition"].to_str().unwrap().contains("kuesioner"));
    for halaman in ["", "/kertas"] {
        op.get(&s.jalur(halaman)).await.memuat(&s.jalur("/kuesioner"));
    }
    for halaman in ["", "/tautan"] {
        op.get(&s.jalur(halaman)).await.memuat("Alamat Prima belum diatur");
    }
    assert_eq!(op.get(&s.jalur("/poster?ukuran=a1")).await.status, StatusCode::NOT_FOUND);
    let banyak = op.post(&s.jalur("/tautan"), &[("banyak", "301"), ("bentuk", "pdf")]).await;
    assert_eq!(banyak.status, StatusCode::UNPROCESSABLE_ENTITY);
    banyak.memuat("paling banyak 300");
    let csv = op.post(&s.jalur("/tautan"), &[("banyak", "12"), ("bentuk", "csv")]).await;
    assert_eq!(csv.isi.lines().count(), 13);
    let satu = csv.isi.lines().nth(1).unwrap().split(';').nth(1).unwrap();
    let rahasia = satu.rsplit('/').next().unwrap();
    let sidik = skm::tautan::sidik(rahasia);
    assert!(skm::tautan::berlaku(s.d.app.store().baca(), s.ronde, &sidik, jiff::civil::date(2026, 3, 2)).await.unwrap().is_some());
    let pdf = op.post(&s.jalur("/tautan"), &[("banyak", "3"), ("bentuk", "pdf")]).await;
    assert!(pdf.isi.starts_with("%PDF"));
    op.get(&s.jalur("/tautan")).await.memuat("15");
    s.d.app.store().jam().maju(200 * 86_400);
    // The session is over by then.
    let op = s.op().await;
    op.get(&s.jalur("/tautan")).await.memuat("Hari terakhir sudah lewat");
    assert_eq!(op.post(&s.jalur("/tautan"), &[("banyak", "1"), ("bentuk", "csv")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}
