use crate::bangun::{Dunia, JASA, dunia};
use store::{
    StoreError, hak,
    id::{LokusId, PeriodeId, UnitId},
    instansi::{self, InstansiBaru, UnitBaru},
    kueri::Kueri,
    lokus::{self, LokusIsi},
    nilai,
    periode::{self, Fase},
    persiapan::{
        metode::{self, Cara},
        pilih::{self, Saring, Terakhir},
        ringkas,
    },
};
use testkit::basis::BasisUji;

async fn unit(d: &Dunia, kode: &str, nama: &str, jenis: &str, induk: Option<UnitId>) -> UnitId {
    let tx = d.r.store.mulai().await.unwrap();
    let id = instansi::tambah_unit(&tx, None, UnitBaru { kode, instansi: d.kab, induk, nama, jenis, alamat: "" }).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// A result of another period: year, scheme, IPP.
async fn hasil(d: &Dunia, unit: UnitId, tahun: i64, batal: bool) -> PeriodeId {
    let (p, l, h) = (PeriodeId::baru(), LokusId::baru(), store::id::baru());
    let tx = d.r.store.mulai().await.unwrap();
    for (sql, v) in [
        (
            "INSERT INTO periode (id, kode, instansi_id, nama, tahun, skema, penyatuan, ilustrasi, versi, dibuat, oleh) VALUES ($1, $2, $3, 'Lama', $4, 'mandiri', 'konsensus', 0, 1, 1, $5)",
            nilai![p, p.to_string(), d.kab, tahun, d.biro.akun],
        ),
        (
            "INSERT INTO lokus (id, kode, periode_id, unit_id, formulir, cakupan, kategori, versi, dibuat, oleh) VALUES ($1, $2, $3, $4, 'A', 'barang', 'x', 1, 1, $5)",
            nilai![l, l.to_string(), p, unit, d.biro.akun],
        ),
        (
            "INSERT INTO hasil (id, lokus_id, nomor, status, tampil, kategori, sidik, tanda, pada, oleh, isi) VALUES ($1, $2, 1, 'complete', '4.12', 'A-', '', $3, 1, $4, '{}')",
            nilai![h, l, vec![0_u8], d.biro.akun],
        ),
    ] {
        tx.jalankan(sql, v).await.unwrap();
    }
    if batal {
        tx.jalankan("INSERT INTO hasil_batal (hasil_id, alasan, pada, oleh) VALUES ($1, 'x', 1, $2)", nilai![h, d.biro.akun])
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    p
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Search and every filter; the last evaluation that holds is shown, an annulled one is not.
    async fn saringan(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let p = d.periode().await;
        let h = d.penyelenggara(p).await;
        let pkm = unit(&d, "64.08-pkm", "Puskesmas Sangatta", "puskesmas", Some(d.dinsos)).await;
        hasil(&d, d.rsud, 2025, false).await;
        hasil(&d, d.rsud, 2022, false).await;
        hasil(&d, d.dinsos, 2023, false).await;
        hasil(&d, pkm, 2024, true).await;
        let semua = pilih::halaman(s, &h, &Saring::default(), 0, 25).await.unwrap();
        assert_eq!((semua.0.len(), semua.1), (3, 3));
        let rsud = semua.0.iter().find(|c| c.unit.id == d.rsud).unwrap().terakhir.clone().unwrap();
        assert_eq!((rsud.tahun, rsud.ipp.as_deref(), rsud.skema.as_str()), (2025, Some("4.12"), "mandiri"));
        for (saring, harap) in [
            (Saring { cari: "SANGATTA".into(), ..Saring::default() }, vec![pkm]),
            (Saring { jenis: "puskesmas".into(), ..Saring::default() }, vec![pkm]),
            (Saring { induk: Some(d.dinsos), ..Saring::default() }, vec![pkm]),
            (Saring { instansi: Some(d.kab), cari: "rsud".into(), ..Saring::default() }, vec![d.rsud]),
            (Saring { cakupan: "barang".into(), ..Saring::default() }, vec![d.dinsos, d.rsud]),
            (Saring { terakhir: Some(Terakhir::BelumPernah), ..Saring::default() }, vec![pkm]),
            (Saring { terakhir: Some(Terakhir::TahunLalu), ..Saring::default() }, vec![d.rsud]),
            (Saring { terakhir: Some(Terakhir::Lama), cakupan: "barang".into(), ..Saring::default() }, vec![d.dinsos]),
        ] {
            let (baris, n) = pilih::halaman(s, &h, &saring, 0, 25).await.unwrap();
            assert_eq!(baris.iter().map(|c| c.unit.id).collect::<Vec<_>>(), harap, "{saring:?}");
            assert_eq!(n, i64::try_from(harap.len()).unwrap());
            assert_eq!(pilih::semua(s, &h, &saring).await.unwrap(), harap);
        }
        let o = pilih::pilihan(s, &h).await.unwrap();
        assert_eq!((o.jenis.len(), o.induk.len(), o.instansi.len()), (2, 1, 1));
    }

    /// Many in one operation, all or none; a second press adds nothing; an empty category is the kind of the unit.
    async fn banyak_sekaligus(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let p = d.periode().await;
        let h = d.penyelenggara(p).await;
        let kosong = LokusIsi { kategori: "", ..JASA };
        let jauh = {
            let tx = s.mulai().await.unwrap();
            let lain = InstansiBaru { kode: "35.09", nama: "Lain", jenis: "kabupaten", wilayah: Some("35.09"), zona: "WIB" };
            let lain = instansi::tambah(&tx, None, lain).await.unwrap();
            let u = UnitBaru { kode: "jauh", instansi: lain, induk: None, nama: "Jauh", jenis: "x", alamat: "" };
            let u = instansi::tambah_unit(&tx, None, u).await.unwrap();
            tx.commit().await.unwrap();
            u
        };
        assert!(matches!(pilih::tambah(s, &h, &[d.rsud, jauh], kosong).await, Err(StoreError::TidakDitemukan)));
        assert!(matches!(pilih::tambah(s, &h, &[], kosong).await, Err(StoreError::Keadaan("lokus-pilih-banyak"))));
        let baca = hak::periode(s, &d.biro, p).await.unwrap().pembaca();
        assert_eq!(pilih::cakupan(s, &baca).await.unwrap(), pilih::Cakupan::default(), "all or none");
        assert_eq!(pilih::tambah(s, &h, &[d.rsud, d.dinsos], kosong).await.unwrap(), 2);
        assert_eq!(pilih::tambah(s, &h, &[d.rsud, d.dinsos], JASA).await.unwrap(), 0);
        assert_eq!(pilih::cakupan(s, &baca).await.unwrap().jasa, 2);
        assert_eq!(lokus::kategori(s, p).await.unwrap(), ["Unit"]);
        assert_eq!(pilih::halaman(s, &h, &Saring::default(), 0, 25).await.unwrap().1, 0, "chosen ones are not offered again");
        periode::tutup(s, &h, Fase::Persiapan, "").await.unwrap();
        assert!(matches!(pilih::tambah(s, &h, &[d.rsud], JASA).await, Err(StoreError::Keadaan("fase-persiapan-ditutup"))));
    }

    /// Chosen in bulk or one by one, typed in capitals or not: one category in one spelling, so that units are ranked together. The
    /// spelling of a category with one unit can be corrected.
    async fn satu_ejaan_kategori(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let p = d.periode().await;
        let h = d.penyelenggara(p).await;
        let satu = unit(&d, "rsud-1", "RSUD Satu", "rsud", None).await;
        let dua = unit(&d, "rsud-2", "RSUD Dua", "rsud", None).await;
        let isi = |kategori| LokusIsi { kategori, ..JASA };
        pilih::tambah(s, &h, &[satu], isi("")).await.unwrap();
        assert_eq!(lokus::kategori(s, p).await.unwrap(), ["RSUD"]);
        lokus::tambah(s, &h, LokusId::baru(), dua, isi(" rsud ")).await.unwrap();
        pilih::tambah(s, &h, &[d.rsud, d.dinsos], isi("Rsud")).await.unwrap();
        assert_eq!(lokus::kategori(s, p).await.unwrap(), ["RSUD"]);
        let (semua, _) = lokus::halaman(s, &hak::periode(s, &d.biro, p).await.unwrap().pembaca(), &lokus::Saring::default(), 0, 25).await.unwrap();
        let l = hak::lokus(s, &d.biro, semua[0].id).await.unwrap().penyelenggara().unwrap();
        lokus::ubah(s, &l, 1, isi("Dinas  daerah")).await.unwrap();
        assert_eq!(lokus::kategori(s, p).await.unwrap(), ["Dinas daerah", "RSUD"]);
        let l = hak::lokus(s, &d.biro, semua[0].id).await.unwrap().penyelenggara().unwrap();
        lokus::ubah(s, &l, 2, isi("Dinas Daerah")).await.unwrap();
        assert_eq!(lokus::kategori(s, p).await.unwrap(), ["Dinas Daerah", "RSUD"]);
    }

    /// The newest choice holds; a unit without any way of gathering data is refused.
    async fn cara(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let p = d.periode().await;
        let h = d.penyelenggara(p).await;
        let (a, b) = (d.lokus(p, d.rsud).await, d.lokus(p, d.dinsos).await);
        assert!(matches!(metode::pilih(s, &h, &[a], Cara::Tidak, Cara::Tidak, "").await, Err(StoreError::Keadaan("metode-tanpa-cara"))));
        metode::pilih(s, &h, &[a, b], Cara::Daring, Cara::Luring, "berkas dikirim lebih dahulu").await.unwrap();
        metode::pilih(s, &h, &[a], Cara::Luring, Cara::Tidak, "").await.unwrap();
        let m = metode::satu(s.baca(), a).await.unwrap().unwrap();
        assert_eq!((m.dokumen.as_str(), m.wawancara.as_str()), ("luring", "tidak"));
        let baca = hak::periode(s, &d.biro, p).await.unwrap().pembaca();
        let (baris, n) = metode::halaman(s, &baca, "sosial", 0, 25).await.unwrap();
        assert_eq!((n, baris[0].wawancara.as_deref()), (1, Some("luring")));
        let x = ringkas::siap(s, &baca).await.unwrap();
        assert_eq!((x.lokus, x.metode, x.sk_lokus, x.jadwal, x.anggaran), (2, 2, 0, 0, 0));
        let l = hak::lokus(s, &d.biro, b).await.unwrap().penyelenggara().unwrap();
        lokus::hapus(s, &l).await.unwrap();
        assert_eq!(ringkas::siap(s, &baca).await.unwrap().lokus, 1, "a method does not keep a lokus that nothing else was done for");
    }
}
