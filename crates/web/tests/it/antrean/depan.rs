//! The desk finds a service among many, and an officer sees where nobody sits before he sends a number there.

use super::*;

impl Balai {
    /// One more gerai with a counter and these services, each with a letter of its own.
    async fn gerai_kedua(&self, layanan: &[(&str, &str)]) -> Vec<PenempatanId> {
        let s = self.app.store();
        let kepala = hak::mpp(s, &pelaku(&self.app, self.kepala).await, self.d.rsud).await.unwrap().kepala().unwrap();
        let operator = hak::unit(s, &pelaku(&self.app, self.d.operator).await, self.d.rsud).await.unwrap().pengelola_layanan().unwrap();
        let (tenan, gerai) = (TenanId::baru(), GeraiId::baru());
        let t = TenanIsi { nama: "Disnaker", jenis: "pemda", unit: None, sendiri: false };
        mpp::tambah_tenan(s, &kepala, tenan, &t).await.unwrap();
        let g = GeraiIsi { kode: "G02", nama: "Tenaga Kerja", letak: "Lantai 2", tautan: None };
        mpp::tambah_gerai(s, &kepala, gerai, tenan, &g).await.unwrap();
        mpp::tambah_loket(s, &kepala, LoketId::baru(), gerai, "1").await.unwrap();
        let mut semua = Vec::new();
        for (awalan, nama) in layanan {
            let isi = Isi { nama: (*nama).into(), ..Isi::default() };
            let id = pelayanan::buat(s, &operator, LayananId::baru(), &isi, true).await.unwrap();
            let isi = PenempatanIsi { awalan, menit: None, undangan: false };
            semua.push(mpp::tempatkan(s, &kepala, PenempatanId::baru(), (gerai, id), &isi).await.unwrap());
        }
        semua
    }
}

/// Where each of these stands among the offered buttons; `None`: not offered.
fn urutan(j: &Jawaban, semua: &[PenempatanId]) -> Vec<Option<usize>> {
    let tombol: Vec<&str> = j.isi.split("name=\"penempatan\" value=\"").skip(1).filter_map(|t| t.split('"').next()).collect();
    semua.iter().map(|p| tombol.iter().position(|t| *t == p.to_string())).collect()
}

#[tokio::test]
async fn the_desk_finds_a_service_and_sees_first_what_is_asked_for_often() {
    let b = balai(biasa()).await;
    let nama: Vec<(String, String)> =
        (0..12_u8).map(|n| (format!("N{}", char::from(b'A' + n)), format!("Rekomendasi nomor {n}"))).collect();
    let mut isi: Vec<(&str, &str)> = nama.iter().map(|(a, n)| (a.as_str(), n.as_str())).collect();
    isi.push(("ZZ", "Kartu pencari kerja"));
    let semua = b.gerai_kedua(&isi).await;
    let kartu = *semua.last().unwrap();
    let (depan, hari) = (b.app.masuk(b.depan).await, format!("/mpp/{}/hari-ini", b.d.rsud));
    let j = depan.get(&hari).await;
    j.memuat("Sering diminta").memuat("Daftar lengkap (14 layanan)").memuat("Belum ada loket yang buka");
    assert_eq!(urutan(&j, &[kartu]), [None], "eight are offered, in the order of the hall, while nothing was asked for");
    // Two numbers for the last one: it is offered first.
    for _ in 0..2 {
        let slip = depan.post(&format!("{hari}/tiket"), &[("op", &op()), ("penempatan", &kartu.to_string())]).await;
        depan.get(slip.ke()).await.memuat("ZZ-00").memuat("Simpan: dengan kode ini");
    }
    assert_eq!(urutan(&depan.get(&hari).await, &[kartu, b.ktp]), [Some(0), Some(1)]);
    // Found with a typing error, by its letter, and by what stands in no list.
    for cari in ["kartu%20pencari%20kreja", "zz"] {
        let j = depan.get(&format!("{hari}?cari={cari}")).await;
        assert_eq!(urutan(&j, &[kartu, b.ktp]), [Some(0), None], "{cari}");
        j.memuat("1 layanan cocok");
    }
    depan.get(&format!("{hari}?cari=%3Cxyzwq%3E")).await.memuat("Tidak ada layanan yang cocok").memuat("&#60;xyzwq&#62;");
}

