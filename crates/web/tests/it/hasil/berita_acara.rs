use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use store::{
    berita_acara as ba,
    id::{AkunId, HasilId, LokusId, PeriodeId, UnitId},
    instansi::{self, UnitBaru},
    kueri::Kueri as _,
    massal::Dokumen,
    objek, pekerjaan,
};
use web::skm::ekspor::Jadi;

use super::bangun::{SANDI, akun_evaluator, bekukan, dinilai, f03, medan, penanda};
use crate::{
    app::{Jawaban, Peramban},
    bangun::Dunia,
};

pub async fn buat(d: &Dunia, p: &Peramban<'_>, jenis: &str, [kepala, sekda]: [AkunId; 2]) -> Jawaban {
    let jalur = format!("/lokus/{}/berita-acara/baru/{jenis}", d.lokus);
    let op = medan(&p.get(&jalur).await, "op");
    let (kepala, sekda) = (kepala.to_string(), sekda.to_string());
    let isian = [
        ("op", op.as_str()),
        ("nomor", "065/1"),
        ("tanggal", "2026-03-02"),
        ("tempat", "Sangatta"),
        ("nama0", "Ibu Uji"),
        ("jabatan0", "Penguji"),
        ("mewakili0", "Evaluator"),
        ("catatan", "Satu\nDua"),
        ("unit", &kepala),
        ("penanggungjawab", &sekda),
    ];
    let satu = p.post(&jalur, &isian).await;
    assert_eq!(p.post(&jalur, &isian).await.ke(), satu.ke(), "pressed twice is made once");
    satu
}

