//! The national board: only what is published, exact order, interval from the counts, last year beside this one.

use crate::{
    bangun::{Dunia, dunia, isi},
    orang::orang,
};
use store::{
    StoreError,
    id::{HasilId, LokusId, PeriodeId},
    kueri::Kueri,
    nasional::{self, Saring, laporan, rekap},
    nilai, objek, penerbitan,
    peran::{Lingkup, Peran},
    periode,
};
use testkit::basis::BasisUji;

/// A frozen result as a row; `rentang` in ten-thousandths.
async fn beku(d: &Dunia, lokus: LokusId, ipp: &str, rentang: Option<(i64, i64)>) {
    let (id, p) = (HasilId::baru(), ipp.parse::<pekppp::Pecahan>().unwrap());
    let tx = d.r.store.mulai().await.unwrap();
    tx.jalankan(
        "INSERT INTO hasil (id, lokus_id, nomor, status, ipp, ipp_urut, tampil, kategori, f02, f03, isi, sidik, tanda, pada, oleh)
         VALUES ($1, $2, 1, 'complete', $3, NULL, $4, 'A-', '4', '4', '{}', 'x', $5, $6, $7)",
        nilai![id, lokus, ipp, p.tampil(2), vec![0_u8], tx.pada, d.biro.akun],
    )
    .await
    .unwrap();
    if let Some((a, b)) = rentang {
        tx.jalankan("INSERT INTO hasil_rentang (hasil_id, bawah, atas) VALUES ($1, $2, $3)", nilai![id, a, b]).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn tahun(d: &Dunia, tahun: i16) -> PeriodeId {
    let nama = format!("PEKPPP {tahun}");
    let p = periode::PeriodeIsi { tahun: tahun.into(), ..isi(&nama) };
    periode::buka(&d.r.store, &d.hak_buka().await, PeriodeId::baru(), p).await.unwrap()
}

async fn terbit(d: &Dunia, p: PeriodeId) {
    penerbitan::terbitkan(&d.r.store, &d.penanggungjawab(p).await, "Uji tanpa berita acara").await.unwrap();
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Counts by province and scope, and a report that is made, submitted, received: each once, in this order.
    async fn rekap_dan_laporan(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        assert!(matches!(rekap::nasional(&d.biro), Err(StoreError::Ditolak("nasional"))));
        let hak = rekap::nasional(&orang(s, "menpan@uji.id", Peran::Nasional, Lingkup::Instalasi).await).unwrap();
        assert!(rekap::tahun(s, &hak).await.unwrap().is_empty());
        let p = tahun(&d, 2026).await;
        beku(&d, d.lokus(p, d.rsud).await, "4", None).await;
        d.lokus(p, d.dinsos).await;
        let angka = |b: &rekap::Baris| (b.provinsi.clone(), b.cakupan.clone(), b.instansi, b.lokus, b.beku, b.terbit);
        let r = rekap::rekap(s, &hak, 2026, "mandiri").await.unwrap();
        assert_eq!(r.iter().map(angka).collect::<Vec<_>>(), [("64".into(), "jasa".into(), 1, 2, 1, 0)]);
        terbit(&d, p).await;
        let r = rekap::rekap(s, &hak, 2026, "mandiri").await.unwrap();
        assert_eq!((r[0].beku, r[0].terbit), (1, 1));

        let id = uuid::Uuid::now_v7();
        let (pdf, xlsx) = (objek::simpan(s, b"pdf").unwrap(), objek::simpan(s, b"xlsx").unwrap());
        for _ in 0..2 {
            let b = laporan::LaporanBaru { id, kode: "lapnas", tahun: 2026, skema: "mandiri", edisi: &r[0].edisi, isi: "{}", pdf: &pdf, xlsx: &xlsx };
            laporan::tambah(s, &hak, b).await.unwrap();
        }
        assert_eq!(laporan::daftar(s, &hak).await.unwrap().len(), 1, "twice is once");
        let siapa = ("Menteri", "Menteri PANRB");
        let dini = laporan::terima(s, &hak, id, siapa, "2026-12-02").await;
        assert!(matches!(dini, Err(StoreError::Keadaan("laporan-belum-dikirim"))));
        laporan::kirim(s, &hak, id, "B/1/2026", "2026-12-01").await.unwrap();
        assert!(matches!(laporan::kirim(s, &hak, id, "x", "y").await, Err(StoreError::Keadaan("laporan-sudah-dikirim"))));
        laporan::terima(s, &hak, id, siapa, "2026-12-02").await.unwrap();
        assert!(matches!(laporan::terima(s, &hak, id, siapa, "y").await, Err(StoreError::Keadaan("laporan-sudah-diterima"))));
        let l = laporan::dari_id(s, &hak, id).await.unwrap();
        assert_eq!((l.kirim_nomor.as_deref(), l.terima_nama.as_deref()), (Some("B/1/2026"), Some("Menteri")));
    }

    async fn papan(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        assert!(nasional::pilihan(s).await.unwrap().is_empty());
        assert!(nasional::papan(s, 2026, "mandiri").await.unwrap().baris.is_empty());
        let (lalu, kini) = (tahun(&d, 2025).await, tahun(&d, 2026).await);
        for (p, rsud, dinsos) in [(lalu, "4", "3"), (kini, "4.001", "4.0011")] {
            let l = [d.lokus(p, d.rsud).await, d.lokus(p, d.dinsos).await];
            beku(&d, l[0], rsud, Some((39_000, 41_000))).await;
            beku(&d, l[1], dinsos, (p == kini).then_some((40_500, 42_000))).await;
        }
        assert!(nasional::papan(s, 2026, "mandiri").await.unwrap().baris.is_empty(), "frozen is not published");
        terbit(&d, lalu).await;
        terbit(&d, kini).await;
        let tahun: Vec<i64> = nasional::pilihan(s).await.unwrap().iter().map(|p| p.tahun).collect();
        assert_eq!(tahun, [2026, 2025]);

        let papan = nasional::papan(s, 2026, "mandiri").await.unwrap();
        let saring = Saring { wilayah: "64".into(), jenis: "kabupaten".into(), ..Saring::default() };
        let h = papan.unit(&saring, 10);
        let urut: Vec<_> = h.isi.iter().map(|l| (l.peringkat, &*l.baris.unit, l.pita, l.mirip)).collect();
        assert_eq!(urut, [(1, "Dinas Sosial", Some((1, 2)), true), (2, "RSUD Kudungga", Some((1, 2)), true)]);
        assert_eq!(papan.rata[0].hasil.hasil.ipp.desimal(), "4.00105");
        assert_eq!(papan.rata_pemerintah(0, "64.08").map(|r| r.hasil.unit), Some(2));
        assert!(papan.rata_pemerintah(0, "64").is_none(), "a kabupaten is not its province");
        assert_eq!(papan.rata_wilayah(0, Some("64")).map(|r| r.unit), papan.rata_wilayah(0, None).map(|r| r.unit));
        let dulu = nasional::papan(s, 2025, "mandiri").await.unwrap();
        assert_eq!(dulu.peringkat_unit(&saring, &[d.dinsos, d.rsud]), [Some(2), Some(1)]);
        assert_eq!(dulu.unit(&saring, 10).tanpa_rentang, 1);

        penerbitan::tarik(s, &d.penanggungjawab(kini).await, "Salah hitung").await.unwrap();
        assert!(nasional::papan(s, 2026, "mandiri").await.unwrap().baris.is_empty(), "taken back is gone at once");
        assert_eq!(nasional::rentang::lengkapi(s).await.unwrap(), 1, "a result without an interval row");
        assert_eq!(nasional::rentang::lengkapi(s).await.unwrap(), 0);
    }
}
