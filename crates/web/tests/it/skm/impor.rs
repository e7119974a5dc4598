//! Importing a file: shown first with its faults, stored on confirmation, once.

use axum::http::StatusCode;
use store::{
    peran::{Lingkup, Peran},
    skm,
};

use super::dunia::{Survei, unggah};

const ISI: &[u8] = b"u1;u2;u3;u4;u5;u6;u7;u8;u9;usia;jk;layanan;tanggal;catatan\n\
    4;4;4;4;3;3;4;2;3;34;P;rawat INAP;2026-02-01;x\n\
    5;;3;4;4;4;4;4;4;tua;L;;;\n\
    3;3;3;3;3;3;3;3;3;;;;2026-02-02;\n";

#[tokio::test]
async fn a_file_is_shown_then_stored_once() {
    let s = Survei::baru().await;
    let op = s.op().await;
    let jalur = s.jalur("/impor");
    op.get(&jalur).await.memuat("Belum ada berkas yang diimpor").memuat("Urutan peraturan");
    let tanpa = unggah(&op, &jalur, &[("urutan", "")], ("berkas", "a.csv", ISI)).await;
    assert_eq!(tanpa.status, StatusCode::UNPROCESSABLE_ENTITY);
    tanpa.memuat("pilih urutan mana yang dipakai");
    let jawab = unggah(&op, &jalur, &[("urutan", "peraturan")], ("berkas", "a.csv", ISI)).await;
    assert_eq!(jawab.status, StatusCode::SEE_OTHER);
    let satu = jawab.ke().to_owned();
    let lihat = op.get(&satu).await;
    lihat.memuat("2 baris siap diimpor").memuat("3 kesalahan").memuat("tua").memuat("Diabaikan: catatan").memuat("1 Februari 2026");
    assert_eq!(s.n().await, 0, "nothing is stored before it is confirmed");
    let csv = op.get(&format!("{satu}/salah.csv")).await;
    assert_eq!(csv.isi.lines().count(), 4);
    csv.memuat("3;u1;5;");
    // Who did not send it does not find it.
    let kepala = s.d.kepala().await;
    assert_eq!(kepala.get(&satu).await.status, StatusCode::NOT_FOUND);
    for _ in 0..2 {
        assert_eq!(op.post(&satu, &[]).await.ke(), s.jalur(""));
    }
    let r = skm::ringkas(s.d.app.store().baca(), s.ronde).await.unwrap();
    assert_eq!((r.pakai, r.saluran.impor), (2, 2));
    op.get(&jalur).await.memuat("a.csv");
    let lagi = unggah(&op, &jalur, &[("urutan", "peraturan")], ("berkas", "b.csv", ISI)).await;
    lagi.memuat("Berkas yang sama sudah diimpor");
    let asli = op.get(&format!("{satu}/berkas")).await;
    assert_eq!(asli.isi.as_bytes(), ISI);
    let nasional = s.d.app.sebagai(Peran::Nasional, Lingkup::Instalasi).await;
    assert_eq!(nasional.get(&format!("{satu}/berkas")).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_file_that_cannot_be_is_refused_in_words() {
    let s = Survei::baru().await;
    let op = s.op().await;
    let kolom = vec!["x"; 10_000].join(",");
    let pribadi = "u1;u2;u3;u4;u5;u6;u7;u8;u9;NIK\n".to_owned();
    for (isi, pesan) in [
        (kolom.as_bytes(), "10000 kolom; paling banyak 256"),
        (pribadi.as_bytes(), "tentang orangnya: NIK"),
        (b"PK\x03\x04rusak", "XLSX"),
        (b"a,b\n1,2\n", "Judul kolom unsur tidak ditemukan"),
    ] {
        let jawab = unggah(&op, &s.jalur("/impor"), &[("urutan", "peraturan")], ("berkas", "a.csv", isi)).await;
        assert_eq!(jawab.status, StatusCode::UNPROCESSABLE_ENTITY);
        jawab.memuat(pesan);
    }
    let kosong = unggah(&op, &s.jalur("/impor"), &[("urutan", "")], ("berkas", "", b"")).await;
    assert_eq!(kosong.status, StatusCode::UNPROCESSABLE_ENTITY);
}

/// A row without a day is never given one silently: the person names it, within what can be.
#[tokio::test]
async fn rows_without_a_day_wait_for_one() {
    let s = Survei::baru().await;
    let op = s.op().await;
    let isi: &[u8] = b"u1;u2;u3;u4;u5;u6;u7;u8;u9\n4;4;4;4;3;3;4;2;3\n3;3;3;3;3;3;3;3;3\n";
    let satu = unggah(&op, &s.jalur("/impor"), &[("urutan", "peraturan")], ("berkas", "a.csv", isi)).await.ke().to_owned();
    let lihat = op.get(&satu).await;
    lihat.memuat("2 baris tidak menyebut harinya").memuat("name=\"hari\" value=\"\"");
    for hari in ["", "kemarin", "2027-01-01", "2025-12-31"] {
        let salah = op.post(&satu, &[("hari", hari)]).await;
        assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY, "{hari:?}");
        salah.memuat("2 baris tidak menyebut harinya");
    }
    assert_eq!(s.n().await, 0);
    assert_eq!(op.post(&satu, &[("hari", "2026-02-10")]).await.ke(), s.jalur(""));
    let semua = store::ronde::halaman(s.d.app.store().baca(), s.ronde, None, 10, &store::ronde::SaringJawaban::default()).await.unwrap();
    assert!(semua.len() == 2 && semua.iter().all(|j| j.hari == "2026-02-10"), "{semua:?}");
}

/// Of a round that is over, its last day is offered.
#[tokio::test]
async fn the_last_day_of_a_round_that_is_over_is_offered() {
    let s = Survei::baru().await;
    s.d.app.store().jam().maju(200 * 86_400);
    let op = s.op().await;
    let isi: &[u8] = b"u1;u2;u3;u4;u5;u6;u7;u8;u9\n4;4;4;4;3;3;4;2;3\n";
    let jawab = unggah(&op, &s.jalur("/impor"), &[("urutan", "peraturan")], ("berkas", "a.csv", isi)).await;
    op.get(jawab.ke()).await.memuat("value=\"2026-06-30\"");
}
