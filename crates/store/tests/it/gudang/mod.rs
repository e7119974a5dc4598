//! Evidence in an object store: written before it is acknowledged, fetched where a node has no copy, backed up, restored, checked and
//! cleaned there. With `PRIMA_UJI_S3="ADDRESS BUCKET KEY SECRET"` the first test runs against that server too.

#![cfg(test)]

mod tiruan;

use crate::ruang::KINI;
use std::{fs, path::Path};
use store::{
    Jam, Luar, Store, StoreError, Sumber, audit, cadangan, ekspor,
    gudang::{Gudang, KonfigObjek},
    id::PekerjaanId,
    objek, rawat, ukur,
};
use tiruan::Tiruan;

const ISI: &[u8] = b"%PDF-1.7 isi";

fn konfig(t: &Tiruan) -> KonfigObjek {
    KonfigObjek {
        alamat: t.alamat.clone(),
        ember: "ember".into(),
        awalan: "uji/p".into(),
        kunci: "kunci-uji".into(),
        rahasia: "rahasia".into(),
        ..KonfigObjek::default()
    }
}

async fn buka(folder: &Path, k: &KonfigObjek) -> Store {
    let luar = Luar { objek: k.clone(), ..Luar::default() };
    Store::buka_dengan(folder, &Sumber::Sqlite, Jam::tetap(KINI), &luar).await.unwrap()
}

async fn bukti(s: &Store, isi: &[u8]) -> String {
    let t = objek::simpan(s, isi).unwrap();
    let tx = s.mulai().await.unwrap();
    objek::catat(&tx, &t, "application/pdf").await.unwrap();
    tx.commit().await.unwrap();
    t.sidik
}

/// What another node sees: the same rows, an empty folder of objects.
fn kosongkan(s: &Store) {
    fs::remove_dir_all(s.folder().join("objek")).unwrap();
    fs::create_dir(s.folder().join("objek")).unwrap();
}

async fn temuan(s: &Store) -> Vec<String> {
    rawat::periksa(s).await.unwrap().temuan.into_iter().map(|t| t.isi).collect()
}

async fn putaran(k: &KonfigObjek) {
    let folder = tempfile::tempdir().unwrap();
    let s = buka(folder.path(), k).await;
    let besar: Vec<u8> = (0..300_000_u32).flat_map(u32::to_le_bytes).collect();
    let (a, b) = (bukti(&s, ISI).await, bukti(&s, &besar).await);
    kosongkan(&s);
    assert_eq!(objek::baca(&s, &a).unwrap(), ISI, "fetched");
    assert_eq!(objek::utuh(&s, &b).unwrap(), 1_200_000);
    assert_eq!(fs::read(objek::lokal(&s, &b).unwrap()).unwrap(), besar);
    assert_eq!(temuan(&s).await, Vec::<String>::new());
    // A copy that was damaged is fetched again, and proves nothing about the object.
    fs::write(objek::jalur(&s, &a), b"rusak").unwrap();
    assert_eq!(temuan(&s).await, Vec::<String>::new());
    assert_eq!(objek::baca(&s, &a).unwrap(), ISI);
    fs::write(objek::jalur(&s, &a), b"rusak").unwrap();
    assert_eq!(objek::utuh(&s, &a).unwrap(), 12);
    // Files for another node.
    let id = PekerjaanId::baru();
    let mut f = tempfile::NamedTempFile::new_in(ekspor::siapkan_folder(&s).unwrap()).unwrap();
    std::io::Write::write_all(&mut f, b"a;b").unwrap();
    ekspor::pasang(&s, id, f).unwrap();
    fs::remove_file(ekspor::jalur(&s, id)).unwrap();
    assert_eq!(fs::read(ekspor::lokal(&s, id).unwrap().unwrap()).unwrap(), b"a;b");
    ekspor::hapus_berkas(&s, id).unwrap();
    assert!(ekspor::lokal(&s, id).unwrap().is_none());
    // A backup holds what is in the store; restored, it is there again.
    kosongkan(&s);
    let (file, baru) = (folder.path().join("c.prima"), tempfile::tempdir().unwrap());
    audit::segel(&s).await.unwrap();
    let m = cadangan::cadangkan(&s, &file, cadangan::Opsi { program: "uji", tanpa_kunci: false, penerima: None }).await.unwrap();
    assert_eq!((m.objek.jumlah, m.objek.rusak.len()), (2, 0));
    assert_eq!(fs::read_dir(s.folder().join("objek")).unwrap().count(), 0, "without filling the folder with copies");
    assert_eq!(fs::read_dir(s.folder().join("sementara")).unwrap().count(), 0);
    s.tutup().await.unwrap();
    let lain = KonfigObjek { awalan: "uji/pulih".into(), ..k.clone() };
    fs::write(baru.path().join("prima.toml"), "").unwrap();
    cadangan::pulihkan_ke(&file, baru.path(), &Sumber::Sqlite, Gudang::buka(&lain).unwrap()).await.unwrap();
    let s = buka(baru.path(), &lain).await;
    assert_eq!(fs::read_dir(s.folder().join("objek")).unwrap().count(), 0);
    assert_eq!(temuan(&s).await, Vec::<String>::new());
    assert_eq!(objek::baca(&s, &b).unwrap(), besar);
}

