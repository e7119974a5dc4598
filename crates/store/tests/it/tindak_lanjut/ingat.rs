//! Reminders: once for each occasion, not for what is done, and to the organiser only when late.

use super::bangun::{rencana, tersampai};
use jiff::civil::date;
use store::{
    nilai,
    tindak_lanjut::{Putusan, ingatkan, ingatkan_bertahap, simpan, verifikasi},
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn sekali_saja(basis: BasisUji) {
        let w = tersampai(basis).await;
        let s = &w.k.r.store;
        let o = w.operator().await;
        w.kepala().await;
        let (a, b) = (w.rek("1.a.Ak").await, w.rek("2.a.P").await);
        simpan(s, &o, a, 0, &rencana("2026-08-31")).await.unwrap();
        simpan(s, &o, b, 0, &rencana("2026-08-31")).await.unwrap();
        assert_eq!(ingatkan(s, date(2026, 8, 23)).await.unwrap(), 0, "eight days before: not yet");
        assert_eq!(ingatkan(s, date(2026, 8, 24)).await.unwrap(), 2, "operator and head, one notice for both plans");
        assert_eq!(ingatkan(s, date(2026, 8, 31)).await.unwrap(), 0, "told already, and still in time");
        assert_eq!(ingatkan(s, date(2026, 9, 1)).await.unwrap(), 3, "late: the organiser too");
        assert_eq!(ingatkan(s, date(2026, 9, 2)).await.unwrap(), 0);
        assert_eq!(w.k.hitung("SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'tl-lewat'").await, 3);
    }

    /// However little is read at once, every unit and every day has its turn.
    async fn bertahap(basis: BasisUji) {
        let w = tersampai(basis).await;
        let s = &w.k.r.store;
        let o = w.operator().await;
        w.k.sql("INSERT INTO periode_fase (periode_id, fase, mulai, selesai) VALUES ($1, 'persiapan', '2025-12-30', '2026-03-31')", nilai![w.k.periode]).await;
        for (indikator, hari) in [("1.a.Ak", "2026-08-28"), ("2.a.P", "2026-08-29"), ("3.b.K", "2026-08-30")] {
            simpan(s, &o, w.rek(indikator).await, 0, &rencana(hari)).await.unwrap();
        }
        let jenis = async |jenis: &str| w.k.hitung(&format!("SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = '{jenis}'")).await;
        assert_eq!(ingatkan_bertahap(s, date(2026, 9, 1), 1).await.unwrap(), 7, "three days for two people, and the report that is near");
        assert_eq!((jenis("tl-lewat").await, jenis("tl-batas-dekat").await), (6, 1));
        assert_eq!(ingatkan(s, date(2026, 9, 1)).await.unwrap(), 0, "told already");
    }

    /// Reported as done, or accepted: nothing to remind of. Returned: again.
    async fn yang_selesai_tidak(basis: BasisUji) {
        let w = tersampai(basis).await;
        let s = &w.k.r.store;
        let (o, id) = (w.operator().await, w.rek("1.a.Ak").await);
        simpan(s, &o, id, 0, &rencana("2026-08-31")).await.unwrap();
        w.lapor(&o, id, true, true).await.unwrap();
        assert_eq!(ingatkan(s, date(2026, 9, 1)).await.unwrap(), 0);
        verifikasi(s, &w.a, id, store::id::baru(), Putusan::Belum, "kurang").await.unwrap();
        assert_eq!(ingatkan(s, date(2026, 9, 1)).await.unwrap(), 2, "operator and organiser");
        w.lapor(&o, id, true, true).await.unwrap();
        verifikasi(s, &w.a, id, store::id::baru(), Putusan::Diterima, "").await.unwrap();
        assert_eq!(ingatkan(s, date(2026, 9, 20)).await.unwrap(), 0);
    }

    /// The deadline of the report: a month before, and once it is over.
    async fn laporan(basis: BasisUji) {
        let w = tersampai(basis).await;
        let s = &w.k.r.store;
        w.operator().await;
        w.k.sql("INSERT INTO periode_fase (periode_id, fase, mulai, selesai) VALUES ($1, 'persiapan', '2026-03-01', '2026-03-31')", nilai![w.k.periode]).await;
        assert_eq!(ingatkan(s, date(2026, 10, 31)).await.unwrap(), 0);
        assert_eq!(ingatkan(s, date(2026, 11, 1)).await.unwrap(), 1);
        assert_eq!(ingatkan(s, date(2026, 12, 1)).await.unwrap(), 0, "the last day");
        assert_eq!(ingatkan(s, date(2026, 12, 2)).await.unwrap(), 2, "operator and organiser");
        assert_eq!(ingatkan(s, date(2027, 3, 1)).await.unwrap(), 0, "long ago");
    }
}
