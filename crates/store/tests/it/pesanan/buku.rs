//! The book: never above capacity, once an operation, moved and cancelled by its holder.

use super::{SELASA, SENIN, bersama::berebut, loka, pukul};
use jiff::ToSpan;
use layanan::slot::{AlasanTutup, SalahPesan};
use store::{
    StoreError,
    id::{PenempatanId, PesananId},
    pesanan::{self, GalatPesan, Keadaan, Kontak, PesananBaru},
};
use testkit::basis::BasisUji;
use uuid::Uuid;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Twelve people ask for a slot of two at the same time, on two nodes.
    async fn at_the_same_time_exactly_capacity(basis: BasisUji) {
        let l = loka(basis).await;
        let dua = l.m.d.r.buka_lagi().await;
        let minta = (0..12).map(|n| (if n % 2 == 0 { l.s().clone() } else { dua.clone() }, l.id));
        assert_eq!(berebut(minta, pukul(8, 30)).await, (2, 10));
        assert_eq!(l.hitung("SELECT COUNT(*) AS n FROM pesanan").await, 2);
        let b = pesanan::hari_pesan(l.s().baca(), &pesanan::tempat(l.s().baca(), l.id).await.unwrap(), l.s().sekarang()).await.unwrap();
        let sisa: Vec<u32> = b.slot(SELASA).unwrap().into_iter().map(|(_, n)| n).collect();
        assert_eq!(sisa, [2, 0, 2, 2]);
        assert_eq!(b.slot(SELASA.saturating_add(7.days())), Err(AlasanTutup::TanpaPetugas), "no roster yet");
        assert_eq!(b.slot(SENIN).unwrap().len(), 2, "what begins within the hour is no longer offered");
        dua.tutup().await.unwrap();
    }

    /// Two people move into the last place at once: one has it, the other keeps what he had.
    async fn moving_never_overfills(basis: BasisUji) {
        let l = loka(basis).await;
        l.pesan(SELASA, pukul(8, 0), None).await.unwrap();
        let (a, b) = (l.pesan(SELASA, pukul(9, 0), None).await.unwrap(), l.pesan(SELASA.saturating_add(1.day()), pukul(9, 0), None).await.unwrap());
        let (x, y) = tokio::join!(
            pesanan::pindah(l.s(), &a, SELASA, pukul(8, 0), None),
            pesanan::pindah(l.s(), &b, SELASA, pukul(8, 0), None)
        );
        assert_eq!(usize::from(x.is_ok()) + usize::from(y.is_ok()), 1, "{x:?} {y:?}");
        assert_eq!(l.hitung("SELECT COUNT(*) AS n FROM pesanan WHERE mulai = '08:00'").await, 2);
        assert_eq!(l.hitung("SELECT COUNT(*) AS n FROM pesanan WHERE mulai = '09:00'").await, 1);
    }

    async fn the_same_form_is_one_booking(basis: BasisUji) {
        let l = loka(basis).await;
        let kontak = Kontak { surel: Some(" Ani@Contoh.id "), telepon: Some("+62 812-3456-789"), bahasa: "en" };
        let b = PesananBaru { id: PesananId(Uuid::new_v4()), tanggal: SELASA, mulai: pukul(8, 0), kontak, oleh: None };
        let kode = pesanan::pesan(l.s(), l.id, &b).await.unwrap();
        assert_eq!(pesanan::pesan(l.s(), l.id, &b).await.unwrap(), kode);
        let lain = pesanan::pesan(l.s(), l.id, &PesananBaru { mulai: pukul(9, 0), ..b }).await;
        assert!(matches!(lain, Err(GalatPesan::Store(StoreError::OperasiLain))), "{lain:?}");
        // The same address books one service once a day, however it is written.
        let dua = l.pesan(SELASA, pukul(9, 0), Some("ANI@contoh.id")).await;
        assert!(matches!(dua, Err(GalatPesan::Slot(SalahPesan::SudahPesan(h))) if h == SELASA), "{dua:?}");
        l.pesan(SELASA.saturating_add(1.day()), pukul(9, 0), Some("ani@contoh.id")).await.unwrap();
        assert_eq!((l.surel("pasti").await, l.hitung("SELECT COUNT(*) AS n FROM pesanan").await), (2, 2));
        // Address and number lie sealed, so the database alone does not say whose booking it is.
        assert_eq!(l.hitung("SELECT COUNT(*) AS n FROM pesanan_kontak WHERE surel LIKE '~1:%' AND telepon LIKE '~1:%'").await, 1);
        assert_eq!(pesanan::surel::isi(l.s(), &pesanan::surel::Kiriman { pesanan: b.id, perihal: "pasti".into() }).await.unwrap().unwrap().kepada, "ani@contoh.id");
        // Moved: still the same booking for whoever sends the first form again.
        pesanan::pindah(l.s(), &kode, SELASA, pukul(9, 30), None).await.unwrap();
        pesanan::pindah(l.s(), &kode, SELASA, pukul(9, 30), None).await.unwrap();
        assert_eq!(pesanan::pesan(l.s(), l.id, &b).await.unwrap(), kode);
        let p = pesanan::dari_kode(l.s(), &kode).await.unwrap();
        assert_eq!((p.tanggal, p.mulai, p.selesai, p.riwayat(l.s().baca()).await.unwrap().len()), (SELASA, pukul(9, 30), pukul(10, 0), 1));
        assert!(p.surel && p.telepon);
        // Cancelled: the place is free, and nothing of the person is left.
        pesanan::batal(l.s(), &kode, None).await.unwrap();
        pesanan::batal(l.s(), &kode, None).await.unwrap();
        let p = pesanan::dari_kode(l.s(), &kode).await.unwrap();
        assert_eq!((p.keadaan(l.s().sekarang()), p.surel), (Keadaan::Batal, false));
        let lagi = pesanan::pindah(l.s(), &kode, SELASA, pukul(8, 0), None).await;
        assert!(matches!(lagi, Err(GalatPesan::Store(StoreError::Keadaan("pesanan-usai")))), "{lagi:?}");
        for (aksi, n) in [("pesanan.buat", 2), ("pesanan.pindah", 1), ("pesanan.batal", 1)] {
            assert_eq!(l.hitung(&format!("SELECT COUNT(*) AS n FROM audit WHERE aksi = '{aksi}'")).await, n, "{aksi}");
        }
        assert_eq!(l.hitung("SELECT COUNT(*) AS n FROM audit WHERE rincian LIKE '%ani%' OR rincian LIKE '%0812%'").await, 0);
    }

    async fn what_cannot_be_booked_says_why(basis: BasisUji) {
        let l = loka(basis).await;
        let sabtu = SENIN.saturating_add(5.days());
        let r = l.pesan(sabtu, pukul(8, 0), None).await;
        assert!(matches!(r, Err(GalatPesan::Slot(SalahPesan::Tutup(AlasanTutup::Libur(_))))), "{r:?}");
        let r = l.pesan(SELASA, pukul(8, 10), None).await;
        assert!(matches!(r, Err(GalatPesan::Slot(SalahPesan::SlotTakAda(_)))), "{r:?}");
        let r = l.pesan(SENIN, pukul(8, 30), None).await;
        assert!(matches!(r, Err(GalatPesan::Slot(SalahPesan::SudahLewat(_)))), "{r:?}");
        let r = l.pesan(SENIN.saturating_add(15.days()), pukul(8, 30), None).await;
        assert!(matches!(r, Err(GalatPesan::Slot(SalahPesan::TerlaluJauh(_)))), "{r:?}");
        let r = l.pesan(SELASA, pukul(8, 30), Some("bukan alamat")).await;
        assert!(matches!(r, Err(GalatPesan::Store(StoreError::Keadaan("pesan-surel")))), "{r:?}");
        let kontak = Kontak { telepon: Some("12"), bahasa: "id", ..Kontak::default() };
        let b = PesananBaru { id: PesananId(Uuid::new_v4()), tanggal: SELASA, mulai: pukul(8, 0), kontak, oleh: None };
        assert!(matches!(pesanan::pesan(l.s(), l.id, &b).await, Err(GalatPesan::Store(StoreError::Keadaan("pesan-telepon")))));
        let r = pesanan::pesan(l.s(), PenempatanId::baru(), &b).await;
        assert!(matches!(r, Err(GalatPesan::Store(StoreError::TidakDitemukan))), "{r:?}");
        assert!(matches!(pesanan::dari_kode(l.s(), "jxxxxxxxxxx").await, Err(StoreError::TidakDitemukan)));
    }

    /// Reminders the day before from 08.00 on, once a slot; addresses go when the day is over.
    async fn reminded_once_and_forgotten_after(basis: BasisUji) {
        let l = loka(basis).await;
        let rabu = SELASA.saturating_add(1.day());
        let kode = l.pesan(rabu, pukul(8, 0), Some("ani@contoh.id")).await.unwrap();
        l.pesan(rabu, pukul(8, 0), None).await.unwrap();
        l.pesan(SELASA, pukul(8, 0), Some("budi@contoh.id")).await.unwrap();
        assert_eq!(pesanan::ingatkan(l.s()).await.unwrap(), 0, "one made today has its confirmation");
        l.s().jam().maju(23 * 3_600);
        assert_eq!(pesanan::ingatkan(l.s()).await.unwrap(), 0, "not at 07.00");
        l.s().jam().maju(3_600);
        assert_eq!(pesanan::ingatkan(l.s()).await.unwrap(), 1);
        assert_eq!(pesanan::ingatkan(l.s()).await.unwrap(), 0);
        let k = pesanan::surel::Kiriman { pesanan: pesanan::dari_kode(l.s(), &kode).await.unwrap().id, perihal: "ingat/2026-03-04/08:00".into() };
        let isi = pesanan::surel::isi(l.s(), &k).await.unwrap().unwrap();
        assert_eq!((isi.kepada.as_str(), isi.bahasa.as_str()), ("ani@contoh.id", "id"));
        // Moved before the mail left: the reminder of the old time is of no use.
        pesanan::pindah(l.s(), &kode, rabu, pukul(9, 0), None).await.unwrap();
        assert!(pesanan::surel::isi(l.s(), &k).await.unwrap().is_none());
        assert_eq!(pesanan::bersihkan(l.s()).await.unwrap(), 0);
        l.s().jam().maju(24 * 3_600);
        assert_eq!(pesanan::bersihkan(l.s()).await.unwrap(), 1, "Tuesday is over");
        l.s().jam().maju(24 * 3_600);
        assert_eq!(pesanan::bersihkan(l.s()).await.unwrap(), 1);
        assert_eq!(l.hitung("SELECT COUNT(*) AS n FROM pesanan_kontak").await, 0);
        assert_eq!(l.hitung("SELECT COUNT(*) AS n FROM pesanan").await, 3, "the bookings stay and name nobody");
    }
}