#[tokio::test]
async fn evidence_lives_in_the_store_and_survives_the_node() {
    putaran(&konfig(&Tiruan::mulai())).await;
    if let Ok(v) = std::env::var("PRIMA_UJI_S3") {
        let [alamat, ember, kunci, rahasia] = v.split(' ').map(str::to_owned).collect::<Vec<_>>().try_into().unwrap();
        let awalan = format!("uji-{}", uuid::Uuid::new_v4());
        putaran(&KonfigObjek { alamat, ember, awalan, kunci, rahasia, ..KonfigObjek::default() }).await;
    }
}

/// A serving program has several threads; waiting for the store must not stand in the way of the others.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_busy_or_broken_line_is_tried_again() {
    let (t, folder) = (Tiruan::mulai(), tempfile::tempdir().unwrap());
    let s = buka(folder.path(), &konfig(&t)).await;
    t.isi.lock().unwrap().sibuk = 2;
    let sidik = bukti(&s, ISI).await;
    kosongkan(&s);
    t.isi.lock().unwrap().putus = 1;
    assert_eq!(objek::baca(&s, &sidik).unwrap(), ISI);
    // Busy for longer than anybody waits: nothing is acknowledged, and nothing looks kept.
    t.isi.lock().unwrap().sibuk = 100;
    assert!(matches!(objek::simpan(&s, b"lain"), Err(StoreError::GudangJauh)));
    assert!(!objek::jalur(&s, &store::sidik_hex(b"lain")).exists());
    t.isi.lock().unwrap().sibuk = 0;
    objek::simpan(&s, b"lain").unwrap();
}

#[tokio::test]
async fn what_is_lost_or_changed_there_is_found_and_never_given_out() {
    let (t, folder) = (Tiruan::mulai(), tempfile::tempdir().unwrap());
    let s = buka(folder.path(), &konfig(&t)).await;
    let (a, b) = (bukti(&s, ISI).await, bukti(&s, b"%PDF-1.7 lain").await);
    {
        let mut isi = t.isi.lock().unwrap();
        isi.objek.retain(|k, _| !k.ends_with(&b));
        isi.objek.values_mut().for_each(|o| o.0[0] = b'!');
    }
    assert_eq!(temuan(&s).await.len(), 2, "although both have a copy here");
    kosongkan(&s);
    for sidik in [&a, &b] {
        assert!(matches!(objek::baca(&s, sidik), Err(StoreError::Rusak(_))));
        assert!(matches!(objek::utuh(&s, sidik), Err(StoreError::Rusak(_))));
    }
    // The same content, uploaded again, mends it.
    bukti(&s, ISI).await;
    kosongkan(&s);
    assert_eq!(objek::baca(&s, &a).unwrap(), ISI);
}

/// Away, it is named for what it is; the database is not blamed, and whatever needs no file is still looked at and served.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_store_that_is_away_is_not_taken_for_the_database() {
    let (t, folder) = (Tiruan::mulai(), tempfile::tempdir().unwrap());
    let s = buka(folder.path(), &konfig(&t)).await;
    let sidik = bukti(&s, ISI).await;
    assert_eq!(ukur::siap(&s, 0).await.objek, Some(true));
    kosongkan(&s);
    s.tutup().await.unwrap();
    let s = buka(folder.path(), &KonfigObjek { alamat: "http://127.0.0.1:1".into(), ..konfig(&t) }).await;
    assert!(matches!(objek::baca(&s, &sidik), Err(StoreError::GudangJauh)));
    let siap = ukur::siap(&s, 0).await;
    assert!(siap.semua() && siap.objek == Some(false), "{siap:?}");
    let l = rawat::periksa(&s).await.unwrap();
    assert_eq!(l.temuan.iter().map(|t| t.bagian).collect::<Vec<_>>(), ["objek"], "{:?}", l.temuan);
    assert!(l.temuan[0].isi.contains("penyimpanan objek tidak menjawab") && l.diperiksa.contains_key("audit"));
    let opsi = cadangan::Opsi { program: "uji", tanpa_kunci: false, penerima: None };
    let h = cadangan::cadangkan(&s, &folder.path().join("c.prima"), opsi).await;
    assert!(matches!(h, Err(StoreError::GudangJauh)), "no backup with all the evidence left out");
}

