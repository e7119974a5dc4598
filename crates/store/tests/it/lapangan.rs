//! Field work: notes and checklists exactly once, late work handed in, more time for one unit.

use crate::f02::bangun::{berdua, keadaan, tulis};
use std::collections::BTreeSet;
use store::{
    StoreError, Waktu,
    berkas::periksa_suara,
    f02, hak,
    id::{CatatanId, OperasiId, PerpanjanganId, TitipanId},
    lapangan::{self, Baru, JenisPeriksa, Lampiran, Posisi},
    nilai,
    peran::{Lingkup, Peran},
    periode,
};
use testkit::basis::BasisUji;

fn suara() -> store::berkas::Suara {
    periksa_suara([&[0x1A, 0x45, 0xDF, 0xA3][..], b"....webm....A_OPUS....."].concat()).unwrap()
}

fn posisi(id: CatatanId) -> Baru<'static> {
    Baru {
        id,
        indikator: "1.a.Ak",
        keterangan: "loket",
        lampiran: Lampiran::Posisi,
        posisi: Posisi::baru(-502_000, 117_536_000, 12),
        perangkat: Some(Waktu(7)),
    }
}

fn periksa(centang: &[usize], dasar: i64) -> lapangan::Tulis {
    lapangan::Tulis {
        op: OperasiId::baru(),
        jenis: JenisPeriksa::Observasi,
        indikator: "1.a.Ak".into(),
        versi_dasar: dasar,
        centang: centang.iter().copied().collect(),
        catatan: "papan ada".into(),
        perangkat: Some(Waktu(5)),
    }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// A note sent twice is one; an id for something else is refused; a repeat is answered also after the phase closed.
    async fn catatan(basis: BasisUji) {
        let (k, a, b) = berdua(basis, "konsensus").await;
        let s = &k.r.store;
        let id = CatatanId::baru();
        lapangan::tambah(s, &a, &posisi(id)).await.unwrap();
        lapangan::tambah(s, &a, &posisi(id)).await.unwrap();
        let bunyi = suara();
        let rekam = Baru { id: CatatanId::baru(), indikator: "", lampiran: Lampiran::Suara(&bunyi), posisi: None, ..posisi(id) };
        lapangan::tambah(s, &a, &rekam).await.unwrap();
        let semua = lapangan::milik_lokus(s.baca(), k.lokus, a.pelaku().akun).await.unwrap();
        assert_eq!(semua.iter().map(|c| c.jenis.as_str()).collect::<Vec<_>>(), ["posisi", "suara"]);
        assert_eq!((semua[0].lintang, semua[0].akurasi, semua[0].perangkat), (Some(-502_000), Some(12), Some(Waktu(7))));
        assert_eq!(semua[1].tipe.as_deref(), Some("audio/webm"));
        assert!(lapangan::milik_lokus(s.baca(), k.lokus, b.pelaku().akun).await.unwrap().is_empty());

        let lain = Baru { keterangan: "pintu", ..posisi(id) };
        assert!(matches!(lapangan::tambah(s, &a, &lain).await, Err(StoreError::OperasiLain)));
        assert!(matches!(lapangan::tambah(s, &b, &posisi(id)).await, Err(StoreError::OperasiLain)));
        let tanpa = Baru { id: CatatanId::baru(), posisi: None, ..posisi(id) };
        assert_eq!(keadaan(lapangan::tambah(s, &a, &tanpa).await), "lapangan-posisi-kosong");
        let asing = Baru { id: CatatanId::baru(), indikator: "9.z", ..posisi(id) };
        assert!(matches!(lapangan::tambah(s, &a, &asing).await, Err(StoreError::TidakDitemukan)));
        assert_eq!(k.hitung("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'lapangan.catat'").await, 2);
        assert_eq!(k.hitung("SELECT COUNT(*) AS n FROM audit WHERE rincian LIKE '%502000%' OR rincian LIKE '%loket%'").await, 0);

        assert!(matches!(lapangan::hapus(s, &b, id).await, Err(StoreError::TidakDitemukan)));
        lapangan::hapus(s, &a, rekam.id).await.unwrap();
        lapangan::hapus(s, &a, rekam.id).await.unwrap();
        assert!(lapangan::dari_id(s.baca(), k.lokus, rekam.id).await.is_err());
        k.fase("tutup").await;
        lapangan::tambah(s, &a, &posisi(id)).await.unwrap();
        let baru = posisi(CatatanId::baru());
        assert_eq!(keadaan(lapangan::tambah(s, &a, &baru).await), "fase-pelaksanaan-ditutup");
        assert!(Posisi::baru(91_000_000, 0, 0).is_none());
    }

    /// Lists keep versions as cells do, and take only lines that the edition has.
    async fn daftar_periksa(basis: BasisUji) {
        let (k, a, b) = berdua(basis, "konsensus").await;
        let s = &k.r.store;
        let edisi = store::edisi::dapat(s, a.lokus.edisi().unwrap()).await.unwrap();
        let banyak = lapangan::butir(JenisPeriksa::Observasi, edisi.cari_indikator("1.a.Ak").unwrap()).len();
        let t = periksa(if banyak > 0 { &[0] } else { &[] }, 0);
        assert_eq!(lapangan::simpan(s, &a, &t).await.unwrap().versi, 1);
        assert_eq!(lapangan::simpan(s, &a, &t).await.unwrap().versi, 1);
        assert!(matches!(lapangan::simpan(s, &a, &periksa(&[], 0)).await, Err(StoreError::Bentrok { versi: 1, .. })));
        assert_eq!(lapangan::simpan(s, &a, &periksa(&[], 1)).await.unwrap().versi, 2);
        assert!(matches!(lapangan::simpan(s, &a, &periksa(&[banyak], 2)).await, Err(StoreError::TidakDitemukan)));
        assert!(matches!(lapangan::simpan(s, &b, &t).await, Err(StoreError::OperasiLain)));
        let d = lapangan::daftar(s, &a).await.unwrap();
        assert_eq!((d.len(), d[0].versi, &d[0].centang, d[0].catatan.as_str()), (1, 2, &BTreeSet::new(), "papan ada"));
        assert!(lapangan::daftar(s, &b).await.unwrap().is_empty());
        assert_eq!(k.hitung("SELECT COUNT(*) AS n FROM daftar_periksa_ubah").await, 2);
        k.penuh(&a, [3, 3, 3]).await;
        assert_eq!(keadaan(lapangan::simpan(s, &a, &periksa(&[], 2)).await), "f02-lembar-selesai");
    }

    /// A score typed in the field has the server's time; the device's is a remark beside it.
    async fn jam_perangkat(basis: BasisUji) {
        let (k, a, _) = berdua(basis, "konsensus").await;
        let s = &k.r.store;
        let t = tulis("1.a.Ak", Some(4), 0);
        let satu = f02::simpan_dari(s, &a, t.clone(), Some(Waktu(1))).await.unwrap();
        assert_eq!(satu.pada, s.sekarang());
        assert_eq!(f02::simpan_dari(s, &a, t, Some(Waktu(2))).await.unwrap(), satu);
        assert_eq!(k.hitung("SELECT perangkat AS n FROM f02_perangkat").await, 1);
    }

    /// Who was replaced may still hand in what he typed; nobody else may, and only the organiser reads it.
    async fn titipan(basis: BasisUji) {
        let (k, a, _) = berdua(basis, "konsensus").await;
        let s = &k.r.store;
        k.sql("INSERT INTO penugasan_akhir (penugasan_id, alasan, pada, oleh) SELECT id, 'pindah', 2, $1 FROM penugasan WHERE akun_id = $2",
            nilai![k.oleh, a.pelaku().akun]).await;
        assert!(hak::lokus(s, a.pelaku(), k.lokus).await.is_err());
        let pernah = hak::pernah_evaluator(s, a.pelaku(), k.lokus).await.unwrap();
        let id = TitipanId::baru();
        for _ in 0..2 {
            lapangan::titipkan(s, &pernah, id, "lapangan-tolak-penugasan", r#"{"skor":4}"#).await.unwrap();
        }
        assert!(matches!(lapangan::titipkan(s, &pernah, id, "x", "{}").await, Err(StoreError::OperasiLain)));
        assert_eq!(keadaan(lapangan::titipkan(s, &pernah, TitipanId::baru(), "x", "bukan json").await), "lapangan-titipan-tak-sah");
        let biro = k.orang("biro@contoh.id", Peran::Penyelenggara, Lingkup::Instansi(k.kab)).await;
        assert!(hak::pernah_evaluator(s, &biro, k.lokus).await.is_err());
        assert_eq!(k.hitung("SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'titipan-lapangan'").await, 0, "nobody was organiser then");
        let semua = lapangan::titipan(s, &k.akses(&biro).await.penyelenggara().unwrap()).await.unwrap();
        assert_eq!((semua.len(), semua[0].isi.as_str()), (1, r#"{"skor":4}"#));
        assert_eq!(k.hitung("SELECT COUNT(*) AS n FROM f02_isian").await, 0);
    }

    /// One unit goes on after the phase closed, until its day is over or the extension is ended.
    async fn perpanjangan(basis: BasisUji) {
        let (k, a, _) = berdua(basis, "konsensus").await;
        let s = &k.r.store;
        let biro = k.orang("biro@contoh.id", Peran::Penyelenggara, Lingkup::Instansi(k.kab)).await;
        let hak = k.akses(&biro).await.penyelenggara().unwrap();
        k.fase("tutup").await;
        assert_eq!(keadaan(k.skor(&a, "1.a.Ak", 3, 0).await), "fase-pelaksanaan-ditutup");
        let hari = s.sekarang().hari("WITA");
        let beri = |id, sampai, alasan| periode::perpanjang(s, &hak, id, sampai, alasan);
        assert_eq!(keadaan(beri(PerpanjanganId::baru(), hari.yesterday().unwrap(), "banjir").await), "perpanjangan-tanggal");
        assert_eq!(keadaan(beri(PerpanjanganId::baru(), hari, " ").await), "perpanjangan-alasan-wajib");
        let id = PerpanjanganId::baru();
        beri(id, hari.tomorrow().unwrap(), "banjir").await.unwrap();
        beri(id, hari.tomorrow().unwrap(), "banjir").await.unwrap();
        k.skor(&a, "1.a.Ak", 3, 0).await.unwrap();
        s.jam().maju(86_400);
        k.skor(&a, "1.a.Ak", 4, 1).await.unwrap();
        s.jam().maju(86_400);
        assert_eq!(keadaan(k.skor(&a, "1.a.Ak", 5, 2).await), "fase-pelaksanaan-ditutup");
        let lain = PerpanjanganId::baru();
        beri(lain, s.sekarang().hari("WITA"), "listrik padam").await.unwrap();
        periode::akhiri_perpanjangan(s, &hak, lain).await.unwrap();
        assert_eq!(keadaan(k.skor(&a, "1.a.Ak", 5, 2).await), "fase-pelaksanaan-ditutup");
        let d = periode::daftar_perpanjangan(s.baca(), k.lokus).await.unwrap();
        assert_eq!((d.len(), d[0].akhir.is_some(), d[1].alasan.as_str()), (2, true, "banjir"));
        assert_eq!(k.hitung("SELECT COUNT(*) AS n FROM audit WHERE aksi LIKE 'perpanjangan.%'").await, 3);
        assert_eq!(k.hitung("SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'perpanjangan-unit'").await, 4, "two evaluators, twice");
    }
}