async fn unggah(p: &Peramban<'_>, jalur: &str, isi: &[u8]) -> Jawaban {
    let mut body =
        b"--uji\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n".to_vec();
    body.extend_from_slice(isi);
    body.extend_from_slice(b"\r\n--uji--\r\n");
    let req = p.permintaan(Method::POST, jalur).header(header::CONTENT_TYPE, "multipart/form-data; boundary=uji");
    p.kirim(req.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn a_form_with_faults_keeps_what_was_typed() {
    let d = dinilai(1).await;
    let biro = d.penyelenggara().await;
    let jalur = format!("/lokus/{}/berita-acara/baru/pelaksanaan", d.lokus);
    biro.get(&jalur).await.memuat("Penanda tangan belum lengkap").memuat("kepala unit");
    penanda(&d).await;
    let j = biro.post(&jalur, &[("op", "x"), ("tempat", "Sangatta"), ("jabatan3", "Camat"), ("tanggal", "kemarin")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Tulis nomor berita acara.").memuat("value=\"Sangatta\"").memuat("value=\"Camat\"").memuat("Tulis nama orang");
    let baris = |j: &Jawaban| j.isi.matches("name=\"nama").count();
    assert_eq!(baris(&j), 5, "up to the filled fourth row, and an empty one");
    let awal = biro.get(&jalur).await;
    let terisi = baris(&awal);
    assert_eq!(terisi, 4, "evaluator, unit, penanggungjawab, and an empty one");
    let isian =
        [("_aksi", "tambah"), ("op", "x"), ("baris", "4"), ("nama0", "Ibu Uji"), ("tempat", "Sangatta"), ("catatan", "masih ditulis")];
    let j = biro.post(&jalur, &isian).await;
    assert_eq!((j.status, baris(&j)), (StatusCode::OK, 5), "one more row, also when others are empty");
    j.memuat("value=\"Ibu Uji\"").memuat("value=\"Sangatta\"").memuat("masih ditulis").memuat("name=\"baris\" value=\"5\"");
    assert!(!j.isi.contains("Tulis nomor berita acara."), "adding a row faults nothing");
    assert_eq!(d.operator().await.get(&jalur).await.status, StatusCode::FORBIDDEN);
    let hasil = format!("/lokus/{}/berita-acara/baru/hasil", d.lokus);
    assert_eq!(biro.get(&hasil).await.status, StatusCode::CONFLICT);
    assert_eq!(biro.get(&format!("/lokus/{}/berita-acara/baru/lain", d.lokus)).await.status, StatusCode::NOT_FOUND);
}

/// A number that the office gave before is refused at its field, with whose it is, and what was typed stays; a report's next version keeps its own.
#[tokio::test]
async fn a_number_is_given_once() {
    let d = dinilai(30).await;
    f03(&d, 10).await;
    let orang = penanda(&d).await;
    let biro = d.penyelenggara().await;
    bekukan(&d, &biro).await;
    buat(&d, &biro, "pelaksanaan", orang).await.ke();
    let jalur = format!("/lokus/{}/berita-acara/baru/hasil", d.lokus);
    let op = medan(&biro.get(&jalur).await, "op");
    let (kepala, sekda) = (orang[0].to_string(), orang[1].to_string());
    let isian = |nomor: &'static str| {
        [
            ("op", op.clone()),
            ("nomor", nomor.to_owned()),
            ("tanggal", "2026-03-02".to_owned()),
            ("tempat", "Bontang Kuala".to_owned()),
            ("unit", kepala.clone()),
            ("penanggungjawab", sekda.clone()),
        ]
    };
    let kirim = async |nomor| {
        let isi = isian(nomor);
        biro.post(&jalur, &isi.each_ref().map(|(k, v)| (*k, v.as_str()))).await
    };
    let j = kirim("065/1").await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Nomor ini sudah dipakai untuk RSUD Uji").memuat("value=\"Bontang Kuala\"").memuat("value=\"065/1\"");
    assert_eq!(kirim("065/2").await.ke(), format!("/berita-acara/{op}"));
    let jalur = format!("/lokus/{}/lhe", d.lokus);
    for _ in 0..2 {
        let op = medan(&biro.get(&jalur).await, "op");
        assert_eq!(biro.post(&jalur, &[("op", &op), ("nomor", "700/1"), ("tempat", "Sangatta")]).await.ke(), jalur);
    }
    assert_eq!(store::lhe::daftar(d.app.store().baca(), d.lokus).await.unwrap().len(), 2);
}

#[tokio::test]
async fn the_pdf_never_changes_and_can_be_made_again_byte_by_byte() {
    let d = dinilai(30).await;
    f03(&d, 10).await;
    let orang = penanda(&d).await;
    let biro = d.penyelenggara().await;
    bekukan(&d, &biro).await;
    let ke = buat(&d, &biro, "hasil", orang).await.ke().to_owned();
    let s = d.app.store();
    let b = ba::daftar(s.baca(), d.lokus).await.unwrap().remove(0);
    assert_eq!(ke, format!("/berita-acara/{}", b.id));
    let isi: dokumen::Dokumen = serde_json::from_value(b.dokumen().unwrap()).unwrap();
    let lagi = dokumen::pdf::render(&isi).unwrap();
    assert_eq!(store::sidik_hex(&lagi), b.objek);
    assert_eq!(objek::baca(s, &b.objek).unwrap(), lagi);
    let operator = d.operator().await;
    operator.get(&ke).await.memuat(&b.objek).memuat("Belum ditandatangani");
    assert!(operator.get(&format!("{ke}/pdf")).await.isi.starts_with("%PDF-"));
    std::fs::write(objek::jalur(s, &b.objek), b"%PDF-1.7 diubah").unwrap();
    assert_eq!(biro.get(&format!("{ke}/pdf")).await.status, StatusCode::INTERNAL_SERVER_ERROR);
}

/// The form proposes its text from what was scored and who came; what is typed instead is what is printed.
#[tokio::test]
async fn the_draft_speaks_of_scores_notes_and_who_came() {
    let d = dinilai(30).await;
    f03(&d, 10).await;
    penanda(&d).await;
    let biro = d.penyelenggara().await;
    let s = d.app.store();
    let tx = s.mulai().await.unwrap();
    let jadwal = uuid::Uuid::now_v7();
    let sql = "INSERT INTO jadwal (id, periode_id, lokus_id, jenis, judul, mulai, selesai, tempat, tautan, petugas, keterangan, versi, dibuat, diubah, oleh)
        VALUES ($1, $2, $3, 'presentasi', 'Paparan', '2026-03-02T08:00', '2026-03-02T10:00', 'Aula', '', '', '', 1, $4, $4, $5)";
    tx.jalankan(sql, store::nilai![jadwal, d.periode, d.lokus, tx.pada, d.oleh]).await.unwrap();
    let sql = "INSERT INTO kegiatan (jadwal_id, agenda, token, versi, pada, oleh) VALUES ($1, '', 't', 1, $2, $3)";
    tx.jalankan(sql, store::nilai![jadwal, tx.pada, d.oleh]).await.unwrap();
    for (nama, jabatan) in [("Bu Rini", "Kasubag"), ("bu rini ", "Kasubag"), ("IBU UJI", "Penguji")] {
        let sql = "INSERT INTO kegiatan_hadir (id, jadwal_id, nama, jabatan, unit, pada) VALUES ($1, $2, $3, $4, 'RSUD Uji', $5)";
        tx.jalankan(sql, store::nilai![uuid::Uuid::now_v7(), jadwal, nama, jabatan, tx.pada]).await.unwrap();
    }
    tx.commit().await.unwrap();
    let jalur = |jenis: &str| format!("/lokus/{}/berita-acara/baru/{jenis}", d.lokus);
    let j = biro.get(&jalur("pelaksanaan")).await;
    j.memuat("F01 diajukan").memuat("0 dari 31 indikator terisi lengkap").memuat("value=\"Bu Rini\"");
    assert_eq!(j.isi.to_lowercase().matches("bu rini").count(), 1, "everybody once");
    assert!(!j.isi.contains("F02 diisi"), "before F02 nothing is said of it");
    bekukan(&d, &biro).await;
    biro.get(&jalur("hasil")).await.memuat("F02 diisi satu evaluator").memuat("F03 dijawab 10 responden");
}

#[tokio::test]
async fn only_who_must_sign_now_gets_it_as_a_task() {
    let d = dinilai(30).await;
    f03(&d, 10).await;
    let orang = penanda(&d).await;
    let biro = d.penyelenggara().await;
    bekukan(&d, &biro).await;
    biro.get("/").await.memuat("Satu hal menunggu Anda").memuat("Buat berita acara hasil");
    let ke = buat(&d, &biro, "hasil", orang).await.ke().to_owned();
    biro.get("/").await.memuat("Tidak ada yang menunggu tindakan Anda");
    let nama = async |id| store::akun::dari_id(d.app.store(), id).await.unwrap().nama;
    let (kepala_nama, sekda_nama) = (nama(orang[0]).await, nama(orang[1]).await);
    let tugas = "Tanda tangani berita acara hasil";
    let beranda = d.operator().await.get("/").await;
    beranda.memuat("Menunggu ").memuat(&format!("{kepala_nama} (Unit lokus)")).memuat(&format!("{sekda_nama} (Penanggungjawab)"));
    assert!(!beranda.isi.contains(tugas), "{}", beranda.isi);
    let kepala = d.app.masuk(orang[0]).await;
    kepala.get("/").await.memuat(tugas).memuat(&format!("href=\"{ke}\""));
    let b = ba::daftar(d.app.store().baca(), d.lokus).await.unwrap().remove(0);
    assert_eq!(kepala.post(&format!("{ke}/tanda-tangan"), &[("pdf", &b.objek), ("sandi", SANDI)]).await.ke(), ke);
    let beranda = kepala.get("/").await;
    beranda.memuat(&format!("{sekda_nama} (Penanggungjawab)"));
    assert!(!beranda.isi.contains(tugas) && !beranda.isi.contains(&format!("{kepala_nama} (Unit")), "{}", beranda.isi);
    // The unit's page names who is missing, and nobody else.
    let halaman = format!("/lokus/{}", d.lokus);
    let unit = kepala.get(&halaman).await;
    unit.memuat(&format!("{sekda_nama} (")).memuat("Menunggu");
    assert!(!unit.isi.contains(&format!("{kepala_nama} (Unit")) && !unit.isi.contains("Sekarang giliran Anda"), "{}", unit.isi);
}

#[tokio::test]
async fn minutes_that_nobody_can_finish_say_so_and_are_the_organisers_turn() {
    let d = dinilai(30).await;
    f03(&d, 10).await;
    let orang = penanda(&d).await;
    let biro = d.penyelenggara().await;
    bekukan(&d, &biro).await;
    let ke = buat(&d, &biro, "hasil", orang).await.ke().to_owned();
    let j = biro.get(&ke).await;
    assert!(!j.isi.contains("tidak dapat selesai"), "all of them still can");
    assert!(!biro.get("/").await.isi.contains("tidak dapat selesai"), "nor does the start page");
    let kepala = d.app.masuk(orang[0]).await;
    let tugas = "Tanda tangani berita acara hasil";
    let minta = "Berita acara hasil · 065/1";
    kepala.get("/").await.memuat(tugas).memuat(minta);
    kepala.get(&format!("{ke}/perangkat")).await.memuat("type=\"password\"");
    let (periode, massal) = (format!("/periode/{}", d.periode), format!("/periode/{}/berita-acara", d.periode));
    biro.get(&periode).await.memuat(tugas);
    assert!(!biro.get(&massal).await.isi.contains("tidak dapat selesai"));
    let tx = d.app.store().mulai().await.unwrap();
    let sql = "INSERT INTO penugasan_akhir (penugasan_id, alasan, pada, oleh) SELECT id, 'pindah tugas', 1, $1 FROM penugasan";
    tx.jalankan(sql, store::nilai![d.oleh]).await.unwrap();
    tx.commit().await.unwrap();
    for siapa in [&biro, &d.app.masuk(orang[0]).await] {
        siapa.get(&ke).await.memuat("Berita acara ini tidak dapat selesai").memuat("penugasannya berakhir");
        siapa.get(&format!("/lokus/{}", d.lokus)).await.memuat("Batalkan berita acara hasil lalu buat lagi");
    }
    biro.get(&format!("/lokus/{}", d.lokus)).await.memuat("Sekarang giliran Anda").memuat(&format!("href=\"{ke}\""));
    biro.get("/").await.memuat("Berita acara hasil tidak dapat selesai").memuat(&format!("/lokus/{}/berita-acara", d.lokus));
    biro.get(&ke).await.memuat("href=\"#pembatalan\"");
    // Nobody is asked to sign them any more, wherever they stand.
    let beranda = kepala.get("/").await;
    beranda.memuat("menunggu penyelenggara membatalkannya");
    assert!(!beranda.isi.contains(tugas) && !beranda.isi.contains(minta), "{}", beranda.isi);
    for jalur in [ke.clone(), format!("{ke}/perangkat")] {
        let j = kepala.get(&jalur).await;
        j.memuat("Berita acara ini tidak dapat selesai").memuat("penugasannya berakhir");
        assert!(!j.isi.contains("type=\"password\""), "{}", j.isi);
    }
    biro.get(&format!("/lokus/{}/berita-acara", d.lokus))
        .await
        .memuat("Tidak dapat selesai")
        .memuat("Yang ada tidak dapat selesai. Batalkan dahulu");
    let j = biro.get(&periode).await;
    j.memuat("Berita acara hasil tidak dapat selesai; batalkan, lalu buat lagi")
        .memuat(&format!("href=\"/lokus/{}/berita-acara\"", d.lokus));
    assert!(!j.isi.contains(tugas), "{}", j.isi);
    biro.get(&massal).await.memuat("Satu berita acara tidak dapat selesai").memuat(&format!("href=\"/lokus/{}/berita-acara\"", d.lokus));
}

#[tokio::test]
async fn minutes_of_all_frozen_results_are_made_at_once_and_signed_one_by_one() {
    let d = dinilai(30).await;
    f03(&d, 10).await;
    let (biro, s) = (d.penyelenggara().await, d.app.store());
    let jalur = format!("/periode/{}/berita-acara", d.periode);
    biro.get(&jalur).await.memuat("Belum ada hasil yang dibekukan");
    bekukan(&d, &biro).await;
    let j = biro.get(&jalur).await;
    j.memuat("1 unit tidak ikut");
    assert!(!j.isi.contains("Nomor urut pertama"), "nobody could sign");
    let orang = penanda(&d).await;
    biro.get(&jalur).await.memuat("Buat 1 berita acara").memuat("Nomor urut pertama");
    assert_eq!(d.operator().await.get(&jalur).await.status, StatusCode::FORBIDDEN);
    let salah = biro.post(&jalur, &[("mulai", "nol"), ("tanggal", "2026-03-02")]).await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("Tulis bagian nomor sebelum atau sesudah").memuat("Tulis bilangan bulat").memuat("Tulis tempatnya");
    let jauh = biro.post(&jalur, &[("depan", "065/"), ("mulai", "7"), ("tanggal", "2027-03-02"), ("tempat", "Sangatta")]).await;
    assert_eq!(jauh.status, StatusCode::UNPROCESSABLE_ENTITY);
    jauh.memuat("lebih dari sebulan di depan");
    assert!(ba::daftar(s.baca(), d.lokus).await.unwrap().is_empty());

    let isian = [("depan", "065/"), ("mulai", "7"), ("belakang", "/BA/2026"), ("tanggal", "2026-03-02"), ("tempat", "Sangatta")];
    assert_eq!(biro.post(&jalur, &isian).await.ke(), jalur);
    biro.get(&jalur).await.memuat("Sedang dibuat").memuat("0 dari 1").memuat("Hentikan");
    biro.post(&jalur, &isian).await.memuat("sedang dikerjakan. Tunggu sampai selesai");
    let p = pekerjaan::ambil(s, &[Dokumen::BeritaAcara.jenis()]).await.unwrap().unwrap();
    for _ in 0..2 {
        // Broken off and done again it makes nothing twice.
        assert_eq!(web::periode::massal(&d.app.state, &p).await, Ok(Jadi::Siap));
    }
    let semua = ba::daftar(s.baca(), d.lokus).await.unwrap();
    assert_eq!(semua.len(), 1);
    assert_eq!((semua[0].nomor.as_str(), semua[0].tempat.as_str(), semua[0].hasil_id.is_some()), ("065/7/BA/2026", "Sangatta", true));
    biro.get(&jalur)
        .await
        .memuat("1 dari 1")
        .memuat("Permintaan terakhir: 1 berita acara dibuat")
        .memuat("sudah ditandatangani semua pihak")
        .memuat("0 dari 1");
    assert_eq!(biro.post(&jalur, &isian).await.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is left");
    let kepala = d.app.masuk(orang[0]).await;
    let ke = format!("/berita-acara/{}", semua[0].id);
    assert_eq!(kepala.post(&format!("{ke}/tanda-tangan"), &[("pdf", &semua[0].objek), ("sandi", SANDI)]).await.ke(), ke);

    // The next request goes on where the numbers ended, also after one that was annulled.
    assert_eq!(biro.post(&format!("{ke}/pembatalan"), &[("alasan", "Tanggalnya salah")]).await.ke(), ke);
    biro.get(&jalur).await.memuat("value=\"8\"").memuat("value=\"065/\"").memuat("value=\"/BA/2026\"");
    let kembar = biro.post(&jalur, &isian).await;
    assert_eq!(kembar.status, StatusCode::UNPROCESSABLE_ENTITY);
    kembar.memuat("Mulai dari 8 supaya");
    biro.post(&jalur, &isian.map(|(k, v)| (k, if k == "mulai" { "8" } else { v }))).await.ke();

    // A result that cannot be printed: tried some times, then passed over by name.
    let tx = s.mulai().await.unwrap();
    tx.jalankan("UPDATE hasil SET isi = 'rusak'", store::nilai![]).await.unwrap();
    tx.commit().await.unwrap();
    let mut p = pekerjaan::ambil(s, &[Dokumen::BeritaAcara.jenis()]).await.unwrap().unwrap();
    assert!(web::periode::massal(&d.app.state, &p).await.is_err());
    p.coba = 4;
    assert_eq!(web::periode::massal(&d.app.state, &p).await, Ok(Jadi::Siap));
    biro.get(&jalur).await.memuat("1 unit dilewati").memuat("gagal dibuat beberapa kali");
    biro.post(&jalur, &[("_aksi", "batal")]).await.ke();
}

/// One more frozen result: of the unit in the period.
async fn hasil(d: &Dunia, periode: PeriodeId, unit: UnitId) {
    let (lokus, tx) = (LokusId::baru(), d.app.store().mulai().await.unwrap());
    tx.jalankan(
        "INSERT INTO lokus (id, kode, periode_id, unit_id, formulir, cakupan, kategori, versi, dibuat, oleh) VALUES ($1, $2, $3, $4, 'A', 'jasa', 'rsud', 1, $5, $6)",
        store::nilai![lokus, lokus.to_string(), periode, unit, tx.pada, d.oleh],
    )
    .await
    .unwrap();
    tx.jalankan(
        "INSERT INTO hasil (id, lokus_id, nomor, status, ipp, ipp_urut, tampil, kategori, f02, f03, isi, sidik, tanda, pada, oleh)
         VALUES ($1, $2, 1, 'complete', '4', 0, '4.00', 'B', '4', '4', '{}', $3, $4, $5, $6)",
        store::nilai![HasilId::baru(), lokus, lokus.to_string(), vec![0_u8], tx.pada, d.oleh],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

/// What waits is counted whole though not all of it is named; many results of one period without minutes are one thing to do.
#[tokio::test]
async fn the_start_page_counts_what_it_does_not_name() {
    let d = Dunia::baru().await;
    let mut unit = Vec::new();
    for n in 0..12 {
        let tx = d.app.store().mulai().await.unwrap();
        let (kode, nama) = (format!("64.08-u{n}"), format!("Puskesmas {n}"));
        let baru = UnitBaru { kode: &kode, instansi: d.instansi, induk: None, nama: &nama, jenis: "puskesmas", alamat: "" };
        unit.push(instansi::tambah_unit(&tx, None, baru).await.unwrap());
        tx.commit().await.unwrap();
    }
    for u in &unit {
        hasil(&d, d.periode, *u).await;
    }
    let biro = d.penyelenggara().await;
    let j = biro.get("/").await;
    j.memuat("12 hasil yang dibekukan belum punya berita acara; buat sekaligus").memuat(&format!("/periode/{}/berita-acara", d.periode));
    assert!(!j.isi.contains("Puskesmas 3"), "they are named together");

    // The same for reports that were made and not conveyed.
    let tx = d.app.store().mulai().await.unwrap();
    let pdf = objek::simpan(d.app.store(), b"%PDF-1.7 uji").unwrap();
    objek::catat(&tx, &pdf, "application/pdf").await.unwrap();
    tx.jalankan(
        "INSERT INTO lhe (id, lokus_id, hasil_id, kode, pdf, xlsx, pada, oleh) SELECT h.id, h.lokus_id, h.id, h.sidik, $1, $1, h.pada, h.oleh FROM hasil h",
        store::nilai![pdf.sidik.as_str()],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    let j = biro.get("/").await;
    j.memuat("12 LHE belum disampaikan kepada unitnya; sampaikan sekaligus").memuat(&format!("/periode/{}/lhe", d.periode));
    assert!(!j.isi.contains("Puskesmas 3"), "they are named together");
    let tx = d.app.store().mulai().await.unwrap();
    tx.jalankan("DELETE FROM lhe", vec![]).await.unwrap();
    tx.commit().await.unwrap();

    // Few of each period, but many periods: a hundred are read, twenty-five are named, all are counted.
    for n in 0..13 {
        let (lama, tx) = (PeriodeId::baru(), d.app.store().mulai().await.unwrap());
        tx.jalankan(
            "INSERT INTO periode (id, kode, instansi_id, nama, tahun, skema, edisi_a, penyatuan, ilustrasi, versi, dibuat, oleh)
             SELECT $1, $3, instansi_id, 'PEKPPP Lama', 2010, skema, edisi_a, penyatuan, ilustrasi, versi, dibuat, oleh FROM periode WHERE id = $2",
            store::nilai![lama, d.periode, format!("lama-{n}")],
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        for u in &unit[..9] {
            hasil(&d, lama, *u).await;
        }
    }
    let j = biro.get("/").await;
    j.memuat("25 dari 118 ditampilkan.").memuat("?tahap=ber-hasil");
}

#[tokio::test]
async fn three_parties_sign_with_their_password_and_everybody_can_check_it() {
    let d = dinilai(1).await;
    let orang = penanda(&d).await;
    let eva = d.app.masuk(akun_evaluator(&d).await).await;
    let ke = buat(&d, &eva, "pelaksanaan", orang).await.ke().to_owned();
    let s = d.app.store();
    let b = ba::daftar(s.baca(), d.lokus).await.unwrap().remove(0);
    let tamu = d.app.tamu();
    let verifikasi = format!("/verifikasi/{}", b.kode);
    tamu.get(&verifikasi).await.memuat("Belum ditandatangani").memuat("RSUD Uji").memuat(&b.objek);

    let tanda = format!("{ke}/tanda-tangan");
    let [kepala, sekda] = orang;
    let (kepala, sekda) = (d.app.masuk(kepala).await, d.app.masuk(sekda).await);
    kepala.get(&ke).await.memuat("Giliran Anda menandatangani");
    let pdf = b.objek.as_str();
    let salah = kepala.post(&tanda, &[("pdf", pdf), ("sandi", "bukan ini")]).await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("Kata sandi tidak cocok.");
    assert_eq!(d.operator().await.post(&tanda, &[("pdf", pdf), ("sandi", SANDI)]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(tamu.post(&tanda, &[("pdf", pdf), ("sandi", SANDI)]).await.status, StatusCode::UNAUTHORIZED);
    for p in [&kepala, &kepala, &sekda] {
        assert_eq!(p.post(&tanda, &[("pdf", pdf), ("sandi", SANDI)]).await.ke(), ke);
    }
    tamu.get(&verifikasi).await.memuat("Sebagian ditandatangani").memuat("Asli dan tidak berubah");
    // Who writes the database gives them another number: nothing is called genuine beside it.
    for (ubah, harap) in [("nomor || '-palsu'", "Pemeriksaan gagal"), ("REPLACE(nomor, '-palsu', '')", "Asli dan tidak berubah")] {
        use store::kueri::Kueri as _;
        let tx = s.mulai().await.unwrap();
        tx.jalankan(&format!("UPDATE berita_acara SET nomor = {ubah}"), vec![]).await.unwrap();
        tx.commit().await.unwrap();
        let j = tamu.get(&verifikasi).await;
        assert!(j.isi.contains(harap) && j.isi.contains("Asli dan") == (harap == "Asli dan tidak berubah"), "{ubah}: {}", j.isi);
    }
    assert_eq!(eva.post(&tanda, &[("pdf", pdf), ("sandi", SANDI)]).await.ke(), ke);
    kepala.get(&ke).await.memuat("Lengkap dan bersegel");
    let j = tamu.get(&verifikasi).await;
    j.memuat("Lengkap dan bersegel").memuat("Ibu Uji");
    assert!(!j.isi.contains("127.0.0.1"), "where somebody signed is not for everybody");
    assert!(eva.get(&format!("{ke}/lembar")).await.isi.starts_with("%PDF-"));
    assert_eq!(tamu.get(&format!("{ke}/pdf")).await.status, StatusCode::SEE_OTHER);

    unggah(&tamu, &verifikasi, &objek::baca(s, pdf).unwrap()).await.memuat("Berkas Anda sama persis");
    unggah(&tamu, &verifikasi, b"%PDF-1.7 lain").await.memuat("Berkas Anda berbeda");
    unggah(&tamu, &verifikasi, b"").await.memuat("Belum ada berkas");

    let batal = format!("{ke}/pembatalan");
    let biro = d.penyelenggara().await;
    assert_eq!(eva.post(&batal, &[("alasan", "x")]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(biro.post(&batal, &[("alasan", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(biro.post(&batal, &[("alasan", "nomor salah")]).await.ke(), ke);
    biro.get(&ke).await.memuat("Dibatalkan").memuat("nomor salah");
    tamu.get(&verifikasi).await.memuat("Dokumen ini sudah dibatalkan");
}

#[tokio::test]
async fn a_code_that_nothing_has_is_explained() {
    let d = dinilai(0).await;
    let tamu = d.app.tamu();
    tamu.get("/verifikasi").await.memuat("Periksa dokumen");
    assert_eq!(tamu.get("/verifikasi?kode=AB-cd%20ef").await.ke(), "/verifikasi/abcdef");
    let j = tamu.get("/verifikasi/abcdef").await;
    assert_eq!(j.status, StatusCode::NOT_FOUND);
    j.memuat("Kode ini tidak dikenal").memuat("value=\"abcdef\"");
    let operator = d.operator().await;
    operator.get(&format!("/lokus/{}/berita-acara", d.lokus)).await.memuat("Belum ada berita acara");
}

/// One device goes round: the organiser is signed in, each signatory proves the own password; who lost the role is told so.
#[tokio::test]
async fn signing_on_one_device() {
    use store::kueri::Kueri as _;
    let d = dinilai(1).await;
    let orang = penanda(&d).await;
    let biro = d.penyelenggara().await;
    let ke = buat(&d, &biro, "pelaksanaan", orang).await.ke().to_owned();
    let s = d.app.store();
    let b = ba::daftar(s.baca(), d.lokus).await.unwrap().remove(0);
    let letak = |akun: AkunId| b.penanda().unwrap().iter().position(|h| h.akun == akun).unwrap();
    let halaman = format!("{ke}/perangkat");
    biro.get(&halaman).await.memuat("satu perangkat diedarkan").memuat(&b.objek);
    let kirim = async |akun: AkunId, sandi: &str| {
        let (n, medan) = (letak(akun).to_string(), format!("sandi{}", letak(akun)));
        biro.post(&halaman, &[("orang", &n), ("pdf", &b.objek), (&medan, sandi)]).await
    };
    let salah = kirim(orang[0], "bukan-sandinya").await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!salah.isi.contains("bukan-sandinya"), "a password never comes back");
    // Who has a second step proves both, here too.
    let kode = crate::masuk::dua_langkah::nyalakan(&d.app, orang[0], SANDI).await;
    biro.get(&halaman).await.memuat("Kode langkah kedua");
    let tanpa = kirim(orang[0], SANDI).await;
    assert_eq!(tanpa.status, StatusCode::UNPROCESSABLE_ENTITY);
    tanpa.memuat("Tulis kodenya.");
    let (n, sandi, medan) = (letak(orang[0]).to_string(), format!("sandi{}", letak(orang[0])), format!("sandi-kode{}", letak(orang[0])));
    let kode = kode.kode(s.sekarang());
    let isian = [("orang", n.as_str()), ("pdf", b.objek.as_str()), (sandi.as_str(), SANDI), (medan.as_str(), kode.as_str())];
    assert_eq!(biro.post(&halaman, &isian).await.ke(), format!("{halaman}#tanda"));
    let t = ba::tanda_tangan(s.baca(), b.id).await.unwrap();
    assert_eq!((t.len(), t[0].akun_id), (1, orang[0]));
    assert!(t[0].agen.starts_with("perangkat bersama") && t[0].perangkat_bersama() && t[0].sah(s));
    biro.get(&ke).await.memuat("di perangkat bersama");
    d.app.tamu().get(&format!("/verifikasi/{}", b.kode)).await.memuat("di perangkat bersama");
    let tx = s.mulai().await.unwrap();
    let sql = "INSERT INTO peran_cabut (peran_id, pada, oleh) SELECT id, 1, akun_id FROM peran WHERE akun_id = $1";
    tx.jalankan(sql, store::nilai![orang[1]]).await.unwrap();
    tx.commit().await.unwrap();
    kirim(orang[1], SANDI).await.memuat("sudah tidak berlaku");
    d.app.masuk(orang[1]).await.get(&ke).await.memuat("peran yang Anda wakili sudah tidak berlaku");
    assert_eq!(ba::tanda_tangan(s.baca(), b.id).await.unwrap().len(), 1);
}
