//! A private PostgreSQL for the length of one command.
//!
//! Binaries come from the PATH or from where Debian puts them; the server runs as an unprivileged
//! user, listens on 127.0.0.1 only, and keeps nothing: no fsync, a temporary data directory.
//! A guardian process stops it and removes the data however this process ends, even by SIGKILL.

use std::fs;
use std::io::{self, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;
use uuid::Uuid;

/// The environment variable that carries the server's URL to the tests.
pub const VARIABEL: &str = "PRIMA_UJI_PG";

/// Settings that trade safety of throw-away data for speed. 200 connections: each test has pools.
const SETELAN: &str = "fsync=off synchronous_commit=off full_page_writes=off \
    max_connections=200 shared_buffers=128MB autovacuum=off listen_addresses=127.0.0.1 \
    unix_socket_directories= log_min_messages=warning";

/// A running server; stopped and removed when dropped.
#[derive(Debug)]
pub struct Server {
    /// `postgres://…/postgres`, superuser.
    pub url: String,
    penjaga: Child,
    biner: PathBuf,
    pemakai: Pemakai,
    data: PathBuf,
}

impl Server {
    /// Makes a cluster in a temporary directory and starts it.
    ///
    /// # Errors
    /// When the binaries are missing, no unprivileged user exists, or a step fails; the sentence
    /// says what to install or do.
    pub fn mulai() -> io::Result<Self> {
        let biner = cari_biner()?;
        let pemakai = Pemakai::pilih()?;
        let direktori = direktori_milik(&pemakai)?;
        let sandi = Uuid::new_v4().simple().to_string();
        initdb(&biner, &pemakai, direktori.path(), &sandi)?;

        // Between looking for a free port and using it somebody else may take it: try again.
        let mut galat = io::Error::other("PostgreSQL did not start");
        for _ in 0..5 {
            let port = port_kosong()?;
            match nyalakan(&biner, &pemakai, direktori.path(), port) {
                Ok(()) => {
                    let data = direktori.path().join("data");
                    return Ok(Self {
                        url: format!("postgres://prima:{sandi}@127.0.0.1:{port}/postgres"),
                        penjaga: jaga(&biner, &pemakai, direktori)?,
                        biner,
                        pemakai,
                        data,
                    });
                }
                Err(sebab) => galat = sebab,
            }
        }
        Err(galat)
    }

    /// Restarts the server at the same port, as an administrator does (`fast`) or a crash (`immediate`).
    ///
    /// # Errors
    /// When it does not come back.
    pub fn ulang(&self, cara: &str) -> io::Result<()> {
        let mut perintah = self.pemakai.perintah(&self.biner.join("pg_ctl"));
        perintah.args(["restart", "-w", "-t", "30", "-s", "-m", cara, "-l"]).arg(self.data.with_file_name("log")).arg("-D").arg(&self.data);
        jalankan(&mut perintah, "pg_ctl restart")
    }
}

impl Drop for Server {
    /// Closing the guardian's input is the sign to stop; waiting makes the end visible.
    fn drop(&mut self) {
        drop(self.penjaga.stdin.take());
        let _ = self.penjaga.wait();
    }
}

/// The user the server runs as: PostgreSQL refuses root.
#[derive(Debug, Clone, Copy)]
struct Pemakai(Option<(u32, u32)>);

impl Pemakai {
    fn pilih() -> io::Result<Self> {
        if fs::metadata("/proc/self")?.uid() != 0 {
            return Ok(Self(None));
        }
        let daftar = fs::read_to_string("/etc/passwd")?;
        ["postgres", "nobody"].iter().find_map(|nama| cari_pemakai(&daftar, nama)).map(|id| Self(Some(id))).ok_or_else(|| {
            io::Error::other(
                "PostgreSQL does not run as root, and neither user `postgres` nor `nobody` \
                     exists here. Run the tests as another user.",
            )
        })
    }

    fn perintah(&self, program: &Path) -> Command {
        let mut perintah = Command::new(program);
        // The caller's directory may be closed to the other user.
        perintah.current_dir("/").stdin(Stdio::null());
        if let Some((uid, gid)) = self.0 {
            perintah.uid(uid).gid(gid);
        }
        perintah
    }
}

/// `(uid, gid)` of a name in the text of `/etc/passwd`.
fn cari_pemakai(daftar: &str, nama: &str) -> Option<(u32, u32)> {
    daftar.lines().find_map(|baris| {
        let kolom: Vec<&str> = baris.split(':').collect();
        match kolom.as_slice() {
            [pertama, _, uid, gid, ..] if *pertama == nama => Some((uid.parse().ok()?, gid.parse().ok()?)),
            _ => None,
        }
    })
}

/// The directory that holds `initdb` and `pg_ctl`: the PATH first, then Debian's, newest first.
fn cari_biner() -> io::Result<PathBuf> {
    let jalur = std::env::var_os("PATH").unwrap_or_default();
    let mut calon: Vec<PathBuf> = std::env::split_paths(&jalur).collect();
    let mut debian: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|isi| Some((isi.file_name().to_str()?.parse().ok()?, isi.path())))
        .collect();
    debian.sort_by_key(|(versi, _)| std::cmp::Reverse(*versi));
    calon.extend(debian.into_iter().map(|(_, jalur)| jalur.join("bin")));
    calon.into_iter().find(|direktori| direktori.join("initdb").is_file() && direktori.join("pg_ctl").is_file()).ok_or_else(|| {
        io::Error::other(
            "no PostgreSQL found (initdb, pg_ctl) on the PATH or in /usr/lib/postgresql. \
                 On Debian: apt-get install postgresql.",
        )
    })
}

