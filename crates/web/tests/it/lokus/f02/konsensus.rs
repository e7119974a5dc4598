use axum::http::StatusCode;
use uuid::Uuid;

use super::bangun::{Kasus, Penilai, edisi, medan};
use crate::app::Jawaban;

async fn putus(k: &Kasus, e: &Penilai<'_>, op: &str, versi: &str, skor: &str, alasan: &str) -> Jawaban {
    let f = [("simpan", "1"), ("op-1", op), ("versi-1", versi), ("skor-1", skor), ("alasan-1", alasan), ("rekomendasi-1", "")];
    e.p.post(&k.jalur("/konsensus"), &f).await
}

#[tokio::test]
async fn scores_stay_hidden_until_given_and_then_are_settled() {
    let k = Kasus::baru().await;
    let (a, b) = (k.penilai("a@uji.example", "Ani").await, k.penilai("b@uji.example", "Budi").await);
    k.penuh(&a, 3, &[("1.a.Ak", 5), ("3.a.T", 1)]).await;
    let j = b.p.get(&k.jalur("/konsensus")).await;
    j.memuat("Selesaikan penilaian Anda dahulu");
    assert!(!j.isi.contains("catatan 1.a.Ak") && !j.isi.contains("Semua indikator"));
    let j = a.p.get(&k.jalur("/konsensus")).await;
    j.memuat("Menunggu evaluator lain").memuat("Belum dapat dibandingkan");

    k.penuh(&b, 3, &[]).await;
    let lokus = format!("/lokus/{}", k.d.lokus);
    let tautan = format!("href=\"{}\"", k.jalur("/konsensus"));
    a.p.get(&lokus).await.memuat("<h2>Selesaikan konsensus (2 indikator berbeda)</h2>").memuat(&tautan);
    a.p.get("/").await.memuat("Selesaikan konsensus (2 indikator berbeda)").memuat(&tautan);
    let unit = k.d.operator().await.get(&lokus).await;
    unit.memuat("<h2>Selesaikan konsensus</h2>").memuat("Menunggu evaluator");
    let periode = format!("/periode/{}", k.d.periode);
    let biro = k.d.penyelenggara().await;
    biro.get(&periode).await.memuat("Menunggu kesepakatan evaluator").memuat("Ani, Budi").memuat(&tautan);
    // Said at once, not only when the survey is closed.
    biro.get("/")
        .await
        .memuat("Unit yang menunggu kesepakatan evaluator")
        .memuat("kesepakatan Ani, Budi (2 indikator berbeda)")
        .memuat(&tautan);
    let j = a.p.get(&k.jalur("/konsensus")).await;
    j.memuat("93 %").memuat("28 dari 30").memuat("Berbeda 2, belum disepakati").memuat("pada 2 indikator").memuat("0 dari 2");
    j.memuat(&format!("<li>3.a.T <span lang=\"id\">{}", edisi().cari_indikator("3.a.T").unwrap().nama)).memuat("Arti kode indikator");

    let op = Uuid::new_v4().to_string();
    let j = putus(&k, &a, &op, "0", "", "ketik saya").await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Pilih nilai dari 0 sampai 5").memuat("ketik saya").memuat(&op);
    let j = putus(&k, &a, &op, "0", "4", "dibahas 3 Maret").await;
    assert_eq!((j.status, j.ke()), (StatusCode::SEE_OTHER, k.jalur("/konsensus#i-1").as_str()));
    assert_eq!(putus(&k, &a, &op, "0", "4", "dibahas 3 Maret").await.status, StatusCode::SEE_OTHER, "twice is once");
    a.p.get(&lokus).await.memuat("<h2>Selesaikan konsensus (satu indikator berbeda)</h2>");

    let j = putus(&k, &b, &Uuid::new_v4().to_string(), "0", "5", "menurut saya").await;
    assert_eq!(j.status, StatusCode::CONFLICT);
    j.memuat("Ani menyimpan kesepakatan lebih dulu")
        .memuat("dibahas 3 Maret")
        .memuat("menurut saya")
        .memuat("name=\"versi-1\" value=\"1\"");
    let j = biro.get(&k.jalur("/konsensus")).await;
    j.memuat("Berbeda 2, disepakati").memuat("dibahas 3 Maret");
    assert!(!j.isi.contains("Simpan kesepakatan"), "only evaluators settle");
}

#[tokio::test]
async fn the_mean_needs_no_settling_and_says_how_it_is_made() {
    let k = Kasus::baru().await;
    k.rata_rata().await;
    let (a, b) = (k.penilai("a@uji.example", "Ani").await, k.penilai("b@uji.example", "Budi").await);
    k.penuh(&a, 3, &[("1.a.Ak", 4)]).await;
    k.penuh(&b, 3, &[]).await;
    let j = a.p.get(&k.jalur("/konsensus")).await;
    assert!(!a.p.get("/").await.isi.contains("Selesaikan konsensus"), "the mean settles nothing");
    j.memuat("dibagi banyaknya evaluator").memuat("<strong>3,50</strong>").memuat("Berbeda 1<");
    assert!(!j.isi.contains("Simpan kesepakatan"));
    assert_eq!(putus(&k, &a, &Uuid::new_v4().to_string(), "0", "4", "x").await.status, StatusCode::CONFLICT);
}

