use crate::bangun::{JASA, dunia};
use store::{
    StoreError, hak,
    id::LokusId,
    instansi,
    kueri::Kueri,
    lokus::{
        self, LokusIsi, Saring, Tahap,
        keadaan::{self, Langkah, Status},
    },
    nilai,
    periode::{self, Fase},
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// A unit is a lokus of a period once; a repeated press adds nothing; a unit outside the reach is unknown.
    async fn tambah(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let id = d.periode().await;
        let h = d.penyelenggara(id).await;
        let l = LokusId::baru();
        assert_eq!(instansi::unit_untuk_lokus(s, &h, "KUDUNG").await.unwrap().1, 1);
        lokus::tambah(s, &h, l, d.rsud, JASA).await.unwrap();
        lokus::tambah(s, &h, l, d.rsud, JASA).await.unwrap();
        assert!(matches!(lokus::tambah(s, &h, l, d.dinsos, JASA).await, Err(StoreError::OperasiLain)));
        assert!(matches!(lokus::tambah(s, &h, LokusId::baru(), d.rsud, JASA).await, Err(StoreError::SudahAda("unit"))));
        let b = LokusIsi { formulir: "B", ..JASA };
        assert!(matches!(lokus::tambah(s, &h, LokusId::baru(), d.dinsos, b).await, Err(StoreError::Keadaan("edisi-formulir-b-tidak-ada"))));
        assert_eq!(instansi::unit_untuk_lokus(s, &h, "kudung").await.unwrap().1, 0, "already a lokus");
        assert_eq!(lokus::dari_id(s.baca(), l).await.unwrap().kode, "64.08-2026-mandiri-rsud");
        for (kode, harap) in [("64.08-poli", "64.08-2026-mandiri-poli"), ("64.08-rsud", "64.08-2026-mandiri-64.08-rsud")] {
            let tx = s.mulai().await.unwrap();
            let u = instansi::UnitBaru { kode, instansi: d.kab, induk: None, nama: kode, jenis: "x", alamat: "" };
            let u = instansi::tambah_unit(&tx, None, u).await.unwrap();
            tx.commit().await.unwrap();
            let l = lokus::tambah(s, &h, LokusId::baru(), u, JASA).await.unwrap();
            assert_eq!(lokus::dari_id(s.baca(), l).await.unwrap().kode, harap, "the instansi's code once, unless that is taken");
        }
        assert_eq!(instansi::unit_untuk_lokus(s, &h, "100%").await.unwrap().1, 0, "a wildcard is a plain character");

        let tx = s.mulai().await.unwrap();
        let kota = instansi::tambah(&tx, None, instansi::InstansiBaru { kode: "64.72", nama: "Kota", jenis: "kota", wilayah: Some("64.72"), zona: "WITA" }).await.unwrap();
        let asing = instansi::tambah_unit(&tx, None, instansi::UnitBaru { kode: "asing", instansi: kota, induk: None, nama: "Asing", jenis: "x", alamat: "" }).await.unwrap();
        tx.commit().await.unwrap();
        assert!(matches!(lokus::tambah(s, &h, LokusId::baru(), asing, JASA).await, Err(StoreError::TidakDitemukan)));
    }

    /// Changed and removed while nothing was entered; afterwards the form and the lokus stay.
    async fn ubah_dan_hapus(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let id = d.periode().await;
        let (a, b) = (d.lokus(id, d.rsud).await, d.lokus(id, d.dinsos).await);
        let hak_a = hak::lokus(s, &d.biro, a).await.unwrap().penyelenggara().unwrap();
        let hak_b = hak::lokus(s, &d.biro, b).await.unwrap().penyelenggara().unwrap();
        lokus::ubah(s, &hak_a, 1, LokusIsi { kategori: "Rumah sakit", ..JASA }).await.unwrap();
        assert!(matches!(lokus::ubah(s, &hak_a, 1, JASA).await, Err(StoreError::Bentrok { versi: 2, .. })));
        let tx = s.mulai().await.unwrap();
        tx.jalankan("INSERT INTO f01 (lokus_id, indikator, versi, isi, pada, oleh) VALUES ($1, '1.a.Ak', 1, '{}', $2, $3)", nilai![a, tx.pada, d.biro.akun]).await.unwrap();
        tx.commit().await.unwrap();
        assert!(matches!(lokus::hapus(s, &hak_a).await, Err(StoreError::Keadaan("lokus-sudah-terisi"))));
        lokus::hapus(s, &hak_b).await.unwrap();
        assert!(matches!(lokus::hapus(s, &hak_b).await, Err(StoreError::TidakDitemukan)));
        let biro = d.penyelenggara(id).await;
        periode::tutup(s, &biro, Fase::Persiapan, "").await.unwrap();
        assert!(matches!(lokus::ubah(s, &hak_a, 2, JASA).await, Err(StoreError::Keadaan("fase-persiapan-ditutup"))));
    }

    /// A period from before the rule holds one category in two spellings; the one that most units have is given to all, once.
    async fn ejaan_kategori(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let id = d.periode().await;
        let (a, b) = (d.lokus(id, d.rsud).await, d.lokus(id, d.dinsos).await);
        let tx = s.mulai().await.unwrap();
        tx.jalankan("UPDATE lokus SET kategori = 'rsud ' WHERE id = $1", nilai![b]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(lokus::beda_ejaan(&lokus::kategori(s, id).await.unwrap()).len(), 1);
        let h = d.penyelenggara(id).await;
        assert_eq!(lokus::samakan(s, &h).await.unwrap(), 1);
        assert_eq!(lokus::samakan(s, &h).await.unwrap(), 0);
        let baca = async |l| lokus::dari_id(s.baca(), l).await.unwrap();
        assert_eq!((baca(a).await.kategori, baca(b).await.kategori, baca(b).await.versi), ("RSUD".into(), "RSUD".into(), 2));
        assert_eq!(s.baca().angka("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'lokus.ubah'", vec![]).await.unwrap(), 1);
        periode::tutup(s, &h, Fase::Persiapan, "").await.unwrap();
        assert!(matches!(lokus::samakan(s, &h).await, Err(StoreError::Keadaan("fase-persiapan-ditutup"))));
    }

    /// The chain's state comes from the tables of all steps; filters and paging count the same rows.
    async fn keadaan_dan_saring(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let id = d.periode().await;
        let (a, b) = (d.lokus(id, d.rsud).await, d.lokus(id, d.dinsos).await);
        let k = keadaan::satu(s.baca(), a).await.unwrap();
        assert_eq!(k.berikut(), Some(Langkah::Evaluator));
        let tx = s.mulai().await.unwrap();
        let kirim = store::id::PengirimanId::baru();
        tx.jalankan("INSERT INTO f01_pengiriman (id, lokus_id, nomor, sidik, isi, pada, oleh) VALUES ($1, $2, 1, '', '', $3, $4)", nilai![kirim, a, tx.pada, d.biro.akun]).await.unwrap();
        tx.commit().await.unwrap();
        let k = keadaan::satu(s.baca(), a).await.unwrap();
        assert_eq!(k.status(Langkah::F01), Status::Selesai);
        let tx = s.mulai().await.unwrap();
        tx.jalankan("INSERT INTO f01_penarikan (pengiriman_id, alasan, pada, oleh) VALUES ($1, '', $2, $3)", nilai![kirim, tx.pada, d.biro.akun]).await.unwrap();
        tx.commit().await.unwrap();
        let k = keadaan::satu(s.baca(), a).await.unwrap();
        assert!(k.f01_kirim.is_none(), "withdrawn is not submitted");
        assert_eq!(keadaan::beberapa(s.baca(), &[a, b]).await.unwrap().len(), 2);
        assert_eq!(lokus::syarat::jumlah(s.baca(), id).await.unwrap().lokus, 2);

        let h = hak::periode(s, &d.biro, id).await.unwrap().pembaca();
        let (baris, n) = lokus::halaman(s, &h, &Saring::default(), 0, 1).await.unwrap();
        assert_eq!((baris.len(), n, baris[0].unit.as_str()), (1, 2, "Dinas Sosial"));
        for (saring, n) in [
            (Saring { cari: "rsud".into(), ..Saring::default() }, 1),
            (Saring { formulir: "B".into(), ..Saring::default() }, 0),
            (Saring { kategori: "RSUD".into(), formulir: "A".into(), ..Saring::default() }, 2),
            (Saring { tahap: Some(Tahap::TanpaEvaluator), ..Saring::default() }, 2),
            (Saring { tahap: Some(Tahap::Dinilai), ..Saring::default() }, 0),
            (Saring { tahap: Some(Tahap::BerHasil), ..Saring::default() }, 0),
            (Saring { tahap: Some(Tahap::BelumKirim), cari: "sosial".into(), ..Saring::default() }, 1),
        ] {
            assert_eq!(lokus::halaman(s, &h, &saring, 0, 10).await.unwrap().1, n, "{saring:?}");
        }
        assert_eq!(lokus::kategori(s, id).await.unwrap(), ["RSUD"]);
    }
}
