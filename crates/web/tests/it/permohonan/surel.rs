//! Mails to an applicant who left an address, and how long it is kept.

use super::*;

/// What the mails of the jobs that wait say.
async fn surat_keluar(app: &TestApp, folder: &std::path::Path) -> Vec<String> {
    let mut semua = Vec::new();
    while let Some(p) = store::pekerjaan::ambil(app.store(), &[store::permohonan::surel::SURAT]).await.unwrap() {
        assert!(!p.isi.contains('@'), "a job names no address: {}", p.isi);
        web::publik::permohonan::surel::kirim(&app.state, &p).await.unwrap();
        store::pekerjaan::selesai(app.store(), &p).await.unwrap();
        for b in std::fs::read_dir(folder).unwrap() {
            let jalur = b.unwrap().path();
            semua.push(std::fs::read_to_string(&jalur).unwrap().replace("=\r\n", "").replace("=3D", "="));
            std::fs::remove_file(jalur).unwrap();
        }
    }
    semua
}

#[tokio::test]
async fn an_applicant_is_told_by_mail_and_stops_it() {
    let folder = tempfile::tempdir().unwrap();
    let surat_ = web::surat::KonfigSurat { cara: web::surat::Cara::Berkas, folder: folder.path().to_owned(), ..Default::default() };
    let app = TestApp::dengan(web::Konfig { laju: false, surat: surat_, ..web::Konfig::default() }).await;
    let m = mal(&app).await;
    rancang(&app, &m).await;
    let (tamu, baru) = (app.tamu(), "/permohonan/baru/surat-keterangan");
    tamu.get(baru)
        .await
        .memuat("Surel untuk kabar (boleh kosong)")
        .memuat("Hanya dipakai untuk mengabari Anda")
        .memuat("paling banyak 200 halaman");
    let f = formulir::terakhir(app.store().baca(), m.layanan).await.unwrap().unwrap().id.to_string();
    let (op, gerai) = (PermohonanId::baru().to_string(), m.gerai.to_string());
    let isian = |surel: &'static str| {
        [
            ("op", op.as_str()),
            ("formulir", f.as_str()),
            ("gerai", gerai.as_str()),
            ("nama", "Ibu Sari"),
            ("kontak", "0812"),
            ("surel", surel),
            ("i-nama-b-anak-b", "Dewi"),
        ]
    };
    let j = kirim(&tamu, baru, &isian("sari"), &[("i-kartu-keluarga", "kk.pdf", PDF)]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Alamat surel itu tidak lengkap").memuat("Dewi");
    // Five hundred pages, below 20 MB: told in words, nothing typed is lost.
    let panjang = crate::aduan::pdf(500);
    let j = kirim(&tamu, baru, &isian("sari@contoh.example"), &[("i-kartu-keluarga", "kk.pdf", panjang.as_bytes())]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("lebih dari 200 halaman").memuat("Dewi").memuat("sari@contoh.example");
    let jalur = kirim(&tamu, baru, &isian("sari@contoh.example"), &[("i-kartu-keluarga", "kk.pdf", PDF)]).await.ke().to_owned();
    let j = tamu.get(&jalur).await;
    j.memuat("s…@contoh.example").memuat("Berhenti dan hapus alamat surel");
    tanpa(&j, "sari@");
    let isi = surat_keluar(&app, folder.path()).await;
    assert_eq!(isi.len(), 1);
    for teks in ["To: sari@contoh.example", "Kabar permohonan: Surat keterangan", "sudah diterima", &jalur, "Untuk berhenti"] {
        assert!(isi[0].contains(teks), "{teks}: {}", isi[0]);
    }
    assert!(!isi[0].contains("Dewi") && !isi[0].contains("Ibu Sari"), "nothing of the case leaves");
    // The officer never sees the address; a step of his is told.
    let petugas = app.masuk(m.petugas).await;
    let id = store::permohonan::dari_kode(app.store().baca(), jalur.rsplit('/').next().unwrap()).await.unwrap().id;
    tanpa(&petugas.get(&format!("/berkas/{id}")).await, "contoh.example");
    // Late: he says why and what day to expect. The reason stands on the page, the mail says that there is one.
    let (berkas, telat) = (format!("/berkas/{id}"), format!("/berkas/{id}/keterlambatan"));
    let (op_lain, mut lain) = (uuid::Uuid::now_v7().to_string(), isian(""));
    lain[0].1 = op_lain.as_str();
    let lain = kirim(&tamu, baru, &lain, &[("i-kartu-keluarga", "kk.pdf", PDF)]).await.ke().to_owned();
    let lain = store::permohonan::dari_kode(app.store().baca(), lain.rsplit('/').next().unwrap()).await.unwrap().id;
    tanpa(&petugas.get(&berkas).await, "Kabari pemohon mengapa terlambat");
    app.store().jam().maju(14 * 86_400);
    let petugas = app.masuk(m.petugas).await;
    petugas.get(&berkas).await.memuat("Kabari pemohon mengapa terlambat");
    let hari = app.store().sekarang().hari("WITA").saturating_add(3.days());
    petugas.post(&telat, &[("telat", " "), ("telat_hari", "")]).await.memuat("href=\"#telat\"").memuat("href=\"#telat_hari\"");
    let isi = [("telat", "Blangko <b>habis</b>."), ("telat_hari", "kemarin")];
    let j = petugas.post(&telat, &isi).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Pilih tanggal sesudah hari ini").memuat("Blangko &#60;b&#62;habis");
    let hari = hari.to_string();
    assert_eq!(petugas.post(&telat, &[isi[0], ("telat_hari", hari.as_str())]).await.ke(), berkas);
    petugas.get(&berkas).await.memuat("Dikirim kepada pemohon lewat surel").memuat("Kabar dikirim lewat surel");
    // Who left no address for mail: the officer is told that nothing leaves and where to reach him.
    let berkas = format!("/berkas/{lain}");
    assert_eq!(petugas.post(&format!("{berkas}/keterlambatan"), &[isi[0], ("telat_hari", hari.as_str())]).await.ke(), berkas);
    petugas.get(&berkas).await.memuat("Hubungi pemohon pada kontak").memuat("Hanya tertulis di halaman permohonan").memuat("0812");
    let j = tamu.get(&jalur).await;
    j.memuat("Mengapa terlambat").memuat("Perkiraan selesai yang baru").memuat("Blangko &#60;b&#62;habis");
    tanpa(&j, "pelaksana@");
    let isi = surat_keluar(&app, folder.path()).await;
    assert!(isi.len() == 1 && isi[0].contains("memperkirakan selesai pada") && !isi[0].contains("Blangko"), "{isi:?}");
    petugas.post(&format!("/berkas/{id}/pemeriksaan"), &[("versi", "1")]).await;
    petugas.post(&format!("/berkas/{id}/perbaikan"), &[("versi", "2"), ("perbaikan", "Rahasia keluarga")]).await;
    let isi = surat_keluar(&app, folder.path()).await;
    assert!(isi.len() == 1 && isi[0].contains("Keadaannya sekarang") && !isi[0].contains("Rahasia"), "{isi:?}");
    assert_eq!(tamu.post(&format!("{jalur}/surel"), &[]).await.ke(), jalur);
    tanpa(&tamu.get(&jalur).await, "Berhenti dan hapus");
    assert_eq!(tamu.post("/permohonan/p0000000000/surel", &[]).await.status, StatusCode::NOT_FOUND);
    // How long addresses are kept is the head's.
    let (kepala, atur) = (app.masuk(m.kepala).await, format!("/mpp/{}/surel", m.d.rsud));
    kepala.get(&format!("/mpp/{}", m.d.rsud)).await.memuat(&atur);
    kepala.get(&atur).await.memuat("value=\"30\"");
    kepala.post(&atur, &[("hari", "400")]).await.memuat("Isi angka 0 sampai 365");
    assert_eq!(kepala.post(&atur, &[("hari", "7")]).await.ke(), atur);
    kepala.get(&atur).await.memuat("value=\"7\"");
    assert_eq!(petugas.get(&atur).await.status, StatusCode::FORBIDDEN);
}
