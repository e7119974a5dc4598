//! Two services of one gerai with the same officers: their time is sold once.

use super::{ATURAN, Loka, SELASA, SENIN, jam, loka, pukul};
use crate::mpp::terbit;
use jiff::{ToSpan, civil::Time};
use layanan::slot::{AturanSlot, SalahPesan};
use store::{
    Store,
    id::{AturanSlotId, PenempatanId, PesananId},
    mpp::{self, PenempatanIsi},
    pesanan::{self, AturanBaru, GalatPesan, Kontak, PesananBaru, tugas::Isi},
};
use testkit::basis::BasisUji;
use uuid::Uuid;

/// Another service at the gerai, with the same hours and rule and, on Tuesday, these officers.
async fn layanan_kedua(l: &Loka, petugas: &[store::id::AkunId]) -> PenempatanId {
    let (s, id) = (l.s(), PenempatanId::baru());
    let layanan = terbit(&l.m, "Kartu keluarga").await;
    let isi = PenempatanIsi { awalan: "b", menit: Some(10), undangan: false };
    mpp::tempatkan(s, &l.m.kepala, id, (l.m.gerai, layanan), &isi).await.unwrap();
    let a = AturanBaru { id: AturanSlotId::baru(), mulai: SENIN, jam: jam(), aturan: ATURAN, versi: 0 };
    pesanan::atur(s, &l.m.kepala, id, &a).await.unwrap();
    let isi: Vec<Isi> = petugas.iter().map(|a| l.isi(*a, SELASA)).collect();
    let versi = pesanan::versi(s.baca(), id).await.unwrap();
    assert_eq!(pesanan::tugas::simpan(s, &l.depan, id, SENIN, versi, &isi).await.unwrap(), 0);
    id
}

async fn pesan(s: &Store, id: PenempatanId, mulai: Time) -> Result<String, GalatPesan> {
    let kontak = Kontak { bahasa: "id", ..Kontak::default() };
    pesanan::pesan(s, id, &PesananBaru { id: PesananId(Uuid::new_v4()), tanggal: SELASA, mulai, kontak, oleh: None }).await
}

/// People who ask for one slot of two on Tuesday at the same time, each over his node: how many have a place, and how many were told that it
/// is full.
pub(super) async fn berebut(minta: impl IntoIterator<Item = (Store, PenempatanId)>, mulai: Time) -> (usize, usize) {
    let minta: Vec<_> = minta.into_iter().map(|(s, id)| tokio::spawn(async move { pesan(&s, id, mulai).await })).collect();
    let (mut jadi, mut penuh) = (0, 0);
    for j in minta {
        match j.await.unwrap() {
            Ok(_) => jadi += 1,
            Err(GalatPesan::Slot(SalahPesan::Penuh(2))) => penuh += 1,
            Err(e) => panic!("{e:?}"),
        }
    }
    (jadi, penuh)
}

