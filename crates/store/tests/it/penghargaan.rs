mod kini;

use crate::{
    bangun::{Dunia, JASA, dunia, isi},
    orang::orang,
    peringkat::{banyak, bekukan},
};
use pekppp::penghargaan::{Butir, Syarat};
use std::collections::BTreeSet;
use store::{
    StoreError, hak,
    id::{LokusId, PenghargaanId, PeriodeId, PutusanId},
    instansi::{self, InstansiBaru},
    kueri::Kueri,
    lokus, nilai, objek, pekerjaan,
    penerbitan::{self, Publik, Terbitan},
    penghargaan::{
        self, Isi, Penghargaan, calon, cetak, keputusan, milik,
        putusan::{self, Keputusan, Memutus, Putusan},
        umum,
    },
    peran::{Lingkup, Peran},
    periode::{self, PeriodeIsi},
    verifikasi,
};
use testkit::basis::BasisUji;

fn syarat(ubah: impl FnOnce(&mut Syarat)) -> Isi<'static> {
    let mut s = Syarat::default();
    ubah(&mut s);
    let isi = Isi { nama: "Terbaik", bentuk: "piagam", sasaran: "unit", sumber: "Uji", kepastian: "rendah", ..Isi::default() };
    Isi { syarat: s, ..isi }
}

async fn buat(d: &Dunia, p: PeriodeId, isi: &Isi<'_>) -> Penghargaan {
    let id = PenghargaanId::baru();
    penghargaan::tambah(&d.r.store, &d.penyelenggara(p).await, id, isi).await.unwrap();
    baca(d, p, id).await
}

async fn baca(d: &Dunia, p: PeriodeId, id: PenghargaanId) -> Penghargaan {
    penghargaan::satu(&d.r.store, &hak::periode(&d.r.store, &d.biro, p).await.unwrap().pembaca(), id).await.unwrap()
}

async fn usulan(d: &Dunia, p: PeriodeId, g: &Penghargaan) -> calon::Usulan {
    calon::usulan(&d.r.store, &hak::periode(&d.r.store, &d.biro, p).await.unwrap().pembaca(), g).await.unwrap()
}

/// Gives the award to the participants with these names.
async fn beri(d: &Dunia, p: PeriodeId, g: &Penghargaan, nama: &[&str], alasan: &str) -> Result<usize, StoreError> {
    let u = usulan(d, p, g).await;
    let beri: BTreeSet<String> = u.semua().filter(|c| nama.contains(&c.nama.as_str())).map(|c| c.kunci.clone()).collect();
    let keputusan =
        Keputusan { nomor: "1/2026", tanggal: "2026-09-01", tempat: "Sangatta", jabatan: "Bupati", nama: "Contoh", pangkat: "" };
    let m = Memutus { op: store::id::baru(), dilihat: &u.tanda(), beri, keputusan, alasan };
    putusan::putuskan(&d.r.store, &d.penyelenggara(p).await, g.id, &m).await
}

fn putusan_nama(semua: &[Putusan]) -> Vec<(&str, &str)> {
    semua.iter().map(|x| (x.penerima.as_str(), x.jenis.as_str())).collect()
}

async fn terbitkan(d: &Dunia, p: PeriodeId) -> Box<Terbitan> {
    penerbitan::terbitkan(&d.r.store, &d.penanggungjawab(p).await, "Uji tanpa berita acara").await.unwrap();
    let kode = periode::dari_id(d.r.store.baca(), p).await.unwrap().kode;
    match penerbitan::publik(&d.r.store, &kode).await.unwrap() {
        Publik::Terbit(t) => t,
        lain @ Publik::Ditarik { .. } => panic!("{lain:?}"),
    }
}

/// A period with four ranked units: 1, 2 and 2 (tied), 4.
async fn empat(d: &Dunia) -> (PeriodeId, Vec<LokusId>) {
    let p = d.periode().await;
    let l = banyak(d, p, 4).await;
    for (lokus, ipp) in l.iter().zip(["4.691", "4.694", "14073/3000", "3"]) {
        bekukan(d, *lokus, Some(ipp)).await;
    }
    (p, l)
}

