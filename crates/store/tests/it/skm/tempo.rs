//! What is due: plans near their end and rounds short of answers, for who runs them and nobody else.

use super::bangun::dunia;
use store::{
    nilai,
    peran::{Lingkup, Peran},
    skm::{self, tempo},
};
use testkit::{basis::BasisUji, dua_basis};

dua_basis! {
    async fn what_is_due_is_listed_for_who_runs_the_round(basis: BasisUji) {
        let d = dunia(basis).await;
        let (s, id) = (&d.p.r.store, d.ronde("SKM Semester I").await);
        d.jawab(id, 3).await;
        for (tenggat, kegiatan) in [("2026-03-10", "Dekat"), ("2026-02-01", "Lewat"), ("2026-06-01", "Jauh")] {
            let v = nilai![store::id::baru(), id, kegiatan, tenggat, s.sekarang(), d.operator.akun];
            d.p.sql("INSERT INTO skm_rtl (id, ronde_id, unsur, kegiatan, keluaran, tenggat, penanggung_jawab, versi, pada, oleh)
                VALUES ($1, $2, 'waktu', $3, 'Ada', $4, 'Kepala', 1, $5, $6)", v).await;
        }
        // The round ends on 30 June; today is 2 March.
        assert!(tempo::di_bawah_target(s, &d.operator).await.unwrap().is_empty());
        for pelaku in [&d.operator, &d.kepala, &d.biro] {
            let butir = tempo::rencana(s, pelaku).await.unwrap();
            let isi: Vec<_> = butir.iter().map(|(r, b)| (r.id, b.kegiatan.as_str())).collect();
            assert_eq!(isi, [(id, "Lewat"), (id, "Dekat")], "the oldest first, and nothing that is far");
        }
        let pembina = d.p.orang("bupati@kab.id", Peran::Pembina, Lingkup::Instansi(d.p.kab)).await;
        let lain = d.p.orang("nasional@kl.id", Peran::Nasional, Lingkup::Instalasi).await;
        for pelaku in [&pembina, &lain] {
            assert!(tempo::rencana(s, pelaku).await.unwrap().is_empty(), "who only reads has nothing to do");
        }
        s.jam().maju(100 * 86_400);
        let kurang = tempo::di_bawah_target(s, &d.operator).await.unwrap();
        assert_eq!(kurang.iter().map(|b| (b.ronde.id, b.n)).collect::<Vec<_>>(), [(id, 3)]);
        assert!(tempo::di_bawah_target(s, &pembina).await.unwrap().is_empty());
        let hak = d.akses(&d.operator, id).await.pengelola().unwrap();
        skm::tutup(s, &hak, "Cukup").await.unwrap();
        assert!(tempo::di_bawah_target(s, &d.operator).await.unwrap().is_empty(), "a closed round asks for nothing");
    }
}
