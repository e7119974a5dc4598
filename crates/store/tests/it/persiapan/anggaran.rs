use crate::bangun::dunia;
use jiff::civil::date;
use store::{
    StoreError, hak,
    id::{AnggaranId, RealisasiId},
    persiapan::anggaran::{self, Isi, Jumlah, RUPIAH_MAKS},
};
use testkit::basis::BasisUji;

const ISI: Isi<'static> =
    Isi { rekening: "5.1.02.02.01.0003", uraian: "Honorarium evaluator", volume: 6, satuan: "orang-hari", harga: 350_000 };

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Planned and spent add up exactly; what was taken back or out stops counting and stays.
    async fn rencana_dan_realisasi(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let p = d.periode().await;
        let h = d.penyelenggara(p).await;
        let baca = hak::periode(s, &d.sekda, p).await.unwrap().pembaca();
        let (a, b) = (AnggaranId::baru(), AnggaranId::baru());
        for _ in 0..2 {
            anggaran::tambah(s, &h, a, ISI).await.unwrap();
        }
        anggaran::tambah(s, &h, b, Isi { rekening: "5.1.02.01", uraian: "Fotokopi", volume: 1, satuan: "paket", harga: 750_001 }).await.unwrap();
        for (volume, harga) in [(0, 1), (1, 0), (-1, 5), (2, RUPIAH_MAKS), (i64::MAX, 2)] {
            let salah = anggaran::tambah(s, &h, AnggaranId::baru(), Isi { volume, harga, ..ISI }).await;
            assert!(matches!(salah, Err(StoreError::Keadaan("anggaran-jumlah"))), "{volume} x {harga}");
        }
        let r = RealisasiId::baru();
        for _ in 0..2 {
            anggaran::bayar(s, &h, (a, r), date(2026, 3, 5), 2_000_000, "Termin 1").await.unwrap();
        }
        anggaran::bayar(s, &h, (a, RealisasiId::baru()), date(2026, 3, 9), 200_000, "Termin 2").await.unwrap();
        let semua = anggaran::daftar(s, &baca).await.unwrap();
        assert_eq!(semua.iter().map(|x| x.id).collect::<Vec<_>>(), [b, a], "by account code");
        assert_eq!((semua[1].jumlah(), semua[1].terpakai, semua[1].sisa()), (2_100_000, 2_200_000, -100_000), "over the plan");
        assert_eq!(Jumlah::dari(&semua), Jumlah { rencana: 2_850_001, terpakai: 2_200_000 });
        assert!(matches!(anggaran::hapus(s, &h, a, "batal").await, Err(StoreError::Keadaan("anggaran-terpakai"))));
        anggaran::batalkan(s, &h, (a, r), "salah catat").await.unwrap();
        assert!(matches!(anggaran::batalkan(s, &h, (b, r), "x").await, Err(StoreError::TidakDitemukan)));
        assert_eq!(anggaran::satu(s, &baca, a).await.unwrap().terpakai, 200_000);
        assert_eq!(anggaran::milik(s, &baca, a).await.unwrap().len(), 2, "the row that was taken back stays");
        anggaran::ubah(s, &h, b, 1, Isi { harga: 800_000, volume: 1, ..ISI }).await.unwrap();
        assert!(matches!(anggaran::ubah(s, &h, b, 1, ISI).await, Err(StoreError::Bentrok { versi: 2, .. })));
        anggaran::hapus(s, &h, b, "tidak jadi").await.unwrap();
        assert!(matches!(anggaran::satu(s, &baca, b).await, Err(StoreError::TidakDitemukan)));
        assert!(matches!(anggaran::bayar(s, &h, (b, RealisasiId::baru()), date(2026, 3, 5), 1, "").await, Err(StoreError::TidakDitemukan)));
    }
}
