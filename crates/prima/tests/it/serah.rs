//! A restart that nobody notices: the socket is held by somebody else (here the test, with systemd `prima.socket`), requests under way are
//! finished, and those that come in between wait for the new program.

use std::{
    net::TcpListener,
    os::fd::OwnedFd,
    process::{Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use super::pelayan;

/// The shell puts the socket where systemd does (descriptor 3) and says so with the program's own process id.
fn serve(folder: &std::path::Path, soket: &TcpListener) -> pelayan::Server {
    let skrip = format!("exec 3<&0 0</dev/null; LISTEN_FDS=1 LISTEN_PID=$$ exec {} serve --data \"$0\"", env!("CARGO_BIN_EXE_prima"));
    let soket: OwnedFd = soket.try_clone().unwrap().into();
    pelayan::mulai(Command::new("sh").args(["-c", &skrip]).arg(folder).env("PRIMA_LAJU", "false").stdin(Stdio::from(soket)))
}

#[test]
fn no_request_fails_over_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let soket = TcpListener::bind("127.0.0.1:0").unwrap();
    let alamat = soket.local_addr().unwrap().to_string();
    let mut server = serve(folder.path(), &soket);
    assert_eq!(server.alamat, alamat, "the socket that was handed over");
    let sesi = server.admin();
    let (jalan, banyak) = (Arc::new(AtomicBool::new(true)), Arc::new(AtomicUsize::new(0)));
    let klien: Vec<_> = (0..4)
        .map(|n| {
            let (alamat, sesi, jalan, banyak) = (alamat.clone(), sesi.clone(), jalan.clone(), banyak.clone());
            std::thread::spawn(move || {
                while jalan.load(Ordering::Relaxed) {
                    let (metode, jalur, isi, harap) =
                        if n == 0 { ("POST", "/bahasa", "bahasa=id", 303) } else { ("GET", "/akun", "", 200) };
                    let j = pelayan::minta(&alamat, metode, jalur, &sesi, isi).unwrap_or_else(|e| panic!("no answer: {e}"));
                    assert_eq!(j.status, harap, "{}", j.isi);
                    banyak.fetch_add(1, Ordering::Relaxed);
                }
            })
        })
        .collect();
    for _ in 0..3 {
        std::thread::sleep(Duration::from_millis(700));
        assert!(server.berhenti().success(), "{}", server.log.lock().unwrap());
        let sebelum = banyak.load(Ordering::Relaxed);
        server = serve(folder.path(), &soket);
        assert!(banyak.load(Ordering::Relaxed) - sebelum <= 4, "nobody answers while no program runs");
    }
    std::thread::sleep(Duration::from_millis(700));
    jalan.store(false, Ordering::Relaxed);
    for k in klien {
        k.join().unwrap();
    }
    assert!(banyak.load(Ordering::Relaxed) > 20);
}
