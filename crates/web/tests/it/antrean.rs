//! The queue in pages: a phone, an officer, a board and a kiosk on one morning; what each may not do.

mod besar;
mod depan;
mod hari;
mod kios;
mod laporan;
mod sempat;

use std::time::Duration;

use axum::{body::Body, http::StatusCode};
use futures_util::StreamExt as _;
use store::{
    Jam as Waktu, Store, Sumber,
    antrean::{self, Minta, Saluran},
    hak,
    id::{AkunId, GeraiId, LayananId, LoketId, PelaksanaId, PenempatanId, TenanId, UndanganId},
    layanan::{self as pelayanan, Isi},
    mpp::{self, GeraiIsi, Jam, MppIsi, PenempatanIsi, TenanIsi},
    peran::{Lingkup, Peran},
    pesanan,
};
use tower::ServiceExt as _;
use uuid::Uuid;
use web::Konfig;

use crate::{
    app::{Jawaban, Peramban, TestApp},
    dunia::{Dunia, dunia, pelaku},
    lokus::f02::bangun::Kasus,
};

pub(crate) struct Balai {
    pub app: TestApp,
    pub d: Dunia,
    pub gerai: GeraiId,
    pub ktp: PenempatanId,
    pub petugas: AkunId,
    depan: AkunId,
    kepala: AkunId,
}

pub(crate) async fn balai(konfig: Konfig) -> Balai {
    balai_di(Box::pin(TestApp::dengan(konfig)).await).await
}

async fn balai_di(app: TestApp) -> Balai {
    let d = dunia(&app).await;
    let s = app.store();
    let unit = || Lingkup::Unit { unit: d.rsud, instansi: d.kab };
    let kepala = app.akun("kepala.mpp@uji.example", &[(Peran::MppKepala, unit())]).await;
    let depan = app.akun("depan@uji.example", &[(Peran::MppDepan, unit())]).await;
    let petugas = app.akun("petugas@uji.example", &[(Peran::Pelaksana, unit())]).await;
    let biro = hak::instansi(s, &pelaku(&app, d.biro).await, d.kab).await.unwrap().penyelenggara().unwrap();
    // The clock of the tests: Monday, 08:00 in the zone of the hall.
    let jam = [Jam { hari: 1, mulai: "08:00".into(), selesai: "15:00".into() }];
    mpp::buat(s, &biro, d.rsud, "mal-uji", &MppIsi { ringkas: "", jam: &jam, letak: None }, true).await.unwrap();
    let hak_kepala = hak::mpp(s, &pelaku(&app, kepala).await, d.rsud).await.unwrap().kepala().unwrap();
    let (tenan, gerai) = (TenanId::baru(), GeraiId::baru());
    let t = TenanIsi { nama: "Dukcapil <b>", jenis: "pemda", unit: None, sendiri: false };
    mpp::tambah_tenan(s, &hak_kepala, tenan, &t).await.unwrap();
    let g = GeraiIsi { kode: "G01", nama: "Dukcapil <b>", letak: "Lantai 1", tautan: None };
    mpp::tambah_gerai(s, &hak_kepala, gerai, tenan, &g).await.unwrap();
    for n in ["1", "2"] {
        mpp::tambah_loket(s, &hak_kepala, LoketId::baru(), gerai, n).await.unwrap();
    }
    let operator = hak::unit(s, &pelaku(&app, d.operator).await, d.rsud).await.unwrap().pengelola_layanan().unwrap();
    let isi = Isi { nama: "KTP baru".into(), ..Isi::default() };
    let layanan = pelayanan::buat(s, &operator, LayananId::baru(), &isi, true).await.unwrap();
    let isi = PenempatanIsi { awalan: "A", menit: Some(10), undangan: false };
    let ktp = mpp::tempatkan(s, &hak_kepala, PenempatanId::baru(), (gerai, layanan), &isi).await.unwrap();
    let hari = s.sekarang().hari("WITA");
    mpp::tugaskan(s, &hak_kepala, PelaksanaId::baru(), (gerai, petugas), (hari, None)).await.unwrap();
    Balai { app, d, gerai, ktp, petugas, depan, kepala }
}

