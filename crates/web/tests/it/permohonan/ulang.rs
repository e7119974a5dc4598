//! A form that is sent again after its answer was lost, with something else in it.

use super::*;

/// The first one stands, and nobody says that this one was stored.
#[tokio::test]
async fn a_case_sent_again_with_other_answers_is_not_called_sent() {
    let app = TestApp::baru().await;
    let m = mal(&app).await;
    rancang(&app, &m).await;
    let (tamu, baru) = (app.tamu(), "/permohonan/baru/surat-keterangan");
    let j = tamu.get(baru).await;
    let letak = |teks: &str| j.isi.find(teks).unwrap();
    let pesan = letak("<noscript><p class=\"kecil\">Bila ada isian");
    assert!(letak("name=\"kontak\"") < pesan && pesan < letak("name=\"i-kartu-keluarga\""), "said before a file is chosen");
    assert_eq!(j.isi.matches("baru pilih berkasnya").count(), 1);
    let f = formulir::terakhir(app.store().baca(), m.layanan).await.unwrap().unwrap().id.to_string();
    let (op, gerai) = (PermohonanId::baru().to_string(), m.gerai.to_string());
    let isian = |anak: &'static str| {
        let tetap = [("op", op.as_str()), ("formulir", f.as_str()), ("gerai", gerai.as_str()), ("nama", "Ibu Sari"), ("kontak", "0812")];
        [tetap.as_slice(), &[("i-nama-b-anak-b", anak)]].concat()
    };
    let berkas: &[(&str, &str, &[u8])] = &[("i-kartu-keluarga", "kk.pdf", PDF)];
    let jalur = kirim(&tamu, baru, &isian("Dewi"), berkas).await.ke().to_owned();
    tamu.get(&jalur).await.memuat("sudah kami terima");
    let j = kirim(&tamu, baru, &isian("Dewa"), berkas).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    let kode = store::kode::tampil(jalur.rsplit('/').next().unwrap());
    j.memuat("pertama sudah sampai").memuat(&kode).memuat(&format!("href=\"{jalur}\"")).memuat("Dewa");
    tanpa(&j, "Permohonan terkirim");
    // Whether its files have to be chosen again is said once, as it is: a page that keeps them sends them.
    j.memuat("Pilih berkasnya sekali lagi");
    tanpa(&j, "ikut terkirim");
    let tetap = [isian("Dewa").as_slice(), &[("_tetap", "ya")]].concat();
    let disimpan = kirim(&tamu, baru, &tetap, berkas).await;
    disimpan.memuat("pertama sudah sampai").memuat("Berkas yang masih terpilih ikut terkirim");
    tanpa(&disimpan, "Pilih berkasnya sekali lagi");
    assert_eq!(kirim(&tamu, baru, &isian("Dewi"), berkas).await.ke(), jalur, "the same again is the same case");
    // Somebody else's: said so it is a case of its own, once.
    let lain = j.isi.split("name=\"op_lain\" value=\"").nth(1).and_then(|s| s.split('"').next()).unwrap();
    assert_ne!(lain, op);
    let dewa = [isian("Dewa").as_slice(), &[("op_lain", lain)]].concat();
    let kedua = kirim(&tamu, baru, &dewa, berkas).await.ke().to_owned();
    assert_ne!(kedua, jalur);
    assert_eq!(kirim(&tamu, baru, &dewa, berkas).await.ke(), kedua, "that too is sent once");
    tamu.get(&kedua).await.memuat("sudah kami terima");
}

/// The same of a correction. Of a page that is too old, whose correction can be sent after all, the file has to be chosen again.
#[tokio::test]
async fn a_correction_sent_again_with_other_answers_is_not_called_sent() {
    let app = TestApp::baru().await;
    let m = mal(&app).await;
    let id = ajukan(&app, &m).await;
    let (petugas, sini) = (app.masuk(m.petugas).await, format!("/berkas/{id}"));
    petugas.get(&sini).await.memuat("Mulai periksa");
    assert_eq!(petugas.post(&format!("{sini}/pemeriksaan"), &[("versi", "1")]).await.ke(), sini);
    assert_eq!(petugas.post(&format!("{sini}/perbaikan"), &[("versi", "2"), ("perbaikan", "Nama lengkap")]).await.ke(), sini);
    let kode = store::permohonan::dari_id(app.store().baca(), id).await.unwrap().kode;
    let (tamu, jalur) = (app.tamu(), format!("/permohonan/{kode}"));
    let perbaikan = format!("{jalur}/perbaikan");
    let j = tamu.get(&perbaikan).await;
    let letak = |teks: &str| j.isi.find(teks).unwrap();
    assert!(letak("baru pilih berkasnya") < letak("name=\"i-kartu-keluarga\""), "said before a file is chosen");
    let isian =
        |versi: &'static str, anak: &'static str| [("versi", versi), ("nama", "Ibu Sari"), ("kontak", "0812"), ("i-nama-b-anak-b", anak)];
    let berkas: &[(&str, &str, &[u8])] = &[("i-kartu-keluarga", "kk.pdf", PDF)];
    let j = kirim(&tamu, &perbaikan, &isian("1", "Dewi Lestari"), berkas).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("sudah berubah").memuat("Berkas ini baik, tetapi harus dipilih lagi");
    assert_eq!(kirim(&tamu, &perbaikan, &isian("3", "Dewi Lestari"), &[]).await.ke(), jalur);
    let j = kirim(&tamu, &perbaikan, &isian("3", "Dewa"), berkas).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Perbaikan Anda yang pertama sudah sampai").memuat("Buka permohonan yang sudah sampai");
    tanpa(&j, "Kirim perbaikan</button>");
    tanpa(&j, "sudah berubah");
    tanpa(&j, "Berkas ini baik, tetapi harus dipilih lagi");
}
