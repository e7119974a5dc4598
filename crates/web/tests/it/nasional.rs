//! The ministry's own pages: recap and the national report from draft to receipt.

use axum::{body::Body, http::StatusCode};
use store::{
    kueri::Kueri,
    nasional::{laporan, rekap},
    nilai,
    peran::{Lingkup, Peran},
};

use crate::{
    bangun::Dunia,
    hasil::bangun::medan,
    publik::{bekukan, terbitkan},
};

const LAPORAN: &str = "/nasional/laporan";
const KONSEP: &str = "/nasional/laporan/konsep/2026/mandiri";

#[tokio::test]
async fn the_recap_is_the_ministrys_counts_everything_and_shows_only_published_values() {
    let d = Dunia::baru().await;
    let biro = d.penyelenggara().await;
    for jalur in ["/nasional", LAPORAN, KONSEP] {
        assert_eq!(biro.get(jalur).await.status, StatusCode::FORBIDDEN, "{jalur}");
        assert_eq!(d.app.tamu().get(jalur).await.status, StatusCode::SEE_OTHER, "{jalur}");
    }
    let tx = d.app.store().mulai().await.unwrap();
    tx.jalankan("UPDATE periode SET ilustrasi = 1", nilai![]).await.unwrap();
    tx.commit().await.unwrap();
    let nasional = d.app.sebagai(Peran::Nasional, Lingkup::Instalasi).await;
    let j = nasional.get("/nasional").await;
    j.memuat("Kalimantan Timur").memuat("Jasa").memuat("Laporan Nasional");
    bekukan(&d).await;
    assert!(!nasional.get("/nasional").await.isi.contains("4,00"), "frozen is not published");
    terbitkan(&d).await;
    nasional.get("/nasional?tahun=2026&skema=mandiri").await.memuat("4,00").memuat("Seluruh Indonesia").memuat("ILUSTRASI");
    nasional.get("/nasional?tahun=x&skema=y").await.memuat("4,00");
    nasional.kuki.borrow_mut().insert("bahasa".into(), "en".into());
    nasional.get("/nasional").await.memuat("National recap").memuat("Units evaluated").memuat("All of Indonesia");
}