fn op() -> String {
    Uuid::now_v7().to_string()
}

impl Balai {
    fn layar(&self) -> String {
        format!("/gerai/{}/antrean", self.gerai)
    }

    async fn ambil(&self, p: &Peramban<'_>, op: &str) -> Jawaban {
        p.post(&format!("/antre/mal-uji/{}", self.ktp), &[("op", op)]).await
    }

    /// The value of the first field or button with this name in a page.
    fn nilai(j: &Jawaban, nama: &str) -> String {
        let dari = j.isi.split(&format!("name=\"{nama}\" value=\"")).nth(1).unwrap_or_else(|| panic!("no {nama} in {}", j.isi));
        dari.split('"').next().unwrap().to_owned()
    }

    async fn dengar(&self, p: &Peramban<'_>, jalur: &str) -> axum::body::BodyDataStream {
        let mut req = p.permintaan(axum::http::Method::GET, jalur).body(Body::empty()).unwrap();
        req.headers_mut().insert("accept", "text/event-stream".parse().unwrap());
        let j = self.app.router.clone().oneshot(req).await.unwrap();
        assert_eq!(j.status(), StatusCode::OK, "{jalur}");
        j.into_body().into_data_stream()
    }
}

/// Reads a stream until it says this.
async fn sampai(s: &mut axum::body::BodyDataStream, teks: &str) -> String {
    tokio::time::timeout(Duration::from_secs(10), async {
        loop {
            let isi = String::from_utf8(s.next().await.expect("the stream ended").unwrap().to_vec()).unwrap();
            if isi.contains(teks) {
                return isi;
            }
        }
    })
    .await
    .unwrap_or_else(|_| panic!("{teks:?} was never said"))
}

fn biasa() -> Konfig {
    Konfig { laju: false, ..Konfig::default() }
}

