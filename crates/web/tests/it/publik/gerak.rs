//! The ranking of a published period beside the year before.

use store::{
    id::{HasilId, LokusId, PeriodeId, UnitId},
    instansi::{self, UnitBaru},
    kueri::Kueri,
    nilai,
};

use super::{bekukan, terbitkan};
use crate::bangun::Dunia;

/// A frozen result in the group of the RSUD.
async fn hasil(d: &Dunia, periode: PeriodeId, unit: UnitId, nama: &str, nilai_tampil: &str) {
    let (lokus, tx) = (LokusId::baru(), d.app.store().mulai().await.unwrap());
    tx.jalankan(
        "INSERT INTO lokus (id, kode, periode_id, unit_id, formulir, cakupan, kategori, versi, dibuat, oleh) VALUES ($1, $2, $3, $4, 'A', 'jasa', 'rsud', 1, $5, $6)",
        nilai![lokus, format!("{periode}-{nama}"), periode, unit, tx.pada, d.oleh],
    )
    .await
    .unwrap();
    tx.jalankan(
        "INSERT INTO hasil (id, lokus_id, nomor, status, ipp, ipp_urut, tampil, kategori, f02, f03, isi, sidik, tanda, pada, oleh)
         VALUES ($1, $2, 1, 'complete', $3, 0, $3, 'B', '4', '4', '{}', $4, $5, $6, $7)",
        nilai![HasilId::baru(), lokus, nilai_tampil, format!("{lokus}"), vec![0_u8], tx.pada, d.oleh],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    crate::bubuhi::bubuhi(d.app.store(), lokus).await;
}

#[tokio::test]
async fn ranks_of_a_period_stand_beside_those_of_the_year_before() {
    let d = Dunia::baru().await;
    bekukan(&d).await;
    let (dulu, tx) = (PeriodeId::baru(), d.app.store().mulai().await.unwrap());
    let mut unit = Vec::new();
    for kode in ["64.08-a", "64.08-b"] {
        let baru = UnitBaru { kode, instansi: d.instansi, induk: None, nama: &format!("Puskesmas {kode}"), jenis: "rsud", alamat: "" };
        unit.push(instansi::tambah_unit(&tx, None, baru).await.unwrap());
    }
    tx.jalankan(
        "INSERT INTO periode (id, kode, instansi_id, nama, tahun, skema, edisi_a, penyatuan, ilustrasi, versi, dibuat, oleh)
         SELECT $1, 'uji-2025', instansi_id, 'PEKPPP Uji 2025', 2025, skema, edisi_a, penyatuan, ilustrasi, versi, dibuat, oleh FROM periode WHERE id = $2",
        nilai![dulu, d.periode],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    // The world's RSUD has 4.00 now and had 3.00; one unit fell below it, the other is new.
    hasil(&d, dulu, d.unit, "rsud", "3.00").await;
    hasil(&d, dulu, unit[0], "a", "3.50").await;
    hasil(&d, d.periode, unit[0], "a", "3.40").await;
    hasil(&d, d.periode, unit[1], "b", "3.20").await;
    terbitkan(&d).await;
    let tamu = d.app.tamu();
    let j = tamu.get("/hasil/uji-2026").await;
    assert!(!j.isi.contains("sejak 2025"), "nothing of what is not published");
    let tx = d.app.store().mulai().await.unwrap();
    tx.jalankan(
        "INSERT INTO penerbitan (id, periode_id, jenis, alasan, pada, oleh) VALUES ($1, $2, 'terbit', '', $3, $4)",
        nilai![uuid::Uuid::now_v7(), dulu, tx.pada, d.oleh],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    d.app.store().jam().maju(3600);
    let j = tamu.get("/hasil/uji-2026").await;
    // Only the two that were ranked in both years are compared.
    j.memuat("▲ naik 1 (2 unit dibandingkan); IPP naik 1,00 sejak 2025");
    j.memuat("▼ turun 1 (2 unit dibandingkan); IPP turun 0,10 sejak 2025").memuat("belum ada di kelompok ini pada 2025");
    assert!(!tamu.get("/hasil/uji-2025").await.isi.contains("sejak"), "the first year has nothing before it");
}
