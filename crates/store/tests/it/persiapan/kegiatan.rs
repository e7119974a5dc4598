use crate::bangun::dunia;
use jiff::civil::DateTime;
use store::{
    StoreError, hak,
    id::{BahanId, HadirId, JadwalId},
    kueri::Kueri,
    objek,
    persiapan::{
        jadwal::{self, Isi, Jenis},
        kegiatan::{self, HadirBaru, Pintu},
        ringkas,
    },
    zona_waktu,
};
use testkit::basis::BasisUji;

fn isi(jenis: Jenis, mulai: DateTime) -> Isi<'static> {
    Isi { lokus: None, jenis, judul: "Sosialisasi", mulai, selesai: mulai, tempat: "", tautan: "", petugas: "", keterangan: "" }
}

fn baru(nama: &'static str) -> HadirBaru<'static> {
    HadirBaru { id: HadirId::baru(), nama, jabatan: "Staf", unit: "Dinas Sosial" }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// The door opens an hour before and closes two hours after; nobody is on the list twice; erasing takes the texts away.
    async fn daftar_hadir(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let p = d.periode().await;
        let h = d.penyelenggara(p).await;
        let baca = hak::periode(s, &d.biro, p).await.unwrap().pembaca();
        let kini = s.sekarang().timestamp().to_zoned(zona_waktu("WITA")).datetime();
        let jam = |n: i64| kini.checked_add(jiff::Span::new().hours(n)).unwrap();
        let (j, tenggat) = (JadwalId::baru(), JadwalId::baru());
        jadwal::tambah(s, &h, j, &isi(Jenis::Sosialisasi, jam(3))).await.unwrap();
        jadwal::tambah(s, &h, tenggat, &isi(Jenis::Tenggat, jam(3))).await.unwrap();
        assert!(matches!(kegiatan::simpan(s, &h, tenggat, 0, "x").await, Err(StoreError::Keadaan("kegiatan-bukan-sidang"))));
        assert!(matches!(kegiatan::catat_manual(s, &h, j, baru("Ibu A")).await, Err(StoreError::Keadaan("kegiatan-belum"))));
        kegiatan::simpan(s, &h, j, 0, "Pembukaan\nPaparan").await.unwrap();
        assert!(matches!(kegiatan::simpan(s, &h, j, 0, "x").await, Err(StoreError::Bentrok { versi: 1, .. })));
        let k = kegiatan::milik(s, &baca, j).await.unwrap().unwrap();
        assert!(matches!(kegiatan::hadir(s, &k.token, None, baru("Ibu A")).await, Err(StoreError::Keadaan("hadir-belum"))));
        s.jam().maju(2 * 3600 + 60);
        let a = baru("Ibu A");
        kegiatan::hadir(s, &k.token, None, a).await.unwrap();
        kegiatan::hadir(s, &k.token, None, a).await.unwrap();
        kegiatan::hadir(s, &k.token, None, baru("IBU a")).await.unwrap();
        for _ in 0..2 {
            kegiatan::hadir(s, &k.token, Some(&d.biro), baru("Biro")).await.unwrap();
        }
        assert!(matches!(kegiatan::hadir(s, "salah", None, baru("Ibu B")).await, Err(StoreError::TidakDitemukan)));
        assert_eq!(kegiatan::daftar_hadir(s, &baca, j).await.unwrap().len(), 2);
        assert_eq!(ringkas::siap(s, &baca).await.unwrap().dihadiri, 1);
        let (acara, _) = kegiatan::dari_token(s, &k.token).await.unwrap();
        assert_eq!(kegiatan::pintu(&acara, s.sekarang()).unwrap(), Pintu::Terbuka);
        s.jam().maju(4 * 3600);
        assert!(matches!(kegiatan::hadir(s, &k.token, None, baru("Ibu B")).await, Err(StoreError::Keadaan("hadir-lewat"))));
        kegiatan::catat_manual(s, &h, j, baru("Ibu C")).await.unwrap();
        kegiatan::hapus_hadir(s, &h, j, a.id, "permintaan yang bersangkutan").await.unwrap();
        assert_eq!(kegiatan::jumlah_hadir_beberapa(s, &[j]).await.unwrap()[&j], 2);
        let sisa = s.baca().angka("SELECT COUNT(*) AS n FROM kegiatan_hadir WHERE LOWER(nama) = 'ibu a'", vec![]).await.unwrap();
        assert_eq!(sisa, 0, "the name is gone");
        let audit = s.baca().angka("SELECT COUNT(*) AS n FROM audit WHERE rincian LIKE '%Ibu%'", vec![]).await.unwrap();
        assert_eq!(audit, 0, "no name in the log");
    }

    async fn bahan(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let p = d.periode().await;
        let h = d.penyelenggara(p).await;
        let baca = hak::periode(s, &d.biro, p).await.unwrap().pembaca();
        let j = JadwalId::baru();
        jadwal::tambah(s, &h, j, &isi(Jenis::Bimtek, jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0))).await.unwrap();
        kegiatan::simpan(s, &h, j, 0, "").await.unwrap();
        let f = objek::simpan(s, b"%PDF-1.7 ... %%EOF").unwrap();
        let id = BahanId::baru();
        for _ in 0..2 {
            kegiatan::tambah_bahan(s, &h, (j, id), "Paparan", (&f, store::berkas::Tipe::Pdf, "paparan.pdf")).await.unwrap();
        }
        assert_eq!(kegiatan::bahan(s, j).await.unwrap().len(), 1);
        assert_eq!(kegiatan::satu_bahan(s, &baca, id).await.unwrap().nama_berkas, "paparan.pdf");
        kegiatan::buang(s, &h, j, id).await.unwrap();
        assert!(matches!(kegiatan::satu_bahan(s, &baca, id).await, Err(StoreError::TidakDitemukan)));
    }
}
