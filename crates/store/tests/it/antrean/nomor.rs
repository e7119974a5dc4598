//! Numbers: one a gerai, service and local day, whatever the zone of the server, however often it is asked.

use super::{balai, minta};
use jiff::civil::{date, time};
use layanan::antrean::{Pintu, Prioritas};
use store::{
    StoreError,
    antrean::{self, Minta, Saluran, buka},
    hak,
    kueri::Kueri,
    mpp::{self, GeraiIsi},
    nilai,
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn the_same_operation_is_one_ticket_and_another_service_is_refused(basis: BasisUji) {
        let b = balai(basis).await;
        let m = minta(Prioritas::Biasa);
        let satu = antrean::terbit_warga(b.s(), &b.mpp, &b.ktp, m, Saluran::Warga).await.unwrap();
        let lagi = antrean::terbit_warga(b.s(), &b.mpp, &b.ktp, m, Saluran::Warga).await.unwrap();
        assert_eq!((satu.id, satu.nomor.as_str()), (lagi.id, "A-001"));
        assert_eq!(b.ambil(Prioritas::Rentan).await.nomor, "A-002");
        let (_, pajak) = b.gerai_lain().await;
        let lain = antrean::terbit_warga(b.s(), &b.mpp, &pajak, Minta { op: m.op, prioritas: Prioritas::Biasa }, Saluran::Warga).await;
        assert!(matches!(lain, Err(StoreError::OperasiLain)), "{lain:?}");
        assert_eq!(antrean::dari_kode(b.s().baca(), &satu.kode.to_uppercase()).await.unwrap().id, satu.id);
        assert!(matches!(antrean::dari_kode(b.s().baca(), "t00000000zz").await, Err(StoreError::TidakDitemukan)));
        let n = "SELECT COUNT(*) AS n FROM audit WHERE aksi = 'tiket.terbit' AND akun_id IS NULL";
        assert_eq!(b.s().baca().angka(n, vec![]).await.unwrap(), 2);
    }

    /// 23:30 and 00:30 in Jayapura are 14:30 and 15:30 UTC of one day: two local days, and numbers begin anew.
    async fn midnight_in_wit_while_the_server_runs_in_utc(basis: BasisUji) {
        let b = balai(basis).await;
        let s = b.s();
        let tx = s.mulai().await.unwrap();
        tx.jalankan("UPDATE instansi SET zona = 'WIT' WHERE id = $1", nilai![b.m.d.kab]).await.unwrap();
        tx.commit().await.unwrap();
        let mpp = mpp::dari_kode(s.baca(), "mal-kab").await.unwrap();
        let sepanjang_hari = Some((time(0, 0, 0, 0), time(23, 59, 0, 0)));
        for hari in [date(2026, 3, 2), date(2026, 3, 3)] {
            buka::tetapkan(s, &b.m.kepala, hari, sepanjang_hari, "uji").await.unwrap();
        }
        let ambil = async || antrean::terbit_warga(s, &mpp, &b.ktp, minta(Prioritas::Biasa), Saluran::Warga).await.unwrap();
        // The clock of the test stands at 00:00 UTC, 09:00 in Jayapura.
        s.jam().maju(14 * 3600 + 1800);
        let sebelum = ambil().await;
        assert_eq!((sebelum.tanggal.as_str(), sebelum.nomor.as_str()), ("2026-03-02", "A-001"));
        s.jam().maju(3600);
        let sesudah = ambil().await;
        assert_eq!((sesudah.tanggal.as_str(), sesudah.nomor.as_str()), ("2026-03-03", "A-001"));
        assert_eq!(sebelum.terbit.hari("WIB"), sesudah.terbit.hari("WIB"), "in Jakarta, as for the server, it is one day");
        // Whoever waited yesterday was not served; whoever waits today stays.
        assert_eq!(antrean::tutup_hari::tutup(s).await.unwrap(), 1);
        let t = antrean::dari_id(s.baca(), sebelum.id).await.unwrap();
        assert_eq!((t.keadaan.as_str(), t.alasan.as_deref()), ("batal", Some("tutup-hari")));
        assert!(antrean::dari_id(s.baca(), sesudah.id).await.unwrap().antre());
        assert_eq!(antrean::tutup_hari::tutup(s).await.unwrap(), 0);
    }

    /// Nobody can walk to an electronic gerai: the front desk's operation itself gives no number there, whatever page asks.
    async fn no_number_for_an_electronic_gerai(basis: BasisUji) {
        let b = balai(basis).await;
        let (s, unit) = (b.s(), b.m.d.dinsos);
        let o = crate::orang::orang(s, "depan@kab.id", Peran::MppDepan, Lingkup::Unit { unit, instansi: b.m.d.kab }).await;
        let depan = hak::mpp(s, &o, unit).await.unwrap().depan().unwrap();
        assert_eq!(antrean::terbit_depan(s, &depan, &b.ktp, minta(Prioritas::Biasa)).await.unwrap().nomor, "A-001");
        let g = mpp::gerai(s.baca(), b.m.gerai).await.unwrap();
        let isi = GeraiIsi { kode: &g.kode, nama: &g.nama, letak: &g.letak, tautan: Some("https://dukcapil.example") };
        mpp::ubah_gerai(s, &b.m.kepala, g.id, g.versi, &isi).await.unwrap();
        let tolak = antrean::terbit_depan(s, &depan, &b.ktp, minta(Prioritas::Biasa)).await;
        assert!(matches!(tolak, Err(StoreError::Keadaan("antrean-elektronik"))), "{tolak:?}");
    }

    async fn a_closed_hall_gives_no_numbers_but_the_desk_does(basis: BasisUji) {
        let b = balai(basis).await;
        let s = b.s();
        let pintu = async || buka::keadaan(s.baca(), &b.mpp, s.sekarang()).await.unwrap().pintu;
        assert_eq!(pintu().await, Pintu::Terbuka { sampai: time(15, 0, 0, 0) });
        buka::tetapkan(s, &b.m.kepala, date(2026, 3, 2), None, "Listrik padam").await.unwrap();
        assert_eq!(pintu().await, Pintu::DitutupKhusus);
        let warga = antrean::terbit_warga(s, &b.mpp, &b.ktp, minta(Prioritas::Biasa), Saluran::Kios).await;
        assert!(matches!(warga, Err(StoreError::Keadaan("antrean-tutup"))), "{warga:?}");
        antrean::terbit_petugas(s, &b.petugas[0], &b.ktp, minta(Prioritas::Biasa)).await.unwrap();
        buka::tetapkan(s, &b.m.kepala, date(2026, 3, 2), Some((time(10, 0, 0, 0), time(12, 0, 0, 0))), "Listrik menyala").await.unwrap();
        assert_eq!(pintu().await, Pintu::Nanti { nomor: time(9, 0, 0, 0), buka: time(10, 0, 0, 0) }, "the newest decision counts");
        let lewat = buka::tetapkan(s, &b.m.kepala, date(2026, 3, 1), None, "x").await;
        assert!(matches!(lewat, Err(StoreError::Keadaan("antrean-hari-lewat"))), "{lewat:?}");
        mpp::akhiri_penempatan(s, &b.m.kepala, b.ktp.id, "pindah").await.unwrap();
        let akhir = antrean::terbit_petugas(s, &b.petugas[0], &b.ktp, minta(Prioritas::Biasa)).await;
        assert!(matches!(akhir, Err(StoreError::Keadaan("antrean-tak-dilayani"))), "{akhir:?}");
    }

    /// `prima check` counts numbers and events again: a gap, a number above the last one, an event that is gone.
    async fn numbers_that_do_not_hold_are_found(basis: BasisUji) {
        let b = balai(basis).await;
        let s = b.s();
        let t = b.ambil(Prioritas::Biasa).await;
        b.ambil(Prioritas::Biasa).await;
        antrean::warga::batal(s, &t.kode, store::id::OperasiId::baru()).await.unwrap();
        store::audit::segel(s).await.unwrap();
        let l = store::rawat::periksa(s).await.unwrap();
        assert_eq!((l.temuan, l.diperiksa["antrean"]), (vec![], 4));
        for (rusak, betul, banyak) in [
            ("UPDATE antrean_nomor SET terakhir = 3", "UPDATE antrean_nomor SET terakhir = 2", 1),
            ("UPDATE antrean_nomor SET terakhir = 1", "UPDATE antrean_nomor SET terakhir = 2", 2),
            ("UPDATE tiket_peristiwa SET ke = 2", "UPDATE tiket_peristiwa SET ke = 1", 1),
        ] {
            for (sql, n) in [(rusak, banyak), (betul, 0)] {
                let tx = s.mulai().await.unwrap();
                assert!(tx.jalankan(sql, vec![]).await.unwrap() > 0);
                tx.commit().await.unwrap();
                let t = store::rawat::periksa(s).await.unwrap().temuan;
                assert_eq!((t.len(), t.iter().all(|t| t.bagian == "antrean")), (n, true), "{sql}: {t:?}");
            }
        }
    }
}
