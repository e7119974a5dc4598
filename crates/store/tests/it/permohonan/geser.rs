//! A day off that is added or taken out moves the promised day of open cases, with the reason, and their applicants are told.

use super::*;
use jiff::civil::{Date, date};
use store::{
    hak::PengelolaKalender,
    id::KalenderHariId,
    kalender::{self, HariBaru},
};

async fn biro(d: &Dunia) -> PengelolaKalender {
    let m = &d.m.d;
    hak::instansi(&m.r.store, &m.biro, m.kab).await.unwrap().pengelola_kalender().unwrap()
}

fn libur(id: KalenderHariId, tanggal: Date) -> HariBaru<'static> {
    HariBaru { id, tanggal, kerja: false, nama: "HUT Kutai Timur", sumber: "SE Bupati" }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn a_day_off_moves_the_promise_and_its_removal_moves_it_back(basis: BasisUji) {
        let d = dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        let p = d.dengan_surel("sari@contoh.id").await.unwrap();
        let (usai, henti) = (d.satu().await, d.satu().await);
        assert_eq!(p.tenggat.as_deref(), Some("2026-03-05"), "three working days after Monday");
        let o = d.pengolah(usai.id).await;
        permohonan::periksa(s, &o, 1).await.unwrap();
        permohonan::tolak(s, &o, 2, "Ganda").await.unwrap();
        let o = d.pengolah(henti.id).await;
        permohonan::periksa(s, &o, 1).await.unwrap();
        permohonan::minta_perbaikan(s, &o, 2, "Foto buram").await.unwrap();

        let (biro, h) = (biro(&d).await, KalenderHariId::baru());
        kalender::tambah_hari(s, &biro, libur(h, date(2026, 3, 4))).await.unwrap();
        kalender::tambah_hari(s, &biro, libur(h, date(2026, 3, 4))).await.unwrap();
        let kini = d.kini(p.id).await;
        assert_eq!((kini.tenggat.as_deref(), kini.versi), (Some("2026-03-06"), p.versi), "and no open page of an officer goes stale");
        let g = permohonan::geser(s.baca(), p.id).await.unwrap();
        assert_eq!(g.len(), 1);
        assert_eq!((g[0].dari.as_str(), g[0].ke.as_str(), g[0].sebab.as_str()), ("2026-03-05", "2026-03-06", "libur"));
        assert_eq!((g[0].hari.as_deref(), g[0].nama.as_deref()), (Some("2026-03-04"), Some("HUT Kutai Timur")));
        assert_eq!(d.diminta(p.id).await, ["geser", "terima"]);
        assert_eq!(d.keluar(p.id, "geser/x").await.as_deref(), Some("sari@contoh.id"));
        assert_eq!(d.kini(usai.id).await.tenggat.as_deref(), Some("2026-03-05"), "judged by the day it had");
        let h_ = d.kini(henti.id).await;
        assert_eq!((h_.tenggat, h_.sisa), (None, Some(3)), "its clock stands");
        assert_eq!(permohonan::hitung_ulang(s).await.unwrap(), 0);

        kalender::hapus_hari(s, &biro, h).await.unwrap();
        assert_eq!(d.kini(p.id).await.tenggat.as_deref(), Some("2026-03-05"));
        let g = permohonan::geser(s.baca(), p.id).await.unwrap();
        assert_eq!((g.len(), g[1].sebab.as_str(), g[1].hari.as_deref()), (2, "hapus", Some("2026-03-04")));
        assert_eq!(d.n("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'permohonan.geser'").await, 2);
        assert_eq!(d.n("SELECT COUNT(*) AS n FROM permohonan_geser").await, 2, "nothing is said of cases that did not move");
        // A promise that was kept needs no news of its day.
        let o = d.pengolah(p.id).await;
        permohonan::periksa(s, &o, 1).await.unwrap();
        permohonan::tolak(s, &o, 2, "Ganda").await.unwrap();
        assert_eq!(d.keluar(p.id, "geser/x").await, None);
    }

    /// More cases than are read at once; and what was missed is found later.
    async fn every_open_case_moves(basis: BasisUji) {
        let d = dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        let p = d.satu().await;
        d.salin(p.id, 600).await;
        kalender::tambah_hari(s, &biro(&d).await, libur(KalenderHariId::baru(), date(2026, 3, 3))).await.unwrap();
        assert_eq!(d.n("SELECT COUNT(*) AS n FROM permohonan WHERE tenggat = '2026-03-06'").await, 601);
        let tx = s.mulai().await.unwrap();
        tx.jalankan("UPDATE permohonan SET tenggat = '2026-03-05' WHERE id = $1", nilai![p.id]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!((permohonan::hitung_ulang(s).await.unwrap(), permohonan::hitung_ulang(s).await.unwrap()), (1, 0));
        assert_eq!(permohonan::geser(s.baca(), p.id).await.unwrap()[1].sebab, "hitung-ulang");
    }
}
