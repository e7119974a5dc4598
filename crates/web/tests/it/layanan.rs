//! Services: from the operator's draft to the citizen's page, and what stays closed.

use axum::http::StatusCode;
use jiff::ToSpan as _;
use store::{
    hak,
    id::LayananId,
    instansi::{self, UnitBaru},
    layanan::{Isi, KOMPONEN, Sk, massal},
    peran::{Lingkup, Peran},
};

use crate::{
    app::{Jawaban, TestApp},
    dunia::{Dunia, dunia, pelaku},
};

fn isian(nama: &str, versi: &str, d: &Dunia) -> Vec<(&'static str, String)> {
    let mut f = vec![("op", LayananId::baru().to_string()), ("unit", d.rsud.to_string()), ("versi", versi.into()), ("nama", nama.into())];
    f.push(("ringkas", "Untuk berobat.".into()));
    f.extend(KOMPONEN.iter().take(6).map(|k| (k.kunci, format!("- satu {}\r\n- dua", k.kunci))));
    f
}

fn pinjam<'a>(f: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    f.iter().map(|(k, v)| (*k, v.as_str())).collect()
}

#[track_caller]
fn tanpa(j: &Jawaban, teks: &str) {
    assert!(!j.isi.contains(teks), "{teks:?} is on the page:\n{}", j.isi);
}

