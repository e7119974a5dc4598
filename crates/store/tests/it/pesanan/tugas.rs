//! The roster: a week at a time, copied to the next, nobody in two gerai at once.

use super::{SELASA, SENIN, loka, pukul};
use jiff::ToSpan;
use store::{
    StoreError,
    id::{GeraiId, PelaksanaId, PenempatanId},
    mpp::{self, GeraiIsi, PenempatanIsi},
    pesanan::tugas::{self, Isi},
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn a_week_and_its_copy(basis: BasisUji) {
        let l = loka(basis).await;
        let depan = SENIN.saturating_add(7.days());
        // An officer who is there only until the next Monday.
        let p = mpp::pelaksana_gerai(l.s().baca(), l.m.gerai).await.unwrap().into_iter().find(|p| p.akun_id == l.lain.akun).unwrap();
        mpp::akhiri_tugas(l.s(), &l.m.kepala, p.id, "mutasi").await.unwrap();
        mpp::tugaskan(l.s(), &l.m.kepala, PelaksanaId::baru(), (l.m.gerai, l.lain.akun), (SENIN, Some(depan))).await.unwrap();
        assert_eq!(tugas::antara(l.s().baca(), l.id, SENIN, SENIN.saturating_add(6.days())).await.unwrap().len(), 10);
        assert_eq!(tugas::salin(l.s(), &l.depan, l.id, SENIN).await.unwrap(), 6);
        assert_eq!(tugas::salin(l.s(), &l.depan, l.id, SENIN).await.unwrap(), 0, "copied once");
        let baru = tugas::antara(l.s().baca(), l.id, depan, depan.saturating_add(6.days())).await.unwrap();
        assert_eq!(baru.iter().filter(|t| t.akun_id == l.lain.akun).map(|t| t.tanggal).collect::<Vec<_>>(), [depan]);
        assert_eq!(tugas::senin(SELASA), SENIN);
        // Saved from an older page: told, not overwritten. The same content again is nothing new.
        let isi: Vec<Isi> = baru.iter().map(|t| Isi { akun: t.akun_id, tanggal: t.tanggal, mulai: t.mulai, selesai: t.selesai }).collect();
        assert_eq!(tugas::simpan(l.s(), &l.depan, l.id, depan, 0, &isi).await.unwrap(), 0);
        let basi = tugas::simpan(l.s(), &l.depan, l.id, depan, 0, &isi[1..]).await;
        assert!(matches!(basi, Err(StoreError::Bentrok { .. })), "{basi:?}");
        tugas::simpan(l.s(), &l.depan, l.id, depan, l.versi().await, &isi[1..]).await.unwrap();
        assert_eq!(tugas::antara(l.s().baca(), l.id, depan, depan.saturating_add(6.days())).await.unwrap().len(), 5);
        // The past is not rewritten.
        l.s().jam().maju(2 * 86_400);
        tugas::simpan(l.s(), &l.depan, l.id, SENIN, l.versi().await, &[]).await.unwrap();
        let sisa = tugas::antara(l.s().baca(), l.id, SENIN, SENIN.saturating_add(6.days())).await.unwrap();
        assert_eq!(sisa.iter().map(|t| t.tanggal).max(), Some(SELASA));
        assert_eq!(sisa.len(), 4);
    }

    async fn what_a_roster_cannot_say(basis: BasisUji) {
        let l = loka(basis).await;
        let simpan = async |isi: &[Isi]| tugas::simpan(l.s(), &l.depan, l.id, SENIN, l.versi().await, isi).await;
        let satu = l.isi(l.m.petugas.akun, SELASA);
        let salah = [
            (vec![Isi { selesai: pukul(8, 0), ..satu }], "tugas-jam"),
            (vec![satu, Isi { mulai: pukul(13, 0), selesai: pukul(15, 0), ..satu }], "tugas-dua"),
            (vec![Isi { akun: l.depan.pelaku().akun, ..satu }], "tugas-bukan-petugas"),
            (vec![Isi { tanggal: SENIN.saturating_add(7.days()), ..satu }], "tugas-luar-pekan"),
        ];
        for (isi, kunci) in salah {
            let r = simpan(&isi).await;
            assert!(matches!(r, Err(StoreError::Keadaan(k)) if k == kunci), "{kunci}: {r:?}");
        }
        // A second gerai: not at the same time, but before or after.
        let (gerai, tenan) = (GeraiId::baru(), mpp::gerai(l.s().baca(), l.m.gerai).await.unwrap().tenan_id);
        let g = GeraiIsi { kode: "G02", nama: "Lain", letak: "", tautan: None };
        mpp::tambah_gerai(l.s(), &l.m.kepala, gerai, tenan, &g).await.unwrap();
        let id = PenempatanId::baru();
        let isi = PenempatanIsi { awalan: "b", menit: None, undangan: false };
        mpp::tempatkan(l.s(), &l.m.kepala, id, (gerai, l.m.layanan), &isi).await.unwrap();
        mpp::tugaskan(l.s(), &l.m.kepala, PelaksanaId::baru(), (gerai, l.m.petugas.akun), (SENIN, None)).await.unwrap();
        let r = tugas::simpan(l.s(), &l.depan, id, SENIN, 0, &[Isi { mulai: pukul(11, 0), selesai: pukul(13, 0), ..satu }]).await;
        assert!(matches!(r, Err(StoreError::Keadaan("tugas-gerai-lain"))), "{r:?}");
        tugas::simpan(l.s(), &l.depan, id, SENIN, 0, &[Isi { mulai: pukul(12, 0), selesai: pukul(13, 0), ..satu }]).await.unwrap();
        assert_eq!(l.hitung("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'pesan.tugas'").await, 2);
    }
}
