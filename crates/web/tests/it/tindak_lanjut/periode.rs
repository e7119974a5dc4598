use axum::http::StatusCode;
use pekppp::bawaan;
use store::{akun, f02, hak, id::OperasiId};

use crate::{
    bangun::Dunia,
    hasil::bangun::{bekukan, dinilai, f03, pelaku},
};

#[tokio::test]
async fn the_board_and_the_agreement_of_a_period() {
    let d = dinilai(30).await;
    let (biro, operator) = (d.penyelenggara().await, d.operator().await);
    let (papan, sepakat) = (format!("/periode/{}/tindak-lanjut", d.periode), format!("/periode/{}/kesepakatan", d.periode));
    biro.get(&papan).await.memuat("RSUD Uji").memuat("LHE belum disampaikan");
    f03(&d, 10).await;
    bekukan(&d, &biro).await;
    biro.get(&papan).await.memuat("Semua unit (1)").memuat("Belum ada rencana (1)").memuat(">30</td>");
    biro.get(&format!("{papan}?status=diterima")).await.memuat("Tidak ada unit dengan keadaan ini");
    assert_eq!(operator.get(&sepakat).await.status, StatusCode::FORBIDDEN);
    biro.get(&sepakat)
        .await
        .memuat("1 unit selesai dinilai, 0 di antaranya")
        .memuat("Tidak ada unit yang dinilai dua evaluator")
        .memuat("-1,00");
}

/// An evaluator gives one score to each indicator of the form and marks his sheet as done.
async fn nilai(d: &Dunia, surel: &str, skor: &[usize]) {
    let s = d.app.store();
    d.evaluator(surel).await;
    let p = pelaku(d, akun::dari_surel(s, surel).await.unwrap().unwrap().id).await;
    let hak = hak::lokus(s, &p, d.lokus).await.unwrap().evaluator().unwrap();
    for (i, n) in bawaan("pekppp-2022-a").unwrap().0.indikator().zip(skor) {
        let t = f02::Tulis {
            op: OperasiId::baru(),
            indikator: i.kode.clone(),
            versi_dasar: 0,
            skor: Some(u8::try_from(*n).unwrap()),
            sumber: "dokumen".into(),
            catatan: "Catatan".into(),
            rekomendasi: "Perbaiki".into(),
        };
        f02::simpan(s, &hak, t).await.unwrap();
    }
    f02::tandai_selesai(s, &hak).await.unwrap();
}

/// Kappa and alpha as textbooks write them, from tables of counts in floating point: another way than that of `pekppp`.
fn dihitung(a: &[usize], b: &[usize]) -> (f64, f64) {
    let (mut bersama, mut kiri, mut kanan) = ([[0.0; 6]; 6], [0.0; 6], [0.0; 6]);
    for (x, y) in a.iter().zip(b) {
        bersama[*x][*y] += 1.0;
        kiri[*x] += 1.0;
        kanan[*y] += 1.0;
    }
    let n: f64 = kiri.iter().sum();
    let (mut setuju, mut kebetulan, mut teramati, mut diharap) = (0.0, 0.0, 0.0, 0.0);
    for i in 0..6_usize {
        for j in 0..6_usize {
            let jarak = f64::from(u8::try_from(i.abs_diff(j)).unwrap()).powi(2);
            let bobot = 1.0 - jarak / 25.0;
            setuju += bobot * bersama[i][j] / n;
            kebetulan += bobot * kiri[i] * kanan[j] / (n * n);
            teramati += jarak * (bersama[i][j] + bersama[j][i]) / (2.0 * n);
            diharap += jarak * (kiri[i] + kanan[i]) * (kiri[j] + kanan[j]) / (2.0 * n * (2.0 * n - 1.0));
        }
    }
    ((setuju - kebetulan) / (1.0 - kebetulan), 1.0 - teramati / diharap)
}

#[tokio::test]
async fn agreement_is_shown_as_textbooks_compute_it() {
    let d = dinilai(0).await;
    let tx = d.app.store().mulai().await.unwrap();
    let sql = "INSERT INTO penugasan_akhir (penugasan_id, alasan, pada, oleh) SELECT id, 'pindah', 1, $1 FROM penugasan";
    store::kueri::Kueri::jalankan(&*tx, sql, store::nilai![d.oleh]).await.unwrap();
    tx.commit().await.unwrap();
    let a: Vec<usize> = (0..30).map(|i| 1 + i % 5).collect();
    // Always lower, by two or by one: the two measures differ, since only kappa lets each have a habit of his own.
    let b: Vec<usize> = a.iter().enumerate().map(|(i, n)| n.saturating_sub(2 - i % 2)).collect();
    nilai(&d, "satu@uji.example", &a).await;
    nilai(&d, "dua@uji.example", &b).await;
    let (kappa, alfa) = dihitung(&a, &b);
    assert!((0.5..0.95).contains(&kappa) && (0.5..0.95).contains(&alfa) && (kappa - alfa).abs() > 0.001, "{kappa} {alfa}");
    let j = d.penyelenggara().await.get(&format!("/periode/{}/kesepakatan", d.periode)).await;
    j.memuat("1 unit selesai dinilai, 1 di antaranya");
    let bagian = |id: &str| j.isi.split(&format!("<h2 id=\"{id}\">")).nth(1).unwrap().split("</section>").next().unwrap().to_owned();
    for (id, nilai) in [("pasangan", kappa), ("tim", alfa)] {
        let harap = format!(">{}</td>", format!("{nilai:.2}").replace('.', ","));
        assert!(bagian(id).contains(&harap), "{id}: {harap} {}", bagian(id));
    }
    // One scores above the other by the mean of the differences.
    let beda: usize = a.iter().zip(&b).map(|(x, y)| x - y).sum();
    let rata = format!("{:.2}", f64::from(u32::try_from(beda).unwrap()) / 30.0).replace('.', ",");
    let orang = bagian("orang");
    assert!(orang.contains(&format!(">{rata}</td>")) && orang.contains(&format!(">-{rata}</td>")), "{rata}: {orang}");
}

#[tokio::test]
async fn nothing_is_compared_before_it_is_done() {
    let d = Dunia::baru().await;
    let biro = d.penyelenggara().await;
    biro.get(&format!("/periode/{}/kesepakatan", d.periode)).await.memuat("Belum ada yang dapat dibandingkan");
}

/// A lokus of an ordinary scheme has no page of pemantauan; one without an earlier period says so.
#[tokio::test]
async fn pemantauan_belongs_to_its_scheme() {
    let d = Dunia::baru().await;
    let eva = d.evaluator("eva@uji.example").await;
    let jalur = format!("/lokus/{}/pemantauan", d.lokus);
    assert_eq!(eva.get(&jalur).await.status, StatusCode::NOT_FOUND);
    let tx = d.app.store().mulai().await.unwrap();
    store::kueri::Kueri::jalankan(&*tx, "UPDATE periode SET skema = 'pemantauan' WHERE id = $1", store::nilai![d.periode]).await.unwrap();
    tx.commit().await.unwrap();
    // Start pages name no step of scoring.
    let (operator, biro) = (d.operator().await, d.penyelenggara().await);
    for p in [&operator, &biro] {
        let j = p.get("/").await;
        assert!(!j.isi.contains("Menunggu F01") && !j.isi.contains("Isi F01"), "{}", j.isi);
    }
    operator.get("/").await.memuat("Tidak ada rekomendasi yang tersisa").memuat(&format!("href=\"{jalur}\""));
    eva.get(&jalur).await.memuat("Tidak ada yang diperiksa");
}