/// The phase is closed while the reason is typed: the answer says so, and brings the reason back to be copied or sent again.
#[tokio::test]
async fn what_was_typed_when_the_phase_closed_comes_back() {
    let k = Kasus::baru().await;
    let (a, b) = (k.penilai("a@uji.example", "Ani").await, k.penilai("b@uji.example", "Budi").await);
    k.penuh(&a, 3, &[("1.a.Ak", 5)]).await;
    k.penuh(&b, 3, &[]).await;
    k.tutup_fase().await;
    let j = putus(&k, &a, &Uuid::new_v4().to_string(), "0", "4", "Loket dilihat berdua").await;
    assert_eq!(j.status, StatusCode::CONFLICT);
    j.memuat("Tahap pelaksanaan sudah ditutup").memuat("Isian Anda belum tersimpan, tetapi tidak hilang").memuat("Loket dilihat berdua");
    // A button without fields gives nothing back.
    let j = a.p.post(&k.jalur("/selesai"), &[]).await;
    assert!(j.status != StatusCode::CONFLICT || !j.isi.contains("Isian Anda belum tersimpan"), "{}", j.isi);
}

#[tokio::test]
async fn after_the_freeze_nothing_is_settled() {
    let k = Kasus::baru().await;
    let (a, b) = (k.penilai("a@uji.example", "Ani").await, k.penilai("b@uji.example", "Budi").await);
    k.penuh(&a, 3, &[("1.a.Ak", 4)]).await;
    k.penuh(&b, 3, &[]).await;
    k.bekukan().await;
    let j = a.p.get(&k.jalur("/konsensus")).await;
    j.memuat("Hasil sudah dibekukan");
    assert!(!j.isi.contains("Simpan kesepakatan"));
    assert_eq!(putus(&k, &a, &Uuid::new_v4().to_string(), "0", "4", "x").await.status, StatusCode::CONFLICT);
}

/// One form for all: what is typed for another indicator is saved when it is complete, and comes back when it is not.
#[tokio::test]
async fn saving_one_indicator_keeps_what_is_typed_for_another() {
    let k = Kasus::baru().await;
    let (a, b) = (k.penilai("a@uji.example", "Ani").await, k.penilai("b@uji.example", "Budi").await);
    k.penuh(&a, 3, &[("1.a.Ak", 5), ("3.a.T", 1), ("4.a.K", 2)]).await;
    k.penuh(&b, 3, &[]).await;
    let halaman = a.p.get(&k.jalur("/konsensus")).await;
    let sembunyi: Vec<(String, String)> = ["1", "3", "4"]
        .iter()
        .flat_map(|n| ["op", "versi", "asal"].map(|m| format!("{m}-{n}")))
        .map(|m| (m.clone(), medan(&halaman, &m)))
        .collect();
    let ketik = [("skor-1", "4"), ("alasan-1", "dibahas"), ("skor-3", ""), ("alasan-3", "masih ditulis"), ("skor-4", ""), ("alasan-4", "")];
    let mut f: Vec<(&str, &str)> = sembunyi.iter().map(|(a, b)| (a.as_str(), b.as_str())).chain(ketik).collect();
    f.push(("simpan", "1"));
    let j = a.p.post(&k.jalur("/konsensus"), &f).await;
    assert_eq!(j.status, StatusCode::OK);
    j.memuat("Kesepakatan tersimpan.")
        .memuat("masih ditulis")
        .memuat("dibahas")
        .memuat("1 dari 3")
        .memuat("belum lengkap, jadi belum disimpan");
    assert_eq!(medan(&j, "op-3"), medan(&halaman, "op-3"), "still the same operation");

    // Budi saved 4.a.K meanwhile; Ani's page did not touch it, so it is neither overwritten nor a conflict.
    let op = Uuid::new_v4().to_string();
    let budi = [("simpan", "4"), ("op-4", op.as_str()), ("versi-4", "0"), ("skor-4", "2"), ("alasan-4", "menurut Budi")];
    assert_eq!(b.p.post(&k.jalur("/konsensus"), &budi).await.status, StatusCode::SEE_OTHER);
    let lengkap: Vec<(&str, &str)> = f.iter().map(|(n, v)| if *n == "skor-3" { (*n, "2") } else { (*n, *v) }).collect();
    let j = a.p.post(&k.jalur("/konsensus"), &lengkap).await;
    assert_eq!((j.status, j.ke()), (StatusCode::SEE_OTHER, k.jalur("/konsensus#i-1").as_str()), "{}", j.isi);
    a.p.get(&k.jalur("/konsensus")).await.memuat("3 dari 3").memuat("menurut Budi").memuat("masih ditulis");
    let periode = k.d.penyelenggara().await.get(&format!("/periode/{}", k.d.periode)).await;
    assert!(!periode.isi.contains("Menunggu kesepakatan"), "all is settled");
}

