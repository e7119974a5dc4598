//! Late follow-up on start pages: found by the database, and always the same as on the board of the period.

use super::bangun::{rencana, tersampai};
use crate::hasil::bangun::Kasus2;
use jiff::civil::{Date, date};
use store::{
    beranda::telat,
    hak::{self, Pelaku},
    nilai,
    tindak_lanjut::{Putusan, papan, simpan, verifikasi},
};
use testkit::basis::BasisUji;

impl Kasus2 {
    fn ke_hari(&self, hari: Date) {
        let s = &self.k.r.store;
        let n = s.sekarang().hari("WITA").until(hari).unwrap().get_days();
        s.jam().maju(i64::from(n) * 86_400);
    }

    /// Plans, their first day and the deadline of the report, for the only unit; after comparing with the board.
    async fn telat(&self, p: &Pelaku) -> Option<(i64, Option<String>, Option<Date>)> {
        let s = &self.k.r.store;
        let periode = telat::tindak_lanjut_periode(s, self.biro.pelaku()).await.unwrap();
        let hak = hak::periode(s, self.biro.pelaku(), self.k.periode).await.unwrap().pembaca();
        let hari = s.sekarang().hari("WITA");
        let n = papan(s, &hak, hari).await.unwrap().0.iter().filter(|b| b.terlambat(hari)).count();
        assert_eq!(periode.iter().map(|t| t.unit).sum::<usize>(), n, "the board says the same on {hari}");
        assert!(periode.iter().all(|t| t.periode_id == self.k.periode));
        let mut unit = telat::tindak_lanjut(s, p).await.unwrap();
        assert_eq!(unit.len(), n);
        unit.pop().map(|l| (l.rencana, l.sejak, l.batas))
    }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// From the day after: not what is accepted, waits for the evaluator, or stands with a later period.
    async fn rencana_lewat_tenggat(basis: BasisUji) {
        let w = tersampai(basis).await;
        let s = &w.k.r.store;
        let o = w.operator().await;
        let (a, b, c) = (w.rek("1.a.Ak").await, w.rek("2.a.P").await, w.rek("3.b.K").await);
        for (id, hari) in [(a, "2026-08-31"), (b, "2026-09-15"), (c, "2026-12-31")] {
            simpan(s, &o, id, 0, &rencana(hari)).await.unwrap();
        }
        w.ke_hari(date(2026, 8, 31));
        assert_eq!(w.telat(o.pelaku()).await, None, "the last day is still in time");
        w.ke_hari(date(2026, 9, 1));
        let sejak = |n, hari: &str| Some((n, Some(hari.to_owned()), None));
        assert_eq!(w.telat(o.pelaku()).await, sejak(1, "2026-08-31"));
        w.ke_hari(date(2026, 9, 16));
        assert_eq!(w.telat(o.pelaku()).await, sejak(2, "2026-08-31"));
        let sekda = w.sekda().await;
        let semua = telat::tindak_lanjut_periode(s, sekda.pelaku()).await.unwrap();
        assert_eq!(semua.iter().map(|t| t.unit).collect::<Vec<_>>(), [1], "who answers for the evaluation reads it too");
        for p in [w.a.pelaku(), sekda.pelaku()] {
            assert!(telat::tindak_lanjut(s, p).await.unwrap().is_empty(), "no line of a unit for others");
        }
        assert!(telat::tindak_lanjut_periode(s, o.pelaku()).await.unwrap().is_empty());
        w.lapor(&o, a, true, true).await.unwrap();
        assert_eq!(w.telat(o.pelaku()).await, sejak(1, "2026-09-15"), "the other waits for the evaluator");
        verifikasi(s, &w.a, a, store::id::baru(), Putusan::Belum, "kurang").await.unwrap();
        assert_eq!(w.telat(o.pelaku()).await, sejak(2, "2026-08-31"), "it came back");
        w.lapor(&o, a, true, true).await.unwrap();
        verifikasi(s, &w.a, a, store::id::baru(), Putusan::Diterima, "").await.unwrap();
        assert_eq!(w.telat(o.pelaku()).await, sejak(1, "2026-09-15"));
        w.k.sql(
            "INSERT INTO rekomendasi (id, lokus_id, indikator, asal, sumber, lanjutan_dari, isi, versi, pada, oleh)
             VALUES ($1, $2, '2.a.P', 'lanjutan', '', $3, 'Lanjut', 1, 1, $4)",
            nilai![store::id::RekomendasiId::baru(), w.k.lokus, b, w.k.oleh],
        )
        .await;
        assert_eq!(w.telat(o.pelaku()).await, None, "a later period goes on with it");
    }

    /// After the unit's own limit, until the report is delivered.
    async fn laporan_lewat_batas(basis: BasisUji) {
        let w = tersampai(basis).await;
        let (o, kepala) = (w.operator().await, w.kepala().await);
        w.ke_hari(date(2026, 12, 2));
        assert_eq!(w.telat(o.pelaku()).await, None, "a period without dates has no deadline");
        w.k.sql("INSERT INTO periode_fase (periode_id, fase, mulai, selesai) VALUES ($1, 'persiapan', '2026-03-01', '2026-03-31')", nilai![w.k.periode]).await;
        let telat = Some((0, None, Some(date(2026, 12, 1))));
        assert_eq!(w.telat(o.pelaku()).await, telat);
        assert_eq!(w.telat(kepala.pelaku()).await, telat, "the head, too");
        // Who gets his report after that deadline has the one of the year after.
        let pada = w.k.r.store.sekarang();
        w.k.sql("UPDATE penyampaian SET pada = $2 WHERE lokus_id = $1 AND dokumen = 'lhe'", nilai![w.k.lokus, pada]).await;
        assert_eq!(w.telat(o.pelaku()).await, None);
        w.ke_hari(date(2027, 12, 2));
        assert_eq!(w.telat(o.pelaku()).await, Some((0, None, Some(date(2027, 12, 1)))));
        w.k.sql("UPDATE penyampaian SET dokumen = 'tindak-lanjut' WHERE lokus_id = $1 AND kepada = 'penanggungjawab'", nilai![w.k.lokus]).await;
        assert_eq!(w.telat(o.pelaku()).await, None, "it was delivered");
    }
}