/// Under /tmp, not under TMPDIR: the unprivileged user must be able to walk there.
fn direktori_milik(pemakai: &Pemakai) -> io::Result<TempDir> {
    let direktori = tempfile::Builder::new().prefix("prima-pg-").permissions(fs::Permissions::from_mode(0o700)).tempdir_in("/tmp")?;
    if let Some((uid, gid)) = pemakai.0 {
        chown(direktori.path(), Some(uid), Some(gid))?;
    }
    Ok(direktori)
}

fn initdb(biner: &Path, pemakai: &Pemakai, direktori: &Path, sandi: &str) -> io::Result<()> {
    let berkas = direktori.join("sandi");
    fs::File::create(&berkas)?.write_all(sandi.as_bytes())?;
    if let Some((uid, gid)) = pemakai.0 {
        chown(&berkas, Some(uid), Some(gid))?;
    }
    let mut perintah = pemakai.perintah(&biner.join("initdb"));
    // `password`, not `scram-sha-256`: a hash per connection is slow in unoptimised builds.
    perintah
        .args(["-U", "prima", "-E", "UTF8", "--locale=C", "--no-sync"])
        .args(["--auth=password", "--no-instructions"])
        .arg("--pwfile")
        .arg(&berkas)
        .arg("-D")
        .arg(direktori.join("data"));
    jalankan(&mut perintah, "initdb")?;
    fs::remove_file(berkas)
}

fn nyalakan(biner: &Path, pemakai: &Pemakai, direktori: &Path, port: u16) -> io::Result<()> {
    let mut setelan = format!("-c port={port}");
    for satu in SETELAN.split_whitespace() {
        setelan.push_str(" -c ");
        setelan.push_str(satu);
    }
    let mut perintah = pemakai.perintah(&biner.join("pg_ctl"));
    perintah.args(["start", "-w", "-t", "30", "-s", "-o", &setelan, "-l"]).arg(direktori.join("log")).arg("-D").arg(direktori.join("data"));
    jalankan(&mut perintah, "pg_ctl start").map_err(|galat| {
        let log = fs::read_to_string(direktori.join("log")).unwrap_or_default();
        io::Error::other(format!("{galat}\n{log}"))
    })
}

/// Starts the guardian: it waits for the end of its input, which comes when this process closes
/// it or dies, then stops the server and removes the directory. A process group of its own keeps
/// ctrl-C away from it.
fn jaga(biner: &Path, pemakai: &Pemakai, direktori: TempDir) -> io::Result<Child> {
    const NASKAH: &str = "read -r _; \"$1\" stop -s -m immediate -D \"$2/data\"; rm -rf \"$2\"";
    let jalur = direktori.keep();
    pemakai
        .perintah(Path::new("/bin/sh"))
        .args(["-c", NASKAH, "prima-penjaga"])
        .arg(biner.join("pg_ctl"))
        .arg(jalur)
        .stdin(Stdio::piped())
        .process_group(0)
        .spawn()
}

fn port_kosong() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// Runs a step without letting it inherit our output: the server would keep a pipe of the caller
/// open for ever.
fn jalankan(perintah: &mut Command, nama: &str) -> io::Result<()> {
    let keluaran = tempfile::tempfile()?;
    let status = perintah
        .stdout(keluaran.try_clone()?)
        .stderr(keluaran.try_clone()?)
        .status()
        .map_err(|galat| io::Error::other(format!("{nama} cannot run: {galat}")))?;
    if status.success() {
        return Ok(());
    }
    let mut teks = String::new();
    let mut keluaran = keluaran;
    io::Seek::rewind(&mut keluaran)?;
    io::Read::read_to_string(&mut keluaran, &mut teks)?;
    Err(io::Error::other(format!("{nama} failed ({status}): {teks}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pemakai_dari_passwd() {
        let daftar = "root:x:0:0:root:/root:/bin/bash\npostgres:x:101:104:,,,:/var:/bin/bash\n";
        assert_eq!(cari_pemakai(daftar, "postgres"), Some((101, 104)));
        assert_eq!(cari_pemakai(daftar, "nobody"), None);
    }
}