#[tokio::test]
async fn a_transfer_says_where_nobody_sits() {
    let b = balai(biasa()).await;
    b.gerai_kedua(&[("K", "Kartu pencari kerja")]).await;
    let s = b.app.store();
    let kepala = hak::mpp(s, &pelaku(&b.app, b.kepala).await, b.d.rsud).await.unwrap().kepala().unwrap();
    let operator = hak::unit(s, &pelaku(&b.app, b.d.operator).await, b.d.rsud).await.unwrap().pengelola_layanan().unwrap();
    let isi = Isi { nama: "KK baru".into(), ..Isi::default() };
    let kk = pelayanan::buat(s, &operator, LayananId::baru(), &isi, true).await.unwrap();
    let isi = PenempatanIsi { awalan: "B", menit: None, undangan: false };
    mpp::tempatkan(s, &kepala, PenempatanId::baru(), (b.gerai, kk), &isi).await.unwrap();
    let petugas = b.app.masuk(b.petugas).await;
    let loket = Balai::nilai(&petugas.get(&b.layar()).await, "loket");
    petugas.post(&format!("{}/loket", b.layar()), &[("loket", &loket)]).await;
    b.ambil(&b.app.tamu(), &op()).await;
    petugas.post(&format!("{}/panggilan", b.layar()), &[("op", &op())]).await;
    let id = Balai::nilai(&petugas.get(&b.layar()).await, "tiket");
    petugas.post(&format!("{}/langkah", b.layar()), &[("op", &op()), ("tiket", &id), ("_aksi", "layani")]).await;
    let j = petugas.get(&b.layar()).await;
    let (ada, kosong) = (j.isi.find("(Ada petugas di loket)\""), j.isi.find("(Belum ada petugas di loket)\""));
    let (kk, kartu) = (j.isi.find(">KK baru</option>"), j.isi.find(">Kartu pencari kerja – Tenaga Kerja</option>"));
    assert!(ada.is_some() && ada < kk && kk < kosong && kosong < kartu, "{}", j.isi);
}

impl Balai {
    /// One more gerai with a service, electronic where it has an address.
    async fn gerai_dengan(&self, kode: &str, tautan: Option<&str>, (awalan, nama, undangan): (&str, &str, bool)) -> PenempatanId {
        let s = self.app.store();
        let kepala = hak::mpp(s, &pelaku(&self.app, self.kepala).await, self.d.rsud).await.unwrap().kepala().unwrap();
        let operator = hak::unit(s, &pelaku(&self.app, self.d.operator).await, self.d.rsud).await.unwrap().pengelola_layanan().unwrap();
        let (tenan, gerai) = (TenanId::baru(), GeraiId::baru());
        let t = TenanIsi { nama: kode, jenis: "pemda", unit: None, sendiri: false };
        mpp::tambah_tenan(s, &kepala, tenan, &t).await.unwrap();
        mpp::tambah_gerai(s, &kepala, gerai, tenan, &GeraiIsi { kode, nama: kode, letak: "", tautan }).await.unwrap();
        let isi = Isi { nama: nama.into(), ..Isi::default() };
        let id = pelayanan::buat(s, &operator, LayananId::baru(), &isi, true).await.unwrap();
        mpp::tempatkan(s, &kepala, PenempatanId::baru(), (gerai, id), &PenempatanIsi { awalan, menit: None, undangan }).await.unwrap()
    }
}

