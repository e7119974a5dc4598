//! SIGKILL in mid-load: every acknowledged answer is there once, none twice, and the counters equal the recount.
//!
//! The victim is this test program again (see [`korban`]); it prints an id before it sends the answer and again once it
//! is acknowledged. Five times here; `PRIMA_BUNUH=100` for the long run.

use crate::{
    ruang::ruang,
    survei::{banyak, dunia, jawab},
};
use std::{
    collections::HashSet,
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
};
use store::{Jam, Store, Sumber, id::RondeId, ronde::kubus};
use testkit::basis::BasisUji;
use uuid::Uuid;

const LINGKUNGAN: &str = "PRIMA_UJI_KORBAN";

/// Not a test: the process that is killed, when the variable says on what it works.
#[test]
#[ignore = "run by the tests of this file in a process of its own"]
fn korban() {
    let Ok(isi) = std::env::var(LINGKUNGAN) else { return };
    let bagian: Vec<String> = isi.split('\n').map(ToOwned::to_owned).collect();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async move {
        let sumber = if bagian[1].is_empty() { Sumber::Sqlite } else { Sumber::Postgres(bagian[1].clone()) };
        let jam = Jam::tetap(crate::ruang::KINI);
        let store = Store::buka(std::path::Path::new(&bagian[0]), &sumber, jam).await.unwrap();
        let ronde = RondeId(bagian[2].parse().unwrap());
        let tugas: Vec<_> = (0..48_u8).map(|n| tokio::spawn(kirim_terus(store.clone(), ronde, n))).collect();
        for t in tugas {
            t.await.unwrap();
        }
    });
}

async fn kirim_terus(s: Store, ronde: RondeId, n: u8) {
    loop {
        let m = jawab(ronde, n);
        let id = m.id;
        // One write a line, so that a kill cuts between lines or leaves one without its end.
        std::io::stdout().write_all(format!("kirim {id}\n").as_bytes()).unwrap();
        s.penulis().terima(m).await.unwrap();
        std::io::stdout().write_all(format!("tersimpan {id}\n").as_bytes()).unwrap();
    }
}

/// Starts a victim, lets it store some answers, kills it. Ids it sent, and ids it was told are stored.
fn bunuh(isi: &str, sampai: usize) -> (HashSet<Uuid>, HashSet<Uuid>) {
    let mut anak = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "--nocapture", "penulis::bunuh::korban"])
        .env(LINGKUNGAN, isi)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let (mut kirim, mut tersimpan) = (HashSet::new(), HashSet::new());
    let mut pembaca = BufReader::new(anak.stdout.take().unwrap());
    let (mut baris, mut hidup) = (String::new(), true);
    while pembaca.read_line(&mut baris).unwrap() > 0 {
        if let Some((kata, id)) = baris.strip_suffix('\n').and_then(|b| b.split_once(' '))
            && let Ok(id) = id.parse()
        {
            match kata {
                "kirim" => _ = kirim.insert(id),
                "tersimpan" => assert!(tersimpan.insert(id), "told twice"),
                _ => {}
            }
        }
        baris.clear();
        if hidup && tersimpan.len() >= sampai {
            anak.kill().unwrap();
            hidup = false;
        }
    }
    assert!(!hidup, "the victim ended by itself after {} answers", tersimpan.len());
    anak.wait().unwrap();
    (kirim, tersimpan)
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn dibunuh_saat_menulis(basis: BasisUji) {
        let r = ruang(basis).await;
        let ronde = dunia(&r).await;
        let url = if let Sumber::Postgres(url) = &r.sumber { url.as_str() } else { "" };
        let isi = format!("{}\n{url}\n{ronde}", r.folder.path().display());
        let kali = std::env::var("PRIMA_BUNUH").ok().and_then(|n| n.parse().ok()).unwrap_or(5);
        let mut semua = HashSet::new();
        for n in 0..kali {
            let (kirim, tersimpan) = bunuh(&isi, 40 + 53 * (n % 7));
            let s = r.buka_lagi().await;
            for id in &tersimpan {
                let sql = "SELECT COUNT(*) AS n FROM jawaban WHERE ronde_id = $1 AND id = $2";
                assert_eq!(store::kueri::Kueri::angka(s.baca(), sql, store::nilai![ronde, *id]).await.unwrap(), 1, "{id} was lost");
            }
            // What the victim never heard of is stored or not, but not half: the phone sends it again, and then it is there once.
            let sebelum = banyak(&s, ronde).await;
            let pasti = i64::try_from(semua.len() + tersimpan.len()).unwrap();
            let mungkin = i64::try_from(semua.len() + kirim.len()).unwrap();
            assert!((pasti..=mungkin).contains(&sebelum), "{pasti} <= {sebelum} <= {mungkin}");
            assert_eq!(kubus::hitung_ulang(&s, ronde).await.unwrap(), Vec::<String>::new());
            semua.extend(kirim.iter().filter(|id| tersimpan.contains(*id)).copied());
            semua.extend(tergantung(&s, ronde, kirim.difference(&tersimpan)).await);
            assert_eq!(banyak(&s, ronde).await, i64::try_from(semua.len()).unwrap());
            s.tutup().await.unwrap();
        }
    }
}

/// Of the ids that were sent without an answer, those that are stored.
async fn tergantung(s: &Store, ronde: RondeId, id: impl Iterator<Item = &Uuid>) -> Vec<Uuid> {
    let mut ada = Vec::new();
    for id in id {
        let sql = "SELECT COUNT(*) AS n FROM jawaban WHERE ronde_id = $1 AND id = $2";
        if store::kueri::Kueri::angka(s.baca(), sql, store::nilai![ronde, *id]).await.unwrap() == 1 {
            ada.push(*id);
        }
    }
    ada
}
