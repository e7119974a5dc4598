//! Who declared a conflict of interest is refused by every page on which an evaluator acts, is told why and whom to ask, and is asked
//! for nothing; the organiser is.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use std::collections::BTreeMap;
use store::{
    f01::Beku,
    kueri::Kueri,
    nilai,
    peran::{Lingkup, Peran},
};
use uuid::Uuid;

use crate::{app::Peramban, bangun::Dunia};

const SEBAB: &str = "tertutup bagi Anda";

/// Forms by which an evaluator acts on a unit.
fn tindakan() -> Vec<String> {
    let id = Uuid::now_v7();
    [
        "f02/I",
        "f02/selesai",
        "f02/konsensus",
        "pra-evaluasi",
        "pra-evaluasi/catatan/1.a.Ak",
        "kondisi-terkini",
        &format!("hak-jawab/jawaban/{id}"),
        &format!("tindak-lanjut/{id}/verifikasi"),
        &format!("pemantauan/{id}"),
        &format!("f03/bundel/{id}/penolakan"),
        "berita-acara/baru/pelaksanaan",
    ]
    .map(ToString::to_string)
    .into()
}

async fn nyatakan(eva: &Peramban<'_>, d: &Dunia, jawaban: &str) {
    let (j, a) = (format!("jawaban-{}", d.lokus), format!("alasan-{}", d.lokus));
    let jawab = eva.post(&format!("/lokus/{}/f02/pernyataan", d.lokus), &[(&j, jawaban), (&a, "Kakak bekerja di sana")]).await;
    assert_eq!(jawab.status, StatusCode::SEE_OTHER, "{}", jawab.isi);
}

#[tokio::test]
async fn a_declared_conflict_closes_every_act() {
    let d = Dunia::baru().await;
    let eva = d.evaluator("eva@uji.example").await;
    let tx = d.app.store().mulai().await.unwrap();
    let (isi, sidik) = Beku { isian: BTreeMap::new(), bukti: vec![] }.teks().unwrap();
    let sql = "INSERT INTO f01_pengiriman (id, lokus_id, nomor, sidik, isi, pada, oleh) VALUES ($1, $2, 1, $3, $4, 1, $5)";
    tx.jalankan(sql, nilai![Uuid::now_v7(), d.lokus, sidik, isi, d.oleh]).await.unwrap();
    tx.commit().await.unwrap();
    let pernyataan = format!("/periode/{}/pernyataan", d.periode);
    let biro = d.penyelenggara().await;
    assert!(!biro.get("/").await.isi.contains(&pernyataan));
    eva.get("/").await.memuat("Giliran Anda");
    nyatakan(&eva, &d, "ada").await;
    for t in tindakan() {
        let jawab = eva.post(&format!("/lokus/{}/{t}", d.lokus), &[]).await;
        assert_eq!(jawab.status, StatusCode::CONFLICT, "{t}: {}", jawab.isi);
        assert!(jawab.isi.contains(SEBAB), "{t}: {}", jawab.isi);
    }
    // What a device sends gets the refusal in the form that its script reads.
    for jalur in [format!("/lokus/{}/f02/isian/1.a.Ak", d.lokus), format!("/lapangan/unit/{}/periksa/wawancara/1.a.Ak", d.lokus)] {
        let isi = r#"{"op":"0190b5a4-0000-7000-8000-000000000001","versi_dasar":0,"skor":3,"centang":[],"catatan":""}"#;
        let minta = eva.permintaan(Method::PUT, &jalur).header(header::CONTENT_TYPE, "application/json").body(Body::from(isi)).unwrap();
        let jawab = eva.kirim(minta).await;
        assert_eq!(jawab.status, StatusCode::CONFLICT, "{jalur}: {}", jawab.isi);
        jawab.memuat("\"galat\":\"keadaan\"").memuat(SEBAB);
    }
    // He reads on, and nothing is asked of him.
    let awal = eva.get("/").await;
    awal.memuat("menunggu pengganti evaluator");
    assert!(!awal.isi.contains("Giliran Anda"), "{}", awal.isi);
    let unit = eva.get(&format!("/lokus/{}", d.lokus)).await;
    unit.memuat("menunggu pengganti evaluator");
    assert!(!unit.isi.contains("Sekarang giliran Anda"));
    for bagian in ["f02", "f02/konsensus", "pra-evaluasi", "tindak-lanjut", "hak-jawab"] {
        eva.get(&format!("/lokus/{}/{bagian}", d.lokus)).await.memuat("Anda tidak dapat menilai unit ini");
    }
    assert!(!eva.get(&format!("/lokus/{}/f02", d.lokus)).await.isi.contains("/f02/I"), "no way into sheets that are closed to him");
    biro.get("/").await.memuat("Ganti satu evaluator").memuat(&pernyataan);
    for tempat in [format!("/periode/{}/evaluator", d.periode), format!("/lokus/{}", d.lokus)] {
        biro.get(&tempat).await.memuat("Ada benturan");
    }
    assert!(!d.kepala().await.get(&format!("/lokus/{}", d.lokus)).await.isi.contains("Ada benturan"), "nothing for the unit");
    let sekda = d.app.sebagai(Peran::Penanggungjawab, Lingkup::Instansi(d.instansi)).await;
    sekda.get("/").await.memuat("Ganti satu evaluator").memuat(&format!("/periode/{}/evaluator", d.periode));
    // Said otherwise, it is his work again.
    nyatakan(&eva, &d, "tidak").await;
    for t in tindakan() {
        let jawab = eva.post(&format!("/lokus/{}/{t}", d.lokus), &[]).await;
        assert!(!jawab.isi.contains(SEBAB), "{t}: {}", jawab.isi);
    }
    assert!(!biro.get("/").await.isi.contains("Ganti satu evaluator"), "only the news of it stays");
}

#[tokio::test]
async fn a_declaration_names_its_unit_and_is_open_when_scoring_is_closed() {
    let d = Dunia::baru().await;
    let eva = d.evaluator("eva@uji.example").await;
    let jalur = format!("/lokus/{}/f02/pernyataan", d.lokus);
    let salah = eva.post(&jalur, &[]).await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat(&format!("<a href=\"#jawaban-{}\">Benturan kepentingan dengan RSUD Uji: Pilih ada atau tidak ada.</a>", d.lokus));
    let biro = d.penyelenggara().await;
    assert_eq!(biro.post(&format!("/periode/{}/fase/pelaksanaan", d.periode), &[("_aksi", "tutup")]).await.status, StatusCode::SEE_OTHER);
    eva.get(&jalur).await.memuat("Nyatakan</button>");
    nyatakan(&eva, &d, "ada").await;
    biro.get(&format!("/lokus/{}", d.lokus)).await.memuat("Ada benturan");
}
