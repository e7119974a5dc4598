use super::{
    bangun::{Meja, meja},
    bukti::pdf,
};
use store::{
    StoreError,
    berkas::{Rupa, SalahBerkas},
    bukti,
    id::UnggahanId,
    unggahan::{self, Akhir, Mulai, Terima},
};
use testkit::basis::BasisUji;

fn n(panjang: usize) -> i64 {
    i64::try_from(panjang).unwrap()
}

fn m(ukuran: usize) -> Mulai<'static> {
    Mulai { id: UnggahanId(uuid::Uuid::new_v4()), indikator: "1.a.Ak", nama: "sk.pdf", keterangan: "SK", ukuran: n(ukuran) }
}

fn sementara(p: &Meja) -> usize {
    std::fs::read_dir(p.s().folder().join("sementara")).unwrap().count()
}

async fn semua(p: &Meja, isi: &[u8]) -> UnggahanId {
    let id = unggahan::mulai(p.s(), &p.op, m(isi.len())).await.unwrap().id;
    assert_eq!(unggahan::tambah(p.s(), &p.op, id, 0, isi).await.unwrap(), Terima::Sampai(n(isi.len())));
    id
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Pieces in order, one sent twice, one too early; then a finish, twice.
    async fn potongan(basis: BasisUji) {
        let p = meja(basis).await;
        let isi = pdf(&"x".repeat(3000));
        let mulai = m(isi.len());
        let u = unggahan::mulai(p.s(), &p.op, mulai.clone()).await.unwrap();
        assert_eq!(unggahan::mulai(p.s(), &p.op, mulai.clone()).await.unwrap(), u);
        let lain = unggahan::mulai(p.s(), &p.op, Mulai { ukuran: 7, ..mulai }).await;
        assert!(matches!(lain, Err(StoreError::OperasiLain)));
        let kirim = async |dari: usize, sampai: usize| unggahan::tambah(p.s(), &p.op, u.id, n(dari), &isi[dari..sampai]).await.unwrap();
        assert_eq!(kirim(0, 1000).await, Terima::Sampai(1000));
        assert_eq!(kirim(0, 1000).await, Terima::Sampai(1000), "the same piece again");
        assert_eq!(kirim(2000, 3000).await, Terima::PosisiLain(1000), "a gap");
        assert_eq!(kirim(500, 1500).await, Terima::PosisiLain(1000), "half known");
        assert!(matches!(unggahan::selesai(p.s(), &p.op, u.id).await.unwrap(), Akhir::BelumLengkap(1000)));
        assert_eq!(unggahan::dari_id(p.s(), &p.op, u.id).await.unwrap().diterima, 1000);
        assert_eq!(unggahan::tertunda(p.s(), &p.op).await.unwrap().len(), 1);
        assert_eq!(kirim(1000, isi.len()).await, Terima::Sampai(n(isi.len())));
        assert_eq!(unggahan::tambah(p.s(), &p.op, u.id, n(isi.len()), b"x").await.unwrap(), Terima::Kelebihan);
        let Akhir::Tersimpan(satu) = unggahan::selesai(p.s(), &p.op, u.id).await.unwrap() else { panic!() };
        let Akhir::Tersimpan(dua) = unggahan::selesai(p.s(), &p.op, u.id).await.unwrap() else { panic!() };
        assert_eq!((&satu, satu.ukuran), (&dua, Some(n(isi.len()))));
        assert_eq!(bukti::daftar(p.s().baca(), p.lokus).await.unwrap(), [*satu]);
        assert!(unggahan::tertunda(p.s(), &p.op).await.unwrap().is_empty());
        assert_eq!(sementara(&p), 0);
    }

    /// A wrong or cut-off content leaves nothing at all.
    async fn ditolak(basis: BasisUji) {
        let p = meja(basis).await;
        for (isi, salah) in [(b"MZ exe".to_vec(), SalahBerkas::Lain(Rupa::Program)), (pdf("x")[..20].to_vec(), SalahBerkas::Terpotong)] {
            let id = semua(&p, &isi).await;
            assert!(matches!(unggahan::selesai(p.s(), &p.op, id).await.unwrap(), Akhir::Ditolak(s) if s == salah));
            assert!(matches!(unggahan::selesai(p.s(), &p.op, id).await, Err(StoreError::TidakDitemukan)));
        }
        assert!(bukti::daftar(p.s().baca(), p.lokus).await.unwrap().is_empty());
        assert_eq!(sementara(&p), 0);
        assert!(std::fs::read_dir(p.s().folder().join("objek")).unwrap().next().is_none());
    }

    /// Sizes that would be refused at the end are refused at the beginning.
    async fn ukuran(basis: BasisUji) {
        let p = meja(basis).await;
        assert!(matches!(unggahan::mulai(p.s(), &p.op, m(0)).await, Err(StoreError::Keadaan("bukti-salah-kosong"))));
        let besar = m(store::berkas::UKURAN_MAKS + 1);
        assert!(matches!(unggahan::mulai(p.s(), &p.op, besar).await, Err(StoreError::Keadaan("bukti-salah-terlalu-besar"))));
        unggahan::mulai(p.s(), &p.op, m(store::berkas::UKURAN_MAKS)).await.unwrap();
    }

    /// After a submission nothing begins and nothing finishes.
    async fn terkirim(basis: BasisUji) {
        let p = meja(basis).await;
        let id = semua(&p, &pdf("x")).await;
        p.simpan("1.a.Ak", 0, 1).await.unwrap();
        p.siapkan().await;
        p.ajukan().await.unwrap();
        assert!(matches!(unggahan::selesai(p.s(), &p.op, id).await, Err(StoreError::Keadaan("f01-sudah-terkirim"))));
        assert!(matches!(unggahan::mulai(p.s(), &p.op, m(10)).await, Err(StoreError::Keadaan("f01-sudah-terkirim"))));
    }

    /// What nobody went on with for a day is swept, the rest stays; giving up sweeps at once.
    async fn sapu(basis: BasisUji) {
        let p = meja(basis).await;
        let lama = semua(&p, &pdf("x")).await;
        p.s().jam().maju(20 * 3600);
        let muda = semua(&p, &pdf("y")).await;
        p.s().jam().maju(5 * 3600);
        assert_eq!(unggahan::sapu(p.s()).await.unwrap(), 1);
        assert!(unggahan::dari_id(p.s(), &p.op, lama).await.is_err());
        assert!(unggahan::dari_id(p.s(), &p.op, muda).await.is_ok());
        assert_eq!(sementara(&p), 1);
        unggahan::batalkan(p.s(), &p.op, muda).await.unwrap();
        unggahan::batalkan(p.s(), &p.op, muda).await.unwrap();
        assert_eq!(sementara(&p), 0);
    }
}
