//! Bookings through the pages: the head sets hours, the front desk the roster, a citizen books, moves and cancels; a holiday comes
//! in between; who may see and do what.

use axum::http::StatusCode;
use jiff::civil::date;
use store::{
    hak::{self, KepalaMpp},
    id::{AkunId, AturanSlotId, GeraiId, LayananId, PelaksanaId, PenempatanId, TenanId, UnitId},
    kueri::Kueri as _,
    layanan::{self, Isi},
    mpp::{self, GeraiIsi, Jam, MppIsi, PenempatanIsi, TenanIsi},
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;
use uuid::Uuid;

use crate::{
    app::{Jawaban, Peramban, TestApp},
    dunia::{Dunia, dunia, pelaku},
};

mod hari;
mod nomor;

struct Mal {
    d: Dunia,
    unit: UnitId,
    id: PenempatanId,
    kepala: AkunId,
    depan: AkunId,
    petugas: AkunId,
}

async fn mal(app: &TestApp) -> Mal {
    let d = dunia(app).await;
    let s = app.store();
    let unit = store::instansi::unit_dari_kode(s, "dinsos").await.unwrap().id;
    let di = || Lingkup::Unit { unit, instansi: d.kab };
    let kepala = app.akun("kepala.mpp@uji.example", &[(Peran::MppKepala, di()), (Peran::UnitOperator, di())]).await;
    let depan = app.akun("depan.mpp@uji.example", &[(Peran::MppDepan, di())]).await;
    let petugas = app.akun("petugas@uji.example", &[(Peran::Pelaksana, di())]).await;
    let biro = hak::instansi(s, &pelaku(app, d.biro).await, d.kab).await.unwrap().penyelenggara().unwrap();
    let jam = [Jam { hari: 2, mulai: "08:00".into(), selesai: "10:00".into() }];
    mpp::buat(s, &biro, unit, "mal-kab", &MppIsi { ringkas: "", jam: &jam, letak: None }, false).await.unwrap();
    let p = pelaku(app, kepala).await;
    let hak_: KepalaMpp = hak::mpp(s, &p, unit).await.unwrap().kepala().unwrap();
    let (tenan, gerai, id) = (TenanId::baru(), GeraiId::baru(), PenempatanId::baru());
    let t = TenanIsi { nama: "Dukcapil", jenis: "pemda", unit: None, sendiri: false };
    mpp::tambah_tenan(s, &hak_, tenan, &t).await.unwrap();
    let g = GeraiIsi { kode: "G01", nama: "Dukcapil", letak: "Lantai 1", tautan: None };
    mpp::tambah_gerai(s, &hak_, gerai, tenan, &g).await.unwrap();
    let o = hak::unit(s, &p, unit).await.unwrap().pengelola_layanan().unwrap();
    let teks = layanan::KOMPONEN.iter().map(|k| (k.kunci.to_owned(), "ada".to_owned())).collect();
    let isi = Isi { nama: "KTP <baru>".into(), teks, ..Isi::default() };
    let layanan = layanan::buat(s, &o, LayananId::baru(), &isi, false).await.unwrap();
    let isi = PenempatanIsi { awalan: "A", menit: Some(10), undangan: false };
    mpp::tempatkan(s, &hak_, id, (gerai, layanan), &isi).await.unwrap();
    mpp::tugaskan(s, &hak_, PelaksanaId::baru(), (gerai, petugas), (date(2026, 3, 2), None)).await.unwrap();
    Mal { d, unit, id, kepala, depan, petugas }
}

fn aturan(versi: &str) -> Vec<(String, String)> {
    let p = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    let mut f = vec![
        ("op".to_owned(), AturanSlotId::baru().to_string()),
        p("versi", versi),
        p("mulai", "2026-03-02"),
        p("lama", "30"),
        p("per_petugas", "1"),
        p("datang_langsung", "0"),
        p("jeda", "60"),
        p("paling_jauh", "14"),
    ];
    for h in 1..=5 {
        f.push((format!("h{h}a_mulai"), "08:00".into()));
        f.push((format!("h{h}a_selesai"), "09:00".into()));
    }
    f
}

fn pinjam(f: &[(String, String)]) -> Vec<(&str, &str)> {
    f.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect()
}

impl Mal {
    fn jadwal(&self) -> String {
        format!("/mpp/{}/jadwal/{}", self.unit, self.id)
    }

    /// Hours from Monday to Friday 08.00 to 09.00, the officer on duty on Tuesday and Wednesday.
    async fn siapkan(&self, app: &TestApp) {
        let kepala = app.masuk(self.kepala).await;
        assert_eq!(kepala.post(&self.jadwal(), &pinjam(&aturan("0"))).await.ke(), self.jadwal());
        let depan = app.masuk(self.depan).await;
        let jalur = format!("{}/petugas", self.jadwal());
        let mut f = vec![("pekan".to_owned(), "2026-03-02".to_owned()), ("versi".into(), "1".into())];
        for h in [3, 4] {
            f.push((format!("m-{}-2026-03-0{h}", self.petugas), "08:00".into()));
            f.push((format!("s-{}-2026-03-0{h}", self.petugas), "12:00".into()));
        }
        assert_eq!(depan.post(&jalur, &pinjam(&f)).await.ke(), format!("{jalur}?pekan=2026-03-02"));
    }

    async fn pesan(&self, orang: &Peramban<'_>, hari: &str, mulai: &str, lain: &[(&str, &str)]) -> Jawaban {
        let op = Uuid::new_v4().to_string();
        let f: Vec<(&str, &str)> =
            [("op", op.as_str()), ("tanggal", hari), ("mulai", mulai)].into_iter().chain(lain.iter().copied()).collect();
        orang.post(&format!("/pesan/{}", self.id), &f).await
    }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn from_the_schedule_to_the_counter(basis: BasisUji) {
        let app = TestApp::pada(basis).await;
        let m = mal(&app).await;
        let (kepala, tamu) = (app.masuk(m.kepala).await, app.tamu());
        let jalur = format!("/pesan/{}", m.id);
        tamu.get(&jalur).await.memuat("belum dapat dipesan").memuat("KTP &#60;baru&#62;");
        kepala.get(&format!("/mpp/{}/jadwal", m.unit)).await.memuat("Datang langsung saja");
        kepala.get(&m.jadwal()).await.memuat("h2a_mulai\" value=\"08:00\"").memuat("Paling jauh dipesan");
        // A fault keeps what was typed.
        let mut salah = aturan("0");
        salah[3].1 = "nol".into();
        let j = kepala.post(&m.jadwal(), &pinjam(&salah)).await;
        assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
        j.memuat("value=\"nol\"").memuat("h5a_mulai\" value=\"08:00\"");
        let terbalik: Vec<_> = aturan("0").into_iter().map(|(k, v)| if k == "h1a_selesai" { (k, "07:00".into()) } else { (k, v) }).collect();
        kepala.post(&m.jadwal(), &pinjam(&terbalik)).await.memuat("Jam selesai harus sesudah jam mulai");
        m.siapkan(&app).await;
        let j = kepala.post(&m.jadwal(), &pinjam(&aturan("0"))).await;
        assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
        j.memuat("baru diubah orang lain");
        // Days say how many places they have, or why none.
        let j = tamu.get(&jalur).await;
        j.memuat("2 tempat").memuat("Libur akhir pekan").memuat("Belum ada petugas").memuat("08.00–08.30").memuat("Nama dan NIK tidak diminta");
        assert!(!j.isi.contains("name=\"surel\""), "mail is off here, so no reminder is promised");
        let j = m.pesan(&tamu, "2026-03-03", "", &[("telepon", "0812 3456 7890")]).await;
        assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
        j.memuat("Pilih jamnya").memuat("0812 3456 7890");
        m.pesan(&tamu, "2026-03-03", "08:00", &[("telepon", "x")]).await.memuat("Nomor telepon ini tidak benar");
        m.pesan(&tamu, "2026-03-07", "08:00", &[]).await.memuat("tidak tersedia lagi");
        let pesanan = m.pesan(&tamu, "2026-03-03", "08:00", &[("telepon", "0812 3456 7890")]).await.ke().to_owned();
        assert!(pesanan.starts_with("/pesanan/j"), "{pesanan}");
        // The log holds the id of the booking; sent as a form's secret it does not lead to the code.
        let log = store::pesanan::dari_kode(app.store(), pesanan.rsplit('/').next().unwrap()).await.unwrap().id.to_string();
        let j = tamu.post(&jalur, &[("op", log.as_str()), ("tanggal", "2026-03-03"), ("mulai", "08:00")]).await;
        assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
        j.memuat("baru saja penuh");
        m.pesan(&tamu, "2026-03-03", "08:00", &[]).await.memuat("baru saja penuh");
        m.pesan(&tamu, "2026-03-03", "08:30", &[("telepon", "+62 812-3456-7890")]).await.memuat("sudah dipakai memesan");
        let j = tamu.get(&pesanan).await;
        j.memuat("Selasa, 3 Maret 2026").memuat("08.00–08.30 WITA").memuat("<svg").memuat("Petugas menelepon");
        assert!(!j.isi.contains("7890"), "the number is not shown again");
        // Whatever form the code is typed in, the one box finds it.
        let kode = pesanan.rsplit('/').next().unwrap();
        let cetak = store::kode::tampil(kode);
        assert_eq!(tamu.get(&format!("/cari?q={cetak}")).await.ke(), pesanan);
        tamu.get(&format!("/pesanan/{cetak}")).await.memuat(&cetak);
        assert_eq!(tamu.get("/pesanan/jxxxxxxxxxx").await.status, StatusCode::NOT_FOUND);
        // Moved, and moved back to where there is no place.
        tamu.get(&format!("{pesanan}/perubahan")).await.memuat("tetap milik Anda");
        let ubah = [("tanggal", "2026-03-04"), ("mulai", "08:30")];
        assert_eq!(tamu.post(&format!("{pesanan}/perubahan"), &ubah).await.ke(), pesanan);
        tamu.get(&pesanan).await.memuat("Rabu, 4 Maret 2026").memuat("Dari Selasa, 3 Maret 2026, 08.00");
        assert!(!m.pesan(&tamu, "2026-03-03", "08:00", &[]).await.ke().is_empty());
        let j = tamu.post(&format!("{pesanan}/perubahan"), &[("tanggal", "2026-03-03"), ("mulai", "08:00")]).await;
        assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
        j.memuat("baru saja penuh").memuat("Rabu, 4 Maret 2026");
        // At the counter, on the day.
        app.store().jam().maju(2 * 86_400);
        let depan = app.masuk(m.depan).await;
        let hari = format!("/mpp/{}/pesanan", m.unit);
        depan.get(&hari).await.memuat(&cetak).memuat("Hadir");
        // A refusal is in the log, the code of the booking is not.
        let asing = app.masuk(m.d.operator).await;
        assert_eq!(asing.post(&format!("{hari}/{kode}/kehadiran"), &[("_aksi", "hadir")]).await.status, StatusCode::FORBIDDEN);
        let tolak = |isi: String| format!("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'akses.tolak' AND objek_id LIKE '%{isi}%'");
        assert_eq!(app.store().baca().angka(&tolak("pesanan/…/kehadiran".into()), vec![]).await.unwrap(), 1);
        assert_eq!(app.store().baca().angka(&tolak(kode.to_owned()), vec![]).await.unwrap(), 0);
        let alamat = format!("http%3A%2F%2Fx%2Fpesanan%2F{kode}");
        depan.get(&format!("{hari}?kode={alamat}")).await.memuat(&cetak);
        assert_eq!(depan.get(&format!("{hari}?kode=J-22222-22222")).await.ke(), hari);
        assert_eq!(depan.post(&format!("{hari}/{kode}/kehadiran"), &[("_aksi", "hadir")]).await.ke(), format!("{hari}?hari=2026-03-04&jam=8#jam-8"));
        tamu.get(&pesanan).await.memuat("Kedatangan Anda sudah dicatat").memuat("/tiket/t").memuat("A-001");
        depan.get(&hari).await.memuat("Nomor antrean A-001");
        // He is half an hour early: the officer's screen knows when its order changes, and then no more.
        let layar = format!("/gerai/{}/antrean", store::pesanan::tempat(app.store().baca(), m.id).await.unwrap().gerai_id);
        depan.get(&layar).await.memuat("Pesanan pukul 08.30").memuat("data-urut-dalam=\"");
        app.store().jam().maju(1_801);
        let j = depan.get(&layar).await;
        assert!(j.memuat("Pesanan pukul 08.30").isi.contains("A-001") && !j.isi.contains("data-urut-dalam"), "{}", j.isi);
        assert_eq!(tamu.post(&format!("{pesanan}/pembatalan"), &[]).await.status, StatusCode::CONFLICT);
    }

    async fn a_holiday_after_people_booked(basis: BasisUji) {
        let app = TestApp::pada(basis).await;
        let m = mal(&app).await;
        m.siapkan(&app).await;
        let (depan, tamu, biro) = (app.masuk(m.depan).await, app.tamu(), app.masuk(m.d.biro).await);
        let a = m.pesan(&tamu, "2026-03-03", "08:00", &[("telepon", "081234567890")]).await.ke().to_owned();
        app.store().jam().maju(1);
        let b = m.pesan(&tamu, "2026-03-03", "08:30", &[]).await.ke().to_owned();
        let jalur = format!("/hari-kerja/{}", m.d.kab);
        let op = store::id::KalenderHariId::baru().to_string();
        let f = [("op", op.as_str()), ("tanggal", "2026-03-03"), ("jenis", "libur"), ("nama", "HUT daerah"), ("sumber_hari", "")];
        assert_eq!(biro.post(&format!("{jalur}/hari"), &f).await.ke(), jalur);
        tamu.get(&a).await.memuat("tidak dapat dilayani").memuat("Libur: HUT daerah").memuat("Ambil Rabu, 4 Maret 2026, 08.00–08.30 WITA");
        tamu.get(&format!("/pesan/{}", m.id)).await.memuat("Libur: HUT daerah");
        let hari = format!("/mpp/{}/pesanan", m.unit);
        depan.get(&hari).await.memuat("2 warga perlu pilih waktu lain").memuat("tel:081234567890").memuat("Tidak meninggalkan surel atau nomor telepon");
        let kode = a.rsplit('/').next().unwrap();
        assert_eq!(depan.post(&format!("{hari}/{kode}/kabar"), &[("cara", "telepon")]).await.ke(), format!("{hari}#kabari"));
        depan.get(&hari).await.memuat("Ditelepon 2 Maret 2026");
        // The officer of the gerai and the organiser see the day, not the numbers.
        for orang in [app.masuk(m.petugas).await, biro] {
            let j = orang.get(&format!("{hari}?hari=2026-03-03")).await;
            j.memuat("08.00–08.30");
            assert!(!j.isi.contains("081234567890"));
        }
        assert_eq!(tamu.post(&format!("{a}/perubahan"), &[("tanggal", "2026-03-04"), ("mulai", "08:00")]).await.ke(), a);
        assert_eq!(tamu.post(&format!("{b}/pembatalan"), &[]).await.ke(), b);
        tamu.get(&b).await.memuat("sudah dibatalkan").memuat("Pesan waktu lain");
        depan.get(&hari).await.memuat("Belum ada pesanan pada hari ini");
    }

    async fn a_day_that_the_head_closes_after_people_booked(basis: BasisUji) {
        let app = TestApp::pada(basis).await;
        let m = mal(&app).await;
        m.siapkan(&app).await;
        let (depan, tamu, kepala) = (app.masuk(m.depan).await, app.tamu(), app.masuk(m.kepala).await);
        let a = m.pesan(&tamu, "2026-03-03", "08:00", &[("telepon", "081234567890")]).await.ke().to_owned();
        let hari = format!("/mpp/{}/hari-ini", m.unit);
        let f = [("tanggal", "2026-03-03"), ("alasan", "Listrik padam"), ("_aksi", "tutup")];
        // Asked first: how many it meets, and nothing has changed.
        let j = kepala.post(&format!("{hari}/jam"), &f).await;
        assert_eq!(j.status, StatusCode::OK);
        j.memuat("1 pesanan pada Selasa, 3 Maret 2026 tidak dapat dilayani").memuat("Ya, tutup hari itu").memuat("name=\"alasan\" value=\"Listrik padam\"");
        assert!(!tamu.get(&a).await.isi.contains("Listrik padam"));
        let yakin = [f[0], f[1], f[2], ("tahu", "2026-03-03 tutup")];
        let ke = kepala.post(&format!("{hari}/jam"), &yakin).await.ke().to_owned();
        let daftar = format!("href=\"/mpp/{}/pesanan#kabari\"", m.unit);
        kepala.get(&ke).await.memuat("Selasa, 3 Maret 2026 ditutup").memuat("1 warga yang sudah memesan perlu memilih waktu lain").memuat(&daftar);
        let j = tamu.get(&format!("{a}/perubahan")).await;
        j.memuat("tidak dapat dilayani lagi");
        assert!(!j.isi.contains("tetap milik Anda"), "{}", j.isi);
        tamu.get(&a).await.memuat("tidak dapat dilayani").memuat("Ditutup: Listrik padam").memuat("Ambil Rabu, 4 Maret 2026, 08.00–08.30 WITA");
        let j = tamu.get(&format!("/pesan/{}", m.id)).await;
        j.memuat("Ditutup: Listrik padam").memuat("hari=2026-03-04");
        assert!(!j.isi.contains("hari=2026-03-03"), "{}", j.isi);
        assert_eq!(m.pesan(&tamu, "2026-03-03", "08:30", &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        depan.get(&format!("/mpp/{}/pesanan", m.unit)).await.memuat("1 warga perlu pilih waktu lain").memuat("tel:081234567890").memuat("Ditutup: Listrik padam");
        // Hours that leave its time out take nothing more away, so nothing is asked; taken back, the booking is what it was.
        let jam = [f[0], f[1], ("mulai", "9"), ("selesai", "12")];
        let ke = kepala.post(&format!("{hari}/jam"), &jam).await.ke().to_owned();
        kepala.get(&ke).await.memuat("Tidak ada pesanan lain yang terganggu; 1 warga sejak sebelumnya");
        // They leave none of the day's times: holder, front desk and who would book read the head's reason.
        for jalur in [a.clone(), format!("/pesan/{}", m.id)] {
            tamu.get(&jalur).await.memuat("MPP buka dengan jam lain pada hari itu: Listrik padam");
        }
        depan.get(&format!("/mpp/{}/pesanan", m.unit)).await.memuat("MPP buka dengan jam lain pada hari itu: Listrik padam");
        assert_eq!(kepala.post(&format!("{hari}/jam/penarikan"), &[("tarik_hari", "2026-03-03")]).await.ke(), hari);
        kepala.get(&hari).await.memuat("Pesanan yang terganggu berlaku lagi");
        assert!(!tamu.get(&a).await.isi.contains("tidak dapat dilayani"));
        assert_eq!(m.pesan(&tamu, "2026-03-03", "08:30", &[]).await.status, StatusCode::SEE_OTHER);
    }

    /// Wednesday begins in Jayapura while it is Tuesday afternoon for the server: bookings go by the hall's own clock.
    async fn bookings_begin_with_the_day_of_the_hall(basis: BasisUji) {
        let app = TestApp::pada(basis).await;
        let m = mal(&app).await;
        let tx = app.store().mulai().await.unwrap();
        tx.jalankan("UPDATE instansi SET zona = 'WIT' WHERE id = $1", store::nilai![m.d.kab]).await.unwrap();
        tx.commit().await.unwrap();
        m.siapkan(&app).await;
        // Tuesday 15:30 UTC, Wednesday 00:30 in Jayapura.
        app.store().jam().maju(86_400 + 15 * 3600 + 1800);
        let (depan, tamu) = (app.masuk(m.depan).await, app.tamu());
        let jalur = format!("/pesan/{}", m.id);
        let j = tamu.get(&jalur).await;
        j.memuat("hari=2026-03-04");
        assert!(!j.isi.contains("hari=2026-03-03"), "{}", j.isi);
        assert_eq!(m.pesan(&tamu, "2026-03-03", "08:30", &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let a = m.pesan(&tamu, "2026-03-04", "08:00", &[]).await.ke().to_owned();
        tamu.get(&a).await.memuat("Rabu, 4 Maret 2026").memuat("08.00–08.30 WIT");
        let kode = store::kode::tampil(a.rsplit('/').next().unwrap());
        depan.get(&format!("/mpp/{}/pesanan", m.unit)).await.memuat(&kode);
        // 07:45 there, 22:45 of the day before for the server: an hour ahead is the least.
        app.store().jam().maju(7 * 3600 + 900);
        assert_eq!(m.pesan(&tamu, "2026-03-04", "08:30", &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn the_roster_as_a_grid() {
    let app = TestApp::baru().await;
    let m = mal(&app).await;
    m.siapkan(&app).await;
    let depan = app.masuk(m.depan).await;
    let jalur = format!("{}/petugas", m.jadwal());
    let j = depan.get(&format!("{jalur}?pekan=2026-03-05")).await;
    j.memuat("Ibu Uji").memuat("value=\"12:00\"").memuat("Libur akhir pekan").memuat("2 Maret 2026 – 8 Maret 2026");
    // Filling with the opening hours saves nothing yet.
    let j = depan.post(&jalur, &[("pekan", "2026-03-02"), ("versi", "2"), ("_aksi", "isi")]).await;
    assert_eq!(j.status, StatusCode::OK);
    j.memuat(&format!("name=\"m-{}-2026-03-05\" id=\"m-{0}-2026-03-05\" value=\"08:00\"", m.petugas));
    depan.get(&jalur).await.memuat(&format!("id=\"m-{}-2026-03-05\" value=\"\"", m.petugas));
    let (a, b) = (format!("m-{}-2026-03-05", m.petugas), format!("s-{}-2026-03-05", m.petugas));
    let j = depan.post(&jalur, &[("pekan", "2026-03-02"), ("versi", "2"), (&a, "10:00"), (&b, "")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("selesai harus sesudah mulai").memuat("value=\"10:00\"");
    // Two faults are told apart by whose they are and of which day.
    let (c, d) = (a.replace("03-05", "03-06"), b.replace("03-05", "03-06"));
    let j = depan.post(&jalur, &[("pekan", "2026-03-02"), ("versi", "2"), (&a, "10:00"), (&b, ""), (&c, "11:00"), (&d, "09:00")]).await;
    j.memuat("Ibu Uji, Kamis, 5 Maret 2026: isi jam").memuat("Ibu Uji, Jumat, 6 Maret 2026: isi jam");
    let salinan = depan.post(&format!("{jalur}/salinan"), &[("pekan", "2026-03-02")]).await;
    assert_eq!(salinan.ke(), format!("{jalur}?pekan=2026-03-09"));
    depan.get(salinan.ke()).await.memuat("value=\"12:00\"");
    // Nobody of another mall, nobody without a part in it.
    let lain = store::instansi::unit_dari_kode(app.store(), "rsud").await.unwrap().id;
    let asing = app.akun("lain@uji.example", &[(Peran::MppDepan, Lingkup::Unit { unit: lain, instansi: m.d.kab })]).await;
    let asing = app.masuk(asing).await;
    assert_eq!(asing.get(&jalur).await.status, StatusCode::NOT_FOUND);
    assert_eq!(asing.post(&jalur, &[("pekan", "2026-03-02")]).await.status, StatusCode::NOT_FOUND);
    let petugas = app.masuk(m.petugas).await;
    assert_eq!(petugas.post(&jalur, &[("pekan", "2026-03-02")]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(depan.post(&m.jadwal(), &pinjam(&aturan("2"))).await.status, StatusCode::FORBIDDEN);
    assert_eq!(depan.get(&format!("/mpp/{}/jadwal/{}", m.unit, PenempatanId::baru())).await.status, StatusCode::NOT_FOUND);
}

/// What the mails of the jobs that wait say, one string each, in the order of the jobs.
async fn surat(app: &TestApp, folder: &std::path::Path) -> Vec<String> {
    let mut semua = Vec::new();
    while let Some(p) = store::pekerjaan::ambil(app.store(), &[store::pesanan::surel::PESANAN]).await.unwrap() {
        assert!(!p.isi.contains('@'), "a job names no address: {}", p.isi);
        web::publik::pesan::surel::kirim(&app.state, &p).await.unwrap();
        store::pekerjaan::selesai(app.store(), &p).await.unwrap();
        for b in std::fs::read_dir(folder).unwrap() {
            let jalur = b.unwrap().path();
            semua.push(std::fs::read_to_string(&jalur).unwrap().replace("=\r\n", "").replace("=3D", "=").replace("=E2=80=93", "–"));
            std::fs::remove_file(jalur).unwrap();
        }
    }
    semua
}

#[tokio::test]
async fn mails_say_when_where_and_how_to_change_it() {
    let folder = tempfile::tempdir().unwrap();
    let surat_ = web::surat::KonfigSurat { cara: web::surat::Cara::Berkas, folder: folder.path().to_owned(), ..Default::default() };
    let app = TestApp::dengan(web::Konfig { laju: false, surat: surat_, ..web::Konfig::default() }).await;
    let m = mal(&app).await;
    m.siapkan(&app).await;
    let tamu = app.tamu();
    tamu.get(&format!("/pesan/{}", m.id)).await.memuat("name=\"surel\"");
    for salah in ["bukan", "@", "a@", "a@b", "a@b.id, c@d.id", "a@b.id\r\nBcc: c@d.id", "Ani <a@b.id>"] {
        m.pesan(&tamu, "2026-03-04", "08:00", &[("surel", salah)]).await.memuat("Alamat surel ini tidak benar");
    }
    let pesanan = m.pesan(&tamu, "2026-03-04", "08:00", &[("surel", "ani@contoh.id")]).await.ke().to_owned();
    tamu.get(&pesanan).await.memuat("Pengingat dikirim").memuat("Berhenti dikabari dan hapus kontak");
    let isi = surat(&app, folder.path()).await;
    let kode = store::kode::tampil(pesanan.rsplit('/').next().unwrap());
    let tautan = format!("http://127.0.0.1:8080{pesanan}");
    for teks in [
        "To: ani@contoh.id",
        "Subject: Pesanan tercatat: KTP <baru>",
        "Rabu, 4 Maret 2026, 08.00–08.30 WITA",
        "G01 Dukcapil",
        &kode,
        &tautan,
    ] {
        assert!(isi[0].contains(teks), "{teks:?} is missing in\n{}", isi[0]);
    }
    // The day before, once; then the day becomes a holiday.
    app.store().jam().maju(86_400);
    store::pesanan::ingatkan(app.store()).await.unwrap();
    assert!(surat(&app, folder.path()).await[0].contains("Subject: Besok: KTP"));
    let biro = app.masuk(m.d.biro).await;
    let op = store::id::KalenderHariId::baru().to_string();
    let f = [("op", op.as_str()), ("tanggal", "2026-03-04"), ("jenis", "libur"), ("nama", "HUT daerah"), ("sumber_hari", "")];
    biro.post(&format!("/hari-kerja/{}/hari", m.d.kab), &f).await;
    let isi = surat(&app, folder.path()).await;
    assert!(isi.len() == 1 && isi[0].contains("Jadwal berubah, pilih waktu lain") && isi[0].contains("ditetapkan libur"), "{isi:?}");
    // Told, but cancelled before the mail left: nothing goes out.
    let jalur = format!("/hari-kerja/{}/hari/{op}", m.d.kab);
    biro.post(&jalur, &[("_aksi", "hapus")]).await;
    assert_eq!(tamu.post(&format!("{pesanan}/pembatalan"), &[]).await.ke(), pesanan);
    assert!(surat(&app, folder.path()).await.is_empty());
}

/// Whoever types somebody's address cannot have him sent mail after mail.
#[tokio::test]
async fn moves_and_mails_to_one_address_have_an_end() {
    let folder = tempfile::tempdir().unwrap();
    let surat_ = web::surat::KonfigSurat { cara: web::surat::Cara::Berkas, folder: folder.path().to_owned(), ..Default::default() };
    let app = TestApp::dengan(web::Konfig { laju: false, surat: surat_, ..web::Konfig::default() }).await;
    let m = mal(&app).await;
    m.siapkan(&app).await;
    let tamu = app.tamu();
    let pesanan = m.pesan(&tamu, "2026-03-04", "08:00", &[("surel", "ani@contoh.id")]).await.ke().to_owned();
    let perubahan = format!("{pesanan}/perubahan");
    for n in 0..5 {
        let ke = [("tanggal", "2026-03-04"), ("mulai", if n % 2 == 0 { "08:30" } else { "08:00" })];
        assert_eq!(tamu.post(&perubahan, &ke).await.ke(), pesanan, "{n}");
    }
    let j = tamu.post(&perubahan, &[("tanggal", "2026-03-04"), ("mulai", "08:00")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("sudah beberapa kali dipindah");
    assert_eq!(surat(&app, folder.path()).await.len(), 6);
    tamu.post(&format!("{pesanan}/pembatalan"), &[]).await;
    assert!(m.pesan(&tamu, "2026-03-04", "08:00", &[("surel", "Ani@contoh.id")]).await.ke().starts_with("/pesanan/"));
    assert!(surat(&app, folder.path()).await.is_empty(), "the page says it, the mail waits for another hour");
}

#[tokio::test]
async fn one_address_cannot_book_up_a_hall() {
    let app = TestApp::dengan(web::Konfig::default()).await;
    let m = mal(&app).await;
    m.siapkan(&app).await;
    let tamu = app.tamu();
    for n in 0..40 {
        let status = m.pesan(&tamu, "2026-03-04", "08:00", &[]).await.status;
        assert_eq!(status, if n == 0 { StatusCode::SEE_OTHER } else { StatusCode::UNPROCESSABLE_ENTITY }, "{n}");
    }
    assert_eq!(m.pesan(&tamu, "2026-03-04", "08:30", &[]).await.status, StatusCode::TOO_MANY_REQUESTS);
    // The front desk books for people all day.
    let depan = app.masuk(m.depan).await;
    assert_eq!(m.pesan(&depan, "2026-03-04", "08:30", &[]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_holder_stops_the_news_and_keeps_the_booking() {
    let folder = tempfile::tempdir().unwrap();
    let surat_ = web::surat::KonfigSurat { cara: web::surat::Cara::Berkas, folder: folder.path().to_owned(), ..Default::default() };
    let app = TestApp::dengan(web::Konfig { laju: false, surat: surat_, ..web::Konfig::default() }).await;
    let m = mal(&app).await;
    m.siapkan(&app).await;
    let tamu = app.tamu();
    let pesanan = m.pesan(&tamu, "2026-03-04", "08:00", &[("surel", "ani@contoh.id")]).await.ke().to_owned();
    for _ in 0..2 {
        assert_eq!(tamu.post(&format!("{pesanan}/kontak"), &[]).await.ke(), pesanan);
    }
    let j = tamu.get(&pesanan).await;
    assert!(j.status.is_success() && !j.isi.contains("hapus kontak"));
    assert!(surat(&app, folder.path()).await.is_empty(), "what waited does not leave either");
    let sql = "SELECT COUNT(*) AS n FROM audit WHERE aksi = 'pesanan.kontak-hapus'";
    let n = store::kueri::Kueri::angka(app.store().baca(), sql, store::nilai![]).await.unwrap();
    assert_eq!(n, 1);
}
