//! The line as it is shown: order, figures of the day, estimates, and what open pages are told.

use super::{Balai, balai};
use layanan::antrean::{Dasar, Perkiraan, Prioritas, SlotPesanan};
use store::{
    StoreError,
    antrean::{self, Tiket, garis, hari, langkah::Aksi, perkiraan},
    id::OperasiId,
    mpp,
};
use testkit::basis::BasisUji;

async fn potret(b: &Balai) -> garis::Potret {
    garis::potret(b.s().baca(), b.mpp.unit_id, b.m.gerai, b.s().sekarang()).await.unwrap()
}

async fn kira(b: &Balai) -> perkiraan::Hitungan {
    let bahan = perkiraan::bahan(b.s().baca(), b.m.gerai, b.s().sekarang()).await.unwrap();
    perkiraan::hitung(&potret(b).await, &bahan)
}

/// The next is called to the first counter and served there.
async fn layani(b: &Balai) -> Tiket {
    let t = b.berikut(0).await.unwrap();
    antrean::langkah::lakukan(b.s(), &b.petugas[0], OperasiId::baru(), t.id, Aksi::Layani).await.unwrap();
    t
}

/// Twelve people come and are served at the first counter, five minutes each.
async fn selusin(b: &Balai) {
    for _ in 0..12 {
        b.ambil(Prioritas::Biasa).await;
        layani(b).await;
        b.s().jam().maju(300);
    }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn kelompok_rentan_go_first_and_nobody_starves(basis: BasisUji) {
        let b = balai(basis).await;
        b.duduk(0).await;
        let biasa = [b.ambil(Prioritas::Biasa).await, b.ambil(Prioritas::Biasa).await];
        let mut rentan = Vec::new();
        for _ in 0..3 {
            b.s().jam().maju(10);
            rentan.push(b.ambil(Prioritas::Rentan).await);
        }
        let harap = [rentan[0].id, rentan[1].id, biasa[0].id, rentan[2].id, biasa[1].id];
        assert_eq!(potret(&b).await.urutan, harap);
        for id in harap {
            assert_eq!(layani(&b).await.id, id);
        }
    }

    /// People see the order of the counter that is furthest; an officer's own screen begins with whom his button calls.
    async fn each_counter_reads_first_whom_it_calls(basis: BasisUji) {
        let b = balai(basis).await;
        b.duduk(0).await;
        b.duduk(1).await;
        let biasa = b.ambil(Prioritas::Biasa).await;
        for _ in 0..2 {
            b.ambil(Prioritas::Rentan).await;
            layani(&b).await;
        }
        let rentan = b.ambil(Prioritas::Rentan).await;
        let p = potret(&b).await;
        assert_eq!(p.urutan, [biasa.id, rentan.id]);
        assert_eq!(p.clone().menurut(b.loket[0]).urutan, [biasa.id, rentan.id]);
        assert_eq!(p.menurut(b.loket[1]).urutan, [rentan.id, biasa.id]);
        assert_eq!([b.berikut(1).await.unwrap().id, b.berikut(0).await.unwrap().id], [rentan.id, biasa.id]);
    }

    async fn estimates_are_a_guess_until_the_gerai_has_times_of_its_own(basis: BasisUji) {
        let b = balai(basis).await;
        let s = b.s();
        let p = b.duduk(0).await;
        let kira = async || kira(&b).await.tiket.into_iter().map(|(_, p)| p).collect::<Vec<_>>();
        for _ in 0..3 {
            b.ambil(Prioritas::Biasa).await;
        }
        let awal = kira().await;
        assert!(matches!(awal[0], Perkiraan::Rentang { dasar: Dasar::Langsung, .. }), "{awal:?}");
        assert!(matches!(awal[1], Perkiraan::Rentang { dasar: Dasar::Tebakan, .. }), "{awal:?}");
        selusin(&b).await;
        let t = b.berikut(0).await.unwrap();
        antrean::langkah::lakukan(s, p, OperasiId::baru(), t.id, Aksi::Lewati).await.unwrap();
        let kini = kira().await;
        let Perkiraan::Rentang { dari_menit, sampai_menit, dasar: Dasar::Contoh { banyak } } = kini[1] else { panic!("{kini:?}") };
        assert!(banyak >= 12 && dari_menit <= 5 && sampai_menit >= 5, "{kini:?}");
        antrean::loket::tutup(s, p).await.unwrap();
        assert!(kira().await.iter().all(|p| matches!(p, Perkiraan::TanpaLoket)));

        let g = &hari::ringkas(s.baca(), b.mpp.unit_id, s.sekarang()).await.unwrap()[0];
        assert_eq!((g.loket, g.terbuka, g.semua, g.menunggu, g.selesai, g.tertunda), (3, 0, 15, 2, 12, 1));
        assert!(g.terlama.is_some());
        assert!(hari::tunggu(s.baca(), b.mpp.unit_id, s.sekarang()).await.unwrap().contains_key(&b.m.gerai));
    }

    /// Whoever would come next is told what his number then says, also when nobody waits but somebody is served.
    async fn before_the_number_as_on_it(basis: BasisUji) {
        let b = balai(basis).await;
        b.duduk(0).await;
        let bebas = kira(&b).await.berikut;
        assert!(matches!(bebas, Some(Perkiraan::Rentang { dasar: Dasar::Langsung, .. })), "{bebas:?}");
        selusin(&b).await;
        b.ambil(Prioritas::Biasa).await;
        b.berikut(0).await.unwrap();
        let sebelum = kira(&b).await;
        assert!(sebelum.tiket.is_empty(), "{sebelum:?}");
        let sebelum = sebelum.berikut.unwrap();
        assert!(matches!(sebelum, Perkiraan::Rentang { dari_menit: 4, sampai_menit: 6, .. }), "five minutes each: {sebelum:?}");
        let t = b.ambil(Prioritas::Biasa).await;
        assert_eq!(kira(&b).await.tiket, [(t.id, sebelum)]);
    }

    /// As the report counts it: whoever comes early waits for the office from the booked time on.
    async fn coming_before_a_booked_time_is_no_waiting(basis: BasisUji) {
        let b = balai(basis).await;
        let s = b.s();
        b.duduk(0).await;
        let kini = s.sekarang().timestamp();
        let menit = |n: i64| kini.checked_add(jiff::SignedDuration::from_mins(n)).unwrap();
        let slot = |mulai: i64| Some(SlotPesanan { mulai: menit(mulai), selesai: menit(mulai + 30) });
        for mulai in [20, 60] {
            let tx = s.mulai().await.unwrap();
            antrean::terbit(&tx, &b.ktp, Prioritas::Biasa, slot(mulai)).await.unwrap();
            tx.commit().await.unwrap();
        }
        s.jam().maju(30 * 60);
        // The one is called ten minutes late, the other half an hour early.
        for harap in [600, 300] {
            layani(&b).await;
            let lama = hari::tunggu(s.baca(), b.mpp.unit_id, s.sekarang()).await.unwrap();
            assert_eq!(lama.get(&b.m.gerai), Some(&harap));
        }
    }

    /// What was done at a gerai stays in the day's figures when it closes; whoever waits keeps it open.
    async fn a_closed_gerai_still_counts_today(basis: BasisUji) {
        let b = balai(basis).await;
        let s = b.s();
        let p = b.duduk(0).await;
        b.ambil(Prioritas::Biasa).await;
        let h = mpp::halangan(s.baca(), &b.mpp, b.m.gerai, s.sekarang()).await.unwrap();
        assert_eq!((h.nomor, h.permohonan, h.pesanan), (1, 0, 0));
        let tutup = async || mpp::tutup_gerai(s, &b.m.kepala, b.m.gerai, "pindah").await;
        assert!(matches!(tutup().await, Err(StoreError::Keadaan("gerai-masih-antre"))));
        let t = b.berikut(0).await.unwrap();
        for aksi in [Aksi::Layani, Aksi::Selesai] {
            antrean::langkah::lakukan(s, p, OperasiId::baru(), t.id, aksi).await.unwrap();
        }
        tutup().await.unwrap();
        let hari = hari::ringkas(s.baca(), b.mpp.unit_id, s.sekarang()).await.unwrap();
        assert_eq!(hari.iter().map(|g| (g.selesai, g.tutup.is_some())).collect::<Vec<_>>(), [(1, true)]);
        s.jam().maju(86_400);
        assert!(hari::ringkas(s.baca(), b.mpp.unit_id, s.sekarang()).await.unwrap().is_empty(), "another day");
    }

    async fn open_pages_are_told_at_the_commit_and_once(basis: BasisUji) {
        let b = balai(basis).await;
        let s = b.s();
        let mut dengar = s.kabar();
        let sejak = s.sekarang();
        b.ambil(Prioritas::Biasa).await;
        let k = dengar.try_recv().unwrap();
        assert_eq!(k.topik, antrean::topik(b.m.gerai));
        assert!(dengar.try_recv().is_err());
        let tabel = store::peristiwa::satu_satu(s, sejak).await.unwrap();
        assert!(tabel.iter().any(|x| x.id == k.id), "the same id in the table, for other nodes");
        // What is not committed is told to nobody.
        let tx = s.mulai().await.unwrap();
        antrean::terbit(&tx, &b.ktp, Prioritas::Biasa, None).await.unwrap();
        drop(tx);
        assert!(dengar.try_recv().is_err());
    }
}
