//! Publishing a result: what is frozen, who may, taking it back, and proving the file again.

use super::bangun::{Dunia, dunia};
use store::{
    StoreError,
    hak::PenerbitSkm,
    hasil::KunciTepercaya,
    id::RondeId,
    kueri::Kueri as _,
    nilai, rawat, sidik_hex,
    skm::{
        self,
        terbit::{self, Publik, SaringTerbit, bundel},
    },
    verifikasi::{self, DokumenSkm},
};
use testkit::{basis::BasisUji, dua_basis};

async fn penerbit(d: &Dunia, id: RondeId) -> PenerbitSkm {
    d.akses(&d.kepala, id).await.kepala().unwrap()
}

async fn siap(d: &Dunia, banyak: usize) -> RondeId {
    let id = d.ronde("SKM Semester I").await;
    d.jawab(id, banyak).await;
    let hak = d.akses(&d.operator, id).await.pengelola().unwrap();
    skm::tutup(&d.p.r.store, &hak, "Target sudah tercapai").await.unwrap();
    id
}

dua_basis! {
    async fn a_publication_is_frozen_signed_and_proves_itself(basis: BasisUji) {
        let d = dunia(basis).await;
        let (s, id) = (&d.p.r.store, siap(&d, 30).await);
        let hak = penerbit(&d, id).await;
        terbit::terbitkan(s, &hak).await.unwrap();
        terbit::terbitkan(s, &hak).await.unwrap();
        let riwayat = terbit::riwayat(s.baca(), id).await.unwrap();
        assert_eq!(riwayat.len(), 1, "pressing twice publishes once");
        let Publik::Terbit(t) = terbit::publik(s, &hak.ronde.kode).await.unwrap() else { panic!("not published") };
        assert_eq!((t.isi.agregat.pakai.n, t.isi.hasil.ikm.tampil(2)), (30, "100.00".to_owned()));
        let berkas = t.berkas(s).await.unwrap();
        let l = bundel::periksa(berkas.as_bytes(), None).unwrap();
        assert!(l.sah(), "{:?}", l.temuan);
        assert_eq!(l.ulang.unwrap().ikm.tampil(2), "100.00");
        let p = s.kunci().publik();
        let milik = [KunciTepercaya::baru(p, "Kabupaten")];
        assert_eq!(bundel::periksa(berkas.as_bytes(), Some(&milik)).unwrap().pemilik.as_deref(), Some("Kabupaten"));
        let (r, DokumenSkm::Penerbitan(b)) = verifikasi::cari_skm(s, t.kode_verifikasi()).await.unwrap() else { panic!() };
        assert_eq!((r.id, b.sidik), (id, t.sidik.clone()));
    }

    async fn a_changed_figure_is_found_even_when_it_is_hashed_again(basis: BasisUji) {
        let d = dunia(basis).await;
        let (s, id) = (&d.p.r.store, siap(&d, 30).await);
        let hak = penerbit(&d, id).await;
        terbit::terbitkan(s, &hak).await.unwrap();
        let Publik::Terbit(t) = terbit::publik(s, &hak.ronde.kode).await.unwrap() else { panic!("not published") };
        let salah = async || rawat::periksa(s).await.unwrap().temuan.into_iter().filter(|t| t.bagian == "skm").collect::<Vec<_>>();
        assert_eq!(salah().await, []);
        let ubah = async |isi: &str| {
            let tx = s.mulai().await.unwrap();
            tx.jalankan("UPDATE skm_terbit SET isi = $1", nilai![isi]).await.unwrap();
            tx.commit().await.unwrap();
        };
        ubah(&format!("{} ", t.teks)).await;
        let temuan = salah().await;
        assert!(temuan.iter().any(|t| t.isi.contains("berubah")), "{temuan:?}");
        ubah(&t.teks).await;
        let mut v: serde_json::Value = serde_json::from_str(&t.berkas(s).await.unwrap()).unwrap();
        v["isi"]["hasil"]["ikm"] = "99".into();
        let l = bundel::periksa(v.to_string().as_bytes(), None).unwrap();
        let kode: Vec<&str> = l.temuan.iter().map(|t| t.kode).collect();
        assert_eq!(kode, ["sidik", "tanda", "angka"], "{:?}", l.temuan);
        v["sidik"] = l.sidik.into();
        let l = bundel::periksa(v.to_string().as_bytes(), None).unwrap();
        assert_eq!(l.temuan.iter().map(|t| t.kode).collect::<Vec<_>>(), ["tanda", "angka"]);
        assert!(bundel::periksa(b"{}", None).is_err());
        let l = bundel::periksa(t.berkas(s).await.unwrap().as_bytes(), Some(&[])).unwrap();
        assert_eq!(l.temuan[0].kode, "kunci-tidak-dikenal");
    }

    /// Whoever writes the database, but has no key: nothing of it is shown, and `prima check` names it.
    async fn a_figure_changed_in_the_database_is_not_shown_and_is_named(basis: BasisUji) {
        let d = dunia(basis).await;
        let (s, id) = (&d.p.r.store, siap(&d, 30).await);
        let hak = penerbit(&d, id).await;
        terbit::terbitkan(s, &hak).await.unwrap();
        let kode = hak.ronde.kode.as_str();
        let temuan = async || {
            let l = rawat::periksa(s).await.unwrap();
            assert!(l.diperiksa["skm"] > 0);
            l.temuan.into_iter().filter(|t| t.bagian == "skm" && t.isi.starts_with(&format!("{kode}, penerbitan "))).map(|t| t.isi).collect::<Vec<_>>()
        };
        let tampil = async || {
            let (daftar, n) = terbit::cari(s, &SaringTerbit::default(), 0, 10).await.unwrap();
            assert_eq!((daftar.len(), n), (1, 1));
            let publik = matches!(terbit::publik(s, kode).await.unwrap(), Publik::Terbit(_));
            assert_eq!(publik, daftar[0].sah);
            publik
        };
        assert_eq!((tampil().await, temuan().await), (true, vec![]));
        let Publik::Terbit(t) = terbit::publik(s, kode).await.unwrap() else { panic!("not published") };
        let palsu = t.teks.replacen("\"target\":", "\"target\":9", 1);
        assert_ne!(palsu, t.teks);
        let tanda_lain = s.kunci().tandai(&bundel::pesan(&sidik_hex(b"lain")));
        let pada_lain = t.pada.tambah_detik(1);
        let tulis = async |isi: &str, sidik: String, tanda: &[u8], pada: store::Waktu| {
            let sql = "UPDATE skm_terbit SET isi = $1, sidik = $2, tanda = $3, pada = $4 WHERE ronde_id = $5";
            let tx = s.mulai().await.unwrap();
            tx.jalankan(sql, nilai![isi, sidik, tanda.to_vec(), pada, id]).await.unwrap();
            tx.commit().await.unwrap();
        };
        let benar = t.sidik.clone();
        for (isi, sidik, tanda, pada, apa) in [
            (&palsu, benar.clone(), &t.tanda, t.pada, "sidiknya tidak cocok"),
            (&palsu, sidik_hex(palsu.as_bytes()), &t.tanda, t.pada, "tanda tangannya bukan"),
            (&t.teks, benar.clone(), &tanda_lain, t.pada, "tanda tangannya bukan"),
            (&t.teks, benar.clone(), &t.tanda, pada_lain, "waktu terbitnya bukan"),
        ] {
            tulis(isi, sidik, tanda, pada).await;
            let x = temuan().await;
            assert!(x.len() == 1 && x[0].contains(apa), "{apa}: {x:?}");
            assert!(!tampil().await, "{apa}");
            assert!(matches!(terbit::publik(s, kode).await.unwrap(), Publik::TakCocok { .. }));
            tulis(&t.teks, benar.clone(), &t.tanda, t.pada).await;
            assert_eq!((tampil().await, temuan().await), (true, vec![]), "as it was: {apa}");
        }
        // Another unit under the round, and a publication under a row that is no survey: neither is called genuine.
        let jalankan = async |sql: &str| {
            let tx = s.mulai().await.unwrap();
            assert!(tx.jalankan(sql, nilai![id]).await.unwrap() > 0);
            tx.commit().await.unwrap();
        };
        let asli = async || match store::verifikasi::cari_skm(s, &benar[..16]).await.unwrap().1 {
            store::verifikasi::DokumenSkm::Penerbitan(t) => t.sah,
            store::verifikasi::DokumenSkm::Laporan(_) => panic!("a report"),
        };
        assert!(asli().await);
        jalankan("UPDATE unit SET kode = kode || '~' WHERE id = (SELECT unit_id FROM ronde WHERE id = $1)").await;
        let x = temuan().await;
        assert!(x.len() == 1 && x[0].contains("unit rondenya bukan yang ditandatangani"), "{x:?}");
        assert!(!tampil().await && !asli().await);
        jalankan("UPDATE unit SET kode = REPLACE(kode, '~', '') WHERE id = (SELECT unit_id FROM ronde WHERE id = $1)").await;
        assert!(tampil().await && asli().await);
    }

    /// Put under another round: its own page explains itself, so does the other one, and `prima check` names it.
    async fn a_publication_under_another_round_is_explained(basis: BasisUji) {
        let d = dunia(basis).await;
        let (s, id) = (&d.p.r.store, siap(&d, 30).await);
        let lain = d.ronde("SKM Semester II").await;
        let (hak, kode_lain) = (penerbit(&d, id).await, penerbit(&d, lain).await.ronde.kode);
        let kode = hak.ronde.kode.as_str();
        assert!(matches!(terbit::publik(s, kode).await, Err(StoreError::TidakDitemukan)), "never published");
        terbit::terbitkan(s, &hak).await.unwrap();
        let pindah = async |ke: RondeId| {
            let tx = s.mulai().await.unwrap();
            assert_eq!(tx.jalankan("UPDATE skm_terbit SET ronde_id = $1", nilai![ke]).await.unwrap(), 1);
            tx.commit().await.unwrap();
        };
        pindah(lain).await;
        for k in [kode, &kode_lain] {
            assert!(matches!(terbit::publik(s, k).await.unwrap(), Publik::TakCocok { .. }), "{k}");
        }
        let temuan = rawat::periksa(s).await.unwrap().temuan;
        assert!(temuan.iter().any(|t| t.isi.contains("ditaruh di bawah ronde lain")), "{temuan:?}");
        pindah(id).await;
        assert!(matches!(terbit::publik(s, kode).await.unwrap(), Publik::Terbit(_)));
        assert!(matches!(terbit::publik(s, &kode_lain).await, Err(StoreError::TidakDitemukan)));
    }

    async fn a_running_or_empty_round_is_not_published(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.p.r.store;
        let id = d.ronde("SKM Semester I").await;
        d.jawab(id, 3).await;
        let galat = terbit::terbitkan(s, &penerbit(&d, id).await).await.unwrap_err();
        assert!(matches!(galat, StoreError::Keadaan("skm-terbit-belum-selesai")), "{galat}");
        let kosong = siap(&d, 0).await;
        let galat = terbit::terbitkan(s, &penerbit(&d, kosong).await).await.unwrap_err();
        assert!(matches!(galat, StoreError::Keadaan("skm-terbit-kosong")), "{galat}");
        assert!(d.akses(&d.operator, id).await.kepala().is_err(), "an operator does not publish");
    }

    async fn taking_it_back_needs_a_reason_and_leaves_its_trace(basis: BasisUji) {
        let d = dunia(basis).await;
        let (s, id) = (&d.p.r.store, siap(&d, 12).await);
        let hak = penerbit(&d, id).await;
        assert!(matches!(terbit::tarik(s, &hak, "salah").await, Err(StoreError::Keadaan("skm-terbit-belum"))));
        terbit::terbitkan(s, &hak).await.unwrap();
        assert!(matches!(terbit::tarik(s, &hak, "  ").await, Err(StoreError::Keadaan("alasan-wajib"))));
        terbit::tarik(s, &hak, "Layanan salah nama").await.unwrap();
        let Publik::Ditarik { alasan, .. } = terbit::publik(s, &hak.ronde.kode).await.unwrap() else { panic!("still published") };
        assert_eq!(alasan, "Layanan salah nama");
        terbit::terbitkan(s, &hak).await.unwrap();
        let riwayat = terbit::riwayat(s.baca(), id).await.unwrap();
        assert_eq!((riwayat.len(), riwayat[0].ditarik.is_none(), riwayat[1].ditarik.is_some()), (2, true, true));
    }

    /// Closed on 2 March although planned until June, with three answers: the actual end, and no group at all.
    async fn few_answers_and_an_early_end_are_published_as_what_they_are(basis: BasisUji) {
        let d = dunia(basis).await;
        let (s, id) = (&d.p.r.store, siap(&d, 3).await);
        let hak = penerbit(&d, id).await;
        assert_eq!((hak.ronde.akhir().as_str(), hak.ronde.sampai.as_str()), ("2026-03-02", "2026-06-30"));
        terbit::terbitkan(s, &hak).await.unwrap();
        let Publik::Terbit(t) = terbit::publik(s, &hak.ronde.kode).await.unwrap() else { panic!("not published") };
        assert_eq!((t.isi.sampai.as_str(), t.isi.rencana_sampai.as_deref()), ("2026-03-02", Some("2026-06-30")));
        assert_eq!((t.isi.agregat.pakai.n, t.isi.hasil.ikm.tampil(2)), (3, "100.00".to_owned()));
        assert!(t.isi.agregat.profil.iter().all(std::collections::BTreeMap::is_empty));
        let l = bundel::periksa(t.berkas(s).await.unwrap().as_bytes(), None).unwrap();
        assert!(l.sah(), "{:?}", l.temuan);
        // Opened again, it ends when it was planned to.
        terbit::tarik(s, &hak, "Masih dibuka").await.unwrap();
        let pengelola = d.akses(&d.operator, id).await.pengelola().unwrap();
        skm::buka_lagi(s, &pengelola, "Masih dibuka").await.unwrap();
        assert_eq!(skm::dari_id(s.baca(), id).await.unwrap().akhir(), "2026-06-30");
        // Closed after its end, or before its beginning: never outside of what was announced.
        let mut r = skm::dari_id(s.baca(), id).await.unwrap();
        r.ditutup = Some(s.sekarang().tambah_detik(365 * 86_400));
        assert_eq!(r.akhir(), "2026-06-30");
        r.ditutup = Some(s.sekarang().tambah_detik(-365 * 86_400));
        assert_eq!(r.akhir(), "2026-01-01");
    }
}