#[tokio::test]
async fn from_a_draft_to_the_page_of_a_citizen() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let kepala = app.akun("kepala@uji.example", &[(Peran::UnitKepala, Lingkup::Unit { unit: d.rsud, instansi: d.kab })]).await;
    let (op, kepala, tamu) = (app.masuk(d.operator).await, app.masuk(kepala).await, app.tamu());
    op.get("/layanan").await.memuat("Belum ada layanan").memuat("/layanan/baru");
    app.masuk(d.biro).await.get("/layanan").await.memuat("belum mencatat layanan");
    tamu.get("/cari").await.memuat("Belum ada layanan yang diumumkan");
    // A fault keeps what was typed.
    let j = op.post("/layanan/baru", &pinjam(&isian("", "0", &d))).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Tulis nama layanan").memuat("satu persyaratan");
    let jalur = op.post("/layanan/baru", &pinjam(&isian("Rawat <b>jalan</b>", "0", &d))).await.ke().to_owned();
    op.get(&jalur).await.memuat("6 dari 14").memuat("Serahkan ke kepala unit").memuat("belum tampil untuk warga");
    assert_eq!(tamu.get("/pelayanan/rawat-b-jalan-b").await.status, StatusCode::NOT_FOUND, "a draft is not public");
    // Two editors: the second is told what the first saved.
    let standar = format!("{jalur}/standar");
    op.get(&standar).await.memuat("satu persyaratan");
    assert_eq!(op.post(&standar, &pinjam(&isian("Rawat jalan", "1", &d))).await.ke(), jalur);
    let j = op.post(&standar, &pinjam(&isian("Nama lain", "1", &d))).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Rawat jalan").memuat("Nama lain");
    // Deadlines are counted from the number, citizens read the text: the two are the same.
    let mut beda = isian("Rawat jalan", "2", &d);
    beda.retain(|(m, _)| *m != "jangka-waktu");
    beda.extend([("hari_kerja", "2".to_owned()), ("jangka-waktu", "Paling lama 3 (tiga) hari kerja".to_owned())]);
    let j = op.post(&standar, &pinjam(&beda)).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("menyebut 3 hari kerja").memuat("(tiga)");
    assert_eq!(op.post(&format!("{jalur}/usulan"), &[("versi", "2")]).await.ke(), jalur);
    kepala.get("/pemberitahuan").await.memuat("siap Anda tetapkan");
    // Only the head issues.
    let penetapan = format!("{jalur}/penetapan");
    assert_eq!(op.get(&penetapan).await.status, StatusCode::FORBIDDEN);
    let sk = |mulai| [("versi", "2"), ("nomor", "SK/7"), ("tanggal", "2020-01-02"), ("mulai", mulai), ("tinjau", "2099-01-01")];
    let j = kepala.post(&penetapan, &sk("2020-01-01")).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("tidak boleh sebelum tanggal SK").memuat("SK/7");
    assert_eq!(kepala.post(&penetapan, &sk("2020-01-03")).await.ke(), jalur);
    // As old as its decree, although it was typed in today.
    kepala.get(&jalur).await.memuat("2.251 hari yang lalu");
    // Now anybody finds it, mistyped too.
    let j = tamu.get("/cari?q=rawat+jaln").await;
    j.memuat("/pelayanan/rawat-b-jalan-b").memuat("RSUD Kudungga");
    assert!(!j.isi.contains("tidak ditemukan di layanan"), "{}", j.isi);
    // A word that stands nowhere does not hide what the others find, and is named.
    let j = tamu.get("/cari?q=rawat+jalan+xyzzyq").await;
    j.memuat("/pelayanan/rawat-b-jalan-b").memuat("Kata “xyzzyq” tidak ditemukan di layanan mana pun");
    let j = tamu.get("/pelayanan/rawat-b-jalan-b").await;
    j.memuat("Yang perlu dibawa").memuat("dua").memuat("GovernmentService").memuat("SK/7");
    tanpa(&j, "Dasar hukum");
    tanpa(&j, "Ditinjau terakhir");
    tamu.get("/pelayanan/unit/rsud").await.memuat("Rawat jalan").memuat("GovernmentOffice").memuat("/pelayanan/unit/rsud/poster");
    // Visitors have few documents in print at a time, so that officers find a worker.
    let semua: Vec<_> = (0..3).map(|_| app.state.cetak_umum.ambil(web::middleware::alamat::TAK_DIKENAL).unwrap()).collect();
    assert_eq!(tamu.get("/pelayanan/unit/rsud/poster").await.status, StatusCode::TOO_MANY_REQUESTS);
    drop(semua);
    let poster = tamu.get("/pelayanan/unit/rsud/poster").await;
    assert!(poster.status.is_success() && poster.isi.starts_with("%PDF"), "{}", poster.status);
    let tabel = tamu.get("/pelayanan/unit/rsud/sippn.xlsx").await;
    assert!(tabel.status.is_success() && tabel.isi.starts_with("PK"), "{}", tabel.status);
    for jalur in ["poster", "sippn.xlsx"] {
        assert_eq!(tamu.get(&format!("/pelayanan/unit/tidak-ada/{jalur}")).await.status, StatusCode::NOT_FOUND);
    }
    op.get(&jalur).await.memuat("/pelayanan/unit/rsud/sippn.xlsx");
    tamu.get("/pelayanan/rawat-b-jalan-b/sippn.json").await.memuat("\"no_sk\":\"SK/7\"");
    tamu.get("/sitemap.xml").await.memuat("/pelayanan/rawat-b-jalan-b</loc>");
    tamu.get("/robots.txt").await.memuat("Sitemap:");
    tamu.get("/").await.memuat("Layanan publik dari satu tempat");
    let pdf = tamu.get("/pelayanan/rawat-b-jalan-b/lembar").await;
    assert!(pdf.status.is_success() && pdf.isi.starts_with("%PDF"), "{}", pdf.status);
    // What will be in force later, and what it replaces, can be read in full.
    let mut nanti = isian("Rawat jalan", "0", &d);
    nanti.retain(|(m, _)| *m != "dasar-hukum");
    nanti.push(("dasar-hukum", "Peraturan yang baru".to_owned()));
    assert_eq!(op.post(&standar, &pinjam(&nanti)).await.ke(), jalur);
    let sk = [("versi", "1"), ("nomor", "SK/8"), ("tanggal", "2020-01-02"), ("mulai", "2099-01-01"), ("tinjau", "2099-12-01")];
    assert_eq!(kepala.post(&penetapan, &sk).await.ke(), jalur);
    op.get(&jalur).await.memuat("Isi versi 2").memuat("Peraturan yang baru");
    // Ended: gone.
    let tutup = format!("{jalur}/penutupan");
    assert_eq!(kepala.post(&tutup, &[("alasan", "")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(kepala.post(&tutup, &[("alasan", "Digabung")]).await.ke(), jalur);
    assert_eq!(tamu.get("/pelayanan/rawat-b-jalan-b").await.status, StatusCode::NOT_FOUND);
    tamu.get("/cari?q=rawat").await.memuat("Tidak ada yang cocok");
    kepala.get(&jalur).await.memuat("Digabung");
}

#[tokio::test]
async fn the_pledge_is_the_heads_and_strangers_see_nothing() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let unit = |u| Lingkup::Unit { unit: u, instansi: d.kab };
    let kepala = app.akun("kepala@uji.example", &[(Peran::UnitKepala, unit(d.rsud))]).await;
    let (kepala, op) = (app.masuk(kepala).await, app.masuk(d.operator).await);
    let jalur = format!("/layanan/maklumat/{}", d.rsud);
    op.get(&jalur).await.memuat("Belum ada maklumat");
    assert_eq!(op.post(&jalur, &[("teks", "x")]).await.status, StatusCode::FORBIDDEN);
    let isi = [("teks", "Kami <i>sanggup</i>."), ("nama", "dr. A"), ("jabatan", "Direktur"), ("tanggal", "2020-01-02")];
    assert_eq!(kepala.post(&jalur, &isi).await.ke(), jalur);
    op.get(&jalur).await.memuat("dr. A, Direktur, 2 Januari 2020").memuat("&#60;i&#62;");
    let isi = [("teks", "Kami sanggup."), ("nama", "Bupati"), ("jabatan", ""), ("tanggal", "2020-01-03")];
    assert_eq!(kepala.post(&jalur, &isi).await.ke(), jalur);
    op.get(&jalur).await.memuat("Bupati, 3 Januari 2020");
    let lain = store::instansi::unit_dari_kode(app.store(), "dinsos").await.unwrap().id;
    assert_eq!(kepala.get(&format!("/layanan/maklumat/{lain}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(kepala.get(&format!("/layanan/{}", LayananId::baru())).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_announcement_reaches_the_front_page_and_can_be_taken_back() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let (op, tamu) = (app.masuk(d.operator).await, app.tamu());
    tamu.get("/pengumuman").await.memuat("Tidak ada pengumuman");
    let alamat = format!("/layanan/pengumuman/{}", d.rsud);
    op.get(&alamat).await.memuat("Belum ada pengumuman");
    let j = op.post(&alamat, &[("judul", ""), ("teks", "Ke lantai 2"), ("mulai", "2020-01-01"), ("sampai", "2020-01-02")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Tulis judul pengumuman").memuat("Ke lantai 2");
    let kini = app.store().sekarang().hari("WITA").to_string();
    let isi =
        [("judul", "Loket <i>pindah</i>"), ("teks", "Ke lantai 2"), ("mulai", kini.as_str()), ("sampai", kini.as_str()), ("penting", "ya")];
    assert_eq!(op.post(&alamat, &isi).await.ke(), alamat);
    for jalur in ["/", "/pengumuman"] {
        let j = tamu.get(jalur).await;
        tanpa(&j, "<i>pindah");
        j.memuat("Loket &#60;i&#62;pindah").memuat("Ke lantai 2");
    }
    let halaman = op.get(&alamat).await;
    let id = halaman.isi.split("/penarikan").next().and_then(|s| s.rsplit('/').next()).unwrap().to_owned();
    let tarik = format!("{alamat}/{id}/penarikan");
    assert_eq!(app.masuk(d.biro).await.post(&tarik, &[("alasan", "x")]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(op.post(&tarik, &[("alasan", "Salah lantai")]).await.ke(), alamat);
    op.get(&alamat).await.memuat("Ditarik").memuat("Salah lantai");
    tamu.get("/pengumuman").await.memuat("Tidak ada pengumuman");
}

#[tokio::test]
async fn the_units_of_the_portal_are_turned() {
    let app = TestApp::baru().await;
    let (d, s) = (dunia(&app).await, app.store());
    let (mut unit, tx) = (Vec::new(), s.mulai().await.unwrap());
    for n in 0..26 {
        let (kode, nama) = (format!("kel-{n:02}"), format!("Kelurahan {n:02}"));
        let u = UnitBaru { kode: &kode, instansi: d.kab, induk: None, nama: &nama, jenis: "unit", alamat: "" };
        unit.push(instansi::tambah_unit(&tx, None, u).await.unwrap());
    }
    tx.commit().await.unwrap();
    let di = |peran| unit.iter().map(move |u| (peran, Lingkup::Unit { unit: *u, instansi: d.kab }));
    let peran: Vec<_> = di(Peran::UnitKepala).chain(di(Peran::UnitOperator)).collect();
    let lurah = pelaku(&app, app.akun("lurah@uji.example", &peran).await).await;
    let hari = s.sekarang().hari("WITA");
    let sk = Sk { nomor: "SK/1", tanggal: hari, mulai: hari, tinjau: hari.saturating_add(1.year()) };
    let teks: std::collections::BTreeMap<_, _> = KOMPONEN.iter().map(|k| (k.kunci.to_owned(), "-".to_owned())).collect();
    for (n, u) in unit.iter().enumerate() {
        let hak = hak::unit(s, &lurah, *u).await.unwrap();
        let isi = Isi { nama: format!("Surat pindah {n:02}"), teks: teks.clone(), ..Isi::default() };
        let oleh = (&hak.pengelola_layanan().unwrap(), &hak.kepala_layanan().unwrap());
        massal::terbitkan(s, oleh, &[(LayananId::baru(), isi)], &sk, true).await.unwrap();
    }
    let tamu = app.tamu();
    let j = tamu.get("/cari").await;
    j.memuat("Kelurahan 24").memuat("1–25 dari 26");
    tanpa(&j, "Kelurahan 25");
    tamu.get("/cari?h=2").await.memuat("Kelurahan 25").memuat("26–26 dari 26");
    // Where nothing was found all units stand below, with the question kept on the way through them.
    tamu.get("/cari?q=xyzwq").await.memuat("Kelurahan 24").memuat("/cari?h=2&#38;q=xyzwq");
}
