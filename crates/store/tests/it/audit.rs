use crate::ruang::ruang;
use store::{
    audit::{self, Kejadian},
    id::PeriodeId,
    instansi::{self, InstansiBaru},
    kueri::Kueri,
    nilai,
};
use testkit::basis::BasisUji;

const BANTEN: InstansiBaru<'static> =
    InstansiBaru { kode: "36", nama: "Provinsi Contoh", jenis: "provinsi", wilayah: Some("36"), zona: "WIB" };

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// The clock was ahead, somebody set it right, and the program was started anew: what is written now is still the newest.
    async fn jam_mundur_dan_mulai_ulang(basis: BasisUji) {
        let r = ruang(basis).await;
        // A few seconds only, since all tests of the process share what was seen.
        let (detik, _) = store::id::baru().get_timestamp().unwrap().to_unix();
        let depan = uuid::Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, detik + 5, 0));
        let tx = r.store.mulai().await.unwrap();
        let sql = "INSERT INTO audit (id, pada, rantai, akun_id, aksi, objek, objek_id, rincian) VALUES ($1, $2, '-', NULL, 'uji', 'uji', '', '{}')";
        tx.jalankan(sql, nilai![depan, tx.pada]).await.unwrap();
        tx.commit().await.unwrap();
        let lagi = r.buka_lagi().await;
        let tx = lagi.mulai().await.unwrap();
        let id = audit::catat_oleh(&tx, None, Kejadian::baru("uji.kemudian", "uji", "")).await.unwrap();
        tx.commit().await.unwrap();
        assert!(id.0 > depan, "{id} after {depan}");
        assert!(id.0 < PeriodeId::baru().0);
    }


    /// Events wait until the sealer chains them, one chain an instansi; then everything holds.
    async fn segel_dan_periksa(basis: BasisUji) {
        let r = ruang(basis).await;
        let kunci = r.store.kunci().clone();
        let tx = r.store.mulai().await.unwrap();
        let id = instansi::tambah(&tx, None, BANTEN).await.unwrap();
        audit::catat_oleh(&tx, None, Kejadian::baru("uji.satu", "uji", "1")).await.unwrap();
        tx.commit().await.unwrap();
        let t = audit::periksa(&r.store, &kunci).await.unwrap();
        assert_eq!(t.belum_disegel.len(), 2);
        assert_eq!(audit::segel(&r.store).await.unwrap(), 2);
        assert_eq!(audit::segel(&r.store).await.unwrap(), 0);
        let t = audit::periksa(&r.store, &kunci).await.unwrap();
        assert_eq!((t.rantai, t.mata, t.rusak.len(), t.belum_disegel.len()), (2, 2, 0, 0));
        assert_eq!(audit::kepala(&r.store, &id.to_string()).await.unwrap().unwrap().nomor, 1);
    }

    /// A changed event, a cut-off end and a foreign key are each found.
    async fn ubahan_ketahuan(basis: BasisUji) {
        let r = ruang(basis).await;
        let kunci = r.store.kunci().clone();
        let tx = r.store.mulai().await.unwrap();
        for n in 0..3 {
            audit::catat_oleh(&tx, None, Kejadian::baru("uji", "uji", n)).await.unwrap();
        }
        tx.commit().await.unwrap();
        audit::segel(&r.store).await.unwrap();

        let lain = store::Kunci::dari_benih([7; 32]);
        assert_eq!(audit::periksa(&r.store, &lain).await.unwrap().rusak.len(), 1);

        let tx = r.store.mulai().await.unwrap();
        tx.jalankan("UPDATE audit SET aksi = 'uji.palsu' WHERE objek_id = $1", nilai!["1"]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(audit::periksa(&r.store, &kunci).await.unwrap().rusak.len(), 1);

        let tx = r.store.mulai().await.unwrap();
        tx.jalankan("UPDATE audit SET aksi = 'uji' WHERE objek_id = $1", nilai!["1"]).await.unwrap();
        tx.jalankan("DELETE FROM audit_mata WHERE nomor = 3", vec![]).await.unwrap();
        tx.jalankan("DELETE FROM audit WHERE objek_id = '2'", vec![]).await.unwrap();
        tx.commit().await.unwrap();
        let rusak = audit::periksa(&r.store, &kunci).await.unwrap().rusak;
        assert!(rusak.iter().any(|s| s.contains("terpotong")), "{rusak:?}");
    }

    /// Someone with the database but without the key rewrites an event, chains anew and removes the signatures in the way.
    async fn rantai_tanpa_tanda_ketahuan(basis: BasisUji) {
        let r = ruang(basis).await;
        let kunci = r.store.kunci().clone();
        for n in 0..3 {
            let tx = r.store.mulai().await.unwrap();
            audit::catat_oleh(&tx, None, Kejadian::baru("uji", "uji", n)).await.unwrap();
            tx.commit().await.unwrap();
            audit::segel(&r.store).await.unwrap();
        }
        assert!(audit::periksa(&r.store, &kunci).await.unwrap().rusak.is_empty());
        let tx = r.store.mulai().await.unwrap();
        tx.jalankan("DELETE FROM audit_kepala WHERE nomor > 1", vec![]).await.unwrap();
        tx.commit().await.unwrap();
        let rusak = audit::periksa(&r.store, &kunci).await.unwrap().rusak;
        assert_eq!(rusak.len(), 1, "{rusak:?}");
        assert!(rusak[0].contains("mata 2 sampai 3 tidak tercakup kepala bertanda"), "{rusak:?}");
        // The next event does not make this installation sign the forgery: it waits.
        let tx = r.store.mulai().await.unwrap();
        audit::catat_oleh(&tx, None, Kejadian::baru("uji", "uji", 9)).await.unwrap();
        tx.commit().await.unwrap();
        audit::segel(&r.store).await.unwrap();
        let t = audit::periksa(&r.store, &kunci).await.unwrap();
        assert_eq!((t.mata, t.rusak.len(), t.belum_disegel.len()), (3, 1, 1));
    }

    /// Two nodes seal at the same time: every event is chained once, and neither node fails.
    async fn dua_penyegel(basis: BasisUji) {
        let r = ruang(basis).await;
        for putaran in 0..20 {
            let tx = r.store.mulai().await.unwrap();
            for n in 0..5 {
                audit::catat_oleh(&tx, None, Kejadian::baru("uji", "uji", putaran * 5 + n)).await.unwrap();
            }
            tx.commit().await.unwrap();
            let (a, b, c) = tokio::join!(audit::segel(&r.store), audit::segel(&r.store), audit::segel(&r.store));
            assert!(a.is_ok() && b.is_ok() && c.is_ok(), "{a:?} {b:?} {c:?}");
        }
        audit::segel(&r.store).await.unwrap();
        let t = audit::periksa(&r.store, r.store.kunci()).await.unwrap();
        assert_eq!((t.mata, t.rusak.len(), t.belum_disegel.len()), (100, 0, 0), "{:?}", t.rusak);
    }

    /// A transaction that is dropped leaves neither the change nor its event.
    async fn batal_tanpa_bekas(basis: BasisUji) {
        let r = ruang(basis).await;
        let tx = r.store.mulai().await.unwrap();
        instansi::tambah(&tx, None, BANTEN).await.unwrap();
        drop(tx);
        assert!(instansi::dari_kode(&r.store, "36").await.is_err());
        assert_eq!(audit::segel(&r.store).await.unwrap(), 0);
    }
}