async fn sisa(l: &Loka, id: PenempatanId) -> Vec<u32> {
    let c = l.s().baca();
    let b = pesanan::hari_pesan(c, &pesanan::tempat(c, id).await.unwrap(), l.s().sekarang()).await.unwrap();
    b.slot(SELASA).unwrap().into_iter().map(|(_, n)| n).collect()
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// One of two places is left, and both services are asked for it at once, on two nodes.
    async fn two_services_and_the_last_place(basis: BasisUji) {
        let l = loka(basis).await;
        let dua = l.m.d.r.buka_lagi().await;
        let b = layanan_kedua(&l, &[l.m.petugas.akun, l.lain.akun]).await;
        pesan(l.s(), b, pukul(8, 0)).await.unwrap();
        assert_eq!([sisa(&l, l.id).await, sisa(&l, b).await], [[1, 2, 2, 2], [1, 2, 2, 2]]);
        let minta = (0..10).map(|n| if n % 2 == 0 { (l.s().clone(), l.id) } else { (dua.clone(), b) });
        assert_eq!(berebut(minta, pukul(8, 0)).await, (1, 9));
        assert_eq!([sisa(&l, l.id).await, sisa(&l, b).await], [[0, 2, 2, 2], [0, 2, 2, 2]]);
        // Nobody who has a place loses it by this, and one given up is free for both.
        assert_eq!(pesanan::periksa_dampak(l.s()).await.unwrap(), 0);
        let kode = pesan(l.s(), l.id, pukul(9, 0)).await.unwrap();
        pesan(l.s(), b, pukul(9, 0)).await.unwrap();
        assert!(matches!(pesan(l.s(), b, pukul(9, 0)).await, Err(GalatPesan::Slot(SalahPesan::Penuh(2)))));
        assert!(matches!(pesanan::pindah(l.s(), &kode, SELASA, pukul(8, 0), None).await, Err(GalatPesan::Slot(SalahPesan::Penuh(2)))));
        pesanan::batal(l.s(), &kode, None).await.unwrap();
        pesan(l.s(), b, pukul(9, 0)).await.unwrap();
        dua.tutup().await.unwrap();
    }

    /// Whom somebody else can serve takes no place here.
    async fn only_shared_officers_count(basis: BasisUji) {
        let l = loka(basis).await;
        let b = layanan_kedua(&l, &[l.lain.akun]).await;
        let t = pesanan::tempat(l.s().baca(), l.id).await.unwrap();
        let serumah = pesanan::serumah(l.s().baca(), &t, SENIN).await.unwrap();
        assert_eq!(serumah.into_iter().map(|s| (s.id, s.layanan)).collect::<Vec<_>>(), [(b, "Kartu keluarga".to_owned())]);
        pesan(l.s(), b, pukul(8, 30)).await.unwrap();
        assert_eq!([sisa(&l, l.id).await, sisa(&l, b).await], [vec![2, 1, 2, 2], vec![1, 0, 1, 1]]);
        // The first service has the first officer to itself: it takes nothing of the second until it needs him.
        pesan(l.s(), l.id, pukul(9, 0)).await.unwrap();
        assert_eq!(sisa(&l, b).await, [1, 0, 1, 1]);
        pesan(l.s(), l.id, pukul(9, 0)).await.unwrap();
        assert_eq!(sisa(&l, b).await, [1, 0, 0, 1]);
        // Next week nobody is on duty for both.
        assert_eq!(pesanan::serumah(l.s().baca(), &t, SENIN.saturating_add(7.days())).await.unwrap(), []);
    }

    /// One officer of two is left to both services: who took his time last gives way, whichever roster was saved last.
    async fn fewer_officers_for_both_services(basis: BasisUji) {
        let l = loka(basis).await;
        let dua = [l.isi(l.m.petugas.akun, SELASA), l.isi(l.lain.akun, SELASA)];
        let b = layanan_kedua(&l, &[l.m.petugas.akun, l.lain.akun]).await;
        let pertama = pesan(l.s(), b, pukul(8, 0)).await.unwrap();
        l.s().jam().maju(1);
        let kedua = pesan(l.s(), l.id, pukul(8, 0)).await.unwrap();
        l.s().jam().maju(1);
        let simpan = async |id, isi: &[Isi]| {
            let versi = pesanan::versi(l.s().baca(), id).await.unwrap();
            pesanan::tugas::simpan(l.s(), &l.depan, id, SENIN, versi, isi).await.unwrap()
        };
        let sebab = async |kode: &str| pesanan::dari_kode(l.s(), kode).await.unwrap().terbuka.map(|t| t.sebab);
        assert_eq!(simpan(l.id, &dua[..1]).await, 0, "the other service has a second officer");
        assert_eq!(simpan(b, &dua[..1]).await, 1);
        assert_eq!((sebab(&pertama).await, sebab(&kedua).await.as_deref()), (None, Some("kapasitas")));
        assert_eq!(pesanan::periksa_dampak(l.s()).await.unwrap(), 0, "told once");
        l.s().jam().maju(1);
        assert_eq!(simpan(b, &dua).await, 0);
        assert_eq!((sebab(&pertama).await, sebab(&kedua).await), (None, None));
    }

    /// A rule by which one service needs more of the officers' time is felt by the other at once.
    async fn another_rule_of_one_service_takes_time_of_the_other(basis: BasisUji) {
        let l = loka(basis).await;
        let b = layanan_kedua(&l, &[l.m.petugas.akun, l.lain.akun]).await;
        let berdua = async || {
            let (id, versi) = (AturanSlotId::baru(), pesanan::versi(l.s().baca(), b).await.unwrap());
            let a = AturanBaru { id, mulai: SELASA, jam: jam(), aturan: AturanSlot { per_petugas: 2, ..ATURAN }, versi };
            (id, pesanan::atur(l.s(), &l.m.kepala, b, &a).await.unwrap())
        };
        let (aturan, n) = berdua().await;
        assert_eq!(n, 0);
        for _ in 0..2 {
            pesan(l.s(), b, pukul(8, 0)).await.unwrap();
        }
        l.s().jam().maju(1);
        let kode = pesan(l.s(), l.id, pukul(8, 0)).await.unwrap();
        let sebab = async || pesanan::dari_kode(l.s(), &kode).await.unwrap().terbuka.map(|t| t.sebab);
        assert_eq!(pesanan::tarik_aturan(l.s(), &l.m.kepala, b, aturan).await.unwrap(), 1, "one at a time: both officers are needed there");
        assert_eq!(sebab().await.as_deref(), Some("kapasitas"));
        assert_eq!((berdua().await.1, sebab().await), (0, None));
    }
}
