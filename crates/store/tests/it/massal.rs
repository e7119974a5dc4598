//! Whole lists of services: issued by one decree and placed at a gerai at once, with the rules and the events of one by one.

use crate::{mpp::mal, orang::orang};
use jiff::ToSpan;
use store::{
    StoreError, audit,
    hak::{self, KepalaLayanan, PengelolaLayanan},
    id::{LayananId, PenempatanId},
    kueri::Kueri,
    layanan::{self, Isi, KOMPONEN, Sk, massal},
    mpp::{self, PenempatanIsi},
    nilai,
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;

/// Who drafts and who issues in the unit of the mall.
async fn berdua(m: &crate::mpp::Mal) -> (PengelolaLayanan, KepalaLayanan) {
    let (s, unit) = (&m.d.r.store, Lingkup::Unit { unit: m.d.dinsos, instansi: m.d.kab });
    let o = orang(s, "operator.banyak@kab.id", Peran::UnitOperator, unit.clone()).await;
    let k = orang(s, "kepala.banyak@kab.id", Peran::UnitKepala, unit).await;
    let o = hak::unit(s, &o, m.d.dinsos).await.unwrap().pengelola_layanan().unwrap();
    (o, hak::unit(s, &k, m.d.dinsos).await.unwrap().kepala_layanan().unwrap())
}

fn isi(nama: &str) -> Isi {
    let teks = KOMPONEN.iter().map(|k| (k.kunci.to_owned(), format!("{} {nama}", k.kunci))).collect();
    Isi { nama: nama.into(), ringkas: "-".into(), teks, hari_kerja: Some(3) }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn a_list_is_issued_and_placed_or_nothing_of_it(basis: BasisUji) {
        let m = mal(basis).await;
        let s = &m.d.r.store;
        let (o, k) = berdua(&m).await;
        let hari = s.sekarang().hari("WITA");
        let sk = Sk { nomor: "SK/9", tanggal: hari, mulai: hari, tinjau: hari.saturating_add(1.year()) };
        // More than one statement takes, twice with one name, one of which is taken.
        let mut semua: Vec<(LayananId, Isi)> = (0..230).map(|n| (LayananId::baru(), isi(&format!("Izin nomor {n}")))).collect();
        semua.push((LayananId::baru(), isi("KTP baru")));
        semua.push((LayananId::baru(), isi("KTP baru")));
        massal::terbitkan(s, (&o, &k), &semua, &sk, true).await.unwrap();
        let kode = |t: &layanan::Terbit| t.layanan.kode.clone();
        let ada = layanan::semua(s).await.unwrap();
        assert_eq!(ada.len(), 232);
        assert!(ada.iter().any(|t| kode(t) == "ktp-baru-2") && ada.iter().any(|t| kode(t) == "ktp-baru-3"), "ktp-baru was there");
        let satu = layanan::dari_kode(s, "izin-nomor-229").await.unwrap();
        assert_eq!((satu.isi.lengkap(), satu.isi.hari_kerja, satu.layanan.versi), (14, Some(3), 2));
        let b = layanan::berlaku(s.baca(), satu.layanan.id, hari).await.unwrap().unwrap();
        assert_eq!((b.sk_nomor.as_str(), b.nomor), ("SK/9", 1));

        let awalan: Vec<String> = (0..230_u8).map(|n| format!("{}{}", char::from(b'B' + n / 26), char::from(b'A' + n % 26))).collect();
        let tempat = |n: usize, awalan| (PenempatanId::baru(), semua[n].0, PenempatanIsi { awalan, menit: Some(5), undangan: n == 0 });
        let daftar: Vec<_> = awalan.iter().enumerate().map(|(n, a)| tempat(n, a.as_str())).collect();
        // One prefix twice, one service twice: nothing is written.
        let ganda = [daftar[0], (PenempatanId::baru(), semua[1].0, daftar[0].2)];
        let hasil = mpp::tempatkan_banyak(s, &m.kepala, m.gerai, &ganda).await;
        assert!(matches!(hasil, Err(StoreError::SudahAda("awalan"))), "{hasil:?}");
        let ganda = [daftar[0], tempat(0, "ZZ")];
        let hasil = mpp::tempatkan_banyak(s, &m.kepala, m.gerai, &ganda).await;
        assert!(matches!(hasil, Err(StoreError::SudahAda("layanan"))), "{hasil:?}");
        assert!(mpp::penempatan(s.baca(), m.gerai).await.unwrap().is_empty());
        mpp::tempatkan_banyak(s, &m.kepala, m.gerai, &daftar).await.unwrap();
        let ada = mpp::penempatan(s.baca(), m.gerai).await.unwrap();
        assert_eq!((ada.len(), ada[0].awalan.as_str(), ada[0].kehadiran.as_str(), ada[1].kehadiran.as_str()), (230, "BA", "undangan", "jadwal"));

        let n = async |aksi: &str| s.baca().angka("SELECT COUNT(*) AS n FROM audit WHERE aksi = $1", nilai![aksi]).await.unwrap();
        assert_eq!((n("layanan.tambah").await, n("standar.tetapkan").await, n("penempatan.tambah").await), (233, 232, 230));
        // Each waits with a mark of its own, so the sealer takes them all.
        while audit::segel(s).await.unwrap() > 0 {}
        let antre = s.baca().angka("SELECT COUNT(*) AS n FROM audit_antre", nilai![]).await.unwrap();
        assert_eq!(antre, 0);
    }

    async fn a_list_with_one_fault_is_refused_whole(basis: BasisUji) {
        let m = mal(basis).await;
        let s = &m.d.r.store;
        let (o, k) = berdua(&m).await;
        let hari = s.sekarang().hari("WITA");
        let sk = Sk { nomor: "SK/9", tanggal: hari, mulai: hari, tinjau: hari.saturating_add(1.year()) };
        let kurang = Isi { teks: [("produk".to_owned(), "Surat".to_owned())].into(), ..isi("Kurang") };
        let semua = [(LayananId::baru(), isi("Baik")), (LayananId::baru(), kurang)];
        let coba = async |semua: &[(LayananId, Isi)], sk: &Sk<'_>| massal::terbitkan(s, (&o, &k), semua, sk, true).await;
        assert!(matches!(coba(&semua, &sk).await, Err(StoreError::Keadaan("standar-belum-lengkap"))));
        let tanpa = Sk { nomor: " ", ..sk };
        assert!(matches!(coba(&semua[..1], &tanpa).await, Err(StoreError::Keadaan("standar-sk"))));
        let mundur = Sk { tinjau: hari, ..sk };
        assert!(matches!(coba(&semua[..1], &mundur).await, Err(StoreError::Keadaan("standar-tinjau"))));
        assert!(layanan::semua(s).await.unwrap().is_empty());
        coba(&semua[..1], &sk).await.unwrap();
        assert!(matches!(coba(&semua[..1], &sk).await, Err(StoreError::SudahAda(_))), "the same list again");
        assert_eq!(layanan::semua(s).await.unwrap().len(), 1);
    }
}
