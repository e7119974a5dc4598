//! The check of F01 on its pages: remarks, the return with its deadline, what the unit sees, and the provisional sheet.

use store::{
    hak,
    id::PengirimanId,
    kueri::Kueri as _,
    nilai,
    peran::{Lingkup, Peran},
    pra,
};

use crate::hasil::bangun::{akun_evaluator, dinilai, medan, pelaku};

#[tokio::test]
async fn diperiksa_lalu_dikembalikan() {
    let d = dinilai(0).await;
    let evaluator = d.app.masuk(akun_evaluator(&d).await).await;
    let jalur = format!("/lokus/{}/pra-evaluasi", d.lokus);
    let kepala = d.kepala().await;
    kepala.get(&jalur).await.memuat("F01 sedang diperiksa");
    let j = evaluator.get(&format!("{jalur}/I")).await;
    j.memuat("Hasil pemeriksaan indikator ini");
    let (op, pengiriman) = (medan(&j, "op"), medan(&j, "pengiriman"));
    let catat = format!("{jalur}/catatan/1.a.Ak");
    let isi = |putusan: &'static str, catatan: &'static str| {
        [
            ("op", op.clone()),
            ("pengiriman", pengiriman.clone()),
            ("versi", "0".into()),
            ("putusan", putusan.into()),
            ("catatan", catatan.into()),
        ]
    };
    let kirim = |i: &[(&'static str, String); 5]| i.iter().map(|(a, b)| (*a, b.clone())).collect::<Vec<_>>();
    let post = async |p: Vec<(&'static str, String)>| {
        let p: Vec<(&str, &str)> = p.iter().map(|(a, b)| (*a, b.as_str())).collect();
        evaluator.post(&catat, &p).await
    };
    post(kirim(&isi("perbaiki", ""))).await.memuat("Tulis apa yang perlu diperbaiki");
    assert_eq!(post(kirim(&isi("perbaiki", "SK belum bertanggal"))).await.ke(), format!("{jalur}/I#1.a.Ak"));
    // Somebody with an old page: what he typed stays, what stands is shown.
    let mut lama = kirim(&isi("sesuai", "menurut saya cukup"));
    lama[0].1 = uuid::Uuid::new_v4().to_string();
    post(lama).await.memuat("Rekan satu tim").memuat("menurut saya cukup").memuat("SK belum bertanggal");
    assert!(!kepala.get(&jalur).await.isi.contains("SK belum bertanggal"), "a draft is not shown");

    evaluator.post(&jalur, &[("pengiriman", &pengiriman), ("hari", "0"), ("_aksi", "kembali")]).await.memuat("1 sampai 60");
    let kembali =
        evaluator.post(&jalur, &[("pengiriman", &pengiriman), ("hari", "3"), ("catatan", "Mohon dilengkapi"), ("_aksi", "kembali")]).await;
    assert_eq!(kembali.ke(), jalur);
    kepala.get(&jalur).await.memuat("SK belum bertanggal").memuat("Perbaikan ditunggu sampai");
    let operator = d.operator().await;
    // The start page says what it is and until when, and leads to the remarks; nothing is late yet.
    let beranda = operator.get("/").await;
    beranda
        .memuat("F01 dikembalikan: perbaiki 1 indikator sampai")
        .memuat(&format!("href=\"/lokus/{}/f01\"", d.lokus))
        .memuat("Dikembalikan");
    assert!(!beranda.isi.contains("Isi F01"), "{}", beranda.isi);
    evaluator.get("/").await.memuat("menunggu perbaikan unit sampai");
    let f02 = evaluator.get(&format!("/lokus/{}/f02", d.lokus)).await;
    f02.memuat("F01 dikembalikan ke unit untuk diperbaiki; menunggu perbaikan sampai");
    assert!(!f02.isi.contains("Unit belum mengirim F01"));
    operator.get(&format!("/lokus/{}", d.lokus)).await.memuat("Perbaiki F01 yang dikembalikan, sampai");
    d.penyelenggara().await.get(&format!("/periode/{}", d.periode)).await.memuat("Perbaiki F01 yang dikembalikan");
    operator
        .get(&format!("/lokus/{}/f01", d.lokus))
        .await
        .memuat("F01 dikembalikan")
        .memuat("SK belum bertanggal")
        .memuat("Mohon dilengkapi");
    operator.get(&format!("/lokus/{}/f01/I", d.lokus)).await.memuat("Diminta diperbaiki").memuat("Simpan");
    let s = d.app.store();
    let p = pelaku(&d, akun_evaluator(&d).await).await;
    assert!(hak::lokus(s, &p, d.lokus).await.is_ok());
    assert!(matches!(pra::keadaan(s.baca(), d.lokus).await.unwrap(), pra::Keadaan::Dikembalikan(_)));
    let auditor = d.app.sebagai(Peran::Auditor, Lingkup::Instansi(d.instansi)).await;
    assert_eq!(auditor.get(&jalur).await.status, 403);

    // Submitted again as it was: what was asked for stands beside the button that accepts it, and among the indicators.
    let (beku, sidik) = store::f01::Beku { isian: std::collections::BTreeMap::new(), bukti: Vec::new() }.teks().unwrap();
    let tx = s.mulai().await.unwrap();
    let sql = "INSERT INTO f01_pengiriman (id, lokus_id, nomor, sidik, isi, pada, oleh) VALUES ($1, $2, 2, $3, $4, $5, $6)";
    tx.jalankan(sql, nilai![PengirimanId::baru(), d.lokus, sidik, beku, tx.pada, d.oleh]).await.unwrap();
    tx.commit().await.unwrap();
    let j = evaluator.get(&jalur).await;
    j.memuat("Satu indikator diminta diperbaiki, tetapi isinya tidak berubah").memuat("SK belum bertanggal");
    assert_eq!(j.isi.matches("Diminta, tidak berubah").count(), 1, "{}", j.isi);
}

#[tokio::test]
async fn kondisi_terkini_diberi_label() {
    let d = dinilai(0).await;
    let evaluator = d.app.masuk(akun_evaluator(&d).await).await;
    let jalur = format!("/lokus/{}/kondisi-terkini", d.lokus);
    let j = evaluator.get(&jalur).await;
    j.memuat("Belum ada pengukuran").memuat("Bukan nilai F02");
    let op = medan(&j, "op");
    evaluator.post(&jalur, &[("op", &op), ("catatan", "kunjungan")]).await.memuat("Isi sedikitnya satu indikator").memuat("kunjungan");
    evaluator.post(&jalur, &[("op", &op), ("1.a.Ak", "7")]).await.memuat("Pilih 0 sampai 5");
    assert_eq!(evaluator.post(&jalur, &[("op", &op), ("1.a.Ak", "3"), ("catatan", "kunjungan")]).await.ke(), jalur);
    d.operator().await.get(&jalur).await.memuat("1 dari 31").memuat("Bukan nilai F02");
}

#[tokio::test]
async fn kalender_kerja() {
    let d = dinilai(0).await;
    let biro = d.penyelenggara().await;
    let jalur = format!("/hari-kerja/{}", d.instansi);
    let j = biro.get(&jalur).await;
    j.memuat("Belum ada hari khusus").memuat("Perkiraan").memuat("Belum diatur");
    let op = medan(&j, "op");
    let hari = format!("{jalur}/hari");
    biro.post(&hari, &[("op", &op), ("tanggal", "2026-10-12"), ("jenis", "libur")]).await.memuat("Tulis nama harinya");
    let isi = [("op", op.as_str()), ("tanggal", "2026-10-12"), ("jenis", "libur"), ("nama", "HUT Kabupaten")];
    assert_eq!(biro.post(&hari, &isi).await.ke(), jalur);
    let aturan = [("akhir_pekan", "7"), ("cuti_bersama", "kerja"), ("hak_jawab", "7"), ("sumber", "SE 1/2026")];
    assert_eq!(biro.post(&jalur, &aturan).await.ke(), jalur);
    biro.get(&jalur).await.memuat("HUT Kabupaten").memuat("SE 1/2026");
    let auditor = d.app.sebagai(Peran::Auditor, Lingkup::Instansi(d.instansi)).await;
    auditor.get(&jalur).await.memuat("Senin sampai Sabtu");
    assert_eq!(auditor.post(&jalur, &aturan).await.status, 403);
}