/// One that takes connections and never answers is as good as away, and found to be so while people still wait.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_store_that_says_nothing_is_told_soon() {
    let (t, folder) = (Tiruan::mulai(), tempfile::tempdir().unwrap());
    let s = buka(folder.path(), &konfig(&t)).await;
    let sidik = bukti(&s, ISI).await;
    kosongkan(&s);
    s.tutup().await.unwrap();
    let bisu = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let mulai = std::time::Instant::now();
    let s = buka(folder.path(), &KonfigObjek { alamat: format!("http://{}", bisu.local_addr().unwrap()), ..konfig(&t) }).await;
    assert!(matches!(objek::baca(&s, &sidik), Err(StoreError::GudangJauh)));
    let l = rawat::periksa(&s).await.unwrap();
    assert!(l.temuan.len() == 1 && l.temuan[0].isi.contains("penyimpanan objek tidak menjawab"), "{:?}", l.temuan);
    let opsi = cadangan::Opsi { program: "uji", tanpa_kunci: false, penerima: None };
    let h = cadangan::cadangkan(&s, &folder.path().join("c.prima"), opsi).await;
    assert!(matches!(h, Err(StoreError::GudangJauh)));
    assert!(mulai.elapsed() < std::time::Duration::from_secs(25), "{:?}", mulai.elapsed());
}

#[tokio::test]
async fn what_nothing_refers_to_is_put_aside_for_a_week() {
    let (t, folder) = (Tiruan::mulai(), tempfile::tempdir().unwrap());
    let s = buka(folder.path(), &konfig(&t)).await;
    let lepas: Vec<String> = (0..5).map(|n| objek::simpan(&s, format!("lepas {n}").as_bytes()).unwrap().sidik).collect();
    assert_eq!(rawat::periksa(&s).await.unwrap().catatan.len(), 5);
    assert_eq!(rawat::bersihkan(&s).await.unwrap().berkas, 0, "younger than a day");
    t.tuakan(2);
    // Taken up again: young again.
    objek::simpan(&s, b"lepas 0").unwrap();
    let d = rawat::bersihkan(&s).await.unwrap();
    assert_eq!((d.berkas, t.nama("objek"), t.nama("buang").len()), (4, vec![lepas[0].clone()], 4));
    // One upload was about to commit when its object was put aside: it is still found, and comes back.
    let tx = s.mulai().await.unwrap();
    objek::catat(&tx, &objek::Tersimpan { sidik: lepas[1].clone(), ukuran: 7 }, "text/plain").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(objek::baca(&s, &lepas[1]).unwrap(), b"lepas 1");
    t.tuakan(8);
    objek::simpan(&s, b"lepas 0").unwrap();
    objek::simpan(&s, b"lepas 1").unwrap();
    assert_eq!(rawat::bersihkan(&s).await.unwrap().dikembalikan, 1);
    let mut ada = vec![lepas[0].clone(), lepas[1].clone()];
    ada.sort();
    assert_eq!((t.nama("objek"), t.nama("buang")), (ada, vec![]));
}

#[tokio::test]
async fn copies_above_their_room_go_and_are_fetched_again() {
    let (t, folder) = (Tiruan::mulai(), tempfile::tempdir().unwrap());
    let s = buka(folder.path(), &KonfigObjek { tembolok_mb: 1, ..konfig(&t) }).await;
    let semua: Vec<String> = (0..3_u8).map(|n| objek::simpan(&s, &vec![n; 600_000]).unwrap().sidik).collect();
    assert_eq!(store::gudang::sapu(&s).unwrap(), 0, "copies of this hour may be in use");
    for (n, sidik) in semua.iter().enumerate() {
        let lalu = std::time::SystemTime::now() - std::time::Duration::from_hours(9 - n as u64);
        fs::File::options().append(true).open(objek::jalur(&s, sidik)).unwrap().set_modified(lalu).unwrap();
    }
    assert_eq!(store::gudang::sapu(&s).unwrap(), 2);
    assert!(objek::jalur(&s, &semua[2]).exists());
    assert_eq!(objek::utuh(&s, &semua[0]).unwrap(), 600_000);
}

#[test]
fn a_wrong_setting_is_named_and_a_store_that_is_away_stops_nothing() {
    let k = konfig(&Tiruan::mulai());
    let salah = |k: KonfigObjek| Gudang::buka(&k).unwrap_err().to_string();
    assert!(salah(KonfigObjek { ember: String::new(), ..k.clone() }).contains("ember"));
    assert!(salah(KonfigObjek { awalan: "../x".into(), alamat: "s3".into(), ..k.clone() }).contains("alamat"));
    assert!(salah(KonfigObjek { rahasia: String::new(), ..k.clone() }).contains("rahasia"));
    assert!(salah(KonfigObjek { alamat: "ftp://x".into(), ..k.clone() }).contains("alamat"));
    assert!(Gudang::buka(&KonfigObjek { alamat: "http://127.0.0.1:1".into(), ..k }).unwrap().is_some());
    assert!(Gudang::buka(&KonfigObjek::default()).unwrap().is_none());
}
