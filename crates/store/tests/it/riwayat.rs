use crate::{bangun::dunia, ruang::ruang};
use store::{
    Store,
    instansi::{self, InstansiBaru},
    kueri::Kueri,
    nilai,
    riwayat::{self, Laporan, Salah},
};
use testkit::basis::BasisUji;

const KEPALA: &str = "id,tingkat,skema,tahun,instansi,unit,ipp,konversi,kategori,kepastian,catatan,sumber\n";
const NYATA: &str = include_str!("../../../../data/riwayat-ipp.csv");

async fn impor(s: &Store, teks: &str) -> Laporan {
    let tx = s.mulai().await.unwrap();
    let l = riwayat::impor(&tx, teks).await.unwrap();
    tx.commit().await.unwrap();
    l
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// The real file comes in whole; again it changes nothing; a corrected row changes one.
    async fn impor_berulang(basis: BasisUji) {
        let s = &ruang(basis).await.store;
        let l = impor(s, NYATA).await;
        assert_eq!((l.baru, l.berubah, l.sama, l.salah.len()), (69, 0, 0, 0));
        let l = impor(s, NYATA).await;
        assert_eq!((l.baru, l.berubah, l.sama), (0, 0, 69));
        let l = impor(s, &NYATA.replace("V043,instansi,nasional,2025,Kab. Sumedang,,4.72", "V043,instansi,nasional,2025,Kab. Sumedang,,4.73")).await;
        assert_eq!((l.baru, l.berubah, l.sama), (0, 1, 68));
        assert_eq!(s.baca().angka("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'riwayat.impor'", nilai![]).await.unwrap(), 2);
        let kendal = riwayat::dari_slug(s, "kab-kendal").await.unwrap();
        assert_eq!((kendal[0].kategori_tabel.as_str(), kendal[0].kategori_lain()), ("A-", Some("A")));
        let lain = riwayat::semua_instansi(s).await.unwrap();
        assert!(lain.iter().all(|i| i.instansi != "Indonesia"), "a national mean is no instansi");
    }

    /// Each fault is named at its row and column, all at once, and nothing is stored.
    async fn salah(basis: BasisUji) {
        let s = &ruang(basis).await.store;
        let isi = "a,instansi,nasional,2024,Kota X,,4.5,,A-,pers,,x\n\
            a,unit,lokal,24,Kota X,,5.01,101,Z,kabar,,\n\
            c,instansi,nasional,2024,Kota X,RSUD,4/1,,,pers,,x\n\
            d,instansi\n";
        let l = impor(s, &format!("{KEPALA}{isi}")).await;
        let salah: Vec<(usize, &str)> = l.salah.iter().map(|x| (x.baris, x.kolom)).collect();
        for ada in [(3, "id"), (3, "unit"), (3, "skema"), (3, "tahun"), (3, "ipp"), (3, "konversi"), (3, "kategori"), (3, "kepastian"), (3, "sumber"), (4, "unit"), (4, "ipp"), (5, "id")] {
            assert!(salah.contains(&ada), "{ada:?} in {salah:?}");
        }
        assert!(!salah.iter().any(|(baris, _)| *baris == 2));
        assert_eq!(s.baca().angka("SELECT COUNT(*) AS n FROM riwayat_ipp", nilai![]).await.unwrap(), 0);
        let l = impor(s, "id,tahun\nx,2024\n").await;
        assert!(l.salah.iter().all(|x| x.salah == Salah::TanpaKolom) && l.salah.len() == 10);
    }

    /// A registered instansi gets its rows by name, but not when two share the name.
    async fn tautan_nama(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let baris = "k1,instansi,nasional,2024,Kab. Kutai Timur,,4.10,,,pers,,x\nk2,unit,mandiri,2023,Pemerintah Kabupaten Kutai Timur,RSUD,4.00,,,pers,,x\n";
        assert_eq!(impor(s, &format!("{KEPALA}{baris}")).await.tertaut, 2);
        assert_eq!(riwayat::milik(s, d.kab).await.unwrap().len(), 2);
        let tx = s.mulai().await.unwrap();
        let kembar = InstansiBaru { kode: "kembar", nama: "Kab. Kutai Timur", jenis: "kabupaten", wilayah: None, zona: "WITA" };
        instansi::tambah(&tx, None, kembar).await.unwrap();
        tx.commit().await.unwrap();
        let l = impor(s, &format!("{KEPALA}{baris}")).await;
        assert_eq!((l.tertaut, l.berubah), (0, 2));
        assert!(riwayat::milik(s, d.kab).await.unwrap().is_empty());
    }

    /// Two decimals tie and share a rank; an instansi with two values for a year is not ranked.
    async fn peringkat(basis: BasisUji) {
        let s = &ruang(basis).await.store;
        impor(s, NYATA).await;
        let p = riwayat::peringkat(s, 2025, "nasional", "kabupaten").await.unwrap();
        let urut: Vec<(usize, &str)> = p.urutan.iter().take(6).map(|r| (r.peringkat, r.item.instansi.as_str())).collect();
        assert_eq!(urut, [(1, "Kab. Sumedang"), (2, "Kab. Sleman"), (3, "Kab. Batang"), (3, "Kab. Jombang"), (5, "Kab. Bantul"), (5, "Kab. Bojonegoro")]);
        assert!(p.ada_sama());
        let kota = riwayat::peringkat(s, 2024, "nasional", "kota").await.unwrap();
        assert!(kota.urutan.iter().all(|r| r.item.instansi != "Kota Malang"));
        assert_eq!(kota.bertentangan.iter().map(|r| r.ipp.as_str()).collect::<Vec<_>>(), ["4.57", "4.54"]);
        let mandiri = riwayat::peringkat(s, 2024, "mandiri", "kota").await.unwrap();
        assert_eq!(mandiri.urutan.len(), 2, "a scheme is never mixed with another");
        assert_eq!(riwayat::pilihan(s).await.unwrap()[0].tahun, 2025);
        assert_eq!(riwayat::acuan(s, 2024, "nasional").await.unwrap().len(), 3);
    }

    /// An administrator sees first what a file would do; with a fault nothing is stored, and who stored it is in the log.
    async fn lewat_halaman(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let a = crate::orang::orang(s, "admin@kab.id", store::peran::Peran::Admin, store::peran::Lingkup::Instalasi).await.admin().unwrap();
        let n = async |sql: &str| s.baca().angka(sql, nilai![]).await.unwrap();
        let isi = format!("{KEPALA},,,,,,,,,,,\nA1,instansi,nasional,2023,Kab. Contoh,,4.10,,,pers,,berita\n");
        let l = riwayat::coba(s, &a, &isi).await.unwrap();
        assert_eq!((l.baru, l.berubah, l.perubahan[0].baris, n("SELECT COUNT(*) AS n FROM riwayat_ipp").await), (1, 0, 3, 0));
        riwayat::terapkan(s, &a, &isi).await.unwrap();
        let l = riwayat::coba(s, &a, &isi.replace("4.10", "4.11")).await.unwrap();
        assert_eq!((l.berubah, l.perubahan[0].lama.as_deref(), l.perubahan[0].isi.ipp.as_str()), (1, Some("4.10"), "4.11"));
        let l = riwayat::terapkan(s, &a, &isi.replace("4.10", "6").replace("A1", "A2")).await.unwrap();
        assert_eq!((l.salah.len(), n("SELECT COUNT(*) AS n FROM riwayat_ipp").await), (1, 1));
        assert_eq!(n("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'riwayat.impor' AND akun_id IS NOT NULL").await, 1);
    }
}
