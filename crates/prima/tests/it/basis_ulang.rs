//! PostgreSQL goes away under a serving program and comes back, by the administrator's hand and by a crash: requests wait or are told to
//! come again, what was acknowledged is there, and the program goes on by itself.

use std::{
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use super::pelayan;

#[test]
fn the_database_restarts_under_load() {
    let pg = testkit::server::Server::mulai().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut p = Command::new(env!("CARGO_BIN_EXE_prima"));
    p.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(folder.path());
    // The server of the tests answers before it has written; here what was acknowledged must survive.
    let url = format!("{}?options=-c%20synchronous_commit%3Don", pg.url);
    let server = pelayan::mulai(p.env("PRIMA_DATABASE", url).env("PRIMA_LAJU", "false"));
    let sesi = server.admin();
    let jalan = Arc::new(AtomicBool::new(true));
    let pembaca: Vec<_> = (0..3)
        .map(|_| {
            let (alamat, sesi, jalan) = (server.alamat.clone(), sesi.clone(), jalan.clone());
            std::thread::spawn(move || {
                let mut nanti = 0;
                while jalan.load(Ordering::Relaxed) {
                    let j = pelayan::minta(&alamat, "GET", "/akun", &sesi, "").unwrap();
                    match j.status {
                        200 => {}
                        503 => {
                            assert_eq!(j.punya("retry-after"), Some("10"), "{}", j.kepala);
                            assert!(j.isi.contains("Server sedang sibuk"), "{}", j.isi);
                            nanti += 1;
                        }
                        lain => panic!("answered {lain}: {}", j.isi),
                    }
                }
                nanti
            })
        })
        .collect();
    let (mut terakhir, mut diterima, mut ditolak) = (String::from("Ani"), 0, 0);
    for (putaran, cara) in ["fast", "immediate", "fast"].into_iter().enumerate() {
        std::thread::scope(|s| {
            s.spawn(|| {
                std::thread::sleep(Duration::from_millis(300));
                pg.ulang(cara).unwrap();
            });
            let selesai = Instant::now() + Duration::from_secs(4);
            let mut n = 0;
            while Instant::now() < selesai {
                let j = server.minta("GET", "/akun", &sesi, "");
                if j.status != 200 {
                    continue;
                }
                let (nama, versi) = (j.medan("nama"), j.medan("versi"));
                let ragu = format!("Ani {putaran} {}", n - 1);
                assert!(nama == terakhir || nama == ragu, "shown {nama}, acknowledged {terakhir}");
                let baru = format!("Ani {putaran} {n}");
                let isian = format!("nama={}&jabatan=&bahasa=id&versi={versi}", baru.replace(' ', "+"));
                let j = server.minta("POST", "/akun", &sesi, &isian);
                match j.status {
                    303 => (terakhir, diterima) = (baru, diterima + 1),
                    503 => {
                        assert!(j.isi.contains("Belum tersimpan") || j.isi.contains("Belum pasti tersimpan"), "{}", j.isi);
                        assert!(j.punya("retry-after").is_some());
                        terakhir = nama;
                        ditolak += 1;
                    }
                    lain => panic!("answered {lain}: {}", j.isi),
                }
                n += 1;
            }
        });
    }
    jalan.store(false, Ordering::Relaxed);
    let nanti: usize = pembaca.into_iter().map(|p| p.join().unwrap()).sum();
    assert!(diterima > 3, "{diterima} stored, {ditolak} refused, {nanti} told to come again");
    assert_eq!(server.minta("GET", "/readyz", "", "").status, 200);
}