/// The desk and a transfer leave out what nobody can walk to, and say for which service nobody comes today.
#[tokio::test]
async fn nobody_is_sent_where_nobody_is() {
    let b = balai(biasa()).await;
    b.gerai_dengan("G02", Some("https://bank.example/buka"), ("W", "Pembukaan rekening", false)).await;
    let paspor = b.gerai_dengan("G03", None, ("P", "Paspor baru", true)).await;
    b.gerai_dengan("G04", None, ("K", "Kartu pencari kerja", false)).await;
    let (depan, petugas) = (b.app.masuk(b.depan).await, b.app.masuk(b.petugas).await);
    let j = depan.get(&format!("/mpp/{}/hari-ini", b.d.rsud)).await;
    assert!(!j.isi.contains("Pembukaan rekening"), "{}", j.isi);
    j.memuat("Daftar lengkap (3 layanan)").memuat("G03 · Petugas tidak dijadwalkan hari ini").memuat("G04 · Belum ada loket yang buka");
    j.memuat("<optgroup label=\"G03\">").memuat("P · Paspor baru (Petugas tidak dijadwalkan hari ini)");
    let loket = Balai::nilai(&petugas.get(&b.layar()).await, "loket");
    petugas.post(&format!("{}/loket", b.layar()), &[("loket", &loket)]).await;
    b.ambil(&b.app.tamu(), &op()).await;
    petugas.post(&format!("{}/panggilan", b.layar()), &[("op", &op())]).await;
    let j = petugas.get(&b.layar()).await;
    assert!(!j.isi.contains("Pembukaan rekening"), "{}", j.isi);
    let letak = |teks: &str| j.isi.find(teks);
    let (kosong, absen) = (
        letak("<optgroup label=\"G04 (Belum ada petugas di loket)\">"),
        letak("<optgroup label=\"G03 (Petugas tidak dijadwalkan hari ini)\">"),
    );
    let (kartu, jauh) = (letak(">Kartu pencari kerja – G04</option>"), letak(">Paspor baru – G03</option>"));
    assert!(kosong.is_some() && kosong < kartu && kartu < absen && absen < jauh, "{}", j.isi);
    // Invited for today: it is a gerai like any other.
    let hak = hak::mpp(b.app.store(), &pelaku(&b.app, b.depan).await, b.d.rsud).await.unwrap().depan().unwrap();
    let hari = b.app.store().sekarang().hari("WITA");
    pesanan::undangan::tambah(b.app.store(), &hak, paspor, UndanganId::baru(), hari).await.unwrap();
    assert!(!petugas.get(&b.layar()).await.isi.contains("(Petugas tidak dijadwalkan hari ini)\">"));
}

/// Who gives a number to somebody is told which one, at once, and has its slip.
#[tokio::test]
async fn an_officer_is_told_the_number_that_he_issued() {
    let b = balai(biasa()).await;
    let petugas = b.app.masuk(b.petugas).await;
    b.ambil(&b.app.tamu(), &op()).await;
    let tempat = b.ktp.to_string();
    let j = petugas.post(&format!("{}/tiket", b.layar()), &[("op", &op()), ("penempatan", &tempat)]).await;
    let ke = j.ke().strip_suffix("#terbit").unwrap().to_owned();
    petugas.get(&ke).await.memuat("Nomor A-002 sudah terbit").memuat("Buka karcis untuk dicetak");
    let slip = format!("{}/tiket/{}", b.layar(), ke.split("terbit=").nth(1).unwrap());
    let j = petugas.get(&slip).await;
    j.memuat("A-002").memuat("data-cetak").memuat("<svg");
    // Of a number that the citizen took himself the code is his alone.
    let semua = antrean::garis::potret(b.app.store().baca(), b.d.rsud, b.gerai, b.app.store().sekarang()).await.unwrap().tiket;
    let sendiri = semua.iter().find(|t| t.nomor == "A-001").unwrap();
    assert_eq!(petugas.get(&format!("{}/tiket/{}", b.layar(), sendiri.id)).await.status, StatusCode::NOT_FOUND);
    assert!(!petugas.get(&format!("{}?terbit={}", b.layar(), sendiri.id)).await.isi.contains("sudah terbit"));
}

