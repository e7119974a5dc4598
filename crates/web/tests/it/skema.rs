//! Hand-in and validation as the public sees it; national and local figures apart; monitoring; the next period.

use axum::http::StatusCode;
use store::{
    id::HasilId,
    kueri::Kueri as _,
    nilai,
    peran::{Lingkup, Peran},
};

use crate::{
    bangun::Dunia,
    hasil::bangun::medan,
    periode::kirim_berkas,
    publik::{bekukan, sekda, terbitkan},
};

const SEMENTARA: &str = "Nilai ini berlaku sementara";

async fn penyelenggara(d: &Dunia) -> crate::app::Peramban<'_> {
    let id = d.app.akun("biro2@uji.example", &[(Peran::Penyelenggara, Lingkup::Instansi(d.instansi))]).await;
    d.app.masuk(id).await
}

/// An announced award for the mean of the instansi: it rests on no result of its own.
async fn award_of_the_organiser(d: &Dunia) {
    let (g, sk, putusan) = (uuid::Uuid::now_v7(), uuid::Uuid::now_v7(), uuid::Uuid::now_v7());
    let tx = d.app.store().mulai().await.unwrap();
    // Signed as a decision is: only such a one is shown.
    let isi = serde_json::json!({
        "id": putusan, "penghargaan": g, "periode": d.periode, "nama": "Penyelenggara Terbaik", "bentuk": "piagam", "bentuk_lain": "",
        "sasaran": "penyelenggara", "jenis": "beri", "lokus": null, "instansi": d.instansi, "penerima": "Kabupaten Uji", "penerima_di": "",
        "kelompok": "kabupaten", "peringkat": 1, "tampil": "4.00", "kategori": "B", "diusulkan": 1, "temuan": "[]", "alasan": "",
        "kode": "kodeuji23456", "nomor": "1", "tanggal": "2026-09-01", "tempat": "Uji", "jabatan": "Bupati Uji", "pejabat": "Budi",
        "pangkat": "", "pada": tx.pada.0,
    });
    let pesan = format!("prima:penghargaan:1\n{}", store::hasil::kanonik(&isi).unwrap());
    let tanda = d.app.store().kunci().tandai(pesan.as_bytes());
    for (sql, n) in [
        (
            "INSERT INTO penghargaan (id, periode_id, nama, bentuk, bentuk_lain, sasaran, sumber, kepastian, versi, dibuat, oleh)
             VALUES ($1, $2, 'Penyelenggara Terbaik', 'piagam', '', 'penyelenggara', 'Uji', 'rendah', 1, $3, $4)",
            nilai![g, d.periode, tx.pada, d.oleh],
        ),
        (
            "INSERT INTO penghargaan_sk (id, penghargaan_id, nomor, tanggal, tempat, jabatan, nama, pangkat, pada, oleh)
             VALUES ($1, $2, '1', '2026-09-01', 'Uji', 'Bupati Uji', 'Budi', '', $3, $4)",
            nilai![sk, g, tx.pada, d.oleh],
        ),
        (
            "INSERT INTO penghargaan_putusan (id, penghargaan_id, sk_id, jenis, instansi_id, penerima, penerima_di, kelompok, peringkat, ipp,
               tampil, kategori, diusulkan, temuan, alasan, kode, pada, oleh)
             VALUES ($1, $2, $3, 'beri', $4, 'Kabupaten Uji', '', 'kabupaten', 1, '4', '4.00', 'B', 1, '[]', '', 'kodeuji23456', $5, $6)",
            nilai![putusan, g, sk, d.instansi, tx.pada, d.oleh],
        ),
        ("INSERT INTO penghargaan_tanda (putusan_id, tanda) VALUES ($1, $2)", nilai![putusan, tanda]),
        (
            "INSERT INTO penghargaan_umum (id, periode_id, jenis, alasan, pada, oleh) VALUES ($1, $2, 'umum', '', $3, $4)",
            nilai![uuid::Uuid::now_v7(), d.periode, tx.pada, d.oleh],
        ),
    ] {
        tx.jalankan(sql, n).await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn the_provisional_note_goes_with_validation() {
    let d = Dunia::baru().await;
    bekukan(&d).await;
    terbitkan(&d).await;
    let (biro, dewi) = (penyelenggara(&d).await, d.app.sebagai(Peran::Nasional, Lingkup::Instalasi).await);
    let p = store::periode::dari_id(d.app.store().baca(), d.periode).await.unwrap();
    let kode = store::lokus::dari_id(d.app.store().baca(), d.lokus).await.unwrap().kode;
    let (tamu, publik) = (d.app.tamu(), format!("/hasil/{}", p.kode));
    tamu.get(&publik).await.memuat(SEMENTARA).memuat("PEKPPP mandiri (angka lokal)");
    tamu.get(&format!("{publik}/unduhan/csv")).await.memuat("sementara_sampai_divalidasi,jenis_angka").memuat(",ya,lokal,");

    award_of_the_organiser(&d).await;
    tamu.get(&format!("{publik}/penghargaan")).await.memuat("Penyelenggara Terbaik").memuat(SEMENTARA);

    let jalur = format!("/periode/{}/penyerahan", d.periode);
    dewi.get("/penyerahan").await.memuat("Belum ada penyerahan");
    let j = biro.get(&jalur).await;
    let op = medan(j.memuat("Belum diserahkan"), "op");
    assert_eq!(biro.post(&jalur, &[("op", &op), ("catatan", "Surat 1")]).await.ke(), jalur);
    dewi.get("/penyerahan").await.memuat("1 penyerahan menunggu keputusan");
    let sekda = sekda(&d, "sekda2@uji.example").await;
    assert_eq!(sekda.post(&jalur, &[("_aksi", "terima"), ("serah", &op)]).await.ke(), jalur);
    biro.get(&jalur).await.memuat("Diterima penanggungjawab Ibu Uji").memuat("Menunggu validasi");
    assert_eq!(biro.post(&jalur, &[("_aksi", "validasi"), ("serah", &op)]).await.status, StatusCode::FORBIDDEN);
    dewi.post(&jalur, &[("_aksi", "kembalikan"), ("serah", &op), ("alasan", "")]).await.memuat("Tulis alasannya");
    assert_eq!(dewi.post(&jalur, &[("_aksi", "validasi"), ("serah", &op)]).await.ke(), jalur);
    biro.get(&jalur).await.memuat("Divalidasi Ibu Uji");

    let j = tamu.get(&publik).await;
    assert!(!j.isi.contains(SEMENTARA));
    j.memuat("sudah divalidasi kementerian");
    let unit = tamu.get(&format!("{publik}/{kode}")).await;
    assert!(!unit.isi.contains(SEMENTARA));
    let penghargaan = tamu.get(&format!("{publik}/penghargaan")).await;
    penghargaan.memuat("Penyelenggara Terbaik");
    assert!(!penghargaan.isi.contains(SEMENTARA), "the mean rests on validated results only");
    tamu.get(&format!("{publik}/unduhan/json")).await.memuat("\"sementara_sampai_divalidasi\":false").memuat("\"jenis_angka\":\"lokal\"");
}

/// A region's own installation: the page says how the results reach the ministry, and takes its letter.
#[tokio::test]
async fn a_letter_of_the_ministry_is_entered_where_it_does_not_work() {
    let d = Dunia::baru().await;
    bekukan(&d).await;
    let biro = penyelenggara(&d).await;
    let p = store::periode::dari_id(d.app.store().baca(), d.periode).await.unwrap();
    let kode = store::lokus::dari_id(d.app.store().baca(), d.lokus).await.unwrap().kode;
    let jalur = format!("/periode/{}/penyerahan", d.periode);
    let op = medan(&biro.get(&jalur).await, "op");
    biro.post(&jalur, &[("op", &op)]).await;
    let j = biro.get(&jalur).await;
    j.memuat("Sampaikan juga berkasnya kepada kementerian").memuat("Terbitkan dahulu hasil periode ini");
    assert!(!j.isi.contains("Selama itu tidak ada yang perlu dikerjakan"), "{}", j.isi);
    biro.get("/").await.memuat("sampaikan berkasnya kepada kementerian");
    terbitkan(&d).await;

    let kirim = format!("{jalur}/surat");
    let surat = medan(&biro.get(&jalur).await, "surat");
    biro.post_multipart(&kirim, &[("serah", &op), ("surat", &surat), ("putusan", "kembali"), ("nomor", "B/1/2026")])
        .await
        .memuat("Tulis alasannya")
        .memuat("Isi jabatan atau unit kerja yang memutuskan")
        .memuat("B/1/2026");
    let isi = [
        ("serah", op.as_str()),
        ("surat", &surat),
        ("putusan", "valid"),
        ("nomor", "B/1/2026"),
        ("tanggal", "2026-03-02"),
        ("pejabat", "Deputi"),
    ];
    let sekda = sekda(&d, "sekda2@uji.example").await;
    assert_eq!(sekda.post_multipart(&kirim, &isi).await.status, StatusCode::FORBIDDEN);
    let lebih_tua = isi.map(|(medan, nilai)| (medan, if medan == "tanggal" { "2026-03-01" } else { nilai }));
    biro.post_multipart(&kirim, &lebih_tua)
        .await
        .memuat("Surat itu bertanggal sebelum hasil ini diserahkan")
        .memuat("2026-03-01")
        .memuat("name=\"lebih_tua\"");
    // It may be right: the results were with the ministry before they were recorded here.
    let benar = [lebih_tua.as_slice(), &[("lebih_tua", "ya")]].concat();
    assert_eq!(biro.post_multipart(&kirim, &benar).await.ke(), jalur);
    biro.get(&jalur).await.memuat("menurut surat B/1/2026 tanggal 1 Maret 2026");
    let alasan = format!("alasan-{surat}");
    assert_eq!(biro.post(&format!("{kirim}/{surat}/penarikan"), &[(&alasan, "Salah tanggal")]).await.ke(), jalur);
    // The form that is still open in another window: said at the field, and sent once more it is a new entry.
    let j = biro.post_multipart(&kirim, &benar).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Catatan ini sudah ditarik");
    let surat = medan(&j, "surat");
    let isi = isi.map(|(medan, nilai)| (medan, if medan == "surat" { surat.as_str() } else { nilai }));
    assert_eq!(biro.post_multipart(&kirim, &isi).await.ke(), jalur);
    biro.get(&jalur)
        .await
        .memuat("Divalidasi kementerian menurut surat B/1/2026 tanggal 2 Maret 2026 dari Deputi")
        .memuat("Dicatat di sini menurut surat itu");

    let (tamu, publik) = (d.app.tamu(), format!("/hasil/{}", p.kode));
    for alamat in [publik.clone(), format!("{publik}/{kode}")] {
        let j = tamu.get(&alamat).await;
        j.memuat("divalidasi kementerian menurut surat B/1/2026 tanggal 2 Maret 2026, dicatat oleh");
        assert!(!j.isi.contains(SEMENTARA), "{alamat}");
    }
    let tarik = format!("{kirim}/{surat}/penarikan");
    let alasan = format!("alasan-{surat}");
    biro.post(&tarik, &[(&alasan, "")]).await.memuat("Tulis alasannya");
    assert_eq!(biro.post(&tarik, &[(&alasan, "Surat untuk kabupaten lain")]).await.ke(), jalur);
    tamu.get(&publik).await.memuat(SEMENTARA);
    // What was entered stays to be read, with the reason; who was told of the letter is told of this.
    biro.get(&jalur)
        .await
        .memuat("Surat yang ditarik")
        .memuat("<del>Divalidasi kementerian menurut surat B/1/2026 tanggal 2 Maret 2026 dari Deputi")
        .memuat("Surat untuk kabupaten lain");
    sekda.get("/pemberitahuan").await.memuat("Catatan surat kementerian B/1/2026 tentang hasil").memuat("Surat untuk kabupaten lain");
    // An account of the ministry decides here itself.
    d.app.sebagai(Peran::Nasional, Lingkup::Instalasi).await;
    let j = biro.get(&jalur).await;
    j.memuat("Selama itu tidak ada yang perlu dikerjakan");
    assert!(!j.isi.contains("Catat keputusan kementerian"), "{}", j.isi);
}

/// Hands the results of the period in; gives the page of it and the id of the hand-in.
async fn serahkan(d: &Dunia, biro: &crate::app::Peramban<'_>) -> (String, String) {
    let jalur = format!("/periode/{}/penyerahan", d.periode);
    let op = medan(&biro.get(&jalur).await, "op");
    assert_eq!(biro.post(&jalur, &[("op", &op)]).await.ke(), jalur);
    (jalur, op)
}

/// Annuls the result of the unit, past its page.
async fn batalkan(d: &Dunia) {
    let tx = d.app.store().mulai().await.unwrap();
    let batal = "INSERT INTO hasil_batal (hasil_id, alasan, pada, oleh)
        SELECT h.id, 'keliru', h.pada + 9000000000, h.oleh FROM hasil h WHERE h.lokus_id = $1";
    tx.jalankan(batal, nilai![d.lokus]).await.unwrap();
    tx.commit().await.unwrap();
}

/// Once all is validated nothing is asked for; a result that is annulled then is named, with what follows.
#[tokio::test]
async fn a_validated_hand_in_with_an_annulled_result_says_so() {
    let d = Dunia::baru().await;
    bekukan(&d).await;
    let (biro, dewi) = (penyelenggara(&d).await, d.app.sebagai(Peran::Nasional, Lingkup::Instalasi).await);
    let (jalur, op) = serahkan(&d, &biro).await;
    assert_eq!(dewi.post(&jalur, &[("_aksi", "validasi"), ("serah", &op)]).await.ke(), jalur);
    let j = biro.get(&jalur).await;
    j.memuat("Semua hasil periode ini sudah divalidasi");
    assert!(!j.isi.contains("Serahkan lagi") && !j.isi.contains("dibatalkan sesudah divalidasi"), "{}", j.isi);
    batalkan(&d).await;
    let j = biro.get(&jalur).await;
    j.memuat("1 hasil dalam penyerahan ini dibatalkan sesudah divalidasi");
    assert!(!j.isi.contains("Semua hasil periode ini sudah divalidasi"), "{}", j.isi);
}

/// A result of a hand-in that waits is annulled: nothing can be handed in before it is frozen again, and that is what the page says.
#[tokio::test]
async fn a_waiting_hand_in_with_an_annulled_result_asks_to_freeze_it_again() {
    let d = Dunia::baru().await;
    bekukan(&d).await;
    let biro = penyelenggara(&d).await;
    let (jalur, _) = serahkan(&d, &biro).await;
    batalkan(&d).await;
    let j = biro.get(&jalur).await;
    j.memuat("1 hasil dalam penyerahan ini sudah dibatalkan").memuat("Bekukan lagi dahulu: ");
    assert!(!j.isi.contains("id=\"serahkan\""), "what would be refused is not offered: {}", j.isi);
    biro.post(&jalur, &[("op", &store::id::baru().to_string())]).await.memuat("belum dibekukan lagi");
    let j = d.app.sebagai(Peran::Nasional, Lingkup::Instalasi).await.get(&jalur).await;
    j.memuat("Penyelenggara membekukannya lagi").memuat("tidak dapat dinyatakan valid").memuat("value=\"kembalikan\"");
    assert!(!j.isi.contains("value=\"validasi\""), "the ministry is not offered it either: {}", j.isi);
}

/// A letter about a hand-in that another one followed: its scan is listed with it, and the entry is taken back there.
#[tokio::test]
async fn a_letter_on_an_older_hand_in_is_read_and_taken_back() {
    let d = Dunia::baru().await;
    bekukan(&d).await;
    let biro = penyelenggara(&d).await;
    let (jalur, op) = serahkan(&d, &biro).await;
    let kirim = format!("{jalur}/surat");
    let surat = medan(&biro.get(&jalur).await, "surat");
    let isi = [
        ("serah", op.as_str()),
        ("surat", surat.as_str()),
        ("putusan", "kembali"),
        ("alasan", "Lampirkan LHE"),
        ("nomor", "B/1/2026"),
        ("tanggal", "2026-03-02"),
        ("pejabat", "Deputi"),
    ];
    let pdf = b"%PDF-1.7\nisi\nstartxref\n9\n%%EOF\n";
    assert_eq!(kirim_berkas(&biro, &kirim, &isi, "surat-lama.pdf", pdf).await.ke(), jalur);
    let lagi = medan(&biro.get(&jalur).await, "op");
    assert_eq!(biro.post(&jalur, &[("op", &lagi)]).await.ke(), jalur);

    let tarik = format!("{kirim}/{surat}/penarikan");
    let form = format!("action=\"{tarik}\"");
    let scan = format!("{kirim}/{surat}\"");
    biro.get(&jalur).await.memuat("Penyerahan ke-2").memuat("surat-lama.pdf").memuat(&scan).memuat(&form);
    let alasan = format!("alasan-{surat}");
    biro.post(&tarik, &[(&alasan, " ")]).await.memuat("Tulis alasannya").memuat(&format!("href=\"#{alasan}\""));
    assert_eq!(biro.post(&tarik, &[(&alasan, "Nomor keliru")]).await.ke(), jalur);
    let j = biro.get(&jalur).await;
    j.memuat("Surat yang ditarik").memuat("Nomor keliru").memuat("surat-lama.pdf");
    assert!(!j.isi.contains(&form), "{}", j.isi);
}

/// The same unit in a national and in a local period: two figures, each with its label, never one.
#[tokio::test]
async fn national_and_local_figures_of_a_unit_stay_apart() {
    let d = Dunia::baru().await;
    bekukan(&d).await;
    terbitkan(&d).await;
    let s = d.app.store();
    let (periode, lokus) = (store::id::PeriodeId::baru(), store::id::LokusId::baru());
    let tx = s.mulai().await.unwrap();
    let sql = "INSERT INTO periode (id, kode, instansi_id, nama, tahun, skema, edisi_a, penyatuan, ilustrasi, versi, dibuat, oleh)
        SELECT $1, 'nas-2025', instansi_id, 'PEKPPP Nasional', 2025, 'nasional', edisi_a, penyatuan, 0, 1, dibuat, oleh FROM periode WHERE id = $2";
    tx.jalankan(sql, nilai![periode, d.periode]).await.unwrap();
    let sql = "INSERT INTO lokus (id, kode, periode_id, unit_id, formulir, cakupan, kategori, versi, dibuat, oleh)
        SELECT $1, 'nas-l', $2, unit_id, formulir, cakupan, kategori, 1, dibuat, oleh FROM lokus WHERE id = $3";
    tx.jalankan(sql, nilai![lokus, periode, d.lokus]).await.unwrap();
    let sql = "INSERT INTO hasil (id, lokus_id, nomor, status, ipp, ipp_urut, tampil, kategori, f02, f03, isi, sidik, tanda, pada, oleh)
        SELECT $1, $2, 1, status, '9/2', 45000000000, '4.50', 'A-', f02, f03, isi, 'f' || sidik, tanda, pada, oleh FROM hasil WHERE lokus_id = $3";
    tx.jalankan(sql, nilai![HasilId::baru(), lokus, d.lokus]).await.unwrap();
    let sql = "INSERT INTO penerbitan (id, periode_id, jenis, alasan, pada, oleh) VALUES ($1, $2, 'terbit', '', $3, $4)";
    tx.jalankan(sql, nilai![uuid::Uuid::now_v7(), periode, tx.pada, d.oleh]).await.unwrap();
    tx.commit().await.unwrap();
    crate::bubuhi::bubuhi(s, lokus).await;

    let l = store::lokus::dari_id(s.baca(), d.lokus).await.unwrap();
    let p = store::periode::dari_id(s.baca(), d.periode).await.unwrap();
    let tamu = d.app.tamu();
    tamu.get(&format!("/hasil/{}/{}", p.kode, l.kode))
        .await
        .memuat("Nilai unit ini pada periode lain")
        .memuat("2025 · PEKPPP nasional (angka nasional)")
        .memuat("4,50");
    tamu.get("/hasil/nas-2025/nas-l").await.memuat("PEKPPP mandiri (angka lokal)").memuat("nilai sementara sampai divalidasi");
    let cari = tamu.get("/hasil?cari=RSUD").await;
    cari.memuat("PEKPPP nasional (angka nasional)").memuat("PEKPPP mandiri (angka lokal)");
    tamu.get("/hasil/nas-2025/unduhan/csv").await.memuat(",tidak,nasional,");
}

/// The ministry runs its own period on the same page, with the same buttons.
#[tokio::test]
async fn a_ministry_that_runs_a_period_sees_what_it_may_do() {
    let d = Dunia::baru().await;
    let pusat = d.app.sebagai(Peran::Nasional, Lingkup::Instalasi).await;
    pusat.get("/periode/baru").await.memuat("Belum ada instansi jenis kementerian");
    let tx = d.app.store().mulai().await.unwrap();
    tx.jalankan("UPDATE instansi SET jenis = 'kementerian' WHERE id = $1", nilai![d.instansi]).await.unwrap();
    tx.jalankan("UPDATE periode SET skema = 'nasional' WHERE id = $1", nilai![d.periode]).await.unwrap();
    tx.commit().await.unwrap();
    let j = pusat.get("/periode/baru").await;
    assert!(!j.isi.contains("Belum ada instansi jenis kementerian"));
    j.memuat("Untuk evaluasi nasional satu tahun").memuat("Untuk wilayah prioritas dan BUMN");
    let jalur = format!("/periode/{}", d.periode);
    pusat.get(&jalur).await.memuat(&format!("{jalur}/ubah")).memuat(&format!("{jalur}/lokus/pilih"));
    pusat.get("/periode").await.memuat("href=\"/periode/baru\"");
    // What only the organiser of a region could reach before: more time for a unit, hearing it, what came back too late.
    let lokus = format!("/lokus/{}", d.lokus);
    for bagian in ["perpanjangan", "titipan"] {
        assert_eq!(pusat.get(&format!("{lokus}/{bagian}")).await.status, StatusCode::OK, "{bagian}");
    }
    for jalur in [format!("{lokus}/hak-jawab"), format!("{jalur}/hak-jawab")] {
        assert_ne!(pusat.post(&jalur, &[]).await.status, StatusCode::FORBIDDEN, "{jalur}");
    }
}

/// Who organises a region reads the periods in it and opens none: the page says so instead of showing a form that ends nowhere.
#[tokio::test]
async fn a_region_is_told_who_opens_periods() {
    let d = Dunia::baru().await;
    let provinsi = d.app.sebagai(Peran::Penyelenggara, Lingkup::Wilayah("64".into())).await;
    assert!(!provinsi.get("/periode").await.isi.contains("href=\"/periode/baru\""));
    let j = provinsi.get("/periode/baru").await;
    assert!(!j.memuat("Peran Anda berlaku untuk satu wilayah").isi.contains("name=\"skema\""));
    provinsi.get(&format!("/periode/{}", d.periode)).await.memuat("Anda membaca periode ini. Yang mengaturnya:");
    assert!(!penyelenggara(&d).await.get(&format!("/periode/{}", d.periode)).await.isi.contains("Yang mengaturnya"));
}

/// Phases outside the year are said in words; whoever means them says so. The clock stands at 2 March 2026.
#[tokio::test]
async fn dates_outside_the_year_are_warned_of_and_not_forbidden() {
    let d = Dunia::baru().await;
    let biro = penyelenggara(&d).await;
    let op = medan(&biro.get("/periode/baru").await, "op");
    let hari: Vec<(String, &str)> = ["persiapan", "pelaksanaan", "penyampaian", "pemeringkatan"]
        .iter()
        .flat_map(|f| [(format!("{f}_mulai"), "2020-03-02"), (format!("{f}_selesai"), "2020-03-31")])
        .collect();
    let mut isian: Vec<(&str, &str)> = vec![("op", &op), ("nama", "PEKPPP 2030"), ("tahun", "2030"), ("skema", "mandiri")];
    isian.extend([("penyatuan", "konsensus"), ("edisi_a", "pekppp-2022-a"), ("edisi_b", "")]);
    isian.extend(hari.iter().map(|(f, h)| (f.as_str(), *h)));
    let j = biro.post("/periode/baru", &isian).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    // Beside each phase, and the box above all of them.
    assert_eq!(j.isi.matches("Di luar tahun periode, 2030.").count(), 4);
    assert!(j.isi.find("name=\"tanggal_benar\"").unwrap() < j.isi.find("name=\"persiapan_mulai\"").unwrap());
    isian.push(("tanggal_benar", "ya"));
    let j = biro.post("/periode/baru", &isian).await;
    assert_eq!(j.status, StatusCode::SEE_OTHER, "{}", j.isi);
    biro.get(j.ke())
        .await
        .memuat("berada di luar tahun periode, 2030")
        .memuat("Semua tahap sudah lewat tanggalnya; yang terakhir selesai 31 Maret 2020");
    // Copied, the dates move a year on; they are still outside, and the form says so before anything is sent.
    let salin = biro.get(&format!("{}/salin", j.ke())).await;
    salin.memuat("value=\"2031\"").memuat("2021-03-02").memuat("Di luar tahun periode, 2031.");
}

/// A monitoring period says what it leaves out, and its pages of scores are closed with the reason.
#[tokio::test]
async fn monitoring_has_no_scores() {
    let d = Dunia::baru().await;
    let biro = penyelenggara(&d).await;
    let tx = d.app.store().mulai().await.unwrap();
    tx.jalankan("UPDATE periode SET skema = 'pemantauan' WHERE id = $1", nilai![d.periode]).await.unwrap();
    tx.commit().await.unwrap();
    let lokus = format!("/lokus/{}", d.lokus);
    biro.get(&lokus)
        .await
        .memuat("Pemantauan tindak lanjut")
        .memuat("Unit tidak mengisi F01")
        .memuat("Evaluasi sebelumnya tidak ditemukan");
    for bagian in ["f01", "f02", "f03", "hasil", "lhe"] {
        let j = biro.get(&format!("{lokus}/{bagian}")).await;
        assert_eq!(j.status, StatusCode::CONFLICT, "{bagian}");
        j.memuat("hanya memeriksa tindak lanjut rekomendasi");
    }
    assert_eq!(biro.get(&format!("/periode/{}/penyerahan", d.periode)).await.status, StatusCode::NOT_FOUND);
    // Only what applies stands among the parts of the period and of the unit, and an old address says why it is empty.
    let jalur = format!("/periode/{}", d.periode);
    let j = biro.get(&jalur).await;
    j.memuat(&format!("href=\"{jalur}/tindak-lanjut\"")).memuat(&format!("href=\"{jalur}/sk\""));
    for bagian in ["hak-jawab", "kesepakatan", "peringkat", "penerbitan", "penghargaan"] {
        assert!(!j.isi.contains(&format!("href=\"{jalur}/{bagian}\"")), "{bagian}");
        let j = biro.get(&format!("{jalur}/{bagian}")).await;
        assert_eq!(j.status, StatusCode::CONFLICT, "{bagian}");
        j.memuat("hanya memeriksa tindak lanjut rekomendasi");
    }
    assert!(!j.isi.contains("F01 terkirim") && !j.isi.contains("Hasil dibekukan"), "no progress of scoring");
    biro.get("/periode").await.memuat("data-label=\"Hasil\">–<");
    biro.get(&format!("{jalur}/tindak-lanjut")).await.memuat("hanya memeriksa").memuat(&format!("{lokus}/pemantauan"));
    assert!(!j.isi.contains("Pemeringkatan dan penghargaan") && !j.isi.contains("data-label=\"Formulir\""), "{}", j.isi);
    // An evaluator has no sheet to take along, but declares conflicts of interest before he judges.
    let eva = d.evaluator("eva@uji.example").await;
    eva.get("/").await.memuat("RSUD Uji");
    assert!(!eva.get("/lapangan").await.isi.contains("RSUD Uji"));
    let nyatakan = format!("{lokus}/f02/pernyataan");
    assert!(!eva.get("/").await.isi.contains(&nyatakan), "he has");
    let tx = d.app.store().mulai().await.unwrap();
    tx.jalankan("DELETE FROM benturan WHERE lokus_id = $1", nilai![d.lokus]).await.unwrap();
    tx.commit().await.unwrap();
    for tempat in ["/".to_owned(), format!("{lokus}/pemantauan")] {
        eva.get(&tempat).await.memuat(&nyatakan);
    }
    let j = biro.get(&format!("{lokus}/penyampaian")).await;
    assert!(!j.isi.contains("Cara menaikkan nilai") && !j.isi.contains("Sampaikan LHE"), "{}", j.isi);
}

/// The next period takes the structure a year on; old evidence is offered with its age.
#[tokio::test]
async fn the_next_period_starts_clean_and_offers_old_evidence() {
    let d = Dunia::baru().await;
    let s = d.app.store();
    let biro = penyelenggara(&d).await;
    let lingkup = Lingkup::Unit { unit: d.unit, instansi: d.instansi };
    let operator = d.app.masuk(d.app.akun("op2@uji.example", &[(Peran::UnitOperator, lingkup)]).await).await;
    let tx = s.mulai().await.unwrap();
    let sql = "INSERT INTO bukti (id, op_id, lokus_id, indikator, jenis, objek, tautan, nama, keterangan, pada, oleh)
        VALUES ($1, $2, $3, '1.a.Ak', 'tautan', NULL, 'https://contoh.go.id/sp', 'Standar pelayanan', '', $4, $5)";
    let lama = tx.pada.0 - 425 * 86_400 * 1_000_000;
    tx.jalankan(sql, nilai![uuid::Uuid::now_v7(), uuid::Uuid::now_v7(), d.lokus, lama, d.oleh]).await.unwrap();
    for (n, fase) in ["persiapan", "pelaksanaan", "penyampaian", "pemeringkatan"].iter().enumerate() {
        let sql = "INSERT INTO periode_fase (periode_id, fase, mulai, selesai) VALUES ($1, $2, $3, $4)";
        let (a, b) = (format!("2026-0{}-01", n + 1), format!("2026-0{}-28", n + 1));
        tx.jalankan(sql, nilai![d.periode, *fase, a, b]).await.unwrap();
    }
    tx.commit().await.unwrap();

    let jalur = format!("/periode/{}/salin", d.periode);
    let j = biro.get(&jalur).await;
    j.memuat("value=\"2027\"").memuat("2027-01-01").memuat("Yang tidak ikut");
    let op = medan(&j, "op");
    let unit = d.unit.to_string();
    let mut isian: Vec<(&str, &str)> =
        vec![("op", &op), ("nama", "PEKPPP 2027"), ("tahun", "2027"), ("skema", "mandiri"), ("penyatuan", "konsensus")];
    isian.extend([("edisi_a", "pekppp-2022-a"), ("edisi_b", "")]);
    let hari: Vec<(String, String, String)> = ["persiapan", "pelaksanaan", "penyampaian", "pemeringkatan"]
        .iter()
        .enumerate()
        .map(|(n, f)| ((*f).to_owned(), format!("2027-0{}-01", n + 1), format!("2027-0{}-28", n + 1)))
        .collect();
    let nama: Vec<(String, String)> = hari.iter().map(|(f, ..)| (format!("{f}_mulai"), format!("{f}_selesai"))).collect();
    for ((a, b), (_, x, y)) in nama.iter().zip(&hari) {
        isian.extend([(a.as_str(), x.as_str()), (b.as_str(), y.as_str())]);
    }
    biro.post(&jalur, &isian).await.memuat("Pilih sedikitnya satu unit");
    isian.push(("unit", &unit));
    let j = biro.post(&jalur, &isian).await;
    assert_eq!(j.ke(), format!("/periode/{op}"), "{}", j.isi);
    biro.get(j.ke()).await.memuat("Dibuat dari");

    let baru = store::lokus::milik_periode(s.baca(), op.parse().unwrap()).await.unwrap()[0].id;
    let halaman = format!("/lokus/{baru}/bukti/lama");
    // That of an indicator which this edition lacks is neither listed nor counted.
    let tx = s.mulai().await.unwrap();
    let sql = "INSERT INTO bukti (id, op_id, lokus_id, indikator, jenis, tautan, nama, keterangan, pada, oleh)
        SELECT $1, $1, lokus_id, '9.z.Lain', 'tautan', 'https://contoh.go.id/lain', 'Bukti indikator lain', '', pada, oleh
        FROM bukti WHERE nama = 'Standar pelayanan' AND lokus_id = $2";
    tx.jalankan(sql, nilai![uuid::Uuid::now_v7(), d.lokus]).await.unwrap();
    tx.commit().await.unwrap();
    operator.get(&format!("/lokus/{baru}/f01")).await.memuat("Bukti lama (1)");
    let j = operator.get(&halaman).await;
    j.memuat("Standar pelayanan").memuat("14 bulan").memuat("tautan, isinya dapat berubah");
    let (bukti, op) = (medan(&j, "bukti"), medan(&j, "op"));
    assert_eq!(operator.post(&halaman, &[("bukti", &bukti), ("op", &op)]).await.ke(), halaman);
    assert_eq!(operator.post(&halaman, &[("bukti", &bukti), ("op", &op)]).await.ke(), halaman, "pressing twice attaches once");
    operator.get(&halaman).await.memuat("Tidak ada bukti lama");
    assert_eq!(store::bukti::daftar(s.baca(), baru).await.unwrap().len(), 1);
    assert_eq!(store::bukti::lama::asal(s.baca(), baru).await.unwrap()[0].tahun, 2026);
    assert_eq!(biro.get(&halaman).await.status, StatusCode::FORBIDDEN);
}