#[tokio::test]
async fn an_indicator_without_weight_needs_no_settlement() {
    let k = Kasus::baru().await;
    let (a, b) = (k.penilai("a@uji.example", "Ani").await, k.penilai("b@uji.example", "Budi").await);
    let tambahan = &edisi().tambahan[0].kode;
    k.skor(&a, tambahan, 1, 0).await;
    k.skor(&b, tambahan, 5, 0).await;
    k.penuh(&a, 3, &[]).await;
    k.penuh(&b, 3, &[]).await;
    let j = a.p.get(&k.jalur("/konsensus")).await;
    j.memuat("Tidak perlu disepakati");
    assert!(!j.isi.contains("Simpan kesepakatan") && !j.isi.contains("Belum dapat dibandingkan"));
}

const AKHIR: &str = "INSERT INTO penugasan_akhir (penugasan_id, alasan, pada, oleh)
    SELECT g.id, 'x', $2, g.oleh FROM penugasan g JOIN akun a ON a.id = g.akun_id WHERE a.surel = $1";

#[tokio::test]
async fn the_end_of_an_appointment_after_the_freeze_leaves_the_table_as_it_was() {
    let k = Kasus::baru().await;
    let (a, b) = (k.penilai("a@uji.example", "Ani").await, k.penilai("b@uji.example", "Budi").await);
    k.penuh(&a, 3, &[("1.a.Ak", 5)]).await;
    k.penuh(&b, 3, &[]).await;
    assert_eq!(putus(&k, &a, &Uuid::new_v4().to_string(), "0", "4", "dibahas").await.status, StatusCode::SEE_OTHER);
    k.bekukan().await;
    let biro = k.d.penyelenggara().await;
    let dulu = biro.get(&k.jalur("/konsensus")).await;
    dulu.memuat("<strong>4</strong>").memuat("Ani").memuat("Budi");
    k.sql(AKHIR, store::nilai!["a@uji.example", 2_i64]).await;
    let kini = biro.get(&k.jalur("/konsensus")).await;
    let tabel = |j: &Jawaban| j.isi[j.isi.find("lembar-tabel").unwrap()..j.isi.find("</table>").unwrap()].to_owned();
    assert_eq!(tabel(&dulu), tabel(&kini));
    assert!(!kini.isi.contains("Lembar yang tidak dihitung"));
}

#[tokio::test]
async fn a_replaced_evaluator_leaves_his_sheet_to_be_read() {
    let k = Kasus::baru().await;
    let (a, b) = (k.penilai("a@uji.example", "Ani").await, k.penilai("b@uji.example", "Budi").await);
    k.skor(&a, "1.a.Ak", 5, 0).await;
    k.sql(AKHIR, store::nilai!["a@uji.example", 1_i64]).await;
    let (biro, operator) = (k.d.penyelenggara().await, k.d.operator().await);
    let judul = "Lembar yang tidak dihitung";
    assert!(!biro.get(&k.jalur("/konsensus")).await.isi.contains(judul), "no score before all sheets are done");
    k.penuh(&b, 3, &[]).await;
    biro.get(&k.jalur("/konsensus"))
        .await
        .memuat(judul)
        .memuat("Ani: satu indikator dinilai")
        .memuat("catatan 1.a.Ak")
        .memuat("Tidak dihitung");
    biro.get(&k.jalur("/riwayat/1.a.Ak")).await.memuat("Ani (tidak dihitung, sudah diganti)");
    b.p.get(&k.jalur("/konsensus")).await.memuat(judul);
    k.bekukan().await;
    biro.get(&k.jalur("/konsensus")).await.memuat(judul).memuat("Ani: satu indikator dinilai");
    assert!(!operator.get(&k.jalur("/konsensus")).await.isi.contains("Ani"), "the unit was not judged by it");
    assert!(!operator.get(&k.jalur("/riwayat/1.a.Ak")).await.isi.contains("Ani"));

    let saya = k.jalur("/lembar-saya");
    a.p.get("/lapangan").await.memuat(judul).memuat(&saya);
    a.p.get(&saya).await.memuat("Penugasan Anda untuk unit ini sudah berakhir").memuat("catatan 1.a.Ak");
    assert_eq!(a.p.get(&k.jalur("/konsensus")).await.status, StatusCode::NOT_FOUND, "only his own");
    assert_eq!(operator.get(&saya).await.status, StatusCode::NOT_FOUND);
    assert_eq!(b.p.get(&saya).await.ke(), k.jalur(""), "his sheet counts");
    // He leaves after the freeze: his sheet counts, and he can still read it.
    k.sql(AKHIR, store::nilai!["b@uji.example", 4_000_000_000_000_000_i64]).await;
    let j = b.p.get(&saya).await;
    j.memuat("Lembar Anda ikut dihitung dalam hasil itu").memuat("Penugasannya berakhir");
    assert!(!j.isi.contains("tidak dihitung") && !j.isi.contains("action=\"/lokus"), "{}", j.isi);
}
