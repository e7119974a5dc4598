#![cfg(test)]

use crate::{
    penuh::isi_semua,
    ruang::{KINI, Ruang, ruang},
};
use std::{collections::BTreeMap, fs, path::Path};
use store::{
    Halangan, Jam, Store, StoreError, Sumber, audit,
    cadangan::{self, Asal, KunciCadangan, Manifes, Opsi, Penerima},
    dialect,
    kueri::Kueri,
    nilai, objek, rawat, simulasi, skema,
};
use testkit::basis::{self, BasisUji, Jenis};

const OPSI: Opsi<'static> = Opsi { program: "uji", tanpa_kunci: false, penerima: None };

fn sumber(b: &BasisUji) -> Sumber {
    match b.jenis {
        Jenis::Sqlite => Sumber::Sqlite,
        Jenis::Postgres => Sumber::Postgres(b.url.clone()),
    }
}

async fn bukti(r: &Ruang, isi: &[u8]) -> String {
    let t = objek::simpan(&r.store, isi).unwrap();
    let tx = r.store.mulai().await.unwrap();
    objek::catat(&tx, &t, "application/pdf").await.unwrap();
    audit::catat_oleh(&tx, None, audit::Kejadian::baru("uji", "objek", &t.sidik)).await.unwrap();
    tx.commit().await.unwrap();
    t.sidik
}

/// Rows and hashes per table, without the pages.
fn isi(m: &Manifes) -> BTreeMap<String, (u64, String)> {
    m.tabel.iter().map(|t| (t.nama.clone(), (t.baris, t.sidik.clone()))).collect()
}

fn semua_berkas(folder: &Path) -> Vec<String> {
    let mut v = Vec::new();
    for e in fs::read_dir(folder).unwrap() {
        let e = e.unwrap();
        if e.path().is_dir() { v.extend(semua_berkas(&e.path())) } else { v.push(e.path().display().to_string()) }
    }
    v
}

