//! Replacing the key of an installation: what the old one signed holds and is shown as its, the next files carry both, and a key that
//! leaked is believed nowhere any more. A program that stops half-way goes on with the key that the database names.

use super::terbitan::{berkas, cek, kode, terbit, tiru};
use std::fs;
use store::{
    Kunci, Milik, StoreError, audit, hasil,
    hasil::{baca_kunci, tulis_kunci},
    kueri::Kueri as _,
    kunci_instalasi::{self, Ganti},
    nilai,
    penerbitan::{self, Publik},
    rawat,
};

const BIASA: Ganti<'_> = Ganti { alasan: "Penggantian\n tahunan", bocor: false };

fn benih(baris: &str) -> [u8; 32] {
    let mut b = [0; 32];
    hex::decode_to_slice(baris.trim(), &mut b).unwrap();
    b
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn tanda_lama_tetap_sah(basis: testkit::basis::BasisUji) {
        let (w, t, hak) = Box::pin(terbit(basis)).await;
        let s = &w.k.r.store;
        let satu = Box::pin(berkas(&w, &t)).await;
        let (lama, ringkas) = (s.kunci().publik(), s.kunci().ringkas("x"));
        audit::segel(s).await.unwrap();
        let hari = |n: i64| s.jam().maju(n * 86_400);
        hari(2);
        assert!(matches!(kunci_instalasi::ganti(s, None, Ganti { alasan: " ", bocor: false }).await, Err(StoreError::Keadaan("alasan-wajib"))));
        let baru = kunci_instalasi::ganti(s, None, BIASA).await.unwrap();
        assert!(baru != lama && s.kunci().publik() == baru && s.kunci().ringkas("x") == ringkas);
        assert_eq!(s.kunci().milik(&baru.id()), Some(Milik::Kini));
        assert!(matches!(s.kunci().milik(&lama.id()), Some(Milik::Lama(l)) if !l.dicabut && l.alasan == "Penggantian tahunan"));
        assert_eq!(w.k.hitung("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'kunci.ganti'").await, 1);
        assert_eq!(w.k.r.buka_lagi().await.kunci().publik(), baru);

        // Old signatures: the frozen result, the chain, the file. The list says until when the old key signed.
        let beku = hasil::hidup(s.baca(), w.biro.lokus.id).await.unwrap().unwrap();
        assert!(beku.tanda_sah(s));
        assert_eq!(beku.bundel().unwrap().instalasi.kunci, lama.id());
        hari(2);
        tiru(&w, &beku.bundel().unwrap(), 6, Some(2)).await;
        penerbitan::tarik(s, &hak, "x").await.unwrap();
        penerbitan::terbitkan(s, &hak, "x").await.unwrap();
        audit::segel(s).await.unwrap();
        let r = rawat::rantai(s).await.unwrap();
        assert!(r.sah, "{:?}", r.temuan.rusak);
        let temuan = async || rawat::periksa(s).await.unwrap().temuan.into_iter().filter(|t| t.bagian == "hasil").map(|t| t.isi);
        assert_eq!(temuan().await.collect::<Vec<_>>(), Vec::<String>::new(), "signed by the former key and by this one");
        // Whoever writes the database, but has no key: a list would show another figure than the one that was signed.
        let kode_lokus = beku.bundel().unwrap().lokus.kode;
        let milik = async || temuan().await.filter(|t| t.starts_with(&format!("{kode_lokus}, "))).count();
        assert_eq!(milik().await, 0);
        let teks = ["tampil", "kategori", "ipp", "f02", "f03"].map(|k| (format!("{k} = {k} || 'x'"), format!("{k} = REPLACE({k}, 'x', '')")));
        let angka = ["ipp_urut", "pada", "nomor"].map(|k| (format!("{k} = {k} + 1"), format!("{k} = {k} - 1")));
        for (ubah, balik) in teks.into_iter().chain(angka) {
            for (isi, harap) in [(&ubah, 1), (&balik, 0)] {
                let tx = s.mulai().await.unwrap();
                tx.jalankan(&format!("UPDATE hasil SET {isi} WHERE id = $1"), nilai![beku.id]).await.unwrap();
                tx.commit().await.unwrap();
                assert_eq!(milik().await, harap, "{isi}");
            }
        }
        let daftar = baca_kunci(&tulis_kunci(&kunci_instalasi::publik(s).await.unwrap())).unwrap();
        let masa: Vec<_> = daftar.iter().map(|k| (k.id.clone(), k.dari.as_str(), k.sampai.as_str(), k.dicabut.is_some())).collect();
        assert_eq!(masa, [(baru.id(), "2026-03-04", "", false), (lama.id(), "2026-03-02", "2026-03-04", false)]);
        let l = cek(&satu, Some(&daftar));
        assert_eq!((kode(&l), l.isi.instalasi.kunci.as_str()), (vec![], lama.id().as_str()), "{:?}", l.temuan);
        let Publik::Terbit(t2) = penerbitan::publik(s, &t.periode.kode).await.unwrap() else { panic!("not public") };
        let dua = Box::pin(berkas(&w, &t2)).await;
        let l = cek(&dua, Some(&daftar));
        assert_eq!((kode(&l), l.hasil, l.isi.instalasi.kunci.as_str()), (vec![], 6, baru.id().as_str()), "{:?}", l.temuan);
        assert_eq!(kode(&cek(&dua, Some(&daftar[..1]))), ["kunci-tidak-dikenal"], "results by the former key");
        assert_eq!(kode(&cek(&dua, Some(&daftar[1..]))), ["kunci-tidak-dikenal"], "signed by the new key");

        // It leaked: what it signed is believed no more, wherever the list is read, and derived secrets are new.
        let ketiga = kunci_instalasi::ganti(s, None, Ganti { alasan: "Server dicuri", bocor: true }).await.unwrap();
        assert!(s.kunci().ringkas("x") != ringkas);
        let daftar = baca_kunci(&tulis_kunci(&kunci_instalasi::publik(s).await.unwrap())).unwrap();
        let dicabut: Vec<_> = daftar.iter().map(|k| (k.id.clone(), k.dicabut.clone().map(|d| d.1))).collect();
        assert_eq!(dicabut, [(ketiga.id(), None), (baru.id(), Some("Server dicuri".into())), (lama.id(), None)]);
        let l = cek(&dua, Some(&daftar));
        assert_eq!(kode(&l), ["kunci-dicabut"]);
        assert!(l.temuan[0].pesan.contains("2026-03-06: Server dicuri"), "{:?}", l.temuan);
        assert_eq!(kode(&cek(&satu, Some(&daftar))), Vec::<&str>::new(), "another key");
    }

    /// The former secret signs no further head of the chain, though what it signed in its time counts.
    async fn kunci_lama_tidak_menyegel_lagi(basis: testkit::basis::BasisUji) {
        let r = crate::ruang::ruang(basis).await;
        let s = &r.store;
        let jalan = r.folder.path().join("instalasi.kunci");
        let lama = Kunci::dari_benih(benih(fs::read_to_string(&jalan).unwrap().lines().next().unwrap()));
        assert_eq!(lama.publik(), s.kunci().publik());
        store::instalasi::tandai_ilustrasi(s, "Uji").await.unwrap();
        audit::segel(s).await.unwrap();
        // Another process replaces it; this one takes the new key when it seals.
        let lain = r.buka_lagi().await;
        let baru = kunci_instalasi::ganti(&lain, None, BIASA).await.unwrap();
        assert_eq!(s.kunci().publik(), lama.publik());
        assert!(matches!(kunci_instalasi::ganti(s, None, BIASA).await, Err(StoreError::Keadaan("kunci-diganti-lain"))));
        assert_eq!(s.kunci().publik(), baru);
        while audit::segel(s).await.unwrap() > 0 {}
        assert!(rawat::rantai(s).await.unwrap().sah);
        let k = audit::kepala(s, "-").await.unwrap().unwrap();
        let palsu = format!("prima:audit:1\n-\n{}\n{}", k.nomor, hex::encode(&k.sidik));
        let tx = s.mulai().await.unwrap();
        let sql = "UPDATE audit_kepala SET tanda = $1 WHERE rantai = '-' AND nomor = $2";
        tx.jalankan(sql, nilai![lama.tandai(palsu.as_bytes()), k.nomor]).await.unwrap();
        tx.commit().await.unwrap();
        assert!(rawat::rantai(s).await.unwrap().sah, "the last of the former key");
        store::instalasi::tandai_ilustrasi(s, "Uji").await.unwrap();
        audit::segel(s).await.unwrap();
        store::instalasi::tandai_ilustrasi(s, "Uji").await.unwrap();
        audit::segel(s).await.unwrap();
        let k = audit::kepala(s, "-").await.unwrap().unwrap();
        let palsu = format!("prima:audit:1\n-\n{}\n{}", k.nomor, hex::encode(&k.sidik));
        let tx = s.mulai().await.unwrap();
        tx.jalankan(sql, nilai![lama.tandai(palsu.as_bytes()), k.nomor]).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!rawat::rantai(s).await.unwrap().sah, "after a head of the new key");
    }

    /// Stopped between the commit and the new file; and a database from before the key was replaced.
    async fn terputus_di_tengah(basis: testkit::basis::BasisUji) {
        let r = crate::ruang::ruang(basis).await;
        let (s, jalan) = (&r.store, r.folder.path().join("instalasi.kunci"));
        let (lama, isi_lama) = (s.kunci().publik(), fs::read(&jalan).unwrap());
        let baru = kunci_instalasi::ganti(s, None, BIASA).await.unwrap();
        let isi_baru = fs::read(&jalan).unwrap();
        assert!(!r.folder.path().join("instalasi.kunci.baru").exists());
        fs::write(&jalan, &isi_lama).unwrap();
        assert!(store::Store::buka(r.folder.path(), &r.sumber, store::Jam::default()).await.is_err(), "neither file has the key");
        fs::write(r.folder.path().join("instalasi.kunci.baru"), &isi_baru).unwrap();
        assert_eq!(r.buka_lagi().await.kunci().publik(), baru);
        assert_eq!(fs::read(&jalan).unwrap(), isi_baru);
        let tx = s.mulai().await.unwrap();
        tx.jalankan("UPDATE instalasi SET kunci_publik = $1", nilai![lama.bytes().to_vec()]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(r.buka_lagi().await.kunci().publik(), baru);
        let mut rusak = isi_baru.clone();
        rusak.extend_from_slice(b"dicabut zz\n");
        fs::write(&jalan, rusak).unwrap();
        let e = store::Store::buka(r.folder.path(), &r.sumber, store::Jam::default()).await.unwrap_err();
        assert!(e.to_string().contains("line 4"), "{e}");
    }
}
