use crate::peta::{Peta, peta};
use pekppp::Nilai;
use store::{
    StoreError, hak,
    id::BundelId,
    kueri::Kueri,
    nilai, objek,
    peran::{Lingkup, Peran},
    ronde::{
        self,
        jawaban::{self, Terima},
        kertas::{self, BundelBaru},
    },
};
use testkit::basis::BasisUji;
use uuid::Uuid;

fn isi(n: u8) -> Vec<Option<Nilai>> {
    vec![Some(Nilai::baru(i64::from(n)).unwrap()); 14]
}

impl Peta {
    async fn ronde(&self) -> ronde::Ronde {
        let biro = self.orang("biro@kab.id", Peran::Penyelenggara, Lingkup::Instansi(self.kab)).await;
        let hak = hak::lokus(&self.r.store, &biro, self.lokus).await.unwrap().pengelola_f03().unwrap();
        let a = ronde::buka(&self.r.store, &hak).await.unwrap();
        assert_eq!(ronde::buka(&self.r.store, &hak).await.unwrap().token, a.token, "opened once");
        a
    }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Pressed twice, the answer counts once; another answer under the same id is refused.
    async fn dua_kali(basis: BasisUji) {
        let p = peta(basis).await;
        let r = p.ronde().await;
        let s = &p.r.store;
        let id = Uuid::new_v4();
        assert_eq!(jawaban::terima(s, &r, id, &isi(4)).await.unwrap(), Terima::Baru);
        assert_eq!(jawaban::terima(s, &r, id, &isi(4)).await.unwrap(), Terima::SudahAda);
        assert!(matches!(jawaban::terima(s, &r, id, &isi(5)).await, Err(StoreError::OperasiLain)));
        let mut bolong = isi(3);
        bolong[7] = None;
        assert!(matches!(jawaban::terima(s, &r, Uuid::new_v4(), &bolong).await, Err(StoreError::Keadaan("f03-belum-lengkap"))));
        let ringkas = ronde::ringkas_f03(s, p.lokus, &r.edisi).await.unwrap();
        assert_eq!((ringkas.f03.responden, ringkas.daring, ringkas.sebaran[0][4]), (1, 1, 1));
        assert_eq!(ringkas.f03.jumlah_per_pernyataan, vec![4; 14]);
    }

    /// Fifty answers at once, each pressed twice, are fifty.
    async fn serentak(basis: BasisUji) {
        let p = peta(basis).await;
        let r = p.ronde().await;
        let tugas: Vec<_> = (0..50_u8).flat_map(|n| {
            let id = Uuid::new_v4();
            [(id, n % 6), (id, n % 6)]
        }).map(|(id, n)| {
            let (s, r) = (p.r.store.clone(), r.clone());
            tokio::spawn(async move { jawaban::terima(&s, &r, id, &isi(n)).await.unwrap() })
        }).collect();
        for t in tugas { t.await.unwrap(); }
        let ringkas = ronde::ringkas_f03(&p.r.store, p.lokus, &r.edisi).await.unwrap();
        assert_eq!(ringkas.f03.dipakai, 50);
        assert_eq!(ringkas.sebaran[13].iter().sum::<u64>(), 50);
        assert_eq!(p.r.store.baca().angka("SELECT COUNT(*) AS n FROM jawaban", nilai![]).await.unwrap(), 50);
    }

    /// A gap on paper discards the sheet and is never a zero; a rejected bundle leaves F03.
    async fn kertas_dan_tolak(basis: BasisUji) {
        let p = peta(basis).await;
        let r = p.ronde().await;
        let s = &p.r.store;
        let op = p.orang("op@rsud.id", Peran::UnitOperator, p.di_unit()).await;
        let pengetik = hak::lokus(s, &op, p.lokus).await.unwrap().pengetik_f03().unwrap();
        let pindaian = objek::simpan(s, b"%PDF-1.7 pindaian %%EOF").unwrap();
        let mut bolong = isi(5);
        bolong[3] = None;
        let lembar = vec![(Uuid::new_v4(), isi(5)), (Uuid::new_v4(), bolong)];
        let id = BundelId::baru();
        for _ in 0..2 {
            let b = BundelBaru { id, pindaian: &pindaian, tipe: "application/pdf", nama_berkas: "f03.pdf", keterangan: "", lembar: &lembar };
            kertas::tambah(s, &pengetik, b).await.unwrap();
        }
        // The page was kept and its sheets changed: not acknowledged as if it were stored.
        let lain = vec![lembar[0].clone(), (Uuid::new_v4(), isi(1))];
        // A sheet of the first bundle typed into another one does not count twice either.
        let kembar = vec![lembar[0].clone()];
        for (id, lembar) in [(id, &lain), (BundelId::baru(), &kembar)] {
            let b = BundelBaru { id, pindaian: &pindaian, tipe: "application/pdf", nama_berkas: "f03.pdf", keterangan: "", lembar };
            assert!(matches!(kertas::tambah(s, &pengetik, b).await, Err(StoreError::OperasiLain)));
        }
        jawaban::terima(s, &r, Uuid::new_v4(), &isi(3)).await.unwrap();
        let a = ronde::ringkas_f03(s, p.lokus, &r.edisi).await.unwrap();
        assert_eq!((a.f03.responden, a.f03.dipakai, a.f03.dibuang, a.kertas, a.daring), (3, 2, 1, 2, 1));
        // Of the two sheets one has a gap: it counts neither among the respondents nor in the share of paper.
        assert_eq!((a.kertas_dipakai, a.kertas_kurang(), a.daring_dipakai(), a.daring_kurang()), (1, 1, 1, 0));
        assert_eq!(a.bundel_kurang.get(&id.to_string()), Some(&1));
        assert_eq!(a.porsi_kertas().unwrap().tampil(2), "50.00");
        assert_eq!(a.f03.jumlah_per_pernyataan[3], 8);

        let e = p.evaluator("eva@kab.id").await;
        let akses = hak::lokus(s, &e, p.lokus).await.unwrap();
        assert!(akses.pengelola_f03().is_ok());
        assert!(matches!(akses.pengetik_f03(), Err(StoreError::Ditolak("pengetik-f03"))), "who may reject paper does not type it");
        let hak = akses.evaluator().unwrap();
        assert!(matches!(kertas::tolak(s, &hak, id, " ").await, Err(StoreError::Keadaan("alasan-wajib"))));
        assert!(matches!(kertas::tolak(s, &hak, BundelId::baru(), "x").await, Err(StoreError::TidakDitemukan)));
        kertas::tolak(s, &hak, id, "pindaian tidak terbaca").await.unwrap();
        kertas::tolak(s, &hak, id, "dua kali").await.unwrap();
        let b = ronde::ringkas_f03(s, p.lokus, &r.edisi).await.unwrap();
        assert_eq!((b.f03.responden, b.kertas_ditolak, b.kertas, b.kertas_dipakai, b.kertas_kurang()), (1, 2, 0, 0, 0));
        assert_eq!(kertas::daftar(s.baca(), p.lokus).await.unwrap()[0].alasan.as_deref(), Some("pindaian tidak terbaca"));
    }