/// A gerai at which somebody waits is not closed over his head.
#[tokio::test]
async fn a_gerai_with_people_in_it_stays_open() {
    let b = balai(biasa()).await;
    let warga = b.app.tamu();
    let tiket = b.ambil(&warga, &op()).await.ke().to_owned();
    let kepala = b.app.masuk(b.kepala).await;
    let jalur = format!("/mpp/{}/gerai/{}/penutupan", b.d.rsud, b.gerai);
    let j = kepala.post(&jalur, &[("tutup_alasan", "Pindah gedung")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Masih ada warga yang menunggu").memuat("1 nomor antrean hari ini").memuat(&format!("href=\"{}\"", b.layar()));
    j.memuat("href=\"#tutup_gerai\"").memuat("disabled");
    warga.post(&format!("{tiket}/pembatalan"), &[("op", &op())]).await;
    assert_eq!(kepala.post(&jalur, &[("tutup_alasan", "Pindah gedung")]).await.status, StatusCode::SEE_OTHER);
}

/// Who waits in a hall that is closed for the day reads why, and the kiosk offers nothing that would be refused.
#[tokio::test]
async fn a_closed_day_is_said_to_those_who_wait_and_at_the_kiosk() {
    let b = balai(biasa()).await;
    let s = b.app.store();
    let (warga, kios) = (b.app.tamu(), format!("/kios/mal-uji/{}", b.ktp));
    let tiket = b.ambil(&warga, &op()).await.ke().to_owned();
    assert!(!warga.get(&tiket).await.isi.contains("Listrik padam"));
    warga.get(&kios).await.memuat("class=\"kios-ambil\"");
    let kepala = hak::mpp(s, &pelaku(&b.app, b.kepala).await, b.d.rsud).await.unwrap().kepala().unwrap();
    store::antrean::buka::tetapkan(s, &kepala, s.sekarang().hari("WITA"), None, "Listrik padam").await.unwrap();
    warga.get(&tiket).await.memuat("Listrik padam");
    let j = warga.get(&kios).await;
    j.memuat("Listrik padam");
    assert!(!j.isi.contains("class=\"kios-ambil\""), "{}", j.isi);
}

/// The same on pages that are open: the phone, the board and the officer's screen say it through their streams, and how many wait; and
/// that the hall opens after all.
#[tokio::test]
async fn a_day_that_is_closed_reaches_pages_that_are_open() {
    let b = balai(biasa()).await;
    let (warga, petugas, kepala) = (b.app.tamu(), b.app.masuk(b.petugas).await, b.app.masuk(b.kepala).await);
    let tiket = b.ambil(&warga, &op()).await.ke().to_owned();
    let mut telepon = b.dengar(&warga, &format!("{tiket}/langsung")).await;
    let mut papan = b.dengar(&warga, "/papan/mal-uji/langsung").await;
    let mut layar = b.dengar(&petugas, &format!("{}/langsung", b.layar())).await;
    sampai(&mut telepon, "Anda berikutnya").await;
    sampai(&mut papan, "1 menunggu").await;
    assert!(!warga.get("/mal/mal-uji").await.isi.contains("Listrik padam"));
    let hari = format!("/mpp/{}/hari-ini", b.d.rsud);
    let jam = format!("{hari}/jam");
    let tutup = [("tanggal", "2026-03-02"), ("_aksi", "tutup"), ("alasan", "Listrik padam")];
    // Asked first: who waits is told by it, and nothing has changed yet.
    let j = kepala.post(&jam, &tutup).await;
    assert_eq!(j.status, StatusCode::OK);
    j.memuat("1 nomor hari ini belum selesai").memuat("tidak dapat mengambil nomor baru").memuat("Ya, tutup hari itu");
    assert!(!warga.get("/mal/mal-uji").await.isi.contains("Listrik padam"));
    let yakin = [tutup[0], tutup[1], tutup[2], ("tahu", "2026-03-02 tutup")];
    let ke = kepala.post(&jam, &yakin).await.ke().to_owned();
    assert_eq!(ke, format!("{hari}?putus=2026-03-02"));
    // The numbers before the bookings.
    kepala.get(&ke).await.memuat("2 Maret 2026 ditutup.</strong> 1 nomor hari ini belum selesai. Tidak ada pesanan yang terganggu.");
    let kata = sampai(&mut telepon, "Listrik padam").await;
    assert!(kata.contains("Tanyakan kepada petugas") && !kata.contains("Anda berikutnya"), "{kata}");
    sampai(&mut papan, "Listrik padam").await;
    sampai(&mut layar, "antrean").await;
    petugas.get(&b.layar()).await.memuat("MPP ditutup hari ini").memuat("Listrik padam").memuat("1 nomor hari ini belum selesai");
    kepala.get(&hari).await.memuat("MPP ditutup hari ini: 1 nomor hari ini belum selesai").memuat("Menunggu tanpa loket buka");
    let buka = [("tanggal", "2026-03-02"), ("_aksi", ""), ("mulai", "8"), ("selesai", "23.00"), ("alasan", "Listrik menyala lagi")];
    assert_eq!(kepala.post(&jam, &buka).await.ke(), format!("{hari}?putus=2026-03-02"));
    sampai(&mut telepon, "Anda berikutnya").await;
    b.app.state.langsung.tutup();
}

