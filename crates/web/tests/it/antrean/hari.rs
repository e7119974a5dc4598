//! Days of a hall as citizens and officers read them: midnight where the hall stands, and days that its head decided about.

use super::*;
use jiff::civil::{date, time};
use store::{kueri::Kueri as _, nilai};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// 23:30 and 00:30 in Jayapura are 14:30 and 15:30 UTC of one day: what people read goes by the hall's own day.
    async fn midnight_in_wit_as_people_read_it(basis: BasisUji) {
        let b = balai_di(TestApp::pada(basis).await).await;
        let s = b.app.store();
        let tx = s.mulai().await.unwrap();
        tx.jalankan("UPDATE instansi SET zona = 'WIT' WHERE id = $1", nilai![b.d.kab]).await.unwrap();
        tx.commit().await.unwrap();
        let kepala = hak::mpp(s, &pelaku(&b.app, b.kepala).await, b.d.rsud).await.unwrap().kepala().unwrap();
        for hari in [date(2026, 3, 2), date(2026, 3, 3)] {
            let jam = Some((time(0, 0, 0, 0), time(23, 59, 0, 0)));
            antrean::buka::tetapkan(s, &kepala, hari, jam, "uji").await.unwrap();
        }
        let warga = b.app.tamu();
        // Signed in anew each time: nobody stays so over half a day.
        let baris = async || {
            let j = b.app.masuk(b.petugas).await.get(&b.layar()).await;
            j.memuat("Anda duduk di loket mana?").isi.matches("loket-daftar__nomor\">A-001").count()
        };
        // The clock of the tests stands at 00:00 UTC, 09:00 in Jayapura.
        s.jam().maju(14 * 3600 + 1800);
        let lama = b.ambil(&warga, &op()).await.ke().to_owned();
        warga.get(&lama).await.memuat("A-001").memuat("2 Maret 2026").memuat("data-tiket");
        warga.get("/antre/mal-uji").await.memuat(&lama).memuat("1 orang menunggu");
        assert_eq!(baris().await, 1);
        s.jam().maju(3600);
        // The number of yesterday is over for its holder, is led back to no more, and stands in nobody's line.
        let j = warga.get(&lama).await;
        j.memuat("Nomor hari lain").memuat("Nomor ini untuk 2 Maret 2026");
        assert!(!j.isi.contains("data-tiket"), "{}", j.isi);
        // Also before that is written down.
        j.memuat("MPP tutup sebelum giliran Anda");
        assert!(!j.isi.contains("Menunggu") && !j.isi.contains("Menghitung") && !j.isi.contains("Halaman ini berubah sendiri"), "{}", j.isi);
        let j = warga.get("/antre/mal-uji").await;
        assert!(!j.isi.contains(&lama) && j.isi.contains("Tidak ada yang menunggu"), "{}", j.isi);
        assert_eq!(baris().await, 0);
        let baru = b.ambil(&warga, &op()).await.ke().to_owned();
        assert_ne!(baru, lama);
        warga.get(&baru).await.memuat("A-001").memuat("3 Maret 2026").memuat("Anda berikutnya");
        assert_eq!(baris().await, 1);
        // What was left over is ended, and its holder reads why.
        assert_eq!(antrean::tutup_hari::tutup(s).await.unwrap(), 1);
        warga.get(&lama).await.memuat("MPP tutup sebelum giliran Anda");
        warga.get(&baru).await.memuat("Anda berikutnya");
    }
}