    /// Who is organiser and evaluator at once types only until he is appointed, and never judges what he typed.
    async fn pengetik_bukan_penilai(basis: BasisUji) {
        let p = peta(basis).await;
        p.ronde().await;
        let s = &p.r.store;
        let ganda = p.orang("ganda@kab.id", Peran::Penyelenggara, Lingkup::Instansi(p.kab)).await;
        let tx = s.mulai().await.unwrap();
        store::peran::beri(&tx, None, ganda.akun, Peran::Evaluator, &Lingkup::Instansi(p.kab)).await.unwrap();
        tx.commit().await.unwrap();
        let token = store::sesi::buka(s, ganda.akun, "::1", "uji").await.unwrap();
        let ganda = store::sesi::pelaku(s, &token, "::1", "uji").await.unwrap().unwrap();
        let pindaian = objek::simpan(s, b"%PDF-1.7 pindaian %%EOF").unwrap();
        let ketik = async |pengetik: hak::PengetikF03| {
            let (id, lembar) = (BundelId::baru(), vec![(Uuid::new_v4(), isi(5))]);
            let b = BundelBaru { id, pindaian: &pindaian, tipe: "application/pdf", nama_berkas: "f03.pdf", keterangan: "", lembar: &lembar };
            kertas::tambah(s, &pengetik, b).await.unwrap();
            id
        };
        let sendiri = ketik(p.akses(&ganda).await.pengetik_f03().unwrap()).await;
        let op = p.orang("op@rsud.id", Peran::UnitOperator, p.di_unit()).await;
        let milik_op = ketik(p.akses(&op).await.pengetik_f03().unwrap()).await;
        p.angkat(&ganda, "SK-1").await;
        let akses = p.akses(&ganda).await;
        assert!(akses.penyelenggara().is_ok(), "still the organiser");
        assert!(matches!(akses.pengetik_f03(), Err(StoreError::Ditolak("pengetik-f03"))));
        let hak = akses.evaluator().unwrap();
        assert!(matches!(kertas::tolak(s, &hak, sendiri, "x").await, Err(StoreError::Keadaan("f03-bundel-sendiri"))));
        kertas::tolak(s, &hak, milik_op, "tulisan tangan yang sama").await.unwrap();
        let lain = p.evaluator("eva@kab.id").await;
        kertas::tolak(s, &p.akses(&lain).await.evaluator().unwrap(), sendiri, "tidak terbaca").await.unwrap();
    }

    /// A closed round, a closed phase and a frozen result each refuse; an answer sent again is still acknowledged.
    async fn tertutup(basis: BasisUji) {
        let p = peta(basis).await;
        let r = p.ronde().await;
        let s = &p.r.store;
        let id = Uuid::new_v4();
        jawaban::terima(s, &r, id, &isi(2)).await.unwrap();
        let biro = p.orang("biro2@kab.id", Peran::Penyelenggara, Lingkup::Instansi(p.kab)).await;
        let hak = hak::lokus(s, &biro, p.lokus).await.unwrap().pengelola_f03().unwrap();
        ronde::tutup(s, &hak, "cukup").await.unwrap();
        assert!(matches!(jawaban::terima(s, &r, Uuid::new_v4(), &isi(2)).await, Err(StoreError::Keadaan("f03-ditutup"))));
        assert_eq!(jawaban::terima(s, &r, id, &isi(2)).await.unwrap(), Terima::SudahAda);
        ronde::buka_lagi(s, &hak, "kurang").await.unwrap();
        jawaban::terima(s, &r, Uuid::new_v4(), &isi(2)).await.unwrap();
        let tx = s.mulai().await.unwrap();
        tx.jalankan(
            "INSERT INTO fase_kejadian (id, periode_id, fase, jenis, alasan, pada, oleh) VALUES ($1, $2, 'pelaksanaan', 'tutup', '', $3, $4)",
            nilai![store::id::baru(), p.periode, tx.pada, p.oleh],
        ).await.unwrap();
        tx.commit().await.unwrap();
        assert!(matches!(jawaban::terima(s, &r, Uuid::new_v4(), &isi(2)).await, Err(StoreError::Keadaan("fase-pelaksanaan-ditutup"))));
        assert!(matches!(ronde::tutup(s, &hak, "x").await, Err(StoreError::Keadaan(_))));
    }
}
