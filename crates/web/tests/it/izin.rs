//! A mall asks a unit of another government for its service: the head of the unit answers on a page, both sides read how it stands.

use axum::http::StatusCode;
use store::{
    hak,
    id::{GeraiId, LayananId, PenempatanId, TenanId},
    instansi::{self, InstansiBaru, UnitBaru},
    layanan::{self, Isi, Sk},
    mpp::{self, GeraiIsi, Jam, MppIsi, TenanIsi},
    peran::{Lingkup, Peran},
};

use crate::{
    app::TestApp,
    dunia::{dunia, pelaku},
};

#[tokio::test]
async fn a_unit_of_another_government_answers_a_mall() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let s = app.store();
    let biro = hak::instansi(s, &pelaku(&app, d.biro).await, d.kab).await.unwrap().penyelenggara().unwrap();
    let jam = [Jam { hari: 1, mulai: "08:00".into(), selesai: "15:00".into() }];
    mpp::buat(s, &biro, d.rsud, "mal-uji", &MppIsi { ringkas: "", jam: &jam, letak: None }, false).await.unwrap();
    let k = app.akun("kepala.mpp@uji.example", &[(Peran::MppKepala, Lingkup::Unit { unit: d.rsud, instansi: d.kab })]).await;
    let hak = hak::mpp(s, &pelaku(&app, k).await, d.rsud).await.unwrap().kepala().unwrap();
    let (tenan, gerai) = (TenanId::baru(), GeraiId::baru());
    mpp::tambah_tenan(s, &hak, tenan, &TenanIsi { nama: "Imigrasi", jenis: "kementerian-lembaga", unit: None, sendiri: false })
        .await
        .unwrap();
    mpp::tambah_gerai(s, &hak, gerai, tenan, &GeraiIsi { kode: "G01", nama: "Imigrasi", letak: "", tautan: None }).await.unwrap();
    // The unit of a state body, its people and its service.
    let tx = s.mulai().await.unwrap();
    let i = InstansiBaru { kode: "imigrasi", nama: "Imigrasi <RI>", jenis: "lembaga", wilayah: None, zona: "WIB" };
    let instansi = instansi::tambah(&tx, None, i).await.unwrap();
    let u = UnitBaru { kode: "kanim", instansi, induk: None, nama: "Kantor Imigrasi", jenis: "kantor", alamat: "" };
    let unit = instansi::tambah_unit(&tx, None, u).await.unwrap();
    tx.commit().await.unwrap();
    let lingkup = || Lingkup::Unit { unit, instansi };
    let kepala = app.akun("kepala@imigrasi.example", &[(Peran::UnitKepala, lingkup())]).await;
    let staf = app.akun("staf@imigrasi.example", &[(Peran::UnitOperator, lingkup())]).await;
    let akses = hak::unit(s, &pelaku(&app, kepala).await, unit).await.unwrap();
    let teks = layanan::KOMPONEN.iter().map(|k| (k.kunci.to_owned(), "x".to_owned())).collect();
    let isi = Isi { nama: "Paspor <baru>".into(), teks, ..Isi::default() };
    let l = layanan::buat(s, &akses.pengelola_layanan().unwrap(), LayananId::baru(), &isi, false).await.unwrap();
    let hari = jiff::civil::date(2026, 1, 2);
    let sk = Sk { nomor: "1", tanggal: hari, mulai: hari, tinjau: jiff::civil::date(2030, 1, 1) };
    layanan::tetapkan(s, &akses.kepala_layanan().unwrap(), l, 1, &sk).await.unwrap();
    let kode = layanan::dari_id(s.baca(), l).await.unwrap().kode;

    let (k, kepala, staf, tamu) = (app.masuk(k).await, app.masuk(kepala).await, app.masuk(staf).await, app.tamu());
    kepala.get("/layanan/mal").await.memuat("Belum ada permintaan");
    let g = format!("/mpp/{}/gerai/{gerai}", d.rsud);
    let minta = async || {
        let op = PenempatanId::baru().to_string();
        let isi = [("pl_op", op.as_str()), ("pl_layanan", &kode), ("pl_awalan", "X"), ("pl_kehadiran", "undangan")];
        k.post(&format!("{g}/layanan"), &isi).await.ke().to_owned()
    };
    assert_eq!(minta().await, format!("{g}#izin"));
    k.get(&g).await.memuat("Menunggu jawaban").memuat("Kantor Imigrasi").memuat("Imigrasi &#60;RI&#62;").memuat("Tarik permintaan");
    k.get(&format!("/mpp/{}", d.rsud)).await.memuat("1 layanan menunggu persetujuan unit");
    assert!(!tamu.get("/mal/mal-uji").await.isi.contains("Paspor"), "citizens see it once the unit consents");

    // The unit: list, start page, notice; an operator reads, the head answers.
    kepala.get("/").await.memuat("Paspor &#60;baru&#62;").memuat("/layanan/mal/");
    kepala.get("/pemberitahuan").await.memuat("meminta persetujuan untuk memberi layanan");
    staf.get("/layanan").await.memuat("1 permintaan mal menunggu jawaban");
    let daftar = staf.get("/layanan/mal").await;
    let id = daftar.isi.split("/layanan/mal/").nth(1).unwrap()[..36].to_owned();
    let satu = format!("/layanan/mal/{id}");
    staf.get(&satu).await.memuat("Hanya kepala unit yang dapat menjawab");
    let putusan = format!("{satu}/putusan");
    assert_eq!(staf.post(&putusan, &[("putusan", "setuju")]).await.status, StatusCode::FORBIDDEN);
    for p in [&k, &app.masuk(d.operator).await] {
        assert!(!p.get(&satu).await.status.is_success(), "the page is the unit's");
    }
    let kosong = kepala.post(&putusan, &[("putusan", "tolak"), ("alasan", "")]).await;
    assert_eq!(kosong.status, StatusCode::UNPROCESSABLE_ENTITY);
    kosong.memuat("alasan");
    assert_eq!(kepala.post(&putusan, &[("putusan", "setuju"), ("alasan", "Selasa <saja>")]).await.ke(), satu);
    kepala.get(&satu).await.memuat("Disetujui oleh").memuat("Selasa &#60;saja&#62;").memuat("Tarik persetujuan");
    k.get(&g).await.memuat("Disetujui oleh").memuat("Selasa &#60;saja&#62;");
    k.get("/pemberitahuan").await.memuat("Kantor Imigrasi menyetujui layanan");
    tamu.get("/mal/mal-uji").await.memuat("Paspor &#60;baru&#62;");
    assert_eq!(kepala.post(&putusan, &[("putusan", "tolak"), ("alasan", "x")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);

    assert_eq!(kepala.post(&putusan, &[("_aksi", "tarik"), ("alasan", "Pindah")]).await.ke(), satu);
    k.get(&g).await.memuat("Persetujuan ditarik oleh Kantor Imigrasi").memuat("Pindah");
    assert!(!tamu.get("/mal/mal-uji").await.isi.contains("Paspor"));
    // Asked once more, and taken back by the mall.
    minta().await;
    let p = k.get(&g).await;
    let ke = p.isi.split("/layanan/").find(|x| x.contains("akhir_alasan") && x.contains("tarik-")).unwrap()[..36].to_owned();
    k.post(&format!("{g}/layanan/{ke}"), &[("_aksi", "akhiri"), ("akhir_alasan", "Gerai penuh")]).await;
    kepala.get("/layanan/mal").await.memuat("Ditarik oleh mal").memuat("Persetujuan ditarik");
    // A range at the end of the calendar is answered, not read for ever.
    assert_eq!(tamu.get("/mal/mal-uji/kinerja?dari=9999-01-01&sampai=9999-12-31").await.status, StatusCode::OK);
}