#[tokio::test]
async fn a_morning_with_phone_officer_and_board() {
    let b = balai(biasa()).await;
    let (warga, petugas, papan) = (b.app.tamu(), b.app.masuk(b.petugas).await, b.app.tamu());
    warga.get("/antre/mal-uji").await.memuat("KTP baru").memuat("Belum ada loket yang buka").memuat("Dukcapil &#60;b&#62;");
    let j = warga.get(&format!("/antre/mal-uji/{}", b.ktp)).await;
    j.memuat("Tidak ada yang menunggu").memuat("Anda tidak perlu menjelaskan");
    let o = Balai::nilai(&j, "op");
    let tiket = b.ambil(&warga, &o).await.ke().to_owned();
    assert!(tiket.starts_with("/tiket/t"), "{tiket}");
    warga.get(&tiket).await.memuat("A-001").memuat("Anda berikutnya").memuat("Belum ada loket yang buka");
    // The same browser is led back to its number; another gets the next.
    assert_eq!(b.ambil(&warga, &op()).await.ke(), tiket);
    let lain = b.app.tamu();
    let kedua = b.ambil(&lain, &op()).await.ke().to_owned();
    lain.get(&kedua).await.memuat("A-002").memuat("1 orang di depan Anda");
    warga.get("/antre/mal-uji").await.memuat("A-001").memuat("2 orang menunggu");
    assert_eq!(warga.get("/cari?q=x").await.status, StatusCode::OK);

    let (mut telepon, mut layar) =
        (b.dengar(&warga, &format!("{tiket}/langsung")).await, b.dengar(&papan, "/papan/mal-uji/langsung").await);
    sampai(&mut telepon, "Anda berikutnya").await;
    sampai(&mut layar, "2 menunggu").await;

    let j = petugas.get(&b.layar()).await;
    j.memuat("Anda duduk di loket mana?").memuat("A-001").memuat("menunggu 0 menit");
    let panggilan = format!("{}/panggilan", b.layar());
    let j2 = petugas.post(&panggilan, &[("op", &op())]).await;
    assert_eq!(j2.status, StatusCode::CONFLICT);
    j2.memuat("Pilih loket Anda dahulu").memuat("A-001");
    let loket = Balai::nilai(&j, "loket");
    assert_eq!(petugas.post(&format!("{}/loket", b.layar()), &[("loket", &loket)]).await.ke(), b.layar());
    assert_eq!(petugas.post(&panggilan, &[("op", &op())]).await.ke(), b.layar());

    let kata = sampai(&mut telepon, "Gerai G01, loket 1").await;
    assert!(kata.contains("Silakan datang sekarang"), "{kata}");
    let kata = sampai(&mut layar, "A-001").await;
    assert!(kata.contains(r#"["nomor-antrean","a","satu","silakan-ke-gerai","satu","loket","satu"]"#), "{kata}");
    warga.get(&tiket).await.memuat("Dipanggil").memuat("Gerai G01, loket 1");
    papan.get("/papan/mal-uji").await.memuat("A-001").memuat("1 menunggu");

    let langkah = format!("{}/langkah", b.layar());
    let id = Balai::nilai(petugas.get(&b.layar()).await.memuat("Mulai layani"), "tiket");
    let aksi = |a: &'static str, o: String| [("op".to_owned(), o), ("tiket".into(), id.clone()), ("_aksi".into(), a.to_owned())];
    let kirim = async |a: &'static str| {
        let f = aksi(a, op());
        let f: Vec<(&str, &str)> = f.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        petugas.post(&langkah, &f).await
    };
    assert_eq!(kirim("layani").await.status, StatusCode::SEE_OTHER);
    assert_eq!(warga.post(&format!("{tiket}/pembatalan"), &[("op", &op())]).await.status, StatusCode::CONFLICT, "being served");
    assert_eq!(kirim("layani").await.status, StatusCode::CONFLICT, "a second press of an old page");
    assert_eq!(kirim("selesai").await.status, StatusCode::SEE_OTHER);
    sampai(&mut telepon, "Terima kasih sudah datang").await;
    warga.get(&tiket).await.memuat("Selesai");
    petugas.get(&b.layar()).await.memuat("Terakhir selesai").memuat("1 orang menunggu");

    // Gives up; whoever has the code sees it, nobody else.
    assert_eq!(lain.post(&format!("{kedua}/pembatalan"), &[("op", &op())]).await.ke(), kedua);
    lain.get(&kedua).await.memuat("sudah Anda batalkan");
    assert_eq!(warga.get("/tiket/t0000000000").await.status, StatusCode::NOT_FOUND);
    b.app.state.langsung.tutup();
}

#[tokio::test]
async fn desk_head_and_kiosk() {
    let b = balai(biasa()).await;
    let (depan, kepala, kios) = (b.app.masuk(b.depan).await, b.app.masuk(b.kepala).await, b.app.tamu());
    let hari = format!("/mpp/{}/hari-ini", b.d.rsud);
    depan.get(&hari).await.memuat("Nomor dari petugas depan").memuat("0 dari 2").memuat("/papan/mal-uji");
    let slip = depan.post(&format!("{hari}/tiket"), &[("op", &op()), ("penempatan", &b.ktp.to_string()), ("rentan", "ya")]).await;
    depan.get(slip.ke()).await.memuat("A-001").memuat("Didahulukan").memuat("<svg");
    // The desk reads the officer's screen and cannot act there.
    depan.get(&b.layar()).await.memuat("Anda melihat saja");
    assert_eq!(depan.post(&format!("{}/panggilan", b.layar()), &[("op", &op())]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(kios.get(&hari).await.status, StatusCode::SEE_OTHER);

    kios.get("/kios/mal-uji").await.memuat("Pilih layanan").memuat("1 orang menunggu");
    let j = kios.post(&format!("/kios/mal-uji/{}", b.ktp), &[("op", &op()), ("rentan", "ya")]).await;
    kios.get(j.ke()).await.memuat("A-002").memuat("Pindai untuk melihat giliran");

    // The head closes the day: no numbers, with the reason; the desk still may.
    let jam = format!("{hari}/jam");
    let j = kepala.post(&jam, &[("tanggal", "2026-03-02"), ("_aksi", "tutup"), ("alasan", "")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Isi alasan");
    assert_eq!(depan.post(&jam, &[("tanggal", "2026-03-02")]).await.status, StatusCode::FORBIDDEN);
    let mut tutup = vec![("tanggal", "2026-03-02"), ("_aksi", "tutup"), ("alasan", "Listrik <i>padam")];
    kepala.post(&jam, &tutup).await.memuat("2 nomor hari ini belum selesai");
    tutup.push(("tahu", "2026-03-02 tutup"));
    let j = kepala.post(&jam, &tutup).await;
    assert_eq!(j.ke(), format!("{hari}?putus=2026-03-02"));
    kios.get("/antre/mal-uji").await.memuat("MPP ditutup hari ini").memuat("Listrik &#60;i&#62;padam");
    let j = b.ambil(&kios, &op()).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Antrean sedang tidak dibuka");
    kios.get("/papan/mal-uji").await.memuat("Listrik");
    kepala.get(hari.trim_end_matches("/hari-ini")).await.memuat("Tutup: Listrik &#60;i&#62;padam");
    let slip = depan.post(&format!("{hari}/tiket"), &[("op", &op()), ("penempatan", &b.ktp.to_string())]).await;
    assert_eq!(slip.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_start_page_leads_each_of_the_hall_to_his_work() {
    let b = balai(biasa()).await;
    b.ambil(&b.app.tamu(), &op()).await;
    let beranda = async |akun| b.app.masuk(akun).await.get("/").await;
    let ada = |j: &Jawaban| ["Layar petugas G01", "Hari ini di", "Laporan kinerja", "belum memiliki peran"].map(|t| j.isi.contains(t));
    let petugas = beranda(b.petugas).await;
    assert_eq!(ada(&petugas), [true, false, false, false], "{}", petugas.isi);
    petugas.memuat(&format!("/gerai/{}/antrean", b.gerai)).memuat("1 orang menunggu").memuat("Layanan publik dari satu tempat");
    assert_eq!(ada(&beranda(b.kepala).await), [false, true, true, false]);
    assert_eq!(ada(&beranda(b.depan).await), [false, true, false, false]);
    // A number as it is called is used again every day: the box says what to write instead.
    for nomor in ["A-001", "T-ZZZZZ-ZZZZZ", "2026-0017"] {
        b.app.tamu().get(&format!("/cari?q={nomor}")).await.memuat("Tidak ada dokumen dengan nomor itu");
    }
    b.app.tamu().get("/cari?q=xyz-abc").await.memuat("Tidak ada yang cocok");
}

#[tokio::test]
async fn one_source_cannot_take_all_numbers_and_the_desk_is_not_limited() {
    let b = balai(Konfig { antrean_per_jam: 3, ..biasa() }).await;
    for _ in 0..3 {
        assert_eq!(b.ambil(&b.app.tamu(), &op()).await.status, StatusCode::SEE_OTHER);
    }
    let j = b.ambil(&b.app.tamu(), &op()).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Silakan ke kios atau petugas depan");
    let kios = format!("/kios/mal-uji/{}", b.ktp);
    assert_eq!(b.app.tamu().post(&kios, &[("op", &op())]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // A kiosk that the desk signed in on the same line goes on.
    assert_eq!(b.app.masuk(b.depan).await.post(&kios, &[("op", &op())]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_ticket_is_found_by_its_code_in_the_one_box() {
    let b = balai(biasa()).await;
    let tiket = b.ambil(&b.app.tamu(), &op()).await.ke().to_owned();
    let kode = store::kode::tampil(tiket.trim_start_matches("/tiket/"));
    let j = b.app.tamu().get(&format!("/cari?q={kode}.")).await;
    assert_eq!(j.ke(), tiket, "{}", j.isi);
}

/// Marked absent and opened again: the page that said "ask the officer" follows the number once more, and says so to its script.
#[tokio::test]
async fn a_number_that_may_come_back_is_followed() {
    let b = balai(biasa()).await;
    let (warga, petugas) = (b.app.tamu(), b.app.masuk(b.petugas).await);
    let tiket = b.ambil(&warga, &op()).await.ke().to_owned();
    let mut telepon = b.dengar(&warga, &format!("{tiket}/langsung")).await;
    let loket = Balai::nilai(&petugas.get(&b.layar()).await, "loket");
    petugas.post(&format!("{}/loket", b.layar()), &[("loket", &loket)]).await;
    petugas.post(&format!("{}/panggilan", b.layar()), &[("op", &op())]).await;
    let id = Balai::nilai(&petugas.get(&b.layar()).await, "tiket");
    let kirim = async |a: &str| {
        let j = petugas.post(&format!("{}/langkah", b.layar()), &[("op", &op()), ("tiket", &id), ("_aksi", a)]).await;
        assert_eq!(j.status, StatusCode::SEE_OTHER, "{a}");
    };
    kirim("tidak-hadir").await;
    let kata = sampai(&mut telepon, "minta petugas membukanya lagi").await;
    assert!(kata.contains(r#""lagi":true"#) && kata.contains(r#""usai":true"#), "{kata}");
    warga.get(&tiket).await.memuat("data-usai").memuat(&format!("data-tiket=\"{tiket}/langsung\"")).memuat("tiket.js");
    kirim("buka-lagi").await;
    let j = warga.get(&tiket).await;
    j.memuat("Dibuka lagi").memuat("data-tiket");
    assert!(!j.isi.contains("data-usai"), "{}", j.isi);
    // What its holder gave up himself stays given up.
    warga.post(&format!("{tiket}/pembatalan"), &[("op", &op())]).await;
    assert!(!warga.get(&tiket).await.isi.contains("data-tiket"));
    b.app.state.langsung.tutup();
}

/// Officers who come only when invited: who takes a number on another day is told before, and where to book; nobody is sent away.
#[tokio::test]
async fn a_service_by_invitation_says_when_nobody_comes() {
    let b = balai(biasa()).await;
    let s = b.app.store();
    let kepala = hak::mpp(s, &pelaku(&b.app, b.kepala).await, b.d.rsud).await.unwrap().kepala().unwrap();
    let depan = hak::mpp(s, &pelaku(&b.app, b.depan).await, b.d.rsud).await.unwrap().depan().unwrap();
    let p = mpp::penempatan_satu(s.baca(), b.ktp).await.unwrap();
    let isi = PenempatanIsi { awalan: "A", menit: Some(10), undangan: true };
    mpp::ubah_penempatan(s, &kepala, b.ktp, p.versi, &isi).await.unwrap();
    let (warga, satu) = (b.app.tamu(), format!("/antre/mal-uji/{}", b.ktp));
    let kios = format!("/kios/mal-uji/{}", b.ktp);
    warga.get("/antre/mal-uji").await.memuat("Petugas tidak dijadwalkan hari ini");
    warga.get(&satu).await.memuat("hari berikutnya belum tercatat").memuat("Ambil nomor");
    warga.get(&kios).await.memuat("Petugas tidak dijadwalkan hari ini");
    let hari = |n: i64| s.sekarang().hari("WITA").saturating_add(jiff::Span::new().days(n));
    pesanan::undangan::tambah(s, &depan, b.ktp, UndanganId::baru(), hari(1)).await.unwrap();
    warga.get(&satu).await.memuat("Selasa, 3 Maret 2026").memuat(&format!("/pesan/{}", b.ktp));
    let tiket = b.ambil(&warga, &op()).await.ke().to_owned();
    // Who took it all the same reads it on the page of the number.
    let j = warga.get(&tiket).await;
    j.memuat("Petugas tidak dijadwalkan hari ini")
        .memuat("Hari berikutnya: Selasa, 3 Maret 2026")
        .memuat("Tanyakan kepada petugas depan sebelum menunggu");
    assert!(!j.isi.contains("Tunggu di ruang tunggu"), "{}", j.isi);
    pesanan::undangan::tambah(s, &depan, b.ktp, UndanganId::baru(), hari(0)).await.unwrap();
    assert!(!warga.get(&tiket).await.isi.contains("tidak dijadwalkan"));
    for jalur in ["/antre/mal-uji", &satu, &kios] {
        assert!(!warga.get(jalur).await.isi.contains("tidak dijadwalkan"), "{jalur}");
    }
}

/// A second process on the same database: nothing tells this one but the event table. How fast is `bench/antrean.mjs --node 2`.
#[tokio::test]
async fn a_call_made_on_another_node_is_heard() {
    let b = balai(biasa()).await;
    let mut papan = b.dengar(&b.app.tamu(), "/papan/mal-uji/langsung").await;
    sampai(&mut papan, "event: papan").await;
    let lain = Store::buka(b.app.store().folder(), &Sumber::Sqlite, Waktu::tetap(crate::app::KINI + 1_000_000)).await.unwrap();
    let (m, p) = (mpp::dari_kode(lain.baca(), "mal-uji").await.unwrap(), mpp::penempatan_satu(lain.baca(), b.ktp).await.unwrap());
    for n in 1..=2 {
        let minta = Minta { op: store::id::OperasiId::baru(), prioritas: layanan::antrean::Prioritas::Biasa };
        antrean::terbit_warga(&lain, &m, &p, minta, Saluran::Warga).await.unwrap();
        sampai(&mut papan, &format!("{n} menunggu")).await;
    }
}

/// One source fills its share of the streams, and neither boards nor officers go dark.
#[tokio::test]
async fn one_source_does_not_take_all_streams() {
    let b = balai(Konfig { sambungan_maks: 32, ..biasa() }).await;
    let (warga, petugas) = (b.app.tamu(), b.app.masuk(b.petugas).await);
    let tiket = b.ambil(&warga, &op()).await.ke().to_owned();
    let langsung = format!("{tiket}/langsung");
    let mut semua = Vec::new();
    for _ in 0..8 {
        semua.push(b.dengar(&warga, &langsung).await);
    }
    let mut req = warga.permintaan(axum::http::Method::GET, &langsung).body(Body::empty()).unwrap();
    req.headers_mut().insert("accept", "text/event-stream".parse().unwrap());
    let j = b.app.router.clone().oneshot(req).await.unwrap();
    assert_eq!(j.status(), StatusCode::SERVICE_UNAVAILABLE);
    let papan = b.dengar(&b.app.tamu(), "/papan/mal-uji/langsung").await;
    let loket = b.dengar(&petugas, &format!("{}/langsung", b.layar())).await;
    semua.pop();
    semua.push(b.dengar(&warga, &langsung).await);
    drop((semua, papan, loket));
}

/// Numbers given in a mall become an offer in F01 with a document, and nothing that nobody measured is in it.
#[tokio::test]
async fn the_queue_is_offered_as_evidence() {
    let k = Kasus::tanpa_f01().await;
    let (app, s) = (&k.d.app, k.d.app.store());
    let unit = || Lingkup::Unit { unit: k.d.unit, instansi: k.d.instansi };
    let biro = app.akun("biro.mal@uji.example", &[(Peran::Penyelenggara, Lingkup::Instansi(k.d.instansi))]).await;
    let depan =
        app.akun("depan.mal@uji.example", &[(Peran::MppDepan, unit()), (Peran::MppKepala, unit()), (Peran::UnitOperator, unit())]).await;
    let biro = hak::instansi(s, &pelaku(app, biro).await, k.d.instansi).await.unwrap().penyelenggara().unwrap();
    mpp::buat(s, &biro, k.d.unit, "mal-uji", &MppIsi { ringkas: "", jam: &[], letak: None }, true).await.unwrap();
    let orang = pelaku(app, depan).await;
    let kepala = hak::mpp(s, &orang, k.d.unit).await.unwrap().kepala().unwrap();
    let (tenan, gerai) = (TenanId::baru(), GeraiId::baru());
    mpp::tambah_tenan(s, &kepala, tenan, &TenanIsi { nama: "Dukcapil", jenis: "pemda", unit: None, sendiri: false }).await.unwrap();
    mpp::tambah_gerai(s, &kepala, gerai, tenan, &GeraiIsi { kode: "G01", nama: "Dukcapil", letak: "", tautan: None }).await.unwrap();
    let operator = hak::unit(s, &orang, k.d.unit).await.unwrap().pengelola_layanan().unwrap();
    let layanan =
        pelayanan::buat(s, &operator, LayananId::baru(), &Isi { nama: "KTP <baru>".into(), ..Isi::default() }, true).await.unwrap();
    let isi = PenempatanIsi { awalan: "A", menit: Some(10), undangan: false };
    let ktp = mpp::tempatkan(s, &kepala, PenempatanId::baru(), (gerai, layanan), &isi).await.unwrap();
    let ktp = mpp::penempatan_satu(s.baca(), ktp).await.unwrap();
    let usul = format!("/lokus/{}/f01/usulan/31", k.d.lokus);
    let operator = app.akun("operator.mal@uji.example", &[(Peran::UnitOperator, unit())]).await;
    assert_eq!(app.masuk(operator).await.get(&usul).await.status, StatusCode::NOT_FOUND, "no number was taken yet");
    let hak_depan = hak::mpp(s, &orang, k.d.unit).await.unwrap().depan().unwrap();
    let minta = Minta { op: store::id::OperasiId::baru(), prioritas: layanan::antrean::Prioritas::Biasa };
    antrean::terbit_depan(s, &hak_depan, &ktp, minta).await.unwrap();
    s.jam().maju(24 * 3600);
    let op = app.masuk(operator).await;
    // The first page of F01 says what can be filled, and leads there.
    op.get(&format!("/lokus/{}/f01", k.d.lokus))
        .await
        .memuat("indikator dapat diisi dari catatan Prima")
        .memuat(&format!("href=\"{usul}\""));
    let j = op.get(&usul).await;
    j.memuat("Pelayanan di mal pelayanan publik").memuat("Nomor antrian").memuat("/mal/mal-uji/kinerja?dari=");
    assert!(!j.isi.contains("Monitor antrian") && !j.isi.contains("Pendaftaran daring"), "{}", j.isi);
    assert_eq!(op.post(&usul, &[("versi", "0"), ("bukti", "ya")]).await.status, StatusCode::SEE_OTHER);
    let bukti = store::bukti::milik_indikator(s.baca(), k.d.lokus, "31").await.unwrap();
    assert_eq!(bukti.iter().map(|b| b.nama.as_str()).collect::<Vec<_>>(), ["pelayanan-di-mpp.pdf"]);
    // The same page taken twice is one piece of evidence.
    assert_eq!(op.post(&usul, &[("versi", "1"), ("bukti", "ya")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(store::bukti::milik_indikator(s.baca(), k.d.lokus, "31").await.unwrap().len(), 1);
}
