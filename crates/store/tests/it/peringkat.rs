use crate::bangun::{Dunia, dunia};
use store::{
    StoreError, hak,
    id::{HasilId, LokusId, PeriodeId},
    instansi::{self, UnitBaru},
    kueri::Kueri,
    lokus::{self, LokusIsi},
    nilai,
    penerbitan::{self, Publik, SaringTerbitan, Terbitan},
    peringkat,
    periode::{self, Fase},
};
use testkit::basis::BasisUji;

/// Freezes a result as `hasil` would; `None` is a result without an IPP.
pub async fn bekukan(d: &Dunia, lokus: LokusId, ipp: Option<&str>) -> HasilId {
    let id = HasilId::baru();
    let status = if ipp.is_some() { "complete" } else { "f03-kurang" };
    let tampil = ipp.map(|i| i.parse::<pekppp::Pecahan>().unwrap().tampil(2));
    let tx = d.r.store.mulai().await.unwrap();
    tx.jalankan(
        "INSERT INTO hasil (id, lokus_id, nomor, status, ipp, ipp_urut, tampil, kategori, f02, f03, isi, sidik, tanda, pada, oleh)
         VALUES ($1, $2, 1, $3, $4, NULL, $5, $6, '4', '4', '{}', 'x', $7, $8, $9)",
        nilai![id, lokus, status, ipp, tampil, ipp.map(|_| "A-"), vec![0_u8], tx.pada, d.biro.akun],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    crate::bubuhi::bubuhi(&d.r.store, lokus).await;
    id
}

async fn batalkan(d: &Dunia, hasil: HasilId) {
    let tx = d.r.store.mulai().await.unwrap();
    tx.jalankan(
        "INSERT INTO hasil_batal (hasil_id, alasan, pada, oleh) VALUES ($1, 'keliru', $2, $3)",
        nilai![hasil, tx.pada, d.biro.akun],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

/// Lokus `u1`, `u2`, … of one category.
pub async fn banyak(d: &Dunia, periode: PeriodeId, n: usize) -> Vec<LokusId> {
    let h = d.penyelenggara(periode).await;
    let mut ids = Vec::new();
    for no in 1..=n {
        let tx = d.r.store.mulai().await.unwrap();
        let (kode, nama) = (format!("u{no}"), format!("Unit {no}"));
        let u = UnitBaru { kode: &kode, instansi: d.kab, induk: None, nama: &nama, jenis: "unit", alamat: "" };
        let unit = instansi::tambah_unit(&tx, None, u).await.unwrap();
        tx.commit().await.unwrap();
        let isi = LokusIsi { formulir: "A", cakupan: "jasa", kategori: "Kecamatan" };
        ids.push(lokus::tambah(&d.r.store, &h, LokusId::baru(), unit, isi).await.unwrap());
    }
    ids
}

async fn terbitan(d: &Dunia, kode: &str) -> Box<Terbitan> {
    match penerbitan::publik(&d.r.store, kode).await.unwrap() {
        Publik::Terbit(t) => t,
        lain @ Publik::Ditarik { .. } => panic!("{lain:?}"),
    }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Exact values decide, equal ones share a rank; no IPP and no result stand apart; the mean is of unrounded values.
    async fn urutan(basis: BasisUji) {
        let d = dunia(basis).await;
        let p = d.periode().await;
        let l = banyak(&d, p, 6).await;
        let rsud = d.lokus(p, d.rsud).await;
        for (lokus, ipp) in [(l[0], Some("4.691")), (l[1], Some("4.694")), (l[2], Some("14073/3000")), (l[3], Some("3")), (l[4], None), (rsud, Some("2"))] {
            bekukan(&d, lokus, ipp).await;
        }
        let hak = hak::periode(&d.r.store, &d.sekda, p).await.unwrap().pembaca();
        let r = peringkat::periode(&d.r.store, &hak).await.unwrap();
        let urut: Vec<(usize, &str)> = r.kelompok["Kecamatan"].iter().map(|x| (x.peringkat, &*x.item.unit)).collect();
        assert_eq!(urut, [(1, "Unit 2"), (2, "Unit 1"), (2, "Unit 3"), (4, "Unit 4")]);
        assert_eq!(r.kelompok["RSUD"].len(), 1, "a category is ranked apart");
        assert_eq!((r.tanpa_ipp.len(), r.tanpa_ipp[0].status.as_deref()), (1, Some("f03-kurang")));
        assert_eq!(r.belum.iter().map(|b| &*b.unit).collect::<Vec<_>>(), ["Unit 6"]);
        let rata = &r.instansi[0];
        assert_eq!((rata.lokus, rata.hasil.unit, rata.hasil.hasil.tampil.as_str()), (7, 5, "3.82"));
        batalkan(&d, bekukan(&d, l[5], Some("5")).await).await;
        assert_eq!(peringkat::periode(&d.r.store, &hak).await.unwrap().belum.len(), 1, "a cancelled result counts for nothing");
    }

    /// Nothing is public before; afterwards what was frozen; later results wait; taken back says why.
    /// The clock is set back between freezing and publishing: what is frozen is published all the same.
    async fn terbit_dengan_jam_mundur(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let p = d.periode().await;
        let l = banyak(&d, p, 1).await;
        let kode = periode::dari_id(s.baca(), p).await.unwrap().kode;
        bekukan(&d, l[0], Some("4.2")).await;
        s.jam().maju(-3_600);
        penerbitan::terbitkan(s, &d.penanggungjawab(p).await, "Uji tanpa berita acara").await.unwrap();
        assert_eq!(peringkat::publik(s, &*terbitan(&d, &kode).await).await.unwrap().diperingkat(), 1);
        assert_eq!(penerbitan::siap(s, p).await.unwrap(), 0);
    }

    /// Frozen and annulled while the clock was ahead: set right, what was annulled does not come back with the publication.
    async fn batal_dengan_jam_mundur(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let p = d.periode().await;
        let l = banyak(&d, p, 2).await;
        let kode = periode::dari_id(s.baca(), p).await.unwrap().kode;
        s.jam().maju(7_200);
        let salah = bekukan(&d, l[0], Some("4.9")).await;
        s.jam().maju(600);
        batalkan(&d, salah).await;
        s.jam().maju(-7_800);
        bekukan(&d, l[1], Some("4.2")).await;
        penerbitan::terbitkan(s, &d.penanggungjawab(p).await, "Uji tanpa berita acara").await.unwrap();
        let r = peringkat::publik(s, &*terbitan(&d, &kode).await).await.unwrap();
        assert_eq!(r.kelompok["Kecamatan"].iter().map(|x| &*x.item.unit).collect::<Vec<_>>(), ["Unit 2"]);
    }

    /// However many are published, none is lost from the list; a page is a page of them, and a word or a year narrows it.
    async fn daftar_terbitan(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let tx = s.mulai().await.unwrap();
        let periode = "INSERT INTO periode (id, kode, instansi_id, nama, tahun, skema, penyatuan, ilustrasi, versi, dibuat, oleh)
            VALUES ($1, $2, $3, $4, $5, 'mandiri', 'konsensus', 0, 1, $6, $7)";
        let terbit = "INSERT INTO penerbitan (id, periode_id, jenis, alasan, pada, oleh) VALUES ($1, $2, 'terbit', '', $3, $4)";
        for n in 0..1_003_i64 {
            let (p, kode, nama) = (PeriodeId::baru(), format!("terbit-{n}"), format!("Periode {n}"));
            let v = nilai![p, kode, d.kab, nama, 2024 + n % 2, tx.pada, d.biro.akun];
            tx.jalankan(periode, v).await.unwrap();
            tx.jalankan(terbit, nilai![store::id::baru(), p, tx.pada, d.biro.akun]).await.unwrap();
        }
        tx.commit().await.unwrap();
        let semua = penerbitan::semua(s).await.unwrap();
        assert_eq!(semua.len(), 1_003);
        // Page by page the same, also behind one that was taken back meanwhile; behind what never was there is nothing.
        let (mut letak, mut dapat) = (None, Vec::new());
        loop {
            let hal = penerbitan::di_belakang(s, letak.as_ref(), 400).await.unwrap();
            dapat.extend(hal.iter().map(|t| t.periode.kode.clone()));
            let Some(t) = hal.into_iter().last() else { break };
            letak = Some(t);
        }
        assert_eq!(dapat, semua.iter().map(|t| t.periode.kode.clone()).collect::<Vec<_>>());
        let hal = penerbitan::setelah(s, Some(&dapat[400]), 2).await.unwrap().unwrap();
        assert_eq!(hal.iter().map(|t| t.periode.kode.as_str()).collect::<Vec<_>>(), [&dapat[401], &dapat[402]]);
        assert!(penerbitan::setelah(s, Some("tidak-ada"), 2).await.unwrap().is_none());
        assert_eq!(penerbitan::tahun(s).await.unwrap(), [2025, 2024]);
        // 100, 1000 and 1002.
        let saring = SaringTerbitan { cari: "PERIODE 100", tahun: Some(2024) };
        let (hal, n) = penerbitan::cari(s, saring, 1, 2).await.unwrap();
        assert_eq!((hal.len(), n), (2, 3));
        assert!(penerbitan::cari(s, SaringTerbitan { cari: "100_", tahun: None }, 0, 5).await.unwrap().0.is_empty(), "no wildcard");
    }

    async fn terbit_dan_tarik(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let p = d.periode().await;
        let l = banyak(&d, p, 2).await;
        let kode = periode::dari_id(s.baca(), p).await.unwrap().kode;
        let sekda = d.penanggungjawab(p).await;
        assert!(matches!(penerbitan::terbitkan(s, &sekda, "Uji tanpa berita acara").await, Err(StoreError::Keadaan("terbit-tanpa-hasil"))));
        assert!(matches!(penerbitan::tarik(s, &sekda, "x").await, Err(StoreError::Keadaan("terbit-belum"))));
        bekukan(&d, l[0], Some("4.2")).await;
        assert!(matches!(penerbitan::publik(s, &kode).await, Err(StoreError::TidakDitemukan)));
        assert!(penerbitan::semua(s).await.unwrap().is_empty());
        assert!(peringkat::cari(s, "unit").await.unwrap().is_empty());
        assert!(peringkat::instansi(s, d.kab).await.unwrap().is_empty());

        penerbitan::terbitkan(s, &sekda, "Uji tanpa berita acara").await.unwrap();
        penerbitan::terbitkan(s, &sekda, "Uji tanpa berita acara").await.unwrap();
        assert_eq!(penerbitan::kejadian(s.baca(), p).await.unwrap().len(), 1, "twice is once");
        let t = terbitan(&d, &kode).await;
        assert_eq!(peringkat::publik(s, &t).await.unwrap().diperingkat(), 1);
        assert_eq!(peringkat::cari(s, "UNIT").await.unwrap().len(), 1);
        assert_eq!(peringkat::instansi(s, d.kab).await.unwrap()[0].unit.len(), 1);

        s.jam().maju(60);
        bekukan(&d, l[1], Some("4.9")).await;
        let lokus2 = lokus::dari_id(s.baca(), l[1]).await.unwrap().kode;
        assert_eq!(peringkat::publik(s, &t).await.unwrap().diperingkat(), 1, "frozen after publication");
        assert!(matches!(peringkat::satu(s, &t, &lokus2).await, Err(StoreError::TidakDitemukan)));
        assert_eq!(peringkat::cari(s, "unit").await.unwrap().len(), 1);
        assert!(matches!(penerbitan::terbitkan(s, &sekda, "Uji tanpa berita acara").await, Err(StoreError::Keadaan("terbit-versi-alasan"))));
        let alasan = penerbitan::Alasan { tanpa_ba: "Uji tanpa berita acara", versi: " Satu unit menyusul " };
        penerbitan::terbitkan(s, &sekda, alasan).await.unwrap();
        let t = terbitan(&d, &kode).await;
        let versi = penerbitan::versi::semua(s, &t).await.unwrap();
        assert_eq!(versi.iter().map(|v| (v.nomor, v.alasan.as_str())).collect::<Vec<_>>(), [(2, "Satu unit menyusul"), (1, "")]);
        assert_eq!(peringkat::satu(s, &t, &lokus2).await.unwrap().tampil.as_deref(), Some("4.90"));

        assert!(matches!(penerbitan::tarik(s, &sekda, " ").await, Err(StoreError::Keadaan("alasan-wajib"))));
        penerbitan::tarik(s, &sekda, "Salah hitung").await.unwrap();
        assert!(matches!(penerbitan::publik(s, &kode).await.unwrap(), Publik::Ditarik { alasan, .. } if alasan == "Salah hitung"));
        assert!(penerbitan::semua(s).await.unwrap().is_empty() && peringkat::cari(s, "unit").await.unwrap().is_empty());
        assert!(peringkat::instansi(s, d.kab).await.unwrap().is_empty());

        let biro = d.penyelenggara(p).await;
        periode::tutup(s, &biro, Fase::Pemeringkatan, "selesai").await.unwrap();
        assert!(matches!(penerbitan::terbitkan(s, &sekda, "Uji tanpa berita acara").await, Err(StoreError::Keadaan("fase-pemeringkatan-ditutup"))));
        let n = s.baca().angka("SELECT COUNT(*) AS n FROM audit WHERE aksi IN ('periode.terbit', 'periode.tarik')", nilai![]).await.unwrap();
        assert_eq!(n, 3);
    }
}