fn keadaan<T: std::fmt::Debug>(h: Result<T, StoreError>, kunci: &str) {
    assert!(matches!(&h, Err(StoreError::Keadaan(k)) if *k == kunci), "{kunci}: {h:?}");
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Decisions of an older program are signed when the database is brought up to date, and at no other start.
    async fn putusan_lama_ditandatangani(basis: BasisUji) {
        let d = dunia(basis).await;
        let (p, _) = empat(&d).await;
        let g = buat(&d, p, &syarat(|s| s.peringkat_maks = Some(2))).await;
        beri(&d, p, &g, &["Unit 1", "Unit 2", "Unit 3"], "").await.unwrap();
        let sah = async |sql: &[&str]| {
            let tx = d.r.store.mulai().await.unwrap();
            for sql in sql {
                tx.jalankan(sql, vec![]).await.unwrap();
            }
            tx.commit().await.unwrap();
            let lagi = d.r.buka_lagi().await;
            putusan::daftar(&lagi, &g).await.unwrap().iter().filter(|x| x.sah(&lagi)).count()
        };
        assert_eq!(sah(&[]).await, 3);
        assert_eq!(sah(&["DELETE FROM penghargaan_tanda"]).await, 0);
        let lama = ["DROP TABLE penghargaan_tanda", "DELETE FROM migrasi WHERE nama = '0063_penghargaan_tanda'"];
        assert_eq!(sah(&lama).await, 3);
        // Broken off between the table and the signatures: the next start does both.
        let tx = d.r.store.mulai().await.unwrap();
        for sql in lama.into_iter().chain(["ALTER TABLE penghargaan_sk RENAME TO penghargaan_sk_lain"]) {
            tx.jalankan(sql, vec![]).await.unwrap();
        }
        tx.commit().await.unwrap();
        assert!(store::Store::buka(d.r.folder.path(), &d.r.sumber, store::Jam::default()).await.is_err());
        assert_eq!(sah(&["ALTER TABLE penghargaan_sk_lain RENAME TO penghargaan_sk"]).await, 3);
    }

    /// The program proposes with reasons; people decide; who departs says why; nobody is decided on twice.
    async fn usul_dan_putus(basis: BasisUji) {
        let d = dunia(basis).await;
        let (p, _) = empat(&d).await;
        let s = &d.r.store;
        let g = buat(&d, p, &syarat(|s| s.peringkat_maks = Some(2))).await;
        let u = usulan(&d, p, &g).await;
        let k = &u.kelompok[0];
        assert_eq!(k.calon.iter().map(|c| (c.nama.as_str(), c.peringkat, c.seri)).collect::<Vec<_>>(),
            [("Unit 2", 1, false), ("Unit 1", 2, true), ("Unit 3", 2, true)]);
        assert_eq!((k.hampir.len(), k.hampir[0].nama.as_str(), k.lainnya), (1, "Unit 4", 0));
        assert_eq!(k.hampir[0].temuan[0].butir, Butir::Peringkat { ada: 4, harus: 2 });
        assert_eq!(k.calon[2].ipp, "4.691", "exact, in lowest terms");

        keadaan(beri(&d, p, &g, &["Unit 2", "Unit 1"], " ").await, "penghargaan-alasan-menyimpang");
        keadaan(beri(&d, p, &g, &[], "x").await, "penghargaan-tanpa-penerima");
        assert_eq!(beri(&d, p, &g, &["Unit 2", "Unit 1"], "Unit 3 sedang diperiksa").await.unwrap(), 2);
        let semua = putusan::daftar(s, &g).await.unwrap();
        assert_eq!(putusan_nama(&semua), [("Unit 2", "beri"), ("Unit 1", "beri"), ("Unit 3", "lewati")]);
        // Another receiver, written past the program, is not the one of the signed decision.
        let temuan = async || {
            let l = store::rawat::periksa(s).await.unwrap();
            l.temuan.into_iter().filter(|t| t.bagian == "penghargaan").map(|t| t.isi).collect::<Vec<_>>()
        };
        assert!(semua.iter().all(|x| x.sah(s)) && temuan().await.is_empty());
        for (nama, banyak) in [("Unit Palsu", 1), ("Unit 2", 0)] {
            let tx = s.mulai().await.unwrap();
            tx.jalankan("UPDATE penghargaan_putusan SET penerima = $2 WHERE id = $1", nilai![semua[0].id, nama]).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(putusan::daftar(s, &g).await.unwrap().iter().filter(|x| !x.sah(s)).count(), banyak);
            let t = temuan().await;
            assert!(t.len() == banyak && t.iter().all(|t| t.contains(&semua[0].kode)), "{t:?}");
        }
        assert_eq!(semua.iter().map(|x| x.alasan.as_str()).collect::<Vec<_>>(), ["", "", "Unit 3 sedang diperiksa"]);
        keadaan(beri(&d, p, &g, &["Unit 1"], "x").await, "penghargaan-tanpa-penerima");
        let g = baca(&d, p, g.id).await;
        assert_eq!((g.diberi, g.dilewati), (2, 1));
        let h = d.penyelenggara(p).await;
        keadaan(penghargaan::simpan(s, &h, g.id, 1, &syarat(|s| s.peringkat_maks = Some(9))).await, "penghargaan-sudah-diputus");
        keadaan(penghargaan::hapus(s, &h, g.id, "x").await, "penghargaan-masih-diberi");

        // Withdrawn, he can be decided on again; outside the proposal only with a reason.
        keadaan(putusan::tarik(s, &h, semua[2].id, " ").await, "alasan-wajib");
        putusan::tarik(s, &h, semua[2].id, "Pemeriksaan selesai").await.unwrap();
        keadaan(beri(&d, p, &g, &["Unit 3", "Unit 4"], "").await, "penghargaan-alasan-menyimpang");
        assert_eq!(beri(&d, p, &g, &["Unit 3", "Unit 4"], "Kemajuan terbesar").await.unwrap(), 2);
        let akhir = putusan::daftar(s, &g).await.unwrap();
        let empat = akhir.iter().find(|x| x.penerima == "Unit 4").unwrap();
        assert_eq!((empat.diusulkan, empat.alasan.as_str(), empat.peringkat), (0, "Kemajuan terbesar", 4));
        assert!(!empat.temuan().unwrap()[0].terpenuhi);
        assert_eq!(s.baca().angka("SELECT COUNT(*) AS n FROM audit WHERE aksi IN ('penghargaan.putus', 'penghargaan.tarik')", nilai![]).await.unwrap(), 3);

        // All withdrawn: the conditions are free again, but what the signed decisions say of the award is not.
        for x in akhir.iter().filter(|x| x.tarik_pada.is_none()) {
            putusan::tarik(s, &h, x.id, "Diulang").await.unwrap();
        }
        let nama_lain = Isi { nama: "Nama lain", ..syarat(|s| s.peringkat_maks = Some(2)) };
        keadaan(penghargaan::simpan(s, &h, g.id, 1, &nama_lain).await, "penghargaan-pernah-diputus");
        penghargaan::simpan(s, &h, g.id, 1, &syarat(|s| s.peringkat_maks = Some(9))).await.unwrap();
        assert!(putusan::daftar(s, &g).await.unwrap().iter().all(|x| x.sah(s)) && temuan().await.is_empty());
    }

    /// A decision rests on the proposal that was seen, and is made once.
    async fn usulan_berubah(basis: BasisUji) {
        let d = dunia(basis).await;
        let (p, l) = empat(&d).await;
        let s = &d.r.store;
        let g = buat(&d, p, &syarat(|s| s.peringkat_maks = Some(1))).await;
        let u = usulan(&d, p, &g).await;
        let h = d.penyelenggara(p).await;
        let m = Memutus { op: store::id::baru(), dilihat: "lama", beri: BTreeSet::from([l[1].to_string()]), ..Memutus::default() };
        keadaan(putusan::putuskan(s, &h, g.id, &m).await, "penghargaan-usulan-berubah");
        let tanda = u.tanda();
        let m = Memutus { dilihat: &tanda, ..m };
        let asing = Memutus { beri: BTreeSet::from([LokusId::baru().to_string()]), ..m.clone() };
        assert!(matches!(putusan::putuskan(s, &h, g.id, &asing).await, Err(StoreError::TidakDitemukan)));
        assert_eq!(putusan::putuskan(s, &h, g.id, &m).await.unwrap(), 1);
        assert_eq!(putusan::putuskan(s, &h, g.id, &m).await.unwrap(), 0, "pressed twice");
        assert_eq!(putusan::daftar(s, &g).await.unwrap().len(), 1);
        periode::tutup(s, &h, periode::Fase::Pemeringkatan, "x").await.unwrap();
        keadaan(putusan::putuskan(s, &h, g.id, &Memutus { op: store::id::baru(), ..m }).await, "fase-pemeringkatan-ditutup");
    }

    /// Public is what was announced while the results are public; withdrawn later it stays visible as such.
    async fn umumkan(basis: BasisUji) {
        let d = dunia(basis).await;
        let (p, l) = empat(&d).await;
        let s = &d.r.store;
        let g = buat(&d, p, &syarat(|s| s.peringkat_maks = Some(2))).await;
        let unit = lokus::dari_id(s.baca(), l[1]).await.unwrap();
        let kepala = orang(s, "kepala@kab.id", Peran::UnitKepala, Lingkup::Unit { unit: unit.unit_id, instansi: d.kab }).await;
        let milik = kepala.pembaca_penghargaan();
        let sekda = d.penanggungjawab(p).await;
        keadaan(umum::umumkan(s, &sekda).await, "penghargaan-belum-terbit");
        let t = terbitkan(&d, p).await;
        // A publication that was moved in time would hold other results.
        for (geser, ketahuan) in [("- 1", true), ("+ 1", false)] {
            let tx = s.mulai().await.unwrap();
            assert!(tx.jalankan(&format!("UPDATE penerbitan SET pada = pada {geser}"), vec![]).await.unwrap() > 0);
            tx.commit().await.unwrap();
            let ada = store::rawat::periksa(s).await.unwrap().temuan;
            assert_eq!(ada.iter().any(|t| t.isi.contains("waktu atau jenis penerbitannya")), ketahuan, "{ada:?}");
        }
        keadaan(umum::umumkan(s, &sekda).await, "penghargaan-tanpa-penerima");
        let menunggu = async || umum::menunggu(s, &[d.kab]).await.unwrap().into_iter().map(|m| (m.periode_id, m.jumlah)).collect::<Vec<_>>();
        assert_eq!(menunggu().await, []);
        beri(&d, p, &g, &["Unit 2", "Unit 1", "Unit 3"], "").await.unwrap();
        assert_eq!(menunggu().await, [(p, 3)], "on the start page of who announces them");
        assert!(umum::publik(s, &t).await.unwrap().is_none());
        assert!(penghargaan::milik::daftar(s, &milik, None).await.unwrap().is_empty(), "not before it is announced");
        s.jam().maju(60);
        umum::umumkan(s, &sekda).await.unwrap();
        umum::umumkan(s, &sekda).await.unwrap();
        assert_eq!(menunggu().await, []);
        assert_eq!(s.baca().angka("SELECT COUNT(*) AS n FROM penghargaan_umum", nilai![]).await.unwrap(), 1, "twice is once");
        let publik = umum::publik(s, &t).await.unwrap().unwrap();
        assert_eq!((publik.diberi.len(), publik.ditarik.len()), (3, 0));
        let saya = penghargaan::milik::daftar(s, &milik, Some("unit")).await.unwrap();
        assert_eq!(saya.iter().map(|m| (m.putusan.penerima.as_str(), m.tahun)).collect::<Vec<_>>(), [("Unit 2", 2026)]);
        assert!(penghargaan::milik::daftar(s, &milik, Some("pembina")).await.unwrap().is_empty());
        assert_eq!(penghargaan::milik::daftar(s, &d.sekda.pembaca_penghargaan(), None).await.unwrap().len(), 3);
        assert_eq!(s.baca().angka("SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'penghargaan-umum'", nilai![]).await.unwrap(), 1);

        // What is decided with the clock set back is not announced by that.
        s.jam().maju(-3_600);
        let lagi = buat(&d, p, &syarat(|s| s.peringkat_maks = Some(1))).await;
        beri(&d, p, &lagi, &["Unit 2"], "").await.unwrap();
        assert_eq!(umum::publik(s, &t).await.unwrap().unwrap().diberi.len(), 3);
        assert_eq!(menunggu().await, [(p, 1)]);
        let baca = hak::periode(s, &d.biro, p).await.unwrap().pembaca();
        assert_eq!(umum::belum_diumumkan(s, &baca).await.unwrap(), 1);
        umum::umumkan(s, &sekda).await.unwrap();
        assert_eq!(umum::publik(s, &t).await.unwrap().unwrap().diberi.len(), 4);
        let id = putusan::daftar(s, &lagi).await.unwrap()[0].id;
        putusan::tarik(s, &d.penyelenggara(p).await, id, "Uji").await.unwrap();
        let publik = umum::publik(s, &t).await.unwrap().unwrap();
        assert_eq!((publik.diberi.len(), publik.ditarik.len()), (3, 1), "withdrawn after it had been announced");
        s.jam().maju(3_600);

        let kode = saya[0].putusan.kode.clone();
        let (temu, per) = verifikasi::cari_piagam(s, &kode.to_uppercase()).await.unwrap();
        assert_eq!((temu.penerima.as_str(), per.id, temu.diberi()), ("Unit 2", p, true));
        s.jam().maju(60);
        putusan::tarik(s, &d.penyelenggara(p).await, temu.id, "Nilai dibatalkan").await.unwrap();
        let publik = umum::publik(s, &t).await.unwrap().unwrap();
        assert_eq!(publik.diberi.len(), 2);
        assert!(publik.ditarik.iter().any(|d| d.tarik_alasan.as_deref() == Some("Nilai dibatalkan")));
        assert!(!verifikasi::cari_piagam(s, &kode).await.unwrap().0.diberi());
        umum::tarik(s, &sekda, "Salah umum").await.unwrap();
        keadaan(umum::tarik(s, &sekda, "x").await, "penghargaan-belum-umum");
        assert!(umum::publik(s, &t).await.unwrap().is_none());
        assert!(matches!(verifikasi::cari_piagam(s, "tidakada").await, Err(StoreError::TidakDitemukan)));
    }

    /// An award of a nation's period goes to other regions: their head and organiser are told, they find it and its certificate, and it
    /// stands on the page of their instansi; those of a third region see nothing.
    async fn daerah_lain(basis: BasisUji) {
        let d = dunia(basis).await;
        let (p, l) = empat(&d).await;
        let s = &d.r.store;
        let tx = s.mulai().await.unwrap();
        let i = InstansiBaru { kode: "64.74", nama: "Kota Bontang", jenis: "kota", wilayah: Some("64.74"), zona: "WITA" };
        let kota = instansi::tambah(&tx, None, i).await.unwrap();
        tx.jalankan("UPDATE unit SET instansi_id = $1 WHERE id = (SELECT unit_id FROM lokus WHERE id = $2)", nilai![kota, l[0]]).await.unwrap();
        tx.commit().await.unwrap();
        crate::bubuhi::bubuhi(s, l[0]).await;
        let wali = orang(s, "wali@kota.id", Peran::Pembina, Lingkup::Instansi(kota)).await;
        let wilayah = orang(s, "wali2@kota.id", Peran::Pembina, Lingkup::Wilayah("64.74".into())).await;
        let biro = orang(s, "biro@kota.id", Peran::Penyelenggara, Lingkup::Instansi(kota)).await;
        let bupati = orang(s, "bupati@kab.id", Peran::Pembina, Lingkup::Instansi(d.kab)).await;
        let pembina = Isi { sasaran: "pembina", jenis_instansi: Some("kota"), ..syarat(|s| s.peringkat_maks = Some(1)) };
        let g = buat(&d, p, &pembina).await;
        beri(&d, p, &g, &["Wali Kota Bontang"], "").await.unwrap();
        assert!(milik::publik(s, kota).await.unwrap().is_empty(), "not before it is announced");

        // The signed decree as a file: the newest one is given, twice the same is once, and only where it belongs.
        let (biro_p, pembaca) = (d.penyelenggara(p).await, hak::periode(s, &d.sekda, p).await.unwrap().pembaca());
        let sk = keputusan::daftar(s, &pembaca, g.id).await.unwrap();
        assert_eq!((sk.len(), sk[0].penerima, sk[0].objek.as_deref()), (1, 1, None));
        for isi in [b"%PDF-1", b"%PDF-2", b"%PDF-2"] {
            let berkas = objek::simpan(s, isi).unwrap();
            keputusan::lampirkan(s, &biro_p, (g.id, sk[0].id), &berkas, "sk.pdf").await.unwrap();
        }
        let kini = keputusan::satu(s, &pembaca, g.id, sk[0].id).await.unwrap();
        assert_eq!(objek::baca(s, kini.objek.as_deref().unwrap()).unwrap(), b"%PDF-2");
        assert_eq!(s.baca().angka("SELECT COUNT(*) AS n FROM penghargaan_sk_berkas", nilai![]).await.unwrap(), 2);
        let berkas = objek::simpan(s, b"%PDF-3").unwrap();
        let asing = keputusan::lampirkan(s, &biro_p, (PenghargaanId::baru(), sk[0].id), &berkas, "sk.pdf").await;
        assert!(matches!(asing, Err(StoreError::TidakDitemukan)));
        terbitkan(&d, p).await;
        umum::umumkan(s, &d.penanggungjawab(p).await).await.unwrap();

        let kabar = "SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'penghargaan-umum' AND akun_id = $1";
        for (siapa, n) in [(&wali, 1), (&wilayah, 1), (&biro, 1), (&bupati, 0)] {
            assert_eq!(s.baca().angka(kabar, nilai![siapa.akun]).await.unwrap(), n, "{}", siapa.surel);
        }
        let semua = milik::publik(s, kota).await.unwrap();
        assert_eq!(semua.iter().map(|m| m.putusan.penerima.as_str()).collect::<Vec<_>>(), ["Wali Kota Bontang"]);
        assert!(milik::publik(s, d.kab).await.unwrap().is_empty());
        let id = semua[0].putusan.id;
        let m = milik::satu(s, &wali.pembaca_penghargaan(), id).await.unwrap();
        for _ in 0..2 {
            cetak::catat_milik(s, &wali.pembaca_penghargaan(), &m.putusan, &"ab".repeat(32)).await.unwrap();
        }
        assert!(verifikasi::piagam_tercetak(s, &m.putusan, &"ab".repeat(32)).await.unwrap());
        assert_eq!(s.baca().angka("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'piagam.cetak'", nilai![]).await.unwrap(), 1);
        let luar = orang(s, "luar@lain.id", Peran::Pembina, Lingkup::Wilayah("73".into())).await;
        assert!(matches!(milik::satu(s, &luar.pembaca_penghargaan(), id).await, Err(StoreError::TidakDitemukan)));
        putusan::tarik(s, &d.penyelenggara(p).await, id, "Keliru").await.unwrap();
        assert!(matches!(milik::satu(s, &wali.pembaca_penghargaan(), id).await, Err(StoreError::TidakDitemukan)));
        assert!(milik::publik(s, kota).await.unwrap().is_empty());
    }

    /// A rise and years in a row look at published results of the same scheme; an instansi by the mean of its units.
    async fn tahun_lalu(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let lama = periode::buka(s, &d.hak_buka().await, PeriodeId::baru(), PeriodeIsi { tahun: 2025, ..isi("PEKPPP 2025") }).await.unwrap();
        let (p, l) = empat(&d).await;
        let h = d.penyelenggara(lama).await;
        for (n, ipp) in [(0, "4.20"), (1, "4.70")] {
            let unit = lokus::dari_id(s.baca(), l[n]).await.unwrap().unit_id;
            let id = lokus::tambah(s, &h, LokusId::baru(), unit, JASA).await.unwrap();
            bekukan(&d, id, Some(ipp)).await;
        }
        let naik = buat(&d, p, &syarat(|s| s.naik_min = Some(49))).await;
        assert_eq!(usulan(&d, p, &naik).await.jumlah(), 0, "nothing is published yet");
        terbitkan(&d, lama).await;
        let u = usulan(&d, p, &naik).await;
        assert_eq!(u.kelompok[0].calon.iter().map(|c| c.nama.as_str()).collect::<Vec<_>>(), ["Unit 1"]);
        assert_eq!(u.kelompok[0].calon[0].temuan[0].butir, Butir::Naik { ada: Some(49), harus: 49, dari: Some(2025) });
        let dua = buat(&d, p, &syarat(|s| { s.kategori_min = Some("A-".into()); s.tahun_beruntun = Some(2); })).await;
        assert_eq!(usulan(&d, p, &dua).await.kelompok[0].calon.iter().map(|c| c.nama.as_str()).collect::<Vec<_>>(), ["Unit 2", "Unit 1"]);

        // (4.691 + 4.694 + 4.691 + 3) / 4 = 4.269; last year (4.20 + 4.70) / 2 = 4.45.
        let bupati = Isi { sasaran: "pembina", ..syarat(|s| s.naik_min = Some(1)) };
        let g = buat(&d, p, &bupati).await;
        let u = usulan(&d, p, &g).await;
        let c = &u.kelompok[0].hampir[0];
        assert_eq!((c.nama.as_str(), c.di.as_str(), c.tampil.as_str(), u.kelompok[0].nama.as_str()), ("Bupati Kutai Timur", "Kabupaten Kutai Timur", "4.27", "kabupaten"));
        assert_eq!(c.temuan[0].butir, Butir::Naik { ada: Some(-18), harus: 1, dari: Some(2025) });
        let kota = Isi { jenis_instansi: Some("kota"), ..syarat(|s| s.peringkat_maks = Some(1)) };
        assert!(usulan(&d, p, &buat(&d, p, &kota).await).await.kelompok.is_empty(), "no city takes part");
    }

    /// Conditions are refused with what is wrong; a stale change is told.
    async fn syarat_salah(basis: BasisUji) {
        let d = dunia(basis).await;
        let p = d.periode().await;
        let (s, h) = (&d.r.store, d.penyelenggara(p).await);
        let coba = async |b: Isi<'_>, kunci: &str| keadaan(penghargaan::tambah(s, &h, PenghargaanId::baru(), &b).await, kunci);
        coba(syarat(|_| {}), "penghargaan-tanpa-syarat").await;
        coba(syarat(|s| s.kategori_min = Some("Z".into())), "penghargaan-kategori-asing").await;
        coba(Isi { bentuk: "lain", ..syarat(|s| s.peringkat_maks = Some(1)) }, "penghargaan-bentuk-lain-wajib").await;
        coba(Isi { sasaran: "pembina", kategori_layanan: Some("RSUD"), ..syarat(|s| s.peringkat_maks = Some(1)) }, "penghargaan-kategori-hanya-unit").await;
        let g = buat(&d, p, &syarat(|s| s.peringkat_maks = Some(1))).await;
        let baru = syarat(|s| s.peringkat_maks = Some(3));
        penghargaan::simpan(s, &h, g.id, g.versi, &baru).await.unwrap();
        assert!(matches!(penghargaan::simpan(s, &h, g.id, g.versi, &baru).await, Err(StoreError::Bentrok { versi: 2, .. })));
        assert_eq!(baca(&d, p, g.id).await.peringkat_maks, Some(3));
        penghargaan::hapus(s, &h, g.id, "Tidak jadi").await.unwrap();
        let pembaca = hak::periode(s, &d.biro, p).await.unwrap().pembaca();
        assert!(matches!(penghargaan::satu(s, &pembaca, g.id).await, Err(StoreError::TidakDitemukan)));
        assert!(penghargaan::daftar(s, &pembaca).await.unwrap().is_empty());
    }

    /// The file of all certificates: found again by whoever runs the period, thrown away, its hashes kept.
    async fn massal(basis: BasisUji) {
        let d = dunia(basis).await;
        let (p, _) = empat(&d).await;
        let (s, h) = (&d.r.store, d.penyelenggara(p).await);
        keadaan(cetak::minta(s, &h, None).await, "penghargaan-tanpa-penerima");
        let g = buat(&d, p, &syarat(|s| s.peringkat_maks = Some(1))).await;
        beri(&d, p, &g, &["Unit 2"], "").await.unwrap();
        let id = cetak::minta(s, &h, Some((g.id, &g.nama))).await.unwrap();
        let kerja = pekerjaan::ambil(s, &[cetak::PIAGAM]).await.unwrap().unwrap();
        let tugas = cetak::urai(&kerja.isi).unwrap();
        assert_eq!((tugas.semua, tugas.penghargaan), (1, Some(g.id)));
        cetak::maju(s, &kerja, &cetak::Tugas { jadi: 1, ..tugas.clone() }).await.unwrap();
        assert_eq!(cetak::satu(s, &h, id).await.unwrap().isi.jadi, 1);
        cetak::siap(s, &kerja, &tugas).await.unwrap();
        assert!(cetak::satu(s, &h, id).await.unwrap().isi.siap);
        cetak::buang(s, &h, id).await.unwrap();
        assert!(matches!(cetak::siap(s, &kerja, &tugas).await, Err(StoreError::TidakDitemukan)));
        let milik = cetak::penerima(s, &h, None).await.unwrap();
        let cetakan: Vec<(PutusanId, String)> = milik.iter().map(|m| (m.id, "ab".repeat(32))).collect();
        cetak::catat(s, &h, &cetakan).await.unwrap();
        cetak::catat(s, &h, &cetakan).await.unwrap();
        assert!(verifikasi::piagam_tercetak(s, &milik[0], &"ab".repeat(32)).await.unwrap());
        assert!(!verifikasi::piagam_tercetak(s, &milik[0], &"cd".repeat(32)).await.unwrap());
        let n = s.baca().angka("SELECT COUNT(*) AS n FROM piagam", nilai![]).await.unwrap();
        assert_eq!(n, 1);
    }
}