/// A coming day that the head closed, and one with other hours, stand where he and citizens look.
#[tokio::test]
async fn special_days_to_come_are_shown() {
    let b = balai(biasa()).await;
    let kepala = b.app.masuk(b.kepala).await;
    let hari = format!("/mpp/{}/hari-ini", b.d.rsud);
    let kirim = async |isi: &[(&str, &str)]| {
        let ke = kepala.post(&format!("{hari}/jam"), isi).await.ke().to_owned();
        assert_eq!(ke, format!("{hari}?putus={}", isi[0].1));
        kepala.get(&ke).await.memuat("Tidak ada pesanan yang terganggu");
    };
    kirim(&[("tanggal", "2026-03-04"), ("alasan", "Listrik <padam>"), ("_aksi", "tutup")]).await;
    for tanggal in ["2026-03-05", "2026-03-06", "2026-03-09"] {
        kirim(&[("tanggal", tanggal), ("mulai", "8"), ("selesai", "11.30"), ("alasan", "Rapat")]).await;
    }
    let mpp = format!("/mpp/{}", b.d.rsud);
    for jalur in [hari.as_str(), &mpp, &format!("{mpp}/jadwal"), "/mal/mal-uji"] {
        let j = kepala.get(jalur).await;
        j.memuat("Rabu, 4 Maret 2026").memuat("Tutup: Listrik &#60;padam&#62;");
        // Days in a row of which the same holds stand together.
        j.memuat("Kamis, 5 Maret 2026 – Jumat, 6 Maret 2026").memuat("Buka pukul 08.00–11.30 (jam khusus): Rapat");
        j.memuat("Senin, 9 Maret 2026");
        // A holiday that is near is one of them; one on a day without hours is not.
        j.memuat("Senin, 23 Maret 2026").memuat("Libur: Cuti Bersama Hari Raya Idul Fitri");
        assert!(!j.isi.contains("19 Maret 2026"), "{}", j.isi);
    }
    // Taken back: the usual day, and no second time.
    let (jalur, isi) = (format!("{hari}/jam/penarikan"), [("tarik_hari", "2026-03-04")]);
    kepala.get(&hari).await.memuat("Rabu, 4 Maret 2026 ditutup").memuat("Senin, 9 Maret 2026 buka dengan jam khusus");
    assert_eq!(kepala.post(&jalur, &isi).await.ke(), hari);
    let j = kepala.get("/mal/mal-uji").await;
    assert!(!j.isi.contains("Rabu, 4 Maret 2026") && j.isi.contains("5 Maret 2026"), "{}", j.isi);
    kepala.post(&jalur, &isi).await.memuat("Tidak ada putusan yang berlaku untuk hari itu");
    // A refused form is the page again, which refreshes itself from the address that can be read.
    let j = kepala.post(&format!("{hari}/jam"), &[("_aksi", "tutup")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat(&format!("data-segar=\"{hari}\""));
    // The front desk reads until when, not only why.
    kirim(&[("tanggal", "2026-03-02"), ("mulai", "7"), ("selesai", "20"), ("alasan", "Apel")]).await;
    b.app.masuk(b.depan).await.get(&hari).await.memuat("Jam khusus hari ini").memuat("Buka pukul 07.00–20.00 (jam khusus): Apel");
}

/// Ten minutes each, one counter, closing in twenty: whoever comes twelfth reads that before taking a number, on the kiosk too, and on it.
#[tokio::test]
async fn a_line_longer_than_the_day_says_so() {
    let b = balai(biasa()).await;
    let s = b.app.store();
    let petugas = b.app.masuk(b.petugas).await;
    let loket = Balai::nilai(&petugas.get(&b.layar()).await, "loket");
    assert_eq!(petugas.post(&format!("{}/loket", b.layar()), &[("loket", &loket)]).await.ke(), b.layar());
    let mut nomor = Vec::new();
    for _ in 0..12 {
        nomor.push(b.ambil(&b.app.tamu(), &op()).await.ke().to_owned());
    }
    let (warga, jalan) = (b.app.tamu(), [format!("/antre/mal-uji/{}", b.ktp), format!("/kios/mal-uji/{}", b.ktp)]);
    for jalur in &jalan {
        let j = warga.get(jalur).await;
        assert!(!j.isi.contains("Mungkin tidak sempat"), "the whole day is left: {}", j.isi);
    }
    warga.get(&nomor[11]).await.memuat(" jam ").memuat("Tunggu di ruang tunggu");
    // The head is told so before he shortens the day.
    let jam = format!("/mpp/{}/hari-ini/jam", b.d.rsud);
    let pendek = [("tanggal", "2026-03-02"), ("mulai", "7"), ("selesai", "8.20"), ("alasan", "uji")];
    let j = b.app.masuk(b.kepala).await.post(&jam, &pendek).await;
    j.memuat("nomor hari ini mungkin tidak sempat dipanggil sebelum jam tutup itu").memuat("Ya, buka dengan jam ini");
    let kepala = hak::mpp(s, &pelaku(&b.app, b.kepala).await, b.d.rsud).await.unwrap().kepala().unwrap();
    antrean::buka::tetapkan(s, &kepala, date(2026, 3, 2), Some((time(7, 0, 0, 0), time(8, 20, 0, 0))), "uji").await.unwrap();
    // The page reads the door anew each time; the line hears of it a moment later.
    tokio::time::timeout(std::time::Duration::from_secs(10), async {
        while !warga.get(&nomor[11]).await.isi.contains("Mungkin tidak sempat hari ini") {
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
    })
    .await
    .unwrap();
    let j = warga.get(&nomor[11]).await;
    j.memuat("Layanan tutup pukul 08.20").memuat("Tanyakan kepada petugas");
    assert!(!j.isi.contains("Kira-kira") && !j.isi.contains("Tunggu di ruang tunggu"), "{}", j.isi);
    for jalur in &jalan {
        warga.get(jalur).await.memuat("Mungkin tidak sempat hari ini").memuat("Ambil nomor");
    }
    let j = warga.get(&nomor[0]).await;
    assert!(!j.isi.contains("Mungkin tidak sempat"), "the first is called in time: {}", j.isi);
}