async fn tabel_kosong(b: &BasisUji) -> bool {
    match b.jenis {
        Jenis::Sqlite => true,
        Jenis::Postgres => {
            let db = dialect::postgres::buka(&b.url).await.unwrap();
            let kosong = dialect::tabel_ada(&db).await.unwrap().is_empty();
            db.close().await.unwrap();
            kosong
        }
    }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// What the migrations are read as is what the database holds: a table that backup would miss fails here.
    async fn skema_lengkap(basis: BasisUji) {
        let r = ruang(basis).await;
        let mut nama: Vec<String> = skema::sekarang().unwrap().iter().map(|t| t.nama.clone()).collect();
        nama.push("migrasi".into());
        nama.sort();
        assert_eq!(nama, dialect::tabel_ada(r.store.baca()).await.unwrap());
        for t in skema::sekarang().unwrap() {
            let ada = dialect::kolom_ada(r.store.baca(), &t.nama).await.unwrap();
            let ada: Vec<String> = ada.iter().map(|k| k.to_lowercase()).collect();
            assert_eq!(ada, t.kolom.iter().map(|k| format!("{} {}", k.nama, format!("{:?}", k.jenis).to_lowercase().replace("teks", "text"))).collect::<Vec<_>>());
        }
    }

    /// Every column of every table goes from this database into both kinds and comes back the same.
    async fn silang(basis: BasisUji) {
        let r = ruang(basis).await;
        isi_semua(&r.store).await;
        let sidik = bukti(&r, b"%PDF-1.7 isi").await;
        let tmp = tempfile::tempdir().unwrap();
        let file = tmp.path().join("a.prima");
        let m = cadangan::cadangkan(&r.store, &file, OPSI).await.unwrap();
        assert!(m.tabel.iter().all(|t| t.baris >= 3), "{:?}", m.tabel);
        assert_eq!(m.objek.jumlah, 1);
        assert_eq!(m.objek.rusak.len(), 3, "the filler's objects have no file");
        assert!(matches!(cadangan::cadangkan(&r.store, &file, OPSI).await, Err(StoreError::SudahAda(_))));

        for jenis in [Jenis::Sqlite, Jenis::Postgres] {
            let b = basis::kosong(jenis).await;
            let baru = tmp.path().join(format!("{jenis:?}"));
            cadangan::pulihkan(&file, &baru, &sumber(&b)).await.unwrap();
            let s = Store::buka(&baru, &sumber(&b), Jam::tetap(KINI)).await.unwrap();
            assert_eq!(objek::baca(&s, &sidik).unwrap(), b"%PDF-1.7 isi");
            let lagi = cadangan::cadangkan(&s, &tmp.path().join(format!("{jenis:?}.prima")), OPSI).await.unwrap();
            assert_eq!(isi(&m), isi(&lagi));
            s.tutup().await.unwrap();
            let penuh = cadangan::pulihkan(&file, &tmp.path().join("lain"), &sumber(&b)).await;
            match jenis {
                Jenis::Sqlite => assert!(penuh.is_ok(), "another folder is another database"),
                Jenis::Postgres => assert!(matches!(penuh, Err(StoreError::Keadaan("pulih-basis-tidak-kosong")))),
            }
            let lagi = cadangan::pulihkan(&file, &baru, &sumber(&b)).await;
            assert!(matches!(lagi, Err(StoreError::Keadaan("pulih-folder-tidak-kosong" | "pulih-basis-tidak-kosong"))));
        }
    }

    /// A backup that was changed or cut off anywhere is refused and stores nothing.
    async fn rusak_ditolak(basis: BasisUji) {
        let jenis = basis.jenis;
        let r = ruang(basis).await;
        bukti(&r, &[7; 5000]).await;
        let tmp = tempfile::tempdir().unwrap();
        let file = tmp.path().join("a.prima");
        cadangan::cadangkan(&r.store, &file, OPSI).await.unwrap();
        let utuh = fs::read(&file).unwrap();
        let mut contoh: Vec<Vec<u8>> = vec![vec![], utuh[..5].to_vec(), utuh[..utuh.len() / 2].to_vec(), utuh[..utuh.len() - 1].to_vec()];
        contoh.push([utuh.as_slice(), b"x"].concat());
        for n in (0..utuh.len()).step_by(utuh.len() / 60) {
            let mut b = utuh.clone();
            b[n] ^= 1 << (n % 8);
            contoh.push(b);
        }
        let tujuan = basis::kosong(jenis).await;
        let baru = tmp.path().join("baru");
        for (n, c) in contoh.iter().enumerate() {
            let palsu = tmp.path().join("b.prima");
            fs::write(&palsu, c).unwrap();
            let h = cadangan::pulihkan(&palsu, &baru, &sumber(&tujuan)).await;
            assert!(matches!(h, Err(StoreError::Rusak(_))), "case {n}: {:?}", h.map(|p| p.baris));
            assert!(!baru.exists());
        }
        assert!(tabel_kosong(&tujuan).await);
        cadangan::pulihkan(&file, &baru, &sumber(&tujuan)).await.unwrap();
    }

    /// A fault while rows are loaded leaves an empty place that a later restore takes.
    async fn gagal_di_tengah(basis: BasisUji) {
        let jenis = basis.jenis;
        let r = ruang(basis).await;
        bukti(&r, b"isi").await;
        let tx = r.store.mulai().await.unwrap();
        let kunci = nilai![vec![1_u8; 32]];
        tx.jalankan("UPDATE instalasi SET kunci_publik = $1", kunci).await.unwrap();
        tx.commit().await.unwrap();
        let tmp = tempfile::tempdir().unwrap();
        let file = tmp.path().join("a.prima");
        cadangan::cadangkan(&r.store, &file, Opsi { tanpa_kunci: true, ..OPSI }).await.unwrap();
        let tujuan = basis::kosong(jenis).await;
        let baru = tmp.path().join("baru");

        let h = cadangan::pulihkan(&file, &baru, &sumber(&tujuan)).await;
        assert!(matches!(h, Err(StoreError::Keadaan("pulih-perlu-kunci"))), "{h:?}");
        fs::write(baru.join("instalasi.kunci"), "00".repeat(32)).unwrap();
        let h = cadangan::pulihkan(&file, &baru, &sumber(&tujuan)).await;
        assert!(matches!(h, Err(StoreError::Keadaan("pulih-kunci-lain"))), "{h:?}");
        fs::copy(r.store.folder().join("instalasi.kunci"), baru.join("instalasi.kunci")).unwrap();
        // What a killed restore leaves: the marker and half of the rest. The program refuses, restore begins again.
        fs::write(baru.join(cadangan::PENANDA), "-").unwrap();
        fs::create_dir_all(baru.join("objek/ab")).unwrap();
        fs::write(baru.join("objek/ab/abc"), "separuh").unwrap();
        fs::write(baru.join("prima.db"), "separuh").unwrap();
        let h = Store::buka(&baru, &sumber(&tujuan), Jam::default()).await;
        assert!(matches!(h, Err(StoreError::Tertahan(Halangan::PemulihanSetengah))), "{:?}", h.err());
        cadangan::pulihkan(&file, &baru, &sumber(&tujuan)).await.unwrap();
        assert!(!baru.join(cadangan::PENANDA).exists());
        assert!(!baru.join("objek/ab/abc").exists());
    }

    /// Evidence and rows written during a backup neither break it nor appear by half.
    async fn sambil_menulis(basis: BasisUji) {
        let jenis = basis.jenis;
        let r = ruang(basis).await;
        for n in 0..50_u8 {
            bukti(&r, &[n; 3000]).await;
        }
        let tmp = tempfile::tempdir().unwrap();
        let file = tmp.path().join("a.prima");
        let menulis = async {
            for n in 50..120_u8 {
                bukti(&r, &[n; 3000]).await;
            }
        };
        let (m, ()) = tokio::join!(cadangan::cadangkan(&r.store, &file, OPSI), menulis);
        let m = m.unwrap();
        let objek = m.tabel.iter().find(|t| t.nama == "objek").unwrap();
        assert_eq!(objek.baris, m.objek.jumlah);
        assert!(m.objek.rusak.is_empty());
        assert_eq!(m.tabel.iter().find(|t| t.nama == "audit").unwrap().baris, objek.baris);
        assert!(objek.baris < 120, "the snapshot is from the beginning, not the end");
        let tujuan = basis::kosong(jenis).await;
        cadangan::pulihkan(&file, &tmp.path().join("baru"), &sumber(&tujuan)).await.unwrap();
    }

    /// Many pages of connected rows move to the other kind of database, and every check holds there.
    async fn silang_banyak(basis: BasisUji) {
        let ke = if basis.jenis == Jenis::Sqlite { Jenis::Postgres } else { Jenis::Sqlite };
        let r = ruang(basis).await;
        let u = simulasi::Ukuran { unit: 150, f03: 900, skm: 900, tiket: 0, nasional: false, seed: 3 };
        simulasi::isi(&r.store, u, "bukan sandi").await.unwrap();
        audit::segel(&r.store).await.unwrap();
        let tmp = tempfile::tempdir().unwrap();
        let file = tmp.path().join("a.prima");
        let m = cadangan::cadangkan(&r.store, &file, OPSI).await.unwrap();
        assert!(m.tabel.iter().any(|t| t.halaman.len() > 2));
        let tujuan = basis::kosong(ke).await;
        let p = cadangan::pulihkan(&file, &tmp.path().join("baru"), &sumber(&tujuan)).await.unwrap();
        assert_eq!(p.baris, m.tabel.iter().map(|t| t.baris).sum::<u64>());
        let s = Store::buka(&tmp.path().join("baru"), &sumber(&tujuan), Jam::tetap(KINI)).await.unwrap();
        assert_eq!(rawat::periksa(&s).await.unwrap().temuan, vec![]);
    }

    /// Encrypted for one key: it opens with that key only, and any change is seen.
    async fn tersandi(basis: BasisUji) {
        let jenis = basis.jenis;
        let r = ruang(basis).await;
        let sidik = bukti(&r, &vec![7; 200_000]).await;
        let tmp = tempfile::tempdir().unwrap();
        let (file, baru) = (tmp.path().join("a.prima"), tmp.path().join("baru"));
        let kunci = KunciCadangan::baru();
        let penerima: Penerima = kunci.publik().to_string().parse().unwrap();
        let m = cadangan::cadangkan(&r.store, &file, Opsi { penerima: Some(&penerima), ..OPSI }).await.unwrap();
        let isi_file = fs::read(&file).unwrap();
        assert!(isi_file.starts_with(b"age-encryption.org/v1\n"));
        assert!(!isi_file.windows(64).any(|w| w == sidik.as_bytes()) && !isi_file.windows(8).any(|w| w == b"manifest"));
        let tujuan = basis::kosong(jenis).await;
        let buka = || Some(KunciCadangan::dari_teks(&kunci.teks()).unwrap());
        for (k, galat) in [(None, "pulih-perlu-kunci-cadangan"), (Some(KunciCadangan::baru()), "pulih-kunci-cadangan-lain")] {
            let h = cadangan::pulihkan(Asal::baru(&file, k), &baru, &sumber(&tujuan)).await;
            assert!(matches!(h, Err(StoreError::Keadaan(g)) if g == galat), "{:?}", h.map(|p| p.baris));
        }
        let mut contoh = vec![isi_file[..isi_file.len() / 2].to_vec(), isi_file[..isi_file.len() - 1].to_vec(), [&isi_file[..], b"x"].concat()];
        for n in (0..isi_file.len()).step_by(isi_file.len() / 20) {
            let mut b = isi_file.clone();
            b[n] ^= 1;
            contoh.push(b);
        }
        let palsu = tmp.path().join("b.prima");
        for c in &contoh {
            fs::write(&palsu, c).unwrap();
            let h = cadangan::pulihkan(Asal::baru(&palsu, buka()), &baru, &sumber(&tujuan)).await;
            assert!(matches!(h, Err(StoreError::Rusak(_) | StoreError::Keadaan("pulih-kunci-cadangan-lain"))), "{:?}", h.map(|p| p.baris));
        }
        assert!(!baru.exists() && tabel_kosong(&tujuan).await);
        let p = cadangan::pulihkan(Asal::baru(&file, buka()), &baru, &sumber(&tujuan)).await.unwrap();
        assert_eq!(isi(&p.manifes), isi(&m));
        let s = Store::buka(&baru, &sumber(&tujuan), Jam::tetap(KINI)).await.unwrap();
        assert_eq!(objek::baca(&s, &sidik).unwrap().len(), 200_000);
    }

    /// A folder with anything of its own in it is left alone.
    async fn folder_tidak_kosong(basis: BasisUji) {
        let r = ruang(basis).await;
        let tmp = tempfile::tempdir().unwrap();
        let file = tmp.path().join("a.prima");
        cadangan::cadangkan(&r.store, &file, OPSI).await.unwrap();
        for nama in ["catatan.txt", "instalasi.kunci", "objek/ab/cd"] {
            let baru = tempfile::tempdir().unwrap();
            let isi = baru.path().join(nama);
            fs::create_dir_all(isi.parent().unwrap()).unwrap();
            fs::write(&isi, "milik orang").unwrap();
            let h = cadangan::pulihkan(&file, baru.path(), &Sumber::Sqlite).await;
            assert!(matches!(h, Err(StoreError::Keadaan("pulih-folder-tidak-kosong"))), "{nama}: {h:?}");
            assert_eq!(semua_berkas(baru.path()), vec![isi.display().to_string()]);
        }
    }
}
