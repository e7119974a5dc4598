//! The program run to its end: what it was given, its exit code and what went to which stream. One that serves is `pelayan`.

use std::{
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

use serde_json::Value;

/// How a run ended.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// The program with these arguments, and no setting of whoever runs the tests.
pub fn perintah(args: &[&str]) -> Command {
    let mut p = Command::new(env!("CARGO_BIN_EXE_prima"));
    p.args(args).env_remove("PRIMA_DATA").env_remove("PRIMA_DATABASE");
    p
}

/// Runs it with nothing on standard input.
pub fn prima(args: &[&str]) -> Run {
    jalan(&mut perintah(args), "")
}

/// On the installation in the folder, which keeps its tables in SQLite.
pub fn di(data: &Path, args: &[&str]) -> Run {
    jalan(perintah(args).env("PRIMA_DATA", data), "")
}

/// With a file of this content as the argument after the first two.
pub fn dengan(args: &[&str], isi: impl AsRef<[u8]>) -> Run {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("masukan");
    std::fs::write(&path, isi).unwrap();
    let mut all = args.to_vec();
    all.insert(2, path.to_str().unwrap());
    prima(&all)
}

/// Runs a command with this on its standard input.
pub fn jalan(perintah: &mut Command, masukan: &str) -> Run {
    let mut anak = perintah.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // One that ends before it reads has closed the pipe.
    let _ = anak.stdin.take().unwrap().write_all(masukan.as_bytes());
    let o = anak.wait_with_output().unwrap();
    let teks = |isi| String::from_utf8(isi).unwrap();
    Run { code: o.status.code().unwrap(), out: teks(o.stdout), err: teks(o.stderr) }
}

impl Run {
    /// Standard output of a run that ended well.
    pub fn json(&self) -> Value {
        assert_eq!(self.code, 0, "{}", self.err);
        self.laporan()
    }

    /// Standard output however it ended: what was found goes there too.
    pub fn laporan(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {}{}", self.out, self.err))
    }

    /// Exit 2, nothing on standard output, and this among what is told.
    pub fn fault(&self, part: &str) {
        assert_eq!((self.code, self.out.as_str()), (2, ""), "{}", self.err);
        assert!(self.err.contains(part), "{part} not in\n{}", self.err);
    }

    /// The same with one line for each of the given parts and no more.
    pub fn faults(&self, parts: &[&str]) {
        assert_eq!((self.code, self.out.as_str()), (2, ""), "{}", self.err);
        for part in parts {
            assert!(self.err.lines().any(|l| l.contains(part)), "{part} not in\n{}", self.err);
        }
        assert_eq!(self.err.lines().count(), parts.len(), "{}", self.err);
    }
}
