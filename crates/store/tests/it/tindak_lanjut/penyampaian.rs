//! Sending to both, receipts, a meeting; who may and what is refused.

use super::bangun::{beku, tersampai};
use crate::{
    f02::bangun::keadaan,
    hasil::berita_acara::{buat, penanda},
};
use jiff::civil::date;
use store::{
    StoreError,
    beranda::{self, terima},
    berita_acara::{self as ba, Jenis, Penanda},
    hasil,
    id::{BeritaAcaraId, LokusId},
    instansi::{self, UnitBaru},
    kueri::Kueri,
    lokus::keadaan::{Langkah, satu as rantai},
    objek,
    penyampaian::{self, Dokumen, Kiriman, Penerima, Pengirim, Rapat, buka, daftar, konfirmasi, sampaikan, serahkan},
};
use testkit::basis::BasisUji;
use uuid::Uuid;

fn jadwal(op: Uuid, isi: &str) -> Kiriman<'_> {
    Kiriman { op, dokumen: Dokumen::Jadwal, lhe: None, berkas: None, isi }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// One sending is two rows; opening and confirming leave one row each, however often.
    async fn dua_penerima(basis: BasisUji) {
        let w = beku(basis).await;
        let s = &w.k.r.store;
        let biro = Pengirim::Penyelenggara(&w.biro);
        assert_eq!(keadaan(sampaikan(s, &biro, &jadwal(store::id::baru(), " ")).await), "penyampaian-kosong");
        let op = store::id::baru();
        let (o, sekda) = (w.operator().await, w.sekda().await);
        for _ in 0..2 {
            sampaikan(s, &biro, &jadwal(op, "Evaluasi lapangan 12 Juli 2026")).await.unwrap();
        }
        let semua = daftar(s.baca(), w.k.lokus).await.unwrap();
        assert_eq!(semua.len(), 2);
        let ke = |p: Penerima| semua.iter().find(|x| x.kepada == p).unwrap().id;
        let unit = w.k.akses(o.pelaku()).await.penerima(Penerima::Unit).unwrap();
        assert!(matches!(w.k.akses(o.pelaku()).await.penerima(Penerima::Penanggungjawab), Err(StoreError::Ditolak(_))));
        assert!(matches!(buka(s, &unit, ke(Penerima::Penanggungjawab)).await, Err(StoreError::TidakDitemukan)));
        for _ in 0..2 {
            buka(s, &unit, ke(Penerima::Unit)).await.unwrap();
            konfirmasi(s, &unit, ke(Penerima::Unit)).await.unwrap();
        }
        let p = penyampaian::dari_id(s.baca(), w.k.lokus, ke(Penerima::Unit)).await.unwrap();
        assert_eq!(p.terima.iter().map(|t| t.jenis.as_str()).collect::<Vec<_>>(), ["dibuka", "dikonfirmasi"]);
        assert!(p.diterima());
        let pj = w.k.akses(sekda.pelaku()).await.penerima(Penerima::Penanggungjawab).unwrap();
        let belum = async || {
            let semua = penyampaian::daftar(s.baca(), w.k.lokus).await.unwrap();
            semua.iter().filter(|p| p.kepada == Penerima::Penanggungjawab && !p.gugur && !p.diterima()).count()
        };
        assert_eq!(belum().await, 1);
        assert!(terima::daftar(s, sekda.pelaku(), 25).await.unwrap().is_empty(), "a schedule of a unit whose result is frozen");
        konfirmasi(s, &pj, ke(Penerima::Penanggungjawab)).await.unwrap();
        assert_eq!(belum().await, 0);
        assert_eq!(w.k.hitung("SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'penyampaian-jadwal'").await, 2);
    }

    /// Seed 004: the report is handed over in a meeting; place, day and who took it stand for the confirmation.
    async fn rapat(basis: BasisUji) {
        let w = tersampai(basis).await;
        let s = &w.k.r.store;
        let semua = daftar(s.baca(), w.k.lokus).await.unwrap();
        let menunggu = terima::daftar(s, w.operator().await.pelaku(), 25).await.unwrap();
        assert_eq!((menunggu.len(), menunggu[0].dokumen.as_str(), menunggu[0].lokus_id), (1, "lhe", Some(w.k.lokus)), "on the start page");
        let unit = semua.iter().find(|x| x.kepada == Penerima::Unit).unwrap().id;
        let r = |tanggal| Rapat { tempat: "Aula Kantor Gubernur", tanggal, penerima: "Kepala Dinas Sosial" };
        assert_eq!(keadaan(serahkan(s, &w.biro, unit, &r(date(9999, 1, 1))).await), "penyampaian-rapat-tanggal");
        assert_eq!(keadaan(serahkan(s, &w.biro, unit, &Rapat { tempat: " ", ..r(date(2023, 12, 4)) }).await), "penyampaian-rapat-kosong");
        serahkan(s, &w.biro, unit, &r(date(2023, 12, 4))).await.unwrap();
        assert_eq!(keadaan(serahkan(s, &w.biro, unit, &r(date(2023, 12, 4))).await), "penyampaian-sudah-diterima");
        let p = penyampaian::dari_id(s.baca(), w.k.lokus, unit).await.unwrap();
        let t = &p.terima[0];
        assert_eq!((t.jenis.as_str(), t.tempat.as_deref(), t.tanggal.as_deref(), t.penerima.as_deref()),
            ("rapat", Some("Aula Kantor Gubernur"), Some("2023-12-04"), Some("Kepala Dinas Sosial")));
    }

    /// A report that is made and not conveyed is the organiser's next step, also after the results are public.
    async fn langkah_rantai(basis: BasisUji) {
        let w = beku(basis).await;
        let s = &w.k.r.store;
        let (kepala, sekda) = (w.kepala().await, w.sekda().await);
        let hasil = hasil::hidup(s.baca(), w.k.lokus).await.unwrap().unwrap().id;
        let id = buat(&w, BeritaAcaraId::baru(), Jenis::Hasil, Some(hasil), &penanda(&w).await).await.unwrap();
        let pdf = ba::dari_id(s.baca(), id).await.unwrap().objek;
        for p in [Penanda::Unit(kepala), Penanda::Penanggungjawab(sekda), Penanda::Evaluator(w.a.clone()), Penanda::Evaluator(w.b.clone())] {
            ba::tandatangani(s, &p, id, &pdf).await.unwrap();
        }
        let berikut = async || rantai(s.baca(), w.k.lokus).await.unwrap().berikut();
        let menunggu = async || beranda::menunggu_sampai(s, w.biro.pelaku(), &[]).await.unwrap().unit.into_iter().map(|u| u.lokus_id).collect::<Vec<_>>();
        assert_eq!((berikut().await, menunggu().await), (Some(Langkah::Lhe), vec![]));
        let lhe = w.lhe().await;
        assert_eq!((berikut().await, menunggu().await), (Some(Langkah::Penyampaian), vec![w.k.lokus]));
        w.kirim_lhe(&lhe).await;
        assert_eq!((berikut().await, menunggu().await), (Some(Langkah::Terbit), vec![]));
        hasil::batalkan(s, &w.biro, hasil, "x", true).await.unwrap();
        assert!(rantai(s.baca(), w.k.lokus).await.unwrap().lhe_sampai.is_none(), "what was conveyed is void");
    }

    /// Also in a period of more units than the start page goes through, the newest sendings wait there for their receipt.
    async fn periode_sangat_besar(basis: BasisUji) {
        let w = tersampai(basis).await;
        let s = &w.k.r.store;
        let sekda = w.sekda().await;
        let menunggu = async || terima::daftar(s, sekda.pelaku(), 25).await.unwrap().into_iter().map(|m| m.lokus_id).collect::<Vec<_>>();
        assert_eq!(menunggu().await, [Some(w.k.lokus)]);
        let tx = s.mulai().await.unwrap();
        for n in 0..2000 {
            let kode = format!("u-{n}");
            let u = UnitBaru { kode: &kode, instansi: w.k.kab, induk: None, nama: &kode, jenis: "unit", alamat: "" };
            let unit = instansi::tambah_unit(&tx, None, u).await.unwrap();
            tx.jalankan(
                "INSERT INTO lokus (id, kode, periode_id, unit_id, formulir, cakupan, kategori, versi, dibuat, oleh)
                 VALUES ($1, $2, $3, $4, 'A', 'jasa', 'RSUD', 1, 1, $5)",
                store::nilai![LokusId::baru(), kode.as_str(), w.k.periode, unit, w.k.oleh],
            )
            .await
            .unwrap();
        }
        tx.commit().await.unwrap();
        assert_eq!(menunggu().await, [Some(w.k.lokus)], "once, in a period of 2,001 units");
    }

    /// A report on an annulled result is not sent, and one that was sent is marked; the head sends the follow-up only.
    async fn gugur_dan_kepala(basis: BasisUji) {
        let w = beku(basis).await;
        let s = &w.k.r.store;
        let lhe = w.lhe().await;
        w.kirim_lhe(&lhe).await;
        let h = hasil::hidup(s.baca(), w.k.lokus).await.unwrap().unwrap().id;
        hasil::batalkan(s, &w.biro, h, "x", false).await.unwrap();
        assert!(daftar(s.baca(), w.k.lokus).await.unwrap().iter().all(|p| p.gugur));
        let k = Kiriman { op: store::id::baru(), dokumen: Dokumen::Lhe, lhe: Some(lhe), berkas: None, isi: "" };
        assert_eq!(keadaan(sampaikan(s, &Pengirim::Penyelenggara(&w.biro), &k).await), "penyampaian-lhe-gugur");
        let kepala = w.kepala().await;
        let p = Pengirim::Kepala(&kepala);
        assert!(matches!(sampaikan(s, &p, &jadwal(store::id::baru(), "x")).await, Err(StoreError::Ditolak(_))));
        let berkas = objek::simpan(s, b"%PDF-laporan").unwrap();
        let k = Kiriman { op: store::id::baru(), dokumen: Dokumen::TindakLanjut, lhe: None, berkas: Some(penyampaian::Berkas { pdf: &berkas, kode: "kodeuji2lapo" }), isi: "" };
        sampaikan(s, &p, &k).await.unwrap();
        let tl: Vec<_> = daftar(s.baca(), w.k.lokus).await.unwrap().into_iter().filter(|p| p.dokumen == Dokumen::TindakLanjut).collect();
        assert_eq!(tl.len(), 2);
        let t = store::verifikasi::cari(s, "KODE-uji2-kode").await;
        assert!(matches!(t, Err(StoreError::TidakDitemukan)), "no document has this code");
        let t = store::verifikasi::cari(s, "KODE-UJI2-LAPO").await.unwrap();
        assert!(matches!(t.dokumen, store::verifikasi::Dokumen::TindakLanjut(p) if p.objek.as_deref() == Some(berkas.sidik.as_str())));
        assert!(tl.iter().all(|p| p.kepada != Penerima::Unit && p.objek.as_deref() == Some(berkas.sidik.as_str())));
    }
}
