//! The restore drill, as an office should do it twice a year: fill, back up while people write, restore elsewhere with the key of the
//! backup, check, compare every figure, and verify a published result against the restored installation's own keys.

use std::{
    collections::BTreeMap,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI64, Ordering},
    },
};

use store::{Jam, Store, Sumber, audit, cadangan::Pembaca, kueri::Kueri as _, objek, skema};
use testkit::basis::{self, BasisUji, Jenis};

use super::{
    dukungan,
    program::{Run, jalan, perintah},
};

/// What the writer of the drill writes to, and the news that the writer of answers tells live pages a moment later; everything else must be
/// the same to the last byte.
const DITULISI: [&str; 7] = ["audit", "audit_antre", "audit_mata", "audit_kepala", "objek", "instalasi", "peristiwa"];

fn prima(data: &Path, url: Option<&str>, args: &[&str]) -> Run {
    let mut p = perintah(args);
    p.env("PRIMA_DATA", data);
    if let Some(u) = url {
        p.env("PRIMA_DATABASE", u);
    }
    jalan(&mut p, "")
}

fn sah(r: Run) -> String {
    assert_eq!(r.code, 0, "{}{}", r.out, r.err);
    r.out
}

fn sumber(b: &BasisUji) -> (Sumber, Option<&str>) {
    match b.jenis {
        Jenis::Sqlite => (Sumber::Sqlite, None),
        Jenis::Postgres => (Sumber::Postgres(b.url.clone()), Some(&b.url)),
    }
}

async fn isi_tabel(s: &Store) -> BTreeMap<String, Vec<u8>> {
    let mut semua = BTreeMap::new();
    for t in skema::sekarang().unwrap().iter().filter(|t| !DITULISI.contains(&t.nama.as_str())) {
        let (mut isi, mut pembaca) = (Vec::new(), Pembaca::baru(t));
        while let Some(h) = pembaca.lanjut(s.baca()).await.unwrap() {
            isi.extend(h.isi);
        }
        semua.insert(t.nama.clone(), isi);
    }
    semua
}

async fn tulis(s: &Store, n: i64) {
    let t = objek::simpan(s, format!("%PDF-1.7 {n}").as_bytes()).unwrap();
    let tx = s.mulai().await.unwrap();
    objek::catat(&tx, &t, "application/pdf").await.unwrap();
    audit::catat_oleh(&tx, None, audit::Kejadian::baru("uji", "objek", &t.sidik)).await.unwrap();
    tx.commit().await.unwrap();
}

async fn banyak(s: &Store) -> i64 {
    s.baca().angka("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'uji'", vec![]).await.unwrap()
}

async fn latihan(jenis: Jenis) {
    let tmp = tempfile::tempdir().unwrap();
    let (data, baru) = (tmp.path().join("data"), tmp.path().join("baru"));
    let (asal, tujuan) = (basis::kosong(jenis).await, basis::kosong(jenis).await);
    let (sumber_asal, url) = sumber(&asal);
    let s = Store::buka(&data, &sumber_asal, Jam::default()).await.unwrap();
    let bundel = dukungan::isi(&s).await;
    audit::segel(&s).await.unwrap();

    let kunci = tmp.path().join("cadangan.kunci");
    let publik = sah(prima(&data, url, &["key", "cadangan", kunci.to_str().unwrap()]));
    let (jalan, sudah) = (Arc::new(AtomicBool::new(true)), Arc::new(AtomicI64::new(0)));
    let penulis = tokio::spawn({
        let (s, jalan, sudah) = (s.clone(), jalan.clone(), sudah.clone());
        async move {
            while jalan.load(Ordering::SeqCst) {
                tulis(&s, sudah.load(Ordering::SeqCst)).await;
                sudah.fetch_add(1, Ordering::SeqCst);
            }
        }
    });
    while sudah.load(Ordering::SeqCst) < 20 {
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    let sebelum = sudah.load(Ordering::SeqCst);
    let file = tmp.path().join("malam.prima");
    let (f, d, u, p) = (file.clone(), data.clone(), url.map(str::to_owned), publik.trim().to_owned());
    let o = tokio::task::spawn_blocking(move || prima(&d, u.as_deref(), &["backup", f.to_str().unwrap(), "--kunci", &p])).await.unwrap();
    sah(o);
    let sesudah = sudah.load(Ordering::SeqCst) + 1;
    jalan.store(false, Ordering::SeqCst);
    penulis.await.unwrap();
    assert!(sudah.load(Ordering::SeqCst) > sebelum, "people wrote meanwhile");
    let dulu = isi_tabel(&s).await;

    let (sumber_tujuan, url) = sumber(&tujuan);
    let (f, k) = (file.to_str().unwrap(), kunci.to_str().unwrap());
    prima(&baru, url, &["restore", f]).fault("tersandi");
    let (rusak, mut isi) = (tmp.path().join("rusak.prima"), std::fs::read(&file).unwrap());
    let tengah = isi.len() / 2;
    isi[tengah] ^= 1;
    std::fs::write(&rusak, isi).unwrap();
    prima(&baru, url, &["restore", rusak.to_str().unwrap(), "--kunci", k])
        .fault("berubah (isinya tidak dapat dibuka atau dibaca sampai akhir)");
    sah(prima(&baru, url, &["restore", f, "--kunci", k]));
    let r = Store::buka(&baru, &sumber_tujuan, Jam::default()).await.unwrap();
    let n = banyak(&r).await;
    assert!((sebelum..=sesudah).contains(&n), "{sebelum} were acknowledged before, {sesudah} after, {n} are there");
    let kini = isi_tabel(&r).await;
    let beda: Vec<_> = dulu.keys().filter(|t| dulu.get(*t) != kini.get(*t)).collect();
    assert!(beda.is_empty() && dulu.len() == kini.len(), "every row that nobody changed is the same, not in {beda:?}");
    // The sealer of a server that starts on it.
    audit::segel(&r).await.unwrap();
    r.tutup().await.unwrap();
    let laporan = prima(&baru, url, &["check", "--json"]).json();
    assert_eq!(laporan["checked"]["f03"], 10, "{laporan}");
    assert_eq!(laporan["checked"]["objek"], n, "{laporan}");
    sah(prima(&baru, url, &["audit", "verify"]));

    let (b, kunci) = (tmp.path().join("hasil.json"), tmp.path().join("kunci.json"));
    std::fs::write(&b, bundel).unwrap();
    std::fs::write(&kunci, sah(prima(&baru, url, &["key", "list", "--json"]))).unwrap();
    sah(prima(&baru, url, &["verify", b.to_str().unwrap(), "--keys", kunci.to_str().unwrap()]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restore_drill_on_sqlite() {
    latihan(Jenis::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restore_drill_on_postgres() {
    latihan(Jenis::Postgres).await;
}