#[tokio::test]
async fn a_national_report_goes_from_draft_to_receipt_and_a_new_version_replaces_it() {
    let d = Dunia::baru().await;
    let nasional = d.app.sebagai(Peran::Nasional, Lingkup::Instalasi).await;
    nasional.get(LAPORAN).await.memuat("Belum ada yang dapat dilaporkan");
    assert_eq!(nasional.get("/nasional/laporan/konsep/2025/mandiri").await.status, StatusCode::NOT_FOUND);
    let awal = nasional.get(KONSEP).await;
    awal.memuat("Provinsi tanpa unit").memuat("Unit belum dibekukan").memuat("Belum ada hasil");
    let op = medan(&awal, "op");
    let simpan = |versi: &'static str, simpulan: &'static str| [("op", op.clone()), ("versi", versi.into()), ("simpulan", simpulan.into())];
    let kirim = |x: &[(&'static str, String)]| x.iter().map(|(a, b)| (*a, b.clone())).collect::<Vec<_>>();
    let pos = async |isian: Vec<(&str, String)>| {
        let isian: Vec<(&str, &str)> = isian.iter().map(|(a, b)| (*a, b.as_str())).collect();
        nasional.post(KONSEP, &isian).await
    };
    assert_eq!(pos(kirim(&simpan("0", "Membaik <b>"))).await.ke(), KONSEP);
    nasional.get(KONSEP).await.memuat("Membaik &#60;b&#62;").memuat("Terakhir disimpan oleh");
    let basi = pos(kirim(&simpan("0", "Tulisan kedua"))).await;
    assert_eq!(basi.status, StatusCode::UNPROCESSABLE_ENTITY);
    basi.memuat("Tulisan kedua").memuat("Membaik &#60;b&#62;").memuat("name=\"versi\" value=\"1\"");
    let mut kurang = kirim(&simpan("1", "Membaik"));
    kurang.push(("_aksi", "tetapkan".into()));
    let j = pos(kurang.clone()).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Isi dahulu sebelum laporan ditetapkan").memuat("name=\"versi\" value=\"2\"");

    bekukan(&d).await;
    nasional.get(LAPORAN).await.memuat("Belum dibuat").memuat(KONSEP);
    terbitkan(&d).await;
    let lengkap = |op: &str, versi: &str, alasan: &str| -> Vec<(&'static str, String)> {
        let isi = [
            ("op", op),
            ("versi", versi),
            ("_aksi", "tetapkan"),
            ("nomor", "B/12/2026"),
            ("tempat", "Jakarta"),
            ("penanda_tangan", "Contoh Deputi"),
            ("jabatan", "Deputi"),
            ("pendahuluan", "Latar belakang.\r\n\r\nDasar hukum."),
            ("simpulan", "Membaik"),
            ("alasan", alasan),
        ];
        isi.map(|(a, b)| (a, b.to_owned())).into()
    };
    let rinci = format!("{LAPORAN}/{op}");
    for versi in ["2", "3"] {
        assert_eq!(pos(lengkap(&op, versi, "")).await.ke(), rinci, "twice is once");
    }
    let j = nasional.get(&rinci).await;
    j.memuat("B/12/2026").memuat("Ditetapkan").memuat("Catat penyampaian").memuat("Sidik PDF");
    let hak = rekap::nasional(&pelaku(&d).await).unwrap();
    let semua = laporan::daftar(d.app.store(), &hak).await.unwrap();
    assert_eq!(semua.len(), 1);
    let req = nasional.permintaan(axum::http::Method::GET, &format!("{rinci}/berkas/pdf")).body(Body::empty()).unwrap();
    let (_, pdf) = nasional.kirim_mentah(req).await;
    assert_eq!(store::sidik_hex(&pdf), semua[0].pdf);
    assert!(nasional.get(&format!("{rinci}/berkas/xlsx")).await.isi.starts_with("PK"));
    nasional.get(&format!("{rinci}/berkas/json")).await.memuat("\"nilai\":{\"teks\":\"4,00\"").memuat("Dasar hukum.");
    assert_eq!(nasional.get(&format!("{rinci}/berkas/doc")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(nasional.get(&format!("{rinci}/tanda-terima")).await.status, StatusCode::CONFLICT);
    d.app.tamu().get(&format!("/verifikasi/{}", semua[0].kode)).await.memuat(&semua[0].pdf).memuat("angkanya tidak berubah");

    let kirim = format!("{rinci}/penyampaian");
    nasional.post(&kirim, &[("nomor", "B/13"), ("tanggal", "2999-01-01")]).await.memuat("Tanggal ini belum tiba").memuat("value=\"B/13\"");
    let hari = medan(&j, "tanggal");
    assert_eq!(nasional.post(&kirim, &[("nomor", "B/13"), ("tanggal", &hari)]).await.ke(), rinci);
    let terima = format!("{rinci}/penerimaan");
    nasional.post(&terima, &[("nama", ""), ("jabatan", "Menteri"), ("tanggal", &hari)]).await.memuat("Isi nama penerima");
    assert_eq!(nasional.post(&terima, &[("nama", "Contoh Menteri"), ("jabatan", "Menteri"), ("tanggal", &hari)]).await.ke(), rinci);
    nasional.get(&rinci).await.memuat("Contoh Menteri, Menteri").memuat("Tanda terima (PDF)");
    assert!(nasional.get(&format!("{rinci}/tanda-terima")).await.isi.starts_with("%PDF-"));

    let lagi = nasional.get(KONSEP).await;
    lagi.memuat("Laporan ini sudah pernah ditetapkan");
    let (op, versi) = (medan(&lagi, "op"), medan(&lagi, "versi"));
    pos(lengkap(&op, &versi, "")).await.memuat("Tulis mengapa laporan ini diganti");
    assert_eq!(pos(lengkap(&op, &versi, "Angka Papua menyusul")).await.ke(), format!("{LAPORAN}/{op}"));
    nasional.get(&rinci).await.memuat("Sudah digantikan oleh versi 2").memuat("Contoh Menteri, Menteri");
    d.app.tamu().get(&format!("/verifikasi/{}", semua[0].kode)).await.memuat("Sudah ada versi yang lebih baru");
    nasional.kuki.borrow_mut().insert("bahasa".into(), "en".into());
    nasional.get(&format!("{LAPORAN}/{op}")).await.memuat("Reason for the new version").memuat("Angka Papua menyusul");
    nasional.get(LAPORAN).await.memuat("National report").memuat("Replaced");
}

async fn pelaku(d: &Dunia) -> store::hak::Pelaku {
    let id = d.app.akun("menpan2@uji.example", &[(Peran::Nasional, Lingkup::Instalasi)]).await;
    let token = store::sesi::buka(d.app.store(), id, "127.0.0.1", "uji").await.unwrap();
    store::sesi::pelaku(d.app.store(), &token, "127.0.0.1", "uji").await.unwrap().unwrap()
}