/// A closed day has no button that would be refused on the page of the mall; a service that ended keeps its name for whoever waits.
#[tokio::test]
async fn what_ended_is_said_where_people_look() {
    let b = balai(biasa()).await;
    let s = b.app.store();
    let (warga, petugas) = (b.app.tamu(), b.app.masuk(b.petugas).await);
    b.ambil(&warga, &op()).await;
    let kepala = hak::mpp(s, &pelaku(&b.app, b.kepala).await, b.d.rsud).await.unwrap().kepala().unwrap();
    mpp::akhiri_penempatan(s, &kepala, b.ktp, "Pindah ke kantor lain").await.unwrap();
    petugas.get(&b.layar()).await.memuat("A-001").memuat("KTP baru");
    // The officer is asked to say that he came, and comes back to his screen.
    let j = petugas.get(&b.layar()).await;
    j.memuat("Anda belum dicatat datang hari ini");
    let ke = j.isi.split('"').find(|t| t.ends_with("/kehadiran")).unwrap().to_owned();
    assert_eq!(petugas.post(&ke, &[("ke", "loket")]).await.ke(), b.layar());
    assert!(!petugas.get(&b.layar()).await.isi.contains("Anda belum dicatat datang"));
    let tombol = "class=\"tombol tombol--utama\" href=\"/antre/mal-uji\"";
    warga.get("/mal/mal-uji").await.memuat(tombol);
    store::antrean::buka::tetapkan(s, &kepala, s.sekarang().hari("WITA"), None, "Listrik padam").await.unwrap();
    let j = warga.get("/mal/mal-uji").await;
    j.memuat("Listrik padam");
    assert!(!j.isi.contains(tombol), "{}", j.isi);
}

/// A page that was open when its gerai was closed leads back to the services and says so, on the phone and on the kiosk.
#[tokio::test]
async fn a_page_of_a_service_that_ended_meanwhile_leads_back() {
    let b = balai(biasa()).await;
    let kepala = hak::mpp(b.app.store(), &pelaku(&b.app, b.kepala).await, b.d.rsud).await.unwrap().kepala().unwrap();
    mpp::tutup_gerai(b.app.store(), &kepala, b.gerai, "Pindah gedung").await.unwrap();
    for awal in ["/antre/mal-uji", "/kios/mal-uji"] {
        let ke = b.app.tamu().post(&format!("{awal}/{}", b.ktp), &[("op", &op())]).await.ke().to_owned();
        assert_eq!(ke, format!("{awal}?berhenti=ya"));
        b.app.tamu().get(&ke).await.memuat("Layanan itu tidak diberikan lagi di sini");
        assert_eq!(b.app.tamu().get(&format!("{awal}/{}", b.ktp)).await.ke(), ke, "also who only opens it: a kiosk stays in its frame");
        assert_eq!(b.app.tamu().post(&format!("{awal}/{}", Uuid::now_v7()), &[("op", &op())]).await.status, StatusCode::NOT_FOUND);
    }
}
